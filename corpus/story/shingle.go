package story

import "math"

// shingleWords is how many words a shingle has: runs of three are in no two texts by chance, but for set phrases, and light edits leave
// most of them.
const shingleWords = 3

// appendShingles appends the hashes of the shingles of a text, as its words have hashes.
func appendShingles(dst []uint32, words []uint64) []uint32 {
	for i := 0; i+shingleWords <= len(words); i++ {
		h := words[i]
		for _, w := range words[i+1 : i+shingleWords] {
			h = h*fnvPrime ^ w
		}
		dst = append(dst, uint32(mix(h)))
	}
	return dst
}

// bands is by how many keys a text is looked for, and each is the least of two hashes of its shingles (MinHash: A. Broder, On the
// resemblance and containment of documents, 1997). Of texts that share 7 shingles in 10, 199 pairs of 200 have a key in common; of those
// that share 3, every second.
const (
	bands   = 8
	perBand = 2
)

// sketchOf gives the keys of a text.
func sketchOf(shingles []uint32) (keys [bands]uint32) {
	var least [bands * perBand]uint32
	for i := range least {
		least[i] = math.MaxUint32
	}
	for _, s := range shingles {
		h := uint64(s) * mixer1
		for i := range least {
			h = h*pcg + 1442695040888963407 // a step of a generator for each hash function
			least[i] = min(least[i], uint32(h>>32))
		}
	}
	for i := range keys {
		keys[i] = uint32(mix(uint64(least[perBand*i])<<32|uint64(least[perBand*i+1])) >> 32)
	}
	return keys
}

// shingleSet tells which shingles two texts share.
type shingleSet struct {
	cells []shingleCell // a power of two, at most half of them taken
	round uint32
}

// shingleCell is a shingle, and of which of the two texts it is.
type shingleCell struct {
	shingle uint32
	round   uint32
	of      uint8 // 1 for the first, 2 for the second, 3 for both
}

// containment gives the share of the shingles of the shorter text that stand in the longer, each counted once.
func (s *shingleSet) containment(a, b []uint32) float64 {
	for len(s.cells) < 2*(len(a)+len(b)) || len(s.cells) == 0 {
		s.cells = make([]shingleCell, max(1<<10, 2*len(s.cells)))
	}
	if s.round++; s.round == 0 { // after four thousand million texts
		clear(s.cells)
		s.round = 1
	}
	first, _ := s.add(a, 1)
	second, both := s.add(b, 2)
	return ratio(float64(both), float64(min(first, second)))
}

// add adds the shingles of a text, and counts those that it has, and those that the other has, too.
func (s *shingleSet) add(shingles []uint32, of uint8) (count, both int) {
	mask := uint32(len(s.cells) - 1)
	for _, shingle := range shingles {
		i := shingle & mask
		for s.cells[i].round == s.round && s.cells[i].shingle != shingle {
			i = (i + 1) & mask
		}
		c := &s.cells[i]
		if c.round != s.round {
			*c = shingleCell{shingle: shingle, round: s.round}
		}
		if c.of&of == 0 {
			c.of |= of
			count++
			both += int(c.of & 1 & (c.of >> 1))
		}
	}
	return count, both
}

func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return min(a/b, 1)
}

// FNV-1a of 64 bits, the multipliers of the finaliser of MurmurHash3, and that of Knuth's MMIX generator.
const (
	fnvBasis = 14695981039346656037
	fnvPrime = 1099511628211
	mixer1   = 0xff51afd7ed558ccd
	mixer2   = 0xc4ceb9fe1a85ec53
	pcg      = 6364136223846793005
)

// hashOf gives the hash of a word. It is the same in every run: stories must not depend on chance.
func hashOf(word []byte) uint64 {
	h := uint64(fnvBasis)
	for _, c := range word {
		h = (h ^ uint64(c)) * fnvPrime
	}
	return mix(h)
}

// mix spreads the bits of a hash.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= mixer1
	h ^= h >> 33
	h *= mixer2
	return h ^ h>>33
}
