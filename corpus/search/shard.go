package search

import (
	"bytes"
	"slices"
	"sort"

	"jarida/corpus/arabic"
)

// shard is some names of a list, and the words of these: each word once, in the order of the alphabet, with all its places. What a query asks
// for stands in words, of which there are a tenth as many as places.
type shard struct {
	first int      // the number of its first name
	text  []byte   // the folded names, a space before each
	at    []uint32 // by name: where its space is in text; one more: the end

	vocabulary []byte   // the words, a space before each
	wordAt     []uint32 // by word: where its space is in vocabulary; one more: the end
	letters    []uint64 // by word: its letters
	placesAt   []uint32 // by word: where its places begin; one more: the end
	places     []nameAt // of all words, those of each in the order of the names
}

// shardNames is how many names a shard has: as many as 16 bits number, and a millisecond's work for a query.
const shardNames = 1 << 16

// nameAt is a place of a word: in the upper 16 bits the number of the name in its shard, in the lower ones where in the folded name the
// space before the word is, in bytes.
type nameAt uint32

// meanName is about how many bytes a folded title has (57 in 100,000 of them).
const meanName = 64

// farOff is where a word is said to be that is there or further behind.
const farOff = 1<<16 - 1

func (p nameAt) name() int { return int(p >> 16) }
func (p nameAt) at() int   { return int(p & farOff) }

// len gives the number of names.
func (s *shard) len() int { return len(s.at) - 1 }

// folded gives a name as it is searched, behind a space.
func (s *shard) folded(i int) []byte { return s.text[s.at[i]:s.at[i+1]] }

// word gives a word behind a space.
func (s *shard) word(w int) []byte { return s.vocabulary[s.wordAt[w]:s.wordAt[w+1]] }

// placesOf gives the places of a word.
func (s *shard) placesOf(w int) []nameAt { return s.places[s.placesAt[w]:s.placesAt[w+1]] }

// beginning gives the range of the words that begin so.
func (s *shard) beginning(prefix []byte) (from, to int) {
	from = sort.Search(len(s.letters), func(w int) bool { return bytes.Compare(s.word(w)[1:], prefix) >= 0 })
	n := sort.Search(len(s.letters)-from, func(w int) bool { return !bytes.HasPrefix(s.word(from + w)[1:], prefix) })
	return from, from + n
}

// shardBuilder makes shards, and keeps its memory from one to the next.
type shardBuilder struct {
	terms  terms
	text   []byte
	tokens []wordIn
	counts []uint32
}

// wordIn is a word of a name.
type wordIn struct {
	term  int32
	place nameAt
}

// build makes the shard of n names from a number on.
func (b *shardBuilder) build(first, n int, name func(i int) string) shard {
	s := shard{first: first, at: make([]uint32, n+1)}
	b.terms.reset()
	b.text, b.tokens = slices.Grow(b.text[:0], n*meanName), b.tokens[:0]
	for i := range n {
		s.at[i] = uint32(len(b.text))
		b.text = append(b.text, arabic.FoldedSpace)
		b.text = arabic.AppendFold(b.text, name(first+i))
		b.split(i, b.text[s.at[i]:])
	}
	s.at[n] = uint32(len(b.text))
	s.text = slices.Clone(b.text)
	b.words(&s)
	return s
}

// split takes the words of a folded name, which has a space before each.
func (b *shardBuilder) split(i int, name []byte) {
	for at := 0; at < len(name); {
		end := len(name)
		if n := bytes.IndexByte(name[at+1:], arabic.FoldedSpace); n >= 0 {
			end = at + 1 + n
		}
		if end > at+1 {
			t := b.terms.number(name[at+1 : end])
			b.tokens = append(b.tokens, wordIn{t, nameAt(i<<16 | min(at, farOff))})
		}
		at = end
	}
}

// words gives a shard its words in order, and their places.
func (b *shardBuilder) words(s *shard) {
	order := b.terms.sorted()
	b.counts = append(b.counts[:0], make([]uint32, len(order))...)
	for _, t := range b.tokens {
		b.counts[t.term]++
	}
	s.vocabulary = make([]byte, 0, len(b.terms.text)+len(order))
	s.wordAt, s.placesAt = make([]uint32, len(order)+1), make([]uint32, len(order)+1)
	s.letters = make([]uint64, len(order))
	next := uint32(0)
	for w, t := range order {
		word := b.terms.term(t)
		s.wordAt[w], s.placesAt[w], s.letters[w] = uint32(len(s.vocabulary)), next, letterMask(word)
		s.vocabulary = append(append(s.vocabulary, arabic.FoldedSpace), word...)
		next, b.counts[t] = next+b.counts[t], next
	}
	s.wordAt[len(order)], s.placesAt[len(order)] = uint32(len(s.vocabulary)), next
	s.places = make([]nameAt, next)
	for _, t := range b.tokens {
		s.places[b.counts[t.term]] = t.place
		b.counts[t.term]++
	}
}
