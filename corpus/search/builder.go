package search

import (
	"bytes"
	"encoding/binary"
	"slices"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// blockGap is how many positions are left free between two blocks of an article, so that no phrase goes from one to the other, and words of
// one paragraph are nearer to each other than those of two.
const blockGap = 4

// Builder turns articles into a segment of an index. It belongs to one goroutine.
//
// Each word is given a number when it is first seen, and what follows is counted per word: nothing is sorted but the words.
type Builder struct {
	size    int
	terms   terms
	recent  recent
	tokens  []token
	entries []entry // memory for byTerm
	writer  segmentWriter
	docs    numbers
	lengths numbers
	titles  numbers
	behind  []int32 // by article: the tokens up to its end
	at      int32   // the position of the next word
	folded  arabic.FoldedWords
	spelled []byte
	places  []byte
}

// token is a word of an article.
type token struct {
	term int32
	at   int32 // position
}

// Add takes an article of a source text. Each number is added once.
//
// The words of the title come first, then those of the blocks, without what is said twice or is not the article's own. The pieces of a
// paragraph that something interrupts follow one another as if nothing did.
func (b *Builder) Add(doc int32, src string, a *article.Article) {
	b.size += a.End - a.Start
	first := len(b.tokens)
	b.at = 0
	b.text(a.Title.Text)
	title := b.at
	eachPassage(a, func(block *article.Block, continues bool) {
		if !continues {
			b.at += blockGap
		}
		b.text(src[block.Start:block.End])
	})
	b.docs = b.docs.with(int(doc))
	b.titles = b.titles.with(int(title))
	b.lengths = b.lengths.with(len(b.tokens) - first)
	b.behind = append(b.behind, int32(len(b.tokens)))
}

// eachPassage calls a function for the blocks of an article that are searched beside its title, in the order in which they are read:
// behind a block the one that goes on with it.
func eachPassage(a *article.Article, do func(block *article.Block, continues bool)) {
	next := continuations(a)
	for i := range a.Blocks {
		if from := a.Blocks[i].Continues; !searched(a, i) || from >= 0 && next[from] == i {
			continue
		}
		do(&a.Blocks[i], false)
		for k, ok := next[i]; ok; k, ok = next[k] {
			do(&a.Blocks[k], true)
		}
	}
}

// continuations gives by which block each that is interrupted goes on.
func continuations(a *article.Article) map[int]int {
	var next map[int]int
	for i := range a.Blocks {
		from := a.Blocks[i].Continues
		if from < 0 || from >= i || !searched(a, i) || !searched(a, from) {
			continue
		}
		if _, taken := next[from]; taken {
			continue
		}
		if next == nil {
			next = map[int]int{}
		}
		next[from] = i
	}
	return next
}

// searched reports whether a block is searched: not one that repeats another, the title, nor furniture.
func searched(a *article.Article, i int) bool {
	b := &a.Blocks[i]
	return b.RepeatOf < 0 && b.Kind != article.Furniture && b.Kind != article.Title
}

// text takes the words of a text.
func (b *Builder) text(text string) {
	b.folded.Fold(text)
	b.folded.Text = append(b.folded.Text, padding...)
	for i := range b.folded.Words {
		w := &b.folded.Words[i]
		k, short := b.key(w, text)
		if !short {
			b.tokens = append(b.tokens, token{b.term(w, text), b.at})
		} else if r := b.recent.find(k); r.term > 0 {
			b.tokens = append(b.tokens, token{r.term - 1, b.at})
		} else {
			r.key, r.term = k, b.term(w, text)+1
			b.recent.taken++
			b.tokens = append(b.tokens, token{r.term - 1, b.at})
		}
		b.at++
	}
}

// key gives the key by which a word of a text is remembered, if it has one.
func (b *Builder) key(w *arabic.FoldedWord, text string) (k key, ok bool) {
	switch {
	case w.Torn:
		return key{}, false
	case w.Odd:
		return keyOf(text[w.From:w.To])
	}
	return plainKey(b.folded.Text[w.Start:], int(w.End-w.Start))
}

// term gives the number of a word of a text.
func (b *Builder) term(w *arabic.FoldedWord, text string) int32 {
	word := b.folded.Text[w.Start:w.End]
	if w.Odd {
		b.spelled = appendKey(b.spelled[:0], word, text[w.From:w.To])
		word = b.spelled
	}
	return b.terms.number(word)
}

// appendKey appends a folded word with its spelling behind a zero byte, or without where arabic.Unfold writes it so.
func appendKey(dst, folded []byte, word string) []byte {
	dst = append(dst, folded...)
	dst = append(dst, 0)
	before := len(dst)
	dst = arabic.AppendSpelling(dst, word)
	if plain(folded, dst[before:]) {
		return dst[:before-1]
	}
	return dst
}

// plain reports whether a folded word is spelled as arabic.Unfold writes it.
func plain(folded, spelling []byte) bool {
	return len(spelling) == 0 || string(spelling) == arabic.Unfold(folded)
}

// Bytes gives how much text was taken since the last segment.
func (b *Builder) Bytes() int { return b.size }

// Segment gives what was added as a segment, and begins the next.
func (b *Builder) Segment() *Segment {
	s := &Segment{docs: b.docs, lengths: b.lengths, titles: b.titles}
	entries, ends := b.byTerm()
	w := &b.writer
	w.reset(s.articles())
	for _, t := range b.terms.sorted() {
		start := int32(0)
		if t > 0 {
			start = ends[t-1]
		}
		folded, spelling, _ := bytes.Cut(b.terms.term(t), []byte{0})
		w.spell(folded, spelling)
		b.write(w, entries[start:ends[t]])
	}
	w.finish()
	s.words, s.ends, s.records, s.starts = bytes.Clone(w.words), bytes.Clone(w.ends), bytes.Clone(w.records), bytes.Clone(w.starts)
	s.survey()
	b.size, b.docs, b.lengths, b.titles = 0, nil, nil, nil
	b.tokens, b.behind = b.tokens[:0], b.behind[:0]
	b.terms.reset()
	b.recent.reset()
	return s
}

// write writes the list of a term.
func (b *Builder) write(w *segmentWriter, entries []entry) {
	for len(entries) > 0 {
		first := entries[0]
		b.places = b.places[:0]
		last, n := int32(0), 0
		for n < len(entries) && entries[n].article == first.article {
			b.places = binary.AppendUvarint(b.places, uint64(entries[n].at-last))
			last = entries[n].at
			n++
		}
		w.add(int(first.article), n, int(first.at) < b.titles.at(int(first.article)), b.places)
		entries = entries[n:]
	}
}

// entry is a token, by term: the article and the position.
type entry struct{ article, at int32 }

// byTerm puts the tokens in the order of their terms, each term's in the order of the text, and gives where those of each end.
func (b *Builder) byTerm() (entries []entry, ends []int32) {
	ends = make([]int32, len(b.terms.ends)+1)
	for _, t := range b.tokens {
		ends[t.term+1]++
	}
	for i := 1; i < len(ends); i++ {
		ends[i] += ends[i-1]
	}
	b.entries = slices.Grow(b.entries[:0], len(b.tokens))
	entries = b.entries[:len(b.tokens)]
	first := int32(0)
	for article, behind := range b.behind {
		for _, t := range b.tokens[first:behind] {
			entries[ends[t.term]] = entry{int32(article), t.at}
			ends[t.term]++
		}
		first = behind
	}
	return entries, ends
}
