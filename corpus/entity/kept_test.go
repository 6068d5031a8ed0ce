package entity

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"jarida/corpus/flat"
)

// keep2 keeps what a builder has, the articles by random numbers. It gives the two parts, and the numbers.
func keep2(random *rand.Rand, b *Builder, e Edits, docs int) (index, state []byte, numbers []int32) {
	numbers = permuted(random, docs)
	return flat.Join(b.Index(e).Keep(numbers, docs)), flat.Join(b.Keep()), numbers
}

func permuted(random *rand.Rand, n int) []int32 {
	numbers := make([]int32, n)
	for i, to := range random.Perm(n) {
		numbers[i] = int32(to)
	}
	return numbers
}

// randomEdits corrects what may occur.
func randomEdits(random *rand.Rand) (e Edits) {
	spelled := func() Spelled {
		typ := Type(random.IntN(3))
		return Spelled{typ, propertyNames[typ][random.IntN(len(propertyNames[typ]))]}
	}
	for range random.IntN(3) {
		switch random.IntN(4) {
		case 0:
			e.Merge(spelled(), spelled())
		case 1:
			e.TakeApart(spelled())
		case 2:
			e.Rename(spelled(), "اسم آخر")
		case 3:
			e.Hide(spelled())
		}
	}
	return e
}

func taggerOf(l *lists) func() (*Tagger, error) {
	return func() (*Tagger, error) { return &Tagger{lists: l}, nil }
}

// looked gives what lookups of names find in an index.
func looked(x *Index) string {
	var found [][]ID
	for typ := Person; typ <= Quantity; typ++ {
		for _, name := range propertyNames[typ] {
			found = append(found, x.Lookup(name), x.Prefix(name, 0))
		}
	}
	return fmt.Sprint(found)
}

// TestKept holds what was kept to what is computed, whatever numbers the articles have, whichever of them are gone or have changed, and
// whatever the reader has corrected.
func TestKept(t *testing.T) {
	l := testLists(t)
	random := rand.New(rand.NewPCG(9, 10))
	for range 60 {
		found, e := randomFolder(random, 1+random.IntN(20)), randomEdits(random)
		n := len(found)
		before := newBuilder(l)
		for _, f := range found {
			before.Add(f)
		}
		if random.IntN(2) == 0 {
			before.Remove(int32(random.IntN(n)))
		}
		index, state, numbers := keep2(random, before, e, n)
		k, err := Open(index, taggerOf(l))
		if err != nil {
			t.Fatal(err)
		}
		back := make([]int32, n) // to other numbers, with holes
		fresh := newBuilder(l)
		for doc, to := range permuted(random, n) {
			back[numbers[doc]] = -1
			if before.docs[doc] != nil {
				back[numbers[doc]] = to * 2
				found[doc].Doc = to * 2
				fresh.Add(found[doc])
			}
		}
		x, ok := k.Index(e, back, 2*n)
		want := fresh.Index(e)
		if !ok || describe(x, 2*n) != describe(want, 2*n) {
			t.Fatalf("kept: %v\n%s\ncomputed\n%s", ok, describe(x, 2*n), describe(want, 2*n))
		}
		if got, want := looked(x), looked(want); got != want {
			t.Fatalf("kept, names lead to\n%s\nwant\n%s", got, want)
		}
		if _, ok := k.Index(Edits{Split: []Spelled{{Place, "روما"}, {Place, "موسكو"}, {Place, "غزة"}}}, back, 2*n); ok {
			t.Fatal("the index is that of other corrections")
		}
		checkBuilder(t, random, k, fresh, state, back)
	}
}

// checkBuilder holds a builder that was kept to a fresh one, with the same articles gone and others come.
func checkBuilder(t *testing.T, random *rand.Rand, k *Kept, fresh *Builder, state []byte, back []int32) {
	t.Helper()
	n := len(back)
	for i := range back {
		if back[i] >= 0 && random.IntN(4) == 0 {
			fresh.Remove(back[i])
			back[i] = -1
			if _, ok := k.Index(Edits{}, back, 2*n); ok {
				t.Fatal("the index has an article that has gone")
			}
		}
	}
	again, err := k.Builder(&Tagger{lists: fresh.forms.lists}, state, back, 2*n)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range randomFolder(random, 5) {
		f.Doc += int32(random.IntN(2 * n))
		again.Add(f)
		fresh.Add(f)
	}
	if got, want := describe(again.Index(Edits{}), 2*n+5), describe(fresh.Index(Edits{}), 2*n+5); got != want {
		t.Fatalf("going on with what was kept:\n%s\nwant\n%s", got, want)
	}
	if got, want := again.tallied(), fresh.tallied(); got != want {
		t.Fatalf("counted %v, want %v", got, want)
	}
}

// tallied gives how many mentions are counted.
func (b *Builder) tallied() (all [3]uint32) {
	for _, t := range b.tallies {
		all[0], all[1], all[2] = all[0]+t.all, all[1]+t.counted, all[2]+t.sure
	}
	return all
}

