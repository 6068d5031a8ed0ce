package entity

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

// A spelling takes part in the choice of a name where it is not this much rarer than the most frequent one of several words: a longer one
// that is may have a word too many.
const rare = 3

// nameEntities chooses the name and the type of each entity: the type of most mentions, and among the forms of that type the display
// name of the lists where it occurs, else the longest that is not rare, of these the most frequent. Spellings with marks in them come last.
func (a *assembly) nameEntities() {
	for i := range a.entries {
		e := &a.entries[i]
		uses := a.spellings[e.spellings.first:e.spellings.behind]
		var types [Quantity + 1]uint32
		top := uint32(0)
		for _, u := range uses {
			s := &a.surfaces[u.surface]
			types[s.typ] += u.mentions + 1
			if s.words > 1 && s.plain.True() {
				top = max(top, u.mentions)
			}
		}
		for t, n := range types {
			if n > types[e.typ] || types[e.typ] == 0 {
				e.typ = Type(t)
			}
		}
		best := uses[0]
		for _, u := range uses[1:] {
			if a.namesBetter(e.typ, u, best, top/rare) {
				best = u
			}
		}
		e.name = best.surface
	}
}

// namesBetter reports whether the use u gives an entity a better name than the use v; few is how often a spelling occurs that is rare.
func (a *assembly) namesBetter(typ Type, u, v use, few uint32) bool {
	s, t := &a.surfaces[u.surface], &a.surfaces[v.surface]
	order := cmp.Or(
		truth(s.typ == typ, t.typ == typ),
		truth(a.g.displayed(s.form), a.g.displayed(t.form)),
		truth(s.plain.True(), t.plain.True()),
		truth(u.mentions >= few, v.mentions >= few),
		cmp.Compare(s.words, t.words),
		cmp.Compare(u.mentions, v.mentions),
		bytes.Compare(a.text(v.surface), a.text(u.surface)),
	)
	return order > 0
}

// truth compares two conditions: the one that holds is greater.
func truth(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// edit applies the reader's names and what is hidden.
func (a *assembly) edit(e Edits) {
	a.renamed = map[ID]string{}
	spelled := make([]Spelled, 0, len(e.Renamed))
	for s := range e.Renamed {
		spelled = append(spelled, s)
	}
	slices.SortFunc(spelled, Spelled.compare)
	for _, s := range spelled {
		if id, ok := a.spelling(s); ok && a.renamed[id] == "" {
			a.renamed[id] = e.Renamed[s]
		}
	}
	for s, hidden := range e.Hidden {
		if id, ok := a.spelling(s); ok && hidden {
			a.entries[id].hidden = 1
		}
	}
}

// spelling gives the entity that has a spelling.
func (a *assembly) spelling(s Spelled) (ID, bool) {
	form, ok := a.b.forms.find(s.Type, s.Text)
	if !ok || a.ofForm[form] < 0 {
		return 0, false
	}
	return a.ofForm[form], true
}

// ranked is an entity in the order of ranks.
type ranked struct {
	numbers uint64 // the complements of the numbers of articles and mentions; more than any for what is hidden
	prefix  uint64 // of the name
	id      ID
}

// rank numbers the entities anew: hidden ones last, then by articles, mentions, name and type. It gives the new number of each, by which
// post must number those of the articles.
func (a *assembly) rank() []ID {
	order := make([]ranked, len(a.entries))
	for i := range a.entries {
		e := &a.entries[i]
		var prefix [8]byte
		copy(prefix[:], a.text(e.name))
		order[i] = ranked{^(uint64(e.articles)<<32 | uint64(e.mentions)) - 1, binary.BigEndian.Uint64(prefix[:]), ID(i)}
		if e.hidden.True() {
			order[i].numbers = math.MaxUint64
		}
	}
	slices.SortFunc(order, func(x, y ranked) int {
		if x.numbers != y.numbers {
			return cmp.Compare(x.numbers, y.numbers)
		}
		if x.prefix != y.prefix {
			return cmp.Compare(x.prefix, y.prefix)
		}
		e, f := &a.entries[x.id], &a.entries[y.id]
		return cmp.Or(bytes.Compare(a.text(e.name), a.text(f.name)), bytes.Compare(a.spelled.text(e.name), a.spelled.text(f.name)),
			cmp.Compare(f.certain, e.certain), cmp.Compare(f.last, e.last), cmp.Compare(e.first, f.first), // two that go by one name
			cmp.Compare(a.totals[x.id].seen, a.totals[y.id].seen))
	})
	entries, number := make([]entry, len(order)), make([]ID, len(order))
	for i, r := range order {
		entries[i], number[r.id] = a.entries[r.id], ID(i)
		if !entries[i].hidden.True() {
			a.shown = i + 1
		}
	}
	a.entries = entries
	for i, id := range a.ofForm {
		if id >= 0 {
			a.ofForm[i] = number[id]
		}
	}
	for i, of := range a.ofSurface {
		if of.sure >= 0 {
			a.ofSurface[i].sure = number[of.sure]
		}
		if of.doubtful >= 0 {
			a.ofSurface[i].doubtful = number[of.doubtful]
		}
	}
	renamed := make(map[ID]string, len(a.renamed))
	for id, name := range a.renamed {
		renamed[number[id]] = name
	}
	a.renamed = renamed
	return number
}

// post numbers the entities of the articles anew, and sets the articles of each entity.
func (a *assembly) post(number []ID) {
	at := uint32(0)
	for i := range a.entries {
		a.entries[i].postings = span{at, at}
		at += a.entries[i].articles
	}
	a.postings = make([]int32, at)
	for doc := range a.docs {
		list := a.entities(int32(doc))
		for i, old := range list {
			id := number[old]
			list[i] = id
			p := &a.entries[id].postings
			a.postings[p.behind] = int32(doc)
			p.behind++
		}
	}
}
