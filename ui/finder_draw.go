package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jarida/corpus/search"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// finderFrame divides the screen below the text field of the finder: rows at the list's side, the preview at the other where there is
// room for both.
func (m *Model) finderFrame() frame {
	f := newFrame(m.w, m.h, panes{focus: listPane, full: true})
	f.list.h = max(f.list.h-1, 0)
	if m.w < narrow {
		return f
	}
	f.list.w = min(max(m.w/2, m.w-1-measure-gutter), broad-narrow/2)
	f.text = box{w: m.w - 1 - f.list.w, h: f.list.h}
	f.order = []pane{listPane, textPane}
	if m.rtl {
		f.order = []pane{textPane, listPane}
		f.list.x = f.text.w + 1
	} else {
		f.text.x = f.list.w + 1
	}
	return f
}

// finderRows writes the finder: the text field, what was found, the preview.
func (m *Model) finderRows(c *canvas) []string {
	f := m.finderFrame()
	rows := collect(c, box{w: m.w, h: 1}, func(emit func()) {
		m.promptRow(c, &prompt{label: m.finderLabel(), field: m.finder.field})
		emit()
	})
	if m.h < 2 {
		return rows
	}
	var panes []string
	border := m.styles.border.On + "│" + m.styles.border.Off
	for _, p := range f.order {
		b := f.box(p)
		next := collect(c, b, func(emit func()) {
			if p == textPane {
				m.previewRows(c, b, emit)
				return
			}
			for i := range b.h {
				m.finderRow(c, i, b.w)
				emit()
			}
		})
		if panes == nil {
			panes = next
			continue
		}
		for i := range panes {
			panes[i] += border + next[i]
		}
	}
	return append(rows, panes...)
}

// finderLabel says what is looked for.
func (m *Model) finderLabel() string {
	if s := m.finder.scope; s != everything {
		return m.words.Find + " · " + m.words.Kinds[s] + ":"
	}
	return m.words.Find + ":"
}

// finderRow writes the row on the i-th row of the screen.
func (m *Model) finderRow(c *canvas, i, w int) {
	f := m.finder
	i += f.top
	if i >= len(f.rows) {
		text := ""
		if i == 0 {
			text = m.nothingFound()
		}
		c.facts(w, m.rtl, []segment{{text: text, paint: m.styles.dim}}, nil)
		return
	}
	r := &f.rows[i]
	if w < 2*barWidth {
		c.blank(w - max(w-1, 1))
		m.matched(c, r.text, r.spans, max(w-1, 1), m.styles.plain)
		return
	}
	kind, facts := m.kindColumn(c, w), m.rowFacts(r, i > f.top && f.rows[i-1].note == r.note)
	far := 0
	if facts != "" && w >= 2*(barWidth+kind)+narrow/4 {
		free := w - barWidth - kind - gapBetween - 2 - c.width(r.text, bidi.Auto)
		far = min(c.width(facts, m.base()), max(free, w/3))
	}
	if r.kind >= allKind { // what is of no kind has the room
		kind = 0
	}
	gap, between := min(kind, 1), min(far, gapBetween)
	m.across(
		func() { m.bar(c, i == f.cursor, true, false) },
		func() {
			c.text(m.kindName(r), m.direction(), term.Field{Width: kind, Align: m.nearSide(), Paint: m.styles.dim})
		},
		func() { c.blank(gap) },
		func() { m.foundField(c, r, w-barWidth-kind-gap-far-between-1) },
		func() { c.blank(between) },
		func() { c.text(facts, m.base(), term.Field{Width: far, Align: m.farSide(), Paint: m.styles.meta}) },
		func() { c.blank(1) },
	)
}

// nothingFound says why there is no row.
func (m *Model) nothingFound() string {
	f := m.finder
	switch {
	case f.field.text == "":
		return m.words.FinderHint
	case f.shown != f.revision || !f.answer.Done:
		return ""
	}
	if why := m.reasonText(f.texts.result.Reason); why != "" {
		return why
	}
	return m.words.NothingFound
}

// kindColumn gives the columns of the kinds, 0 where there is no room for them.
func (m *Model) kindColumn(c *canvas, w int) int {
	widest := 0
	for i := range m.finder.rows {
		widest = max(widest, c.width(m.kindName(&m.finder.rows[i]), m.direction()))
	}
	if w < barWidth+3*widest {
		return 0
	}
	return widest
}

// kindName says of which kind a row is.
func (m *Model) kindName(r *hitRow) string {
	switch r.kind {
	case entityKind:
		c := m.finder.catalog
		return m.words.OneOf[c.index.Type(c.entities[r.item].id)]
	case allKind, meantKind:
		return ""
	default:
		return m.words.Kinds[r.kind]
	}
}

