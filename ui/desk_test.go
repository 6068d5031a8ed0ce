package ui

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/triage"
)

// longArticles are four articles, each too long to have been read when it is opened.
func longArticles() map[string]string {
	files := map[string]string{}
	for _, id := range []string{"a", "b", "c", "d"} {
		files[id+".txt"] = "عنوان " + id + "\n\n" + articles["d.txt"]
	}
	return files
}

// elsewhere decides in another window about the article under the cursor of the list, and lets the screen hear of it.
func elsewhere(s *screen, j journal, act triage.Act) {
	s.t.Helper()
	if e, ok := s.m.list.selected(); ok {
		a := called(s.t.Context(), s.m.corpus, s.m.newest, e.Doc)
		if _, err := j.Do(s.t.Context(), triage.Event{Act: act, Articles: []triage.Article{a}}); err != nil {
			s.t.Fatal(err)
		}
	}
	s.send(journalMsg{corpus.EntityEdits(j.Entities()), nil})
}

// TestStays holds that what is being read or looked at does not vanish from the list before the reader goes on.
func TestStays(t *testing.T) {
	t.Parallel()
	const other = "other" // another window archives what is under the cursor
	for _, tt := range []struct {
		name string
		keys string
		want string
	}{
		{"archived elsewhere", "j " + other, "a [b] c d"},
		{"archived elsewhere, cursor gone on", "j " + other + " j", "a b [c] d"},
		{"archived elsewhere, cursor at rest", "j " + other + " j rest", "a [c] d"},
		{"archived elsewhere, and back", "j " + other + " j k rest", "a [b] c d"},
		{"archived elsewhere in a sorted list", "sort j " + other, "d [c] b a"},
		{"archived elsewhere in a sorted list, at rest", "sort j " + other + " j rest", "d [b] a"},
		{"archived in the text", "j enter x", "a [b] c d"},
		{"archived in the text, then the list", "j enter x esc", "a [c] d"},
		{"archived in the text, then another view", "j enter x 6", "a [b] c d"},
		{"archived in the text, then a snapshot", "j enter x snapshot", "a [b] c d"},
		{"archived in the text, then something elsewhere", "j enter x " + other, "a [b] c d"},
		{"read to the end in the unread ones", "2 j enter g e", "a [b] c d"},
		{"read to the end, then the list", "2 j enter g e esc", "a [c] d"},
		{"the last is archived in the text", "g e enter x esc", "a b [c]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := openDesk(t, longArticles(), testOptions(), 100, 12)
			for key := range strings.FieldsSeq(tt.keys) {
				switch key {
				case other:
					elsewhere(s.screen, s.journal, triage.ToArchive)
				case "rest":
					s.rest()
				case "sort":
					s.run(s.m.sortBy(parseOrder("date reverse")))
					s.keys("g", "g")
				case "snapshot":
					s.send(snapshotMsg{s.m.newest, false})
				default:
					s.keys(key)
				}
			}
			if got := s.ids(); got != tt.want {
				t.Errorf("list %s, want %s", got, tt.want)
			}
		})
	}
}

// TestTypedAhead holds that keys which are typed before an opened article is there are about that one, and not about the text on the screen.
func TestTypedAhead(t *testing.T) {
	t.Parallel()
	s := openDesk(t, longArticles(), testOptions(), 100, 12)
	s.m.Update(press("j"))
	slow := s.hold(press("enter"))
	if cmd := s.hold(press("y")); s.m.notice != s.m.words.Reading {
		t.Errorf("y says %q, and does %v", s.m.notice, messages(cmd))
	}
	decided := s.hold(press("x"))
	if e, ok := s.m.atHand(); !ok || e.ID != "b.txt" {
		t.Errorf("%q is at hand, want b.txt", e.ID)
	}
	s.run(decided)
	s.run(slow)
	if got, want := fmt.Sprint(s.lines()), "[archive b.txt]"; got != want {
		t.Errorf("the journal has %s, want %s", got, want)
	}
	if got := s.shown(); got != "b.txt" {
		t.Errorf("%q is shown, want b.txt", got)
	}
}

// TestGoTo holds that an article is opened that the list does not have: archived, in another view, or left out by a condition.
func TestGoTo(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]string{
		"x":     "[a] b c d",
		"3":     "[a] b c d",
		"x 4":   "[a] b c d",
		"p x 3": "[a] b c d",
		"g e x": "[a] b c",
	} {
		s := openDesk(t, longArticles(), testOptions(), 100, 12)
		a := s.m.list.snap.DocAt(0)
		s.keys(strings.Fields(keys)...)
		s.run(s.m.jump(target{doc: a}))
		if got := s.ids(); got != want || s.m.reader.document == nil || s.m.reader.document.doc != a {
			t.Errorf("%s: list %s, want %s", keys, got, want)
		}
	}
}

