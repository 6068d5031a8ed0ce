package entity

import (
	"hash/maphash"
	"strings"

	"jarida/corpus/arabic"
)

// mostTypes bounds the cache of word types; when it is full it begins anew. In half a million articles of news 50,000 spellings
// make nineteen words of twenty.
const mostTypes = 50_000

// typeCache knows the word types that it has met: a hash table that holds one slot in two at most.
type typeCache struct {
	describer
	model *model
	seed  maphash.Seed
	slots []typeSlot
	count int
}

type typeSlot struct {
	hash uint64
	text string
	typ  *wordType // nil where the slot is empty
}

// slotCount is a power of two.
const slotCount = 1 << 17

func newTypeCache(m *model, l *lists) *typeCache {
	return &typeCache{
		describer: describer{lists: l, vocab: &m.vocab}, model: m,
		seed: maphash.MakeSeed(), slots: make([]typeSlot, slotCount),
	}
}

// of gives the type of a token.
func (c *typeCache) of(text string, t arabic.Token) *wordType {
	raw := text[t.Start:t.End]
	hash := maphash.String(c.seed, raw)
	at := hash % slotCount
	for c.slots[at].typ != nil {
		if s := &c.slots[at]; s.hash == hash && s.text == raw {
			return s.typ
		}
		at = (at + 1) % slotCount
	}
	w := &wordType{}
	c.describe(w, text, t)
	for _, k := range c.keys {
		c.model.add(&w.scores[k.role], k.key)
	}
	if c.count >= mostTypes {
		clear(c.slots)
		c.count, at = 0, hash%slotCount
	}
	c.slots[at] = typeSlot{hash, strings.Clone(raw), w}
	c.count++
	return w
}
