package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jarida/corpus"
)

// TestSameWords holds that a place is found again in a text that has been changed elsewhere.
func TestSameWords(t *testing.T) {
	t.Parallel()
	const text = "عنوان الخبر.\n\nفقرة أولى من الخبر. جملة ثانية منها.\n\nفقرة ثانية من الخبر نفسه.\n\nفقرة أولى من الخبر. جملة ثانية منها.\n"
	first, second := strings.Index(text, "فقرة أولى"), strings.Index(text, "فقرة ثانية")
	for _, tt := range []struct {
		name, after string
		offset      int
		want        string // what the place begins with in the new text; nothing where it is to be at the same offset
	}{
		{"nothing changed", text, second, "فقرة ثانية"},
		{"text put in above", "تحديث: جديد.\n\n" + text, second, "فقرة ثانية"},
		{"text cut above", text[first:], second, "فقرة ثانية"},
		{"text put in below", text + "خاتمة.\n", second, "فقرة ثانية"},
		{"the words are gone", strings.Replace(text, "فقرة ثانية", "سطر", 1), second, ""},
		{"all is gone", "", second, ""},
		{"past the end", text + text, len(text) + 9, ""},
	} {
		got := sameWords(text, tt.after, tt.offset)
		if got < 0 || got > len(tt.after) {
			t.Fatalf("%s: %d of %d", tt.name, got, len(tt.after))
		}
		if !strings.HasPrefix(tt.after[got:], tt.want) {
			t.Errorf("%s: found %.30q", tt.name, tt.after[got:])
		}
	}
	if twice := strings.LastIndex(text, "فقرة أولى"); sameWords(text, "و"+text, twice) != twice+len("و") {
		t.Error("of two places with the same words not the nearest was found")
	}
}

// watched is a screen over a folder that is followed.
type watched struct {
	*screen
	c   *corpus.Corpus
	dir string
}

// watchFolder opens a screen over files that may change, in the order of their names.
func watchFolder(t *testing.T, files map[string]string, w, h int) *watched {
	t.Helper()
	return watchWith(t, files, corpus.Options{}, testOptions(), w, h)
}

// watchWith is watchFolder with options of the corpus and of the screen.
func watchWith(t *testing.T, files map[string]string, o corpus.Options, screen Options, w, h int) *watched {
	t.Helper()
	dir := t.TempDir()
	o.Watch = true
	s := &watched{dir: dir}
	for name, text := range files {
		s.write(t, name, text, time.Date(2024, 1, 1, 0, 0, 0, -int(name[0])*1000, time.UTC))
	}
	c, err := corpus.Open(t.Context(), []string{dir}, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	if err := c.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	if o.Stories {
		if err := c.WaitStories(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	s.c, s.screen = c, newScreen(t, c, screen, w, h)
	return s
}

// write puts a file of that age into the folder.
func (s *watched) write(t *testing.T, name, text string, when time.Time) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name) // outside, so that no half of it is ever read
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, when, when); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path, filepath.Join(s.dir, name)); err != nil {
		t.Fatal(err)
	}
}

// until waits for a snapshot of which something is true, and gives it to the screen.
func (s *watched) until(what string, ok func(*corpus.Snapshot) bool) {
	s.t.Helper()
	s.send(snapshotMsg{s.snapshot(what, ok), false})
}

func (s *watched) snapshot(what string, ok func(*corpus.Snapshot) bool) *corpus.Snapshot {
	s.t.Helper()
	timeout := time.After(20 * time.Second)
	for {
		if snap := s.c.Snapshot(); ok(snap) {
			return snap
		}
		select {
		case <-s.c.Changed():
		case <-timeout:
			s.t.Fatalf("%s: not seen", what)
		}
	}
}

// panes gives the screen without its status line.
func (s *watched) panes() string {
	rows := s.rows()
	return strings.Join(rows[:len(rows)-1], "\n")
}

func has(id string) func(*corpus.Snapshot) bool {
	return func(s *corpus.Snapshot) bool {
		_, ok := s.Lookup(id)
		return ok
	}
}

func lacks(id string) func(*corpus.Snapshot) bool {
	return func(s *corpus.Snapshot) bool { return !has(id)(s) }
}

var later = time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)

// TestNewArticles holds that nothing on the screen moves when articles come, and that they are counted until they are seen.
func TestNewArticles(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string][]string{"untouched": nil, "scrolled": {"space", "space", "j"}, "in the text": {"space", "enter", "j"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := watchFolder(t, manyArticles(), 120, 20)
			s.keys(keys...)
			s.rest()
			before := s.panes()
			s.write(t, "new1.txt", "عنوان جديد\n\nنص جديد.\n", later)
			s.write(t, "new2.txt", "عنوان أجد\n\nنص أجد.\n", later)
			s.until("two articles", func(c *corpus.Snapshot) bool { return has("new1.txt")(c) && has("new2.txt")(c) })
			if got := s.panes(); got != before {
				t.Errorf("the screen was\n%s\nand is\n%s", before, got)
			}
			if s.lineOf("new: 2") != 19 {
				t.Errorf("status: %q", s.rows()[19])
			}
			s.keys("esc", "g", "g")
			if s.lineOf("new:") >= 0 {
				t.Errorf("seen, and still counted: %q", s.rows()[19])
			}
		})
	}
}

