package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// recall goes back through what was searched for before, the newest first.
type recall struct {
	all   []string
	back  int    // how many back what is shown is; 0: what is being typed
	draft string // that, while an older one is shown
}

// mostRecent is how many queries one goes back through.
const mostRecent = 100

// recentMsg brings what was searched for before, in other windows too, for a text field.
type recentMsg struct {
	of  *recall
	all []string
}

// step shows an older query in a field, or a newer one, and reports whether there is one.
func (r *recall) step(f *field, by int) bool {
	back := r.back + by
	if back < 0 || back > len(r.all) {
		return false
	}
	if r.back == 0 {
		r.draft = f.text
	}
	text := r.draft
	if back > 0 {
		text = r.all[back-1]
	}
	r.back = back
	*f = field{text: text, caret: len(text)}
	return true
}

// recalled does what a key does in a text field that has a past.
func (m *Model) recalled(r *recall, key string) (cmd tea.Cmd, done bool) {
	var by int
	switch key {
	case "up", "ctrl+p":
		by = 1
	case "down", "ctrl+n":
		by = -1
	default:
		return nil, false
	}
	if r.step(&m.prompt.field, by) && m.prompt.typed != nil {
		return m.prompt.typed(), true
	}
	return nil, true
}

// loadRecent reads what was searched for before.
func (m *Model) loadRecent(r *recall) tea.Cmd {
	j := m.options.Journal
	if j == nil {
		return nil
	}
	return func() tea.Msg {
		all, err := j.Recent(mostRecent)
		if err != nil {
			return nil // what this window has searched for is remembered anyway
		}
		return recentMsg{r, all}
	}
}

// recentCame takes what was searched for before; a field in which one goes back already keeps what it has.
func (m *Model) recentCame(msg recentMsg) {
	m.recent = msg.all
	if msg.of.back == 0 {
		msg.of.all = msg.all
	}
}

// remember notes what was searched for.
func (m *Model) remember(text string) tea.Cmd {
	if text = oneLine(text); text == "" {
		return nil
	}
	m.recent = append([]string{text}, slices.DeleteFunc(slices.Clone(m.recent), func(s string) bool { return s == text })...)
	m.recent = m.recent[:min(len(m.recent), mostRecent)]
	j, ctx := m.options.Journal, m.ctx
	if j == nil {
		return nil
	}
	return func() tea.Msg {
		_ = j.Remember(ctx, text) // where it cannot be kept, this window has it
		return nil
	}
}
