package bidi

// run is a stretch of a line in one level, its ends in units.
type run struct {
	from, to int
	level    uint8
}

// resetBlanks applies L1 to the line of units [from, to).
func (p *paragraph) resetBlanks(from, to int) {
	separators := p.seen.has(clS) || p.seen.has(clB)
	end := true // of the line, or before a separator
	for i := to - 1; i >= from; i-- {
		u := &p.units[i]
		if u.flags&flagHold != 0 {
			end = false
		}
		switch c := u.props.class(); {
		case c == clS, c == clB:
			p.levels[i], end = p.base, true
		case !setBlank.has(c):
			end = false
		case end:
			p.levels[i] = p.base
		}
		if !end && !separators {
			return
		}
	}
}

// visualRuns gives the level runs of the line of units [from, to) from left to right (L2); the units of an odd one are to be
// read from its end.
func (p *paragraph) visualRuns(from, to int) []run {
	p.runs = p.runs[:0]
	if p.flat {
		p.runs = append(p.runs, run{from, to, p.base})
		return p.runs
	}
	levels, gaps := p.levels[:to], p.gapsFrom(from)
	for i := from; i < len(levels); {
		r := run{from: i, level: levels[i]}
		stop := to
		if len(gaps) > 0 {
			stop = min(stop, gaps[0].after+1)
		}
		for i < stop && levels[i] == r.level {
			i++
		}
		r.to = i
		p.runs = append(p.runs, r)
		if i == stop && i < to { // at a gap: a run of no units
			p.runs = append(p.runs, run{i, i, gaps[0].level})
			gaps = gaps[1:]
		}
	}
	p.turnRuns()
	return p.runs
}

// turnRuns puts the runs in hand in visual order.
func (p *paragraph) turnRuns() {
	highest, lowestOdd := uint8(0), uint8(255)
	for _, r := range p.runs {
		highest = max(highest, r.level)
		if r.level&1 == 1 {
			lowestOdd = min(lowestOdd, r.level)
		}
	}
	for level := highest; level >= lowestOdd; level-- {
		for i := 0; i < len(p.runs); {
			j := i
			for j < len(p.runs) && p.runs[j].level >= level {
				j++
			}
			reverse(p.runs[i:j])
			i = max(j, i+1)
		}
	}
}

func reverse(runs []run) {
	for i, j := 0, len(runs)-1; i < j; i, j = i+1, j-1 {
		runs[i], runs[j] = runs[j], runs[i]
	}
}
