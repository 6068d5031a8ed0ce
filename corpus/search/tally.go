package search

import (
	"context"
	"math/bits"
	"slices"
)

// Which articles have a word is known as soon as its lists were read, most of them as bits. What is counted of it in an article is counted when
// it is asked for: of the many articles that have frequent words, only few can be among the best.

// tally is what is counted of a leaf in an article.
type tally struct {
	times float32 // how often it stands there, less sure rules counting less
	rules howSet
}

// counts is the memory in which a leaf is counted.
type counts struct {
	tallies []tally // by article
	posted  []posted
}

// posted is an article of a list that is not looked at as bits.
type posted struct {
	doc   int32
	times uint32 // times << 1 | in the title
}

// counts gives a leaf memory to count in. What is in it is of no meaning.
func (s *seeker) counts(f *found) {
	n := len(s.index.homes)
	c, ok := s.index.pool.counts.Get().(*counts)
	if !ok {
		c = new(counts)
	}
	if cap(c.tallies) < n {
		c.tallies = make([]tally, n)
	}
	f.counts = c
	c.tallies = c.tallies[:n]
	s.counted = append(s.counted, c)
}

// word takes the articles of a single word.
func (s *seeker) word(ctx context.Context, f *found) error {
	f.high, f.counted, f.todo = s.set(), s.set(), s.set()
	f.posted = f.posted[:0]
	for i := range f.slots[0].choices {
		if i%16 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		c := &f.slots[0].choices[i]
		f.rules |= 1 << max(c.how, f.how)
		if c.dense = s.index.parts[c.part].dense(c.list); c.dense != nil {
			s.takeDense(f, c)
		} else {
			s.take(f, c)
		}
	}
	for i := range f.docs {
		f.docs[i] |= f.exact[i] | f.high[i]
	}
	return nil
}

// takeDense takes the articles of a list. Those that several lists have may score high.
func (s *seeker) takeDense(f *found, c *choice) {
	p, d, docs := &s.index.parts[c.part], c.dense, f.docs
	how, asked := max(c.how, f.how), 0
	if how == Exact {
		docs, asked = f.exact, 1
	}
	first := int(d.first / 64)
	have := d.docs
	if f.title {
		have = d.titled
	}
	for i, in := range have {
		in &^= p.away.word(first + i)
		f.high[first+i] |= in & (f.docs[first+i] | f.exact[first+i] | d.high[i])
		f.titled[first+i] |= in & d.titled[i]
		docs[first+i] |= in
	}
	more := max(1, f.mean/p.read.mean) * max(1, weights[c.how]/weights[how]) // saturated grows more slowly than what it is given
	f.low[asked] = max(f.low[asked], weights[how]*min(saturation+1, d.low*more))
}

// take takes the articles of a list, and keeps them to be counted. All of them may score high.
func (s *seeker) take(f *found, c *choice) {
	p, r := &s.index.parts[c.part], &s.reader
	r.reset(c.list, p.articles())
	c.from = len(f.posted)
	for r.next(0) {
		if p.gone != nil || f.title {
			r.keep(p.gone, f.title)
		}
		articles := r.articles[:r.n]
		times := r.times[:len(articles)]
		before := len(f.posted)
		f.posted = slices.Grow(f.posted, len(articles))[:before+len(articles)]
		posts := f.posted[before:][:len(articles)]
		for k, article := range articles {
			doc := uint32(p.docs.at(int(article)))
			posts[k] = posted{int32(doc), times[k]}
			f.high[doc/64] |= 1 << (doc % 64)
			if times[k]&1 != 0 {
				f.titled[doc/64] |= 1 << (doc % 64)
			}
		}
	}
	c.behind = len(f.posted)
	if max(c.how, f.how) == Exact {
		for _, p := range f.posted[c.from:] {
			f.exact[uint32(p.doc)/64] |= 1 << (uint32(p.doc) % 64)
		}
	}
}

// keep drops the articles of a block that are gone, and where only titles are asked for those that have the word in the text alone. The
// positions are no longer those of what is left.
func (r *listReader) keep(gone Set, title bool) {
	n := 0
	for k, article := range r.articles[:r.n] {
		if gone.Has(article) || title && r.times[k]&1 == 0 {
			continue
		}
		r.articles[n], r.times[n] = article, r.times[k]
		n++
	}
	r.n = n
}

// count counts a word in those of some articles that have it, so that it can be said how good they are.
func (f *found) count(among Set) {
	if f.counted == nil { // it is a phrase, which is counted where it is found
		return
	}
	todo, some := f.todo, false
	for i := range todo {
		todo[i] = among.word(i) & f.docs[i] &^ f.counted[i]
		f.counted[i] |= todo[i]
		for w := todo[i]; w != 0; w &= w - 1 {
			f.tallies[i*64+bits.TrailingZeros64(w)] = tally{}
			some = true
		}
	}
	if !some {
		return
	}
	for i := range f.slots[0].choices {
		c := &f.slots[0].choices[i]
		weight, rule := weights[c.how], howSet(1)<<max(c.how, f.how)
		if c.dense != nil {
			f.countDense(c.dense, f.index.parts[c.part].away, todo, weight, rule)
			continue
		}
		for _, p := range f.posted[c.from:c.behind] {
			if todo[uint32(p.doc)/64]>>(uint32(p.doc)%64)&1 != 0 {
				f.tallies[p.doc].add(p.times, weight, rule)
			}
		}
	}
}

// countDense counts a list in the articles that are to be counted.
func (f *found) countDense(d *denseList, away, todo Set, weight float32, rule howSet) {
	first := int(d.first / 64)
	have := d.docs
	if f.title {
		have = d.titled
	}
	for i, in := range have {
		if in &= todo[first+i] &^ away.word(first+i); in == 0 {
			continue
		}
		for ; in != 0; in &= in - 1 {
			doc := (first+i)*64 + bits.TrailingZeros64(in)
			_, times := d.find(f.index.homes[doc].place)
			f.tallies[doc].add(times, weight, rule)
		}
	}
}

// add counts times << 1 | in the title.
func (t *tally) add(times uint32, weight float32, rule howSet) {
	t.times += float32(int32(times>>1)) * weight
	t.rules |= rule | howSet(times&1)<<15
}

// countStart counts one more place of a phrase in an article.
func (f *found) countStart(doc int32, times float32, rules howSet) {
	in, bit := &f.docs[doc/64], uint64(1)<<(doc%64)
	f.titled[doc/64] |= uint64(rules>>15) << (doc % 64)
	f.exact[doc/64] |= uint64(rules>>Exact&1) << (doc % 64)
	f.rules |= rules &^ inTitle
	if *in&bit == 0 {
		*in |= bit
		f.tallies[doc] = tally{times, rules}
		return
	}
	f.tallies[doc].times += times
	f.tallies[doc].rules |= rules
}
