package article

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

//go:generate go run gen_charset.go ../../../shared/data/articles/dev

// The names of charsets, as Source.Encoding has them.
const (
	charsetUTF8        = "utf-8"
	charsetWindows1256 = "windows-1256"
	charsetISO8859x6   = "iso-8859-6"
	charsetCP720       = "cp720"
	charsetMacArabic   = "x-mac-arabic"
	charsetWindows1252 = "windows-1252"
	charsetLatin1      = "iso-8859-1"
)

// arabicCharsets are the single-byte charsets in which Arabic was written, the most common first.
var arabicCharsets = [...]string{charsetWindows1256, charsetISO8859x6, charsetCP720, charsetMacArabic}

const macArabicIndex = len(arabicCharsets) - 1

// codePage holds the characters of a single-byte charset from 0x80 on, U+FFFD for the codes that mean nothing; below they are ASCII.
type codePage [128]rune

func codePageOf(charset string) *codePage {
	var source *charmap.Charmap
	switch charset {
	case charsetCP720:
		return (*codePage)(&cp720)
	case charsetMacArabic:
		return (*codePage)(&macArabic)
	case charsetISO8859x6:
		source = charmap.ISO8859_6
	case charsetWindows1252:
		source = charmap.Windows1252
	case charsetLatin1:
		source = charmap.ISO8859_1
	default:
		source = charmap.Windows1256
	}
	var page codePage
	for c := range page {
		page[c] = source.DecodeByte(byte(c + 0x80))
	}
	return &page
}

// knownCharset gives our name of a charset that a page or a mail names, "" for one we do not know. A page that says Latin 1
// and is Arabic is too common for the label to count.
func knownCharset(label string) string {
	switch strings.ToLower(strings.Trim(label, " \t\"'")) {
	case "utf-8", "utf8":
		return charsetUTF8
	case "windows-1256", "cp1256", "x-cp1256", "ms-arab":
		return charsetWindows1256
	case "iso-8859-6", "iso8859-6", "iso_8859-6", "asmo-708", "ecma-114", "arabic", "csisolatinarabic", "iso-8859-6-i", "iso-8859-6-e":
		return charsetISO8859x6
	case "cp720", "ibm720", "dos-720", "ibm-720":
		return charsetCP720
	case "x-mac-arabic", "mac-arabic", "macarabic":
		return charsetMacArabic
	}
	return ""
}

