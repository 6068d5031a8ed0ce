package search

import "bytes"

// named is a lexicon that knows the words of names.
type named struct {
	Lexicon

	words map[string]struct{}
}

// WithNames gives a lexicon that says the same, and takes the words of some names first where others sound like a Latin word, too: salah is
// صلاح rather than السلاح.
func WithNames(lex Lexicon, names *List) Lexicon {
	n := named{Lexicon: lex, words: map[string]struct{}{}}
	for word := range bytes.FieldsSeq(names.text) {
		if _, ok := n.words[string(word)]; !ok {
			n.words[string(word)] = struct{}{}
		}
	}
	return n
}

// Named implements Namer.
func (n named) Named(word []byte) bool {
	_, ok := n.words[string(word)]
	return ok
}
