package search

import (
	"math/bits"
	"sync"
)

// denseShare is which share of the articles of a segment has a word at least whose list is looked at as bits: one in so many. Of 100,000
// articles that are 315 lists, which would take 6 % as much memory as the text if all of them were asked for.
const denseShare = 16

// highShare is which share of a dense list is set apart as what scores high: one in so many.
const highShare = 16

// denseList is a list that was read for good: bits by number of the article, less first.
type denseList struct {
	first  int32 // a multiple of 64
	docs   Set
	titled Set              // those that have it in the title
	high   Set              // those that score highest
	low    float32          // what saturated gives the others at most
	ranks  []int32          // by word of docs: how many articles come before
	times  []uint8          // of each article
	often  map[int32]uint32 // the times that are mostTimes or more, by number
}

// mostTimes is what the times of a denseList end with.
const mostTimes = 0xFF

// denseLists are the lists of a segment that were read for good: those that have been asked for.
type denseLists struct {
	made  sync.RWMutex
	lists map[*byte]*denseList // by where their bytes begin

	measured    sync.Once
	first, span int32   // the least number of an article, rounded down to a multiple of 64, and how many there are up to the greatest
	mean        float32 // how many words an article has, on average
}

// dense gives a list as bits, nil for one that is too short.
func (s *Segment) dense(l list) *denseList {
	if l.articles <= blockSize || l.articles < s.articles()/denseShare || len(l.data) == 0 {
		return nil
	}
	t := s.read
	t.measured.Do(func() { t.measure(s) })
	if l.articles < int(t.span)/denseShare {
		return nil
	}
	t.made.RLock()
	d := t.lists[&l.data[0]]
	t.made.RUnlock()
	if d != nil {
		return d
	}
	d = s.readDense(l)
	t.made.Lock()
	defer t.made.Unlock()
	if t.lists == nil {
		t.lists = map[*byte]*denseList{}
	}
	t.lists[&l.data[0]] = d
	return d
}

// longestShare is which share of the articles has a word whose list is read before it is asked for: one in so many.
const longestShare = 4

// readLongest reads the longest lists for good.
func (s *Segment) readLongest() {
	if s.read == nil {
		return
	}
	for word, class := range s.classes {
		if 1<<class <= s.articles()/longestShare {
			continue
		}
		r := s.record(word)
		for _, l, ok := r.next(); ok; _, l, ok = r.next() {
			if l.articles > s.articles()/longestShare {
				s.dense(l)
			}
		}
	}
}

// measure notes what the numbers of a segment are, and how long its articles.
func (t *denseLists) measure(s *Segment) {
	least, greatest, words := int32(1<<31-1), int32(-1), 0
	for i := range s.articles() {
		words += s.lengths.at(i)
		if doc := s.doc(i); doc >= 0 {
			least, greatest = min(least, doc), max(greatest, doc)
		}
	}
	t.mean = float32(max(1, words)) / float32(max(1, s.articles()))
	if greatest >= 0 {
		t.first = least &^ 63
		t.span = greatest - t.first + 1
	}
}

// scale is what saturated is multiplied by for a whole number of a histogram.
const scale = 64

// readDense reads a list for good.
func (s *Segment) readDense(l list) *denseList {
	first, span := s.read.first, int(s.read.span)
	d := &denseList{first: first, docs: NewSet(span), titled: NewSet(span), high: NewSet(span)}
	times, scores, counts := make([]uint8, span), make([]uint8, span), [256]int{}
	var r listReader
	r.reset(l, s.articles())
	n := 0
	for r.next(0) {
		for k, article := range r.articles[:r.n] {
			doc := s.doc(int(article))
			if doc < 0 {
				continue
			}
			at, count := uint(doc-first), r.times[k]
			d.docs[at/64] |= 1 << (at % 64)
			d.titled[at/64] |= uint64(count&1) << (at % 64)
			times[at] = uint8(min(count, mostTimes))
			if count >= mostTimes {
				if d.often == nil {
					d.often = map[int32]uint32{}
				}
				d.often[doc] = count
			}
			scores[at] = uint8(saturated(float32(int32(count>>1)), float32(s.lengths.at(int(article)))/s.read.mean)*scale) + 1
			counts[scores[at]]++
			n++
		}
	}
	least, high := len(counts), 0
	for high < n/highShare && least > 0 {
		least--
		high += counts[least]
	}
	d.low = float32(max(0, least-1)) / scale * above
	d.ranks, d.times = make([]int32, len(d.docs)), make([]uint8, 0, n)
	for i, in := range d.docs {
		d.ranks[i] = int32(len(d.times))
		for ; in != 0; in &= in - 1 {
			at := i*64 + bits.TrailingZeros64(in)
			d.times = append(d.times, times[at])
			if int(scores[at]) >= least {
				d.high[i] |= in & -in
			}
		}
	}
	return d
}
