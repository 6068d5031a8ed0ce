package ui

import (
	"slices"
	"strings"
	"unicode"

	"jarida/corpus"
	"jarida/ui/bidi"
)

// reader is the pane of the text: the open document, the rows on the screen, the row its cursor is on, and the sentence there.
type reader struct {
	document *document
	at       place
	top      place      // the first row on the screen
	left     position   // what was moved to: a resize goes back to it, and so never drifts
	cursor   bidi.Range // the sentence under the cursor, in source bytes; empty above the text
	mention  bidi.Range // what was jumped to, marked; empty for none
	anchor   bidi.Range // where a selection was begun; empty for none
	exact    bool       // the cursor was moved by sentences, and shows where its sentence begins within the row
	h        int
	kept     map[corpus.Doc]position // where each article was left
}

// position is a place in a text that holds for every way of laying it out, in source offsets.
type position struct {
	cursor int // of the cursor's row
	below  int // how many rows below that row the cursor is, on a line of the program's own
	top    int // of the first row of text on the screen
}

// open shows a document at the place where it was left, at its beginning where it was not open before.
func (r *reader) open(d *document, as shownAs, h int) {
	r.keep()
	p, ok := r.kept[d.doc]
	resume := false
	if !ok {
		p = position{cursor: d.article.Start, top: d.article.Start}
		resume = d.stopped > p.cursor && d.stopped < d.article.End
	}
	if old := r.document; old != nil && old.doc == d.doc {
		p.cursor, p.top = sameWords(old.source, d.source, p.cursor), sameWords(old.source, d.source, p.top)
		d.foldAs(old)
	}
	r.document, r.h, r.anchor, r.mention = d, h, bidi.Range{}, bidi.Range{}
	d.resize(as)
	d.reveal(p.cursor)
	r.settle(p)
	if resume {
		d.reveal(d.stopped)
		r.moveTo(d.find(d.stopped))
	}
}

// settle goes to a position: the text at the top of the screen is what stays where it was. The cursor stands on its own row unless
// that is off the screen.
func (r *reader) settle(p position) {
	d := r.document
	r.at, r.left, r.exact = d.findBelow(p.cursor, p.below), p, false
	r.top = r.atMost(d.find(p.top))
	if bottom := d.step(r.top, max(r.h-1, 0)); bottom.before(r.at) {
		r.at = bottom
	}
	if r.at.before(r.top) {
		r.at = r.top
	}
	r.cursor = d.sentence(r.at.piece, d.offset(r.at))
}

// keep remembers the place in the open document.
func (r *reader) keep() {
	if r.document != nil {
		r.kept[r.document.doc] = r.left
	}
}

// resize lays the document out anew and stays at the same source offsets, the cursor on the screen.
func (r *reader) resize(as shownAs, h int) {
	d := r.document
	same := h == r.h
	r.h = h
	if d == nil || same && as == d.shown {
		return
	}
	d.resize(as)
	r.at, r.top = d.findBelow(r.left.cursor, r.left.below), r.atMost(d.find(r.left.top))
	if r.at.before(r.top) || d.step(r.top, max(r.h-1, 0)).before(r.at) {
		r.top = r.natural()
	}
}

// natural gives the first row on the screen for the cursor's: it stands a third down the pane, except near the ends, where the text
// fills the pane and the cursor moves.
func (r *reader) natural() place { return r.atMost(r.document.step(r.at, -(r.h / 3))) }

// atMost gives a first row of the screen, not so low that the pane would not be filled.
func (r *reader) atMost(top place) place {
	if end := r.document.step(r.document.last(), -(r.h - 1)); end.before(top) {
		return end
	}
	return top
}

// moveTo puts the cursor on a row, and on the sentence at the beginning of that row.
func (r *reader) moveTo(p place) {
	r.at, r.exact = p, false
	r.top = r.natural()
	r.moved(r.document.offset(p))
	r.cursor = r.document.sentence(p.piece, r.left.cursor)
}

// moved remembers where the cursor has been moved to.
func (r *reader) moved(offset int) {
	d := r.document
	r.left = position{cursor: offset, below: d.below(r.at), top: d.offset(d.textAt(r.top, r.h))}
}

// move moves the cursor by n rows. The text follows so that the cursor comes to stand a third down the pane, but never by more rows
// than the cursor, nor against it.
func (r *reader) move(n int) {
	d := r.document
	top := r.top
	r.moveTo(d.step(r.at, n))
	switch furthest := d.step(top, n); {
	case n > 0 && r.top.before(top), n < 0 && top.before(r.top):
		r.top = top
	case n > 0 && furthest.before(r.top), n < 0 && r.top.before(furthest):
		r.top = furthest
	}
	r.moved(r.left.cursor)
}

