// Package corpus is a folder of articles held in memory: opened at once, filled in the background, read through immutable snapshots.
package corpus

import (
	"context"
	"io"

	"jarida/corpus/article"
	"jarida/corpus/calendar"
)

// Corpus is an open set of articles. Its methods may be called from any goroutine.
type Corpus struct{}

// Options say how a corpus is opened.
type Options struct {
	Stdin io.Reader // what the argument "-" reads
	First int       // how many of the newest articles to have titles for before Open returns; 0 means 64
}

// Open lists the named folders and files, reads the titles of the newest First articles and starts reading the rest in the
// background. Cancelling ctx, or Close, stops that at once. An argument that cannot be read at all is an error.
func Open(ctx context.Context, args []string, o Options) (*Corpus, error) { return nil, nil }

// OpenEdition opens the articles that are built into the binary.
func OpenEdition(ctx context.Context) (*Corpus, error) { return nil, nil }

// Snapshot gives the newest snapshot. It never blocks.
func (c *Corpus) Snapshot() *Snapshot { return nil }

// Changed receives a value when there is a newer snapshot than the last one received for; it is closed when no more will come.
func (c *Corpus) Changed() <-chan struct{} { return nil }

// Wait waits until everything has been read.
func (c *Corpus) Wait(ctx context.Context) error { return nil }

// Close stops the reading and waits for its goroutines.
func (c *Corpus) Close() {}

// Load gives an article with its text, reading the file where the background has not come to it yet.
func (c *Corpus) Load(ctx context.Context, doc Doc) (Document, error) { return Document{}, nil }

// Doc numbers an entry of the corpus: stable over all snapshots of one Corpus.
type Doc int32

// Document is an article with its text and blocks.
type Document struct {
	Entry   Entry
	Source  article.Source
	Article article.Article
}

// Entry is what a list shows of one article.
type Entry struct {
	Doc     Doc
	ID      string // FILE, or FILE#2 … for later parts
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

// Snapshot is the corpus at one moment. It is immutable and may be kept.
type Snapshot struct{}

// Len gives the number of entries.
func (s *Snapshot) Len() int { return 0 }

// At gives the i-th entry in the order of the list, newest first.
func (s *Snapshot) At(i int) Entry { return Entry{} }

// Index gives the place of an entry in the order of the list, -1 if it is not there.
func (s *Snapshot) Index(d Doc) int { return -1 }

// Lookup finds an entry by its id.
func (s *Snapshot) Lookup(id string) (Entry, bool) { return Entry{}, false }

// Progress says how far the reading has come.
func (s *Snapshot) Progress() Progress { return Progress{} }

// Warnings are the problems that belong to no entry (unreadable folders and the like).
func (s *Snapshot) Warnings() []string { return nil }

// RTL reports whether most of the titles read so far run from right to left (true where there are none).
func (s *Snapshot) RTL() bool { return true }
