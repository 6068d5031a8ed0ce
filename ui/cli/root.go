package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jarida/corpus"
	"jarida/corpus/digest"
	"jarida/corpus/triage"
	"jarida/ui"
	"jarida/ui/settings"
)

// newRoot makes the program's command with all others under it.
func newRoot(p *program) *cobra.Command {
	c := &cobra.Command{
		Use:   "jarida [DIR|FILE…]",
		Short: "Read a folder of Arabic news articles in the terminal",
		Long: `jarida opens a folder of articles and shows the list and the text side by side.

Without an argument it opens the folder named in the config file, else the articles built into the program. - is standard
input. Where the output is not a terminal it prints the list instead.`,
		Example: `  jarida ~/news
  jarida article.html
  ssh host jarida /srv/articles`,
		Version:       version(),
		Args:          cobra.ArbitraryArgs,
		SilenceUsage:  true,
		SilenceErrors: true,
		// As in cobra's own suggestions: two letters wrong.
		SuggestionsMinimumDistance: 2,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			return p.checkEnv()
		},
		RunE: func(cmd *cobra.Command, args []string) error { return p.read(cmd, args) },
	}
	c.SetVersionTemplate("jarida {{.Version}}\n")
	c.SetUsageTemplate(c.UsageTemplate() + "\n" + manSections[0][1] + "\n")
	c.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if value, ok := errors.AsType[*pflag.InvalidValueError](err); ok && errors.Is(err, strconv.ErrSyntax) {
			return fmt.Errorf("--%s %s: give a number; %s --help lists the flags", value.GetFlag().Name, value.GetValue(), cmd.CommandPath())
		}
		return fmt.Errorf("%w; %s --help lists the flags", err, cmd.CommandPath())
	})
	c.Flags().BoolP("version", "V", false, "print the version")
	c.Flags().BoolP("help", "h", false, "print this help")
	p.addBidi(c.Flags())
	p.addTashkeel(c.Flags())
	all := c.PersistentFlags()
	all.StringVarP(&p.folder, "directory", "C", "", "open the articles of `DIR`")
	all.StringVar(&p.config, "config", "", "read `FILE` instead of the default config file")
	all.StringVar(&p.state, "state", "", "keep what you decide in `FILE` instead of the default journal")
	all.BoolVar(&p.noColor, "no-color", false, "no colour")
	all.BoolVar(&p.plain, "plain", false, "the reader as lines of text, for screen readers: no boxes, nothing painted anew")
	all.BoolVar(&p.restricted, "restricted", false, "the reader opens no other program, exports nothing and uses no clipboard")
	addWord(all, &p.lang, "lang", "language of the reader's interface", settings.English, settings.Arabic)
	addWord(all, &p.layout, "layout", "side of the list in the reader: by the articles, right, left", "auto", "rtl", "ltr")
	c.AddCommand(newList(p), newShow(p), newEntities(p), newQuotes(p), newStories(p), newTimeline(p))
	c.AddCommand(newDigest(p), newSearch(p), newMark(p), newExport(p), newTerminal(p), newConfig(p), newMan(p))
	complete(c)
	// All fail only for a flag that does not exist.
	_ = c.MarkPersistentFlagDirname("directory")
	_ = c.MarkPersistentFlagFilename("config", "toml")
	_ = c.MarkPersistentFlagFilename("state", "jsonl")
	return c
}

// checkEnv reports what the environment says that makes no sense: the flags check themselves.
func (p *program) checkEnv() error {
	if mode := p.env("JARIDA_BIDI"); mode != "" && !slices.Contains(modes(), mode) {
		return fmt.Errorf("JARIDA_BIDI is %q: set it to one of %s", mode, strings.Join(modes(), ", "))
	}
	return nil
}

// read opens the reader, or prints the list where there is no terminal to show it on.
func (p *program) read(cmd *cobra.Command, args []string) error {
	ctx := cmd.Context()
	if !isTerminal(p.terminal) || p.dumb() {
		return p.suggest(cmd, args, p.list(ctx, args, false))
	}
	o := corpus.Options{Watch: true, Entities: true, Stories: true, Dates: true, Search: true, Cache: p.cache()}
	others := newLooks(entityFlags{})
	if o.Cache != nil {
		o.Lookers = others.lookers()
	}
	painted := make(chan struct{})
	o.After = painted
	j := p.journal(ctx, args)
	if j != nil {
		defer j.Close() //nolint:errcheck // every decision is on disk already
		o.Edits = corpus.EntityEdits(j.Entities())
	}
	c, err := p.openWith(ctx, args, o)
	if err != nil {
		return p.suggest(cmd, args, err)
	}
	defer c.Close()
	if c.Snapshot().Len() == 0 {
		return nothingError{"no articles in " + c.name}
	}
	in, closeInput, err := p.keyboard()
	if err != nil {
		return err
	}
	defer closeInput()
	var reading sync.WaitGroup
	defer reading.Wait()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	reading.Go(func() {
		defer p.makeRoom()()
		p.awaitReader(ctx, c, o, others)
	})
	return p.run(ctx, c, j, args, in, func() { close(painted) })
}

// keyboard gives the stream that keys come from: the terminal itself where standard input is something else.
func (p *program) keyboard() (in io.Reader, done func(), err error) {
	if isTerminal(p.stdin) {
		return p.stdin, func() {}, nil
	}
	tty, out, err := tea.OpenTTY()
	if err != nil {
		return nil, nil, fmt.Errorf("standard input is no terminal and no other was found (%w); print the list with: jarida list", err)
	}
	return tty, func() {
		_ = tty.Close() // it was only read
		_ = out.Close()
	}, nil
}

// suggest adds to the error for an argument that is no file the command that may have been meant.
func (p *program) suggest(cmd *cobra.Command, args []string, err error) error {
	if err == nil || len(args) == 0 || !errors.Is(err, errNoFile) {
		return err
	}
	if similar := cmd.SuggestionsFor(args[0]); len(similar) > 0 {
		return fmt.Errorf("%s: no such file, folder or command; did you mean jarida %s?", args[0], similar[0])
	}
	return err
}

// version gives the version that the Go tool stamped into the binary.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "unknown"
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%s takes no arguments, got %s", cmd.Name(), args[0])
	}
	return nil
}

// run shows the reader until it is left; painted is told of its first frame.
func (p *program) run(ctx context.Context, c opened, j *triage.Journal, args []string, in io.Reader, painted func()) error {
	o, err := p.uiOptions(c.name)
	if err != nil {
		return err
	}
	o.Painted = painted
	if o.Folders, err = p.openFolders(args); err != nil {
		return err
	}
	o.LastVisit = func(ctx context.Context) digest.Visit { return p.lastVisit(ctx, args) }
	if j != nil {
		o.Journal = j
		defer p.compactLater(ctx, j)()
	}
	err = ui.Run(ctx, c.Corpus, o, in, p.terminal)
	p.keepVisit(ctx, c.Snapshot(), args)
	return err
}
