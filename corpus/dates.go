package corpus

import (
	"context"
	"slices"
	"time"

	"jarida/corpus/timeline"
)

// The days that the texts of a corpus mention are found behind all else: they are asked for by few screens, and when the articles were published
// is known without them. They are given when they are complete, as a day that a few articles mention so far says nothing.

// DateProgress says how far the mentioned days have come.
type DateProgress struct {
	Articles int  // in the list
	Read     int  // of these, read for days, or without a text
	Done     bool // the days are those of all articles as this snapshot has them
}

// dated is what a snapshot has of mentioned days. It never changes.
type dated struct {
	days     [][]timeline.Day // by Doc
	segments []*segment       // of the snapshot that they are complete for; nil while they are not
	articles int              // see DateProgress
	read     int
}

// Timeline gives the articles by day. The days that they mention are known as far as DateProgress says: nothing of them before they were
// complete for the first time, and nothing where the corpus was opened without them. It takes some ten milliseconds for 100,000 articles.
func (s *Snapshot) Timeline() *timeline.Timeline {
	list := make([]timeline.Article, s.Len())
	for i := range list {
		d := s.DocAt(i)
		e := s.entry(d)
		list[i] = timeline.Article{Doc: int32(d), Date: e.Date.ISO, Source: e.Source, Origin: e.Origin, Mentions: s.MentionedDays(d)}
	}
	return timeline.New(list)
}

// MentionedDays gives the days that an article mentions, in order: see timeline.Mentioned, and Timeline. The slice must not be changed.
func (s *Snapshot) MentionedDays(d Doc) []timeline.Day {
	if s.dated == nil || int(d) >= len(s.dated.days) {
		return nil
	}
	return s.dated.days[d]
}

// DateProgress says how far the mentioned days have come.
func (s *Snapshot) DateProgress() DateProgress {
	t := s.dated
	if t == nil {
		return DateProgress{Articles: s.Len()}
	}
	return DateProgress{Articles: t.articles, Read: t.read, Done: t.segments != nil && slices.Equal(t.segments, s.segments)}
}

// dating finds the days that the texts of a corpus mention. It belongs to one goroutine; its workers only send results.
type dating struct {
	*stage
	corpus   *Corpus
	workers  []*textReader
	days     [][]timeline.Day // by Doc
	versions versions         // the texts that they are of
	read     int              // entries of the list that need not be read, or have been
	shown    time.Time        // when the last snapshot was published
	done     *Snapshot        // the last one of which everything is known; nil while that is what was kept
}

func newDating(c *Corpus) *dating { return &dating{stage: newStage(), corpus: c} }

// run reads articles for days until ctx ends.
func (t *dating) run(ctx context.Context) {
	restored, first := t.marks()
	defer first()
	defer restored()
	if !waitFor(ctx, t.corpus.read) {
		return
	}
	t.work.Lock()
	defer t.work.Unlock()
	s := t.corpus.Snapshot()
	t.restore(ctx, s)
	restored()
	if docs, _ := t.compare(s); len(docs) == 0 {
		t.complete(s, true) // there is nothing to be read that others might wait for
	}
	if !t.waitForOthers(ctx) {
		return
	}
	for range workers() {
		t.workers = append(t.workers, new(textReader))
	}
	for ctx.Err() == nil {
		s := t.corpus.Snapshot().Articles()
		docs, gone := t.compare(s)
		if t.date(ctx, s, docs) {
			t.complete(s, gone || len(docs) > 0)
			if gone || len(docs) > 0 {
				t.done = s
			}
			t.whole.Store(true)
			first()
			t.wait(ctx, nil)
		}
	}
}

// waitForOthers waits for the stages before this one. It reports false where ctx ended before.
func (t *dating) waitForOthers(ctx context.Context) bool {
	var before []<-chan struct{}
	if t.corpus.tagging != nil {
		before = append(before, t.corpus.tagging.first)
	}
	if t.corpus.telling != nil {
		before = append(before, t.corpus.telling.first)
	}
	return t.waitFor(ctx, before...)
}

