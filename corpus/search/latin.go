package search

// Lexicon is the words of a folder, folded.
type Lexicon interface {
	// Known gives in how many articles a word stands, 0 for none.
	Known(word []byte) int
	// Begins reports whether a word begins so.
	Begins(prefix []byte) bool
	// Words yields all words and how many articles have them.
	Words(yield func(word []byte, articles int) bool)
}

// Reading is one way to understand a word that was typed in Latin letters, or on a keyboard that was set to another layout.
type Reading struct {
	Text  string  // the word or words that are meant, as they are written
	How   How     // Sound or Layout
	Cost  float32 // 0 for a sure one; more is worse
	Offer bool    // it is not certain enough to be applied by itself
}

// Readings gives what a word that was typed may stand for, the best first: none where it is what it is.
func Readings(word string, lex Lexicon) []Reading { return nil }

// ReadAll gives the readings of each word of a query.
func ReadAll(words []string, lex Lexicon) [][]Reading { return make([][]Reading, len(words)) }
