package search

import (
	"bytes"
	"context"
	"math"
	"runtime"
	"slices"
	"sync"

	"jarida/corpus/thread"
)

// largestSegment is how many bytes of lists and words are put into one segment at most: the tables of a segment have four bytes for a place.
const largestSegment = math.MaxInt32

// Merge gives an index that says the same in fewer segments, made on all cores. What was replaced or removed is gone from it.
func (x *Index) Merge(ctx context.Context) (*Index, error) {
	var segments []*Segment
	err := x.merge(ctx, true, func(m *merged) { segments = append(segments, m.join()) })
	if err != nil {
		return nil, err
	}
	return (&Index{pool: x.pool}).Add(segments...), nil
}

// MergeBinary gives the segments that Merge makes in their binary form, in pieces as Segment.Binary does, with other numbers for the articles: see
// Segment.Renumber. It takes half the memory, which is for who only writes them.
func (x *Index) MergeBinary(ctx context.Context, number func(doc int32) int32) (segments [][][]byte, err error) {
	err = x.merge(ctx, false, func(m *merged) {
		m.docs = m.Renumber(number).docs
		segments = append(segments, m.binary())
	})
	return segments, err
}

// merge merges the segments of an index, and gives one after the other. joined says that each is to be one.
func (x *Index) merge(ctx context.Context, joined bool, give func(m *merged)) error {
	parts, err := x.wholeParts()
	if err != nil {
		return err
	}
	for rest := parts; len(rest) > 0; {
		n, size := 0, 0
		for n < len(rest) && (n == 0 || size+rest[n].size() < largestSegment) {
			size += rest[n].size()
			n++
		}
		m, err := merge(ctx, rest[:n], joined)
		if err != nil {
			return err
		}
		give(m)
		rest = rest[n:]
	}
	return nil
}

// wholeParts gives the parts of an index with all records of their words.
func (x *Index) wholeParts() ([]part, error) {
	parts := slices.Clone(x.parts)
	for i := range parts {
		var err error
		if parts[i].Segment, err = parts[i].whole(); err != nil {
			return nil, err
		}
	}
	return parts, nil
}

const (
	// piecesOfWorker is how many pieces there are for each worker: enough that none waits long for the last of another.
	piecesOfWorker = 4
	// smallPieces is how much smaller they are where they are put together as they come: there are some of them beside the whole at a time.
	smallPieces = 4
)

// merge makes one segment of some parts. joined says that its records are to be one piece.
func merge(ctx context.Context, parts []part, joined bool) (*merged, error) {
	if len(parts) == 1 && parts[0].lacks == 0 {
		return &merged{Segment: *parts[0].Segment, whole: parts[0].Segment}, nil
	}
	m := merging{parts: parts, places: make([][]int32, len(parts))}
	s := new(merged)
	for i := range parts {
		m.places[i] = s.take(&parts[i])
	}
	m.articles = s.articles()
	workers := min(runtime.NumCPU(), runtime.GOMAXPROCS(0)) // the reader has more of the latter than there are cores
	n := piecesOfWorker * workers
	if joined {
		n *= smallPieces
		s.Segment.records = make([]byte, 0, mergedBytes(m.recordBytes()))
	}
	borders := m.borders(n)
	g := gathering{to: s, joined: joined, articles: m.articles, pieces: make([]*segmentWriter, len(borders)+1)}
	var group sync.WaitGroup
	next := make(chan int)
	for range workers {
		group.Go(func() {
			thread.Enter(ctx)
			for i := range next {
				w := g.writer()
				m.piece(ctx, w, borders, i)
				g.put(i, w)
			}
		})
	}
	group.Go(func() {
		thread.Enter(ctx)
		s.pairs = m.pairs(ctx)
	})
	for i := range g.pieces {
		next <- i
	}
	close(next)
	group.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s.takeWords(g.pieces)
	return s, nil
}

// mergedBytes gives how many bytes so many bytes of records take at most when those of several segments are merged: they take a tenth less in five of them,
// and a fifth in twenty. What takes more, of few articles, grows once.
func mergedBytes(before int) int { return before - before/16 }

// take appends the articles of a part that are still there, and gives the new place of each by the old one, -1 for none.
func (s *Segment) take(p *part) []int32 {
	places := make([]int32, p.articles())
	for i := range places {
		places[i] = -1
		if !p.gone.Has(int32(i)) {
			places[i] = int32(s.articles())
			s.docs = append(s.docs, p.docs[4*i:4*i+4]...)
			s.lengths = append(s.lengths, p.lengths[4*i:4*i+4]...)
			s.titles = append(s.titles, p.titles[4*i:4*i+4]...)
		}
	}
	return places
}

// merging is the making of one segment out of several.
type merging struct {
	parts    []part
	places   [][]int32 // by part and old place: the new place, -1 for none
	articles int
}

