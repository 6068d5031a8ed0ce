package entity

import (
	"hash/maphash"
	"sync"

	"jarida/corpus/arabic"
)

// typeCache knows the word types that one tagger has met last, and asks the store for the others: a hash table that holds two slots in three
// at most.
type typeCache struct {
	describer
	model *model
	store *typeStore
	slots []typeSlot
	count int
}

// typeSlot is small, for that the table stays near.
type typeSlot struct {
	hash uint64
	typ  *wordType // nil where the slot is empty
}

const (
	// slotCount is a power of two. A table of this many stays in the cache of a processor, and has nine tokens in ten.
	slotCount = 1 << 14
	// mostSlots is how many of them are taken before the table begins anew.
	mostSlots = slotCount * 2 / 3
)

func newTypeCache(m *model, l *lists, s *typeStore) *typeCache {
	return &typeCache{describer: describer{lists: l, vocab: &m.vocab}, model: m, store: s, slots: make([]typeSlot, slotCount)}
}

// of gives the type of a token.
func (c *typeCache) of(text string, t arabic.Token) *wordType {
	raw := text[t.Start:t.End]
	hash := maphash.String(c.store.seed, raw)
	at := hash % slotCount
	for c.slots[at].typ != nil {
		if s := &c.slots[at]; s.hash == hash && s.typ.text == raw {
			return s.typ
		}
		at = (at + 1) % slotCount
	}
	w := c.store.find(hash, raw)
	if w == nil {
		w = c.describe(text, t)
		c.store.add(hash, w)
	}
	if c.count >= mostSlots {
		clear(c.slots)
		c.count, at = 0, hash%slotCount
	}
	c.slots[at] = typeSlot{hash, w}
	c.count++
	return w
}

// describe makes the type of a token.
func (c *typeCache) describe(text string, t arabic.Token) *wordType {
	w := &wordType{}
	c.describer.describe(w, text, t)
	for _, k := range c.keys {
		c.model.add(&w.scores[k.role], k.key)
	}
	return w
}

// typeStore keeps the word types that the taggers of a model have met, whichever met them first. It may be used from several goroutines at
// once. What it gives never changes.
//
// The words of a folder have a long tail, so what was not met again for long goes: types are entered into the young half of a shard, and move
// there again from the old half when they are met. When the young half is full it becomes the old one.
type typeStore struct {
	seed   maphash.Seed
	shards [typeShards]typeShard
}

const (
	// typeShards is enough for two goroutines to seldom wait for each other.
	typeShards = 64
	// mostTypes bounds the types in all halves: some 300 bytes each. Of the 35 million tokens of 100,000 articles it leaves one in thirty to
	// be described; a quarter of it would leave one in eight.
	mostTypes = 1 << 18
)

type typeShard struct {
	mu         sync.Mutex
	young, old map[uint64]*wordType // by hash; of two words with one hash the later stands for itself alone
}

func newTypeStore() *typeStore { return &typeStore{seed: maphash.MakeSeed()} }

func (s *typeStore) shard(hash uint64) *typeShard { return &s.shards[hash>>56%typeShards] }

// find gives the type of a word, nil where it is not known.
func (s *typeStore) find(hash uint64, raw string) *wordType {
	shard := s.shard(hash)
	shard.mu.Lock()
	defer shard.mu.Unlock()
	if w := shard.young[hash]; w != nil && w.text == raw {
		return w
	}
	if w := shard.old[hash]; w != nil && w.text == raw {
		shard.enter(hash, w)
		return w
	}
	return nil
}

// add enters a type.
func (s *typeStore) add(hash uint64, w *wordType) {
	shard := s.shard(hash)
	shard.mu.Lock()
	defer shard.mu.Unlock()
	shard.enter(hash, w)
}

func (s *typeShard) enter(hash uint64, w *wordType) {
	if len(s.young) >= mostTypes/2/typeShards {
		s.young, s.old = s.old, s.young
		clear(s.young)
	}
	if s.young == nil {
		s.young = map[uint64]*wordType{}
	}
	s.young[hash] = w
}

// forget lets the memory go.
func (s *typeStore) forget() {
	for i := range s.shards {
		shard := &s.shards[i]
		shard.mu.Lock()
		shard.young, shard.old = nil, nil
		shard.mu.Unlock()
	}
}
