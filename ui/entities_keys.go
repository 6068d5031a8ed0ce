package ui

import (
	tea "charm.land/bubbletea/v2"

	"jarida/corpus/entity"
	"jarida/keymap"
)

// entityAction does what a key does in the pane.
func (m *Model) entityAction(a keymap.Action) tea.Cmd {
	p := &m.pane
	switch a {
	case keymap.Down:
		return m.moveEntity(p.cursor + 1)
	case keymap.Up:
		return m.moveEntity(p.cursor - 1)
	case keymap.First:
		return m.moveEntity(0)
	case keymap.Last:
		return m.moveEntity(len(p.rows) - 1)
	case keymap.PageDown:
		return m.moveEntity(p.cursor + max(p.h-1, 1))
	case keymap.PageUp:
		return m.moveEntity(p.cursor - max(p.h-1, 1))
	case keymap.HalfDown:
		return m.moveEntity(p.cursor + max(p.h/2, 1))
	case keymap.HalfUp:
		return m.moveEntity(p.cursor - max(p.h/2, 1))
	case keymap.NextGroup:
		return m.toType(1)
	case keymap.PrevGroup:
		return m.toType(-1)
	default:
		return m.entityDeed(a)
	}
}

// askForNames opens a text field for the beginnings of the words of a name; the rows follow as it is typed.
func (m *Model) askForNames() {
	p := &m.pane
	if !p.folder {
		m.notice = m.words.FolderOnly
		return
	}
	m.ask(prompt{
		label:  m.words.FilterNames,
		typed:  func() tea.Cmd { return m.searchNames(oneLine(m.prompt.field.text)) },
		enter:  func(text string) tea.Cmd { return m.searchNames(oneLine(text)) },
		cancel: func() tea.Cmd { return m.searchNames("") },
	}, p.query)
}

// searchNames shows the entities with a name that has words beginning as the query's.
func (m *Model) searchNames(query string) tea.Cmd {
	p := &m.pane
	if query == p.query {
		return nil
	}
	p.query, p.busy, p.moving = query, false, false // what is on its way answers another query
	return m.refreshEntities()
}

// entityDeed does what a key does with the entity under the cursor.
func (m *Model) entityDeed(a keymap.Action) tea.Cmd {
	switch a {
	case keymap.Include, keymap.Exclude:
		return m.constrainBy(a == keymap.Exclude)
	case keymap.ShowAll:
		return m.toggleAll()
	case keymap.Find:
		m.askForNames()
		return nil
	case keymap.Copy:
		name := ""
		if row, ok := m.pane.selected(); ok {
			name = m.rowName(row)
		}
		return m.copied(name)
	default:
		return m.correction(a)
	}
}

func (m *Model) moveEntity(to int) tea.Cmd {
	m.pane.moveTo(to)
	m.pane.moving = true
	return m.entityRest()
}

// toType moves the cursor to the next heading, or to the one before.
func (m *Model) toType(by int) tea.Cmd {
	p := &m.pane
	for i := p.cursor + by; i >= 0 && i < len(p.rows); i += by {
		if p.rows[i].kind != itemRow {
			return m.moveEntity(i)
		}
	}
	return nil
}

// toggleAll shows doubtful and hidden ones, too, or no longer.
func (m *Model) toggleAll() tea.Cmd {
	p := &m.pane
	p.all = !p.all
	m.notice = m.words.SureShown
	if p.all {
		m.notice = m.words.AllShown
	}
	p.busy, p.moving = false, false // what is on its way is of the other kind
	return m.refreshEntities()
}

// constrainBy makes the entity under the cursor a condition of the list.
func (m *Model) constrainBy(without bool) tea.Cmd {
	t, ok := m.underCursor()
	if !ok {
		m.notice = m.choose()
		return nil
	}
	return m.constrain(condition{t.entity, t.name, without})
}

// choose says what an action wants that finds no entity under the cursor: dates and quantities are of one article alone.
func (m *Model) choose() string {
	if row, ok := m.pane.selected(); ok && row.kind == itemRow && row.id < 0 {
		return m.words.NamesOnly
	}
	return m.words.ChooseFirst
}

// underCursor gives the entity under the cursor, by a spelling and its name; none for a heading, and for what no index knows.
func (m *Model) underCursor() (ticked, bool) {
	row, ok := m.pane.selected()
	if !ok || row.kind != itemRow || row.id < 0 || m.pane.index == nil {
		return ticked{}, false
	}
	s, ok := spelled(m.pane.index, row.id)
	return ticked{s, m.rowName(row)}, ok
}

// badge finds what stands before the names: that one is ticked, or that the list has or has not what mentions it.
func (m *Model) badge() {
	p := &m.pane
	p.badges = make(map[entity.ID]string)
	if p.index == nil {
		return
	}
	set := func(s entity.Spelled, mark string) {
		if id, ok := p.index.Spelled(s); ok {
			p.badges[id] = mark
		}
	}
	for _, c := range m.filter.conditions {
		if c.without {
			set(c.entity, "−")
		} else {
			set(c.entity, "+")
		}
	}
	for _, t := range p.ticked {
		set(t.entity, tickMark)
	}
}
