// Package flat writes lists of numbers as bytes and gives bytes as lists of numbers, without a copy of either.
//
// What a program has computed and keeps for its next run is millions of small records. Lists of them that point nowhere cost nothing to read
// but the file, and the garbage collector does not look into them. The bytes are those of memory: a machine with another order of bytes, or a
// program with other records, must not read them, so keep them under a name that says whose they are.
package flat

import (
	"encoding/binary"
	"iter"
	"reflect"
	"slices"
	"unsafe"
)

// The form of the bytes, all numbers in the order of this machine:
//
//	mark (8 bytes), the number of lists (8), the bytes of each list (8 each),
//	{ the list, and zeros up to the next multiple of 8 bytes }
const (
	mark = 0x6a61726964613031 // is another number where the order of bytes is another
	word = 8
)

// Writer takes lists. They must not change until their bytes are written.
type Writer struct {
	lengths []uint64
	lists   []iter.Seq[[]byte] // the pieces of each
}

// Put adds a list. Its records must be plain: numbers of a fixed size, and arrays and structs of them without gaps. A list of other ones is
// not written, so that it is not found when it is read.
func Put[T any](w *Writer, list []T) {
	PutParts(w, func(yield func([]T) bool) { yield(list) })
}

// PutParts adds a list that lies in parts, one behind the other: what is in many places of memory need not be copied to one. The parts are gone
// through twice.
func PutParts[T any](w *Writer, parts iter.Seq[[]T]) {
	n := 0
	for part := range parts {
		n += len(part)
	}
	put(w, n, parts)
}

// eachRecords is how many records of PutEach are made at a time.
const eachRecords = 256

// PutEach adds a list of n records, of which nth makes each when its bytes are written: where they are many, they need not be in memory together.
func PutEach[T any](w *Writer, n int, nth func(i int) T) {
	put(w, n, func(yield func([]T) bool) {
		records := make([]T, 0, min(n, eachRecords))
		for i := range n {
			if records = append(records, nth(i)); len(records) == cap(records) {
				if !yield(records) {
					return
				}
				records = records[:0]
			}
		}
		yield(records)
	})
}

// PutLists adds n lists, of which nth gives each, as two: where each of them ends, and all of them one behind the other.
func PutLists[T any](w *Writer, n int, nth func(i int) []T) {
	ends, end := make([]uint32, n), uint32(0)
	for i := range ends {
		end += uint32(len(nth(i)))
		ends[i] = end
	}
	Put(w, ends)
	put(w, int(end), func(yield func([]T) bool) {
		for i := range n {
			if !yield(nth(i)) {
				return
			}
		}
	})
}

// put adds a list of n records that lies in parts.
func put[T any](w *Writer, n int, parts iter.Seq[[]T]) {
	var record T
	if !plain(reflect.TypeFor[T]()) {
		return
	}
	size := n * int(unsafe.Sizeof(record))
	w.lengths = append(w.lengths, uint64(size))
	w.lists = append(w.lists, func(yield func([]byte) bool) {
		for part := range parts {
			if len(part) == 0 {
				continue
			}
			b := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(part))), len(part)*int(unsafe.Sizeof(record))) //nolint:gosec // plain records are bytes
			if !yield(b) {
				return
			}
		}
		yield(make([]byte, padding(size)))
	})
}

// Pieces yields what was put as pieces of bytes, one behind the other. They share the memory of the lists, or are good until the next one.
func (w *Writer) Pieces() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		head := binary.NativeEndian.AppendUint64(nil, mark)
		head = binary.NativeEndian.AppendUint64(head, uint64(len(w.lengths)))
		for _, n := range w.lengths {
			head = binary.NativeEndian.AppendUint64(head, n)
		}
		if !yield(head) {
			return
		}
		for _, list := range w.lists {
			for piece := range list {
				if !yield(piece) {
					return
				}
			}
		}
	}
}

// Join gives pieces as one.
func Join(pieces iter.Seq[[]byte]) (all []byte) {
	for piece := range pieces {
		all = append(all, piece...)
	}
	return all
}

func padding(n int) int { return -n & (word - 1) }

// Reader gives lists in the order in which they were put. What it gives of anything else is empty, and OK says so.
type Reader struct {
	lengths []byte
	rest    []byte
	failed  bool
}

// Read makes a Reader of bytes, which the lists share: they must not be changed. The memory of the bytes should begin where that of a number
// can, as that of make does; a copy is made of others.
func Read(data []byte) *Reader {
	if len(data) < 2*word || binary.NativeEndian.Uint64(data) != mark {
		return &Reader{failed: true}
	}
	n := binary.NativeEndian.Uint64(data[word:])
	rest := data[2*word:]
	if n > uint64(len(rest)/word) {
		return &Reader{failed: true}
	}
	if uintptr(unsafe.Pointer(unsafe.SliceData(data)))%word != 0 { //nolint:gosec // it is only asked where it is
		rest = append(make([]byte, 0, len(rest)), rest...)
	}
	return &Reader{lengths: rest[:word*n], rest: rest[word*n:]}
}

// Take gives the next list. Its records must be those that were put.
func Take[T any](r *Reader) []T {
	size := int(reflect.TypeFor[T]().Size())
	if r.failed || len(r.lengths) == 0 || size == 0 || !plain(reflect.TypeFor[T]()) {
		r.failed = true
		return nil
	}
	n := binary.NativeEndian.Uint64(r.lengths)
	if n > uint64(len(r.rest)) || n%uint64(size) != 0 || int(n)+padding(int(n)) > len(r.rest) {
		r.failed = true
		return nil
	}
	data := r.rest[:n]
	r.lengths, r.rest = r.lengths[word:], r.rest[int(n)+padding(int(n)):]
	if n == 0 {
		return nil
	}
	list := unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(data))), int(n)/size) //nolint:gosec // plain records are any bytes
	return slices.Clip(list)
}

// One gives a list of one record by itself; the zero record of any other list.
func One[T any](r *Reader) (v T) {
	if list := Take[T](r); len(list) == 1 {
		return list[0]
	}
	r.failed = true
	return v
}

// OK reports whether all lists were there and have been taken, and nothing else was.
func (r *Reader) OK() bool { return !r.failed && len(r.lengths) == 0 && len(r.rest) == 0 }

// String gives bytes as a string, without a copy: they must not be changed.
func String(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) } //nolint:gosec // as the comment says

// Bytes gives the bytes of a string, without a copy: they must not be changed.
func Bytes(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) } //nolint:gosec // as the comment says

// Bool is a truth that any byte may be: 0 is false.
type Bool uint8

// BoolOf gives a truth.
func BoolOf(b bool) Bool {
	if b {
		return 1
	}
	return 0
}

// True reports whether it is one.
func (b Bool) True() bool { return b != 0 }

// plain reports whether any bytes are a record of a type, and a record is nothing but its bytes.
func plain(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64,
		reflect.Float32, reflect.Float64:
		return true
	case reflect.Array:
		return plain(t.Elem())
	case reflect.Struct:
		end := uintptr(0)
		for f := range t.Fields() {
			if f.Offset != end || !plain(f.Type) {
				return false
			}
			end += f.Type.Size()
		}
		return end == t.Size()
	default:
		return false
	}
}
