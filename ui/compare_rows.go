package ui

import (
	"slices"
	"strings"

	"jarida/corpus/story"
	"jarida/ui/bidi"
)

// pairing is sentences that say the same, in the order of their article: mostly one of each; one that is divided in the other article is beside
// its parts, and one that stands in one article alone is beside nothing.
type pairing struct {
	sides [2][]int // indexes of sentences of the first and the second
	kind  pairingKind
	same  bool // both say it in the same words
}

// pairingKind is what two articles have of something that is said.
type pairingKind uint8

const (
	inBoth     pairingKind = iota
	differing              // in both, with other names or numbers
	onlyFirst              // of the articles
	onlySecond             //

	pairingKinds = iota
)

// sign gives what tells the kind without colour.
func (k pairingKind) sign() string { return [...]string{"=", "~", "+", "+"}[k] }

// pairingsOf puts the sentences of two articles beside each other: in the order of the first, what only the second has behind what stands
// before it there, and behind what only the first has there.
func pairingsOf(c *story.Comparison) []pairing {
	var pairs []pairing
	ofB := make([]int, len(c.B))
	for j := range ofB {
		ofB[j] = -1
	}
	ofA := make([]int, len(c.A))
	for i := range c.A {
		j := max(c.A[i].Match, c.A[i].Within)
		if j < 0 || ofB[j] < 0 {
			ofA[i] = len(pairs)
			pairs = append(pairs, pairing{})
		} else {
			ofA[i] = ofB[j]
		}
		p := &pairs[ofA[i]]
		p.sides[0] = append(p.sides[0], i)
		if j >= 0 && ofB[j] < 0 {
			ofB[j] = ofA[i]
		}
	}
	behind := make([][]int, len(pairs)+1) // sentences of the second that stand alone, behind a pairing; 0: before the first
	anchor := runEnd(pairs, c, -1)
	for j := range c.B {
		if ofB[j] < 0 && c.B[j].Within >= 0 {
			ofB[j] = ofA[c.B[j].Within]
		}
		if ofB[j] < 0 {
			behind[anchor+1] = append(behind[anchor+1], j)
			continue
		}
		pairs[ofB[j]].sides[1] = append(pairs[ofB[j]].sides[1], j)
		anchor = runEnd(pairs, c, ofB[j])
	}
	all := make([]pairing, 0, len(c.A)+len(c.B))
	for i := range behind {
		if i > 0 {
			all = append(all, pairs[i-1].judged(c))
		}
		for _, j := range behind[i] {
			all = append(all, pairing{sides: [2][]int{nil, {j}}, kind: onlySecond})
		}
	}
	return all
}

// runEnd gives the last of the pairings right behind one that the first article has alone, that one itself where there is none: what only the
// second has comes behind what only the first has.
func runEnd(pairs []pairing, c *story.Comparison, i int) int {
	for i+1 < len(pairs) && c.A[pairs[i+1].sides[0][0]].Only() {
		i++
	}
	return i
}

// judged gives the pairing with its kind.
func (p pairing) judged(c *story.Comparison) pairing {
	lists := [2][]story.Sentence{c.A, c.B}
	switch {
	case len(p.sides[1]) == 0:
		p.kind = onlyFirst
		return p
	case len(p.sides[0]) == 0:
		p.kind = onlySecond
		return p
	}
	p.same = true
	for side, list := range p.sides {
		for _, i := range list {
			s := &lists[side][i]
			p.same = p.same && s.Same
			if len(s.Differ) > 0 {
				p.kind = differing
			}
		}
	}
	return p
}

// comparedRow is a row of the sheet: a line of each article in two columns, or of one.
type comparedRow struct {
	pair  int
	cells [2]comparedCell
}

// comparedCell is a line of a sentence.
type comparedCell struct {
	line     bidi.Line // without cells: blank
	sentence int       // index in its article, -1 for none
	first    bool      // it is the first of its sentence
}

// The columns of the sheet, in cells.
const (
	signWidth  = 2 // the sign of a sentence in two columns
	labelWidth = 3 // the number of its article and its sign in one
	compareGap = 1 // behind the text
)

// columnWidths divides w columns among two articles, a border between them.
func columnWidths(w int) [2]int { return [2]int{w / 2, w - w/2 - 1} }

// textIn gives the columns of text in an article's column of w.
func (k *comparing) textIn(w int) int {
	if !k.wide {
		return max(w-barWidth-labelWidth-compareGap, 1)
	}
	return min(max(w-barWidth-signWidth-compareGap, 1), measure)
}

