package story

import (
	"bytes"
	_ "embed"
	"strconv"
	"strings"

	"jarida/corpus/arabic"
)

//go:generate go run ./gen

// wordsFile says how rare words are, and what they say of two articles: see WordsFile.
//
//go:embed data/words.txt
var wordsFile string

// The names in wordsFile of all words, and of all numbers, that it does not have.
const (
	otherWord   = "?"
	otherNumber = "#"
)

// evidence is what a word of one article says for or against its telling of the same event as another: the logarithm of how much oftener
// it stands in the other where they do than where they do not, in parts of a nat, and the same of its missing there (I. J. Good, Probability
// and the Weighing of Evidence, 1950). Names are seldom missing; verbs are, and say nothing.
type evidence struct{ here, missing int8 }

// nat is 1 in the units of evidence.
const nat = 16

// entry is what is known of a word.
type entry struct {
	level   uint8
	title   evidence // where the word stands in the title
	opening evidence // and in the opening
}

// words knows words, and how to take from one what is written together with it.
type words struct {
	known      lexicon
	other      [2]entry // of a word that is not known, and of a number
	articles   [][]byte // folded: the article, with a preposition before it
	and        byte
	particle   [5]byte  // the letters that are words of their own before another
	suffixes   [][]byte // folded, the longest first
	weekdays   [7]string
	dayLetters [256]bool // with which the names of days end
}

const (
	shortestTerm  = 2 // letters
	shortestStem  = 3
	shortestAnded = 4
)

func newWords() *words {
	w := newWordCutter()
	folded := []byte(nil)
	for line := range strings.Lines(wordsFile) {
		f := strings.Fields(line)
		if len(f) != 6 {
			continue
		}
		e := entry{uint8(small(f[1])), evidence{small(f[2]), small(f[3])}, evidence{small(f[4]), small(f[5])}}
		switch f[0] {
		case otherWord:
			w.other[0] = e
		case otherNumber:
			w.other[1] = e
		default:
			folded = arabic.AppendFold(folded[:0], f[0])
			w.known.set(hashOf(folded), e)
		}
	}
	return w
}

// small reads a number of wordsFile.
func small(text string) int8 {
	n, _ := strconv.ParseInt(text, 10, 8)
	return int8(n)
}

// newWordCutter makes words of which none is known.
func newWordCutter() *words {
	w := &words{and: arabic.AppendFold(nil, "و")[0], known: newLexicon()}
	w.other[0].level, w.other[1].level = unknownLevel, unknownLevel
	for _, s := range [...]string{"ال", "بال", "كال", "فال", "لل"} {
		w.articles = append(w.articles, arabic.AppendFold(nil, s))
	}
	copy(w.particle[:], arabic.AppendFold(nil, "بلفكس"))
	for _, s := range [...]string{"ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "ا"} {
		w.suffixes = append(w.suffixes, arabic.AppendFold(nil, s))
	}
	for i, s := range [...]string{"أحد", "اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت"} {
		folded := arabic.AppendFold(nil, s)
		w.weekdays[i] = string(folded)
		w.dayLetters[folded[len(folded)-1]] = true
	}
	return w
}

// stem gives a folded word without what is written together with it: "and", the article, one suffix (L. Larkey et al., Light Stemming for
// Arabic Information Retrieval, 2007), and a particle where the word is not known with it and is without.
func (w *words) stem(word []byte) []byte {
	_, stem := w.cut(word)
	return stem
}

// cut gives a folded word without what stands before it, and its stem.
func (w *words) cut(word []byte) (cut, stem []byte) {
	cut = w.plain(word)
	stem = w.bare(cut)
	if len(stem) <= shortestStem || bytes.IndexByte(w.particle[:], stem[0]) < 0 || w.known.has(hashOf(stem)) || !w.known.has(hashOf(stem[1:])) {
		return cut, stem
	}
	return cut[1:], stem[1:]
}

// plain takes "and" and the article from a word.
func (w *words) plain(word []byte) []byte {
	if len(word) > shortestAnded && word[0] == w.and {
		word = word[1:]
	}
	for _, a := range w.articles {
		if len(word) >= len(a)+shortestStem && bytes.HasPrefix(word, a) {
			return word[len(a):]
		}
	}
	return word
}

// bare takes a suffix from a word.
func (w *words) bare(word []byte) []byte {
	for _, s := range w.suffixes {
		if len(word) >= len(s)+shortestStem && bytes.HasSuffix(word, s) {
			return word[:len(word)-len(s)]
		}
	}
	return word
}

// weekday gives the day of the week that a folded word names, noWeekday for none. Without the article they are other words: Sunday is "one
// of", Thursday a town.
func (w *words) weekday(word []byte) int8 {
	if !w.dayLetters[word[len(word)-1]] {
		return noWeekday
	}
	if len(word) > shortestAnded && word[0] == w.and {
		word = word[1:]
	}
	for _, a := range w.articles {
		if !bytes.HasPrefix(word, a) {
			continue
		}
		for i, day := range w.weekdays {
			if string(word[len(a):]) == day {
				return int8(i)
			}
		}
	}
	return noWeekday
}

// of gives what is known of a stem, or of a number, by its hash.
func (w *words) of(hash uint64, isNumber bool) entry {
	if e, ok := w.known.get(hash); ok {
		return e
	}
	if isNumber {
		return w.other[1]
	}
	return w.other[0]
}
