package corpus

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"jarida/corpus/calendar"
)

func TestISODay(t *testing.T) {
	for iso, want := range map[string]int32{
		"2026-01-16": 20260116, "2026-01": 20260100, "2026": 20260000, "": 0, "2026-W03": 20260000, "x": 0, "2026-01-16T21:05": 20260116,
	} {
		if got := isoDay(iso); got != want {
			t.Errorf("%q: %d, want %d", iso, got, want)
		}
	}
	if got := timeDay(time.Date(2026, 1, 6, 12, 0, 0, 0, time.Local).UnixNano()); got != 20260106 {
		t.Errorf("%d", got)
	}
	if got := timeDay(math.MinInt64); got != 0 {
		t.Errorf("no time: %d", got)
	}
}

// enter puts an entry that was read into a builder: the day is its own, or "".
func enter(b *builder, name string, modified int64, days ...string) {
	f := &file{name: name, modified: modified}
	e := mainEntry(b.number(f), f)
	e.Date = calendar.Date{ISO: days[0]}
	r := result{file: f, entry: e}
	for i, day := range days[1:] {
		r.later = append(r.later, Entry{ID: PartID(name, i+2), Part: i + 2, Parent: e.ID, Path: name, Date: calendar.Date{ISO: day}})
	}
	b.add(r)
}

func newTestBuilder() *builder {
	b := newBuilder(&Corpus{changed: make(chan struct{}, 1)}, listing{})
	b.finish()
	b.publish()
	return b
}

func idsOf(s *Snapshot) (ids []string) {
	for i := range s.Len() {
		ids = append(ids, s.At(i).ID)
	}
	return ids
}

func TestPlacesOfParts(t *testing.T) {
	day := func(n int) int64 { return time.Date(2020, 5, n, 12, 0, 0, 0, time.Local).UnixNano() }
	b := newTestBuilder()
	enter(b, "a", day(1), "2020-05-20", "", "2020-05-22", "", "2020-05-20")
	enter(b, "b", day(21), "")
	enter(b, "c", day(20), "", "", "2020-05-19")
	enter(b, "d", day(20), "")
	b.publish()
	s := b.corpus.Snapshot()
	want := []string{"a#3", "b", "c", "c#2", "d", "a", "a#2", "a#4", "a#5", "c#3"}
	if got := idsOf(s); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if p := s.Progress(); p.Files != 4 || s.Len() != 10 {
		t.Errorf("%d entries, %+v", s.Len(), p)
	}
	for i, id := range want {
		e, ok := s.Lookup(id)
		if parent := id[:1]; !ok || s.Index(e.Doc) != i || e.Part > 1 != (e.Parent == parent) || e.Path != parent {
			t.Errorf("%s at %d: %+v", id, s.Index(e.Doc), e)
		}
	}
}

// Entries that come and go one by one stand where sorting all of them puts them.
func TestMergedIsSorted(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	b := newTestBuilder()
	days := []string{"", "", "2020-05-01", "2020-05-02", "2020-05"}
	for range 300 {
		for range 1 + random.IntN(4) {
			name := string(rune('a' + random.IntN(26)))
			if d, ok := b.index.find(name); ok && random.IntN(3) == 0 {
				b.remove(d)
				continue
			}
			enter(b, name, int64(random.IntN(5))*int64(24*time.Hour), slices.Repeat([]string{days[random.IntN(5)]}, 1+random.IntN(3))...)
		}
		before := b.corpus.Snapshot()
		b.publish()
		s := b.corpus.Snapshot()
		if want := b.sorted(); !slices.Equal(s.order, want) && len(want)+len(s.order) > 0 {
			t.Fatalf("%v, want %v", s.order, want)
		}
		if same := slices.Equal(before.order, s.order); same != (before.Order() == s.Order()) {
			t.Fatalf("the order has number %d and had %d; it is the same: %v", s.Order(), before.Order(), same)
		}
		for i, d := range s.order {
			if s.Index(d) != i {
				t.Fatalf("%d is at %d, not %d", d, i, s.Index(d))
			}
		}
	}
}

// TestSortByDay holds that the days of the first listing are sorted as any list would be, those of a day in their order.
func TestSortByDay(t *testing.T) {
	t.Parallel()
	days := []int32{0, 1, 101, 10101, 16770921, 19700101, 20260100, 20260116, 20260117, 99991231, 99999999}
	b := &builder{first: 3000, docs: 3000}
	order := make([]Doc, b.first)
	for d := range order {
		b.days, order[d] = append(b.days, days[d*d%len(days)]), Doc(d)
	}
	want := slices.Clone(order)
	slices.SortStableFunc(want, func(x, y Doc) int { return cmp.Compare(b.days[y], b.days[x]) })
	if b.sortByDay(order); !slices.Equal(order, want) {
		t.Errorf("%v", order)
	}
}
