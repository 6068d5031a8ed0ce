package search

import (
	"context"

	"jarida/corpus/arabic"
)

// leaf is a word or a phrase that a query looks for in the text of articles.
type leaf struct {
	text   string // as it is written; what folds to more than one word is a phrase
	exact  bool   // =: each word is spelled as here, without clitics
	prefix bool   // the last word stands for all words that begin so: the most frequent of them, see prefixBudget
	near   bool   // ~: also words with one letter wrong, and inflections
	title  bool   // only in titles
	how    How    // Sound or Layout where text stands for something else that was typed, otherwise Exact
}

// typed is a word of a leaf.
type typed struct {
	word     []byte // folded
	spelling []byte // as records have it: none where it is as arabic.Unfold writes it
}

// words gives the words of a leaf. A leaf without any (a mark of punctuation) is not found anywhere.
func (l *leaf) words() []typed {
	var f arabic.FoldedWords
	f.Fold(l.text)
	words := make([]typed, len(f.Words))
	for i, w := range f.Words {
		words[i] = typedWord(f.Text[w.Start:w.End], l.text[w.From:w.To])
	}
	return words
}

// written gives the word as it is spelled.
func (t *typed) written() []byte {
	if t.spelling == nil {
		return []byte(arabic.Unfold(t.word))
	}
	return t.spelling
}

// typedWord gives a folded word that is written so.
func typedWord(folded []byte, word string) typed {
	t := typed{word: folded, spelling: arabic.AppendSpelling(nil, word)}
	if plain(folded, t.spelling) {
		t.spelling = nil
	}
	return t
}

// found is the articles in which a leaf was found. It is valid until its seeker is closed.
type found struct {
	docs  Set // the articles: not to be changed
	slots []slot
	how   How // of the leaf
	title bool

	index   *Index
	spelled int       // how many of docs spell it as it was asked for
	rarity  float32   // how much it says that an article has it: the idf of BM25
	exact   float32   // the same of those that spell it as it was asked for: على says little, علي more
	trust   float32   // how sure it is that the leaf was meant, beside others for the same words: 1 for the surest
	mean    float32   // how many words an article has, on average
	times   []float32 // by article of docs: how often it stands there, less sure rules counting less
	rules   []howSet  // by article of docs
	starts  []start   // of a phrase: where it stands
}

// start is where a phrase begins.
type start struct{ doc, at int32 }

// hows gives the rules by which an article of docs was found.
func (f *found) hows(doc int32) howSet { return f.rules[doc] &^ inTitle }

// howSet is a set of rules, a bit for each How.
type howSet uint16

const inTitle howSet = 1 << 15 // it stands in the title, too

// list gives the rules of a set, the surest first.
func (s howSet) list() []How {
	var list []How
	for h := Exact; h <= Scattered; h++ {
		if s&(1<<h) != 0 {
			list = append(list, h)
		}
	}
	return list
}

// seeker finds leaves in an index. It belongs to one goroutine, and keeps its memory for the next query when it is closed.
type seeker struct {
	index     *Index
	reader    listReader
	positions []int32
	taken     []*tally
	phrase    phraseMemory
}

// tally is memory for what is counted of a leaf, by article.
type tally struct {
	times []float32
	rules []howSet
}

// seeker gives what finds the leaves of one query.
func (x *Index) seeker() *seeker {
	if x.pool == nil {
		return &seeker{index: x}
	}
	s, ok := x.pool.seekers.Get().(*seeker)
	if !ok {
		s = new(seeker)
	}
	s.index = x
	return s
}

// close ends what find gave. The seeker must not be used any more.
func (s *seeker) close() {
	pool := s.index.pool
	if pool == nil {
		return
	}
	for _, t := range s.taken {
		pool.tallies.Put(t)
	}
	clear(s.taken)
	s.index, s.taken = nil, s.taken[:0]
	pool.seekers.Put(s)
}

// tally gives memory for a leaf; what is in it is of no meaning.
func (s *seeker) tally() *tally {
	n := len(s.index.homes)
	t, ok := s.index.pool.tallies.Get().(*tally)
	if !ok || cap(t.times) < n {
		t = &tally{make([]float32, n), make([]howSet, n)}
	}
	t.times, t.rules = t.times[:n], t.rules[:n]
	s.taken = append(s.taken, t)
	return t
}

// find looks for a leaf. The error is that of ctx.
func (s *seeker) find(ctx context.Context, l leaf) (*found, error) {
	f := &found{docs: NewSet(len(s.index.homes)), how: l.how, title: l.title, index: s.index, trust: 1}
	words := l.words()
	if len(words) == 0 || len(s.index.parts) == 0 {
		return f, ctx.Err()
	}
	for i, w := range words {
		f.slots = append(f.slots, s.index.slot(w, &l, i == 0, i == len(words)-1))
	}
	t := s.tally()
	f.times, f.rules = t.times, t.rules
	var err error
	if len(words) == 1 {
		err = s.word(ctx, f)
	} else {
		err = s.findPhrase(ctx, f)
	}
	articles := s.index.Articles()
	f.rarity, f.mean = rarity(f.docs.Len(), articles), float32(max(1, s.index.words))/float32(max(1, articles))
	if len(words) > 1 {
		f.spelled = f.countExact()
	}
	f.exact = rarity(f.spelled, articles)
	return f, err
}

// countExact counts the articles that spell what was found as it was asked for.
func (f *found) countExact() int {
	n := 0
	for doc := range f.docs.All() {
		n += int(f.rules[doc] >> Exact & 1)
	}
	return n
}

// word takes the articles of a single word.
func (s *seeker) word(ctx context.Context, f *found) error {
	for i := range f.slots[0].choices {
		if i%16 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		s.take(f, &f.slots[0].choices[i])
	}
	return nil
}

// take counts a list for a leaf.
func (s *seeker) take(f *found, c *choice) {
	p := &s.index.parts[c.part]
	how := max(c.how, f.how)
	weight, rule := weights[c.how], howSet(1)<<how
	exact := 0
	if how == Exact { // by which a part has one list at most, and an article is in one part
		exact = 1
	}
	s.reader.reset(c.list, p.articles())
	for s.reader.next(0) {
		for k, article := range s.reader.articles[:s.reader.n] {
			times := s.reader.times[k]
			if p.gone != nil && p.gone.Has(article) || f.title && times&1 == 0 {
				continue
			}
			f.spelled += exact
			f.count(p.doc(int(article)), float32(times>>1)*weight, rule|howSet(times&1)<<15)
		}
	}
}

// count counts a leaf in an article.
func (f *found) count(doc int32, times float32, rules howSet) {
	in, bit := &f.docs[doc/64], uint64(1)<<(doc%64)
	if *in&bit == 0 {
		*in |= bit
		f.times[doc], f.rules[doc] = times, rules
		return
	}
	f.times[doc] += times
	f.rules[doc] |= rules
}
