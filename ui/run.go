package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"jarida/corpus"
	"jarida/keymap"
	"jarida/ui/settings"
	"jarida/ui/term"
)

// Options say how the screen is set up. Nothing below Run reads the environment, a file or a clock.
type Options struct {
	Title      string              // what is open, for the status line and the window title
	Layout     string              // "auto", "rtl" or "ltr": the side of the list
	Lang       string              // "en" or "ar": the words of the interface
	Bidi       string              // "auto" or a mode of package term; anything but "auto" always wins
	Marks      string              // vowel marks: "auto" (where the terminal draws them right), "keep" or "strip"
	Mouse      bool                // the mouse is the program's: it scrolls, selects, opens, and drags borders
	Digits     string              // "as-written", "latin" or "arabic": how numbers are shown
	Theme      string              // "auto" (by the background of the terminal), "dark", "light", "contrast" or "mono"
	Sort       string              // the order of the list: "date", "title", "source" or "words", and perhaps "reverse" behind it
	Default    string              // the mode the config file keeps for every terminal, or ""
	Saved      map[string]string   // modes that it keeps for single terminals, by terminal name
	Keys       *keymap.Map         // which key does what; nil: the default
	Journal    journal             // keeps what the reader decides; nil: nothing does
	Zone       *time.Location      // in which times are shown; nil: UTC
	Stories    bool                // the articles of a story are one row of the list until it is opened
	View       string              // what is shown first: "inbox", "unread", "starred", "later", "archived" or "all"
	ReadAfter  time.Duration       // how long one must be in a text for it to count as read; 0: until its end has been on the screen
	Citation   bool                // copied text says where it stands
	Restricted bool                // no clipboard, no other program, no file written, no way out but quitting
	Pager      []string            // the program that o opens, with its arguments; none: the editor
	Editor     []string            // none: nothing
	Digest     int                 // from how many articles on the digest is the first screen; 0: never
	LastVisit  lastVisit           // what the reader had of the folder when he last had it open; nil: that is not known
	Folders    []string            // that were opened: nothing is written to them, or below them
	Home       string              // the reader's home folder, for ~/ in the name of a file; "" where there is none
	Plain      bool                // the linear mode, for screen readers
	NoColor    bool                // no colour, whatever the terminal can do
	Now        func() time.Time    // the clock, for dates of a query that count from today; nil: it is 1970
	Env        func(string) string // the environment, for telling terminals apart
	Painted    func()              // called once when the first frame has had time to be on the screen; nil: nobody waits for that
	Environ    []string            // the same as a list of KEY=VALUE, for the renderer's colour profile
}

// whole gives the options with what holds where nothing is said.
func (o Options) whole() Options {
	o.Layout = cmp.Or(o.Layout, term.Auto)
	o.Lang = cmp.Or(o.Lang, settings.English)
	o.Bidi = cmp.Or(o.Bidi, term.Auto)
	o.Digits = cmp.Or(o.Digits, settings.DigitValues()[0])
	o.View = cmp.Or(o.View, settings.Views()[0])
	o.Theme = cmp.Or(o.Theme, term.Auto)
	o.Marks = cmp.Or(o.Marks, term.Auto)
	return o
}

// The window title is kept on the terminal's stack while the program has its own (xterm's CSI t).
const (
	pushTitle = "\x1b[22;0t"
	popTitle  = "\x1b[23;0t"
)

// onceOf gives a function that calls another, or none, once.
func onceOf(f func()) func() {
	if f == nil {
		return func() {}
	}
	return sync.OnceFunc(f)
}

// Run shows the corpus on the terminal until the reader quits, and restores the terminal however it ends: by a key, a
// signal, a panic, or the end of ctx.
func Run(ctx context.Context, c *corpus.Corpus, o Options, in io.Reader, out io.Writer) error {
	// Signals end ctx. bubbletea's own handler would wait for ever to hand its message to a loop that has ended with ctx.
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	o.Zone = cmp.Or(o.Zone, time.Local) //nolint:gosmopolitan // the reader's own time
	o.Painted = onceOf(o.Painted)
	defer o.Painted()
	if o.Plain {
		o.Painted()
		return runPlain(ctx, c, o, in, out)
	}
	m := New(ctx, c, o)
	m.line.on = true
	options := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out), tea.WithEnvironment(o.Environ),
		tea.WithoutSignalHandler(), tea.WithFilter(sampled(time.Now)),
	}
	if o.NoColor {
		options = append(options, tea.WithColorProfile(colorprofile.Ascii))
	}
	// The mode comes before bubbletea clears the screen: a row takes the mode in which it is cleared.
	if _, err := io.WriteString(out, pushTitle+term.Enter(m.terminal.choice)); err != nil {
		return fmt.Errorf("write to the terminal: %w", err)
	}
	_, err := tea.NewProgram(m, options...).Run()
	unwritten := m.finish() //nolint:contextcheck // ctx may have ended with the program, and what was decided is written all the same
	_, werr := io.WriteString(out, term.Leave(m.terminal.choice)+popTitle)
	switch {
	case unwritten != nil:
		return unwritten
	case errors.Is(err, tea.ErrInterrupted), ctx.Err() != nil:
		return nil
	case err != nil:
		return fmt.Errorf("run the screen: %w", err)
	case werr != nil && !errors.Is(werr, os.ErrClosed) && !errors.Is(werr, syscall.EIO):
		return fmt.Errorf("restore the terminal: %w", werr)
	}
	return nil
}
