package entity

import (
	"hash/maphash"
	"sync"

	"jarida/corpus/arabic"
)

// typeTable finds word types by their spelling: a hash table whose length is a power of two, half full at most.
type typeTable struct {
	slots []typeSlot
	count int
}

// typeSlot is small, for that the table stays near.
type typeSlot struct {
	hash uint64
	typ  *wordType // nil where the slot is empty
}

func newTypeTable(slots int) typeTable { return typeTable{slots: make([]typeSlot, slots)} }

// find gives the type of a word, nil where the table has not got it.
func (t *typeTable) find(hash uint64, raw string) *wordType {
	for at := hash; ; at++ {
		s := &t.slots[at&uint64(len(t.slots)-1)]
		if s.typ == nil || s.hash == hash && s.typ.spells(raw) {
			return s.typ
		}
	}
}

// full reports whether no more may be added.
func (t *typeTable) full() bool { return t.count >= len(t.slots)/2 }

// add enters a type that the table has not got.
func (t *typeTable) add(hash uint64, w *wordType) {
	at := hash
	for t.slots[at&uint64(len(t.slots)-1)].typ != nil {
		at++
	}
	t.slots[at&uint64(len(t.slots)-1)] = typeSlot{hash, w}
	t.count++
}

func (t *typeTable) clear() {
	clear(t.slots)
	t.count = 0
}

// typeCache knows the word types that one tagger has met last, and asks the store for the others.
type typeCache struct {
	describer
	model *model
	store *typeStore
	near  typeTable
}

// nearSlots are few enough for a processor to keep them near, and for nine tokens in ten to be there.
const nearSlots = 1 << 15

func newTypeCache(m *model, l *lists, s *typeStore) *typeCache {
	return &typeCache{describer: describer{lists: l, vocab: &m.vocab}, model: m, store: s, near: newTypeTable(nearSlots)}
}

// of gives the type of a token.
func (c *typeCache) of(text string, t arabic.Token) *wordType {
	raw := text[t.Start:t.End]
	hash := maphash.String(c.store.seed, raw)
	if w := c.near.find(hash, raw); w != nil {
		return w
	}
	w := c.store.find(hash, raw)
	if w == nil {
		w = c.describe(text, t)
		c.store.add(hash, w)
	}
	if c.near.full() {
		c.near.clear()
	}
	c.near.add(hash, w)
	return w
}

// describe makes the type of a token.
func (c *typeCache) describe(text string, t arabic.Token) *wordType {
	w := &wordType{}
	c.describer.describe(w, text, t)
	for _, k := range c.model.having(c.keys) {
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
	// halfSlots makes room for 262,144 types in all halves, some 300 bytes each. Of the 35 million tokens of 100,000 articles that leaves one in
	// thirty to be described; a quarter of it would leave one in eight.
	halfSlots = 1 << 12
)

type typeShard struct {
	mu         sync.Mutex
	young, old typeTable // without slots before the first type
}

func newTypeStore() *typeStore { return &typeStore{seed: maphash.MakeSeed()} }

// shard gives the shard of a hash, by other bits than those that lead to its slot.
func (s *typeStore) shard(hash uint64) *typeShard { return &s.shards[hash>>56%typeShards] }

// find gives the type of a word, nil where it is not known.
func (s *typeStore) find(hash uint64, raw string) *wordType {
	shard := s.shard(hash)
	shard.mu.Lock()
	defer shard.mu.Unlock()
	if shard.young.slots == nil {
		return nil
	}
	if w := shard.young.find(hash, raw); w != nil {
		return w
	}
	w := shard.old.find(hash, raw)
	if w != nil {
		shard.enter(hash, w)
	}
	return w
}

// add enters a type. Where two goroutines have described it at once, both keep theirs, which are the same.
func (s *typeStore) add(hash uint64, w *wordType) {
	shard := s.shard(hash)
	shard.mu.Lock()
	defer shard.mu.Unlock()
	if shard.young.slots == nil {
		shard.young, shard.old = newTypeTable(halfSlots), newTypeTable(halfSlots)
	}
	shard.enter(hash, w)
}

func (s *typeShard) enter(hash uint64, w *wordType) {
	if s.young.full() {
		s.young, s.old = s.old, s.young
		s.young.clear()
	}
	s.young.add(hash, w)
}

// forget lets the memory go.
func (s *typeStore) forget() {
	for i := range s.shards {
		shard := &s.shards[i]
		shard.mu.Lock()
		shard.young, shard.old = typeTable{}, typeTable{}
		shard.mu.Unlock()
	}
}
