package main

import "strings"

// classes in the numbering of golang.org/x/text/unicode/bidi.
var classes = map[string]uint16{
	"L": 0, "R": 1, "EN": 2, "ES": 3, "ET": 4, "AN": 5, "CS": 6, "B": 7, "S": 8, "WS": 9, "ON": 10, "BN": 11, "NSM": 12, "AL": 13,
	"LRO": 16, "RLO": 17, "LRE": 18, "RLE": 19, "PDF": 20, "LRI": 21, "RLI": 22, "FSI": 23, "PDI": 24,
}

// The kinds of props.go, in its order.
const (
	kindPlain uint16 = iota
	kindMark
	kindZero
	kindJoiner
	kindDirMark
	kindEmbed
	kindIsolate
	kindSpace
	kindBreak
	kindTab
	kindControl
	kindMissing
	kindCluster
)

// pack gives the properties of r in the form of props.go.
func (u *ucd) pack(r rune) uint16 {
	p := classes[u.bidiClass(r)] | u.kind(r)<<6
	switch u.joining[r] {
	case "R":
		p |= 1 << 10
	case "L":
		p |= 1 << 11
	case "D", "C":
		p |= 1<<10 | 1<<11
	}
	if u.mirrored[r] != "" {
		p |= 1 << 12
	}
	if u.bracket[r] != "" {
		p |= 1 << 5
	}
	switch r {
	case 0x622, 0x623, 0x625, 0x627: // the alefs of the lam-alef ligatures U+FEF5–FEFC
		p |= 1 << 13
	}
	if u.closes(r) {
		p |= 1 << 14
	}
	if u.line[r] == "OP" || r == '«' {
		p |= 1 << 15
	}
	return p
}

// shortClasses gives the short names of the classes that unassigned characters have.
var shortClasses = map[string]string{
	"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET", "Boundary_Neutral": "BN",
}

func (u *ucd) bidiClass(r rune) string {
	if c := u.class[r]; c != "" {
		return c
	}
	return shortClasses[u.defaults[r]]
}

// closes reports whether a line must not begin with r (UAX #14 LB13; the postfix signs are LB25's, the guillemet is Arabic usage). The
// separators of Arabic numbers, digits to UAX #14, are as the European ones in whose place they are shown: lines are the same in any digits.
func (u *ucd) closes(r rune) bool {
	switch u.line[r] {
	case "CL", "CP", "EX", "IS", "NS", "IN", "PO":
		return true
	}
	return r == '»' || r == '٫' || r == '٬'
}

func (u *ucd) kind(r rune) uint16 {
	switch {
	case r >= '\n' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return kindBreak
	case r == '\t':
		return kindTab
	case u.category[r] == "Cc":
		return kindControl
	case r == 0x200E || r == 0x200F || r == 0x61C:
		return kindDirMark
	case r >= 0x202A && r <= 0x202E:
		return kindEmbed
	case r >= 0x2066 && r <= 0x2069:
		return kindIsolate
	case r == 0x200B || r == 0x200C || r == 0x200D:
		return kindJoiner
	case u.grapheme[r] == "Prepend":
		return kindMissing
	}
	return u.visibleKind(r)
}

func (u *ucd) visibleKind(r rune) uint16 {
	switch category := u.category[r]; {
	case category == "Cf" || u.bidiClass(r) == "BN" && category != "Cn":
		return kindZero
	case category == "" || strings.Contains("Cn Co Cs", category):
		return kindMissing
	case category == "Mn" || category == "Me":
		return kindMark
	case category == "Zs" && r == ' ':
		return kindPlain
	case category == "Zs":
		return kindSpace
	case u.grapheme[r] != "" || u.width[r] == "W" || u.width[r] == "F" || u.nfc[r] != "":
		return kindCluster
	}
	return kindPlain
}