// TestSameRow holds that the cursor stays in its row of the screen when articles go and come back.
func TestSameRow(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for i := range 30 {
		files[fmt.Sprintf("%c.txt", 'A'+i)] = fmt.Sprintf("عنوان رقم %d\n\n%s", i, articles["d.txt"])
	}
	s := openDesk(t, files, testOptions(), 100, 12)
	s.keys(slices.Repeat([]string{"j"}, 14)...)
	row := func() int { return s.m.list.cursor - s.m.list.top }
	want, before := row(), s.ids()
	for key := range strings.FieldsSeq("x x p u u u g u u") {
		s.keys(key)
		if row() != want {
			t.Fatalf("the cursor is in row %d after %s, was in row %d", row(), key, want)
		}
	}
	if got := s.ids(); got != before {
		t.Errorf("list %s, was %s", got, before)
	}
}

// TestRead holds what counts as read: what was open until its end was on the screen, or long enough; never what the cursor passed over.
func TestRead(t *testing.T) {
	t.Parallel()
	files := longArticles()
	files["b.txt"] = articles["c.txt"] // all of it fits on a screen
	for _, tt := range []struct {
		name  string
		after time.Duration
		keys  string
		lines string
	}{
		{"passed over", 0, "j j j k k", ""},
		{"opened", 0, "enter", ""},
		{"read half", 0, "enter space space", ""},
		{"read to the end", 0, "enter g e", "read a.txt"},
		{"short", 0, "j enter", "read b.txt"},
		{"short, marked unread", 0, "j enter r j k", "read b.txt, unread b.txt"},
		{"short, undone", 0, "j enter u j k", "read b.txt (undone)"},
		{"read again", 0, "enter g e g g g e esc enter g e", "read a.txt"},
		{"marked unread and opened again", 0, "j enter r esc enter", "read b.txt, unread b.txt, read b.txt"},
		{"after a time", time.Millisecond, "enter", "read a.txt"},
		{"not in the list", time.Millisecond, "j j", ""},
		{"with the keys in help", 0, "? esc j rest ?", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := testOptions()
			o.ReadAfter = tt.after
			s := openDesk(t, files, o, 100, 12)
			if tt.after > 0 {
				s.wait = time.Second // the clock is waited for
			}
			for key := range strings.FieldsSeq(tt.keys) {
				if key == "rest" {
					s.rest()
					continue
				}
				s.keys(key)
			}
			if got := strings.Join(s.lines(), ", "); got != tt.lines {
				t.Errorf("journal %s, want %s", got, tt.lines)
			}
		})
	}
}

// TestPosition holds that the place where reading stopped is found again in another sitting, and written once a visit.
func TestPosition(t *testing.T) {
	t.Parallel()
	s := openDesk(t, longArticles(), testOptions(), 100, 12)
	positions := func() int { return strings.Count(s.written(), `"act":"position"`) }
	s.keys("enter", "esc")
	if positions() != 0 {
		t.Error("a place was written though nothing was read")
	}
	s.keys("enter", "space", "space", "j", "esc", "enter", "esc")
	if positions() != 1 {
		t.Errorf("%d places written, want 1", positions())
	}
	left := s.m.reader.left.cursor
	s.keys("j")
	s.rest()
	s.keys("enter", "space")
	if _, cmd := s.m.Update(press("q")); cmd == nil || s.m.decisions == nil {
		t.Error("q does not write the place first")
	} else {
		s.run(cmd)
	}
	if positions() != 2 {
		t.Errorf("%d places written, want 2", positions())
	}
	again := newScreen(t, s.m.corpus, s.m.options, 100, 12)
	again.keys("enter")
	if got := again.m.reader.left.cursor; got != left || left == 0 {
		t.Errorf("opened at %d, was left at %d", got, left)
	}
	if again.m.notice != "" {
		t.Errorf("notice %q", again.m.notice)
	}
}

// held is a journal whose next decisions wait, or fail.
type held struct {
	journal
	wait chan struct{} // closed when they may go on; nil: at once
	err  error
}

func (h *held) Do(ctx context.Context, e triage.Event) (triage.Event, error) {
	if h.wait != nil {
		<-h.wait
	}
	if h.err != nil {
		return triage.Event{}, h.err
	}
	return h.journal.Do(ctx, e)
}

