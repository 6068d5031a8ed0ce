package corpus

import (
	"context"

	"jarida/corpus/article"
	"jarida/corpus/search"
)

// The full text of a corpus is indexed where it is read: the workers have the parts of a file at hand, and parsing them again would take
// as long as reading them. Each worker fills a segment of its own and hands it over when it is large enough, so that the newest articles
// can be found while the others are still on the disk. When all are read the segments are merged, behind the screen.

// SearchProgress says how far the index of the full text has come.
type SearchProgress struct {
	Articles int  // in the list
	Indexed  int  // of these, in the index, or without a text
	Done     bool // the index is that of all articles as this snapshot has them
}

// FullText gives the index of the articles that were read so far, nil before the first, and where the corpus was opened without it.
// Its numbers are those of the entries.
func (s *Snapshot) FullText() *search.Index { return s.full }

// SearchProgress says how far the index has come.
func (s *Snapshot) SearchProgress() SearchProgress {
	p := SearchProgress{Articles: s.Len(), Indexed: min(s.indexed+s.progress.Failed, s.Len())}
	p.Done = s.full != nil && s.progress.Done && p.Indexed == p.Articles
	return p
}

const (
	// pieceArticles and pieceBytes are when a worker hands its segment over: about 80 ms of work, so that the newest can be searched at
	// once, and few enough segments that a query need not look into hundreds.
	pieceArticles = 2048
	pieceBytes    = 8 << 20
	// unseenPieces is how much larger they are where nobody looks at the corpus meanwhile: the fewer there are, the sooner they are merged.
	unseenPieces = 2
)

// piece is a segment, and whose text it has.
type piece struct {
	segment *search.Segment
	docs    []Doc
}

// pieceMaker makes pieces of what one worker reads.
type pieceMaker struct {
	builder search.Builder
	docs    []Doc
	most    int // articles, and
	bytes   int // of text
}

// newPieceMaker makes what makes pieces so many times as large as those that are searched as they come.
func newPieceMaker(times int) *pieceMaker {
	return &pieceMaker{most: times * pieceArticles, bytes: times * pieceBytes}
}

// add takes the articles of a file: parts of a text, and their numbers.
func (m *pieceMaker) add(text string, parts []article.Article, number func(part int) Doc) {
	for i := range parts {
		d := number(i)
		m.builder.Add(int32(d), text, &parts[i])
		m.docs = append(m.docs, d)
	}
}

// full reports whether it is time to hand over.
func (m *pieceMaker) full() bool {
	return len(m.docs) >= m.most || m.builder.Bytes() >= m.bytes
}

// take gives what was added since the last time.
func (m *pieceMaker) take() []piece {
	if len(m.docs) == 0 {
		return nil
	}
	p := piece{m.builder.Segment(), m.docs}
	m.docs = nil
	return []piece{p}
}

// fullText is the index of a builder: that of the last snapshot, and what has changed since.
type fullText struct {
	index  *search.Index
	has    []bool // by Doc: it is in the index, or in what came
	count  int    // how many are
	came   []*search.Segment
	gone   []int32
	behind int // segments that came since the last merge

	recalled bool // some of it came from the cache
}

// enter takes a piece.
func (t *fullText) enter(p piece) {
	t.came = append(t.came, p.segment)
	for _, d := range p.docs {
		if n := int(d) + 1 - len(t.has); n > 0 {
			t.has = append(t.has, make([]bool, n)...)
		}
		if !t.has[d] {
			t.has[d] = true
			t.count++
		}
	}
}

// leave takes an article out, if it is there.
func (t *fullText) leave(d Doc) {
	if t.knows(d) {
		t.has[d] = false
		t.count--
		t.gone = append(t.gone, int32(d))
	}
}

// knows reports whether an article is in the index.
func (t *fullText) knows(d Doc) bool { return t != nil && int(d) < len(t.has) && t.has[d] }

// changed reports whether the index of the last snapshot is out of date.
func (t *fullText) changed() bool { return t != nil && len(t.came)+len(t.gone) > 0 }

// renew brings the index up to date. What went before it came again is there.
func (t *fullText) renew() {
	if len(t.gone) > 0 && t.index != nil {
		t.index = t.index.Remove(t.gone...)
	}
	if len(t.came) > 0 {
		if t.index == nil {
			t.index = new(search.Index)
		}
		t.index = t.index.Add(t.came...)
		t.behind += len(t.came)
	}
	t.gone, t.came = t.gone[:0], nil
}

// mostSegments is how many segments may stand beside the merged ones while files change: each takes a query some microseconds, and
// merging 100,000 articles takes a second of both cores.
const mostSegments = 64

// fewSegments is how many may stand beside an index that came from the cache whole.
const fewSegments = 4

// mergeText merges the segments of the index into few, and publishes it. A query that is being answered goes on with the old one.
func (b *builder) mergeText(ctx context.Context) {
	t := b.fullText
	if t == nil || t.index == nil || t.behind == 0 || t.recalled && t.behind <= fewSegments {
		return
	}
	merged, err := t.index.Merge(ctx)
	if err != nil {
		return // the end, and the index is as good as before
	}
	merged.Prepare()
	t.index, t.behind, b.dirty = merged, 0, true
	b.publish()
}
