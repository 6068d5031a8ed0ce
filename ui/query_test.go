package ui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/triage"
)

// TestListQuery holds what the list is while a query is typed, when it is kept, and when it is dropped.
func TestListQuery(t *testing.T) {
	t.Parallel()
	c := news(t)
	for _, tt := range []struct {
		name string
		keys []string
		want string // the list, and what is under its cursor
	}{
		{"the beginning of a word", []string{"/", "س", "ا"}, "b a: b"},
		{"more of it", []string{"/", "س", "ا", "م", "ي", "space", "أ", "م", "س"}, "b a: b"},
		{"a field", []string{"/", "t", "i", "t", "l", "e", ":", "م", "ع", "ر", "ض"}, "c: c"},
		{"a quotation that is not closed yet", []string{"/", "\"", "م", "ع", "ر", "ض", "space", "ا", "ل", "ك", "ت", "ا", "ب"}, "c: c"},
		{"a mistake keeps what was there", []string{"/", "س", "ا", "م", "ي", "space", "-"}, "b a: b"},
		{"kept", []string{"/", "س", "ا", "م", "ي", "enter", "j"}, "b a: a"},
		{"and taken off", []string{"/", "س", "ا", "م", "ي", "enter", "j", "esc"}, "c b a: a"},
		{"by Backspace", []string{"/", "س", "ا", "م", "ي", "enter", "backspace"}, "c b a: b"},
		{"dropped, the cursor where it was", []string{"j", "j", "/", "م", "ع", "ر", "ض", "esc"}, "c b a: a"},
		{"changed and dropped", []string{"/", "س", "ا", "م", "ي", "enter", "/", "ctrl+u", "م", "ع", "ر", "ض", "esc"}, "b a: b"},
		{"emptied", []string{"/", "س", "ا", "م", "ي", "enter", "/", "ctrl+u", "enter"}, "c b a: b"},
		{"nothing left", []string{"/", "q", "q", "enter"}, ": "},
		{"on an Arabic keyboard", []string{"ظ", "م", "ع", "ر", "ض", "enter"}, "c: c"},
		{"beside a condition", []string{"e", "enter", "tab", "/", "د", "م", "ش", "ق", "enter"}, "b a: b"},
		{"what was searched for before", []string{"/", "م", "ع", "ر", "ض", "enter", "esc", "/", "up", "enter"}, "c: c"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newScreen(t, c, testOptions(), 140, 20)
			s.keys(tt.keys...)
			e, _ := s.m.list.selected()
			if got := s.listed() + ": " + strings.TrimSuffix(e.ID, ".txt"); got != tt.want {
				t.Errorf("the list is %q, want %q", got, tt.want)
			}
		})
	}
}

// TestListQueryOpens holds that what is opened from a searched list lands on its first hit, marked; that the text follows the cursor to
// it; and that the marks go with the query.
func TestListQueryOpens(t *testing.T) {
	t.Parallel()
	s := newScreen(t, news(t), testOptions(), 100, 12)
	s.keys("/", "ب", "ي", "ر", "و", "ت", "enter", "enter")
	if got := s.current(); got != "بيروت 1/2" {
		t.Errorf("on %q", got)
	}
	s.keys("n", "esc", "esc", "j")
	s.rest()
	if got := s.current(); got != "بيروت 1/2" || s.opened() != "a.txt" {
		t.Errorf("in %s on %q", s.opened(), got)
	}
	s.keys("enter", "n")
	if got := s.current(); got != "بيروت 2/2" {
		t.Errorf("on %q", got)
	}
	s.keys("tab", "backspace")
	if s.m.find.on {
		t.Error("the query is gone, and its marks are not")
	}
}

