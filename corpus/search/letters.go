package search

// The letters that the code of this package names, as arabic.AppendFold writes them; a test compares them with it.
const (
	hamza = 1
	alef  = 2
	beh   = 3
	teh   = 4
	theh  = 5
	jeem  = 6
	hah   = 7
	khah  = 8
	dal   = 14
	thal  = 15
	reh   = 16
	zain  = 17
	seen  = 18
	sheen = 19
	sad   = 20
	dad   = 21
	tah   = 22
	zah   = 23
	ain   = 24
	ghain = 25
	feh   = 26
	qaf   = 27
	kaf   = 28
	lam   = 29
	meem  = 30
	noon  = 31
	heh   = 33
	waw   = 34
	yeh   = 35
)

// letterMask gives the set of the letters of folded text: a bit for each of the 29 of Arabic and the 26 of Latin, eight for the digits, one for
// everything else. A text that lacks a bit of a term's set does not have the term.
func letterMask(folded []byte) uint64 {
	var m uint64
	for _, c := range folded {
		m |= letterBit[c]
	}
	return m
}

// letterBit is the bit of each byte of folded text in a set of letters. A space has none.
var letterBit = [256]uint64(letterBits())

func letterBits() []uint64 {
	bits := make([]uint64, 256)
	for c := range bits {
		switch {
		case c == ' ':
		case c >= 'a' && c <= 'z':
			bits[c] = 1 << (29 + c - 'a')
		case c >= '0' && c <= '9':
			bits[c] = 1 << (55 + (c-'0')%8)
		case c >= 1 && c <= 8:
			bits[c] = 1 << (c - 1)
		case c >= 14 && c <= 31:
			bits[c] = 1 << (c - 6)
		case c >= 33 && c <= 35:
			bits[c] = 1 << (c - 7)
		default:
			bits[c] = 1 << 63
		}
	}
	return bits
}
