package bidi

// token is a stretch of units [from, to) that reads from left to right whatever the paragraph: a URL, an e-mail address, an
// @name, a Latin #tag, a phone number, a path or a piece of code.
//
// It is treated as if it stood between LRI and PDI (UAX #9 HL3), which to the text around it is one neutral; all of its
// characters are then at the level of the inside. The digits of a phone number would otherwise be turned round group by group, and
// the slash or plus sign at the end of a token thrown to its other side.
type token struct {
	from, to int
	around   uint8 // the resolved level of the isolate as a whole
}

// findTokens finds the tokens among the units, and marks their units.
func (p *paragraph) findTokens(width int) {
	if p.seen&(1<<clL|1<<clEN|1<<clES) == 0 {
		return
	}
	for i := 0; i < p.n; {
		if !p.units[i].isWord() {
			i++
			continue
		}
		to := i
		for to < p.n && p.units[to].isWord() {
			to++
		}
		from := p.skipOpening(i, to)
		if end := p.phoneEnd(from); end > from {
			p.addToken(from, end, width)
			i = max(end, to)
			continue
		}
		if end := p.skipClosing(from, to); p.isCode(from, end) {
			p.addToken(from, end, width)
		}
		i = to
	}
}

// addToken marks the units of a token; one that fits on a line is not to be broken.
func (p *paragraph) addToken(from, to, width int) {
	p.tokens = append(p.tokens, token{from: from, to: to})
	mark := flagToken
	if width <= 0 || to-from <= width {
		mark |= flagKeep
	}
	for i := from; i < to; i++ {
		p.units[i].flags |= mark
	}
	p.units[from].flags &^= flagKeep
}

// isWord reports whether the unit is printable ASCII other than space, by itself in its cell.
func (u *unit) isWord() bool { return uint32(u.r-'!') <= '~'-'!' && u.flags&flagTail == 0 }

func isDigit(r rune) bool {
	return uint32(r-'0') <= 9 || uint32(r-'٠') <= 9 || uint32(r-'۰') <= 9
}

func isASCIILetter(r rune) bool { return uint32(r|0x20-'a') < 26 }

// skipOpening gives the first unit of the word [from, to) that is not an opening bracket or quotation mark.
func (p *paragraph) skipOpening(from, to int) int {
	for from < to {
		switch p.units[from].r {
		case '(', '[', '{', '<', '"', '\'', '`':
			from++
			continue
		}
		break
	}
	return from
}

// skipClosing gives the end of the word [from, to) without the punctuation that belongs to the sentence. A closing bracket
// stays where the word has opening ones of its kind.
func (p *paragraph) skipClosing(from, to int) int {
	var opened struct{ round, square, curly bool }
	for _, u := range p.units[from:to] {
		opened.round = opened.round || u.r == '('
		opened.square = opened.square || u.r == '['
		opened.curly = opened.curly || u.r == '{'
	}
	for to > from {
		keep := true
		switch p.units[to-1].r {
		case '.', ',', ';', ':', '!', '?', '"', '\'', '`', '>':
			keep = false
		case ')':
			keep = opened.round
		case ']':
			keep = opened.square
		case '}':
			keep = opened.curly
		}
		if keep {
			break
		}
		to--
	}
	return to
}

// isCode reports whether the word [from, to) holds a letter, and a sign that words do not have or a dot between others.
func (p *paragraph) isCode(from, to int) bool {
	letter, sign := false, false
	for i := from; i < to; i++ {
		switch r := p.units[i].r; r {
		case '@', '#', '_', '/', '\\', '=', '+', '~', '^', '|':
			sign = true
		case '.':
			sign = sign || i > from && i+1 < to
		case '-':
			sign = sign || i == from && i+1 < to && p.units[i+1].r == '-'
		default:
			letter = letter || isASCIILetter(r)
		}
	}
	return letter && sign
}

// Digits in an international phone number: E.164 allows 15 after the prefix; fewer than 7 are a quantity ("+5 12").
const (
	minPhone = 7
	maxPhone = 15
)

// phoneEnd gives the end of the phone number that begins at unit from with + or 00, in groups of digits with a space, hyphen,
// dot or brackets between; from if there is none.
func (p *paragraph) phoneEnd(from int) int {
	i := from
	switch {
	case i < p.n && p.units[i].r == '+':
		i++
	case i+1 < p.n && p.units[i].r == '0' && p.units[i+1].r == '0':
		i += 2
	default:
		return from
	}
	digits, end := 0, from
	for separator := 0; i < p.n && separator <= 2 && digits <= maxPhone; i++ {
		u := &p.units[i]
		switch {
		case isDigit(u.r) && u.flags&flagTail == 0:
			digits++
			separator = 0
			end = i + 1
			continue
		case digits == 0:
			return from
		case u.r == ' ', u.r == nbsp, u.r == '-', u.r == '.', u.r == '(', u.r == ')':
			separator++
			continue
		}
		break
	}
	if digits < minPhone || digits > maxPhone {
		return from
	}
	return end
}
