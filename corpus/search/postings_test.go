package search

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// TestBlockPostings holds that a block is encoded number by number, as listWriter says, however many bytes its numbers have.
func TestBlockPostings(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(9, 23))
	var w listWriter
	for i := range 8 * blockSize {
		w.begin()
		n := i%blockSize + 1
		bits, steps, times := make([]byte, (n+7)/8), []byte(nil), []byte(nil)
		for k := range n {
			w.steps[k], w.times[k] = r.Uint32N(1<<(i/blockSize*2)), once
			if r.IntN(3) == 0 {
				w.times[k] = once + 1 + r.Uint32N(1<<(i/blockSize*3))
				bits[k/8] |= 1 << (k % 8)
				times = appendUvarint(times, w.times[k])
			}
			steps = appendUvarint(steps, w.steps[k])
		}
		w.inBlock = n
		w.blockPostings()
		if want := bytes.Join([][]byte{bits, steps, times}, nil); !bytes.Equal(w.postings, want) {
			t.Fatalf("steps %d, times %d: postings %x, want %x", w.steps[:n], w.times[:n], w.postings, want)
		}
	}
}
