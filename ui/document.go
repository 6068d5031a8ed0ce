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
	doc     corpus.Doc
	title   string
	version int             // of the file, as snapshots count them
	gone    bool            // the file has been deleted
	source  string          // of the whole file
	stopped int             // the source offset where reading stopped, some other day; 0 for nowhere
	article article.Article // the part of it that is open
	pieces  []piece
	folds   []fold
	raw     bool
	story   string // what is said above it of its story

	shown shownAs
	rows  map[int][]row // laid-out pieces
}

// keptPieces bounds the layout kept: more than any screen shows at once.
const keptPieces = 256

// shownAs is how text is laid out, whatever it says.
type shownAs struct {
	width    int // in cells
	tashkeel bool
	digits   bidi.Digits
}

// resize sets how the text is laid out and forgets the layout if that changes it.
func (d *document) resize(as shownAs) {
	if as == d.shown && d.rows != nil {
		return
	}
	d.shown = as
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
	lines := bidi.Layout(p.text, max(p.start, 0), bidi.Options{
		Width: d.shown.width, Base: p.base, KeepTashkeel: d.shown.tashkeel, Digits: d.shown.digits,
	})
	rows := make([]row, 0, len(lines)+1)
	for _, l := range lines {
		rows = append(rows, row{line: l, look: p.look, first: len(rows) == 0})
	}
	if len(rows) == 0 {
		rows = append(rows, row{look: p.look, first: true})
	}
	if _, more := d.next(i); p.gap && more {
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
		if p.row+1 < len(d.layout(p.piece)) {
			p.row++
			continue
		}
		i, more := d.next(p.piece)
		if !more {
			return p
		}
		p = place{i, 0}
	}
	for ; n < 0; n++ {
		if p.row > 0 {
			p.row--
			continue
		}
		i, more := d.prev(p.piece)
		if !more {
			return p
		}
		p = place{i, len(d.layout(i)) - 1}
	}
	return p
}

// last gives the last row.
func (d *document) last() place {
	if len(d.pieces) == 0 {
		return place{}
	}
	i, _ := d.prev(len(d.pieces))
	return place{i, len(d.layout(i)) - 1}
}

// find gives the row that shows the source offset, or the one before it where it is not shown. Offsets up to that at which the
// article begins are at the top, what the program says above the text included.
func (d *document) find(offset int) place {
	if len(d.pieces) == 0 || offset <= d.begin() {
		return place{}
	}
	best := d.pieceAt(offset)
	if f := d.closed(best); f != nil {
		return place{f.first - 1, 0}
	}
	return d.rowOf(best, offset)
}

// farthest is how many rows below the text a line of the program's own is told from others: more than there are, unless a file holds
// dozens of articles.
const farthest = 64

// below counts the rows from the text above to a row that is a line of the program's own; it is 0 for the text itself.
func (d *document) below(p place) int {
	if len(d.pieces) == 0 || d.pieces[p.piece].start >= 0 {
		return 0
	}
	anchor := d.find(d.offset(p))
	for n := range farthest {
		if p == anchor {
			return n
		}
		p = d.step(p, -1)
	}
	return 0
}

// findBelow gives the line of the program's own that is n rows below the text at an offset, the row of that text where there is none.
func (d *document) findBelow(offset, n int) place {
	at := d.find(offset)
	if n == 0 || len(d.pieces) == 0 {
		return at
	}
	if p := d.step(at, n); d.pieces[p.piece].start < 0 {
		return p
	}
	return at
}

// pieceAt gives the last piece that begins at the source offset or before it, shown or not.
func (d *document) pieceAt(offset int) int {
	best := 0
	for i, p := range d.pieces {
		if p.start >= 0 && p.start <= offset && (d.pieces[best].start < 0 || p.start >= d.pieces[best].start) {
			best = i
		}
	}
	return best
}

// begin gives the source offset of the top: where the article begins, of the file as it is its first byte.
func (d *document) begin() int {
	if d.raw {
		return 0
	}
	return d.article.Start
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

// end gives the source offset of the bottom, what is folded left out.
func (d *document) end() int {
	for i, more := d.prev(len(d.pieces)); more; i, more = d.prev(i) {
		if p := &d.pieces[i]; p.start >= 0 {
			return p.start + len(p.text)
		}
	}
	return 0
}

// offset gives the source offset at which a row begins; a blank row, and what is not part of the text, counts with the
// text above it, and with the beginning of the article where there is none above.
func (d *document) offset(p place) int {
	if len(d.pieces) == 0 {
		return 0
	}
	for d.pieces[p.piece].start < 0 {
		i, more := d.prev(p.piece)
		if !more {
			return d.begin()
		}
		p = place{i, len(d.layout(i)) - 1}
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

// textAt gives the first row of the text among the n rows from a place on, the place itself where there is none.
func (d *document) textAt(p place, n int) place {
	if len(d.pieces) == 0 {
		return p
	}
	at := p
	for range n {
		if d.pieces[at.piece].start >= 0 && len(d.at(at).line.Cells) > 0 {
			return at
		}
		at = d.step(at, 1)
	}
	return p
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
