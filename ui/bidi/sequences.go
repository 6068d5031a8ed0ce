package bidi

// levelRun is a level run (BD7), its ends in units, and what X10 needs of it.
type levelRun struct {
	from, to  int
	level     uint8
	first     int // the first and the last unit that X9 does not remove
	last      int
	continues bool // begins with a PDI whose initiator ends another run
}

// findLevelRuns splits the paragraph into level runs. Removed units have the level of what comes before them, so they split nothing.
func (p *paragraph) findLevelRuns() {
	p.levelRuns = p.levelRuns[:0]
	for i := 0; i < p.n; {
		if p.classes[i] == clBN && len(p.levelRuns) == 0 { // before the first run there is nothing to belong to
			i++
			continue
		}
		r := levelRun{from: i, level: p.levels[i], first: i, last: i}
		for ; i < p.n && p.levels[i] == r.level; i++ {
			if p.classes[i] != clBN {
				r.last = i
			}
		}
		r.to = i
		r.continues = p.units[r.first].props.class() == clPDI && p.matches[r.first] != noMatch
		p.levelRuns = append(p.levelRuns, r)
	}
}

// runAt gives the index of the level run that holds unit i.
func (p *paragraph) runAt(i int) int {
	lo, hi := 0, len(p.levelRuns)
	for lo < hi {
		if mid := (lo + hi) / 2; p.levelRuns[mid].to <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// runLevel gives the explicit level of unit i.
func (p *paragraph) runLevel(i int) uint8 { return p.levelRuns[p.runAt(i)].level }

// resolveRunSequence resolves the isolating run sequence (BD13) that begins with level run first.
func (p *paragraph) resolveRunSequence(first int) {
	p.order, p.gathered = p.order[:0], p.gathered[:0]
	run := first
	var open bool // ends in an isolate initiator without its PDI
	for {
		r := p.levelRuns[run]
		for i := r.from; i < r.to; i++ {
			if p.classes[i] != clBN {
				p.order = append(p.order, int32(i))
				p.gathered = append(p.gathered, p.classes[i])
			}
		}
		last := p.units[r.last].props.class()
		open = setOf(clLRI, clRLI, clFSI).has(last)
		if !open || p.matches[r.last] == noMatch {
			break
		}
		run = p.runAt(p.matches[r.last])
	}
	level := p.levelRuns[first].level
	before, after := p.base, p.base
	if first > 0 {
		before = p.levelRuns[first-1].level
	}
	if run+1 < len(p.levelRuns) && !open {
		after = p.levelRuns[run+1].level
	}
	p.resolveSequence(sequence{
		classes:   p.gathered,
		order:     p.order,
		sos:       levelClass(max(level, before)),
		eos:       levelClass(max(level, after)),
		embedding: levelClass(level),
	})
	p.scatter(level)
}

// scatter applies I1 and I2 to the sequence in hand and gives the units their levels. Removed units follow what is before them.
func (p *paragraph) scatter(level uint8) {
	for k, i := range p.order {
		implicit(p.levels[i:i+1], p.gathered[k:k+1], level)
		for j := int(i) + 1; j < p.n && p.classes[j] == clBN; j++ {
			p.levels[j] = p.levels[i]
		}
	}
}

// sequence is an isolating run sequence (BD13), or a paragraph that is a single one.
type sequence struct {
	classes   []class
	order     []int32 // the units of the sequence; nil: all of them in order
	sos, eos  class   // clL or clR (X10)
	embedding class   // the direction of its level
}

func (s *sequence) unit(k int) int {
	if s.order == nil {
		return k
	}
	return int(s.order[k])
}

// resolveSequence applies W1–N2: it leaves only L, R, EN and AN in the classes.
func (p *paragraph) resolveSequence(s sequence) {
	if p.seen.has(clNSM) {
		marks(s.classes, s.sos)
	}
	weak(s.classes, s.sos)
	if p.brackets {
		p.resolveBrackets(s)
	}
	neutral(s.classes, s.sos, s.eos, s.embedding)
}
