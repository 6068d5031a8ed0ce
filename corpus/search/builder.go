package search

import (
	"bytes"
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
	words   spellings
	tokens  []token
	entries []entry // memory for byTerm
	ends    []int32 // and this
	writer  segmentWriter
	docs    numbers
	lengths numbers
	titles  numbers
	behind  []int32 // by article: the tokens up to its end
	at      int32   // the position of the next word
	packed  arabic.PackedWords
	missed  []int32 // memory for text
	spelled []byte

	pairMaker pairMaker
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
	b.packed.Pack(text)
	words, others, first := b.packed.Words, b.packed.Others.Words, len(b.tokens)
	if first+len(words) > cap(b.tokens) {
		b.tokens = slices.Grow(b.tokens, max(first, len(words))) // twice as many, since they are copied each time
	}
	b.tokens = b.tokens[:first+len(words)]
	tokens := b.tokens[first:]
	for i := range tokens {
		tokens[i].at = b.at + int32(i)
	}
	b.missed = b.words.find(words, tokens, b.missed)
	for _, i := range b.missed {
		if word := words[i]; word != 0 {
			tokens[i].term = b.words.packed(spelled(word))
		} else {
			tokens[i].term = b.other(&others[0], text)
			others = others[1:]
		}
	}
	b.at += int32(len(words))
}

// other gives the number of a word of a text that is not packed there. Without what is not seen in it, it may be packed after all.
func (b *Builder) other(w *arabic.FoldedWord, text string) int32 {
	folded := b.packed.Others.Text[w.Start:w.End]
	if isArabic(folded) && len(folded) <= arabic.MostPacked {
		b.spelled = arabic.AppendSpelling(b.spelled[:0], text[w.From:w.To])
		if len(b.spelled) == 0 { // within a character that stands for several words (ﷺ): see plain
			b.spelled = append(b.spelled, arabic.Unfold(folded)...)
		}
		if word, ok := arabic.PackWord(b.spelled); ok && (!w.Torn || word.Folds(folded)) {
			return b.words.packed(spelled(word))
		}
	}
	if !w.Odd {
		return b.words.other(folded)
	}
	b.spelled = appendKey(b.spelled[:0], folded, text[w.From:w.To])
	return b.words.other(b.spelled)
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
	var memory [64]byte
	return len(spelling) == 0 || bytes.Equal(spelling, arabic.AppendUnfold(memory[:0], folded))
}

// Bytes gives how much text was taken since the last segment.
func (b *Builder) Bytes() int { return b.size }

// recordsOfToken is about how many bytes of records a word of a text leads to, in segments of a few thousand articles.
const recordsOfToken = 3

// Segment gives what was added as a segment, and begins the next.
func (b *Builder) Segment() *Segment {
	s := &Segment{docs: b.docs, lengths: b.lengths, titles: b.titles}
	order := b.words.sorted()
	entries, ends := b.byTerm(order)
	w := &b.writer
	w.reset(s.articles())
	w.records = slices.Grow(w.records, recordsOfToken*len(b.tokens))
	start := int32(0)
	for i := range order {
		folded, spelling := b.words.spell(order[i].word)
		list := entries[start:ends[i]]
		if start = ends[i]; order[i].alone {
			w.finish()
			if len(list) == 1 { // as half of them
				w.once(folded, spelling, list[0], b.inTitle(list[0]))
				continue
			}
			b.list(&w.list, list)
			w.only(folded, spelling)
			continue
		}
		w.spell(folded, spelling, true)
		b.list(&w.list, list)
		for _, e := range list {
			w.mark(int(e.article))
		}
	}
	w.finish()
	s.words, s.ends, s.records, s.starts = bytes.Clone(w.words), bytes.Clone(w.ends), bytes.Clone(w.records), bytes.Clone(w.starts)
	s.classes, s.pairs = bytes.Clone(w.classes), b.pairs()
	s.begin()
	b.size, b.docs, b.lengths, b.titles = 0, nil, nil, nil
	b.tokens, b.behind = b.tokens[:0], b.behind[:0]
	b.words.reset()
	return s
}

// list writes the list of a term.
func (b *Builder) list(l *listWriter, entries []entry) {
	l.begin()
	for i := 0; i < len(entries); {
		l.open()
		first, from := entries[i], i
		positions, last := l.positions, int32(0)
		for ; i < len(entries) && entries[i].article == first.article; i++ {
			positions = appendUvarint(positions, uint32(entries[i].at-last))
			last = entries[i].at
		}
		l.positions = positions
		l.post(int(first.article), i-from, b.inTitle(first))
	}
}

// entry is a token, by term: the article and the position.
type entry struct{ article, at int32 }

// inTitle reports whether a token stands in the title of its article.
func (b *Builder) inTitle(e entry) bool { return int(e.at) < b.titles.at(int(e.article)) }

// byTerm puts the tokens in the order of their terms, each term's in the order of the text, and gives where those of each end.
func (b *Builder) byTerm(order []sortedWord) (entries []entry, ends []int32) {
	next := b.words.counts
	for _, t := range b.tokens {
		next[t.term]++
	}
	ends = slices.Grow(b.ends[:0], len(order))[:len(order)]
	sum := int32(0)
	for i := range order {
		n := &next[order[i].number]
		*n, sum = sum, sum+*n
		ends[i] = sum
	}
	entries = slices.Grow(b.entries[:0], len(b.tokens))[:len(b.tokens)]
	first := int32(0)
	for article, behind := range b.behind {
		for _, t := range b.tokens[first:behind] {
			entries[next[t.term]] = entry{int32(article), t.at}
			next[t.term]++
		}
		first = behind
	}
	b.entries, b.ends = entries, ends
	return entries, ends
}
