package arabic

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// Packed is a word of few letters of Arabic, as it is spelled: a number of six bits for each letter, the first letter highest. Two are the
// same word in the same spelling where they are equal, and no word is 0.
//
// Nine of ten words of a text can be packed: they have no mark, no digit, no foreign letter. Packing takes less than half the time of folding.
type Packed uint64

const (
	packedBits = 6

	// MostPacked is how many letters a packed word has at most.
	MostPacked = 64 / packedBits
)

// packedLetter is a letter of a packed word.
type packedLetter struct {
	letter rune
	folded byte
	order  byte // its place in the alphabet
	plain  bool // Unfold writes the folded letter so
}

// PackWord packs a word; ok is false for one that cannot be.
func PackWord(word []byte) (p Packed, ok bool) {
	if len(word) == 0 || len(word) > 2*MostPacked || len(word)%2 != 0 {
		return 0, false
	}
	for i := 0; i+1 < len(word); i += 2 {
		code := packedCode(word[i], word[i+1])
		if code == 0 {
			return 0, false
		}
		p = p<<packedBits | Packed(code)
	}
	return p, true
}

// packedCode gives the code of a letter of two bytes, 0 for none.
func packedCode(first, second byte) byte {
	if n := uint(first^0xD8)<<8 | uint(second); n < uint(len(packOf)) {
		return packOf[n]
	}
	return 0
}

// Len gives the number of letters.
func (p Packed) Len() int { return (bits.Len64(uint64(p)) + packedBits - 1) / packedBits }

// AppendFold appends the word as AppendFold gives it. plain reports whether it is spelled as Unfold writes that.
func (p Packed) AppendFold(dst []byte) (folded []byte, plain bool) {
	plain = true
	for shift := (p.Len() - 1) * packedBits; shift >= 0; shift -= packedBits {
		l := &packedLetters[p>>shift&(1<<packedBits-1)]
		dst = append(dst, l.folded)
		plain = plain && l.plain
	}
	return dst, plain
}

// Folds reports whether the word is folded to some letters.
func (p Packed) Folds(folded []byte) bool {
	var letters [MostPacked]byte
	of, _ := p.AppendFold(letters[:0])
	return string(of) == string(folded)
}

// Plain reports whether the word is spelled as Unfold writes it.
func (p Packed) Plain() bool {
	for ; p > 0; p >>= packedBits {
		if !packedLetters[p&(1<<packedBits-1)].plain {
			return false
		}
	}
	return true
}

// AppendSpelling appends the word as it is spelled.
func (p Packed) AppendSpelling(dst []byte) []byte {
	for shift := (p.Len() - 1) * packedBits; shift >= 0; shift -= packedBits {
		dst = utf8.AppendRune(dst, packedLetters[p>>shift&(1<<packedBits-1)].letter)
	}
	return dst
}

// PackedWords is the words of a text in their order, packed where that can be.
type PackedWords struct {
	Words  []Packed    // 0 for one of Others
	Others FoldedWords // those that are not packed, without what stands between them
}

// Pack takes the words of a text, the same as FoldedWords, into the memory of p.
func (p *PackedWords) Pack(text string) {
	p.Words, p.Others.Text, p.Others.Words = p.Words[:0], p.Others.Text[:0], p.Others.Words[:0]
	words := p.Words
	for i := 0; i < len(text); {
		if words, i = packAhead(words, text, i); i == len(text) {
			break
		}
		var word Packed
		rest := text[i:]
		for ; len(rest) > 1; rest = rest[2:] {
			code := packedCode(rest[0], rest[1])
			if code == 0 {
				break
			}
			word = word<<packedBits | Packed(code)
		}
		end := len(text) - len(rest)
		behind := skipDivision(text, end)
		switch {
		case end-i > 2*MostPacked, behind == end && end < len(text): // it is longer, or goes on with something else
			n := len(p.Others.Words)
			i = p.other(text, i)
			for range len(p.Others.Words) - n {
				words = append(words, 0)
			}
			continue
		case end > i:
			words = append(words, word)
		}
		i = behind
	}
	p.Words = words
}

const (
	lettersAhead = 4                                // that are packed together
	eachLetter   = 0x0001000100010001               // a pair of bytes
	fourLetters  = 1<<(lettersAhead*packedBits) - 1 // packed
)

