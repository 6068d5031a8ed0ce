package ui

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/search"
	"jarida/corpus/story"
	"jarida/corpus/triage"
)

// filter is what the articles of the list have in common: they are in the view, fulfil the conditions, and are found by the query. Which
// they are is found in the background, anew for every snapshot and for what was decided, and there they are put into order.
type filter struct {
	view       view
	conditions []condition
	query      *query // nil for none
	order      order
	stories    *story.Stories // by which the list is grouped, nil for none

	revision int               // numbers the changes
	shown    int               // of them, the one that the list shows
	result   search.Result     // what the query has there
	held     []tea.KeyPressMsg // pressed since the filter was changed, and meant for the list that it makes
	busy     bool
	again    bool // something has been decided since the search under way began

	stays   corpus.Doc        // in the list though the filter leaves it out, until the reader goes on; below 0 for none
	loose   bool              // the reader has undone something: nothing stays for his sake
	goal    corpus.Doc        // the cursor goes to when it is in the list; below 0 for none
	goalRow int               // 1 and the row of the screen in which it is to stand; 0: where it stands
	left    [views]corpus.Doc // what the cursor was on when each view was left, one more than its number
}

// narrowed reports whether there are conditions or a query.
func (f *filter) narrowed() bool { return len(f.conditions) > 0 || f.query != nil }

// filteredMsg brings what was found under the filter of that revision.
type filteredMsg struct {
	revision int
	snap     *corpus.Snapshot
	known    states           // what the journal says of its articles
	heirs    []triage.Article // of these, those whose content is new
	rows     rows
	turns    int // of the stories that are open in rows, see list
	result   search.Result
}

// setQuery searches the list; nil ends that.
func (m *Model) setQuery(q *query) tea.Cmd {
	m.filter.query = q
	return m.filterAnew()
}

// widenAll takes conditions and query off.
func (m *Model) widenAll() tea.Cmd {
	m.filter.query = nil
	return m.setConditions(nil)
}

// filterAnew makes the list follow a change of the filter. Where nothing is left out or sorted, the whole list is there at once.
func (m *Model) filterAnew() tea.Cmd {
	f := &m.filter
	f.revision++
	f.stays = -1
	m.list.touched = true
	m.list.resize(m.listRows()) // the row of the conditions comes or goes now, the rows of the list later
	if f.query == nil && m.find.listed > 0 {
		m.find.listed = 0
		m.clearHits()
	}
	if f.idle(&m.states) && m.newest == m.list.snap {
		f.shown = f.revision
		cmd := m.swap(m.newest, rows{})
		m.reachGoal()
		return tea.Batch(cmd, m.follow())
	}
	return m.survey()
}

// idle reports whether the list is the snapshot itself, in its own order.
func (f *filter) idle(of *states) bool {
	return !f.narrowed() && f.order.plain() && of.all(f.view) && f.stories == nil
}

// surveyed reports whether the rows of a snapshot must be found, and what was decided about its articles.
func (m *Model) surveyed() bool { return m.options.Journal != nil || !m.filter.idle(&m.states) }

// survey looks at what was decided about the articles of the newest snapshot, and for those that the filter lets through.
func (m *Model) survey() tea.Cmd {
	f := &m.filter
	if f.busy {
		f.again = true
		return nil
	}
	f.busy, f.again = true, false
	m.written = nil
	ctx, j, names, asked, inspected := m.ctx, m.options.Journal, m.names, *f, m.inspected == m.newest
	msg := filteredMsg{revision: f.revision, snap: m.newest, known: m.known, turns: m.list.turns}
	opened := m.list.opened
	m.inspected = m.newest
	coming := slices.Clone(m.decisions)
	return func() tea.Msg {
		if !inspected && j != nil {
			msg.known, msg.heirs = inspect(j, msg.snap)
		}
		of := msg.known
		for i := range coming {
			of = of.with(coming[i].act, coming[i].docs)
		}
		var x *entity.Index
		if len(asked.conditions) > 0 {
			x = names.Entities(msg.snap)
		}
		msg.rows, msg.result = asked.matching(ctx, msg.snap, x, of)
		if asked.stories != nil {
			msg.rows.group(msg.snap, asked.stories, opened, asked.order)
		}
		return msg
	}
}

