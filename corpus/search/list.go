package search

import (
	"slices"

	"jarida/corpus/arabic"
)

// List is names that can be found: titles, entities, headings, commands. It does not change, and may be used from any goroutine.
type List struct {
	name  func(i int) string
	text  []byte  // the folded names, a space before each
	at    []int   // by name: where its space is in text; one more: the end
	masks []masks // by name
}

// NewList folds n names. Of two that are equally good, the one with the lower number comes first. name is kept for what is found: it gives the
// same name each time, from any goroutine.
func NewList(n int, name func(i int) string) *List {
	l := &List{
		name: name, text: make([]byte, 0, n*meanName), at: make([]int, n+1), masks: make([]masks, n),
	}
	for i := range n {
		l.at[i] = len(l.text)
		l.text = append(l.text, ' ')
		l.text = arabic.AppendFold(l.text, name(i))
		l.masks[i] = masksOf(l.text[l.at[i]:])
	}
	l.at[n] = len(l.text)
	if cap(l.text) > len(l.text)+len(l.text)/4 { // short names: they stay for long
		l.text = slices.Clone(l.text)
	}
	return l
}

// meanName is about how many bytes a folded title has (57 in 100,000 of them); a list of longer ones grows.
const meanName = 64

// Len gives the number of names.
func (l *List) Len() int { return len(l.masks) }

// folded gives a name as it is searched, behind a space.
func (l *List) folded(i int) []byte { return l.text[l.at[i]:l.at[i+1]] }
