package ui

import (
	"cmp"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/entity"
	"jarida/keymap"
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

// rowKind tells the rows of the pane apart.
type rowKind uint8

const (
	itemRow  rowKind = iota
	typeRow          // the heading of a type
	everyRow         // the first: all of them
)

// entityRow is a row of the pane.
type entityRow struct {
	kind  rowKind
	typ   entity.Type
	quiet bool      // doubtful or hidden
	id    entity.ID // in the index, below 0 for none
	group int       // in the notes, below 0 for the folder's
	count int       // of a heading: entities below it
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

// findRow gives the row that stands for the same as a row of older ones, -1 for none.
func findRow(rows []entityRow, old entityRow, before, now *entity.Index) int {
	id := old.id
	if old.kind == itemRow && id >= 0 && before != now {
		var known bool
		if id, known = equivalent(before, id, now); !known {
			return -1
		}
	}
	return slices.IndexFunc(rows, func(r entityRow) bool {
		return r.kind == old.kind && (r.kind == everyRow || r.typ == old.typ) && (r.kind != itemRow || r.id == id && (id >= 0 || r.group == old.group))
	})
}

// equivalent finds an entity of one index in another.
func equivalent(x *entity.Index, id entity.ID, y *entity.Index) (entity.ID, bool) {
	switch {
	case x == y:
		return id, true
	case x == nil || y == nil || id < 0:
		return 0, false
	}
	s, ok := spelled(x, id)
	if !ok {
		return 0, false
	}
	return y.Spelled(s)
}

// spelled gives a spelling by which an entity is found again in every index: its most frequent one that leads back to it.
func spelled(x *entity.Index, id entity.ID) (entity.Spelled, bool) {
	e := x.Entity(id)
	for _, t := range [...]entity.Type{e.Type, entity.Person, entity.Place, entity.Organisation, entity.Date, entity.Quantity} {
		for _, s := range e.Spellings {
			key := entity.Spelled{Type: t, Text: s.Text}
			if found, ok := x.Spelled(key); ok && found == id {
				return key, true
			}
		}
	}
	return entity.Spelled{}, false
}

// articleRows gives the rows of an article: by type, the most often mentioned first.
func articleRows(n *notes, all bool) []entityRow {
	var rows []entityRow
	total := 0
	for t := range entity.Type(types) {
		head := len(rows)
		rows = append(rows, entityRow{kind: typeRow, typ: t, id: -1, group: -1})
		for i := range n.groups {
			if g := &n.groups[i]; g.typ == t && (g.mentions > 0 || all) && (all || g.sure && !g.hidden) {
				rows = append(rows, entityRow{typ: t, quiet: !g.sure || g.hidden, id: g.id, group: i})
			}
		}
		items := rows[head+1:]
		slices.SortStableFunc(items, func(a, b entityRow) int {
			return cmp.Compare(n.groups[b.group].mentions, n.groups[a.group].mentions)
		})
		if rows[head].count = len(items); len(items) == 0 {
			rows = rows[:head]
		} else if t <= entity.Organisation {
			total += len(items)
		}
	}
	return headed(rows, total)
}

// folderRows gives the rows of a folder: by type, in the order of their ranks; those with a name that has words beginning as the query's.
func folderRows(x *entity.Index, all bool, query string, hidden []entity.Spelled) []entityRow {
	if x == nil {
		return nil
	}
	var byType [types][]entityRow
	enter := func(id entity.ID, quiet bool) {
		if t := x.Type(id); !quiet || all {
			byType[t] = append(byType[t], entityRow{typ: t, quiet: quiet, id: id, group: -1})
		}
	}
	if query != "" {
		for _, id := range x.Prefix(query, 0) {
			enter(id, !x.Sure(id))
		}
	} else {
		for id := range entity.ID(x.Len()) {
			enter(id, !x.Sure(id))
		}
		for _, s := range hidden {
			if id, ok := x.Spelled(s); ok && x.Hidden(id) {
				enter(id, true)
			}
		}
	}
	var rows []entityRow
	total := 0
	for t := range byType {
		if len(byType[t]) == 0 {
			continue
		}
		rows = append(rows, entityRow{kind: typeRow, typ: entity.Type(t), id: -1, group: -1, count: len(byType[t])})
		rows = append(rows, byType[t]...)
		if t <= int(entity.Organisation) {
			total += len(byType[t])
		}
	}
	return headed(rows, total)
}

// headed puts the row of all names above the others.
func headed(rows []entityRow, total int) []entityRow {
	if len(rows) == 0 {
		return nil
	}
	return slices.Insert(rows, 0, entityRow{kind: everyRow, id: -1, group: -1, count: total})
}

// entityAction does what a key does in the pane.
func (m *Model) entityAction(a keymap.Action) tea.Cmd {
	p := &m.pane
	switch a {
	case keymap.Down:
		return m.moveEntity(p.cursor + 1)
	case keymap.Up:
		return m.moveEntity(p.cursor - 1)
	case keymap.First:
		return m.moveEntity(0)
	case keymap.Last:
		return m.moveEntity(len(p.rows) - 1)
	case keymap.PageDown:
		return m.moveEntity(p.cursor + max(p.h-1, 1))
	case keymap.PageUp:
		return m.moveEntity(p.cursor - max(p.h-1, 1))
	case keymap.HalfDown:
		return m.moveEntity(p.cursor + max(p.h/2, 1))
	case keymap.HalfUp:
		return m.moveEntity(p.cursor - max(p.h/2, 1))
	case keymap.NextGroup:
		return m.toType(1)
	case keymap.PrevGroup:
		return m.toType(-1)
	default:
		return m.entityDeed(a)
	}
}

// askForNames opens a text field for the beginnings of the words of a name; the rows follow as it is typed.
func (m *Model) askForNames() {
	p := &m.pane
	if !p.folder {
		m.notice = m.words.FolderOnly
		return
	}
	m.ask(prompt{
		label:  m.words.FilterNames,
		typed:  func() tea.Cmd { return m.searchNames(oneLine(m.prompt.field.text)) },
		enter:  func(text string) tea.Cmd { return m.searchNames(oneLine(text)) },
		cancel: func() tea.Cmd { return m.searchNames("") },
	}, p.query)
}

// searchNames shows the entities with a name that has words beginning as the query's.
func (m *Model) searchNames(query string) tea.Cmd {
	p := &m.pane
	if query == p.query {
		return nil
	}
	p.query, p.busy, p.moving = query, false, false // what is on its way answers another query
	return m.refreshEntities()
}

// entityDeed does what a key does with the entity under the cursor.
func (m *Model) entityDeed(a keymap.Action) tea.Cmd {
	switch a {
	case keymap.Include, keymap.Exclude:
		return m.constrainBy(a == keymap.Exclude)
	case keymap.ShowAll:
		return m.toggleAll()
	case keymap.Find:
		m.askForNames()
		return nil
	case keymap.Copy:
		row, _ := m.pane.selected()
		return m.copied(m.rowName(row))
	default:
		return m.correction(a)
	}
}

func (m *Model) moveEntity(to int) tea.Cmd {
	m.pane.moveTo(to)
	m.pane.moving = true
	return m.entityRest()
}

// toType moves the cursor to the next heading, or to the one before.
func (m *Model) toType(by int) tea.Cmd {
	p := &m.pane
	for i := p.cursor + by; i >= 0 && i < len(p.rows); i += by {
		if p.rows[i].kind != itemRow {
			return m.moveEntity(i)
		}
	}
	return nil
}

// toggleAll shows doubtful and hidden ones, too, or no longer.
func (m *Model) toggleAll() tea.Cmd {
	p := &m.pane
	p.all = !p.all
	m.notice = m.words.SureShown
	if p.all {
		m.notice = m.words.AllShown
	}
	p.busy, p.moving = false, false // what is on its way is of the other kind
	return m.refreshEntities()
}

// constrainBy makes the entity under the cursor a condition of the list.
func (m *Model) constrainBy(without bool) tea.Cmd {
	t, ok := m.underCursor()
	if !ok {
		m.notice = m.words.ChooseFirst
		return nil
	}
	return m.constrain(condition{t.entity, t.name, without})
}

// underCursor gives the entity under the cursor, by a spelling and its name; none for a heading, and for what no index knows.
func (m *Model) underCursor() (ticked, bool) {
	row, ok := m.pane.selected()
	if !ok || row.kind != itemRow || row.id < 0 || m.pane.index == nil {
		return ticked{}, false
	}
	s, ok := spelled(m.pane.index, row.id)
	return ticked{s, m.rowName(row)}, ok
}

// badge finds what stands before the names: that one is ticked, or that the list has or has not what mentions it.
func (m *Model) badge() {
	p := &m.pane
	p.badges = make(map[entity.ID]string)
	if p.index == nil {
		return
	}
	set := func(s entity.Spelled, mark string) {
		if id, ok := p.index.Spelled(s); ok {
			p.badges[id] = mark
		}
	}
	for _, c := range m.filter.conditions {
		if c.without {
			set(c.entity, "−")
		} else {
			set(c.entity, "+")
		}
	}
	for _, t := range p.ticked {
		set(t.entity, "*")
	}
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
	return tea.Tick(restTime, func(time.Time) tea.Msg { return entityRestMsg{move} })
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
