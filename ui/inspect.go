package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/search"
	"jarida/corpus/triage"
)

// inspect looks up what was decided about the articles of a snapshot, and which of them have that from what stood in their place before.
func inspect(j journal, s *corpus.Snapshot) (of states, heirs []triage.Article) {
	found := j.States(s.Len(), func(i int) triage.Article {
		a, _ := nameIn(s, s.DocAt(i))
		return a
	})
	of.listed = search.NewSet(s.Len())
	for i := range found {
		d := s.DocAt(i)
		of.listed = of.listed.With(int32(d))
		if found[i] == (triage.State{}) {
			continue
		}
		of.enter(d, found[i])
		a, read := nameIn(s, d)
		if _, _, inherited := j.State(a); inherited && read {
			heirs = append(heirs, a)
		}
	}
	return of, heirs
}

// unknown stands for the hash of an article that has not been read: white space, of which no content that is hashed consists. The journal
// then goes by the path.
const unknown = " "

// nameIn gives what an article is called in the journal. read is false where its content is not known yet: then its path finds what was
// decided about it.
func nameIn(s *corpus.Snapshot, d corpus.Doc) (a triage.Article, read bool) {
	a = s.Key(d)
	if a.Hash == "" {
		if read = s.HasSource(d); !read {
			a.Hash = unknown
			return a, false
		}
	}
	return a, true
}

// called gives what an article is called in the journal. One that has not been read is, for its content names it; one that cannot be goes by
// its path.
func called(ctx context.Context, c source, s *corpus.Snapshot, d corpus.Doc) triage.Article {
	a, read := nameIn(s, d)
	if read {
		return a
	}
	a.Hash = ""
	if loaded, err := c.Load(ctx, d); err == nil {
		a.Hash = triage.Hash(loaded.Source.Text[loaded.Article.Start:loaded.Article.End])
	}
	return a
}

// adoptedMsg says that articles with new content keep what was decided about the old, or why they do not.
type adoptedMsg struct{ err error }

// inherit makes last what articles with new content have from the old. Until then they have it by their paths alone.
func (m *Model) inherit(msg filteredMsg) tea.Cmd {
	if len(msg.heirs) == 0 || m.adopting || m.barren || !msg.snap.Progress().Done {
		return nil
	}
	m.adopting = true
	ctx, j := m.ctx, m.options.Journal
	return func() tea.Msg {
		_, err := j.Adopt(ctx, msg.heirs)
		return adoptedMsg{err}
	}
}

// adopted looks at the journal again: what another window did meanwhile has been read with it.
func (m *Model) adopted(msg adoptedMsg) tea.Cmd {
	m.adopting = false
	if msg.err != nil {
		m.barren = true // as it would be the next time
		return nil
	}
	m.inspected = nil
	return m.survey()
}

// journalMsg says that another window has decided something.
type journalMsg struct {
	edits entity.Edits
	err   error // the journal cannot be read
}

// followJournal begins to listen for what other windows decide.
func (m *Model) followJournal() tea.Cmd {
	if m.options.Journal == nil {
		return nil
	}
	m.elsewhere = m.options.Journal.Changed(m.ctx)
	return m.awaitJournal()
}

// awaitJournal waits for another window to decide something.
func (m *Model) awaitJournal() tea.Cmd {
	ctx, j, changed := m.ctx, m.options.Journal, m.elsewhere
	return func() tea.Msg {
		if _, more := <-changed; !more {
			return nil
		}
		_, err := j.Refresh(ctx)
		return journalMsg{corpus.EntityEdits(j.Entities()), err}
	}
}

// deskHeard takes a message about what was decided, and reports whether it was one.
func (m *Model) deskHeard(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case decidedMsg:
		return m.decided(msg), true
	case journalMsg:
		return m.heardOf(msg), true
	case adoptedMsg:
		return m.adopted(msg), true
	case historyMsg:
		m.historyCame(msg)
		return nil, true
	case readMsg:
		return m.timeIsUp(msg), true
	}
	return nil, false
}

// heardOf makes what another window has decided count.
func (m *Model) heardOf(msg journalMsg) tea.Cmd {
	if msg.err != nil {
		if m.unreadable != msg.err.Error() {
			m.unreadable = msg.err.Error()
			m.notice = m.words.Report(m.unreadable)
		}
		return m.awaitJournal()
	}
	m.unreadable = ""
	m.corrected(msg.edits)
	m.inspected = nil
	return tea.Batch(m.survey(), m.awaitJournal())
}
