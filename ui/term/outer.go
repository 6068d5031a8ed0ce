package term

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// outerWait is how long tmux may take to answer: it is local, and answers in a few milliseconds or not at all.
const outerWait = time.Second

// InTmux reports whether the outer terminal can be asked for: inside tmux, but not inside screen inside tmux.
func InTmux(env func(string) string) bool { return env("TMUX") != "" && env("STY") == "" }

// OuterTerminal asks tmux what it runs in, and gives its answer as it belongs into Replies.Tmux. It starts a process and
// waits for it: it belongs into a command, not into Update.
func OuterTerminal(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, outerWait)
	defer cancel()
	out, err := exec.CommandContext(ctx, "tmux", "display-message", "-p", "#{client_termtype} #{client_termname}").Output()
	if err != nil {
		return "", fmt.Errorf("ask tmux for the outer terminal: %w", err)
	}
	return printable(strings.TrimSpace(string(out))), nil
}
