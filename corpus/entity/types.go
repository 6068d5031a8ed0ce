package entity

import (
	"hash/maphash"
	"sync"

	"jarida/corpus/arabic"
)

// typeSlot is a word type and the hash of the word.
//
// Two words are taken for one where all 64 bits of their hashes are the same: the words themselves stand nowhere. The hash has a seed of its
// own in each process (see maphash), so that no text can be made to have such words, and that among all 700,000 words of 100,000 articles there
// are any two is one in 70 million.
type typeSlot struct {
	hash uint64
	typ  *wordType // nil where the slot is empty
}

// typeTable finds word types by their hashes: a hash table whose length is a power of two, full to three quarters at most.
type typeTable struct {
	slots []typeSlot
	count int
}

func newTypeTable(slots int) typeTable { return typeTable{slots: make([]typeSlot, slots)} }

// find gives the type of a word, nil where the table has not got it.
func (t *typeTable) find(hash uint64) *wordType {
	for at := hash; ; at++ {
		s := &t.slots[at&uint64(len(t.slots)-1)]
		if s.typ == nil || s.hash == hash {
			return s.typ
		}
	}
}

// full reports whether no more may be added.
func (t *typeTable) full() bool { return t.count >= len(t.slots)/4*3 }

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
	near  []typeSlot // by hash, the one that was met last
	far   []typeSlot // likewise, of those that were near before

	hashes []uint64 // of the words of the sentence at hand
	fresh  wordType
}

const (
	// nearSlots are few enough for a processor to keep them near, beside all else that it looks into for each token.
	nearSlots = 1 << 14
	// farSlots are enough for nine tokens in ten to be here or there.
	farSlots = 1 << 15
)

func newTypeCache(m *model, l *lists, s *typeStore) *typeCache {
	return &typeCache{
		describer: describer{lists: l, vocab: &m.vocab, noter: s.noter}, model: m, store: s,
		near: make([]typeSlot, nearSlots), far: make([]typeSlot, farSlots),
	}
}

// appendTokens appends the tokens of a sentence with their types.
func (c *typeCache) appendTokens(tokens []token, text string, raw []arabic.Token) []token {
	first := len(tokens)
	c.hashes = c.hashes[:0]
	for _, t := range raw { // what is nearest, without a branch: none of these looks waits for another
		hash := maphash.String(c.store.seed, text[t.Start:t.End])
		met := c.near[hash%nearSlots]
		if met.hash != hash {
			met.typ = nil
		}
		c.hashes = append(c.hashes, hash)
		tokens = append(tokens, token{t.Start, t.End, met.typ})
	}
	for i, t := range raw {
		if at := first + i; tokens[at].typ == nil {
			tokens[at].typ = c.of(text, t, c.hashes[i])
		}
	}
	return tokens
}

// of gives the type of a token by the hash of its word.
func (c *typeCache) of(text string, t arabic.Token, hash uint64) *wordType {
	near := &c.near[hash%nearSlots]
	if near.hash == hash && near.typ != nil { // since it was looked for
		return near.typ
	}
	met := c.far[hash%farSlots]
	if met.hash != hash || met.typ == nil {
		met = typeSlot{hash, c.store.find(hash)}
	}
	if met.typ == nil {
		c.describe(&c.fresh, text, t)
		met.typ = c.store.add(hash, &c.fresh)
	}
	c.far[near.hash%farSlots] = *near
	*near = met
	return met.typ
}

// describe sets w to the type of a token.
func (c *typeCache) describe(w *wordType, text string, t arabic.Token) {
	c.describer.describe(w, text, t)
	for _, k := range c.model.having(c.keys) {
		if k.role > 0 { // see wordRoles
			c.model.add(&w.scores[roles-1-k.role], k.key)
		}
	}
}

// typeStore keeps the word types that the taggers of a model have met, whichever met them first. It may be used from several goroutines at
// once. What it gives never changes.
//
// The words of a folder have a long tail, so what was not met again for long goes: types are entered into the young half of a shard, and move
// there again from the old half when they are met. When the young half is full it becomes the old one.
type typeStore struct {
	seed   maphash.Seed
	noter  Noter // nil for none
	shards [typeShards]typeShard
}

const (
	// typeShards is enough for two goroutines to seldom wait for each other.
	typeShards = 64
	// halfSlots makes room for 393,216 types in all halves, 192 bytes each: 80 MB with the slots. Of the 35 million tokens of 100,000 articles
	// that leaves one in 36 to be described, and would leave one in fifty if all were kept.
	halfSlots = 1 << 12
)

type typeShard struct {
	mu         sync.Mutex
	young, old typeTable // without slots before the first type
}

func newTypeStore(noter Noter) *typeStore { return &typeStore{seed: maphash.MakeSeed(), noter: noter} }

// shard gives the shard of a hash, by other bits than those that lead to its slot.
func (s *typeStore) shard(hash uint64) *typeShard { return &s.shards[hash>>56%typeShards] }

// find gives the type of a word, nil where it is not known.
func (s *typeStore) find(hash uint64) *wordType {
	shard := s.shard(hash)
	shard.mu.Lock()
	defer shard.mu.Unlock()
	if shard.young.slots == nil {
		return nil
	}
	young, old := shard.young.find(hash), shard.old.find(hash) // both, for that neither waits for the other
	if young != nil {
		return young
	}
	if old != nil {
		shard.enter(hash, old)
	}
	return old
}

// add enters a copy of a type and gives it, or the one that another goroutine has entered since it was looked for.
func (s *typeStore) add(hash uint64, described *wordType) *wordType {
	shard := s.shard(hash)
	shard.mu.Lock()
	defer shard.mu.Unlock()
	if shard.young.slots == nil {
		shard.young, shard.old = newTypeTable(halfSlots), newTypeTable(halfSlots)
	}
	if w := shard.young.find(hash); w != nil {
		return w
	}
	w := new(wordType)
	*w = *described
	shard.enter(hash, w)
	return w
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
