package bidi

import (
	"cmp"
	"slices"
)

// gap is where units without width have been taken out: after a unit, with the lowest of their levels. One that is lower than
// those on both sides (an isolate initiator between the two) keeps L2 from turning them round together.
type gap struct {
	after int
	level uint8
}

// fenceTokens puts gaps where the isolate around a token would begin and end, if what stands there is of a level inside it.
func (p *paragraph) fenceTokens() {
	fences := len(p.gaps)
	for _, t := range p.tokens {
		if t.from > 0 && p.levels[t.from-1] > t.around {
			p.gaps = append(p.gaps, gap{t.from - 1, t.around})
		}
		if t.to < p.n && p.levels[t.to] > t.around {
			p.gaps = append(p.gaps, gap{t.to - 1, t.around})
		}
	}
	if len(p.gaps) == fences {
		return
	}
	slices.SortFunc(p.gaps, func(a, b gap) int { return cmp.Or(a.after-b.after, int(a.level)-int(b.level)) })
	p.gaps = slices.CompactFunc(p.gaps, func(a, b gap) bool { return a.after == b.after }) // the lowest is first
}

// compact takes the units without width out of the paragraph, once they have had their say in its levels. Their source bytes
// go to the unit before them, at the beginning of the text to the one after.
func (p *paragraph) compact() {
	if !p.zero {
		return
	}
	n, t, k := 0, 0, 0
	for i := range p.n {
		u := p.units[i]
		if u.width == 0 {
			if n > 0 {
				p.leave(n-1, i)
			}
			continue
		}
		if u.flags&flagTail != 0 {
			for p.tails[t].unit != i { // tails of units without width
				t++
			}
			p.tails[t].unit = n
			t++
		}
		if k < len(p.tokens) && p.tokens[k].from == i {
			p.tokens[k].from, p.tokens[k].to = n, p.tokens[k].to-i+n
			k++
		}
		p.units[n] = u
		if i < len(p.levels) {
			p.levels[n] = p.levels[i]
		}
		n++
	}
	if n == 0 {
		p.units[0] = unit{r: ' ', props: plainOf(clWS), width: 1}
		if len(p.levels) > 0 {
			p.levels[0] = p.base
		}
		n = 1
	}
	p.units[0].start = 0
	p.units[n] = p.units[p.n]
	p.n = n
}

// leave notes what is left of unit i, which is about to go, for L1 and L2: white space before a character that is not blank
// is not at the end of the line.
func (p *paragraph) leave(before, i int) {
	if !setBlank.has(p.units[i].props.class()) {
		p.units[before].flags |= flagHold
	}
	if i >= len(p.levels) {
		return
	}
	if last := len(p.gaps) - 1; last >= 0 && p.gaps[last].after == before {
		p.gaps[last].level = min(p.gaps[last].level, p.levels[i])
		return
	}
	p.gaps = append(p.gaps, gap{before, p.levels[i]})
}

// gapsFrom gives the gaps from unit from on.
func (p *paragraph) gapsFrom(from int) []gap {
	i, _ := slices.BinarySearchFunc(p.gaps, from, func(g gap, unit int) int { return g.after - unit })
	return p.gaps[i:]
}
