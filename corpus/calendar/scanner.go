package calendar

import (
	"strings"
	"unicode/utf8"
)

// scanner reads calendar expressions from a text. Each of its methods looks at a bounded number of words from where it is told to
// begin, so that the whole is linear.
type scanner struct {
	text   string
	blanks bool // blank lines may stand within a date
}

// gap passes over the white space between the words of one expression.
func (s *scanner) gap(i int) int {
	if s.blanks {
		return skipSpace(s.text, i)
	}
	return sameLine(s.text, i)
}

// next reads the word behind i and the gap.
func (s *scanner) next(i int) word { return wordAt(s.text, s.gap(i)) }

// plain reads the word behind i and the gap, if no clitic is written together with it.
func (s *scanner) plain(i int) word {
	w := s.next(i)
	if w.clitic != 0 {
		w.kind = none
	}
	return w
}

// pass passes over a word of the kind behind i, where one stands.
func (s *scanner) pass(i int, k kind) int {
	if w := s.plain(i); w.kind == k {
		return w.end
	}
	return i
}

// punct passes over one of the marks behind i and the gap; false if none of them stands there.
func (s *scanner) punct(i int, marks string) (end int, ok bool) {
	i = s.gap(i)
	r, n := utf8.DecodeRuneInString(s.text[i:])
	if n == 0 || !strings.ContainsRune(marks, r) || r == utf8.RuneError {
		return i, false
	}
	return i + n, true
}

// bracketed reads what stands between brackets behind i: read gives the end of it. Without the closing bracket it is not read.
func (s *scanner) bracketed(i int, read func(i int) (end int, ok bool)) (end int, ok bool) {
	at, ok := s.punct(i, "(")
	if !ok {
		return i, false
	}
	end, ok = read(s.gap(at))
	if !ok {
		return i, false
	}
	end, ok = s.punct(end, ")")
	if !ok {
		return i, false
	}
	return end, true
}

// joined passes over what joins the two ends of a range: و, إلى, حتى or a dash; also those of the marks that are given.
func (s *scanner) joined(i int, marks string) (end int, ok bool) {
	at := s.gap(i)
	if w := wordAt(s.text, at); w.kind == and || w.kind == to {
		return s.gap(w.end), true
	}
	if end, ok := s.punct(i, "-–—"+marks); ok {
		return s.gap(end), true
	}
	return i, false
}
