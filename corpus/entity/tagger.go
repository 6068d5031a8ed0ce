package entity

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// Sure is the confidence from which a mention is taken for one. Find also gives doubtful ones, from Doubtful on: other
// articles of a folder may decide about them.
const (
	Sure     = 0.5
	Doubtful = 0.3
)

// Tagger finds the people, places and organisations that articles name. It uses its memory again from article to article, and must
// not be shared between goroutines; Clone gives each its own.
type Tagger struct {
	model   *model
	lists   *lists
	types   *typeCache
	lattice *lattice

	text     string
	raw      []arabic.Token
	seen     sentence
	tokens   []token // of the article
	blocks   []int   // the block of each token
	entries  []match // of the lists, their tokens counted from the first of the article
	names    []name
	base     int    // the first token of the sentence at hand
	sentence int    // and its first name
	open     []name // names that are being gone through
	bare     map[uint64]int
	known    map[uint64]known // by the hash of the word
	some     hashBits         // of known
	pairs    map[uint64]bool  // the last two words of people's names
	clubs    map[uint64]bool  // the names that are of clubs
	roles    roleFinder
	pairKeys []pairAt
	sums     []contribution // of the tokens of the sentence at hand: see emit
}

// name is a mention in the making: a run of tokens of an article.
type name struct {
	first, behind int
	typ           Type
	confidence    float32
	block         int
	reading       int16 // of the first token; -1 while it is open
}

// New gives a tagger that notes nothing. An error means that the program was built from damaged files.
func New() (*Tagger, error) { return NewNoting(nil) }

// NewNoting gives a tagger that notes of words what noter says, for AppendNoted. An error means that the program was built from damaged files.
func NewNoting(noter Noter) (*Tagger, error) {
	var m *model
	var failed error
	done := make(chan struct{})
	go func() { // the longer half of the work, beside the other
		defer close(done)
		m, failed = decodeModel(packedModel)
	}()
	l, err := loadLists()
	<-done
	if err := cmp.Or(err, failed); err != nil {
		return nil, err
	}
	return newTagger(m, l, newTypeStore(noter)), nil
}

func newTagger(m *model, l *lists, s *typeStore) *Tagger {
	return &Tagger{
		model: m, lists: l, types: newTypeCache(m, l, s), lattice: newLattice(m.trans, m.scale),
		bare: map[uint64]int{}, known: map[uint64]known{}, pairs: map[uint64]bool{}, clubs: map[uint64]bool{},
	}
}

// Clone gives a tagger for another goroutine. They share the model and the lists, which nothing writes to, and what they know of words.
func (t *Tagger) Clone() *Tagger { return newTagger(t.model, t.lists, t.types.store) }

// Rest lets go of what the tagger and its clones know of words, some 80 MB after many articles, and of the words that the tagger has at hand, for each
// holds on to the memory of forty beside it. They learn it again where it is asked for.
func (t *Tagger) Rest() {
	t.types.store.forget()
	clear(t.types.near)
	clear(t.types.far)
	t.tokens, t.seen.tokens, t.blocks = nil, nil, nil
}

// Find gives the mentions of people, places and organisations in one article of a source text, in order and apart, by what the
// article alone says. Furniture and sections are left out; mentions in repeated blocks are marked.
func (t *Tagger) Find(text string, a article.Article) []Mention {
	t.start(text)
	for i, b := range a.Blocks {
		if b.Kind != article.Furniture && b.Kind != article.Section {
			t.tagBlock(i, b)
		}
	}
	t.cutClitics()
	t.tellClubs()
	t.propagate()
	mentions := t.mentions(a.Blocks)
	t.text = ""
	return mentions
}

// start forgets the last article.
func (t *Tagger) start(text string) {
	t.text = text
	t.tokens, t.blocks, t.entries, t.names = t.tokens[:0], t.blocks[:0], t.entries[:0], t.names[:0]
}

// longestSentence bounds the memory that a text without full stops takes.
const longestSentence = 500

// tagBlock tags the sentences of a block.
func (t *Tagger) tagBlock(block int, b article.Block) {
	t.raw = arabic.AppendTokens(t.raw[:0], t.text[b.Start:b.End], b.Start)
	t.seen.credit = b.Kind == article.Caption || b.Kind == article.Byline
	first := 0
	for i := range t.raw {
		if i+1 < len(t.raw) && i-first < longestSentence && !t.endsSentence(i) {
			continue
		}
		t.seen.opens = first == 0
		t.tagSentence(t.raw[first:i+1], block)
		first = i + 1
	}
}

// endsSentence reports whether a sentence ends with a token of raw: a stop before white space.
func (t *Tagger) endsSentence(i int) bool {
	tok := t.raw[i]
	if tok.Kind != arabic.Mark || t.raw[i+1].Start == tok.End {
		return false
	}
	switch r, _ := utf8.DecodeRuneInString(t.text[tok.Start:]); r {
	case '.', '؟', '!', '…', '?':
		return true
	}
	return false
}

// tagSentence tags the tokens of a sentence, and notes the names that the model sees in it.
func (t *Tagger) tagSentence(raw []arabic.Token, block int) {
	s := &t.seen
	s.tokens = t.types.appendTokens(s.tokens[:0], t.text, raw)
	s.observe(t.lists)
	l := t.lattice
	l.resize(len(s.tokens))
	t.emit()
	l.viterbi(t.bias())
	t.base = len(t.tokens)
	t.tokens = append(t.tokens, s.tokens...)
	for range s.tokens {
		t.blocks = append(t.blocks, block)
	}
	for _, m := range s.matches {
		m.first, m.behind = m.first+t.base, m.behind+t.base
		if t.alsoClub(&m) {
			m.named = t.named(m.first)
		}
		t.entries = append(t.entries, m)
	}
	t.sentence = len(t.names)
	t.collect(block)
	t.settleBorders(t.sentence)
	t.fromQuotes(block)
	t.fromLists(block)
	t.fromParts(block)
	t.veto()
	t.joinHeads()
	t.sortNames()
	t.growPersons()
	t.compose(block)
	t.sortNames()
}

