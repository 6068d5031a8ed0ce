package bidi

import "unicode/utf8"

// safe gives the unit shown in place of a character that must not reach a terminal, or that terminals and renderers do not
// agree on: control pictures for C0 and DEL, U+FFFD for C1, bytes that are not UTF-8, and private or unassigned
// characters. The Arabic signs that enclose the digits after them (U+0600–0605, U+06DD, U+070F …) take a cell on terminals and none in
// renderers: the end of ayah becomes a circle, the others U+FFFD. They keep their class, so that nothing changes places.
func safe(r rune, pr props, start int) unit {
	u := unit{r: replacement, start: int32(start), props: plainOf(pr.class()), width: 1}
	switch {
	case r < 0x20:
		u.r = 0x2400 + r
		u.props = plainOf(clON)
	case r == 0x7F:
		u.r = '␡'
		u.props = plainOf(clON)
	case r < 0xA0:
		u.props = plainOf(clON)
	case r == 0x6DD:
		u.r = '○'
	}
	if c := u.props.class(); c == clBN || c >= clLRO {
		u.props = plainOf(clON)
	}
	return u
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
