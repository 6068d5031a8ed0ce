package search

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// shelfPages are the bytes of a segment, of which some cannot be read.
type shelfPages struct {
	data    []byte
	missing func(from, to int) bool
}

func (p *shelfPages) Len() int { return len(p.data) }

func (p *shelfPages) Bytes(from, to int) ([]byte, bool) {
	if p.missing != nil && p.missing(from, to) {
		return nil, false
	}
	return p.data[from:to:to], true
}

// TestPaged holds that a segment whose records are read where somebody looks at them is one as any other: in what it answers, and merged with others.
func TestPaged(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2, 5))
	s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
	var whole *Index
	texts := map[int32][]string{}
	for i := range int32(60) {
		texts[i] = []string{text(r, []rune("اأب"), 2, 2), text(r, []rune("اأبَ"), 9, 3) + wordsOf(r, pairWords, 9)}
	}
	segment := s.segment(texts)
	whole = new(Index).Add(segment)
	data := segment.AppendBinary(nil)
	paged, err := OpenPaged(&shelfPages{data: data})
	if err != nil {
		t.Fatal(err)
	}
	x := new(Index).Add(paged)
	for word, n := range whole.Words {
		if got := x.Known(word); got != n {
			t.Errorf("%x is in %d articles, not %d", word, got, n)
		}
	}
	s.x = x
	for _, text := range []string{"ا", "اب", "ا ب", "بَ", "من في"} {
		s.check(t, leaf{text: text})
	}
	if got := x.Size(); got != whole.Size() {
		t.Errorf("%d bytes of %d", got, whole.Size())
	}
	merged, err := x.MergeBinary(t.Context(), func(doc int32) int32 { return doc })
	if err != nil || len(merged) != 1 || !bytes.Equal(bytes.Join(merged[0], nil), data) {
		t.Errorf("merged: %v, or another segment", err)
	}
	if x.Damaged() {
		t.Error("it is damaged")
	}
}

// TestPagedDamage holds that tables which cannot be read are no segment, and that records which cannot be are told of when somebody looks at them.
func TestPagedDamage(t *testing.T) {
	t.Parallel()
	s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
	segment := s.segment(map[int32][]string{3: {"عنوان", "نص"}, 5: {"آخر", "نَص نص"}})
	data := segment.AppendBinary(nil)
	for n := range data {
		if _, err := OpenPaged(&shelfPages{data: data[:n]}); err == nil {
			t.Errorf("%d bytes of %d are a segment", n, len(data))
		}
	}
	records := len(data) - len(segment.records)
	broken := 0
	pages := &shelfPages{data: data, missing: func(from, to int) bool { return from <= broken && broken < to }}
	for broken = range records {
		if _, err := OpenPaged(pages); err == nil {
			t.Errorf("a segment is there without byte %d of its tables", broken)
		}
	}
	for broken = records; broken < len(data); broken++ {
		opened, err := OpenPaged(pages)
		if err != nil {
			t.Fatal(err)
		}
		x := new(Index).Add(opened)
		if x.Damaged() {
			t.Errorf("without byte %d: damaged before anybody looks", broken)
		}
		askAll(t, x)
		if !x.Damaged() {
			t.Errorf("without byte %d: nobody is told", broken)
		}
		if _, err := x.Add(new(Segment)).Merge(t.Context()); err == nil {
			t.Errorf("without byte %d: merged", broken)
		}
	}
	if whole := new(Index).Add(segment); whole.Damaged() {
		t.Error("a whole segment is damaged")
	}
}
