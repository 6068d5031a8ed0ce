package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/entity"
)

// entities is the pane of the entities of the open article or of the folder. Its rows are made in the background; what the cursor is on
// stays under it when newer ones come.
type entities struct {
	open   bool
	folder bool // of the folder, else of the open article
	back   pane // which had the keys before
	all    bool // doubtful and hidden ones are shown, too
	query  string

	index   *entity.Index // whose ids the rows have
	notes   *notes        // whose groups the rows of an article have
	rows    []entityRow
	ready   bool                 // rows have come
	badges  map[entity.ID]string // what stands before a name: see badge
	cursor  int
	top     int
	h       int // rows of the screen for those of the pane
	details int // and for the details below them

	ticked  []ticked
	detail  *detail
	moves   int // numbers the moves of the cursor
	moving  bool
	held    *entitiesMsg // newer rows, held back until the cursor rests: they may be in another order
	request int          // numbers what was asked for
	busy    bool
}

// ticked is an entity that the reader has ticked.
type ticked struct {
	entity entity.Spelled
	name   string
}

// entitiesMsg brings rows that were asked for by the request of that number.
type entitiesMsg struct {
	request int
	index   *entity.Index
	notes   *notes
	rows    []entityRow
}

// selected gives the row under the cursor.
func (p *entities) selected() (entityRow, bool) {
	if !p.open || p.cursor >= len(p.rows) {
		return entityRow{}, false
	}
	return p.rows[p.cursor], true
}

func (p *entities) moveTo(i int) {
	p.cursor = max(min(i, len(p.rows)-1), 0)
	p.top = scrollTop(p.top, p.cursor, p.h, len(p.rows))
}

// detailRows is how many rows the details take at most: a name, what it is, when, and a few lines of spellings and company.
const detailRows = 11

// resize divides the pane between its rows and the details.
func (p *entities) resize(h int) {
	const few = 12 // rows, below which the details would leave none to choose from
	p.details = 0
	if h >= few {
		p.details = min(h/2, detailRows)
	}
	p.h = max(h-p.details-1, 0) // and its heading
	p.moveTo(p.cursor)
}

// openEntities shows the entities of the article from the text, of the folder from the list; in the pane, of the other.
func (m *Model) openEntities() tea.Cmd {
	p := &m.pane
	if m.names == nil {
		m.notice = m.words.NotYet
		return nil
	}
	folder := m.focus == listPane
	if m.focus == entityPane {
		folder = !p.folder
	} else {
		p.back = m.focus
	}
	if !p.open || p.folder != folder {
		*p = p.anew()
		p.open, p.folder = true, folder
	}
	m.focus, m.full = entityPane, false
	m.relayout()
	return tea.Batch(m.know(), m.refreshEntities(), m.follow())
}

// anew gives a pane that is closed. What was asked for is of the past; what the reader has ticked stays.
func (p *entities) anew() entities {
	return entities{back: p.back, all: p.all, ticked: p.ticked, request: p.request + 1, moves: p.moves + 1}
}

// closeEntities gives the keys back to the pane that had them.
func (m *Model) closeEntities() tea.Cmd {
	p := &m.pane
	*p = p.anew()
	if m.focus != entityPane {
		m.relayout()
		return nil
	}
	return m.focusOn(p.back)
}

// refreshEntities makes the rows anew: of the article from its notes, of the folder in the background.
func (m *Model) refreshEntities() tea.Cmd {
	p := &m.pane
	if !p.open || m.names == nil {
		return nil
	}
	if !p.folder {
		n := m.current()
		if n == nil {
			return nil // they have been asked for
		}
		p.request++
		return m.adoptEntities(entitiesMsg{p.request, n.index, n, articleRows(n, p.all)})
	}
	if p.busy {
		return nil
	}
	p.busy = true
	p.request++
	x, request, all, query, hidden := m.names.Entities(m.newest), p.request, p.all, p.query, m.hidden
	return func() tea.Msg { return entitiesMsg{request, x, nil, folderRows(x, all, query, hidden)} }
}

