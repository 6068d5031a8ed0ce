package ui

import (
	"context"
	"errors"
	"reflect"
	"strconv"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/search"
	"jarida/corpus/triage"
)

// journal is what the screen needs of the reader's decisions.
type journal interface {
	decider
	State(a triage.Article) (s triage.State, from string, inherited bool)
	States(n int, article func(i int) triage.Article) []triage.State
	Entities() []triage.Event
	Last(n int) []triage.Entry
	Version() uint64 // 0 while the journal is empty
	Refresh(ctx context.Context) (changed bool, err error)
	Changed(ctx context.Context) <-chan struct{}
	searches
}

// searches is what it needs of what was searched for.
type searches interface {
	Searches() []triage.Search
	Recent(n int) ([]string, error)
	Remember(ctx context.Context, query string) error
}

// decider writes decisions.
type decider interface {
	Do(ctx context.Context, e triage.Event) (triage.Event, error)
	Undo(ctx context.Context) (triage.Event, error)
	Redo(ctx context.Context) (triage.Event, error)
	Adopt(ctx context.Context, articles []triage.Article) (int, error)
}

// desk is what is decided about the articles, and what is on its way to the journal.
type desk struct {
	states    states           // what is shown of the articles: what the journal says, and the acts on their way there
	known     states           // what the journal says
	written   search.Set       // articles about which something was written since the survey under way began
	inspected *corpus.Snapshot // known is of it; nil: the journal has changed since

	decisions []decision        // the first is being written
	writing   func() decidedMsg // writes it, once
	quitting  bool              // when all is written
	adopting  bool              // what articles have from their old content is being written
	barren    bool              // and could not be
	unkept    string            // what is said of one that could not be written, until nothing is on its way

	elsewhere  <-chan struct{} // another window has decided something
	unreadable string          // why the journal cannot be read

	ticks    search.Set
	lastTick corpus.Doc
	visit    visit
}

// decision is something to be written to the journal. What it does to the state of articles is seen at once, and taken back if it cannot be
// written; a correction of entities is seen when it is there.
type decision struct {
	events []triage.Event // each is written

	act      triage.Act // about articles, "" for none
	docs     search.Set // these
	snap     *corpus.Snapshot
	position int // of triage.At

	undo, redo bool
	steps      int    // how many, at least 1
	until      string // the id of the decision that is the last of them, "" for any

	notice string // what is said when it is done
}

// decidedMsg says what became of a decision: the corrections that count now, and the first error.
type decidedMsg struct {
	decision decision
	last     triage.Event // of undo and redo: which decision was the last
	steps    int          // and how many there were
	back     corpus.Doc   // the article that it was about, below 0 for none or several
	edits    entity.Edits
	err      error
}

// decide writes a decision, behind those that are being written.
func (m *Model) decide(d decision) tea.Cmd {
	if m.options.Journal == nil {
		m.notice = m.words.NoJournal
		return nil
	}
	m.decisions = append(m.decisions, d)
	if len(m.decisions) > 1 {
		return nil
	}
	return m.write()
}

// write writes the first decision that waits. What has been begun is finished: it is not cut off with the program.
func (m *Model) write() tea.Cmd {
	ctx, c, j, d := context.WithoutCancel(m.ctx), m.corpus, m.options.Journal, m.decisions[0]
	m.writing = sync.OnceValue(func() decidedMsg {
		ctx, stop := context.WithTimeout(ctx, writeTime)
		defer stop()
		return d.write(ctx, c, j)
	})
	written := m.writing
	return func() tea.Msg { return written() }
}

// writeTime is how long another window may hold the journal before a decision is given up: longer than any compaction.
const writeTime = 5 * time.Second

// write writes a decision to a journal.
func (d *decision) write(ctx context.Context, c source, j journal) decidedMsg {
	msg := decidedMsg{decision: *d, back: -1}
	switch {
	case d.undo:
		msg.turn(ctx, j.Undo)
	case d.redo:
		msg.turn(ctx, j.Redo)
	case d.act != "":
		msg.err = d.enter(ctx, c, j)
	}
	msg.back = onlyOf(c.Snapshot(), msg.last.Articles)
	for _, e := range d.events {
		if _, msg.err = j.Do(ctx, e); msg.err != nil {
			break
		}
	}
	msg.edits = corpus.EntityEdits(j.Entities())
	return msg
}

