package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

//go:generate go run ./gen

// class is a Bidi_Class, numbered as in golang.org/x/text/unicode/bidi.
type class uint8

const (
	clL   = class(bidi.L)
	clR   = class(bidi.R)
	clEN  = class(bidi.EN)
	clES  = class(bidi.ES)
	clET  = class(bidi.ET)
	clAN  = class(bidi.AN)
	clCS  = class(bidi.CS)
	clB   = class(bidi.B)
	clS   = class(bidi.S)
	clWS  = class(bidi.WS)
	clON  = class(bidi.ON)
	clBN  = class(bidi.BN)
	clNSM = class(bidi.NSM)
	clAL  = class(bidi.AL)
	clLRO = class(bidi.LRO)
	clRLO = class(bidi.RLO)
	clLRE = class(bidi.LRE)
	clRLE = class(bidi.RLE)
	clPDF = class(bidi.PDF)
	clLRI = class(bidi.LRI)
	clRLI = class(bidi.RLI)
	clFSI = class(bidi.FSI)
	clPDI = class(bidi.PDI)
)

// classSet is a set of classes.
type classSet uint32

func setOf(classes ...class) classSet {
	var s classSet
	for _, c := range classes {
		s |= 1 << c
	}
	return s
}

func (s classSet) has(c class) bool { return s>>c&1 != 0 }

// Sets that the rules name.
const (
	setRTL      classSet = 1<<clR | 1<<clAL
	setStrong   classSet = 1<<clL | 1<<clR | 1<<clAL
	setIsolates classSet = 1<<clLRI | 1<<clRLI | 1<<clFSI | 1<<clPDI
	setEmbeds   classSet = 1<<clLRE | 1<<clRLE | 1<<clLRO | 1<<clRLO | 1<<clPDF
	// setBlank is what L1 resets at the end of a line.
	setBlank = setIsolates | setEmbeds | 1<<clWS | 1<<clBN
)

// props is what the package knows of a character, packed by gen:
//
//	bits 0–4   class
//	bit  5     is a paired bracket
//	bits 6–9   kind
//	bit  10    joins the letter before it
//	bit  11    joins the letter after it
//	bit  12    has a mirror image
//	bit  13    is an alef that ligates with a lam
//	bit  14    must not begin a line
//	bit  15    must not end a line
type props uint16

// kind says how a character is read.
type kind uint8

const (
	kindPlain   kind = iota // itself, one column, a grapheme cluster of its own
	kindMark                // combining mark
	kindZero                // has no width and is never shown
	kindJoiner              // ZWSP, ZWNJ, ZWJ
	kindDirMark             // LRM, RLM, ALM
	kindEmbed               // LRE, RLE, LRO, RLO, PDF
	kindIsolate             // LRI, RLI, FSI, PDI
	kindSpace               // a space other than U+0020
	kindBreak               // a line or paragraph break
	kindTab                 // TAB
	kindControl             // any other C0, DEL, C1
	kindMissing             // unassigned, private, or miscounted by renderers: shown as something else
	kindCluster             // wide, or part of a grapheme cluster, or not in NFC
)

const (
	propBackShift          = 10
	propForwardShift       = 11
	propBracket      props = 1 << 5
	propMirrored     props = 1 << 12
	propAlef         props = 1 << 13
	propNoStart      props = 1 << 14
	propNoEnd        props = 1 << 15

	propClassMask props = 0x1F
	propKindMask  props = 0xF << 6
)

func (p props) class() class { return class(p & propClassMask) }
func (p props) kind() kind   { return kind(p >> 6 & 0xF) }

// plainOf gives the properties of a plain character of class c.
func plainOf(c class) props { return props(c) }

// lookup gives the properties of r: from the tables for the characters of Arabic and European text, otherwise put together
// from the tables of x/text. Letters outside the tables join nothing: they have no presentation forms.
func lookup(r rune) props {
	if uint32(r) < uint32(len(propsLow)) {
		return propsLow[r]
	}
	return lookupHigh(r)
}

func lookupHigh(r rune) props {
	switch {
	case r >= 0x2000 && r < 0x2000+rune(len(propsGeneral)):
		return propsGeneral[r-0x2000]
	case r >= 0xFB00 && r <= 0xFFFF:
		return propsForms[r-0xFB00]
	}
	return lookupRest(r)
}

func lookupRest(r rune) props {
	p, _ := bidi.LookupRune(r)
	pr := props(p.Class()) | props(kindCluster)<<6
	if r > 0x3100 { // no brackets, mirror images or punctuation from here on
		return pr
	}
	if _, ok := mirror(r); ok {
		pr |= propMirrored
	}
	if _, ok := findBracket(r); ok {
		pr |= propBracket
	}
	switch r {
	case '、', '。', '」', '』', '】', '〉', '》', '〕', '〗', '〙', '〛', '・', 'ー':
		pr |= propNoStart
	case '「', '『', '【', '〈', '《', '〔', '〖', '〘', '〚':
		pr |= propNoEnd
	}
	return pr
}

// mirror gives the mirror image of r (L4).
func mirror(r rune) (rune, bool) {
	if r > 0xFFFF {
		return r, false
	}
	i, ok := slices.BinarySearchFunc(mirrors[:], uint16(r), func(m [2]uint16, r uint16) int { return int(m[0]) - int(r) })
	if !ok {
		return r, false
	}
	return rune(mirrors[i][1]), true
}

// bracket is a paired bracket: its pair is known by its opening character.
type bracket struct {
	r, opening uint16
	opens      bool
}

func findBracket(r rune) (bracket, bool) {
	if r > 0xFFFF {
		return bracket{}, false
	}
	i, ok := slices.BinarySearchFunc(brackets[:], uint16(r), func(b bracket, r uint16) int { return int(b.r) - int(r) })
	if !ok {
		return bracket{}, false
	}
	return brackets[i], true
}
