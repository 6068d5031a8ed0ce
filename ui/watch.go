package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
)

// take swaps to a newer snapshot, when it is known what was decided about its articles and which of them pass the filter.
func (m *Model) take(s *corpus.Snapshot) tea.Cmd {
	m.waiting, m.newest = nil, s
	m.group()
	if m.surveyed() {
		return tea.Batch(m.survey(), m.entityNews(), m.daysNews(), m.collectEarly(), m.makeDigest())
	}
	return tea.Batch(m.swap(s, rows{}), m.entityNews(), m.daysNews(), m.collectEarly(), m.makeDigest())
}

// swap shows what was found in a snapshot, and sees what has become of the open article in it.
func (m *Model) swap(s *corpus.Snapshot, r rows) tea.Cmd {
	m.list.adopt(s, r)
	m.pruneTicks()
	m.relayout()
	d := m.reader.document
	if d == nil {
		return nil
	}
	d.gone = s.Index(d.doc) < 0
	m.stale = !d.gone && (s.Version(d.doc) > d.version || m.storyChanged(s, d))
	return m.calm()
}

// calm waits for the keys to rest, if the open article is to be read anew.
func (m *Model) calm() tea.Cmd {
	if !m.stale {
		return nil
	}
	press := m.presses
	return m.after(restTime, func(time.Time) tea.Msg { return calmMsg{press} })
}

// calmed reads the open article anew. A selection and a sheet of its dates are waited for: their offsets would be of another
// text.
func (m *Model) calmed(msg calmMsg) tea.Cmd {
	d := m.reader.document
	if !m.stale || d == nil || msg.press != m.presses || m.reader.selecting() || m.sheet != nil || m.loading {
		return nil
	}
	m.stale = false
	e, ok := m.entry(d.doc)
	if !ok {
		return nil
	}
	return m.load(e)
}

// gone reports whether the file of the open article has been deleted.
func (m *Model) gone() bool { return m.reader.document != nil && m.reader.document.gone }

// note remembers which articles of a snapshot are new: those that came after everything had been read.
func (l *list) note(s *corpus.Snapshot) {
	if !l.snap.Progress().Done || s.Order() == l.snap.Order() {
		return
	}
	fresh := make(map[corpus.Doc]struct{})
	for i := range s.Len() {
		doc := s.DocAt(i)
		if _, ok := l.fresh[doc]; ok || l.snap.Index(doc) < 0 {
			fresh[doc] = struct{}{}
		}
	}
	l.fresh = fresh
}

// see forgets that the articles on the screen are new: the reader has moved among them.
func (l *list) see() {
	for doc := range l.fresh {
		p := l.find(doc)
		if row := l.rows.rowOf(max(p, 0)); p < 0 || row >= l.top && row < l.top+l.h {
			delete(l.fresh, doc)
		}
	}
}

// sameWords finds in a newer text what stood at an offset of the older one: the same words nearest to it, else the same offset.
func sameWords(before, after string, offset int) int {
	const enough = 64 // bytes: half a row of Arabic, which no two places of a text are likely to share
	offset = min(offset, len(before))
	if before == after {
		return offset
	}
	words := before[offset:min(offset+enough, len(before))]
	from := min(offset, len(after))
	behind := strings.Index(after[from:], words)
	above := strings.LastIndex(after[:min(from+len(words), len(after))], words)
	switch {
	case words == "" || behind < 0 && above < 0:
		return from
	case above < 0, behind >= 0 && behind < from-above:
		return from + behind
	}
	return above
}
