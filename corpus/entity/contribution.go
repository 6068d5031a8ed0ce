package entity

// contribution is a row of scores that a word type or another feature adds to those of a token: one for each tag, in lanes of 16 bits of two
// numbers, the lowest first. Its numbers are the sums of score<<(16·lane), so that a lane below zero borrows from the one above it, and rows
// are added by adding the numbers. What comes out is exact wherever the sum of each lane fits into 16 bits, as that of a token does: it has too few
// features to need more (see longestAffixed).
type contribution [2]uint64

// lanes is how many scores a number has.
const lanes = 4

// laneBias is half the range of each lane: added to a contribution, it makes all of them what they are without a sign.
const laneBias = 0x8000_8000_8000_8000

func (c *contribution) add(d *contribution) {
	c[0] += d[0]
	c[1] += d[1]
}

// scores writes the scores.
func (c *contribution) scores(to *emission) {
	low, high := c[0]+laneBias, c[1]+laneBias
	for k := range lanes {
		to[k] = int32(low>>(16*k)&0xFFFF) - 0x8000
		to[k+lanes] = int32(high>>(16*k)&0xFFFF) - 0x8000
	}
}

// packedWeights are the weights of a feature, an int8 for each tag, the first in the lowest byte.
type packedWeights [2]uint32

func packWeights(weights *[tagCount]int8) packedWeights {
	var p packedWeights
	for t, w := range weights {
		p[t/lanes] |= uint32(uint8(w)) << (8 * (t % lanes))
	}
	return p
}

// weight gives the weight of a tag.
func (p packedWeights) weight(t tag) int8 { return int8(p[t/lanes] >> (8 * (t % lanes))) }

// row gives the weights as scores.
func (p packedWeights) row() contribution {
	return contribution{spread(p[0]), spread(p[1])}
}

// spread makes lanes of four bytes with signs.
func spread(bytes uint32) uint64 {
	x := uint64(bytes ^ 0x80808080) // without signs: 128 more
	x = (x | x<<16) & 0x0000_FFFF_0000_FFFF
	x = (x | x<<8) & 0x00FF_00FF_00FF_00FF
	return x - 0x0080_0080_0080_0080
}
