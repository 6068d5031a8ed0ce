package story

import (
	"cmp"
	"slices"
	"strconv"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// Version is an article that is compared with another.
type Version struct {
	Src     string // the source text
	Article *article.Article
	Names   []article.Range // of people, places and organisations in it, as far as they are known, in order
}

// Sentence is a sentence of a version.
type Sentence struct {
	article.Range              // source bytes
	Match         int          // index of the sentence of the other version that says the same, -1 for none
	Differ        []Difference // what it says otherwise than that one, in order

	words []uint64 // their hashes, sorted, each once
}

// Difference is a number or a name that the sentence of the other version does not have.
type Difference struct {
	article.Range // source bytes
	Name          bool
}

// Comparison is two versions, sentence by sentence in the order of each: titles first, then the running text without what is repeated.
type Comparison struct{ A, B []Sentence }

// alikeSentences is the share of their words (Dice's coefficient) from which two sentences say the same.
const alikeSentences = 0.5

// Compare aligns the sentences of two versions of a story. Each has one counterpart at most: the most alike find each other first, wherever
// they stand, for who edits a report moves its sentences about. It takes time for the pairs of sentences that share a word that is in few.
func Compare(a, b Version) Comparison {
	w := newWordCutter()
	c := Comparison{A: sentencesOf(a), B: sentencesOf(b)}
	for _, p := range pairsOf(c.A, c.B) {
		x, y := &c.A[p.a], &c.B[p.b]
		if x.Match >= 0 || y.Match >= 0 {
			continue
		}
		x.Match, y.Match = p.b, p.a
		x.Differ, y.Differ = differences(w, a, *x, b, *y), differences(w, b, *y, a, *x)
	}
	return c
}

// sentencesOf gives the sentences of a version.
func sentencesOf(v Version) (list []Sentence) {
	var folded arabic.FoldedWords
	add := func(start, end int) {
		folded.Fold(v.Src[start:end])
		s := Sentence{Range: article.Range{Start: start, End: end}, Match: -1}
		for _, w := range folded.Words {
			s.words = append(s.words, hashOf(folded.Text[w.Start:w.End]))
		}
		slices.Sort(s.words)
		if s.words = slices.Compact(s.words); len(s.words) > 0 {
			list = append(list, s)
		}
	}
	if t := v.Article.Title; t.End > t.Start {
		add(t.Start, t.End)
	}
	for i := range v.Article.Blocks {
		b := &v.Article.Blocks[i]
		if !running(b) {
			continue
		}
		for start, end := range article.Sentences(v.Src[b.Start:b.End]) {
			add(b.Start+start, b.Start+end)
		}
	}
	return list
}

// sentencePair is two sentences that are alike.
type sentencePair struct {
	a, b  int
	share float64
}

// pairsOf gives the sentences that are alike, the most alike first. What two of them share they find by words that few sentences have: a
// sentence of common words alone is compared with none.
func pairsOf(a, b []Sentence) (pairs []sentencePair) {
	const few = 64 // sentences with a word
	with := map[uint64][]int{}
	for i := range b {
		for _, w := range b[i].words {
			with[w] = append(with[w], i)
		}
	}
	for i := range a {
		shared := map[int]int{}
		for _, w := range a[i].words {
			if found := with[w]; len(found) <= few {
				for _, j := range found {
					shared[j]++
				}
			}
		}
		for j := range shared {
			n := sharedWordCount(a[i].words, b[j].words)
			if share := 2 * float64(n) / float64(len(a[i].words)+len(b[j].words)); share >= alikeSentences {
				pairs = append(pairs, sentencePair{i, j, share})
			}
		}
	}
	slices.SortFunc(pairs, func(p, q sentencePair) int {
		return cmp.Or(cmp.Compare(q.share, p.share), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	return pairs
}

// sharedWordCount counts the words that two sorted lists share.
func sharedWordCount(a, b []uint64) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// differences gives the numbers and names of a sentence that its counterpart does not have.
func differences(w *words, v Version, s Sentence, other Version, t Sentence) (list []Difference) {
	there := map[string]bool{}
	for _, n := range numbersIn(other.Src, t.Range) {
		there[n.value] = true
	}
	for _, n := range numbersIn(v.Src, s.Range) {
		if !there[n.value] {
			list = append(list, Difference{Range: n.at})
		}
	}
	stems := map[string]bool{}
	eachStem(w, other.Src[t.Start:t.End], func(stem string) { stems[stem] = true })
	for _, name := range v.Names {
		if name.Start < s.Start || name.End > s.End {
			continue
		}
		found := false
		eachStem(w, v.Src[name.Start:name.End], func(stem string) { found = found || stems[stem] })
		if !found {
			list = append(list, Difference{name, true})
		}
	}
	slices.SortFunc(list, func(x, y Difference) int { return cmp.Compare(x.Start, y.Start) })
	return list
}

// number is a number in a text.
type number struct {
	at    article.Range
	value string // the same for two ways to write one number
}

func numbersIn(src string, r article.Range) (list []number) {
	for _, t := range arabic.AppendTokens(nil, src[r.Start:r.End], r.Start) {
		if t.Kind != arabic.Number {
			continue
		}
		n := number{at: article.Range{Start: t.Start, End: t.End}, value: src[t.Start:t.End]}
		if v, ok := arabic.ParseNumber(n.value); ok {
			n.value = strconv.FormatFloat(v, 'g', -1, 64)
		}
		list = append(list, n)
	}
	return list
}

// eachStem goes through the words of a text without "and" and the article, and without a preposition of one letter before them.
func eachStem(w *words, text string, do func(stem string)) {
	var folded arabic.FoldedWords
	folded.Fold(text)
	for _, f := range folded.Words {
		stem := w.plain(folded.Text[f.Start:f.End])
		do(string(stem))
		if len(stem) > shortestStem && slices.Contains(w.particle[:], stem[0]) {
			do(string(stem[1:]))
		}
	}
}
