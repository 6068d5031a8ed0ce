package entity

import (
	"sort"

	"jarida/corpus/arabic"
)

// Noter gives what another reader of the articles wants to know of a word, by its normal form: a number that this package says nothing by. It is
// asked once for a word, not for each of its tokens; several goroutines ask at once. The same word must always have the same number.
type Noter func(word []byte) uint8

// MostNoted is the largest number that can be noted of a word.
const MostNoted = 1<<(8-furtherBits) - 1

// AppendNoted appends the tokens of a block of the article that Find was given last, their offsets counted from offset, and by token what is
// noted of its word: 0 for a mark. A block that is not read for names has none.
func (t *Tagger) AppendNoted(tokens []arabic.Token, notes []uint8, block, offset int) ([]arabic.Token, []uint8) {
	for _, tok := range t.tokensOf(block) {
		tokens = append(tokens, arabic.Token{Start: tok.start - offset, End: tok.end - offset, Kind: tok.typ.kind})
		notes = append(notes, tok.typ.note())
	}
	return tokens, notes
}

// tokensOf gives the tokens of a block of the article that Find was given last.
func (t *Tagger) tokensOf(block int) []token {
	first := sort.SearchInts(t.blocks, block)
	return t.tokens[first : first+sort.SearchInts(t.blocks[first:], block+1)]
}
