package entity

import (
	"slices"

	"jarida/corpus/flat"
)

// entry is what an Index keeps of an entity.
type entry struct {
	typ         Type
	hidden      flat.Bool
	_           uint16
	articles    uint32
	mentions    uint32
	certain     uint32 // articles with a confident mention
	likely      uint32 // mentions that are sure by themselves, outside of repeats
	first, last int32  // packed dates
	name        uint32 // a surface
	spellings   span   // of Index.spellings
	postings    span   // of Index.postings
}

// span is a part of a slice.
type span struct{ first, behind uint32 }

// use says how often an entity is written in one way.
type use struct {
	surface  uint32
	mentions uint32
}

// assembly is an Index in the making. Entities are numbered as they are met, and ranked at the end.
type assembly struct {
	*Index
	b      *Builder
	g      *grouping
	others map[[2]uint32]uint32 // by surface and entity: mentions of another one
	totals []total              // by entity
}

// total is what the mentions of an entity add up to: half a line of the cache, for mentions meet entities in no order.
type total struct {
	mentions, articles, certain uint32
	seen, confirmed             int32 // the last article with a mention, with a confident one
	first, last                 int32
	likely                      uint32
}

// Index groups what the builder has, with the reader's corrections. The builder may go on while the
// Index is read.
func (b *Builder) Index(e Edits) *Index {
	known := b.forms.lists
	a := &assembly{b: b, g: b.group(e), Index: &Index{
		lists: func() *lists { return known }, spelled: b.spelled, forms: b.forms.keys, surfaces: slices.Clip(b.surfaces), docs: slices.Clone(b.docs),
		phrases: b.phrases, edits: e.digest(),
	}}
	a.spelled.slots, a.phrases.slots, a.forms.slots = nil, nil, slices.Clone(b.forms.keys.slots)
	a.number()
	a.settleRivals()
	a.countArticles()
	a.collectSpellings()
	a.nameEntities()
	a.edit(e)
	a.post(a.rank())
	return a.Index
}

// number gives each group of forms that occurs a number.
func (a *assembly) number() {
	n := len(a.g.list)
	byRoot := make([]ID, n)
	for i := range byRoot {
		byRoot[i] = -1
	}
	count := ID(0)
	for i := range n {
		if root := a.g.find(formID(i)); a.g.alive[i] && byRoot[root] < 0 {
			byRoot[root] = count
			count++
		}
	}
	a.entries = make([]entry, count)
	a.ofForm = make([]ID, n)
	for i := range a.ofForm {
		a.ofForm[i] = byRoot[a.g.find(formID(i))]
	}
	a.strong, a.alone = a.g.strong, a.g.alone
	a.ofSurface = make([]meaning, len(a.surfaces))
	for i := range a.surfaces {
		id := a.ofForm[a.surfaces[i].form]
		a.ofSurface[i] = meaning{id, id}
	}
}

// A type that a text has this seldom, beside the type that it mostly has, is taken for a slip where the mention is not confident.
const seldom = 1.0 / 3

// settleRivals gives the doubtful mentions of a text to the type that it mostly has in the folder.
func (a *assembly) settleRivals() {
	for _, r := range a.b.rivals {
		for _, pair := range [...]rival{r, {r.b, r.a}} {
			major, minor := &a.b.tallies[pair.a], &a.b.tallies[pair.b]
			if !a.alone[a.surfaces[pair.b].form] && major.sure >= fewArticles && float64(minor.counted) <= seldom*float64(major.counted) && minor.sure < major.sure {
				a.ofSurface[pair.b].doubtful = a.ofSurface[pair.a].sure
			}
		}
	}
}

// resolve gives the entity of a mention; full is what the article says it stands for, nothing where it says nothing.
func (x *Index) resolve(m *stored, l *link) ID {
	s := m.of()
	if l != nil && !x.alone[x.surfaces[s].form] {
		e := x.ofForm[l.full]
		if e >= 0 && (!l.early() || !x.strong[x.surfaces[s].form]) {
			return e
		}
	}
	if !m.sure() {
		return x.ofSurface[s].doubtful
	}
	return x.ofSurface[s].sure
}

// countArticles goes through all mentions.
func (a *assembly) countArticles() {
	n := len(a.entries)
	a.others = map[[2]uint32]uint32{}
	a.totals = make([]total, n)
	for i := range a.totals {
		a.totals[i].seen, a.totals[i].confirmed = -1, -1
	}
	a.articleFirst = make([]uint32, len(a.docs)+1)
	a.inArticle = make([]ID, 0, a.b.found+a.b.found/8) // about as many as the last time
	for doc, r := range a.docs {
		if r != nil {
			a.countArticle(int32(doc), r)
		}
		a.articleFirst[doc+1] = uint32(len(a.inArticle))
	}
	a.b.found = len(a.inArticle)
	for i, c := range a.totals {
		e := &a.entries[i]
		e.mentions, e.articles, e.certain, e.likely, e.first, e.last = c.mentions, c.articles, c.certain, c.likely, c.first, c.last
	}
}

// countArticle goes through the mentions of an article outside of repeats.
func (a *assembly) countArticle(doc int32, r *record) {
	for i, l := range r.linked() {
		m := &r.mentions[i]
		if m.repeat() {
			continue
		}
		id, s := a.resolve(m, l), m.of()
		if a.ofSurface[s].sure != id {
			a.others[[2]uint32{s, uint32(id)}]++
		}
		c := &a.totals[id]
		c.mentions++
		if m.likely() {
			c.likely++
		}
		if c.seen != doc {
			c.seen = doc
			a.inArticle = append(a.inArticle, id)
			c.meet(r.date)
		}
		if m.sure() && c.confirmed != doc {
			c.confirmed = doc
			c.certain++
		}
	}
}

// linked gives the indexes of the mentions of an article, each with what its article says that it stands for, or nil.
func (r *record) linked() func(yield func(int, *link) bool) {
	return func(yield func(int, *link) bool) {
		links := r.links
		for i := range r.mentions {
			var l *link
			if len(links) > 0 && links[0].of() == uint32(i) {
				l, links = &links[0], links[1:]
			}
			if !yield(i, l) {
				return
			}
		}
	}
}

// meet counts an article of a day.
func (c *total) meet(date int32) {
	c.articles++
	if date == 0 {
		return
	}
	if c.first == 0 || date < c.first {
		c.first = date
	}
	c.last = max(c.last, date)
}

// collectSpellings sets the spellings of each entity.
func (a *assembly) collectSpellings() {
	elsewhere := make([]uint32, len(a.surfaces))
	for k, n := range a.others {
		elsewhere[k[0]] += n
	}
	each := func(yield func(ID, use)) {
		for s, of := range a.ofSurface {
			if t := &a.b.tallies[s]; of.sure >= 0 && t.all > 0 {
				yield(of.sure, use{uint32(s), t.counted - elsewhere[s]})
			}
		}
		for k, n := range a.others {
			yield(ID(k[1]), use{k[0], n})
		}
	}
	each(func(id ID, _ use) { a.entries[id].spellings.behind++ })
	at := uint32(0)
	for i := range a.entries {
		s := &a.entries[i].spellings
		n := s.behind
		*s = span{at, at}
		at += n
	}
	a.spellings = make([]use, at)
	each(func(id ID, u use) {
		s := &a.entries[id].spellings
		a.spellings[s.behind] = u
		s.behind++
	})
}
