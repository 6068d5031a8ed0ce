package search

import (
	"cmp"
	"context"
	"math"
	"math/bits"
	"slices"
)

// rankedNear is for how many of the best articles it is looked how close together the words of the query stand in them. It is more than a
// screen has rows, and few enough that looking takes no longer than finding the articles.
const rankedNear = 100

// rank gives the best of some articles, the best first: Request.Limit of them, or all.
func (s *searcher) rank(ctx context.Context, docs Set) ([]Hit, error) {
	terms := s.wanted()
	limit := s.request.Limit
	best := ranking{newer: s.request.Newer, limit: limit}
	if limit > 0 && len(terms) > 1 {
		best.limit = max(limit, rankedNear)
	}
	if err := best.takeFrom(ctx, s.seeker, docs, terms); err != nil {
		return nil, err
	}
	slices.SortFunc(best.hits, best.compare)
	if len(terms) > 1 {
		s.rankNear(best.hits[:min(rankedNear, len(best.hits))], terms)
		slices.SortFunc(best.hits, best.compare)
	}
	hits := best.hits
	if limit > 0 {
		hits = hits[:min(limit, len(hits))]
	}
	for i, h := range hits {
		hits[i].Hows = hows(h.Doc, terms)
	}
	return hits, ctx.Err()
}

// wanted gives what was found for the terms that are not excluded.
func (s *searcher) wanted() []*sought {
	var terms []*sought
	s.request.Query.each(func(n node, excluded bool) {
		if t, ok := n.(*termNode); ok && !excluded {
			terms = append(terms, s.sought[t])
		}
	})
	return terms
}

// score gives how good an article is: the sum over the terms, each by the best of what was found for it.
func score(doc int32, terms []*sought) float32 {
	var sum float32
	for _, t := range terms {
		_, score := t.best(doc)
		sum += score
	}
	return sum
}

// best gives which of what was found for a term counts most in an article, and how much; nil for none.
func (t *sought) best(doc int32) (best *found, most float32) {
	for _, f := range t.founds {
		if !f.docs.Has(doc) {
			continue
		}
		if score := f.score(doc); best == nil || score > most {
			best, most = f, score
		}
	}
	return best, most
}

// rankNear adds to the scores of hits for words that stand close together. Hits for the same words are asked about together.
func (s *searcher) rankNear(hits []Hit, terms []*sought) {
	type group struct {
		leaves []*found
		docs   []int32
		hits   []int
	}
	groups := map[string]*group{}
	var memory [64]byte
	for i, h := range hits {
		key := memory[:0]
		for k, t := range terms {
			if f, _ := t.best(h.Doc); f != nil {
				key = append(key, byte(k), byte(slices.Index(t.founds, f)))
			}
		}
		g, ok := groups[string(key)]
		if !ok {
			g = &group{docs: make([]int32, 0, len(hits)), hits: make([]int, 0, len(hits))}
			for k := 0; k < len(key); k += 2 {
				g.leaves = append(g.leaves, terms[key[k]].founds[key[k+1]])
			}
			groups[string(key)] = g
		}
		g.docs, g.hits = append(g.docs, h.Doc), append(g.hits, i)
	}
	for _, g := range groups {
		if len(g.leaves) < 2 {
			continue
		}
		for i, more := range s.seeker.near(g.docs, g.leaves) {
			hits[g.hits[i]].Score += more
		}
	}
}

// hows gives by which rules the terms were found in an article.
func hows(doc int32, terms []*sought) []How {
	var rules howSet
	for _, t := range terms {
		for _, f := range t.founds {
			if f.docs.Has(doc) {
				rules |= f.hows(doc)
			}
		}
	}
	return rules.list()
}

// ranking is the best hits so far: a heap with the worst of them at its root, once there are as many as are asked for.
type ranking struct {
	hits  []Hit
	limit int // 0 for all
	newer func(a, b int32) bool
}

// takes reports whether a hit with a score may be among the best.
func (r *ranking) takes(score float32) bool {
	return r.limit <= 0 || len(r.hits) < r.limit || alike(score) >= alike(r.hits[0].Score)
}

// add takes a hit, if it is among the best.
func (r *ranking) add(h Hit) {
	switch {
	case r.limit <= 0:
		r.hits = append(r.hits, h)
	case len(r.hits) < r.limit:
		r.hits = append(r.hits, h)
		r.up()
	case r.compare(h, r.hits[0]) < 0:
		r.hits[0] = h
		r.down()
	}
}

