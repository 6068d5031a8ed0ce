package cli

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"jarida/corpus/entity"
)

// TestCounts holds that what is counted is what is mentioned, article by article, and that parts of the articles add up to all.
func TestCounts(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	type tally struct {
		articles, mentions int
		spellings          map[string]int
	}
	want, parts := map[named]*tally{}, []*counts{newCounts(), newCounts()}
	const spelt = "12 شخصا 12 شخص 13 يوما 2026"
	for i := range 300 {
		in, met := inArticle{id: strconv.Itoa(i), text: spelt}, map[named]bool{}
		for range random.IntN(6) {
			n := named{entity.Date + entity.Type(random.IntN(2)), entity.ID(random.IntN(2) - 1), fmt.Sprintf("%d شخص", random.IntN(20))}
			start := []int{0, 12, 22}[random.IntN(3)]
			m := seen{entity.Mention{Start: start, End: start + len("12 شخص"), Type: n.typ, Repeat: random.IntN(5) == 0}, n.id, n.name}
			in.mentions = append(in.mentions, m)
			if m.Repeat {
				continue
			}
			if want[n] == nil {
				want[n] = &tally{spellings: map[string]int{}}
			}
			if !met[n] {
				want[n].articles++
			}
			met[n] = true
			want[n].mentions++
			want[n].spellings[folded(spelt[m.Start:m.End])]++
		}
		parts[i%2].add(in)
	}
	parts[0].merge(parts[1])
	if len(parts[0].list) != len(want) || parts[0].articles != 300 {
		t.Errorf("%d things in %d articles, want %d in 300", len(parts[0].list), parts[0].articles, len(want))
	}
	for i := range parts[0].list {
		n := &parts[0].list[i]
		r := parts[0].record(n)
		w := want[named{n.typ, n.id, r.Name}]
		if w == nil || r.Articles != w.articles || r.Mentions != w.mentions || r.Type != n.typ.String() ||
			!slices.Equal(slices.Sorted(slices.Values(r.Spellings)), slices.Sorted(maps.Keys(w.spellings))) ||
			!slices.IsSortedFunc(r.Spellings, func(a, b string) int { return w.spellings[b] - w.spellings[a] }) {
			t.Errorf("%+v, want %+v", r, w)
		}
	}
}

// TestCountsOfOneHash holds that things whose hashes are the same stay different things.
func TestCountsOfOneHash(t *testing.T) {
	t.Parallel()
	c := newCounts()
	things := []named{{entity.Date, -1, "2026"}, {entity.Date, 0, "2026"}, {entity.Quantity, -1, "2026"}, {entity.Date, -1, "2027"}}
	for range 2 {
		for i, n := range things {
			if _, ok := c.met[c.hash(n)]; !ok && i > 0 {
				c.met[c.hash(n)] = 0 // as if it were the first one's
			}
			c.of(n).mentions++
		}
	}
	for _, n := range things {
		if got := c.of(n).mentions; got != 2 || len(c.list) != len(things) {
			t.Errorf("%+v: %d mentions of %d things, want 2 of %d", n, got, len(c.list), len(things))
		}
	}
}
