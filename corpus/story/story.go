// Package story finds the articles that have one text, and those that tell of one event.
//
// Two articles have one text where most runs of three words of the shorter stand in the longer. They tell of one event where the title
// of one stands at the head of the other, on about one day, and few names of title or opening are missing there. What two articles are to
// each other depends on them alone, not on what else the folder holds, so that it is the same in a folder of twenty and of a hundred
// thousand, and in whatever order they come.
package story

// Kind is what articles have in common.
type Kind uint8

const (
	None      Kind = iota
	SameEvent      // they tell of one event
	SameText       // one is printed from the other, or both from a third, with light edits
)

// String gives the name of the kind in the output of the commands, "" for None.
func (k Kind) String() string {
	return [...]string{"", "same-event", "same-text"}[k]
}

// Story is a group of two articles or more.
type Story struct {
	Kind Kind
	Docs []int32 // the leader, which came first and with which the others were compared, then by day
}

// Leader gives the article by which the story is known: the earliest, of those of one day always the same one.
func (s *Story) Leader() int32 { return s.Docs[0] }

// Stories are the stories of a folder. They never change.
type Stories struct {
	list []Story // by size, the largest first
	of   []int32 // by article: the index of its story, -1 for none
	from []int32 // by article: the one from which it says that it is taken, -1 for none
	same []int32 // by article in a story: which text it has, one number for all that have it; else -1
	docs []*Text // by article, nil for none

	words  *words
	source func(doc int32) string // see Builder
	kept   *keptReader            // in the place of docs and words, of stories that were kept
}

// Len gives the number of stories.
func (s *Stories) Len() int { return len(s.list) }

// At gives a story: the largest first, of those of one size the latest. Its articles must not be changed.
func (s *Stories) At(i int) Story { return s.list[i] }

// Of gives the index of the story of an article, -1 for one that stands alone.
func (s *Stories) Of(doc int32) int {
	if doc < 0 || int(doc) >= len(s.of) {
		return -1
	}
	return int(s.of[doc])
}

// SameText reports whether two articles of one story have one text, each by itself or by a third that both are printed from.
func (s *Stories) SameText(a, b int32) bool {
	return s.Of(a) >= 0 && s.Of(a) == s.Of(b) && s.same[a] == s.same[b]
}

// From gives the article of the same text that an article credits: whose newspaper or agency its notice of republication names.
func (s *Stories) From(doc int32) (source int32, ok bool) {
	if doc < 0 || int(doc) >= len(s.from) || s.from[doc] < 0 {
		return 0, false
	}
	return s.from[doc], true
}

// Pair tells what two articles have in common, whether or not they are in one story; false where one of them is not known.
func (s *Stories) Pair(a, b int32) (Pair, bool) {
	x, y := s.text(a), s.text(b)
	if x == nil || y == nil {
		return Pair{}, false
	}
	p := pairOf(x, y)
	p.Shared = s.lexicon().sharedWords(x, y)
	return p, true
}

// Why tells what an article has in common with the leader of its story; false for one that stands alone or leads.
func (s *Stories) Why(doc int32) (Pair, bool) {
	i := s.Of(doc)
	if i < 0 || s.list[i].Leader() == doc {
		return Pair{}, false
	}
	return s.Pair(s.list[i].Leader(), doc)
}

func (s *Stories) text(doc int32) *Text {
	switch {
	case doc < 0 || int(doc) >= len(s.of):
		return nil
	case s.kept != nil:
		return s.kept.text(doc)
	}
	return s.docs[doc].sourced(s.source)
}
