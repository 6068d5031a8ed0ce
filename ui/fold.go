package ui

// fold is a run of pieces that one line stands for as long as it is closed. The line is the piece before them and is always shown.
type fold struct {
	first, end int // pieces [first, end)
	open       bool
}

// closed gives the closed fold that hides a piece, nil for a piece that is shown.
func (d *document) closed(i int) *fold {
	if n := d.pieces[i].within; n > 0 && !d.folds[n-1].open {
		return &d.folds[n-1]
	}
	return nil
}

// next gives the piece that is shown below the i-th, false for the last.
func (d *document) next(i int) (int, bool) {
	i++
	if i < len(d.pieces) {
		if f := d.closed(i); f != nil {
			i = f.end
		}
	}
	return i, i < len(d.pieces)
}

// prev gives the piece that is shown above the i-th, false for the first.
func (d *document) prev(i int) (int, bool) {
	i--
	if i >= 0 {
		if f := d.closed(i); f != nil {
			i = f.first - 1
		}
	}
	return i, i >= 0
}

// toggle opens or closes the fold that a piece is the line of, and reports whether it is one. No place in the document changes by
// it, and no other piece needs to be laid out anew.
func (d *document) toggle(i int) bool {
	n := d.pieces[i].opens
	if n == 0 {
		return false
	}
	d.folds[n-1].open = !d.folds[n-1].open
	delete(d.rows, i) // the last piece has no blank row behind it, and the line may have become the last, or no longer be
	return true
}

// unfolded reports whether a piece is the line of a fold that is open.
func (d *document) unfolded(i int) bool {
	n := d.pieces[i].opens
	return n > 0 && d.folds[n-1].open
}

// reveal opens the fold that hides the text at an offset.
func (d *document) reveal(offset int) {
	if len(d.pieces) == 0 {
		return
	}
	if f := d.closed(d.pieceAt(offset)); f != nil {
		d.toggle(f.first - 1)
	}
}

// foldAs opens the folds that are open in an earlier version of the document.
func (d *document) foldAs(old *document) {
	for i := range min(len(d.folds), len(old.folds)) {
		d.folds[i].open = old.folds[i].open
	}
}
