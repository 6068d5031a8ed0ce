package story

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestTextsAreAskedForOnce holds that the texts of articles that are all alike are read once each, not once for each pair of them.
func TestTextsAreAskedForOnce(t *testing.T) {
	t.Parallel()
	const articles = 40
	texts, asked := make([]string, articles), make([]int, articles)
	b := New(func(doc int32) string {
		asked[doc]++
		return texts[doc]
	})
	for i := range texts {
		texts[i] = strings.Replace(fire, "أربعين", strconv.Itoa(100+i), 1)
		b.Add(read(b.Reader(), int32(i), texts[i], "2026-03-03"))
	}
	if n := b.Stories().Len(); n != 1 {
		t.Errorf("%d stories, not 1", n)
	}
	if most := slices.Max(asked); most != 1 {
		t.Errorf("a text was asked for %d times", most)
	}
}

// TestRecent holds that what is remembered is that of a hash, and that no text takes much memory.
func TestRecent(t *testing.T) {
	t.Parallel()
	var r recent
	check := func(hash uint64, want []uint32) {
		t.Helper()
		if got, ok := r.of(hash); ok != (want != nil) || !slices.Equal(got, want) {
			t.Errorf("of %d are remembered %v, %v, not %v", hash, got, ok, want)
		}
	}
	check(0, nil)
	r.put(7, []uint32{1, 2})
	check(7, []uint32{1, 2})
	check(0, nil)
	check(7+recentNodes, nil) // in the same place
	r.put(7+recentNodes, []uint32{3})
	check(7+recentNodes, []uint32{3})
	check(7, nil)
	r.put(8, make([]uint32, mostRecent+1))
	check(8, nil)
}
