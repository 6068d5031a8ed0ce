package bidi

// maxDepth is the greatest embedding level that explicit formatting reaches (BD2).
const maxDepth = 125

// Sets of classes that need no rule: each resolves to the level of the paragraph, whatever stands beside it.
const (
	setNeutral classSet = 1<<clWS | 1<<clON | 1<<clCS | 1<<clES | 1<<clET | 1<<clS | 1<<clB | 1<<clNSM
	allRTL              = setNeutral | setRTL
	allLTR              = setNeutral | 1<<clL | 1<<clEN
)

// resolve gives every unit its level, up to I2; L1 is done line by line.
func (p *paragraph) resolve(o Options) {
	p.base = p.baseLevel(o.Base)
	p.levels = grow(p.levels, p.n)
	p.flat = len(p.tokens) == 0 && (p.base == 1 && p.seen&^allRTL == 0 || p.base == 0 && p.seen&^allLTR == 0)
	if p.flat {
		fill(p.levels, p.base)
		return
	}
	p.classes = grow(p.classes, p.n)
	for i := range p.classes {
		p.classes[i] = p.units[i].props.class()
	}
	for _, t := range p.tokens {
		fill(p.classes[t.from:t.to], clON) // an isolate is a neutral to what is around it
	}
	if p.seen&(setIsolates|setEmbeds) == 0 {
		edge := levelClass(p.base)
		p.resolveSequence(sequence{classes: p.classes, sos: edge, eos: edge, embedding: edge})
		implicit(p.levels, p.classes, p.base)
		p.levelTokens(func(int) uint8 { return p.base })
		return
	}
	p.resolveExplicit()
}

// levelTokens gives the tokens the level of the inside of a left-to-right isolate.
func (p *paragraph) levelTokens(embedding func(unit int) uint8) {
	for i := range p.tokens {
		t := &p.tokens[i]
		t.around = p.levels[t.from]
		if inside := (embedding(t.from) + 2) &^ 1; inside <= maxDepth {
			fill(p.levels[t.from:t.to], inside)
		}
	}
}

// implicit applies I1 and I2.
func implicit(levels []uint8, classes []class, embedding uint8) {
	var up [clAN + 1]uint8
	if embedding&1 == 0 {
		up[clR], up[clEN], up[clAN] = 1, 2, 2
	} else {
		up[clL], up[clEN], up[clAN] = 1, 1, 1
	}
	levels = levels[:len(classes)]
	for i, c := range classes {
		levels[i] = embedding + up[c&7]
	}
}

// baseLevel gives the paragraph embedding level.
func (p *paragraph) baseLevel(d Direction) uint8 {
	switch d {
	case LTR:
		return 0
	case RTL:
		return 1
	case FirstStrong:
		return p.firstStrong(0, p.n, false, 0)
	}
	if p.seen.has(clL) && p.seen&setRTL == 0 {
		return 0
	}
	if !p.seen.has(clL) {
		return 1
	}
	return p.majority()
}

// majority gives the level of most of the strong characters outside tokens.
func (p *paragraph) majority() uint8 {
	counts := [2]int{}
	tokens := p.tokens
	for i := 0; i < p.n; i++ {
		if len(tokens) > 0 && i == tokens[0].from {
			i = tokens[0].to - 1
			tokens = tokens[1:]
			continue
		}
		switch p.units[i].props.class() {
		case clL:
			counts[0]++
		case clR, clAL:
			counts[1]++
		}
	}
	if counts[0] > counts[1] {
		return 0
	}
	return 1
}

// firstStrong gives the level of the first strong character of units [from, to), skipping isolates and tokens (P2, P3), and otherwise
// where there is none. Inside an isolate, its end stops the search (X5c).
func (p *paragraph) firstStrong(from, to int, isolate bool, otherwise uint8) uint8 {
	depth := 0
	for i := from; i < to; i++ {
		u := &p.units[i]
		if u.flags&flagToken != 0 {
			continue
		}
		switch u.props.class() {
		case clLRI, clRLI, clFSI:
			depth++
		case clPDI:
			if depth > 0 {
				depth--
			} else if isolate {
				return otherwise
			}
		case clL:
			if depth == 0 {
				return 0
			}
		case clR, clAL:
			if depth == 0 {
				return 1
			}
		}
	}
	return otherwise
}

func levelClass(level uint8) class { return class(level & 1) } // clL is 0, clR is 1

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

func fill[T any](s []T, v T) {
	for i := range s {
		s[i] = v
	}
}
