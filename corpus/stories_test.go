package corpus_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jarida/corpus"
)

// withStories opens arguments and waits for the stories of all articles.
func withStories(tb testing.TB, o corpus.Options, args ...string) *corpus.Corpus {
	tb.Helper()
	o.Stories = true
	c, err := corpus.Open(tb.Context(), args, o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(c.Close)
	if err := errors.Join(c.Wait(tb.Context()), c.WaitStories(tb.Context())); err != nil {
		tb.Fatal(err)
	}
	return c
}

// toldIn gives the stories of a snapshot by the ids of their articles.
func toldIn(s *corpus.Snapshot) string {
	stories := s.Stories()
	if stories == nil {
		return "none"
	}
	list := make([]string, 0, stories.Len())
	for i := range stories.Len() {
		story := stories.At(i)
		ids := make([]string, 0, len(story.Docs))
		for _, doc := range story.Docs {
			if at := s.Index(corpus.Doc(doc)); at >= 0 { // else its file has just gone
				ids = append(ids, s.At(at).ID)
			}
		}
		slices.Sort(ids)
		list = append(list, fmt.Sprint(story.Kind, ids))
	}
	slices.Sort(list)
	return strings.Join(list, "\n") + fmt.Sprintf("\n%+v", s.StoryProgress())
}

func TestStories(t *testing.T) {
	t.Parallel()
	dir := write(t, "a.txt", "b.txt", "empty.txt")
	put(t, filepath.Join(dir, "c.txt"), "سقوط نيزك صغير\n\nسقط نيزك صغير في الصحراء الغربية فجر الأحد دون أن تقع إصابات، بحسب ما أعلنه مرصد فلكي.\n", time.Now())
	put(t, filepath.Join(dir, "empty.txt"), "", time.Now())
	for _, o := range []corpus.Options{{}, {Entities: true}} {
		c := withStories(t, o, dir)
		if got, want := toldIn(c.Snapshot()), "same-text [a.txt b.txt]\n{Articles:4 Read:4 Done:true}"; got != want {
			t.Errorf("stories are\n%s, not\n%s", got, want)
		}
	}
	c := open(t, dir)
	if s := c.Snapshot(); s.Stories() != nil || s.StoryProgress().Done {
		t.Errorf("there are stories: %+v", s.StoryProgress())
	}
	if err := c.WaitStories(t.Context()); !errors.Is(err, corpus.ErrClosed) {
		t.Errorf("waiting for stories gives %v", err)
	}
}

// TestStoriesFollowFiles holds that a watched corpus tells the stories that a new one would, whatever happens to its files.
func TestStoriesFollowFiles(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	dir := t.TempDir()
	path := func() string { return filepath.Join(dir, fmt.Sprintf("%d.txt", random.IntN(10))) }
	article := func() string {
		people := []string{"فلاديمير بوتين", "دونالد ترامب", "عبد الفتاح السيسي"}
		return report(people[random.IntN(len(people))], "موسكو", fmt.Sprintf("2026-01-%02d", 1+random.IntN(6)))
	}
	for range 6 {
		put(t, path(), article(), time.Now())
	}
	c := withStories(t, corpus.Options{Watch: true}, dir)
	for range 5 {
		for range 1 + random.IntN(4) {
			switch name := path(); random.IntN(4) {
			case 0:
				if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
					t.Fatal(err)
				}
			case 1:
				put(t, name, article()+"\n----------\n\n"+article(), time.Now())
			default:
				put(t, name, article(), time.Now())
			}
		}
		want := toldIn(withStories(t, corpus.Options{}, dir).Snapshot())
		timeout := time.After(20 * time.Second)
		for toldIn(c.Snapshot()) != want {
			select {
			case <-c.Changed():
			case <-timeout:
				t.Fatalf("the watched corpus tells\n%s\na new one\n%s", toldIn(c.Snapshot()), want)
			}
		}
	}
}
