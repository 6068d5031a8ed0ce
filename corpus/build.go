package corpus

import (
	"cmp"
	"context"
	"math"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// builder reads the files of a corpus and publishes snapshots. It belongs to one goroutine; its workers only send results.
type builder struct {
	corpus   *Corpus
	segments []*segment // the newest state
	shared   *shared
	frozen   []bool // the segment is in a published snapshot and must be copied before it changes
	read     []bool // by Doc
	dropped  []bool // by Doc: turned out not to be an article; nil for none
	progress Progress
	rtl      int
	dirty    bool // something changed since the last snapshot
	reorder  bool // and the order with it
}

func newBuilder(c *Corpus) *builder {
	l := &c.listing
	n := len(l.files)
	b := &builder{corpus: c, shared: newShared(l), read: make([]bool, n), progress: Progress{Files: n, Skipped: l.skipped}}
	b.segments = make([]*segment, (n+segmentSize-1)/segmentSize)
	b.frozen = make([]bool, len(b.segments))
	for i := range b.segments {
		b.segments[i] = new(segment)
	}
	for i := range l.files {
		b.segments[i/segmentSize].entries[i%segmentSize] = l.entry(Doc(i))
	}
	return b
}

// readFirst reads the newest n articles, the beginnings of those that are long, and publishes the first snapshot.
func (b *builder) readFirst(ctx context.Context, n int) error {
	n = min(n, len(b.read))
	batch := make([]Doc, n)
	for i := range batch {
		batch[i] = Doc(i)
	}
	results := make([]result, n)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			var r reader
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				results[i] = r.readHead(&b.corpus.listing, batch[i])
			}
		})
	}
	workers.Wait()
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

// publishEvery is the least time between two snapshots: ten a second are as smooth as a list can be read.
const publishEvery = 100 * time.Millisecond

// batchSize is how many articles a worker reads between two looks at the others: about 10 ms.
const batchSize = 128

// readRest reads what is left, in the order of the list, and publishes as it comes.
func (b *builder) readRest(ctx context.Context) {
	if b.progress.Done {
		return
	}
	todo := make([]Doc, 0, len(b.read))
	for d, read := range b.read {
		if !read {
			todo = append(todo, Doc(d))
		}
	}
	results := make(chan []result)
	var workers sync.WaitGroup
	batches := slices.Collect(slices.Chunk(todo, batchSize))
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(batches)) {
		workers.Go(func() {
			var r reader
			for i := int(next.Add(1)) - 1; i < len(batches); i = int(next.Add(1)) - 1 {
				if !r.readBatch(ctx, &b.corpus.listing, batches[i], results) {
					return
				}
			}
		})
	}
	go func() { // owned by the loop below, which ends with the channel
		workers.Wait()
		close(results)
	}()
	b.collect(results)
	if ctx.Err() == nil {
		b.finish()
	}
	b.publish()
}

// collect takes results until no more come, publishing at a bounded rate.
func (b *builder) collect(results <-chan []result) {
	tick := time.NewTicker(publishEvery)
	defer tick.Stop()
	for {
		select {
		case batch, ok := <-results:
			if !ok {
				return
			}
			for _, r := range batch {
				b.add(r)
			}
		case <-tick.C:
			b.publish()
		}
	}
}

// add enters what was read of one article.
func (b *builder) add(r result) {
	d := r.entry.Doc
	b.dirty = true
	if r.drop {
		if b.dropped == nil {
			b.dropped = make([]bool, len(b.read))
		}
		b.dropped[d], b.read[d], b.reorder = true, true, true
		b.progress.Files--
		b.progress.Skipped++
		return
	}
	s := b.writable(int(d) / segmentSize)
	old := &s.entries[d%segmentSize]
	b.rtl += direction(r.entry.Title) - direction(old.Title)
	*old = r.entry
	if r.partial {
		return
	}
	b.read[d] = true
	b.progress.Read++
	if r.entry.Failed {
		b.progress.Failed++
		return
	}
	s.sources[d%segmentSize] = keep(r.source)
	b.progress.Bytes += int64(len(r.source.Text))
}

// writable gives a segment that no snapshot holds.
func (b *builder) writable(i int) *segment {
	if b.frozen[i] {
		copied := *b.segments[i]
		b.segments[i], b.frozen[i] = &copied, false
	}
	return b.segments[i]
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
	if !b.dirty && old != nil {
		return
	}
	s := &Snapshot{segments: slices.Clone(b.segments), length: b.progress.Files, progress: b.progress, rtl: b.rtl, shared: b.shared}
	switch {
	case b.reorder:
		s.order, s.place = b.order()
		if old != nil {
			s.arranged = old.arranged + 1
		}
	case old != nil:
		s.order, s.place, s.arranged = old.order, old.place, old.arranged
	}
	for i := range b.frozen {
		b.frozen[i] = true
	}
	b.dirty, b.reorder = false, false
	b.corpus.current.Store(s)
	select {
	case b.corpus.changed <- struct{}{}:
	default: // a value is waiting: whoever takes it finds this snapshot
	}
}

// order gives the list without what was dropped: as listed, and by the articles' own dates once all are known.
func (b *builder) order() (order []Doc, place []int32) {
	order = make([]Doc, 0, b.progress.Files)
	for d := range b.read {
		if b.dropped == nil || !b.dropped[d] {
			order = append(order, Doc(d))
		}
	}
	if b.progress.Done {
		days := make([]int32, len(b.read))
		for _, d := range order {
			days[d] = b.day(d)
		}
		slices.SortFunc(order, func(x, y Doc) int {
			return cmp.Or(cmp.Compare(days[y], days[x]), cmp.Compare(x, y))
		})
	}
	place = make([]int32, len(b.read))
	for d := range place {
		place[d] = -1
	}
	for i, d := range order {
		place[d] = int32(i)
	}
	return order, place
}

// day gives the number by which an article is ordered, as 20260116: its own date's, else its file's.
func (b *builder) day(d Doc) int32 {
	const isoDay = "2006-01-02"
	entry := &b.segments[d/segmentSize].entries[d%segmentSize]
	iso := entry.Date.ISO
	if iso == "" {
		modified := b.shared.files[d].modified
		if modified == math.MinInt64 {
			return 0
		}
		iso = time.Unix(0, modified).Format(isoDay)
	}
	if len(iso) < len(isoDay) {
		return 0
	}
	n, _ := strconv.ParseInt(iso[:4]+iso[5:7]+iso[8:10], 10, 32)
	return int32(n)
}
