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

// apply looks for the readings of a word that are sure, and offers the others. What is still being typed is what is there that begins so: a
// reading of its first letters is a guess.
func (s *searcher) apply(ctx context.Context, t *termNode, readings []Reading) error {
	all := s.sought[t]
	literally := all.docs.Len()
	offers := 0
	for _, r := range readings {
		if r.Offer || literally > 0 && t == s.typing {
			offers += s.offer(t, r, offers)
			continue
		}
		f, err := s.seeker.find(ctx, leaf{text: r.Text, title: t.title, how: r.How, prefix: t == s.typing && r.How == Layout})
		if err != nil {
			return err
		}
		if f.docs.none() {
			continue
		}
		all.founds = append(all.founds, f)
		all.docs = either(all.docs, f.docs)
		s.note(Note{Word: t.text, As: r.Text, How: r.How})
	}
	return nil
}

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
	s.note(Note{Word: t.text, As: (&Query{root: replaced(s.request.Query.root, t, &meant)}).String(), How: r.How, Offer: true})
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
