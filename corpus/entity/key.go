package entity

// keyTable finds a key in a sorted list. Keys are hashes, even over their range, so that their upper bits lead to the place.
//
// Most keys that are asked for are not there, so a bit for each value of the lower bits but the last says whether any key has
// them: one look into half a megabyte instead of several into the whole.
type keyTable struct {
	keys  []uint32
	first []int32 // the first key of each value of the upper bits, and the end
	bits  []uint64
}

const (
	keyShift = 16        // 65,536 places: 6 keys in each for the 400,000 of a whole model
	keyBits  = 1<<22 - 1 // of which a whole model has one in ten
)

func newKeyTable(sorted []uint32) keyTable {
	t := keyTable{keys: sorted, first: make([]int32, 1<<(32-keyShift)+1), bits: make([]uint64, (keyBits+1)/64)}
	at := 0
	for i, k := range sorted {
		t.bits[k>>1&keyBits/64] |= 1 << (k >> 1 % 64)
		for ; at <= int(k>>keyShift); at++ {
			t.first[at] = int32(i)
		}
	}
	for ; at < len(t.first); at++ {
		t.first[at] = int32(len(sorted))
	}
	return t
}

// find gives the index of a key, -1 if it is not there.
func (t *keyTable) find(key uint32) int {
	if !t.maybe(key) {
		return -1
	}
	place := key >> keyShift
	for i := t.first[place]; i < t.first[place+1]; i++ {
		if t.keys[i] == key {
			return int(i)
		}
	}
	return -1
}

// maybe reports whether the table may have a key, or the one that differs from it in the last bit.
func (t *keyTable) maybe(key uint32) bool { return t.bit(key) != 0 }

// bit gives 1 where maybe holds, else 0.
func (t *keyTable) bit(key uint32) int { return int(t.bits[key>>1&keyBits/64] >> (key >> 1 % 64) & 1) }

// pair gives the indexes of a key whose last bit is 0 and of the same with 1, -1 for what is not there.
func (t *keyTable) pair(key uint32) (even, odd int) {
	even, odd = -1, -1
	if !t.maybe(key) {
		return even, odd
	}
	place := key >> keyShift
	for i := t.first[place]; i < t.first[place+1]; i++ {
		switch t.keys[i] {
		case key:
			even = int(i)
		case key | 1:
			odd = int(i)
		}
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
