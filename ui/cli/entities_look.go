package cli

import (
	"slices"
	"sync"

	"jarida/corpus"
	"jarida/corpus/entity"
)

// looks are the dates and quantities of articles, counted where these are read for names: then nobody needs to read them again for that.
type looks struct {
	flags entityFlags // what is counted

	mu    sync.Mutex
	parts []*looked // by the goroutines
	taken bool      // nobody asks what else is there
}

// looked is what one goroutine has counted. It goes on looking at what changes when that has been taken, and counts nothing any more.
type looked struct {
	mu     sync.Mutex
	counts *counts // nil when they have been taken
	docs   []corpus.Doc
}

// newLooks gives what counts for a command; nil where it asks for neither dates nor quantities of all articles.
func newLooks(f entityFlags) *looks {
	if f.article != "" || f.mentions || !f.wants(entity.Date) && !f.wants(entity.Quantity) {
		return nil
	}
	return &looks{flags: entityFlags{typ: f.typ, all: f.all}}
}

// lookers gives what makes lookers, nil for none.
func (l *looks) lookers() func() corpus.Looker {
	if l == nil {
		return nil
	}
	return l.looker
}

// looker makes the looker of a goroutine, nil where what was counted has been taken.
func (l *looks) looker() corpus.Looker {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.taken {
		return nil
	}
	one := &looked{counts: newCounts()}
	l.parts = append(l.parts, one)
	var mentions []seen // of the article that was looked at last
	return func(d corpus.Document, dates []entity.Mention, amounts []corpus.Amount) {
		one.mu.Lock()
		defer one.mu.Unlock()
		if one.counts == nil {
			return
		}
		in := inArticle{id: d.Entry.ID, text: d.Source.Text, mentions: mentions[:0]}
		in.addDates(&l.flags, dates)
		in.addAmounts(&l.flags, amounts)
		one.counts.add(in)
		one.docs = append(one.docs, d.Entry.Doc)
		mentions = in.mentions
	}
}

// take gives what was counted, if that is of just these articles, each looked at once. It is for when all are read, and can be done once.
func (l *looks) take(articles []corpus.Doc) (all *counts, ok bool) {
	if l == nil {
		return nil, false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	var docs []corpus.Doc
	var parts []*counts
	for _, one := range l.parts {
		one.mu.Lock()
		docs, parts = append(docs, one.docs...), append(parts, one.counts)
		one.counts, one.docs = nil, nil
		one.mu.Unlock()
	}
	l.parts, l.taken = nil, true
	slices.Sort(docs)
	if len(parts) == 0 || !slices.Equal(docs, slices.Sorted(slices.Values(articles))) {
		return nil, false
	}
	for _, one := range parts[1:] {
		parts[0].merge(one)
	}
	return parts[0], true
}
