package search

import "context"

// tally is what is counted of a leaf in an article.
type tally struct {
	times float32 // how often it stands there, less sure rules counting less
	rules howSet
}

// tallies gives a leaf its tallies. What is in them is of no meaning: most leaves are found in few articles.
func (s *seeker) tallies(f *found) {
	n := len(s.index.homes)
	t, ok := s.index.pool.tallies.Get().(*[]tally)
	if !ok || cap(*t) < n {
		f.tallies = make([]tally, n)
	} else {
		f.tallies = (*t)[:n]
	}
	s.counted = append(s.counted, f)
}

// crowded reports whether the lists of a word are so long that it costs less to look through all tallies for those that are not zero than to
// note each article: from half as many articles on as there are. Of those only few have it in the title.
func (f *found) crowded() bool {
	if f.title {
		return false
	}
	n := 0
	for i := range f.slots[0].choices {
		n += f.slots[0].choices[i].list.articles
	}
	return n > len(f.tallies)/2
}

// word takes the articles of a single word.
func (s *seeker) word(ctx context.Context, f *found) error {
	crowded := f.crowded()
	if crowded {
		clear(f.tallies)
	}
	for i := range f.slots[0].choices {
		if i%16 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		s.take(f, &f.slots[0].choices[i], crowded)
	}
	if crowded {
		f.gather()
	}
	return nil
}

// take counts a list for a leaf. Of one that is crowded the articles are not noted: see gather.
func (s *seeker) take(f *found, c *choice, crowded bool) {
	p := &s.index.parts[c.part]
	how := max(c.how, f.how)
	weight, rule := weights[c.how], howSet(1)<<how
	r, tallies, docs := &s.reader, f.tallies, f.docs
	r.reset(c.list, p.articles())
	for r.next(0) {
		if p.gone != nil || f.title {
			r.keep(p.gone, f.title)
		}
		articles := r.articles[:r.n]
		times := r.times[:len(articles)]
		for k, article := range articles {
			doc := p.docs.at(int(article))
			t, times, rules := &tallies[doc], float32(int32(times[k]>>1))*weight, rule|howSet(times[k]&1)<<15
			if !crowded {
				if in, bit := &docs[uint(doc)/64], uint64(1)<<(uint(doc)%64); *in&bit == 0 {
					*in |= bit
					*t = tally{times, rules}
					continue
				}
			}
			t.times += times
			t.rules |= rules
		}
		if how == Exact { // by which a part has one list at most, and an article is in one part
			f.spelled += len(articles)
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

// gather notes the articles whose tallies are not zero, and those that have the word in the title.
func (f *found) gather() {
	f.titled = make(Set, len(f.docs))
	for i := range f.docs {
		var in, titled uint64
		for k, t := range f.tallies[i*64 : min((i+1)*64, len(f.tallies))] {
			in |= uint64(-int32(t.rules)) >> 63 << k
			titled |= uint64(t.rules>>15) << k
		}
		f.docs[i], f.titled[i] = in, titled
	}
}

// count counts a leaf in an article.
func (f *found) count(doc int32, times float32, rules howSet) {
	in, bit := &f.docs[doc/64], uint64(1)<<(doc%64)
	if *in&bit == 0 {
		*in |= bit
		f.tallies[doc] = tally{times, rules}
		return
	}
	f.tallies[doc].times += times
	f.tallies[doc].rules |= rules
}
