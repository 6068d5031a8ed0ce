package term

import (
	"slices"
	"strings"

	"jarida/ui/bidi"
)

// words appends cells in visual order, but turns each right-to-left word back into the order in which it is read.
//
// kitty shapes a row in runs of one font without spaces, and HarfBuzz turns a run that begins with an Arabic letter
// round, whole, and mirrors the brackets in it; the runs themselves stay where they are. What is written is therefore
// right where each run is written backwards. Colours belong to the cells of the terminal's grid, not to the letters that
// end up there: they stay in visual order. Bold and italic take another font and so end a run.
func (w *writer) words(dst []byte, cells []bidi.Cell, oneFont bool) []byte {
	for i := 0; i < len(cells); {
		if cells[i].Index >= w.limit {
			i++
			continue
		}
		j := w.wordEnd(cells, i, oneFont)
		word := cells[i:j]
		if !turned(word) {
			dst = w.visual(dst, word, false)
			i = j
			continue
		}
		for k := range word {
			c := &word[len(word)-1-k]
			glyph := c.Glyph
			if oneFont && !arabic(glyph) {
				glyph = c.Letter // the terminal mirrors it
			}
			dst = w.paint(dst, w.field.run(&word[k]))
			dst = appendGlyph(dst, glyph, c.Tail)
		}
		i = j
	}
	return dst
}

// wordEnd gives the end of the run of one font that begins at cell i.
func (w *writer) wordEnd(cells []bidi.Cell, i int, oneFont bool) int {
	if cells[i].Glyph == ' ' {
		return i + 1
	}
	face, ar := w.face(&cells[i]), arabic(cells[i].Glyph)
	j := i + 1
	for j < len(cells) && cells[j].Index < w.limit && cells[j].Glyph != ' ' && w.face(&cells[j]) == face {
		if !oneFont && arabic(cells[j].Glyph) != ar {
			break
		}
		j++
	}
	return j
}

// turned reports whether the terminal turns the run round once it is written backwards: whether the first letter that it
// then meets is a right-to-left one. Punctuation that Arabic shares with other scripts tells it nothing.
func turned(word []bidi.Cell) bool {
	for _, c := range slices.Backward(word) {
		switch r := c.Glyph; {
		case r == '،' || r == '؛' || r == '؟' || r == 'ـ':
		case arabic(r):
			return true
		case 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || 0xC0 <= r && r < 0x590:
			return false
		}
	}
	return false
}

// arabic reports whether r is of the scripts that run from right to left, punctuation of their own included: by blocks,
// as a font has them.
func arabic(r rune) bool {
	return r >= 0x590 && (r <= 0x8FF || 0xFB1D <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFF)
}

// The attributes that make a terminal take another font.
const (
	bold   = 1
	italic = 2
)

// face gives the attributes that choose the font of a cell.
func (w *writer) face(c *bidi.Cell) int {
	if run := w.field.run(c); run >= 0 {
		return faceOf(w.field.Paint.On) | faceOf(w.field.Runs[run].Paint.On)
	}
	return faceOf(w.field.Paint.On)
}

// faceOf looks for bold and italic in SGR sequences.
func faceOf(sgr string) int {
	face := 0
	for sgr != "" {
		_, rest, found := strings.Cut(sgr, "\x1b[")
		if !found {
			break
		}
		var params string
		params, sgr, _ = strings.Cut(rest, "m")
		face |= faceOfParams(params)
	}
	return face
}

// faceOfParams looks for bold and italic in the parameters of one SGR sequence. Colours take parameters of their own
// (38;5;1 is no bold).
func faceOfParams(params string) int {
	face, skip := 0, 0
	for params != "" {
		var p string
		p, params, _ = strings.Cut(params, ";")
		switch {
		case skip > 0:
			skip--
		case p == "1":
			face |= bold
		case p == "3":
			face |= italic
		case p == "38", p == "48", p == "58":
			skip = 4
			if strings.HasPrefix(params, "5;") {
				skip = 2
			}
		}
	}
	return face
}
