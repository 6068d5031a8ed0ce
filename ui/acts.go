package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/search"
	"jarida/corpus/triage"
	"jarida/keymap"
)

// acts are the decisions about articles, in the order in which words has their names.
var acts = [...]triage.Act{
	triage.ToInbox, triage.ToLater, triage.ToArchive, triage.MarkRead, triage.Unread, triage.Star, triage.Unstar,
}

// triageAction does what a key decides about articles, and what goes with it.
func (m *Model) triageAction(a keymap.Action) tea.Cmd {
	switch a {
	case keymap.ToggleRead, keymap.Star, keymap.Postpone, keymap.Archive:
		return m.judge(a)
	case keymap.Undo:
		return m.decide(decision{undo: true})
	case keymap.DoAgain:
		return m.decide(decision{redo: true})
	case keymap.Tick:
		return m.tickArticle()
	case keymap.TickRange:
		m.tickRange()
	case keymap.TickAll:
		m.tickAll()
	case keymap.NextUnread:
		return m.nextUnread(1)
	case keymap.PrevUnread:
		return m.nextUnread(-1)
	default:
		if v, ok := viewOf(a); ok {
			return m.setView(v)
		}
	}
	return nil
}

// judge decides about the articles that a key is for: in the text the open one; in the list those that are ticked, else the selected one.
func (m *Model) judge(a keymap.Action) tea.Cmd {
	docs := m.targets()
	if docs.Len() == 0 {
		return nil
	}
	act := m.states.toggled(a, docs)
	cmd := m.decideOn(act, docs, m.deedNotice(act, docs.Len()))
	if m.focus == listPane {
		cmd = tea.Batch(cmd, m.acted(docs))
	}
	return cmd
}

// targets gives the articles that an act is about; none where that cannot be, which is said. Keys may be typed before an article that was opened is
// there: they are meant for that one, not for what is still on the screen.
func (m *Model) targets() search.Set {
	if m.focus == textPane && m.loading {
		return search.Set{}.With(int32(m.wanted))
	}
	if d := m.reader.document; m.focus == textPane && d != nil {
		if d.gone {
			m.notice = m.words.Deleted
			return nil
		}
		return search.Set{}.With(int32(d.doc))
	}
	if m.focus == listPane && m.ticks.Len() > 0 {
		return m.ticks
	}
	if m.list.length() == 0 {
		m.notice = m.words.NoArticle
		return nil
	}
	if m.focus != listPane { // the entities are about one article
		return search.Set{}.With(int32(m.list.snap.DocAt(m.list.at(m.list.cursor))))
	}
	return m.list.docs(m.list.covered(m.list.cursor))
}

// toggled gives the act of a key on articles: where all have what it gives, it takes that from them.
func (s *states) toggled(a keymap.Action, docs search.Set) triage.Act {
	pick := func(has search.Set, take, give triage.Act) triage.Act {
		if subset(docs, has) {
			return take
		}
		return give
	}
	switch a {
	case keymap.ToggleRead:
		return pick(s.read, triage.Unread, triage.MarkRead)
	case keymap.Star:
		return pick(s.starred, triage.Unstar, triage.Star)
	case keymap.Postpone:
		return pick(s.later, triage.ToInbox, triage.ToLater)
	default:
		return pick(s.archived, triage.ToInbox, triage.ToArchive)
	}
}

// decideOn decides about articles. It is seen at once.
func (m *Model) decideOn(act triage.Act, docs search.Set, notice string) tea.Cmd {
	cmd := m.decide(decision{act: act, docs: docs, snap: m.newest, notice: notice})
	if m.options.Journal == nil {
		return nil
	}
	m.expect()
	m.filter.again = m.filter.busy
	if d := m.reader.document; d != nil && (act == triage.MarkRead || act == triage.Unread) && docs.Has(int32(d.doc)) {
		m.visit.marked = true // the reader's own word on it
	}
	return cmd
}

// acted takes articles that an act in the list was about out of the list, where the view no longer has them.
func (m *Model) acted(docs search.Set) tea.Cmd {
	if m.options.Journal == nil {
		return nil
	}
	m.ticks = nil
	m.filter.loose = true // of a query that asks for what was decided, too
	m.list.remove(func(d corpus.Doc) bool { return docs.Has(int32(d)) && !m.states.has(m.filter.view, d) })
	return m.rest()
}

// deedNotice says what was decided, about how many articles, and how to take that back.
func (m *Model) deedNotice(act triage.Act, n int) string {
	if n == 1 {
		return m.articleDeed(act, n)
	}
	return m.articleDeed(act, n) + " · " + m.words.UndoKey
}

// articleDeed says what was decided about articles.
func (m *Model) articleDeed(act triage.Act, n int) string {
	i := slices.Index(acts[:], act)
	switch {
	case i < 0:
		return string(act)
	case n == 1:
		return m.words.Acts[i]
	}
	return fmt.Sprintf("%s: %d", m.words.Acts[i], n)
}

// tickArticle ticks the selected article or closed story, or no longer, and goes on to the next row.
func (m *Model) tickArticle() tea.Cmd {
	e, ok := m.list.selected()
	if !ok {
		m.notice = m.words.NoArticle
		return nil
	}
	docs := m.list.docs(m.list.covered(m.list.cursor))
	if subset(docs, m.ticks) {
		m.ticks = minus(m.ticks, docs)
	} else {
		m.ticks = plus(m.ticks, docs)
	}
	m.lastTick = e.Doc
	m.sayTicks()
	return m.moveList(m.list.cursor + 1)
}

// tickRange ticks what the list has from the row of the last tick to that of the cursor.
func (m *Model) tickRange() {
	l := &m.list
	if e, ok := l.selected(); ok {
		row := l.cursor
		if p := l.find(m.lastTick); p >= 0 && m.ticks.Len() > 0 {
			row = l.rows.rowOf(p)
		}
		from, _ := l.covered(min(row, l.cursor))
		_, to := l.covered(max(row, l.cursor))
		m.ticks = plus(m.ticks, l.docs(from, to))
		m.lastTick = e.Doc
	}
	m.sayTicks()
}

// tickAll ticks all that the list holds, in closed stories, too; where all are ticked, none.
func (m *Model) tickAll() {
	all := m.list.docs(0, m.list.count())
	if subset(all, m.ticks) {
		all = nil
	}
	m.ticks = all
	m.sayTicks()
}

// sayTicks says how many articles are ticked: an act is about all of them.
func (m *Model) sayTicks() {
	m.notice = fmt.Sprintf("%s %d", m.words.Ticked, m.ticks.Len())
}

// pruneTicks drops the ticks of articles that the list no longer shows: an act is about what is seen.
func (m *Model) pruneTicks() {
	if m.ticks.Len() == 0 {
		return
	}
	var left search.Set
	for doc := range m.ticks.All() {
		if m.list.find(corpus.Doc(doc)) >= 0 {
			left = left.With(doc)
		}
	}
	m.ticks = left
}
