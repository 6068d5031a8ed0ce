package ui

import (
	"slices"

	"jarida/corpus"
)

// rows are which entries of a snapshot the list holds, and in which order. The zero value is all, in the order of the snapshot.
type rows struct {
	some   bool    // places says which
	places []int32 // in the snapshot; ascending where there are no ranks
	ranks  []int32 // by place of the snapshot the row, -1 for none; nil: the rows are in the order of the snapshot
}

// newRows puts places of a snapshot, ascending, into an order; all of them where there are none.
func newRows(s *corpus.Snapshot, places []int32, o order) rows {
	if o.plain() {
		return rows{some: places != nil, places: places}
	}
	places = o.arranged(s, places)
	return rows{true, places, ranks(places, s.Len())}
}

// only gives the rows of the entries that are to be kept.
func (r *rows) only(s *corpus.Snapshot, keep func(corpus.Doc) bool) rows {
	n := s.Len()
	if r.some {
		n = len(r.places)
	}
	places := make([]int32, 0, n)
	for i := range n {
		place := int32(i)
		if r.some {
			place = r.places[i]
		}
		if keep(s.DocAt(int(place))) {
			places = append(places, place)
		}
	}
	if len(places) == n {
		return *r
	}
	return r.with(places, s)
}

// insert gives the rows with another entry of the snapshot at the i-th.
func (r *rows) insert(i, place int, s *corpus.Snapshot) rows {
	return r.with(slices.Insert(slices.Clone(r.places), i, int32(place)), s)
}

// with gives rows of other entries in the same kind of order.
func (r *rows) with(places []int32, s *corpus.Snapshot) rows {
	if r.sorted() {
		return rows{true, places, ranks(places, s.Len())}
	}
	return rows{some: true, places: places}
}

// row gives the row of a place of the snapshot. Where it has none it gives the first behind it in the order of the snapshot, the last row
// where there is none; in any other order there is no such thing, and near is as good.
func (r *rows) row(place, near int) (row int, exact bool) {
	switch {
	case !r.some:
		return place, true
	case r.ranks == nil:
		row, exact = slices.BinarySearch(r.places, int32(place))
	case place < len(r.ranks) && r.ranks[place] >= 0:
		return int(r.ranks[place]), true
	default:
		row = near
	}
	return max(min(row, len(r.places)-1), 0), exact
}

// sorted reports whether the rows are in an order of their own: what stood beside an entry in the snapshot does not stand beside it there.
func (r *rows) sorted() bool { return r.ranks != nil }
