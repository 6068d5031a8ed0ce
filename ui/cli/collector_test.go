package cli

import "testing"

// TestPercentOf holds that the collector does not run at every other key where there are few articles, and keeps to little memory where there are many.
func TestPercentOf(t *testing.T) {
	t.Parallel()
	for articles, want := range map[int]int{0: 100, 25: 99, 10_000: 39, 100_000: foundPercent, 1_000_000: foundPercent} {
		if got := percentOf(articles); got != want {
			t.Errorf("%d articles: %d percent, want %d", articles, got, want)
		}
	}
}
