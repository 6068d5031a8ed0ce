package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"jarida/corpus"
	"jarida/corpus/digest"
	"jarida/corpus/entity"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// digestSection is a part of the page.
type digestSection uint8

const (
	noSection digestSection = iota
	storySection
	nameSection
	quoteSection
)

// digestRow is a row of the page: a line of a section, its heading, or something said.
type digestRow struct {
	section digestSection
	line    *digestLine
	text    string // of a row that is no line; "" for a blank one
	heading bool
}

// same reports whether two rows are of the same story, name or person, or begin the same section.
func (r digestRow) same(o digestRow) bool {
	if r.line == nil || o.line == nil {
		return r.heading && o.heading && r.section == o.section
	}
	return r.section == o.section && r.line.doc == o.line.doc && r.line.named == o.line.named
}

// storyLines gives the lines of stories: how many articles, the title of the first, and the sources.
func storyLines(s *corpus.Snapshot, d *corpus.Digest, comma string) []digestLine {
	lines := make([]digestLine, 0, len(d.Stories))
	for _, told := range d.Stories {
		number := strconv.Itoa(len(told.Docs))
		if !d.Whole && told.New < len(told.Docs) {
			number = strconv.Itoa(told.New) + "/" + number
		}
		lead := s.At(s.Index(corpus.Doc(told.Leader())))
		lines = append(lines, digestLine{number: number, text: lead.Title, doc: lead.Doc, more: strings.Join(s.Sources(told.Docs), comma)})
	}
	return lines
}

// nameLines gives the lines of new names of all types, those in most articles first: how many articles, the name, and the type. What more
// says is the type's number: the word for it is that of the language when it is drawn.
func nameLines(x *entity.Index, d *corpus.Digest) []digestLine {
	all := slices.Concat(d.People.List, d.Places.List, d.Orgs.List)
	slices.SortStableFunc(all, func(a, b digest.Name) int { return cmp.Compare(b.Articles, a.Articles) })
	lines := make([]digestLine, 0, min(len(all), digestLines))
	for _, n := range all[:min(len(all), digestLines)] {
		lines = append(lines, namedLine(x, n.Entity, n.Articles))
	}
	return lines
}

// speakerLines gives the lines of who is quoted most: how many quotations, who, and in how many articles.
func speakerLines(x *entity.Index, d *corpus.Digest) []digestLine {
	lines := make([]digestLine, 0, len(d.Speakers))
	for _, s := range d.Speakers {
		l := namedLine(x, s.Entity, s.Quotes)
		l.more, l.docs = strconv.Itoa(s.Articles), x.Articles(s.Entity)
		lines = append(lines, l)
	}
	return lines
}

func namedLine(x *entity.Index, id entity.ID, n int) digestLine {
	name := x.Name(id)
	s, ok := spelled(x, id)
	if !ok {
		s = entity.Spelled{Type: x.Type(id), Text: name}
	}
	return digestLine{number: strconv.Itoa(n), text: name, doc: -1, named: condition{entity: s, name: name}}
}

func (p *digestPage) heading(m *Model) string {
	return m.words.Digest + " · " + isolated(oneLine(m.options.Title))
}

func (p *digestPage) hint(m *Model) string { return m.words.SheetHint }

func (p *digestPage) rtl(m *Model) bool { return m.rtl }

// layOut divides the rows of the screen among the sections. One that is opened has all its lines.
func (p *digestPage) layOut(m *Model, _ int) int {
	p.rows = p.rows[:0]
	p.say(p.facts(m))
	if text := p.since(m); text != "" {
		p.say(text)
	}
	sections := p.sections(m)
	shares := shareRows(max(m.h-2, 0)-len(p.rows), sections, p.opened)
	for i, s := range sections {
		p.rows = append(p.rows, digestRow{})
		title := s.title
		if more := s.all - shares[i]; more > 0 && s.progress == "" {
			title += fmt.Sprintf(" \u2066+%d\u2069", more)
		}
		p.rows = append(p.rows, digestRow{section: s.section, text: title, heading: true})
		if s.progress != "" {
			p.say(s.progress)
			continue
		}
		for k := range s.lines[:shares[i]] {
			p.rows = append(p.rows, digestRow{section: s.section, line: &s.lines[k]})
		}
	}
	return len(p.rows)
}

func (p *digestPage) say(text string) { p.rows = append(p.rows, digestRow{text: text}) }

// digestPart is a section that has something to show.
type digestPart struct {
	section  digestSection
	title    string
	lines    []digestLine
	all      int    // how many there are
	progress string // how far it is; "" where it is complete
}

