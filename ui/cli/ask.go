package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	xterm "github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"

	"jarida/ui/term"
)

// How long a terminal may take to answer. All that are known answer at once, so this is the way over the line and back;
// show holds up the text for it, and is right in nearly every terminal without an answer.
const (
	showWait   = 300 * time.Millisecond
	reportWait = 2 * time.Second
)

// ask asks the terminal what it is. Answers that do not come in time, or a terminal that cannot be asked, leave the
// replies as they are with no answer.
func (p *program) ask(ctx context.Context, wait time.Duration) term.Replies {
	r := term.NoReplies()
	if term.InTmux(p.env) {
		if outer, err := term.OuterTerminal(ctx); err == nil {
			r.Tmux = outer
		}
	}
	in, ok := p.stdin.(*os.File)
	if !ok || !isTerminal(in) || !isTerminal(p.terminal) {
		return r
	}
	state, err := xterm.MakeRaw(in.Fd())
	if err != nil {
		return r
	}
	// What fails here fails for the shell too, which sets the terminal to its liking anyway.
	defer func() { _ = xterm.Restore(in.Fd(), state) }()
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	p.hear(ctx, in, &r)
	return r
}

// hear puts the questions and takes the answers until there are no more, or ctx ends.
func (p *program) hear(ctx context.Context, in io.Reader, r *term.Replies) {
	reader, err := cancelreader.NewReader(in)
	if err != nil {
		return
	}
	defer func() { _ = reader.Close() }() // it closes what it made itself, not the terminal
	ctx, cancel := context.WithCancel(ctx)
	events := make(chan uv.Event)
	go func() {
		defer close(events)
		_ = uv.NewTerminalReader(reader, p.env("TERM")).StreamEvents(ctx, events) // what was heard by then counts
	}()
	defer func() {
		cancel()
		reader.Cancel()
		for range events { // the goroutine has ended when this does
		}
	}()
	if _, err := fmt.Fprint(p.terminal, term.Queries()); err != nil {
		return
	}
	followed := false
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-events:
			if !ok {
				return
			}
			r.Hear(e)
		}
		more := term.FollowUp(term.Detect(p.env, *r, term.Wishes{}), *r)
		switch {
		case r.Done && more == "":
			return
		case r.Done && !followed:
			followed = true
			if _, err := fmt.Fprint(p.terminal, more); err != nil {
				return
			}
		}
	}
}