// TestKeptNothing holds an index of nothing to be kept as well.
func TestKeptNothing(t *testing.T) {
	l := testLists(t)
	index, state, _ := keep2(rand.New(rand.NewPCG(1, 1)), newBuilder(l), Edits{}, 0)
	k, err := Open(index, taggerOf(l))
	if err != nil {
		t.Fatal(err)
	}
	if x, ok := k.Index(Edits{}, nil, 0); !ok || x.Len() != 0 || len(x.Lookup("روما")) != 0 {
		t.Errorf("nothing is %v, %v", x, ok)
	}
	if b, err := k.Builder(&Tagger{lists: l}, state, nil, 0); err != nil || b.Index(Edits{}).Len() != 0 {
		t.Error(err)
	}
}

// TestEditsDigest holds corrections to be known whatever their order, and to be told from others.
func TestEditsDigest(t *testing.T) {
	a, b, c := Spelled{Person, "أ"}, Spelled{Person, "ب"}, Spelled{Place, "أ"}
	one := Edits{Merged: []Merge{{a, b}, {c, b}}, Split: []Spelled{a, c}, Renamed: map[Spelled]string{a: "1", b: "2"}, Hidden: map[Spelled]bool{c: true, a: true}}
	two := Edits{Merged: []Merge{{c, b}, {a, b}}, Split: []Spelled{c, a}, Renamed: map[Spelled]string{b: "2", a: "1"}, Hidden: map[Spelled]bool{a: true, c: true}}
	if one.digest() != two.digest() {
		t.Error("the order of corrections makes others of them")
	}
	seen := map[[32]byte]bool{}
	for _, e := range []Edits{
		{},
		one,
		{Merged: []Merge{{a, b}}},
		{Merged: []Merge{{b, a}}},
		{Split: []Spelled{a}},
		{Split: []Spelled{c}},
		{Split: []Spelled{a, c}},
		{Renamed: map[Spelled]string{a: "1"}},
		{Renamed: map[Spelled]string{a: "2"}},
		{Hidden: map[Spelled]bool{a: true}},
		{Hidden: map[Spelled]bool{c: true}},
	} {
		if seen[e.digest()] {
			t.Errorf("%+v is like others", e)
		}
		seen[e.digest()] = true
	}
}

// FuzzKept holds that bytes that were never kept are not taken for an index, or answer without failing.
func FuzzKept(f *testing.F) {
	l := testLists(f)
	random := rand.New(rand.NewPCG(11, 12))
	found := randomFolder(random, 8)
	b := newBuilder(l)
	for _, a := range found {
		b.Add(a)
	}
	index, state, _ := keep2(random, b, Edits{}, len(found))
	for range 40 {
		damaged, other := bytes.Clone(index), bytes.Clone(state)
		damaged[random.IntN(len(damaged))] ^= 1 << random.IntN(8)
		other[random.IntN(len(other))] ^= 1 << random.IntN(8)
		f.Add(damaged, state)
		f.Add(index, other)
	}
	f.Fuzz(func(_ *testing.T, index, state []byte) {
		k, err := Open(index, taggerOf(l))
		if err != nil || k.Articles() > 1<<16 {
			return
		}
		numbers := make([]int32, k.Articles())
		for i := range numbers {
			numbers[i] = int32(i)
		}
		if x, ok := k.Index(Edits{}, numbers, len(numbers)); ok {
			_ = describe(x, len(numbers))
			looked(x)
		}
		if b, err := k.Builder(&Tagger{lists: l}, state, numbers, len(numbers)); err == nil {
			for _, a := range found {
				b.Add(a)
			}
			b.Remove(0)
			_ = describe(b.Index(Edits{}), len(numbers))
		}
	})
}

// keptCrowd keeps the entities of a folder of many articles.
func keptCrowd(tb testing.TB, articles int) (index []byte, numbers []int32) {
	tb.Helper()
	b := newBuilder(testLists(tb))
	for _, f := range crowd(articles, 30) {
		b.Add(f)
	}
	numbers = make([]int32, articles)
	for i := range numbers {
		numbers[i] = int32(i)
	}
	return flat.Join(b.Index(Edits{}).Keep(numbers, articles)), numbers
}

// TestKeptMakesNothing holds that an index that was kept makes nothing for each article or mention.
func TestKeptMakesNothing(t *testing.T) {
	index, numbers := keptCrowd(t, 2000)
	made := testing.AllocsPerRun(3, func() {
		k, err := Open(index, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := k.Index(Edits{}, numbers, len(numbers)); !ok {
			t.Fatal("there is no index")
		}
	})
	if made > 200 {
		t.Errorf("%.0f pieces of memory for 2,000 articles", made)
	}
}

// BenchmarkKept opens the index of 20,000 articles with 600,000 mentions, which a second start does.
func BenchmarkKept(b *testing.B) {
	index, numbers := keptCrowd(b, 20_000)
	b.SetBytes(int64(len(index)))
	b.ReportAllocs()
	for b.Loop() {
		k, err := Open(index, nil)
		if err != nil {
			b.Fatal(err)
		}
		if _, ok := k.Index(Edits{}, numbers, len(numbers)); !ok {
			b.Fatal("there is no index")
		}
	}
}
