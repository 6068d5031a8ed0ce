package ui

import (
	"golang.org/x/text/unicode/norm"

	"jarida/ui/bidi"
	"jarida/ui/term"
)

// canvas writes one row after another for a terminal, from left to right. Its layouter is for text that is shown once and
// not kept.
type canvas struct {
	enc  term.Encoder
	lay  bidi.Layouter
	buf  []byte
	edge bool // rows begin in the terminal's first column

	tashkeel bool        // vowel marks are shown
	digits   bidi.Digits // in which numbers are shown
	heard    bool        // rows are text for the ear: texts as they are stored, whole, a blank between them, and no padding
}

// begin starts a row.
func (c *canvas) begin() { c.buf = c.buf[:0] }

// row gives the row that has been written.
func (c *canvas) row() string { return string(c.buf) }

// blank writes n blank columns.
func (c *canvas) blank(n int) {
	if n > 0 && c.edge && len(c.buf) == 0 {
		c.buf = c.enc.AppendRowStart(append(c.buf, ' '))
		n--
	}
	c.buf = c.enc.AppendBlank(c.buf, n, term.Paint{})
}

// line writes a laid-out line in a field.
func (c *canvas) line(l *bidi.Line, f term.Field) {
	switch {
	case f.Width <= 0:
	case c.heard:
		c.letters(l)
	default:
		c.buf = c.enc.Append(c.buf, l, f)
	}
}

// letters writes the letters of a laid-out line in their logical order, as they are before shaping.
func (c *canvas) letters(l *bidi.Line) {
	order := make([]int, len(l.Cells))
	for i := range l.Cells {
		order[l.Cells[i].Index] = i
	}
	c.buf = append(c.buf, ' ')
	for _, i := range order {
		cell := &l.Cells[i]
		c.buf = append(append(c.buf, norm.NFKC.String(string(cell.Letter))...), cell.Tail...)
	}
}

// text lays text out on one line, with an ellipsis where it is too long, and writes it in a field.
func (c *canvas) text(text string, base bidi.Direction, f term.Field) {
	switch {
	case f.Width <= 0:
		return
	case c.heard:
		c.buf = append(append(c.buf, ' '), text...)
		return
	}
	l := c.fit(text, base, f.Width)
	c.line(&l, f)
}

// fit lays text out on one line of at most width columns. The line is valid until the next call.
func (c *canvas) fit(text string, base bidi.Direction, width int) bidi.Line {
	const longest = 4 << 10 // bytes; no row of a terminal shows more than its first few hundred cells
	if len(text) > longest {
		text = text[:longest]
	}
	lines := c.lay.Layout(text, 0, bidi.Options{Width: width, MaxLines: 1, Base: base, KeepTashkeel: c.tashkeel, Digits: c.digits})
	if len(lines) == 0 {
		return bidi.Line{}
	}
	return lines[0]
}

// segment is a text of its own on a row of facts.
type segment struct {
	text  string
	paint term.Paint
	width int // set by measure
}

// gapBetween is the number of blank columns between two segments of a row.
const gapBetween = 2

// facts writes a row of w columns: near at the side where reading begins, far at the other. Where there is no room, far
// goes first, then the end of near.
func (c *canvas) facts(w int, rtl bool, near, far []segment) {
	if w <= 0 {
		return
	}
	if w < 3 {
		c.blank(w)
		return
	}
	room := w - 2
	near, used := c.measure(near, room)
	far, usedFar := c.measure(far, room-used-gapBetween)
	fill := room - used - usedFar
	c.blank(1)
	if rtl {
		c.segments(far, true)
		c.blank(fill)
		c.segments(near, true)
	} else {
		c.segments(near, false)
		c.blank(fill)
		c.segments(far, false)
	}
	c.blank(1)
}

// measure drops the segments that do not fit into room columns, sets the widths of the others, and gives the columns that
// they take. The first one is cut instead, as long as it has room for a few letters.
func (c *canvas) measure(s []segment, room int) ([]segment, int) {
	const few = 4
	used := 0
	for i := range s {
		free := room - used - min(i, 1)*gapBetween
		if free < 1 {
			return s[:i], used
		}
		l := c.fit(s[i].text, bidi.Auto, free+1)
		switch {
		case l.Width <= free:
			s[i].width = l.Width
			used = room - free + l.Width
		case i == 0 && free >= few:
			s[i].width = free
			return s[:1], room
		default:
			return s[:i], used
		}
	}
	return s, used
}

// segments writes measured segments in reading order.
func (c *canvas) segments(s []segment, rtl bool) {
	for k := range s {
		i := k
		if rtl {
			i = len(s) - 1 - k
		}
		if k > 0 {
			c.blank(gapBetween)
		}
		c.text(s[i].text, bidi.Auto, term.Field{Width: s[i].width, Paint: s[i].paint})
	}
}

// width gives the columns of text on one line; none for no text.
func (c *canvas) width(text string, base bidi.Direction) int {
	if text == "" {
		return 0
	}
	return c.lay.Width(text, bidi.Options{Base: base, KeepTashkeel: true, PlainTokens: true})
}

// glyphs writes a string of the program's own that is drawn as it stands, left to right, and whose width the caller knows.
func (c *canvas) glyphs(s string, p term.Paint) {
	first := c.edge && len(c.buf) == 0
	c.buf = append(c.buf, p.On...)
	if first {
		n := runeLen(s)
		c.buf = c.enc.AppendRowStart(append(c.buf, s[:n]...))
		s = s[n:]
	}
	c.buf = append(c.buf, s...)
	c.buf = append(c.buf, p.Off...)
}
