package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/export"
	"jarida/ui/settings"
)

// settingCommands are the commands that change how the screen is set up, for as long as it is open.
func settingCommands() []command {
	return []command{
		{
			name: "sort", values: sortValues, several: true, run: (*Model).runSort,
			now: func(m *Model) string { return m.filter.order.String() },
		},
		{
			name: "view", values: func(m *Model) []string { return append(settings.Views(), m.savedNames()...) }, run: (*Model).runView,
			now: func(m *Model) string { return settings.Views()[m.filter.view] },
		},
		{name: "save", free: true, run: (*Model).runSave},
		{name: "forget", values: (*Model).savedNames, run: (*Model).runForget},
		{name: "history", run: func(m *Model, _ []string) tea.Cmd { return m.showHistory() }},
		{
			name: "export", values: func(*Model) []string { return export.Formats() }, several: true, free: true, run: (*Model).runExport,
		},
		setting("layout", settings.Layouts(), (*Model).setLayout, func(m *Model) string { return m.options.Layout }),
		setting("lang", settings.Languages(), (*Model).setLang, func(m *Model) string { return m.options.Lang }),
		setting("theme", settings.Themes(), (*Model).setTheme, func(m *Model) string { return m.options.Theme }),
		setting("bidi", settings.Modes(), (*Model).setMode, func(m *Model) string { return m.terminal.choice.Mode.String() }),
		setting("tashkeel", settings.TashkeelValues(), (*Model).setTashkeel, func(m *Model) string { return m.options.Marks }),
		setting("stories", settings.Switch(), (*Model).setStories, (*Model).storiesState),
		setting("mouse", settings.Switch(), (*Model).setMouse, (*Model).mouseState),
		setting("digits", settings.DigitValues(), (*Model).setDigits, func(m *Model) string { return m.options.Digits }),
	}
}

// setting makes a command that gives a setting one of a few values.
func setting(name string, values []string, set func(m *Model, value string) tea.Cmd, now func(*Model) string) command {
	return command{
		name: name, now: now,
		values: func(*Model) []string { return values },
		run:    func(m *Model, args []string) tea.Cmd { return set(m, args[0]) },
	}
}

// setLayout puts the list at a side.
func (m *Model) setLayout(value string) tea.Cmd {
	m.options.Layout = value
	m.chooseSide()
	m.relayout()
	return nil
}

// setLang changes the language of everything that the program itself says. The open article has words of the program in it, and is
// divided anew, at the same place.
func (m *Model) setLang(value string) tea.Cmd {
	m.options.Lang = value
	m.words = settings.WordsFor(value)
	m.chooseSide()
	m.relayout()
	m.badge()
	doc := m.wanted
	if d := m.reader.document; d != nil && !m.loading {
		doc = d.doc
	}
	return m.reload(doc)
}

// setTheme changes the colours.
func (m *Model) setTheme(value string) tea.Cmd {
	m.options.Theme = value
	m.paintFor(m.dark)
	return nil
}

// paintFor makes the paints of the theme for a background.
func (m *Model) paintFor(dark bool) {
	m.dark = dark
	m.styles = newStyles(m.options.Theme, dark)
}

// setMode changes how right-to-left text is written for the terminal. The whole screen is painted anew.
func (m *Model) setMode(value string) tea.Cmd {
	m.terminal.wishes.Mode = value
	return m.detect()
}

// setTashkeel shows vowel marks or leaves them out.
func (m *Model) setTashkeel(value string) tea.Cmd {
	m.options.Marks = value
	m.relayout()
	return nil
}

// setDigits shows numbers in other digits.
func (m *Model) setDigits(value string) tea.Cmd {
	m.options.Digits = value
	m.relayout()
	return nil
}

// setMouse takes the mouse from the terminal, or gives it back.
func (m *Model) setMouse(value string) tea.Cmd {
	m.options.Mouse = value == settings.On
	m.dragging = false
	return nil
}

// mouseState says whether the mouse is taken.
func (m *Model) mouseState() string {
	if m.options.Mouse {
		return settings.On
	}
	return settings.Off
}

// runView shows a view, or what a search finds that was kept under the name.
func (m *Model) runView(args []string) tea.Cmd {
	if slices.Contains(settings.Views(), args[0]) {
		return m.setView(viewNamed(args[0]))
	}
	return m.showSearch(args[0])
}

// sortValues gives what may follow sort.
func sortValues(*Model) []string { return settings.Orders() }

// runSort puts the list into another order.
func (m *Model) runSort(args []string) tea.Cmd {
	return m.sortBy(parseOrder(strings.Join(args, " ")))
}
