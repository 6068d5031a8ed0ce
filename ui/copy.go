package ui

import (
	"fmt"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"jarida/corpus"
	"jarida/ui/term"
)

// longestCopy is the most that is handed to a terminal's clipboard, in bytes: in base64 it is just below the 100,000 characters at which
// xterm and others that follow it stop to listen.
const longestCopy = 74994

// copyText copies the selection or sentence, in the list the title, in logical order. Of a text it says where it stands, if asked to.
func (m *Model) copyText() tea.Cmd {
	if m.focus == textPane && m.loading { // what is still on the screen is not what was opened
		m.notice = m.words.Reading
		return nil
	}
	if d := m.reader.document; m.focus == textPane && d != nil {
		text := m.reader.selected()
		if e, ok := m.entry(d.doc); ok && m.options.Citation && strings.TrimSpace(text) != "" {
			text = strings.TrimRight(text, "\n") + "\n\n" + citation(e)
		}
		return m.copied(text)
	}
	if e, ok := m.list.selected(); ok {
		return m.copied(strings.Map(printable, e.Title))
	}
	return m.copied("")
}

// citation says in one line where a text stands: title, publisher, date, and the article's id. The date is not behind an Arabic word, where
// its parts would change places (UAX #9 W2).
func citation(e corpus.Entry) string {
	known := make([]string, 0, 4)
	for _, fact := range []string{e.Date.ISO, e.Title, e.Source, e.ID} {
		if fact = oneLine(strings.Map(printable, fact)); fact != "" {
			known = append(known, fact)
		}
	}
	return "— " + strings.Join(known, " · ")
}

// copyPath copies the path of the article.
func (m *Model) copyPath() tea.Cmd {
	e, ok := m.list.selected()
	if m.focus == textPane {
		e, ok = m.atHand()
	}
	switch {
	case !ok:
		return m.copied("")
	case strings.ContainsFunc(e.Path, unicode.IsControl):
		m.notice = m.words.UnsafePath // a line break in it would be a command to the shell that it is pasted into
		return nil
	}
	return m.copied(e.Path)
}

// copied hands text to the terminal's clipboard and says so. No terminal says whether it took it.
func (m *Model) copied(text string) tea.Cmd {
	switch {
	case m.options.Restricted:
		m.notice = m.words.Restricted
		return nil
	case strings.TrimSpace(text) == "":
		m.notice = m.words.NothingToCopy
		return nil
	case len(text) > longestCopy:
		m.notice = fmt.Sprintf("%s %d/%d KB", m.words.TooLongToCopy, (len(text)+1023)/1024, longestCopy/1024)
		return nil
	}
	m.notice = m.words.Copied
	return tea.Batch(tea.SetClipboard(text), m.copyThrough(text))
}

// copyThrough sends the text past a multiplexer to the terminal around it: tmux takes what is sent to itself only with set-clipboard on, and
// lets this pass with allow-passthrough on; screen does the latter always. nil where there is no multiplexer.
func (m *Model) copyThrough(text string) tea.Cmd {
	const screenString = 700 // bytes; screen takes strings of 768
	switch name := m.options.Env("TERM"); {
	case term.InTmux(m.options.Env):
		return tea.Raw(ansi.TmuxPassthrough(ansi.SetSystemClipboard(text)))
	case name == "screen" || strings.HasPrefix(name, "screen."):
		return tea.Raw(ansi.ScreenPassthrough(ansi.SetSystemClipboard(text), screenString))
	}
	return nil
}