// TestDeletedArticle holds that the text of a deleted file stays readable, and that the selection goes on to the next.
func TestDeletedArticle(t *testing.T) {
	t.Parallel()
	for _, focus := range []string{"list", "text"} {
		t.Run(focus, func(t *testing.T) {
			t.Parallel()
			s := watchFolder(t, articles, 120, 20)
			s.keys("j")
			s.rest()
			if focus == "text" {
				s.keys("enter")
			}
			text := s.m.reader.document
			if err := os.Remove(filepath.Join(s.dir, "b.txt")); err != nil {
				t.Fatal(err)
			}
			s.until("b.txt gone", lacks("b.txt"))
			if e, _ := s.m.list.selected(); e.ID != "c.txt" || s.m.list.cursor != 1 {
				t.Errorf("%q in row %d is selected", e.ID, s.m.list.cursor)
			}
			if s.m.reader.document != text || s.lineOf("deleted") != 19 {
				t.Errorf("the text does not stay, or not with a notice:\n%s", strings.Join(s.rows(), "\n"))
			}
			s.keys("=")
			if s.m.reader.document != text {
				t.Error("the raw file of a deleted article replaced its text")
			}
			s.keys("esc", "j")
			s.rest()
			if got := s.shown(); got != "d.txt" || s.lineOf("deleted") >= 0 {
				t.Errorf("going on shows %q", got)
			}
		})
	}
}

// TestAllDeleted holds that the last text stays on the screen when the whole folder is emptied.
func TestAllDeleted(t *testing.T) {
	t.Parallel()
	s := watchFolder(t, map[string]string{"a.txt": "عنوان\n\nنص الخبر كله.\n"}, 100, 10)
	if err := os.Remove(filepath.Join(s.dir, "a.txt")); err != nil {
		t.Fatal(err)
	}
	text := s.rows()[2]
	s.until("a.txt gone", lacks("a.txt"))
	if s.m.list.snap.Len() != 0 || s.rows()[2] != text {
		t.Errorf("got\n%s", strings.Join(s.rows(), "\n"))
	}
	checkGeometry(t, s.m, 100, 10, "emptied")
	s.keys("j", "g", "e", "enter", "=", "y", "g", "y", "esc", "j")
	checkGeometry(t, s.m, 100, 10, "emptied, after keys")
}

// TestChangedArticle holds that an open article is read anew when its reader rests, at the same words, with a notice.
func TestChangedArticle(t *testing.T) {
	t.Parallel()
	files := manyArticles()
	s := watchFolder(t, files, 120, 20)
	s.keys("enter", "space", "space", "space", "j")
	before, sentence := s.rows()[0], s.m.reader.selected()
	old := s.m.reader.document
	_, changed, _ := strings.Cut(files["!.txt"], "\n\n")
	s.write(t, "!.txt", "عنوان الخبر الطويل\n\nتحديث: فقرة جديدة في أول النص. وجملة ثانية.\n\n"+changed, later)
	s.until("!.txt changed", func(c *corpus.Snapshot) bool { return c.Version(old.doc) > old.version })
	if s.m.reader.document != old {
		t.Fatal("read anew before its reader rests")
	}
	press := s.m.presses
	s.keys("t")
	s.send(calmMsg{press})
	s.send(calmMsg{s.m.presses})
	if s.m.reader.document != old {
		t.Fatal("read anew under a selection")
	}
	s.keys("esc")
	s.send(calmMsg{s.m.presses})
	if s.m.reader.document == old || s.m.notice != s.m.words.Changed {
		t.Fatalf("not read anew: notice %q", s.m.notice)
	}
	if got := s.rows()[0]; got != before || s.m.reader.selected() != sentence {
		t.Errorf("the top was\n%s\nand is\n%s\nat %q", before, got, s.m.reader.selected())
	}
}

// TestSnapshotWaits holds that articles which come and go wait for a moving cursor, and that what is selected stays so.
func TestSnapshotWaits(t *testing.T) {
	t.Parallel()
	s := watchFolder(t, manyArticles(), 120, 20)
	s.keys("space", "j")
	before := s.m.list.snap.Order()
	e, _ := s.m.list.selected()
	s.write(t, "new.txt", "عنوان جديد\n\nنص جديد.\n", later)
	s.until("new.txt", has("new.txt"))
	if s.m.list.snap.Order() != before {
		t.Error("the list changed under a moving cursor")
	}
	s.rest()
	if after, _ := s.m.list.selected(); s.m.list.snap.Order() == before || after.Doc != e.Doc {
		t.Errorf("%q is selected, it was %q", after.ID, e.ID)
	}
}

// TestChangedFold holds that related stories which are open stay open when the file has changed.
func TestChangedFold(t *testing.T) {
	t.Parallel()
	text := sweptArticles()["ab.txt"]
	s := watchFolder(t, map[string]string{"a.txt": text}, 100, 20)
	s.keys("end", "enter")
	old := s.m.reader.document
	before := s.panes()
	if len(old.folds) != 1 || !old.folds[0].open {
		t.Fatal("nothing was opened")
	}
	s.write(t, "a.txt", strings.Replace(text, "\n\nجرى", "\n\nتحديث: أضيفت فقرة.\n\nجرى", 1), later)
	s.until("a.txt changed", func(c *corpus.Snapshot) bool { return c.Version(old.doc) > old.version })
	s.send(calmMsg{s.m.presses})
	if s.m.reader.document == old || s.panes() != before {
		t.Errorf("the screen was\n%s\nand is\n%s", before, s.panes())
	}
}
