package bidi

// explicit is the state of rules X1–X10.
type explicit struct {
	stack     []status
	isolates  []int // open isolate initiators that were valid, in order of opening
	matches   []int // by unit: the PDI of an isolate initiator, the initiator of a PDI, noMatch
	levelRuns []levelRun
	order     []int32 // the units of the isolating run sequence in hand
	gathered  []class // their classes
}

// status is an entry of the directional status stack.
type status struct {
	level    uint8
	override class // clON: none
	isolate  bool
}

const noMatch = -1

// resolveExplicit applies X1–X10, with the rules for sequences.
func (p *paragraph) resolveExplicit() {
	p.matchIsolates()
	p.embed()
	p.findLevelRuns()
	for i := range p.levelRuns {
		if !p.levelRuns[i].continues {
			p.resolveRunSequence(i)
		}
	}
	p.levelTokens(func(unit int) uint8 { return p.runLevel(unit) })
}

// matchIsolates finds the matching PDI of each isolate initiator (BD9).
func (p *paragraph) matchIsolates() {
	p.matches = grow(p.matches, p.n)
	p.isolates = p.isolates[:0]
	for i := range p.matches {
		p.matches[i] = noMatch
		switch p.units[i].props.class() {
		case clLRI, clRLI, clFSI:
			p.isolates = append(p.isolates, i)
		case clPDI:
			if last := len(p.isolates) - 1; last >= 0 {
				p.matches[i], p.matches[p.isolates[last]] = p.isolates[last], i
				p.isolates = p.isolates[:last]
			}
		}
	}
}

// overflow counts what is open beyond the depth limit or outside a valid isolate (X1).
type overflow struct{ isolates, embeddings, valid int }

// embed applies X1–X8: it leaves the explicit levels in p.levels, and overridden and removed (clBN) classes in p.classes.
func (p *paragraph) embed() {
	p.stack = append(p.stack[:0], status{level: p.base, override: clON})
	var over overflow
	for i := range p.classes {
		switch c := p.classes[i]; c {
		case clRLE, clLRE, clRLO, clLRO:
			p.classes[i] = clBN
			p.pushEmbedding(c, &over)
		case clPDF:
			p.classes[i] = clBN
			p.popEmbedding(&over)
		case clRLI, clLRI, clFSI:
			p.place(i)
			p.pushIsolate(i, c, &over)
		case clPDI:
			p.popIsolate(&over)
			p.place(i)
		case clB:
			p.levels[i] = p.base
			continue
		default:
			p.place(i)
			continue
		}
		if p.classes[i] == clBN { // X9 removes it: it takes the level of what comes before it (5.2)
			p.levels[i] = p.base
			if i > 0 {
				p.levels[i] = p.levels[i-1]
			}
		}
	}
}

// place gives unit i the level of the innermost embedding, and its override.
func (p *paragraph) place(i int) {
	top := p.stack[len(p.stack)-1]
	p.levels[i] = top.level
	if top.override != clON {
		p.classes[i] = top.override
	}
}

// nextLevel gives the least level above the current one that is odd for a right-to-left embedding, even for another.
func (p *paragraph) nextLevel(rtl bool) uint8 {
	level := p.stack[len(p.stack)-1].level
	if rtl {
		return (level + 1) | 1
	}
	return (level + 2) &^ 1
}

// pushEmbedding applies X2–X5.
func (p *paragraph) pushEmbedding(c class, over *overflow) {
	level := p.nextLevel(c == clRLE || c == clRLO)
	if level > maxDepth || over.isolates > 0 || over.embeddings > 0 {
		if over.isolates == 0 {
			over.embeddings++
		}
		return
	}
	s := status{level: level, override: clON}
	switch c {
	case clLRO:
		s.override = clL
	case clRLO:
		s.override = clR
	}
	p.stack = append(p.stack, s)
}

// popEmbedding applies X7.
func (p *paragraph) popEmbedding(over *overflow) {
	switch {
	case over.isolates > 0:
	case over.embeddings > 0:
		over.embeddings--
	case !p.stack[len(p.stack)-1].isolate && len(p.stack) > 1:
		p.stack = p.stack[:len(p.stack)-1]
	}
}

// pushIsolate applies X5a–X5c to the isolate initiator at unit i. A first-strong isolate beyond the limit is not looked into,
// so that nested ones cost no more than the depth times the text.
func (p *paragraph) pushIsolate(i int, c class, over *overflow) {
	if over.isolates > 0 || over.embeddings > 0 {
		over.isolates++
		return
	}
	rtl := c == clRLI
	if c == clFSI {
		end := p.matches[i]
		if end == noMatch {
			end = p.n
		}
		rtl = p.firstStrong(i+1, end, true, 0) == 1
	}
	level := p.nextLevel(rtl)
	if level > maxDepth {
		over.isolates++
		return
	}
	over.valid++
	p.stack = append(p.stack, status{level: level, override: clON, isolate: true})
}

// popIsolate applies X6a.
func (p *paragraph) popIsolate(over *overflow) {
	switch {
	case over.isolates > 0:
		over.isolates--
	case over.valid > 0:
		over.embeddings = 0
		for !p.stack[len(p.stack)-1].isolate {
			p.stack = p.stack[:len(p.stack)-1]
		}
		p.stack = p.stack[:len(p.stack)-1]
		over.valid--
	}
}
