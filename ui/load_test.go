package ui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
)

// shown gives the id of the article in the text pane.
func (s *screen) shown() string {
	s.t.Helper()
	if s.m.reader.document == nil {
		return ""
	}
	e, _ := s.m.entry(s.m.reader.document.doc)
	return e.ID
}

// hold gives the model a message and returns what it asks for, for a load that takes its time.
func (s *screen) hold(msg tea.Msg) tea.Cmd {
	_, cmd := s.m.Update(msg)
	return cmd
}

// TestSlowLoad holds that the text follows the list in the end, whatever a slow load brings and when.
func TestSlowLoad(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	t.Run("moved on", func(t *testing.T) {
		t.Parallel()
		s := newScreen(t, c, testOptions(), 120, 20)
		s.keys("j")
		slow := s.hold(restMsg{s.m.moves})
		s.keys("j")
		s.rest()
		if got := s.shown(); got != "c.txt" {
			t.Errorf("while b.txt is read, %q is shown, want c.txt", got)
		}
		s.run(slow)
		if got := s.shown(); got != "c.txt" {
			t.Errorf("when b.txt has been read, %q is shown, want c.txt", got)
		}
	})
	t.Run("arrives between move and rest", func(t *testing.T) {
		t.Parallel()
		s := newScreen(t, c, testOptions(), 120, 20)
		s.keys("j")
		slow := s.hold(restMsg{s.m.moves})
		s.keys("j")
		s.run(slow)
		s.rest()
		if got := s.shown(); got != "c.txt" {
			t.Errorf("%q is shown, want c.txt", got)
		}
	})
	t.Run("moved back and opened", func(t *testing.T) {
		t.Parallel()
		s := newScreen(t, c, testOptions(), 120, 20)
		s.keys("j")
		slow := s.hold(restMsg{s.m.moves})
		s.keys("k", "enter")
		s.run(slow)
		if got := s.shown(); got != "a.txt" {
			t.Errorf("the reader opened a.txt, %q is shown", got)
		}
	})
	t.Run("raw asked for meanwhile", func(t *testing.T) {
		t.Parallel()
		s := newScreen(t, c, testOptions(), 120, 20)
		s.keys("j")
		slow := s.hold(restMsg{s.m.moves})
		s.keys("=")
		s.run(slow)
		if got := s.shown(); got != "b.txt" || !s.m.reader.document.raw {
			t.Errorf("%q is shown, raw %v; want b.txt raw", got, s.m.reader.document.raw)
		}
	})
}

// TestOpenBeforeTitles holds that who opens the text before there is an article finds one when it comes.
func TestOpenBeforeTitles(t *testing.T) {
	t.Parallel()
	c := openFolder(t, articles)
	s := newScreen(t, openEmpty{c}, testOptions(), 60, 20)
	s.keys("enter")
	s.send(snapshotMsg{c.Snapshot(), false})
	if got := s.shown(); got != "a.txt" {
		t.Errorf("%q is shown, want a.txt", got)
	}
}

// openEmpty is a corpus before its first titles.
type openEmpty struct{ source }

func (openEmpty) Snapshot() *corpus.Snapshot { return &corpus.Snapshot{} }

// TestOpenedStaysSelected holds that a new order leaves the cursor of the list on the article that has been opened, even
// where the reader never moved it.
func TestOpenedStaysSelected(t *testing.T) {
	t.Parallel()
	files := map[string]string{"a.txt": "عنوان أول\n\nنص.\n", "b.txt": "عنوان ثان\n\nنص.\n"}
	s := newScreen(t, openFolder(t, files), testOptions(), 120, 20)
	files["b.txt"] = "عنوان ثان\n\nرويترز - 16 يناير 2026\n\nنص.\n"
	dated := openFolder(t, files).Snapshot()
	if id := dated.At(0).ID; id != "b.txt" {
		t.Fatalf("the newer snapshot begins with %q", id)
	}
	s.keys("enter")
	s.send(snapshotMsg{dated, false})
	if e, _ := s.m.list.selected(); e.ID != "a.txt" {
		t.Errorf("%q is selected, a.txt was opened", e.ID)
	}
}

// TestCopiedTitle holds that a title hands no control to a clipboard, which may end in a shell.
func TestCopiedTitle(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, map[string]string{"a.txt": "عنوان \x1b[31mأول\x07\n\nنص.\n"}), testOptions(), 120, 20)
	cmd := s.hold(press("y"))
	if cmd == nil {
		t.Fatal("nothing is copied")
	}
	if got, want := fmt.Sprint(cmd()), "عنوان [31mأول"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
}
