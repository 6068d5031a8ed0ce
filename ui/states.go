package ui

import (
	"jarida/corpus"
	"jarida/corpus/search"
	"jarida/corpus/triage"
)

// states says what was decided about the articles, a bit for each by its number. One in no other place is in the inbox. The sets do not
// change: an act makes others.
type states struct {
	listed                         search.Set // the articles that there are
	read, starred, later, archived search.Set
}

// has reports whether an article is in a view.
func (s *states) has(v view, d corpus.Doc) bool {
	doc := int32(d)
	switch v {
	case viewInbox:
		return !s.later.Has(doc) && !s.archived.Has(doc)
	case viewUnread:
		return !s.read.Has(doc)
	case viewStarred:
		return s.starred.Has(doc)
	case viewLater:
		return s.later.Has(doc)
	case viewArchived:
		return s.archived.Has(doc)
	default:
		return true
	}
}

// of gives what was decided about one article.
func (s *states) of(d corpus.Doc) triage.State {
	doc := int32(d)
	state := triage.State{Read: s.read.Has(doc), Starred: s.starred.Has(doc)}
	switch {
	case s.later.Has(doc):
		state.Place = triage.Later
	case s.archived.Has(doc):
		state.Place = triage.Archive
	}
	return state
}

// all reports whether nothing that was decided keeps an article out of a view.
func (s *states) all(v view) bool {
	switch v {
	case viewInbox:
		return s.later.Len() == 0 && s.archived.Len() == 0
	case viewUnread:
		return s.read.Len() == 0
	default:
		return v == viewAll
	}
}

// in gives the articles of a view.
func (s *states) in(v view) search.Set {
	switch v {
	case viewInbox:
		return minus(minus(s.listed, s.later), s.archived)
	case viewUnread:
		return minus(s.listed, s.read)
	case viewStarred:
		return common(s.listed, s.starred)
	case viewLater:
		return common(s.listed, s.later)
	case viewArchived:
		return common(s.listed, s.archived)
	default:
		return s.listed
	}
}

// State gives the articles that are in a state, as a query names it: "inbox", "unread", "read", "starred", "later" or "archived". ok is false
// for any other name, and where nothing is known of any.
func (s *states) State(name string) (docs search.Set, ok bool) {
	if s.listed == nil {
		return nil, false
	}
	switch name {
	case "inbox":
		return s.in(viewInbox), true
	case "unread":
		return s.in(viewUnread), true
	case "read":
		return s.read, true
	case "starred":
		return s.starred, true
	case "later":
		return s.later, true
	case "archived":
		return s.archived, true
	}
	return nil, false
}

// with gives the states after an act about some articles.
func (s *states) with(act triage.Act, docs search.Set) states {
	next := *s
	switch act {
	case triage.ToInbox:
		next.later, next.archived = minus(s.later, docs), minus(s.archived, docs)
	case triage.ToLater:
		next.later, next.archived = plus(s.later, docs), minus(s.archived, docs)
	case triage.ToArchive:
		next.later, next.archived = minus(s.later, docs), plus(s.archived, docs)
	case triage.MarkRead:
		next.read = plus(s.read, docs)
	case triage.Unread:
		next.read = minus(s.read, docs)
	case triage.Star:
		next.starred = plus(s.starred, docs)
	case triage.Unstar:
		next.starred = minus(s.starred, docs)
	default: // it is about something else
	}
	return next
}

// except gives the states, those of some articles as another one has them.
func (s *states) except(docs search.Set, other *states) states {
	next := *s
	if len(docs) == 0 {
		return next
	}
	mix := func(a, b search.Set) search.Set { return plus(minus(a, docs), common(b, docs)) }
	next.read, next.starred = mix(s.read, other.read), mix(s.starred, other.starred)
	next.later, next.archived = mix(s.later, other.later), mix(s.archived, other.archived)
	return next
}

// enter adds the state of an article to states that are being made.
func (s *states) enter(d corpus.Doc, of triage.State) {
	doc := int32(d)
	if of.Read {
		s.read = s.read.With(doc)
	}
	if of.Starred {
		s.starred = s.starred.With(doc)
	}
	switch of.Place {
	case triage.Later:
		s.later = s.later.With(doc)
	case triage.Archive:
		s.archived = s.archived.With(doc)
	case triage.Inbox:
	}
}

// plus gives what is in one of two sets.
func plus(a, b search.Set) search.Set {
	if len(a) < len(b) {
		a, b = b, a
	}
	all := make(search.Set, len(a))
	copy(all, a)
	for i, w := range b {
		all[i] |= w
	}
	return all
}

// common gives what is in two sets.
func common(a, b search.Set) search.Set {
	common := make(search.Set, min(len(a), len(b)))
	for i := range common {
		common[i] = a[i] & b[i]
	}
	return common
}

// minus gives what is in a set and not in another.
func minus(a, b search.Set) search.Set {
	rest := make(search.Set, len(a))
	copy(rest, a)
	for i := range min(len(a), len(b)) {
		rest[i] &^= b[i]
	}
	return rest
}

// subset reports whether all of a set is in another.
func subset(a, b search.Set) bool { return minus(a, b).Len() == 0 }
