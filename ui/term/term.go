// Package term knows what a terminal does with right-to-left rows, and how a line of cells is written for it.
//
// Encoding is the only code of the program that knows modes. Nothing after it cuts, pads or searches what it wrote.
//
// A screen begins with what Detect makes of the environment alone. It sends the choice's Enter before the screen is
// cleared, and then Queries. Each message goes through Replies.Hear; where that was an answer, it detects again, sends what
// FollowUp asks, and where the choice has changed, the new Enter and a cleared screen. It sends Leave on the way out. A
// command asks with Ask and waits.
package term

import "jarida/ui/bidi"

// Paint is a style as the SGR sequences that switch it on and off; both empty for none.
type Paint struct{ On, Off string }

// Run paints a range of source bytes; of overlapping runs the last wins. It is painted over the paint of its field.
type Run struct {
	bidi.Range
	Paint Paint
}

// covers reports whether the run paints the cell. A cell that stands for no byte (an ellipsis) is painted where it stands.
func (r *Run) covers(c *bidi.Cell) bool {
	start, end := int(c.Start), int(c.End)
	if start == end {
		end++
	}
	return r.Start < end && start < r.End
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

// before gives the number of blank columns to the left of the line, of free columns that it leaves.
func (f *Field) before(l *bidi.Line, free int) int {
	switch f.Align {
	case Left:
		return 0
	case Right:
		return free
	case Centre:
		return free / 2
	default:
		if l.RTL() {
			return free
		}
		return 0
	}
}

// run gives the index of the run that paints the cell, -1 for none.
func (f *Field) run(c *bidi.Cell) int {
	for i := len(f.Runs) - 1; i >= 0; i-- {
		if f.Runs[i].covers(c) {
			return i
		}
	}
	return -1
}
