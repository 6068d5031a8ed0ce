package bidi

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

// clusters reads what takes more than one character to a cell, or more than one column. Cells are the grapheme clusters of
// the library that the renderers of the terminal use, so that both count the same columns.
type clusters struct {
	next     *graphemes.Iterator[string]
	probe    *graphemes.Iterator[[]byte]
	source   []byte // the cluster as it stands in the text
	buf      []byte // what is shown of it
	interned map[string]string
	composed map[string]string // clusters in NFC, which takes memory to find
}

// maxInterned bounds the tails and clusters remembered from one paragraph to the next.
const maxInterned = 1024

// normal gives the cluster in NFC.
func (c *clusters) normal(cluster []byte) string {
	if s, ok := c.composed[string(cluster)]; ok {
		return s
	}
	if c.composed == nil || len(c.composed) >= maxInterned {
		c.composed = map[string]string{}
	}
	s := string(norm.NFC.Bytes(cluster))
	if len(cluster) <= maxTail {
		c.composed[string(cluster)] = s
	}
	return s
}

// intern gives a string of the bytes without allocating where it was given before.
func (c *clusters) intern(b []byte) string {
	if s, ok := c.interned[string(b)]; ok {
		return s
	}
	if c.interned == nil || len(c.interned) >= maxInterned {
		c.interned = map[string]string{}
	}
	s := string(b)
	c.interned[s] = s
	return s
}

// first gives the grapheme cluster at the beginning of s, up to the first byte that is not UTF-8: what the library makes of
// those is undefined.
func (c *clusters) first(s string) string {
	if c.next == nil {
		c.next = graphemes.FromString("")
	}
	c.next.SetText(s)
	c.next.Next()
	cluster := c.next.Value()
	for i, r := range cluster {
		if _, size := utf8.DecodeRuneInString(cluster[i:]); r == utf8.RuneError && size == 1 {
			return cluster[:i]
		}
	}
	return cluster
}

// together reports whether a and b are one grapheme cluster.
func (c *clusters) together(a, b rune) bool {
	if c.probe == nil {
		c.probe = graphemes.FromBytes(nil)
	}
	c.buf = utf8.AppendRune(utf8.AppendRune(c.buf[:0], a), b)
	c.probe.SetText(c.buf)
	c.probe.Next()
	return len(c.probe.Value()) == len(c.buf)
}

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

// readCluster reads the grapheme cluster at byte i, or the part of one that belongs to the unit before.
func (p *paragraph) readCluster(i int) int {
	r, size := utf8.DecodeRuneInString(p.text[i:])
	if isWide(r) {
		p.push(unit{r: r, start: int32(i), props: plainOf(clL), width: 2})
		return i + size
	}
	pr := lookup(r)
	switch {
	case unicode.Is(unicode.Cf, r) || pr.class() == clBN:
		if pr.class() != clBN {
			p.pushZero(i, pr.class())
		}
		return i + size
	case !unicode.IsGraphic(r):
		p.push(safe(r, pr, i))
		return i + size
	}
	cluster := p.first(p.text[i:])
	if p.n > 0 && p.units[p.n-1].width > 0 && p.extends(&p.units[p.n-1], r) {
		p.attach(cluster)
		p.settle(&p.units[p.n-1])
		p.restClasses(i, cluster, p.units[p.n-1].props.class())
		return i + len(cluster)
	}
	p.pushCluster(i, r, pr, cluster)
	return i + len(cluster)
}

// isWide reports whether r is an ideograph, a kana or a Hangul syllable: a wide letter that is a cluster by itself, and in NFC.
func isWide(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x3041 && r <= 0x3096 || r >= 0x30A1 && r <= 0x30FA ||
		r >= 0xAC00 && r <= 0xD7A3
}

// extends reports whether r belongs into the cell of the unit before it: it belongs to any, or to its syllable.
func (p *paragraph) extends(before *unit, r rune) bool {
	return p.together('a', r) || unicode.Is(unicode.Hangul, r) && before.flags&flagTail == 0 && p.together(before.r, r)
}

func (p *paragraph) pushCluster(i int, r rune, pr props, cluster string) {
	if p.together('a', r) {
		p.readLoneMarks(i, i+len(cluster))
		return
	}
	p.push(unit{r: r, start: int32(i), props: pr &^ propKindMask, width: 1})
	u := &p.units[p.n-1]
	p.source = append(p.source[:0], cluster...)
	p.compose(u)
	if u.width == 1 {
		u.width = uint8(displaywidth.Rune(u.r))
	}
	p.settle(u)
	if u.width == 0 {
		p.zero = true
	}
	p.uneven = p.uneven || u.width != 1
	p.restClasses(i, cluster, pr.class())
}

// settle replaces a character that would fuse with whatever cell comes to stand beside it.
func (p *paragraph) settle(u *unit) {
	last := u.r
	if u.flags&flagTail != 0 {
		last, _ = utf8.DecodeLastRuneInString(p.tails[len(p.tails)-1].s)
	}
	switch {
	case isJamo(u.r) && !p.isSyllable(u), p.together(last, 'a'):
		u.r, u.width = replacement, 1
		p.dropTail(u)
	case u.flags&flagTail == 0 && u.r >= 0x1F1E6 && u.r <= 0x1F1FF: // half a flag: its letter
		u.r, u.width = 'A'+u.r-0x1F1E6, 1
	case last != u.r && p.together(last, last): // a virama at the end of what may be half a conjunct
		p.closeConjunct(u)
	}
}

// closeConjunct keeps the last unit from forming a conjunct with the consonant that may come to stand after it.
func (p *paragraph) closeConjunct(u *unit) {
	t := p.tails[len(p.tails)-1].s
	p.source = append(append(utf8.AppendRune(p.source[:0], u.r), t...), "क"...)
	p.probe.SetText(p.source)
	p.probe.Next()
	if len(p.probe.Value()) == len(p.source) {
		p.buf = utf8.AppendRune(append(p.buf[:0], t...), zwnj)
		p.setTail(p.buf)
	}
}

// isJamo reports whether r is a conjoining jamo.
func isJamo(r rune) bool {
	return r >= 0x1100 && r <= 0x11FF || r >= 0xA960 && r <= 0xA97F || r >= 0xD7B0 && r <= 0xD7FF
}

// isSyllable reports whether the jamo of the last unit are a leading consonant and a vowel, at least.
func (p *paragraph) isSyllable(u *unit) bool {
	if u.flags&flagTail == 0 || u.r >= 0x1160 && u.r <= 0x11FF || u.r >= 0xD7B0 {
		return false
	}
	for _, r := range p.tails[len(p.tails)-1].s {
		if r >= 0x1160 && r <= 0x11A7 || r >= 0xD7B0 && r <= 0xD7C6 {
			return true
		}
	}
	return false
}

func (p *paragraph) dropTail(u *unit) {
	if u.flags&flagTail != 0 {
		u.flags &^= flagTail
		p.tails = p.tails[:len(p.tails)-1]
	}
}

// restClasses lets the algorithm know of the characters after the first of a cluster.
func (p *paragraph) restClasses(i int, cluster string, base class) {
	for k, r := range cluster {
		if c := lookup(r).class(); k > 0 && c != base && p.units[p.n-1].width > 0 {
			p.markClass(i+k, c)
		}
	}
}
