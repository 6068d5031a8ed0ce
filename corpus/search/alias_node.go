package search

import (
	"context"
	"slices"
	"strings"
)

// aliasNode is words that stand side by side in a query and are together a name in Latin letters (saudi arabia): an article has the words, or
// what the name is in Arabic. The parser makes none; a searcher does.
type aliasNode struct {
	words    allOf
	name     *termNode // the words as a phrase, which also stands for its readings
	readings []Reading
}

func (n *aliasNode) write(b *strings.Builder) { n.words.write(b) }

// nameAliases makes clauses of the names of several words in the query that are known by Latin letters.
func (s *searcher) nameAliases() {
	q := s.request.Query
	if q.Empty() {
		return
	}
	s.asked = q.root
	if !s.request.NoLatin {
		s.request.Query = &Query{root: s.withAliases(q.root), end: q.end}
	}
}

// withAliases gives a tree with its names of several words as clauses.
func (s *searcher) withAliases(n node) node {
	switch n := n.(type) {
	case anyOf:
		out := make(anyOf, len(n))
		for i, c := range n {
			out[i] = s.withAliases(c)
		}
		return out
	case notNode:
		return notNode{s.withAliases(n.node)}
	case allOf:
		var out allOf
		for len(n) > 0 {
			if alias := aliasAt(n); alias != nil {
				s.aliases = append(s.aliases, alias)
				out, n = append(out, alias), n[len(alias.words):]
			} else {
				out, n = append(out, s.withAliases(n[0])), n[1:]
			}
		}
		return out
	}
	return n
}

// aliasAt gives the name that some clauses begin with, nil for none.
func aliasAt(clauses allOf) *aliasNode {
	var texts []string
	title := false
	for i, c := range clauses[:min(len(clauses), longestPhrase)] {
		t, ok := c.(*termNode)
		if !ok || t.quoted || t.exact || t.near || t.prefix || i > 0 && t.title != title {
			break
		}
		title, texts = t.title, append(texts, t.text)
	}
	words, readings := phraseReadings(texts)
	if len(readings) == 0 {
		return nil
	}
	name := &termNode{leaf: leaf{text: strings.Join(texts[:words], " "), title: title}, quoted: true}
	return &aliasNode{words: clauses[:words], name: name, readings: readings}
}

// readAliases looks for what the names of several words are in Arabic, and drops from some terms the words of those that are sure and found:
// they stand for nothing else. (abu bakr is first أبو بكر الصديق, but not only.)
func (s *searcher) readAliases(ctx context.Context, terms []*termNode) ([]*termNode, error) {
	for _, alias := range s.aliases {
		if err := s.apply(ctx, alias.name, alias.readings); err != nil {
			return nil, err
		}
		if alias.readings[0].Cost > 0 || s.sought[alias.name].docs.none() {
			continue
		}
		terms = slices.DeleteFunc(terms, func(t *termNode) bool { return slices.Contains(alias.words, node(t)) })
	}
	return terms, nil
}
