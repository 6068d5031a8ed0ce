package entity

import "math/bits"

// keyTable finds the value of a key in a list sorted by key. Keys are hashes, even over their range, so that their upper bits lead to the place.
//
// Most keys that are asked for are not there, so a bit for each value of the upper bits says whether any key has them: one look into half a
// megabyte instead of several into the whole. How many bits are set before one is how many keys there are before it, but for the few keys that
// share a bit.
type keyTable[V any] struct {
	rows  []keyed[V]
	bits  []uint64
	first []uint32 // by word of bits: how many keys there are before it
	shift uint     // leaves of a key its upper bits; under 32
}

// keyed is a key and its value, side by side: who has found the one need not wait for the other.
type keyed[V any] struct {
	key   uint32
	value V
}

// keyBits is how many bits there are for a key at least: one in eight to sixteen is set.
const keyBits = 8

func newKeyTable[V any](sorted []keyed[V]) keyTable[V] {
	size := min(max(bits.Len(uint(keyBits*len(sorted))), 6), 32)
	t := keyTable[V]{rows: sorted, bits: make([]uint64, 1<<size/64), first: make([]uint32, 1<<size/64), shift: uint(32 - size)}
	word := uint32(0)
	for i := range sorted {
		k := sorted[i].key
		for ; word < t.upper(k)/64; word++ {
			t.first[word+1] = uint32(i)
		}
		t.bits[word] |= 1 << (t.upper(k) % 64)
	}
	return t
}

// upper gives the upper bits of a key.
func (t *keyTable[V]) upper(key uint32) uint32 { return key >> (t.shift & 31) }

// from gives the index of the first key that is not below another, for which maybe holds.
func (t *keyTable[V]) from(key uint32) int {
	upper := t.upper(key)
	word, bit := upper/64, upper%64
	at := int(t.first[word]) + bits.OnesCount64(t.bits[word]&(1<<bit-1))
	for at < len(t.rows) && t.rows[at].key < key {
		at++
	}
	return at
}

// find gives the index of a key, -1 if it is not there.
func (t *keyTable[V]) find(key uint32) int {
	if !t.maybe(key) {
		return -1
	}
	if at := t.from(key); at < len(t.rows) && t.rows[at].key == key {
		return at
	}
	return -1
}

// maybe reports whether the table may have a key, or the one that differs from it in the last bit.
func (t *keyTable[V]) maybe(key uint32) bool { return t.bit(key) != 0 }

// bit gives 1 where maybe holds, else 0.
func (t *keyTable[V]) bit(key uint32) int {
	upper := t.upper(key)
	return int(t.bits[upper/64] >> (upper % 64) & 1)
}

// pair gives the indexes of a key whose last bit is 0 and of the same with 1, -1 for what is not there.
func (t *keyTable[V]) pair(key uint32) (even, odd int) {
	even, odd = -1, -1
	if !t.maybe(key) {
		return even, odd
	}
	at := t.from(key)
	if at < len(t.rows) && t.rows[at].key == key {
		even, at = at, at+1
	}
	if at < len(t.rows) && t.rows[at].key == key|1 {
		odd = at
	}
	return even, odd
}

// The multipliers of the 64-bit finaliser of MurmurHash3, and the prime of FNV-1a.
const (
	mixer1 = 0xff51afd7ed558ccd
	mixer2 = 0xc4ceb9fe1a85ec53
	prime  = 0x100000001b3
)

// mix spreads the bits of a hash.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= mixer1
	h ^= h >> 33
	h *= mixer2
	return h ^ h>>33
}

// hashBytes, hashString and hashRunes go on from a hash over a text.
func hashBytes(h uint64, text []byte) uint64 {
	h ^= 0xcbf29ce484222325
	for _, c := range text {
		h = (h ^ uint64(c)) * prime
	}
	return mix(h)
}

func hashString(h uint64, text string) uint64 {
	h ^= 0xcbf29ce484222325
	for _, c := range []byte(text) {
		h = (h ^ uint64(c)) * prime
	}
	return mix(h)
}

func hashRunes(h uint64, text []rune) uint64 {
	h ^= 0xcbf29ce484222325
	for _, r := range text {
		h = (h ^ uint64(r)) * prime
	}
	return mix(h)
}

// foldKey makes a key of a hash.
func foldKey(h uint64) uint32 { return uint32(h>>32) ^ uint32(h) }
