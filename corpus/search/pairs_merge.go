package search

import "context"

// pairs merges the lists of the pairs of all parts.
func (m *merging) pairs(ctx context.Context) pairLists {
	var lists pairLists
	w := newSegmentWriter(m.articles)
	t := transfer{merging: m}
	next := make([]int, len(m.parts))
	for ctx.Err() == nil {
		least := mostPairs
		for i := range m.parts {
			if p := &m.parts[i].pairs; next[i] < p.pairs.len() {
				least = min(least, p.pairs.at(next[i]))
			}
		}
		if least == mostPairs {
			break
		}
		w.list.begin()
		for i := range m.parts {
			if p := &m.parts[i].pairs; next[i] < p.pairs.len() && p.pairs.at(next[i]) == least {
				t.carry(w, p.at(next[i]), m.places[i])
				next[i]++
			}
		}
		lists.append(pair(least), &w.list)
	}
	return lists.clone()
}
