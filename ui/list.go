package ui

import (
	"path"
	"strings"

	"jarida/corpus"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// list is the pane of titles: where its cursor stands in the newest snapshot, and which rows are on the screen.
type list struct {
	snap    *corpus.Snapshot
	rows    rows
	place   int // where the cursor stood in the snapshot before no row was left
	cursor  int
	top     int
	h       int
	touched bool // the reader has moved the cursor or opened what it is on; until then it stays on the first row
	fresh   map[corpus.Doc]struct{}
}

// remove takes entries out of the list. The next one comes under the cursor, in the same row of the screen.
func (l *list) remove(gone func(corpus.Doc) bool) {
	before, i := 0, 0
	place := l.at(l.cursor)
	r := l.rows.only(l.snap, func(d corpus.Doc) bool {
		kept := !gone(d)
		if kept && i < l.cursor {
			before++
		}
		i++
		return kept
	})
	n := l.length()
	l.rows, l.place = r, place
	if l.length() == n {
		return
	}
	l.top += before - l.cursor
	l.cursor = max(min(before, l.length()-1), 0)
	l.top = scrollTop(max(min(l.top, l.length()-l.h), 0), l.cursor, l.h, l.length())
}

// length gives the number of rows.
func (l *list) length() int {
	if l.rows.some {
		return len(l.rows.places)
	}
	return l.snap.Len()
}

// at gives the place in the snapshot of the i-th row.
func (l *list) at(i int) int {
	switch {
	case !l.rows.some:
		return i
	case i < len(l.rows.places):
		return int(l.rows.places[i])
	}
	return l.place
}

// find gives the row of an article, -1 where the list does not hold it.
func (l *list) find(d corpus.Doc) int {
	place := l.snap.Index(d)
	if place < 0 {
		return -1
	}
	if row, exact := l.rows.row(place, 0); exact {
		return row
	}
	return -1
}

// selected gives the entry under the cursor.
func (l *list) selected() (corpus.Entry, bool) {
	if l.cursor >= l.length() {
		return corpus.Entry{}, false
	}
	return l.snap.At(l.at(l.cursor)), true
}

// resize sets the rows of the pane and keeps the cursor on the screen.
func (l *list) resize(h int) {
	l.h = h
	l.top = scrollTop(l.top, l.cursor, h, l.length())
}

// moveTo puts the cursor on the i-th row, or the nearest there is.
func (l *list) moveTo(i int) {
	l.touched = true
	l.cursor = max(min(i, l.length()-1), 0)
	l.top = scrollTop(l.top, l.cursor, l.h, l.length())
	l.see()
}

// adopt swaps to a newer snapshot. What was selected stays selected, in the same row of the screen, the next one where it is gone.
// Until everything is read an untouched list stays at the first row; what comes later never moves what is on the screen.
func (l *list) adopt(s *corpus.Snapshot, r rows) {
	place, cursor := 0, 0
	if l.touched || l.snap.Progress().Done {
		cursor = l.cursor
		was := l.at(l.cursor)
		place = s.After(l.snap, was)
		if !r.sorted() || was < l.snap.Len() && s.Index(l.snap.DocAt(was)) >= 0 {
			cursor, _ = r.row(place, l.cursor)
		}
	}
	l.note(s)
	l.top += cursor - l.cursor
	l.snap, l.rows, l.place, l.cursor = s, r, place, cursor
	n := l.length()
	l.cursor = max(min(cursor, n-1), 0)
	l.top = scrollTop(max(min(l.top, n-l.h), 0), l.cursor, l.h, n)
}

// listRow writes the row of the list on the i-th row of the screen.
func (m *Model) listRow(c *canvas, i int) {
	l, w := &m.list, m.frame.list.w
	i += l.top
	if i >= l.length() {
		c.blank(w)
		return
	}
	e := l.snap.At(l.at(i))
	if w < 2*barWidth {
		c.blank(w - max(w-1, 1))
		m.titleField(c, e, max(w-1, 1))
		return
	}
	facts, meta := m.meta(c, e, w)
	gap, part, marks := min(meta, gapBetween), partWidth(e, w), m.markWidth(w)
	m.across(
		func() { m.bar(c, i == l.cursor, m.focus == listPane, m.ticks.Has(int32(e.Doc))) },
		func() { m.stateMarks(c, e.Doc, marks) },
		func() { m.partMark(c, part) },
		func() { m.titleField(c, e, w-barWidth-marks-part-gap-meta-1) },
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

// bar writes the mark at the outer edge of a row: thick in the pane that has the keys, thin in the others. A tick takes the inner cell.
func (m *Model) bar(c *canvas, selected, focused, ticked bool) {
	outer, inner := " ", " "
	switch {
	case selected && focused && m.rtl:
		outer, inner = "█", "▐"
	case selected && focused:
		outer, inner = "█", "▌"
	case selected && m.rtl:
		outer = "▐"
	case selected:
		outer = "▌"
	}
	if ticked && !m.options.Plain {
		inner = tickMark
	}
	switch {
	case !selected && !ticked:
		c.blank(barWidth)
	case m.rtl:
		c.glyphs(inner+outer, m.styles.bar)
	default:
		c.glyphs(outer+inner, m.styles.bar)
	}
}

// partWidth gives the columns of the mark of an entry that is a further part of its file: it has one where there is room for a
// few letters beside it.
func partWidth(e corpus.Entry, w int) int {
	const mark, few = 2, 8
	if e.Part < 2 || w < barWidth+mark+few {
		return 0
	}
	return mark
}

// partMark writes the mark of a further part.
func (m *Model) partMark(c *canvas, w int) {
	switch {
	case w == 0:
	case m.rtl:
		c.glyphs(" ┘", m.styles.dim)
	default:
		c.glyphs("└ ", m.styles.dim)
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
	case m.states.listed != nil && !m.states.read.Has(int32(e.Doc)):
		p = m.styles.unread
	}
	c.text(text, bidi.Auto, term.Field{Width: w, Align: m.nearSide(), Paint: p})
}

// meta gives what a row says beside the title, and its columns: date, source, byline and section, as many of them as leave most of
// the row to the title. The time of a file is never shown as the date of an article. The date comes first: behind an Arabic word its
// parts would change places (UAX #9 W2).
func (m *Model) meta(c *canvas, e corpus.Entry, w int) (facts string, width int) {
	const room = 40 // columns of a row in which a title of 24 and a date of ten stand side by side
	if w < room {
		return "", 0
	}
	source, byline := e.Source, e.Byline
	if strings.Contains(byline, source) {
		source, byline = byline, source // the longer one first: where it fits, it says both
	}
	for _, fact := range [...]string{e.Date.ISO, source, byline, e.Section} {
		if fact == "" || strings.Contains(facts, fact) {
			continue
		}
		longer := fact
		if facts != "" {
			longer = facts + " · " + fact
		}
		if columns := c.width(longer, m.base()); columns <= w*2/5 {
			facts, width = longer, columns
		}
	}
	return facts, width
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
