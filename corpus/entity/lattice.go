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
	trans    transitions
	into     [starters][tagCount]int64   // the scores of the starting tags behind each tag, see rankedBy
	onward   [tagCount]int64             // of the inside of a type behind each of its two tags, likewise
	starting [starters][tagCount]float32 // the exponentials of the scores behind into
	ratio    [tagCount][tagCount]float32 // of trans.next
	first    [tagCount]float32           // of trans.start
	power    [powers]float32             // e to the -k·scale: the exponential of a score k below the best of its token

	emissions []emission
	best      [][tagCount]int64
	from      [][tagCount]tag
	tags      []tag
	potential [][tagCount]float32
	forward   [][tagCount]float32
	backward  [][tagCount]float32
	ahead     int // the first token that forward is not set for; 0 where none of the three is of these emissions
	back      int // the first that backward is set for
}

// starters is how many tags may stand behind any other: outside, and the beginnings. start gives the one of a number.
const starters = 4

func start(k int) tag { return tag(max(2*k-1, 0)) }

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
		for k := range starters {
			l.into[k][i] = rankedBy(trans.next[i][start(k)], i)
			l.starting[k][i] = l.ratio[i][start(k)]
		}
		l.onward[i] = rankedBy(trans.next[i][i.within()], i)
	}
	return l
}

// rankedBy is a score, and below it in rankBits the tag that it is behind: of two sequences of equal scores that with the lower tag is the larger
// number.
func rankedBy(score int32, before tag) int64 { return int64(score)<<rankBits | int64(tagCount-before) }

const rankBits = 3

func exponential(score int32, scale float64) float32 {
	if score <= forbidden/2 {
		return 0
	}
	return float32(math.Exp(scale * float64(score)))
}

// resize makes room for n tokens, with emissions of any value.
func (l *lattice) resize(n int) {
	l.emissions = room(l.emissions, n)
	l.best = room(l.best, n)
	l.from = room(l.from, n)
	l.tags = room(l.tags, n)
	l.ahead = 0
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
		l.best[0][t] = int64(l.trans.start[t]+l.emissions[0][t]) << rankBits
	}
	bias8 := int64(bias) << rankBits
	l.best[0][outside] -= bias8
	for i := 1; i < n; i++ {
		l.step(i)
		l.best[i][outside] -= bias8
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

// step sets the best scores of the sequences that end at token i. It has no branches: which of two tags is the better nobody can foretell.
func (l *lattice) step(i int) {
	before, emitted, best, from := &l.best[i-1], &l.emissions[i], &l.best[i], &l.from[i]
	b0, b1, b2, b3, b4, b5, b6 := before[0], before[1], before[2], before[3], before[4], before[5], before[6]
	set := func(t tag, top int64) {
		const rank = 1<<rankBits - 1
		best[t], from[t] = top&^rank+int64(emitted[t])<<rankBits, tagCount-tag(top&rank)
	}
	for k := range starters {
		r := &l.into[k]
		set(start(k), max(b0+r[0], b1+r[1], b2+r[2], b3+r[3], b4+r[4], b5+r[5], b6+r[6]))
	}
	set(insidePerson, max(b1+l.onward[1], b2+l.onward[2])) // only behind the beginning or inside of the same type
	set(insidePlace, max(b3+l.onward[3], b4+l.onward[4]))
	set(insideOrganisation, max(b5+l.onward[5], b6+l.onward[6]))
}

// marginal gives the probability of each tag at token i.
func (l *lattice) marginal(i int) [tagCount]float32 {
	l.sum(i, i)
	var m [tagCount]float32
	for t := range m {
		m[t] = l.forward[i][t] * l.backward[i][t]
	}
	normalise(&m)
	return m
}

// sum sets what the marginals of the tokens from first to last are the products of, going forward to last and backward to first, if it has not been
// there: before the first name of a sentence, and behind its last, nobody asks. Neither way waits for the other, so that a processor can go both
// at once.
func (l *lattice) sum(first, last int) {
	if l.ahead == 0 {
		l.beginSums()
	}
	for ; l.ahead <= last && l.back > first; l.ahead++ {
		l.back--
		l.stepForward(l.ahead)
		l.stepBackward(l.back)
	}
	for ; l.ahead <= last; l.ahead++ {
		l.stepForward(l.ahead)
	}
	for l.back > first {
		l.back--
		l.stepBackward(l.back)
	}
}

// beginSums sets the potentials of all tokens, and what both ways begin with.
func (l *lattice) beginSums() {
	n := len(l.emissions)
	l.potential, l.forward, l.backward = room(l.potential, n), room(l.forward, n), room(l.backward, n)
	for i := range n {
		l.exponentiate(i)
	}
	for t := range tagCount {
		l.forward[0][t] = l.first[t] * l.potential[0][t]
		l.backward[n-1][t] = 1
	}
	normalise(&l.forward[0])
	l.ahead, l.back = 1, n-1
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
	before, potential, to := &l.forward[i-1], &l.potential[i], &l.forward[i]
	b0, b1, b2, b3, b4, b5, b6 := before[0], before[1], before[2], before[3], before[4], before[5], before[6]
	for k := range starters {
		r, t := &l.starting[k], start(k)
		to[t] = (b0*r[0] + b1*r[1] + b2*r[2] + b3*r[3] + b4*r[4] + b5*r[5] + b6*r[6]) * potential[t]
	}
	to[insidePerson] = (b1*l.ratio[1][2] + b2*l.ratio[2][2]) * potential[insidePerson]
	to[insidePlace] = (b3*l.ratio[3][4] + b4*l.ratio[4][4]) * potential[insidePlace]
	to[insideOrganisation] = (b5*l.ratio[5][6] + b6*l.ratio[6][6]) * potential[insideOrganisation]
	normalise(to)
}

func (l *lattice) stepBackward(i int) {
	behind, potential, to := &l.backward[i+1], &l.potential[i+1], &l.backward[i]
	var next [tagCount]float32
	for t := range tagCount {
		next[t] = potential[t] * behind[t]
	}
	n0, n1, n3, n5 := next[outside], next[beginPerson], next[beginPlace], next[beginOrganisation]
	for b := range tagCount {
		r := &l.ratio[b]
		sum := r[0]*n0 + r[1]*n1 + r[3]*n3 + r[5]*n5
		if b != outside {
			sum += r[b.within()] * next[b.within()]
		}
		to[b] = sum
	}
	normalise(to)
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
