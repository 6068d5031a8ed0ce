package ui

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/triage"

	"jarida/corpus"
	"jarida/corpus/story"
)

func TestListKeys(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	tests := []struct {
		name string
		keys []string
		want string // the id under the cursor
	}{
		{"start", nil, "a.txt"},
		{"down", []string{"j"}, "b.txt"},
		{"down in Arabic", []string{"ت"}, "b.txt"},
		{"down, up", []string{"j", "j", "k"}, "b.txt"},
		{"up at the top", []string{"k"}, "a.txt"},
		{"last", []string{"g", "e"}, "d.txt"},
		{"last in Arabic", []string{"ل", "ث"}, "d.txt"},
		{"first", []string{"g", "e", "g", "g"}, "a.txt"},
		{"past the end", []string{"g", "e", "j", "j"}, "d.txt"},
		{"a broken sequence does nothing", []string{"g", "j"}, "a.txt"},
		{"page", []string{"space"}, "d.txt"},
		{"arrows", []string{"down", "down"}, "c.txt"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newScreen(t, c, testOptions(), 100, 20)
			s.keys(tt.keys...)
			if e, _ := s.m.list.selected(); e.ID != tt.want {
				t.Errorf("selected %q, want %q", e.ID, tt.want)
			}
		})
	}
}

// TestTextFollows holds that the text pane changes only when the cursor has rested, and at once on Enter.
func TestTextFollows(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 120, 20)
	shown := func() string {
		e, _ := s.m.entry(s.m.reader.document.doc)
		return e.ID
	}
	s.keys("j", "j")
	if got := shown(); got != "a.txt" {
		t.Errorf("moving shows %q", got)
	}
	s.send(restMsg{s.m.moves - 1})
	if got := shown(); got != "a.txt" {
		t.Errorf("the rest of an earlier move shows %q", got)
	}
	s.rest()
	if got := shown(); got != "c.txt" {
		t.Errorf("resting shows %q", got)
	}
	s.keys("j", "enter")
	if got := shown(); got != "d.txt" {
		t.Errorf("Enter shows %q", got)
	}
}

// TestPositionKept holds that an article is found again where it was left: by source offset, over resizing, wide reading
// and opening another.
func TestPositionKept(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 120, 20)
	s.keys("g", "e", "enter", "space", "space", "j")
	offset := func() int { return s.m.reader.document.offset(s.m.reader.at) }
	want := s.m.reader.cursor
	at := offset()
	if at == 0 {
		t.Fatal("paging did not move")
	}
	steps := map[string]func(){
		"narrow":       func() { s.send(tea.WindowSizeMsg{Width: 50, Height: 20}) },
		"wide again":   func() { s.send(tea.WindowSizeMsg{Width: 120, Height: 20}) },
		"wide reading": func() { s.keys("w") },
	}
	for _, name := range []string{"narrow", "wide again", "wide reading"} {
		steps[name]()
		if got := offset(); got > at || at-got > 200 {
			t.Errorf("%s: at %d, was at %d", name, got, at)
		}
		if s.m.reader.cursor != want {
			t.Errorf("%s: sentence %v, was %v", name, s.m.reader.cursor, want)
		}
		at = offset()
	}
	s.keys("esc", "esc", "k", "enter")
	if offset() != 0 {
		t.Errorf("another article opens at %d", offset())
	}
	s.keys("esc", "j", "enter")
	if offset() != at {
		t.Errorf("opened again at %d, left at %d", offset(), at)
	}
}

