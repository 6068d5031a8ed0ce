package bidi

import "unicode/utf8"

// unit is one character as the algorithm sees it and, unless its width is zero, as a cell shows it.
type unit struct {
	r     rune // after NFC and neutralising; a lam-alef ligature in its isolated form
	start int32
	props props
	flags flags
	width uint8
}

type flags uint8

const (
	flagBefore   flags = 1 << iota // joins the letter before it; this bit and the next index a row of forms
	flagAfter                      // joins the letter after it
	flagTail                       // has an entry in paragraph.tails
	flagToken                      // belongs to a token
	flagKeep                       // must not begin a line: the token it belongs to fits on one
	flagHold                       // white space that L1 leaves alone: a zero-width character stood after it
	flagMayBreak                   // a line may end after it (ZWSP)
)

const formMask = flagBefore | flagAfter

// The characters that reading names.
const (
	lam          = 'ل'
	nbsp         = '\u00A0'
	replacement  = utf8.RuneError
	dottedCircle = '◌'
)

// paragraph is a paragraph on its way through the algorithm. Its slices are kept from one paragraph to the next.
type paragraph struct {
	text         string
	keepTashkeel bool
	keepControls bool
	alef         props // propAlef where lam-alef ligates, 0 where not

	units    []unit // n of them, then one whose start is the end of the text
	n        int
	joiner   int      // the unit that the next letter joins
	joins    flags    // 1 where it joins on
	seen     classSet // the classes of the units
	brackets bool     // some of them are paired brackets
	uneven   bool     // some width is not 1
	zero     bool     // some width is 0
	tails    []tail
	tokens   []token

	base    uint8 // paragraph embedding level
	flat    bool  // all levels are the base
	levels  []uint8
	classes []class
	explicit
	pairs pairing
	runs  []run
	gaps  []gap

	clusters
}

// tail is what follows the character of a unit in its cell.
type tail struct {
	unit int
	s    string
}

// read decodes text into units. There are at most as many as bytes, and at least one if there are bytes.
func (p *paragraph) read(text string, o Options) {
	p.reset(text, o)
	for i := 0; i < len(text); {
		i = p.readPlain(i)
		if i < len(text) {
			i = p.readSpecial(i)
		}
	}
	if p.n == 0 && len(text) > 0 { // nothing visible: one space stands for all of it
		p.push(unit{r: ' ', props: plainOf(clWS), width: 1})
	}
	p.units[0].start = 0
	p.units[p.n] = unit{start: int32(len(text))}
	if !o.PlainTokens {
		p.findTokens(o.Width)
	}
}

func (p *paragraph) reset(text string, o Options) {
	p.text, p.keepTashkeel, p.keepControls = text, o.KeepTashkeel, o.KeepControls
	p.alef = propAlef
	if o.NoShaping {
		p.alef = 0
	}
	if need := len(text) + 2; cap(p.units) < need {
		p.units = make([]unit, need)
	}
	p.units = p.units[:cap(p.units)]
	p.n, p.joiner, p.joins, p.seen = 0, 0, 0, 0
	p.brackets, p.uneven, p.zero = false, false, false
	p.tails, p.tokens, p.levels, p.gaps = p.tails[:0], p.tokens[:0], p.levels[:0], p.gaps[:0]
}

// readPlain reads characters of one or two bytes that are cells of their own, from byte i to the first that is not or to the
// last of the text, whose place it returns.
//
// Joining is resolved on the way: a letter that joins back marks itself and the letter that waits for it. Words and the
// spaces between them change too often for branches to be foretold, so both lengths are decoded by the same arithmetic. What
// the loop keeps fits the registers, and the fields of a unit are set one by one: a literal would be put together
// elsewhere and copied.
func (p *paragraph) readPlain(i int) int {
	text, units, n := p.text, p.units, p.n
	waiting, joins, alef := &units[p.joiner], p.joins, p.alefAfter()
	held := waiting.flags
	seen := uint64(0) // by class, brackets in the upper half
	for i+1 < len(text) && uint(n) < uint(len(units)) {
		v := uint32(text[i]) | uint32(text[i+1])<<8
		two := v >> 7 & 1
		mask := -two
		if mask&(v&0xC0E0^0x80C0|(v&0xFF-0xC2)>>31) != 0 {
			break // not well-formed in two bytes
		}
		r := v&0x7F&^mask | (v<<6&0x7C0|v>>8&0x3F)&mask
		pr := propsLow[r&0x7FF]
		if pr&propKindMask != 0 {
			break
		}
		if pr&alef != 0 {
			waiting.r = lamAlef(rune(r))
			i += int(1 + two)
			joins, alef = 0, 0
			continue
		}
		back := flags(pr>>propBackShift) & joins
		waiting.flags = held | back<<1
		u := &units[n]
		u.r, u.start, u.props, u.flags, u.width = rune(r), int32(i), pr, back, 1
		i += int(1 + two)
		n++
		waiting, held, joins, alef = u, back, flags(pr>>propForwardShift)&1, 0
		if r == lam {
			alef = p.alef
		}
		seen |= 1 << (pr & (propClassMask | propBracket))
	}
	if n > p.n {
		p.joiner = n - 1
	}
	p.n, p.joins = n, joins
	p.seen |= classSet(seen) | classSet(seen>>32)
	p.brackets = p.brackets || seen>>32 != 0
	return i
}

