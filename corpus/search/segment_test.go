package search

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// FuzzOpenSegment holds that no bytes make an index fail: a segment is refused, or answers something.
func FuzzOpenSegment(f *testing.F) {
	r := rand.New(rand.NewPCG(7, 8))
	s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
	for _, articles := range []int32{9, blockSize + 9} { // few and small, so that many are tried
		texts := map[int32][]string{}
		for i := range articles {
			texts[i] = []string{text(r, []rune("اأب"), 1, 2), text(r, []rune("اأبَ"), 2, 2) + wordsOf(r, pairWords[:12], 4)}
		}
		segment := s.segment(texts)
		s.x = s.x.Add(segment)
		f.Add(segment.AppendBinary(nil))
	}
	f.Add([]byte(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		opened, err := OpenSegment(data)
		if err != nil {
			return
		}
		if !bytes.Equal(opened.AppendBinary(nil), data) {
			t.Fatal("it is written otherwise than it was read")
		}
		n := int32(-1)
		x := new(Index).Add(opened.Renumber(func(int32) int32 { n++; return n }))
		askAll(t, x)
		merged, err := x.Add(new(Segment)).Remove(0).Merge(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		askAll(t, merged)
	})
}

// askAll asks an index for everything.
func askAll(t *testing.T, x *Index) {
	t.Helper()
	s := x.seeker()
	defer s.close()
	var founds []*found
	for _, l := range []leaf{
		{text: "ا"}, {text: "اب", near: true}, {text: "ا ب"}, {text: "أ", exact: true}, {text: "ا", prefix: true}, {text: "ب", title: true}, {text: "من في"}, {text: "على أن من"},
	} {
		f, err := s.find(context.Background(), l)
		if err != nil {
			t.Fatal(err)
		}
		f.count(f.docs)
		for doc := range f.docs.All() {
			f.score(doc)
		}
		founds = append(founds, f)
		s.near(slices.Collect(f.docs.All()), founds)
	}
	for word := range x.Words {
		x.Known(word)
		x.Begins(word)
	}
}

func TestOpenSegment(t *testing.T) {
	t.Parallel()
	s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
	segment := s.segment(map[int32][]string{3: {"عنوان", "نص"}, 5: {"آخر", "نَص نص"}})
	data := segment.AppendBinary([]byte("before"))[len("before"):]
	for n := range data {
		if _, err := OpenSegment(data[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes are a segment", n, len(data))
		}
	}
	if _, err := OpenSegment(append(bytes.Clone(data), 0)); err == nil {
		t.Error("there may be something behind a segment")
	}
	opened, err := OpenSegment(data)
	if err != nil {
		t.Fatal(err)
	}
	s.x = s.x.Add(opened)
	for _, text := range []string{"نص", "عنوان", "نص نص", "نَص"} {
		s.check(t, leaf{text: text})
	}
	again := new(Index).Add(opened.Renumber(func(doc int32) int32 { return doc*10 - 40 })) // 3 is left out, 5 is 10
	if again.Articles() != 1 || !again.all().Has(10) || again.Known([]byte(strings.TrimSpace(foldedText("نص")))) != 1 {
		t.Errorf("renumbered: %d articles", again.Articles())
	}
}

// TestDamagedLists reads lists of random steps, some of them larger than all numbers: no article is given that the segment does not have.
func TestDamagedLists(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(9, 10))
	const limit = 1 << 10
	step := func() uint32 {
		if r.IntN(blockSize) == 0 {
			return r.Uint32()
		}
		return r.Uint32N(4)
	}
	for range 2000 {
		var data []byte
		for range 3 {
			block := make([]byte, blockSize/8)
			for range blockSize {
				block = appendUvarint(block, step())
			}
			data = appendUvarint(appendUvarint(data, step()), uint32(len(block)))
			data = append(appendUvarint(data, 0), block...)
		}
		for _, articles := range []int{blockSize, 3 * blockSize} { // with blocks and without
			var reader listReader
			reader.reset(list{data: data, articles: articles}, limit)
			for reader.next(0) {
				for _, article := range reader.articles[:reader.n] {
					if article < 0 || article >= limit {
						t.Fatalf("%x of %d has article %d", data, articles, article)
					}
				}
			}
		}
	}
}

// TestDamagedCounts reads what says that it has more than there is room for: it is not gone on with for long.
func TestDamagedCounts(t *testing.T) {
	t.Parallel()
	const limit = 1 << 10
	var reader listReader
	if reader.reset(list{articles: math.MaxInt32}, limit); reader.left > limit {
		t.Errorf("%d articles of %d are looked for", reader.left, limit)
	}
	s := Segment{records: appendUvarint(appendUvarint(nil, 1), math.MaxInt32), starts: numbers(nil).with(0)}
	if r := s.record(0); r.spellings > len(s.records) {
		t.Errorf("%d spellings are looked for in %d bytes", r.spellings, len(s.records))
	}
}
