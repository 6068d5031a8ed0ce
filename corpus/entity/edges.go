package entity

import "math/bits"

// edges leads from a sequence of words, by one more word, to the longer sequence: a hash table whose length is a power of two, half full at most.
type edges struct {
	slots []edgeSlot
	count int
	shift uint // leaves of a hash the bits that lead to a slot
}

type edgeSlot struct {
	from node
	word wordID // 0 where the slot is empty
	to   node
}

// newEdges makes room for about n edges.
func newEdges(n int) edges {
	size := bits.Len(uint(2 * n))
	return edges{slots: make([]edgeSlot, 1<<size), shift: uint(64 - size)}
}

// slot gives the slot of an edge, or the empty one where it belongs.
func (e *edges) slot(from node, word wordID) *edgeSlot {
	for at := (uint64(from)<<32 | uint64(word)) * mixer1 >> (e.shift & 63); ; at++ {
		s := &e.slots[at&uint64(len(e.slots)-1)]
		if s.word == word && s.from == from || s.word == 0 {
			return s
		}
	}
}

// find gives the longer sequence. No word has the number 0.
func (e *edges) find(from node, word wordID) (node, bool) {
	s := e.slot(from, word)
	return s.to, s.word != 0
}

// add enters an edge that is not there.
func (e *edges) add(from node, word wordID, to node) {
	if e.count++; e.count > len(e.slots)/2 {
		old := e.slots
		*e = edges{slots: make([]edgeSlot, 2*len(old)), count: e.count, shift: e.shift - 1}
		for _, s := range old {
			if s.word != 0 {
				*e.slot(s.from, s.word) = s
			}
		}
	}
	*e.slot(from, word) = edgeSlot{from, word, to}
}
