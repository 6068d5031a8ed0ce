package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/search"
	"jarida/corpus/triage"
)

// heir is an article whose content is new, and which has the state of what stood in its place before.
type heir struct {
	article triage.Article
	from    string // the hash that its content had
}

// inspect looks up what was decided about the articles of a snapshot, and which of them have that from what stood in their place before.
func inspect(j journal, s *corpus.Snapshot) (of states, heirs []heir) {
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
		if _, from, inherited := j.State(a); inherited && read {
			heirs = append(heirs, heir{a, from})
		}
	}
	return of, heirs
}

// unknown stands for the hash of an article that has not been read: no content has it, so that the journal goes by the path.
const unknown = "?"

// nameIn gives what an article is called in the journal. read is false where its content is not known yet: then its path finds what was
// decided about it.
func nameIn(s *corpus.Snapshot, d corpus.Doc) (a triage.Article, read bool) {
	a = s.Key(d)
	if a.Hash == "" {
		if _, read = s.Source(d); !read {
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

// inherit makes last what articles with new content have from the old, a few at a time.
func (m *Model) inherit(msg filteredMsg) tea.Cmd {
	const few = 64 // each is a line that is waited for
	if len(msg.heirs) == 0 || m.barren || msg.snap != m.newest {
		return nil
	}
	d := decision{quiet: true}
	for _, h := range msg.heirs[:min(few, len(msg.heirs))] {
		d.events = append(d.events, triage.Event{Act: triage.Changed, Articles: []triage.Article{h.article}, From: h.from})
	}
	return m.decide(d)
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

// heardOf makes what another window has decided count.
func (m *Model) heardOf(msg journalMsg) tea.Cmd {
	if msg.err != nil {
		if m.unreadable != msg.err.Error() {
			m.unreadable = msg.err.Error()
			m.notice = m.unreadable
		}
		return m.awaitJournal()
	}
	m.unreadable = ""
	m.corrected(msg.edits)
	m.inspected = nil
	return tea.Batch(m.survey(), m.awaitJournal())
}
