package search

import "bytes"

// shortestNear is how many letters a word has at least for which words with one letter wrong are looked for.
const shortestNear = 3

// near calls a function for the words of a segment that differ from a word by one letter: one is another, one more, one less, or two that
// stand side by side changed places. What letters a word has decides for nearly all of them.
func (s *Segment) near(word []byte, do func(at int)) {
	letters := lettersOf(word)
	for i, other := range s.wordLetters() {
		differ := letters ^ other
		differ &= differ - 1
		if differ&(differ-1) != 0 { // in more than two letters
			continue
		}
		if other := s.word(i); len(other) >= len(word)-1 && len(other) <= len(word)+1 && oneLetterWrong(word, other) {
			do(i)
		}
	}
}

// oneLetterWrong reports whether two words differ by one letter, or by two side by side that changed places.
func oneLetterWrong(a, b []byte) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return len(a)+1 == len(b) && bytes.Equal(a[i:], b[i+1:])
	}
	if i == len(a) {
		return false
	}
	if bytes.Equal(a[i+1:], b[i+1:]) {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && bytes.Equal(a[i+2:], b[i+2:])
}
