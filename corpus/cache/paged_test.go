package cache_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"sync"
	"testing"

	"jarida/corpus/cache"
)

// block is what stands under one checksum.
const block = 64 << 10

// TestPaged holds that a section gives the bytes that were written wherever somebody looks, also several at a time.
func TestPaged(t *testing.T) {
	t.Parallel()
	data := make([]byte, 9*block+321)
	random := rand.NewChaCha8([32]byte{4})
	_, _ = random.Read(data) // which never fails
	s := cache.New(t.TempDir(), "1", 0)
	save(t, s, cache.Sections{"other": []byte("before"), "paged": data, "none": nil}, "x")
	f, ok := s.Open("x")
	if !ok {
		t.Fatal("not kept")
	}
	p, ok := f.Paged("paged")
	if !ok || p.Len() != len(data) {
		t.Fatalf("%v, %d bytes of %d", ok, p.Len(), len(data))
	}
	var all sync.WaitGroup
	for seed := range uint64(4) {
		all.Go(func() {
			random := rand.New(rand.NewPCG(seed, 1))
			for range 200 {
				from := random.IntN(len(data) + 1)
				to := from + random.IntN(min(2*block, len(data)-from)+1)
				if got, ok := p.Bytes(from, to); !ok || !bytes.Equal(got, data[from:to]) {
					t.Errorf("%d to %d: %v, other bytes", from, to, ok)
				}
			}
		})
	}
	all.Wait()
	for _, outside := range [][2]int{{-1, 3}, {5, 4}, {0, len(data) + 1}, {len(data) + 1, len(data) + 1}} {
		if _, ok := p.Bytes(outside[0], outside[1]); ok {
			t.Errorf("%d to %d is there", outside[0], outside[1])
		}
	}
	if p, ok := f.Paged("none"); !ok || p.Len() != 0 {
		t.Error("an empty section is not there")
	} else if _, ok := p.Bytes(0, 0); !ok {
		t.Error("an empty section has no end")
	}
	if _, ok := f.Paged("unknown"); ok {
		t.Error("there is a section that was not written")
	}
}

// TestPagedDamage holds that bytes which are damaged, or cut off after the file was opened, are not given, and that others are.
func TestPagedDamage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	data := bytes.Repeat([]byte("sections "), 5*block/9)
	s := cache.New(dir, "1", 0)
	save(t, s, cache.Sections{"paged": data}, "x")
	path := kept(t, dir)[0]
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(whole, data[:99])
	damages := map[string]func() error{
		"flipped": func() error {
			other := bytes.Clone(whole)
			other[at+2*block+7] ^= 4
			return os.WriteFile(path, other, 0o600)
		},
		"cut off": func() error { return os.Truncate(path, int64(at+2*block+7)) },
	}
	for name, damage := range damages {
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		f, ok := s.Open("x")
		if !ok {
			t.Fatal("not kept")
		}
		p, _ := f.Paged("paged")
		if _, ok := p.Bytes(0, block); !ok {
			t.Errorf("%s: the first block is not there before", name)
		}
		if err := damage(); err != nil {
			t.Fatal(err)
		}
		for i := range 5 {
			want := i < 2 || i > 2 && name == "flipped"
			if got, ok := p.Bytes(i*block+100, min((i+1)*block, len(data))); ok != want || ok && !bytes.Equal(got, data[i*block+100:][:len(got)]) {
				t.Errorf("%s: block %d is there: %v", name, i, ok)
			}
		}
		if _, ok := p.Bytes(0, len(data)); ok {
			t.Errorf("%s: all of it is there", name)
		}
	}
}
