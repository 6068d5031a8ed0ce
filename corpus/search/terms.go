package search

import (
	"bytes"
	"cmp"
	"hash/maphash"
	"slices"
)

// terms numbers words: a hash table over one string of bytes.
type terms struct {
	seed  maphash.Seed // no article can choose words that all fall into one place
	text  []byte
	ends  []uint32
	cells []termCell // a power of two, at most half of them taken
}

// termCell is a place of the hash table.
type termCell struct {
	hash uint32
	term uint32 // 1 more than the number, 0 for a free place
}

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
			*s = termCell{hash, uint32(len(t.ends))}
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
	cells := make([]termCell, max(firstCells, 2*len(t.cells)))
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
		keys[i] = headed{headOf(t.term(int32(i))), int32(i)}
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
