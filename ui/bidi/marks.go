package bidi

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// readMarks reads the combining marks that begin at byte i.
func (p *paragraph) readMarks(i int) int {
	end, tashkeel := i, true
	for end < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[end:])
		if lookup(r).kind() != kindMark {
			break
		}
		tashkeel = tashkeel && isTashkeel(r) && (r < 0x653 || r > 0x655)
		end += size
	}
	if p.n == 0 || p.units[p.n-1].width == 0 {
		p.readLoneMarks(i, end)
		return end
	}
	if !tashkeel || p.keepTashkeel {
		p.attach(p.text[i:end])
	}
	p.markClass(i, clNSM)
	return end
}

// markClass lets the algorithm know of a character of class c that has been attached to the last unit, where that matters.
// Nearly always it does not: W1 gives a mark the class of its base, and two of a class are resolved like one.
func (p *paragraph) markClass(i int, c class) {
	base := &p.units[p.n-1]
	bc := base.props.class()
	switch {
	case c == clBN, c == bc && c != clES && c != clCS:
	case c != clNSM, bc == clES, bc == clCS, bc == clS, bc == clB:
		p.pushZero(i, c)
	case bc == clWS:
		base.flags |= flagHold
	}
}

// readLoneMarks reads marks that have no base: they are shown on a dotted circle.
func (p *paragraph) readLoneMarks(i, end int) {
	p.source = append(p.source[:0], p.text[i:end]...)
	p.buf = p.keepInTail(p.buf[:0], p.source, clNSM)
	if len(p.buf) == 0 {
		p.pushZero(i, clNSM)
		return
	}
	p.push(unit{r: dottedCircle, start: int32(i), props: plainOf(clNSM), width: 1})
	p.setTail(cutTail(p.buf))
}

// attach adds combining characters to the last unit, composing what has a composed form.
func (p *paragraph) attach(marks string) {
	u := &p.units[p.n-1]
	if u.flags&flagTail != 0 {
		p.source = append(p.source[:0], marks...)
		p.buf = append(p.buf[:0], p.tails[len(p.tails)-1].s...)
		p.buf = p.keepInTail(p.buf, p.source, u.props.class())
		p.setTail(cutTail(p.buf))
		return
	}
	marks = p.ligateHamza(u, marks)
	p.source = append(utf8.AppendRune(p.source[:0], u.r), marks...)
	p.compose(u)
}

// ligateHamza moves a madda or hamza written after a lam-alef, as a mark of its own, into the ligature.
func (p *paragraph) ligateHamza(u *unit, marks string) string {
	if u.r != '\uFEFB' {
		return marks
	}
	r, size := utf8.DecodeRuneInString(marks)
	switch r {
	case 0x653:
		u.r = '\uFEF5'
	case 0x654:
		u.r = '\uFEF7'
	case 0x655:
		u.r = '\uFEF9'
	default:
		return marks
	}
	return marks[size:]
}

// compose makes the cluster in p.source, in NFC, the text of u.
func (p *paragraph) compose(u *unit) {
	if norm.NFC.QuickSpan(p.source) < len(p.source) {
		p.source = append(p.source[:0], p.normal(p.source)...)
	}
	r, size := utf8.DecodeRune(p.source)
	if r != u.r {
		u.r = r
		u.props = lookup(r)&^(propKindMask|propClassMask) | u.props&propClassMask
		p.note(*u)
	}
	p.buf = p.keepInTail(p.buf[:0], p.source[size:], u.props.class())
	p.setTail(cutTail(p.buf))
}

// keepInTail appends to dst the characters of s that a cell shows after a base of class c.
func (p *paragraph) keepInTail(dst, s []byte, c class) []byte {
	for len(s) > 0 {
		r, size := utf8.DecodeRune(s)
		s = s[size:]
		switch {
		case isTashkeel(r) && !p.keepTashkeel:
		case r == utf8.RuneError:
		case r >= 0xFE00 && r <= 0xFE0F && c != clON && c != clEN && c != clET: // chooses no emoji
		case unicode.Is(unicode.Cf, r) && r != zwj && r != zwnj && (r < 0xE0020 || r > 0xE007F):
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

const (
	zwnj = '\u200C'
	zwj  = '\u200D'
	vs16 = '\uFE0F'
)

// isSequence reports whether a tail is the rest of an emoji sequence, which is longer than marks may be.
func isSequence(tail []byte) bool {
	r, _ := utf8.DecodeRune(tail)
	return r == zwj || r == vs16 || r >= 0x1F000
}

// setTail gives the last unit its tail, and the width that it has with it.
func (p *paragraph) setTail(rest []byte) {
	for len(rest) >= 3 && string(rest[len(rest)-3:]) == "\u200D" { // joins nothing
		rest = rest[:len(rest)-3]
	}
	u := &p.units[p.n-1]
	if len(rest) == 0 {
		return
	}
	if r, _ := utf8.DecodeRune(rest); r == vs16 {
		u.width, p.uneven = 2, true
	}
	t := p.intern(rest)
	if u.flags&flagTail != 0 {
		p.tails[len(p.tails)-1].s = t
		return
	}
	u.flags |= flagTail
	p.tails = append(p.tails, tail{p.n - 1, t})
}

// isTashkeel reports whether the combining mark r belongs to Arabic writing.
func isTashkeel(r rune) bool { return r >= 0x610 && r <= 0x6ED || r >= 0x898 && r <= 0x8FF }

// Bounds of what one cell carries besides its character.
const (
	maxTail  = 64 // bytes: the longest emoji sequence in use has 41
	maxMarks = 8  // combining marks on one letter: vocalised Quran text has up to 4
)

// cutTail gives the longest beginning of s, of whole characters, that a cell carries.
func cutTail(s []byte) []byte {
	end := 0
	for marks := 0; end < len(s); marks++ {
		_, size := utf8.DecodeRune(s[end:])
		if end+size > maxTail || marks == maxMarks && end > 0 && !isSequence(s) {
			break
		}
		end += size
	}
	return s[:end]
}