// page scrolls the text by n rows, and takes the cursor along. At an end the cursor goes to the last or first row.
func (r *reader) page(n int) {
	d := r.document
	top := r.atMost(d.step(r.top, n))
	switch {
	case top != r.top:
		r.moveTo(d.step(top, r.h/3))
	case n > 0:
		r.moveTo(d.last())
	default:
		r.moveTo(place{})
	}
}

// toggle opens or closes the fold that the cursor is on the line of, and reports whether there is one. The line stays where it is on
// the screen, but rises as far as is needed to show half a pane of what it opens, and sinks where the text below it ends.
func (r *reader) toggle() bool {
	d := r.document
	if !d.toggle(r.at.piece) {
		return false
	}
	r.at.row = 0
	if d.unfolded(r.at.piece) {
		if top := d.step(d.step(r.at, r.h/2), -(r.h - 1)); r.top.before(top) {
			r.top = top
		}
	}
	r.top = r.atMost(r.top)
	r.moved(r.left.cursor)
	return true
}

// toSentence moves the cursor to the next sentence, or to the one before; at an end it stays.
func (r *reader) toSentence(back bool) {
	d := r.document
	step := d.next
	if back {
		step = d.prev
	}
	for i, more := r.at.piece, true; more; i, more = step(i) {
		all := d.sentences(i)
		if back {
			slices.Reverse(all)
		}
		for _, s := range all {
			if i != r.at.piece || !back && s.Start >= r.cursor.End || back && s.End <= r.cursor.Start {
				r.at, r.cursor, r.exact = d.rowOf(i, s.Start), s, true
				r.top = r.natural()
				r.moved(s.Start)
				return
			}
		}
	}
}

// goTo puts the cursor on the sentence at a source offset, which may be folded.
func (r *reader) goTo(offset int) {
	d := r.document
	d.reveal(offset)
	r.moveTo(d.find(offset))
	if s := d.sentence(r.at.piece, offset); s.End > s.Start {
		r.cursor, r.exact = s, true
	}
}

// show marks a range of the text and goes to it; where it is on the screen already, the text does not move.
func (r *reader) show(at bidi.Range) {
	d, top := r.document, r.top
	r.goTo(at.Start)
	r.exact, r.mention = false, at
	if bottom := d.step(top, max(r.h-1, 0)); !r.at.before(top) && !bottom.before(r.at) {
		r.top = r.atMost(top)
		r.moved(r.left.cursor)
	}
}

// selection gives the source range that a copy takes: the sentences from the anchor to the cursor, or the one there.
func (r *reader) selection() bidi.Range {
	if r.anchor.End <= r.anchor.Start {
		return r.cursor
	}
	return bidi.Range{Start: min(r.anchor.Start, r.cursor.Start), End: max(r.anchor.End, r.cursor.End)}
}

// selected gives the text of the selection in logical order, a hard-wrapped line joined, a blank line between paragraphs.
func (r *reader) selected() string {
	s := r.selection()
	var parts []string
	for i, p := range r.document.pieces {
		if p.start < 0 || r.document.closed(i) != nil {
			continue
		}
		from, to := max(s.Start, p.start)-p.start, min(s.End, p.start+len(p.text))-p.start
		if from < to {
			parts = append(parts, strings.Join(strings.Fields(strings.Map(printable, p.text[from:to])), " "))
		}
	}
	return strings.Join(parts, "\n\n")
}

// printable drops the controls of an article from what is copied: a clipboard ends in a shell sooner or later.
func printable(r rune) rune {
	if unicode.IsControl(r) && !unicode.IsSpace(r) {
		return -1
	}
	return r
}

// progress gives how much of the text has been on the screen, in percent.
func (r *reader) progress() int {
	d := r.document
	shown := d.step(r.top, r.h-1)
	length := d.end() - d.begin()
	if shown == d.last() || length <= 0 {
		return 100
	}
	return min((d.offset(shown)-d.begin())*100/length, 99)
}

// selecting reports whether a selection has been begun.
func (r *reader) selecting() bool { return r.anchor.End > r.anchor.Start }

// toggleSelection begins a selection at the sentence under the cursor, or drops it.
func (r *reader) toggleSelection() {
	if r.selecting() {
		r.anchor = bidi.Range{}
		return
	}
	r.anchor = r.cursor
}
