package corpus

import (
	"cmp"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
)

// TestWorkers holds that work leaves the threads free that the reader has beside the cores.
func TestWorkers(t *testing.T) { //nolint:paralleltest // it sets how many threads there are
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for threads, want := range map[int]int{1: 1, runtime.NumCPU(): runtime.NumCPU(), runtime.NumCPU() + 2: runtime.NumCPU()} {
		runtime.GOMAXPROCS(threads)
		if got := workers(); got != want {
			t.Errorf("%d threads: %d workers, want %d", threads, got, want)
		}
	}
}

// TestSortOnAll holds that a list is sorted on any number of cores, and that many do not compare much more than one would.
func TestSortOnAll(t *testing.T) {
	t.Parallel()
	const most = 20 // comparisons for each of 8,192: half again the 13 of a merge sort
	for _, cores := range []int{1, 2, 3, 7, 64} {
		for _, n := range []int{0, 1, fewToSort - 1, fewToSort, 2*fewToSort - 1} {
			want := rand.New(rand.NewPCG(1, uint64(n))).Perm(n)
			got := slices.Clone(want)
			slices.Sort(want)
			var compared atomic.Int64
			sortOn(cores, got, func(a, b int) int {
				compared.Add(1)
				return cmp.Compare(a, b)
			})
			if !slices.Equal(got, want) || compared.Load() > int64(most*n) {
				t.Errorf("%d on %d cores: sorted %v, %d comparisons", n, cores, slices.IsSorted(got), compared.Load())
			}
		}
	}
}

// TestSortByNumber holds that a list is sorted by numbers of any size, and that what has one number stays in its order.
func TestSortByNumber(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 5))
	for _, number := range []func() uint64{
		random.Uint64,
		func() uint64 { return 7 },
		func() uint64 { return random.Uint64N(3) << 62 },
		func() uint64 { return 1<<40 | random.Uint64N(100)<<13 },
	} {
		for _, n := range []int{0, 1, 2, 3000} {
			type numbered struct {
				number uint64
				before int
			}
			got := make([]numbered, n)
			for i := range got {
				got[i] = numbered{number(), i}
			}
			want := slices.Clone(got)
			slices.SortStableFunc(want, func(a, b numbered) int { return cmp.Compare(a.number, b.number) })
			if sortByNumber(got, func(v numbered) uint64 { return v.number }); !slices.Equal(got, want) {
				t.Errorf("%d: not sorted", n)
			}
		}
	}
}