// packAhead appends the words from i on that have up to eight letters of Arabic and end with ASCII that divides words, and gives the place behind
// them. It ends with another word, and near the end of the text. As it takes eight letters at once, and drops those behind the end of the word, how
// long words are costs it no branch.
func packAhead(words []Packed, text string, i int) (all []Packed, behind int) {
	for i+4*lettersAhead < len(text) {
		ahead := text[i : i+4*lettersAhead+1]
		x, y := load64(ahead[:8]), load64(ahead[8:16])
		end := bits.TrailingZeros64(^x&ascii) / 8
		end += bits.TrailingZeros64(^y&ascii) / 8 & -(end / 8)
		x, letters := packFour(x)
		y, more := packFour(y)
		letters += more & -(letters / lettersAhead)
		c := ahead[end]
		if 2*letters < end || c >= utf8.RuneSelf || foldOf[c] != FoldedSpace {
			break
		}
		if i += end + 1; end > 0 {
			words = append(words, Packed((x<<(lettersAhead*packedBits)|y)>>(8*packedBits-end*packedBits/2)))
		}
	}
	return words, i
}

// packFour packs four pairs of bytes, and gives how many of them, up to the first that is none, are letters of Arabic. These are in UTF-8
//
//	11011000 101ccccc   U+0621 to U+063A: c is 1 to 1A
//	11011001 100ccccc   U+0641 to U+064A: c is 1 to A
//
// and their codes are c, with the last bit of the first byte before it.
func packFour(pairs uint64) (codes uint64, n int) {
	last, c := pairs&eachLetter, pairs>>8&(0x1F*eachLetter)
	not := (pairs^last<<13)&(0xE0FE*eachLetter) ^ 0xA0D8*eachLetter // other bits before c
	not |= ^(c + 0x1F*eachLetter) & (0x20 * eachLetter)             // c is 0
	not |= (c + 5*eachLetter + last<<4) & (0x20 * eachLetter)       // c is too large
	codes = c | last<<5
	codes = (codes<<packedBits | codes>>16) & (0xFFF<<32 | 0xFFF)
	return (codes<<(2*packedBits) | codes>>32) & fourLetters, bits.TrailingZeros64(not) / 16
}

const ascii = 0x8080808080808080 // the bit that ASCII has not, of eight bytes

// skipDivision gives the end of what divides words at i: mostly a space.
func skipDivision(text string, i int) int {
	for i < len(text) {
		c := text[i]
		switch {
		case c < utf8.RuneSelf:
			if foldOf[c] != FoldedSpace {
				return i
			}
			i++
		case c&^3 == 0xD8 && byteAt(text, i+1)&0xC0 == 0x80: // as the Arabic comma is
			if foldOf[rune(c&0x1F)<<6|rune(text[i+1]&0x3F)] != FoldedSpace {
				return i
			}
			i += 2
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			if r < tableEnd && foldOf[r] != FoldedSpace || r >= tableEnd && !divides(r) {
				return i
			}
			i += n
		}
	}
	return i
}

// byteAt gives a byte of a text, 0 behind its end.
func byteAt(text string, i int) byte {
	if i < len(text) {
		return text[i]
	}
	return 0
}

// other takes the words from i to the next space by folding them, and gives its place. What is before a space has nothing to do with
// what is behind it.
func (p *PackedWords) other(text string, i int) int {
	end := len(text)
	if n := strings.IndexByte(text[i:], FoldedSpace); n >= 0 {
		end = i + n
	}
	// With memory for words even where there is none yet, since nil stands for words that are not wanted.
	n := len(p.Others.Words)
	f := folder{dst: p.Others.Text, words: append(p.Others.Words, FoldedWord{})[:n], first: n, gap: -1}
	f.fold(text[:end], i)
	if f.side != behindSpace {
		f.endWord(f.end(end))
	}
	p.Others.Text, p.Others.Words = f.dst, f.words
	return end
}

// OrderBits is how many bits of Order there are.
const OrderBits = MostPacked * orderBits

const orderBits = 5 // for a letter: there are 29, and nothing comes before them

// Order gives a number for the folded letters of a word, by which words are in the order of these. It is the same for all spellings.
func (p Packed) Order() uint64 {
	order, n := uint64(0), p.Len()
	for shift := (n - 1) * packedBits; shift >= 0; shift -= packedBits {
		order = order<<orderBits | uint64(packedLetters[p>>shift&(1<<packedBits-1)].order)
	}
	return order << ((MostPacked - n) * orderBits)
}

// Order gives the same for a folded word: of its first letters, if it is longer. A word of another script has a number above all of Arabic.
func Order(folded []byte) uint64 {
	order := uint64(0)
	for _, c := range folded[:min(len(folded), MostPacked)] {
		if c >= '0' {
			return 1<<OrderBits - 1
		}
		order = order<<orderBits | uint64(orderOf[c])
	}
	return order << (max(0, MostPacked-len(folded)) * orderBits)
}