// mostlyUTF8 reports whether bytes that are not all valid UTF-8 are a damaged UTF-8 text. In a single-byte text hardly any two bytes
// happen to be a character of UTF-8, in a damaged one nearly all do; so one kind is soon far ahead.
func mostlyUTF8(raw []byte) bool {
	const farAhead = 1 << 8
	valid, invalid := 0, 0
	for i := 0; i < len(raw) && max(valid-invalid, invalid-valid) < farAhead; {
		switch c := raw[i]; {
		case c < utf8.RuneSelf:
			i++
			continue
		case c < 0xe0 && i+1 < len(raw):
			if c >= 0xc2 && raw[i+1]&0xc0 == 0x80 {
				valid++
				i++
			} else {
				invalid++
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			valid++
		case utf8.FullRune(raw[i:]): // a character that the end cuts says nothing
			invalid++
		}
		i += n
	}
	return valid > invalid
}

// guess is the charset that a single-byte text is most probably in.
type guess struct {
	charset string
	rival   string // another that is nearly as probable and would give another text, "" for none
	cost    float64
}

// nearlyAsGood is how much less probable, in bits, a rival charset is at most: a thousand to one.
const nearlyAsGood = 10

// guessCharset tells the charset of bytes that are not UTF-8: the one in which their letters follow each other as in Arabic.
// declared is what the file says of itself, "" for nothing; it counts where it is not much worse than the best.
func guessCharset(raw []byte, declared string) guess {
	if declared == "" && western(raw) {
		return guess{charset: charsetWindows1252}
	}
	sample := raw
	if first := bytes.IndexFunc(raw, func(r rune) bool { return r >= utf8.RuneSelf }); first > 0 {
		sample = raw[first:]
	}
	costs, best, far := readingCosts(sample[:min(len(sample), firstSample)])
	if !far {
		sample = sample[:min(len(sample), sampleBytes)]
		costs, best, _ = readingCosts(sample)
	}
	if arabicCharsets[best] == charsetISO8859x6 && bytes.Count(sample, []byte{0xa0}) > bytes.Count(sample, []byte{' '}) {
		best = macArabicIndex // the same letters, but its Arabic space is A0
	}
	for i, charset := range arabicCharsets {
		if charset == declared && costs[i] <= costs[best]+nearlyAsGood {
			return guess{charset: charset, cost: costs[i]}
		}
	}
	g := guess{charset: arabicCharsets[best], cost: costs[best]}
	rival := math.Inf(1)
	for i, charset := range arabicCharsets {
		if i != best && costs[i] < min(rival, costs[best]+nearlyAsGood) && !sameReading(sample, g.charset, charset) {
			g.rival, rival = charset, costs[i]
		}
	}
	return g
}

const (
	// sampleBytes is how much of a text tells its charset, from its first letter on. Sixty bytes tell the letters of one from those of
	// another; the charset of the Mac differs from ISO-8859-6 in signs alone, which are rare.
	sampleBytes = 64 << 10
	// firstSample is how much of it is looked at first.
	firstSample = 1 << 9
	// farBetter is how much more probable, in bits, a charset must be in the first sample to need no more: as much as fifty letters tell.
	farBetter = 256
)

// readingCosts gives how improbable a sample is in each of the Arabic charsets, the best of them, and whether it is far better than the others.
func readingCosts(sample []byte) (costs [len(arabicCharsets)]float64, best int, far bool) {
	for i := range costs {
		// The rarer charsets must be better to win, by as much as they are rarer: one file in 2^3, 2^6, 2^9.
		costs[i] = arabicReadings[i].cost(sample) + 3*float64(i)
		if costs[i] < costs[best] {
			best = i
		}
	}
	for i := range costs {
		if i != best && costs[i] < costs[best]+farBetter {
			return costs, best, false
		}
	}
	return costs, best, true
}

// western reports whether the bytes over 0x7F are accented letters in words of Latin ones. Arabic letters come in words of their
// own; accents stand between Latin letters, at most one in four or so. A text in which Arabic is far ahead is soon known.
func western(raw []byte) bool {
	const farAhead = 1 << 8
	high, ascii, beside := 0, 0, 0
	before := byte(' ')
	for i, c := range raw {
		switch {
		case high > ascii+farAhead:
			return false
		case latinLetter(c):
			ascii++
		case c >= 0xc0:
			high++
			if latinLetter(before) || i+1 < len(raw) && latinLetter(raw[i+1]) {
				beside++
			}
		}
		before = c
	}
	return high > 0 && high*4 < ascii && beside*2 > high
}

func latinLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// reading is what the bytes of a charset are to the guess.
type reading struct {
	classes [256]uint8 // the row of bigramCost that the character belongs to, or passedOver
	costs   [256]uint8 // what it costs beside, in eighths of a bit
}

// cost gives how improbable a text is as Arabic when it is read so, in bits.
func (r *reading) cost(raw []byte) float64 {
	total, before := 0, uint8(0)
	for _, c := range raw {
		class := r.classes[c]
		total += int(r.costs[c])
		if class == passedOver {
			continue
		}
		if before|class != 0 {
			total += int(bigramCost[before][class])
		}
		before = class
	}
	return float64(total) / 8
}

// passedOver is the class of the marks that stand between letters and change nothing in what follows what.
const passedOver = 0xff

// sameReading reports whether two charsets give the same letters.
func sameReading(raw []byte, a, b string) bool {
	first, second := codePageOf(a), codePageOf(b)
	for _, c := range raw {
		if c < utf8.RuneSelf || first[c-0x80] == second[c-0x80] {
			continue
		}
		if unicode.IsLetter(first[c-0x80]) || unicode.IsLetter(second[c-0x80]) {
			return false
		}
	}
	return true
}

// decodeSingleByte turns a single-byte text into UTF-8 and counts the bytes that mean nothing in its charset. Every character is written as
// four bytes, and the next one behind those that it has: a look at how many these are would go wrong at each end of a word.
func decodeSingleByte(raw []byte, charset string) (text string, bad int) {
	page := utf8Page(codePageOf(charset))
	lost := character{0xbdbfef, 3} // U+FFFD
	b := make([]byte, 0, 2*len(raw)+8)
	for _, c := range raw {
		char := page[c]
		n := len(b) + int(char.length)
		b = binary.LittleEndian.AppendUint32(b, char.bytes)[:n]
		if char == lost {
			bad++
		}
	}
	return string(b), bad
}

// character is a character in UTF-8: the bytes that it has, the first lowest.
type character struct{ bytes, length uint32 }

// utf8Page gives the characters of all 256 bytes.
func utf8Page(page *codePage) (all [256]character) {
	for c := range all {
		r := rune(c)
		if c >= utf8.RuneSelf {
			r = page[c-utf8.RuneSelf]
		}
		var b [4]byte
		length := utf8.EncodeRune(b[:], r)
		all[c] = character{binary.LittleEndian.Uint32(b[:]), uint32(length)}
	}
	return all
}

// decodeUnknown turns bytes that are not valid UTF-8 into it. declared is our name of the charset that the file names, or "".
func decodeUnknown(raw []byte, declared string) (text, charset string, warnings []string) {
	if mostlyUTF8(raw) {
		text, warnings = repairUTF8(raw)
		return text, charsetUTF8, warnings
	}
	wanted := declared
	if wanted == charsetUTF8 {
		wanted = ""
	}
	g := guessCharset(raw, wanted)
	text, bad := decodeSingleByte(raw, g.charset)
	switch {
	case declared != "" && g.charset != declared:
		warnings = append(warnings, fmt.Sprintf("The file says that it is %s, but reads as %s and is decoded from that.", declared, g.charset))
	case lostLetters(text) != nil: // nothing is left to guess by
	case g.charset == charsetWindows1252:
		warnings = append(warnings, "The charset was guessed: the text seems to be Western, and is decoded from windows-1252.")
	case g.rival != "":
		warnings = append(warnings, fmt.Sprintf("The charset was guessed: %s fits best, and %s nearly as well.", g.charset, g.rival))
	}
	if bad > 0 {
		warnings = append(warnings, count(bad, "byte has", "bytes have")+" no meaning in "+g.charset+", shown as \ufffd.")
	}
	return text, g.charset, warnings
}

// repairUTF8 replaces each byte that is not UTF-8, and a character that the end of the file cuts.
func repairUTF8(raw []byte) (text string, warnings []string) {
	b := make([]byte, 0, len(raw)+len(raw)/32)
	bad, cut := 0, false
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		if r == utf8.RuneError && n == 1 {
			if cut = !utf8.FullRune(raw); cut {
				n = len(raw)
			} else {
				bad++
			}
		}
		b = utf8.AppendRune(b, r)
		raw = raw[n:]
	}
	if bad > 0 {
		warnings = append(warnings, count(bad, "byte is", "bytes are")+" not UTF-8, shown as \ufffd.")
	}
	if cut {
		warnings = append(warnings, "The file ends in the middle of a character, shown as \ufffd.")
	}
	return string(b), warnings
}
