package search

import (
	"bytes"
	"slices"
	"strings"

	"jarida/corpus/arabic"
)

// NewMarks gives what finds words in a text as a reader looks for them there: folded, in this order, the first and the last also within a
// word, = and quotation marks as in a query, Latin letters and another layout by the words of the text itself (or of lex, if not nil).
func NewMarks(typed, text string, lex Lexicon) Marks {
	typed = strings.TrimSpace(typed)
	bare, exact := strings.CutPrefix(typed, "=")
	bare, quoted := unquoted(bare)
	if exact || quoted {
		return whole(leaf{text: bare, exact: exact})
	}
	sought := arabic.AppendFold(nil, typed)
	if len(sought) == 0 {
		return Marks{}
	}
	m := Marks{parts: []partPattern{{letters: sought, spelling: string(arabic.AppendSpelling(nil, typed))}}}
	if len(m.Append(nil, text, 0)) > 0 {
		return m
	}
	if lex == nil {
		lex = lexiconOf(text)
	}
	if read := readMarks(strings.Fields(typed), lex); len(read.patterns) > 0 {
		return read
	}
	return m
}

// unquoted takes quotation marks off a text.
func unquoted(text string) (inner string, quoted bool) {
	for _, marks := range [][2]string{{`"`, `"`}, {"«", "»"}, {"“", "”"}, {"„", "“"}} {
		if rest, ok := strings.CutPrefix(text, marks[0]); ok {
			return strings.TrimSuffix(rest, marks[1]), true
		}
	}
	return text, false
}

// whole gives what finds the words of a leaf, one behind the other, without clitics.
func whole(l leaf) Marks {
	p := pattern{how: l.how}
	for _, w := range l.words() {
		v := variant{word: w.word, spelling: w.spelling, same: Exact, other: Folded, only: l.exact}
		p.slots = append(p.slots, markSlot{words: map[string]variant{string(w.word): v}})
	}
	if len(p.slots) == 0 {
		return Marks{}
	}
	return Marks{patterns: []pattern{p}}
}

// readMarks gives what finds words by what they may stand for: each word by any of its readings, or as it is.
func readMarks(words []string, lex Lexicon) Marks {
	var m Marks
	readings := ReadAll(words, lex)
	sure := func(r Reading) bool { return !r.Offer }
	if !slices.ContainsFunc(slices.Concat(readings...), sure) {
		return m
	}
	if len(words) == 1 {
		for _, r := range readings[0] {
			if sure(r) {
				m.patterns = append(m.patterns, whole(leaf{text: r.Text, how: r.How}).patterns...)
			}
		}
		return m
	}
	var p pattern
	for i, word := range words {
		slot := markSlot{words: map[string]variant{}}
		for _, r := range append([]Reading{{Text: word, How: Folded}}, readings[i]...) {
			l := leaf{text: r.Text}
			if w := l.words(); len(w) == 1 && sure(r) {
				slot.words[string(w[0].word)] = variant{word: w[0].word, same: r.How, other: r.How}
			}
		}
		p.slots = append(p.slots, slot)
	}
	return Marks{patterns: []pattern{p}}
}

// partPattern is letters that are looked for anywhere, also within words.
type partPattern struct {
	letters  []byte // folded words with spaces between them
	spelling string // as they were typed
}

// append appends the ranges of a text in which the letters stand, one behind the other.
func (p *partPattern) append(dst []Span, text string) []Span {
	var f arabic.Folded
	f.Fold(text, 0)
	for i := 0; i < len(f.Text); {
		n := bytes.Index(f.Text[i:], p.letters)
		if n < 0 {
			break
		}
		i += n
		from, to := f.Source(i, i+len(p.letters))
		dst = append(dst, Span{from, to, p.how(f.Text, i, text[from:to])})
		i += len(p.letters)
	}
	return dst
}

// how gives the rule by which the letters are found at i, where the text writes them so.
func (p *partPattern) how(text []byte, i int, written string) How {
	begin := bytes.LastIndexByte(text[:i], arabic.FoldedSpace) + 1
	end := i + len(p.letters)
	whole := end == len(text) || text[end] == arabic.FoldedSpace
	switch {
	case begin == i && whole && string(arabic.AppendSpelling(nil, written)) == p.spelling:
		return Exact
	case begin == i && whole:
		return Folded
	case begin == i:
		return Prefix
	case whole && slices.ContainsFunc(procliticsOf(p.letters), func(c proclitic) bool {
		return c.without == 0 && bytes.Equal(c.letters, text[begin:i])
	}):
		return Clitic
	}
	return Inside
}

// textLexicon is the words of one text, folded and sorted.
type textLexicon []string

// lexiconOf gives the words of a text.
func lexiconOf(text string) textLexicon {
	words := strings.Fields(string(arabic.AppendFold(nil, text)))
	slices.Sort(words)
	return slices.Compact(words)
}

// Known implements Lexicon.
func (l textLexicon) Known(word []byte) int {
	if _, ok := slices.BinarySearch(l, string(word)); ok {
		return 1
	}
	return 0
}

// Begins implements Lexicon.
func (l textLexicon) Begins(prefix []byte) bool {
	i, _ := slices.BinarySearch(l, string(prefix))
	return i < len(l) && strings.HasPrefix(l[i], string(prefix))
}

// Words implements Lexicon.
func (l textLexicon) Words(yield func(word []byte, articles int) bool) {
	for _, w := range l {
		if !yield([]byte(w), 1) {
			return
		}
	}
}
