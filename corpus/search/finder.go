package search

import "context"

// List is names that can be found: titles, entities, headings, commands. It does not change.
type List struct{}

// NewList folds n names. Of two that are equally good, the one with the lower number comes first.
func NewList(n int, name func(i int) string) *List { return &List{} }

// Len gives the number of names.
func (l *List) Len() int { return 0 }

// Found is a name that was found.
type Found struct {
	List, Item int
	How        How
	Spans      []Span // bytes of the name
	Score      int    // what orders names of one How; more is better
}

// Answer is what a Finder has found so far.
type Answer struct {
	Query  string
	Found  []Found // best first
	Totals []int   // by list: how many fit, as far as was looked
	Done   bool    // all names were looked at
	Notes  []Note
}

// Finder looks for names while they are typed. It remembers what fitted, so that a longer query looks at less. It belongs to one
// goroutine at a time.
type Finder struct{}

// NewFinder makes a Finder over lists. lex is what tells Latin letters and layouts, nil for nothing.
func NewFinder(lex Lexicon, lists ...*List) *Finder { return &Finder{} }

// Find looks for a query and gives the best names, top at most of each list. It comes back after about 8 ms with what there is by then;
// where that is not Done, More goes on. A cancelled context ends it at once, with what there is.
func (f *Finder) Find(ctx context.Context, query string, top int) Answer { return Answer{Done: true} }

// More goes on where Find came back too early.
func (f *Finder) More(ctx context.Context) Answer { return Answer{Done: true} }
