package calendar

import (
	"strings"
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

// skipSpace passes over white space and the invisible marks of bidirectional text.
func skipSpace(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			return i
		}
		i += n
	}
	return i
}

// skipWord passes over the words given, in this order, each where it stands.
func skipWord(text string, i int, words ...string) int {
	for _, want := range words {
		at := skipSpace(text, i)
		if word, end := word(text, at); word == want {
			i = end
		}
	}
	return i
}

// maxWord is the longest word that is looked at, in bytes: no month is longer.
const maxWord = 32

// word gives the word at i as the tables write it, and its end: hamza seats as bare alef, no stretch, no vowel signs.
func word(text string, i int) (folded string, end int) {
	for end = i; end < len(text) && end-i < maxWord; {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		end += n
	}
	return strings.Map(fold, text[i:end]), end
}

// fold gives the letter that stands for r in the tables, -1 to drop it.
func fold(r rune) rune {
	switch {
	case r == 'أ' || r == 'إ' || r == 'آ' || r == 'ٱ':
		return 'ا'
	case r == 'ى' || r == 'ی':
		return 'ي'
	case r == 'ـ' || unicode.IsMark(r):
		return -1
	case r < utf8.RuneSelf:
		return unicode.ToLower(r)
	}
	return r
}
