package term

import (
	ubidi "golang.org/x/text/unicode/bidi"

	"jarida/ui/bidi"
)

const (
	lri = "\u2066" // LEFT-TO-RIGHT ISOLATE
	rli = "\u2067" // RIGHT-TO-LEFT ISOLATE
	pdi = "\u2069" // POP DIRECTIONAL ISOLATE
)

// orderBuffer is the number of cells whose order is kept without allocating: wider than any screen's row.
const orderBuffer = 512

// logical appends the letters of the line in logical order.
//
// With isolates, the terminal is told the level of every cell that does not have the level of the paragraph around it,
// by one isolate inside another. Isolates let nothing in from outside, neither from the neighbouring field nor from the
// text before the line's break that the terminal does not have, and the cells of one level hold nothing that could pull
// a neighbour to another: so the terminal finds the levels of the line again, whatever stands around it. A line all of
// one level 0 needs none: nothing in it can move in a left-to-right row.
func (w *writer) logical(dst []byte, l *bidi.Line, isolate bool) []byte {
	var buf [orderBuffer]int32
	order := logicalOrder(buf[:0], l.Cells)
	if int(w.limit) < len(order) {
		order = order[:w.limit]
	}
	isolate = isolate && needsIsolate(l)
	base := l.Level & 1
	level := int8(base) - 1 // none is open
	var last joins
	for k, i := range order {
		c := &l.Cells[i]
		dst = w.paint(dst, w.field.run(c))
		if to := int8(max(c.Level, base)); isolate {
			shared := level
			if k > 0 {
				shared = sharedLevel(l.Cells, order[k-1], i, int8(base))
			}
			if shared != level || to != level {
				dst = appendJoiner(dst, last, 0)
				last = 0
				dst = appendIsolates(dst, level, shared)
				dst, level = appendIsolates(dst, shared, to), to
			}
		}
		next := joinsOf(c.Glyph)
		dst = appendJoiner(dst, last, next)
		last = next
		dst = appendGlyph(dst, letter(c), c.Tail)
		if isolate && level&1 == 0 && k+1 < len(order) && endsNumber(c, &l.Cells[order[k+1]]) {
			dst = append(dst, lrm...)
		}
	}
	dst = appendJoiner(dst, last, 0)
	if isolate {
		dst = appendIsolates(dst, level, int8(base)-1)
	}
	return dst
}

// endsNumber reports whether c is the last of an Arabic number in left-to-right text that goes on. Between two such numbers
// a neutral would be taken for right-to-left (N1): a mark has to stand between.
func endsNumber(c, next *bidi.Cell) bool {
	return next.Level >= c.Level && class(c.Glyph) == ubidi.AN && class(next.Glyph) != ubidi.AN
}

// sharedLevel gives the highest level at which two neighbours in logical order, the one at place a and the next at place b,
// are in one stretch of text. Mostly it is the lower of their own levels. It is less where something without a cell stands
// between them, such as the end of one isolate of the text and the beginning of another: L2 then turns each round by itself,
// and they do not follow each other in the direction of their level, or not without others between them.
func sharedLevel(cells []bidi.Cell, a, b int32, base int8) int8 {
	level := int8(min(cells[a].Level, cells[b].Level))
	for ; level > base; level-- {
		from, to := a, b
		if level&1 == 1 {
			from, to = b, a
		}
		if from < to && noneBelow(cells[from+1:to], uint8(level)) {
			break
		}
	}
	return max(level, base)
}

func noneBelow(cells []bidi.Cell, level uint8) bool {
	for i := range cells {
		if cells[i].Level < level {
			return false
		}
	}
	return true
}

// appendIsolates opens and closes isolates to come from one level to another. The level inside an isolate that is opened at
// an odd level is the even one above it, and the other way round.
func appendIsolates(dst []byte, from, to int8) []byte {
	for ; from > to; from-- {
		dst = append(dst, pdi...)
	}
	for ; from < to; from++ {
		if from&1 == 0 {
			dst = append(dst, rli...)
		} else {
			dst = append(dst, lri...)
		}
	}
	return dst
}

// letter gives what stands for the cell where the terminal shapes the letters: the base letter, but of brackets the
// mirror image, for no terminal that takes isolates mirrors them.
func letter(c *bidi.Cell) rune {
	if joinsOf(c.Glyph) == 0 && joinsOf(c.Letter) == 0 {
		return c.Glyph
	}
	return c.Letter
}

// needsIsolate reports whether a left-to-right row could move cells of the line.
func needsIsolate(l *bidi.Line) bool {
	if len(l.Cells) == 0 {
		return false
	}
	if l.RTL() {
		return true
	}
	for i := range l.Cells {
		if l.Cells[i].Level != 0 {
			return true
		}
	}
	return false
}

// logicalOrder appends to dst the places of the cells in logical order.
func logicalOrder(dst []int32, cells []bidi.Cell) []int32 {
	if len(cells) > cap(dst) {
		dst = make([]int32, 0, len(cells))
	}
	dst = dst[:len(cells)]
	for i := range cells {
		dst[cells[i].Index] = int32(i)
	}
	return dst
}
