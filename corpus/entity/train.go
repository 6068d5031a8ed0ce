package entity

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"

	"jarida/corpus/arabic"
)

// Sample is a sentence whose names are known, to train with.
type Sample struct {
	Text  string
	Names []Name // in order, apart
}

// Name is a name in a sample: a person, place or organisation, clitics off.
type Name struct {
	Start, End int // bytes of the text
	Type       Type
}

// Training says how to train. The same samples and the same training give the same model, byte for byte.
type Training struct {
	Epochs   int
	Rounds   int // how often to fit from nothing; the mean is kept
	Seed     uint64
	Rate     float64 // of AdaGrad
	Decay    float64 // L2 penalty of a weight each time that it is changed
	Dropout  float64 // share of the features that each sentence is shown without
	Unknown  float64 // share of the tokens that are shown as if their words had never been seen
	MinCount int     // features seen in fewer tokens are left out
	Features int     // the heaviest so many features are kept
}

// Train trains a model and writes it as New reads it.
func Train(w io.Writer, samples []Sample, o Training) error {
	l, err := loadLists()
	if err != nil {
		return err
	}
	t := newTrainer(l, o)
	for _, s := range samples {
		t.countWords(s)
	}
	t.vocab = t.vocabulary()
	for _, s := range samples {
		t.learn(s)
	}
	t.indexFeatures()
	t.fit()
	if err := t.model().encode(w); err != nil {
		return fmt.Errorf("writing the model: %w", err)
	}
	return nil
}

// trainer gathers examples, then fits weights to them.
type trainer struct {
	Training
	describer

	words map[string]*wordCount
	named map[string]int32 // the number of a word type by its spelling
	types []trainedType
	seen  sentence
	raw   []arabic.Token
	cases []example

	keys    []uint32 // of the features, sorted
	weights []weightRow
	trans   [tagCount + 1][tagCount]float64 // the last row: at the start
	random  *rand.Rand
}

type wordCount struct{ all, named, within int }

// trainedType is a word type and its features: keys at first, then their indexes.
type trainedType struct {
	*wordType
	keys    []featureKey
	roles   [roles][]int32
	lexical [roles][]int32
}

// example is a sentence: its types with the outside around them, the features of its tokens among others, and its tags.
type example struct {
	types []int32
	keys  [][]uint32
	extra [][]int32
	pairs [][]int32 // those with the words beside them
	tags  []tag
}

func newTrainer(l *lists, o Training) *trainer {
	return &trainer{
		Training:  o,
		describer: describer{lists: l, vocab: &vocabulary{table: newKeyTable[counts](nil)}},
		words:     map[string]*wordCount{},
		named:     map[string]int32{},
		random:    rand.New(rand.NewPCG(o.Seed, o.Seed)), //nolint:gosec // the same model each time is the point
	}
}

// countWords counts the words of a sample, and the first words of its names without their clitics.
func (t *trainer) countWords(s Sample) {
	names := s.Names
	for tok := range arabic.Tokens(s.Text) {
		if tok.Kind == arabic.Mark {
			continue
		}
		for len(names) > 0 && names[0].End <= tok.Start {
			names = names[1:]
		}
		if len(names) > 0 && names[0].Start >= tok.Start && names[0].Start < tok.End { // its first word
			bare := tok
			bare.Start = names[0].Start
			c := t.count(s.Text, bare)
			c.named++
			c.within++
			continue
		}
		c := t.count(s.Text, tok)
		if len(names) > 0 && names[0].Start < tok.Start {
			c.within++
		}
	}
}

// count counts a word, and gives its counts.
func (t *trainer) count(text string, tok arabic.Token) *wordCount {
	t.normal = spell(arabic.AppendToken(t.normal[:0], text, tok), text[tok.Start:tok.End])
	c := t.words[string(t.normal)]
	if c == nil {
		c = &wordCount{}
		t.words[string(t.normal)] = c
	}
	c.all++
	return c
}

