package entity

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestKeyTable(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{0, 1, 2, 1000, 100_000} {
		keys := make([]uint32, n)
		for i := range keys {
			keys[i] = r.Uint32()
			if i%3 == 1 { // some of one pair, and some of one bit
				keys[i] = keys[i-1] ^ 1<<r.IntN(10)
			}
		}
		if n > 1 {
			keys[0], keys[1] = 0, 1<<32-1
		}
		slices.Sort(keys)
		keys = slices.Compact(keys)
		rows := make([]keyed[struct{}], len(keys))
		for i, k := range keys {
			rows[i].key = k
		}
		table := newKeyTable(rows)
		for i, k := range keys {
			if got := table.find(k); got != i {
				t.Fatalf("%d keys: %#x found at %d, want %d", n, k, got, i)
			}
			even, odd := table.pair(k &^ 1)
			if even != table.find(k&^1) || odd != table.find(k|1) {
				t.Fatalf("%d keys: the pair of %#x found at %d and %d", n, k, even, odd)
			}
		}
		for range 1000 {
			k := r.Uint32()
			if _, found := slices.BinarySearch(keys, k); found != (table.find(k) >= 0) {
				t.Fatalf("%d keys: %#x found is %v", n, k, !found)
			}
		}
	}
}
