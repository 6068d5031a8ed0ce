package entity

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"jarida/corpus/arabic"
)

// TestTypesOfTwo lets two taggers meet more words than the store has room for, at once: each gets what one that is alone describes.
func TestTypesOfTwo(t *testing.T) {
	first := testTagger(t)
	var text strings.Builder
	for i := range halfSlots * typeShards * 3 / 2 {
		fmt.Fprintf(&text, "و%s%d ", strings.Repeat("كلمة", 1+i%7), i/4)
	}
	words := arabic.AppendTokens(nil, text.String(), 0)
	alone := testTagger(t)
	var both sync.WaitGroup
	for _, tagger := range []*Tagger{first, first.Clone()} {
		both.Go(func() {
			var want wordType
			for i, got := range tagger.types.appendTokens(nil, text.String(), words) {
				if i%100 > 0 {
					continue
				}
				if tagger.types.describe(&want, text.String(), words[i]); *got.typ != want {
					t.Errorf("%q: got %+v, want %+v", text.String()[got.start:got.end], *got.typ, want)
					return
				}
			}
		})
	}
	both.Wait()
	for i, got := range first.types.appendTokens(nil, text.String(), words[:100]) {
		var want wordType
		if alone.types.describe(&want, text.String(), words[i]); *got.typ != want {
			t.Errorf("%q: got %+v, want %+v", text.String()[got.start:got.end], *got.typ, want)
		}
	}
}

// TestTypesRest says that what is known of words is learnt again after it was forgotten.
func TestTypesRest(t *testing.T) {
	tagger := testTagger(t)
	text := "وصل فلاديمير بوتين إلى موسكو"
	before := tagger.Find(text, oneBlock(text))
	tagger.Rest()
	if tagger.types.store.shards[0].young.slots != nil {
		t.Error("the store has not let its memory go")
	}
	if slices.ContainsFunc(slices.Concat(tagger.types.near, tagger.types.far), func(met typeSlot) bool { return met.typ != nil }) {
		t.Error("the tagger has kept words at hand")
	}
	if after := tagger.Clone().Find(text, oneBlock(text)); fmt.Sprint(after) != fmt.Sprint(before) || len(after) == 0 {
		t.Errorf("got %v, before it was %v", after, before)
	}
}
