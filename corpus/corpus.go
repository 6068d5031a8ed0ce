// Package corpus is a folder of articles held in memory: opened at once, filled in the background, read through immutable snapshots.
package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"jarida/corpus/article"
	"jarida/corpus/calendar"
	"jarida/corpus/edition"
)

// Corpus is an open set of articles. Its methods may be called from any goroutine.
type Corpus struct {
	listing listing
	current atomic.Pointer[Snapshot]
	changed chan struct{}
	stop    context.CancelFunc
	reading sync.WaitGroup
	ended   chan struct{} // closed when no snapshot will follow
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
// What is reached twice under one id is listed once. Ids have slashes on every system.
//
// Folders are read with all below them: .txt, .text, .md, .html, .htm and .mhtml, each also with .gz, and files without an extension
// that hold text. Hidden files and folders, the folders that browsers save beside a page, other types, and files
// over article.MaxBytes are skipped and counted. A file that is named itself is read whatever its extension.
func Open(ctx context.Context, args []string, o Options) (*Corpus, error) {
	l, err := list(ctx, args, o.Stdin)
	if err != nil {
		return nil, err
	}
	return open(ctx, l, o.First)
}

// OpenEdition opens the articles that are built into the binary.
func OpenEdition(ctx context.Context) (*Corpus, error) {
	l, err := listFS(edition.FS())
	if err != nil {
		return nil, fmt.Errorf("opening the built-in edition: %w", err)
	}
	return open(ctx, l, 0)
}

func open(ctx context.Context, l listing, first int) (*Corpus, error) {
	if first <= 0 {
		first = defaultFirst
	}
	ctx, stop := context.WithCancel(ctx)
	c := &Corpus{listing: l, changed: make(chan struct{}, 1), ended: make(chan struct{}), stop: stop}
	b := newBuilder(c)
	if err := b.readFirst(ctx, first); err != nil {
		stop()
		return nil, err
	}
	c.reading.Go(func() {
		defer close(c.ended)
		defer close(c.changed)
		b.readRest(ctx)
	})
	return c, nil
}

// Snapshot gives the newest snapshot. It never blocks.
func (c *Corpus) Snapshot() *Snapshot { return c.current.Load() }

// Changed receives a value when there is a newer snapshot than the last one received for; it is closed when no more will come.
func (c *Corpus) Changed() <-chan struct{} { return c.changed }

// ErrDeleted is the error of Load for an article that was in the list and is no longer.
var ErrDeleted = errors.New("The file was deleted.") //nolint:revive,staticcheck // a sentence for the screen, as all problems are

// ErrClosed says that reading was stopped before everything was read.
var ErrClosed = errors.New("reading was stopped")

// Wait waits until everything has been read. It gives ErrClosed where the reading was stopped before.
func (c *Corpus) Wait(ctx context.Context) error {
	select {
	case <-c.ended:
	case <-ctx.Done():
		return ctx.Err()
	}
	if !c.Snapshot().Progress().Done {
		return ErrClosed
	}
	return nil
}

// Close stops the reading and waits for its goroutines. Snapshots stay valid, and Load goes on working.
func (c *Corpus) Close() {
	c.stop()
	c.reading.Wait()
}

// Load gives an article with its text, reading the file where the background has not come to it yet. The error of an article that
// cannot be read is its Problem; the Document then has its Entry alone.
func (c *Corpus) Load(ctx context.Context, doc Doc) (Document, error) {
	if err := ctx.Err(); err != nil {
		return Document{}, err
	}
	if doc < 0 || int(doc) >= len(c.listing.files) {
		return Document{}, fmt.Errorf("no article has the number %d", doc)
	}
	s := c.Snapshot()
	if s.Index(doc) < 0 {
		return Document{}, fmt.Errorf("number %d is no article", doc)
	}
	entry := s.entry(doc)
	src, ok := s.Source(doc)
	if !ok && !entry.Failed {
		var r reader
		found := r.read(&c.listing, doc)
		if found.drop {
			return Document{}, fmt.Errorf("number %d is no article", doc)
		}
		entry, src = found.entry, found.source
	}
	if entry.Failed {
		return Document{Entry: entry}, errors.New(entry.Problem)
	}
	parts := article.Parse(src, entry.Path)
	return Document{Entry: entry, Source: src, Article: parts[entry.Part-1], Parts: parts}, nil
}

// Doc numbers an entry of the corpus: stable over all snapshots of one Corpus.
type Doc int32

// Document is an article with its text and blocks.
type Document struct {
	Entry   Entry
	Source  article.Source // of the whole file
	Article article.Article
	Parts   []article.Article // of the whole file; Article is one of them
}

// Entry is what a list shows of one article.
type Entry struct {
	Doc     Doc
	ID      string // FILE, or FILE#2 … for later parts
	Part    int    // 1 for the main article of a file, 2, 3 … for later parts
	Parent  string // id of the main article, "" for one itself
	Path    string // relative to the folder, as the file system has it: not safe to print
	Title   string // "" until it has been read
	Date    calendar.Date
	Source  string
	Byline  string
	Section string
	Words   int
	Problem string // why it cannot be read, or what is odd about it; "" for none
	Failed  bool   // it cannot be read: Problem says why
}

// Progress says how far the reading has come.
type Progress struct {
	Files   int // articles listed
	Read    int // of these, read and parsed (or failed)
	Skipped int // files left out: other types, too large, hidden
	Failed  int
	Bytes   int64 // source text in memory
	Done    bool  // everything is read, and the order is by the articles' own dates
}