// enter writes an act about articles, as one event. Those that are no longer there are left out.
func (d *decision) enter(ctx context.Context, c source, j journal) error {
	e := triage.Event{Act: d.act, Position: d.position}
	for doc := range d.docs.All() {
		if d.snap.Index(corpus.Doc(doc)) >= 0 {
			e.Articles = append(e.Articles, called(ctx, c, d.snap, corpus.Doc(doc)))
		}
	}
	if len(e.Articles) == 0 {
		return corpus.ErrDeleted
	}
	_, err := j.Do(ctx, e)
	return err
}

// turn undoes or does again as many decisions as are asked for.
func (msg *decidedMsg) turn(ctx context.Context, once func(context.Context) (triage.Event, error)) {
	for range max(msg.decision.steps, 1) {
		last, err := once(ctx)
		if err != nil {
			msg.err = err
			return
		}
		msg.last = last
		if msg.steps++; last.ID == msg.decision.until {
			return
		}
	}
}

// decided makes what is on disk count, takes back what could not be written, and writes the next.
func (m *Model) decided(msg decidedMsg) tea.Cmd {
	d := msg.decision
	m.decisions = m.decisions[1:]
	m.corrected(msg.edits)
	var cmds []tea.Cmd
	if d.act != "" {
		if msg.err != nil && d.act != triage.At && m.focus == listPane { // the rows come back, and the cursor to them
			for doc := range d.docs.All() {
				m.filter.goal = corpus.Doc(doc)
				break
			}
		} else if msg.err == nil {
			m.known = m.known.with(d.act, d.docs)
			m.written = plus(m.written, d.docs)
		}
		m.expect()
	}
	m.inspected = nil // an act has hold of every article with the same content; and what another window did meanwhile has been read with it
	if len(m.decisions) == 0 {
		cmds = append(cmds, m.survey())
	}
	m.report(msg)
	if msg.err != nil && !errors.Is(msg.err, triage.ErrNothing) && d.act != triage.At {
		m.quitting, m.unkept = false, m.notice // the reader must see it; where reading stopped is not worth keeping him
	}
	if m.unkept != "" {
		m.notice = m.unkept // also where what comes behind it was written
	}
	if msg.last.ID != "" && m.focus == listPane {
		m.filter.loose = true
		if d.undo {
			m.filter.goal = msg.back
		}
	}
	switch {
	case len(m.decisions) > 0:
		cmds = append(cmds, m.write())
	case m.quitting:
		cmds = append(cmds, m.line.leave(tea.Quit))
	default:
		m.unkept = ""
	}
	return tea.Batch(cmds...)
}

// report says what became of a decision.
func (m *Model) report(msg decidedMsg) {
	d := msg.decision
	switch {
	case errors.Is(msg.err, triage.ErrNothing) && msg.last.ID == "" && d.redo:
		m.notice = m.words.NothingToRedo
	case errors.Is(msg.err, triage.ErrNothing) && msg.last.ID == "":
		m.notice = m.words.NothingToUndo
	case msg.err != nil && !errors.Is(msg.err, triage.ErrNothing):
		m.notice = m.words.NotKept + " " + m.words.Report(msg.err.Error())
	case d.undo:
		m.notice = m.words.Undone + " " + m.turned(msg)
	case d.redo:
		m.notice = m.words.Redone + " " + m.turned(msg)
	case d.notice != "":
		m.notice = d.notice
	}
	if msg.err == nil && len(d.events) > 0 {
		m.pane.ticked = nil
		m.badge()
	}
}

// turned says what was undone or done again: what it was, of several how many.
func (m *Model) turned(msg decidedMsg) string {
	if msg.steps > 1 {
		return strconv.Itoa(msg.steps)
	}
	return m.deedName(msg.last)
}

// corrected makes corrections of entities count. They are handed on only where they differ: all entities are grouped anew.
func (m *Model) corrected(edits entity.Edits) {
	if reflect.DeepEqual(edits, m.edits) {
		return
	}
	m.edits, m.hidden = edits, hiddenOf(edits)
	if m.names != nil {
		m.names.SetEdits(edits)
	}
}

// expect derives what is shown from what is known: with the acts that are on their way.
func (m *Model) expect() {
	m.states = m.known
	for i := range m.decisions {
		if d := &m.decisions[i]; d.act != "" {
			m.states = m.states.with(d.act, d.docs)
		}
	}
}

// onlyOf gives the article of an event that is about one, -1 where a snapshot does not have it, and for several: the cursor stays where it stands,
// for the first of them may be anywhere.
func onlyOf(s *corpus.Snapshot, articles []triage.Article) corpus.Doc {
	if len(articles) == 1 {
		if e, ok := s.Lookup(articles[0].Path); ok {
			return e.Doc
		}
	}
	return -1
}