// TestAtOnce holds that an act is on the screen before it is on disk, and that nothing is said of it before that.
func TestAtOnce(t *testing.T) {
	t.Parallel()
	s := openDesk(t, longArticles(), testOptions(), 100, 12)
	h := &held{journal: s.journal, wait: make(chan struct{})}
	s.m.options.Journal = h
	s.keys("j")
	_, write := s.m.Update(press("x"))
	if got := s.ids(); got != "a [c] d" || s.m.notice != "" || s.written() != "" {
		t.Errorf("list %s, notice %q, journal %q", got, s.m.notice, s.written())
	}
	close(h.wait)
	s.run(write)
	if s.m.notice != "archived" || !strings.Contains(s.written(), `"act":"archive"`) {
		t.Errorf("notice %q, journal %q", s.m.notice, s.written())
	}
}

// TestTakenBack holds that what could not be written is taken back, where it was, and that the reason is said.
func TestTakenBack(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]string{
		"j x":           "a [b] c d",
		"j s":           "a [b] c d",
		"t j t x":       "[a] b c d",
		"enter x":       "[a] b c d",
		"enter x esc":   "[a] b c d",
		"3 j":           "",
		"j enter g e 2": "a [b] c d",
	} {
		s := openDesk(t, longArticles(), testOptions(), 100, 12)
		s.m.options.Journal = &held{journal: s.journal, err: errors.New("no space left on device")}
		s.keys(strings.Fields(keys)...)
		if got := s.ids(); got != want {
			t.Errorf("%s: list %s, want %s", keys, got, want)
		}
		if s.m.states.starred.Len()+s.m.states.archived.Len()+s.m.states.read.Len() != 0 || s.written() != "" {
			t.Errorf("%s: something is left of what was not written", keys)
		}
		if strings.HasSuffix(keys, "x") && s.m.notice != "not done: no space left on device" {
			t.Errorf("%s: notice %q", keys, s.m.notice)
		}
	}
}

// TestQuitWaits holds that the program ends when all is written, at once when asked again, and not at all when something could not be.
func TestQuitWaits(t *testing.T) {
	t.Parallel()
	quits := func(cmd tea.Cmd) bool {
		quit := false
		for _, msg := range messages(cmd) {
			_, ok := msg.(tea.QuitMsg)
			quit = quit || ok
		}
		return quit
	}
	begin := func(err error) (s *desked, h *held, write tea.Cmd) {
		s = openDesk(t, longArticles(), testOptions(), 100, 12)
		h = &held{journal: s.journal, wait: make(chan struct{}), err: err}
		s.m.options.Journal = h
		_, write = s.m.Update(press("x"))
		_, more := s.m.Update(press("s"))
		_, quit := s.m.Update(press("q"))
		if quits(tea.Batch(more, quit)) {
			t.Error("the program ends before all is written")
		}
		return s, h, write
	}
	s, h, write := begin(nil)
	close(h.wait)
	_, next := s.m.Update(brings[decidedMsg](t, write))
	if quits(next) {
		t.Error("the program ends before the second act is written")
	}
	if _, last := s.m.Update(s.m.writing()); !quits(last) || len(s.lines()) != 2 {
		t.Errorf("all is written, and the program does not end: %q", s.lines())
	}

	s, h, _ = begin(nil)
	if _, again := s.m.Update(press("ctrl+c")); !quits(again) {
		t.Error("asked again, it does not end")
	}
	close(h.wait)
	if err := s.m.finish(); err != nil || len(s.lines()) != 2 {
		t.Errorf("after the end %q are written, %v", s.lines(), err)
	}

	s, h, write = begin(errors.New("no space left on device"))
	close(h.wait)
	_, next = s.m.Update(brings[decidedMsg](t, write))
	h.err = nil // as where somebody has made room
	if quits(next) || !strings.Contains(s.m.notice, "no space") {
		t.Errorf("it ends though something was not written: %q", s.m.notice)
	}
	if _, last := s.m.Update(s.m.writing()); quits(last) || !strings.Contains(s.m.notice, "no space") || len(s.lines()) != 1 {
		t.Errorf("what was written behind it hides that: %q", s.m.notice)
	}

	s, h, _ = begin(errors.New("no space left on device"))
	close(h.wait)
	if err := s.m.finish(); err == nil || !strings.Contains(err.Error(), "no space") {
		t.Errorf("the error is %v", err)
	}
}

