package story

import (
	"bytes"
	"cmp"
	"slices"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// side is one side of a comparison.
type side struct {
	version Version
	list    []told
	cut     bool // the end of the version was left out

	numbers map[string]bool // all of it, nil until they are asked for
	parts   partSet         // of all names
}

// told is a sentence and what it is compared by.
type told struct {
	Sentence

	words []weighed // sorted, each once
	total float64   // the sum of their weights
	wrote uint64    // the hash of all words as they stand
}

// weighed is a word by its hash, and what it counts.
type weighed struct {
	hash   uint64
	weight float32
}

// commonWeight is what the words count that say nothing: "in" and "that" make no two sentences alike, but their order is part of both.
const commonWeight = 0.5

// read divides a version into sentences.
func (k *comparer) read(v Version, number int) *side {
	s := &side{version: v}
	var folded arabic.FoldedWords
	add := func(start, end int) {
		t := told{Sentence: Sentence{Range: article.Range{Start: start, End: end}, Version: number, Match: -1, Within: -1}}
		folded.Fold(v.Src[start:end])
		for _, w := range folded.Words {
			word := folded.Text[w.Start:w.End]
			t.wrote = t.wrote*fnvPrime ^ hashOf(word)
			t.words = append(t.words, k.weigh(word))
		}
		slices.SortFunc(t.words, func(a, b weighed) int { return cmp.Compare(a.hash, b.hash) })
		t.words = slices.CompactFunc(t.words, func(a, b weighed) bool { return a.hash == b.hash })
		for _, w := range t.words {
			t.total += float64(w.weight)
		}
		if len(t.words) > 0 {
			s.list = append(s.list, t)
		}
	}
	if t := v.Article.Title; t.End > t.Start {
		add(t.Start, t.End)
	}
	room := mostCompared
	for i := range v.Article.Blocks {
		b := &v.Article.Blocks[i]
		if !running(b) {
			continue
		}
		if room -= b.End - b.Start; room < 0 {
			s.cut = true
			break
		}
		for start, end := range article.Sentences(v.Src[b.Start:b.End]) {
			add(b.Start+start, b.Start+end)
		}
	}
	return s
}

// sentences gives the sentences without what they were compared by.
func (s *side) sentences() []Sentence {
	list := make([]Sentence, len(s.list))
	for i := range s.list {
		list[i] = s.list[i].Sentence
	}
	return list
}

// weigh gives what a folded word is compared by. A number is known by itself: it is in no list, and what differs must not make it weigh more
// than the words around it.
func (k *comparer) weigh(word []byte) weighed {
	if isNumber(word) {
		return weighed{hashOf(word), 1}
	}
	cut, stem := k.words.cut(word)
	w := weighed{hashOf(k.light.cut(cut)), commonWeight}
	if level := k.words.of(hashOf(stem), false).level; level != common {
		w.weight = float32(term(level).rarity())
	}
	return w
}

// lightStemmer takes from a word the endings and the letters before a verb by which its forms differ (L. Larkey et al., Light stemming for
// Arabic information retrieval, 2007, extended by the persons of the verb). It belongs to one goroutine.
type lightStemmer struct {
	endings, verbal [][]byte
}

func newLightStemmer() (l lightStemmer) {
	for _, s := range [...]string{"هما", "تين", "تان", "ها", "هم", "ات", "ون", "ين", "ان", "ته", "يه", "وا", "ه", "ي", "ا", "ت"} {
		l.endings = append(l.endings, arabic.AppendFold(nil, s))
	}
	for _, s := range [...]string{"سي", "ست", "ي", "ت", "ا", "م"} {
		l.verbal = append(l.verbal, arabic.AppendFold(nil, s))
	}
	return l
}

// cut gives the stem of a folded word, of three letters at least.
func (l *lightStemmer) cut(word []byte) []byte {
	for _, e := range l.endings {
		if len(word) >= len(e)+shortestStem && bytes.HasSuffix(word, e) {
			word = word[:len(word)-len(e)]
			break
		}
	}
	for _, v := range l.verbal {
		if len(word) >= len(v)+shortestStem && bytes.HasPrefix(word, v) {
			return word[len(v):]
		}
	}
	return word
}
