package search

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestDenseListsAreAScan holds words that many articles have, some of them very often, against a look at every word, while articles come, are
// replaced, go, and are merged.
func TestDenseListsAreAScan(t *testing.T) {
	t.Parallel()
	dense := 0
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 7))
		s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
		for range 5 {
			s.change(t, r, 3000, func(words int) string { return wordsOf(r, pairWords, words) + manyTimes(r) })
			for range 4 {
				l := leaf{text: pairWords[r.IntN(len(pairWords))], exact: r.IntN(4) == 0, title: r.IntN(4) == 0}
				s.check(t, l)
			}
			for i := range s.x.parts {
				dense += len(s.x.parts[i].read.lists)
			}
		}
	}
	if dense == 0 {
		t.Error("no list is dense")
	}
}

// manyTimes gives a word more often than a byte says, or nothing.
func manyTimes(r *rand.Rand) string {
	if r.IntN(50) > 0 {
		return ""
	}
	return strings.Repeat("خبز ", mostTimes/2+r.IntN(3))
}

// TestDenseLow holds what is said of how high the articles of a list score against all of them.
func TestDenseLow(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 8))
	s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
	texts := map[int32][]string{}
	for doc := range int32(900) {
		texts[doc] = []string{wordsOf(r, pairWords, 4), wordsOf(r, pairWords, 40)}
	}
	s.x = s.x.Add(s.segment(texts))
	seeker := s.x.seeker()
	defer seeker.close()
	f, err := seeker.find(t.Context(), leaf{text: "خبز"})
	if err != nil {
		t.Fatal(err)
	}
	f.count(f.docs)
	high, bounds := 0, f.bounds()
	for doc := range f.docs.All() {
		if f.high.Has(doc) {
			high++
		} else if score := f.score(doc) / titleWeights[f.tallies[doc].rules>>15]; score > bounds.askedLow {
			t.Errorf("article %d has score %v, above %v", doc, score, bounds.askedLow)
		}
	}
	if high == 0 || high > f.docs.Len()/4 || bounds.askedLow >= bounds.asked {
		t.Errorf("%d of %d may score high; %+v", high, f.docs.Len(), bounds)
	}
}
