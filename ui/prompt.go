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
}

// ask opens a text field with a text in it.
func (m *Model) ask(p prompt, text string) {
	p.field = field{text: text, caret: len(text)}
	m.prompt = &p
}

// answer hands a key to the text field.
func (m *Model) answer(key tea.KeyPressMsg) tea.Cmd {
	p := m.prompt
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

// promptRow writes the text field in place of the status.
func (m *Model) promptRow(c *canvas) {
	p, w := m.prompt, m.w
	const few = 8 // columns of the field, below which the label goes
	label := min(c.width(p.label, m.direction()), max(w-few-3, 0))
	if w < few {
		c.blank(w)
		return
	}
	gap := min(label, 1)
	sided(m.words.RTL, []func(){
		func() { c.blank(1) },
		func() { c.text(p.label, m.direction(), term.Field{Width: label, Paint: m.styles.key}) },
		func() { c.blank(gap) },
		func() { p.field.draw(c, w-2-label-gap, m.direction(), m.styles.caret) },
		func() { c.blank(1) },
	})
}
