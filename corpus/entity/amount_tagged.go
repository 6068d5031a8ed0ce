package entity

import (
	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// Amounts gives the amounts of a block of the article that Find was given last, as AmountFinder.Find does in more time: here the tokens are
// there, and of most it is known that no amount begins with them. src is the source text, block the index of b. What it gives is valid until
// the finder's next call.
func (t *Tagger) Amounts(a *AmountFinder, src string, block int, b article.Block, dates []Mention) []Amount {
	tokens := t.tokensOf(block)
	at := 0
	for at < len(tokens) && !tokens[at].typ.beginsAmount() {
		at++
	}
	if at == len(tokens) {
		return nil
	}
	a.tokens = a.tokens[:0]
	for _, tok := range tokens {
		a.tokens = append(a.tokens, arabic.Token{Start: tok.start - b.Start, End: tok.end - b.Start, Kind: tok.typ.kind})
	}
	a.take(src[b.Start:b.End])
	for i := at; i < len(tokens); i++ {
		if tokens[i].typ.beginsAmount() {
			a.begin = append(a.begin, i)
		}
	}
	return a.find(b.Start, dates)
}
