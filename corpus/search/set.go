package search

import "math/bits"

// Set is a set of article numbers, a bit for each. The zero Set is empty. It does not change once it is handed out.
type Set []uint64

// NewSet gives an empty set with room for numbers below n.
func NewSet(n int) Set { return make(Set, (n+63)/64) }

// SetOf gives the set of some numbers, none of them below 0.
func SetOf(docs []int32) Set {
	var s Set
	for _, d := range docs {
		s = s.With(d)
	}
	return s
}

// Has reports whether a number is in the set.
func (s Set) Has(doc int32) bool {
	return doc >= 0 && int(doc/64) < len(s) && s[doc/64]&(1<<(doc%64)) != 0
}

// word gives the numbers from i*64 on, a bit for each.
func (s Set) word(i int) uint64 {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// With adds a number to a set that is being made, and gives the set.
func (s Set) With(doc int32) Set {
	for int(doc/64) >= len(s) {
		s = append(s, 0)
	}
	s[doc/64] |= 1 << (doc % 64)
	return s
}

// Len counts the numbers.
func (s Set) Len() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// All yields the numbers, ascending.
func (s Set) All() func(yield func(int32) bool) {
	return func(yield func(int32) bool) {
		for i, w := range s {
			for ; w != 0; w &= w - 1 {
				if !yield(int32(i*64 + bits.TrailingZeros64(w))) {
					return
				}
			}
		}
	}
}
