package cli

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"jarida/corpus/entity"
)

// counts are mentions, by what they name.
type counts map[named]*count

// named is what is mentioned: an entity of the index, or a date or quantity by its name.
type named struct {
	typ  entity.Type
	id   entity.ID
	name string
}

// count is how often something is mentioned, and how.
type count struct {
	named
	articles, mentions int
	last               string // the article that was counted last
	order              int    // when it was met first
	spellings          []entity.Spelling
}

// spell counts a spelling. There are few of most things, and very many things.
func (n *count) spell(text string, mentions int) {
	for i := range n.spellings {
		if n.spellings[i].Text == text {
			n.spellings[i].Mentions += mentions
			return
		}
	}
	n.spellings = append(n.spellings, entity.Spelling{Text: strings.Clone(text), Mentions: mentions}) // which would hold on to its article
}

// add counts the mentions of an article outside of repeats. A date that nothing fixes is none of those that are counted.
func (c counts) add(a inArticle) {
	for _, m := range a.mentions {
		if m.Repeat || m.name == "" {
			continue
		}
		key := named{m.Type, m.id, m.name}
		n, ok := c[key]
		if !ok {
			key.name = strings.Clone(m.name)
			n = &count{named: key, order: len(c)}
			c[key] = n
		}
		n.mentions++
		if n.last != a.id {
			n.last = a.id
			n.articles++
		}
		n.spell(folded(a.text[m.Start:m.End]), 1)
	}
}

// merge adds what was counted in other articles.
func (c counts) merge(other counts) {
	for key, more := range other {
		n, ok := c[key]
		if !ok {
			c[key] = more
			continue
		}
		n.articles, n.mentions = n.articles+more.articles, n.mentions+more.mentions
		for _, s := range more.spellings {
			n.spell(s.Text, s.Mentions)
		}
	}
}

// of gives what is of one type.
func (c counts) of(typ string) counts {
	one := maps.Clone(c)
	maps.DeleteFunc(one, func(key named, _ *count) bool { return key.typ.String() != typ })
	return one
}

// records gives what was counted, what most articles mention first.
func (c counts) records() []entityRecord {
	list := slices.SortedFunc(maps.Values(c), func(a, b *count) int {
		return cmp.Or(cmp.Compare(b.articles, a.articles), cmp.Compare(b.mentions, a.mentions), cmp.Compare(a.name, b.name), cmp.Compare(a.typ, b.typ))
	})
	records := make([]entityRecord, len(list))
	for i, n := range list {
		records[i] = n.record()
	}
	return records
}

// recordsOf gives what was counted in one article, what it mentions most first; the articles are those of the index, where it has them.
func (c counts) recordsOf(x *entity.Index) []entityRecord {
	list := slices.SortedFunc(maps.Values(c), func(a, b *count) int {
		return cmp.Or(cmp.Compare(b.mentions, a.mentions), cmp.Compare(a.order, b.order))
	})
	records := make([]entityRecord, len(list))
	for i, n := range list {
		records[i] = n.record()
		if n.id >= 0 {
			records[i].Articles = x.Entity(n.id).Articles
		}
	}
	return records
}

func (n *count) record() entityRecord {
	slices.SortFunc(n.spellings, func(a, b entity.Spelling) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Text, b.Text))
	})
	return entityRecord{Name: n.name, Type: n.typ.String(), Articles: n.articles, Mentions: n.mentions, Spellings: spellings(n.spellings)}
}
