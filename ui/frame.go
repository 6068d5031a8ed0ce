package ui

// narrow is the width below which one pane is shown at a time: two panes of 40 columns hold about six Arabic words a line.
const narrow = 80

// broad is the width from which three panes are shown: titles of 30 columns, lines of 50 letters, and names of 28 columns.
const broad = 120

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
	entityPane
)

// box is a rectangle of the screen in cells. It may be empty, never negative.
type box struct{ x, w, h int }

// panes says what there is to be shown.
type panes struct {
	focus    pane
	full     bool // the pane with the keys has the whole screen even where others would fit
	mirrored bool // the list is at the left (folders that are mostly left-to-right)
	entities bool // the pane of entities is open
	beside   pane // the pane that it belongs to: the text where it is about an article, the list where it is about the folder

	wished [3]int // the columns that the reader has given to a pane, 0 for as many as it needs
}

// frame is the geometry of the whole screen: all arithmetic on sizes is done here. A pane of no width is not shown.
type frame struct {
	w, h     int
	list     box
	text     box
	entities box
	order    []pane // the panes that are shown, from left to right; a border stands between two
	status   bool
}

// newFrame divides a screen of w×h cells. From the list's side the panes lie in the order list, text, entities. Where there is no
// room for three, the entities are shown beside the pane that they belong to, while one of these two has the keys.
func newFrame(w, h int, p panes) frame {
	f := frame{w: max(w, 0), h: max(h, 0)}
	f.status = f.h >= 2
	rows := f.h
	if f.status {
		rows--
	}
	shown := p.shown(f.w)
	widths := widthsOf(f.w, shown, p.wished)
	if !p.mirrored {
		for i, j := 0, len(shown)-1; i < j; i, j = i+1, j-1 {
			shown[i], shown[j] = shown[j], shown[i]
		}
	}
	f.order = shown
	x := 0
	for _, s := range shown {
		b := box{x, widths[s], rows}
		x += b.w + 1
		switch s {
		case listPane:
			f.list = b
		case textPane:
			f.text = b
		case entityPane:
			f.entities = b
		}
	}
	return f
}

// shown gives the panes for which there is room in w columns, from the list's side.
func (p panes) shown(w int) []pane {
	switch {
	case w < narrow || p.full:
		return []pane{p.focus}
	case !p.entities:
		return []pane{listPane, textPane}
	case w >= broad:
		return []pane{listPane, textPane, entityPane}
	case p.focus == entityPane || p.focus == p.beside:
		return []pane{p.beside, entityPane}
	}
	return []pane{listPane, textPane}
}

// widthsOf divides w columns among panes. The first pane and the entities get what the text does not need, within limits that keep all
// of them readable, or what the reader has given them.
func widthsOf(w int, shown []pane, wished [3]int) [3]int {
	var widths [3]int
	w -= len(shown) - 1 // borders
	last := shown[len(shown)-1]
	if len(shown) == 3 {
		const least, most = 28, 44 // columns: a long name and two counts; longer rows of them are hard to follow
		widths[entityPane] = given(wished[entityPane], min(max(w*23/100, least), most), w-leastGiven)
		w -= widths[entityPane]
		last = textPane
	}
	if len(shown) == 1 {
		widths[last] = w
		return widths
	}
	first := shown[0]
	if first == textPane { // beside it the entities take the place of the list
		first, last = entityPane, textPane
	}
	widths[first] = given(wished[first], listWidth(w), w)
	widths[last] = w - widths[first]
	return widths
}

// leastGiven is the fewest columns that a pane can be given, or left with: the bar, three or four words, and the border still to be seen.
const leastGiven = 20

// given gives the columns of a pane of w that it shares with another one: those wished for as far as both keep the least, else as many as
// it needs.
func given(wished, needed, w int) int {
	if wished == 0 {
		return needed
	}
	return max(min(wished, w-leastGiven), leastGiven)
}

// spot is a cell of the screen.
type spot struct {
	pane   pane // that it lies in; of a border, the one whose width it sets
	border bool
	row    int // of the pane, from its top
	column int // of the pane, from its left
}

// spot tells what lies at a cell; false outside of the panes.
func (f *frame) spot(x, y int) (spot, bool) {
	for i, p := range f.order {
		b := f.box(p)
		switch {
		case x < 0 || y < 0 || y >= b.h:
			return spot{}, false
		case x < b.x+b.w:
			return spot{pane: p, row: y, column: x - b.x}, true
		case x == b.x+b.w && i+1 < len(f.order):
			return spot{pane: f.outer(i), border: true, row: y}, true
		}
	}
	return spot{}, false
}

// outer gives that of the panes on both sides of the i-th border which gets the columns it is given: the list or the entities beside the
// text, of these two the list.
func (f *frame) outer(i int) pane {
	left, right := f.order[i], f.order[i+1]
	if left == listPane || right == textPane {
		return left
	}
	return right
}

// listWidth gives the list what the text does not need, within limits that keep both readable.
func listWidth(w int) int {
	spare := w - measure - gutter
	return min(max(spare, (w+1)*35/100), (w+1)*45/100)
}

// box gives the rectangle of a pane.
func (f *frame) box(p pane) box {
	switch p {
	case listPane:
		return f.list
	case textPane:
		return f.text
	default:
		return f.entities
	}
}