// foundField writes what was found, its matched letters marked.
func (m *Model) foundField(c *canvas, r *hitRow, w int) {
	switch r.kind {
	case allKind:
		text := fmt.Sprintf("%s %d", m.words.AllArticles, m.finder.texts.result.Total)
		c.text(text, m.direction(), term.Field{Width: w, Align: m.nearSide(), Paint: m.styles.key})
	case meantKind:
		text := m.words.Meant + " " + isolated(r.note.Word) + arrow(m.rtl) + isolated(r.note.As)
		c.text(text, m.base(), term.Field{Width: w, Align: m.nearSide(), Paint: m.styles.key})
	default:
		m.matched(c, r.text, r.spans, w, m.styles.plain)
	}
}

// arrow leads from what was typed to what it was taken for: on in the direction of the row, for arrows are not mirrored.
func arrow(rtl bool) string {
	if rtl {
		return " ← "
	}
	return " → "
}

// matched writes a text with some ranges marked. Where the first of these is out of sight, the text is shown around it.
func (m *Model) matched(c *canvas, text string, spans []search.Span, w int, p term.Paint) {
	if w <= 0 {
		return
	}
	shift := 0
	l := c.fit(text, bidi.Auto, w)
	if len(spans) > 0 && spans[0].End > shownTo(&l, len(text)) {
		var in bidi.Range
		text, in = contextOf(text, bidi.Range{Start: spans[0].Start, End: spans[0].End}, w)
		shift = in.Start - spans[0].Start
		l = c.fit(text, bidi.Auto, w)
	}
	runs := make([]term.Run, len(spans))
	for i, s := range spans {
		runs[i] = term.Run{Range: bidi.Range{Start: s.Start + shift, End: s.End + shift}, Paint: m.styles.hit}
	}
	c.line(&l, term.Field{Width: w, Align: m.nearSide(), Paint: p, Runs: runs})
}

// shownTo gives the byte of a text up to which a line shows it: the ellipsis stands for all behind it.
func shownTo(l *bidi.Line, length int) int {
	last, to := int32(-1), length
	for i := range l.Cells {
		if cell := &l.Cells[i]; cell.Index > last {
			last = cell.Index
			if to = length; cell.Glyph == '…' {
				to = int(cell.Start)
			}
		}
	}
	return to
}

// rowFacts gives what stands at the far side of a row: why it was found where that is not plain spelling and not said above, and what tells
// it from others.
func (m *Model) rowFacts(r *hitRow, above bool) string {
	f, c := m.finder, m.finder.catalog
	var facts []string
	add := func(fact string) {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	if (r.kind < namedKinds || r.kind == textKind) && (r.note.As == "" || !above) {
		add(m.why(r))
	}
	switch r.kind {
	case articleKind:
		add(c.snap.At(r.item).Date.ISO)
	case entityKind:
		e := c.entities[r.item]
		if name := c.index.Name(e.id); name != e.text {
			add(name)
		}
		add(strconv.Itoa(len(c.index.Articles(e.id))))
	case headingKind:
		if e, ok := m.entry(c.headings[r.item].doc); ok {
			add(titleOf(e))
		}
	case sourceKind:
		add(strconv.Itoa(c.sources[r.item].articles))
	case sectionKind:
		add(strconv.Itoa(c.sections[r.item].articles))
	case savedKind:
		add(oneLine(c.saved[r.item].Query))
	case textKind:
		add(f.texts.hits[r.item].title)
	default:
	}
	return strings.Join(facts, " · ")
}

// why says by which rule something was found, "" where it is spelled as it was typed.
func (m *Model) why(r *hitRow) string {
	if r.note.As != "" {
		return isolated(r.note.Word) + arrow(m.rtl) + isolated(r.note.As)
	}
	rules := [...]search.How{search.Folded, search.Clitic, search.Inflected, search.Near, search.Sound, search.Layout, search.Scattered}
	if i := slices.Index(rules[:], r.how); i >= 0 {
		return m.words.Hows[i]
	}
	return ""
}

// finderStatus writes the last row: where the cursor is, how much there is, and what to press.
func (m *Model) finderStatus(c *canvas) {
	f, s := m.finder, &m.styles
	near := []segment{{text: fraction(min(f.cursor+1, len(f.rows)), len(f.rows)), paint: s.key}}
	if f.shown == f.revision {
		for k, n := range f.answer.Totals {
			if n > 0 {
				near = append(near, segment{text: fmt.Sprintf("%s %d", m.words.Kinds[k], n), paint: s.status})
			}
		}
	}
	far := []segment{{text: m.words.FinderKeys, paint: s.status}}
	switch {
	case m.notice != "":
		far = m.said()
	case f.texts.mistake != nil:
		far = []segment{{text: m.mistakeText(f.texts.mistake), paint: s.warn}}
	}
	if progress := m.searchProgress(); progress != "" {
		near = append(near, segment{text: progress, paint: s.status})
	}
	c.facts(m.w, m.rtl, near, far)
}
