package entity

import (
	"cmp"
	"math"
	"slices"
)

// weightRow is the weights of a feature, the sums of the squares of their gradients, which AdaGrad keeps (Duchi, Hazan and Singer
// 2011), and the sums of the weights at the end of the later epochs: their mean is what is kept.
type weightRow struct{ weight, square, mean [tagCount]float32 }

// indexFeatures numbers the features that are seen often enough, in the order of their keys, and turns the keys of types and
// tokens into numbers.
func (t *trainer) indexFeatures() {
	occurs := make([]int, len(t.types))
	counts := map[uint32]int32{}
	for _, e := range t.cases {
		for i, number := range e.types {
			occurs[number]++
			for _, k := range e.keys[i] {
				counts[k]++
			}
		}
	}
	for number, typ := range t.types {
		for _, k := range typ.keys {
			counts[k.key] += int32(occurs[number])
		}
	}
	for k, n := range counts {
		if int(n) < t.MinCount {
			delete(counts, k)
		}
	}
	t.keys = sortedKeys(counts)
	index := make(map[uint32]int32, len(t.keys))
	for i, k := range t.keys {
		index[k] = int32(i)
	}
	for number := range t.types {
		typ := &t.types[number]
		for _, k := range typ.keys {
			if i, ok := index[k.key]; ok && k.lexical {
				typ.lexical[k.role] = append(typ.lexical[k.role], i)
			} else if ok {
				typ.roles[k.role] = append(typ.roles[k.role], i)
			}
		}
		typ.keys = nil
	}
	for c := range t.cases {
		e := &t.cases[c]
		e.extra = make([][]int32, len(e.keys))
		e.pairs = make([][]int32, len(e.keys))
		for i, keys := range e.keys {
			alone := len(keys) - pairKeys
			e.extra[i] = numbers(index, keys[:alone])
			e.pairs[i] = numbers(index, keys[alone:])
		}
		e.keys = nil
	}
}

// numbers gives the numbers of the keys that have one.
func numbers(index map[uint32]int32, keys []uint32) []int32 {
	var found []int32
	for _, k := range keys {
		if number, ok := index[k]; ok {
			found = append(found, number)
		}
	}
	return found
}

// fit finds the weights, several times from nothing, each with its own chances. The model is the mean of what the second half of the
// epochs end with in all of them, which depends on chance less than any one.
func (t *trainer) fit() {
	t.weights = make([]weightRow, len(t.keys))
	var mean [tagCount + 1][tagCount]float64
	for range t.Rounds {
		for i := range t.weights {
			row := &t.weights[i]
			clear(row.weight[:])
			clear(row.square[:])
		}
		t.trans = [tagCount + 1][tagCount]float64{}
		t.round(&mean)
	}
	t.takeMean(&mean)
}

// round goes over the examples in a new order each time, and moves the weights a step against the gradient of each. It adds to mean.
func (t *trainer) round(mean *[tagCount + 1][tagCount]float64) {
	var squares [tagCount + 1][tagCount]float64
	order := make([]int, len(t.cases))
	for i := range order {
		order[i] = i
	}
	g := newGradient()
	for epoch := range t.Epochs {
		t.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &t.cases[i]
			t.activate(g, e)
			g.expect(&t.trans)
			t.step(g, e.tags)
			g.compareTransitions(e.tags)
			for b := range t.trans {
				for k := range t.trans[b] {
					if d := g.trans[b][k]; d != 0 {
						squares[b][k] += d * d
						t.trans[b][k] -= t.Rate / math.Sqrt(squares[b][k]+1e-6) * d
					}
				}
			}
		}
		if epoch >= t.Epochs/2 {
			t.addMean(mean)
		}
	}
}

// addMean adds the weights as they are to the sums.
func (t *trainer) addMean(mean *[tagCount + 1][tagCount]float64) {
	for i := range t.weights {
		row := &t.weights[i]
		for k, w := range row.weight {
			row.mean[k] += w
		}
	}
	for b := range mean {
		for k := range mean[b] {
			mean[b][k] += t.trans[b][k]
		}
	}
}

