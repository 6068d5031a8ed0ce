package ui

import (
	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/ui/bidi"
)

// row is one row of a document: a line of a piece, or a blank one.
type row struct {
	line  bidi.Line // without cells: blank
	look  look
	first bool // the first row of its piece
}

// place is a row of a document: the row-th of its piece, the blank row behind it included.
type place struct{ piece, row int }

func (a place) before(b place) bool {
	return a.piece < b.piece || a.piece == b.piece && a.row < b.row
}

// document is an article as rows. Only the pieces around what is on the screen are laid out, so that opening and
// scrolling cost the same for any size of file.
type document struct {
	doc    corpus.Doc
	source string
	pieces []piece
	raw    bool

	width    int // of the text, in cells
	tashkeel bool
	rows     map[int][]row // laid-out pieces
}

// keptPieces bounds the layout kept: more than any screen shows at once.
const keptPieces = 256

// resize sets the width of the text and forgets the layout if that changes it.
func (d *document) resize(width int, tashkeel bool) {
	if width == d.width && tashkeel == d.tashkeel && d.rows != nil {
		return
	}
	d.width, d.tashkeel = width, tashkeel
	d.rows = make(map[int][]row)
}

// layout gives the rows of a piece; there is at least one.
func (d *document) layout(i int) []row {
	if rows, ok := d.rows[i]; ok {
		return rows
	}
	if len(d.rows) >= keptPieces {
		clear(d.rows)
	}
	p := d.pieces[i]
	lines := bidi.Layout(p.text, max(p.start, 0), bidi.Options{Width: d.width, KeepTashkeel: d.tashkeel})
	rows := make([]row, 0, len(lines)+1)
	for _, l := range lines {
		rows = append(rows, row{line: l, look: p.look, first: len(rows) == 0})
	}
	if len(rows) == 0 {
		rows = append(rows, row{look: p.look, first: true})
	}
	if p.gap && i+1 < len(d.pieces) {
		rows = append(rows, row{})
	}
	d.rows[i] = rows
	return rows
}

// at gives the row at a place.
func (d *document) at(p place) row { return d.layout(p.piece)[p.row] }

// step moves n rows on, or back if n is negative, and stops at the ends.
func (d *document) step(p place, n int) place {
	if len(d.pieces) == 0 {
		return place{}
	}
	for ; n > 0; n-- {
		switch {
		case p.row+1 < len(d.layout(p.piece)):
			p.row++
		case p.piece+1 < len(d.pieces):
			p = place{p.piece + 1, 0}
		default:
			return p
		}
	}
	for ; n < 0; n++ {
		switch {
		case p.row > 0:
			p.row--
		case p.piece > 0:
			p = place{p.piece - 1, len(d.layout(p.piece-1)) - 1}
		default:
			return p
		}
	}
	return p
}

// last gives the last row.
func (d *document) last() place {
	if len(d.pieces) == 0 {
		return place{}
	}
	i := len(d.pieces) - 1
	return place{i, len(d.layout(i)) - 1}
}

// find gives the row that shows the source offset, or the one before it where it is not shown.
func (d *document) find(offset int) place {
	best := 0
	for i, p := range d.pieces {
		if p.start >= 0 && p.start <= offset && (d.pieces[best].start < 0 || p.start >= d.pieces[best].start) {
			best = i
		}
	}
	if len(d.pieces) == 0 || offset <= 0 {
		return place{}
	}
	return d.rowOf(best, offset)
}

// rowOf gives the row of a piece that shows the source offset.
func (d *document) rowOf(piece, offset int) place {
	p := place{piece, 0}
	for i, ro := range d.layout(piece) {
		if len(ro.line.Cells) > 0 && ro.line.Start <= offset {
			p.row = i
		}
	}
	return p
}

// offset gives the source offset at which a row begins; a blank row, and what is not part of the text, counts with the
// text above it. It is 0 where there is none above.
func (d *document) offset(p place) int {
	if len(d.pieces) == 0 {
		return 0
	}
	for d.pieces[p.piece].start < 0 {
		if p.piece == 0 {
			return 0
		}
		p = place{p.piece - 1, len(d.layout(p.piece-1)) - 1}
	}
	rows := d.layout(p.piece)
	for p.row > 0 && len(rows[p.row].line.Cells) == 0 {
		p.row--
	}
	if len(rows[p.row].line.Cells) == 0 {
		return d.pieces[p.piece].start
	}
	return rows[p.row].line.Start
}

// sentence gives the source range of the sentence that covers an offset within the piece; empty where the piece is not
// part of the source text.
func (d *document) sentence(piece, offset int) bidi.Range {
	var found bidi.Range
	for _, s := range d.sentences(piece) {
		if found.End == 0 || s.Start <= offset {
			found = s
		}
	}
	return found
}

// sentences gives the source ranges of the sentences of a piece.
func (d *document) sentences(piece int) []bidi.Range {
	if piece >= len(d.pieces) || d.pieces[piece].start < 0 {
		return nil
	}
	p := &d.pieces[piece]
	var all []bidi.Range
	for start, end := range article.Sentences(p.text) {
		all = append(all, bidi.Range{Start: p.start + start, End: p.start + end})
	}
	return all
}
