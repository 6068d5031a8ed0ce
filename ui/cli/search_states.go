package cli

import (
	"context"
	"fmt"

	"jarida/corpus"
	"jarida/corpus/search"
	"jarida/corpus/triage"
)

// states gives what answers is: in a query, nil where that is not asked for. Without a journal nothing was decided; it is not made.
func (p *program) states(ctx context.Context, args []string, q *search.Query, s *corpus.Snapshot) (of func(name string) (search.Set, bool), err error) {
	if !q.Uses("is") {
		return nil, nil //nolint:nilnil // nothing is asked for
	}
	folder, err := p.articleFolder(args)
	if err != nil {
		return nil, err
	}
	j, err := p.oldJournal(ctx, folder)
	if err != nil {
		return nil, fmt.Errorf("your decisions cannot be read: %w", err)
	}
	states := make([]triage.State, s.Len())
	if j != nil {
		defer j.Close() //nolint:errcheck // nothing was written
		states = j.States(s.Len(), func(i int) triage.Article { return s.Key(s.DocAt(i)) })
	}
	return func(name string) (search.Set, bool) {
		in, ok := inState(name)
		if !ok {
			return nil, false
		}
		var set search.Set
		for i := range states {
			if in(&states[i]) {
				set = set.With(int32(s.DocAt(i)))
			}
		}
		return set, true
	}, nil
}

// inState gives what tells whether an article is in the state with a name.
func inState(name string) (in func(s *triage.State) bool, ok bool) {
	at := func(place triage.Place) func(s *triage.State) bool {
		return func(s *triage.State) bool { return s.Place == place }
	}
	switch name {
	case "unread":
		return func(s *triage.State) bool { return !s.Read }, true
	case "read":
		return func(s *triage.State) bool { return s.Read }, true
	case "starred":
		return func(s *triage.State) bool { return s.Starred }, true
	case "inbox":
		return at(triage.Inbox), true
	case "later":
		return at(triage.Later), true
	case "archived":
		return at(triage.Archive), true
	}
	return nil, false
}
