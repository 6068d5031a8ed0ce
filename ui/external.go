package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/export"
	"jarida/ui/term"
)

// externalMsg says that another program has given the terminal back.
type externalMsg struct{ err error }

// openOutside hands the article to the reader's pager, else to his editor.
func (m *Model) openOutside() tea.Cmd {
	run := m.outside()
	if run == nil {
		return nil
	}
	return m.line.leave(tea.Exec(run, func(err error) tea.Msg { return externalMsg{err} }))
}

// outside gives the program that opens the article that the keys are about, nil where there is none. A pager gets the text, which has no
// controls left, by its standard input; an editor gets the file. Neither goes through a shell.
func (m *Model) outside() *outside {
	e, ok := m.atHand()
	switch {
	case m.options.Restricted:
		m.notice = m.words.Restricted
	case !ok:
	case len(m.options.Pager) > 0:
		return &outside{ctx: m.ctx, words: m.options.Pager, choice: m.terminal.choice, prepare: m.paged(e)}
	case len(m.options.Editor) == 0:
		m.notice = m.words.NoPager
	default:
		file, ok := m.newest.File(e.Doc)
		if !ok {
			m.notice = m.words.NoFile
			return nil
		}
		return &outside{ctx: m.ctx, words: m.options.Editor, choice: m.terminal.choice, prepare: func() (io.Reader, string, error) {
			path, err := filepath.Abs(file) // which no editor can take for an option
			return nil, path, err
		}}
	}
	return nil
}

// paged gives what makes the text of an article for a pager: cleaned, or as it is where the reader has it so.
func (m *Model) paged(e corpus.Entry) func() (io.Reader, string, error) {
	ctx, c, raw := m.ctx, m.corpus, m.raw
	return func() (io.Reader, string, error) {
		d, err := c.Load(ctx, e.Doc)
		if err != nil {
			return nil, "", err
		}
		text, err := pagerText(d, raw)
		return strings.NewReader(text), "", err
	}
}

// atHand gives the article that the keys are about: the open one in the text, or the one on its way there, else the one under the cursor of the list.
func (m *Model) atHand() (corpus.Entry, bool) {
	if m.ownsText() && m.loading {
		return m.entry(m.wanted)
	}
	if d := m.reader.document; m.ownsText() && d != nil {
		return m.entry(d.doc)
	}
	return m.list.selected()
}

// cameBack takes the terminal over again after another program has had it.
func (m *Model) cameBack(msg externalMsg) tea.Cmd {
	var exit *exec.ExitError
	if msg.err != nil && !errors.As(msg.err, &exit) { // a pager that is left early is no failure
		m.notice = m.words.NotOpened + " " + m.words.Report(oneLine(strings.Map(printable, msg.err.Error())))
	}
	return tea.ClearScreen
}

// pagerText is the article as it is read, or its text as it is, without controls.
func pagerText(d corpus.Document, raw bool) (string, error) {
	var b strings.Builder
	if raw {
		for line := range strings.Lines(d.Source.Text) {
			b.WriteString(strings.Map(printable, strings.TrimRight(line, "\r\n")))
			b.WriteByte('\n')
		}
		return b.String(), nil
	}
	err := export.NewWriter(&b, export.Text).Write(&export.Article{Title: d.Entry.Title, Body: d.Article, Src: d.Source.Text})
	return b.String(), err
}

// outside is another program that has the terminal for a while.
type outside struct {
	ctx     context.Context //nolint:containedctx // tea.ExecCommand has no argument for it
	words   []string        // the program and its arguments
	choice  term.Choice
	prepare func() (in io.Reader, path string, err error) // what it reads, and the file that it is given

	stdin          io.Reader
	stdout, stderr io.Writer
}

func (o *outside) SetStdin(r io.Reader)  { o.stdin = r }
func (o *outside) SetStdout(w io.Writer) { o.stdout = w }
func (o *outside) SetStderr(w io.Writer) { o.stderr = w }

// Run gives the terminal its own ways back for as long as the program runs.
func (o *outside) Run() (err error) {
	in, path, err := o.prepare()
	if err != nil {
		return err
	}
	args := o.words[1:]
	if path != "" {
		args = append(slices.Clip(args), path)
	}
	c := exec.CommandContext(o.ctx, o.words[0], args...) //nolint:gosec // the reader's own pager or editor, without a shell
	c.Stdin, c.Stdout, c.Stderr = o.stdin, o.stdout, o.stderr
	if in != nil {
		c.Stdin = in
	}
	if _, err := io.WriteString(o.stdout, term.Leave(o.choice)); err != nil {
		return fmt.Errorf("write to the terminal: %w", err)
	}
	defer func() {
		if _, werr := io.WriteString(o.stdout, term.Enter(o.choice)); err == nil {
			err = werr
		}
	}()
	return c.Run()
}
