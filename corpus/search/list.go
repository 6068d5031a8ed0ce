package search

import "sort"

// List is names that can be found: titles, entities, headings, commands. It does not change, and may be used from any goroutine.
type List struct {
	name   func(i int) string
	n      int
	shards []shard
	each   int // how many names a shard has; the last one has those that are left
}

// NewList folds n names. Of two that are equally good, the one with the lower number comes first. name is kept for what is found: it gives the
// same name each time, from any goroutine.
func NewList(n int, name func(i int) string) *List { return newList(n, name, shardNames) }

// newList makes a list of shards of so many names.
func newList(n int, name func(i int) string, each int) *List {
	l := &List{name: name, n: n, each: each}
	var b shardBuilder
	for from := 0; from < n; from += each {
		l.shards = append(l.shards, b.build(from, min(each, n-from), name))
	}
	return l
}

// Len gives the number of names.
func (l *List) Len() int { return l.n }

// folded gives a name as it is searched, behind a space.
func (l *List) folded(i int) []byte { return l.shards[i/l.each].folded(i % l.each) }

// hasWord reports whether a name has a word, folded.
func (l *List) hasWord(word []byte) bool {
	for i := range l.shards {
		s := &l.shards[i]
		n := sort.Search(len(s.letters), func(w int) bool { return string(s.word(w)[1:]) >= string(word) })
		if n < len(s.letters) && string(s.word(n)[1:]) == string(word) {
			return true
		}
	}
	return false
}
