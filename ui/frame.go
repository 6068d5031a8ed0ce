package ui

// narrow is the width below which one pane is shown at a time: two panes of 40 columns hold about six Arabic words a line.
const narrow = 80

// measure is the widest line of running text. Print keeps lines of 60–75 letters; every cell costs a slow line up to six
// bytes when the text scrolls.
const measure = 70

// gutter is what the reader needs beside the measure: the sentence bar (2), the mark of a block (2) and a margin at either side.
const gutter = 6

// pane names what a part of the screen shows.
type pane uint8

const (
	listPane pane = iota
	textPane
)

// box is a rectangle of the screen in cells. It may be empty, never negative.
type box struct{ x, w, h int }

// frame is the geometry of the whole screen: all arithmetic on sizes is done here.
type frame struct {
	w, h     int
	wide     bool // both panes are shown
	mirrored bool // the list is at the left (folders that are mostly left-to-right)
	list     box
	text     box
	border   int // column of the line between the panes, -1 where there is none
	status   bool
}

// newFrame divides a screen of w×h cells. alone is the pane to show where only one can be, and full asks for it to
// have the whole screen even where both would fit.
func newFrame(w, h int, alone pane, full, mirrored bool) frame {
	f := frame{w: max(w, 0), h: max(h, 0), mirrored: mirrored, border: -1}
	f.status = f.h >= 2
	rows := f.h
	if f.status {
		rows--
	}
	if f.w < narrow || full {
		one := box{0, f.w, rows}
		if alone == listPane {
			f.list = one
		} else {
			f.text = one
		}
		return f
	}
	f.wide = true
	lw := listWidth(f.w)
	f.list = box{f.w - lw, lw, rows}
	f.text = box{0, f.w - lw - 1, rows}
	f.border = f.text.w
	if mirrored {
		f.list.x, f.border, f.text.x = 0, lw, lw+1
	}
	return f
}

// listWidth gives the list what the text does not need, within limits that keep both readable.
func listWidth(w int) int {
	spare := w - 1 - measure - gutter
	return min(max(spare, w*35/100), w*45/100)
}
