package ui

import (
	"testing"

	"jarida/corpus"
	"jarida/corpus/calendar"
)

// TestMeta holds what a row says beside the title: as much as leaves the title most of the row, nothing twice, the date first.
func TestMeta(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 200, 20)
	date := calendar.Date{ISO: "2024-01-16"}
	for _, tt := range []struct {
		name  string
		entry corpus.Entry
		w     int
		want  string
	}{
		{"all", corpus.Entry{Date: date, Source: "رويترز", Byline: "سامي أحمد", Section: "سياسة"}, 100, "2024-01-16 · رويترز · سامي أحمد · سياسة"},
		{"what fits", corpus.Entry{Date: date, Source: "رويترز", Byline: "سامي أحمد", Section: "سياسة"}, 60, "2024-01-16 · رويترز"},
		{"the date alone", corpus.Entry{Date: date, Source: "رويترز"}, 40, "2024-01-16"},
		{"no room", corpus.Entry{Date: date, Source: "رويترز"}, 39, ""},
		{"no date", corpus.Entry{Source: "رويترز", Section: "سياسة"}, 60, "رويترز · سياسة"},
		{"one name twice", corpus.Entry{Date: date, Source: "فرانس 24", Byline: "فرانس 24"}, 100, "2024-01-16 · فرانس 24"},
		{"a byline with the source in it", corpus.Entry{Date: date, Source: "سبق", Byline: "بدر الجبل- سبق- تبوك"}, 100, "2024-01-16 · بدر الجبل- سبق- تبوك"},
		{"one that is too long", corpus.Entry{Date: date, Source: "سبق", Byline: "بدر الجبل- سبق- تبوك"}, 50, "2024-01-16 · سبق"},
		{"nothing", corpus.Entry{}, 100, ""},
	} {
		facts, width := s.m.meta(&s.m.canvas, tt.entry, tt.w)
		if facts != tt.want || width != s.m.canvas.width(facts, s.m.base()) {
			t.Errorf("%s: %q in %d columns, want %q", tt.name, facts, width, tt.want)
		}
	}
}