// outdated reports whether the rows are of an older index than the newest.
func (p *entities) outdated(newest *entity.Index) bool {
	return p.open && p.folder && p.index != newest
}

// entitiesCame takes rows that were asked for in the background.
func (m *Model) entitiesCame(msg entitiesMsg) tea.Cmd {
	p := &m.pane
	if msg.request != p.request {
		return nil
	}
	p.busy = false
	if p.moving {
		p.held = &msg
		return nil
	}
	cmd := m.adoptEntities(msg)
	if p.outdated(m.names.Entities(m.newest)) {
		cmd = tea.Batch(cmd, m.refreshEntities())
	}
	return cmd
}

// adoptEntities shows new rows. What was under the cursor stays there.
func (m *Model) adoptEntities(msg entitiesMsg) tea.Cmd {
	p := &m.pane
	old, had := p.selected()
	before := p.index
	p.held = nil
	p.index, p.notes, p.rows, p.ready = msg.index, msg.notes, msg.rows, true
	m.badge()
	cursor := 0
	if len(p.rows) > 1 {
		cursor = min(2, len(p.rows)-1) // the first entity, below the heading of its type
	}
	if had {
		if i := findRow(p.rows, old, before, p.index); i >= 0 {
			cursor = i
		} else {
			cursor = p.cursor
		}
	}
	if had {
		p.top += cursor - p.cursor
	}
	p.moveTo(cursor)
	return m.entityRest()
}

// rowName gives the name in a row.
func (m *Model) rowName(r entityRow) string {
	switch {
	case r.kind == everyRow:
		return m.words.Names
	case r.kind == typeRow:
		return m.words.Types[r.typ]
	case r.group >= 0 && m.pane.notes != nil:
		return m.pane.notes.groups[r.group].name
	case r.id >= 0 && m.pane.index != nil:
		return m.pane.index.Name(r.id)
	}
	return ""
}

// detailMsg brings the details of what the cursor of the pane was on after the move of that number.
type detailMsg struct {
	move   int
	detail *detail
}

// entityRestMsg says that the cursor of the pane has stood still since the move of that number.
type entityRestMsg struct{ move int }

// entityRest starts the wait for the cursor to rest.
func (m *Model) entityRest() tea.Cmd {
	p := &m.pane
	p.moves++
	move := p.moves
	return m.after(restTime, func(time.Time) tea.Msg { return entityRestMsg{move} })
}

// entityRested lets what has waited for the cursor to rest take effect: newer rows; details, which are many cells, and take a while to
// find in a large folder.
func (m *Model) entityRested(msg entityRestMsg) tea.Cmd {
	p := &m.pane
	if msg.move != p.moves {
		return nil
	}
	p.moving = false
	if p.held != nil {
		return m.entitiesCame(*p.held)
	}
	row, ok := p.selected()
	if !ok || p.details == 0 {
		return nil
	}
	if row.kind != itemRow || row.id < 0 || p.index == nil {
		p.detail = m.plainDetail(row)
		return nil
	}
	x, move := p.index, p.moves
	return func() tea.Msg { return detailMsg{move, newDetail(x, row.id)} }
}

// detailCame shows details, unless the cursor has gone on.
func (m *Model) detailCame(msg detailMsg) {
	if msg.move == m.pane.moves {
		m.pane.detail = msg.detail
	}
}

// entityNews makes what the pane and the text show of entities follow a newer snapshot.
func (m *Model) entityNews() tea.Cmd {
	if m.names == nil {
		return nil
	}
	cmd := m.know()
	if m.pane.outdated(m.names.Entities(m.newest)) {
		cmd = tea.Batch(cmd, m.refreshEntities())
	}
	return cmd
}

// ownsText reports whether the text pane must stay: the reader is in it, or among the entities of its article.
func (m *Model) ownsText() bool {
	return m.focus == textPane || m.focus == entityPane && !m.pane.folder
}
