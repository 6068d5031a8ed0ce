package ui

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sort"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/entity"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// types is the number of types of entities.
const types = int(entity.Quantity) + 1

// notes are the entities of the open article: who is mentioned, and where.
type notes struct {
	document *document
	asked    *entity.Index // the newest when they were asked for: with another one they are out of date
	index    *entity.Index // whose ids the groups have
	groups   []group
	marks    []mark // in the order of the text, apart
}

// group is an entity of the article.
type group struct {
	typ      entity.Type
	id       entity.ID // below 0 where no index knows it
	name     string
	iso      string // of a date
	mentions int    // outside of repeats
	sure     bool
	hidden   bool // by the reader
}

// mark is a mention of a group.
type mark struct {
	bidi.Range
	group  int32
	repeat bool
}

// notesMsg brings the notes on an article; nil where it could not be looked through.
type notesMsg struct{ notes *notes }

// know asks for the notes on the open article, where something on the screen needs them and they are out of date.
func (m *Model) know() tea.Cmd {
	d := m.reader.document
	if m.names == nil || d == nil || m.noting || !m.marking && !m.pane.open && m.stepping == 0 || d.gone {
		return nil
	}
	newest := m.names.Entities(m.newest)
	if n := m.notes; n != nil && n.document == d && n.asked == newest {
		return nil
	}
	m.noting = true
	ctx, known := m.ctx, m.names
	return func() tea.Msg { return notesMsg{takeNotes(ctx, known, d, newest)} }
}

// takeNotes looks through an article.
func takeNotes(ctx context.Context, known names, d *document, newest *entity.Index) *notes {
	n := &notes{document: d, asked: newest}
	found, err := known.Annotate(ctx, d.doc)
	if err != nil || found.source != d.source {
		return n // it has changed, or is gone: the corpus says so by itself
	}
	n.index = found.index
	type key struct {
		typ  entity.Type
		id   entity.ID
		text string
	}
	numbers := map[key]int32{}
	for _, r := range found.mentions {
		if r.Start < d.article.Start || r.End > len(d.source) || r.Start >= r.End {
			continue
		}
		k := key{typ: r.Type, id: r.Entity}
		if r.Entity < 0 {
			k.text = oneLine(d.source[r.Start:r.End])
			switch {
			case r.ISO != "":
				k.text = r.ISO
			case r.Type == entity.Quantity && found.amounts[r.Start] != "":
				k.text = found.amounts[r.Start]
			}
		}
		i, ok := numbers[k]
		if !ok {
			i = int32(len(n.groups))
			numbers[k] = i
			n.groups = append(n.groups, newGroup(found.index, r, oneLine(d.source[r.Start:r.End])))
		}
		g := &n.groups[i]
		g.sure = g.sure || r.Entity < 0 && r.Confidence >= entity.Sure
		if !r.Repeat {
			g.mentions++
		}
		n.marks = append(n.marks, mark{bidi.Range{Start: r.Start, End: r.End}, i, r.Repeat})
	}
	slices.SortStableFunc(n.marks, func(a, b mark) int { return cmp.Compare(a.Start, b.Start) })
	return n
}

// newGroup begins the group of a mention.
func newGroup(x *entity.Index, r entity.Resolved, text string) group {
	g := group{typ: r.Type, id: r.Entity, name: text, iso: r.ISO}
	if x != nil && r.Entity >= 0 {
		g.name, g.sure, g.hidden = x.Name(r.Entity), x.Sure(r.Entity), x.Hidden(r.Entity)
	}
	return g
}

// noted takes notes that were asked for.
func (m *Model) noted(msg notesMsg) tea.Cmd {
	m.noting = false
	if msg.notes.document != m.reader.document {
		return m.know() // the reader has gone on
	}
	m.notes = msg.notes
	cmd := m.refreshEntities()
	if by := m.stepping; by != 0 {
		m.stepping = 0
		cmd = tea.Batch(cmd, m.step(by))
	}
	return tea.Batch(cmd, m.know())
}

// current gives the notes on the open article, nil where there are none yet.
func (m *Model) current() *notes {
	if m.notes == nil || m.notes.document != m.reader.document {
		return nil
	}
	return m.notes
}

// shows reports whether a group is shown: it is sure, or all are.
func (m *Model) shows(g *group) bool { return m.pane.all || g.sure && !g.hidden }

// step goes to the next mention of what is chosen in the pane, or with a negative number to the one before.
func (m *Model) step(by int) tea.Cmd {
	r := &m.reader
	if r.document == nil || m.names == nil {
		return nil
	}
	n := m.current()
	if n == nil {
		m.stepping = by
		return m.know()
	}
	from := r.cursor.Start
	if m := r.mention; m.End > m.Start && m.Start >= r.cursor.Start && m.Start < r.cursor.End { // the reader has not moved on since
		from = m.Start
	} else if by > 0 {
		from-- // the first of the sentence counts
	}
	chosen := m.chosen()
	at, of, found := 0, 0, -1
	for i := range n.marks {
		k := &n.marks[i]
		g := &n.groups[k.group]
		if k.repeat && !r.document.raw || !m.shows(g) || !chosen(int(k.group), g) {
			continue
		}
		of++
		if by > 0 && k.Start > from && found < 0 || by < 0 && k.Start < from {
			found, at = i, of
		}
	}
	switch {
	case of == 0:
		m.notice = m.words.NoMentions
	case found < 0:
		m.notice = m.words.LastMention
	default:
		r.show(n.marks[found].Range)
		m.notice = fmt.Sprintf("%s %d/%d", m.words.Mention, at, of)
	}
	return nil
}

// chosen gives what is stepped through: what the cursor of the pane is on, else all people, places and organisations.
func (m *Model) chosen() func(i int, g *group) bool {
	names := func(_ int, g *group) bool { return g.typ <= entity.Organisation }
	row, ok := m.pane.selected()
	switch n := m.current(); {
	case !ok || row.kind == everyRow:
		return names
	case row.kind == typeRow:
		return func(_ int, g *group) bool { return g.typ == row.typ }
	case !m.pane.folder && m.pane.notes == n:
		return func(i int, _ *group) bool { return i == row.group }
	case m.pane.folder && n.index != nil:
		id, known := equivalent(m.pane.index, row.id, n.index)
		return func(_ int, g *group) bool { return known && g.id == id }
	}
	return names
}

// markRuns gives the paints of the entities of a row.
func (m *Model) markRuns(ro *row) (runs []term.Run) {
	n := m.current()
	if n == nil || !m.marking {
		return nil
	}
	paints, from, to := &m.styles.names, ro.line.Start, ro.line.End
	if ro.look == lookTitle || ro.look == lookHeading {
		paints = &m.styles.bold
	}
	i := sort.Search(len(n.marks), func(i int) bool { return n.marks[i].End > from })
	for ; i < len(n.marks) && n.marks[i].Start < to; i++ {
		if g := &n.groups[n.marks[i].group]; m.shows(g) {
			runs = append(runs, term.Run{Range: n.marks[i].Range, Paint: paints[g.typ]})
		}
	}
	return runs
}

// toggleMarks marks the entities in the text, or no longer.
func (m *Model) toggleMarks() tea.Cmd {
	if m.names == nil {
		m.notice = m.words.NotYet
		return nil
	}
	m.marking = !m.marking
	m.notice = m.words.Unmarked
	if m.marking {
		m.notice = m.words.Marked
	}
	return m.know()
}
