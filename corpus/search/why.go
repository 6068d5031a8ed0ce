package search

import (
	"context"
	"strings"

	"jarida/corpus/arabic"
)

// reason says why no article fits the query: the first clause that fits none, or else the first that fits none of those that fit the
// clauses before it.
func (s *searcher) reason(ctx context.Context) (Reason, error) {
	if s.index.all().none() {
		return Reason{Kind: NoArticles}, nil
	}
	if s.request.Query.Empty() {
		return Reason{}, nil
	}
	clauses, ok := s.request.Query.root.(allOf)
	if !ok {
		clauses = allOf{s.request.Query.root}
	}
	fitting := make([]Set, len(clauses))
	for i, c := range clauses {
		var err error
		if fitting[i], err = s.fitting(ctx, c, s.index.all()); err != nil {
			return Reason{}, err
		}
		if fitting[i].none() {
			return s.alone(ctx, c)
		}
	}
	return together(clauses, fitting), nil
}

// together says which clauses no article fits at the same time: two, if that is so, or else one and all before it.
func together(clauses allOf, fitting []Set) Reason {
	left := fitting[0]
	for i := 1; i < len(clauses); i++ {
		if left = common(left, fitting[i]); !left.none() {
			continue
		}
		for k := range i {
			if common(fitting[k], fitting[i]).none() {
				return Reason{Together, printed(clauses[k]), printed(clauses[i])}
			}
		}
		return Reason{Together, printed(clauses[:i]), printed(clauses[i])}
	}
	return Reason{}
}

// printed prints a clause.
func printed(n node) string { return (&Query{root: n}).String() }

// alone says why no article fits a clause.
func (s *searcher) alone(ctx context.Context, n node) (Reason, error) {
	switch n := n.(type) {
	case *termNode:
		return s.notFound(ctx, n)
	case *nameNode:
		return Reason{Kind: s.unnamed(n), Clause: n.value}, nil
	case *dateNode:
		if n.field == mentionField {
			return Reason{Kind: s.unless(NoMention), Clause: n.text()}, nil
		}
		return Reason{Kind: s.unless(NoDay), Clause: n.text()}, nil
	case *stateNode:
		if s.facts != nil {
			if _, ok := s.facts.State(n.value); ok {
				return Reason{Kind: NoState, Clause: printed(n)}, nil
			}
		}
		return Reason{Kind: NotKnown, Clause: printed(n)}, nil
	case notNode:
		return Reason{Kind: AllExcluded, Clause: printed(n)}, nil
	case *aliasNode:
		return s.alone(ctx, n.words)
	case allOf:
		inner := searcher{request: s.request, index: s.index, seeker: s.seeker, facts: s.facts, sought: s.sought, names: s.names}
		inner.request.Query = &Query{root: n}
		return inner.reason(ctx)
	}
	return Reason{Kind: NoneFits, Clause: printed(n)}, nil
}

// unless gives a reason, or that nothing is known here but the text.
func (s *searcher) unless(k ReasonKind) ReasonKind {
	if s.facts == nil {
		return NotKnown
	}
	return k
}

// unnamed says why no article fits a name.
func (s *searcher) unnamed(n *nameNode) ReasonKind {
	switch n.field {
	case sourceField:
		return s.unless(NoSource)
	case sectionField:
		return s.unless(NoSection)
	}
	if s.facts == nil {
		return NotKnown
	}
	if _, known := s.facts.Entities(entityTypes[n.field], n.value); known {
		return NoMention
	}
	return NoName
}

// notFound says why a term is in no article: by what is found where less is asked for.
func (s *searcher) notFound(ctx context.Context, t *termNode) (Reason, error) {
	easier := t.leaf
	for _, less := range []struct {
		kind ReasonKind
		asks *bool
	}{{NoTitle, &easier.title}, {NoSpelling, &easier.exact}} {
		if !*less.asks {
			continue
		}
		*less.asks = false
		if f, err := s.seeker.find(ctx, easier); err != nil || !f.docs.none() {
			shown := *t
			shown.title = less.kind == NoSpelling && easier.title
			return Reason{Kind: less.kind, Clause: printed(&shown)}, err
		}
	}
	words := strings.Fields(string(arabic.AppendFold(nil, t.text)))
	if len(words) == 1 || !t.quoted {
		return Reason{Kind: NoWord, Clause: t.text}, nil
	}
	for _, w := range words {
		word := arabic.Unfold([]byte(w))
		if f, err := s.seeker.find(ctx, leaf{text: word, prefix: easier.prefix}); err != nil || f.docs.none() {
			return Reason{Kind: NoWord, Clause: word}, err
		}
	}
	return Reason{Kind: NoPhrase, Clause: printed(&termNode{leaf: leaf{text: t.text}, quoted: true})}, nil
}
