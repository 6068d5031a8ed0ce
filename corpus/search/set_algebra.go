package search

import "slices"

// common gives the numbers that are in two sets, as a set of its own.
func common(a, b Set) Set {
	out := slices.Clone(a[:min(len(a), len(b))])
	for i := range out {
		out[i] &= b[i]
	}
	return out
}

// either gives the numbers that are in one of two sets, as a set of its own.
func either(a, b Set) Set {
	if len(a) < len(b) {
		a, b = b, a
	}
	out := slices.Clone(a)
	for i, w := range b {
		out[i] |= w
	}
	return out
}

// without gives the numbers of a set that are not in another, as a set of its own.
func without(a, b Set) Set {
	out := slices.Clone(a)
	for i := range min(len(a), len(b)) {
		out[i] &^= b[i]
	}
	return out
}

// none reports whether no number is in the set.
func (s Set) none() bool {
	for _, w := range s {
		if w != 0 {
			return false
		}
	}
	return true
}
