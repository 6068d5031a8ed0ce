package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/keymap"
	"jarida/ui/bidi"
	"jarida/ui/settings"
	"jarida/ui/term"
)

// help is the page of keys: drawn from the key map, searchable.
type help struct {
	all   []keymap.Entry
	shown []keymap.Entry
	top   int
	h     int
	field *field // the open filter prompt; nil: closed
	query string
}

func newHelp(keys keymap.Map, at keymap.Place, w *settings.Words) *help {
	h := &help{all: keys.Help(at)}
	h.filter(w)
	return h
}

// resize sets the rows for entries: what is left by the heading and the last row.
func (h *help) resize(rows int) {
	h.h = max(rows-2, 0)
	h.scroll(0)
}

func (h *help) scroll(n int) {
	h.top = max(min(h.top+n, len(h.shown)-h.h), 0)
}

// filter shows the entries whose keys or description contain the query.
func (h *help) filter(w *settings.Words) {
	if h.field != nil {
		h.query = h.field.text
	}
	query := strings.ToLower(strings.TrimSpace(h.query))
	h.shown = h.shown[:0]
	for _, e := range h.all {
		if query == "" || strings.Contains(strings.ToLower(keyLegend(e)+" "+w.Action(e.Action)), query) {
			h.shown = append(h.shown, e)
		}
	}
	h.scroll(0)
}

// edit hands a key to the filter prompt. Enter keeps the filter, Esc drops it.
func (h *help) edit(key tea.KeyPressMsg, w *settings.Words, ui bidi.Direction) {
	switch key.String() {
	case "enter":
		h.field = nil
	case "esc":
		h.field.text, h.field.caret = "", 0
		h.filter(w)
		h.field = nil
	default:
		if h.field.key(key, ui) {
			h.filter(w)
		}
	}
}

// helpAction does what a key does in help.
func (m *Model) helpAction(a keymap.Action) {
	h := m.help
	switch a {
	case keymap.Down:
		h.scroll(1)
	case keymap.Up:
		h.scroll(-1)
	case keymap.PageDown:
		h.scroll(max(h.h-1, 1))
	case keymap.PageUp:
		h.scroll(-max(h.h-1, 1))
	case keymap.HalfDown:
		h.scroll(max(h.h/2, 1))
	case keymap.HalfUp:
		h.scroll(-max(h.h/2, 1))
	case keymap.First:
		h.scroll(-len(h.shown))
	case keymap.Last:
		h.scroll(len(h.shown))
	case keymap.Find:
		h.field = &field{text: h.query, caret: len(h.query)}
	case keymap.Back:
		if h.query != "" {
			h.query = ""
			h.filter(m.words)
			return
		}
		m.help = nil
	case keymap.Help:
		m.help = nil
	default:
	}
}

// keyLegend writes the keys of an entry, the Latin ones and what they type in Arabic.
func keyLegend(e keymap.Entry) string {
	s := strings.Join(e.Keys, " ")
	if len(e.Arabic) > 0 {
		s += "  (" + strings.Join(e.Arabic, " ") + ")"
	}
	return s
}

// helpRows writes the page: a heading, the keys, and a prompt or hint in the last row.
func (m *Model) helpRows(c *canvas, emit func()) {
	h, w := m.help, m.w
	rtl := m.words.RTL
	if m.h >= 2 {
		c.facts(w, rtl, []segment{{text: m.words.HelpTitle, paint: m.styles.title}}, m.said())
		emit()
	}
	for i := range max(m.h-2, 0) {
		if i += h.top; i < len(h.shown) {
			m.helpRow(c, h.shown[i])
		} else if i == 0 {
			c.facts(w, rtl, []segment{{text: m.words.NoMatch, paint: m.styles.warn}}, nil)
		} else {
			c.blank(w)
		}
		emit()
	}
	if m.h < 1 {
		return
	}
	if h.field == nil || w < 8 {
		c.facts(w, rtl, []segment{{text: m.words.HelpHint, paint: m.styles.status}}, nil)
		emit()
		return
	}
	prompt := func() { c.glyphs("/", m.styles.key) }
	parts := []func(){
		func() { c.blank(1) },
		prompt,
		func() { c.blank(1) },
		func() { h.field.draw(c, w-4, m.direction(), m.styles.caret) },
		func() { c.blank(1) },
	}
	sided(rtl, parts)
	emit()
}

// helpRow writes one entry: keys in a column at the side where reading begins, then what they do.
func (m *Model) helpRow(c *canvas, e keymap.Entry) {
	w := m.w
	const room = 12 // columns for a key and a word of what it does
	if w < room {
		c.facts(w, m.words.RTL, []segment{{text: keyLegend(e), paint: m.styles.key}}, nil)
		return
	}
	keys := min(34, w/2)
	near := side(m.direction())
	sided(m.words.RTL, []func(){
		func() { c.blank(1) },
		func() {
			c.text(keyLegend(e), bidi.LTR, term.Field{Width: keys, Align: near, Paint: m.styles.key})
		},
		func() { c.blank(2) },
		func() {
			c.text(m.words.Action(e.Action), m.direction(), term.Field{Width: w - keys - 4, Align: near})
		},
		func() { c.blank(1) },
	})
}
