package corpus

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"jarida/corpus/cache"
	"jarida/corpus/entity"
	"jarida/corpus/search"
	"jarida/corpus/thread"
)

// What was expensive is kept between runs in several caches, so that each command reads what it needs, and writes what it has computed beside
// what others have: the list, the index of the full text, the entities. Each of them says for itself which articles it is of.

// kind is one of the caches of a corpus: what it holds, and the form of it. The form is raised when that changes, or when articles are read in
// another way.
type kind string

const (
	listKind     kind = "list 6"
	textKind     kind = "text 5"
	entitiesKind kind = "entities 1"
	storiesKind  kind = "stories 1"
	datesKind    kind = "dates 1"
	sourcesKind  kind = "sources 1"
)

const (
	articlesSection = "articles" // which articles a cache is of: see keptArticles
	textSection     = "text %d"  // a segment of the index
)

// memory is what a corpus keeps between runs.
type memory struct {
	store *cache.Store
	name  []string // nil where nothing is kept

	listedAt time.Time // when the listing began by which files are known
	stamps   []stamp   // of the files of the listing, by Doc, once it has been recalled
	list     share
	text     share
	texts    share

	readList func() (keptList, bool) // the first call reads it
	readText func() (keptText, bool)

	readEntities func() (*keptEntities, bool)
	tagger       func() (*entity.Tagger, error) // for the lists of names; the first call makes it
}

// share is how much of a cache is still right.
type share struct {
	held atomic.Int64 // files, or articles, that are as they were when they were kept
	lost atomic.Int64 // those that are not, or are gone
}

// newMemory gives what is kept of the articles that some arguments name.
// whole says that all of the index is read before it is asked.
func newMemory(ctx context.Context, store *cache.Store, args []string, whole bool) *memory {
	m := &memory{store: store, name: keptName(args)}
	m.readList = sync.OnceValues(func() (l keptList, ok bool) {
		f, ok := m.open(listKind)
		if !ok {
			return l, false
		}
		defer f.Close()
		data, ok := f.Section(ctx, listSection)
		if !ok {
			return l, false
		}
		return openList(data)
	})
	m.readText = sync.OnceValues(func() (keptText, bool) {
		f, ok := m.open(textKind)
		if !ok {
			return keptText{}, false
		}
		return openText(ctx, f, whole)
	})
	m.readEntities = sync.OnceValues(func() (*keptEntities, bool) { return openEntities(ctx, m) })
	return m
}

// readFolders reads the names in folders, nil where they are not kept.
func (m *memory) readFolders(ctx context.Context) *keptFolders {
	f, ok := m.open(listKind)
	if !ok {
		return nil
	}
	defer f.Close()
	data, ok := f.Section(ctx, foldersSection)
	if !ok {
		return nil
	}
	k, ok := openFolders(data)
	if !ok {
		return nil
	}
	return k
}

// readAhead begins to read what will be asked for.
func (m *memory) readAhead(reading *sync.WaitGroup, o Options) {
	if !m.on() {
		return
	}
	list, text, entities := m.readList, m.readText, m.readEntities // which are forgotten when they have been used
	reading.Go(func() { _, _ = list() })
	if o.Search {
		reading.Go(func() { _, _ = text() })
	}
	if o.Entities {
		reading.Go(func() { _, _ = entities() })
	}
}

// close gives back what was read in vain.
func (m *memory) close() {
	if k, ok := m.readEntities(); ok {
		k.close()
	}
}

// keptName names what is kept of some arguments; nil where nothing is: standard input is another one each time.
func keptName(args []string) []string {
	var name []string
	for _, arg := range args {
		path, err := filepath.Abs(arg)
		if arg == "-" || err != nil {
			return nil
		}
		name = append(name, path)
		if len(args) > 1 { // ids begin with it
			name = append(name, filepath.Clean(arg))
		}
	}
	return name
}

// on reports whether anything is kept.
func (m *memory) on() bool { return m != nil && m.store != nil && m.name != nil }

// open opens a cache.
func (m *memory) open(k kind) (*cache.File, bool) {
	if !m.on() {
		return nil, false
	}
	return m.store.Open(m.named(k)...)
}

// named gives the name of a cache in the store.
func (m *memory) named(k kind) []string { return append([]string{string(k)}, m.name...) }

// section is a part of a cache to be written.
type section struct {
	name   string
	pieces iter.Seq[[]byte]
}

// save writes a cache.
func (m *memory) save(ctx context.Context, k kind, sections ...section) error {
	return m.store.Save(ctx, func(w *cache.Writer) error {
		for _, s := range sections {
			if err := w.SectionFrom(s.name, s.pieces); err != nil {
				return err
			}
		}
		return nil
	}, m.named(k)...)
}

