package arabic

import (
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
	dst, _ = fold(dst, nil, text, 0)
	return dst
}

// Folded is a folded text that knows where each of its bytes comes from.
type Folded struct {
	Text []byte
	At   []int32 // by byte of Text: where in the source its character begins; one more: where the last character of a word ends
}

// Fold folds a text into the memory of f, and remembers where in the source everything is: offsets are counted from base.
func (f *Folded) Fold(text string, base int) {
	f.Text, f.At = fold(f.Text[:0], append(f.At[:0], 0)[:0], text, base)
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
	dst  []byte
	at   []int32
	base int
	side side
	gap  int // where what separates the words began in the source, -1 for nothing
}

// fold appends a folded text to dst and, unless that is nil, the places of its bytes to at.
func fold(dst []byte, at []int32, text string, base int) ([]byte, []int32) {
	f := folder{dst: dst, at: at, base: base, gap: -1}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c < utf8.RuneSelf:
			f.put(foldOf[c], i)
			i++
		case c >= 0xC2 && c < 0xDC && i+1 < len(text) && text[i+1]&0xC0 == 0x80: // U+0080 to U+06FF
			if to := foldOf[rune(c&0x1F)<<6|rune(text[i+1]&0x3F)]; to != foldRare {
				f.put(to, i)
			} else {
				f.rare(rune(c&0x1F)<<6|rune(text[i+1]&0x3F), i)
			}
			i += 2
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			f.rare(r, i)
			i += n
		}
	}
	if f.at != nil {
		end := len(text)
		if f.gap >= 0 {
			end = f.gap
		}
		f.at = append(f.at, int32(end+base))
	}
	return f.dst, f.at
}

// What the table of folding has beside letters.
const (
	foldNothing = 0    // the character is left out
	foldRare    = 0xFF // not decided by the table
)

// put appends what a character at i folds to.
func (f *folder) put(to byte, i int) {
	switch {
	case to == FoldedSpace:
		if f.gap < 0 && f.side != behindSpace {
			f.gap = i
		}
		return
	case to == foldNothing:
		return
	}
	f.begin(to < '0', i)
	f.dst = append(f.dst, to)
	if f.at != nil {
		f.at = append(f.at, int32(i+f.base))
	}
}

// begin puts a space where a word begins.
func (f *folder) begin(arabic bool, i int) {
	side := behindOther
	if arabic {
		side = behindArabic
	}
	if f.side != behindSpace && (f.gap >= 0 || f.side != side) {
		f.dst = append(f.dst, FoldedSpace)
		if f.at != nil {
			if f.gap < 0 {
				f.gap = i
			}
			f.at = append(f.at, int32(f.gap+f.base))
		}
	}
	f.gap, f.side = -1, side
}

// rare appends what a character that the table does not decide folds to.
func (f *folder) rare(r rune, i int) {
	switch {
	case r == utf8.RuneError:
		f.put(FoldedSpace, i)
		return
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return
	}
	if decomposed := norm.NFKD.String(string(r)); decomposed != string(r) {
		for _, d := range decomposed {
			switch {
			case d < tableEnd && foldOf[d] != foldRare:
				f.put(foldOf[d], i)
			case d != r:
				f.rare(d, i)
			}
		}
		return
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mc, r) {
		f.put(FoldedSpace, i)
		return
	}
	f.begin(false, i)
	before := len(f.dst)
	f.dst = utf8.AppendRune(f.dst, unicode.ToLower(r))
	for n := before; f.at != nil && n < len(f.dst); n++ {
		f.at = append(f.at, int32(i+f.base))
	}
}

// Unfold writes folded text in letters: one of those that fold to each byte.
func Unfold(folded []byte) string {
	text := make([]byte, 0, 2*len(folded))
	for _, c := range folded {
		if r := letterOf(c); r != 0 {
			text = utf8.AppendRune(text, r)
		} else {
			text = append(text, c)
		}
	}
	return string(text)
}

// letterOf gives the Arabic letter of a byte of folded text, 0 for none.
func letterOf(c byte) rune {
	if c < '0' {
		return unfoldOf[c]
	}
	return 0
}