// TestListQueryUnderstood holds that the list says how Latin letters were understood, and which words were left out.
func TestListQueryUnderstood(t *testing.T) {
	t.Parallel()
	s := newScreen(t, news(t), testOptions(), 100, 12)
	s.keys("/")
	s.send(tea.PasteMsg{Content: "beirut and the damascus"})
	s.keys("enter")
	for _, want := range []string{"beirut", "left out: " + isolated("and"), "left out: " + isolated("the")} {
		if got := s.m.understood(); !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if got := s.listed(); got != "a" {
		t.Errorf("the list is %q", got)
	}
}

// TestListQueryMistake holds that a query with a mistake is told, is not taken by Enter, and can be mended.
func TestListQueryMistake(t *testing.T) {
	t.Parallel()
	s := newScreen(t, news(t), testOptions(), 100, 12)
	s.keys("/", "i", "s", ":", "r", "e", "d", "enter")
	rows := s.rows()
	if s.m.prompt == nil || !strings.Contains(rows[len(rows)-2], "is: has no such value · perhaps") {
		t.Fatalf("it says %q", rows[len(rows)-2])
	}
	if s.listed() != "c b a" {
		t.Errorf("the list is %q", s.listed())
	}
	s.keys("ctrl+u", "م", "ع", "ر", "ض", "enter")
	if s.m.prompt != nil || s.listed() != "c" {
		t.Errorf("the list is %q", s.listed())
	}
	s.keys("/", "space", "i", "s", ":", "enter", "esc")
	if s.m.prompt != nil || s.listed() != "c" {
		t.Errorf("after Esc the list is %q", s.listed())
	}
}

// TestListQueryBeforeDays holds that as long as the days which the texts mention are looked for, nobody is told that none mentions one.
func TestListQueryBeforeDays(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, query string
		dates       bool
		want        string
	}{
		{"not all looked through", "mentions:1999-01-01", false, "No article mentions \u20681999-01-01\u2069. searched: 0/3"},
		{"all looked through", "mentions:1999-01-01", true, "No article mentions \u20681999-01-01\u2069."},
		{"another field", "date:1999-01-01", false, "No article has the date \u20681999-01-01\u2069."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := openWith(t, newsFiles(), corpus.Options{Search: true, Dates: tt.dates})
			if tt.dates {
				if err := c.WaitDates(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			s := newScreen(t, c, testOptions(), 140, 20)
			s.run(s.m.listQuery(tt.query))
			if got := s.m.emptyList(); got != tt.want || s.listed() != "" {
				t.Errorf("of %q it is said: %q, not %q", s.listed(), got, tt.want)
			}
		})
	}
}

// TestSaved holds that a search is kept under a name, is a view and in the finder, outlives the program, and can be undone.
func TestSaved(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	open := func() *screen {
		j, err := triage.Open(t.Context(), dir, triage.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = j.Close() })
		o := testOptions()
		o.Journal = j
		return newScreen(t, news(t), o, 100, 20)
	}
	s := open()
	s.keys(":", "s", "a", "v", "e", "space", "س", "enter")
	if s.m.notice != s.m.words.NothingToSave {
		t.Errorf("says %q", s.m.notice)
	}
	s.keys("/", "م", "ع", "ر", "ض", "enter", ":", "s", "a", "v", "e", "space", "س", "enter", "esc")
	if s.listed() != "c b a" {
		t.Fatalf("the list is %q", s.listed())
	}
	s = open()
	s.keys(":", "v", "i", "e", "w", "space", "س", "enter")
	if s.listed() != "c" {
		t.Errorf(":view shows %q", s.listed())
	}
	s.keys("esc", "f", "س")
	i := slices.IndexFunc(s.m.finder.rows, func(r hitRow) bool { return r.kind == savedKind })
	if i < 0 {
		t.Fatal("it is not in the finder")
	}
	s.keys(slices.Repeat([]string{"down"}, i)...)
	if s.keys("enter"); s.listed() != "c" {
		t.Errorf("the finder shows %q", s.listed())
	}
	s.keys("esc", "/", "up", "up")
	if got := s.m.prompt.field.text; got != "معرض" {
		t.Errorf("what was searched for before is %q", got)
	}
	s.keys("esc", ":", "f", "o", "r", "g", "e", "t", "space", "س", "enter")
	if n := len(s.m.saved()); n != 0 {
		t.Errorf("%d searches are kept", n)
	}
	s.keys("u")
	if n := len(s.m.saved()); n != 1 {
		t.Errorf("after undo %d searches are kept", n)
	}
}
