package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/entity"
	"jarida/corpus/triage"
	"jarida/keymap"
	"jarida/ui/term"
)

// deedName says what a decision was about.
func (m *Model) deedName(e triage.Event) string {
	acts := [...]triage.Act{triage.MergeEntities, triage.SplitEntity, triage.RenameEntity, triage.HideEntity, triage.ShowEntity}
	i := slices.Index(acts[:], e.Act)
	if e.Search != nil {
		return m.words.SavedSearch + " " + isolated(e.Search.Name)
	}
	if i < 0 || e.Entity == nil {
		return m.articleDeed(e.Act, len(e.Articles))
	}
	return m.words.Decisions[i] + " " + strings.Join(e.Entity.Names, " + ")
}

// correction does what a key of the pane corrects.
func (m *Model) correction(a keymap.Action) tea.Cmd {
	switch a {
	case keymap.Undo:
		return m.decide(decision{undo: true})
	case keymap.DoAgain:
		return m.decide(decision{redo: true})
	case keymap.Merge:
		return m.merge()
	case keymap.Tick, keymap.Split, keymap.Rename, keymap.Hide, keymap.Context:
	default:
		return m.paneAction(a)
	}
	t, ok := m.underCursor()
	if !ok {
		m.notice = m.choose()
		return nil
	}
	switch a {
	case keymap.Tick:
		return m.tick(t)
	case keymap.Split:
		m.showSpellings(t)
	case keymap.Rename:
		m.ask(prompt{label: m.words.NewName, enter: func(text string) tea.Cmd { return m.rename(t, oneLine(text)) }}, t.name)
	case keymap.Hide:
		return m.hide(t)
	default:
		return m.showContext(t)
	}
	return nil
}

// tick ticks an entity, or no longer, and goes on to the next row.
func (m *Model) tick(t ticked) tea.Cmd {
	p := &m.pane
	if i := slices.Index(p.ticked, t); i >= 0 {
		p.ticked = slices.Delete(slices.Clone(p.ticked), i, i+1)
	} else {
		p.ticked = append(slices.Clone(p.ticked), t)
	}
	m.badge()
	return m.moveEntity(p.cursor + 1)
}

// merge makes the ticked entities one.
func (m *Model) merge() tea.Cmd {
	t := m.pane.ticked
	if len(t) < 2 {
		m.notice = m.words.TickTwo
		return nil
	}
	d := decision{notice: m.words.Merged}
	for _, other := range t[1:] {
		if other.entity.Type != t[0].entity.Type {
			m.notice = m.words.OtherType
			return nil
		}
		d.events = append(d.events, event(triage.MergeEntities, "", t[0].entity, other.entity))
	}
	return m.decide(d)
}

// rename gives an entity a name; none gives it its own back.
func (m *Model) rename(t ticked, name string) tea.Cmd {
	if name == t.name {
		return nil
	}
	return m.decide(decision{events: []triage.Event{event(triage.RenameEntity, name, t.entity)}, notice: m.words.Renamed})
}

// hide hides an entity, or shows it again.
func (m *Model) hide(t ticked) tea.Cmd {
	id, ok := m.pane.index.Spelled(t.entity)
	if !ok || !m.pane.index.Hidden(id) {
		return m.decide(decision{events: []triage.Event{event(triage.HideEntity, "", t.entity)}, notice: m.words.HiddenNow})
	}
	d := decision{notice: m.words.ShownAgain}
	for _, s := range m.hidden { // by whichever of its spellings it was hidden
		if same, ok := m.pane.index.Spelled(s); ok && same == id {
			d.events = append(d.events, event(triage.ShowEntity, "", s))
		}
	}
	return m.decide(d)
}

// event makes the line of the journal about entities that spellings stand for.
func event(act triage.Act, name string, spellings ...entity.Spelled) triage.Event {
	e := &triage.Entity{Type: spellings[0].Type.String(), Name: name}
	for _, s := range spellings {
		e.Names = append(e.Names, s.Text)
	}
	return triage.Event{Act: act, Entity: e}
}

// hiddenOf gives the spellings of hidden entities.
func hiddenOf(e entity.Edits) []entity.Spelled {
	hidden := make([]entity.Spelled, 0, len(e.Hidden))
	for s := range e.Hidden {
		hidden = append(hidden, s)
	}
	return hidden
}

// spellings is the sheet of the spellings of an entity, for the one that is split off.
type spellings struct {
	of   ticked
	list []entity.Spelled
	says []string
}

// showSpellings lists the spellings of an entity.
func (m *Model) showSpellings(t ticked) {
	x := m.pane.index
	id, ok := x.Spelled(t.entity)
	if !ok {
		return
	}
	s := &spellings{of: t}
	for _, sp := range x.Entity(id).Spellings {
		key := entity.Spelled{Type: t.entity.Type, Text: sp.Text}
		if same, ok := x.Spelled(key); ok && same == id {
			s.list = append(s.list, key)
			s.says = append(s.says, fmt.Sprintf("%s %d", oneLine(sp.Text), sp.Mentions))
		}
	}
	if len(s.list) < 2 {
		m.notice = m.words.OneSpelling
		return
	}
	m.openSheet(s)
}

func (s *spellings) heading(m *Model) string { return m.words.Action(keymap.Split) + ": " + s.of.name }

func (s *spellings) rtl(m *Model) bool { return m.rtl }

func (s *spellings) hint(m *Model) string { return m.words.SplitHint }

func (s *spellings) layOut(*Model, int) int { return len(s.list) }

func (s *spellings) row(m *Model, c *canvas, i, w int) {
	c.text(s.says[i], m.base(), term.Field{Width: w, Align: m.nearSide()})
}

func (s *spellings) detail(int) []string { return nil }

// enter splits a spelling off.
func (s *spellings) enter(m *Model, i int) tea.Cmd {
	m.sheet = nil
	return m.decide(decision{events: []triage.Event{event(triage.SplitEntity, "", s.list[i])}, notice: m.words.SplitOff})
}
