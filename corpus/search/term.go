package search

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"
)

// How long a term is, in bytes of folded text, decides where it is looked for.
const (
	// insideLen letters are enough to be found within a word. One or two are in nearly every name: they only begin words.
	insideLen = 3
	// scatteredLen letters behind an article may have others among them: three in order, close together, are in many titles, and none of
	// them is meant.
	scatteredLen = 4
	// scatteredMore is how many letters may stand among those of a term. Of what has a term's letters in order but not together, 86 to 96 %
	// has more than eight, and is noise; one or two are a letter left out while typing, or a space (عبدالله for عبد الله).
	scatteredMore = 2
	// scatteredMost letters are the most that may: the bonus of fuzzy for letters in a row triples with each, and is negative from the
	// fortieth on.
	scatteredMost = 32
	// scoredLen is how many letters of a term that stand together are scored, which gives 443 thousand: of 18 terms there is room for
	// the sum in a fit, so that what a name loses for its length always counts.
	scoredLen = 12
)

// rank is how well a name fits, the best first. It refines How: what begins a word behind a clitic comes last among what begins words.
type rank uint8

const (
	rankExact rank = iota
	rankWord
	rankClitic
	rankStart
	rankCliticStart
	rankSound
	rankLayout
	rankInside
	rankScattered
	rankNone
)

// how gives the rule of a rank.
func (r rank) how() How {
	return [...]How{Exact, Folded, Clitic, Prefix, Prefix, Sound, Layout, Inside, Scattered, Scattered}[r]
}

// term is a word of a query, folded.
type term struct {
	text    []byte
	sought  []byte // what is looked for in a name: the text, behind a space if it only begins words, behind its alef if it has an article
	word    []byte // a short term between spaces
	single  bool   // one letter: it is hardly ever a word
	shape   shape
	need    uint64 // the letters that a word must have to fit
	clitics clitics
	spread  bool // its letters may have others among them
	score   int  // what fuzzy gives the term where its letters stand together
}

// shape says where a term is looked for.
type shape uint8

const (
	anywhere shape = iota
	starting       // one or two letters
	definite       // with an article, which is لل instead of ال behind ل: للكرملين
)

// newTerm prepares a folded word, or the words of a reading.
func newTerm(text []byte, c clitics) term {
	t := term{text: text, sought: text, clitics: c, need: letterMask(text), spread: spreads(text), single: utf8.RuneCount(text) == 1}
	switch {
	case utf8.RuneCount(text) < insideLen:
		t.shape = starting
		t.sought = append([]byte{' '}, text...)
		if len(text) > 1 {
			t.word = append(slices.Clone(t.sought), ' ')
		}
	case hasArticle(text):
		t.shape, t.sought = definite, text[1:]
		t.need = letterMask(t.sought)
	}
	scored := text[:min(len(text), scoredLen)]
	t.score = fuzzyScore(scored, scored)
	return t
}

func hasArticle(text []byte) bool { return len(text) >= 2 && text[0] == alef && text[1] == lam }

// spreads reports whether the letters of a term may have others among them: those of scripts that have one byte for a letter, and enough
// of them behind an article, for ا and ل stand in every title.
func spreads(text []byte) bool {
	own := len(text)
	if hasArticle(text) {
		own -= 2
	}
	return own >= scatteredLen && len(text) <= scatteredMost && len(text) == utf8.RuneCount(text)
}

// place is where a term stands in a folded name.
type place struct {
	rank       rank
	start, end int // bytes of the folded name
	score      int // by fuzzy, for what stands between start and end
}

// find gives the best place of a term in a folded name, which begins with a space: the one of the best rank, of these the first.
func (t *term) find(name []byte) place {
	best := place{rank: rankNone}
	for i := 0; ; {
		n := index(name[i:], t.sought)
		if n < 0 {
			break
		}
		p := t.at(name, i+n)
		if p.rank < best.rank {
			best = p
		}
		if best.rank == rankStart && t.shape == starting {
			return t.orWord(name, best)
		}
		if best.rank == rankWord {
			break
		}
		i += n + 1
	}
	if best.rank == rankNone && t.spread {
		best = t.scattered(name)
	}
	return best
}

// orWord gives the place of a short term as a word of its own, else p.
func (t *term) orWord(name []byte, p place) place {
	if t.single {
		return p
	}
	if i := index(name[p.start:], t.word); i >= 0 {
		p.start += i + 1
	} else if bytes.HasSuffix(name, t.sought) {
		p.start = len(name) - len(t.text)
	} else {
		return p
	}
	p.rank, p.end = rankWord, p.start+len(t.text)
	return p
}

// index is bytes.Index for names: that one is fast up to 64 bytes, and slow behind if the first letter of what is sought is a common one.
func index(name, sought []byte) int {
	const fast = 64
	from := 0
	for len(sought) < fast/2 && len(name)-from > fast {
		if n := bytes.Index(name[from:from+fast], sought); n >= 0 {
			return from + n
		}
		from += fast + 1 - len(sought)
	}
	if n := bytes.Index(name[from:], sought); n >= 0 {
		return from + n
	}
	return -1
}

