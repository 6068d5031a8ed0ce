package ui

import (
	"slices"
	"strings"

	"jarida/ui/term"
)

// textWidth gives the columns of running text in a pane of w columns.
func textWidth(w int) int {
	if w < 2*gutter {
		return max(w-1, 1) // one column stays blank: what tells a terminal the direction of a row stands behind it
	}
	return min(w-gutter, measure)
}

// markWidth is the width of the mark that tells headings, captions and quotes apart without colour.
const markWidth = 2

// textView is a text on the screen: which, how wide, and what is marked in it.
type textView struct {
	reader *reader
	w, h   int
	active bool  // it has the keys, and shows its cursor
	names  bool  // its entities may be marked
	hits   []hit // what was looked for
}

// readerRows writes the rows of the text pane.
func (m *Model) readerRows(c *canvas, emit func()) {
	v := textView{reader: &m.reader, w: m.frame.text.w, h: m.frame.text.h, active: m.focus == textPane, names: true, hits: m.find.shown(m.reader.document)}
	m.textRows(c, &v, emit)
}

// textRows writes the rows of a text.
func (m *Model) textRows(c *canvas, v *textView, emit func()) {
	w, r := v.w, v.reader
	if r.document == nil || len(r.document.pieces) == 0 {
		for range v.h {
			c.blank(w)
			emit()
		}
		return
	}
	p := r.top
	for i := range v.h {
		m.readerRow(c, v, p)
		emit()
		next := r.document.step(p, 1)
		if next == p {
			for range v.h - i - 1 {
				c.blank(w)
				emit()
			}
			return
		}
		p = next
	}
}

// readerRow writes one row of the document, centred in w columns: bar, mark and text from the side where its
// paragraph begins.
func (m *Model) readerRow(c *canvas, v *textView, p place) {
	ro, w := v.reader.document.at(p), v.w
	tw := textWidth(w)
	if w < 2*gutter {
		c.blank(w - tw)
		c.line(&ro.line, term.Field{Width: tw, Paint: m.lookPaint(ro.look), Runs: m.runs(v, p)})
		return
	}
	side := (w - tw - barWidth - markWidth) / 2
	rest := w - tw - barWidth - markWidth - side
	if ro.look == lookRule {
		c.blank(side)
		c.glyphs(strings.Repeat("─", tw+barWidth+markWidth), m.styles.border)
		c.blank(rest)
		return
	}
	rtl := len(ro.line.Cells) == 0 || ro.line.RTL()
	bar, mark := v.sentenceBar(p, &ro), v.mark(p, &ro)
	paint := m.lookPaint(ro.look)
	f := term.Field{Width: tw, Paint: paint, Runs: m.runs(v, p)}
	c.blank(side)
	if rtl {
		c.line(&ro.line, f)
		c.glyphs(reverse(mark), paint)
		c.glyphs(reverse(bar), m.styles.plain)
	} else {
		c.glyphs(bar, m.styles.plain)
		c.glyphs(mark, paint)
		c.line(&ro.line, f)
	}
	c.blank(rest)
}

// offsetAt gives the source offset of what readerRow shows at a place in a column of the pane, that of the nearest letter beside it.
func (m *Model) offsetAt(p place, column int) int {
	ro, w := m.reader.document.at(p), m.frame.text.w
	tw := textWidth(w)
	left := w - tw
	if w >= 2*gutter {
		left = (w - tw - barWidth - markWidth) / 2
		if len(ro.line.Cells) > 0 && !ro.line.RTL() {
			left += barWidth + markWidth
		}
	}
	if ro.line.RTL() {
		left += tw - ro.line.Width
	}
	return ro.line.OffsetAt(column - left)
}

// sentenceBar gives the mark beside a row: thick at the cursor, thin along its sentence. Nothing else
// changes when the cursor moves by rows, so that a move costs a few bytes.
func (v *textView) sentenceBar(p place, ro *row) string {
	r := v.reader
	switch {
	case !v.active:
		return "  "
	case p == r.at:
		return "█ "
	case len(ro.line.Cells) > 0 && r.document.pieces[p.piece].start >= 0 &&
		ro.line.Start < r.cursor.End && ro.line.End > r.cursor.Start:
		return "│ "
	}
	return "  "
}

// mark gives what stands beside a row to tell its kind without colour.
func (v *textView) mark(p place, ro *row) string {
	switch {
	case len(ro.line.Cells) == 0:
		return "  "
	case ro.look == lookQuote:
		return "│ "
	case ro.look == lookRelated, ro.look == lookSource:
		return "┊ "
	case !ro.first:
		return "  "
	case ro.look == lookHeading:
		return "■ "
	case ro.look == lookCaption:
		return "○ "
	case (ro.look == lookStory || ro.look == lookPart) && ro.line.RTL():
		return "« "
	case ro.look == lookStory, ro.look == lookPart:
		return "» "
	case ro.look == lookFold && !v.reader.document.unfolded(p.piece):
		if ro.line.RTL() {
			return "◂ "
		}
		return "▸ "
	case ro.look == lookFold:
		return "▾ "
	case ro.look == lookTag:
		return "# "
	case ro.look == lookProblem:
		return "! "
	}
	return "  "
}

// runs gives the paints of source ranges on a row: the entities, what was looked for, the place that was jumped to, the first word of
// the sentence under the cursor, or the selection.
func (m *Model) runs(v *textView, p place) []term.Run {
	r := v.reader
	ro := r.document.at(p)
	if r.document.pieces[p.piece].start < 0 || len(ro.line.Cells) == 0 {
		return nil
	}
	var runs []term.Run
	if v.names {
		runs = m.markRuns(&ro)
	}
	runs = m.hitRuns(runs, v.hits, p.piece, &ro)
	if r.mention.End > r.mention.Start {
		runs = append(runs, term.Run{Range: r.mention, Paint: m.styles.mention})
	}
	switch {
	case !v.active || r.cursor.End <= r.cursor.Start:
		return runs
	case r.anchor.End > r.anchor.Start:
		return append(runs, term.Run{Range: r.selection(), Paint: m.styles.selection})
	case !r.exact:
		return runs // scrolling by rows repaints no word
	}
	first := r.cursor
	word := r.document.source[first.Start:first.End]
	if i := strings.IndexAny(word, " \n\t"); i > 0 {
		first.End = first.Start + i
	}
	return append(runs, term.Run{Range: first, Paint: m.styles.sentence})
}

// lookPaint gives the paint of a kind of text.
func (m *Model) lookPaint(l look) term.Paint {
	s := &m.styles
	switch l {
	case lookTitle:
		return s.title
	case lookMeta:
		return s.meta
	case lookHeading:
		return s.heading
	case lookCaption:
		return s.caption
	case lookQuote:
		return s.quote
	case lookFold:
		return s.key
	case lookStory, lookPart:
		return s.story
	case lookRelated, lookSource, lookTag:
		return s.dim
	case lookProblem:
		return s.warn
	case lookText, lookRule:
	}
	return s.plain
}

// reverse turns a string of two one-cell runes for the other side of the text.
func reverse(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}
