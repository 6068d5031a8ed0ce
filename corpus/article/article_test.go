package article_test

import (
	"testing"

	"jarida/corpus/article"
)

// TestTeaserOf holds that a block finds its related story, whatever stands between the stories.
func TestTeaserOf(t *testing.T) {
	t.Parallel()
	a := article.Article{Related: []article.Teaser{{First: 2, Last: 2}, {First: 3, Last: 6}, {First: 9, Last: 10}}}
	for block, want := range []int{-1, -1, 0, 1, 1, 1, 1, -1, -1, 2, 2, -1} {
		if got := a.TeaserOf(block); got != want {
			t.Errorf("block %d belongs to story %d, want %d", block, got, want)
		}
	}
	if got := new(article.Article).TeaserOf(0); got != -1 {
		t.Errorf("a block of an article without stories belongs to story %d", got)
	}
}