// sortNames puts the names of this sentence in their order.
func (t *Tagger) sortNames() {
	slices.SortFunc(t.names[t.sentence:], func(a, b name) int { return cmp.Compare(a.first, b.first) })
}

// collect notes the names of the best sequence of tags.
func (t *Tagger) collect(block int) {
	tags := t.lattice.tags
	first, last := 0, len(tags)-1
	for first <= last && tags[first] == outside {
		first++
	}
	if first > last {
		return
	}
	for tags[last] == outside {
		last--
	}
	t.lattice.sum(first, last)
	for i := first; i < len(tags); i++ {
		if !tags[i].begins() {
			continue
		}
		j := i + 1
		for j < len(tags) && tags[j].continues() {
			j++
		}
		t.note(name{first: t.base + i, behind: t.base + j, typ: tags[i].named(), block: block, reading: -1})
		i = j - 1
	}
}

// outsideBias is taken from the score of tokens outside of names, in logarithms of odds: what the model misses costs
// more than what the steps behind it have to drop.
const outsideBias = 0.7

func (t *Tagger) bias() int32 { return int32(outsideBias / t.model.scale) }

// The sums of a sentence stand behind some for tokens before it, and before some for tokens behind it, which nobody asks for: so no token looks
// whether there are others beside it.
const (
	sumsBefore = reachBehind
	sumsBehind = reachBefore
)

// emit adds up the scores of the tokens of a sentence.
func (t *Tagger) emit() {
	s, m := &t.seen, t.model
	n := len(s.tokens)
	t.sums = zeroed(t.sums, n+sumsBefore+sumsBehind)
	for i := range s.tokens { // by themselves, for that no type that is far away waits for another
		w := s.tokens[i].typ
		around := t.sums[i : i+wordRoles : i+wordRoles] // from the second token before to the second behind
		for k := range w.scores {
			around[k].add(&w.scores[k])
		}
	}
	for i := range s.tokens {
		w := s.tokens[i].typ
		around := t.sums[i : i+roles : i+roles]
		if w.triggers != 0 && w.kind != arabic.Mark {
			around[roles-1].add(&m.far[w.triggers])
		}
		code := &m.classes[s.triple(i)]
		for k := range code {
			around[sumsBefore-1+k].add(&code[k])
		}
		e := &around[sumsBefore]
		if s.lists[i] != 0 {
			code := &m.list[s.lists[i]]
			for k := range code {
				around[sumsBefore-1+k].add(&code[k])
			}
		}
		if s.chains[i] != 0 {
			e.add(&m.chain[s.chains[i]])
			e.add(&m.listChain[int(s.lists[i])*int(chainCodes)+int(s.chains[i])])
		}
		if s.quotes[i] != 0 {
			e.add(&m.quote[s.quotes[i]])
		}
	}
	t.emitPairs()
	for i := range t.lattice.emissions {
		t.sums[i+sumsBefore].scores(&t.lattice.emissions[i])
	}
}

// emitPairs adds what pairs of words in a row say. All are looked for before any is found: see model.having.
func (t *Tagger) emitPairs() {
	s, m := &t.seen, t.model
	t.pairKeys = room(t.pairKeys, len(s.tokens)+1)
	found := 0
	last := s.stemAt(-1)
	for i := range t.pairKeys { // of token i-1 and token i
		stem := s.stemAt(i)
		key := pairKey(last, stem)
		t.pairKeys[found] = pairAt{int32(i), key}
		found += m.table.bit(key)
		last = stem
	}
	for _, p := range t.pairKeys[:found] {
		before, behind := m.table.pair(p.key)
		m.addRow(&t.sums[p.at+sumsBefore-1], before)
		m.addRow(&t.sums[p.at+sumsBefore], behind)
	}
}

// pairAt is the key of a pair of words whose second is the token at.
type pairAt struct {
	at  int32
	key uint32
}

// named is how probable it is that a token of the sentence at hand is part of a name.
func (t *Tagger) named(i int) float32 { return 1 - t.lattice.marginal(i - t.base)[outside] }

// note keeps a name, with the mean probability of its tokens to be of its type.
func (t *Tagger) note(n name) {
	var sum float32
	for i := n.first; i < n.behind; i++ {
		odds := t.lattice.marginal(i - t.base)
		sum += odds[begin(n.typ)] + odds[inside(n.typ)]
	}
	n.confidence = sum / float32(n.behind-n.first)
	if n.typ == Person && t.seen.chains[n.first-t.base]/longestChain == chainTitle {
		n.confidence = max(n.confidence, confidenceTitled)
	}
	if n.confidence >= Doubtful {
		t.names = append(t.names, n)
	}
}

// mentions gives the names as mentions.
func (t *Tagger) mentions(blocks []article.Block) []Mention {
	found := make([]Mention, 0, len(t.names))
	for _, n := range t.names {
		first := t.tokens[n.first]
		found = append(found, Mention{
			Start: first.start + int(first.typ.readings[n.reading].start), End: t.tokens[n.behind-1].end, Type: n.typ,
			Confidence: n.confidence, Repeat: blocks[n.block].RepeatOf >= 0,
		})
	}
	return found
}
