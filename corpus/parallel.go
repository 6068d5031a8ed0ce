package corpus

import (
	"math/bits"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Work that a start waits for is done on all cores.

// workers is how many goroutines share work that takes long: one for each core. The reader has Go run more at once (ui/cli/room.go), so that one
// that paints the screen does not wait for one of these.
func workers() int { return min(runtime.NumCPU(), runtime.GOMAXPROCS(0)) }

// onAll calls do for 0 to n-1 on all cores, in any order.
func onAll(n int, do func(i int)) {
	var next atomic.Int64
	var running sync.WaitGroup
	for range min(workers(), n) {
		running.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	running.Wait()
}

// digitBits is how many bits sortByNumber sorts by at once: as many as there may be counters for in the fastest memory.
const digitBits = 14

// sortByNumber sorts a list by numbers, the smallest first, by one digit of them after the other from the last one on (radix sort: Knuth, The Art
// of Computer Programming 3, 5.2.5). What has one number stays in its order.
func sortByNumber[T any](list []T, number func(T) uint64) {
	if len(list) < 2 {
		return
	}
	some, all := uint64(0), ^uint64(0)
	for _, v := range list {
		some, all = some|number(v), all&number(v)
	}
	differ := some &^ all
	from, to := list, make([]T, len(list))
	for shift := bits.TrailingZeros64(differ); differ>>shift != 0; shift += digitBits {
		var next [1 << digitBits]int32
		for _, v := range from {
			next[number(v)>>shift&(1<<digitBits-1)]++
		}
		sum := int32(0)
		for i, n := range next {
			next[i], sum = sum, sum+n
		}
		for _, v := range from {
			n := &next[number(v)>>shift&(1<<digitBits-1)]
			to[*n] = v
			*n++
		}
		from, to = to, from
	}
	copy(list, from) // itself, where the number of digits is even
}

// fewToSort is how many are sorted by one core.
const fewToSort = 4096

// sortOnAll sorts a list, each core a piece of it. No two must be equal.
func sortOnAll[T any](list []T, compare func(a, b T) int) { sortOn(workers(), list, compare) }

// sortOn sorts a list in so many pieces.
func sortOn[T any](cores int, list []T, compare func(a, b T) int) {
	if len(list) < fewToSort {
		slices.SortFunc(list, compare)
		return
	}
	pieces := slices.Collect(slices.Chunk(list, len(list)/cores+1))
	onAll(len(pieces), func(i int) { slices.SortFunc(pieces[i], compare) })
	for len(pieces) > 1 { // two by two, so that each is copied as often as there are rounds and not as there are cores
		merged := make([][]T, (len(pieces)+1)/2)
		onAll(len(merged), func(i int) {
			if merged[i] = pieces[2*i]; 2*i+1 < len(pieces) {
				merged[i] = merge(pieces[2*i], pieces[2*i+1], compare)
			}
		})
		pieces = merged
	}
	copy(list, pieces[0])
}

// merge gives two sorted lists as one.
func merge[T any](a, b []T, compare func(a, b T) int) []T {
	both := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(a[0], b[0]) < 0 {
			both, a = append(both, a[0]), a[1:]
		} else {
			both, b = append(both, b[0]), b[1:]
		}
	}
	return append(append(both, a...), b...)
}
