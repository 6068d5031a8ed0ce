package search

import (
	"encoding/binary"
	"sync"
)

// merged is a segment whose words and records are in pieces, one behind the other.
type merged struct {
	Segment

	words, records [][]byte // none of records where they have been joined
	whole          *Segment // which it is already, or nil
}

// gathering takes the pieces of a merged segment one behind the other, whichever is ready first.
type gathering struct {
	to       *merged
	joined   bool // the records are put together as they come: all of them in pieces are as large as the whole
	articles int

	mu     sync.Mutex
	pieces []*segmentWriter // that are ready
	taken  int              // so many of them, from the first

	records [][]byte // memory of pieces that were taken
	seen    [][]int32
}

// writer gives a writer for a piece, in memory that others have given back.
func (g *gathering) writer() *segmentWriter {
	g.mu.Lock()
	defer g.mu.Unlock()
	w := new(segmentWriter)
	w.records, g.records = givenBack(g.records)
	w.seen, g.seen = givenBack(g.seen)
	w.reset(g.articles)
	return w
}

// givenBack takes the last of what was given back, nil if there is nothing.
func givenBack[T any](from [][]T) (memory []T, rest [][]T) {
	last := len(from) - 1
	if last < 0 {
		return nil, from
	}
	return from[last], from[:last]
}

// put takes a piece that is ready, and those behind it that were before.
func (g *gathering) put(i int, w *segmentWriter) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.seen, w.seen = append(g.seen, w.seen), nil // four bytes for each article, which a piece that waits for others must not hold
	g.pieces[i] = w
	for ; g.taken < len(g.pieces) && g.pieces[g.taken] != nil; g.taken++ {
		w := g.pieces[g.taken]
		w.recordBytes = len(w.records)
		if !g.joined {
			g.to.records = append(g.to.records, w.records)
			continue
		}
		g.to.Segment.records = append(g.to.Segment.records, w.records...)
		g.records, w.records = append(g.records, w.records), nil
	}
}

// join puts the words together, of a segment whose records are.
func (m *merged) join() *Segment {
	if m.whole != nil {
		return m.whole
	}
	s := m.Segment
	s.words = make([]byte, 0, sizeOf(m.words))
	for _, words := range m.words {
		s.words = append(s.words, words...)
	}
	s.begin()
	return &s
}

// binary gives the binary form of the segment.
func (m *merged) binary() [][]byte {
	if m.whole != nil {
		return m.Binary()
	}
	head := []byte(magic)
	pieces := make([][]byte, 1, sections+2*len(m.words))
	for _, part := range m.sections() {
		of := [][]byte{*part}
		switch part {
		case &m.Segment.words:
			of = m.words
		case &m.Segment.records:
			of = m.records
		}
		head = binary.LittleEndian.AppendUint64(head, uint64(sizeOf(of)))
		pieces = append(pieces, of...)
	}
	pieces[0] = head
	return pieces
}

// sizeOf gives how many bytes there are in pieces.
func sizeOf(pieces [][]byte) (n int) {
	for _, piece := range pieces {
		n += len(piece)
	}
	return n
}

// takeWords takes the words of pieces, one behind the other.
func (m *merged) takeWords(pieces []*segmentWriter) {
	n := 0
	for _, w := range pieces {
		n += len(w.ends)
	}
	m.ends, m.starts, m.classes = make(numbers, 0, n), make(numbers, 0, n), make([]uint8, 0, n/4)
	words, records := 0, 0
	for _, w := range pieces {
		for i := range w.ends.len() {
			m.ends = m.ends.with(words + w.ends.at(i))
			m.starts = m.starts.with(records + w.starts.at(i))
		}
		words, records = words+len(w.words), records+w.recordBytes
		m.classes = append(m.classes, w.classes...)
		m.words = append(m.words, w.words)
	}
}
