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

// denseList is a list that was read for good: sets of articles by their numbers, less first, and what it says of an article by its place.
type denseList struct {
	first  int32 // a multiple of 64
	docs   Set
	titled Set     // those that have it in the title
	high   Set     // those that score highest
	low    float32 // what saturated gives the others at most

	places Set
	ranks  []int32        // by word of places: how many articles come before
	times  []uint8        // of each article
	often  map[int]uint32 // the times that are mostTimes or more
	data   []byte         // of the list
	starts []uint32       // of one article in startsEvery: where its positions begin in data

	marked sync.Once
	marks  []uint32 // see mayStand
}

// startsEvery is how many articles share a start: a divisor of blockSize, whose positions follow one another.
const startsEvery = 32

// mostTimes is what the times of a denseList end with.
const mostTimes = 0xFF

// denseLists are the lists of a segment that were read for good: those that have been asked for.
type denseLists struct {
	made  sync.RWMutex
	lists map[int]*denseList // by where they end in the records

	measured    sync.Once
	first, span int32   // the least number of an article, rounded down to a multiple of 64, and how many there are up to the greatest
	mean        float32 // how many words an article has, on average
}

// dense gives a list as bits, nil for one that is too short.
func (s *Segment) dense(l list) *denseList {
	if l.articles <= blockSize || l.articles < s.articles()/denseShare || l.behind == 0 {
		return nil
	}
	t := s.read
	t.measured.Do(func() { t.measure(s) })
	if l.articles < int(t.span)/denseShare {
		return nil
	}
	t.made.RLock()
	d := t.lists[l.behind]
	t.made.RUnlock()
	if d != nil {
		return d
	}
	d = s.readDense(l)
	t.made.Lock()
	defer t.made.Unlock()
	if t.lists == nil {
		t.lists = map[int]*denseList{}
	}
	t.lists[l.behind] = d
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
			if l.articles <= s.articles()/longestShare {
				continue
			}
			if d := s.dense(l); d != nil && len(d.times) > 0 {
				d.mayStand(0)
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
	d := &denseList{
		first: first, docs: NewSet(span), titled: NewSet(span), high: NewSet(span), data: l.data,
		places: NewSet(s.articles()), times: make([]uint8, 0, l.articles), starts: make([]uint32, 0, l.articles/startsEvery+1),
	}
	scores, counts := make([]uint8, 0, l.articles), [256]int{}
	var r listReader
	r.reset(l, s.articles())
	for r.next(0) {
		d.addPlaces(&r)
		for k, article := range r.articles[:r.n] {
			length := float32(s.lengths.at(int(article))) / s.read.mean
			score := uint8(saturated(float32(int32(r.times[k]>>1)), length)*scale) + 1
			scores = append(scores, score)
			counts[score]++
			if doc := s.doc(int(article)); doc >= 0 {
				at := uint(doc - first)
				d.docs[at/64] |= 1 << (at % 64)
				d.titled[at/64] |= uint64(r.times[k]&1) << (at % 64)
			}
		}
	}
	least, high := len(counts), 0
	for high < len(scores)/highShare && least > 0 {
		least--
		high += counts[least]
	}
	d.low = float32(max(0, least-1)) / scale * above
	d.ranks = make([]int32, len(d.places))
	n := 0
	for i, in := range d.places {
		d.ranks[i] = int32(n)
		for ; in != 0; in &= in - 1 {
			if doc := s.doc(i*64 + bits.TrailingZeros64(in)); doc >= 0 && int(scores[n]) >= least {
				at := uint(doc - first)
				d.high[at/64] |= 1 << (at % 64)
			}
			n++
		}
	}
	return d
}

// addPlaces adds the articles of a block by their places.
func (d *denseList) addPlaces(r *listReader) {
	rest, between := r.positions, 0
	end := len(d.data) - len(r.rest) // of the block
	for k, article := range r.articles[:r.n] {
		if k%startsEvery == 0 {
			rest, between = skipPositions(rest, between), 0
			d.starts = append(d.starts, uint32(end-len(rest)))
		}
		times := r.times[k]
		between += int(times >> 1)
		d.places[article/64] |= 1 << (article % 64)
		d.times = append(d.times, uint8(min(times, mostTimes)))
		if times >= mostTimes {
			if d.often == nil {
				d.often = map[int]uint32{}
			}
			d.often[len(d.times)-1] = times
		}
	}
}

// find gives which of the articles of the list is at a place, below 0 for none, and its times << 1 | in the title.
func (d *denseList) find(place int32) (number int, times uint32) {
	i, bit := uint32(place)/64, uint64(1)<<(uint32(place)%64)
	if d.places[i]&bit == 0 {
		return -1, 0
	}
	number = int(d.ranks[i]) + bits.OnesCount64(d.places[i]&(bit-1))
	return number, d.timesOf(number)
}

// timesOf gives the times << 1 | in the title of an article of the list.
func (d *denseList) timesOf(number int) uint32 {
	if times := d.times[number]; times < mostTimes {
		return uint32(times)
	}
	return d.often[number]
}

// mayStand gives a bit for each position in an article of the list, by the last five bits of it: most positions at which a word does not stand can be
// told without reading those at which it does. It is made for all articles when it is first asked for.
func (d *denseList) mayStand(number int) uint32 {
	d.marked.Do(func() {
		d.marks = make([]uint32, len(d.times))
		var positions []int32
		var rest []byte
		for number := range d.marks {
			if number%startsEvery == 0 {
				rest = d.data[d.starts[number/startsEvery]:]
			}
			positions, rest = appendPositions(positions[:0], rest, d.timesOf(number))
			for _, at := range positions {
				d.marks[number] |= 1 << (at & 31)
			}
		}
	})
	return d.marks[number]
}

// positions gives the positions in an article of the list, with those of the articles behind it.
func (d *denseList) positions(number int) []byte {
	first, between := number&^(startsEvery-1), 0
	for i := first; i < number; i++ {
		between += int(d.timesOf(i) >> 1)
	}
	return skipPositions(d.data[d.starts[number/startsEvery]:], between)
}
