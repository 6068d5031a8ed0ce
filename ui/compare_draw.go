package ui

import (
	"fmt"
	"strconv"
	"strings"

	"jarida/ui/bidi"
	"jarida/ui/term"
)

func (k *comparing) rtl(m *Model) bool { return m.rtl }

func (k *comparing) hint(m *Model) string { return m.words.CompareHint }

// heading counts what stands where.
func (k *comparing) heading(m *Model) string {
	if k.busy && k.pairs == nil {
		return m.words.Looking
	}
	w := m.words
	facts := []string{fmt.Sprintf("%s %d", w.InBoth, k.counts[inBoth]+k.counts[differing])}
	for _, f := range [...]struct {
		label string
		n     int
	}{{w.Differing, k.counts[differing]}, {w.OnlyFirst, k.counts[onlyFirst]}, {w.OnlySecond, k.counts[onlySecond]}} {
		if f.n > 0 {
			facts = append(facts, fmt.Sprintf("%s %d", f.label, f.n))
		}
	}
	return strings.Join(facts, " · ")
}

// heads gives the rows that say which articles these are: title, then source and day, a border below; fewer on a low screen.
func (k *comparing) heads(w, h int) int {
	const least = 3 // rows for the sentences
	switch full := 3; {
	case h >= full+2*least:
		return full
	case w < narrow && h >= 2+least:
		return 2
	case w >= narrow && h >= 1+least:
		return 1
	}
	return 0
}

// head writes one of these rows.
func (k *comparing) head(m *Model, c *canvas, i int) {
	border := m.styles.border
	switch {
	case i == 2:
		c.glyphs(strings.Repeat("─", max(m.w-1, 0)), border)
		c.blank(min(m.w, 1))
	case !k.wide:
		k.headField(m, c, i, m.w, k.title(m, i), k.facts(m, i))
	default:
		widths := columnWidths(m.w)
		field := func(side int) {
			if i == 0 {
				k.headField(m, c, side, widths[side], k.title(m, side), "")
			} else {
				k.headField(m, c, side, widths[side], "", k.facts(m, side))
			}
		}
		sided(m.rtl, []func(){
			func() { field(0) },
			func() { c.glyphs("│", border) },
			func() { field(1) },
		})
	}
}

// headField writes what is said of an article in w columns.
func (k *comparing) headField(m *Model, c *canvas, side, w int, title, facts string) {
	rtl := k.sideRTL(m, side)
	var near []segment
	if title != "" {
		near = append(near, segment{text: title, paint: m.styles.title})
	}
	if facts != "" {
		near = append(near, segment{text: facts, paint: m.styles.meta})
	}
	if len(near) == 0 {
		c.blank(w)
		return
	}
	c.facts(w, rtl, near, nil)
}

// title names an article of the sheet by its number.
func (k *comparing) title(m *Model, side int) string {
	switch {
	case side == 1 && k.whole:
		return fmt.Sprintf("2  %s %d", m.words.RestOfStory, len(k.docs)-1)
	case side >= len(k.versions):
		return ""
	}
	return fmt.Sprintf("%d  %s", side+1, k.versions[side].name())
}

// name gives what an article is called.
func (v *versionText) name() string {
	if v.entry.Title != "" {
		return v.entry.Title
	}
	return v.entry.ID
}

// facts gives the source and the day of an article, and which of the versions it is.
func (k *comparing) facts(_ *Model, side int) string {
	if side >= len(k.versions) || side == 1 && k.whole {
		return ""
	}
	e := &k.versions[side].entry
	var facts []string
	for _, f := range [...]string{e.Date.ISO, e.Source} { // the date first: behind an Arabic word its parts would change places (UAX #9 W2)
		if f != "" {
			facts = append(facts, f)
		}
	}
	if side == 1 && len(k.docs) > 2 {
		facts = append(facts, fmt.Sprintf("%d/%d", k.other, len(k.docs)-1))
	}
	return strings.Join(facts, " · ")
}

// sideRTL says at which side the rows of an article begin.
func (k *comparing) sideRTL(m *Model, side int) bool {
	if side < len(k.versions) {
		return k.versions[side].rtl
	}
	return m.rtl
}

// wholeRow writes a row with the mark of the cursor: in two columns in that of the cursor.
func (k *comparing) wholeRow(m *Model, c *canvas, i int) {
	r := &k.rows[i]
	if !k.wide {
		side := 0
		if r.cells[1].sentence >= 0 {
			side = 1
		}
		k.column(m, c, i, side, m.w)
		return
	}
	widths := columnWidths(m.w)
	sided(m.rtl, []func(){
		func() { k.column(m, c, i, 0, widths[0]) },
		func() { c.glyphs("│", m.styles.border) },
		func() { k.column(m, c, i, 1, widths[1]) },
	})
}

