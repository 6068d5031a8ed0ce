package search

// Query is a query as a tree, which can be printed back.
type Query struct{}

// SyntaxError is a mistake in a query.
type SyntaxError struct {
	Start, End int    // bytes of the query: where a caret belongs
	Message    string // one sentence that says what to write
}

func (e *SyntaxError) Error() string { return e.Message }

// Parse reads a query. The error is a *SyntaxError.
func Parse(text string) (*Query, error) { return &Query{}, nil }

// String prints the query so that Parse gives the same tree.
func (q *Query) String() string { return "" }

// Uses reports whether the query asks for a field ("person", "is", "has" …), so that nothing is prepared in vain.
func (q *Query) Uses(field string) bool { return false }

// Empty reports whether it asks for nothing, and so finds everything.
func (q *Query) Empty() bool { return true }
