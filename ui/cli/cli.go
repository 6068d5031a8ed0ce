// Package cli is the commands: the same data as plain text or JSON lines.
//
// The commands are cobra's, with its completions. fang is not used, though it is made for this: before it prints any
// help or error it asks the terminal for its colours and waits up to two seconds, twice, for an answer (four seconds
// for a mistyped flag on a terminal that does not answer), whichever error handler it was given; its manual page goes
// to the process's standard output instead of the command's, and writes short flags with two dashes.
package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/charmbracelet/x/term"

	"jarida/ui/settings"
)

// Exit codes, as of grep and its kin.
const (
	exitFound   = 0
	exitNothing = 1 // nothing found
	exitError   = 2 // a mistake in the arguments, or something failed
)

// nothingError says that there was nothing to print; its text goes to the error stream.
type nothingError struct{ message string }

func (e nothingError) Error() string { return e.message }

// Run runs the program with the arguments that follow its name, and gives its exit code.
func Run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := &program{stdin: stdin, terminal: stdout, env: os.Getenv, environ: os.Environ()}
	p.stdout = bufio.NewWriter(stdout)
	p.stderr = stderr
	root := newRoot(p)
	root.SetArgs(guarded(root, args))
	root.SetIn(stdin)
	root.SetOut(p.stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if flushed := p.stdout.Flush(); err == nil {
		err = flushed
	}
	code := p.exit(ctx, err)
	if p.behind != nil {
		p.behind()
	}
	return code
}

// exit reports an error in one line and gives the exit code.
func (p *program) exit(ctx context.Context, err error) int {
	var nothing nothingError
	switch {
	case err == nil:
		return exitFound
	case errors.Is(err, syscall.EPIPE):
		return exitFound // whoever reads has seen enough
	case errors.As(err, &nothing):
		p.complain(nothing.message)
		return exitNothing
	case ctx.Err() != nil:
		p.complain("interrupted")
	default:
		p.complain(err.Error())
	}
	return exitError
}

// complain writes one line to the error stream, once: a search that is tried again meets the same problems.
func (p *program) complain(message string) {
	if p.complained[message] {
		return
	}
	if p.complained == nil {
		p.complained = map[string]bool{}
	}
	p.complained[message] = true
	// Where the error stream is broken there is nobody to tell.
	_, _ = fmt.Fprintf(p.stderr, "jarida: %s\n", visible(message))
}

// program is one run of the program: its streams, its environment, and the flags that all commands share.
type program struct {
	stdin    io.Reader
	terminal io.Writer // standard output itself
	stdout   *bufio.Writer
	stderr   io.Writer
	env      func(string) string
	environ  []string

	config  string // --config
	state   string // --state
	folder  string // -C
	lang    string // --lang
	layout  string // --layout
	bidi    string // --bidi, where the command has it
	marks   string // --tashkeel, where the command has it
	noColor bool   // --no-color

	restricted bool // --restricted
	plain      bool // --plain

	loaded *settings.Config // the config file, once it has been read
	behind func()           // what is done when everything has been written, nil for nothing

	complained map[string]bool // what complain has written

	collector collector
}

// file is a stream that may be a terminal.
type file interface{ Fd() uintptr }

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(file)
	return ok && term.IsTerminal(f.Fd())
}

// columns gives the width of the terminal that the output goes to, 0 where it goes elsewhere.
func (p *program) columns() int {
	f, ok := p.terminal.(file)
	if !ok || !term.IsTerminal(f.Fd()) {
		return 0
	}
	width, _, err := term.GetSize(f.Fd())
	if err != nil {
		return 0
	}
	return width
}
