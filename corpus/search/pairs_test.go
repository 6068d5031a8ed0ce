package search

import (
	"cmp"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// pairWords are frequent words, with others that fold to the same, that have clitics before them, or that stand between them.
var pairWords = []string{
	"من", "من", "من", "ومن", "مِن", "فمن", "في", "في", "وفي", "فى", "فِي", "ففي", "أن", "أن", "إن", "ان", "وأن", "أنّ", "بأن", "على", "على", "علي", "وعلى",
	"قبل", "قبلَ", "هذا", "خبز", "خبز", "بيت",
}

// wordsOf makes up a text of words.
func wordsOf(r *rand.Rand, words []string, most int) string {
	var b strings.Builder
	for range r.IntN(most + 1) {
		b.WriteString(words[r.IntN(len(words))] + " ")
	}
	return b.String()
}

// TestPairsAreAScan holds phrases of frequent words against a look at every word, while articles come, are replaced, go, and are merged.
func TestPairsAreAScan(t *testing.T) {
	t.Parallel()
	for seed := range uint64(24) {
		paired(t, seed, []int{40, 40, 700}[seed%3], 6)
	}
}

func FuzzPairs(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { paired(t, seed, 40, 2) })
}

// paired looks for random phrases in random articles of few words, while they change some times. Of many articles, lists have several blocks.
func paired(t *testing.T, seed uint64, articles, changes int) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 6))
	s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
	for range changes {
		s.change(t, r, articles, func(words int) string { return wordsOf(r, pairWords, 2*words) })
		for range 6 {
			l := leaf{exact: r.IntN(4) == 0, title: r.IntN(4) == 0, near: r.IntN(6) == 0, prefix: r.IntN(6) == 0}
			for range 2 + r.IntN(3) {
				l.text += pairWords[r.IntN(len(pairWords))] + " "
			}
			if l.prefix {
				l.text, l.exact = strings.TrimSpace(l.text), false
			}
			l.near = l.near && !l.exact
			s.check(t, l)
			s.checkStarts(t, l)
		}
	}
}

// checkStarts holds where a phrase begins, and how much is counted of it, against a look at every word.
func (s *shelf) checkStarts(t *testing.T, l leaf) {
	t.Helper()
	seeker := s.x.seeker()
	defer seeker.close()
	f, err := seeker.find(t.Context(), l)
	if err != nil {
		t.Fatal(err)
	}
	words := l.words()
	rules := make([]func(typed) int, len(words))
	for i, w := range words {
		rules[i] = s.rules(w, l, i == 0, i == len(words)-1)
	}
	var want []start
	times := map[int32]float32{}
	for doc, passages := range s.docs {
		at := int32(0)
		for n, passage := range passages {
			for i := range max(0, len(passage)-len(words)+1) {
				how := surest(rules, passage[i:])
				if how < 0 || n > 0 && l.title {
					continue
				}
				want = append(want, start{doc, at + int32(i)})
				times[doc] += weights[how]
			}
			at += int32(len(passage)) + blockGap
		}
	}
	order := func(a, b start) int { return cmp.Or(cmp.Compare(a.doc, b.doc), cmp.Compare(a.at, b.at)) }
	slices.SortFunc(want, order)
	got := slices.SortedFunc(slices.Values(f.starts), order)
	if !slices.Equal(got, want) {
		t.Fatalf("%+v begins at %v, not %v\n%s", l, got, want, s)
	}
	for doc, n := range times {
		if d := f.tallies[doc].times - n; d > 1e-3 || d < -1e-3 {
			t.Fatalf("%+v counts %v in %d, not %v\n%s", l, f.tallies[doc].times, doc, n, s)
		}
	}
}

// surest gives the rule by which a phrase is found at the beginning of some words, below 0 for none: that of its least sure word.
func surest(rules []func(typed) int, words []typed) int {
	least := 0
	for i, rule := range rules {
		how := rule(words[i])
		if how < 0 {
			return how
		}
		least = max(least, how)
	}
	return least
}

// TestFrequentWords holds that the table of frequent words fits what is made of it: segments that were kept name pairs by their places there, so
// that a change of it needs another magic.
func TestFrequentWords(t *testing.T) {
	t.Parallel()
	if !slices.IsSorted(frequentWords[:]) || len(slices.Compact(slices.Clone(frequentWords[:]))) != len(frequentWords) {
		t.Error("they are not in order")
	}
	if len(frequentWords) > 1<<pairBits {
		t.Errorf("%d words have no room", len(frequentWords))
	}
	for i, word := range frequentWords {
		l := leaf{text: word}
		words := l.words()
		if len(words) != 1 || frequent(words[0].word, words[0].spelling) != int16(i) {
			t.Errorf("%s is not found", word)
		}
	}
	h := fnv.New32a()
	h.Write([]byte(strings.Join(frequentWords[:], " ") + magic))
	if got, want := h.Sum32(), uint32(0xaed1e1b9); got != want {
		t.Errorf("the words or the magic have changed (%#x): raise the number in magic if only the words have, then change this one", got)
	}
}