// vocabulary gives the counts of the words that occur twice. Those that occur once are left out, names too, so that the
// samples hold unknown names as articles do.
func (t *trainer) vocabulary() *vocabulary {
	byKey := map[uint32]counts{}
	for word, c := range t.words {
		if c.all < 2 {
			continue
		}
		k := wordKey([]byte(word))
		old := byKey[k]
		byKey[k] = counts{max(old.all, magnitude(c.all)), max(old.named, magnitude(c.named)), max(old.within, magnitude(c.within))}
	}
	sorted := sortedKeys(byKey)
	rows := make([]keyed[counts], 0, len(sorted))
	for _, k := range sorted {
		rows = append(rows, keyed[counts]{k, byKey[k]})
	}
	return &vocabulary{table: newKeyTable(rows)}
}

func sortedKeys[V any](m map[uint32]V) []uint32 {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// learn makes an example of a sample.
func (t *trainer) learn(s Sample) {
	t.raw = arabic.AppendTokens(t.raw[:0], s.Text, 0)
	n := len(t.raw)
	if n == 0 {
		return
	}
	e := example{types: make([]int32, 0, n), tags: make([]tag, n), keys: make([][]uint32, n)}
	t.seen.tokens = t.seen.tokens[:0]
	names := s.Names
	for i, tok := range t.raw {
		number := t.typeOf(s.Text, tok)
		e.types = append(e.types, number)
		t.seen.tokens = append(t.seen.tokens, token{tok.Start, tok.End, t.types[number].wordType})
		for len(names) > 0 && names[0].End <= tok.Start {
			names = names[1:]
		}
		if len(names) > 0 && names[0].Start < tok.End {
			e.tags[i] = begin(names[0].Type)
			if names[0].Start < tok.Start && i > 0 && e.tags[i-1] != outside {
				e.tags[i] = inside(names[0].Type)
			}
		}
	}
	t.seen.observe(t.lists)
	for i := range n {
		e.keys[i] = t.seen.appendKeys(nil, i)
	}
	t.cases = append(t.cases, e)
}

// typeOf gives the number of the word type of a token.
func (t *trainer) typeOf(text string, tok arabic.Token) int32 {
	raw := text[tok.Start:tok.End]
	if number, ok := t.named[raw]; ok {
		return number
	}
	w := &wordType{}
	t.describe(w, text, tok)
	number := int32(len(t.types))
	t.types = append(t.types, trainedType{wordType: w, keys: slices.Clone(t.describer.keys)})
	t.named[raw] = number
	return number
}

// pairKeys is how many of the keys that appendKeys appends are of pairs of words; they are the last.
const pairKeys = 2

// appendKeys appends the keys of the features of a token among others.
func (s *sentence) appendKeys(keys []uint32, i int) []uint32 {
	for offset := -1; offset <= 1; offset++ {
		if k := i + offset; k >= 0 && k < len(s.tokens) && s.lists[k] != 0 {
			keys = append(keys, codeKey(featureList, offset, uint32(s.lists[k])))
		}
	}
	if s.chains[i] != 0 {
		keys = append(keys, codeKey(featureChain, 0, uint32(s.chains[i])),
			codeKey(featureListChain, 0, uint32(s.lists[i])*uint32(chainCodes)+uint32(s.chains[i])))
	}
	if s.quotes[i] != 0 {
		keys = append(keys, codeKey(featureQuote, 0, uint32(s.quotes[i])))
	}
	for offset := -1; offset <= 1; offset++ {
		if k := i + offset; k >= 0 && k < len(s.tokens) {
			keys = append(keys, codeKey(featureClasses, offset, uint32(s.triple(k))))
		}
	}
	stem := s.tokens[i].typ.stem()
	return append(keys, pairKey(s.stemAt(i-1), stem)|1, pairKey(stem, s.stemAt(i+1)))
}

// stemAt is the hash of the stem of a token, that of nothing outside of the sentence.
func (s *sentence) stemAt(i int) uint64 {
	if i < 0 || i >= len(s.tokens) {
		return emptyStem
	}
	return s.tokens[i].typ.stem()
}

// emptyStem stands for a stem outside of the sentence.
const emptyStem = 1
