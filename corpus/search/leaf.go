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
	exact   Set        // those of docs that spell it as it was asked for
	titled  Set        // those of docs that have it in the title
	high    Set        // of a word: those of docs that may score higher than low
	low     [2]float32 // by whether they spell it as it was asked for: what the others score at most for one of idf, in the text
	counted Set        // those that count has counted; nil for a phrase, which is counted everywhere
	todo    Set        // memory for count
	rules   howSet     // by which they were found, or perhaps none
	idf     [2]float32 // of BM25: how much it says that an article has it, and that it has it as it was asked for: على says little, علي more
	trust   float32    // how sure it is that the leaf was meant, beside others for the same words: 1 for the surest
	mean    float32    // how many words an article has, on average
	*counts            // of docs that are counted; nil where there are none
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
	some      [2][]int32
	standing  [][]int64 // where leaves stand in each of some articles: position << 8 | leaf
	counted   []*counts // of leaves, which are of the pool
	sets      []Set     // memory
	lent      int       // how many of sets are in use
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
	for _, c := range s.counted {
		pool.counts.Put(c)
	}
	clear(s.counted)
	s.index, s.counted, s.lent = nil, s.counted[:0], 0
	pool.seekers.Put(s)
}

// set gives an empty set with room for all articles. It is valid until the seeker is closed.
func (s *seeker) set() Set {
	n := (len(s.index.homes) + 63) / 64
	if s.lent == len(s.sets) {
		s.sets = append(s.sets, nil)
	}
	set := &s.sets[s.lent]
	s.lent++
	if cap(*set) < n {
		*set = make(Set, n)
	}
	*set = (*set)[:n]
	clear(*set)
	return *set
}

// common gives the articles that are in two sets, in a set of the seeker.
func (s *seeker) common(a, b Set) Set {
	both := s.set()
	for i := range both {
		both[i] = a[i] & b[i]
	}
	return both
}

// find looks for a leaf. The error is that of ctx.
func (s *seeker) find(ctx context.Context, l leaf) (*found, error) {
	f := &found{docs: s.set(), exact: s.set(), titled: s.set(), how: l.how, title: l.title, index: s.index, trust: 1}
	words := l.words()
	if len(words) == 0 || len(s.index.parts) == 0 {
		return f, ctx.Err()
	}
	for i, w := range words {
		f.slots = append(f.slots, s.index.slot(w, &l, i == 0, i == len(words)-1))
	}
	s.counts(f)
	articles := s.index.Articles()
	f.mean = float32(max(1, s.index.words)) / float32(max(1, articles))
	var err error
	if len(words) == 1 {
		err = s.word(ctx, f)
	} else {
		err = s.findPhrase(ctx, f)
	}
	f.idf = [2]float32{rarity(f.docs.Len(), articles), rarity(f.exact.Len(), articles)}
	return f, err
}
