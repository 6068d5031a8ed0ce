package entity

import "slices"

// evidence counts the articles in which one form of a person stands for another, fuller one.
type evidence struct {
	pairs  []pair
	index  map[[2]formID]uint32
	recent [][2]formID // of the article in hand
}

type pair struct {
	short, full formID
	articles    uint32
}

func newEvidence() evidence { return evidence{index: map[[2]formID]uint32{}} }

// count adds by to the pairs of an article.
func (e *evidence) count(b *Builder, r *record, by uint32) {
	e.recent = e.recent[:0]
	for _, l := range r.links {
		short := b.surfaces[r.mentions[l.of()].of()].form
		if l.unsure() || b.forms.list[short].typ != Person {
			continue
		}
		e.recent = append(e.recent, [2]formID{short, l.full})
	}
	slices.SortFunc(e.recent, func(a, b [2]formID) int { return slices.Compare(a[:], b[:]) })
	for _, p := range slices.Compact(e.recent) {
		at, ok := e.index[p]
		if !ok {
			at = uint32(len(e.pairs))
			e.index[p] = at
			e.pairs = append(e.pairs, pair{short: p[0], full: p[1]})
		}
		e.pairs[at].articles += by
	}
}
