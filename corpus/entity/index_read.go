package entity

import (
	"cmp"
	"crypto/sha256"
	"iter"
	"slices"
)

// Index is what a folder says of its entities: immutable, and safe for concurrent readers.
type Index struct {
	lists    func() *lists
	docs     []*record
	spelled  interner
	surfaces []surface
	forms    interner // the keys of forms
	phrases  interner
	edits    [sha256.Size]byte // the digest of the reader's corrections

	entries   []entry
	shown     int  // entities that are not hidden come first
	ofForm    []ID // -1 for a form that does not occur
	ofSurface []meaning
	strong    []bool // by form: see grouping
	alone     []bool // by form: see grouping

	spellings    []use
	postings     []int32  // articles
	inArticle    []ID     // the entities of each article, in the order of their first mentions
	articleFirst []uint32 // by article: where its entities begin
	renamed      map[ID]string
	words        wordIndex
	offices      roleIndex
}

// meaning is what a spelling names where its article does not say more.
type meaning struct {
	sure, doubtful ID // by the confidence of the mention; -1 where there are none
}

// Len gives the number of entities that are not hidden: their ids are 0 to Len-1, by rank: most articles first.
func (x *Index) Len() int { return x.shown }

// Entity gives an entity by its id, a hidden one too.
func (x *Index) Entity(id ID) Entity {
	e := &x.entries[id]
	return Entity{
		Name: x.Name(id), Type: e.typ, Articles: int(e.articles), Mentions: int(e.mentions), Spellings: x.spellingsOf(id),
		First: unpackDate(e.first), Last: unpackDate(e.last), Sure: x.Sure(id),
	}
}

// Name gives the name of an entity.
func (x *Index) Name(id ID) string {
	if name, ok := x.renamed[id]; ok {
		return name
	}
	return string(x.text(x.entries[id].name))
}

// Type gives the type of an entity.
func (x *Index) Type(id ID) Type { return x.entries[id].typ }

// Hidden reports whether the reader has hidden an entity.
func (x *Index) Hidden(id ID) bool { return x.entries[id].hidden.True() }

// largeFolder is the number of articles from which one confident article is not enough evidence for an entity.
const largeFolder = 200

// Sure reports whether there is enough evidence for an entity to show it unasked: a confident mention, or two that are likely by
// themselves; in a large folder a confident mention and another one, or three articles and a likely mention.
func (x *Index) Sure(id ID) bool {
	e := &x.entries[id]
	if len(x.docs) < largeFolder {
		return e.certain > 0 || e.likely > 1
	}
	return e.certain > 0 && e.mentions > 1 || e.articles >= fewArticles && e.likely > 0
}

// text gives the text of a surface.
func (x *Index) text(s uint32) []byte { return x.spelled.text(s)[:x.surfaces[s].length] }

// spellingsOf gives the spellings of an entity, the most frequent first; dates written alike count as one.
func (x *Index) spellingsOf(id ID) []Spelling {
	e := &x.entries[id]
	list := make([]Spelling, 0, e.spellings.behind-e.spellings.first)
	for _, u := range x.spellings[e.spellings.first:e.spellings.behind] {
		list = append(list, Spelling{string(x.text(u.surface)), int(u.mentions)})
	}
	slices.SortFunc(list, func(a, b Spelling) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Text, b.Text))
	})
	return list
}

// entities gives the entities of an article in the order of their first mentions outside of repeats. It needs no record of the article: an index
// that is kept has none.
func (x *Index) entities(doc int32) []ID {
	if doc < 0 || int(doc)+1 >= len(x.articleFirst) {
		return nil
	}
	return x.inArticle[x.articleFirst[doc]:x.articleFirst[doc+1]]
}

// Mentions gives the mentions of an article in their order, each with the entity that it names and that entity's type. The confidence of a
// doubtful one may be higher than what was found in the article alone.
func (x *Index) Mentions(doc int32) []Resolved {
	if doc < 0 || int(doc) >= len(x.docs) || x.docs[doc] == nil {
		return nil
	}
	r := x.docs[doc]
	list := make([]Resolved, 0, len(r.mentions))
	for i, l := range r.linked() {
		m := &r.mentions[i]
		id := x.resolve(m, l)
		list = append(list, Resolved{Entity: id, Mention: Mention{
			Start: int(m.start), End: int(m.start) + int(m.length), Type: x.entries[id].typ, Confidence: x.confidence(r, i, id), Repeat: m.repeat(), ISO: x.iso(m.of()),
		}})
	}
	return list
}

