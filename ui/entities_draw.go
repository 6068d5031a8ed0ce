package ui

import (
	"fmt"
	"strconv"
	"strings"

	"jarida/corpus/entity"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// detail is what is known of one entity, for the area below the rows.
type detail struct {
	name     string
	typ      entity.Type
	folder   bool // the numbers are of the folder
	articles int
	mentions int
	days     string
	course   *course // nil for what is known of one day alone
	spelling string
	beside   string
}

// newDetail collects what an index says of an entity. It takes its time for one of many articles.
func newDetail(x *entity.Index, id entity.ID) *detail {
	const most = 12 // spellings and partners: two or three lines
	e := x.Entity(id)
	d := &detail{name: e.Name, typ: e.Type, folder: true, articles: e.Articles, mentions: e.Mentions, days: e.First}
	if e.Last != e.First {
		d.days += " – " + e.Last
		d.course = newCourse(x.Days(id))
	}
	if len(e.Spellings) > 1 || len(e.Spellings) == 1 && e.Spellings[0].Text != e.Name {
		for _, s := range e.Spellings[:min(len(e.Spellings), most)] {
			if s.Mentions == 0 { // this one and the rest stand in repeats alone
				break
			}
			d.spelling = joined(d.spelling, fmt.Sprintf("%s %d", oneLine(s.Text), s.Mentions))
		}
	}
	for _, p := range x.Partners(id, 0) {
		if !x.Sure(p.Entity) || x.Type(p.Entity) > entity.Organisation {
			continue
		}
		d.beside = joined(d.beside, fmt.Sprintf("%s %d", x.Name(p.Entity), p.Articles))
		if strings.Count(d.beside, "·") >= most-1 {
			break
		}
	}
	return d
}

// joined appends a fact to others.
func joined(all, fact string) string {
	if all == "" {
		return fact
	}
	return all + " · " + fact
}

// plainDetail gives what is known of a row that no index knows more about; nil for a heading.
func (m *Model) plainDetail(r entityRow) *detail {
	if r.kind != itemRow || r.group < 0 || m.pane.notes == nil {
		return nil
	}
	g := &m.pane.notes.groups[r.group]
	return &detail{name: g.name, typ: g.typ, mentions: g.mentions, days: g.iso}
}

func digits(n int) int { return len(strconv.Itoa(n)) }

// entityRows writes the pane: a heading, the rows, and the details of the one under the cursor.
func (m *Model) entityRows(c *canvas, emit func()) {
	p, b := &m.pane, &m.frame.entities
	if b.h > 0 {
		m.entityHeading(c, b.w)
		emit()
	}
	numbers := p.count(p.h)
	for k := range p.h {
		m.entityRow(c, numbers, k, b.w)
		emit()
	}
	if b.h > 1 {
		m.detailArea(c, b.w, emit)
	}
}

// entityHeading says whose entities they are.
func (m *Model) entityHeading(c *canvas, w int) {
	p := &m.pane
	title := m.options.Title
	if d := m.reader.document; !p.folder && d != nil {
		title = d.title
	}
	near := []segment{{text: oneLine(title), paint: m.styles.title}}
	if p.query != "" {
		near = []segment{{text: p.query + "…", paint: m.styles.title}}
	}
	var far []segment
	if done := m.names.Progress(m.newest); p.folder && !done.Done {
		far = append(far, segment{text: fmt.Sprintf("%d/%d", done.Read, done.Articles), paint: m.styles.status})
	}
	c.facts(w, m.rtl, near, far)
}

// entityRow writes the k-th row on the screen.
func (m *Model) entityRow(c *canvas, numbers counts, k, w int) {
	p := &m.pane
	i := p.top + k
	if i >= len(p.rows) {
		text := m.words.NoEntities
		if !p.ready || p.index == nil && p.folder {
			text = m.words.NotYet
		}
		if k > 0 {
			text = ""
		}
		c.facts(w, m.rtl, []segment{{text: text, paint: m.styles.dim}}, nil)
		return
	}
	r := p.rows[i]
	const mark, few = 2, 6
	widths := numbers.widths
	number := func(n int) {
		text := ""
		if n < 1 || r.kind == itemRow {
			text = strconv.Itoa(numbers.rows[k][n])
		}
		c.text(text, bidi.LTR, term.Field{Width: widths[n], Align: term.Right, Paint: m.styles.meta})
	}
	if w < barWidth+mark+few+widths[0]+2 {
		widths = [2]int{}
	} else if w < barWidth+mark+2*few+widths[0]+widths[1]+3 {
		widths[1] = 0
	}
	if w < 2*barWidth+mark {
		c.text(m.rowName(r), bidi.Auto, term.Field{Width: w, Align: m.nearSide(), Paint: m.rowPaint(r)})
		return
	}
	gap, between := min(widths[0], 1), min(widths[1], 1)
	m.across(
		func() { m.bar(c, i == p.cursor, m.focus == entityPane, false) },
		func() {
			c.text(p.mark(r), m.base(), term.Field{Width: mark, Align: m.nearSide(), Paint: m.styles.key})
		},
		func() {
			name, f := m.rowName(r), term.Field{Width: w - barWidth - mark - gap - widths[0] - between - widths[1] - 1, Align: m.nearSide()}
			f.Runs = []term.Run{{Range: bidi.Range{End: len(name)}, Paint: m.rowPaint(r)}} // an underline ends with the name
			c.text(name, bidi.Auto, f)
		},
		func() { c.blank(gap) },
		func() { number(0) },
		func() { c.blank(between) },
		func() { number(1) },
		func() { c.blank(1) },
	)
}

// counts are the numbers of the rows on the screen, and the columns that they need: of the folder's the articles and the mentions, of the
// article's the mentions.
type counts struct {
	rows   [][2]int
	widths [2]int
}

// count collects the numbers of n rows from the first on the screen.
func (p *entities) count(n int) counts {
	c := counts{rows: make([][2]int, n)}
	for k := range c.rows {
		i := p.top + k
		if i >= len(p.rows) {
			break
		}
		switch r := &p.rows[i]; {
		case r.kind != itemRow:
			c.rows[k][0] = r.count
		case p.notes != nil:
			c.rows[k][0] = p.notes.groups[r.group].mentions
		case p.index != nil:
			e := p.index.Entity(r.id)
			c.rows[k] = [2]int{e.Articles, e.Mentions}
			c.widths[1] = max(c.widths[1], digits(e.Mentions))
		}
		c.widths[0] = max(c.widths[0], digits(c.rows[k][0]))
	}
	return c
}

// mark gives what a row has before its name.
func (p *entities) mark(r entityRow) string {
	switch {
	case r.kind != itemRow:
	case p.badges[r.id] != "" && r.id >= 0:
		return p.badges[r.id]
	case r.quiet:
		return "?"
	}
	return ""
}

// rowPaint gives the paint of a name. A heading has that of its entities in the text: it is the legend to the marks.
func (m *Model) rowPaint(r entityRow) term.Paint {
	switch {
	case r.kind == everyRow:
		return m.styles.title
	case r.kind == typeRow && m.marking:
		return m.styles.names[r.typ]
	case r.kind == typeRow:
		return m.styles.heading
	case r.quiet:
		return m.styles.dim
	}
	return m.styles.plain
}

// detailArea writes the details below a line.
func (m *Model) detailArea(c *canvas, w int, emit func()) {
	left := m.pane.details
	if left == 0 {
		return
	}
	c.glyphs(strings.Repeat("─", w), m.styles.border)
	emit()
	m.detailRows(c, m.pane.detail, w, left-1, emit)
}

// detailRows writes details, nil for none, in so many rows.
func (m *Model) detailRows(c *canvas, d *detail, w, left int, emit func()) {
	if d != nil && left > 0 {
		near, far := []segment{{text: d.name, paint: m.styles.title}}, []segment{{text: m.words.OneOf[d.typ], paint: m.styles.meta}}
		c.facts(w, m.rtl, near, far)
		emit()
		left--
	}
	for _, f := range m.detailFacts(d) {
		if f.course != nil && left > 0 && f.course.fits(w) {
			m.courseRow(c, f.course, w)
			emit()
			left--
			if f.course.ends(w) > 0 {
				continue // it says the days
			}
		}
		o := bidi.Options{
			Width: max(w-2, 1), MaxLines: min(left, f.most), Base: f.base, KeepTashkeel: m.tashkeel(), Digits: c.digits, PlainTokens: true,
		}
		if left <= 0 || f.text == "" {
			continue
		}
		for _, l := range bidi.Layout(f.text, 0, o) {
			if w < 3 {
				c.blank(w)
			} else {
				c.blank(1)
				c.line(&l, term.Field{Width: w - 2, Align: m.nearSide(), Paint: f.paint})
				c.blank(1)
			}
			emit()
			left--
		}
	}
	for range left {
		c.blank(w)
		emit()
	}
}

// detailFact is a paragraph of the details.
type detailFact struct {
	text   string
	paint  term.Paint
	base   bidi.Direction
	most   int     // lines
	course *course // in place of the text, where there is room for it
}

func (m *Model) detailFacts(d *detail) []detailFact {
	if d == nil {
		return nil
	}
	w := m.words
	numbers := fmt.Sprintf("%s %d", w.InMentions, d.mentions)
	if d.folder {
		numbers = fmt.Sprintf("%s %d · %s %d", w.InArticles, d.articles, w.InMentions, d.mentions)
	}
	facts := []detailFact{
		{text: numbers, paint: m.styles.meta, base: m.direction(), most: 2},
		{text: d.days, paint: m.styles.meta, base: m.base(), most: 1, course: d.course},
	}
	if d.spelling != "" {
		facts = append(facts, detailFact{text: w.Spellings + " " + d.spelling, paint: m.styles.plain, base: m.base(), most: 3})
	}
	if d.beside != "" {
		facts = append(facts, detailFact{text: w.Beside + " " + d.beside, paint: m.styles.plain, base: m.base(), most: detailRows})
	}
	return facts
}
