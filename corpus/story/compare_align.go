package story

import (
	"cmp"
	"context"
	"slices"
)

// sentencePair is two sentences that are alike.
type sentencePair struct {
	a, b  int
	share float64
}

// align finds the matches of two lists.
func align(ctx context.Context, a, b []told) error {
	index := newSentenceIndex()
	for i := range b {
		index.add(&b[i])
	}
	var pairs []sentencePair
	for i := range a {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		for _, j := range index.near(&a[i]) {
			if share := dice(&a[i], &b[j]); share >= alikeSentences {
				pairs = append(pairs, sentencePair{i, int(j), share})
			}
		}
	}
	slices.SortFunc(pairs, func(p, q sentencePair) int {
		return cmp.Or(cmp.Compare(q.share, p.share), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	for _, p := range pairs {
		if x, y := &a[p.a], &b[p.b]; x.Match < 0 && y.Match < 0 {
			x.Match, y.Match = p.b, p.a
		}
	}
	return nil
}

// contain finds for the sentences of a without a match those of b that say them among other things.
func contain(ctx context.Context, a, b []told) error {
	index := newSentenceIndex()
	for i := range b {
		index.add(&b[i])
	}
	for i := range a {
		s := &a[i]
		if s.Match >= 0 || len(s.words) < leastContained {
			continue
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		most := containedSentence
		for _, j := range index.near(s) {
			if share := sharedWeight(s, &b[j]) / s.total; share >= most && (s.Within < 0 || share > most) {
				s.Within, most = int(j), share
			}
		}
	}
	return nil
}

// sentenceIndex finds sentences by words that few of them have: one of common words alone is compared with none.
type sentenceIndex struct {
	list  []*told
	with  map[uint64][]int32
	seen  []int // by sentence: the round in which it was found
	round int
	found []int32
}

func newSentenceIndex() *sentenceIndex { return &sentenceIndex{with: map[uint64][]int32{}} }

func (x *sentenceIndex) add(s *told) {
	for _, w := range s.words {
		x.with[w.hash] = append(x.with[w.hash], int32(len(x.list)))
	}
	x.list, x.seen = append(x.list, s), append(x.seen, 0)
}

// near gives the sentences that share a word with one which few have. They are valid until the next call.
func (x *sentenceIndex) near(s *told) []int32 {
	const few = 64
	x.round++
	x.found = x.found[:0]
	for _, w := range s.words {
		list := x.with[w.hash]
		if len(list) > few {
			continue
		}
		for _, i := range list {
			if x.seen[i] != x.round {
				x.seen[i] = x.round
				x.found = append(x.found, i)
			}
		}
	}
	return x.found
}

// has reports whether a sentence of the index says the same as one, or that among other things.
func (x *sentenceIndex) has(s *told) bool {
	for _, i := range x.near(s) {
		t := x.list[i]
		if dice(s, t) >= alikeSentences || len(s.words) >= leastContained && sharedWeight(s, t) >= containedSentence*s.total {
			return true
		}
	}
	return false
}

// dice gives the share of their words that two sentences have in common, by weight: 0 to 1.
func dice(s, t *told) float64 { return 2 * sharedWeight(s, t) / (s.total + t.total) }

// sharedWeight gives the weight of the words that two sentences have in common.
func sharedWeight(s, t *told) (sum float64) {
	for i, j := 0, 0; i < len(s.words) && j < len(t.words); {
		switch x, y := s.words[i], t.words[j]; {
		case x.hash < y.hash:
			i++
		case x.hash > y.hash:
			j++
		default:
			sum += float64(min(x.weight, y.weight))
			i, j = i+1, j+1
		}
	}
	return sum
}
