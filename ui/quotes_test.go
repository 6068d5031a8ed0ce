package ui

import (
	"slices"
	"strings"
	"testing"
)

// TestContextSheet holds the mentions in their words, in the order of the list, and that Enter goes there.
func TestContextSheet(t *testing.T) {
	t.Parallel()
	s := newScreen(t, news(t), testOptions(), 140, 20)
	s.keys("e", "g", "c")
	if s.m.sheet == nil || s.m.sheet.rows != 5 {
		t.Fatalf("no sheet of five: %q", s.m.notice)
	}
	if got := s.m.sheet.content.heading(s.m); got != "Mentions of سامي الخطيب (5)" {
		t.Errorf("heading %q", got)
	}
	s.keys("ت", "j", "j", "j", "enter")
	r := &s.m.reader
	if got := r.document.source[r.mention.Start:r.mention.End]; s.shown() != "a.txt" || got != "الخطيب" || s.m.focus != textPane || s.m.reader.progress() != 100 {
		t.Errorf("Enter goes to %q of %s", got, s.shown())
	}
	s.keys("esc", "esc", "g", "g", "e", "enter", ")", "j", "j", "enter", "g", "c")
	if s.m.sheet == nil || s.m.sheet.rows != 3 {
		t.Fatal("the mentions are not those of the articles in the list")
	}
}

// TestContextOf holds the words around a mention: a quarter of the room before it, no other paragraph, whole words.
func TestContextOf(t *testing.T) {
	t.Parallel()
	const src = "عنوان\n\nفقرة أولى طويلة تقول إن سامي وصل إلى دمشق.\n\nفقرة ثانية."
	for _, tt := range []struct {
		name, of string
		w        int
		want     string
	}{
		{"in the middle", "سامي", 40, "…تقول إن سامي وصل إلى دمشق."},
		{"at the beginning", "فقرة أولى", 40, "فقرة أولى طويلة تقول إن سامي وصل إلى دمشق."},
		{"at the end", "ثانية", 40, "فقرة ثانية."},
		{"no room", "سامي", 3, "…سامي وصل إل"},
	} {
		start := strings.Index(src, tt.of)
		text, in := contextOf(src, rangeOf(start, start+len(tt.of)), tt.w)
		if text[in.Start:in.End] != tt.of || !strings.HasPrefix(text, tt.want) && !strings.HasPrefix(tt.want, text) {
			t.Errorf("%s: %q, want %q", tt.name, text, tt.want)
		}
	}
}

// TestQuotesSheet holds who said what: of the list's articles from the list, of the article from the text, by time and by speaker.
func TestQuotesSheet(t *testing.T) {
	t.Parallel()
	s := newScreen(t, news(t), testOptions(), 140, 20)
	speakers := func() (all []string) {
		q, ok := s.quotes()
		for i := 0; ok && i < len(q.list); i++ {
			all = append(all, q.list[i].speaker)
		}
		return all
	}
	s.keys("g", "q")
	wantRows(t, speakers(), "ليلى حداد", "سامي الخطيب", "ليلى حداد")
	s.keys("j", "j", "س")
	wantRows(t, speakers(), "ليلى حداد", "ليلى حداد", "سامي الخطيب")
	if s.m.sheet.cursor != 1 {
		t.Errorf("the cursor is on row %d: what it was on has come to 1", s.m.sheet.cursor)
	}
	s.keys("s", "k", "enter")
	r := &s.m.reader
	if got := r.document.source[r.mention.Start:r.mention.End]; s.shown() != "a.txt" || got != "«نعمل معا من أجل المدينة كلها»" {
		t.Errorf("Enter goes to %q of %s", got, s.shown())
	}
	s.keys("ل", "ض")
	wantRows(t, speakers(), "سامي الخطيب", "ليلى حداد")
	s.keys("esc", "esc", "esc", "g", "g", "enter", "g", "q")
	if s.m.sheet != nil || s.m.notice != s.m.words.NoQuotes {
		t.Errorf("an article without quotes: notice %q", s.m.notice)
	}
}

// TestQuotesLeft holds that a search which the reader has left does not open its sheet again.
func TestQuotesLeft(t *testing.T) {
	t.Parallel()
	s := newScreen(t, news(t), testOptions(), 140, 20)
	s.keys("g", "q")
	q, _ := s.quotes()
	more := quotesMsg{search: q.search, list: q.list[:1], read: 2, shown: true}
	s.send(more)
	if q, open := s.quotes(); !open || len(q.list) != 3 {
		t.Fatal("the search does not go on")
	}
	s.keys("esc")
	s.send(more)
	if s.m.sheet != nil {
		t.Error("the sheet is open again")
	}
}

func (s *screen) quotes() (*quotes, bool) { return s.m.quoteSheet() }

// TestArrange holds the orders of quotes.
func TestArrange(t *testing.T) {
	t.Parallel()
	var list []quoted
	for i, name := range []string{"ب", "", "أ", "ب", "", "", "ج"} {
		list = append(list, quoted{said: said{speaker: name}, order: i})
	}
	order := func() (numbers []int) {
		for _, q := range list {
			numbers = append(numbers, q.order)
		}
		return numbers
	}
	if arrange(list, true); !slices.Equal(order(), []int{0, 3, 2, 6, 1, 4, 5}) {
		t.Errorf("by speaker %v", order())
	}
	if arrange(list, false); !slices.IsSorted(order()) {
		t.Errorf("by time %v", order())
	}
}
