package entity

import (
	"hash/maphash"
	"strings"

	"jarida/corpus/arabic"
)

// mostTypes bounds the cache of word types (12 MB); when it is full it begins anew.
const mostTypes = 40_000

// typeCache knows the word types that it has met: a hash table that holds two slots in three at most.
type typeCache struct {
	describer
	model *model
	seed  maphash.Seed
	slots []typeSlot
	count int
}

// typeSlot is small, for that the table stays near.
type typeSlot struct {
	hash uint64
	typ  *wordType // nil where the slot is empty
}

// slotCount is a power of two.
const slotCount = 1 << 16

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
		if s := &c.slots[at]; s.hash == hash && s.typ.text == raw {
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
	w.text = strings.Clone(raw)
	c.slots[at] = typeSlot{hash, w}
	c.count++
	return w
}
