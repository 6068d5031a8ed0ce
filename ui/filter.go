package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/search"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// condition is an entity that an article must mention, or must not.
type condition struct {
	entity  entity.Spelled // a spelling of it, which stands for it in every index
	name    string
	without bool
}

// view is a part of the folder by what was decided about its articles.
type view uint8

const (
	viewInbox view = iota
	viewUnread
	viewStarred
	viewLater
	viewArchived
	viewAll
)

// query is what the list is searched for.
type query struct {
	text string // as the row of conditions has it
	// find gives the articles of a snapshot that it finds. It is called in the background, for every snapshot and whenever a decision was
	// taken, and must not look at the model.
	find func(ctx context.Context, s *corpus.Snapshot, of states) search.Set
}

// filter is what the articles of the list have in common: they are in the view, fulfil the conditions, and are found by the query. Which
// they are is found in the background, anew for every snapshot and for what was decided, and there they are put into order.
type filter struct {
	view       view
	conditions []condition
	query      *query // nil for none
	order      order
	total      int // how many articles the view has without conditions and query
	revision   int // numbers the changes
	busy       bool
}

// idle reports whether the list is the snapshot itself, in its own order.
func (f *filter) idle(of *states) bool { return !f.narrowed() && f.order.plain() && of.all(f.view) }

// narrowed reports whether there are conditions or a query.
func (f *filter) narrowed() bool { return len(f.conditions) > 0 || f.query != nil }

// filteredMsg brings what was found under the filter of that revision.
type filteredMsg struct {
	revision int
	snap     *corpus.Snapshot
	found    found
}

// found is the rows of a list.
type found struct {
	rows  rows
	total int // how many the view has without conditions and query
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

// widen takes the query off, else the last condition.
func (m *Model) widen() tea.Cmd {
	n := len(m.filter.conditions)
	switch {
	case m.filter.query != nil:
		return m.setQuery(nil)
	case n == 0:
		m.notice = m.words.NoConditions
		return nil
	}
	return m.setConditions(slices.Clone(m.filter.conditions[:n-1]))
}

// setConditions replaces the conditions.
func (m *Model) setConditions(conditions []condition) tea.Cmd {
	m.filter.conditions = conditions
	m.badge()
	return m.filterAnew()
}

// setView shows a view.
func (m *Model) setView(v view) tea.Cmd {
	m.filter.view = v
	return m.filterAnew()
}

// setQuery searches the list; nil ends that.
func (m *Model) setQuery(q *query) tea.Cmd {
	m.filter.query = q
	return m.filterAnew()
}

// widenAll takes conditions and query off.
func (m *Model) widenAll() tea.Cmd {
	m.filter.query = nil
	return m.setConditions(nil)
}

// filterAnew makes the list follow a change of the filter. Where nothing is left out or sorted, the whole list is there at once.
func (m *Model) filterAnew() tea.Cmd {
	f := &m.filter
	f.revision++
	m.list.touched = true
	if f.idle(&m.states) {
		return tea.Batch(m.swap(m.newest, found{total: m.newest.Len()}), m.follow())
	}
	return m.refilter()
}

// refilter looks for the articles that the filter lets through.
func (m *Model) refilter() tea.Cmd {
	f := &m.filter
	if f.busy {
		return nil
	}
	f.busy = true
	ctx, known, snap, of, asked := m.ctx, m.names, m.newest, m.states, *f
	return func() tea.Msg {
		var x *entity.Index
		if len(asked.conditions) > 0 {
			x = known.Entities(snap)
		}
		return filteredMsg{asked.revision, snap, asked.matching(ctx, snap, x, of)}
	}
}

// filtered shows the articles that were found. A snapshot that has come meanwhile is looked through next, so that the list never
// waits for the last of many.
func (m *Model) filtered(msg filteredMsg) tea.Cmd {
	m.filter.busy = false
	var shown tea.Cmd
	if msg.revision == m.filter.revision {
		shown = tea.Batch(m.swap(msg.snap, msg.found), m.follow())
		if m.frame.list.w == 0 && m.filter.narrowed() {
			m.notice = fmt.Sprintf("%s %d/%d", m.words.InArticles, m.list.length(), m.filter.total)
		}
	}
	if msg.revision != m.filter.revision || msg.snap != m.newest {
		return tea.Batch(shown, m.refilter())
	}
	return shown
}

// matching gives the articles of a snapshot that the filter lets through, in its order.
func (f *filter) matching(ctx context.Context, s *corpus.Snapshot, x *entity.Index, of states) found {
	all := found{total: s.Len()}
	if !of.all(f.view) {
		all.total = 0
		for i := range s.Len() {
			if of.has(f.view, s.DocAt(i)) {
				all.total++
			}
		}
	}
	if !f.narrowed() && all.total == s.Len() {
		all.rows = newRows(s, nil, f.order)
		return all
	}
	var sets []search.Set
	if len(f.conditions) > 0 {
		sets = append(sets, fulfilling(x, f.conditions))
	}
	if f.query != nil {
		sets = append(sets, f.query.find(ctx, s, of))
	}
	places := make([]int32, 0, all.total)
	for i := range s.Len() {
		d := s.DocAt(i)
		if of.has(f.view, d) && !slices.ContainsFunc(sets, func(set search.Set) bool { return !set.Has(int32(d)) }) {
			places = append(places, int32(i))
		}
	}
	all.rows = newRows(s, places, f.order)
	return all
}

// fulfilling gives the articles that fulfil conditions.
func fulfilling(x *entity.Index, conditions []condition) search.Set {
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
	return search.SetOf(x.Match(include, exclude))
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
	if q := m.filter.query; q != nil {
		if text.Len() > 0 {
			text.WriteString(" + ")
		}
		text.WriteString(oneLine(q.text))
	}
	number := fmt.Sprintf("%d/%d", m.list.length(), m.filter.total)
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

// goTo puts the cursor of the list on an article. One that the filter leaves out ends it: what is open must be found in the list.
func (m *Model) goTo(d corpus.Doc) (corpus.Entry, tea.Cmd, bool) {
	var cmd tea.Cmd
	if m.list.find(d) < 0 {
		if m.newest.Index(d) < 0 {
			return corpus.Entry{}, nil, false
		}
		if !m.states.has(m.filter.view, d) {
			m.filter.view = viewAll
		}
		cmd = m.widenAll()
	}
	m.list.moveTo(m.list.find(d))
	e, ok := m.list.selected()
	return e, cmd, ok
}
