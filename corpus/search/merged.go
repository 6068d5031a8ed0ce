package search

import "encoding/binary"

// merged is a segment whose words and records are in pieces, one behind the other.
type merged struct {
	Segment

	words, records [][]byte
	whole          *Segment // which it is already, or nil
}

// join puts the pieces together.
func (m *merged) join() *Segment {
	if m.whole != nil {
		return m.whole
	}
	s := m.Segment
	s.words, s.records = make([]byte, 0, sizeOf(m.words)), make([]byte, 0, sizeOf(m.records))
	for i := range m.words {
		s.words, s.records = append(s.words, m.words[i]...), append(s.records, m.records[i]...)
		m.words[i], m.records[i] = nil, nil // whose memory is as large as that of the whole
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

// takePieces takes the words of pieces, one behind the other.
func (m *merged) takePieces(pieces []*segmentWriter) {
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
		words, records = words+len(w.words), records+len(w.records)
		m.classes = append(m.classes, w.classes...)
		m.words, m.records = append(m.words, w.words), append(m.records, w.records)
	}
}