// restore takes what was kept of the articles of a snapshot.
func (t *dating) restore(ctx context.Context, s *Snapshot) {
	t.versions, t.days = make(versions, len(s.segments)*segmentSize), make([][]timeline.Day, len(s.segments)*segmentSize)
	if !t.corpus.memory.restoreColumns(ctx, datesKind, s, t.columns()) {
		clear(t.versions)
		clear(t.days)
	}
}

// keep writes the days, if they are others than those that were kept.
func (t *dating) keep(ctx context.Context) error {
	if t == nil || !t.corpus.memory.on() {
		return nil
	}
	t.work.Lock()
	defer t.work.Unlock()
	if t.done == nil {
		return nil
	}
	err := t.corpus.memory.keepColumns(ctx, datesKind, t.done, &t.versions, t.columns())
	if err == nil {
		t.done = nil
	}
	return err
}

// columns are what is kept of each article.
func (t *dating) columns() []column {
	return []column{
		t.versions.column(),
		lists[timeline.Day]{func(d Doc) []timeline.Day { return t.days[d] }, func(d Doc, list []timeline.Day) { t.days[d] = list }},
	}
}

// compare forgets what a snapshot has no longer, and gives the entries whose texts must be read, newest first. gone says that something
// was forgotten.
func (t *dating) compare(s *Snapshot) (docs []Doc, gone bool) {
	docs, removed := t.versions.compare(s)
	for _, d := range removed {
		gone = gone || t.days[d] != nil
		t.days[d] = nil
	}
	t.days = append(t.days, make([][]timeline.Day, len(t.versions)-len(t.days))...)
	t.read = s.Len() - len(docs)
	return docs, gone
}

// daysRead are the days of an article that was read, and which text it had.
type daysRead struct {
	doc     Doc
	version int32
	days    []timeline.Day
}

// date reads articles of a snapshot. It reports false where ctx ended before all were read.
func (t *dating) date(ctx context.Context, s *Snapshot, docs []Doc) bool {
	results := readBehind(ctx, t.corpus, t.workers, docs, func(texts *textReader, d Doc) daysRead { return readDays(texts, s, d) })
	for batch := range results {
		for _, r := range batch {
			t.days[r.doc], t.versions[r.doc] = r.days, r.version
		}
		t.read += len(batch)
		if time.Since(t.shown) >= showEvery {
			t.publish(s, false)
		}
	}
	return ctx.Err() == nil
}

// readDays reads one article.
func readDays(texts *textReader, s *Snapshot, d Doc) daysRead {
	r := daysRead{doc: d, version: s.textNumber(d)}
	if src, a, ok := texts.article(s, d); ok {
		r.days = timeline.Mentioned(src.Text, a)
	}
	return r
}

// complete publishes the days of a snapshot, if anything has changed.
func (t *dating) complete(s *Snapshot, changed bool) {
	if old := t.corpus.Snapshot().dated; changed || old == nil || !slices.Equal(old.segments, s.segments) {
		t.publish(s, true)
	}
}

// publish makes how far the days have come part of the newest snapshot, and with all the days of s.
func (t *dating) publish(s *Snapshot, all bool) {
	next := &dated{articles: s.Len(), read: t.read}
	if all {
		next.days, next.segments = slices.Clone(t.days), s.segments
	} else if old := t.corpus.Snapshot().dated; old != nil {
		next.days = old.days
	}
	t.corpus.amend(func(s *Snapshot) { s.dated = next })
	t.shown = time.Now()
}

// WaitDates waits until the days that the texts mention have been found in all files that were there. It gives ErrClosed where that was
// stopped before, or was not asked for.
func (c *Corpus) WaitDates(ctx context.Context) error {
	if c.dating == nil {
		return ErrClosed
	}
	return c.dating.awaitFirst(ctx)
}