// takeMean makes the weights what the sums say.
func (t *trainer) takeMean(mean *[tagCount + 1][tagCount]float64) {
	n := t.Rounds * (t.Epochs - t.Epochs/2)
	for i := range t.weights {
		row := &t.weights[i]
		for k, sum := range row.mean {
			row.weight[k] = sum / float32(n)
		}
	}
	for b := range mean {
		for k := range mean[b] {
			t.trans[b][k] = mean[b][k] / float64(n)
		}
	}
}

// activate draws the features that an example is shown with, and adds up its scores.
func (t *trainer) activate(g *gradient, e *example) {
	n := len(e.types)
	g.resize(n)
	scale := 1 / (1 - t.Dropout)
	for i := range n {
		first := len(g.active)
		unknown := t.random.Float64() < t.Unknown
		for role := range roles {
			at := i + role - reachBefore
			if at < 0 || at >= n {
				continue
			}
			typ := &t.types[e.types[at]]
			t.draw(g, typ.roles[role])
			if at != i || !unknown {
				t.draw(g, typ.lexical[role])
			}
		}
		t.draw(g, e.extra[i])
		if !unknown {
			t.draw(g, e.pairs[i])
		}
		g.end[i] = len(g.active)
		var sum [tagCount]float32
		for _, f := range g.active[first:] {
			for k, w := range t.weights[f].weight {
				sum[k] += w
			}
		}
		for k := range sum {
			g.scores[i][k] = float64(sum[k]) * scale
		}
	}
}

// draw makes some of the features active.
func (t *trainer) draw(g *gradient, features []int32) {
	keep := uint32(math.Round((1 - t.Dropout) * (1 << 16)))
	for _, f := range features {
		if g.left == 0 {
			g.bits, g.left = t.random.Uint64(), 4
		}
		if uint32(g.bits&0xFFFF) < keep {
			g.active = append(g.active, f)
		}
		g.bits, g.left = g.bits>>16, g.left-1
	}
}

// step moves the weights of the active features.
func (t *trainer) step(g *gradient, tags []tag) {
	rate, decay := float32(t.Rate), float32(t.Decay)
	first := 0
	for i := range tags {
		var d [tagCount]float32
		for k := range d {
			d[k] = float32(g.marginals[i][k])
		}
		d[tags[i]]--
		for _, f := range g.active[first:g.end[i]] {
			row := &t.weights[f]
			for k := range d {
				if d[k] < 1e-4 && d[k] > -1e-4 {
					continue
				}
				step := d[k] + decay*row.weight[k]
				row.square[k] += step * step
				row.weight[k] -= rate * step / float32(math.Sqrt(float64(row.square[k])+1e-6))
			}
		}
		first = g.end[i]
	}
}

// model prunes and rounds the weights.
func (t *trainer) model() *model {
	kept := make([]int, len(t.keys))
	for i := range kept {
		kept[i] = i
	}
	slices.SortStableFunc(kept, func(a, b int) int { return cmp.Compare(t.weights[b].norm(), t.weights[a].norm()) })
	kept = kept[:min(len(kept), t.Features)]
	top := float32(0)
	for _, i := range kept {
		top = max(top, t.weights[i].norm())
	}
	slices.Sort(kept)
	m := &model{scale: max(float64(top)/math.MaxInt8, 1e-6), vocab: *t.vocab}
	rows := make([]keyed[packedWeights], 0, len(kept))
	for _, i := range kept {
		var row [tagCount]int8
		for k, w := range t.weights[i].weight {
			row[k] = int8(math.Round(float64(w) / m.scale))
		}
		if packed := packWeights(&row); packed != (packedWeights{}) {
			rows = append(rows, keyed[packedWeights]{t.keys[i], packed})
		}
	}
	m.table = newKeyTable(rows)
	for b := range tagCount {
		m.trans.start[b] = roundTransition(t.trans[tagCount][b], m.scale, b.mayFollow(outside))
		for k := range tagCount {
			m.trans.next[b][k] = roundTransition(t.trans[b][k], m.scale, k.mayFollow(b))
		}
	}
	return m
}

// norm is the weight that is furthest from 0.
func (r *weightRow) norm() float32 {
	top := float32(0)
	for _, w := range r.weight {
		top = max(top, w, -w)
	}
	return top
}

func roundTransition(w, scale float64, allowed bool) int32 {
	if !allowed {
		return forbidden
	}
	return int32(math.Round(w / scale))
}
