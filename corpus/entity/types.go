package entity

import (
	"strings"

	"jarida/corpus/arabic"
)

// mostTypes bounds the cache of word types; when it is full it begins anew. In half a million articles of news 50,000 spellings
// make nineteen words of twenty.
const mostTypes = 50_000

// typeCache knows the word types that it has met.
type typeCache struct {
	describer
	model *model
	known map[string]*wordType
}

func newTypeCache(m *model, l *lists) *typeCache {
	return &typeCache{describer: describer{lists: l, vocab: &m.vocab}, model: m, known: map[string]*wordType{}}
}

// of gives the type of a token.
func (c *typeCache) of(text string, t arabic.Token) *wordType {
	if w, ok := c.known[text[t.Start:t.End]]; ok {
		return w
	}
	w := &wordType{}
	c.describe(w, text, t)
	for _, k := range c.keys {
		// A word that stands before a token adds to its features of what is before.
		c.model.add(&w.scores[k.role], k.key)
	}
	if len(c.known) >= mostTypes {
		clear(c.known)
	}
	c.known[strings.Clone(text[t.Start:t.End])] = w
	return w
}
