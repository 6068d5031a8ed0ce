package cache

import (
	"sync"
	"sync/atomic"
)

// Paged is a section that is read where somebody looks at it, each block once, when its checksum is looked at. It may be used from any goroutine.
type Paged struct {
	file *File // which stays open for as long as somebody may look
	at   section
	data []byte // the memory of what has not been read is not touched

	mu   sync.Mutex
	read []atomic.Bool // by block
}

// Paged gives a section that is read where somebody looks at it; false where it was not written. The file need not be closed then: it is when
// nobody can look any more.
func (f *File) Paged(name string) (p *Paged, ok bool) {
	s, ok := f.sections[name]
	if !ok {
		return nil, false
	}
	return &Paged{file: f, at: s, data: make([]byte, s.size), read: make([]atomic.Bool, len(s.sums))}, true
}

// Len gives how many bytes the section has.
func (p *Paged) Len() int { return len(p.data) }

// Bytes gives the bytes from one place to before another. They must not be changed. There are none where ok is false: they are damaged, cannot be
// read any more, or are outside of the section.
func (p *Paged) Bytes(from, to int) (data []byte, ok bool) {
	if from < 0 || to < from || to > len(p.data) {
		return nil, false
	}
	for at := from / blockSize; at*blockSize < to; at++ {
		if !p.read[at].Load() && !p.readTo(at, to) {
			return nil, false
		}
	}
	return p.data[from:to:to], true
}

// readTo reads from a block on those that have not been read, as far as they stand side by side before a place.
func (p *Paged) readTo(first, to int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	behind := first
	for behind*blockSize < to && !p.read[behind].Load() {
		behind++
	}
	if behind == first {
		return true // another goroutine was before
	}
	from, end := first*blockSize, min(behind*blockSize, len(p.data))
	inLargePages(p.data[from:end])
	if !p.file.read(&p.at, p.data, int64(from), int64(end)) {
		return false
	}
	for ; first < behind; first++ {
		p.read[first].Store(true)
	}
	return true
}
