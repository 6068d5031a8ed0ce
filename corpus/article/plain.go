package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dropMarks leaves out the characters that show nothing and join nothing.
func dropMarks(s string) string {
	if !hasMarks(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isMark(r) {
			return -1
		}
		return r
	}, s)
}

// hasMarks reports whether there is a mark. Of what begins with D8 in UTF-8 these are U+0600–0605 and U+061C, of D9 none.
func hasMarks(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		switch c := s[i]; {
		case c < 0xc2 || c == 0xd9:
		case c == 0xd8:
			if next := s[i+1]; next >= 0x80 && next <= 0x85 || next == 0x9c {
				return true
			}
		default:
			if r, _ := utf8.DecodeRuneInString(s[i:]); isMark(r) {
				return true
			}
		}
	}
	return false
}

// mayHaveMarks looks for the bytes that begin a mark in UTF-8: U+00AD, U+0600–061C, and whatever is beyond the Arabic letters.
func mayHaveMarks(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		switch c := s[i]; {
		case c < 0xc2 || c == 0xd9:
		case c != 0xd8 || s[i+1] <= 0x9c:
			return true
		}
	}
	return false
}

func isMark(r rune) bool {
	if r < 0xad || r >= 'ء' && r <= 'ي' {
		return false
	}
	return unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d'
}

// validPrefix gives the first n bytes of a text, less what would cut a character.
func validPrefix(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// foldSpace gives a text with single spaces for all white space within; most have no other.
func foldSpace(s string) string {
	before := byte(0)
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c == ' ' && before == ' ' || c >= 0xc2 && c <= 0xe3 && wideRune(s[i:]) {
			return strings.Join(strings.Fields(s), " ")
		}
		before = c
	}
	return s
}

// wideRune reports whether a text begins with white space beyond ASCII: NEL or the no-break space, which C2 begins, or what E1 to E3 begin.
func wideRune(s string) bool {
	switch s[0] {
	case 0xc2, 0xe1, 0xe2, 0xe3:
		return startsWithSpace(s)
	}
	return false
}

// validSuffix gives the last n bytes of a text, less what would cut a character.
func validSuffix(s string, n int) string {
	if len(s) <= n {
		return s
	}
	at := len(s) - n
	for at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return s[at:]
}
