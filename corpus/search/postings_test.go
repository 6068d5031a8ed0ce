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

// TestAddFew holds that short lists of several segments make the list that reading and adding their articles does, also where a block ends among them.
func TestAddFew(t *testing.T) {
	t.Parallel()
	const articles = 1000 // of each segment
	r := rand.New(rand.NewPCG(10, 24))
	var part, few, all listWriter
	var reader listReader
	for range 400 {
		few.begin()
		all.begin()
		for base := 0; base < 12*articles; base += articles {
			part.begin()
			for article := r.IntN(200); article < articles; article += 1 + r.IntN(40) + r.IntN(2)*r.IntN(400) {
				times := 1 + r.IntN(2)*r.IntN(200)
				part.open()
				for range times {
					part.positions = appendUvarint(part.positions, r.Uint32N(300))
				}
				part.post(article, times, r.IntN(8) == 0)
			}
			part.end()
			l := list{data: part.appendTo(nil), articles: part.articles}
			for _, w := range []*listWriter{&few, &all} {
				if w == &few && l.articles <= blockSize && w.addFew(l, base, articles) {
					continue
				}
				for reader.reset(l, articles); reader.next(0); {
					w.addAll(reader.articles[:reader.n], reader.times[:reader.n], base, reader.positions)
				}
			}
		}
		few.end()
		all.end()
		if got, want := few.appendTo(nil), all.appendTo(nil); few.articles != all.articles || !bytes.Equal(got, want) {
			t.Fatalf("%d articles: %x, want %d: %x", few.articles, got, all.articles, want)
		}
	}
}
