package bidi

// maxOpen is the depth of the stack of opening brackets (BD16).
const maxOpen = 63

// pairing is the state of N0.
type pairing struct {
	open  [maxOpen]openBracket
	found []bracketPair // by opening bracket
}

// openBracket is an opening bracket that waits for its pair.
type openBracket struct {
	opening uint16
	inside  uint8 // the directions met inside so far: 1<<clL | 1<<clR
	pair    int   // its place in found
}

// bracketPair is a pair of places in a sequence; to is noMatch until the closing bracket is met.
type bracketPair struct {
	from, to int
	inside   uint8
}

// resolveBrackets applies N0.
func (p *paragraph) resolveBrackets(s sequence) {
	if !p.pairBrackets(s) {
		return
	}
	before, at := s.sos, 0
	for _, pair := range p.pairs.found {
		if pair.to == noMatch {
			continue
		}
		for ; at < pair.from; at++ { // the direction before the pair, brackets resolved by now included
			if c := s.classes[at]; c != clON {
				before = sideOf(c)
			}
		}
		direction := s.embedding
		switch opposite := 1 - s.embedding; {
		case pair.inside>>s.embedding&1 != 0: // N0b
		case pair.inside>>opposite&1 == 0: // N0d
			continue
		case before == opposite: // N0c1
			direction = opposite
		}
		p.setBracket(s, pair.from, direction)
		p.setBracket(s, pair.to, direction)
	}
}

// setBracket gives the bracket at place k its direction, and the marks on it (those that W1 made neutral with it).
func (p *paragraph) setBracket(s sequence, k int, direction class) {
	s.classes[k] = direction
	for k++; k < len(s.classes) && s.classes[k] == clON && p.units[s.unit(k)].props.class() == clNSM; k++ {
		s.classes[k] = direction
	}
}

// pairBrackets finds the bracket pairs of the sequence (BD16) and the directions inside them. It reports whether there are any.
//
// Each direction met is noted on the innermost open bracket only, and handed outwards as brackets close: one pass, however
// deep they are nested.
func (p *paragraph) pairBrackets(s sequence) bool {
	p.pairs.found = p.pairs.found[:0]
	depth, paired := 0, false
	for k, c := range s.classes {
		if c != clON {
			if depth > 0 {
				p.pairs.open[depth-1].inside |= 1 << sideOf(c)
			}
			continue
		}
		b, ok := p.bracketAt(s.unit(k))
		switch {
		case !ok:
		case b.opens && depth == maxOpen:
			p.pairs.found = p.pairs.found[:0] // overflow: there are no pairs
			return false
		case b.opens:
			p.pairs.open[depth] = openBracket{opening: b.opening, pair: len(p.pairs.found)}
			p.pairs.found = append(p.pairs.found, bracketPair{from: k, to: noMatch})
			depth++
		default:
			if d := p.close(b.opening, depth, k); d >= 0 {
				depth, paired = d, true
			}
		}
	}
	return paired
}

// close pairs the closing bracket at place k with the nearest open one of its kind, dropping those opened after it, and
// returns the depth left; -1 if there is none.
func (p *paragraph) close(opening uint16, depth, k int) int {
	d := depth - 1
	for d >= 0 && p.pairs.open[d].opening != opening {
		d--
	}
	if d < 0 {
		return -1
	}
	var inside uint8
	for _, o := range p.pairs.open[d:depth] {
		inside |= o.inside
	}
	pair := &p.pairs.found[p.pairs.open[d].pair]
	pair.to, pair.inside = k, inside
	if d > 0 {
		p.pairs.open[d-1].inside |= inside
	}
	return d
}

func (p *paragraph) bracketAt(unit int) (bracket, bool) {
	u := &p.units[unit]
	if u.props&propBracket == 0 || u.flags&flagToken != 0 {
		return bracket{}, false
	}
	return findBracket(u.r)
}
