package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"jarida/corpus/cache"
	"jarida/corpus/entity"
)

// TestLookers holds that each article that is read for entities is looked at once, with all that stands in it, whether its text is in memory or on
// the disk, and that none is of which they were kept.
func TestLookers(t *testing.T) {
	t.Parallel()
	const articles = 40
	dir, store := t.TempDir(), cache.New(t.TempDir(), "test", 0)
	for i := range articles {
		text := fmt.Sprintf("زيارة %d\n2026-01-16\n\nاستغرقت الرحلة %d يوما أمس، وحضر نحو %d شخص.\n", i, i+3, 100+i)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.txt", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	look := func(o Options) (c *Corpus, seen map[string]string) {
		var mu sync.Mutex
		seen = map[string]string{}
		o.Lazy, o.Entities = true, true
		o.Lookers = func() Looker {
			return func(d Document, dates []entity.Mention, amounts []Amount) {
				mu.Lock()
				defer mu.Unlock()
				seen[d.Entry.ID] += fmt.Sprint(d.Source.Text, d.Article, dates, amounts)
			}
		}
		c = start(t, store, o, dir)
		if err := c.WaitEntities(t.Context()); err != nil {
			t.Fatal(err)
		}
		return c, seen
	}
	for _, on := range []string{"memory", "disk", "nothing"} {
		c, seen := look(Options{})
		for id, got := range seen {
			d, err := c.Find(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			dates := Dates(d)
			amounts := c.Amounts(d, dates)
			if want := fmt.Sprint(d.Source.Text, d.Article, dates, amounts); got != want || len(dates) != 2 || len(amounts) != 2 {
				t.Errorf("%s, %s: %s, want %s", on, id, got, want)
			}
		}
		if want := map[string]int{"memory": articles, "disk": articles}[on]; len(seen) != want {
			t.Errorf("%s: %d articles were looked at, want %d", on, len(seen), want)
		}
		keep := c.Keep
		if on == "memory" {
			keep = c.keepRead // and no entities
		}
		if err := keep(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}
