package cli

import (
	"testing"

	"jarida/corpus"
)

// TestPercentOf holds that the collector does not run at every other key where there are few articles, and keeps to little memory where there are many.
func TestPercentOf(t *testing.T) {
	t.Parallel()
	for articles, want := range map[int]int{0: 100, 25: 99, 10_000: 39, 100_000: foundPercent, 1_000_000: foundPercent} {
		if got := percentOf(articles); got != want {
			t.Errorf("%d articles: %d percent, want %d", articles, got, want)
		}
	}
}

// TestNamesPercent holds that only a command that looks for names alone lets as much garbage lie about as it does while it reads.
func TestNamesPercent(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		options corpus.Options
		want    int
	}{
		{corpus.Options{Entities: true}, namesPercent},
		{corpus.Options{Entities: true, Search: true}, foundPercent},
		{corpus.Options{Entities: true, Stories: true}, foundPercent},
		{corpus.Options{Stories: true}, foundPercent},
		{corpus.Options{}, usualPercent},
	} {
		c := collector{percent: percentWith(test.options), articles: 1_000_000}
		if c.lessen(); c.percent != test.want {
			t.Errorf("%+v: got %d percent, want %d", test.options, c.percent, test.want)
		}
	}
}
