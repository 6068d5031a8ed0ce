package ui

import (
	"slices"
	"strings"
)

// The marks of rows are in code page 437 and so in the fonts of consoles, and never mirrored. Star and cross are as in a bullet journal.
const (
	tickMark     = "√"
	starMark     = "*"
	laterMark    = "~"
	archivedMark = "x"
	sameMark     = "="
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

// rowState is what was decided about the articles of a row: about one, or about all of a closed story.
type rowState struct {
	unread, starred, ticked bool // one of them is
	later, archived         bool // all of them are: as long as one is not, the story lies where that one does
}

// rowState gives what was decided about the articles of the i-th row.
func (m *Model) rowState(i int) rowState {
	st := &m.states
	state := rowState{later: true, archived: true}
	for d := range m.list.covers(i) {
		doc := int32(d)
		state.unread = state.unread || st.listed != nil && !st.read.Has(doc)
		state.starred = state.starred || st.starred.Has(doc)
		state.ticked = state.ticked || m.ticks.Has(doc)
		state.later = state.later && st.later.Has(doc)
		state.archived = state.archived && st.archived.Has(doc)
	}
	return state
}

// stateMarks writes whether the articles of a row are starred, for later or archived. Where there is room for one mark alone, where they lie
// comes first: the starred ones have a view of their own.
func (m *Model) stateMarks(c *canvas, of rowState, w int) {
	if w == 0 {
		return
	}
	star, place := " ", " "
	switch {
	case of.later:
		place = laterMark
	case of.archived:
		place = archivedMark
	}
	if of.starred {
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
