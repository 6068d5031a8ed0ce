package timeline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"jarida/corpus/entity"
)

func TestSpans(t *testing.T) {
	t.Parallel()
	days := []entity.DayCount{{Day: "2025"}, {Day: "2026-01", Articles: 9}, {Day: "2026-01-01", Articles: 3}, {Day: "2026-01-04", Articles: 1}, {Day: "2026-01-10", Articles: 2}}
	for n, want := range map[int]string{-1: "[]", 0: "[]", 1: "[6]", 2: "[4 2]", 5: "[3 1 0 0 2]", 10: "[3 0 0 1 0 0 0 0 0 2]", 99: "[3 0 0 1 0 0 0 0 0 2]"} {
		if got := fmt.Sprint(CourseOf(days).Spans(n)); got != want {
			t.Errorf("in %d spans: %s, not %s", n, got, want)
		}
	}
	if first, last, ok := CourseOf(days).Ends(); !ok || first.String() != "2026-01-01" || last.String() != "2026-01-10" {
		t.Errorf("the course goes from %s to %s", first, last)
	}
	if _, _, ok := CourseOf(days[:2]).Ends(); ok {
		t.Error("a month has a course")
	}
}

// TestSpansCountAll holds that every article is counted once, and that the first and the last span are not empty.
func TestSpansCountAll(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		var days []entity.DayCount
		total := 0
		for d := Day(random.IntN(20000)); len(days) < 1+random.IntN(30); d += Day(1 + random.IntN(400)) {
			n := 1 + random.IntN(9)
			days, total = append(days, entity.DayCount{Day: d.String(), Articles: n}), total+n
		}
		counts := CourseOf(days).Spans(1 + random.IntN(80))
		sum := 0
		for _, n := range counts {
			sum += n
		}
		if sum != total || counts[0] == 0 || counts[len(counts)-1] == 0 || slices.Min(counts) < 0 {
			t.Fatalf("%v of %v has %d articles of %d", counts, days, sum, total)
		}
	}
}
