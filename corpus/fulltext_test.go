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
	"jarida/corpus/search"
)

// searching opens arguments with the index of the full text, and waits until it is there.
func searching(tb testing.TB, o corpus.Options, args ...string) *corpus.Corpus {
	tb.Helper()
	o.Search = true
	c, err := corpus.Open(tb.Context(), args, o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(c.Close)
	if err := c.Wait(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	return c
}

// answers gives the ids of what answers a query, in their order.
func answers(tb testing.TB, s *corpus.Snapshot, query string) (all []string) {
	tb.Helper()
	q, err := search.Parse(query)
	if err != nil {
		tb.Fatal(err)
	}
	r, err := s.FullText().Search(tb.Context(), search.Request{Query: q}, s.Facts(nil))
	if err != nil {
		tb.Fatal(err)
	}
	for _, hit := range r.Hits {
		all = append(all, s.Key(corpus.Doc(hit.Doc)).Path)
	}
	slices.Sort(all)
	return all
}

// the words that the tests look for.
var sought = []string{"البحيرة", "القطار", "الجسر", "المرصد"}

func told(words ...string) string {
	return "عنوان " + strings.Join(words, " و") + "\n\n" + body + "\nوقف الناس أمام " + strings.Join(words, " ثم أمام ") + " في الصباح.\n"
}

func TestFullText(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.txt"), told("البحيرة"), time.Now())
	put(t, filepath.Join(dir, "b.txt"), told("القطار")+"\n----------\n\nالمقال الثاني عن البحيرة\n2020-05-09\n\n"+body, time.Now())
	put(t, filepath.Join(dir, "c.txt"), "", time.Now())
	if err := os.Symlink("nowhere", filepath.Join(dir, "d.txt")); err != nil {
		t.Fatal(err)
	}
	for _, o := range []corpus.Options{{}, {First: 1}} {
		s := searching(t, o, dir).Snapshot()
		same(t, "the lake", answers(t, s, "البحيرة"), []string{"a.txt", "b.txt#2"})
		same(t, "the train", answers(t, s, "القطار"), []string{"b.txt"})
		if got, want := s.SearchProgress(), (corpus.SearchProgress{Articles: 5, Indexed: 5, Done: true}); got != want {
			t.Errorf("progress %+v, want %+v", got, want)
		}
	}
}

// TestFactsOfAQuery holds that a query finds what it asks for beside the text.
func TestFactsOfAQuery(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.txt"), report("فلاديمير بوتين", "موسكو", "2026-01-16"), time.Now())
	put(t, filepath.Join(dir, "b.txt"), report("دونالد ترامب", "واشنطن", "2025-12-31"), time.Now())
	put(t, filepath.Join(dir, "c.txt"), told("البحيرة"), time.Now())
	put(t, filepath.Join(dir, "d.md"), "---\ntitle: عنوان\nauthor: سالم أحمد\nsource: رويترز\nsection: ثقافة\n---\n\n"+body, time.Now())
	c := searching(t, corpus.Options{Entities: true}, dir)
	if err := c.WaitEntities(t.Context()); err != nil {
		t.Fatal(err)
	}
	s := c.Snapshot()
	for query, want := range map[string][]string{
		"date:2026-01":          {"a.txt"},
		"date:<2026":            {"b.txt"},
		"person:بوتين":          {"a.txt"},
		`person:"دونالد ترامب"`: {"b.txt"},
		"person:دون":            {"b.txt"},
		"place:واشنطن":          {"b.txt"},
		"person:واشنطن":         nil,
		"has:quote":             {"a.txt", "b.txt"},
		"-has:quote":            {"c.txt", "d.md"},
		"source:رويترز":         {"d.md"},
		"source:سالم":           {"d.md"},
		"section:ثقافة":         {"d.md"},
	} {
		same(t, query, answers(t, s, query), want)
	}
	of := s.Facts(func(name string) (search.Set, bool) { return search.SetOf([]int32{2}), name == "unread" })
	if set, ok := of.State("unread"); !ok || set.Len() != 1 {
		t.Errorf("unread: %v, %v", set, ok)
	}
	if _, ok := of.State("read"); ok {
		t.Error("there is a state that is not known")
	}
	if _, _, ok := of.Day(-1); ok || of.Source(1<<30) != "" || of.Section(-5) != "" {
		t.Error("there is something about articles that there are not")
	}
}

// TestFullTextFollowsFiles holds that a watched corpus finds what a new one would, whatever happens to its files.
func TestFullTextFollowsFiles(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 9))
	dir := t.TempDir()
	path := func() string { return filepath.Join(dir, fmt.Sprintf("%d.txt", random.IntN(9))) }
	word := func() string { return sought[random.IntN(len(sought))] }
	for range 6 {
		put(t, path(), told(word(), word()), time.Now())
	}
	c := searching(t, corpus.Options{Watch: true, First: 2}, dir)
	for range 8 {
		for range 1 + random.IntN(4) {
			switch name := path(); random.IntN(5) {
			case 0:
				if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
					t.Fatal(err)
				}
			case 1:
				put(t, name, told(word())+"\n----------\n\nالمقال الثاني عن "+word()+"\n2020-05-09\n\n"+body, time.Now())
			case 2:
				put(t, name, "\x00\x01 no text", time.Now())
			default:
				put(t, name, told(word(), word()), time.Now())
			}
		}
		finds(t, c, dir)
	}
}

// finds fails where a watched corpus does not come to find what a new one does.
func finds(t *testing.T, c *corpus.Corpus, dir string) {
	t.Helper()
	all := func(s *corpus.Snapshot) (list []string) {
		for _, w := range sought {
			list = append(append(list, w), answers(t, s, w)...)
		}
		return append(list, fmt.Sprintf("%+v", s.SearchProgress()))
	}
	want := all(searching(t, corpus.Options{}, dir).Snapshot())
	until(t, c, strings.Join(want, " "), func(s *corpus.Snapshot) bool { return slices.Equal(all(s), want) })
}
