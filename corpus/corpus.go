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

	"jarida/corpus/cache"
	"jarida/corpus/edition"
	"jarida/corpus/entity"
	"jarida/corpus/thread"
)

// Corpus is an open set of articles. Its methods may be called from any goroutine.
type Corpus struct {
	fsys    fs.FS // where the files are, nil for the disk
	keys    bool  // hashes of contents are asked for
	search  bool  // the index of the full text is asked for
	watched bool  // by somebody who looks at it meanwhile
	leaves  bool  // texts stay on the disk, also those that are read
	memory  *memory
	current atomic.Pointer[Snapshot]
	publish sync.Mutex // held while current is replaced
	changed chan struct{}
	stop    context.CancelFunc
	reading sync.WaitGroup
	read    chan struct{} // closed when the first reading has ended
	texts   chan struct{} // closed when all texts have been read that will be
	tagging *tagging      // nil where entities were not asked for
	telling *telling      // nil where stories were not asked for
	dating  *dating       // nil where mentioned days were not asked for
	taggers taggers
	quotes  sync.Pool // of *quote.Finder
	amounts sync.Pool // of *entity.AmountFinder
}

// Options say how a corpus is opened.
type Options struct {
	Stdin io.Reader       // what the argument "-" reads
	First int             // how many of the newest articles to have titles for before Open returns; 0 means 64
	After <-chan struct{} // the rest is read when this is closed, so that it takes no time from the first screen; nil: at once
	Watch bool            // follow what happens to the files after they were read; Changed then stays open until Close

	Search bool // index the full text of all articles while they are read
	Keys   bool // know articles by their contents: see Snapshot.Key; Search brings it, too

	// Cache is where what is computed is kept between runs, nil for nowhere. A corpus that is watched writes it by itself, another one
	// when Keep is called.
	Cache *cache.Store
	// Lazy leaves the texts of articles that the cache knows on the disk until they are loaded: for who looks at few of them. Where nothing is
	// found in the articles behind the reading, so do those that were read. A corpus that is watched reads them when all else is there.
	Lazy bool
	// Whole reads all of the index before it is asked, also where texts stay on the disk: else a query reads of it what it looks at, and finds out
	// only then that it is damaged. See search.Index.Damaged.
	Whole bool

	Entities bool          // find the entities of all articles, once they are read; Changed then stays open until Close
	Edits    entity.Edits  // the reader's corrections of entities, to begin with; see SetEdits
	Lookers  func() Looker // gives each goroutine that reads articles for entities its own; nil: nobody looks. Entities that were kept are not read.
	Stories  bool          // group the articles by text and event, behind the entities; Changed then stays open until Close
	Dates    bool          // find the days that the articles mention, behind the stories; Changed then stays open until Close
}

// lazy reports whether texts stay on the disk.
func (o *Options) lazy() bool { return o.Lazy && !o.Watch }

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
	m := newMemory(ctx, o.Cache, args, !o.lazy() || o.Whole)
	a.names = func() *keptFolders { return m.readFolders(ctx) }
	var reading sync.WaitGroup
	defer reading.Wait()
	if o.lazy() { // while the files are being listed, and put in order
		m.readAhead(&reading, o)
	}
	l, err := a.list(ctx, o.Stdin)
	if err != nil {
		if o.lazy() && o.Entities {
			m.close()
		}
		return nil, err
	}
	l.memory = m
	var w *watch
	if o.Watch {
		w = &watch{arguments: a, notify: newNotifier}
	}
	return open(ctx, l, o, w)
}

// OpenEdition opens the articles that are built into the binary. They have no standard input, and nothing to watch.
func OpenEdition(ctx context.Context, o Options) (*Corpus, error) {
	l, err := listFS(edition.FS())
	if err != nil {
		return nil, fmt.Errorf("opening the built-in edition: %w", err)
	}
	return open(ctx, l, o, nil)
}

// open reads a listing, and follows it with w unless that is nil.
func open(ctx context.Context, l listing, o Options, w *watch) (*Corpus, error) {
	first := o.First
	if first <= 0 {
		first = defaultFirst
	}
	ctx, stop := context.WithCancel(ctx)
	c := &Corpus{
		fsys: l.fsys, changed: make(chan struct{}, 1), read: make(chan struct{}), texts: make(chan struct{}), stop: stop,
		keys: o.Keys || o.Search || o.Cache != nil, search: o.Search,
		watched: o.Watch, leaves: o.lazy() && !o.Entities && !o.Stories && !o.Dates && l.fsys == nil,
	}
	if c.memory = l.memory; c.memory == nil {
		c.memory = newMemory(ctx, nil, nil, true)
	}
	c.memory.listedAt, c.memory.tagger = l.began, sync.OnceValues(c.taggers.take)
	if o.Entities {
		c.tagging = newTagging(c, o.Edits)
		c.tagging.lookers = o.Lookers
	}
	if o.Stories {
		c.telling = newTelling(c)
	}
	if o.Dates {
		c.dating = newDating(c)
	}
	b := newBuilder(c, l)
	if o.lazy() {
		b.recall()
	}
	if err := b.readFirst(ctx, first); err != nil {
		stop()
		return nil, err
	}
	c.reading.Go(func() { c.goOn(ctx, b, o, w) })
	return c, nil
}

