package article

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences gives the byte ranges of the sentences of text, without the white space around them. text is one paragraph:
// its line breaks do not end a sentence.
func Sentences(text string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for start := skipSpace(text, 0); start < len(text); {
			end := sentenceEnd(text, start)
			if !yield(start, end) {
				return
			}
			start = skipSpace(text, end)
		}
	}
}

// sentenceEnd gives the end of the sentence that begins at start: behind its full stop, question or exclamation mark and
// the closing quotes and brackets that follow, or the end of text.
//
// A stop ends a sentence only before white space, so that numbers, addresses and "أ.ف.ب" stay whole, and not behind a
// single letter ("د. أحمد", "U. S."), which is an abbreviation in both scripts.
func sentenceEnd(text string, start int) int {
	for i := start; i < len(text); {
		if c := text[i]; c < 0xd8 && c != '.' && c != '!' && c != '?' || c == 0xd9 || c == 0xda {
			i++ // no stop begins with it, nor with what follows a letter's first byte
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if !isStop(r) {
			continue
		}
		end := i
		for end < len(text) {
			r, n := utf8.DecodeRuneInString(text[end:])
			if !isStop(r) && !isCloser(r) {
				break
			}
			end += n
		}
		if end == len(text) || startsWithSpace(text[end:]) && !abbreviation(text[start:i], r) {
			return end
		}
		i = end
	}
	return len(strings.TrimRightFunc(text, unicode.IsSpace))
}

func isStop(r rune) bool {
	switch r {
	case '.', '!', '?', '؟', '…', '۔', '。':
		return true
	}
	return false
}

func isCloser(r rune) bool {
	switch r {
	case '"', '\'', '»', '”', '’', ')', ']', '›':
		return true
	}
	return false
}

// abbreviation reports whether the full stop at the end of s stands behind a single letter.
func abbreviation(s string, stop rune) bool {
	if stop != '.' {
		return false
	}
	s = s[:len(s)-1]
	last, n := utf8.DecodeLastRuneInString(s)
	before, m := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return unicode.IsLetter(last) && (m == 0 || !unicode.IsLetter(before) && !unicode.IsMark(before))
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

func skipSpace(s string, i int) int {
	return i + len(s[i:]) - len(strings.TrimLeftFunc(s[i:], unicode.IsSpace))
}
