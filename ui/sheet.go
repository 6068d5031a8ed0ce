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
	heads   int // rows above them that stay
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

// framed is content that has rows above its own which stay, and writes the mark of the cursor itself.
type framed interface {
	// heads gives the number of rows above for a screen of w columns and h rows without the heading and the hint.
	heads(w, h int) int
	// head writes the i-th of them over the whole screen.
	head(m *Model, c *canvas, i int)
	// wholeRow writes the i-th row over the whole screen.
	wholeRow(m *Model, c *canvas, i int)
}

// openSheet lays a sheet over the panes.
func (m *Model) openSheet(c content) {
	m.sheet = &sheet{content: c}
	m.relayout()
}

// resize lays the sheet out for a screen of w×h.
func (s *sheet) resize(m *Model, w, h int) {
	s.h = max(h-2, 0) // without the heading and the hint
	if f, ok := s.content.(framed); ok {
		s.heads = f.heads(w, s.h)
		s.h -= s.heads
	}
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
	case keymap.OtherDays:
		m.turnDays()
	case keymap.Open:
		if s.cursor < s.rows {
			return s.content.enter(m, s.cursor)
		}
	case keymap.Help:
		m.openHelp()
	case keymap.Back:
		m.sheet = nil
	default:
		if k, ok := s.content.(*comparing); ok {
			return m.compareAction(k, a)
		}
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
	framed, whole := s.content.(framed)
	for i := range s.heads {
		framed.head(m, c, i)
		emit()
	}
	for i := range s.h {
		switch i += s.top; {
		case i < s.rows && whole:
			framed.wholeRow(m, c, i)
		case i < s.rows:
			m.sheetRow(c, i)
		default:
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
