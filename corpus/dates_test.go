package corpus_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jarida/corpus"
)

// withDates opens arguments and waits for the days that all articles mention.
func withDates(tb testing.TB, o corpus.Options, args ...string) *corpus.Corpus {
	tb.Helper()
	o.Dates = true
	c, err := corpus.Open(tb.Context(), args, o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(c.Close)
	if err := errors.Join(c.Wait(tb.Context()), c.WaitDates(tb.Context())); err != nil {
		tb.Fatal(err)
	}
	return c
}

// byDay writes the timeline of a snapshot: each day with the ids of the articles that were published on it, and of those that mention it.
func byDay(s *corpus.Snapshot) string {
	var text strings.Builder
	t := s.Timeline()
	for i := range t.Len() {
		e := t.At(i)
		fmt.Fprint(&text, e.Date)
		for _, docs := range [][]int32{e.Published, e.Mentioned} {
			text.WriteString(" |")
			for place := range s.Len() { // by the list: the numbers of a watched folder are others
				for _, doc := range docs {
					if s.DocAt(place) == corpus.Doc(doc) {
						fmt.Fprint(&text, " ", s.At(place).ID)
					}
				}
			}
		}
		text.WriteString("\n")
	}
	all, undated := t.Articles()
	fmt.Fprintf(&text, "%d/%d %+v", undated, all, s.DateProgress())
	return text.String()
}

const (
	opening = "افتتاح المعرض في الشتاء\n2026-03-04\n\nيفتتح المعرض أبوابه في 12 مايو 2026، بحسب ما أعلنته الوزارة أمس في بيان لها.\n"
	closing = "المعرض يغلق أبوابه\n2026-05-20\n\nأغلق المعرض الذي افتتح في 12 مايو 2026 أبوابه بعد أسبوع من العروض والندوات.\n"
)

func TestTimeline(t *testing.T) {
	t.Parallel()
	dir := write(t, "empty.txt")
	put(t, filepath.Join(dir, "opening.txt"), opening, time.Now())
	put(t, filepath.Join(dir, "closing.txt"), closing, time.Now())
	put(t, filepath.Join(dir, "undated.txt"), "خبر بلا تاريخ في الصفحة\n\nيعود المعرض في 12 مايو 2027 إلى المدينة كما أعلن أمس.\n", time.Now())
	put(t, filepath.Join(dir, "empty.txt"), "", time.Now())
	want := "2026-03-03 | | opening.txt\n2026-03-04 | opening.txt |\n2026-05-12 | | closing.txt opening.txt\n2026-05-20 | closing.txt |\n" +
		"2027-05-12 | | undated.txt\n2/4 {Articles:4 Read:4 Done:true}"
	for _, o := range []corpus.Options{{}, {Stories: true}} {
		if got := byDay(withDates(t, o, dir).Snapshot()); got != want {
			t.Errorf("the timeline is\n%s, not\n%s", got, want)
		}
	}
	c := open(t, dir)
	if err := c.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	want = "2026-03-04 | opening.txt |\n2026-05-20 | closing.txt |\n2/4 {Articles:4 Read:0 Done:false}"
	if got := byDay(c.Snapshot()); got != want {
		t.Errorf("without mentioned days the timeline is\n%s, not\n%s", got, want)
	}
	if err := c.WaitDates(t.Context()); !errors.Is(err, corpus.ErrClosed) {
		t.Errorf("waiting for days gives %v", err)
	}
}

// TestTimelineFollowsFiles holds that a watched corpus has the timeline that a new one would, whatever happens to its files.
func TestTimelineFollowsFiles(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(5, 6))
	dir := t.TempDir()
	path := func() string { return filepath.Join(dir, fmt.Sprintf("%d.txt", random.IntN(8))) }
	article := func() string {
		return fmt.Sprintf("خبر من المدينة الكبيرة\n2026-03-%02d\n\nأعلنت الوزارة أمس في بيان لها أن المعرض يفتتح أبوابه في %d مايو 2026.\n", 2+random.IntN(5), 1+random.IntN(5))
	}
	for range 5 {
		put(t, path(), article(), time.Now())
	}
	c := withDates(t, corpus.Options{Watch: true}, dir)
	for range 5 {
		for range 1 + random.IntN(4) {
			if name := path(); random.IntN(4) == 0 {
				if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
					t.Fatal(err)
				}
			} else {
				put(t, name, article(), time.Now())
			}
		}
		want := byDay(withDates(t, corpus.Options{}, dir).Snapshot())
		timeout := time.After(20 * time.Second)
		for byDay(c.Snapshot()) != want {
			select {
			case <-c.Changed():
			case <-timeout:
				t.Fatalf("the watched corpus has\n%s\na new one\n%s", byDay(c.Snapshot()), want)
			}
		}
	}
}
