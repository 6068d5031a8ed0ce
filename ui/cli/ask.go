package cli

import (
	"context"
	"os"
	"time"

	"jarida/ui/term"
)

// How long a terminal may take to answer. All that are known answer at once, so this is the way over the line and back;
// show holds up the text for it, and is right in nearly every terminal without an answer.
const (
	showWait   = 300 * time.Millisecond
	reportWait = 2 * time.Second
)

// ask asks the terminal what it is. Where it cannot be asked, or says nothing, the replies are those of no answer; of
// tmux the terminal around it can be known all the same.
func (p *program) ask(ctx context.Context, wait time.Duration) term.Replies {
	in, keyboard := p.stdin.(*os.File)
	out, screen := p.terminal.(*os.File)
	if keyboard && screen && isTerminal(in) && isTerminal(out) {
		if r, err := term.Ask(ctx, in, out, p.env, wait); err == nil {
			return r
		}
	}
	r := term.NoReplies()
	if isTerminal(p.terminal) && term.InTmux(p.env) {
		if outer, err := term.OuterTerminal(ctx); err == nil {
			r.Tmux = outer
		}
	}
	return r
}
