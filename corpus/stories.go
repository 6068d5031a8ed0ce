package corpus

import (
	"context"
	"slices"
	"strings"
	"time"

	"jarida/corpus/story"
)

// The stories of a corpus are found behind its list, when all texts are there, and behind its entities where these are asked for: the reader
// looks at names sooner. What articles have in common is found as they are read, so that grouping them takes but a moment, and an article
// that comes later joins its story at once.

// StoryProgress says how far the stories have come.
type StoryProgress struct {
	Articles int  // in the list
	Read     int  // of these, read for stories, or without a text
	Done     bool // the stories are those of all articles as this snapshot has them
}

// told is what a snapshot has of stories. It never changes.
type told struct {
	stories  *story.Stories // nil before the first
	segments []*segment     // of the snapshot that they are complete for; nil while they are not
	articles int            // see StoryProgress
	read     int
}

// Stories gives the stories of the articles that were read for them so far, nil before the first, and where the corpus was opened without
// them. Its numbers are those of the entries. They are of the texts of this snapshot, but for files that have just changed: where an article
// is no longer in the list, Index says so.
func (s *Snapshot) Stories() *story.Stories {
	if s.told == nil {
		return nil
	}
	return s.told.stories
}

// StoryProgress says how far the stories have come.
func (s *Snapshot) StoryProgress() StoryProgress {
	t := s.told
	if t == nil {
		return StoryProgress{Articles: s.Len()}
	}
	return StoryProgress{Articles: t.articles, Read: t.read, Done: t.segments != nil && slices.Equal(t.segments, s.segments)}
}

// telling finds the stories of a corpus. It belongs to one goroutine; its workers only send results.
type telling struct {
	*stage
	corpus   *Corpus
	builder  *story.Builder // nil as long as what was kept is right
	kept     *keptStories   // what the builder will begin with; nil for nothing
	workers  []*storyWorker
	versions versions // the texts that the builder has
	read     int      // entries of the list that need not be read, or have been
	shown    time.Time
	cost     time.Duration // of the last grouping
	done     *Snapshot     // the last one of which everything is known; nil while that is what was kept
}

func newTelling(c *Corpus) *telling { return &telling{stage: newStage(), corpus: c} }

// run reads articles for stories until ctx ends.
func (t *telling) run(ctx context.Context) {
	restored, first := t.marks()
	defer first()
	defer restored()
	if !waitFor(ctx, t.corpus.read) {
		return
	}
	t.work.Lock()
	defer t.work.Unlock()
	t.restore(ctx, t.corpus.Snapshot())
	defer func() { t.kept.close() }()
	restored()
	if !t.waitForOthers(ctx) {
		return
	}
	for ctx.Err() == nil {
		s := t.corpus.Snapshot().Articles()
		docs, gone := t.compare(s)
		changed := len(docs) > 0 || len(gone) > 0 || t.corpus.Snapshot().told == nil
		if changed && !t.wake(ctx) {
			continue
		}
		t.remove(gone)
		if t.tell(ctx, s, docs) {
			t.complete(s, changed)
			if changed {
				t.done = s
			}
			t.whole.Store(true)
			first()
			t.wait(ctx, nil)
		}
	}
}

// waitForOthers waits for the stages before this one. It reports false where ctx ended before.
func (t *telling) waitForOthers(ctx context.Context) bool {
	var before []<-chan struct{}
	if t.corpus.tagging != nil {
		before = append(before, t.corpus.tagging.first)
	}
	if t.corpus.Snapshot().told == nil {
		before = append(before, t.corpus.texts) // each text is in memory once
	}
	return t.waitFor(ctx, before...)
}

// load makes the workers.
func (t *telling) load() {
	for range workers() {
		t.workers = append(t.workers, &storyWorker{reader: t.builder.Reader()})
	}
}

// compare gives the entries of a snapshot whose texts must be read, newest first, and those that it has no longer.
func (t *telling) compare(s *Snapshot) (docs, gone []Doc) {
	docs, gone = t.versions.compare(s)
	t.read = s.Len() - len(docs)
	return docs, gone
}

// readStory is an article that was read, and which text it had.
type readStory struct {
	doc     Doc
	version int32
	text    *story.Text
}

// tell reads articles of a snapshot and adds them. It reports false where ctx ended before all were read.
func (t *telling) tell(ctx context.Context, s *Snapshot, docs []Doc) bool {
	results := readBehind(ctx, t.corpus, t.workers, docs, func(w *storyWorker, d Doc) readStory { return w.read(s, d) })
	for batch := range results {
		for _, r := range batch {
			t.builder.Remove(int32(r.doc))
			if r.text != nil {
				t.builder.Add(r.text)
			}
			t.versions[r.doc] = r.version
		}
		t.read += len(batch)
		t.show(s)
	}
	return ctx.Err() == nil
}

// show publishes what has come, where it is time. Who waits for all of it does not look at parts.
func (t *telling) show(s *Snapshot) {
	if time.Since(t.shown) < max(showEvery, indexShare*t.cost) || !t.corpus.watched && t.corpus.Snapshot().told != nil {
		return
	}
	t.publish(s, false)
}

// complete publishes the stories of a snapshot, if anything has changed.
func (t *telling) complete(s *Snapshot, changed bool) {
	if old := t.corpus.Snapshot().told; changed || old == nil || !slices.Equal(old.segments, s.segments) {
		t.publish(s, true)
	}
}

// publish groups what there is, and makes it part of the newest snapshot. all says that it is complete for s.
func (t *telling) publish(s *Snapshot, all bool) {
	began := time.Now()
	next := &told{articles: s.Len(), read: t.read}
	if t.builder != nil {
		next.stories = t.builder.Stories()
	} else {
		next.stories = t.corpus.Snapshot().told.stories // those that were kept
	}
	t.cost = time.Since(began)
	if all {
		next.segments = s.segments
	}
	t.corpus.amend(func(s *Snapshot) { s.told = next })
	t.shown = time.Now()
}

// storyWorker reads articles for stories in the same memory. It belongs to one goroutine at a time.
type storyWorker struct {
	reader *story.Reader
	texts  textReader
}

// read reads one article.
func (w *storyWorker) read(s *Snapshot, d Doc) readStory {
	r := readStory{doc: d, version: s.textNumber(d)}
	if src, a, ok := w.texts.article(s, d); ok {
		own := *a // what is kept of it must not hold on to its text
		e := s.entry(d)
		own.Title.Text, own.Source, own.Origin.Source = shared(a.Title.Text, e.Title), shared(a.Source, e.Source), shared(a.Origin.Source, e.Origin)
		r.text = w.reader.Read(int32(d), src.Text, &own)
	}
	return r
}

// shared gives a text in the memory of one that is kept, if they say the same, else in its own.
func shared(text, kept string) string {
	if text == kept {
		return kept
	}
	return strings.Clone(text)
}

// WaitStories waits until the stories of all files that were there have been found. It gives ErrClosed where that was stopped before, or was
// not asked for.
func (c *Corpus) WaitStories(ctx context.Context) error {
	if c.telling == nil {
		return ErrClosed
	}
	return c.telling.awaitFirst(ctx)
}
