package search

import (
	"bytes"
	"slices"
	"strings"

	"jarida/corpus/arabic"
)

// clause is what a name must have for one word of a query: all the terms, or one of the readings.
type clause struct {
	word     string // as typed
	spelled  string // the same from its first letter to its last
	terms    []term // more than one where the word folds to several: كوفيد19
	readings []reading
}

// reading is what a word may have been meant for.
type reading struct {
	term  term
	rank  rank
	worse int // what its cost takes from a score
}

// costWeight turns the cost of a reading into a score: the readings of one word differ by 0.15 at most, which is more than the lengths of names.
const costWeight = 1000

// clausesOf reads a query. lex may be nil.
func clausesOf(query string, lex Lexicon, readings func(words []string) [][]Reading) ([]clause, []Note) {
	words := strings.Fields(query)
	var clauses []clause
	var notes []Note
	var meant [][]Reading
	if readings != nil {
		meant = readings(words)
	}
	for i := 0; i < len(words); i++ {
		w := words[i]
		var phrase []Reading
		n := 1
		if meant != nil {
			if n, phrase = phraseReadings(words[i:]); n > 1 {
				w = strings.Join(words[i:i+n], " ")
			} else {
				phrase = meant[i]
			}
		}
		c := newClause(w, lex)
		notes = append(notes, c.read(words, i, phrase)...)
		if len(c.terms) > 0 || len(c.readings) > 0 {
			clauses = append(clauses, c)
		}
		i += n - 1
	}
	return clauses, notes
}

// newClause asks for a word, or the words of a phrase, as they are.
func newClause(word string, lex Lexicon) clause {
	c := clause{word: word, spelled: spelledIn(word)}
	for folded := range bytes.FieldsSeq(arabic.AppendFold(nil, word)) {
		c.terms = append(c.terms, newTerm(folded, cliticsOf(folded, lex)))
	}
	return c
}

// longestPhrase is how many words of a query are looked up as one name at most (bank of new zealand).
const longestPhrase = 4

// phraseReadings gives what the first words of a query are as a name of several words in Latin letters (saudi arabia), and how many words that
// are: 1 for none.
func phraseReadings(words []string) (int, []Reading) {
	for n := min(len(words), longestPhrase); n > 1; n-- {
		folded := arabic.AppendFold(nil, strings.Join(words[:n], " "))
		if !isLatin(folded) {
			continue
		}
		names := aliasesOf(string(folded))
		readings := make([]Reading, len(names))
		for i, a := range names {
			readings[i] = Reading{Text: a.name, How: Sound, Cost: aliasStep * float32(i)}
			if a.unsure {
				readings[i].Cost = unsureAlias
			}
		}
		if len(readings) > 0 {
			return n, readings
		}
	}
	return 1, nil
}

// spelledIn gives a word without what stands around its letters.
func spelledIn(word string) string {
	if letters := strings.TrimFunc(word, func(r rune) bool { return !inWord(r) }); letters != "" {
		return letters
	}
	return word // ½
}

// read adds the readings that are sure enough, and says what they all are.
func (c *clause) read(words []string, i int, meant []Reading) []Note {
	notes := make([]Note, 0, len(meant))
	for _, m := range meant {
		n := Note{Word: c.word, As: m.Text, How: m.How, Offer: m.Offer}
		if m.Offer {
			other := slices.Clone(words)
			other[i] = m.Text
			n.As = strings.Join(other, " ")
		} else if folded := arabic.AppendFold(nil, m.Text); len(folded) > 0 {
			r := reading{term: newTerm(folded, surestClitics), rank: rankSound, worse: int(m.Cost * costWeight)}
			if m.How == Layout {
				r.rank = rankLayout
			}
			c.readings = append(c.readings, r)
		}
		notes = append(notes, n)
	}
	return notes
}

// parts gives all the terms of a clause, then those of its readings.
func (c *clause) parts() []*term {
	parts := make([]*term, 0, len(c.terms)+len(c.readings))
	for i := range c.terms {
		parts = append(parts, &c.terms[i])
	}
	for i := range c.readings {
		parts = append(parts, &c.readings[i].term)
	}
	return parts
}

// fit gives how well a folded name fits a clause: rankNone where it does not.
func (c *clause) fit(name []byte) (rank, int) {
	worst, score := rankExact, 0
	for i := range c.terms {
		p := c.terms[i].find(name)
		if worst = max(worst, p.rank); worst == rankNone {
			break
		}
		score += p.scoreIn(name)
	}
	if len(c.terms) == 0 {
		worst = rankNone
	}
	for i := range c.readings {
		r := &c.readings[i]
		if p, s := r.find(name); p.rank < worst || p.rank == worst && s > score {
			worst, score = p.rank, s
		}
	}
	return worst, score
}

// find gives where a reading stands: as a word, or at the beginning of one. A whole word is worth more than the length of a name.
func (r *reading) find(name []byte) (place, int) {
	p := r.term.find(name)
	if p.rank > rankCliticStart {
		return place{rank: rankNone}, 0
	}
	s := p.scoreIn(name) - r.worsening(p.rank)
	p.rank = r.rank
	return p, s
}

// worsening is what the score of a reading loses for what it costs, and for the rank of its place.
func (r *reading) worsening(at rank) int { return r.worse + int(at)*costWeight }

// scoreAt gives the score of a reading whose term stands so in a folded name.
func (r *reading) scoreAt(st standing, name []byte) int {
	return r.term.scoreAt(st, name) - r.worsening(st.rank())
}
