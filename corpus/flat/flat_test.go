package flat_test

import (
	"bytes"
	"slices"
	"testing"

	"jarida/corpus/flat"
)

type pair struct {
	a uint32
	b [2]int16
}

func written(pairs []pair, words []uint64, text string) []byte {
	var w flat.Writer
	flat.Put(&w, pairs)
	flat.Put(&w, words)
	flat.Put(&w, []byte(text))
	flat.Put(&w, []uint16(nil))
	return flat.Join(w.Pieces())
}

func TestLists(t *testing.T) {
	t.Parallel()
	pairs, words, text := []pair{{1, [2]int16{-2, 3}}, {4, [2]int16{5, 6}}, {7, [2]int16{}}}, []uint64{1<<64 - 1}, "جريدة!"
	data := written(pairs, words, text)
	for _, at := range []int{0, 1, 4} { // memory that begins where no number can is copied
		r := flat.Read(append(make([]byte, at), data...)[at:])
		p, w, s := flat.Take[pair](r), flat.One[uint64](r), flat.String(flat.Take[byte](r))
		if none := flat.Take[uint16](r); !slices.Equal(p, pairs) || w != words[0] || s != text || len(none) > 0 || !r.OK() {
			t.Errorf("at %d: %v %v %q %v %v", at, p, w, s, none, r.OK())
		}
	}
}

// TestParts holds that a list is written as the same bytes wherever its parts lie, and lists of lists as where they end and what is in them.
func TestParts(t *testing.T) {
	t.Parallel()
	parts := [][]uint16{{1, 2}, nil, {3}, {}, {4, 5}}
	var w flat.Writer
	flat.PutParts(&w, slices.Values(parts))
	flat.PutLists(&w, len(parts), func(i int) []uint16 { return parts[i] })
	flat.PutParts(&w, slices.Values([][]string{{"not plain"}}))
	flat.PutEach(&w, 1000, func(i int) uint32 { return uint32(i) })
	flat.PutEach(&w, 0, func(int) uint32 { return 1 })
	flat.PutEach(&w, 3, func(int) string { return "not plain" })
	var want flat.Writer
	flat.Put(&want, []uint16{1, 2, 3, 4, 5})
	flat.Put(&want, []uint32{2, 2, 3, 3, 5})
	flat.Put(&want, []uint16{1, 2, 3, 4, 5})
	thousand := make([]uint32, 1000)
	for i := range thousand {
		thousand[i] = uint32(i)
	}
	flat.Put(&want, thousand)
	flat.Put(&want, []uint32(nil))
	for range 2 { // also when it is asked for again
		if !bytes.Equal(flat.Join(w.Pieces()), flat.Join(want.Pieces())) {
			t.Error("the bytes are others than those of whole lists")
		}
	}
}

// TestNotRead holds that bytes that are not those of the lists are seen.
func TestNotRead(t *testing.T) {
	t.Parallel()
	data := written([]pair{{a: 1}, {a: 2}}, []uint64{3}, "text")
	read := func(data []byte) bool {
		r := flat.Read(data)
		flat.Take[pair](r)
		flat.One[uint64](r)
		flat.Take[byte](r)
		flat.Take[uint16](r)
		return r.OK()
	}
	for n := range data {
		if read(data[:n]) {
			t.Errorf("%d bytes of %d are enough", n, len(data))
		}
	}
	if read(append(bytes.Clone(data), make([]byte, 8)...)) {
		t.Error("there may be more")
	}
	other := bytes.Clone(data)
	slices.Reverse(other[:8])
	if read(other) {
		t.Error("the order of bytes may be another")
	}
	r := flat.Read(data)
	if list := flat.Take[[5]byte](r); list != nil || r.OK() {
		t.Error("records of 5 bytes are in 16")
	}
	r = flat.Read(data)
	if flat.Take[pair](r); r.OK() {
		t.Error("not all was taken")
	}
	if flat.One[uint64](r); !slices.Equal(flat.Take[byte](r), []byte("text")) {
		t.Error("the text has gone")
	}
	if flat.Take[uint16](r); !r.OK() {
		t.Error("all was taken")
	}
	if flat.Take[uint16](r); r.OK() {
		t.Error("one more was there")
	}
}

// TestPlain holds that no record that points, or has bytes that say nothing, is written or read.
func TestPlain(t *testing.T) {
	t.Parallel()
	refused[struct {
		A uint8
		B uint16
	}](t)
	refused[*int32](t)
	refused[string](t)
	refused[bool](t)
	refused[int](t) // it has not one size
	refused[struct{ P []byte }](t)
}

func refused[T any](t *testing.T) {
	t.Helper()
	var w flat.Writer
	flat.Put(&w, make([]T, 1))
	r := flat.Read(flat.Join(w.Pieces()))
	if flat.Take[T](r); r.OK() {
		t.Errorf("%T is a plain record", *new(T))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(written([]pair{{a: 1}}, []uint64{2, 3}, "text"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := flat.Read(data)
		n := 24*len(flat.Take[[3]uint64](r)) + len(flat.Take[byte](r)) + 8*len(flat.Take[pair](r))
		if n > len(data) {
			t.Fatalf("%d bytes out of %d", n, len(data))
		}
	})
}

// BenchmarkTake gives a million records.
func BenchmarkTake(b *testing.B) {
	data := written(make([]pair, 1<<20), []uint64{1}, "")
	b.ReportAllocs()
	for b.Loop() {
		if len(flat.Take[pair](flat.Read(data))) == 0 {
			b.Fatal("nothing")
		}
	}
}