// filtered shows the articles that were found. A snapshot that has come meanwhile is looked through next, so that the list never
// waits for the last of many.
func (m *Model) filtered(msg filteredMsg) tea.Cmd {
	f := &m.filter
	f.busy = false
	m.known = msg.known.except(m.written, &m.known) // what was written meanwhile may have been seen in part
	m.expect()
	var cmds []tea.Cmd
	own := f.shown != f.revision // the reader has changed the filter
	switch {
	case msg.revision != f.revision:
	case m.moving && !own && msg.rows.stories != m.list.rows.stories:
		m.waiting = cmp.Or(m.waiting, m.newest) // rows that come together would move under his eyes
	default:
		if msg.turns != m.list.turns {
			msg.rows.reopen(msg.snap, m.list.opened)
		}
		alone := m.list.alone()
		cmds = append(cmds, m.swap(msg.snap, m.keeping(msg)))
		if !own {
			m.list.standAlone(alone)
		}
		f.shown, f.result = f.revision, msg.result
		if !f.again {
			m.reachGoal()
			f.loose = false
		}
		if own || !m.gone() {
			cmds = append(cmds, m.follow()) // else what was deleted stays until the reader himself goes on
		}
		if m.frame.list.w == 0 && f.narrowed() {
			m.notice = fmt.Sprintf("%s %d/%d", m.words.InArticles, m.list.count(), m.total())
		}
	}
	if f.again || msg.revision != f.revision || msg.snap != m.newest {
		cmds = append(cmds, m.survey())
	}
	return tea.Batch(append(cmds, m.inherit(msg), m.pressHeld())...)
}

// keeping gives what was found with what must stay: the article under the cursor does not vanish while it is read or looked at, unless it
// was the reader who changed the filter. What he has decided since it was looked for counts.
func (m *Model) keeping(msg filteredMsg) rows {
	f, l, r := &m.filter, &m.list, msg.rows
	if f.again {
		r = r.only(msg.snap, func(d corpus.Doc) bool { return m.states.has(f.view, d) })
	}
	f.stays = -1
	e, ok := l.selected()
	place := msg.snap.Index(e.Doc)
	if !ok || !l.touched || f.loose || f.shown != f.revision || place < 0 {
		return r
	}
	if _, in := r.position(place, 0); in {
		return r
	}
	at := len(r.places)
	for p := l.position() + 1; p < l.count(); p++ { // it goes before the first of those below it
		if below, in := r.position(msg.snap.Index(l.docAt(p)), 0); in {
			at = below
			break
		}
	}
	f.stays = e.Doc
	return r.insert(at, place, msg.snap)
}

// reachGoal puts the cursor on the article that it is to go to, if the list has it, in the row of the screen where it stands.
func (m *Model) reachGoal() {
	l := &m.list
	if p := l.find(m.filter.goal); p >= 0 {
		i := l.reveal(p)
		l.top += i - l.cursor
		if row := m.filter.goalRow; row > 0 {
			l.top = i - row + 1
		}
		l.cursor = i
		l.moveTo(i)
	}
	m.filter.goal, m.filter.goalRow = -1, 0
}

// goOn lets the article go that stayed in the list for the reader's sake.
func (m *Model) goOn() {
	f := &m.filter
	if f.stays < 0 {
		return
	}
	stayed := f.stays
	f.stays = -1
	m.list.remove(func(d corpus.Doc) bool { return d == stayed && !m.states.has(f.view, d) })
	m.pruneTicks()
}

// matching gives the articles of a snapshot that the filter lets through, in its order, and what the query found.
func (f *filter) matching(ctx context.Context, s *corpus.Snapshot, x *entity.Index, of states) (rows, search.Result) {
	if !f.narrowed() && of.all(f.view) {
		return newRows(s, nil, f.order), search.Result{}
	}
	var sets []search.Set
	var result search.Result
	if len(f.conditions) > 0 {
		sets = append(sets, fulfilling(x, f.conditions))
	}
	if f.query != nil {
		result = f.query.find(ctx, s, of)
		sets = append(sets, result.Docs)
	}
	places := []int32{}
	for i := range s.Len() {
		d := s.DocAt(i)
		if of.has(f.view, d) && !slices.ContainsFunc(sets, func(set search.Set) bool { return !set.Has(int32(d)) }) {
			places = append(places, int32(i))
		}
	}
	return newRows(s, places, f.order), result
}

// goTo puts the cursor of the list on an article. One that the filter leaves out ends it: what is open must be found in the list.
func (m *Model) goTo(d corpus.Doc) (corpus.Entry, tea.Cmd, bool) {
	var cmd tea.Cmd
	if m.newest.Index(d) < 0 {
		return corpus.Entry{}, nil, false
	}
	if m.list.find(d) < 0 {
		if !m.states.has(m.filter.view, d) {
			m.filter.view = viewAll
		}
		m.filter.goal = d
		cmd = m.widenAll()
	}
	if p := m.list.find(d); p >= 0 { // else it comes with the list
		m.list.moveTo(m.list.reveal(p))
	}
	return m.newest.At(m.newest.Index(d)), cmd, true
}
