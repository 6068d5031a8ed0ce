package ui

import (
	"slices"

	"jarida/corpus"
)

// rows are which entries of a snapshot the list holds, in which order, and which of them have a row of their own. The zero value is all, in
// the order of the snapshot. A position counts the entries, a row what is seen of them: they differ where stories are closed.
type rows struct {
	some   bool    // places says which
	places []int32 // in the snapshot, by position; ascending where there are no ranks
	ranks  []int32 // by place of the snapshot the position, -1 for none; nil: the entries are in the order of the snapshot

	grouping
}

// newRows puts places of a snapshot, ascending, into an order; all of them where there are none.
func newRows(s *corpus.Snapshot, places []int32, o order) rows {
	if o.plain() {
		return rows{some: places != nil, places: places}
	}
	places = o.arranged(s, places)
	return rows{some: true, places: places, ranks: ranks(places, s.Len())}
}

// count gives the number of entries.
func (r *rows) count(s *corpus.Snapshot) int {
	if r.some {
		return len(r.places)
	}
	return s.Len()
}

// place gives the place in the snapshot of the entry at a position.
func (r *rows) place(position int) int {
	if r.some {
		return int(r.places[position])
	}
	return position
}

// only gives the rows of the entries that are to be kept.
func (r *rows) only(s *corpus.Snapshot, keep func(corpus.Doc) bool) rows {
	n := r.count(s)
	places := make([]int32, 0, n)
	clusters := r.clusters.walk()
	for i := range n {
		clusters.begin(i, len(places))
		if place := r.place(i); keep(s.DocAt(place)) {
			places = append(places, int32(place))
		}
		clusters.end(i+1, len(places))
	}
	if len(places) == n {
		return *r
	}
	return r.with(places, s, clusters.kept)
}

// insert gives the rows with another entry of the snapshot at a position.
func (r *rows) insert(position, place int, s *corpus.Snapshot) rows {
	return r.with(slices.Insert(slices.Clone(r.places), position, int32(place)), s, r.clusters.insert(position))
}

// with gives rows of other entries in the same kind of order.
func (r *rows) with(places []int32, s *corpus.Snapshot, g clusters) rows {
	next := rows{some: true, places: places, grouping: grouping{stories: r.stories, clusters: g}}
	if r.sorted() {
		next.ranks = ranks(places, s.Len())
	}
	next.fold(len(places))
	return next
}

// position gives the position of a place of the snapshot. Where it has none it gives that of the first behind it in the order of the snapshot,
// the last one where there is none; in any other order there is no such thing, and near is as good.
func (r *rows) position(place, near int) (position int, exact bool) {
	switch {
	case !r.some:
		return place, true
	case r.ranks == nil:
		position, exact = slices.BinarySearch(r.places, int32(place))
	case place < 0:
		position = near
	case place < len(r.ranks) && r.ranks[place] >= 0:
		return int(r.ranks[place]), true
	default:
		position = near
	}
	return max(min(position, len(r.places)-1), 0), exact
}

// sorted reports whether the rows are in an order of their own: what stood beside an entry in the snapshot does not stand beside it there.
func (r *rows) sorted() bool { return r.ranks != nil }
