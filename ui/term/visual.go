package term

import (
	"unicode/utf8"

	ubidi "golang.org/x/text/unicode/bidi"

	"jarida/ui/bidi"
)

// lrm is U+200E LEFT-TO-RIGHT MARK.
const lrm = "\u200e"

// visual appends cells in visual order.
func (w *writer) visual(dst []byte, cells []bidi.Cell, mark bool) []byte {
	if len(w.field.Runs) == 0 && w.limit == whole {
		return appendCells(dst, cells, mark)
	}
	for i := 0; i < len(cells); {
		if cells[i].Index >= w.limit {
			i++
			continue
		}
		run := w.field.run(&cells[i])
		j := i + 1
		for j < len(cells) && cells[j].Index < w.limit && w.field.run(&cells[j]) == run {
			j++
		}
		dst = w.paint(dst, run)
		dst = appendCells(dst, cells[i:j], mark)
		i = j
	}
	return dst
}

// appendCells appends the glyphs of cells as they stand. With marks, U+200E follows each that a terminal might reorder: a
// right-to-left letter or an Arabic number is then a run of its own between left-to-right marks, and nothing moves.
func appendCells(dst []byte, cells []bidi.Cell, mark bool) []byte {
	for i := range cells {
		c := &cells[i]
		r := c.Glyph
		switch {
		case ' ' <= r && r < 0x7F:
			dst = append(dst, byte(r))
			if c.Tail != "" {
				dst = appendTail(dst, c.Tail)
			}
		case isForm(r) && c.Tail == "":
			if mark {
				dst = append(dst, 0xEF, 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F), lrm[0], lrm[1], lrm[2])
			} else {
				dst = append(dst, 0xEF, 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
			}
		default:
			dst = appendGlyph(dst, r, c.Tail)
			if mark && moves(r) && !isControl(r) {
				dst = append(dst, lrm...)
			}
		}
	}
	return dst
}

// isForm reports whether r is a presentation form of an Arabic letter, in the block that nearly all glyphs come from.
func isForm(r rune) bool { return uint32(r-0xFE80) <= 0xFEFC-0xFE80 }

// moves reports whether the bidirectional algorithm may move r about in a left-to-right row: classes R, AL and AN.
func moves(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case 0x620 <= r && r <= 0x64A || isForm(r):
		return true
	}
	switch class(r) {
	case ubidi.R, ubidi.AL, ubidi.AN:
		return true
	default:
		return false
	}
}

// class gives the Bidi_Class of r.
func class(r rune) ubidi.Class {
	if r < 0x590 {
		return ubidi.L // or what is of no more interest here
	}
	p, _ := ubidi.LookupRune(r)
	return p.Class()
}

// appendGlyph appends a character and what follows it in its cell.
func appendGlyph(dst []byte, r rune, tail string) []byte {
	if isControl(r) {
		r = utf8.RuneError
	}
	dst = utf8.AppendRune(dst, r)
	if tail != "" {
		dst = appendTail(dst, tail)
	}
	return dst
}

// appendTail appends the marks of a cell, without the controls that it should not hold.
func appendTail(dst []byte, tail string) []byte {
	for _, r := range tail {
		if !isControl(r) {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// isControl reports whether r commands the terminal or the order of the characters around it: C0, DEL, C1, line and
// paragraph separators, and the Bidi_Control characters.
func isControl(r rune) bool {
	switch {
	case r < ' ', 0x7F <= r && r <= 0x9F, r == 0x061C:
		return true
	case r < 0x200E:
		return false
	default:
		return r <= 0x200F || 0x2028 <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
	}
}
