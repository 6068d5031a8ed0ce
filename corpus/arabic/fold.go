package arabic

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folding gives a text the letters by which it is searched.
//
// The alphabet of folded text has one byte for a letter. Each of the 29 letters of Arabic has a byte of its own below those of ASCII, in the
// order of the alphabet (1–8, 14–31, 33–35: no white space, no NUL, nothing with a case, no separator that a fuzzy matcher knows);
// a–z and 0–9 are themselves. Letters of other scripts are small UTF-8, without accents. Whatever else there is between two words is one
// space, and none stands at either end. What Normalize makes one is one here; vowel marks, tatweel and invisible characters are nothing.
// Between an Arabic letter and a letter or digit of another script is a space, as if one were written: الـCNN, كوفيد19.
//
// A byte is a letter, the order of bytes is that of the alphabet, and text halves: searching takes less than half the time of UTF-8.

// FoldedSpace is what separates words in folded text.
const FoldedSpace = ' '

// AppendFold appends a text as it is searched. Folded once more it is the same. Text that is appended behind another begins a new word only
// where a space is put between them.
func AppendFold(dst []byte, text string) []byte {
	f := folder{dst: slices.Grow(dst, len(text)/2+1), gap: -1}
	f.fold(text, 0)
	return f.dst
}

// Folded is a folded text that knows where each of its bytes comes from.
type Folded struct {
	Text []byte
	At   []int32 // by byte of Text: where in the source its character begins; one more: where the last character of a word ends
}

// Fold folds a text into the memory of f, and remembers where in the source everything is: offsets are counted from base.
func (f *Folded) Fold(text string, base int) {
	to := folder{dst: f.Text[:0], at: append(f.At[:0], 0)[:0], base: base, gap: -1}
	to.fold(text, 0)
	to.at = append(to.at, int32(to.end(len(text))+base))
	f.Text, f.At = to.dst, to.at
}

// Source gives the range of the source that a range of the folded text comes from, in bytes: whole characters with the marks on them.
func (f *Folded) Source(start, end int) (from, to int) {
	if start >= end {
		return int(f.At[start]), int(f.At[start])
	}
	from, to = int(f.At[start]), int(f.At[end])
	for i := end; to == int(f.At[end-1]) && i < len(f.At); i++ { // one character that stands for several letters
		to = int(f.At[i])
	}
	return from, to
}

// side is what stands before a character of folded text.
type side uint8

const (
	behindSpace  side = iota // nothing, or a space
	behindArabic             // an Arabic letter
	behindOther              // a letter or digit of another script
)

// folder folds one text.
type folder struct {
	dst   []byte
	at    []int32      // the places of the bytes of dst, nil where they are not wanted
	words []FoldedWord // the words, nil where they are not wanted
	first int          // the first of them that is of this text
	base  int
	side  side
	gap   int  // where what separates the words began in the source, -1 for nothing
	odd   bool // the last word may be written otherwise than Unfold writes it
}

// fold appends a text from an offset on, folded. Most of a text is runs of Arabic letters with a space between them.
func (f *folder) fold(text string, i int) {
	for i < len(text) {
		c := text[i]
		switch {
		case c&^3 == 0xD8: // U+0600 to U+06FF
			if end := f.letters(text, i); end > i {
				i = end
				continue
			}
			i += f.pair(text, i)
		case c < utf8.RuneSelf:
			f.put(foldOf[c], i, foldOf[c] == c)
			i++
		default:
			i += f.pair(text, i)
		}
	}
}

// What the tables of folding have beside letters.
const (
	foldNothing = 0    // the character is left out
	foldRare    = 0xFF // not decided by the table
	foldOdd     = 0x80 // in foldPair: it is another letter that is written
)

// letters appends the run of Arabic letters at i, with the words behind it that one space divides, and gives its end.
func (f *folder) letters(text string, i int) (end int) {
	to := foldLetter(text, i)
	if to == 0 {
		return i
	}
	f.begin(behindArabic, i)
	for {
		dst, start, odd := f.dst, i, byte(0)
		for ; to != 0; to = foldLetter(text, i) {
			odd |= to
			dst = append(dst, to&^foldOdd)
			i += 2
		}
		f.dst, f.odd = dst, f.odd || odd >= foldOdd
		for ; f.at != nil && start < i; start += 2 {
			f.at = append(f.at, int32(start+f.base))
		}
		if i >= len(text) || text[i] != FoldedSpace {
			return i
		}
		if to = foldLetter(text, i+1); to == 0 {
			return i
		}
		f.space(i)
		i++
		f.beginWord(i)
	}
}

