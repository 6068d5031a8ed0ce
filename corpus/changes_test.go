package corpus

import (
	"slices"
	"strconv"
	"testing"
	"time"
)

func TestChangesSettle(t *testing.T) {
	start := time.Date(2026, 1, 16, 12, 0, 0, 0, time.UTC)
	at := func(ms int) time.Time { return start.Add(time.Duration(ms) * time.Millisecond) }
	c := changes{}
	c.add("once", at(0))
	for ms := 0; ms <= 1200; ms += 100 {
		c.add("growing", at(ms))
	}
	c.add("later", at(1300))
	for _, step := range []struct {
		ms   int
		want []string
		next int // -1 for none
	}{
		{149, nil, 150},
		{150, []string{"once"}, 1000},
		{999, nil, 1000},
		{1000, []string{"growing"}, 1450}, // it does not rest, and is read all the same
		{1460, []string{"later"}, -1},
		{9999, nil, -1},
	} {
		got, next := c.take(at(step.ms))
		if !slices.Equal(got, step.want) {
			t.Errorf("after %d ms: %q, want %q", step.ms, got, step.want)
		}
		if step.next < 0 != next.IsZero() || step.next >= 0 && !next.Equal(at(step.next)) {
			t.Errorf("after %d ms: the next at %v, want %d ms", step.ms, next.Sub(start), step.next)
		}
	}
}

func TestManyChangesAreEverything(t *testing.T) {
	now := time.Now()
	c := changes{}
	for i := range mostNames {
		c.add(strconv.Itoa(i), now)
	}
	if len(c) != mostNames {
		t.Fatalf("%d names", len(c))
	}
	c.add("one more", now)
	c.add("and another", now)
	if got, _ := c.take(now.Add(settleTime)); !slices.Equal(got, []string{everything}) {
		t.Errorf("%d names", len(got))
	}
}
