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
	spelled int        // how many of docs spell it as it was asked for
	titled  Set        // those of docs, or more, that have it in the title
	idf     [2]float32 // of BM25: how much it says that an article has it, and that it has it as it was asked for: على says little, علي more
	trust   float32    // how sure it is that the leaf was meant, beside others for the same words: 1 for the surest
	mean    float32    // how many words an article has, on average
	tallies []tally    // by article, of docs alone; nil where there are none
	starts  []start    // of a phrase: where it stands
}

// start is where a phrase begins.
type start struct{ doc, at int32 }

// hows gives the rules by which an article of docs was found.
func (f *found) hows(doc int32) howSet { return f.tallies[doc].rules &^ inTitle }

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
	standing  [][]int64 // where leaves stand in each of some articles: position << 8 | leaf
	counted   []*found  // whose tallies are of the pool
	phrase    phraseMemory
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
	for _, f := range s.counted {
		pool.tallies.Put(&f.tallies)
	}
	clear(s.counted)
	s.index, s.counted = nil, s.counted[:0]
	pool.seekers.Put(s)
}

// find looks for a leaf. The error is that of ctx.
func (s *seeker) find(ctx context.Context, l leaf) (*found, error) {
	f := &found{docs: NewSet(len(s.index.homes)), how: l.how, title: l.title, index: s.index, trust: 1}
	f.titled = f.docs
	words := l.words()
	if len(words) == 0 || len(s.index.parts) == 0 {
		return f, ctx.Err()
	}
	for i, w := range words {
		f.slots = append(f.slots, s.index.slot(w, &l, i == 0, i == len(words)-1))
	}
	s.tallies(f)
	var err error
	if len(words) == 1 {
		err = s.word(ctx, f)
	} else {
		err = s.findPhrase(ctx, f)
	}
	articles := s.index.Articles()
	f.mean = float32(max(1, s.index.words)) / float32(max(1, articles))
	if len(words) > 1 {
		f.spelled = f.countExact()
	}
	f.idf = [2]float32{rarity(f.docs.Len(), articles), rarity(f.spelled, articles)}
	return f, err
}

// countExact counts the articles that spell what was found as it was asked for.
func (f *found) countExact() int {
	n := 0
	for doc := range f.docs.All() {
		n += int(f.tallies[doc].rules >> Exact & 1)
	}
	return n
}
