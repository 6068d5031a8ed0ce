package corpus_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"jarida/corpus"
	"jarida/corpus/triage"
)

// headings gives the headings of a snapshot, each behind the id of its article.
func headings(t *testing.T, s *corpus.Snapshot) (list []string) {
	t.Helper()
	for d, r := range s.Headings() {
		src, ok := s.Source(d)
		if !ok {
			t.Fatalf("a heading of %d, which has no text", d)
		}
		list = append(list, s.Key(d).Path+": "+src.Text[r.Start:r.End])
	}
	slices.Sort(list)
	return list
}

// TestTraitsFollowFiles holds that keys and headings are those of the texts, from the first snapshot on and when files change.
func TestTraitsFollowFiles(t *testing.T) {
	t.Parallel()
	const one = "# عنوان أول\n\n" + body + "\n## تفاصيل\n\n" + body
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.md"), one, time.Now())
	put(t, filepath.Join(dir, "b.txt"), "عنوان\n\n"+body, time.Now())
	put(t, filepath.Join(dir, "c.txt"), " \n", time.Now())
	for _, o := range []corpus.Options{{Keys: true, Watch: true}, {Search: true}, {Search: true, Watch: true, First: 1}} {
		c, err := corpus.Open(t.Context(), []string{dir}, o)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(c.Close)
		if err := c.Wait(t.Context()); err != nil {
			t.Fatal(err)
		}
		same(t, "headings", headings(t, c.Snapshot()), []string{"a.md: تفاصيل"})
		for id, hash := range map[string]string{"a.md": triage.Hash(one), "c.txt": ""} {
			if got, want := c.Snapshot().Key(number(t, c, id)), (triage.Article{Hash: hash, Path: id}); got != want {
				t.Errorf("%s is known by %v, want %v", id, got, want)
			}
		}
		if !o.Watch {
			continue
		}
		other := "# عنوان\n\n" + body + "\n## خلفية\n\n" + body
		put(t, filepath.Join(dir, "a.md"), other, time.Now())
		until(t, c, "the other heading", func(s *corpus.Snapshot) bool { return slices.Equal(headings(t, s), []string{"a.md: خلفية"}) })
		if got := c.Snapshot().Key(number(t, c, "a.md")).Hash; got != triage.Hash(other) {
			t.Errorf("the hash is still %s", got)
		}
		if err := os.Remove(filepath.Join(dir, "a.md")); err != nil {
			t.Fatal(err)
		}
		until(t, c, "no heading", func(s *corpus.Snapshot) bool { return headings(t, s) == nil })
		put(t, filepath.Join(dir, "a.md"), one, time.Now())
		until(t, c, "the file again", func(s *corpus.Snapshot) bool { return headings(t, s) != nil })
	}
}

// TestWithoutTraits holds that nothing is kept that was not asked for.
func TestWithoutTraits(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.md"), "# عنوان أول\n\n"+body+"\n## تفاصيل\n\n"+body, time.Now())
	s := open(t, dir).Snapshot()
	if got := headings(t, s); got != nil || s.Key(0) != (triage.Article{Path: "a.md"}) || s.FullText() != nil {
		t.Errorf("headings %q, key %v, index %v", got, s.Key(0), s.FullText())
	}
	if got := s.Key(-1); got != (triage.Article{}) {
		t.Errorf("no article is known by %v", got)
	}
}

// number gives the number of an article.
func number(t *testing.T, c *corpus.Corpus, id string) corpus.Doc {
	t.Helper()
	e, ok := c.Snapshot().Lookup(id)
	if !ok {
		t.Fatalf("there is no %s", id)
	}
	return e.Doc
}
