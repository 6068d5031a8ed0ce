package ui

import (
	"jarida/corpus"
	"jarida/corpus/search"
)

// states says what was decided about the articles, a bit for each by its number. One in no other place is in the inbox. It does not
// change once it is handed out.
type states struct {
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

// all reports whether every article is in a view.
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

// State gives the articles of a snapshot that are in a state: "inbox", "unread", "read", "starred", "later" or "archived". ok is false for any
// other name.
func (s *states) State(snap *corpus.Snapshot, name string) (docs search.Set, ok bool) {
	v := viewAll
	switch name {
	case "read":
		return s.read, true
	case "starred":
		return s.starred, true
	case "later":
		return s.later, true
	case "archived":
		return s.archived, true
	case "inbox":
		v = viewInbox
	case "unread":
		v = viewUnread
	default:
		return nil, false
	}
	for i := range snap.Len() {
		if d := snap.DocAt(i); s.has(v, d) {
			docs = docs.With(int32(d))
		}
	}
	return docs, true
}