// goOn does what is left behind the first screen, until all is done or ctx ends: where the files are watched, when that does.
func (c *Corpus) goOn(ctx context.Context, b *builder, o Options, w *watch) {
	defer close(c.changed)
	if o.Watch { // whoever has the corpus open looks at it
		ctx = thread.Behind(ctx)
	}
	thread.Enter(ctx)
	if o.After != nil {
		select {
		case <-o.After:
		case <-ctx.Done():
		}
	}
	var behind sync.WaitGroup
	defer behind.Wait()
	goBehind := func(do func(context.Context)) {
		behind.Go(func() {
			thread.Enter(ctx)
			do(ctx)
		})
	}
	if c.tagging != nil {
		goBehind(c.tagging.run)
	}
	if c.telling != nil {
		goBehind(c.telling.run)
	}
	if c.dating != nil {
		goBehind(c.dating.run)
	}
	c.readFiles(ctx, b, o)
	if o.Watch && ctx.Err() == nil {
		b.mergeText(ctx)
		goBehind(c.keepBehind)
	}
	if w != nil && ctx.Err() == nil {
		w.follow(ctx, b)
	}
}

// readFiles reads what the first screen does not show.
func (c *Corpus) readFiles(ctx context.Context, b *builder, o Options) {
	if !o.lazy() {
		b.recall()
	}
	b.readRest(ctx)
	if !o.lazy() && !o.Watch {
		b.readTexts(ctx)
	}
	close(c.read)
	defer close(c.texts)
	if !o.Watch {
		return
	}
	for _, restored := range c.restored() { // what was kept is there at once, if the texts do not come before it
		waitFor(ctx, restored)
	}
	b.readTexts(ctx)
}

// restored gives what is closed when the stages have what was kept.
func (c *Corpus) restored() (all []<-chan struct{}) {
	if c.tagging != nil {
		all = append(all, c.tagging.restored)
	}
	if c.telling != nil {
		all = append(all, c.telling.restored)
	}
	if c.dating != nil {
		all = append(all, c.dating.restored)
	}
	return all
}

// Snapshot gives the newest snapshot. It never blocks.
func (c *Corpus) Snapshot() *Snapshot { return c.current.Load() }

// publishFiles makes a snapshot of the files the newest, with what the stages behind the reading found in the one before.
func (c *Corpus) publishFiles(s *Snapshot) {
	c.publish.Lock()
	if old := c.current.Load(); old != nil {
		s.tagged, s.told, s.dated = old.tagged, old.told, old.dated
	}
	c.current.Store(s)
	c.publish.Unlock()
	if c.tagging != nil {
		c.tagging.stir()
	}
	if c.telling != nil {
		c.telling.stir()
	}
	if c.dating != nil {
		c.dating.stir()
	}
	c.tell()
}

// amend makes the newest snapshot, with what changes it, the newest.
func (c *Corpus) amend(change func(s *Snapshot)) {
	c.publish.Lock()
	s := *c.current.Load()
	change(&s)
	c.current.Store(&s)
	c.publish.Unlock()
	c.tell()
}

// tell tells of a newer snapshot.
func (c *Corpus) tell() {
	select {
	case c.changed <- struct{}{}:
	default: // a value is waiting: whoever takes it finds this snapshot
	}
}

// Changed receives a value when there is a newer snapshot than the last one received for; it is closed when no more will come.
func (c *Corpus) Changed() <-chan struct{} { return c.changed }

// ErrClosed says that reading was stopped before everything was read.
var ErrClosed = errors.New("reading was stopped")

// Wait waits until all files that were there have been read, and indexed where that was asked for. It gives ErrClosed where the reading was stopped before.
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

// WaitTexts waits until all texts are in memory that will be: in a corpus that is watched those that the cache knows come behind what it knows of them.
func (c *Corpus) WaitTexts(ctx context.Context) error {
	if !waitFor(ctx, c.texts) {
		return ctx.Err()
	}
	return nil
}

// Close stops reading, watching and finding entities, stories and days, and waits for their goroutines. Snapshots stay valid, and Load goes on working.
func (c *Corpus) Close() {
	c.stop()
	c.reading.Wait()
}
