package entity

import "math/bits"

// vocabulary knows how common the words of the training text are, and how often each is the first of a name: the evidence by
// which clitics are told from first letters (بوتين is one word, بموسكو two).
type vocabulary struct {
	table keyTable[counts]
}

// counts are magnitudes: 0 for never, n for at least 1<<(n-1) times, 15 for anything more.
type counts struct {
	all    uint8
	named  uint8 // as the first word of a name
	within uint8 // as any word of one
}

func magnitude(n int) uint8 { return uint8(min(bits.Len(uint(n)), 15)) }

// at gives the counts of a normalised word by its hash: see wordKey.
func (v *vocabulary) at(hash uint64) counts {
	if i := v.table.find(foldKey(hash)); i >= 0 {
		return v.table.rows[i].value
	}
	return counts{}
}

// wordKey is the key of a normalised word.
func wordKey(word []byte) uint32 { return foldKey(hashBytes(0, word)) }
