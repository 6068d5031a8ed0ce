package ui

import (
	"fmt"
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"jarida/keymap"
	"jarida/ui/term"
)

// The linear mode is for screen readers and braille lines: no boxes, no other screen, nothing that is painted anew. The same model has the
// same keys; what a key has changed is written as a line of text, in logical order.

// plainWidth and plainHeight are the size of the screen that the model is told of: wide enough that no row is cut.
const (
	plainWidth  = 600
	plainHeight = 40
)

// plain is the linear mode of a model.
type plain struct {
	*Model

	out   io.Writer // in raw mode: a line ends with \r\n
	lines canvas    // writes rows as text
	said  spoken
	due   bool                // something must be said, if only the line again, when what was decided is on disk
	open  bool                // what is typed stands on the last line, which is not ended yet
	raw   func(on bool) error // takes the terminal's line editing away, or gives it back
	err   error
}

// spoken is what there is to say of the state of the screen.
type spoken struct {
	place  string // where the keys go
	line   string // what the cursor is on
	prompt string // the label of the text field
	notice string
}

// heard gives the options of a reader as the linear mode begins: text in the order in which it is read, the title of a row before the rest, and
// each article on a row of its own. A command brings the articles of stories together.
func heard(o Options) Options {
	o.Plain, o.Bidi, o.Layout, o.Stories = true, "logical", "ltr", false
	return o
}

// newPlain makes the linear mode of a screen.
func newPlain(m *Model, out io.Writer, raw func(on bool) error) *plain {
	p := &plain{Model: m, out: out, raw: raw}
	p.lines.enc, p.lines.heard = term.Choice{Mode: term.Logical}.Encoder(), true
	return p
}

// Init opens the first article, and asks the terminal nothing.
func (p *plain) Init() tea.Cmd {
	p.Model.Update(tea.WindowSizeMsg{Width: plainWidth, Height: plainHeight})
	p.say(p.options.Title + ". " + p.words.HelpKey)
	p.tell(false)
	cmds := []tea.Cmd{p.awaitSnapshot(), p.loadSelected(), p.followJournal()}
	if p.surveyed() {
		cmds = append(cmds, p.survey())
	}
	return tea.Batch(cmds...)
}

// Update takes a message and says what it has changed. A key that changes nothing gets the line again: silence says nothing.
func (p *plain) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg, tea.BackgroundColorMsg:
		return p, nil
	case tea.ResumeMsg:
		p.keep(p.raw(true))
		p.said = spoken{}
	case tea.KeyPressMsg:
		if msg.Keystroke() == "ctrl+z" && !p.options.Restricted {
			return p, tea.Sequence(func() tea.Msg { p.keep(p.raw(false)); return nil }, tea.Suspend)
		}
		before := p.typing()
		_, cmd = p.Model.Update(msg)
		if !p.echo(before) {
			p.tell(p.pending == "")
		}
		return p, cmd
	default:
		_, cmd = p.Model.Update(msg)
	}
	p.tell(false)
	return p, cmd
}

// View is never shown.
func (p *plain) View() tea.View { return tea.NewView("") }

// typing gives the text field that is open, nil for none.
func (p *plain) typing() *field {
	switch {
	case p.finder != nil:
		return &field{text: p.finder.field.text}
	case p.prompt != nil:
		return &field{text: p.prompt.field.text}
	}
	return nil
}

// echo writes what a key has added to a text field, as a terminal does that edits its own lines, and what has been edited otherwise anew. It reports
// whether there is no more to say of the key.
func (p *plain) echo(before *field) bool {
	after := p.typing()
	if before == nil || after == nil || before.text == after.text || p.prompt != nil && p.prompt.said == after.text {
		return false
	}
	added, appended := strings.CutPrefix(after.text, before.text)
	if !appended {
		p.end()
		added = after.text
	}
	_, err := io.WriteString(p.out, strings.Map(printable, added))
	p.keep(err)
	p.open = true
	return true
}

// end ends the line on which something was typed.
func (p *plain) end() {
	if p.open {
		p.open = false
		_, err := io.WriteString(p.out, "\r\n")
		p.keep(err)
	}
}

// tell says what has changed since the last time; where nothing has, the line again if it must say something. Of an act one line tells what it has
// changed and that it is on disk, so it waits for that.
func (p *plain) tell(must bool) {
	p.due = p.due || must
	if (len(p.decisions) > 0 || p.awaitsList()) && !p.quitting {
		return
	}
	must, p.due = p.due, false
	if p.help != nil && p.help.field == nil {
		p.tellHelp()
		return
	}
	now := p.state()
	var parts []string
	if now.prompt != p.said.prompt {
		parts = append(parts, now.prompt)
	}
	if now.notice != "" && (must || now.notice != p.said.notice) {
		parts = append(parts, now.notice)
	}
	if now.place != p.said.place {
		parts = append(parts, now.place)
	}
	if now.line != p.said.line || now.place != p.said.place || must && len(parts) == 0 && (now.prompt == "" || p.finder != nil) {
		parts = append(parts, now.line)
	}
	p.said = now
	p.say(sentences(parts))
}

