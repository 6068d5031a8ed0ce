package story

import (
	"bytes"
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"jarida/corpus/flat"
)

// of tells what stories say of all articles.
func of(s *Stories, docs int) string {
	var b bytes.Buffer
	fmt.Fprintln(&b, describe(s))
	for doc := range int32(docs) {
		from, ok := s.From(doc)
		p, known := s.Pair(doc, (doc+1)%int32(docs))
		why, there := s.Why(doc)
		fmt.Fprintln(&b, doc, s.Of(doc), from, ok, p, known, why, there, s.SameText(doc, (doc+1)%int32(docs)))
	}
	return b.String()
}

// TestKept holds stories and builders that were kept to those that were made, whatever numbers the articles have, and whichever of them are gone.
func TestKept(t *testing.T) {
	t.Parallel()
	for seed := range int64(20) {
		rng := rand.New(rand.NewSource(seed))
		before := New(nil)
		texts := made(before.Reader(), rng, 40)
		n := len(texts)
		for _, x := range texts {
			before.Add(x)
		}
		kept := make([]int32, n) // the numbers under which they are kept
		for doc, to := range rng.Perm(n) {
			kept[doc] = int32(to)
		}
		groups, state := flat.Join(before.Stories().Keep(kept, n)), flat.Join(before.Keep(kept, n))
		back := make([]int32, n)
		for doc, number := range kept {
			back[number] = int32(doc)
		}
		k, err := Open(groups)
		if err != nil || k.Articles() != n {
			t.Fatal(err)
		}
		if _, ok := k.Stories(back, n, nil); ok != slices.IsSorted(back) {
			t.Fatal("the numbers are in another order")
		}
		checkSame(t, rng, texts)
		checkKeptBuilder(t, rng, texts, state, back)
	}
}

// checkSame holds stories to be the same where the order of the numbers is.
func checkSame(t *testing.T, rng *rand.Rand, texts []*Text) {
	t.Helper()
	n := len(texts)
	b, other := New(nil), New(nil)
	same, numbers := make([]int32, n), make([]int32, n)
	for i, x := range texts {
		same[i], numbers[i] = int32(i), int32(2*i)
		b.Add(x)
		moved := *x
		moved.doc = int32(2 * i)
		other.Add(&moved)
	}
	k, err := Open(flat.Join(b.Stories().Keep(same, n)))
	if err != nil {
		t.Fatal(err)
	}
	s, ok := k.Stories(numbers, 2*n, func(_ *Reader, doc int32) *Text {
		if doc%2 == 0 {
			return texts[doc/2]
		}
		return nil
	})
	if want := of(other.Stories(), 2*n); !ok || of(s, 2*n) != want {
		t.Fatalf("kept: %v\n%s\nmade\n%s", ok, of(s, 2*n), want)
	}
	numbers[rng.Intn(n)] = -1
	if _, ok := k.Stories(numbers, 2*n, nil); ok && !slices.ContainsFunc(numbers, func(n int32) bool { return n < 0 && s.Of(n) < 0 }) {
		t.Fatal("an article of a story has gone")
	}
}

// checkKeptBuilder holds a builder that was kept to a new one, when articles go, change and come.
func checkKeptBuilder(t *testing.T, rng *rand.Rand, texts []*Text, state []byte, back []int32) {
	t.Helper()
	n := len(texts)
	fresh := New(nil)
	for _, x := range texts {
		fresh.Add(x)
	}
	for i, doc := range back {
		if rng.Intn(5) == 0 {
			fresh.Remove(doc)
			back[i] = -1
		}
	}
	again, err := OpenBuilder(state, back, n, func(doc int32) string { return texts[doc].src })
	if err != nil {
		t.Fatal(err)
	}
	if got, want := of(again.Stories(), n), of(fresh.Stories(), n); got != want {
		t.Fatalf("kept\n%s\nmade\n%s", got, want)
	}
	for _, x := range made(fresh.Reader(), rng, n+10)[n/2:] {
		again.Add(x)
		fresh.Add(x)
	}
	if got, want := describe(again.Stories()), describe(fresh.Stories()); got != want {
		t.Fatalf("going on with what was kept\n%s\nmade\n%s", got, want)
	}
}

// FuzzKept holds that bytes that were never kept are not taken for stories, or answer without failing.
func FuzzKept(f *testing.F) {
	rng := rand.New(rand.NewSource(1))
	b := New(nil)
	texts := made(b.Reader(), rng, 12)
	n := len(texts)
	numbers := make([]int32, n)
	for i, x := range texts {
		numbers[i] = int32(i)
		b.Add(x)
	}
	groups, state := flat.Join(b.Stories().Keep(numbers, n)), flat.Join(b.Keep(numbers, n))
	for range 40 {
		damaged, other := bytes.Clone(groups), bytes.Clone(state)
		damaged[rng.Intn(len(damaged))] ^= 1 << rng.Intn(8)
		other[rng.Intn(len(other))] ^= 1 << rng.Intn(8)
		f.Add(damaged, state)
		f.Add(groups, other)
	}
	f.Fuzz(func(_ *testing.T, groups, state []byte) {
		if k, err := Open(groups); err == nil && k.Articles() < 1<<16 {
			same := make([]int32, k.Articles())
			for i := range same {
				same[i] = int32(i)
			}
			if s, ok := k.Stories(same, len(same), func(*Reader, int32) *Text { return texts[0] }); ok {
				_ = of(s, min(len(same), 64))
			}
		}
		if again, err := OpenBuilder(state, numbers, n, func(int32) string { return texts[0].src }); err == nil {
			for _, x := range texts[:n/2] {
				again.Add(x)
			}
			_ = describe(again.Stories())
		}
	})
}
