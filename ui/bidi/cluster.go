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
