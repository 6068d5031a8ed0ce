package search

import (
	"bytes"

	"jarida/corpus/arabic"
)

// standing is where a term stands in a name: its rank, and in the lower two bits how many letters stand before it, three or more being one.
// The score of what is not scattered follows from it. Of two the smaller is the better.
type standing uint8

// nowhere is the standing of a term that a name does not have.
const nowhere standing = 0xFF

func standingOf(r rank, before int) standing {
	return standing(r)<<2 | standing(min(before, leadingLetters))
}

func (s standing) rank() rank {
	if s == nowhere {
		return rankNone
	}
	return rank(s >> 2)
}

// stand finds the standing of a term in each name of a shard. It is the best that one of its words gives the name: a term that is not scattered
// stands in a word.
func (s *shard) stand(t *term, names []standing) {
	clearAll(names)
	switch {
	case bytes.IndexByte(t.text, arabic.FoldedSpace) >= 0:
		s.standTogether(t, names)
	case t.shape == starting:
		from, to := s.beginning(t.text)
		for w := from; w < to; w++ {
			r := rankStart
			if !t.single && len(s.word(w)) == len(t.sought) {
				r = rankWord
			}
			s.improve(names, w, r, 1)
		}
	default:
		for w, letters := range s.letters {
			if t.need&^letters != 0 {
				continue
			}
			if p := t.find(s.word(w)); p.rank != rankNone {
				s.improve(names, w, p.rank, p.start)
			}
		}
		if t.spread {
			s.standApart(t, names)
		}
	}
}

// clearAll makes all standings nowhere.
func clearAll(names []standing) {
	for n := copy(names, []standing{nowhere}); n > 0 && n < len(names); n *= 2 {
		copy(names[n:], names[:n])
	}
}

// improve gives the names that have a word the standing of a term in it, where they have no better one.
func (s *shard) improve(names []standing, w int, r rank, start int) {
	for _, p := range s.placesOf(w) {
		if n, st := p.name(), standingOf(r, p.at()+start-1); st < names[n] {
			names[n] = st
		}
	}
}

// standApart finds the names in which the letters of a term stand in several words: one has the first of them at its end, behind clitics at most.
func (s *shard) standApart(t *term, names []standing) {
	const scattered = standing(rankScattered) << 2
	var begins []byte
	for _, clitic := range stemClitics {
		begins = append(append(begins[:0], clitic...), t.text[:t.unbroken()]...)
		from, to := s.beginning(begins)
		for w := from; w < to; w++ {
			if !t.runsOut(s.word(w)[1+len(clitic):]) {
				continue
			}
			for _, p := range s.placesOf(w) {
				if n := p.name(); names[n] > scattered && t.apart(s.folded(n), p.at()+1+len(clitic)) {
					names[n] = scattered
				}
			}
		}
	}
}

// standTogether finds the names that have the words of a reading next to each other: a word of theirs ends with its first.
func (s *shard) standTogether(t *term, names []standing) {
	first, _, _ := bytes.Cut(t.sought, []byte{arabic.FoldedSpace})
	need := letterMask(first)
	for w, letters := range s.letters {
		if need&^letters != 0 || !bytes.HasSuffix(s.word(w), first) {
			continue
		}
		for _, at := range s.placesOf(w) {
			n := at.name()
			if p := t.find(s.folded(n)); p.rank <= rankCliticStart {
				names[n] = standingOf(p.rank, p.start-1)
			}
		}
	}
}

// scoreAt gives the score of a term that stands so in a folded name, which begins with a space.
func (t *term) scoreAt(st standing, name []byte) int {
	r := st.rank()
	if r == rankScattered {
		return t.scattered(name).scoreIn(name)
	}
	score := t.score - (len(name)-1-len(t.text))*unmatchedPenalty - int(st&3)*leadingPenalty
	if r == rankCliticStart {
		score -= cliticStartPenalty
	}
	return score
}
