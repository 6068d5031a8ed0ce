package entity

import "math"

// A score is a sum of int8 weights of a model: exact, so that no order of adding changes a result.
type emission [tagCount + 1]int32 // one column more keeps rows on the borders of cache lines

// transitions are the scores of a tag behind another, and at the start of a sentence; forbidden where no tag may stand.
type transitions struct {
	start [tagCount]int32
	next  [tagCount][tagCount]int32 // [before][behind]
}

const forbidden = math.MinInt32 / 4

// lattice decodes sentences with a linear-chain conditional random field: Viterbi for the best sequence of tags,
// forward-backward for the probability of each tag (Lafferty et al. 2001). Its memory is used again from sentence to sentence.
type lattice struct {
	trans transitions
	ratio [tagCount][tagCount]float32 // the exponentials of trans.next
	first [tagCount]float32
	power [powers]float32 // e to the -k·scale: the exponential of a score k below the best of its token

	emissions []emission
	best      [][tagCount]int32
	from      [][tagCount]tag
	potential [][tagCount]float32
	forward   [][tagCount]float32
	backward  [][tagCount]float32
	tags      []tag
	marginals [][tagCount]float32
}

// powers is the length of the table of exponentials. Scores further below the best of their token weigh as much as the last, and
// none weighs less than least, so that a sentence of extreme scores keeps a path of some probability.
const (
	powers = 2048
	least  = 1e-12
)

func newLattice(trans transitions, scale float64) *lattice {
	l := &lattice{trans: trans}
	for k := range l.power {
		l.power[k] = float32(max(math.Exp(-scale*float64(k)), least))
	}
	for i := range tagCount {
		l.first[i] = exponential(trans.start[i], scale)
		for j := range tagCount {
			l.ratio[i][j] = exponential(trans.next[i][j], scale)
		}
	}
	return l
}

func exponential(score int32, scale float64) float32 {
	if score <= forbidden/2 {
		return 0
	}
	return float32(math.Exp(scale * float64(score)))
}

// resize makes room for n tokens, with emissions of 0.
func (l *lattice) resize(n int) {
	l.emissions = zeroed(l.emissions, n)
	l.best = room(l.best, n)
	l.from = room(l.from, n)
	l.potential = room(l.potential, n)
	l.forward = room(l.forward, n)
	l.backward = room(l.backward, n)
	l.tags = room(l.tags, n)
	l.marginals = room(l.marginals, n)
}

// room gives a slice of n elements of any value, zeroed one of zero values; both use s again where it is long enough.
func room[E any](s []E, n int) []E {
	if cap(s) < n {
		return make([]E, n, n+n/2)
	}
	return s[:n]
}

func zeroed[E any](s []E, n int) []E {
	s = room(s, n)
	clear(s)
	return s
}

// viterbi sets tags to the best sequence, with bias taken from the score of every token outside of names. Of equal sequences the
// one with the lower tags at the end is taken.
func (l *lattice) viterbi(bias int32) {
	n := len(l.emissions)
	if n == 0 {
		return
	}
	for t := range tagCount {
		l.best[0][t] = l.trans.start[t] + l.emissions[0][t]
	}
	l.best[0][outside] -= bias
	for i := 1; i < n; i++ {
		l.step(i)
		l.best[i][outside] -= bias
	}
	last := outside
	for t := range tagCount {
		if l.best[n-1][t] > l.best[n-1][last] {
			last = t
		}
	}
	for i := n - 1; i >= 0; i-- {
		l.tags[i] = last
		last = l.from[i][last]
	}
}

// step sets the best scores of the sequences that end at token i.
func (l *lattice) step(i int) {
	before, emitted, best, from := &l.best[i-1], &l.emissions[i], &l.best[i], &l.from[i]
	for t := range tagCount {
		first, behind := outside, tagCount
		if t.continues() { // only behind the beginning or inside of the same type
			first, behind = t-1, t+1
		}
		top, at := before[first]+l.trans.next[first][t], first
		for b := first + 1; b < behind; b++ {
			if s := before[b] + l.trans.next[b][t]; s > top {
				top, at = s, b
			}
		}
		best[t], from[t] = top+emitted[t], at
	}
}

// sum sets the marginals: the probability of each tag at each token.
func (l *lattice) sum() {
	n := len(l.emissions)
	if n == 0 {
		return
	}
	for i := range n {
		l.exponentiate(i)
	}
	for t := range tagCount {
		l.forward[0][t] = l.first[t] * l.potential[0][t]
		l.backward[n-1][t] = 1
	}
	normalise(&l.forward[0])
	for i := 1; i < n; i++ {
		l.stepForward(i)
	}
	for i := n - 2; i >= 0; i-- {
		l.stepBackward(i)
	}
	for i := range n {
		for t := range tagCount {
			l.marginals[i][t] = l.forward[i][t] * l.backward[i][t]
		}
		normalise(&l.marginals[i])
	}
}

// exponentiate sets the potentials of token i, the best one 1.
func (l *lattice) exponentiate(i int) {
	emitted := &l.emissions[i]
	top := emitted[0]
	for _, s := range emitted[1:tagCount] {
		top = max(top, s)
	}
	for t := range tagCount {
		l.potential[i][t] = l.power[min(top-emitted[t], powers-1)]
	}
}

func (l *lattice) stepForward(i int) {
	before := &l.forward[i-1]
	for t := range tagCount {
		var sum float32
		if t.continues() {
			sum = before[t-1]*l.ratio[t-1][t] + before[t]*l.ratio[t][t]
		} else {
			for b := range tagCount {
				sum += before[b] * l.ratio[b][t]
			}
		}
		l.forward[i][t] = sum * l.potential[i][t]
	}
	normalise(&l.forward[i])
}

func (l *lattice) stepBackward(i int) {
	var next [tagCount]float32
	for t := range tagCount {
		next[t] = l.potential[i+1][t] * l.backward[i+1][t]
	}
	shared := func(b tag) float32 {
		r := &l.ratio[b]
		return r[outside]*next[outside] + r[beginPerson]*next[beginPerson] + r[beginPlace]*next[beginPlace] +
			r[beginOrganisation]*next[beginOrganisation]
	}
	for b := range tagCount {
		sum := shared(b)
		if b != outside {
			same := b + b&1 // the inside of the type
			sum += l.ratio[b][same] * next[same]
		}
		l.backward[i][b] = sum
	}
	normalise(&l.backward[i])
}

// normalise makes the values add up to 1.
func normalise(values *[tagCount]float32) {
	var sum float32
	for _, v := range values {
		sum += v
	}
	if sum == 0 {
		return
	}
	share := 1 / sum
	for t := range values {
		values[t] *= share
	}
}