// sections gives the sections that have something to show.
func (p *digestPage) sections(m *Model) []digestPart {
	w, d := m.words, &p.digest
	names := w.NewNames
	if p.visit.None() {
		names = w.MostNamed
	}
	named, told := m.newest.EntityProgress(), m.newest.StoryProgress()
	look := func(ready bool, read, of int) string {
		switch {
		case ready:
			return ""
		case !m.newest.Progress().Done:
			return w.Reading + " " + fraction(m.newest.Progress().Read, m.newest.Progress().Files)
		}
		return w.Looking + " " + fraction(read, of)
	}
	all := []digestPart{
		{storySection, w.LargestStories, p.stories, d.AllStories, look(p.made.stories != nil, told.Read, told.Articles)},
		{nameSection, names, p.names, d.People.All + d.Places.All + d.Orgs.All, look(p.made.entities != nil, named.Read, named.Articles)},
		{quoteSection, w.MostQuoted, p.quoted, d.AllSpeakers, look(p.made.entities != nil, named.Read, named.Articles)},
	}
	return slices.DeleteFunc(all, func(s digestPart) bool { return s.progress == "" && len(s.lines) == 0 })
}

// shareRows divides rows of the screen among sections, each with a blank row and a heading. None gets fewer than a few, so that on a small
// screen the page is longer than it.
func shareRows(rows int, sections []digestPart, opened digestSection) []int {
	const fewest = 3
	shares := make([]int, len(sections))
	for i, s := range sections {
		rows -= 2
		want := len(s.lines)
		if s.section != opened {
			want = min(want, fewest)
		}
		shares[i] = want
		rows -= max(want, 1) // that of progress
	}
	for grown := true; grown && rows > 0; {
		grown = false
		for i, s := range sections {
			if rows > 0 && s.progress == "" && shares[i] < len(s.lines) {
				shares[i]++
				rows--
				grown = true
			}
		}
	}
	return shares
}

// facts says how many articles there are, and of which days.
func (p *digestPage) facts(m *Model) string {
	w, s := m.words, m.newest
	unread := s.Len()
	if m.states.listed != nil {
		unread = m.states.in(viewUnread).Len()
	}
	text := fmt.Sprintf("%s %d · %s %d", w.Articles, s.Len(), w.UnreadCount, unread)
	if first, last := p.digest.First, p.digest.Last; first == last && first != "" {
		text += " · " + isolated(first)
	} else if first != "" {
		text += " · " + isolated(isolated(first)+" – "+isolated(last))
	}
	return text
}

// since says how much is new since the last visit; "" where there was none. The number comes first: the end of a row may be cut off.
func (p *digestPage) since(m *Model) string {
	if p.visit.None() || !p.made.read {
		return ""
	}
	zone := cmp.Or(m.options.Zone, time.UTC)
	return fmt.Sprintf("%s: %d (%s)", m.words.SinceVisit, p.digest.New, isolated(p.visit.At().In(zone).Format("2006-01-02 15:04")))
}

// at gives the i-th row.
func (p *digestPage) at(i int) digestRow {
	if i < 0 || i >= len(p.rows) {
		return digestRow{}
	}
	return p.rows[i]
}

// first gives the first row that stands for something, -1 for none.
func (p *digestPage) first() int {
	return slices.IndexFunc(p.rows, func(r digestRow) bool { return r.line != nil })
}

// row writes a number, what it is of, and beside it where that is from.
func (p *digestPage) row(m *Model, c *canvas, i, w int) {
	r := p.at(i)
	near := m.nearSide()
	if r.line == nil {
		paint := m.styles.dim
		switch {
		case r.heading:
			paint = m.styles.title
		case i < 2 && r.text != "": // what the page is about
			paint = m.styles.plain
		}
		c.text(r.text, m.direction(), term.Field{Width: w, Align: near, Paint: paint})
		return
	}
	const numbers = 5 // columns: 1/999
	number := min(max(numbers, len(r.line.number)), w)
	gap := min(gapBetween, w-number)
	more := r.more(m)
	columns := min(c.width(more, m.direction()), w/4)
	if columns > 0 && w-number-gap-columns-gapBetween < fewLetters {
		columns = 0
	}
	between := min(columns, gapBetween)
	far := term.Right // side of the number next to the text
	if m.rtl {
		far = term.Left
	}
	m.across(
		func() { c.text(r.line.number, bidi.LTR, term.Field{Width: number, Align: far, Paint: m.styles.marks}) },
		func() { c.blank(gap) },
		func() {
			c.text(oneLine(r.line.text), bidi.Auto, term.Field{Width: w - number - gap - columns - between, Align: near})
		},
		func() { c.blank(between) },
		func() { c.text(more, m.direction(), term.Field{Width: columns, Align: near, Paint: m.styles.dim}) },
	)
}

// more gives what stands beside the text of a line.
func (r digestRow) more(m *Model) string {
	switch r.section {
	case nameSection:
		return m.words.OneOf[r.line.named.entity.Type]
	case quoteSection:
		return m.words.InArticles + " " + r.line.more
	default:
		return r.line.more
	}
}

// detail gives the whole of a line.
func (p *digestPage) detail(i int) []string {
	r := p.at(i)
	if r.line == nil {
		return nil
	}
	if r.section == storySection && r.line.more != "" {
		return []string{oneLine(r.line.text), r.line.more}
	}
	return []string{oneLine(r.line.text)}
}
