package triage_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"jarida/corpus/triage"
)

// TestStates holds that the states of many articles are those of each of them.
func TestStates(t *testing.T) {
	t.Parallel()
	j := open(t, t.TempDir())
	do(t, j, triage.ToArchive, first)
	do(t, j, triage.Star, first, second)
	articles := []triage.Article{second, {Hash: "dd", Path: "none.txt"}, first, {Path: first.Path}, {Hash: "ee", Path: second.Path}, {}}
	got := j.States(len(articles), func(i int) triage.Article { return articles[i] })
	for i, a := range articles {
		if want := state(j, a); got[i] != want {
			t.Errorf("%v has %+v, want %+v", a, got[i], want)
		}
	}
	if !got[0].Starred || got[1] != (triage.State{}) || got[2].Place != triage.Archive || !got[4].Starred {
		t.Errorf("states %+v", got)
	}
}

// TestVersion holds that the version changes with all that may change an answer, and with nothing else.
func TestVersion(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	j, other := open(t, folder), open(t, folder)
	last := j.Version()
	for _, step := range []struct {
		name    string
		do      func()
		changes bool
	}{
		{"a decision", func() { do(t, j, triage.Star, first) }, true},
		{"undo", func() { _, _ = undo(j) }, true},
		{"redo", func() { _, _ = redo(j) }, true},
		{"nothing to redo", func() { _, _ = redo(j) }, false},
		{"a look", func() { state(j, first) }, false},
		{"nothing new", func() { _, _ = j.Refresh(t.Context()) }, false},
		{"another window", func() { do(t, other, triage.Unstar, first); _, _ = j.Refresh(t.Context()) }, true},
		{"deleted", func() { _ = os.Remove(filepath.Join(folder, "journal.jsonl")); _, _ = j.Refresh(t.Context()) }, true},
	} {
		step.do()
		if now := j.Version(); (now != last) != step.changes {
			t.Errorf("%s: version %d after %d", step.name, now, last)
		}
		last = j.Version()
	}
}

// TestChanged holds that a window hears of what another decides and not of its own decisions, until it is closed.
func TestChanged(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	j, other := open(t, folder), open(t, folder)
	changed := j.Changed(t.Context())
	do(t, j, triage.Star, second)
	select {
	case <-changed:
		// It may have looked at the file between the write and the read; then there is nothing new.
		if news, err := j.Refresh(t.Context()); err != nil || news {
			t.Errorf("its own decision is news: %v, %v", news, err)
		}
	case <-time.After(50 * time.Millisecond):
	}
	do(t, other, triage.Star, first)
	for !state(j, first).Starred {
		if _, open := <-changed; !open {
			t.Fatal("closed before the change was told")
		}
		if _, err := j.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	second := j.Changed(ctx)
	stop()
	for range second { // it ends with its context
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	for range changed { // and the first with the journal
	}
}

// TestSearches holds that saved searches are kept by their names, replaced, forgotten, and all that undone.
func TestSearches(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	j := open(t, folder)
	save := func(act triage.Act, name, query string) {
		if _, err := j.Do(t.Context(), triage.Event{Act: act, Search: &triage.Search{Name: name, Query: query}}); err != nil {
			t.Fatal(err)
		}
	}
	steps := []struct {
		do   func()
		want []triage.Search
	}{
		{func() { save(triage.SaveSearch, "موسكو", `"بوتين" -date:2024`) }, []triage.Search{{"موسكو", `"بوتين" -date:2024`}}},
		{func() { save(triage.SaveSearch, "economy", "نفط") }, []triage.Search{{"economy", "نفط"}, {"موسكو", `"بوتين" -date:2024`}}},
		{func() { save(triage.SaveSearch, "موسكو", "روسيا") }, []triage.Search{{"economy", "نفط"}, {"موسكو", "روسيا"}}},
		{func() { save(triage.ForgetSearch, "economy", "") }, []triage.Search{{"موسكو", "روسيا"}}},
		{func() { _, _ = undo(j) }, []triage.Search{{"economy", "نفط"}, {"موسكو", "روسيا"}}},
		{func() { _, _ = undo(j) }, []triage.Search{{"economy", "نفط"}, {"موسكو", `"بوتين" -date:2024`}}},
		{func() { _, _ = redo(j) }, []triage.Search{{"economy", "نفط"}, {"موسكو", "روسيا"}}},
	}
	for i, step := range steps {
		step.do()
		for _, j := range []*triage.Journal{j, open(t, folder)} {
			if got := j.Searches(); !reflect.DeepEqual(got, step.want) {
				t.Errorf("step %d: %+v, want %+v", i, got, step.want)
			}
		}
	}
}

// TestRecent holds which queries are remembered: the last different ones, by all windows, in a file that does not grow.
func TestRecent(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	j, other := open(t, folder), open(t, folder)
	remember := func(j *triage.Journal, queries ...string) {
		for _, q := range queries {
			if err := j.Remember(t.Context(), q); err != nil {
				t.Fatal(err)
			}
		}
	}
	recent := func(n int) []string {
		got, err := j.Recent(n)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if got := recent(5); got != nil {
		t.Errorf("%q are remembered from nowhere", got)
	}
	remember(j, "نفط", "  putin\n", "", " \t")
	remember(other, `"أ" OR ب`, "نفط", "نفط")
	if got, want := recent(9), []string{"نفط", `"أ" OR ب`, "putin"}; !slices.Equal(got, want) {
		t.Errorf("recent %q, want %q", got, want)
	}
	if got := recent(1); !slices.Equal(got, []string{"نفط"}) {
		t.Errorf("the last is %q", got)
	}
	path := filepath.Join(folder, "journal.jsonl.recent")
	var lines []byte
	for i := range 1000 {
		lines = fmt.Appendf(lines, "{\"time\":\"2026-01-01T00:00:00Z\",\"query\":\"q%d\"}\n", i)
	}
	lines = append(lines, "torn {\n{\"time"...)
	if err := os.WriteFile(path, lines, 0o600); err != nil {
		t.Fatal(err)
	}
	remember(j, "after")
	got := recent(2000)
	if len(got) != 500 || got[0] != "after" || got[1] != "q999" || got[499] != "q501" {
		t.Errorf("%d queries from %q on", len(got), got[:2])
	}
	if info, err := os.Stat(path); err != nil || info.Size() > int64(len(lines))*2/3 {
		t.Errorf("the file still has %d bytes (%v)", info.Size(), err)
	}
}
