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

// comparedRow is a row of the sheet: a line of each article in two columns, or of one. What each has alone at one place stands side by side,
// too, though it belongs to two pairings.
type comparedRow struct{ cells [2]comparedCell }

// comparedCell is a line of a sentence.
type comparedCell struct {
	line     bidi.Line // without cells: blank
	pair     int       // -1 for none
	sentence int       // index in its article, -1 for none
	first    bool      // it is the first of its sentence
}

// blankCell is what an article has beside, or between, sentences.
func blankCell() comparedCell { return comparedCell{pair: -1, sentence: -1} }

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
			k.rows = append(k.rows, comparedRow{[2]comparedCell{k.pairs[i].cell(i, 0), k.pairs[i].cell(i, 1)}})
		}
		return len(k.rows)
	}
	for i := 0; i < len(k.pairs); {
		end := i + 1
		if k.wide {
			end = k.aloneUntil(i)
		}
		var columns [2][]comparedCell
		for ; i < end; i++ {
			for side := range columns {
				columns[side] = k.appendLines(m, columns[side], i, side, w)
			}
		}
		k.enterRows(columns)
	}
	return len(k.rows)
}

// aloneUntil gives the end of what stands side by side with a pairing: what the first has alone and then the second, as far as one follows the
// other.
func (k *comparing) aloneUntil(i int) int {
	end := i + 1
	for kind := k.pairs[i].kind; end < len(k.pairs) && kind >= onlyFirst; end++ {
		next := k.pairs[end].kind
		if next < kind {
			break
		}
		kind = next
	}
	return end
}

// cell gives the first sentence of a side, without a line.
func (p pairing) cell(pair, side int) comparedCell {
	if len(p.sides[side]) == 0 {
		return blankCell()
	}
	return comparedCell{pair: pair, sentence: p.sides[side][0], first: true}
}

// enterRows enters the lines of two articles, and a blank row between these and those before.
func (k *comparing) enterRows(columns [2][]comparedCell) {
	if len(k.rows) > 0 {
		k.rows = append(k.rows, comparedRow{[2]comparedCell{blankCell(), blankCell()}})
	}
	if !k.wide {
		for side, cells := range columns {
			for _, c := range cells {
				r := comparedRow{[2]comparedCell{blankCell(), blankCell()}}
				r.cells[side] = c
				k.rows = append(k.rows, r)
			}
		}
		return
	}
	for i := range max(len(columns[0]), len(columns[1])) {
		r := comparedRow{[2]comparedCell{blankCell(), blankCell()}}
		for side, cells := range columns {
			if i < len(cells) {
				r.cells[side] = cells[i]
			}
		}
		k.rows = append(k.rows, r)
	}
}

// appendLines lays out the sentences that one article has of a pairing, a blank line between these and those before. In one column what both
// say in the same words is there once.
func (k *comparing) appendLines(m *Model, cells []comparedCell, pair, side, w int) []comparedCell {
	p := &k.pairs[pair]
	if !k.wide && side == 1 && p.same || len(p.sides[side]) == 0 {
		return cells
	}
	if k.wide {
		w = columnWidths(w)[side]
	}
	if len(cells) > 0 {
		cells = append(cells, comparedCell{pair: cells[len(cells)-1].pair, sentence: -1})
	}
	for _, i := range p.sides[side] {
		s, v := k.told(side, i)
		base := bidi.LTR
		if v.rtl {
			base = bidi.RTL
		}
		o := bidi.Options{Width: k.textIn(w), Base: base, KeepTashkeel: m.tashkeel(), Digits: m.canvas.digits}
		for n, l := range bidi.Layout(v.text[s.Start:s.End], s.Start, o) {
			cells = append(cells, comparedCell{line: l, pair: pair, sentence: i, first: n == 0})
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

// pairAt gives the pairing at a row: in the column of the cursor, else in the other; -1 for none.
func (k *comparing) pairAt(row int) int {
	if row >= len(k.rows) {
		return -1
	}
	cells := &k.rows[row].cells
	if k.second && cells[1].pair >= 0 || cells[0].pair < 0 {
		return cells[1].pair
	}
	return cells[0].pair
}

// sentence gives the index of the sentence of a side at a row, or of the last before it in the pairing there; -1 for none.
func (k *comparing) sentence(row, side int) int {
	pair := k.pairAt(row)
	if pair < 0 {
		return -1
	}
	for i := row; i >= 0; i-- {
		c := &k.rows[i].cells[side]
		if c.pair == pair && c.sentence >= 0 {
			return c.sentence
		}
		if k.pairAt(i) != pair {
			break
		}
	}
	if list := k.pairs[pair].sides[side]; len(list) > 0 {
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
	return max(slices.IndexFunc(k.rows, func(r comparedRow) bool { return r.cells[0].pair == pair || r.cells[1].pair == pair }), 0)
}

// under gives the sentence under the cursor: where two stand side by side, that of the column of the cursor, else that of the row; of the
// other article where this one has none.
func (k *comparing) under(row int) (*versionText, *story.Sentence, bool) {
	if row >= len(k.rows) {
		return nil, nil, false
	}
	side := 0
	if cells := &k.rows[row].cells; k.wide && k.second || !k.wide && cells[1].sentence >= 0 {
		side = 1
	}
	for _, side := range [...]int{side, 1 - side} {
		if i := k.sentence(row, side); i >= 0 {
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