func TestReaderKeys(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 120, 20)
	s.keys("enter")
	sentence := func() string {
		c := s.m.reader.cursor
		return s.m.reader.document.source[c.Start:c.End]
	}
	steps := []struct {
		key, want string
	}{
		{")", "أعلنت الشركة أمس عن إصدار جديد من نظامها."},
		{")", "وقالت إنه يصل في مارس (آذار) بسعر 95$ للنسخة."},
		{")", "ويشمل تحديثات كثيرة؟"},
		{")", "نعم."},
		{"(", "ويشمل تحديثات كثيرة؟"},
	}
	for _, st := range steps {
		for range 3 { // past title and dateline, which are sentences of their own
			s.keys(st.key)
			if sentence() == st.want {
				break
			}
		}
		if got := sentence(); got != st.want {
			t.Fatalf("%s: %q, want %q", st.key, got, st.want)
		}
	}
	s.keys("t", "(")
	if got := s.m.reader.selected(); got != "وقالت إنه يصل في مارس (آذار) بسعر 95$ للنسخة. ويشمل تحديثات كثيرة؟" {
		t.Errorf("selected %q", got)
	}
	s.keys("y")
	if s.m.notice != s.m.words.Copied {
		t.Errorf("notice %q", s.m.notice)
	}
	s.keys("esc")
	if s.m.reader.selecting() || s.m.focus != textPane {
		t.Error("Esc drops the selection first")
	}
	s.keys("esc")
	if s.m.focus != listPane {
		t.Error("Esc then goes back to the list")
	}
	s.keys("esc", "esc")
}

// TestSentencesReachable holds that ) visits every sentence of a long text, and ( all of them back.
func TestSentencesReachable(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 120, 20)
	s.keys("g", "e", "enter")
	d := s.m.reader.document
	total := 0
	for i := range d.pieces {
		total += len(d.sentences(i))
	}
	forth, back := 1, 1
	for last := s.m.reader.cursor; ; last = s.m.reader.cursor {
		if s.keys(")"); s.m.reader.cursor == last {
			break
		}
		forth++
	}
	for last := s.m.reader.cursor; ; last = s.m.reader.cursor {
		if s.keys("("); s.m.reader.cursor == last {
			break
		}
		back++
	}
	if forth != total || back != total || total < 400 {
		t.Errorf("%d forth, %d back of %d", forth, back, total)
	}
}

// TestQuit holds what quits: q and Ctrl+C, never Esc; in help q closes it.
func TestQuit(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	quits := func(keys ...string) bool {
		s := newScreen(t, c, testOptions(), 100, 20)
		s.keys(keys[:len(keys)-1]...)
		_, cmd := s.m.Update(press(keys[len(keys)-1]))
		if cmd == nil {
			return false
		}
		_, quit := cmd().(tea.QuitMsg)
		return quit
	}
	for _, keys := range [][]string{{"q"}, {"ض"}, {"ctrl+c"}, {"enter", "q"}, {"?", "ctrl+c"}, {"?", "/", "ctrl+c"}} {
		if !quits(keys...) {
			t.Errorf("%q does not quit", keys)
		}
	}
	for _, keys := range [][]string{{"esc"}, {"?", "q"}, {"?", "esc"}, {"?", "/", "q"}, {"g", "q"}} {
		if quits(keys...) {
			t.Errorf("%q quits", keys)
		}
	}
}

// TestNewOrderWaits holds that a new order never takes effect under a moving cursor, which holds on to nothing else that has been replaced meanwhile,
// and keeps what was selected.
func TestNewOrderWaits(t *testing.T) {
	t.Parallel()
	c := openWith(t, articles, corpus.Options{})
	other := openWith(t, manyArticles(), corpus.Options{Search: true})
	if c.Snapshot().Order() == other.Snapshot().Order() {
		t.Fatal("both are in one order")
	}
	s := newScreen(t, c, testOptions(), 120, 20)
	s.keys("j")
	s.send(snapshotMsg{other.Snapshot(), false})
	held := s.m.list.snap
	if held.Order() != c.Snapshot().Order() {
		t.Error("a new order took effect under a moving cursor")
	}
	if found := other.Snapshot().FullText(); found == nil || held.FullText() != found || held != s.m.newest {
		t.Error("the list under a moving cursor holds on to an index that has been replaced")
	}
	s.rest()
	if s.m.list.snap != other.Snapshot() {
		t.Error("the new order did not take effect when the cursor rested")
	}
}

