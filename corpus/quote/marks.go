package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marked is a stretch of text between quotation marks.
type marked struct {
	start, end int  // bytes of the block's text, the marks inside
	open       bool // the closing mark is missing: it ends with the paragraph
}

// inner gives the text between the marks.
func (m marked) inner(text string) string {
	s := text[m.start:m.end]
	for {
		r, n := utf8.DecodeRuneInString(s)
		if !strings.ContainsRune(openers+closers+"/", r) || n == 0 {
			break
		}
		s = s[n:]
	}
	for {
		r, n := utf8.DecodeLastRuneInString(s)
		if !strings.ContainsRune(openers+closers+"/", r) || n == 0 {
			return s
		}
		s = s[:len(s)-n]
	}
}

const (
	openers = "«“\"”„‘"
	closers = "»”\"“’"

	// openersFirst are the first bytes of the openers but for the plain mark. No other byte of a letter is one.
	openersFirst = "\xc2\xe2"
)

// maySpeak reports whether a text has anything that quotes begin with: a mark that opens one, or a colon.
func maySpeak(text string) bool { return strings.IndexByte(text, ':') >= 0 || hasMarks(text) }

// hasMarks reports whether a text may have a mark that opens a quotation.
func hasMarks(text string) bool {
	return strings.IndexByte(text, '"') >= 0 || strings.IndexByte(text, openersFirst[0]) >= 0 ||
		strings.IndexByte(text, openersFirst[1]) >= 0 || strings.Contains(text, slashes)
}

// slashes open a quotation of some agencies, and close it: // … //.
const slashes = "//"

// appendMarked appends the quotations of a text, the outer ones alone. continued says that one from the paragraph above is still open;
// it goes on only where the text opens with a mark again.
func appendMarked(all []marked, text string, continued bool) []marked {
	if !hasMarks(text) {
		return all
	}
	for i := 0; i < len(text); {
		if c := text[i]; c != openersFirst[0] && c != openersFirst[1] && c != '"' && c != '/' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == '/' && strings.HasPrefix(text[i:], "// ") {
			if end := strings.Index(text[i+3:], " //"); end > 0 && !strings.Contains(text[i+3:i+3+end], "انتهى") {
				all = append(all, marked{start: i, end: i + 3 + end + 3})
				i += 3 + end + 3
				continue
			}
		}
		if !strings.ContainsRune(openers, r) || r != '«' && closes(text, i, n) {
			i += n
			continue
		}
		end, ok := closing(text, i+n, r)
		switch {
		case ok:
			all = append(all, marked{start: i, end: end})
		case r == '«' || r == '“' || opensSpeech(text[:i]) || continued && i == 0:
			end = len(text)
			all = append(all, marked{start: i, end: end, open: true})
		default: // a stray mark opens nothing
			end = i + n
		}
		i = end
	}
	return all
}

// closing gives the place behind the mark that closes a quotation whose text begins at i, marks nested in it aside.
func closing(text string, i int, open rune) (end int, ok bool) {
	for depth := 1; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case !closer(open, r) && (open != '«' || r != '«'):
		case r == '«', r != '"' && r != '»' && r != '’' && opens(text, i, n): // newsrooms write ”…” and “…“ as well as “…”
			depth++
		default:
			if depth--; depth == 0 {
				return i + n, true
			}
		}
		i += n
	}
	return 0, false
}

// closer reports whether a mark may close what another has opened.
func closer(open, r rune) bool {
	switch open {
	case '«':
		return r == '»'
	case '"':
		return r == '"'
	case '‘':
		return r == '’'
	}
	return r == '”' || r == '“'
}

// opens reports whether the mark at i, of n bytes, stands as an opening one: space before it, none behind.
func opens(text string, i, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+n:])
	return (i == 0 || unicode.IsSpace(before)) && i+n < len(text) && !unicode.IsSpace(after)
}

// closes reports whether the mark at i, of n bytes, can only close: a word before it, and space or punctuation behind. One letter
// before it is a word joined to the front of the quotation (بـ"…").
func closes(text string, i, n int) bool {
	before, width := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+n:])
	if i == 0 || unicode.IsSpace(before) || before == 'ـ' || i+n < len(text) && !unicode.IsSpace(after) && !unicode.IsPunct(after) {
		return false
	}
	first, _ := utf8.DecodeLastRuneInString(text[:i-width])
	return i-width == 0 || !unicode.IsSpace(first) || !unicode.IsLetter(before)
}

// opensSpeech reports whether a text ends as the words before a quotation do.
func opensSpeech(before string) bool {
	return strings.HasSuffix(strings.TrimRight(before, " \u00a0"), ":")
}
