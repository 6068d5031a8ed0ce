package search

import (
	"bytes"
	"slices"
	"sort"
)

// sortedWords is a lexicon for tests that takes no longer than a real one.
type sortedWords struct {
	text  []byte
	at    []int32
	count []int32
}

func newSortedWords(counts map[string]int) *sortedWords {
	var all []string
	for w := range counts {
		all = append(all, w)
	}
	slices.Sort(all)
	s := &sortedWords{}
	for _, w := range all {
		s.at, s.count = append(s.at, int32(len(s.text))), append(s.count, int32(counts[w]))
		s.text = append(s.text, w...)
	}
	s.at = append(s.at, int32(len(s.text)))
	return s
}

func (s *sortedWords) word(i int) []byte { return s.text[s.at[i]:s.at[i+1]] }

func (s *sortedWords) search(word []byte) int {
	return sort.Search(len(s.count), func(i int) bool { return bytes.Compare(s.word(i), word) >= 0 })
}

func (s *sortedWords) Known(word []byte) int {
	if i := s.search(word); i < len(s.count) && bytes.Equal(s.word(i), word) {
		return int(s.count[i])
	}
	return 0
}

func (s *sortedWords) Begins(prefix []byte) bool {
	i := s.search(prefix)
	return i < len(s.count) && bytes.HasPrefix(s.word(i), prefix)
}

func (s *sortedWords) Words(yield func(word []byte, articles int) bool) {
	for i, n := range s.count {
		if !yield(s.word(i), int(n)) {
			return
		}
	}
}
