package ui

import (
	tea "charm.land/bubbletea/v2"

	"jarida/ui/term"
)

// prompt is a text field in the last row.
type prompt struct {
	label  string
	field  field
	typed  func() tea.Cmd            // after every key; nil for nothing
	enter  func(text string) tea.Cmd // what Enter does with the text
	cancel func() tea.Cmd            // what Esc does; nil for nothing

	own   func(key string) (cmd tea.Cmd, done bool) // what a key does in place of editing the field, where that is done; nil for nothing
	above func(c *canvas, emit func())              // writes rows that lie over the last rows of the panes; nil for none
	said  string                                    // what a key has put in place of what was typed, for whoever hears the screen
	hint  func() string                             // what stands at the far side, where there is room; nil for nothing
}

// ask opens a text field with a text in it.
func (m *Model) ask(p prompt, text string) {
	p.field = field{text: text, caret: len(text)}
	m.prompt = &p
}

// answer hands a key to the text field.
func (m *Model) answer(key tea.KeyPressMsg) tea.Cmd {
	p := m.prompt
	if p.own != nil {
		if cmd, done := p.own(key.String()); done {
			return cmd
		}
	}
	switch key.String() {
	case "enter":
		m.prompt = nil
		return p.enter(p.field.text)
	case "esc":
		m.prompt = nil
		if p.cancel != nil {
			return p.cancel()
		}
	default:
		if p.field.key(key, m.direction()) && p.typed != nil {
			return p.typed()
		}
	}
	return nil
}

// promptRow writes a text field, as it stands in place of the status.
func (m *Model) promptRow(c *canvas, p *prompt) {
	w := m.w
	const few = 8 // columns of the field, below which the label goes
	label := min(c.width(p.label, m.direction()), max(w-few-3, 0))
	if w < few {
		c.blank(w)
		return
	}
	gap := min(label, 1)
	room := w - 2 - label - gap
	hint, columns := m.promptHint(c, p, room)
	sided(m.words.RTL, []func(){
		func() { c.blank(1) },
		func() { c.text(p.label, m.direction(), term.Field{Width: label, Paint: m.styles.key}) },
		func() { c.blank(gap) },
		func() { p.field.draw(c, room-columns, m.direction(), m.styles.caret) },
		func() {
			c.text(hint, m.direction(), term.Field{Width: columns, Align: far(m.direction()), Paint: m.styles.status})
		},
		func() { c.blank(1) },
	})
}

// promptHint gives what stands beside the text in room columns, and the columns of it with a gap: nothing where it would leave the text
// no room to grow in.
func (m *Model) promptHint(c *canvas, p *prompt, room int) (hint string, columns int) {
	const grow = 8
	if p.hint == nil {
		return "", 0
	}
	hint = p.hint()
	columns = c.width(hint, m.direction()) + gapBetween
	if hint == "" || c.width(p.field.text, m.direction())+grow+columns > room {
		return "", 0
	}
	return hint, columns
}

// overPanes puts what the open prompt writes above itself into the last rows of the panes.
func (m *Model) overPanes(c *canvas, rows []string) {
	if m.prompt == nil || m.prompt.above == nil || !m.frame.status {
		return
	}
	var above []string
	c.begin()
	c.edge = true
	m.prompt.above(c, func() {
		above = append(above, c.row())
		c.begin()
	})
	if len(above) < len(rows) {
		copy(rows[len(rows)-len(above):], above)
	}
}