// TestHeldSnapshotIsTaken holds that a snapshot that waits for the cursor to rest is taken then, also where stories of the one before came meanwhile.
func TestHeldSnapshotIsTaken(t *testing.T) {
	t.Parallel()
	c := openWith(t, articles, corpus.Options{})
	other := openWith(t, manyArticles(), corpus.Options{})
	s := newScreen(t, c, testOptions(), 120, 20)
	s.keys("j")
	s.send(snapshotMsg{other.Snapshot(), false})
	s.send(filteredMsg{revision: s.m.filter.revision, snap: c.Snapshot(), rows: rows{grouping: grouping{stories: new(story.Stories)}}})
	s.rest()
	if s.m.list.snap.Order() != other.Snapshot().Order() {
		t.Error("the newest snapshot was lost")
	}
}

// TestSelectionSurvives holds that what was selected stays selected, in the same row, in a snapshot of another order.
func TestSelectionSurvives(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	l := list{snap: c.Snapshot()}
	l.resize(3)
	l.moveTo(2)
	before := l.cursor - l.top
	e, _ := l.selected()
	l.adopt(c.Snapshot(), rows{})
	if after, _ := l.selected(); after.Doc != e.Doc || l.cursor-l.top != before {
		t.Errorf("selected %v in row %d, was %v in row %d", after.ID, l.cursor-l.top, e.ID, before)
	}
}

// TestRestTimer holds that one rest follows a burst of moves, 150 ms after the last.
func TestRestTimer(t *testing.T) {
	c := openFolder(t, articles)
	synctest.Test(t, func(t *testing.T) {
		m := New(context.Background(), c, testOptions())
		start := time.Now()
		msg := m.moveList(1)()
		if waited := time.Since(start); waited != 150*time.Millisecond || msg != (restMsg{1}) {
			t.Errorf("%v after %v", msg, waited)
		}
	})
}

// TestViewCached holds that View does nothing when nothing has changed.
func TestViewCached(t *testing.T) { //nolint:paralleltest // it counts allocations
	s := newScreen(t, openFolder(t, articles), testOptions(), 120, 30)
	s.m.View()
	s.send(struct{}{}) // a message that means nothing to the screen
	if s.m.dirty {
		t.Error("an unknown message makes a new frame")
	}
	if n := testing.AllocsPerRun(100, func() { s.m.View() }); n != 0 {
		t.Errorf("%v allocations for an unchanged frame", n)
	}
}

// TestLaidOut holds that a text of any size is laid out around the screen only.
func TestLaidOut(t *testing.T) {
	t.Parallel()
	huge := strings.Repeat("سطر من نص طويل جدا لا ينتهي عند حد.\n", 100_000)
	s := newScreen(t, openFolder(t, map[string]string{"a.txt": huge}), testOptions(), 120, 40)
	s.keys("enter", "=")
	s.m.View()
	d := s.m.reader.document
	if len(d.pieces) < 100_000 || len(d.rows) > 3*40 {
		t.Errorf("%d of %d pieces laid out for 40 rows", len(d.rows), len(d.pieces))
	}
	s.keys("g", "e")
	s.m.View()
	if len(d.rows) > keptPieces {
		t.Errorf("%d pieces kept", len(d.rows))
	}
}

// TestSingle holds that one article alone is opened to be read, on a narrow screen too.
func TestSingle(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, map[string]string{"a.txt": "عنوان\n\nنص الخبر كله هنا.\n"}), testOptions(), 50, 10)
	if s.m.focus != textPane || s.m.reader.document == nil {
		t.Error("a single article is not open")
	}
}

// TestWindowTitle holds that a title keeps the joiners of its spelling, and loses what would turn or control the terminal.
func TestWindowTitle(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, map[string]string{"a.txt": "می\u200cخواهم \u202eعنوان\x07 الخبر\n\nنص.\n"}), testOptions(), 100, 10)
	if got, want := s.m.View().WindowTitle, "می\u200cخواهم عنوان الخبر – jarida"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestUnsafePath holds that a path with controls is not copied: it may be pasted into a shell.
func TestUnsafePath(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, map[string]string{"a\nb.txt": "عنوان\n\nنص.\n"}), testOptions(), 100, 10)
	s.keys("g", "y")
	if s.m.notice != s.m.words.UnsafePath {
		t.Errorf("notice %q", s.m.notice)
	}
}

