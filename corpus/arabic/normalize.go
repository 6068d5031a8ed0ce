package arabic

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalize gives a word, or any text, as it is compared: without vowel marks, tatweel and invisible characters; the forms of
// alef, yeh, heh, waw and kaf made one (أإآٱ→ا, ىئی→ي, ة→ه, ؤ→و, گ→ك, ڤ→ف, چ→ج, پ→ب), presentation forms as the letters
// that they stand for, digits as ASCII, other letters small. ء, white space and punctuation stay.
func Normalize(text string) string {
	return string(AppendNormal(make([]byte, 0, len(text)), text))
}

// AppendNormal appends a text as Normalize gives it.
func AppendNormal(dst []byte, text string) []byte {
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c < utf8.RuneSelf:
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst, i = append(dst, c), i+1
		case c >= 0xD8 && c < 0xDC && i+1 < len(text) && text[i+1]&0xC0 == 0x80: // U+0600 to U+06FF
			dst = appendTwo(dst, normalOf[c&0x03<<6|text[i+1]&0x3F])
			i += 2
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			dst = appendRare(dst, r, text[i:i+n])
			i += n
		}
	}
	return dst
}

// AppendToken appends a token of text as it is compared: a word or number as Normalize gives it, an acronym as its letters
// with a stop between each two ("أ .ف .ب" → "ا.ف.ب").
func AppendToken(dst []byte, text string, t Token) []byte {
	if t.Kind != Acronym {
		return AppendNormal(dst, text[t.Start:t.End])
	}
	first := len(dst)
	for i := t.Start; i < t.End; {
		c, n := classAt(text, i)
		if c == letter {
			if len(dst) > first {
				dst = append(dst, '.')
			}
			dst = AppendNormal(dst, text[i:i+n])
		}
		i += n
	}
	return dst
}

// appendTwo appends a character below U+0800, or nothing for 0.
func appendTwo(dst []byte, r uint16) []byte {
	switch {
	case r == 0:
		return dst
	case r < utf8.RuneSelf:
		return append(dst, byte(r))
	}
	return append(dst, 0xC0|byte(r>>6), 0x80|byte(r&0x3F))
}

// appendRare appends a character outside ASCII and the Arabic block, raw its bytes in the text.
func appendRare(dst []byte, r rune, raw string) []byte {
	switch {
	case r == utf8.RuneError:
		return append(dst, raw...)
	case r < 0x300:
		return utf8.AppendRune(dst, unicode.ToLower(r))
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return dst
	case r >= 0xFB50 && r < 0xFF00 || r >= 0xFF01 && r < 0xFFEF: // presentation forms and full width
		if decomposed := norm.NFKC.String(raw); decomposed != raw {
			return AppendNormal(dst, decomposed)
		}
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}