// confidence gives the confidence of a mention, with what the folder knows: a doubtful one is sure where the article says a role beside
// it, where other articles are confident of the entity, or where they mostly find a full name too.
func (x *Index) confidence(r *record, mention int, id ID) float32 {
	m, e := &r.mentions[mention], &x.entries[id]
	confidence := m.share()
	if confidence >= Sure || confidence < Doubtful {
		return confidence
	}
	known := e.certain > 1 || e.typ == Person && x.surfaces[m.of()].words > 1 && e.likely >= fewArticles && e.articles >= fewArticles
	if !known && e.typ == Person {
		known = slices.ContainsFunc(r.roles, func(role storedRole) bool { return int(role.mention) == mention })
	}
	if known {
		return Sure
	}
	return confidence
}

// iso gives the ISO form of a spelling of a date.
func (x *Index) iso(s uint32) string {
	return string(x.spelled.text(s)[x.surfaces[s].length+2:])
}

// Articles gives the articles that mention an entity outside of repeats, in ascending order. The slice must not be changed.
func (x *Index) Articles(id ID) []int32 {
	p := x.entries[id].postings
	return x.postings[p.first:p.behind:p.behind]
}

// Partners gives the n entities that occur in the same articles as another most often, hidden ones left out; n of 0 means all.
func (x *Index) Partners(id ID, n int) []Partner {
	counts := map[ID]int{}
	for _, doc := range x.Articles(id) {
		for _, other := range x.entities(doc) {
			if other != id && int(other) < x.shown {
				counts[other]++
			}
		}
	}
	list := make([]Partner, 0, len(counts))
	for other, articles := range counts {
		list = append(list, Partner{other, articles})
	}
	slices.SortFunc(list, func(a, b Partner) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Entity, b.Entity))
	})
	if n > 0 && n < len(list) {
		list = list[:n]
	}
	return list
}

// DayCount is how many articles of a day mention an entity.
type DayCount struct {
	Day      string // ISO 8601, as exact as the dates of the articles are
	Articles int
}

// Days counts the dated articles of an entity by day, the earliest first.
func (x *Index) Days(id ID) []DayCount {
	var days []int32
	for _, doc := range x.Articles(id) {
		if d := x.docs[doc].date; d != 0 {
			days = append(days, d)
		}
	}
	slices.Sort(days)
	var list []DayCount
	for i, d := range days {
		if i == 0 || days[i-1] != d {
			list = append(list, DayCount{Day: unpackDate(d)})
		}
		list[len(list)-1].Articles++
	}
	return list
}

// Match gives the articles that mention all entities of include and none of exclude, in ascending order. With nothing to include, all
// articles that were added are taken.
func (x *Index) Match(include, exclude []ID) []int32 {
	var docs []int32
	if len(include) == 0 {
		for doc, r := range x.docs {
			if r != nil {
				docs = append(docs, int32(doc))
			}
		}
	} else {
		include = slices.Clone(include)
		slices.SortFunc(include, func(a, b ID) int { return cmp.Compare(len(x.Articles(a)), len(x.Articles(b))) })
		docs = slices.Clone(x.Articles(include[0]))
		for _, id := range include[1:] {
			docs = keep(docs, x.Articles(id), true)
		}
	}
	for _, id := range exclude {
		docs = keep(docs, x.Articles(id), false)
	}
	return docs
}

// keep keeps the articles of docs that are in list, or those that are not.
func keep(docs, list []int32, in bool) []int32 {
	kept := docs[:0]
	for _, d := range docs {
		i, found := slices.BinarySearch(list, d)
		if found == in {
			kept = append(kept, d)
		}
		list = list[i:]
	}
	return kept
}

// InArticle is an entity of an article.
type InArticle struct {
	Entity   ID
	Mentions int // outside of repeats
	First    int // source bytes: where it is first mentioned
}

// InArticle gives the entities of an article, hidden ones left out, in the order of their first mentions. One that only repeated blocks
// mention has no mentions.
func (x *Index) InArticle(doc int32) []InArticle {
	var list []InArticle
	at := map[ID]int{}
	for _, m := range x.Mentions(doc) {
		if x.Hidden(m.Entity) {
			continue
		}
		i, ok := at[m.Entity]
		if !ok {
			i = len(list)
			at[m.Entity] = i
			list = append(list, InArticle{Entity: m.Entity, First: m.Start})
		}
		if !m.Repeat {
			list[i].Mentions++
		}
	}
	return list
}

// All goes through the entities that are not hidden, by rank.
func (x *Index) All() iter.Seq2[ID, Entity] {
	return func(yield func(ID, Entity) bool) {
		for id := range ID(x.shown) {
			if !yield(id, x.Entity(id)) {
				return
			}
		}
	}
}