// TestTashkeel holds that vowel marks are shown as the reader wishes, else as the terminal can.
func TestTashkeel(t *testing.T) {
	t.Parallel()
	c := openFolder(t, map[string]string{"a.txt": "عنوان\n\nكُتُبٌ.\n", "b.txt": "آخر\n\nنص.\n"})
	for _, tt := range []struct {
		wish, terminal string
		want           bool
	}{
		{"auto", "xterm-256color", false}, {"keep", "", true}, {"strip", "rxvt-unicode", false}, {"auto", "rxvt-unicode", true},
	} {
		o := testOptions()
		o.Marks = tt.wish
		o.Env = func(name string) string { return map[string]string{"TERM": tt.terminal}[name] }
		s := newScreen(t, c, o, 100, 20)
		if got := strings.ContainsRune(strings.Join(s.rows(), ""), 'ُ'); got != tt.want {
			t.Errorf("%s on %q: marks shown: %v", tt.wish, tt.terminal, got)
		}
	}
}

// FuzzUpdate sends random messages: no panic, and every frame has the size of the screen.
func FuzzUpdate(f *testing.F) {
	f.Add([]byte("jjj\r  =w?/ab\x1b"))
	f.Add([]byte{0, 200, 50, 'j', 'g', 'e', '\r', ')', 't', ')', 'y', 0, 3, 1, '?', '/'})
	f.Add([]byte("j\rgdjj\r=gw\x1b\rge\r\rG\r=gdGkk\r"))
	f.Add([]byte("e\rj-jtjtp=xu]]gmgqs\r\x1beg c\r/ab\r\x1b\x03"))
	f.Add([]byte("xjtjtx\rx\x1bu2r]s4p1gasu\x05j\x05u6\x05gux"))
	f.Add([]byte("\re]]]\te)(rq\x1bgc\r\x1be\r\x00\x80\x30\re\x03e\x00\x60\x10-"))
	f.Add([]byte("f\xc7\xe4\x0b\x06\x0b\rn\x1b/is:un\r/\x0b\"a\x1bf\t\t\x0b\x0b\r/ab(\r\x1b\x1b"))
	f.Add([]byte("/\x87\x88\r\rnN\x1b\x08:save x\rf\x00\x10\x0bx\x03\x07\r"))
	c := sweptFolder(f)
	f.Fuzz(func(t *testing.T, script []byte) {
		if len(script) > 60 {
			return
		}
		j, err := triage.Open(t.Context(), t.TempDir(), triage.Options{Host: "desk"})
		if err != nil {
			t.Fatal(err)
		}
		defer j.Close()
		o := testOptions()
		o.Journal = j
		s := newScreen(t, c, o, 90, 20)
		s.wait = time.Millisecond // enough for the dates of a short article
		w, h := 90, 20
		for i := 0; i < len(script); i++ {
			switch b := script[i]; {
			case b == 0 && i+2 < len(script):
				w, h = int(script[i+1])+1, int(script[i+2])%80+1
				s.send(tea.WindowSizeMsg{Width: w, Height: h})
				i += 2
			case b == '\r':
				s.keys("enter")
			case b == 0x1b:
				s.keys("esc")
			case b == 1:
				s.rest()
			case b == 2:
				s.send(tea.PasteMsg{Content: string(script)})
			case b == 3:
				s.send(snapshotMsg{c.Snapshot(), false})
			case b == 4:
				s.send(tea.ResumeMsg{})
			case b == 11:
				s.keys("down")
			case b == 6:
				s.keys("up")
			case b == 7 && s.m.finder != nil:
				s.restFinder()
			case b == 8:
				s.keys("backspace")
			case b == '\t':
				s.keys("tab")
			case b == 5:
				elsewhere(s, j, triage.ToArchive)
			case b >= 0x80:
				s.send(press(string([]rune("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ؟")[int(b)%33])))
			case b >= ' ' && b < 0x7f:
				s.keys(string(rune(b)))
			}
			checkGeometry(t, s.m, w, h, "fuzz")
		}
	})
}
