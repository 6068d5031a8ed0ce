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

// ask asks the terminal what it is. One that cannot be asked is as one that does not answer: TERM=dumb would print the questions.
func (p *program) ask(ctx context.Context, wait time.Duration) term.Replies {
	in, inFile := p.stdin.(*os.File)
	out, outFile := p.terminal.(*os.File)
	if !inFile || !outFile || p.dumb() {
		return term.NoReplies()
	}
	r, _ := term.Ask(ctx, in, out, p.env, wait)
	return r
}
