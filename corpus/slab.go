package corpus

import "jarida/corpus/flat"

// slab is memory in which texts stand one behind the other: the collector has a hundredth of the pieces to look for, and the memory of a text that goes
// is given back with that of those beside it. It belongs to one goroutine, and what was copied into it to nobody else.
type slab struct {
	free   []byte
	size   int    // of the last piece
	halved []byte // memory for keep
}

// slabBytes is the size of a piece, once there are many texts: the first ones have memory of their own.
const slabBytes = 1 << 20

// copyString is copy for a string.
func (s *slab) copyString(text string) string { return s.copy(flat.Bytes(text)) }

// copy copies a text into the slab.
func (s *slab) copy(text []byte) string {
	if len(text) > len(s.free) {
		s.size = min(max(2*s.size, 1), slabBytes)
		s.free = make([]byte, max(len(text), s.size))
	}
	n := copy(s.free, text)
	b := s.free[:n:n]
	s.free = s.free[n:]
	return flat.String(b)
}
