package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A name in Arabic letters and its Latin form are compared by classes of consonants, since the sources transliterate in many
// ways. A letter that stands for several sounds has several classes.
const (
	labial   = 1 << iota // b p f v
	dental               // t d th
	velar                // k q g gh kh x
	sibilant             // s z sh ch
	emm
	enn
	ell
	arr
)

var latinSounds = map[rune]int{
	'b': labial, 'p': labial, 'f': labial, 'v': labial, 't': dental, 'd': dental, 'k': velar, 'q': velar, 'g': velar | sibilant,
	'c': velar | sibilant, 'j': velar | sibilant, 'x': velar | sibilant, 's': sibilant | dental, 'z': sibilant | dental, 'm': emm, 'n': enn,
	'l': ell, 'r': arr, 'ł': labial | ell, 'đ': dental, 'ı': 0, 'ß': sibilant,
}

var arabicSounds = map[rune]int{
	'ب': labial, 'ف': labial, 'ت': dental, 'ط': dental, 'د': dental, 'ض': dental, 'ذ': dental | sibilant, 'ث': dental | sibilant,
	'ظ': dental | sibilant, 'س': sibilant, 'ص': sibilant, 'ز': sibilant, 'ش': sibilant | velar, 'ج': velar | sibilant, 'ك': velar,
	'ق': velar, 'غ': velar, 'خ': velar, 'م': emm, 'ن': enn, 'ل': ell, 'ر': arr,
}

// sounds gives the consonants of a name, doubled ones once.
func sounds(name string, table map[rune]int) []int {
	var found []int
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if s := table[r]; s != 0 && (len(found) == 0 || found[len(found)-1] != s) {
			found = append(found, s)
		}
	}
	return found
}

// transliterates reports whether an Arabic key may be the Latin name in Arabic letters: machine translation has put common
// words in the place of some (Male → ذكر). Two of three consonants must agree, in order.
func transliterates(key, latin string) bool {
	words := strings.Fields(key)
	for i, word := range words {
		words[i] = strings.TrimPrefix(word, "ال")
	}
	a, b := sounds(strings.Join(words, " "), arabicSounds), sounds(latin, latinSounds)
	if len(a)+len(b) == 0 {
		return true
	}
	common := make([][]int, len(a)+1) // of prefixes of a and b, in order
	common[0] = make([]int, len(b)+1)
	for i := range a {
		common[i+1] = make([]int, len(b)+1)
		for j := range b {
			common[i+1][j+1] = max(common[i][j+1], common[i+1][j])
			if a[i]&b[j] != 0 {
				common[i+1][j+1] = max(common[i+1][j+1], common[i][j]+1)
			}
		}
	}
	return 3*common[len(a)][len(b)] >= len(a)+len(b)
}
