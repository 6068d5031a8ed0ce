package search

import "bytes"

// Known implements Lexicon.
func (x *Index) Known(word []byte) int {
	n := 0
	for i := range x.parts {
		p := &x.parts[i]
		if w := p.lookup(word); w >= 0 {
			n += p.count(w)
		}
	}
	return n
}

// Begins implements Lexicon.
func (x *Index) Begins(prefix []byte) bool {
	for i := range x.parts {
		p := &x.parts[i]
		for w := p.from(prefix); w < p.vocabulary() && bytes.HasPrefix(p.word(w), prefix); w++ {
			if p.count(w) > 0 {
				return true
			}
		}
	}
	return false
}

// Words implements Lexicon. The words come in the order of their bytes, and are only lent.
func (x *Index) Words(yield func(word []byte, articles int) bool) {
	next := make([]int, len(x.parts))
	for {
		var least []byte
		for i := range x.parts {
			if p := &x.parts[i]; next[i] < p.vocabulary() {
				if w := p.word(next[i]); least == nil || bytes.Compare(w, least) < 0 {
					least = w
				}
			}
		}
		if least == nil {
			return
		}
		n := 0
		for i := range x.parts {
			if p := &x.parts[i]; next[i] < p.vocabulary() && bytes.Equal(p.word(next[i]), least) {
				n += p.count(next[i])
				next[i]++
			}
		}
		if n > 0 && !yield(least, n) {
			return
		}
	}
}

// count gives how many articles of a part have a word.
func (p *part) count(word int) int {
	r := p.record(word)
	if p.lacks == 0 {
		return min(r.articles, p.articles())
	}
	seen := map[int32]struct{}{}
	var reader listReader
	for _, l, ok := r.next(); ok; _, l, ok = r.next() {
		reader.reset(l, p.articles())
		for reader.next(0) {
			for _, article := range reader.articles[:reader.n] {
				if !p.gone.Has(article) {
					seen[article] = struct{}{}
				}
			}
		}
	}
	return len(seen)
}
