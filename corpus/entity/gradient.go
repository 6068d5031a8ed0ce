package entity

import "math"

// gradient is the memory of one step of training: the active features, and what the weights so far expect of the tags.
type gradient struct {
	bits      uint64  // random ones that are not used up
	left      int     // how often 16 of them
	active    []int32 // features, token after token
	end       []int   // of each token in active
	scores    [][tagCount]float64
	potential [][tagCount]float64
	forward   [][tagCount]float64
	backward  [][tagCount]float64
	marginals [][tagCount]float64
	trans     [tagCount + 1][tagCount]float64 // expected less observed
}

func newGradient() *gradient { return &gradient{} }

func (g *gradient) resize(n int) {
	g.active = g.active[:0]
	g.end = room(g.end, n)
	g.scores = room(g.scores, n)
	g.potential = room(g.potential, n)
	g.forward = room(g.forward, n)
	g.backward = room(g.backward, n)
	g.marginals = room(g.marginals, n)
}

// expect sets the marginals, and the expected transitions.
func (g *gradient) expect(trans *[tagCount + 1][tagCount]float64) {
	n := len(g.scores)
	var ratio [tagCount + 1][tagCount]float64
	for b := range ratio {
		for t := range tagCount {
			before := tag(b)
			if before == tagCount { // the start
				before = outside
			}
			if t.mayFollow(before) {
				ratio[b][t] = math.Exp(trans[b][t])
			}
		}
	}
	for i := range n {
		top := g.scores[i][0]
		for _, s := range g.scores[i][1:] {
			top = max(top, s)
		}
		for t, s := range g.scores[i] {
			g.potential[i][t] = math.Exp(s - top)
		}
	}
	g.pass(&ratio)
	g.trans = [tagCount + 1][tagCount]float64{}
	g.trans[tagCount] = g.marginals[0]
	for i := 1; i < n; i++ {
		var edge [tagCount][tagCount]float64
		sum := 0.0
		for b := range tagCount {
			for t := range tagCount {
				edge[b][t] = g.forward[i-1][b] * ratio[b][t] * g.potential[i][t] * g.backward[i][t]
				sum += edge[b][t]
			}
		}
		for b := range tagCount {
			for t := range tagCount {
				g.trans[b][t] += edge[b][t] / sum
			}
		}
	}
}

// pass goes forward and backward, and sets the marginals.
func (g *gradient) pass(ratio *[tagCount + 1][tagCount]float64) {
	n := len(g.scores)
	for t := range tagCount {
		g.forward[0][t] = ratio[tagCount][t] * g.potential[0][t]
		g.backward[n-1][t] = 1
	}
	scaleTo1(&g.forward[0])
	for i := 1; i < n; i++ {
		for t := range tagCount {
			sum := 0.0
			for b := range tagCount {
				sum += g.forward[i-1][b] * ratio[b][t]
			}
			g.forward[i][t] = sum * g.potential[i][t]
		}
		scaleTo1(&g.forward[i])
	}
	for i := n - 2; i >= 0; i-- {
		for b := range tagCount {
			sum := 0.0
			for t := range tagCount {
				sum += ratio[b][t] * g.potential[i+1][t] * g.backward[i+1][t]
			}
			g.backward[i][b] = sum
		}
		scaleTo1(&g.backward[i])
	}
	for i := range n {
		for t := range tagCount {
			g.marginals[i][t] = g.forward[i][t] * g.backward[i][t]
		}
		scaleTo1(&g.marginals[i])
	}
}

func scaleTo1(values *[tagCount]float64) {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	if sum == 0 {
		sum = 1
	}
	for t := range values {
		values[t] /= sum
	}
}

// compareTransitions takes the observed transitions from the expected ones.
func (g *gradient) compareTransitions(tags []tag) {
	before := tagCount
	for _, t := range tags {
		g.trans[before][t]--
		before = t
	}
}
