package story

import (
	"cmp"
	"slices"

	"jarida/corpus/arabic"
)

// mostShared is how many words are given as what two articles have in common.
const mostShared = 12

// sharedWords gives the words that title or lead of both articles have, the rarest first, as the first article writes them.
func (w *words) sharedWords(a, b *Text) []string {
	type found struct {
		term term
		text string
	}
	var list []found
	terms := sharedTerms(a, b)
	eachLeadWord(a, func(folded []byte, text string) {
		if !isNumber(folded) {
			folded = w.stem(folded)
		}
		word := wordOf(hashOf(folded))
		if t, ok := terms[word]; ok {
			list = append(list, found{t, text})
			delete(terms, word)
		}
	})
	slices.SortStableFunc(list, func(x, y found) int { return cmp.Compare(y.term&termLevel, x.term&termLevel) })
	words := make([]string, 0, mostShared)
	for _, f := range list[:min(len(list), mostShared)] {
		words = append(words, f.text)
	}
	return words
}

// sharedTerms gives the terms of the first of two texts that both have, by word, but for those that say nothing.
func sharedTerms(a, b *Text) map[uint32]term {
	terms := map[uint32]term{}
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch x, y := a.terms[i], b.terms[j]; {
		case x.word() < y.word():
			i++
		case x.word() > y.word():
			j++
		default:
			if x&termLevel != common {
				terms[x.word()] = x
			}
			i, j = i+1, j+1
		}
	}
	return terms
}

// eachLeadWord goes through the words of title and lead, folded and as they stand there.
func eachLeadWord(t *Text, do func(folded []byte, text string)) {
	var f arabic.FoldedWords
	pass := func(text string, most int) int {
		f.Fold(text)
		for _, w := range f.Words[:min(len(f.Words), most)] {
			do(f.Text[w.Start:w.End], text[w.From:w.To])
		}
		return len(f.Words)
	}
	pass(t.title, len(t.title))
	left := leadWords
	for _, b := range t.blocks {
		if left <= 0 {
			return
		}
		left -= pass(t.src[b.start:b.end], left)
	}
}
