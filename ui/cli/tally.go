package cli

import (
	"cmp"
	"hash/maphash"
	"iter"
	"slices"

	"jarida/corpus/entity"
)

// counts are mentions, by what they name. A large folder has a million different quantities: there is no pointer to any of them, so that the
// garbage collector does not look at each whenever it runs.
type counts struct {
	seed      maphash.Seed
	met       map[uint64]int32 // by hash of what is named, or the next free one after it: one of list
	list      []count          // in the order in which they were met first
	spellings []spelt
	text      []byte // names and spellings
	articles  int32  // that were counted
}

// named is what is mentioned: an entity of the index, or a date or quantity by its name.
type named struct {
	typ  entity.Type
	id   entity.ID
	name string
}

// count is how often something is mentioned, and how.
type count struct {
	name               place
	id                 entity.ID
	typ                entity.Type
	articles, mentions int32
	last               int32 // the article that was counted last
	spelt              int32 // the one of its spellings that was met last, -1 for none
}

// spelt is a spelling, and how often it was met.
type spelt struct {
	text     place
	mentions int32
	before   int32 // of the same thing, -1 for none
}

// place is where a name or spelling stands.
type place struct{ start, end uint32 }

func newCounts() *counts { return &counts{seed: maphash.MakeSeed(), met: map[uint64]int32{}} }

func (c *counts) at(p place) []byte { return c.text[p.start:p.end] }

// keep copies a text, which would hold on to its article.
func (c *counts) keep(text string) place {
	start := len(c.text)
	c.text = append(c.text, text...)
	return place{uint32(start), uint32(len(c.text))}
}

// of gives the count of something.
func (c *counts) of(n named) *count {
	for hash := c.hash(n); ; hash++ {
		at, ok := c.met[hash]
		if !ok {
			c.met[hash] = int32(len(c.list))
			c.list = append(c.list, count{name: c.keep(n.name), id: n.id, typ: n.typ, spelt: -1})
			return &c.list[len(c.list)-1]
		}
		if l := &c.list[at]; l.id == n.id && l.typ == n.typ && string(c.at(l.name)) == n.name {
			return l
		}
	}
}

func (c *counts) hash(n named) uint64 {
	return maphash.String(c.seed, n.name) ^ uint64(n.typ)<<32 ^ uint64(uint32(n.id))
}

// spell counts a spelling. There are few of most things, and very many things; where there are many, what was met last is looked at first, for few
// are met often.
func (c *counts) spell(n *count, text string, mentions int32) {
	for i, last := n.spelt, int32(-1); i >= 0; i, last = c.spellings[i].before, i {
		s := &c.spellings[i]
		if string(c.at(s.text)) != text {
			continue
		}
		s.mentions += mentions
		if last >= 0 {
			c.spellings[last].before, s.before, n.spelt = s.before, n.spelt, i
		}
		return
	}
	at := n.name
	if string(c.at(at)) != text {
		at = c.keep(text)
	}
	c.spellings = append(c.spellings, spelt{at, mentions, n.spelt})
	n.spelt = int32(len(c.spellings) - 1)
}

// add counts the mentions of an article outside of repeats. A date that nothing fixes is none of those that are counted.
func (c *counts) add(a inArticle) {
	c.articles++
	for _, m := range a.mentions {
		if m.Repeat || m.name == "" {
			continue
		}
		n := c.of(named{m.Type, m.id, m.name})
		n.mentions++
		if n.last != c.articles {
			n.last = c.articles
			n.articles++
		}
		c.spell(n, folded(a.text[m.Start:m.End]), 1)
	}
}

// merge adds what was counted in other articles.
func (c *counts) merge(other *counts) {
	c.articles += other.articles
	for i := range other.list {
		more := &other.list[i]
		n := c.of(named{more.typ, more.id, string(other.at(more.name))})
		n.articles, n.mentions = n.articles+more.articles, n.mentions+more.mentions
		for k := more.spelt; k >= 0; k = other.spellings[k].before {
			c.spell(n, string(other.at(other.spellings[k].text)), other.spellings[k].mentions)
		}
	}
}

// sorted gives what is of one type, "" for all, what most articles mention first.
func (c *counts) sorted(typ string) []*count {
	list := make([]*count, 0, len(c.list))
	for i := range c.list {
		if n := &c.list[i]; typ == "" || n.typ.String() == typ {
			list = append(list, n)
		}
	}
	slices.SortFunc(list, func(a, b *count) int {
		return cmp.Or(cmp.Compare(b.articles, a.articles), cmp.Compare(b.mentions, a.mentions),
			slices.Compare(c.at(a.name), c.at(b.name)), cmp.Compare(a.typ, b.typ))
	})
	return list
}

// records gives counts as they are printed.
func (c *counts) records(list []*count) iter.Seq[entityRecord] {
	return func(yield func(entityRecord) bool) {
		for _, n := range list {
			if !yield(c.record(n)) {
				return
			}
		}
	}
}

// recordsOf gives what was counted in one article, what it mentions most first; the articles are those of the index, where it has them.
func (c *counts) recordsOf(x *entity.Index) []entityRecord {
	list := make([]*count, len(c.list))
	for i := range c.list {
		list[i] = &c.list[i]
	}
	slices.SortStableFunc(list, func(a, b *count) int { return cmp.Compare(b.mentions, a.mentions) })
	records := slices.Collect(c.records(list))
	for i, n := range list {
		if n.id >= 0 {
			records[i].Articles = x.Entity(n.id).Articles
		}
	}
	return records
}

func (c *counts) record(n *count) entityRecord {
	var list []entity.Spelling
	for i := n.spelt; i >= 0; i = c.spellings[i].before {
		list = append(list, entity.Spelling{Text: string(c.at(c.spellings[i].text)), Mentions: int(c.spellings[i].mentions)})
	}
	slices.SortFunc(list, func(a, b entity.Spelling) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Text, b.Text))
	})
	return entityRecord{
		Name: string(c.at(n.name)), Type: n.typ.String(), Articles: int(n.articles), Mentions: int(n.mentions), Spellings: spellings(list),
	}
}
