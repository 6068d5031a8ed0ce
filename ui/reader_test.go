package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestOffsetOfInserted holds that what the program puts between paragraphs has the place of the text above it.
func TestOffsetOfInserted(t *testing.T) {
	t.Parallel()
	d := &document{source: "أول\nثان", pieces: []piece{
		{text: "ملف غريب", start: -1, look: lookProblem, gap: true},
		{text: "أول", start: 0, gap: true},
		{start: -1, look: lookRule, gap: true},
		{text: "ثان", start: 7},
	}}
	d.resize(shownAs{width: 40})
	for p, want := range map[place]int{{0, 0}: 0, {0, 1}: 0, {1, 0}: 0, {2, 0}: 0, {2, 1}: 0, {3, 0}: 7} {
		if got := d.offset(p); got != want {
			t.Errorf("offset of %v is %d, want %d", p, got, want)
		}
	}
	d.pieces = append(d.pieces, piece{start: -1, look: lookRule})
	d.resize(shownAs{width: 39})
	if got := d.offset(place{4, 0}); got != 7 {
		t.Errorf("offset of a rule below the text is %d, want 7", got)
	}
}

// TestNoDrift holds that dragging the window through many widths and back ends where it began.
func TestNoDrift(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, articles), testOptions(), 120, 20)
	s.keys("g", "e", "enter", "space", "space", "j")
	at, row := s.m.reader.at, s.rows()[5]
	for w := 119; w > 20; w-- {
		s.send(tea.WindowSizeMsg{Width: w, Height: 20})
	}
	s.send(tea.WindowSizeMsg{Width: 120, Height: 20})
	if s.m.reader.at != at || s.rows()[5] != row {
		t.Errorf("at %v, was at %v", s.m.reader.at, at)
	}
}
