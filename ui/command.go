package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/keymap"
)

// command is something that has a name on the command line. Its name is English and a promise; what it is called in the language of the
// interface, and what it does, package settings has under that name.
type command struct {
	name    string
	short   string                                // another name, of a letter or two; "" for none
	action  keymap.Action                         // what it does where it is what a key does, too; None for a command of its own
	values  func(m *Model) []string               // what may follow it; nil: nothing may
	several bool                                  // more than one of the values may follow, separated by blanks
	free    bool                                  // anything else may follow it, too; behind the first word nothing else
	now     func(m *Model) string                 // what holds now, said where nothing follows; nil: it acts
	run     func(m *Model, args []string) tea.Cmd // args are values as they are called in English
}

// commands gives everything that has a name where the reader is: the command line completes them, the finder finds them. The commands
// of the table come first, and what only moves the cursor last; an action whose name one of the table has is that command.
func (m *Model) commands() []command {
	all := settingCommands()
	taken := make(map[string]bool, len(all))
	for i := range all {
		taken[all[i].name] = true
	}
	var moves []command
	for a := keymap.Down; a <= keymap.Redraw; a++ {
		if a == keymap.Command || !m.keys.Has(m.where(), a) || taken[a.String()] {
			continue
		}
		c := command{name: a.String(), short: shortNames(a), action: a, run: func(m *Model, _ []string) tea.Cmd { return m.act(a) }}
		if a <= keymap.PanePrev {
			moves = append(moves, c)
		} else {
			all = append(all, c)
		}
	}
	return append(all, moves...)
}

// shortNames gives the short name of an action: that which fingers know from other programs, "" for none.
func shortNames(a keymap.Action) string {
	if a == keymap.Quit {
		return "q"
	}
	return ""
}

// commandName gives what a command is called in the language of the interface.
func (m *Model) commandName(c *command) string { return m.words.Command(c.name) }

// commandHelp says what a command does.
func (m *Model) commandHelp(c *command) string {
	if c.action != keymap.None {
		return m.words.Action(c.action)
	}
	return m.words.CommandHelp(c.name)
}

// execute does what a line of the command line says.
func (m *Model) execute(line string) tea.Cmd {
	line = strings.TrimSpace(line)
	if line == "" {
		return nil
	}
	m.typed = remembered(m.typed, line)
	name, rest, _ := strings.Cut(line, " ")
	c, ok := m.command(name)
	if !ok {
		m.notice = m.unknown(name)
		return nil
	}
	return m.perform(&c, strings.TrimSpace(rest))
}

// perform does what a command does with what follows it.
func (m *Model) perform(c *command, rest string) tea.Cmd {
	switch {
	case rest == "" && c.now != nil:
		m.notice = m.state(c)
		return nil
	case rest == "":
		return c.run(m, nil)
	case c.values == nil && !c.free:
		m.notice = m.words.NothingMore + " " + isolated(m.commandName(c))
		return nil
	}
	given := []string{rest}
	if c.several {
		given = strings.Fields(rest)
	}
	values := namesOfValues(m, c)
	args := make([]string, 0, len(given))
	for n, g := range given {
		i, ok := resolve(g, values)
		switch {
		case ok && (n == 0 || !c.free):
			args = append(args, values[i].english)
		case c.free:
			args = append(args, g)
		default:
			m.notice = m.words.OneOfThese + " " + strings.Join(shownNames(values), " ")
			return nil
		}
	}
	cmd := c.run(m, args)
	if c.now != nil && m.notice == "" {
		m.notice = m.state(c)
	}
	return cmd
}

// state says what holds now of what a command changes.
func (m *Model) state(c *command) string {
	words := strings.Fields(c.now(m))
	for i, w := range words {
		words[i] = m.words.Value(w)
	}
	return m.commandName(c) + ": " + strings.Join(words, " ")
}

// command gives the command that a name stands for.
func (m *Model) command(name string) (command, bool) {
	all := m.commands()
	i, ok := resolve(name, m.namesOfCommands(all))
	if !ok {
		return command{}, false
	}
	return all[i], true
}

// unknown says that there is no command of a name, and which is nearest.
func (m *Model) unknown(name string) string {
	text := m.words.NoCommand + " " + isolated(name)
	if near := nearest(name, m.namesOfCommands(m.commands())); near != "" {
		text += " · " + m.words.Nearest + " " + isolated(near)
	}
	return text
}

// mostTyped is how many lines of the command line are remembered: more than anybody goes back through.
const mostTyped = 100

// remembered appends a line to those that were typed, unless it is the last of them.
func remembered(typed []string, line string) []string {
	if n := len(typed); n > 0 && typed[n-1] == line {
		return typed
	}
	if len(typed) >= mostTyped {
		typed = typed[1:]
	}
	return append(typed, line)
}

// isolated keeps the letters of a word from changing places with those around it.
func isolated(word string) string { return "\u2068" + word + "\u2069" }