// foldLetter gives what the letter at i is folded to, foldOdd included; 0 where no Arabic letter is.
func foldLetter(text string, i int) byte {
	if i+1 >= len(text) || text[i]&^3 != 0xD8 {
		return 0
	}
	return foldPair[int(text[i]&3)<<8|int(text[i+1])]
}

// space appends what divides two words, which begins at i in the source.
func (f *folder) space(i int) {
	f.endWord(i)
	f.dst = append(f.dst, FoldedSpace)
	if f.at != nil {
		f.at = append(f.at, int32(i+f.base))
	}
}

// pair appends a character of two bytes or more, and gives its length.
func (f *folder) pair(text string, i int) int {
	c := text[i]
	if c < 0xC2 || c >= 0xDC || i+1 >= len(text) || text[i+1]&0xC0 != 0x80 { // beyond U+06FF
		r, n := utf8.DecodeRuneInString(text[i:])
		f.rare(r, i)
		return n
	}
	r := rune(c&0x1F)<<6 | rune(text[i+1]&0x3F)
	if to := foldOf[r]; to != foldRare {
		f.put(to, i, to == foldNothing && (classOf[r] == tatweel || classOf[r] == control))
	} else {
		f.rare(r, i)
	}
	return 2
}

// put appends what a character at i folds to. plain says that it is written as Unfold would, or counts for nothing in spelling.
func (f *folder) put(to byte, i int, plain bool) {
	switch to {
	case FoldedSpace:
		if f.gap < 0 && f.side != behindSpace {
			f.gap = i
		}
	case foldNothing:
		f.odd = f.odd || !plain && f.gap < 0
	default:
		side := behindOther
		if to < '0' {
			side = behindArabic
		}
		f.begin(side, i)
		f.odd = f.odd || !plain
		f.dst = append(f.dst, to)
		if f.at != nil {
			f.at = append(f.at, int32(i+f.base))
		}
	}
}

// begin puts a space where a word begins.
func (f *folder) begin(side side, i int) {
	if f.side == side && f.gap < 0 {
		return
	}
	if f.side != behindSpace {
		if f.gap < 0 {
			f.gap = i
		}
		f.space(f.gap)
	}
	f.gap, f.side = -1, side
	f.beginWord(i)
}

// end gives where the last word ends in a source of n bytes.
func (f *folder) end(n int) int {
	if f.gap >= 0 {
		return f.gap
	}
	return n
}

// divides reports whether a character beyond the table divides words: dashes, quotation marks, … and the like.
func divides(r rune) bool {
	return r == utf8.RuneError || r >= 0x2010 && r <= 0x2027 || r >= 0x2030 && r <= 0x205E
}

// rare appends what a character that the table does not decide folds to.
func (f *folder) rare(r rune, i int) {
	switch {
	case divides(r):
		f.put(FoldedSpace, i, true)
		return
	case unicode.Is(unicode.Mn, r):
		f.put(foldNothing, i, false)
		return
	case unicode.Is(unicode.Cf, r):
		return
	}
	if decomposed := norm.NFKD.String(string(r)); decomposed != string(r) {
		words, gap, letters := len(f.words), f.gap, len(f.dst)
		for _, d := range decomposed {
			switch {
			case d < tableEnd && foldOf[d] != foldRare:
				f.put(foldOf[d], i, false)
			case d != r:
				f.rare(d, i)
			}
		}
		f.tear(words, gap)
		if f.gap == i && len(f.dst) > letters { // ŀ is l and a point: the character is the word's, and the space behind it
			f.gap = i + utf8.RuneLen(r)
		}
		return
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mc, r) {
		f.put(FoldedSpace, i, true)
		return
	}
	f.begin(behindOther, i)
	f.odd = true
	before := len(f.dst)
	f.dst = utf8.AppendRune(f.dst, unicode.ToLower(r))
	for n := before; f.at != nil && n < len(f.dst); n++ {
		f.at = append(f.at, int32(i+f.base))
	}
}

// Unfold writes folded text in letters: one of those that fold to each byte.
func Unfold(folded []byte) string {
	return string(AppendUnfold(make([]byte, 0, 2*len(folded)), folded))
}

// AppendUnfold appends what Unfold gives.
func AppendUnfold(dst, folded []byte) []byte {
	for _, c := range folded {
		if r := letterOf(c); r != 0 {
			dst = utf8.AppendRune(dst, r)
		} else {
			dst = append(dst, c)
		}
	}
	return dst
}

// letterOf gives the Arabic letter of a byte of folded text, 0 for none.
func letterOf(c byte) rune {
	if c < '0' {
		return unfoldOf[c]
	}
	return 0
}
