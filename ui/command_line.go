package ui

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"jarida/ui/bidi"
)

// commandLine is the state of the command line: what was typed, and what of it could be completed how.
type commandLine struct {
	back   int      // how many lines back in what was typed before; 0: the line that is being typed
	draft  string   // that line, while an older one is shown
	from   int      // byte offset in the line of the word that is completed
	names  []string // what the word may become
	chosen int      // of names, what has been put in its place; -1: the word is as it was typed
}

// openCommandLine asks for a command.
func (m *Model) openCommandLine() {
	l := &commandLine{chosen: -1}
	m.ask(prompt{
		label: ":",
		own:   func(key string) (tea.Cmd, bool) { return nil, m.commandKey(l, key) },
		typed: func() tea.Cmd {
			l.complete(m)
			return nil
		},
		enter: m.execute,
		above: func(c *canvas, emit func()) { m.completionRow(c, l, emit) },
		hint:  func() string { return m.commandHint(l) },
	}, "")
	l.complete(m)
}

// commandKey does what a key does on the command line beside editing it.
func (m *Model) commandKey(l *commandLine, key string) bool {
	switch key {
	case "tab":
		l.choose(m, 1)
	case "shift+tab":
		l.choose(m, -1)
	case "up", "ctrl+p":
		l.recall(m, 1)
	case "down", "ctrl+n":
		l.recall(m, -1)
	default:
		return false
	}
	return true
}

// complete finds what the word before the caret may become.
func (l *commandLine) complete(m *Model) {
	line := m.prompt.field.text[:m.prompt.field.caret]
	l.back, l.chosen = 0, -1
	name, rest, follows := strings.Cut(line, " ")
	if !follows {
		l.from = 0
		l.names = matches(name, m.namesOfCommands(m.commands()))
		return
	}
	l.names = nil
	c, ok := m.command(name)
	if !ok || c.values == nil {
		return
	}
	l.from = len(name) + 1
	values := inLanguageOf(name, namesOfValues(m, &c))
	if i := strings.LastIndexByte(rest, ' '); i >= 0 && c.several {
		if values = without(values, strings.Fields(rest[:i])); c.free {
			values = nil
		}
		l.from, rest = l.from+i+1, rest[i+1:]
	}
	l.names = matches(strings.TrimLeft(rest, " "), values)
}

// inLanguageOf offers values in the language in which the command before them was typed: a line of both directions is hard to follow.
func inLanguageOf(name string, values []named) []named {
	for i := range values {
		v := &values[i]
		v.local = v.arabic
		if name[0] < utf8.RuneSelf {
			v.local = v.english
		}
	}
	return values
}

// without gives the values that have not been given yet.
func without(values []named, given []string) []named {
	var left []named
	for i := range values {
		used := false
		for _, g := range given {
			used = used || values[i].fits(typings(g)) == complete
		}
		if !used {
			left = append(left, values[i])
		}
	}
	return left
}

// choose puts the next name in the place of the word, or the one before.
func (l *commandLine) choose(m *Model, by int) {
	if len(l.names) == 0 {
		return
	}
	switch {
	case l.chosen < 0 && by < 0:
		l.chosen = len(l.names) - 1
	default:
		l.chosen = (l.chosen + by + len(l.names)) % len(l.names)
	}
	f := &m.prompt.field
	f.text = f.text[:l.from] + l.names[l.chosen] + f.text[f.caret:]
	f.caret = l.from + len(l.names[l.chosen])
	m.prompt.said = f.text
}

// recall shows an older line, or a newer one.
func (l *commandLine) recall(m *Model, by int) {
	f := &m.prompt.field
	back := l.back + by
	if back < 0 || back > len(m.typed) {
		return
	}
	if l.back == 0 {
		l.draft = f.text
	}
	f.text = l.draft
	if back > 0 {
		f.text = m.typed[len(m.typed)-back]
	}
	f.caret = len(f.text)
	m.prompt.said = f.text
	l.complete(m)
	l.back = back
}

// commandHint says what the command does that has been typed so far, and what holds now of what it changes.
func (m *Model) commandHint(l *commandLine) string {
	name, _, follows := strings.Cut(m.prompt.field.text, " ")
	if !follows && l.chosen < 0 && len(l.names) == 1 {
		name = l.names[0]
	}
	c, ok := m.command(name)
	if !ok {
		return ""
	}
	text := m.commandHelp(&c)
	if c.now != nil {
		_, now, _ := strings.Cut(m.state(&c), ": ")
		text += " (" + now + ")"
	}
	return text
}

// completionRow writes what the word may become: a screenful of names, with the one that was chosen in it.
func (m *Model) completionRow(c *canvas, l *commandLine, emit func()) {
	if len(l.names) == 0 || len(l.names) == 1 && m.prompt.field.text[l.from:] == l.names[0] {
		return
	}
	const edges = 2
	count := fmt.Sprintf("%d/%d", max(l.chosen+1, 1), len(l.names))
	room := m.w - edges - gapBetween - len(count)
	from, to := l.page(c, room)
	near := make([]segment, 0, to-from)
	for i := from; i < to; i++ {
		s := segment{text: l.names[i], paint: m.styles.status}
		if i == l.chosen {
			s.paint = m.styles.selection
		}
		near = append(near, s)
	}
	var far []segment
	if to-from < len(l.names) {
		far = []segment{{text: count, paint: m.styles.status}}
	}
	c.facts(m.w, m.words.RTL, near, far)
	emit()
}

// page gives the names that stand in room columns together with the one that was chosen.
func (l *commandLine) page(c *canvas, room int) (from, to int) {
	used := 0
	for i, name := range l.names {
		columns := c.width(name, bidi.Auto) + gapBetween
		if used > 0 && used+columns > room+gapBetween {
			if max(l.chosen, 0) < i {
				return from, i
			}
			from, used = i, 0
		}
		used += columns
	}
	return from, len(l.names)
}
