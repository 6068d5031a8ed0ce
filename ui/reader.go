package ui

import (
	"slices"
	"strings"
	"unicode"

	"jarida/corpus"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// reader is the pane of the text: the open document, the row its cursor is on, and the sentence there.
type reader struct {
	document *document
	at       place
	offset   int        // the source offset that was moved to: a resize goes back to it, and so never drifts
	cursor   bidi.Range // the sentence under the cursor, in source bytes; empty above the text
	anchor   bidi.Range // where a selection was begun; empty for none
	exact    bool       // the cursor was moved by sentences, and shows where its sentence begins within the row
	h        int
	kept     map[corpus.Doc]int // the source offset at which each article was left
}

// open shows a document at the place where it was left.
func (r *reader) open(d *document, width, h int, tashkeel bool) {
	r.keep()
	r.document, r.h, r.anchor = d, h, bidi.Range{}
	d.resize(width, tashkeel)
	r.moveTo(d.find(r.kept[d.doc]))
}

// keep remembers the place in the open document.
func (r *reader) keep() {
	if r.document != nil {
		r.kept[r.document.doc] = r.offset
	}
}

// resize lays the document out anew and stays at the same source offset.
func (r *reader) resize(width, h int, tashkeel bool) {
	r.h = h
	d := r.document
	if d == nil || width == d.width && tashkeel == d.tashkeel {
		return
	}
	d.resize(width, tashkeel)
	r.at = d.find(r.offset)
}

// top gives the first row on the screen: the cursor stands a third down the pane, except near the ends, where the text
// fills the pane and the cursor moves.
func (r *reader) top() place {
	d := r.document
	top, end := d.step(r.at, -(r.h/3)), d.step(d.last(), -(r.h-1))
	if end.before(top) {
		return end
	}
	return top
}

// moveTo puts the cursor on a row and on the sentence at the beginning of that row.
func (r *reader) moveTo(p place) {
	r.at, r.offset, r.exact = p, r.document.offset(p), false
	r.cursor = r.document.sentence(p.piece, r.offset)
}

// move moves the cursor by n rows.
func (r *reader) move(n int) { r.moveTo(r.document.step(r.at, n)) }

// page scrolls the text by n rows, and takes the cursor along. At an end the cursor goes to the last or first row.
func (r *reader) page(n int) {
	d := r.document
	old := r.top()
	top := d.step(old, n)
	if end := d.step(d.last(), -(r.h - 1)); end.before(top) {
		top = end
	}
	switch {
	case top != old:
		r.moveTo(d.step(top, r.h/3))
	case n > 0:
		r.moveTo(d.last())
	default:
		r.moveTo(place{})
	}
}

// toSentence moves the cursor to the next sentence, or to the one before; at an end it stays.
func (r *reader) toSentence(back bool) {
	d := r.document
	step := 1
	if back {
		step = -1
	}
	for i := r.at.piece; i >= 0 && i < len(d.pieces); i += step {
		all := d.sentences(i)
		if back {
			slices.Reverse(all)
		}
		for _, s := range all {
			if i != r.at.piece || !back && s.Start >= r.cursor.End || back && s.End <= r.cursor.Start {
				r.at, r.offset, r.cursor, r.exact = d.rowOf(i, s.Start), s.Start, s, true
				return
			}
		}
	}
}

// selection gives the source range that a copy takes: the sentences from the anchor to the cursor, or the one there.
func (r *reader) selection() bidi.Range {
	if r.anchor.End <= r.anchor.Start {
		return r.cursor
	}
	return bidi.Range{Start: min(r.anchor.Start, r.cursor.Start), End: max(r.anchor.End, r.cursor.End)}
}

// selected gives the text of the selection in logical order, a hard-wrapped line joined, a blank line between paragraphs.
func (r *reader) selected() string {
	s := r.selection()
	var parts []string
	for _, p := range r.document.pieces {
		if p.start < 0 {
			continue
		}
		from, to := max(s.Start, p.start)-p.start, min(s.End, p.start+len(p.text))-p.start
		if from < to {
			parts = append(parts, strings.Join(strings.Fields(strings.Map(printable, p.text[from:to])), " "))
		}
	}
	return strings.Join(parts, "\n\n")
}

// printable drops the controls of an article from what is copied: a clipboard ends in a shell sooner or later.
func printable(r rune) rune {
	if unicode.IsControl(r) && !unicode.IsSpace(r) {
		return -1
	}
	return r
}

// progress gives how much of the text has been on the screen, in percent.
func (r *reader) progress() int {
	d := r.document
	last := d.step(r.top(), r.h-1)
	if len(d.source) == 0 || last == d.last() {
		return 100
	}
	return min(d.offset(last)*100/len(d.source), 99)
}

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
	p := r.top()
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
	bar, mark := m.sentenceBar(p, &ro), m.mark(&ro)
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
func (m *Model) mark(ro *row) string {
	switch {
	case len(ro.line.Cells) == 0:
		return "  "
	case ro.look == lookQuote:
		return "│ "
	case !ro.first:
		return "  "
	case ro.look == lookHeading:
		return "■ "
	case ro.look == lookCaption:
		return "○ "
	case ro.look == lookRelated:
		return "» "
	case ro.look == lookTag:
		return "# "
	case ro.look == lookProblem:
		return "! "
	}
	return "  "
}

// runs gives the paints of source ranges on a row: the first word of the sentence under the cursor, and the selection.
func (m *Model) runs(p place) []term.Run {
	r := &m.reader
	if m.focus != textPane || r.document.pieces[p.piece].start < 0 || r.cursor.End <= r.cursor.Start {
		return nil
	}
	if r.anchor.End > r.anchor.Start {
		return []term.Run{{Range: r.selection(), Paint: m.styles.selection}}
	}
	if !r.exact {
		return nil // scrolling by rows repaints no word
	}
	first := r.cursor
	word := r.document.source[first.Start:first.End]
	if i := strings.IndexAny(word, " \n\t"); i > 0 {
		first.End = first.Start + i
	}
	return []term.Run{{Range: first, Paint: m.styles.sentence}}
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
	case lookRelated, lookTag:
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

// selecting reports whether a selection has been begun.
func (r *reader) selecting() bool { return r.anchor.End > r.anchor.Start }

// toggleSelection begins a selection at the sentence under the cursor, or drops it.
func (r *reader) toggleSelection() {
	if r.selecting() {
		r.anchor = bidi.Range{}
		return
	}
	r.anchor = r.cursor
}
