package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jarida/corpus/triage"
)

// corrected opens a screen on the entities of the news, with a journal in a folder of its own.
func corrected(t *testing.T) (s *screen, c *known, folder string) {
	t.Helper()
	folder = t.TempDir()
	j, err := triage.Open(t.Context(), folder, triage.Options{Host: "desk"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.Close() })
	o := testOptions()
	o.Journal = j
	c = news(t)
	s = newScreen(t, c, o, 140, 40)
	s.keys("e")
	return s, c, folder
}

// correct presses keys and lets the snapshot with the corrections come.
func (s *screen) correct(c *known, keys ...string) {
	s.t.Helper()
	s.keys(keys...)
	s.send(snapshotMsg{c.Snapshot(), false})
	s.settle()
}

// TestCorrections holds what the reader can put right: it is on disk, the rows follow, and it can be undone and done again.
func TestCorrections(t *testing.T) {
	t.Parallel()
	people := func(s *screen) string {
		names := s.named()
		from := 0
		for i, n := range names {
			if strings.HasPrefix(n, "[People") {
				from = i
			}
			if strings.HasPrefix(n, "[Places") {
				return strings.Join(names[from+1:i], ", ")
			}
		}
		return strings.Join(names, ", ")
	}
	const before = "سامي الخطيب 2/5, ليلى حداد 2/3"
	for _, tt := range []struct {
		name string
		keys []string
		want string
		line string // what the journal has then
	}{
		{"merge", []string{"t", "t", "p"}, "سامي الخطيب 2/8", `"act":"merge"`},
		{"merge in Arabic", []string{"ف", "ف", "ح"}, "سامي الخطيب 2/8", `"act":"merge"`},
		{"split", []string{"s", "j", "enter"}, "سامي الخطيب 2/3, ليلى حداد 2/3, الخطيب 1/2", `"act":"split"`},
		{"rename", []string{"r", "ctrl+u", "ا", "ب", "enter"}, "اب 2/5, ليلى حداد 2/3", `"name":"اب"`},
		{"hide", []string{"x"}, "ليلى حداد 2/3", `"act":"hide"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s, c, folder := corrected(t)
			s.correct(c, tt.keys...)
			if got := people(s); got != tt.want {
				t.Errorf("%s, want %s (%s)", got, tt.want, s.m.notice)
			}
			written, err := os.ReadFile(filepath.Join(folder, "journal.jsonl"))
			if err != nil || !strings.Contains(string(written), tt.line) {
				t.Errorf("the journal has %s, %v", written, err)
			}
			s.correct(c, "u")
			if got := people(s); got != before || !strings.HasPrefix(s.m.notice, s.m.words.Undone) {
				t.Errorf("undone: %s (%s)", got, s.m.notice)
			}
			s.correct(c, "g", "u")
			if got := people(s); got != tt.want {
				t.Errorf("redone: %s (%s)", got, s.m.notice)
			}
			s.correct(c, "ع")
			s.correct(c, "u")
			if got := people(s); got != before || s.m.notice != s.m.words.NothingToUndo {
				t.Errorf("undone again: %s (%s)", got, s.m.notice)
			}
		})
	}
}

// TestUnhide holds that what is hidden is found and shown again.
func TestUnhide(t *testing.T) {
	t.Parallel()
	s, c, _ := corrected(t)
	s.correct(c, "x")
	s.correct(c, "=")
	hidden := -1
	for i, n := range s.named() {
		if n == "سامي الخطيب 2/5?" {
			hidden = i
		}
	}
	if hidden < 0 {
		t.Fatalf("rows %q", s.named())
	}
	s.m.pane.moveTo(hidden)
	s.correct(c, "x")
	s.correct(c, "=")
	if got := s.named()[2]; got != "سامي الخطيب 2/5" {
		t.Errorf("rows %q (%s)", s.named(), s.m.notice)
	}
}

// TestCannotCorrect holds what is said where a correction makes no sense.
func TestCannotCorrect(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		keys []string
		want func(*Model) string
	}{
		{"one ticked", []string{"t", "p"}, func(m *Model) string { return m.words.TickTwo }},
		{"a person and a place", []string{"t", "j", "j", "t", "p"}, func(m *Model) string { return m.words.OtherType }},
		{"a heading", []string{"g", "g", "x"}, func(m *Model) string { return m.words.ChooseFirst }},
		{"one spelling", []string{"j", "s"}, func(m *Model) string { return m.words.OneSpelling }},
		{"nothing done", []string{"u"}, func(m *Model) string { return m.words.NothingToUndo }},
		{"nothing undone", []string{"g", "u"}, func(m *Model) string { return m.words.NothingToRedo }},
	} {
		s, _, folder := corrected(t)
		s.keys(tt.keys...)
		if got := s.m.notice; got != tt.want(s.m) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want(s.m))
		}
		if _, err := os.Stat(filepath.Join(folder, "journal.jsonl")); err == nil {
			t.Errorf("%s: something was written", tt.name)
		}
	}
}

// fullDisk is a journal that cannot be written.
type fullDisk struct{ journal }

func (fullDisk) Do(context.Context, triage.Event) (triage.Event, error) {
	return triage.Event{}, errors.New("no space left on device")
}

// TestNotOnDisk holds that nothing changes on the screen that is not in the journal, and that the reason is said.
func TestNotOnDisk(t *testing.T) {
	t.Parallel()
	s, c, _ := corrected(t)
	s.m.options.Journal = fullDisk{s.m.options.Journal}
	before := s.named()
	s.correct(c, "x")
	wantRows(t, s.named(), before...)
	s.keys("x")
	if got := s.m.notice; got != "not done: no space left on device" {
		t.Errorf("notice %q", got)
	}
	s.m.options.Journal = nil
	s.keys("x")
	if s.m.notice != s.m.words.NoJournal {
		t.Errorf("notice %q", s.m.notice)
	}
}
