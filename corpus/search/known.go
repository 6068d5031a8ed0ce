package search

import (
	"context"
	"strings"

	"jarida/corpus/entity"
)

// patience is how many articles are looked at between two looks at the context: about a tenth of a millisecond.
const patience = 1 << 11

// known gives the articles among some that fit a clause about what is known of them beside their text.
func (s *searcher) known(ctx context.Context, n node, among Set) (Set, error) {
	if s.facts == nil {
		return Set{}, ctx.Err()
	}
	switch n := n.(type) {
	case *stateNode:
		docs, _ := s.facts.State(n.value)
		return common(among, docs), ctx.Err()
	case *dateNode:
		asked, whole := n.days(s.request.Today)
		return choose(ctx, among, func(doc int32) bool {
			if n.field == mentionField {
				return s.facts.Mentions(doc, asked.first, asked.last)
			}
			first, last, ok := s.facts.Day(doc)
			return ok && asked.fits(first, last, whole)
		})
	case *nameNode:
		switch n.field {
		case sourceField:
			return choose(ctx, among, called(n.value, s.facts.Source))
		case sectionField:
			return choose(ctx, among, called(n.value, s.facts.Section))
		}
		return common(among, s.entity(n)), ctx.Err()
	}
	return Set{}, ctx.Err()
}

// entityTypes are the types of entities by their fields.
var entityTypes = map[string]entity.Type{personField: entity.Person, placeField: entity.Place, orgField: entity.Organisation}

// entity gives the articles that mention an entity: of the name as it is written, or else of what that may stand for.
func (s *searcher) entity(n *nameNode) Set {
	if docs, ok := s.names[n]; ok {
		return docs
	}
	docs, known := s.facts.Entities(entityTypes[n.field], n.value)
	if !known && !s.request.NoLatin {
		docs = s.readName(n)
	}
	s.names[n] = SetOf(docs)
	return s.names[n]
}

// choose gives the articles among some that fit, as a set of its own.
func choose(ctx context.Context, among Set, fits func(doc int32) bool) (Set, error) {
	out, seen := make(Set, len(among)), 0
	for doc := range among.All() {
		if seen++; seen%patience == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if fits(doc) {
			out[doc/64] |= 1 << (doc % 64)
		}
	}
	return out, ctx.Err()
}

// called gives what decides whether a name of an article has the words of a value one behind the other. Names repeat, so each is
// looked at once.
func called(value string, nameOf func(doc int32) string) func(doc int32) bool {
	want := indefinite(value)
	known := map[string]bool{}
	return func(doc int32) bool {
		name := nameOf(doc)
		if name == "" {
			return false
		}
		has, ok := known[name]
		if !ok {
			has = strings.Contains(indefinite(name), want)
			known[name] = has
		}
		return has
	}
}

// indefinite folds a text and takes the Arabic article off its words. A space stands on both sides of each word.
func indefinite(text string) string {
	definite := foldedText("ال")
	var b strings.Builder
	b.WriteByte(' ')
	for word := range strings.SplitSeq(foldedText(text), " ") {
		if rest, ok := strings.CutPrefix(word, definite); ok && rest != "" {
			word = rest
		}
		b.WriteString(word)
		b.WriteByte(' ')
	}
	return b.String()
}
