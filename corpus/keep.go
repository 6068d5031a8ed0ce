package corpus

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"jarida/corpus/cache"
	"jarida/corpus/search"
)

// The sections of the cache of a corpus.
const (
	filesSection = "files"
	textSection  = "text %d" // a segment of the index
)

// memory is what a corpus keeps between runs.
type memory struct {
	store *cache.Store
	name  []string                    // nil where nothing is kept
	read  func() (recollection, bool) // reads what is kept; the first call does

	listedAt time.Time    // when the listing began by which files are known
	recalled atomic.Int64 // files that are as they were when they were kept
	lost     atomic.Int64 // files that are not, or are gone
}

// newMemory gives what is kept of the articles that some arguments name.
func newMemory(ctx context.Context, store *cache.Store, args []string) *memory {
	m := &memory{store: store, name: keptName(args)}
	m.read = sync.OnceValues(func() (recollection, bool) {
		if m.store == nil || m.name == nil {
			return recollection{}, false
		}
		sections, ok := m.store.Load(ctx, m.name...)
		if !ok {
			return recollection{}, false
		}
		return recollect(sections)
	})
	return m
}

// recollection is what was kept.
type recollection struct {
	files    []keptFile
	segments []*search.Segment
	indexed  search.Set // the articles of the segments, by the numbers that they had
	highest  int32      // of these
}

// recollect reads the sections of a cache.
func recollect(sections cache.Sections) (r recollection, ok bool) {
	for i := range len(sections) - 1 {
		s, err := search.OpenSegment(sections[fmt.Sprintf(textSection, i)])
		if err != nil {
			return recollection{}, false
		}
		r.segments = append(r.segments, s)
		for d := range s.Docs {
			if d > mostNumbers {
				return recollection{}, false
			}
			r.indexed, r.highest = r.indexed.With(d), max(r.highest, d)
		}
	}
	d := cache.NewDecoder(string(sections[filesSection]))
	for d.More() {
		r.files = append(r.files, decodeFile(d))
	}
	return r, !d.Failed()
}

// mostNumbers is far more than there are articles in a corpus: a table by them must not take all memory.
const mostNumbers = 1 << 26

// Keep writes to the cache what the next run need not compute again, if that is more than a little. It is for when all has been read, and
// takes a second for 100,000 articles; without Options.Cache and Options.Search it does nothing. What cannot be written is no harm, and the
// error only says why.
func (c *Corpus) Keep(ctx context.Context) error {
	m, s := c.memory, c.Snapshot()
	if m.store == nil || m.name == nil || s.full == nil || !s.progress.Done || !m.worth(s.progress.Files+s.progress.Skipped) {
		return nil
	}
	files := keptFiles(s, m.listedAt)
	if !m.worth(len(files)) {
		return nil
	}
	withHeadings(s, files)
	var e cache.Encoder
	for i := range files {
		files[i].encode(&e)
	}
	index, err := s.full.Merge(ctx)
	if err != nil {
		return err
	}
	return m.store.Save(ctx, func(w *cache.Writer) error {
		if err := w.Section(filesSection, e.Bytes()); err != nil {
			return err
		}
		for i, segment := range index.Segments() {
			if err := w.Section(fmt.Sprintf(textSection, i), segment.Binary()...); err != nil {
				return err
			}
		}
		return nil
	}, m.name...)
}

const (
	// fewFiles is how many files may be read in each run rather than write everything anew: that takes ten milliseconds, and writing a
	// second.
	fewFiles = 256
	// fewShare is the share of them that is little, and lostShare that of the files which are kept in vain.
	fewShare, lostShare = 20, 4
)

// worth reports whether what can be kept is enough more than what is.
func (m *memory) worth(files int) bool {
	fresh, lost := files-int(m.recalled.Load()), int(m.lost.Load())
	return fresh > fewFiles || fresh*fewShare > files || lost*lostShare > files
}

// recall takes from the cache what is known of the files of the listing. With lazy their texts stay on the disk.
func (b *builder) recall(lazy bool) {
	kept, ok := b.corpus.memory.read()
	if !ok || b.fullText == nil {
		return
	}
	numbers := make([]Doc, kept.highest+1) // by the numbers that the articles had
	for d := range numbers {
		numbers[d] = -1
	}
	found := 0
	at := Doc(0)
	for i := range kept.files {
		k := &kept.files[i]
		for at < b.first && b.file(at).compare(&k.file) < 0 {
			at++
		}
		if at < b.first && b.unchanged(at, k, kept.indexed) {
			b.recallFile(at, k, numbers, lazy)
			found++
		}
	}
	b.corpus.memory.recalled.Store(int64(found))
	b.corpus.memory.lost.Store(int64(len(kept.files) - found))
	b.fullText.recall(kept.segments, numbers)
}

// unchanged reports whether a file of the listing is the one that was kept, with all its articles in the index.
func (b *builder) unchanged(d Doc, k *keptFile, indexed search.Set) bool {
	f := b.file(d)
	if f.name != k.name || f.size != k.size || f.modified != k.modified || f.changed != k.changed || f.content != nil || f.problem != "" {
		return false
	}
	for i := range k.articles {
		if !indexed.Has(int32(k.articles[i].doc)) {
			return false
		}
	}
	return k.dropped != (len(k.articles) > 0)
}

// recallFile takes a file from the cache.
func (b *builder) recallFile(d Doc, k *keptFile, numbers []Doc, lazy bool) {
	f := b.file(d)
	main := mainEntry(d, f)
	if lazy && k.dropped {
		b.add(result{file: f, entry: main, drop: true})
	}
	for i := range k.articles {
		a := &k.articles[i]
		e := main
		if i > 0 {
			e = Entry{ID: PartID(f.name, i+1), Parent: main.ID, Path: f.name, Part: i + 1}
			e.Doc = b.numberPart(e.ID)
		}
		numbers[a.doc] = e.Doc
		if lazy {
			b.recallEntry(e, a, d, f)
		}
	}
	if lazy && !k.dropped {
		s, i := b.writable(d)
		s.states[i].parts = int32(len(k.articles) - 1)
	}
}

// recallEntry enters an article whose text stays on the disk.
func (b *builder) recallEntry(e Entry, a *keptArticle, main Doc, f *file) {
	known := a.entry
	known.Doc, known.ID, known.Part, known.Parent, known.Path = e.Doc, e.ID, e.Part, e.Parent, e.Path
	s, i := b.writable(e.Doc)
	b.order(known, main, f)
	b.count(e.Doc, -1)
	s.files[i], s.entries[i] = f, known
	b.become(e.Doc, recalled)
	b.count(e.Doc, 1)
	b.setTraits(e.Doc, []traits{a.traits}, 0)
}

// recall takes an index from the cache; the articles have new numbers, and those without one are gone.
func (t *fullText) recall(segments []*search.Segment, numbers []Doc) {
	for _, s := range segments {
		s = s.Renumber(func(doc int32) int32 {
			return int32(numbers[doc])
		})
		var docs []Doc
		for d := range s.Docs {
			docs = append(docs, Doc(d))
		}
		t.enter(piece{s, docs})
	}
	t.renew()
	t.behind, t.recalled = 0, true
}
