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
	"os"
	"runtime"
	"sync"
	"sync/atomic"
)

// The form of a file:
//
//	magic, the sections one behind the other,
//	{ the checksum of each 1 MiB of what stands before, 4 bytes }
//	{ for each section: bytes of its name, the name, its bytes, as Encoder writes them }
//	the key (32 bytes), the bytes of the sections (8), the bytes from there to the end (8), the checksum of these but itself (4)
//
// All numbers are little-endian, all checksums CRC-32C: no flipped bit, and no run of 32 damaged bits, goes unseen.

const (
	magic     = "jarida cache 1\n\x00"
	blockSize = 1 << 20
	tailBytes = sha256.Size + 8 + 8 + 4
)

func checksum(b []byte) uint32 { return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)) }

// Sections are the parts of a cache by their names. Their bytes must not be changed.
type Sections map[string][]byte

// readFile reads a whole file, on all cores: most of the time goes into memory that is touched for the first time.
func readFile(ctx context.Context, path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fs.ErrInvalid
	}
	data := make([]byte, info.Size())
	var failed atomic.Bool
	eachBlock(len(data), func(_, from, to int) {
		if ctx.Err() != nil {
			failed.Store(true)
		} else if _, err := f.ReadAt(data[from:to], int64(from)); err != nil {
			failed.Store(true) // it has become shorter, or worse
		}
	})
	if failed.Load() {
		return nil, io.ErrUnexpectedEOF
	}
	return data, nil
}

// eachBlock calls a function for each block of so many bytes, on all cores.
func eachBlock(size int, do func(block, from, to int)) {
	blocks := (size + blockSize - 1) / blockSize
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), blocks) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < blocks; i = int(next.Add(1)) - 1 {
				do(i, i*blockSize, min((i+1)*blockSize, size))
			}
		})
	}
	workers.Wait()
}

// open gives the sections of a file, false where anything is not as it was written.
func open(data []byte, key [sha256.Size]byte) (Sections, bool) {
	if len(data) < len(magic)+tailBytes || string(data[:len(magic)]) != magic {
		return nil, false
	}
	tail := data[len(data)-tailBytes:]
	body := binary.LittleEndian.Uint64(tail[sha256.Size:])
	behind := binary.LittleEndian.Uint64(tail[sha256.Size+8:])
	sum := binary.LittleEndian.Uint32(tail[sha256.Size+16:])
	if body < uint64(len(magic)) || body > uint64(len(data)-tailBytes) || behind != uint64(len(data))-body || string(tail[:sha256.Size]) != string(key[:]) ||
		checksum(data[body:len(data)-4]) != sum {
		return nil, false
	}
	blocks := (int(body) + blockSize - 1) / blockSize
	table := data[body : len(data)-tailBytes]
	if len(table) < 4*blocks || !sound(data[:body], table) {
		return nil, false
	}
	return cut(data[len(magic):body], table[4*blocks:])
}

// sound reports whether each block has its checksum.
func sound(body, sums []byte) bool {
	var damaged atomic.Bool
	eachBlock(len(body), func(block, from, to int) {
		if checksum(body[from:to]) != binary.LittleEndian.Uint32(sums[4*block:]) {
			damaged.Store(true)
		}
	})
	return !damaged.Load()
}

// cut gives the sections by their table.
func cut(body, table []byte) (Sections, bool) {
	sections := Sections{}
	for d := NewDecoder(string(table)); d.More(); {
		name, n := d.String(), d.Uint()
		if d.Failed() || n > uint64(len(body)) {
			return nil, false
		}
		sections[name], body = body[:n:n], body[n:]
	}
	return sections, len(body) == 0
}

// Writer writes the sections of a cache.
type Writer struct {
	ctx   context.Context //nolint:containedctx // it is that of the call of Save for which the writer lives
	out   *bufio.Writer
	limit int64
	size  int64
	sum   uint32 // of the block that is being written
	sums  []byte
	table Encoder
	err   error
}

func newWriter(ctx context.Context, to io.Writer, limit int64) *Writer {
	w := &Writer{ctx: ctx, out: bufio.NewWriterSize(to, blockSize), limit: limit}
	w.write([]byte(magic))
	return w
}

// Section writes a section: pieces, one behind the other. A name must not come twice. The error of a Writer stays.
func (w *Writer) Section(name string, pieces ...[]byte) error {
	before := w.size
	for _, piece := range pieces {
		w.write(piece)
	}
	w.table.String(name)
	w.table.Uint(uint64(w.size - before))
	return w.err
}

// write writes what stands under the checksums of blocks.
func (w *Writer) write(b []byte) {
	for len(b) > 0 && w.err == nil {
		n := min(int64(len(b)), blockSize-w.size%blockSize)
		w.sum = crc32.Update(w.sum, crc32.MakeTable(crc32.Castagnoli), b[:n])
		w.append(b[:n])
		b = b[n:]
		if w.size%blockSize == 0 {
			w.endBlock()
		}
	}
}

func (w *Writer) endBlock() {
	w.sums = binary.LittleEndian.AppendUint32(w.sums, w.sum)
	w.sum = 0
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
	if w.size%blockSize > 0 {
		w.endBlock()
	}
	behind := append(append(w.sums, w.table.Bytes()...), key[:]...)
	behind = binary.LittleEndian.AppendUint64(behind, body)
	behind = binary.LittleEndian.AppendUint64(behind, uint64(len(behind))+8+4)
	w.append(binary.LittleEndian.AppendUint32(behind, checksum(behind)))
	return errors.Join(w.err, w.out.Flush())
}
