package search

import (
	"context"
	"slices"
	"strings"
)

// mostOffers is how many readings of a word are offered.
const mostOffers = 3

// read looks for what the words of a query stand for that are in Latin letters, or of another keyboard layout. Words in quotation marks
// and behind = are what they are.
func (s *searcher) read(ctx context.Context, terms []*termNode) error {
	terms = slices.DeleteFunc(terms, func(t *termNode) bool { return t.quoted || t.exact || t.prefix })
	if !slices.ContainsFunc(terms, s.foreign) {
		return nil
	}
	words := make([]string, len(terms))
	for i, t := range terms {
		words[i] = t.text
	}
	for i, readings := range ReadAll(words, s.index) {
		if !s.foreign(terms[i]) {
			continue
		}
		if err := s.apply(ctx, terms[i], readings); err != nil {
			return err
		}
	}
	return nil
}

// foreign reports whether a word may stand for another: no article has it, or it is in Latin letters.
func (s *searcher) foreign(t *termNode) bool {
	return s.sought[t].docs.none() || strings.ContainsFunc(t.text, latin)
}

// apply looks for the readings of a word that are sure, and offers the others. What is still being typed is what is there that begins so, or
// else one word: what its first letters sound like, or type on another layout, is a guess. A name that is known is none.
func (s *searcher) apply(ctx context.Context, t *termNode, readings []Reading) error {
	all := s.sought[t]
	typing, literally := t == s.typing, !all.docs.none()
	offers, first := 0, -1
	for i, r := range readings {
		guess := typing && (r.How == Layout || r.Cost >= soundCost)
		if r.Offer || guess && (literally || first >= 0) {
			offers += s.offer(t, r, offers)
			continue
		}
		f, err := s.seeker.find(ctx, leaf{text: r.Text, title: t.title, how: r.How, prefix: typing && r.How == Layout})
		if err != nil {
			return err
		}
		if f.docs.none() {
			continue
		}
		if first < 0 {
			first = i
		}
		f.trust = trust(r.Cost - readings[first].Cost)
		all.add(f)
		s.note(Note{Word: t.text, As: r.Text, How: r.How})
	}
	all.level(s.index.Articles())
	return nil
}

// add takes what was found for a reading of the term.
func (t *sought) add(f *found) {
	t.founds = append(t.founds, f)
	t.docs = either(t.docs, f.docs)
}

// level makes all that was found for the term as rare as it is together: a reading is not better because few articles have it.
func (t *sought) level(articles int) {
	if len(t.founds) < 2 {
		return
	}
	all := rarity(t.docs.Len(), articles)
	for _, f := range t.founds {
		f.idf = [2]float32{all, all}
	}
}

// trust gives how much a reading counts that costs so much more than the best: a quarter where it is as bad as readings are.
func trust(cost float32) float32 { return 1 - .75*min(1, max(0, cost)/nearBest) }

// latin reports whether a character is a letter of ASCII.
func latin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// offer says what a word may have been meant for, as the query that asks for it. It gives how many offers that is, after so many.
func (s *searcher) offer(t *termNode, r Reading, already int) int {
	if already == mostOffers {
		return 0
	}
	meant := *t
	meant.text = r.Text
	meant.quoted = len(strings.Fields(r.Text)) > 1 || !bare(&meant)
	meant.near = meant.near && !meant.quoted
	s.note(Note{Word: t.text, As: (&Query{root: replaced(s.asked, t, &meant)}).String(), How: r.How, Offer: true})
	return 1
}

// bare reports whether a term can stand in a query without quotation marks.
func bare(t *termNode) bool {
	q, err := Parse(t.text)
	if err != nil || q.Empty() {
		return false
	}
	same, ok := q.root.(*termNode)
	return ok && same.text == t.text && !same.quoted
}

// note adds a note, once.
func (s *searcher) note(n Note) {
	if !slices.Contains(s.notes, n) {
		s.notes = append(s.notes, n)
	}
}

// replaced gives a tree with another clause in place of one.
func replaced(n, old, other node) node {
	switch n := n.(type) {
	case allOf:
		out := make(allOf, len(n))
		for i, c := range n {
			out[i] = replaced(c, old, other)
		}
		return out
	case anyOf:
		out := make(anyOf, len(n))
		for i, c := range n {
			out[i] = replaced(c, old, other)
		}
		return out
	case notNode:
		return notNode{replaced(n.node, old, other)}
	}
	if n == old {
		return other
	}
	return n
}

// readName gives the articles that mention an entity whose name is written in Latin letters, or on another keyboard layout: by the first
// sure reading of its words that is a name.
func (s *searcher) readName(n *nameNode) []int32 {
	words := strings.Fields(n.value)
	var how How
	for i, readings := range ReadAll(words, s.index) {
		if len(readings) > 0 && !readings[0].Offer {
			words[i], how = readings[0].Text, max(how, readings[0].How)
		}
	}
	name := strings.Join(words, " ")
	if name == n.value {
		return nil
	}
	docs, known := s.facts.Entities(entityTypes[n.field], name)
	if known {
		s.note(Note{Word: n.value, As: name, How: how})
	}
	return docs
}
