package search

import (
	"math"
	"math/bits"
	"slices"
)

// BM25, as Robertson and Zaragoza give it ("The Probabilistic Relevance Framework", 2009), with the values that are usual.
const (
	saturation = 1.2  // k1: how soon it no longer matters how often a word stands there
	levelling  = 0.75 // b: how much longer articles are held back
)

// weights says how much finding by a rule counts beside finding the word as it was asked for. What is the same but for hamza is put just behind
// it; the order of the others is that of how often they are wrong. The values are set by hand: there are no judgements to fit them to.
var weights = [...]float32{
	Exact: 1, Folded: .95, Clitic: .9, Prefix: .7, Inflected: .6, Near: .4, Sound: .4, Layout: .8, Inside: .3, Scattered: .2,
}

// titleWeight is how much more a word counts that stands in the title: more than any number of times in the text, which saturation+1 bounds.
const titleWeight = 2.5

// titleWeights is what a score is multiplied by, by whether the word stands in the title.
var titleWeights = [2]float32{1, titleWeight}

// nearWeight is how much all words side by side add to a score, as a share of it.
const nearWeight = .5

// rarity gives the idf of BM25 of what n of all articles have. It is above 0.
func rarity(n, all int) float32 {
	return float32(math.Log(1 + (float64(all-n)+.5)/(float64(n)+.5)))
}

// score gives how good an article of docs is for the leaf: BM25, times the weight of the surest rule, that of the title, and trust.
func (f *found) score(doc int32) float32 {
	t := f.tallies[doc]
	weight := weights[bits.TrailingZeros16(uint16(t.rules))]
	times := t.times / weight
	length := float32(f.index.homes[doc].words) / f.mean
	score := weight * times * (saturation + 1) / (times + saturation*(1-levelling+levelling*length))
	return score * f.idf[t.rules&(1<<Exact)] * titleWeights[t.rules>>15] * f.trust
}

// saturated gives what score makes of how often a word stands in an article that is so many times as long as others.
func saturated(times, length float32) float32 {
	return times * (saturation + 1) / (times + saturation*(1-levelling+levelling*length))
}

// mostNearLists is of how many lists of a word the positions are looked at for nearness: those of its other forms are few.
const mostNearLists = 64

// near gives what is to be added to the score of each of some articles because leaves stand close to each other in it: their scores times
// nearWeight where they are side by side, less the more words are between them, 0 where one is missing. The articles are found by all.
func (s *seeker) near(docs []int32, leaves []*found) []float32 {
	bonus := make([]float32, len(docs))
	if len(leaves) < 2 || len(docs) == 0 {
		return bonus
	}
	places := slices.Grow(s.standing[:0], len(docs))[:len(docs)]
	for i := range places {
		places[i] = places[i][:0]
	}
	s.standing = places
	for i, f := range leaves[:min(len(leaves), 1<<8)] {
		s.places(places, docs, f, int64(i))
	}
	for i, doc := range docs {
		slices.Sort(places[i])
		between := closest(places[i], len(leaves))
		if between < 0 {
			continue
		}
		for _, f := range leaves {
			bonus[i] += nearWeight * f.score(doc) / float32(1+between)
		}
	}
	return bonus
}

// places appends where a leaf stands in each of some articles.
func (s *seeker) places(places [][]int64, docs []int32, f *found, leaf int64) {
	if len(f.slots) > 1 {
		s.phrasePlaces(places, docs, f, leaf)
		return
	}
	for part := range s.index.parts {
		p := &s.index.parts[part]
		wanted, order := s.index.wanted(docs, f, part)
		if len(wanted) == 0 {
			continue
		}
		looked := 0
		for i := range f.slots[0].choices {
			c := &f.slots[0].choices[i]
			if int(c.part) != part || looked == mostNearLists {
				continue
			}
			looked++
			some, which := s.foundBy(f, c, docs, wanted, order)
			s.eachArticle(c, some, func(i int, positions []int32) {
				in := &places[which[i]]
				for _, at := range positions {
					if !f.title || int(at) < p.titles.at(int(some[i])) {
						*in = append(*in, int64(at)<<8|leaf)
					}
				}
			})
		}
	}
}

// foundBy keeps of the articles that wanted gives those that were found by the rule of a list: what is not need not be looked for there.
func (s *seeker) foundBy(f *found, c *choice, docs, wanted, order []int32) (some, which []int32) {
	rule := howSet(1) << max(c.how, f.how)
	some, which = s.some[0][:0], s.some[1][:0]
	for i, at := range order {
		if f.tallies[docs[at]].rules&rule != 0 {
			some, which = append(some, wanted[i]), append(which, at)
		}
	}
	s.some = [2][]int32{some, which}
	return some, which
}

// phrasePlaces is places for a phrase.
func (s *seeker) phrasePlaces(places [][]int64, docs []int32, f *found, leaf int64) {
	index := make(map[int32]int, len(docs))
	for i, doc := range docs {
		index[doc] = i
	}
	for _, at := range f.starts {
		if i, ok := index[at.doc]; ok {
			places[i] = append(places[i], int64(at.at)<<8|leaf)
		}
	}
}

// wanted gives the places in a part of those of some articles that have a leaf, ascending, and which of the articles these are.
func (x *Index) wanted(docs []int32, f *found, part int) (wanted, order []int32) {
	found := make([]uint64, 0, len(docs)) // place << 32 | which
	for i, doc := range docs {
		if h := x.homes[doc]; int(h.part) == part && f.docs.Has(doc) {
			found = append(found, uint64(h.place)<<32|uint64(i))
		}
	}
	slices.Sort(found)
	wanted, order = make([]int32, len(found)), make([]int32, len(found))
	for i, at := range found {
		wanted[i], order[i] = int32(at>>32), int32(at)
	}
	return wanted, order
}

// closest gives how many words stand between n leaves where they are closest together, -1 where one is missing.
func closest(places []int64, n int) int {
	best, have, first := -1, 0, 0
	last := make([]int, n) // by leaf: how often it is between first and the place at hand
	for _, place := range places {
		if last[place&0xFF]++; last[place&0xFF] == 1 {
			have++
		}
		for have == n {
			if between := int(place>>8-places[first]>>8) - (n - 1); best < 0 || between < best {
				best = max(0, between)
			}
			leaf := places[first] & 0xFF
			if last[leaf]--; last[leaf] == 0 {
				have--
			}
			first++
		}
	}
	return best
}