// column writes what an article has on a row, in w columns.
func (k *comparing) column(m *Model, c *canvas, i, side, w int) {
	cell := &k.rows[i].cells[side]
	tw, gutter := k.textIn(w), signWidth
	if !k.wide {
		gutter = labelWidth
	}
	field := term.Field{Width: tw, Paint: k.paint(m, cell), Runs: k.differences(m, side, cell)}
	rest := w - barWidth - gutter - tw
	if rest < 0 {
		tw = max(w-1, 0)
		c.blank(w - tw)
		field.Width = tw
		c.line(&cell.line, field)
		return
	}
	bar, rtl := k.bar(m, i, side), k.sideRTL(m, side)
	if len(cell.line.Cells) > 0 {
		rtl = cell.line.RTL()
	}
	if rtl {
		bar = reverse(bar)
	}
	sided(rtl, []func(){
		func() { c.glyphs(bar, m.styles.bar) },
		func() { k.sign(m, c, cell, side, rtl, gutter) },
		func() { c.line(&cell.line, field) },
		func() { c.blank(rest) },
	})
}

// bar gives the mark of the cursor: thick in its row, thin along the sentences there.
func (k *comparing) bar(m *Model, i, side int) string {
	cell, active := &k.rows[i].cells[side], !k.wide || k.second == (side == 1)
	switch pair := k.pairAt(i); {
	case active && i == m.sheet.cursor:
		return "█ "
	case cell.sentence < 0 && (cell.pair >= 0 || k.rows[i].cells[1-side].sentence < 0): // between sentences
	case active && pair >= 0 && pair == k.pairAt(m.sheet.cursor):
		return "│ "
	}
	return "  "
}

// sign writes the sign of a sentence beside its first line; in one column, the number of its article before it.
func (k *comparing) sign(m *Model, c *canvas, cell *comparedCell, side int, rtl bool, w int) {
	if !cell.first {
		c.blank(w)
		return
	}
	p := &k.pairs[cell.pair]
	text := p.kind.sign()
	paint := m.styles.dim
	if p.kind != inBoth {
		paint = m.styles.marks
	}
	if w == labelWidth {
		number := strconv.Itoa(side + 1)
		if p.same {
			number = "="
		}
		if text = number + text; rtl {
			text = reverse(text)
		}
	}
	sided(rtl, []func(){
		func() { c.glyphs(text, paint) },
		func() { c.blank(w - len(text)) },
	})
}

// paint dims what stands in both: it is what is different that one looks for.
func (k *comparing) paint(m *Model, cell *comparedCell) term.Paint {
	if cell.pair >= 0 && k.pairs[cell.pair].kind == inBoth {
		return m.styles.dim
	}
	return m.styles.plain
}

// differences marks the names and numbers of a line that the other article has otherwise.
func (k *comparing) differences(m *Model, side int, cell *comparedCell) (runs []term.Run) {
	if cell.sentence < 0 {
		return nil
	}
	s, _ := k.told(side, cell.sentence)
	for _, d := range s.Differ {
		runs = append(runs, term.Run{Range: bidi.Range{Start: d.Start, End: d.End}, Paint: m.styles.hit})
	}
	return runs
}

// detail says in a line what differs under the cursor, for whoever does not see the marks; of the rest of a story, in which article it stands.
func (k *comparing) detail(i int) (facts []string) {
	at := k.pairAt(i)
	if at < 0 {
		return nil
	}
	p := &k.pairs[at]
	for side, list := range p.sides {
		var words []string
		for _, at := range list {
			s, v := k.told(side, at)
			for _, d := range s.Differ {
				words = append(words, oneLine(v.text[d.Start:d.End]))
			}
		}
		if len(words) > 0 {
			facts = append(facts, fmt.Sprintf("%d: %s", side+1, strings.Join(words, " · ")))
		}
	}
	if k.whole && len(p.sides[1]) > 0 {
		_, v := k.told(1, p.sides[1][0])
		facts = append(facts, v.name())
	}
	return facts
}

// row writes what both articles have of a pairing, for the ear.
func (k *comparing) row(m *Model, c *canvas, i, w int) {
	at := k.pairAt(i)
	if at < 0 {
		return
	}
	p := &k.pairs[at]
	words := [...]string{m.words.InBoth, m.words.Differing, m.words.OnlyFirst, m.words.OnlySecond}[p.kind]
	c.text(strings.TrimRight(words, ":"), m.direction(), term.Field{Width: w})
	for side, list := range p.sides {
		if side == 1 && p.same {
			break
		}
		for _, at := range list {
			s, v := k.told(side, at)
			c.text(fmt.Sprintf("%d. %s", side+1, oneLine(v.text[s.Start:s.End])), bidi.Auto, term.Field{Width: w})
		}
	}
	for _, fact := range k.detail(i) {
		c.text(fact, bidi.Auto, term.Field{Width: w})
	}
}
