package search

import "sync/atomic"

// Nine tenths of a segment are the records of its words, of which a query looks at some hundred of half a million. Whoever asks but one query need
// not have read the others.

// Pages are the bytes of a binary form that are read where somebody looks at them.
type Pages interface {
	Len() int
	// Bytes gives the bytes from one place to before another, which must not be changed; false where they are damaged, or cannot be read any more.
	// It may be called from any goroutine.
	Bytes(from, to int) ([]byte, bool)
}

// pagedRecords are the records of a segment of which not all have been read.
type pagedRecords struct {
	pages   Pages
	from    int // where they begin
	size    int
	damaged atomic.Bool
}

// OpenPaged is OpenSegment for bytes that are read where somebody looks at them. Where the record of a word cannot be read then, the segment has
// the word in no article, and Index.Damaged tells of it.
func OpenPaged(pages Pages) (*Segment, error) {
	data, ok := pages.Bytes(0, min(header, pages.Len()))
	if !ok || len(data) < header {
		return nil, errDamaged
	}
	records := sectionBytes(data, sections-1)
	if records > uint64(pages.Len()) {
		return nil, errDamaged
	}
	tables := pages.Len() - int(records)
	if data, ok = pages.Bytes(0, tables); !ok {
		return nil, errDamaged
	}
	s := &Segment{paged: &pagedRecords{pages: pages, from: tables, size: int(records)}}
	if err := s.cut(data); err != nil {
		return nil, err
	}
	return s, nil
}

// recordBytes gives how many bytes the records have.
func (s *Segment) recordBytes() int {
	if s.paged != nil {
		return s.paged.size
	}
	return len(s.records)
}

// recordsIn gives a stretch of the records, nothing where it is damaged.
func (s *Segment) recordsIn(from, to int) []byte {
	p := s.paged
	if p == nil {
		return s.records[from:to]
	}
	data, ok := p.pages.Bytes(p.from+from, p.from+to)
	if !ok {
		p.damaged.Store(true)
		return nil
	}
	return data
}

// whole gives a segment with all its records.
func (s *Segment) whole() (*Segment, error) {
	if s.paged == nil {
		return s, nil
	}
	other := *s
	if other.records = s.recordsIn(0, s.paged.size); len(other.records) < s.paged.size {
		return nil, errDamaged
	}
	other.paged = nil
	return &other, nil
}

// Damaged reports whether somebody looked at a record that could not be read: what the index has answered may be wrong then.
func (x *Index) Damaged() bool {
	if x == nil {
		return false
	}
	for i := range x.parts {
		if p := x.parts[i].paged; p != nil && p.damaged.Load() {
			return true
		}
	}
	return false
}
