package article

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// countWords counts the runs of letters, digits and marks. It takes eight bytes at a time where they are ASCII and plain Arabic, as most
// are: a look at each letter would go wrong at each end of a word.
func countWords(s string) int {
	words, inside := 0, false
	for i := 0; i < len(s); {
		var starts int
		if starts, i, inside = countPlain(s, i, inside); i == len(s) {
			return words + starts
		}
		words += starts
		n := arabicRun(s, i)
		word := n > 0
		if c := s[i]; !word && c < utf8.RuneSelf {
			word, n = c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z', 1
		} else if !word {
			var r rune
			r, n = utf8.DecodeRuneInString(s[i:])
			word = inside && unicode.Is(unicode.Cf, r) || !isSign(r) && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
		}
		if word && !inside {
			words++
		}
		inside = word
		i += n
	}
	return words
}

// isSign tells the most common characters that are part of no word without a look at the tables: what arabicRun leaves of the Arabic
// block, and the quotes and dashes of general punctuation, U+2000–206F.
func isSign(r rune) bool { return r >= 0x600 && r <= 0x6ff || r >= 0x2000 && r <= 0x206f }

// countPlain counts the words that begin in ASCII and in the characters of U+0600–06BF from i on, up to another one or the last seven bytes, and gives
// where it stopped: before U+0600–0607, U+0610–061F and U+0668–066F, too, of which some are of words. inside says whether a word stands right
// before, and again before where it stopped.
//
// Eight bytes are looked at together, each by its highest bit: a value shifted left by k has bit 7-k of each byte there, and what
// comes over from the byte below is masked away. Of a character of two bytes the second one says what it is; the first is what is before it.
func countPlain(s string, i int, inside bool) (words, end int, within bool) {
	var last, begun, before uint64 // of the eight bytes before: the last one; its highest bit where a character begins with it, and where it is of a word
	if inside {
		before = 0x80
	}
	for ; i+8 <= len(s); i += 8 {
		x := load(s, i)
		beyond := x & high
		first := beyond & (x << 1) &^ (x << 2) & (x << 3) & (x << 4) &^ (x << 5) &^ ((x << 6) & (x << 7)) // D8, D9 or DA
		second := first<<8 | begun
		last |= x << 8                                                                     // the byte before each
		early := second &^ (last << 6) &^ (last << 7) &^ (x << 2)                          // D8 80–9F
		unsure := early&(x<<3|^(x<<4)) | second&^(last<<6)&(last<<7)&(x<<2)&^(x<<3)&(x<<4) // D8 80–87 and 90–9F, D9 A8–AF
		word := second &^ early
		if (x<<1|x<<3)&high&^beyond != 0 { // in ASCII, only these are letters and digits
			word |= alphanumeric(x)
		}
		if stop := beyond&^first&^second | unsure; stop != 0 {
			n := bits.TrailingZeros64(stop) / 8
			word &= 1<<(8*n) - 1
			of := word | (word<<8|before)&first
			words += bits.OnesCount64(word &^ (of<<8 | before))
			before = (of<<8 | before) >> (8 * n) & 0x80
			return words, i + n - int(unsure>>(8*n+7)&1), before != 0
		}
		of := word | (word<<8|before)&first
		words += bits.OnesCount64(word &^ (of<<8 | before))
		last, begun, before = x>>56, first>>56, of>>56
	}
	return words, i - int(begun>>7), before != 0
}

// alphanumeric has the highest bit of each byte that is a letter or digit of ASCII.
func alphanumeric(x uint64) uint64 {
	ascii := x &^ high
	small := ascii | 0x20*ones
	digits := (ascii + (0x80-'0')*ones) &^ (ascii + (0x80-'9'-1)*ones)
	letters := (small + (0x80-'a')*ones) &^ (small + (0x80-'z'-1)*ones)
	return (digits | letters) & high &^ x
}

// load gives the eight bytes at i, the first lowest.
func load(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

const (
	high = 0x8080808080808080 // the highest bit of each byte
	ones = 0x0101010101010101
)

// arabicRun gives the length of the run of Arabic letters, marks and digits at i. A loop of its own foresees how it goes on, which
// a look at each kind of byte in turn does not.
func arabicRun(s string, i int) int {
	start := i
	for i+1 < len(s) && s[i] >= 0xd8 && s[i] <= 0xdb && arabicWord[s[i]-0xd8]>>(s[i+1]&0x3f)&1 != 0 {
		i += 2
	}
	return i - start
}

// arabicWord has a bit for each character from U+0600 to U+06FF, 64 to a word as UTF-8 divides them, set for the letters, marks
// and digits: all but the signs of U+0600–060F, U+061B–061F, U+066A–066D, U+06D4, U+06DD–06DE, U+06E9 and U+06FD–06FE.
var arabicWord = [4]uint64{
	^uint64(0xffff | 0x1f<<0x1b),
	^uint64(0xf << 0x2a),
	^uint64(0),
	^uint64(1<<0x14 | 3<<0x1d | 1<<0x29 | 3<<0x3d),
}
