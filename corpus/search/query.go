package search

import "strings"

// Query is a query as a tree, which can be printed back.
//
// What stands side by side is asked for together; OR or | between two asks for one of them, and binds less; parentheses group; - or NOT
// before a clause excludes. A clause is
//
//	word        the word in any spelling that folds to the same, and with clitics before it
//	"words"     these words one behind the other, folded alike; also in « » and “ ”
//	=word       the word spelled exactly so, without clitics; so ="words"
//	word*       words that begin so
//	~word       also words with one letter wrong, and inflections
//	field:…     what Fields has; a value of several words stands in quotation marks, (…) gives several clauses one field
//
// A date: is a day, month or year in ISO 8601 (one before 1600 is of the Hijri calendar), a range a..b with one end or both, one of these
// behind > >= < or <=, a stretch up to today (7d 2w 3m 1y), or words for any of these in Arabic or English. An article whose own date is
// but a month or a year fits a date or range that it overlaps; behind > >= < <= all its days have to fit. One without a date fits none.
//
// The Arabic comma is white space, digits may have any form, and a mark of punctuation that stands alone is nothing.
type Query struct {
	root node // nil for nothing
	end  int  // bytes of the text that it was read from
}

// Parse reads a query. The error is a *SyntaxError.
func Parse(text string) (*Query, error) {
	p := parser{lexer: lexer{text: text}}
	p.advance()
	root := p.anyOf("")
	if p.err == nil && p.token.kind == closeToken {
		p.fail(mistake(UnopenedGroup, p.token.start, p.token.end, ")", ""))
	}
	if p.err != nil {
		return nil, p.err
	}
	return &Query{root: root, end: len(text)}, nil
}

// String prints the query so that Parse gives the same tree.
func (q *Query) String() string {
	if q.Empty() {
		return ""
	}
	var b strings.Builder
	q.root.write(&b)
	return b.String()
}

// Uses reports whether the query asks for a field ("person", "is", "has" …), so that nothing is prepared in vain.
func (q *Query) Uses(field string) bool {
	uses := false
	q.each(func(n node, _ bool) {
		switch n := n.(type) {
		case *termNode:
			uses = uses || n.title && field == titleField
		case *nameNode:
			uses = uses || n.field == field
		case *stateNode:
			uses = uses || n.field == field
		case *dateNode:
			uses = uses || n.field == field
		}
	})
	return uses
}

// Empty reports whether it asks for nothing, and so finds everything.
func (q *Query) Empty() bool { return q == nil || q.root == nil }

// each gives the clauses of the query that have no others in them, in order, and whether they are excluded.
func (q *Query) each(visit func(n node, excluded bool)) {
	if !q.Empty() {
		each(q.root, false, visit)
	}
}

func each(n node, excluded bool, visit func(n node, excluded bool)) {
	switch n := n.(type) {
	case allOf:
		for _, c := range n {
			each(c, excluded, visit)
		}
	case anyOf:
		for _, c := range n {
			each(c, excluded, visit)
		}
	case notNode:
		each(n.node, !excluded, visit)
	case *aliasNode:
		each(n.words, excluded, visit)
		visit(n.name, excluded)
	default:
		visit(n, excluded)
	}
}
