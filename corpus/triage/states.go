package triage

import (
	"fmt"
	"slices"
	"strings"
)

// State gives what was decided about an article, the zero State where nothing was. inherited reports that the article's content is new and
// the state is that of what stood at its path before: a Changed event, with from, makes that last.
func (j *Journal) State(a Article) (s State, from string, inherited bool) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.history.state(a)
}

// States gives what was decided about n articles, in their order and all of one moment. article is called once for each from 0 on, and must
// not call the journal.
func (j *Journal) States(n int, article func(i int) Article) []State {
	all := make([]State, n)
	j.mu.RLock()
	defer j.mu.RUnlock()
	for i := range all {
		all[i], _, _ = j.history.state(article(i))
	}
	return all
}

// Version changes whenever anything in the journal does: as long as it is the same, so are all answers.
func (j *Journal) Version() uint64 {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.version
}

// Entities gives the corrections of entities that count, the oldest first.
func (j *Journal) Entities() []Event {
	j.mu.RLock()
	defer j.mu.RUnlock()
	var all []Event
	for _, i := range j.history.entities {
		if e := j.history.events[i]; !e.undone {
			all = append(all, e)
		}
	}
	return all
}

// Searches gives the saved searches in the order of their names.
func (j *Journal) Searches() []Search {
	j.mu.RLock()
	defer j.mu.RUnlock()
	named := map[string]string{}
	for _, i := range j.history.searches {
		switch e := &j.history.events[i]; {
		case e.undone || e.Search == nil:
		case e.Act == SaveSearch:
			named[e.Search.Name] = e.Search.Query
		default:
			delete(named, e.Search.Name)
		}
	}
	all := make([]Search, 0, len(named))
	for name, query := range named {
		all = append(all, Search{name, query})
	}
	slices.SortFunc(all, func(a, b Search) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// Entry is a decision in the history.
type Entry struct {
	Event
	Undone bool
}

// Last gives the last n decisions, the newest first. It may wait for a decision that is being written.
func (j *Journal) Last(n int) []Entry {
	j.mu.RLock()
	defer j.mu.RUnlock()
	var all []Entry
	for _, e := range slices.Backward(j.history.events) {
		if len(all) == n {
			break
		}
		if e.Act.undoable() && !e.foreign() {
			all = append(all, Entry{e, e.undone})
		}
	}
	return all
}

// Warnings says what is odd about the journal, one sentence each.
func (j *Journal) Warnings() []string {
	j.mu.RLock()
	defer j.mu.RUnlock()
	var all []string
	if j.readOnly != nil {
		all = append(all, "Nothing can be decided: the state folder cannot be written to.")
	}
	if j.deleted {
		all = append(all, "The journal was deleted while it was open: what had been decided is gone, the next decision begins a new one.")
	}
	if j.torn > 0 {
		all = append(all, fmt.Sprintf("Lines of the journal that are no events, and do not count: %d.", j.torn))
	}
	if j.history.foreign > 0 {
		all = append(all, fmt.Sprintf("Events of the journal from a newer version of jarida, which are kept and do not count here: %d.",
			j.history.foreign))
	}
	return all
}
