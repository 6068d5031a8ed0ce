package ui

import (
	"slices"

	"jarida/corpus"
	"jarida/corpus/search"
	"jarida/corpus/story"
)

// The articles of a story stand behind each other in the list, where the first of them stands by the order of the list; behind it the others
// by time. While the story is closed they share one row. Nothing of it is kept for each article: what is open is a bit in the clusters, and
// which article each row begins with follows from these.

// grouping says which entries of a list tell one story, and which of them have rows. The zero value groups none.
type grouping struct {
	stories  *story.Stories // by which they are grouped, nil for none
	clusters clusters
	starts   []int32 // by row the position at which it begins; nil: every entry has a row
}

// clusters are the stories of which a list has two articles or more, in its order.
type clusters []cluster

// cluster is the entries of a story, from one position to before another.
type cluster struct {
	from, to int32
	open     bool // each has a row
}

// fold finds which of n entries have rows.
func (g *grouping) fold(n int) {
	if g.starts = nil; len(g.clusters) == 0 {
		return
	}
	starts := make([]int32, 0, n)
	next := int32(0)
	for _, k := range g.clusters {
		for ; next <= k.from; next++ {
			starts = append(starts, next)
		}
		if !k.open {
			next = k.to
		}
	}
	for ; int(next) < n; next++ {
		starts = append(starts, next)
	}
	g.starts = starts
}

// at gives the index of the cluster that a position is in, -1 for none.
func (g clusters) at(position int) int {
	i, found := slices.BinarySearchFunc(g, int32(position), func(k cluster, p int32) int {
		switch {
		case k.to <= p:
			return -1
		case k.from > p:
			return 1
		}
		return 0
	})
	if !found {
		return -1
	}
	return i
}

// rowOf gives the row in which a position is seen: its own, or that of its closed story.
func (g *grouping) rowOf(position int) int {
	if g.starts == nil {
		return position
	}
	row, exact := slices.BinarySearch(g.starts, int32(position))
	if !exact {
		row--
	}
	return max(row, 0)
}

// start gives the position at which a row begins.
func (g *grouping) start(row int) int {
	if g.starts == nil {
		return row
	}
	return int(g.starts[row])
}

// behind gives the position behind all that a row stands for, of n entries.
func (g *grouping) behind(row, n int) int {
	switch {
	case g.starts == nil:
		return row + 1
	case row+1 < len(g.starts):
		return int(g.starts[row+1])
	}
	return n
}

// unfold opens the i-th cluster, or closes it.
func (g *grouping) unfold(i int, open bool) {
	k := &g.clusters[i]
	if k.open == open {
		return
	}
	k.open = open
	row := g.rowOf(int(k.from)) + 1
	if !open {
		g.starts = slices.Delete(g.starts, row, row+int(k.to-k.from)-1)
		return
	}
	inner := make([]int32, k.to-k.from-1)
	for j := range inner {
		inner[j] = k.from + 1 + int32(j)
	}
	g.starts = slices.Insert(g.starts, row, inner...)
}

// insert gives the clusters when another entry stands at a position: inside of a cluster it belongs to it.
func (g clusters) insert(position int) clusters {
	next := slices.Clone(g)
	for i := range next {
		k := &next[i]
		if int(k.from) >= position {
			k.from++
		}
		if int(k.to) > position {
			k.to++
		}
	}
	return next
}

// clusterWalk finds the clusters of what is left of a list while it is gone through.
type clusterWalk struct {
	left clusters
	from int
	kept clusters
}

func (g clusters) walk() clusterWalk { return clusterWalk{left: g} }

// begin says that an entry of the old list comes next, and how many of them have been kept.
func (w *clusterWalk) begin(position, kept int) {
	if len(w.left) > 0 && int(w.left[0].from) == position {
		w.from = kept
	}
}

// end says the same when it has been passed. A story of which one article is left is none.
func (w *clusterWalk) end(position, kept int) {
	if len(w.left) == 0 || int(w.left[0].to) != position {
		return
	}
	if kept-w.from > 1 {
		w.kept = append(w.kept, cluster{int32(w.from), int32(kept), w.left[0].open})
	}
	w.left = w.left[1:]
}

// group brings the articles of each story together. Those of which one article is in open are open. It goes through all entries, some
// milliseconds for 100,000.
func (r *rows) group(s *corpus.Snapshot, by *story.Stories, open search.Set, o order) {
	r.grouping = grouping{stories: by}
	n := r.count(s)
	of, members := membersOf(r, s, by, n)
	if members == nil {
		return
	}
	places := make([]int32, 0, n)
	for i := range n {
		place, k := int32(r.place(i)), of[i]
		switch {
		case k < 0 || len(members[k]) < 2:
			places = append(places, place)
		case members[k][0] == place:
			rest := members[k][1:]
			slices.Sort(rest)
			if o.by == byDate && o.reverse {
				slices.Reverse(rest)
			}
			r.clusters = append(r.clusters, cluster{from: int32(len(places)), to: int32(len(places) + len(members[k]))})
			places = append(append(places, place), rest...)
		}
	}
	r.some, r.places, r.ranks = true, places, ranks(places, s.Len())
	r.reopen(s, open)
}

// membersOf gives the story of each of n entries, -1 for none, and the places of the articles of each story, in the order of the list; no
// members where no story has two.
func membersOf(r *rows, s *corpus.Snapshot, by *story.Stories, n int) (of []int32, members [][]int32) {
	of = make([]int32, n)
	sizes := make([]int32, by.Len())
	total, several := 0, false
	for i := range n {
		of[i] = int32(by.Of(int32(s.DocAt(r.place(i)))))
		if of[i] >= 0 {
			sizes[of[i]]++
			total++
			several = several || sizes[of[i]] > 1
		}
	}
	if !several {
		return nil, nil
	}
	all := make([]int32, total)
	members = make([][]int32, by.Len())
	for k, size := range sizes {
		members[k], all = all[:0:size], all[size:]
	}
	for i, k := range of {
		if k >= 0 {
			members[k] = append(members[k], int32(r.place(i)))
		}
	}
	return of, members
}

// reopen opens the clusters of which one article is in a set, and closes the others.
func (r *rows) reopen(s *corpus.Snapshot, open search.Set) {
	for i := range r.clusters {
		k := &r.clusters[i]
		k.open = false
		for p := int(k.from); p < int(k.to) && len(open) > 0 && !k.open; p++ {
			k.open = open.Has(int32(s.DocAt(r.place(p))))
		}
	}
	r.fold(r.count(s))
}
