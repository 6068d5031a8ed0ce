package arabic

import "unicode/utf8"

// Cut is a way to take clitics off a word.
type Cut struct {
	Start int  // bytes before the stem
	Lam   bool // the stem lacks the alef of its article: للكرملين is ل and لكرملين, which stands for الكرملين
}

// AppendCuts appends the ways to read a word as clitics and a stem, the whole word first: و or ف, then ب, ل or ك, each alone
// or both, and لل as ل before the article or before a stem that begins with ل (للكرملين, للبنان). Which of them is right
// only a list of words can tell. A stem has two letters at least.
func AppendCuts(dst []Cut, word string) []Cut {
	dst = append(dst, Cut{})
	dst = appendParticle(dst, word, 0)
	if n := clitic(word, 0, "و", "ف"); n > 0 && twoLetters(word, n) {
		dst = append(dst, Cut{Start: n})
		dst = appendParticle(dst, word, n)
	}
	return dst
}

// appendParticle appends the cuts behind ب, ل or ك at i.
func appendParticle(dst []Cut, word string, i int) []Cut {
	j := clitic(word, i, "ب", "ل", "ك")
	if j == 0 || !twoLetters(word, j) {
		return dst
	}
	dst = append(dst, Cut{Start: j})
	if letterAt(word, i, "ل") && letterAt(word, j, "ل") {
		dst = append(dst, Cut{Start: j, Lam: true})
	}
	return dst
}

// clitic gives the place behind one of the letters at i and the marks on it, 0 if none is there.
func clitic(word string, i int, letters ...string) int {
	for _, l := range letters {
		if !letterAt(word, i, l) {
			continue
		}
		for i += len(l); i < len(word); {
			c, n := classAt(word, i)
			if c != vowel && c != tatweel && c != control {
				break
			}
			i += n
		}
		return i
	}
	return 0
}

func letterAt(word string, i int, l string) bool {
	return len(word)-i >= len(l) && word[i:i+len(l)] == l
}

// twoLetters reports whether two Arabic letters or more stand behind i.
func twoLetters(word string, i int) bool {
	n := 0
	for i < len(word) && n < 2 {
		c, size := classAt(word, i)
		if c == letter {
			n++
		}
		if r, _ := utf8.DecodeRuneInString(word[i:]); r >= 0xFEF5 && r <= 0xFEFC { // lam and alef in one
			n++
		}
		i += size
	}
	return n >= 2
}
