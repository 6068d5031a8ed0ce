package ui

import (
	tea "charm.land/bubbletea/v2"

	"jarida/ui/term"
)

// terminal is what is known of the terminal. It starts with what the environment tells, and learns from every answer.
type terminal struct {
	env     func(string) string
	wishes  term.Wishes
	replies term.Replies
	choice  term.Choice
}

func newTerminal(o Options) terminal {
	t := terminal{
		env:     o.Env,
		wishes:  term.Wishes{Mode: o.Bidi, Saved: o.Saved, Default: o.Default},
		replies: term.NoReplies(),
	}
	t.choice = term.Detect(t.env, t.replies, t.wishes)
	return t
}

// askTerminal sends the questions and returns: a terminal that never answers delays nothing.
func (m *Model) askTerminal() tea.Cmd {
	queries := tea.Raw(term.Queries())
	if !term.InTmux(m.options.Env) {
		return queries
	}
	ctx := m.ctx
	return tea.Batch(queries, func() tea.Msg {
		client, err := term.OuterTerminal(ctx)
		if err != nil {
			return nil // marked rows, the mode of a multiplexer that says nothing, are right in nearly every terminal
		}
		return tmuxMsg{client}
	})
}

// heard takes an answer of the terminal, and reports whether the message was one.
func (m *Model) heard(msg tea.Msg) (tea.Cmd, bool) {
	t := &m.terminal
	if outer, ok := msg.(tmuxMsg); ok {
		t.replies.Tmux = outer.client
	} else if !t.replies.Hear(msg) {
		return nil, false
	}
	return m.detect(), true
}

// detect takes the terminal for what the answers so far and the reader's wishes make of it. Where that changes how it is written to, the
// screen is painted anew in the new mode.
func (m *Model) detect() tea.Cmd {
	t := &m.terminal
	before := t.choice
	t.choice = term.Detect(t.env, t.replies, t.wishes)
	var cmds []tea.Cmd
	if q := term.FollowUp(t.choice, t.replies); q != "" {
		cmds = append(cmds, tea.Raw(q))
	}
	if t.choice.Enter != before.Enter || t.choice.Encoder() != before.Encoder() {
		m.canvas.enc = t.choice.Encoder()
		cmds = append(cmds, tea.Sequence(tea.Raw(term.Enter(t.choice)), tea.ClearScreen))
	}
	m.relayout()
	return tea.Sequence(cmds...)
}

// suspend leaves the terminal as it was found, for the shell.
func (m *Model) suspend() tea.Cmd {
	if m.options.Restricted {
		m.notice = m.words.Restricted
		return nil
	}
	return m.line.leave(tea.Sequence(tea.Raw(term.Leave(m.terminal.choice)), tea.Suspend))
}

// resume takes the terminal over again after the shell has had it.
func (m *Model) resume() tea.Cmd {
	return tea.Sequence(tea.Raw(term.Enter(m.terminal.choice)), tea.ClearScreen)
}
