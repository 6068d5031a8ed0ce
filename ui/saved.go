package ui

import (
	tea "charm.land/bubbletea/v2"

	"jarida/corpus/triage"
)

// A search that is kept under a name is a view of its own: :view shows it, and so does the finder.

// saved gives the searches that are kept.
func (m *Model) saved() []triage.Search {
	if m.options.Journal == nil {
		return nil
	}
	return m.options.Journal.Searches()
}

// savedNames gives their names.
func (m *Model) savedNames() []string {
	all := m.saved()
	names := make([]string, 0, len(all))
	for _, s := range all {
		names = append(names, s.Name)
	}
	return names
}

// runSave keeps what the list is searched for under a name, in place of what had the name.
func (m *Model) runSave(args []string) tea.Cmd {
	q := m.filter.query
	switch {
	case q == nil:
		m.notice = m.words.NothingToSave
		return nil
	case len(args) == 0:
		m.notice = m.words.NameNeeded
		return nil
	}
	e := triage.Event{Act: triage.SaveSearch, Search: &triage.Search{Name: args[0], Query: q.text}}
	return m.decide(decision{events: []triage.Event{e}, notice: m.words.SearchSaved + " " + isolated(args[0])})
}

// runForget keeps a search no longer.
func (m *Model) runForget(args []string) tea.Cmd {
	if len(args) == 0 {
		m.notice = m.words.NameNeeded
		return nil
	}
	e := triage.Event{Act: triage.ForgetSearch, Search: &triage.Search{Name: args[0]}}
	return m.decide(decision{events: []triage.Event{e}, notice: m.words.SearchForgotten + " " + isolated(args[0])})
}

// showSearch shows what a search finds that is kept under a name.
func (m *Model) showSearch(name string) tea.Cmd {
	for _, s := range m.saved() {
		if s.Name == name {
			return m.listQuery(s.Query)
		}
	}
	return nil
}
