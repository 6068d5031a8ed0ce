package corpus

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"jarida/corpus/article"
	"jarida/corpus/thread"
)

// What the stages behind the reading of files have in common: they know which texts they have, and read the others on all cores, behind
// whoever paints the screen.

// versions says by Doc which text a stage has, as textNumber gives it; 0 for none.
type versions []int32

// compare gives the entries of a snapshot whose texts the stage has not, newest first, and those that it has and the snapshot has no longer:
// they are forgotten.
func (v *versions) compare(s *Snapshot) (docs, gone []Doc) {
	*v = append(*v, make(versions, max(len(s.segments)*segmentSize-len(*v), 0))...)
	for d, version := range *v {
		if version != 0 && (s.Index(Doc(d)) < 0 || s.textNumber(Doc(d)) == 0) {
			gone = append(gone, Doc(d))
			(*v)[d] = 0
		}
	}
	for i := range s.Len() {
		if d := s.DocAt(i); s.textNumber(d) != (*v)[d] {
			docs = append(docs, d)
		}
	}
	return docs, gone
}

// textReader parses the texts of entries, reading those that are on the disk. It belongs to one goroutine.
type textReader struct {
	reader reader          // where it shares, texts are in memory that the next one is written to
	own    article.Article // that was read last
	room   []byte          // for its text
}

// article gives an article of a snapshot and its source text, until the next is read. There is none where ok is false: it cannot be read any
// more, and is another one in the next snapshot.
func (r *textReader) article(s *Snapshot, d Doc) (src article.Source, a *article.Article, ok bool) {
	e, parts := s.entry(d), []article.Article(nil)
	switch src, ok = r.source(s, d); {
	case ok && s.lay(&r.own, d, len(src.Text)):
		return src, &r.own, true
	case ok:
		parts = r.reader.parser.Parse(src, e.Path)
	case s.state(d).phase == recalled:
		found := r.reader.read(job{doc: d, file: s.file(d)})
		if found.drop || found.entry.Failed {
			return src, nil, false
		}
		src, parts = found.source, r.reader.parts
	}
	if e.Part > len(parts) {
		return src, nil, false
	}
	return src, &parts[e.Part-1], true
}

// source is Snapshot.Source.
func (r *textReader) source(s *Snapshot, d Doc) (article.Source, bool) {
	if !r.reader.shares || !s.HasSource(d) {
		return s.Source(d)
	}
	return s.segments[d/segmentSize].sources[d%segmentSize].sourceIn(&r.room), true
}

// behindBatch is how many articles a worker reads before it gives away what it has: a few milliseconds.
const behindBatch = 16

// readBehind reads entries on workers and sends what read gives for them, in batches. The channel is closed when all were read, or ctx has
// ended: whoever takes from it must go on until then.
func readBehind[W, R any](ctx context.Context, c *Corpus, workers []W, docs []Doc, read func(w W, d Doc) R) <-chan []R {
	// While the results are being grouped the workers go on with what has room here.
	results := make(chan []R, 64)
	var running sync.WaitGroup
	var next atomic.Int64
	for _, w := range workers[:min(len(workers), (len(docs)+behindBatch-1)/behindBatch)] {
		running.Go(func() {
			p := pace{lowered: thread.Enter(ctx)}
			for ctx.Err() == nil {
				from := min(int(next.Add(behindBatch))-behindBatch, len(docs))
				if from == len(docs) {
					return
				}
				batch := make([]R, 0, behindBatch)
				for _, d := range docs[from:min(from+behindBatch, len(docs))] {
					if ctx.Err() != nil {
						break
					}
					batch = append(batch, read(w, d))
					if c.watched {
						p.yield()
					}
				}
				results <- batch
			}
		})
	}
	go func() { // owned by whoever takes the results, which end with the channel
		running.Wait()
		close(results)
	}()
	return results
}

const (
	// workTime is how long a worker goes on before it rests: a key waits no longer.
	workTime = 2 * time.Millisecond
	// restTime is as short as a timer can be; the system makes it about 60 µs.
	restTime = 20 * time.Microsecond
)

// pace is when a worker rested last.
type pace struct {
	rested  time.Time
	lowered bool // the system lets others go first: see thread.Enter
}

// yield lets whoever paints the screen go first. Giving way is not enough for that: as long as there is something to run, Go's scheduler
// looks for keys that have come only every 10 ms. While a worker rests it looks at once, and so does the system for what a key passes outside of
// this program: it lets a thread go on for a while, lowered or not.
func (p *pace) yield() {
	if time.Since(p.rested) < workTime {
		if !p.lowered { // what has a thread of its own does not give way to another goroutine, but to another thread, and that takes longer
			runtime.Gosched()
		}
		return
	}
	time.Sleep(restTime)
	p.rested = time.Now()
}