// sentences joins what there is to say, a stop behind each but the last.
func sentences(parts []string) string {
	said := ""
	for _, part := range parts {
		switch {
		case part == "":
		case said == "":
			said = part
		default:
			said = strings.TrimRight(said, " .") + ". " + part
		}
	}
	return said
}

// say writes a line.
func (p *plain) say(text string) {
	if text = oneLine(strings.Map(audible, text)); text == "" {
		return
	}
	p.end()
	_, err := io.WriteString(p.out, text+"\r\n")
	p.keep(err)
}

// audible drops what is not heard: controls, and what keeps letters from changing places on a screen.
func audible(r rune) rune {
	if r >= '\u2066' && r <= '\u2069' {
		return -1
	}
	return printable(r)
}

// keep keeps the first error, for whoever runs the mode.
func (p *plain) keep(err error) {
	if p.err == nil {
		p.err = err
	}
}

// tellHelp writes all keys at once, and closes their page: a list of lines needs no page.
func (p *plain) tellHelp() {
	p.say(p.words.HelpTitle)
	for _, e := range p.help.all {
		p.say(keyLegend(e) + ": " + p.words.Action(e.Action))
	}
	p.help = nil
}

// state gives what there is to say.
func (p *plain) state() spoken {
	m := p.Model
	s := spoken{notice: m.notice}
	switch {
	case m.finder != nil:
		s.prompt, s.line = m.finderLabel(), p.finderLine()
		s.place = p.said.place
		return s
	case m.prompt != nil: // what it does to the panes is said when it is closed
		s.prompt = strings.TrimSpace(m.prompt.label + " " + m.prompt.said)
		s.place, s.line = p.said.place, p.said.line
		return s
	}
	switch m.where() {
	case keymap.InList:
		s.place, s.line = p.listPlace(), p.listLine()
	case keymap.InReader:
		s.place, s.line = m.words.Text, p.textLine()
	case keymap.InEntities:
		s.place = m.words.Names
		s.line = p.text(func(c *canvas) { m.entityRow(c, m.pane.count(m.pane.h), m.pane.cursor-m.pane.top, plainWidth) })
	case keymap.InSheet, keymap.InQuotes, keymap.InCompare, keymap.InTimeline:
		sheet := m.sheet
		s.place = sheet.content.heading(m)
		if sheet.cursor < sheet.rows {
			s.line = p.text(func(c *canvas) { sheet.content.row(m, c, sheet.cursor, plainWidth) })
		}
	default:
	}
	return s
}

// finderLine says what the cursor of the finder is on; nothing while the answer is looked for.
func (p *plain) finderLine() string {
	f := p.finder
	switch {
	case f.shown != f.revision || !f.answer.Done && len(f.rows) == 0:
		return ""
	case len(f.rows) == 0:
		return p.nothingFound()
	}
	row := p.text(func(c *canvas) { p.finderRow(c, f.cursor-f.top, plainWidth) })
	return fmt.Sprintf("%s. %d/%d", strings.TrimRight(row, " ."), f.cursor+1, len(f.rows))
}

// listPlace names the list: the view, and how many articles it shows of it.
func (p *plain) listPlace() string {
	m := p.Model
	if m.options.Journal == nil {
		return fmt.Sprintf("%s, %d", m.words.List, m.list.count())
	}
	return fmt.Sprintf("%s, %s, %d", m.words.List, m.words.Views[m.filter.view], m.list.count())
}

// listLine says what the cursor of the list is on.
func (p *plain) listLine() string {
	m := p.Model
	if m.list.length() == 0 {
		return m.emptyList()
	}
	row := p.text(func(c *canvas) { m.listRow(c, m.list.cursor-m.list.top) })
	parts := []string{row, m.stateNames(m.list.snap.DocAt(m.list.at(m.list.cursor)))}
	return fmt.Sprintf("%s. %d/%d", strings.TrimRight(sentences(parts), " ."), m.list.position()+1, m.list.count())
}

// textLine says the sentence or the line of the program's own that the cursor of the text is on.
func (p *plain) textLine() string {
	r := &p.reader
	if r.document == nil {
		return p.words.Reading
	}
	if s := r.selected(); strings.TrimSpace(s) != "" {
		return s
	}
	return r.document.pieces[r.at.piece].text
}

// text gives a row of the screen as text.
func (p *plain) text(write func(c *canvas)) string {
	c := &p.lines
	c.begin()
	write(c)
	return oneLine(strings.Trim(ansi.Strip(c.row()), "█▌▐ "))
}
