package ui

import (
	"slices"
	"strings"

	"jarida/corpus"
)

// The marks of rows are in code page 437 and so in the fonts of consoles, and never mirrored. Star and cross are as in a bullet journal.
const (
	tickMark     = "√"
	starMark     = "*"
	laterMark    = "~"
	archivedMark = "x"
)

// markWidth gives the columns of the marks of what was decided about an article: none where nothing can be, one mark and a blank in a narrow
// list, else two marks and a blank.
func (m *Model) markWidth(w int) int {
	const narrowList, room = 12, 32
	switch {
	case m.options.Journal == nil || m.options.Plain || w < narrowList:
		return 0
	case w < room:
		return 2
	}
	return 3
}

// stateMarks writes whether an article is starred, for later or archived. Where there is room for one mark alone, where it lies comes first:
// the starred ones have a view of their own.
func (m *Model) stateMarks(c *canvas, d corpus.Doc, w int) {
	if w == 0 {
		return
	}
	star, place := " ", " "
	switch {
	case m.states.later.Has(int32(d)):
		place = laterMark
	case m.states.archived.Has(int32(d)):
		place = archivedMark
	}
	if m.states.starred.Has(int32(d)) {
		star = starMark
	}
	marks := star + place
	if w == 2 && place != " " {
		marks = place
	} else if w == 2 {
		marks = star
	}
	switch {
	case strings.TrimSpace(marks) == "":
		c.blank(w)
	case m.rtl:
		c.glyphs(" "+turned(marks), m.styles.marks)
	default:
		c.glyphs(marks+" ", m.styles.marks)
	}
}

// turned gives ASCII text in the order of a row that begins at the right.
func turned(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}
