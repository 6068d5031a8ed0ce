package cache

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"iter"
	"os"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// The form of a file:
//
//	magic, the sections one behind the other,
//	{ for each section: bytes of its name, the name, its bytes, { the checksum of each 64 KiB of it }, as Encoder writes them }
//	the key (32 bytes), the bytes of magic and sections (8), the bytes from there to the end (8), the checksum of these but itself (4)
//
// All fixed numbers are little-endian, all checksums CRC-32C: no flipped bit, and no run of 32 damaged bits, goes unseen.

const (
	magic     = "jarida cache 3\n\x00"
	blockSize = 64 << 10 // what is read at least of a paged section
	readSize  = 16 * blockSize
	tailBytes = sha256.Size + 8 + 8 + 4
)

func checksum(b []byte) uint32 { return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)) }

// Sections are the parts of a cache by their names. Their bytes must not be changed.
type Sections map[string][]byte

// File is a cache that is open. What it holds stays the same whatever becomes of the cache: another one takes the place of the file, and
// does not change it. It may be used from any goroutine.
type File struct {
	opened   *os.File
	sections map[string]section
}

// section is where a section is.
type section struct {
	from, size int64
	sums       []uint32 // of its blocks
}

// openFile opens the cache with a key; an error says that there is none, or one that is damaged where that is seen at once.
func openFile(path string, key [sha256.Size]byte) (*File, error) {
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, fs.ErrInvalid // a pipe would be waited for
	}
	opened, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	f := &File{opened: opened}
	if err := f.readTable(key); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

var errDamaged = errors.New("damaged cache")

// readTable reads where the sections are.
func (f *File) readTable(key [sha256.Size]byte) error {
	info, err := f.opened.Stat()
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fs.ErrInvalid
	case info.Size() < int64(len(magic)+tailBytes):
		return errDamaged
	}
	var head [len(magic)]byte
	var tail [tailBytes]byte
	if _, err := f.opened.ReadAt(head[:], 0); err != nil {
		return err
	}
	if _, err := f.opened.ReadAt(tail[:], info.Size()-tailBytes); err != nil {
		return err
	}
	body := binary.LittleEndian.Uint64(tail[sha256.Size:])
	behind := binary.LittleEndian.Uint64(tail[sha256.Size+8:])
	size := uint64(info.Size())
	switch {
	case string(head[:]) != magic, string(tail[:sha256.Size]) != string(key[:]):
		return errDamaged
	case body < uint64(len(magic)), body > size, behind != size-body, behind < tailBytes:
		return errDamaged
	}
	table := make([]byte, behind)
	if _, err := f.opened.ReadAt(table, int64(body)); err != nil {
		return err
	}
	if checksum(table[:behind-4]) != binary.LittleEndian.Uint32(table[behind-4:]) || !f.cut(table[:behind-tailBytes], int64(body)) {
		return errDamaged
	}
	return nil
}

// cut notes the sections of a table, which fill a body.
func (f *File) cut(table []byte, body int64) bool {
	f.sections = map[string]section{}
	at := int64(len(magic))
	for d := NewDecoder(string(table)); d.More(); {
		name, n := d.String(), d.Uint()
		if n > uint64(body-at) {
			return false
		}
		s := section{from: at, size: int64(n), sums: make([]uint32, blocks(int64(n)))}
		for i := range s.sums {
			s.sums[i] = uint32(d.Uint())
		}
		if d.Failed() {
			return false
		}
		f.sections[name] = s
		at += s.size
	}
	return at == body
}

// blocks gives how many blocks so many bytes are.
func blocks(size int64) int64 { return (size + blockSize - 1) / blockSize }