// TestQuitWithNothingToUndo holds that what cannot be taken back holds up neither the decisions behind it nor the end.
func TestQuitWithNothingToUndo(t *testing.T) {
	t.Parallel()
	s := openDesk(t, longArticles(), testOptions(), 100, 12)
	for _, key := range []string{"u", "s", "U", "x"} {
		s.m.Update(press(key))
	}
	if err := s.m.finish(); err != nil || len(s.lines()) != 2 {
		t.Errorf("%q are written, %v", s.lines(), err)
	}

	s = openDesk(t, longArticles(), testOptions(), 100, 12)
	s.m.Update(press("u"))
	s.m.Update(press("q"))
	_, last := s.m.Update(s.m.writing())
	if !slices.ContainsFunc(messages(last), func(msg tea.Msg) bool { return msg == tea.QuitMsg{} }) {
		t.Error("nothing could be taken back, and the program does not end")
	}
}

// TestTwoWindows holds that a window sees what another one has decided without a key, and that both lose nothing.
func TestTwoWindows(t *testing.T) {
	t.Parallel()
	s := openDesk(t, longArticles(), testOptions(), 100, 12)
	j, err := triage.Open(t.Context(), s.folder, triage.Options{Host: "sofa"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.Close() })
	o := s.m.options
	o.Journal = j
	other := newScreen(t, s.m.corpus, o, 100, 12)
	wait := s.m.followJournal()
	other.keys("j", "x", "s")
	msg, ok := wait().(journalMsg)
	if !ok {
		t.Fatal("nothing was heard of the other window")
	}
	s.keys("p")
	s.send(msg)
	if got := s.ids(); got != "[c] d" {
		t.Errorf("list %s, want [c] d", got)
	}
	if got := strings.Join(s.lines(), ", "); got != "archive b.txt, star c.txt, later a.txt" {
		t.Errorf("journal %s", got)
	}
	s.keys("u") // the last decision, whoever took it
	other.send(journalMsg{corpus.EntityEdits(j.Entities()), nil})
	if _, err := j.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	other.send(journalMsg{corpus.EntityEdits(j.Entities()), nil})
	if got, want := other.ids(), "a [c] d"; got != want {
		t.Errorf("list %s, want %s", got, want)
	}
}

// TestChangedFile holds that a file with new content keeps what was decided about it, also when it is moved after that.
func TestChangedFile(t *testing.T) {
	t.Parallel()
	s := openDesk(t, longArticles(), testOptions(), 100, 12)
	s.keys("x", "s")
	files := maps.Clone(longArticles())
	files["a.txt"] += "\n\nوفقرة أخرى.\n"
	changed := newScreen(t, openFolder(t, files), s.m.options, 100, 12)
	if got := changed.ids(); got != "[b] c d" {
		t.Errorf("changed: %s", got)
	}
	files["e.txt"] = files["a.txt"]
	delete(files, "a.txt")
	moved := newScreen(t, openFolder(t, files), s.m.options, 100, 12)
	if got := moved.ids(); got != "[b] c d" || strings.Count(s.written(), `"act":"changed"`) != 1 {
		t.Errorf("moved: %s\n%s", got, s.written())
	}
}

// TestNextUnread holds how the next unread article is found: round the end of the list, which is said.
func TestNextUnread(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]string{
		"]":                 "a [b] c d: ",
		"j r k ]":           "a b [c] d: ",
		"[":                 "a b c [d]: round the end of the list",
		"g e ]":             "[a] b c d: round the end of the list",
		"j r j r j r ]":     "[a] b c d: round the end of the list",
		"j r j r j r g g ]": "[a] b c d: no other is unread",
		"g a r ]":           "[a] b c d: all of these have been read",
		"3 ]":               ": all of these have been read",
		"د":                 "a [b] c d: ",
	} {
		s := openDesk(t, longArticles(), testOptions(), 100, 12)
		s.keys(strings.Fields(keys)...)
		if got := s.ids() + ": " + s.m.notice; got != want {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
	}
}

