package search

import (
	"bytes"
	"hash/maphash"
	"math/bits"
	"slices"

	"jarida/corpus/arabic"
)

// spellings numbers words as they are spelled: those of few Arabic letters by what they are packed to, the others by their bytes.
type spellings struct {
	all     []spelled // by number
	seed    uint64    // no article can choose words that all fall into one place
	cells   []cell    // of the packed and short words: a power of two, at most three quarters of them taken
	taken   int       // how many of them
	others  terms     // folded letters, with the spelling behind a zero byte where it is another one than arabic.Unfold gives
	numbers []int32   // of the others
	sorter  wordSorter

	counts   []int32 // by number: memory for counting
	folded   []byte  // memory for what spelled gives
	spelling []byte
}

// spelled is a packed word; isShort and the bytes of a short one, as others would have it; or isOther and its number among the others.
type spelled uint64

const (
	isOther spelled = 1 << 63
	isShort spelled = 1 << 62

	mostShort = 7 // bytes: a number, a name in Latin letters
)

// packShort gives a word of few bytes, none of them zero.
func packShort(word []byte) (w spelled, ok bool) {
	if len(word) > mostShort {
		return 0, false
	}
	for _, c := range word {
		if c == 0 {
			return 0, false
		}
		w = w<<8 | spelled(c)
	}
	return w | isShort, true
}

// isPacked reports whether it is a packed word.
func (w spelled) isPacked() bool { return w&(isOther|isShort) == 0 }

// cell is a place of the hash table of packed words: as small as can be, since most of what building takes is waiting for it.
type cell struct {
	word spelled // with isTaken; 0 for a free place
	term int32
}

const firstCells = 1 << 12

// isTaken is a bit that no packed or short word has.
const isTaken = 1 << 63

// find notes the numbers of the packed words that stand in the first place where they may, and gives which were not found there, in the memory of
// missed: new ones, those that others have pushed on, and those that are not packed. It looks without a branch that depends on what it finds, so
// that the processor waits for many places at once and not for one after the other.
func (t *spellings) find(words []arabic.Packed, tokens []token, missed []int32) []int32 {
	if len(t.cells) == 0 {
		t.grow()
	}
	missed = slices.Grow(missed[:0], len(words))[:len(words)]
	tokens = tokens[:len(words)]
	cells, mask, n := t.cells, uint64(len(t.cells)-1), 0
	for i, word := range words {
		c := &cells[t.place(spelled(word))&mask]
		tokens[i].term = c.term
		missed[n] = int32(i)
		if c.word != spelled(word)|isTaken {
			n++
		}
	}
	return missed[:n]
}

// packed gives the number of a packed or short word, a new one for a new word.
func (t *spellings) packed(word spelled) int32 {
	if len(t.cells) == 0 {
		t.grow()
	}
	c := t.cell(word)
	if c.word != 0 {
		return c.term
	}
	term := int32(len(t.all))
	*c = cell{word | isTaken, term}
	t.all = append(t.all, word)
	if t.taken++; 4*t.taken > 3*len(t.cells) {
		t.grow()
	}
	return term
}

// known gives the number of a packed or short word that has one, otherwise -1.
func (t *spellings) known(word spelled) int32 {
	if len(t.cells) > 0 {
		if c := t.cell(word); c.word != 0 {
			return c.term
		}
	}
	return -1
}

// cell gives the place of a word: where it is, or the free one where it belongs.
func (t *spellings) cell(word spelled) *cell {
	mask := uint64(len(t.cells) - 1)
	for i := t.place(word) & mask; ; i = (i + 1) & mask {
		if c := &t.cells[i]; c.word == word|isTaken || c.word == 0 {
			return c
		}
	}
}

// place mixes the bits of a word, by a seed that no article knows.
func (t *spellings) place(word spelled) uint64 {
	const odd = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio
	high, low := bits.Mul64(uint64(word)^t.seed, odd)
	return high ^ low
}

// grow doubles the places.
func (t *spellings) grow() {
	if t.cells == nil {
		t.seed = maphash.Comparable(maphash.MakeSeed(), 0)
	}
	old := t.cells
	t.cells = make([]cell, max(firstCells, 2*len(old)))
	for _, c := range old {
		if c.word != 0 {
			*t.cell(c.word &^ isTaken) = c
		}
	}
}

// other gives the number of a word that is not packed, as others has it.
func (t *spellings) other(word []byte) int32 {
	if short, ok := packShort(word); ok {
		return t.packed(short)
	}
	n := t.others.number(word)
	if int(n) == len(t.numbers) {
		t.numbers = append(t.numbers, int32(len(t.all)))
		t.all = append(t.all, isOther|spelled(n))
	}
	return t.numbers[n]
}

// spell gives a word, folded, and its spelling, none for as arabic.Unfold writes it. They are valid until the next call.
func (t *spellings) spell(w spelled) (folded, spelling []byte) {
	if !w.isPacked() {
		t.folded = t.appendTo(t.folded[:0], w)
		folded, spelling, _ = bytes.Cut(t.folded, []byte{0})
		return folded, spelling
	}
	var plain bool
	if t.folded, plain = arabic.Packed(w).AppendFold(t.folded[:0]); plain {
		return t.folded, nil
	}
	t.spelling = arabic.Packed(w).AppendSpelling(t.spelling[:0])
	return t.folded, t.spelling
}

// appendTo appends a word as others has it, or would have it.
func (t *spellings) appendTo(dst []byte, w spelled) []byte {
	switch {
	case w&isOther != 0:
		return append(dst, t.others.term(int32(w&^isOther))...)
	case w&isShort == 0:
		return appendWord(dst, w)
	}
	for shift := 8 * (mostShort - 1); shift >= 0; shift -= 8 {
		if c := byte(w >> shift); c != 0 {
			dst = append(dst, c)
		}
	}
	return dst
}

// reset forgets all words, and keeps the memory.
func (t *spellings) reset() {
	t.all, t.numbers, t.taken = t.all[:0], t.numbers[:0], 0
	clear(t.cells)
	t.others.reset()
}
