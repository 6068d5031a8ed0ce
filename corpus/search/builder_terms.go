package search

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"slices"
)

// terms numbers words: a hash table over one string of bytes.
type terms struct {
	seed  maphash.Seed // no article can choose words that all fall into one place
	text  []byte
	ends  []uint32
	cells []cell // a power of two, at most half of them taken
}

// cell is a place of the hash table.
type cell struct {
	hash uint32
	term uint32 // 1 more than the number, 0 for a free place
}

const firstCells = 1 << 12

// number gives the number of a word, a new one for a new word.
func (t *terms) number(word []byte) int32 {
	if 2*len(t.ends) >= len(t.cells) {
		t.grow()
	}
	hash := uint32(maphash.Bytes(t.seed, word))
	mask := uint32(len(t.cells) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &t.cells[i]
		if s.term == 0 {
			t.text = append(t.text, word...)
			t.ends = append(t.ends, uint32(len(t.text)))
			*s = cell{hash, uint32(len(t.ends))}
			return int32(s.term - 1)
		}
		if s.hash == hash && string(t.term(int32(s.term-1))) == string(word) {
			return int32(s.term - 1)
		}
	}
}

// term gives the word of a number.
func (t *terms) term(n int32) []byte {
	start := uint32(0)
	if n > 0 {
		start = t.ends[n-1]
	}
	return t.text[start:t.ends[n]]
}

// grow doubles the table.
func (t *terms) grow() {
	if t.cells == nil {
		t.seed = maphash.MakeSeed()
	}
	cells := make([]cell, max(firstCells, 2*len(t.cells)))
	mask := uint32(len(cells) - 1)
	for _, s := range t.cells {
		if s.term == 0 {
			continue
		}
		i := s.hash & mask
		for cells[i].term != 0 {
			i = (i + 1) & mask
		}
		cells[i] = s
	}
	t.cells = cells
}

// reset forgets all words, and keeps the memory.
func (t *terms) reset() {
	t.text, t.ends = t.text[:0], t.ends[:0]
	clear(t.cells)
}

// sorted gives the words in the order of their bytes, a word before its other spellings.
func (t *terms) sorted() []int32 {
	type headed struct {
		head uint64 // the first eight bytes
		term int32
	}
	keys := make([]headed, len(t.ends))
	for i := range keys {
		var head [8]byte
		copy(head[:], t.term(int32(i)))
		keys[i] = headed{binary.BigEndian.Uint64(head[:]), int32(i)}
	}
	slices.SortFunc(keys, func(a, b headed) int {
		if a.head != b.head {
			return cmp.Compare(a.head, b.head)
		}
		return bytes.Compare(t.term(a.term), t.term(b.term))
	})
	order := make([]int32, len(keys))
	for i, k := range keys {
		order[i] = k.term
	}
	return order
}

// recent remembers the numbers of words by their bytes as they stand in a text, where these are few: most words were there before, and need
// neither be folded to a key nor compared byte by byte.
type recent struct {
	cells []remembered // a power of two, at most half of them taken
	taken int
	seed  uint64
}

// remembered is a word and 1 more than its number, 0 for a free place.
type remembered struct {
	key  key
	term int32
}

// key is the bytes of a word: eight folded letters of a word that is written as arabic.Unfold would, or sixteen of the source of another one.
// The two are never the same, because the source of such a word has a byte that is no folded letter.
type key struct{ low, high uint64 }

// padding is what may be read behind a folded text.
const padding = "\x00\x00\x00\x00\x00\x00\x00\x00"

// plainKey gives the key of the word of n letters at the beginning of a folded text, which has eight bytes at least.
func plainKey(text []byte, n int) (k key, ok bool) {
	if n > 8 {
		return key{}, false
	}
	return key{low: binary.LittleEndian.Uint64(text) & (^uint64(0) >> (64 - 8*n))}, true
}

// keyOf gives the key of a word of the source.
func keyOf(word string) (k key, ok bool) {
	switch n := len(word); {
	case n > 16:
		return key{}, false
	case n > 8:
		return key{load(word), load(word[n-8:]) >> (8 * (16 - n) & 63)}, true
	case n == 8:
		return key{low: load(word)}, true
	}
	for i := len(word) - 1; i >= 0; i-- {
		k.low = k.low<<8 | uint64(word[i])
	}
	return k, true
}

// load gives the first eight bytes of a word, the first lowest.
func load(word string) uint64 {
	_ = word[7]
	return uint64(word[0]) | uint64(word[1])<<8 | uint64(word[2])<<16 | uint64(word[3])<<24 |
		uint64(word[4])<<32 | uint64(word[5])<<40 | uint64(word[6])<<48 | uint64(word[7])<<56
}

// find gives the place of a key: what is remembered, or where to remember it.
func (r *recent) find(k key) *remembered {
	if 2*r.taken >= len(r.cells) {
		r.grow()
	}
	mask := uint64(len(r.cells) - 1)
	for i := r.place(k) & mask; ; i = (i + 1) & mask {
		if c := &r.cells[i]; c.key == k || c.term == 0 {
			return c
		}
	}
}

// place mixes the bytes of a key, by a seed that no article knows.
func (r *recent) place(k key) uint64 {
	const odd = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio
	high, low := bits.Mul64(k.low^r.seed, k.high^odd)
	return high ^ low ^ low>>32
}

// grow doubles the places.
func (r *recent) grow() {
	if r.cells == nil {
		r.seed = maphash.Comparable(maphash.MakeSeed(), 0)
	}
	cells := r.cells
	r.cells = make([]remembered, max(firstCells, 2*len(cells)))
	r.taken = 0
	for _, c := range cells {
		if c.term > 0 {
			*r.find(c.key) = c
			r.taken++
		}
	}
}

// reset forgets all words, and keeps the memory.
func (r *recent) reset() {
	clear(r.cells)
	r.taken = 0
}
