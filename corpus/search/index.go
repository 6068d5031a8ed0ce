package search

import (
	"slices"
	"sync"
)

// Index is the full text of articles. It does not change, and may be asked from any goroutine. The zero value has no articles. Memory is
// taken for the numbers up to the highest, so they should be dense.
type Index struct {
	parts []part
	homes []home // by number of the article
	live  Set
	words int   // of all articles
	pool  *pool // shared with the indexes that this one was made from; nil for the zero Index
}

// pool is memory that queries leave for the next ones.
type pool struct{ seekers, counts sync.Pool }

// part is a segment of an index, with what holds of it there.
type part struct {
	*Segment
	gone  Set // its articles that are no longer in the index, by their place in the segment; nil for none
	away  Set // and by their number
	lacks int // how many these are
}

// home is where an article is.
type home struct {
	part  int32 // -1 for nowhere
	place int32 // in the segment
	words int32 // its length
}

// Add gives an index with further segments. An article that an older segment has, too, is that of the newer one.
func (x *Index) Add(segments ...*Segment) *Index {
	next := x.clone()
	for _, s := range segments {
		p := part{Segment: s}
		for place := range s.articles() {
			doc := s.doc(place)
			if doc < 0 {
				p.drop(place)
				continue
			}
			next.remove(doc)
			next.live = next.live.With(doc)
			for int(doc) >= len(next.homes) {
				next.homes = append(next.homes, home{part: -1})
			}
			next.homes[doc] = home{int32(len(next.parts)), int32(place), int32(s.lengths.at(place))}
			next.words += s.lengths.at(place)
		}
		next.parts = append(next.parts, p)
	}
	return next
}

// Remove gives an index without some articles.
func (x *Index) Remove(docs ...int32) *Index {
	next := x.clone()
	for _, doc := range docs {
		next.remove(doc)
	}
	return next
}

// clone gives an index that can be changed until it is handed out.
func (x *Index) clone() *Index {
	next := &Index{slices.Clone(x.parts), slices.Clone(x.homes), slices.Clone(x.live), x.words, x.pool}
	for i := range next.parts {
		p := &next.parts[i]
		p.gone, p.away = slices.Clone(p.gone), slices.Clone(p.away)
	}
	if next.pool == nil {
		next.pool = new(pool)
	}
	return next
}

// remove takes an article out.
func (x *Index) remove(doc int32) {
	if !x.live.Has(doc) {
		return
	}
	h := &x.homes[doc]
	x.parts[h.part].drop(int(h.place))
	x.words -= int(h.words)
	x.live[doc/64] &^= 1 << (doc % 64)
	h.part = -1
}

// drop takes an article out of a part.
func (p *part) drop(place int) {
	if p.gone == nil {
		p.gone = NewSet(p.articles())
	}
	p.gone[place/64] |= 1 << (place % 64)
	if doc := p.doc(place); doc >= 0 {
		p.away = p.away.With(doc)
	}
	p.lacks++
}

// Articles gives how many articles there are.
func (x *Index) Articles() int { return x.live.Len() }

// all gives the articles of the index. It is not to be changed.
func (x *Index) all() Set { return x.live }

// Size gives the bytes of memory that it takes.
func (x *Index) Size() int {
	size := 12*len(x.homes) + 8*len(x.live)
	for _, p := range x.parts {
		size += p.size() + 8*(len(p.gone)+len(p.away))
	}
	return size
}
