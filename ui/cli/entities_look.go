package cli

import (
	"sync"

	"jarida/corpus"
	"jarida/corpus/entity"
)

// looks are the dates and quantities of articles, counted where these are read for names: then nobody needs to read them again for that.
type looks struct {
	flags entityFlags // what is counted

	mu    sync.Mutex
	parts []*counts // by the goroutines
	taken bool      // nobody asks what else is there
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
	one := newCounts()
	l.parts = append(l.parts, one)
	var mentions []seen // of the article that was looked at last
	return func(d corpus.Document, dates []entity.Mention, amounts []corpus.Amount) {
		in := inArticle{id: d.Entry.ID, text: d.Source.Text, mentions: mentions[:0]}
		in.addDates(&l.flags, dates)
		in.addAmounts(&l.flags, amounts)
		one.add(in)
		mentions = in.mentions
	}
}

// take gives what was counted, if that is of so many articles. It is for when all are read.
func (l *looks) take(articles int) (all *counts, ok bool) {
	if l == nil {
		return nil, false
	}
	l.mu.Lock()
	parts := l.parts
	l.parts, l.taken = nil, true
	l.mu.Unlock()
	for _, one := range parts {
		articles -= int(one.articles)
	}
	if articles != 0 || len(parts) == 0 {
		return nil, false
	}
	for _, one := range parts[1:] {
		parts[0].merge(one)
	}
	return parts[0], true
}
