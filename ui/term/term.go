// Package term knows what a terminal does with right-to-left rows, and how a line of cells is written for it.
//
// Encoding is the only code of the program that knows modes. Nothing after it cuts, pads or searches what it wrote.
package term

import "jarida/ui/bidi"

// Mode is a way of writing right-to-left text for a terminal.
type Mode uint8

const (
	Marked  Mode = iota // visual order, presentation forms, U+200E after every right-to-left cell: right nearly everywhere
	Visual              // visual order, presentation forms: where the terminal does not reorder, or BDSM is off
	Isolate             // logical order, base letters, one RLI…PDI per field: Konsole
	Words               // visual order of words, each right-to-left word in logical order: kitty's default
	Logical             // logical order, as stored: pipes
)

// Paint is a style as the SGR sequences that switch it on and off; both empty for none.
type Paint struct{ On, Off string }

// Run paints a range of source bytes; of overlapping runs the last wins.
type Run struct {
	bidi.Range
	Paint Paint
}

// Align says where a line that is shorter than its field stands in it.
type Align uint8

const (
	Natural Align = iota // at the side where its paragraph begins
	Left
	Right
	Centre
)

// Field is a stretch of one row that holds one line: exactly Width columns.
type Field struct {
	Width int
	Align Align
	Paint Paint // of the whole field, blanks included
	Runs  []Run
}

// Encoder writes lines for one mode.
type Encoder struct {
	Mode Mode
}

// Append appends the line, padded to the field's width, to dst. A line wider than the field is a mistake of the caller;
// it is cut at its logical end so that the row keeps its width. In Isolate mode the field must not start at the
// terminal's first column (ultraviolet loses a zero-width character there): rows begin with a blank or a border.
func (e Encoder) Append(dst []byte, l *bidi.Line, f Field) []byte { return dst }

// AppendBlank appends n blank columns.
func (e Encoder) AppendBlank(dst []byte, n int, p Paint) []byte { return dst }
