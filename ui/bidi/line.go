package bidi

// Spans appends to dst the column spans of the source range r on the line, left to right, merged where they touch. A cell
// belongs to the range if one of its bytes does.
func (l *Line) Spans(dst []Span, r Range) []Span {
	first := len(dst)
	col := 0
	for i := range l.Cells {
		c := &l.Cells[i]
		to := col + int(c.Width)
		if int(c.Start) < r.End && r.Start < int(c.End) {
			if len(dst) > first && dst[len(dst)-1].To == col {
				dst[len(dst)-1].To = to
			} else {
				dst = append(dst, Span{col, to})
			}
		}
		col = to
	}
	return dst
}

// Caret gives the column of the caret before the source offset: the right edge of the cell there if its level is odd, the
// left edge if it is even; after the last cell, the far edge on the side to which the line runs. An offset inside a cell
// (the alef of a lam-alef) has the caret of the cell; one before the line that of its first cell.
func (l *Line) Caret(offset int) int {
	offset = max(offset, l.Start)
	col := 0
	for i := range l.Cells {
		c := &l.Cells[i]
		if int(c.Start) <= offset && offset < int(c.End) {
			if c.Level&1 == 1 {
				return col + int(c.Width)
			}
			return col
		}
		col += int(c.Width)
	}
	if l.RTL() {
		return 0
	}
	return l.Width
}

// OffsetAt gives the source offset of the cell that covers the column (the nearest one beyond the ends), and the beginning
// of the line where it is empty.
func (l *Line) OffsetAt(col int) int {
	offset := l.Start
	at := 0
	for i := range l.Cells {
		offset = int(l.Cells[i].Start)
		at += int(l.Cells[i].Width)
		if col < at {
			break
		}
	}
	return offset
}
