package search

import "jarida/corpus/article"

// Marks finds in a text what was asked for. The zero Marks finds nothing. It does not change.
type Marks struct{}

// NewMarks gives what finds words in a text as a reader looks for them there: folded, in this order, the first and the last also within a
// word, = and quotation marks as in a query, Latin letters and another layout by the words of the text itself (or of lex, if not nil).
func NewMarks(typed, text string, lex Lexicon) Marks { return Marks{} }

// Append appends the ranges of a text that are to be marked, in order and without overlaps, their offsets counted from base.
func (m Marks) Append(dst []Span, text string, base int) []Span { return dst }

// Snippet gives the stretch of an article's text of about so many words that says most of what was asked for, within one block.
func (m Marks) Snippet(src string, a *article.Article, words int) article.Range {
	return article.Range{}
}

// add makes m find what a leaf found, too.
func (m *Marks) add(f *found) {}
