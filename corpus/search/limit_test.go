package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// rankAll scores all of some articles, as if there were no tiers, and takes the best.
func rankAll(s *searcher, docs Set) []Hit {
	terms, limit := s.wanted(), s.request.Limit
	all := ranking{newer: s.request.Newer}
	countAll(terms, docs)
	for doc := range docs.All() {
		all.add(Hit{Doc: doc, Score: score(doc, terms)})
	}
	slices.SortFunc(all.hits, all.compare)
	if len(terms) > 1 {
		all.hits = all.hits[:min(len(all.hits), max(limit, rankedNear))]
		s.rankNear(all.hits[:min(rankedNear, len(all.hits))], terms)
		slices.SortFunc(all.hits, all.compare)
	}
	return all.hits[:min(limit, len(all.hits))]
}

// limited searches many articles of few words, most of which cannot be among the best, and sees that no score is above the bound of its tier and
// that the best are those of all.
func limited(t *testing.T, seed uint64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 5))
	var c corpus
	times := 10 + r.IntN(30)
	if seed%16 == 0 { // so many that the best are looked for by tiers
		times = 1000
	}
	for range times {
		c = append(c, randomCorpus(r)...)
	}
	x := c.index(t)
	for doc := range c {
		if r.IntN(12) == 0 {
			x = x.Remove(int32(doc))
		}
	}
	for range 8 {
		q := parsed(t, (&Query{root: randomNode(r, 2)}).String())
		request := Request{Query: q, Today: today, Newer: newer, NoLatin: true, Limit: 1 + r.IntN(6)}
		got, err := x.Search(t.Context(), request, c)
		if err != nil {
			t.Fatal(err)
		}
		s := searcher{request: request, index: x, seeker: x.seeker(), facts: c, sought: map[*termNode]*sought{}, names: map[*nameNode]Set{}}
		if err := s.seek(t.Context()); err != nil {
			t.Fatal(err)
		}
		terms := s.wanted()
		left, of := s.seeker.set(), s.seeker.set()
		copy(left, got.Docs)
		for _, tier := range s.seeker.tiers(terms) {
			tier.take(left, of)
			countAll(terms, of)
			for doc := range of.All() {
				if score := score(doc, terms); score > tier.most {
					t.Fatalf("%s: article %d has score %v, above %v", q, doc, score, tier.most)
				}
			}
		}
		if !left.none() {
			t.Fatalf("%s: %v are of no tier", q, left)
		}
		if want := rankAll(&s, got.Docs); got.Total > 0 && fmt.Sprint(scores(got.Hits)) != fmt.Sprint(scores(want)) {
			t.Fatalf("%s: the best %d are %v, not %v", q, request.Limit, got.Hits, want)
		}
		s.seeker.close()
		request.SetOnly = true
		alone, err := x.Search(t.Context(), request, c)
		if err != nil || alone.Total != got.Total || !slices.Equal(alone.Docs, got.Docs) || alone.Why != got.Why || len(alone.Hits) > 0 {
			t.Fatalf("%s: alone %d and %d hits, %d with them: %v", q, alone.Total, len(alone.Hits), got.Total, err)
		}
	}
}

// countAll counts terms in some articles.
func countAll(terms []*sought, docs Set) {
	for _, t := range terms {
		for _, f := range t.founds {
			f.count(docs)
		}
	}
}

// scores gives hits without the rules.
func scores(hits []Hit) []Hit {
	hits = slices.Clone(hits)
	for i := range hits {
		hits[i].Hows = nil
	}
	return hits
}

func TestLimits(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		limited(t, seed)
	}
}

func FuzzLimits(f *testing.F) {
	f.Add(uint64(1))
	f.Add(uint64(761)) // what is known of the articles says nothing of the last of them
	f.Fuzz(func(t *testing.T, seed uint64) { limited(t, seed) })
}
