// Package corpus is a folder of articles held in memory: opened at once, filled in the background, read through immutable snapshots.
package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"
	"sync/atomic"

	"jarida/corpus/edition"
)

// Corpus is an open set of articles. Its methods may be called from any goroutine.
type Corpus struct {
	fsys    fs.FS // where the files are, nil for the disk
	current atomic.Pointer[Snapshot]
	changed chan struct{}
	stop    context.CancelFunc
	reading sync.WaitGroup
	read    chan struct{} // closed when the first reading has ended
}

// Options say how a corpus is opened.
type Options struct {
	Stdin io.Reader // what the argument "-" reads
	First int       // how many of the newest articles to have titles for before Open returns; 0 means 64
	Watch bool      // follow what happens to the files after they were read; Changed then stays open until Close
}

// defaultFirst fills the list of a terminal of 60 rows.
const defaultFirst = 64

// Open lists the named folders and files, reads the titles of the newest First articles and starts reading the rest in the
// background. Cancelling ctx, or Close, stops that at once. An argument that cannot be read at all is an error.
//
// The id of an article is its path below the folder that is the only argument; a file that is the only argument has its base
// name, "-" is "-". With several arguments an id begins with the argument as it was given, without "./" and doubled slashes.
// What is reached twice under one id is listed once. Ids have slashes on every system. The later articles of a file have #2, #3 …
// behind the id; a path that ends in # and digits itself has #1 behind it.
//
// Folders are read with all below them: .txt, .text, .md, .html, .htm and .mhtml, each also with .gz, and files without an extension
// that hold text. Hidden files and folders, the folders that browsers save beside a page, other types, and files
// over article.MaxBytes are skipped and counted. A file that is named itself is read whatever its extension.
//
// A watched corpus follows all that by the same rules: at rest it holds what a new Open would find. Where the system cannot watch,
// a warning says so. The targets of links to files are looked at when something else changes.
func Open(ctx context.Context, args []string, o Options) (*Corpus, error) {
	a := &arguments{args: args}
	l, err := a.list(ctx, o.Stdin)
	if err != nil {
		return nil, err
	}
	var w *watch
	if o.Watch {
		w = &watch{arguments: a, notify: newNotifier}
	}
	return open(ctx, l, o.First, w)
}

// OpenEdition opens the articles that are built into the binary.
func OpenEdition(ctx context.Context) (*Corpus, error) {
	l, err := listFS(edition.FS())
	if err != nil {
		return nil, fmt.Errorf("opening the built-in edition: %w", err)
	}
	return open(ctx, l, 0, nil)
}

// open reads a listing, and follows it with w unless that is nil.
func open(ctx context.Context, l listing, first int, w *watch) (*Corpus, error) {
	if first <= 0 {
		first = defaultFirst
	}
	ctx, stop := context.WithCancel(ctx)
	c := &Corpus{fsys: l.fsys, changed: make(chan struct{}, 1), read: make(chan struct{}), stop: stop}
	b := newBuilder(c, l)
	if err := b.readFirst(ctx, first); err != nil {
		stop()
		return nil, err
	}
	c.reading.Go(func() {
		defer close(c.changed)
		b.readRest(ctx)
		close(c.read)
		if w != nil && ctx.Err() == nil {
			w.follow(ctx, b)
		}
	})
	return c, nil
}

// Snapshot gives the newest snapshot. It never blocks.
func (c *Corpus) Snapshot() *Snapshot { return c.current.Load() }

// Changed receives a value when there is a newer snapshot than the last one received for; it is closed when no more will come.
func (c *Corpus) Changed() <-chan struct{} { return c.changed }

// ErrClosed says that reading was stopped before everything was read.
var ErrClosed = errors.New("reading was stopped")

// Wait waits until all files that were there have been read. It gives ErrClosed where the reading was stopped before.
func (c *Corpus) Wait(ctx context.Context) error {
	select {
	case <-c.read:
	case <-ctx.Done():
		return ctx.Err()
	}
	if !c.Snapshot().Progress().Done {
		return ErrClosed
	}
	return nil
}

// Close stops reading and watching and waits for their goroutines. Snapshots stay valid, and Load goes on working.
func (c *Corpus) Close() {
	c.stop()
	c.reading.Wait()
}
