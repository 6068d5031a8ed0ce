package entity

import (
	"math/rand/v2"
	"testing"
)

// TestEdges compares the table with a map, while it grows and afterwards.
func TestEdges(t *testing.T) {
	type edge struct {
		from node
		word wordID
	}
	r := rand.New(rand.NewPCG(3, 4))
	table, want := newEdges(1), map[edge]node{}
	for i := range 5000 {
		e := edge{node(r.IntN(100)), wordID(1 + r.IntN(100))}
		to, found := table.find(e.from, e.word)
		if there, ok := want[e]; to != there || found != ok {
			t.Fatalf("%v leads to %d, %v; want %d, %v", e, to, found, there, ok)
		}
		if !found {
			table.add(e.from, e.word, node(i))
			want[e] = node(i)
		}
	}
	for e, there := range want {
		if to, found := table.find(e.from, e.word); to != there || !found {
			t.Fatalf("%v leads to %d, %v; want %d", e, to, found, there)
		}
	}
	if to, found := table.find(1, 0); found {
		t.Errorf("no word leads to %d", to)
	}
}
