package article

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// byteOrder is the order of the bytes of UTF-16 text.
type byteOrder uint8

const (
	notUTF16 byteOrder = iota
	littleEndian
	bigEndian
)

// utf16Order tells whether bytes are UTF-16, with a byte order mark or without. Without one nearly every unit must be a character
// of news in one order and not in the other: the other order turns them into Chinese, and so does either with ordinary text.
func utf16Order(raw []byte) byteOrder {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe, 0, 0}) && len(raw)%4 == 0:
		return notUTF16 // UTF-32, which nobody writes
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return littleEndian
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return bigEndian
	}
	head := raw[:min(len(raw), sniffBytes)&^1]
	// The upper half of every Arabic unit is 06, that of ASCII 00: no text in bytes has either. Two units are the least.
	if len(head) < 4 || bytes.IndexByte(head, 0) < 0 && bytes.IndexByte(head, 6) < 0 {
		return notUTF16
	}
	var likely [2]int // units that stand in news, were it little and big endian
	units := 0
	for i := 0; i < len(head); i += 2 {
		a, b := head[i], head[i+1]
		if a == 0 && b == 0 {
			continue // a NUL, as some exports leave at the end
		}
		units++
		if newsUnit(b, a) {
			likely[0]++
		}
		if newsUnit(a, b) {
			likely[1]++
		}
	}
	switch {
	case units*4 < len(head), units < 2:
		return notUTF16 // mostly NULs
	case likely[0]*100 >= units*97 && likely[1]*2 < units:
		return littleEndian
	case likely[1]*100 >= units*97 && likely[0]*2 < units:
		return bigEndian
	}
	return notUTF16
}

// newsUnit reports whether a UTF-16 unit of the given halves is a character that stands in Arabic news.
func newsUnit(high, low byte) bool {
	switch high {
	case 0x00:
		return low >= 0x20 && low < 0x7f || low >= 0xa0 || low == '\t' || low == '\n' || low == '\r'
	case 0x06:
		return true
	case 0x20: // dashes, quotes, ellipsis, directional marks
		return low >= 0x0b && low <= 0x3a || low >= 0x66 && low <= 0x69
	case 0xfb, 0xfe: // presentation forms, byte order mark
		return low >= 0x50
	}
	return false
}

func decodeUTF16(raw []byte, order byteOrder) (text, encoding string, warnings []string) {
	low, high, encoding := 0, 1, "utf-16le"
	if order == bigEndian {
		low, high, encoding = 1, 0, "utf-16be"
	}
	b := make([]byte, 0, len(raw))
	bad := 0
	for i := 0; i+1 < len(raw); i += 2 {
		r := rune(raw[i+low]) | rune(raw[i+high])<<8
		if i == 0 && r == '\ufeff' {
			continue
		}
		if utf16.IsSurrogate(r) {
			second := rune(utf8.RuneError)
			if i+3 < len(raw) {
				second = rune(raw[i+2+low]) | rune(raw[i+2+high])<<8
			}
			if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
				i += 2
			} else {
				bad++
			}
		}
		b = utf8.AppendRune(b, r)
	}
	if len(raw)%2 != 0 {
		b = utf8.AppendRune(b, utf8.RuneError)
		warnings = append(warnings, "The file ends in the middle of a character, shown as \ufffd.")
	}
	if bad > 0 {
		warnings = append(warnings, count(bad, "character is", "characters are")+" broken, shown as \ufffd.")
	}
	return string(b), encoding, warnings
}
