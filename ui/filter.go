package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// condition is an entity that an article must mention, or must not.
type condition struct {
	entity  entity.Spelled // a spelling of it, which stands for it in every index
	name    string
	without bool
}

// filter is what the articles of the list have in common. Which they are is found in the background, for every snapshot anew.
type filter struct {
	conditions []condition
	revision   int // numbers the changes of the conditions
	busy       bool
}

// filteredMsg brings the places of the articles that fulfil the conditions of that revision.
type filteredMsg struct {
	revision int
	snap     *corpus.Snapshot
	rows     []int32
}

// constrain changes the conditions: one on an entity that has the same already goes, one that has the other takes its place.
func (m *Model) constrain(c condition) tea.Cmd {
	f := &m.filter
	i := slices.IndexFunc(f.conditions, func(o condition) bool { return o.entity == c.entity })
	conditions := slices.Clone(f.conditions)
	switch {
	case i < 0:
		conditions = append(conditions, c)
	case conditions[i].without == c.without:
		conditions = slices.Delete(conditions, i, i+1)
	default:
		conditions[i] = c
	}
	return m.setConditions(conditions)
}

// widen takes the last condition off.
func (m *Model) widen() tea.Cmd {
	n := len(m.filter.conditions)
	if n == 0 {
		m.notice = m.words.NoConditions
		return nil
	}
	return m.setConditions(slices.Clone(m.filter.conditions[:n-1]))
}

// setConditions replaces the conditions. Without any, the whole list is there at once.
func (m *Model) setConditions(conditions []condition) tea.Cmd {
	m.filter.conditions = conditions
	m.filter.revision++
	m.badge()
	if len(conditions) == 0 {
		return tea.Batch(m.swap(m.newest, false, nil), m.follow())
	}
	return m.refilter()
}

// refilter looks for the articles that fulfil the conditions.
func (m *Model) refilter() tea.Cmd {
	f := &m.filter
	if f.busy || len(f.conditions) == 0 {
		return nil
	}
	f.busy = true
	known, snap, conditions, revision := m.names, m.newest, f.conditions, f.revision
	return func() tea.Msg {
		return filteredMsg{revision, snap, matching(snap, known.Entities(snap), conditions)}
	}
}

// filtered shows the articles that were found. A snapshot that has come meanwhile is looked through next, so that the list never
// waits for the last of many.
func (m *Model) filtered(msg filteredMsg) tea.Cmd {
	m.filter.busy = false
	var shown tea.Cmd
	if msg.revision == m.filter.revision && len(m.filter.conditions) > 0 {
		shown = tea.Batch(m.swap(msg.snap, true, msg.rows), m.follow())
		if m.frame.list.w == 0 {
			m.notice = fmt.Sprintf("%s %d/%d", m.words.InArticles, m.list.length(), msg.snap.Len())
		}
	}
	if msg.revision != m.filter.revision || msg.snap != m.newest {
		return tea.Batch(shown, m.refilter())
	}
	return shown
}

// matching gives the places in a snapshot of the articles that fulfil the conditions, ascending.
func matching(s *corpus.Snapshot, x *entity.Index, conditions []condition) []int32 {
	if x == nil {
		return nil
	}
	var include, exclude []entity.ID
	for _, c := range conditions {
		id, known := x.Spelled(c.entity)
		switch {
		case known && c.without:
			exclude = append(exclude, id)
		case known:
			include = append(include, id)
		case !c.without:
			return nil
		}
	}
	docs := x.Match(include, exclude)
	rows := make([]int32, 0, len(docs))
	for _, d := range docs {
		if place := s.Index(corpus.Doc(d)); place >= 0 {
			rows = append(rows, int32(place))
		}
	}
	slices.Sort(rows)
	return rows
}

// conditionRow writes above the list how many articles fulfil its conditions, and which these are.
func (m *Model) conditionRow(c *canvas, w int) {
	var text strings.Builder
	for i, cond := range m.filter.conditions {
		switch {
		case cond.without:
			text.WriteString(" − ")
		case i > 0:
			text.WriteString(" + ")
		}
		text.WriteString(cond.name)
	}
	number := fmt.Sprintf("%d/%d", m.list.length(), m.list.snap.Len())
	columns := min(len(number), max(w-2, 0))
	gap := min(max(w-2-columns, 0), gapBetween)
	m.across(
		func() { c.blank(min(w, 1)) },
		func() { c.text(number, bidi.LTR, term.Field{Width: columns, Paint: m.styles.status}) },
		func() { c.blank(gap) },
		func() {
			f := term.Field{Width: w - 2 - columns - gap, Align: m.nearSide(), Paint: m.styles.key}
			c.text(strings.TrimSpace(text.String()), m.base(), f)
		},
		func() { c.blank(min(max(w-1, 0), 1)) },
	)
}

// goTo puts the cursor of the list on an article. One that the conditions leave out ends them: what is open must be found in the list.
func (m *Model) goTo(d corpus.Doc) (corpus.Entry, tea.Cmd, bool) {
	var cmd tea.Cmd
	if m.list.find(d) < 0 {
		if m.newest.Index(d) < 0 {
			return corpus.Entry{}, nil, false
		}
		cmd = m.setConditions(nil)
	}
	m.list.moveTo(m.list.find(d))
	e, ok := m.list.selected()
	return e, cmd, ok
}
