package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
	xterm "github.com/charmbracelet/x/term"

	"jarida/corpus"
)

// runPlain shows the corpus as lines of text until the reader quits.
func runPlain(ctx context.Context, c *corpus.Corpus, o Options, in io.Reader, out io.Writer) error {
	keyboard := lineEditing{in: in}
	if err := keyboard.set(true); err != nil {
		return err
	}
	p := newPlain(New(ctx, c, heard(o)), out, keyboard.set)
	_, err := tea.NewProgram(p, tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out), tea.WithEnvironment(o.Environ),
		tea.WithoutSignalHandler(), tea.WithoutRenderer(), tea.WithFPS(1)).Run() // no frames: once a second is woken less often than sixty times
	unwritten := p.finish() //nolint:contextcheck // ctx may have ended with the program, and what was decided is written all the same
	restored := keyboard.set(false)
	switch {
	case unwritten != nil:
		return errors.Join(unwritten, restored)
	case errors.Is(err, tea.ErrInterrupted), ctx.Err() != nil:
		return restored
	case err != nil:
		return fmt.Errorf("run the linear mode: %w", err)
	case p.err != nil:
		return fmt.Errorf("write to the terminal: %w", p.err)
	}
	return restored
}

// lineEditing switches the line editing of a terminal: without a renderer nobody else does.
type lineEditing struct {
	in    io.Reader
	saved *xterm.State // while it is off
}

// set takes line editing away, or gives it back. What is no terminal has none.
func (l *lineEditing) set(raw bool) error {
	f, ok := l.in.(*os.File)
	if !ok || !xterm.IsTerminal(f.Fd()) || raw == (l.saved != nil) {
		return nil
	}
	if !raw {
		err := xterm.Restore(f.Fd(), l.saved)
		l.saved = nil
		if err != nil {
			return fmt.Errorf("restore the terminal: %w", err)
		}
		return nil
	}
	state, err := xterm.MakeRaw(f.Fd())
	if err != nil {
		return fmt.Errorf("read single keys of the terminal: %w", err)
	}
	l.saved = state
	return nil
}
