package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/triage"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// history is the sheet of what was decided, the newest first. Enter undoes back to a decision, or does again up to it.
type history struct {
	rows []deed
	days int // columns of the widest time
}

// deed is a decision in the history.
type deed struct {
	entry triage.Entry
	title string // of its first article
	steps int    // that many are undone to take it back, that many done again where it is undone; 0: it cannot be had again
}

// historyMsg brings the decisions of the journal.
type historyMsg struct{ rows []deed }

// longestHistory is how many decisions are listed: more than a sitting has.
const longestHistory = 1000

// showHistory lists what was decided.
func (m *Model) showHistory() tea.Cmd {
	j, c := m.options.Journal, m.corpus
	if j == nil {
		m.notice = m.words.NoJournal
		return nil
	}
	return func() tea.Msg { return historyMsg{deeds(j.Last(longestHistory), c.Snapshot())} }
}

// deeds gives decisions, the newest first, with what leads back to them.
func deeds(entries []triage.Entry, s *corpus.Snapshot) []deed {
	rows := make([]deed, len(entries))
	again := slices.IndexFunc(entries, func(e triage.Entry) bool { return !e.Undone }) // what is undone above it can be done again
	if again < 0 {
		again = len(entries)
	}
	undone := 0
	for i, e := range entries {
		rows[i].entry = e
		switch {
		case !e.Undone:
			undone++
			rows[i].steps = undone
		case i < again:
			rows[i].steps = again - i
		}
		if len(e.Articles) > 0 {
			rows[i].title = e.Articles[0].Path // where the folder has no such article
			if known, ok := s.Lookup(e.Articles[0].Path); ok && known.Title != "" {
				rows[i].title = known.Title
			}
		}
	}
	return rows
}

// historyCame shows the decisions.
func (m *Model) historyCame(msg historyMsg) {
	switch {
	case m.covered():
	case len(msg.rows) == 0:
		m.notice = m.words.NoHistory
	default:
		m.openSheet(&history{rows: msg.rows})
	}
}

func (h *history) heading(m *Model) string {
	return fmt.Sprintf("%s (%d)", m.words.History, len(h.rows))
}

func (h *history) rtl(m *Model) bool { return m.words.RTL }

func (h *history) hint(m *Model) string { return m.words.HistoryHint }

func (h *history) layOut(m *Model, _ int) int {
	h.days = 0
	for i := range h.rows {
		h.days = max(h.days, len(m.moment(&h.rows[i])))
	}
	return len(h.rows)
}

// row writes when something was decided, what, about which article, and what Enter does.
func (h *history) row(m *Model, c *canvas, i, w int) {
	d := &h.rows[i]
	when, back := m.moment(d), m.wayBack(d)
	days := min(h.days, w)
	if days*3 > w {
		days = 0
	}
	gap := min(days, gapBetween)
	room := w - days - gap
	columns := c.width(back, m.direction())
	if columns*2 > room {
		columns = 0
	}
	between := min(columns, gapBetween)
	p := m.styles.plain
	if d.entry.Undone {
		p = m.styles.dim
	}
	align := term.Left
	if m.words.RTL {
		align = term.Right
	}
	sided(m.words.RTL, []func(){
		func() { c.text(when, bidi.LTR, term.Field{Width: days, Paint: m.styles.meta}) },
		func() { c.blank(gap) },
		func() {
			c.text(m.told(d), m.direction(), term.Field{Width: room - columns - between, Align: align, Paint: p})
		},
		func() { c.blank(between) },
		func() { c.text(back, m.direction(), term.Field{Width: columns, Paint: m.styles.meta}) },
	})
}

// moment says when something was decided.
func (m *Model) moment(d *deed) string {
	zone := m.options.Zone
	if zone == nil {
		zone = time.UTC
	}
	return d.entry.Time.In(zone).Format("2006-01-02 15:04")
}

// told says what was decided, and about what.
func (m *Model) told(d *deed) string {
	parts := []string{m.deedName(d.entry.Event)}
	if d.title != "" {
		parts = append(parts, isolated(oneLine(d.title)))
	}
	return strings.Join(parts, " · ")
}

// wayBack says what Enter does.
func (m *Model) wayBack(d *deed) string {
	switch {
	case !d.entry.Undone:
		return fmt.Sprintf("%s %d", m.words.UndoSteps, d.steps)
	case d.steps > 0:
		return fmt.Sprintf("%s %d", m.words.RedoSteps, d.steps)
	}
	return m.words.UndoneForGood
}

func (h *history) detail(int) []string { return nil }

// enter undoes or does again until it has come to a decision.
func (h *history) enter(m *Model, i int) tea.Cmd {
	d := &h.rows[i]
	if d.steps == 0 {
		m.notice = m.words.UndoneForGood
		return nil
	}
	m.sheet = nil
	return m.decide(decision{undo: !d.entry.Undone, redo: d.entry.Undone, steps: d.steps, until: d.entry.ID})
}
