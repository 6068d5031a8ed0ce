package bidi

// compact takes the units without width out of the paragraph, once they have had their say in its levels. Their source bytes
// go to the unit before them, at the beginning of the text to the one after.
func (p *paragraph) compact() {
	if !p.zero {
		return
	}
	n, t := 0, 0
	for i := range p.n {
		u := p.units[i]
		if u.width == 0 {
			if n > 0 {
				p.hold(&p.units[n-1], u.props.class())
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

// hold keeps L1 from resetting white space before a character of class c that is about to go.
func (p *paragraph) hold(before *unit, c class) {
	if !setBlank.has(c) {
		before.flags |= flagHold
	}
}
