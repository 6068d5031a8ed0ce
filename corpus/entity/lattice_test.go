package entity

import (
	"math"
	"math/rand/v2"
	"testing"
)

// reference goes through every sequence of tags: the best one, and the probability of each tag at each token.
func reference(trans transitions, emissions []emission, bias int32, scale float64) (best int64, marginals [][tagCount]float64) {
	n := len(emissions)
	marginals = make([][tagCount]float64, n)
	tags := make([]tag, n)
	best, total := int64(math.MinInt64), 0.0
	var walk func(i int, score, biased int64)
	walk = func(i int, score, biased int64) {
		if i == n {
			best = max(best, biased)
			p := math.Exp(scale * float64(score))
			total += p
			for k, t := range tags {
				marginals[k][t] += p
			}
			return
		}
		for t := range tagCount {
			s := trans.start[t]
			if i > 0 {
				s = trans.next[tags[i-1]][t]
			}
			if s <= forbidden {
				continue
			}
			tags[i] = t
			step := int64(s) + int64(emissions[i][t])
			if t == outside {
				walk(i+1, score+step, biased+step-int64(bias))
			} else {
				walk(i+1, score+step, biased+step)
			}
		}
	}
	walk(0, 0, 0)
	for i := range marginals {
		for t := range marginals[i] {
			marginals[i][t] /= total
		}
	}
	return best, marginals
}

func randomTransitions(r *rand.Rand) transitions {
	var trans transitions
	for b := range tagCount {
		trans.start[b] = r.Int32N(80) - 40
		if b.continues() {
			trans.start[b] = forbidden
		}
		for t := range tagCount {
			trans.next[b][t] = r.Int32N(80) - 40
			if !t.mayFollow(b) {
				trans.next[b][t] = forbidden
			}
		}
	}
	return trans
}

// The decoder finds the score and the probabilities that going through every sequence finds.
func TestLatticeEqualsReference(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const scale = 0.05
	for range 300 {
		trans, n, bias := randomTransitions(r), r.IntN(6), r.Int32N(30)
		l := newLattice(trans, scale)
		l.resize(n)
		for i := range l.emissions {
			for k := range tagCount {
				l.emissions[i][k] = r.Int32N(200) - 100
			}
		}
		l.viterbi(bias)
		best, marginals := reference(trans, l.emissions, bias, scale)
		var score int64
		for i, k := range l.tags {
			step := trans.start[k]
			if i > 0 {
				step = trans.next[l.tags[i-1]][k]
			}
			score += int64(step) + int64(l.emissions[i][k])
			if k == outside {
				score -= int64(bias)
			}
		}
		if n > 0 && score != best {
			t.Fatalf("%v scores %d, the best %d", l.tags, score, best)
		}
		for i := range marginals {
			for k, want := range marginals[i] {
				if got := float64(l.marginal(i)[k]); math.Abs(got-want) > 1e-4 {
					t.Fatalf("token %d, tag %d: %v, want %v", i, k, got, want)
				}
			}
		}
	}
}

// The probabilities are the same, to the last bit, in whatever order they are asked for.
func TestMarginalsInAnyOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	trans := randomTransitions(r)
	all, some := newLattice(trans, 0.05), newLattice(trans, 0.05)
	for range 200 {
		n := 1 + r.IntN(12)
		all.resize(n)
		some.resize(n)
		for i := range n {
			for k := range tagCount {
				all.emissions[i][k] = r.Int32N(400) - 200
			}
		}
		copy(some.emissions, all.emissions)
		all.sum(0, n-1)
		for _, i := range r.Perm(n)[:r.IntN(n)+1] {
			if got, want := some.marginal(i), all.marginal(i); got != want {
				t.Fatalf("token %d of %d: %v, want %v", i, n, got, want)
			}
		}
	}
}

// A long sentence of extreme scores stays within the numbers.
func TestLatticeStaysFinite(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	l := newLattice(randomTransitions(r), 0.05)
	l.resize(5000)
	for i := range l.emissions {
		for k := range tagCount {
			l.emissions[i][k] = r.Int32N(6000) - 3000
		}
	}
	l.viterbi(0)
	for i := range l.emissions {
		var sum float64
		for _, p := range l.marginal(i) {
			sum += float64(p)
		}
		if math.Abs(sum-1) > 1e-3 {
			t.Fatalf("token %d: probabilities add up to %v", i, sum)
		}
	}
}

func TestTags(t *testing.T) {
	for _, typ := range []Type{Person, Place, Organisation} {
		b, i := begin(typ), inside(typ)
		if b.named() != typ || i.named() != typ || !b.begins() || b.continues() || i.begins() || !i.continues() {
			t.Errorf("%v: begin %d, inside %d", typ, b, i)
		}
		if !i.mayFollow(b) || !i.mayFollow(i) || i.mayFollow(outside) || !b.mayFollow(outside) {
			t.Errorf("%v: what may follow", typ)
		}
	}
	if insidePerson.mayFollow(beginPlace) || outside.begins() || outside.continues() {
		t.Error("tags of two types, or of none, mixed up")
	}
}
