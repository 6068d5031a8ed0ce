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

// readerRows writes the rows of the text pane.
func (m *Model) readerRows(c *canvas, emit func()) {
	w, h := m.frame.text.w, m.frame.text.h
	r := &m.reader
	if r.document == nil || len(r.document.pieces) == 0 {
		for range h {
			c.blank(w)
			emit()
		}
		return
	}
	p := r.top
	for i := range h {
		m.readerRow(c, p, w)
		emit()
		next := r.document.step(p, 1)
		if next == p {
			for range h - i - 1 {
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
func (m *Model) readerRow(c *canvas, p place, w int) {
	ro := m.reader.document.at(p)
	tw := textWidth(w)
	if w < 2*gutter {
		c.blank(w - tw)
		c.line(&ro.line, term.Field{Width: tw, Paint: m.lookPaint(ro.look)})
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
	bar, mark := m.sentenceBar(p, &ro), m.mark(p, &ro)
	paint := m.lookPaint(ro.look)
	f := term.Field{Width: tw, Paint: paint, Runs: m.runs(p)}
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

// sentenceBar gives the mark beside a row: thick at the cursor, thin along its sentence. Nothing else
// changes when the cursor moves by rows, so that a move costs a few bytes.
func (m *Model) sentenceBar(p place, ro *row) string {
	r := &m.reader
	switch {
	case m.focus != textPane:
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
func (m *Model) mark(p place, ro *row) string {
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
	case ro.look == lookFold && !m.reader.document.unfolded(p.piece):
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

// runs gives the paints of source ranges on a row: the entities, the mention that was jumped to, the first word of the sentence under
// the cursor, or the selection.
func (m *Model) runs(p place) []term.Run {
	r := &m.reader
	ro := r.document.at(p)
	if r.document.pieces[p.piece].start < 0 || len(ro.line.Cells) == 0 {
		return nil
	}
	runs := m.markRuns(&ro)
	if r.mention.End > r.mention.Start {
		runs = append(runs, term.Run{Range: r.mention, Paint: m.styles.mention})
	}
	switch {
	case m.focus != textPane || r.cursor.End <= r.cursor.Start:
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