// recordBytes gives how many bytes the records of all parts have.
func (m *merging) recordBytes() (n int) {
	for i := range m.parts {
		n += m.parts[i].recordBytes()
	}
	return n
}

// borders gives words that divide the work into n pieces, out of the part with the most words.
func (m *merging) borders(n int) [][]byte {
	widest := slices.MaxFunc(m.parts, func(a, b part) int { return a.vocabulary() - b.vocabulary() })
	if widest.vocabulary() < n {
		return nil
	}
	borders := make([][]byte, n-1)
	for i := range borders {
		borders[i] = widest.word((i + 1) * widest.vocabulary() / n)
	}
	return borders
}

// piece merges the words from one border to the next.
func (m *merging) piece(ctx context.Context, w *segmentWriter, borders [][]byte, i int) {
	var cursors []cursor
	records := 0
	for k := range m.parts {
		c := cursor{part: k, behind: m.parts[k].vocabulary()}
		if i > 0 {
			c.at = m.parts[k].from(borders[i-1])
		}
		if i < len(borders) {
			c.behind = m.parts[k].from(borders[i])
		}
		if c.at < c.behind {
			cursors = append(cursors, c)
			records += m.parts[k].start(c.behind) - m.parts[k].start(c.at)
		}
	}
	w.records = slices.Grow(w.records, mergedBytes(records)) // to grow from nothing leaves as much garbage again
	t := transfer{merging: m}
	queue := newQueue(m.parts, cursors)
	for n := 0; !queue.empty(); n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return
		}
		t.sources = t.sources[:0]
		word := queue.word()
		for more := true; more; more = queue.next(word) {
			t.take(queue.first())
		}
		t.write(w, word)
	}
	w.finish()
}

// transfer carries one word into the new segment.
type transfer struct {
	*merging

	sources []source
	reader  listReader
}

// source is a spelling of the word in one part.
type source struct {
	spelling []byte
	list     list
	part     int
}

// take notes the spellings of a word of a part.
func (t *transfer) take(part, word int) {
	r := t.parts[part].record(word)
	if r.plain {
		t.sources = append(t.sources, source{list: list{r.rest, r.articles, r.behind}, part: part})
		return
	}
	for spelling, l, ok := r.next(); ok; spelling, l, ok = r.next() {
		t.sources = append(t.sources, source{spelling, l, part})
	}
}

// write writes the word: each spelling with its articles, those of the first part first, as their new places are.
func (t *transfer) write(w *segmentWriter, word []byte) {
	if len(t.sources) == 1 && t.move(w, word, &t.sources[0]) {
		return
	}
	bySpelling := func(a, b source) int { return bytes.Compare(a.spelling, b.spelling) }
	if !slices.IsSortedFunc(t.sources, bySpelling) { // most words have one spelling
		slices.SortStableFunc(t.sources, bySpelling)
	}
	last := len(t.sources) - 1
	several := last >= 0 && !bytes.Equal(t.sources[0].spelling, t.sources[last].spelling)
	for i := range t.sources {
		s := &t.sources[i]
		if i == 0 || !bytes.Equal(s.spelling, t.sources[i-1].spelling) {
			w.spell(word, s.spelling, several)
		}
		t.carry(w, s.list, t.places[s.part])
	}
}

// move writes a word that stands in one part only, and there in so few articles that only the first of them must be said anew. It reports false where
// there is more to it.
func (t *transfer) move(w *segmentWriter, word []byte, s *source) bool {
	base, whole := wholeAt(t.places[s.part])
	if !whole || s.list.articles == 0 || s.list.articles > min(blockSize, len(t.places[s.part])) {
		return false
	}
	w.finish()
	w.moved(word, s.spelling, s.list, base)
	return true
}

// wholeAt gives where the articles of a part stand, if all of them are still there.
func wholeAt(places []int32) (first int, whole bool) {
	if len(places) == 0 || places[0] < 0 || int(places[len(places)-1]-places[0]) != len(places)-1 {
		return 0, false
	}
	return int(places[0]), true
}

// carry adds the articles of a list that are still there, as their new places are.
func (t *transfer) carry(w *segmentWriter, l list, places []int32) {
	base, whole := wholeAt(places)
	if whole && !w.several && w.list.addFew(l, base, len(places)) {
		return
	}
	t.reader.reset(l, len(places))
	for t.reader.next(0) {
		articles, times := t.reader.articles[:t.reader.n], t.reader.times[:t.reader.n]
		if whole {
			w.addAll(articles, times, base, t.reader.positions)
			continue
		}
		positions := t.reader.positions
		for k, article := range articles {
			rest := skipPositions(positions, int(times[k]>>1))
			if to := places[article]; to >= 0 {
				w.addAll(articles[k:k+1], times[k:k+1], int(to-article), positions[:len(positions)-len(rest)])
			}
			positions = rest
		}
	}
}
