package ui

import (
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/search"
	"jarida/corpus/triage"
)

// visit is the reader's stay in an article: from when he comes into its text until he leaves it.
type visit struct {
	number int
	doc    corpus.Doc
	open   bool
	from   int  // the source offset that the journal has of it
	marked bool // it counts as read, or the reader has said that it does not
}

// readMsg says that the reader has been in the text for as long as is needed to have read it, in the visit of that number.
type readMsg struct{ visit int }

// attend follows the reader into a text and out of it, after every message. A text counts as read when its end has been on the screen, or
// after a time of the reader's choice; never for the list's cursor having stood on it.
func (m *Model) attend() tea.Cmd {
	d, v := m.reader.document, &m.visit
	inside := m.ownsText() && d != nil && d.source != "" && !d.gone && (!m.loading || m.wanted == d.doc)
	if v.open && (!inside || v.doc != d.doc) {
		v.open = false
		return tea.Batch(m.keepPosition(), m.attend())
	}
	if !inside || m.options.Journal == nil {
		return nil
	}
	var timer tea.Cmd
	if !v.open {
		*v = visit{number: v.number + 1, doc: d.doc, open: true, from: m.reader.left.cursor}
		if wait := m.options.ReadAfter; wait > 0 {
			number := v.number
			timer = m.after(wait, func(time.Time) tea.Msg { return readMsg{number} })
		}
	}
	if m.focus != textPane || m.covered() || m.loading || m.reader.progress() < 100 {
		return timer
	}
	return tea.Batch(timer, m.haveRead())
}

// haveRead makes the open article count as read, once in a visit.
func (m *Model) haveRead() tea.Cmd {
	v := &m.visit
	if v.marked || m.states.listed == nil {
		return nil
	}
	v.marked = true
	if m.states.read.Has(int32(v.doc)) {
		return nil
	}
	return m.decideOn(triage.MarkRead, search.Set{}.With(int32(v.doc)), m.deedNotice(triage.MarkRead, 1))
}

// timeIsUp makes the open article count as read after the time that the reader has chosen.
func (m *Model) timeIsUp(msg readMsg) tea.Cmd {
	if v := &m.visit; !v.open || v.number != msg.visit || m.focus != textPane {
		return nil
	}
	return m.haveRead()
}

// keepPosition writes where reading has stopped, if that is somewhere else than where it began.
func (m *Model) keepPosition() tea.Cmd {
	v, r := &m.visit, &m.reader
	p, ok := r.kept[v.doc]
	if d := r.document; d != nil && d.doc == v.doc {
		p, ok = r.left, true
	}
	if !ok || p.cursor == v.from || m.newest.Index(v.doc) < 0 {
		return nil
	}
	v.from = p.cursor
	return m.decide(decision{act: triage.At, docs: search.Set{}.With(int32(v.doc)), snap: m.newest, position: p.cursor})
}

// quit ends the program when all that was decided is written. Asked a second time it does not wait.
func (m *Model) quit() tea.Cmd {
	if m.quitting {
		return tea.Quit
	}
	var cmd tea.Cmd
	if m.visit.open {
		cmd = m.keepPosition()
	}
	m.quitting = true
	if len(m.decisions) == 0 {
		return m.line.leave(tea.Quit)
	}
	m.notice = m.words.Writing
	return cmd
}

// finish writes what was decided and not yet written, after the program has ended: by a signal, or because the reader would not wait.
func (m *Model) finish() error {
	if m.visit.open && !m.quitting {
		_ = m.keepPosition() // what it asks for is done here
	}
	var gone error
	for len(m.decisions) > 0 {
		switch err := m.writing().err; {
		case err == nil, errors.Is(err, triage.ErrNothing): // there was nothing to take back
		case errors.Is(err, corpus.ErrDeleted): // which the next decisions may do without
			gone = fmt.Errorf("a decision that was not written: %w", err)
		default:
			return fmt.Errorf("decisions that were not written: %d: %w", len(m.decisions), err)
		}
		if m.decisions = m.decisions[1:]; len(m.decisions) > 0 {
			_ = m.write() // the same
		}
	}
	return gone
}
