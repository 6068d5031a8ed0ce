package corpus

import (
	"cmp"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
)

// TestSortOnAll holds that a list is sorted on any number of cores, and that many do not compare much more than one would.
func TestSortOnAll(t *testing.T) { //nolint:paralleltest // it sets how many cores there are
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	const most = 20 // comparisons for each of 8,192: half again the 13 of a merge sort
	for _, cores := range []int{1, 2, 3, 7, 64} {
		runtime.GOMAXPROCS(cores)
		for _, n := range []int{0, 1, fewToSort - 1, fewToSort, 2*fewToSort - 1} {
			want := rand.New(rand.NewPCG(1, uint64(n))).Perm(n)
			got := slices.Clone(want)
			slices.Sort(want)
			var compared atomic.Int64
			sortOnAll(got, func(a, b int) int {
				compared.Add(1)
				return cmp.Compare(a, b)
			})
			if !slices.Equal(got, want) || compared.Load() > int64(most*n) {
				t.Errorf("%d on %d cores: sorted %v, %d comparisons", n, cores, slices.IsSorted(got), compared.Load())
			}
		}
	}
}