// at gives the place of a term where what is sought stands at i, rankNone if it is none.
func (t *term) at(name []byte, i int) place {
	p := place{rank: rankInside, start: i, end: i + len(t.sought), score: t.score}
	switch t.shape {
	case starting:
		p.start++
	case definite:
		p.start--
		if name[p.start] == lam {
			p.rank = t.behindLam(name, p)
			return p
		} else if name[p.start] != alef {
			p.rank = rankNone
			return p
		}
	case anywhere:
		if i == 0 {
			p.rank = rankNone
			return p
		}
	}
	whole := p.end == len(name) || name[p.end] == ' '
	switch {
	case name[p.start-1] == ' ' && whole && !t.single:
		p.rank = rankWord
	case name[p.start-1] == ' ':
		p.rank = rankStart
	case whole && t.clitics.before(name, p.start, true):
		p.rank = rankClitic
	case t.clitics.before(name, p.start, false):
		p.rank = rankCliticStart
	}
	return p
}

// behindLam gives the rank of a place where a term has lost the alef of its article behind ل.
func (t *term) behindLam(name []byte, p place) rank {
	switch {
	case name[p.start-1] != ' ' && (!conjunction(name[p.start-1]) || name[p.start-2] != ' '):
		return rankNone
	case p.end == len(name) || name[p.end] == ' ':
		return rankClitic
	}
	return rankCliticStart
}

// scattered finds the shortest stretch that has the letters of a term in order, the first of these. It begins where a word does, or its stem
// behind clitics, and the first letter with the article before it is not taken apart: who leaves a letter out has begun the word.
func (t *term) scattered(name []byte) place {
	best := place{rank: rankNone}
	i := index(name, t.text[:t.unbroken()])
	if i < 0 {
		return best
	}
	longest := len(t.text) + scatteredMore
	for last := len(name) - len(t.text); i <= last; i++ {
		if !t.begins(name, i) {
			continue
		}
		if end := t.inOrder(name, i, longest); end > 0 {
			best, longest = place{rank: rankScattered, start: i, end: end}, end-i-1
		}
	}
	if best.rank == rankScattered {
		best.score = fuzzyScore(t.text, name[best.start:best.end])
	}
	return best
}

// apart reports whether a stretch that has the letters of a term in order begins at a place of a name.
func (t *term) apart(name []byte, start int) bool {
	if start >= farOff { // where that is, nobody knows
		return t.scattered(name).rank != rankNone
	}
	return t.inOrder(name, start, len(t.text)+scatteredMore) > 0
}

// runsOut reports whether such a stretch may begin with the last letters of a word, and go on behind it.
func (t *term) runsOut(letters []byte) bool {
	k := t.unbroken()
	others := 1 // the space
	for _, c := range letters[k:] {
		if k < len(t.text) && c == t.text[k] {
			k++
		} else if others++; others > scatteredMore {
			return false
		}
	}
	return k < len(t.text)
}

// unbroken gives how many letters at the beginning of a term have no others among them.
func (t *term) unbroken() int {
	if t.shape == definite {
		return len("all")
	}
	return 1
}

// begins reports whether a stretch may begin at i: with the unbroken letters of a term, where a word begins or its stem behind clitics.
func (t *term) begins(name []byte, i int) bool {
	return name[i] == t.text[0] && bytes.HasPrefix(name[i:], t.text[:t.unbroken()]) &&
		(name[i-1] == ' ' || surestClitics.before(name, i, false))
}

// inOrder gives the end of the shortest stretch from start that has the letters of a term in order and at most longest bytes, 0 for none. It
// begins with the unbroken ones.
func (t *term) inOrder(name []byte, start, longest int) int {
	k := t.unbroken()
	for i := start + k; i < min(len(name), start+longest); i++ {
		if name[i] == t.text[k] {
			if k++; k == len(t.text) {
				return i + 1
			}
		}
	}
	return 0
}

// fuzzyScore gives the score of fuzzy for a term in a stretch of a name that has its letters in order.
//
// Fuzzy sees that stretch and nothing else. In a whole title it takes a term apart, 36 to 74 of 100 times, because it keeps the first place
// that it finds for a letter (ال of الرئيس for that of الروسي), and the last letter of a short term goes to whatever word begins with it.
func fuzzyScore(term, stretch []byte) int {
	for _, m := range fuzzyMatches(term, stretch) {
		return m.Score
	}
	return 0
}

// fuzzyMatches gives the match of a term in a stretch of a name, or none.
func fuzzyMatches(term, stretch []byte) fuzzy.Matches {
	return fuzzy.FindNoSort(string(term), []string{string(stretch)})
}

// What a name loses for letters that were not asked for, as in fuzzy: one for each, and five for each of the first three before the term.
const (
	unmatchedPenalty = 1
	leadingPenalty   = 5
	leadingLetters   = 3
)

// cliticStartPenalty is what puts the beginning of a word behind a clitic after all that is the beginning of a word: more than a name is long.
const cliticStartPenalty = 100_000

// scoreIn gives the score of a place in a folded name.
func (p place) scoreIn(name []byte) int {
	rest := len(name) - 1 - (p.end - p.start)
	score := p.score - rest*unmatchedPenalty - min(p.start-1, leadingLetters)*leadingPenalty
	if p.rank == rankCliticStart {
		score -= cliticStartPenalty
	}
	return score
}
