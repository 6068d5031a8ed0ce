package ui

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jarida/corpus"
	"jarida/corpus/triage"
)

// desked is a screen over a folder whose reader decides, and the journal in which that stands.
type desked struct {
	*screen
	journal *triage.Journal
	folder  string
}

// openDesk opens a screen over files with an empty journal.
func openDesk(tb testing.TB, files map[string]string, o Options, w, h int) *desked {
	tb.Helper()
	return openDeskOver(tb, openFolder(tb, files), o, w, h)
}

// openDeskOver is openDesk over a corpus that is open.
func openDeskOver(tb testing.TB, c *corpus.Corpus, o Options, w, h int) *desked {
	tb.Helper()
	folder := tb.TempDir()
	now := time.Date(2024, 1, 2, 10, 0, 0, 0, time.UTC)
	j, err := triage.Open(tb.Context(), folder, triage.Options{Host: "desk", Now: func() time.Time {
		now = now.Add(time.Minute)
		return now
	}})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = j.Close() })
	o.Journal = j
	return &desked{newScreen(tb, c, o, w, h), j, folder}
}

// lines gives the acts in the journal, each with the articles that it is about.
func (d *desked) lines() []string {
	d.t.Helper()
	var all []string
	for _, e := range d.journal.Last(1000) {
		words := []string{string(e.Act)}
		for _, a := range e.Articles {
			words = append(words, a.Path)
		}
		if e.Undone {
			words = append(words, "(undone)")
		}
		all = append(all, strings.Join(words, " "))
	}
	slices.Reverse(all)
	return all
}

// written gives the journal as it is on disk.
func (d *desked) written() string {
	d.t.Helper()
	b, err := os.ReadFile(filepath.Join(d.folder, "journal.jsonl"))
	if err != nil && !os.IsNotExist(err) {
		d.t.Fatal(err)
	}
	return string(b)
}

// ids gives the articles of the list, the selected one in brackets.
func (s *screen) ids() string {
	var all []string
	l := &s.m.list
	for i := range l.length() {
		id := strings.TrimSuffix(l.snap.At(l.at(i)).ID, ".txt")
		if i == l.cursor {
			id = "[" + id + "]"
		}
		all = append(all, id)
	}
	return strings.Join(all, " ")
}

// TestActs holds what the keys decide: what the list shows then, where the cursor is, and what the journal has.
func TestActs(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		keys   string
		list   string
		lines  string
		notice string
	}{
		{"archive", "x", "[b] c d", "archive a.txt", "archived"},
		{"archive the last", "g e x", "a b [c]", "archive d.txt", "archived"},
		{"archive all, one by one", "x x x x", "", "archive a.txt, archive b.txt, archive c.txt, archive d.txt", "archived"},
		{"archive, undone", "j x u", "a [b] c d", "archive b.txt (undone)", "undone: archived"},
		{"archive, undone, redone", "j x u g u", "a [c] d", "archive b.txt", "redone: archived"},
		{"two archived, one undone", "x x u", "[b] c d", "archive a.txt, archive b.txt (undone)", "undone: archived"},
		{"undone from elsewhere", "j x g e u", "a [b] c d", "archive b.txt (undone)", "undone: archived"},
		{"later", "j p", "a [c] d", "later b.txt", "kept for later"},
		{"later and back", "j p 4 p", "", "later b.txt, inbox b.txt", "back in the inbox"},
		{"star", "s", "[a] b c d", "star a.txt", "starred"},
		{"star and off", "s s", "[a] b c d", "star a.txt, unstar a.txt", "star taken off"},
		{"read and unread", "r r", "[a] b c d", "read a.txt, unread a.txt", "unread"},
		{"read in unread", "2 r", "[b] c d", "read a.txt", "read"},
		{"archived, in Arabic", "ء", "[b] c d", "archive a.txt", "archived"},
		{"ticked", "t j t x", "b [d]", "archive a.txt c.txt", "archived: 2 · u undoes it"},
		{"ticked, undone", "t j t x u", "a b c [d]", "archive a.txt c.txt (undone)", "undone: archived: 2"},
		{"a range", "t j j g r x", "", "archive a.txt b.txt c.txt d.txt", "archived: 4 · u undoes it"},
		{"all", "g a s", "[a] b c d", "star a.txt b.txt c.txt d.txt", "starred: 4 · u undoes it"},
		{"all, and none", "g a g a s", "[a] b c d", "star a.txt", "starred"},
		{"ticks dropped", "t esc s", "a [b] c d", "star b.txt", "starred"},
		{"some have it", "s j t j t s", "a b c [d]", "star a.txt, star b.txt d.txt", "starred: 2 · u undoes it"},
		{"all have it", "g a s g a s", "[a] b c d", "star a.txt b.txt c.txt d.txt, unstar a.txt b.txt c.txt d.txt", "star taken off: 4 · u undoes it"},
		{"ticks of another view", "t 3 1 s", "a [b] c d", "star b.txt", "starred"},
		{"nothing to undo", "u", "[a] b c d", "", "nothing to undo"},
		{"nothing selected", "3 x", "", "", "no article is selected"},
		{"in the text", "enter x", "[a] b c d", "archive a.txt", "archived"},
		{"in the text, then back", "enter x esc", "[b] c d", "archive a.txt", ""},
		{"in the text, back and forth", "enter x x esc", "[a] b c d", "archive a.txt, inbox a.txt", ""},
		{"in the text, undone", "enter x u esc", "[a] b c d", "archive a.txt (undone)", ""},
		{"ticks do not reach the text", "t enter s", "a [b] c d", "star b.txt", "starred"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			files := map[string]string{}
			maps.Copy(files, articles)
			files["a.txt"], files["c.txt"] = articles["d.txt"]+"a", articles["d.txt"]+"c" // too long to have been read at once
			files["b.txt"] = articles["d.txt"] + "b"
			s := openDesk(t, files, testOptions(), 100, 12)
			s.keys(strings.Fields(tt.keys)...)
			if got := s.ids(); got != tt.list {
				t.Errorf("list %s, want %s", got, tt.list)
			}
			if got := strings.Join(s.lines(), ", "); got != tt.lines {
				t.Errorf("journal %s, want %s", got, tt.lines)
			}
			if s.m.notice != tt.notice {
				t.Errorf("notice %q, want %q", s.m.notice, tt.notice)
			}
		})
	}
}
