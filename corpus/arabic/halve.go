package arabic

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// A text of Arabic takes two bytes for each letter in UTF-8. Of these letters there are few: a text can be kept in little more than half the
// memory where each character of the block from U+0600 to U+067F, of which nearly all that is written in Arabic consists, takes one byte.
//
//	80 … FF   a character from U+0600 on, by its last seven bits: D8 80 to D9 BF in UTF-8
//	1A xx     the byte xx of anything else that is not ASCII, and 1A itself
//	others    themselves: ASCII
const halvedOther = 0x1A

const (
	letterRun    = 4                  // that are looked at together
	letterMask   = 0xC0FEC0FEC0FEC0FE // the bits by which a pair of bytes is such a character: lead and continuation
	letterPair   = 0x80D880D880D880D8
	halvedLetter = 0x80808080
)

// AppendHalved appends a text in the form that AppendWhole reads. Any bytes are a text.
func AppendHalved(dst []byte, text string) []byte {
	i, at := 0, len(dst)
	dst = slices.Grow(dst, 2*len(text)) // as long as it can become
	to := dst[:cap(dst)]
	for i+2*letterRun < len(text) {
		// Without a branch that depends on how long words are: the letters ahead, and the character behind them if it is the blank that it mostly is.
		x := load64(text[i : i+2*letterRun])
		n := bits.TrailingZeros64(x&letterMask^letterPair) / 16
		c := text[i+2*n]
		taken := itself(c)
		binary.LittleEndian.PutUint32(to[at:], halveLetters(x))
		to[at+n] = c
		i, at = i+2*n+taken, at+n+taken
		if n+taken == 0 {
			to[at], to[at+1] = halvedOther, c
			i, at = i+1, at+2
		}
	}
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case c&0xFE == 0xD8 && i+1 < len(text) && text[i+1]&0xC0 == 0x80:
			i++
			to[at] = 0x80 | c<<6&0x40 | text[i]&0x3F
			at++
		case itself(c) != 0:
			to[at] = c
			at++
		default:
			to[at], to[at+1] = halvedOther, c
			at += 2
		}
	}
	return dst[:at]
}

// itself is 1 for a byte that stands for itself, else 0: without a branch.
func itself(c byte) int {
	return int(^c>>7) & int((uint16(c^halvedOther)+0xFF)>>8)
}

// halveLetters makes one byte of each pair.
func halveLetters(x uint64) uint32 {
	x = x>>8&0x003F003F003F003F | x<<6&0x0040004000400040
	x = (x | x>>8) & 0x0000FFFF0000FFFF
	return uint32(x|x>>16) | halvedLetter
}

// AppendWhole appends the text of which AppendHalved has given the form.
func AppendWhole(dst []byte, halved string) []byte {
	i, at := 0, len(dst)
	dst = slices.Grow(dst, 2*len(halved)) // as long as it can become
	to := dst[:cap(dst)]
	for i+letterRun < len(halved) {
		x := load32(halved[i : i+letterRun])
		n := bits.TrailingZeros32(^x&halvedLetter) / 8
		c := halved[i+n]
		taken := itself(c)
		binary.LittleEndian.PutUint64(to[at:], wholeLetters(x))
		to[at+2*n] = c
		i, at = i+n+taken, at+2*n+taken
		if n+taken == 0 {
			to[at] = halved[i+1]
			i, at = i+2, at+1
		}
	}
	for ; i < len(halved); i++ {
		switch c := halved[i]; {
		case c >= 0x80:
			to[at], to[at+1] = 0xD8|c>>6&1, 0x80|c&0x3F
			at += 2
		case c == halvedOther && i+1 < len(halved):
			i++
			to[at] = halved[i]
			at++
		default:
			to[at] = c
			at++
		}
	}
	return dst[:at]
}

// wholeLetters makes a pair of each byte.
func wholeLetters(halved uint32) uint64 {
	x := uint64(halved)
	x = (x | x<<16) & 0x0000FFFF0000FFFF
	x = (x | x<<8) & 0x00FF00FF00FF00FF
	return x&0x003F003F003F003F<<8 | x>>6&0x0001000100010001 | letterPair
}

// load64 gives eight bytes of a text as a number, the first in its lowest bits.
func load64(s string) uint64 { return binary.LittleEndian.Uint64([]byte(s)) }

// load32 gives four.
func load32(s string) uint32 { return binary.LittleEndian.Uint32([]byte(s)) }
