package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/search"
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

// nextUnread goes to the next row with an unread article, or the one before, round the end of the list. A story whose first article has been
// read is opened, and the next unread one in it gone to: last comes the story under the cursor.
func (m *Model) nextUnread(by int) tea.Cmd {
	l := &m.list
	n := l.length()
	for step := 1; step <= n; step++ {
		i := ((l.cursor+by*step)%n + n) % n
		p := m.unreadIn(i, by)
		switch {
		case p < 0:
			continue
		case step == n && p == l.rows.start(i):
			if p = m.unreadBehind(i); p < 0 {
				m.notice = m.words.OnlyUnread
				return nil
			}
		case (i-l.cursor)*by < 0:
			m.notice = m.words.Around
		}
		return m.moveList(l.reveal(p))
	}
	m.notice = m.words.AllRead
	return nil
}

// unreadIn gives the position in a row to which one goes for an unread article: its first if that is one, else the next in the direction of
// by; -1 where all have been read.
func (m *Model) unreadIn(row, by int) int {
	from, to := m.list.covered(row)
	if m.unread(from) {
		return from
	}
	if by > 0 {
		return m.unreadBehind(row)
	}
	for p := to - 1; p > from; p-- {
		if m.unread(p) {
			return p
		}
	}
	return -1
}

// unreadBehind gives the position of the first unread article behind the first one of a row, -1 where there is none.
func (m *Model) unreadBehind(row int) int {
	from, to := m.list.covered(row)
	for p := from + 1; p < to; p++ {
		if m.unread(p) {
			return p
		}
	}
	return -1
}

func (m *Model) unread(position int) bool { return m.states.has(viewUnread, m.list.docAt(position)) }

// emptyList says why the list is empty, and how to leave it.
func (m *Model) emptyList() string {
	if f := &m.filter; f.narrowed() {
		if why := m.reasonText(f.result.Reason); f.query != nil && why != "" {
			if progress := m.listProgress(); progress != "" { // one may be found yet
				return why + " " + progress
			}
			return why + m.maybeMeant()
		}
		return m.words.NoneLeft
	}
	if !m.list.snap.Progress().Done {
		return m.words.Reading
	}
	return m.words.EmptyViews[m.filter.view]
}

// articles gives the articles of the list, those in closed stories, too.
func (l *list) articles(yield func(corpus.Doc) bool) {
	for p := range l.count() {
		if !yield(l.docAt(p)) {
			return
		}
	}
}

// docs gives the articles of the list from one position to before another.
func (l *list) docs(from, to int) search.Set {
	var docs search.Set
	for p := from; p < to; p++ {
		docs = docs.With(int32(l.docAt(p)))
	}
	return docs
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