const (
	// fewFiles is how many files may be read in each run rather than write everything anew: that takes ten milliseconds, and writing half
	// a second.
	fewFiles = 256
	// fewShare is the share of them that is little, and lostShare that of what is kept in vain.
	fewShare, lostShare = 20, 4
)

// worth reports whether what can be kept, so many files or articles, is enough more than what is.
func (s *share) worth(all int) bool {
	fresh, lost := all-int(s.held.Load()), int(s.lost.Load())
	return fresh > fewFiles || fresh*fewShare > all || lost*lostShare > all
}

// Keep writes to the cache what the next run need not compute again. It is for when all is there that was asked for: what is not, is not
// kept. It takes a second for 100,000 articles that nothing was kept of, and next to nothing where all of it came from the cache; without
// Options.Cache it does nothing. What cannot be written is no harm, and the error only says why.
func (c *Corpus) Keep(ctx context.Context) error {
	return errors.Join(c.keepRead(ctx), c.tagging.keep(ctx), c.telling.keep(ctx), c.dating.keep(ctx))
}

// keepRead writes what was read.
func (c *Corpus) keepRead(ctx context.Context) error {
	m, s := c.memory, c.Snapshot()
	if !m.on() || !s.progress.Done || !m.list.worth(s.progress.Files) && (s.full == nil || !m.text.worth(s.indexed)) {
		return nil
	}
	k, numbers := numberKept(s, m.listedAt)
	if k.none() {
		return nil
	}
	var list error
	var keeping sync.WaitGroup
	keeping.Go(func() { // which one core does, while the others merge
		thread.Enter(ctx)
		list = c.keepList(ctx, s, k, numbers)
	})
	text := c.keepText(ctx, s, k, numbers)
	keeping.Wait()
	return errors.Join(list, text)
}

// keepBehind writes everything as it comes, for a corpus that stays open.
func (c *Corpus) keepBehind(ctx context.Context) {
	_ = c.keepRead(ctx) // a cache that cannot be written is none
	if c.tagging != nil && waitFor(ctx, c.tagging.first) {
		_ = c.tagging.keep(ctx)
	}
	if c.telling != nil && waitFor(ctx, c.telling.first) {
		_ = c.telling.keep(ctx)
	}
	if c.dating != nil && waitFor(ctx, c.dating.first) {
		_ = c.dating.keep(ctx)
	}
	_ = c.keepTexts(ctx)
}

// waitFor waits for what is closed then, and reports whether it was before ctx ended.
func waitFor(ctx context.Context, done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	case <-ctx.Done():
		return false
	}
}

// keptText is what is kept of the full text.
type keptText struct {
	articles keptArticles
	segments []*search.Segment
}

// openText reads what keepText has written; false where it is damaged. Where not the whole of it is asked for, what queries find is read where they
// look, and the file stays open as long as they may.
func openText(ctx context.Context, f *cache.File, whole bool) (t keptText, ok bool) {
	defer func() {
		if whole || !ok {
			f.Close()
		}
	}()
	if t.articles, ok = readArticles(ctx, f); !ok {
		return t, false
	}
	for i := range f.Sections() - 1 {
		s, ok := openSegment(ctx, f, fmt.Sprintf(textSection, i), whole)
		if !ok {
			return t, false
		}
		for d := range s.Docs {
			if int(d) >= t.articles.articles() {
				return t, false
			}
		}
		t.segments = append(t.segments, s)
	}
	return t, true
}

// openSegment opens a segment of the index, whole or paged.
func openSegment(ctx context.Context, f *cache.File, name string, whole bool) (s *search.Segment, ok bool) {
	var err error
	if whole {
		data, ok := f.Section(ctx, name)
		if !ok {
			return nil, false
		}
		s, err = search.OpenSegment(data)
	} else {
		pages, ok := f.Paged(name)
		if !ok {
			return nil, false
		}
		s, err = search.OpenPaged(pages)
	}
	return s, err == nil
}

// keepText writes the index of the full text, if it has more than a little that is not kept.
func (c *Corpus) keepText(ctx context.Context, s *Snapshot, k keptArticles, numbers []int32) error {
	if s.full == nil || !c.memory.text.worth(s.indexed) {
		return nil
	}
	segments, err := s.full.MergeBinary(ctx, func(doc int32) int32 { return numbers[doc] })
	switch {
	case err != nil && s.full.Damaged(): // where no query has looked: each run would read the same files, and fail to keep them
		return errors.Join(err, c.memory.store.Remove(c.memory.named(textKind)...))
	case err != nil:
		return err
	}
	sections := []section{{articlesSection, k.pieces()}}
	for i, segment := range segments {
		sections = append(sections, section{fmt.Sprintf(textSection, i), slices.Values(segment)})
	}
	return c.memory.save(ctx, textKind, sections...)
}
