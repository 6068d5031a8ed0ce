package search

import (
	"bytes"
	"cmp"
	"maps"
	"slices"

	"jarida/corpus/arabic"
)

// slot is what one word of a leaf stands for.
type slot struct {
	variants []variant
	prefixes []prefix // words that begin so are found by Prefix
	begins   []byte   // those only whose spelling begins so
	choices  []choice // the lists of all these, in all parts
}

// variant is a folded word that a typed one stands for.
type variant struct {
	word     []byte
	spelling []byte // how it is typed, as records have it
	same     How    // the rule where it is spelled as typed
	other    How    // and where it is not
	only     bool   // it is not found where it is spelled otherwise
	begins   []byte // it is only found where its spelling begins so
	skip     int    // letters of clitics before the word that was typed
}

// prefix is how words begin that a typed one stands for: skip letters of clitics, then the letters that were typed.
type prefix struct {
	letters []byte
	skip    int
}

// rule gives the rule by which a spelling is found.
func (v *variant) rule(spelling []byte) (how How, ok bool) {
	if len(v.begins) > 0 {
		written := spelling
		if len(written) == 0 {
			written = []byte(arabic.Unfold(v.word))
		}
		return v.other, bytes.HasPrefix(written, v.begins)
	}
	if bytes.Equal(spelling, v.spelling) {
		return v.same, true
	}
	return v.other, !v.only
}

// choice is a list of a part and the rule by which it is found.
type choice struct {
	list     list
	part     int32
	how      How
	frequent int16 // of a word of a phrase: its number among frequentWords

	dense        *denseList // of a single word: the list as bits, or nil
	from, behind int        // and otherwise what it has of found.posted
}

// occasion is a word of a part.
type occasion struct{ part, word int }

// slot finds what a word of a leaf stands for: with clitics where it is the first of a phrase, for what begins so where it is the last of one
// that is being typed.
func (x *Index) slot(w typed, l *leaf, first, last bool) slot {
	e := expansion{index: x, known: map[string]int{}, phrase: !first || !last}
	e.add(variant{word: w.word, spelling: w.spelling, same: Exact, other: Folded, only: l.exact})
	if first && !l.exact {
		e.clitics(w)
	}
	if l.near && !l.exact {
		e.inflections(w.word)
		e.misspelled(w.word)
	}
	if last && l.prefix {
		e.prefixes(w, first, l.exact)
	}
	return e.slot
}

// expansion is the making of a slot. A word is taken by the first rule that has it.
type expansion struct {
	slot
	index  *Index
	known  map[string]int // by word: its index in variants
	found  []occasion
	phrase bool // the word is of a phrase
}

// add takes a word.
func (e *expansion) add(v variant) {
	if _, ok := e.known[string(v.word)]; !ok {
		e.addFound(v, e.places(v.word))
	}
}

// addFound takes a word that stands at some places.
func (e *expansion) addFound(v variant, found []occasion) {
	if _, ok := e.known[string(v.word)]; ok {
		return
	}
	e.known[string(v.word)] = len(e.variants)
	e.variants = append(e.variants, v)
	for _, at := range found {
		e.choose(&v, at)
	}
}

// choose takes the lists of a word of a part.
func (e *expansion) choose(v *variant, at occasion) {
	r := e.index.parts[at.part].record(at.word)
	for spelling, l, ok := r.next(); ok; spelling, l, ok = r.next() {
		if how, ok := v.rule(spelling); ok {
			c := choice{list: l, part: int32(at.part), how: how, frequent: infrequent}
			if e.phrase {
				c.frequent = frequent(v.word, spelling)
			}
			e.choices = append(e.choices, c)
		}
	}
}

// places gives where a word stands in the dictionaries. It is valid until the next call.
func (e *expansion) places(word []byte) []occasion {
	e.found = e.found[:0]
	for i := range e.index.parts {
		if w := e.index.parts[i].lookup(word); w >= 0 {
			e.found = append(e.found, occasion{i, w})
		}
	}
	return e.found
}

// count gives how many articles have a word that stands at some places.
func (e *expansion) count(found []occasion) int {
	n := 0
	for _, at := range found {
		n += e.index.parts[at.part].count(at.word)
	}
	return n
}

// clitics takes a word with clitics before it, and what it is without the clitics that it has, where that is by far the more frequent word:
// وبوتين is hardly anything but و and بوتين, والد is.
func (e *expansion) clitics(w typed) {
	n := e.count(e.places(w.word))
	e.proclitics(w.word, n)
	for _, stem := range appendStems(nil, w.word) {
		found := e.places(stem.word)
		count := e.count(found)
		if count == 0 || count < stemShare*n || stem.doubtful && count < doubtfulShare*n {
			continue
		}
		// Of three letters, only what is spelled as it was typed: والي is a governor, وإلى a preposition.
		v := variant{word: stem.word, same: Clitic, other: Clitic, only: len(stem.word) <= shortStem && !stem.lam, spelling: stem.spelling(w)}
		e.addFound(v, found)
		if !v.only {
			e.proclitics(stem.word, count)
		}
	}
}

