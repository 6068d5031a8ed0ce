package search

// named is a lexicon that knows the words of names.
type named struct {
	Lexicon

	names *List
}

// WithNames gives a lexicon that says the same, and takes the words of some names first where others sound like a Latin word, too: salah is
// صلاح rather than السلاح.
func WithNames(lex Lexicon, names *List) Lexicon { return named{lex, names} }

// Named implements Namer.
func (n named) Named(word []byte) bool { return n.names.hasWord(word) }
