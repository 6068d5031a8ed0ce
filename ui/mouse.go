package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"jarida/keymap"
)

// The mouse is off until it is asked for: a program that takes the mouse takes the terminal's own way of selecting text away (which most
// give back while Shift is held).

// wheelRows is how many rows one step of the wheel scrolls, as in most programs.
const wheelRows = 3

// sampleTime is the least time between two reports of the wheel or of motion that are acted on: a frame at 60 a second. A touch pad sends
// hundreds a second, and what they ask for would go on long after the fingers have stopped.
const sampleTime = 16 * time.Millisecond

// sampled gives a filter of messages that lets one report of the wheel or of motion through in sampleTime, by the clock now.
func sampled(now func() time.Time) func(tea.Model, tea.Msg) tea.Msg {
	var last time.Time
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		switch msg.(type) {
		case tea.MouseWheelMsg, tea.MouseMotionMsg:
			t := now()
			if t.Sub(last) < sampleTime {
				return nil
			}
			last = t
		}
		return msg
	}
}

// mouse acts on what the mouse reports. Nothing does while a text field is open, but for the wheel.
func (m *Model) mouse(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	if !m.options.Mouse {
		return nil
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		if at.Button == tea.MouseWheelUp {
			return m.wheel(at.X, at.Y, -wheelRows)
		}
		if at.Button == tea.MouseWheelDown {
			return m.wheel(at.X, at.Y, wheelRows)
		}
	case tea.MouseClickMsg:
		if at.Button == tea.MouseLeft && m.prompt == nil {
			m.notice = ""
			return m.click(at.X, at.Y)
		}
	case tea.MouseMotionMsg:
		if m.dragging {
			m.drag(at.X)
		}
	case tea.MouseReleaseMsg:
		m.dragging = false
	}
	return nil
}

// wheel scrolls what is under the pointer by n rows. A cursor goes along where it would leave the screen.
func (m *Model) wheel(x, y, n int) tea.Cmd {
	switch {
	case m.help != nil:
		m.help.scroll(n)
		return nil
	case m.finder != nil:
		return m.moveFinder(m.finder.cursor + n/wheelRows)
	case m.sheet != nil:
		s := m.sheet
		var cursor int
		s.top, cursor = scrolled(s.top, s.cursor, s.h, s.rows, n)
		s.moveTo(cursor)
		return nil
	}
	spot, ok := m.frame.spot(x, y)
	if !ok || spot.border {
		return nil
	}
	switch spot.pane {
	case textPane:
		if d := m.reader.document; d != nil && len(d.pieces) > 0 {
			m.reader.page(n)
		}
	case listPane:
		l := &m.list
		top, cursor := scrolled(l.top, l.cursor, l.h, l.length(), n)
		if top != l.top {
			l.top = top
			return m.moveList(cursor)
		}
	case entityPane:
		p := &m.pane
		top, cursor := scrolled(p.top, p.cursor, p.h, len(p.rows), n)
		if top != p.top {
			p.top = top
			return m.moveEntity(cursor)
		}
	}
	return nil
}

// scrolled gives the first of h visible rows after scrolling n of them by, and the cursor on the nearest row that is visible.
func scrolled(top, cursor, h, n, by int) (newTop, newCursor int) {
	top = max(min(top+by, n-h), 0)
	return top, max(min(cursor, top+h-1), top)
}

// click gives the keys to the pane under the pointer and selects what is there; a click on what is selected opens it.
func (m *Model) click(x, y int) tea.Cmd {
	switch {
	case m.help != nil:
		return nil
	case m.finder != nil:
		return m.clickFinder(x, y)
	case m.sheet != nil:
		return m.clickSheet(x, y)
	}
	spot, ok := m.frame.spot(x, y)
	switch {
	case !ok || m.list.snap.Len() == 0 && !m.gone():
		return nil
	case spot.border:
		m.dragging, m.dragged = true, spot.pane
		return nil
	case spot.pane == listPane:
		return m.clickList(spot)
	case spot.pane == textPane:
		return m.clickText(spot)
	default:
		return m.clickEntity(spot.row)
	}
}

