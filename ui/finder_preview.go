package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
)

// preview is what the finder shows of the row under its cursor, when the cursor has rested on it.
type preview struct {
	reader reader // of an article; without a document: none
	hits   []hit
	detail *detail // of an entity
}

// finderRestMsg says that the cursor of a finder has stood still since the move of that number.
type finderRestMsg struct {
	of   *finder
	move int
}

// previewMsg brings what was to be shown after that move.
type previewMsg struct {
	of       *finder
	move     int
	target   target
	document *document
	hits     []hit
	detail   *detail
}

// finderRest starts the wait for the cursor to rest.
func (m *Model) finderRest() tea.Cmd {
	f := m.finder
	f.moves++
	if m.finderFrame().text.w == 0 {
		return nil // there is no room for a preview
	}
	move := f.moves
	return m.after(restTime, func(time.Time) tea.Msg { return finderRestMsg{f, move} })
}

// finderRested looks for what is to be shown of the row under the cursor.
func (m *Model) finderRested(msg finderRestMsg) tea.Cmd {
	f := m.finder
	if msg.of != f || msg.move != f.moves {
		return nil
	}
	if f.cursor >= len(f.rows) {
		f.preview = preview{}
		return nil
	}
	r := f.rows[f.cursor]
	if r.kind == entityKind {
		x, id, move := f.catalog.index, f.catalog.entities[r.item].id, f.moves
		return func() tea.Msg { return previewMsg{of: f, move: move, detail: newDetail(x, id)} }
	}
	t, ok := f.targetOf(r)
	e, there := m.entry(t.doc)
	if !ok || !there {
		f.preview = preview{}
		return nil
	}
	ctx, c, words, move := m.ctx, m.corpus, m.words, f.moves
	return func() tea.Msg {
		d := loadDocument(ctx, c, e, false, words)
		shown := previewMsg{of: f, move: move, target: t, document: d}
		if t.marks != nil {
			shown.hits = d.hits(*t.marks)
		}
		return shown
	}
}

// previewCame shows what was found, unless the cursor has gone on.
func (m *Model) previewCame(msg previewMsg) {
	f := m.finder
	if msg.of != f || msg.move != f.moves {
		return
	}
	f.preview = preview{detail: msg.detail, hits: msg.hits}
	if msg.document == nil {
		return
	}
	b := m.finderFrame().text
	r := &f.preview.reader
	r.kept = map[corpus.Doc]position{}
	r.open(msg.document, m.shownAs(b), b.h)
	at := msg.target.at
	if len(msg.hits) > 0 {
		at = msg.hits[0].Range
	}
	if at.End > at.Start && at.End <= len(msg.document.source) {
		r.show(at)
	}
}

// resizeFinder sets the rows of the finder and of its preview.
func (m *Model) resizeFinder() {
	f := m.finder
	frame := m.finderFrame()
	f.h = frame.list.h
	f.top = scrollTop(f.top, f.cursor, f.h, len(f.rows))
	f.preview.reader.resize(m.shownAs(frame.text), frame.text.h)
}

// previewRows writes the preview.
func (m *Model) previewRows(c *canvas, b box, emit func()) {
	p := &m.finder.preview
	if p.detail != nil {
		m.detailRows(c, p.detail, b.w, b.h, emit)
		return
	}
	m.textRows(c, &textView{reader: &p.reader, w: b.w, h: b.h, hits: p.hits}, emit)
}