// alefAfter gives the property of the letters that would ligate with the last unit: 0 unless it is a lam that joins on.
func (p *paragraph) alefAfter() props {
	if p.joins != 0 && p.joiner == p.n-1 && p.units[p.joiner].r == lam {
		return p.alef
	}
	return 0
}

// lamAlef gives the isolated form of the ligature of lam and an alef; its final form follows it.
func lamAlef(alef rune) rune {
	switch alef {
	case 'آ':
		return '\uFEF5'
	case 'أ':
		return '\uFEF7'
	case 'إ':
		return '\uFEF9'
	}
	return '\uFEFB'
}

// push adds a unit that joins nothing.
func (p *paragraph) push(u unit) {
	p.units[p.n] = u
	p.joiner, p.joins = p.n, 0
	p.n++
	p.note(u)
}

// pushZero adds a unit of no width, which letters join across.
func (p *paragraph) pushZero(start int, c class) {
	u := unit{start: int32(start), props: plainOf(c)}
	p.units[p.n] = u
	p.n++
	p.zero = true
	p.note(u)
}

func (p *paragraph) note(u unit) {
	p.seen |= 1 << u.props.class()
	p.brackets = p.brackets || u.props&propBracket != 0
	p.uneven = p.uneven || u.width != 1
}

// readSpecial reads what begins at byte i, and returns where it ends.
func (p *paragraph) readSpecial(i int) int {
	r, size := utf8.DecodeRuneInString(p.text[i:])
	pr := lookup(r)
	switch pr.kind() {
	case kindPlain:
		p.pushPlain(r, i, pr)
	case kindMark:
		return p.readMarks(i)
	case kindCluster:
		return p.readCluster(i)
	case kindBreak:
		if !p.keepControls {
			return p.readBreak(i)
		}
		p.push(unit{r: ' ', start: int32(i), props: plainOf(pr.class()), width: 1})
	case kindTab:
		p.push(unit{r: ' ', start: int32(i), props: plainOf(clS), width: 1})
	case kindSpace:
		p.pushSpace(r, i, pr)
	case kindJoiner:
		p.readJoiner(r)
	case kindDirMark:
		p.pushZero(i, pr.class())
	case kindIsolate:
		p.joins = 0
		p.pushZero(i, pr.class())
	case kindEmbed:
		p.readEmbed(i, pr.class())
	case kindZero:
		if pr.class() != clBN {
			p.pushZero(i, pr.class())
		}
	default: // kindControl, kindMissing
		p.push(safe(r, pr, i))
	}
	return i + size
}

// pushPlain does for one character what readPlain does for many.
func (p *paragraph) pushPlain(r rune, start int, pr props) {
	if pr&p.alefAfter() != 0 {
		p.units[p.joiner].r = lamAlef(r)
		p.joins = 0
		return
	}
	back := flags(pr>>propBackShift) & p.joins
	p.units[p.joiner].flags |= back << 1
	p.push(unit{r: r, start: int32(start), props: pr, flags: back, width: 1})
	p.joins = flags(pr>>propForwardShift) & 1
}

// readJoiner reads ZWSP, ZWNJ and ZWJ. They are of class BN, which X9 takes out of the algorithm.
func (p *paragraph) readJoiner(r rune) {
	switch r {
	case '\u200B':
		if p.n > 0 {
			p.units[p.n-1].flags |= flagMayBreak
		}
	case '\u200C':
		p.joins = 0
	case '\u200D':
		p.units[p.joiner].flags |= p.joins << 1
		p.joiner, p.joins = p.n, 1 // the next letter joins, but has no letter to tell so
	}
}

// readEmbed reads LRE, RLE, LRO, RLO and PDF: text from outside has no say in the order of its letters (UTS #55), so they
// are left out unless they are asked for. Where they are kept, letters do not join across them.
func (p *paragraph) readEmbed(i int, c class) {
	if p.keepControls {
		p.joins = 0
		p.pushZero(i, c)
	}
}

func (p *paragraph) pushSpace(r rune, start int, pr props) {
	u := unit{r: ' ', start: int32(start), props: plainOf(pr.class()), width: 1}
	switch r {
	case nbsp, '\u2007', '\u202F': // no break
		u.r = nbsp
	}
	p.push(u)
}

// readBreak reads the white space around the line break at byte i as one space, and as none at the ends of the text.
func (p *paragraph) readBreak(i int) int {
	start := int32(i)
	for p.n > 0 && p.units[p.n-1].isSpace() && p.units[p.n-1].flags&flagTail == 0 {
		p.n--
		start = p.units[p.n].start
	}
	for i < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[i:])
		k := lookup(r).kind()
		if r != ' ' && k != kindBreak && k != kindTab && (k != kindSpace || r == nbsp || r == '\u2007' || r == '\u202F') {
			break
		}
		i += size
	}
	if p.n > 0 && i < len(p.text) {
		p.push(unit{r: ' ', start: start, props: plainOf(clWS), width: 1})
	}
	p.joins = 0
	return i
}

// isSpace reports whether the unit is white space that a line may break after.
func (u *unit) isSpace() bool { return u.r == ' ' }
