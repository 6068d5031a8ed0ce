package digest_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"testing"
	"time"

	"jarida/corpus/digest"
)

// hash is that of the n-th article.
func hash(n int) (h [16]byte) {
	sum := sha256.Sum256(fmt.Append(nil, n))
	copy(h[:], sum[:])
	return h
}

func hashes(n int) (all [][16]byte) {
	for i := range n {
		all = append(all, hash(i))
	}
	return all
}

func TestVisit(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 3, 2, 21, 5, 30, 999, time.UTC)
	for _, n := range []int{0, 1, 2, 1000} {
		// Each twice: two files with one text.
		data := digest.NewVisit(at, slices.Values(append(hashes(n), hashes(n)...))).Encode()
		v, ok := digest.DecodeVisit(data)
		if !ok || v.None() || v.Articles() != n || !v.At().Equal(at.Truncate(time.Second)) {
			t.Fatalf("of %d articles: %v, %d at %v", n, ok, v.Articles(), v.At())
		}
		for i := range n + 1000 {
			if v.Knows(hash(i)) != (i < n) {
				t.Fatalf("of %d articles the %d-th is known: %v", n, i, v.Knows(hash(i)))
			}
		}
		if most := 8 + 6*n; len(data) > most {
			t.Errorf("%d articles take %d bytes, more than %d", n, len(data), most)
		}
	}
	if v := (digest.Visit{}); !v.None() || v.Knows(hash(0)) {
		t.Error("there was a visit before the first")
	}
}

func TestDecodeVisit(t *testing.T) {
	t.Parallel()
	good := digest.NewVisit(time.Date(2026, 3, 2, 21, 5, 0, 0, time.UTC), slices.Values(hashes(3))).Encode()
	swapped := slices.Concat(good[:8], good[14:20], good[8:14], good[20:])
	for _, test := range []struct {
		name string
		data []byte
	}{
		{"nothing", nil},
		{"cut off in the time", good[:7]},
		{"cut off in a hash", good[:len(good)-1]},
		{"longer", append(slices.Clone(good), 0)},
		{"out of order", swapped},
		{"one twice", slices.Concat(good, good[len(good)-6:])},
		{"no time", append(make([]byte, 8), good[8:]...)},
		{"a time that cannot be", append(bytes.Repeat([]byte{0xFF}, 8), good[8:]...)},
	} {
		if v, ok := digest.DecodeVisit(test.data); ok || !v.None() {
			t.Errorf("%s: a visit of %d articles", test.name, v.Articles())
		}
	}
}

// FuzzDecodeVisit holds that a damaged file is no visit, or one that says what the file says.
func FuzzDecodeVisit(f *testing.F) {
	f.Add([]byte{})
	f.Add(digest.NewVisit(time.Unix(1, 0), slices.Values(hashes(0))).Encode())
	f.Add(digest.NewVisit(time.Unix(1_772_485_500, 0), slices.Values(hashes(4))).Encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		v, ok := digest.DecodeVisit(data)
		switch {
		case ok == v.None():
			t.Fatalf("%v, and none: %v", ok, v.None())
		case ok && !bytes.Equal(v.Encode(), data):
			t.Fatalf("%x says %x", data, v.Encode())
		}
	})
}