// TestHistory holds that the history goes back to a decision, and on to it again.
func TestHistory(t *testing.T) {
	t.Parallel()
	open := func(s *desked) { s.send(s.m.showHistory()()) }
	s := openDesk(t, longArticles(), testOptions(), 100, 12)
	if open(s); s.m.notice != s.m.words.NoHistory || s.m.sheet != nil {
		t.Errorf("notice %q", s.m.notice)
	}
	s.keys("x", "s", "x", "p")
	open(s)
	s.keys("j", "j", "enter") // the star and what came after it
	if got := strings.Join(s.lines(), ", "); got != "archive a.txt, star b.txt (undone), archive b.txt (undone), later c.txt (undone)" {
		t.Errorf("journal %s", got)
	}
	if got := s.ids(); got != "[b] c d" || s.m.notice != "undone: 3" {
		t.Errorf("list %s, notice %q", got, s.m.notice)
	}
	open(s)
	s.keys("j", "enter") // the star and the archiving again
	if got := strings.Join(s.lines(), ", "); got != "archive a.txt, star b.txt, archive b.txt, later c.txt (undone)" {
		t.Errorf("journal %s", got)
	}
	s.keys("s")
	open(s)
	s.keys("j", "enter")
	if s.m.sheet == nil || s.m.notice != s.m.words.UndoneForGood {
		t.Errorf("what can no longer be had is had: %q, %q", s.m.notice, s.lines())
	}
}

// TestUndoMany holds that the cursor stays where it stands when a decision about many articles is taken back, wherever the first of these is.
func TestUndoMany(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]string{
		"t t x u":         "a b [c] d",
		"g e g a x u":     "a b c [d]",
		"j t j t g g x u": "[a] b c d",
	} {
		s := openDesk(t, longArticles(), testOptions(), 100, 12)
		s.keys(strings.Fields(keys)...)
		if got := s.ids(); got != want {
			t.Errorf("%s: list %s, want %s", keys, got, want)
		}
	}
}

// TestNoticeIsWhole holds that in a narrow window the notice is told before the facts beside it: how many articles an act was about.
func TestNoticeIsWhole(t *testing.T) {
	t.Parallel()
	s := openDesk(t, longArticles(), testOptions(), 40, 12)
	s.keys("g", "a", "x")
	rows := s.rows()
	if got, want := strings.Join(strings.Fields(rows[len(rows)-1]), " "), "archived: 4 · u undoes it 0/0"; got != want {
		t.Errorf("the last row is %q, want %q", got, want)
	}
}

// TestTypedAheadOfTheList holds that keys which are pressed before the list shows what it was asked for are about what it shows then.
func TestTypedAheadOfTheList(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]string{
		"3 g a x":                   "[star b.txt archive b.txt]",
		"3 s":                       "[star b.txt unstar b.txt]",
		"/ ع ن و ا ن enter j":       "[star b.txt]",
		"3 2 j j j x":               "[star b.txt archive d.txt]",
		"3 / t i t l e : b enter p": "[star b.txt later b.txt]",
	} {
		s := openDesk(t, longArticles(), testOptions(), 100, 12)
		s.keys("j", "s", "g", "g")
		var asked []tea.Cmd
		for key := range strings.FieldsSeq(keys) {
			asked = append(asked, s.hold(press(key)))
		}
		for _, cmd := range asked {
			s.run(cmd)
		}
		if got := fmt.Sprint(s.lines()); got != want {
			t.Errorf("%s: the journal has %s, want %s", keys, got, want)
		}
		if s.m.awaitsList() || len(s.m.filter.held) > 0 {
			t.Errorf("%s: keys are held back", keys)
		}
	}
}

// TestGeometryBetween holds that the screen is whole while the list that was asked for is still looked for: each key is followed by a frame.
func TestGeometryBetween(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{
		"x / ع enter esc", "x / ع n o enter esc", "x / ع enter backspace", "x 5 / ع enter 1", "x 5 esc", "x / ع esc", "x / ع enter / esc", "x : v i e w _ a l l enter",
	} {
		s := openDesk(t, longArticles(), testOptions(), 100, 12)
		for key := range strings.FieldsSeq(keys) {
			cmd := s.hold(press(strings.ReplaceAll(key, "_", " ")))
			checkGeometry(t, s.m, 100, 12, keys)
			s.run(cmd)
			checkGeometry(t, s.m, 100, 12, keys)
		}
	}
}

// TestQuitUnplaced holds that the program ends where only the place at which reading stopped cannot be kept.
func TestQuitUnplaced(t *testing.T) {
	t.Parallel()
	s := openDesk(t, longArticles(), testOptions(), 100, 12)
	h := &held{journal: s.journal, wait: make(chan struct{}), err: errors.New("no room")}
	close(h.wait)
	s.m.options.Journal = h
	s.keys("enter", "d")
	_, cmd := s.m.Update(press("q"))
	_, end := s.m.Update(brings[decidedMsg](t, cmd))
	brings[tea.QuitMsg](t, end)
}
