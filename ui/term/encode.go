package term

import (
	"math"

	"jarida/ui/bidi"
)

// Encoder writes lines for one mode. It never writes a control character other than its own: what a cell holds of that
// kind is replaced or left out.
type Encoder struct {
	Mode Mode
	// OneFont says of Words mode that the terminal's main font has the Arabic letters too, so that punctuation is turned
	// round together with the word that it touches. Otherwise letters come from a second font, and punctuation stays.
	OneFont bool
}

// Append appends the line, padded to the field's width, to dst. A line wider than the field is a mistake of the caller;
// it is cut at its logical end so that the row keeps its width. In Isolate mode the field must not start at the
// terminal's first column (ultraviolet loses a zero-width character there): rows begin with a blank or a border.
func (e Encoder) Append(dst []byte, l *bidi.Line, f Field) []byte {
	if f.Width <= 0 {
		return dst
	}
	limit, width := fit(l, f.Width)
	left := f.before(l, f.Width-width)
	w := writer{field: &f, limit: limit, run: -1}
	dst = append(dst, f.Paint.On...)
	dst = appendBlanks(dst, left)
	switch e.Mode {
	case Isolate, Logical:
		dst = w.logical(dst, l, e.Mode == Isolate)
	case Words:
		dst = w.words(dst, l.Cells, e.OneFont)
	default:
		dst = w.visual(dst, l.Cells, e.Mode == Marked)
	}
	if right := f.Width - width - left; right > 0 {
		dst = w.paint(dst, -1)
		dst = appendBlanks(dst, right)
	}
	return w.close(dst)
}

// AppendBlank appends n blank columns.
func (e Encoder) AppendBlank(dst []byte, n int, p Paint) []byte {
	if n <= 0 {
		return dst
	}
	dst = append(dst, p.On...)
	dst = appendBlanks(dst, n)
	return append(dst, p.Off...)
}

// AppendRowStart appends what belongs after the first column of every row, itself no column wide: in Marked mode a
// U+200E, for terminals that take a row's direction from its first strong letter. The first column holds a blank or a
// border, for the zero-width character would be lost in column 0.
func (e Encoder) AppendRowStart(dst []byte) []byte {
	if e.Mode == Marked {
		dst = append(dst, lrm...)
	}
	return dst
}

// whole is the limit of a line that is not cut.
const whole = math.MaxInt32

// fit gives the number of cells, counted in logical order, that find room in width columns, and the columns they take.
func fit(l *bidi.Line, width int) (limit int32, used int) {
	if l.Width <= width {
		return whole, l.Width
	}
	columns := func(limit int) int {
		n := 0
		for i := range l.Cells {
			if int(l.Cells[i].Index) < limit {
				n += int(l.Cells[i].Width)
			}
		}
		return n
	}
	low, high := 0, len(l.Cells) // columns(low) fits; nothing above high does
	for low < high {
		mid := (low + high + 1) / 2
		if columns(mid) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return int32(low), columns(low)
}

// writer writes one field. It does not hold what it appends to: what it points to could then not stay off the heap.
type writer struct {
	field *Field
	limit int32 // cells from this place on in logical order are cut off
	run   int   // of field.Runs, the one that is switched on; -1: the field's own paint
}

// paint switches to a run of the field, -1 for the field's own paint.
func (w *writer) paint(dst []byte, run int) []byte {
	if run == w.run {
		return dst
	}
	var from, to Paint
	if w.run >= 0 {
		from = w.field.Runs[w.run].Paint
	}
	if run >= 0 {
		to = w.field.Runs[run].Paint
	}
	w.run = run
	if from == to {
		return dst
	}
	if from != (Paint{}) {
		dst = append(dst, from.Off...)
		dst = append(dst, w.field.Paint.On...)
	}
	return append(dst, to.On...)
}

// close switches off what the field has switched on.
func (w *writer) close(dst []byte) []byte {
	off := ""
	if w.run >= 0 {
		off = w.field.Runs[w.run].Paint.Off
	}
	dst = append(dst, off...)
	if off != w.field.Paint.Off {
		dst = append(dst, w.field.Paint.Off...)
	}
	return dst
}

const spaces = "                                                                "

func appendBlanks(dst []byte, n int) []byte {
	for ; n > len(spaces); n -= len(spaces) {
		dst = append(dst, spaces...)
	}
	if n > 0 {
		dst = append(dst, spaces[:n]...)
	}
	return dst
}