// takeFrom takes the best of some articles. Those that cannot be among them are not scored.
func (r *ranking) takeFrom(ctx context.Context, s *seeker, docs Set, terms []*sought) error {
	all := docs.Len()
	if len(terms) == 0 || r.limit <= 0 || all <= fewArticles*len(terms) {
		return r.takeAll(ctx, docs, terms)
	}
	left, batch, next := s.set(), s.set(), s.set()
	copy(left, docs)
	n, scored := 0, 0
	for _, t := range s.tiers(terms) {
		if n+scored == all || !r.takes(t.most) {
			break
		}
		more := t.take(left, next)
		if more > 0 && n >= max(r.limit, scored) { // few tiers are scored together, so that they are not looked for one by one
			if err := r.takeAll(ctx, batch, terms); err != nil {
				return err
			}
			clear(batch)
			if n, scored = 0, scored+n; !r.takes(t.most) {
				return nil
			}
		}
		n += more
		for i, in := range next {
			batch[i] |= in
		}
	}
	return r.takeAll(ctx, batch, terms)
}

// takeAll takes the best of some articles, all of which are scored.
func (r *ranking) takeAll(ctx context.Context, docs Set, terms []*sought) error {
	for _, t := range terms {
		for _, f := range t.founds {
			f.count(docs)
		}
	}
	if r.newerLast(docs) {
		for i, in := range slices.Backward(docs) {
			if i%(patience/64) == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			for in != 0 {
				last := bits.Len64(in) - 1
				in &^= 1 << last
				r.take(int32(i*64+last), terms)
			}
		}
		return nil
	}
	for i, in := range docs {
		if i%(patience/64) == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for ; in != 0; in &= in - 1 {
			r.take(int32(i*64+bits.TrailingZeros64(in)), terms)
		}
	}
	return nil
}

// take takes an article, if it is among the best.
func (r *ranking) take(doc int32, terms []*sought) {
	if score := score(doc, terms); r.takes(score) {
		r.add(Hit{Doc: doc, Score: score})
	}
}

// newerLast reports whether the last of some articles is newer than the first, as all are where they are numbered by their dates. Who begins with
// the newest finds the best of many that are about as good at once, and need not make room for each that is newer.
func (r *ranking) newerLast(docs Set) bool {
	first, last := int32(-1), int32(-1)
	for i, in := range docs {
		if in != 0 {
			if first < 0 {
				first = int32(i*64 + bits.TrailingZeros64(in))
			}
			last = int32(i*64 + bits.Len64(in) - 1)
		}
	}
	return first < last && r.newer != nil && r.newer(last, first)
}

// alike gives what two scores have in common that differ by less than about two in a hundred, so that the newer of two articles comes
// first that are hardly different: the float without most of its mantissa. Rules differ by more (see weights).
func alike(score float32) uint32 { return math.Float32bits(score) >> 18 }

// compare orders the better hit first, and of two that are about as good the newer.
func (r *ranking) compare(a, b Hit) int {
	if x, y := alike(a.Score), alike(b.Score); x != y {
		return cmp.Compare(y, x)
	}
	switch {
	case r.newer != nil && r.newer(a.Doc, b.Doc):
		return -1
	case r.newer != nil && r.newer(b.Doc, a.Doc):
		return 1
	}
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Doc, b.Doc))
}

// up moves the last hit towards the root, until none above it is better.
func (r *ranking) up() {
	for i := len(r.hits) - 1; i > 0; {
		above := (i - 1) / 2
		if r.compare(r.hits[i], r.hits[above]) <= 0 {
			return
		}
		r.hits[i], r.hits[above] = r.hits[above], r.hits[i]
		i = above
	}
}

// down moves the root down, until none below it is worse.
func (r *ranking) down() {
	for i := 0; ; {
		worst := i
		for below := 2*i + 1; below <= 2*i+2 && below < len(r.hits); below++ {
			if r.compare(r.hits[below], r.hits[worst]) > 0 {
				worst = below
			}
		}
		if worst == i {
			return
		}
		r.hits[i], r.hits[worst] = r.hits[worst], r.hits[i]
		i = worst
	}
}