// layOut divides the sentences into rows, for a screen of w columns: side by side where there is room, else one below the other.
func (k *comparing) layOut(m *Model, w int) int {
	k.rows = k.rows[:0]
	k.wide = w >= narrow
	if m.options.Plain { // where it is heard, a row says what both have
		for i := range k.pairs {
			k.rows = append(k.rows, comparedRow{pair: i, cells: [2]comparedCell{k.pairs[i].cell(0), k.pairs[i].cell(1)}})
		}
		return len(k.rows)
	}
	widths := [2]int{w, w}
	if k.wide {
		widths = columnWidths(w)
	}
	for i := range k.pairs {
		var columns [2][]comparedCell
		for side := range columns {
			if k.wide || side == 0 || !k.pairs[i].same {
				columns[side] = k.linesOf(m, i, side, k.textIn(widths[side]))
			}
		}
		k.enterRows(i, columns)
	}
	return len(k.rows)
}

// cell gives the first sentence of a side, without a line.
func (p pairing) cell(side int) comparedCell {
	if len(p.sides[side]) == 0 {
		return comparedCell{sentence: -1}
	}
	return comparedCell{sentence: p.sides[side][0], first: true}
}

// enterRows enters the lines of a pairing, and a blank row between it and the one before.
func (k *comparing) enterRows(pair int, columns [2][]comparedCell) {
	none := comparedCell{sentence: -1}
	if n := len(k.rows); n > 0 {
		k.rows = append(k.rows, comparedRow{pair: k.rows[n-1].pair, cells: [2]comparedCell{none, none}})
	}
	if !k.wide {
		for side, cells := range columns {
			for _, c := range cells {
				r := comparedRow{pair: pair, cells: [2]comparedCell{none, none}}
				r.cells[side] = c
				k.rows = append(k.rows, r)
			}
		}
		return
	}
	for i := range max(len(columns[0]), len(columns[1])) {
		r := comparedRow{pair: pair, cells: [2]comparedCell{none, none}}
		for side, cells := range columns {
			if i < len(cells) {
				r.cells[side] = cells[i]
			}
		}
		k.rows = append(k.rows, r)
	}
}

// linesOf lays out the sentences that one article has of a pairing.
func (k *comparing) linesOf(m *Model, pair, side, w int) (cells []comparedCell) {
	for _, i := range k.pairs[pair].sides[side] {
		s, v := k.told(side, i)
		base := bidi.LTR
		if v.rtl {
			base = bidi.RTL
		}
		o := bidi.Options{Width: w, Base: base, KeepTashkeel: m.tashkeel(), Digits: m.canvas.digits}
		for n, l := range bidi.Layout(v.text[s.Start:s.End], s.Start, o) {
			cells = append(cells, comparedCell{line: l, sentence: i, first: n == 0})
		}
	}
	return cells
}

// told gives a sentence of a side, and the article that it stands in.
func (k *comparing) told(side, i int) (*story.Sentence, *versionText) {
	if side == 0 {
		return &k.found.A[i], &k.versions[0]
	}
	s := &k.found.B[i]
	return s, &k.versions[1+s.Version]
}

// sentence gives the index of the sentence of an article at a row, or of the last before it in that pairing; -1 for none.
func (k *comparing) sentence(row int, second bool) int {
	side := 0
	if second {
		side = 1
	}
	if row >= len(k.rows) {
		return -1
	}
	for i := row; i >= 0 && k.rows[i].pair == k.rows[row].pair; i-- {
		if s := k.rows[i].cells[side].sentence; s >= 0 {
			return s
		}
	}
	if list := k.pairs[k.rows[row].pair].sides[side]; len(list) > 0 {
		return list[0]
	}
	return -1
}

// rowOf gives the first row of a sentence of the first article, 0 for none.
func (k *comparing) rowOf(sentence int) int {
	return max(slices.IndexFunc(k.rows, func(r comparedRow) bool { return sentence >= 0 && r.cells[0].sentence == sentence }), 0)
}

// firstRow gives the first row of a pairing.
func (k *comparing) firstRow(pair int) int {
	i, _ := slices.BinarySearchFunc(k.rows, pair, func(r comparedRow, pair int) int { return r.pair - pair })
	if i > 0 && i+1 < len(k.rows) && k.rows[i].cells[0].sentence < 0 && k.rows[i].cells[1].sentence < 0 {
		i++
	}
	return i
}

// under gives the sentence under the cursor: where two stand side by side, that of the column of the cursor, else that of the row; of the
// other article where this one has none.
func (k *comparing) under(row int) (*versionText, *story.Sentence, bool) {
	if row >= len(k.rows) {
		return nil, nil, false
	}
	second := k.second
	if r := &k.rows[row]; !k.wide && r.cells[0].sentence >= 0 != (r.cells[1].sentence >= 0) {
		second = r.cells[1].sentence >= 0
	}
	for _, second := range [...]bool{second, !second} {
		if i := k.sentence(row, second); i >= 0 {
			side := 0
			if second {
				side = 1
			}
			s, v := k.told(side, i)
			return v, s, true
		}
	}
	return nil, nil, false
}

// words gives the sentence under the cursor as it is copied: in logical order, on one line, without controls.
func (k *comparing) words(row int) string {
	v, s, ok := k.under(row)
	if !ok {
		return ""
	}
	return strings.Join(strings.Fields(strings.Map(printable, v.text[s.Start:s.End])), " ")
}
