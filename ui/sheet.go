package ui

import (
	tea "charm.land/bubbletea/v2"

	"jarida/keymap"
	"jarida/ui/term"
)

// sheet is a page of rows that lies over the panes: a cursor on one of them, Enter goes to what it stands for.
type sheet struct {
	content content
	rows    int
	cursor  int
	top     int
	h       int // rows of the screen for those of the content
}

// content is what a sheet shows.
type content interface {
	heading(m *Model) string
	hint(m *Model) string // what to press
	// rtl says at which side its rows begin: that of the interface, or that of the articles.
	rtl(m *Model) bool
	// layOut divides the content into rows for a screen of w columns and gives their number.
	layOut(m *Model, w int) int
	// row writes the i-th row in w columns.
	row(m *Model, c *canvas, i, w int)
	// detail gives what there was no room for in the i-th row.
	detail(i int) []string
	// enter goes to what the i-th row stands for; the sheet is closed where that is somewhere.
	enter(m *Model, i int) tea.Cmd
}

// openSheet lays a sheet over the panes.
func (m *Model) openSheet(c content) {
	m.sheet = &sheet{content: c}
	m.relayout()
}

// resize lays the sheet out for a screen of w×h.
func (s *sheet) resize(m *Model, w, h int) {
	s.h = max(h-2, 0) // without the heading and the hint
	s.rows = s.content.layOut(m, w)
	s.moveTo(s.cursor)
}

func (s *sheet) moveTo(i int) {
	s.cursor = max(min(i, s.rows-1), 0)
	s.top = scrollTop(s.top, s.cursor, s.h, s.rows)
}

// sheetAction does what a key does in a sheet.
func (m *Model) sheetAction(a keymap.Action) tea.Cmd {
	s := m.sheet
	switch a {
	case keymap.Down:
		s.moveTo(s.cursor + 1)
	case keymap.Up:
		s.moveTo(s.cursor - 1)
	case keymap.PageDown:
		s.moveTo(s.cursor + max(s.h-1, 1))
	case keymap.PageUp:
		s.moveTo(s.cursor - max(s.h-1, 1))
	case keymap.HalfDown:
		s.moveTo(s.cursor + max(s.h/2, 1))
	case keymap.HalfUp:
		s.moveTo(s.cursor - max(s.h/2, 1))
	case keymap.First:
		s.moveTo(0)
	case keymap.Last:
		s.moveTo(s.rows - 1)
	case keymap.Arrange:
		return m.arrangeQuotes()
	case keymap.Open:
		if s.cursor < s.rows {
			return s.content.enter(m, s.cursor)
		}
	case keymap.Help:
		m.openHelp()
	case keymap.Back:
		m.sheet = nil
	default:
	}
	return nil
}

// sheetRows writes the sheet: a heading, the rows, and a hint in the last row.
func (m *Model) sheetRows(c *canvas, emit func()) {
	s, rtl := m.sheet, m.sheet.content.rtl(m)
	if m.h >= 2 {
		c.facts(m.w, rtl, []segment{{text: s.content.heading(m), paint: m.styles.title}}, m.said())
		emit()
	}
	for i := range s.h {
		if i += s.top; i < s.rows {
			m.sheetRow(c, i)
		} else {
			c.blank(m.w)
		}
		emit()
	}
	if m.h >= 1 {
		near, far := s.detail(m.styles.key), []segment{{text: s.content.hint(m), paint: m.styles.status}}
		if near == nil {
			near, far = far, nil
		}
		c.facts(m.w, rtl, near, far)
		emit()
	}
}

// detail gives what there was no room for in the row under the cursor.
func (s *sheet) detail(p term.Paint) []segment {
	if s.cursor >= s.rows {
		return nil
	}
	var out []segment
	for _, text := range s.content.detail(s.cursor) {
		out = append(out, segment{text: text, paint: p})
	}
	return out
}

// sheetRow writes a row with the mark of the cursor at the side where reading begins.
func (m *Model) sheetRow(c *canvas, i int) {
	if m.w <= 2*barWidth {
		c.blank(m.w)
		return
	}
	bar, rtl := "  ", m.sheet.content.rtl(m)
	switch {
	case i == m.sheet.cursor && rtl:
		bar = "▐█"
	case i == m.sheet.cursor:
		bar = "█▌"
	}
	sided(rtl, []func(){
		func() { c.glyphs(bar, m.styles.bar) },
		func() { m.sheet.content.row(m, c, i, m.w-barWidth-1) },
		func() { c.blank(1) },
	})
}
