package corpus

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"jarida/corpus/cache"
	"jarida/corpus/entity"
)

// TestLook holds that each article with a text is looked at once, with all that stands in it, whether the text is in memory or on the disk, and in a
// corpus that is watched.
func TestLook(t *testing.T) {
	t.Parallel()
	files := map[string]string{"empty.txt": "", "two.txt": "عنوان أول\n\nنص أول.\n\n\n\nعنوان ثان\n\nنص ثان.\n"}
	for i := range 40 {
		files[fmt.Sprintf("%02d.txt", i)] = fmt.Sprintf("زيارة %d\n2026-01-16\n\nاستغرقت الرحلة %d يوما أمس، وحضر نحو %d شخص.\n", i, i+3, 100+i)
	}
	dir, store := t.TempDir(), cache.New(t.TempDir(), "test", 0)
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	keepAll(t, store, dir)
	for name, o := range map[string]Options{"memory": {}, "disk": {Lazy: true}, "watched": {Watch: true}} {
		c := start(t, store, o, dir)
		want := map[string]string{}
		for i := range c.Snapshot().Len() {
			d, err := c.Load(t.Context(), c.Snapshot().DocAt(i))
			if err != nil {
				t.Fatal(err)
			}
			dates := Dates(d)
			want[d.Entry.ID] = fmt.Sprint(d.Source.Text, d.Article, dates, c.Amounts(d, dates))
		}
		var mu sync.Mutex
		got := map[string]string{}
		looked, err := c.Look(t.Context(), func() Looker {
			return func(d Document, dates []entity.Mention, amounts []Amount) {
				mu.Lock()
				defer mu.Unlock()
				got[d.Entry.ID] += fmt.Sprint(d.Source.Text, d.Article, dates, amounts)
			}
		})
		if err != nil || looked.Len() != len(want) || !maps.Equal(got, want) {
			t.Errorf("%s: %d articles, %v\n%q\nwant\n%q", name, looked.Len(), err, got, want)
		}
	}
}
