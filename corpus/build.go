package corpus

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"jarida/corpus/thread"
)

// builder reads the files of a corpus and publishes snapshots. It belongs to one goroutine; its workers only send results.
type builder struct {
	corpus   *Corpus
	index    *index
	segments []*segment // the newest state
	frozen   []bool     // the segment is in a published snapshot and must be copied before it changes
	days     []int32    // by Doc: the day by which it is ordered, as 20260116
	docs     Doc        // how many numbers are given
	first    Doc        // how many of them by the first listing, in its order
	progress Progress
	warnings []string
	listedAt time.Time
	rtl      int
	dirty    bool      // something changed since the last snapshot
	reorder  bool      // and the order with it
	touched  []Doc     // once Done: entries that may have come, gone or changed their places since the last snapshot
	fullText *fullText // nil where it is not asked for
}

func newBuilder(c *Corpus, l listing) *builder {
	b := &builder{corpus: c, index: newIndex(l.files), warnings: l.warnings, listedAt: l.began}
	b.list(l.files)
	b.progress.Skipped = l.skipped
	if c.search {
		b.fullText = new(fullText)
	}
	return b
}

// grow makes room for a number. Those before it that were given, and not entered yet, are absent.
func (b *builder) grow(d Doc) {
	for b.docs <= d {
		if int(b.docs)%segmentSize == 0 {
			b.segments, b.frozen = append(b.segments, new(segment)), append(b.frozen, false)
		}
		b.docs++
		b.days = append(b.days, 0)
	}
}

// list enters the files of the first listing, which have not been read.
func (b *builder) list(files []*file) {
	b.first = Doc(len(files))
	b.docs, b.days = b.first, make([]int32, b.first)
	b.segments = make([]*segment, (len(files)+segmentSize-1)/segmentSize)
	b.frozen = make([]bool, len(b.segments))
	onAll(len(b.segments), func(at int) {
		s := new(segment)
		for i, f := range files[at*segmentSize : min((at+1)*segmentSize, len(files))] {
			s.files[i], s.states[i].phase = f, listed
		}
		b.segments[at] = s
	})
	b.progress.Files, b.dirty = len(files), len(files) > 0
}

// readFirst reads the newest n articles, the beginnings of those that are long, and publishes the first snapshot.
func (b *builder) readFirst(ctx context.Context, n int) error {
	jobs := b.jobs()
	n = min(n, len(jobs))
	jobs = jobs[:n]
	results := make([]result, n)
	var next atomic.Int64
	var running sync.WaitGroup
	for range min(workers(), n) {
		running.Go(func() {
			r := reader{fsys: b.corpus.fsys, keys: b.corpus.keys, shares: true, leaves: b.corpus.leaves}
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				results[i] = r.keep(r.readHead(jobs[i]))
			}
		})
	}
	running.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, r := range results {
		b.add(r)
	}
	b.finish()
	b.publish()
	return nil
}

// jobs gives the files that have not been read, and those that are not in the index: what the first screen shows is read without it,
// and once more for it.
func (b *builder) jobs() []job {
	todo := make([]job, 0, int(b.docs))
	for d := range b.docs {
		s, i := b.segments[d/segmentSize], d%segmentSize
		known := b.fullText.knows(d)
		if phase := s.states[i].phase; phase == listed || inList(phase) && b.fullText != nil && s.isMain(i) && !known {
			todo = append(todo, job{doc: d, file: s.files[i], indexed: known})
		}
	}
	return todo
}

// readTexts reads the texts of the files that are known from the cache without them: those that are kept from there, the others from the files.
func (b *builder) readTexts(ctx context.Context) {
	b.recallTexts(ctx)
	var jobs []job
	for d := range b.docs {
		if s, i := b.segments[d/segmentSize], d%segmentSize; s.states[i].phase == recalled && s.isMain(i) {
			jobs = append(jobs, job{doc: d, file: s.files[i], indexed: true, known: true, verbatim: s.states[i].bytes})
		}
	}
	b.readAll(ctx, jobs, publishTextsEvery)
	b.publish()
}

