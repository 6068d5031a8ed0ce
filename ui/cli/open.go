package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"jarida/corpus"
)

// opened is a corpus and what it is called.
type opened struct {
	*corpus.Corpus
	name string // what was opened, fit to print
}

// open opens what the arguments name, for a command; without any, the folder of -C, of the config file, or the built-in edition.
func (p *program) open(ctx context.Context, args []string) (opened, error) {
	return p.openWith(ctx, args, corpus.Options{First: 1})
}

// openWith is open with the options of the corpus; standard input is added to them.
func (p *program) openWith(ctx context.Context, args []string, o corpus.Options) (opened, error) {
	if len(args) > 0 && p.folder != "" {
		return opened{}, errors.New("name the folder once: with -C or as an argument")
	}
	if len(args) == 0 {
		folder, err := p.defaultFolder()
		if err != nil {
			return opened{}, err
		}
		if folder == "" {
			c, err := corpus.OpenEdition(ctx, o)
			if err != nil {
				return opened{}, fmt.Errorf("open the built-in edition: %w", err)
			}
			return opened{c, "jarida"}, nil
		}
		args = []string{folder}
	}
	if p.env("GOGC") == "" {
		p.collector.rest(percentWith(o))
	}
	o.Stdin = p.stdin
	c, err := corpus.Open(ctx, args, o)
	if err != nil {
		return opened{}, explain(args, err)
	}
	p.collector.listed(c.Snapshot().Len())
	return opened{c, title(args)}, nil
}

// percentWith gives how much garbage may lie about while articles are opened so.
func percentWith(o corpus.Options) int {
	switch {
	case o.Entities && !o.Search && !o.Stories:
		return namesPercent
	case o.Entities || o.Stories || o.Dates:
		return textsPercent
	}
	return usualPercent
}

// openFolders gives the folders that the arguments name; without any, the one that is opened then.
func (p *program) openFolders(args []string) (folders []string, err error) {
	if len(args) == 0 {
		folder, err := p.defaultFolder()
		if err != nil {
			return nil, err
		}
		args = []string{folder}
	}
	for _, arg := range args {
		if info, err := os.Stat(arg); err == nil && info.IsDir() {
			folders = append(folders, arg)
		}
	}
	return folders, nil
}

// openKept is openWith for what the cache has, and writes to it behind the command what it has not. Texts that nobody looks at stay on the
// disk.
func (p *program) openKept(ctx context.Context, args []string, o corpus.Options) (opened, error) {
	o.Cache, o.Lazy = p.cache(), true
	c, err := p.openWith(ctx, args, o)
	if err == nil {
		p.behind = func() { _ = c.Keep(ctx) } // the next command takes longer
	}
	return c, err
}

// beginBehind begins with what is to be done behind the command: all that it is about is there, and what is left to do takes one core.
func (p *program) beginBehind() {
	work, done := p.behind, make(chan struct{})
	if work == nil {
		return
	}
	go func() {
		defer close(done)
		work()
	}()
	p.behind = func() { <-done }
}

// openRead is openKept, and waits until all has been read, and found that is asked for. It tells of the warnings; a folder without articles
// is an error. What is opened is closed where it gives one.
func (p *program) openRead(ctx context.Context, args []string, o corpus.Options) (opened, error) {
	c, err := p.openKept(ctx, args, o)
	if err != nil {
		return opened{}, err
	}
	if err := p.awaitAll(ctx, c, o); err != nil {
		return opened{}, err
	}
	if c.Snapshot().Len() == 0 {
		c.Close()
		return opened{}, nothingError{"no articles in " + c.name}
	}
	return c, nil
}

// awaitTexts waits until all has been read. Much garbage may lie about until the texts are there, too: next to nothing is where they come from the cache.
func (p *program) awaitTexts(ctx context.Context, c opened) error {
	err := c.Wait(ctx)
	if err == nil {
		err = c.WaitTexts(ctx)
	}
	if err == nil {
		p.collector.read()
	}
	return err
}

// awaitFound waits until all has been read, and found that is asked for.
func (p *program) awaitFound(ctx context.Context, c opened, o corpus.Options) error {
	err := p.awaitTexts(ctx, c)
	if err == nil && o.Entities {
		err = c.WaitEntities(ctx)
	}
	if err == nil && o.Stories {
		err = c.WaitStories(ctx)
	}
	if err == nil && o.Dates {
		err = c.WaitDates(ctx)
	}
	return err
}

// awaitAll does the same, and tells of the warnings. What is open is closed where it gives an error.
func (p *program) awaitAll(ctx context.Context, c opened, o corpus.Options) error {
	err := p.awaitFound(ctx, c, o)
	if err != nil {
		c.Close()
		return fmt.Errorf("read %s: %w", c.name, err)
	}
	for _, w := range c.Snapshot().Warnings() {
		p.complain(w)
	}
	return nil
}

// errNoFile says that an argument names nothing.
var errNoFile = errors.New("there is no such file, folder or command")

// explain says what to do where an argument names nothing: it may have been meant for a command.
func explain(args []string, err error) error {
	for _, arg := range args {
		if arg != "-" && !exists(arg) {
			return fmt.Errorf("%s: %w; jarida --help lists the commands", arg, errNoFile)
		}
	}
	return err
}

// exists reports whether there is such a file. One that cannot be looked at is taken to exist: opening it says why.
func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// title names what is open: the folder's or file's own name.
func title(args []string) string {
	if args[0] == "-" {
		return "-"
	}
	name := filepath.Base(args[0])
	if abs, err := filepath.Abs(args[0]); err == nil {
		name = filepath.Base(abs)
	}
	if len(args) > 1 {
		name = fmt.Sprintf("%s +%d", name, len(args)-1)
	}
	return visible(name)
}
