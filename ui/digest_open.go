package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
)

// enter goes to the articles of a story, to those that have a name, or to what somebody has said. A heading shows all of its section, or
// its share of the page again.
func (p *digestPage) enter(m *Model, i int) tea.Cmd {
	r := p.at(i)
	switch {
	case r.heading:
		p.toggle(m, r.section)
	case r.line == nil:
	case r.section == storySection:
		return m.openStory(r.line.doc)
	case r.section == nameSection:
		m.sheet = nil
		return tea.Batch(m.focusOn(listPane), m.setConditions([]condition{r.line.named}))
	case r.section == quoteSection:
		return m.quotesOf(r.line)
	}
	return nil
}

// toggle gives a section the page, or takes it away; the cursor stays on its heading.
func (p *digestPage) toggle(m *Model, s digestSection) {
	if p.opened == s {
		s = noSection
	}
	heading := p.at(m.sheet.cursor)
	p.opened = s
	m.relayout()
	i := slices.IndexFunc(p.rows, func(r digestRow) bool { return r.heading && r.section == heading.section })
	m.sheet.moveTo(max(i, 0))
}

// openStory goes to a story in the list, which is opened there.
func (m *Model) openStory(doc corpus.Doc) tea.Cmd {
	m.sheet = nil
	_, shown, ok := m.goTo(doc)
	if !ok {
		m.notice = m.words.Deleted
		return nil
	}
	cmd := m.focusOn(listPane)
	l := &m.list
	if at := l.find(doc); at >= 0 {
		if i := l.rows.clusters.at(at); i >= 0 && !l.rows.clusters[i].open {
			l.unfold(i, true)
		}
		l.moveTo(l.reveal(at))
	}
	return tea.Batch(shown, cmd, m.rest())
}

// quotesOf looks for what somebody has said in the articles that name him.
func (m *Model) quotesOf(l *digestLine) tea.Cmd {
	if m.names == nil {
		m.notice = m.words.NotYet
		return nil
	}
	m.sheet = nil
	snap := m.list.snap
	q := quoteSearch{known: m.names, snap: snap, speaker: l.named.name}
	for _, d := range l.docs {
		if snap.Index(corpus.Doc(d)) >= 0 {
			q.docs = append(q.docs, corpus.Doc(d))
		}
	}
	slices.SortFunc(q.docs, func(a, b corpus.Doc) int { return snap.Index(a) - snap.Index(b) })
	return m.seek(q)
}
