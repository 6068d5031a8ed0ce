package search

import (
	"slices"
	"sort"

	"jarida/corpus/arabic"
)

// A phrase of two words that stand everywhere (من قبل) would be looked for among all their places. For each two frequent words that stand side
// by side, a segment has a list of where the first of them does, as if the two were a word: the combined index of Williams, Zobel and Bahle
// ("Fast phrase querying with combined indexes", 2004).
//
// Pairs are of words as they are spelled, as lists are. They are a thirteenth of all words, and a fiftieth of the text.

// The words that pairs are made of are the most frequent ones of 100,000 news articles, three tenths of all words there; no other stands there
// 11,300 times. What pairs are called follows from their places in the table: when it changes, the form in magic is to be raised. The folder
// is the one that JARIDA_CORPUS names.

//go:generate go run gen_frequent.go $JARIDA_CORPUS

// infrequent is the number of a word that is not among frequentWords.
const infrequent = -1

// frequent gives the number among frequentWords of a folded word in a spelling, as records have it.
func frequent(word, spelling []byte) int16 {
	written := string(spelling)
	if written == "" {
		written = arabic.Unfold(word)
	}
	if i, ok := slices.BinarySearch(frequentWords[:], written); ok && string(arabic.AppendFold(nil, frequentWords[i])) == string(word) {
		return int16(i)
	}
	return infrequent
}

// pair is two frequent words, the first in the upper bits.
type pair uint16

const (
	pairBits  = 8 // of the number of a word
	mostPairs = 1 << (2 * pairBits)
)

func pairOf(first, second int16) pair { return pair(first)<<pairBits | pair(second) }

// pairLists are the lists of the pairs of a segment. The zero pairLists has none.
type pairLists struct {
	pairs  numbers // ascending
	starts numbers // where the list of each begins
	lists  []byte  // of each: uvarint(articles), list
}

// append appends a list that was written.
func (p *pairLists) append(of pair, l *listWriter) {
	if l.end() == 0 {
		return
	}
	p.pairs = p.pairs.with(int(of))
	p.starts = p.starts.with(len(p.lists))
	p.lists = appendUvarint(p.lists, uint32(l.articles))
	p.lists = l.appendTo(p.lists)
}

// list gives the list of a pair, none where it does not stand anywhere.
func (p *pairLists) list(of pair) list {
	i := sort.Search(p.pairs.len(), func(i int) bool { return p.pairs.at(i) >= int(of) })
	if i == p.pairs.len() || p.pairs.at(i) != int(of) {
		return list{}
	}
	return p.at(i)
}

// at gives one of the lists.
func (p *pairLists) at(i int) list {
	end := len(p.lists)
	if i+1 < p.starts.len() {
		end = p.starts.at(i + 1)
	}
	data := p.lists[p.starts.at(i):end]
	articles, n := uvarint(data, 0)
	return list{data: data[n:], articles: int(articles)}
}

// sound reports whether the tables fit together.
func (p *pairLists) sound() bool {
	if len(p.pairs)%4 != 0 || len(p.starts) != len(p.pairs) {
		return false
	}
	before, start := -1, 0
	for i := range p.pairs.len() {
		of, from := p.pairs.at(i), p.starts.at(i)
		if of <= before || of >= mostPairs || from < start || from > len(p.lists) {
			return false
		}
		before, start = of, from
	}
	return true
}