// clickList selects or opens the article in a row of the pane; on the number of a story it opens that, or closes it.
func (m *Model) clickList(at spot) tea.Cmd {
	row := at.row - (m.frame.list.h - m.list.h) // the row of conditions above
	i := m.list.top + row
	if row < 0 || row >= m.list.h || i >= m.list.length() {
		return m.focusOn(listPane)
	}
	switch {
	case m.onNumber(i, at.column):
		return tea.Batch(m.focusOn(listPane), m.moveList(i), m.toggleStory())
	case m.focus == listPane && i == m.list.cursor:
		return m.listAction(keymap.Open)
	}
	return tea.Batch(m.focusOn(listPane), m.moveList(i))
}

// clickEntity selects or opens the entity in a row of the pane.
func (m *Model) clickEntity(row int) tea.Cmd {
	row-- // the heading
	i := m.pane.top + row
	if row < 0 || row >= m.pane.h || i >= len(m.pane.rows) {
		return m.focusOn(entityPane)
	}
	if m.focus == entityPane && i == m.pane.cursor {
		return m.entityAction(keymap.Include)
	}
	return tea.Batch(m.focusOn(entityPane), m.moveEntity(i))
}

// clickText puts the cursor on the sentence under the pointer. The text stays where it is. A click on the row of the cursor opens what can
// be opened there.
func (m *Model) clickText(at spot) tea.Cmd {
	r := &m.reader
	if m.focus != textPane {
		return m.focusOn(textPane)
	}
	if r.document == nil || len(r.document.pieces) == 0 {
		return nil
	}
	p, ok := r.document.visible(r.top, at.row)
	if !ok {
		return nil
	}
	if p == r.at && r.document.opensSomething(p.piece) {
		return m.openHere()
	}
	top, offset := r.top, m.offsetAt(p, at.column)
	r.moveTo(p)
	r.top = top
	r.moved(r.left.cursor)
	if s := r.document.sentence(p.piece, offset); s.End > s.Start {
		r.cursor, r.exact = s, true
	}
	return nil
}

// visible gives the n-th row behind a place, false where the text ends before.
func (d *document) visible(top place, n int) (place, bool) {
	for range n {
		next := d.step(top, 1)
		if next == top {
			return top, false
		}
		top = next
	}
	return top, true
}

// opensSomething reports whether Enter opens something on a piece: related stories, or another part of the file.
func (d *document) opensSomething(piece int) bool {
	return d.pieces[piece].opens > 0 || d.pieces[piece].part > 0
}

// clickSheet selects or opens a row of a sheet.
func (m *Model) clickSheet(x, y int) tea.Cmd {
	s := m.sheet
	row := y - 1 - s.heads // the heading
	i := s.top + row
	if row < 0 || row >= s.h || i >= s.rows {
		return nil
	}
	same := i == s.cursor
	if k, ok := s.content.(*comparing); ok {
		same = !k.click(m, x) && same
	}
	if same {
		return m.sheetAction(keymap.Open)
	}
	s.moveTo(i)
	return nil
}

// clickFinder selects or opens what was found.
func (m *Model) clickFinder(x, y int) tea.Cmd {
	f, frame := m.finder, m.finderFrame()
	row := y - 1 // the text field
	spot, ok := frame.spot(x, row)
	i := f.top + row
	if !ok || spot.border || spot.pane != listPane || i >= len(f.rows) {
		return nil
	}
	if i == f.cursor {
		return m.enterFinder()
	}
	return m.moveFinder(i)
}

// drag moves a border to a column: the pane at its outer side gets the width, the text what is left. It holds until the program ends.
func (m *Model) drag(x int) {
	b := m.frame.box(m.dragged)
	width := x - b.x
	if b.x > 0 { // the pane is at the right
		width = b.x + b.w - x - 1
	}
	m.widths[m.dragged] = max(width, 1)
	m.relayout()
}