// publishEvery is the least time between two snapshots: ten a second are as smooth as a list can be read.
const publishEvery = 100 * time.Millisecond

// publishTextsEvery is the same where all but the texts is known. Nobody sees that they come, and whoever follows snapshots looks through all articles
// of each.
const publishTextsEvery = 2 * time.Second

// batchSize is how many articles a worker reads between two looks at the others: about 10 ms.
const batchSize = 128

// readRest reads what is left, in the order of the list, and publishes as it comes.
func (b *builder) readRest(ctx context.Context) {
	if b.progress.Done && b.fullText == nil {
		return
	}
	b.readAll(ctx, b.jobs(), publishEvery)
	if ctx.Err() == nil {
		b.finish()
	}
	b.publish()
}

// readAll reads files and publishes as they come, at a bounded rate.
func (b *builder) readAll(ctx context.Context, jobs []job, every time.Duration) {
	results := make(chan batch)
	var running sync.WaitGroup
	batches := slices.Collect(slices.Chunk(jobs, batchSize))
	var next atomic.Int64
	for range min(workers(), len(batches)) {
		running.Go(func() {
			r := b.reader()
			r.pace.lowered = thread.Enter(ctx)
			for i := int(next.Add(1)) - 1; i < len(batches); i = int(next.Add(1)) - 1 {
				if !r.readBatch(ctx, batches[i], results) {
					return
				}
			}
			r.end(ctx, results)
		})
	}
	go func() { // owned by the loop below, which ends with the channel
		running.Wait()
		close(results)
	}()
	b.collect(results, every)
}

// reader makes what reads files for all that is asked for.
func (b *builder) reader() *reader {
	r := &reader{fsys: b.corpus.fsys, keys: b.corpus.keys, shares: true, leaves: b.corpus.leaves, yields: b.corpus.watched, number: b.index.numberPart}
	if b.fullText != nil {
		r.pieces = newPieceMaker(1)
		if b.corpus.leaves {
			r.pieces = newPieceMaker(unseenPieces)
		}
	}
	return r
}

// collect takes results until no more come. Where nobody looks at the corpus meanwhile nothing is published.
func (b *builder) collect(results <-chan batch, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	if b.corpus.leaves {
		tick.Stop()
	}
	for {
		select {
		case batch, ok := <-results:
			if !ok {
				return
			}
			b.take(batch)
		case <-tick.C:
			b.publish()
		}
	}
}

// take enters what a worker has read.
func (b *builder) take(found batch) {
	for _, r := range found.results {
		b.add(r)
	}
	for _, p := range found.pieces {
		b.fullText.enter(p)
	}
}

// finish puts the list into the order of the articles' own dates, if everything is read.
func (b *builder) finish() {
	if b.progress.Read < b.progress.Files {
		return
	}
	b.progress.Done, b.dirty, b.reorder = true, true, true
}

// publish makes the state a snapshot, unless nothing has changed.
func (b *builder) publish() {
	old := b.corpus.current.Load()
	order, place, arranged := b.arrange(old)
	if old != nil && !b.dirty && arranged == old.arranged && !b.fullText.changed() {
		return
	}
	s := &Snapshot{
		segments: slices.Clone(b.segments), order: order, place: place, length: b.progress.Files, progress: b.progress,
		rtl: b.rtl, arranged: arranged, warnings: b.warnings, index: b.index,
		onDisk: b.corpus.fsys == nil,
	}
	if order != nil {
		s.length = len(order)
	}
	if b.fullText != nil {
		b.fullText.renew()
		s.full, s.indexed = b.fullText.index, b.fullText.count
	}
	for i := range b.frozen {
		b.frozen[i] = true
	}
	b.dirty = false
	b.corpus.publishFiles(s)
}

// warn replaces the warnings.
func (b *builder) warn(warnings []string) {
	if !slices.Equal(b.warnings, warnings) {
		b.warnings, b.dirty = warnings, true
	}
}
