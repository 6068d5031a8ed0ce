package corpus_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jarida/corpus"
	"jarida/corpus/digest"
)

// fresh tells what is new in a folder, by the ids of its articles and the names.
func fresh(d corpus.Digest, s *corpus.Snapshot) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %s–%s %s–%s %v", d.New, d.First, d.Last, d.From, d.To, d.Whole)
	for _, n := range slices.Concat(d.People.List, d.Places.List, d.Orgs.List) {
		fmt.Fprintf(&b, " %s", s.Entities().Name(n.Entity))
	}
	for _, sp := range d.Speakers {
		fmt.Fprintf(&b, " %s:%d", s.Entities().Name(sp.Entity), sp.Quotes)
	}
	return b.String()
}

// TestDigest holds what is new since a visit and on the newest days, while nothing that depends on it is left from before.
func TestDigest(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.txt"), report("فلاديمير بوتين", "موسكو", "2026-01-09"), time.Now())
	put(t, filepath.Join(dir, "b.txt"), report("فلاديمير بوتين", "القاهرة", "2026-01-16"), time.Now())
	if err := os.Symlink("nowhere.txt", filepath.Join(dir, "dead.txt")); err != nil {
		t.Fatal(err)
	}
	o := corpus.Options{Keys: true, Stories: true}
	at := time.Date(2026, 1, 17, 0, 0, 0, 0, time.UTC)
	first := withEntities(t, o, dir).Snapshot()
	visit, ok := first.Visit(at)
	if !ok || visit.Articles() != 2 {
		t.Fatalf("a visit of %d articles, %v", visit.Articles(), ok)
	}
	put(t, filepath.Join(dir, "c.txt"), report("عبد الفتاح السيسي", "القاهرة", "2026-01-18"), time.Now())
	s := withEntities(t, o, dir).Snapshot()
	const all = "3 2026-01-09–2026-01-18 2026-01-09–2026-01-18 false فلاديمير بوتين عبد الفتاح السيسي القاهرة موسكو رويترز فلاديمير بوتين:2 عبد الفتاح السيسي:1"
	for _, test := range []struct {
		name  string
		visit digest.Visit
		days  int
		want  string
	}{
		{"never visited", digest.Visit{}, 0, all},
		{"since the visit", visit, 0, "1 2026-01-09–2026-01-18 2026-01-18–2026-01-18 false عبد الفتاح السيسي عبد الفتاح السيسي:1"},
		{"the newest day", digest.Visit{}, 1, "1 2026-01-09–2026-01-18 2026-01-18–2026-01-18 false عبد الفتاح السيسي عبد الفتاح السيسي:1"},
		{"two days", visit, 2, "2 2026-01-09–2026-01-18 2026-01-16–2026-01-18 false عبد الفتاح السيسي القاهرة فلاديمير بوتين:1 عبد الفتاح السيسي:1"},
		{"more days than there are", visit, 9, all},
	} {
		if got := fresh(s.Digest(test.visit, test.days, 0), s); got != test.want {
			t.Errorf("%s\n%s, want\n%s", test.name, got, test.want)
		}
	}
	if got, want := fresh(first.Digest(visit, 0, 0), first), "0 2026-01-09–2026-01-16 – true فلاديمير بوتين:2"; got != want {
		t.Errorf("nothing new\n%s, want\n%s", got, want)
	}
}

// TestNoVisit holds that what is not known whole is no visit: the one before stays the last.
func TestNoVisit(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.txt"), report("فلاديمير بوتين", "موسكو", "2026-01-09"), time.Now())
	c := open(t, dir)
	if _, ok := c.Snapshot().Visit(time.Now()); ok {
		t.Error("a visit without hashes")
	}
	s, err := corpus.OpenEdition(t.Context(), corpus.Options{Keys: true, First: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if snap := s.Snapshot(); !snap.Progress().Done {
		if _, ok := snap.Visit(time.Now()); ok {
			t.Error("a visit while articles are being read")
		}
	}
	if d := c.Snapshot().Digest(digest.Visit{}, 0, 0); d.New != 0 || !d.Whole {
		t.Errorf("without hashes %d articles are new", d.New)
	}
}