// How many times as frequent as a word its stem must be. With ف and ك more: كذلك and ذلك.
const (
	stemShare     = 4
	doubtfulShare = 32
)

// proclitics takes a word with each clitic before it; n articles have it alone.
func (e *expansion) proclitics(word []byte, n int) {
	var with []byte
	for _, c := range procliticsOf(word) {
		with = append(append(with[:0], c.letters...), word[c.without:]...)
		if found := e.places(with); len(found) > 0 && (!c.doubtful || e.count(found) < n) {
			v := variant{word: bytes.Clone(with), same: Clitic, other: Clitic}
			if c.without == 0 {
				v.skip = len(c.letters)
			}
			e.addFound(v, found)
		}
	}
}

// inflections takes the other forms of a word.
func (e *expansion) inflections(word []byte) {
	for _, form := range appendForms(nil, word) {
		if found := e.places(form); len(found) > 0 {
			e.addFound(variant{word: form, same: Inflected, other: Inflected}, found)
		}
	}
}

// mostNearWords is how many words with one letter wrong are taken, the most frequent first.
const mostNearWords = 256

// misspelled takes the words that differ by one letter.
func (e *expansion) misspelled(word []byte) {
	if len(word) < shortestNear {
		return
	}
	counts := map[string]int{}
	for i := range e.index.parts {
		p := &e.index.parts[i]
		p.near(word, func(at int) { counts[string(p.word(at))] += p.count(at) })
	}
	words := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for _, near := range words[:min(len(words), mostNearWords)] {
		e.add(variant{word: []byte(near), same: Near, other: Near})
	}
}

// How many articles the words of a part that are taken for a prefix have together at most: so many for each article of the part, but not fewer
// than those of a small folder. The most frequent words are taken. What that leaves out of a prefix of one or two letters is in articles that
// have another word that begins so, as good as always: of 100,000 articles, 97,000 have one of those for the letter ب.
const (
	prefixBudget = 6
	leastBudget  = 1 << 14
)

// prefixes takes the words that begin as a word that is being typed, also behind the clitics that are never doubtful.
func (e *expansion) prefixes(w typed, clitics, exact bool) {
	e.slot.prefixes = append(e.slot.prefixes, prefix{w.word, 0})
	if clitics && !exact && len(w.word) > shortWord {
		for _, c := range procliticsOf(w.word) {
			if !c.doubtful {
				p := prefix{letters: slices.Concat(c.letters, w.word[c.without:])}
				if c.without == 0 {
					p.skip = len(c.letters)
				}
				e.slot.prefixes = append(e.slot.prefixes, p)
			}
		}
	}
	if exact {
		e.begins = w.written()
	}
	e.slot.prefixes = withoutLonger(e.slot.prefixes)
	for _, p := range e.slot.prefixes {
		for i := range e.index.parts {
			e.beginning(i, p.letters)
		}
	}
}

// withoutLonger drops the prefixes that begin as another.
func withoutLonger(prefixes []prefix) []prefix {
	slices.SortFunc(prefixes, func(a, b prefix) int { return bytes.Compare(a.letters, b.letters) })
	kept := prefixes[:0]
	for _, p := range prefixes {
		if len(kept) == 0 || !bytes.HasPrefix(p.letters, kept[len(kept)-1].letters) {
			kept = append(kept, p)
		}
	}
	return kept
}

// beginning takes the words of a part that begin so: from the classes of frequency, each twice the one before, as many as fit.
func (e *expansion) beginning(part int, prefix []byte) {
	p := &e.index.parts[part]
	first, behind := p.beginning(prefix)
	var sums [mostClass + 1]int // by class: how many articles its words have together, at most
	for _, class := range p.classes[first:behind] {
		sums[class] += 1 << class
	}
	budget := max(leastBudget, prefixBudget*p.articles())
	least, sum := uint8(len(sums)-1), 0
	for least > 0 && sum+sums[least-1] <= budget {
		least--
		sum += sums[least]
	}
	for w := first; w < behind; w++ {
		if p.classes[w] < least {
			continue
		}
		if _, ok := e.known[string(p.word(w))]; !ok {
			e.choose(&variant{word: p.word(w), same: Prefix, other: Prefix, begins: e.begins}, occasion{part, w})
		}
	}
}
