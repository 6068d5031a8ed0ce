package cli

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// visible makes a text fit for one line of output: white space becomes a blank, and what could act on the terminal or
// on the order of the line is shown instead of sent.
func visible(s string) string {
	if plain(s) || !strings.ContainsFunc(s, func(r rune) bool { return unsafe(r) || r == utf8.RuneError }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if blank(r) {
			return ' '
		}
		return symbol(r)
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// plain reports whether a text is valid and has nothing unsafe in it. It looks at eight bytes at a time where they are ASCII or four letters of Arabic,
// which takes a fifth of the time of looking at characters.
func plain(s string) bool {
	const (
		ones        = 0x0101010101010101
		highs       = 0x80 * ones
		arabic      = 0x80D880D880D880D8 // four characters of U+0600 to U+06FF
		arabicShape = 0xC0FCC0FCC0FCC0FC
	)
	for i := 0; i < len(s); {
		if i+8 <= len(s) {
			w := binary.LittleEndian.Uint64([]byte(s[i : i+8]))
			printable := ((w-' '*ones)|(w+ones))&highs == 0 // where all are ASCII: none is below the blank, and none is DEL
			if w&highs == 0 && printable || w&arabicShape == arabic {
				i += 8
				continue
			}
		}
		switch c := s[i]; {
		case c >= ' ' && c < 0x7F:
			i++
		case c&0xFC == 0xD8 && i+1 < len(s) && s[i+1]&0xC0 == 0x80:
			i += 2
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if unsafe(r) || r == utf8.RuneError && n == 1 {
				return false
			}
			i += n
		}
	}
	return true
}

// stored makes a paragraph fit for output as it is stored: on one line, controls shown instead of sent, every other
// character kept.
func stored(s string) string {
	if !strings.ContainsFunc(s, unicode.IsControl) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for len(s) > 0 {
		i := strings.IndexFunc(s, unicode.IsControl)
		if i < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:i])
		s = s[i:]
		if n := len(s) - len(strings.TrimLeftFunc(s, func(r rune) bool { return blank(r) || r == ' ' })); n > 0 {
			b.WriteByte(' ')
			s = s[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		b.WriteRune(symbol(r))
		s = s[n:]
	}
	return b.String()
}

// withoutMarks drops the combining marks of Arabic writing, but for madda and hamza, which make another letter.
func withoutMarks(s string) string {
	return strings.Map(func(r rune) rune {
		arabic := r >= 0x610 && r <= 0x8FF && unicode.In(r, unicode.Arabic, unicode.Inherited)
		if arabic && unicode.Is(unicode.Mn, r) && (r < 0x653 || r > 0x655) {
			return -1
		}
		return r
	}, s)
}

// blank reports whether a control is white space.
func blank(r rune) bool { return r >= '\t' && r <= '\r' }

// unsafe reports whether a character may not be sent as it is: controls, line separators, and the explicit bidi
// formatting characters, which would reorder what follows them on the line.
func unsafe(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' ||
		r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// symbol gives the visible form of an unsafe character: the control picture of a C0 control and DEL, else U+FFFD.
func symbol(r rune) rune {
	switch {
	case !unsafe(r):
		return r
	case r < ' ':
		return 0x2400 + r
	case r == 0x7F:
		return '\u2421'
	}
	return '\uFFFD'
}

// escapeJSON writes the unsafe characters that encoding/json leaves as they are as \u escapes. They can stand only
// inside strings, where that means the same.
func escapeJSON(line []byte) []byte {
	if body := bytes.TrimSuffix(line, []byte("\n")); plain(string(body)) {
		return line
	}
	out := make([]byte, 0, len(line)+32)
	for _, r := range string(line) {
		if unsafeJSON(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
			continue
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

func unsafeJSON(r rune) bool { return unsafe(r) && r != '\n' }
