package search

import (
	"context"
	"time"
)

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

// Finder looks for names while they are typed.
//
// The words of a query are looked for in any order, all of them, each at the best place that a name has for it: a word, a word behind a
// clitic, the beginning of a word, within one, its letters close together; one or two letters only begin words. That decides the order of
// names first, then the score of fuzzy, then their numbers. A query without letters finds all names, in their order.
//
// It remembers where the words of the last query stand. It belongs to one goroutine at a time.
type Finder struct {
	lex   Lexicon
	lists []*List
	pass  *pass
	query string
	wait  time.Duration
}

// firstAnswer is how long Find looks before it comes back with what there is: half of a frame at 60 Hz, so that the screen can be drawn in
// the other half.
const firstAnswer = 8 * time.Millisecond

// NewFinder makes a Finder over lists. lex is what tells Latin letters and layouts, nil for nothing.
func NewFinder(lex Lexicon, lists ...*List) *Finder {
	return &Finder{lex: lex, lists: lists, wait: firstAnswer}
}

// Find looks for a query and gives the best names, top at most of each list. It comes back after about 8 ms with what there is by then;
// where that is not Done, More goes on. A cancelled context ends it at once, with what there is.
func (f *Finder) Find(ctx context.Context, query string, top int) Answer {
	f.query = query
	first, stop := context.WithTimeout(ctx, f.wait)
	defer stop()
	clauses, notes := f.read(query)
	f.pass = newPass(f.lists, clauses, notes, max(top, 0), f.pass)
	f.pass.run(first)
	return f.answer()
}

// More goes on where Find came back too early, to the end or until the context is cancelled.
func (f *Finder) More(ctx context.Context) Answer {
	if f.pass == nil {
		return Answer{Totals: make([]int, len(f.lists)), Done: true}
	}
	f.pass.run(ctx)
	return f.answer()
}

// read reads a query.
func (f *Finder) read(query string) ([]clause, []Note) {
	if f.lex == nil {
		return clausesOf(query, nil, nil)
	}
	return clausesOf(query, f.lex, func(words []string) [][]Reading { return ReadAll(words, f.lex) })
}

// answer gives what was found so far.
func (f *Finder) answer() Answer {
	p := f.pass
	a := Answer{Query: f.query, Totals: make([]int, len(f.lists)), Done: p.done(), Notes: p.notes}
	for i, list := range f.lists {
		best, total := p.best(i)
		a.Totals[i] = total
		for _, b := range best {
			a.Found = append(a.Found, p.found(list, i, b))
		}
	}
	sortFound(a.Found)
	return a
}