// Section reads a section, on all cores: most of the time goes into memory that is touched for the first time. There is none where ok is
// false: it was not written, is damaged, or ctx has ended. Its bytes are the caller's.
func (f *File) Section(ctx context.Context, name string) (data []byte, ok bool) {
	s, ok := f.sections[name]
	if !ok {
		return nil, false
	}
	data = make([]byte, s.size)
	inLargePages(data)
	var next atomic.Int64
	var failed atomic.Bool
	var workers sync.WaitGroup
	for range min(int64(runtime.GOMAXPROCS(0)), (s.size+readSize-1)/readSize) {
		workers.Go(func() {
			for from := next.Add(readSize) - readSize; from < s.size && !failed.Load(); from = next.Add(readSize) - readSize {
				if ctx.Err() != nil || !f.read(&s, data, from, min(from+readSize, s.size)) {
					failed.Store(true)
				}
			}
		})
	}
	workers.Wait()
	if failed.Load() {
		return nil, false
	}
	return data, true
}

// read reads blocks of a section to their places; false where the file has become shorter, or worse.
func (f *File) read(s *section, data []byte, from, to int64) bool {
	if _, err := f.opened.ReadAt(data[from:to], s.from+from); err != nil {
		return false
	}
	for ; from < to; from += blockSize {
		if checksum(data[from:min(from+blockSize, to)]) != s.sums[from/blockSize] {
			return false
		}
	}
	return true
}

// Sections gives how many sections there are.
func (f *File) Sections() int { return len(f.sections) }

// Close closes the file. Sections that were read stay.
func (f *File) Close() { _ = f.opened.Close() } // nothing was written

// Writer writes the sections of a cache.
type Writer struct {
	ctx   context.Context //nolint:containedctx // it is that of the call of Save for which the writer lives
	out   *bufio.Writer
	limit int64
	size  int64
	sum   uint32 // of the block that is being written
	block int    // how much of it is
	sums  []uint32
	table Encoder
	err   error
}

func newWriter(ctx context.Context, to io.Writer, limit int64) *Writer {
	w := &Writer{ctx: ctx, out: bufio.NewWriterSize(to, readSize), limit: limit}
	w.append([]byte(magic))
	return w
}

// Section writes a section: pieces, one behind the other. A name must not come twice. The error of a Writer stays.
func (w *Writer) Section(name string, pieces ...[]byte) error {
	return w.SectionFrom(name, slices.Values(pieces))
}

// SectionFrom is Section for pieces that are made one after the other: each need be good only until the next.
func (w *Writer) SectionFrom(name string, pieces iter.Seq[[]byte]) error {
	before := w.size
	w.sums = w.sums[:0]
	for piece := range pieces {
		w.write(piece)
	}
	if w.block > 0 {
		w.endBlock()
	}
	w.table.String(name)
	w.table.Uint(uint64(w.size - before))
	for _, sum := range w.sums {
		w.table.Uint(uint64(sum))
	}
	return w.err
}

// write writes what stands under the checksums of blocks.
func (w *Writer) write(b []byte) {
	for len(b) > 0 && w.err == nil {
		n := min(len(b), blockSize-w.block)
		w.sum = crc32.Update(w.sum, crc32.MakeTable(crc32.Castagnoli), b[:n])
		w.append(b[:n])
		b = b[n:]
		if w.block += n; w.block == blockSize {
			w.endBlock()
		}
	}
}

func (w *Writer) endBlock() {
	w.sums = append(w.sums, w.sum)
	w.sum, w.block = 0, 0
}

// append writes bytes.
func (w *Writer) append(b []byte) {
	if w.err != nil {
		return
	}
	w.size += int64(len(b))
	if w.size > w.limit {
		w.err = errTooLarge
	} else if w.err = w.ctx.Err(); w.err == nil {
		_, w.err = w.out.Write(b)
	}
}

// close writes what stands behind the sections.
func (w *Writer) close(key [sha256.Size]byte) error {
	body := uint64(w.size)
	behind := append(w.table.Bytes(), key[:]...)
	behind = binary.LittleEndian.AppendUint64(behind, body)
	behind = binary.LittleEndian.AppendUint64(behind, uint64(len(behind))+8+4)
	w.append(binary.LittleEndian.AppendUint32(behind, checksum(behind)))
	return errors.Join(w.err, w.out.Flush())
}
