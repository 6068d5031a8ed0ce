package calendar

import (
	"unicode"
	"unicode/utf8"
)

// digitAt reports whether a decimal digit of the Western, Arabic or Persian set begins at i.
func digitAt(text string, i int) bool {
	_, n := digit(text, i)
	return n > 0
}

// digit gives the value and the length in bytes of the digit at i, length 0 if there is none.
func digit(text string, i int) (value, length int) {
	switch {
	case i >= len(text):
	case text[i] >= '0' && text[i] <= '9':
		return int(text[i] - '0'), 1
	case i+1 >= len(text):
	case text[i] == 0xd9 && text[i+1] >= 0xa0 && text[i+1] <= 0xa9: // U+0660–0669
		return int(text[i+1] - 0xa0), 2
	case text[i] == 0xdb && text[i+1] >= 0xb0 && text[i+1] <= 0xb9: // U+06F0–06F9
		return int(text[i+1] - 0xb0), 2
	}
	return 0, 0
}

// nextDigit gives where the next digit from i begins, the length of the text if there is none.
func nextDigit(text string, i int) int {
	for ; i < len(text); i++ {
		c := text[i]
		if c-'0' < 10 {
			return i
		}
		if c|2 == 0xdb && i+1 < len(text) && (c == 0xd9 && text[i+1]-0xa0 < 10 || c == 0xdb && text[i+1]-0xb0 < 10) {
			return i
		}
	}
	return i
}

// number reads the number at i. Its value saturates: nobody asks for more than five digits.
func number(text string, i int) (value, digits, end int) {
	for {
		d, n := digit(text, i)
		if n == 0 {
			return value, digits, i
		}
		if digits < 6 {
			value = value*10 + d
		}
		digits++
		i += n
	}
}

// spaceAt gives the length in bytes of the white space or the invisible mark of bidirectional text at i, 0 if there is none.
func spaceAt(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch c := text[i]; {
	case c == ' ' || c >= '\t' && c <= '\r':
		return 1
	case c < 0xc2 || c > 0xd8 && c < 0xe0:
		return 0 // ASCII, or one of the Arabic letters that most bytes are of
	case c == 0xd8 && (i+1 == len(text) || text[i+1] != 0x9c):
		return 0 // a letter too, not U+061C, the Arabic letter mark
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
		return n
	}
	return 0
}

// skipSpace passes over white space and the invisible marks of bidirectional text.
func skipSpace(text string, i int) int {
	for n := spaceAt(text, i); n > 0; n = spaceAt(text, i) {
		i += n
	}
	return i
}

// sameLine passes over white space like skipSpace, but for a blank line: what stands behind that is no part of one date. It gives i
// itself there.
func sameLine(text string, i int) int {
	end, lines := i, 0
	for n := spaceAt(text, end); n > 0; n = spaceAt(text, end) {
		if text[end] == '\n' {
			lines++
		}
		end += n
	}
	if lines > 1 {
		return i
	}
	return end
}

// separated reads a separator and a number of one or two digits behind it.
func separated(text string, i int, separators string) (value, end int, mark byte, ok bool) {
	next, ok := separator(text, i, separators)
	if !ok || !digitAt(text, next) {
		return 0, 0, 0, false
	}
	mark = text[skipSpace(text, i)]
	value, digits, end := number(text, next)
	return value, end, mark, digits <= 2
}

// separator passes over one of the separators and the spaces around it.
func separator(text string, i int, separators string) (end int, ok bool) {
	i = skipSpace(text, i)
	for k := 0; k < len(separators) && i < len(text); k++ {
		if text[i] == separators[k] {
			return skipSpace(text, i+1), true
		}
	}
	return i, false
}
