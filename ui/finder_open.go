package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/keymap"
	"jarida/ui/bidi"
)

// enterFinder opens what the cursor is on. Where the answer to what is typed is not there yet, it waits for it.
func (m *Model) enterFinder() tea.Cmd {
	f := m.finder
	if f.shown != f.revision || !f.answer.Done {
		f.entering = true
		return nil
	}
	f.entering = false
	if f.cursor >= len(f.rows) {
		return nil
	}
	r := f.rows[f.cursor]
	if r.kind == meantKind {
		f.field = field{text: r.text, caret: len(r.text)}
		return m.askFinder()
	}
	m.closeFinder()
	return tea.Batch(m.remember(f.field.text), m.openFound(f, r))
}

// openFound goes to something that was found.
func (m *Model) openFound(f *finder, r hitRow) tea.Cmd {
	if t, ok := f.targetOf(r); ok {
		cmd := m.jump(t)
		m.find.query = f.about.query // n looks for it
		return cmd
	}
	c := f.catalog
	switch r.kind {
	case entityKind:
		id := c.entities[r.item].id
		if s, ok := spelled(c.index, id); ok {
			return tea.Batch(m.focusOn(listPane), m.setConditions([]condition{{entity: s, name: c.index.Name(id)}}))
		}
	case sourceKind:
		return m.listQuery("source:" + inQuotes(c.sources[r.item].text))
	case sectionKind:
		return m.listQuery("section:" + inQuotes(c.sections[r.item].text))
	case savedKind:
		return m.listQuery(c.saved[r.item].Query)
	case allKind:
		return m.listQuery(f.about.query)
	case commandKind:
		return m.callFound(c.commands[r.item].command)
	default:
	}
	return nil
}

// inQuotes writes a name as the value of a field of a query.
func inQuotes(name string) string { return `"` + strings.ReplaceAll(name, `"`, " ") + `"` }

// entries gives the commands for which the finder is of use: not what moves the cursor where it is.
func (m *Model) entries() []calledFor {
	var all []calledFor
	for _, c := range m.commands() {
		if c.action >= keymap.Down && c.action <= keymap.Back || c.action == keymap.Finder {
			continue
		}
		all = append(all, calledFor{c, m.commandName(&c) + " – " + m.commandHelp(&c)})
	}
	return all
}

// callFound does what a command does; where something has to follow it, on the command line.
func (m *Model) callFound(c command) tea.Cmd {
	if c.values == nil && !c.free {
		return m.perform(&c, "")
	}
	m.openCommandLine()
	return m.typeInto(m.commandName(&c) + " ")
}

// typeInto puts text into the open text field, as if it were typed.
func (m *Model) typeInto(text string) tea.Cmd {
	m.prompt.field = field{text: text, caret: len(text)}
	if m.prompt.typed != nil {
		return m.prompt.typed()
	}
	return nil
}

// targetOf gives the article that a row of the finder is about, and the place in it; false for what is about none.
func (f *finder) targetOf(r hitRow) (target, bool) {
	switch r.kind {
	case articleKind:
		return target{doc: f.catalog.snap.DocAt(r.item)}, true
	case headingKind:
		h := f.catalog.headings[r.item]
		return target{doc: h.doc, at: bidi.Range{Start: h.start, End: h.end}}, true
	case textKind:
		return target{doc: f.texts.hits[r.item].doc, marks: &f.texts.result.Marks}, true
	default:
		return target{}, false
	}
}
