package ui

import (
	"path"

	"jarida/corpus"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// list is the pane of titles: where its cursor stands in the newest snapshot, and which rows are on the screen.
type list struct {
	snap    *corpus.Snapshot
	cursor  int
	top     int
	h       int
	touched bool // the reader has moved the cursor or opened what it is on; until then it stays on the first row
}

// selected gives the entry under the cursor.
func (l *list) selected() (corpus.Entry, bool) {
	if l.cursor >= l.snap.Len() {
		return corpus.Entry{}, false
	}
	return l.snap.At(l.cursor), true
}

// resize sets the rows of the pane and keeps the cursor on the screen.
func (l *list) resize(h int) {
	l.h = h
	l.top = scrollTop(l.top, l.cursor, h, l.snap.Len())
}

// moveTo puts the cursor on the i-th row, or the nearest there is.
func (l *list) moveTo(i int) {
	l.touched = true
	l.cursor = max(min(i, l.snap.Len()-1), 0)
	l.top = scrollTop(l.top, l.cursor, l.h, l.snap.Len())
}

// adopt swaps to a newer snapshot. What was selected stays selected, in the same row of the screen.
func (l *list) adopt(s *corpus.Snapshot) {
	cursor := 0
	if l.touched && l.cursor < l.snap.Len() {
		cursor = max(s.Index(l.snap.At(l.cursor).Doc), 0)
	}
	l.top += cursor - l.cursor
	l.snap, l.cursor = s, cursor
	l.top = scrollTop(max(min(l.top, s.Len()-l.h), 0), cursor, l.h, s.Len())
}

// listRow writes the row of the list on the i-th row of the screen.
func (m *Model) listRow(c *canvas, i int) {
	l, w := &m.list, m.frame.list.w
	i += l.top
	if i >= l.snap.Len() {
		c.blank(w)
		return
	}
	e := l.snap.At(i)
	if w < 2*barWidth {
		c.blank(w - max(w-1, 1))
		m.titleField(c, e, max(w-1, 1))
		return
	}
	facts, meta := m.meta(c, e, w)
	gap := min(meta, gapBetween)
	m.across(
		func() { m.bar(c, i == l.cursor) },
		func() { m.titleField(c, e, w-barWidth-gap-meta-1) },
		func() { c.blank(gap) },
		func() {
			c.text(facts, m.base(), term.Field{Width: meta, Align: m.farSide(), Paint: m.styles.meta})
		},
		func() { c.blank(1) },
	)
}

// across writes the parts of a row from the side where the list stands.
func (m *Model) across(parts ...func()) {
	sided(m.rtl, parts)
}

// barWidth is the width of the mark of the selected row. Only these cells change when the selection moves.
const barWidth = 2

// bar writes the mark at the outer edge of a row: thick in the pane that has the keys, thin in the other.
func (m *Model) bar(c *canvas, selected bool) {
	switch {
	case !selected:
		c.blank(barWidth)
	case m.focus == listPane && m.rtl:
		c.glyphs("▐█", m.styles.bar)
	case m.focus == listPane:
		c.glyphs("█▌", m.styles.bar)
	case m.rtl:
		c.glyphs(" ▐", m.styles.bar)
	default:
		c.glyphs("▌ ", m.styles.bar)
	}
}

// titleField writes the title of an entry, or what stands for it.
func (m *Model) titleField(c *canvas, e corpus.Entry, w int) {
	text, p := e.Title, m.styles.plain
	switch {
	case e.Failed:
		text, p = "! "+path.Base(e.Path)+": "+e.Problem, m.styles.warn
	case text == "":
		text, p = path.Base(e.Path), m.styles.dim
	}
	c.text(text, bidi.Auto, term.Field{Width: w, Align: m.nearSide(), Paint: p})
}

// meta gives what a row says beside the title, and its columns: date and source, the date alone where both take too much
// from the title, or nothing. The time of a file is never shown as the date of an article. The date comes first: behind
// an Arabic word its parts would change places (UAX #9 W2).
func (m *Model) meta(c *canvas, e corpus.Entry, w int) (facts string, width int) {
	const room = 40 // columns of a row in which a title of 24 and a date of ten stand side by side
	if w < room {
		return "", 0
	}
	facts = e.Date.ISO + e.Source
	if !e.Date.Zero() && e.Source != "" {
		facts = e.Date.ISO + " · " + e.Source
	}
	for _, facts := range []string{facts, e.Date.ISO} {
		if width := c.width(facts, m.base()); width <= w*2/5 {
			return facts, width
		}
	}
	return "", 0
}

// base is the direction of rows that have no direction of their own.
func (m *Model) base() bidi.Direction {
	if m.rtl {
		return bidi.RTL
	}
	return bidi.LTR
}

// nearSide is the side at which reading of a row begins.
func (m *Model) nearSide() term.Align {
	if m.rtl {
		return term.Right
	}
	return term.Left
}

func (m *Model) farSide() term.Align {
	if m.rtl {
		return term.Left
	}
	return term.Right
}
