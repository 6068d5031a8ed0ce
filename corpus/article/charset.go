package article

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// knownCharset gives our name of a charset that a page or a mail names, "" for one we do not know. A page that says Latin 1
// and is Arabic is too common for the label to count.
func knownCharset(label string) string {
	switch strings.ToLower(strings.Trim(label, " \t\"'")) {
	case "utf-8", "utf8":
		return "utf-8"
	case "windows-1256", "cp1256", "x-cp1256":
		return "windows-1256"
	case "iso-8859-6", "iso8859-6", "asmo-708", "ecma-114", "arabic", "iso-8859-6-i", "iso-8859-6-e":
		return "iso-8859-6"
	}
	return ""
}

// guessCharset tells the charset of bytes that are not valid UTF-8.
func guessCharset(raw []byte) string {
	valid, invalid := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			invalid++
		} else {
			valid++
		}
		i += n
	}
	// In a single-byte text hardly any pair of bytes happens to be valid UTF-8; in a damaged UTF-8 text nearly all are.
	if valid > invalid {
		return "utf-8"
	}
	return guessSingleByte(raw)
}

// guessSingleByte tells windows-1256 from ISO-8859-6 and from Western text by the letters that are frequent in one and
// rare or unused in the other.
func guessSingleByte(raw []byte) string {
	var n [256]int
	for _, c := range raw {
		n[c]++
	}
	sum := func(codes ...byte) (total int) {
		for _, c := range codes {
			total += n[c]
		}
		return total
	}
	high, ascii := 0, 0
	for c := range n {
		switch {
		case c >= 0xc0:
			high += n[c]
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z':
			ascii += n[c]
		}
	}
	// Arabic letters come in words of their own; accents stand between Latin letters, at most one in five or so.
	if high*4 < ascii && latinNeighbours(raw)*2 > high {
		return "windows-1252"
	}
	// f, q, k, the stretch and the final ya of windows-1256 are unused codes in ISO-8859-6 (DB–DF) or vowel signs (EC, ED).
	windows := sum(0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0xec, 0xed, 0xf3, 0xf5, 0xf6, 0xf8, 0xfa)
	// q, h, w, alef maksura and ya of ISO-8859-6 are accented Latin letters in windows-1256.
	iso := sum(0xe2, 0xe7, 0xe8, 0xe9, 0xea)
	if iso > windows {
		return "iso-8859-6"
	}
	return "windows-1256"
}

// latinNeighbours counts the bytes over 0xC0 that touch an ASCII letter.
func latinNeighbours(raw []byte) int {
	letter := func(i int) bool {
		return i >= 0 && i < len(raw) && (raw[i]|0x20 >= 'a' && raw[i]|0x20 <= 'z') && raw[i] < utf8.RuneSelf
	}
	n := 0
	for i, c := range raw {
		if c >= 0xc0 && (letter(i-1) || letter(i+1)) {
			n++
		}
	}
	return n
}

// decodeSingleByte turns a single-byte text into UTF-8 and counts the bytes that mean nothing in its charset.
func decodeSingleByte(raw []byte, charset string) (text string, bad int) {
	page := charmap.Windows1256
	switch charset {
	case "iso-8859-6":
		page = charmap.ISO8859_6
	case "windows-1252":
		page = charmap.Windows1252
	}
	var table [256]rune
	for c := range table {
		table[c] = page.DecodeByte(byte(c))
	}
	var b strings.Builder
	b.Grow(len(raw) * 2)
	for _, c := range raw {
		if c < utf8.RuneSelf {
			b.WriteByte(c)
			continue
		}
		if table[c] == utf8.RuneError {
			bad++
		}
		b.WriteRune(table[c])
	}
	return b.String(), bad
}

// repairUTF8 replaces each byte that is not UTF-8 and counts them.
func repairUTF8(raw []byte) (text string, bad int) {
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/64)
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		if r == utf8.RuneError && n == 1 {
			bad++
		}
		b.WriteRune(r)
		raw = raw[n:]
	}
	return b.String(), bad
}

// byteOrder is the order of the bytes of UTF-16 text.
type byteOrder uint8

const (
	notUTF16 byteOrder = iota
	littleEndian
	bigEndian
)

// utf16Order tells whether bytes are UTF-16, with a byte order mark or without.
func utf16Order(raw []byte) byteOrder {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return littleEndian
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return bigEndian
	case len(raw) < 8 || len(raw)%2 != 0:
		return notUTF16
	}
	head := raw[:min(len(raw), sniffBytes)]
	if bytes.IndexByte(head, 0) < 0 {
		return notUTF16 // every space and line break in UTF-16 has one
	}
	var upper [2]int // how often the even and the odd bytes are the upper half of an ASCII, Arabic or punctuation character
	for i, c := range head {
		if c == 0x00 || c == 0x06 || c == 0x20 {
			upper[i%2]++
		}
	}
	// White space is 00 20 or 20 00, so both halves score a little; only one half of real UTF-16 scores nearly always.
	half := len(head) / 2
	zeros := bytes.Count(head, []byte{0})
	switch {
	case zeros*40 < len(head):
		return notUTF16
	case upper[1]*100 >= half*95 && upper[0]*2 < half:
		return littleEndian
	case upper[0]*100 >= half*95 && upper[1]*2 < half:
		return bigEndian
	}
	return notUTF16
}

func decodeUTF16(raw []byte, order byteOrder) (text, encoding string, warnings []string) {
	var endian binary.ByteOrder = binary.LittleEndian
	encoding = "utf-16le"
	if order == bigEndian {
		endian, encoding = binary.BigEndian, "utf-16be"
	}
	units := make([]uint16, 0, len(raw)/2)
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, endian.Uint16(raw[i:]))
	}
	if len(units) > 0 && units[0] == 0xfeff {
		units = units[1:]
	}
	if len(raw)%2 != 0 {
		warnings = append(warnings, "The last byte is half a character and left out.")
	}
	runes := utf16.Decode(units)
	bad := 0
	for _, r := range runes {
		if r == utf8.RuneError {
			bad++
		}
	}
	if bad > 0 {
		warnings = append(warnings, count(bad, "character is", "characters are")+" broken, shown as \ufffd.")
	}
	return string(runes), encoding, warnings
}
