package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"jarida/corpus/cache"
	"jarida/corpus/search"
)

// TestSnapshotsOfTheFullText holds that the first screen waits for no index, that articles can be found while others are still read, and
// that what can be found stays, also when it is merged.
func TestSnapshotsOfTheFullText(t *testing.T) {
	t.Parallel()
	const n, each = 100, 10
	var l listing
	for i := range n {
		l.files = append(l.files, &file{name: fmt.Sprintf("%03d.txt", i), modified: int64(n - i), content: []byte(inText(i))})
	}
	b := newBuilder(&Corpus{search: true, keys: true, changed: make(chan struct{}, 1)}, l)
	if err := b.readFirst(t.Context(), 3); err != nil {
		t.Fatal(err)
	}
	if s := b.corpus.Snapshot(); s.FullText() != nil || s.SearchProgress() != (SearchProgress{Articles: n}) {
		t.Errorf("the first snapshot has an index: %+v", s.SearchProgress())
	}
	r, results := b.reader(), make(chan batch, 1)
	r.pieces.most = 2 * each
	for jobs := range slices.Chunk(b.jobs(), each) {
		if !r.readBatch(t.Context(), jobs, results) {
			t.Fatal("reading has ended")
		}
		b.take(<-results)
		b.publish()
		read := int(jobs[0].doc) + each
		want := SearchProgress{Articles: n, Indexed: read - read%(2*each)}
		if s := b.corpus.Snapshot(); s.SearchProgress() != want || count(t, s) != want.Indexed {
			t.Errorf("%d read: progress %+v, want %+v; %d are found", read, s.SearchProgress(), want, count(t, s))
		}
	}
	b.finish()
	b.publish()
	whole := b.corpus.Snapshot()
	if want := (SearchProgress{Articles: n, Indexed: n, Done: true}); whole.SearchProgress() != want {
		t.Errorf("in the end progress is %+v", whole.SearchProgress())
	}
	b.mergeText(t.Context())
	merged := b.corpus.Snapshot()
	if merged.FullText() == whole.FullText() || merged.FullText().Size() >= whole.FullText().Size() || count(t, merged) != n || count(t, whole) != n {
		t.Errorf("%d are found in the merged index of %d bytes, %d in the other of %d",
			count(t, merged), merged.FullText().Size(), count(t, whole), whole.FullText().Size())
	}
	if b.mergeText(t.Context()); b.corpus.Snapshot() != merged {
		t.Error("an index that is merged is merged again")
	}
}

// count counts the articles that any of the words of lookedFor finds.
func count(t *testing.T, s *Snapshot) int {
	t.Helper()
	if s.FullText() == nil {
		return 0
	}
	found := 0
	for _, w := range lookedFor {
		q, err := search.Parse(w)
		if err != nil {
			t.Fatal(err)
		}
		r, err := s.FullText().Search(t.Context(), search.Request{Query: q}, s.Facts(nil))
		if err != nil {
			t.Fatal(err)
		}
		found += r.Total
	}
	return found
}

// TestEntriesInPart holds that what a snapshot gives of an entry alone is what the entry has, whether that was read in this run or is kept.
func TestEntriesInPart(t *testing.T) {
	t.Parallel()
	dir, store := t.TempDir(), cache.New(t.TempDir(), "test", 0)
	for name, text := range map[string]string{
		"a.txt": "المصدر: رويترز\nالقسم: اقتصاد\nعنوان أول\n2026-01-16\n\nنص أول.\n", "b.txt": "", "c.txt": "عنوان ثان\n\nنص ثان.\n\n\n\nعنوان ثالث\n\nنص ثالث.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	keepAll(t, store, dir)
	for _, lazy := range []bool{false, true} {
		s := start(t, store, Options{Lazy: lazy}, dir).Snapshot()
		sources := 0
		for i := range s.Len() {
			e := s.At(i)
			source, section := s.SourceAt(i)
			if title := s.TitleAt(i); title != e.Title || source != e.Source || section != e.Section {
				t.Errorf("%s: %q, %q, %q; want %q, %q, %q", e.ID, s.TitleAt(i), source, section, e.Title, e.Source, e.Section)
			}
			if source != "" {
				sources++
			}
		}
		if sources == 0 {
			t.Error("nothing has a source")
		}
	}
}
