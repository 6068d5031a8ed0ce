package search

import (
	"bytes"
	"cmp"
	"slices"

	"jarida/corpus/arabic"
)

// wordSorter is memory for sorting words.
type wordSorter struct{ from, to []sortedWord }

// sortedWord is a word with what it is sorted by.
type sortedWord struct {
	letters uint64 // the first letters, see arabic.Order
	word    spelled
	number  int32
	alone   bool // it has no other spelling
}

// The words are sorted by one digit of their letters after the other, the lowest first.
const (
	digitBits = 10
	digits    = arabic.OrderBits / digitBits
)

// sorted gives the words in the order of their folded letters, a word before its other spellings, and these by their bytes. It is valid until
// the next call. The counts are cleared.
func (t *spellings) sorted() []sortedWord {
	s := &t.sorter
	s.from = slices.Grow(s.from[:0], len(t.all))[:len(t.all)]
	s.to = slices.Grow(s.to[:0], len(t.all))[:len(t.all)]
	for i, w := range t.all {
		s.from[i] = sortedWord{letters: t.letters(w), word: w, number: int32(i)}
	}
	s.sort()
	for first := 0; first < len(s.from); {
		behind := first + 1
		for behind < len(s.from) && s.from[behind].letters == s.from[first].letters {
			behind++
		}
		if s.from[first].alone = behind == first+1; !s.from[first].alone {
			slices.SortFunc(s.from[first:behind], t.compare)
		}
		first = behind
	}
	t.counts = slices.Grow(t.counts[:0], len(t.all))[:len(t.all)]
	clear(t.counts)
	return s.from
}

// letters gives the first letters of a word. Those of other scripts are behind all of Arabic.
func (t *spellings) letters(w spelled) uint64 {
	if w.isPacked() {
		return arabic.Packed(w).Order()
	}
	t.folded = t.appendTo(t.folded[:0], w)
	folded, _, _ := bytes.Cut(t.folded, []byte{0})
	return arabic.Order(folded)
}

// sort sorts the words in from by their letters, with the memory of to.
func (s *wordSorter) sort() {
	var counts [digits][1 << digitBits]int32
	for i := range s.from {
		for d := range counts {
			counts[d][s.from[i].letters>>(d*digitBits)&(1<<digitBits-1)]++
		}
	}
	for d := range counts {
		next, sum := &counts[d], int32(0)
		for i, n := range next {
			next[i], sum = sum, sum+n
		}
		for i := range s.from {
			n := &next[s.from[i].letters>>(d*digitBits)&(1<<digitBits-1)]
			s.to[*n] = s.from[i]
			*n++
		}
		s.from, s.to = s.to, s.from
	}
}

// compare compares two words of the same first letters.
func (t *spellings) compare(a, b sortedWord) int {
	if a.word.isPacked() && b.word.isPacked() { // the same word
		return cmp.Compare(spellingOrder(a.word), spellingOrder(b.word))
	}
	t.folded, t.spelling = t.appendTo(t.folded[:0], a.word), t.appendTo(t.spelling[:0], b.word)
	return bytes.Compare(t.folded, t.spelling) // the spelling is behind a zero byte
}

// spellingOrder gives the number by which packed words are sorted that are the same but for their spelling.
func spellingOrder(w spelled) spelled {
	if arabic.Packed(w).Plain() {
		return 0
	}
	return w
}

// appendWord appends a packed word as others would have it.
func appendWord(dst []byte, w spelled) []byte {
	dst, plain := arabic.Packed(w).AppendFold(dst)
	if plain {
		return dst
	}
	return arabic.Packed(w).AppendSpelling(append(dst, 0))
}
