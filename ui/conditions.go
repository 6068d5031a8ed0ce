package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

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
		text.WriteString(m.understood())
	}
	number := fraction(m.list.count(), m.total())
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

// understood says what words of the query were taken for.
func (m *Model) understood() string {
	var text strings.Builder
	for _, n := range m.filter.result.Notes {
		switch {
		case n.Offer:
		case n.As == "":
			text.WriteString(" · " + m.words.LeftOut + " " + isolated(n.Word))
		default:
			text.WriteString(" · " + isolated(n.Word) + arrow(m.rtl) + isolated(n.As))
		}
	}
	return text.String()
}
