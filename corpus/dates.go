package corpus

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"jarida/corpus/article"
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
		e := &s.segments[d/segmentSize].entries[d%segmentSize]
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
	corpus   *Corpus
	workers  []*article.Parser
	days     [][]timeline.Day // by Doc
	versions versions         // the texts that they are of
	read     int              // entries of the list that need not be read, or have been
	shown    time.Time        // when the last snapshot was published

	stirred chan struct{} // there may be another snapshot
	first   chan struct{} // closed when the first complete days are there, or none will be
	whole   atomic.Bool   // there were
}

func newDating(c *Corpus) *dating {
	return &dating{corpus: c, stirred: make(chan struct{}, 1), first: make(chan struct{})}
}

// run reads articles for days until ctx ends.
func (t *dating) run(ctx context.Context) {
	first := sync.OnceFunc(func() { close(t.first) })
	defer first()
	before := []<-chan struct{}{t.corpus.read}
	if t.corpus.tagging != nil {
		before = append(before, t.corpus.tagging.first)
	}
	if t.corpus.telling != nil {
		before = append(before, t.corpus.telling.first)
	}
	for _, done := range before {
		select {
		case <-done:
		case <-ctx.Done():
			return
		}
	}
	for range runtime.GOMAXPROCS(0) {
		t.workers = append(t.workers, new(article.Parser))
	}
	for ctx.Err() == nil {
		s := t.corpus.Snapshot()
		docs, gone := t.compare(s)
		if t.date(ctx, s, docs) {
			t.complete(s, gone || len(docs) > 0)
			t.whole.Store(true)
			first()
			t.wait(ctx)
		}
	}
}

// compare forgets what a snapshot has no longer, and gives the entries whose texts must be read, newest first. gone says that something
// was forgotten.
func (t *dating) compare(s *Snapshot) (docs []Doc, gone bool) {
	docs = t.versions.compare(s, func(d Doc) {
		gone = gone || t.days[d] != nil
		t.days[d] = nil
	})
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
	results := readBehind(ctx, t.workers, docs, func(p *article.Parser, d Doc) daysRead { return readDays(p, s, d) })
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
func readDays(p *article.Parser, s *Snapshot, d Doc) daysRead {
	r := daysRead{doc: d, version: s.textNumber(d)}
	src, ok := s.Source(d)
	if !ok {
		return r
	}
	e := s.entry(d)
	if parts := p.Parse(src, e.Path); e.Part <= len(parts) {
		r.days = timeline.Mentioned(src.Text, &parts[e.Part-1])
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

// wait waits until something happens.
func (t *dating) wait(ctx context.Context) {
	select {
	case <-t.stirred:
	case <-ctx.Done():
	}
}

// stir tells that there is something new.
func (t *dating) stir() {
	select {
	case t.stirred <- struct{}{}:
	default: // it is known already
	}
}

// WaitDates waits until the days that the texts mention have been found in all files that were there. It gives ErrClosed where that was
// stopped before, or was not asked for.
func (c *Corpus) WaitDates(ctx context.Context) error {
	if c.dating == nil {
		return ErrClosed
	}
	select {
	case <-c.dating.first:
	case <-ctx.Done():
		return ctx.Err()
	}
	if c.dating.whole.Load() {
		return nil
	}
	return ErrClosed
}
