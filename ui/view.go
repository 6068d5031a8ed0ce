package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/keymap"
	"jarida/ui/settings"
)

// view is a part of the folder by what was decided about its articles.
type view uint8

const (
	viewInbox view = iota
	viewUnread
	viewStarred
	viewLater
	viewArchived
	viewAll

	views = iota
)

// viewOf gives the view that a key shows.
func viewOf(a keymap.Action) (view, bool) {
	if a < keymap.ViewInbox || a > keymap.ViewAll {
		return 0, false
	}
	return view(a - keymap.ViewInbox), true
}

// viewNamed gives the view of a name that the config file and the command line use, the inbox for any other.
func viewNamed(name string) view { return view(max(slices.Index(settings.Views(), name), 0)) }

// setView shows a view, and says how many articles each has. The cursor stays on its article where the view has it, else it goes to where
// it was left there.
func (m *Model) setView(v view) tea.Cmd {
	f := &m.filter
	var cmds []tea.Cmd
	if v != f.view {
		f.stays = -1 // the cursor stays on it in the other view
	}
	if m.focus != listPane {
		cmds = append(cmds, m.focusOn(listPane))
	}
	m.notice = m.counts(v)
	if v == f.view {
		return tea.Batch(cmds...)
	}
	if e, ok := m.list.selected(); ok {
		f.left[f.view] = e.Doc + 1
		if !m.states.has(v, e.Doc) {
			f.goal = f.left[v] - 1
		}
	}
	f.view = v
	return tea.Batch(append(cmds, m.filterAnew())...)
}

// total gives how many articles the view has, whatever else the filter asks for.
func (m *Model) total() int {
	if m.states.listed == nil {
		return m.list.snap.Len()
	}
	return m.states.in(m.filter.view).Len()
}

// counts says how many articles each view has, the one that is shown in brackets.
func (m *Model) counts(shown view) string {
	if m.states.listed == nil {
		return ""
	}
	var all []string
	for v := range view(views) {
		count := fmt.Sprintf("%s %d", m.words.Views[v], m.states.in(v).Len())
		if v == shown {
			count = "[" + count + "]"
		}
		all = append(all, count)
	}
	return strings.Join(all, " · ")
}

// viewLabel names the view and says how many of its articles are unread, "" where nothing can be decided.
func (m *Model) viewLabel() string {
	v := m.filter.view
	if m.options.Journal == nil {
		return ""
	}
	label := m.words.Views[v]
	if v == viewUnread || m.states.listed == nil {
		return label
	}
	return fmt.Sprintf("%s · %s %d", label, m.words.UnreadCount, minus(m.states.in(v), m.states.read).Len())
}

// stateNames names what was decided about an article, for whoever does not see the marks of its row.
func (m *Model) stateNames(d corpus.Doc) string {
	var names []string
	if m.states.listed != nil {
		for v := viewUnread; v <= viewArchived; v++ {
			if m.states.has(v, d) {
				names = append(names, m.words.Views[v])
			}
		}
	}
	if m.ticks.Has(int32(d)) {
		names = append(names, strings.TrimRight(m.words.Ticked, ":"))
	}
	return strings.Join(names, " · ")
}

// nextUnread goes to the next unread article of the list, or the one before, round its end.
func (m *Model) nextUnread(by int) tea.Cmd {
	l := &m.list
	n := l.length()
	for step := 1; step <= n; step++ {
		i := ((l.cursor+by*step)%n + n) % n
		if m.states.has(viewUnread, l.snap.DocAt(l.at(i))) {
			if step == n {
				m.notice = m.words.OnlyUnread
				return nil
			}
			if (i-l.cursor)*by < 0 {
				m.notice = m.words.Around
			}
			return m.moveList(i)
		}
	}
	m.notice = m.words.AllRead
	return nil
}

// emptyList says why the list is empty, and how to leave it.
func (m *Model) emptyList() string {
	if f := &m.filter; f.narrowed() {
		if why := m.reasonText(f.result.Reason); f.query != nil && why != "" {
			return why + m.maybeMeant()
		}
		return m.words.NoneLeft
	}
	if !m.list.snap.Progress().Done {
		return m.words.Reading
	}
	return m.words.EmptyViews[m.filter.view]
}

// shownDocs gives the articles of the list.
func (l *list) shownDocs(yield func(corpus.Doc) bool) {
	for i := range l.length() {
		if !yield(l.snap.DocAt(l.at(i))) {
			return
		}
	}
}

// maybeMeant gives the query that may have been meant by the one that finds nothing, "" for none.
func (m *Model) maybeMeant() string {
	for _, n := range m.filter.result.Notes {
		if n.Offer {
			return " " + m.words.Meant + " " + isolated(n.As)
		}
	}
	return ""
}
