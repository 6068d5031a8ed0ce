package triage_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"jarida/corpus/triage"
)

func open(t *testing.T, folder string) *triage.Journal {
	t.Helper()
	j, err := triage.Open(t.Context(), folder, triage.Options{Host: "desk"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.Close() })
	return j
}

func do(t *testing.T, j *triage.Journal, act triage.Act, articles ...triage.Article) triage.Event {
	t.Helper()
	e, err := j.Do(t.Context(), triage.Event{Act: act, Articles: articles})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func state(j *triage.Journal, a triage.Article) triage.State {
	s, _, _ := j.State(a)
	return s
}

var (
	first  = triage.Article{Hash: strings.Repeat("a", 32), Path: "one.txt"}
	second = triage.Article{Hash: strings.Repeat("b", 32), Path: "two.txt"}
)

// TestDecisionsLast holds that every decision is there after a restart, and that undo and redo go on where they stopped.
func TestDecisionsLast(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	j := open(t, folder)
	do(t, j, triage.MarkRead, first)
	do(t, j, triage.Star, first, second)
	do(t, j, triage.ToArchive, first)
	steps := []struct {
		turn          func(*triage.Journal) (triage.Event, error)
		act           triage.Act
		first, second triage.State
	}{
		{undo, triage.ToArchive, triage.State{Read: true, Starred: true}, triage.State{Starred: true}},
		{undo, triage.Star, triage.State{Read: true}, triage.State{}},
		{redo, triage.Star, triage.State{Read: true, Starred: true}, triage.State{Starred: true}},
		{redo, triage.ToArchive, triage.State{Read: true, Starred: true, Place: triage.Archive}, triage.State{Starred: true}},
	}
	for _, step := range steps {
		j = open(t, folder)
		e, err := step.turn(j)
		if err != nil || e.Act != step.act {
			t.Fatalf("took back %q, %v; want %q", e.Act, err, step.act)
		}
		for _, j := range []*triage.Journal{j, open(t, folder)} {
			if a, b := state(j, first), state(j, second); a != step.first || b != step.second {
				t.Errorf("after %s: %+v and %+v, want %+v and %+v", step.act, a, b, step.first, step.second)
			}
		}
	}
	if _, err := j.Redo(t.Context()); err == nil {
		t.Error("redo with nothing undone gave no error")
	}
	undo(j)
	do(t, j, triage.Unread, second)
	if _, err := j.Redo(t.Context()); err == nil {
		t.Error("redo after a new decision gave no error")
	}
}

func undo(j *triage.Journal) (triage.Event, error) { return j.Undo(context.Background()) }
func redo(j *triage.Journal) (triage.Event, error) { return j.Redo(context.Background()) }

// TestIdentity holds how a state follows its article: by content, then by path.
func TestIdentity(t *testing.T) {
	t.Parallel()
	j := open(t, t.TempDir())
	do(t, j, triage.Star, first)
	moved := triage.Article{Hash: first.Hash, Path: "moved/one.txt"}
	if !state(j, moved).Starred {
		t.Error("a moved file lost its star")
	}
	edited := triage.Article{Hash: "cc", Path: first.Path}
	s, from, inherited := j.State(edited)
	if !s.Starred || !inherited || from != first.Hash {
		t.Errorf("an edited file has %+v from %q (%v), want the star of its path", s, from, inherited)
	}
	if _, err := j.Do(t.Context(), triage.Event{Act: triage.Changed, Articles: []triage.Article{edited}, From: from}); err != nil {
		t.Fatal(err)
	}
	do(t, j, triage.MarkRead, edited)
	if s := state(j, edited); !s.Starred || !s.Read {
		t.Errorf("after the change it has %+v, want both", s)
	}
	if s := state(j, first); s.Read {
		t.Error("what was decided about the new content reached the old")
	}
	undo(j)
	undo(j)
	if s := state(j, edited); s.Starred {
		t.Error("an undone star stayed with the content that inherited it")
	}
	empty := triage.Article{Path: "empty.txt"}
	do(t, j, triage.ToLater, empty)
	if state(j, empty).Place != triage.Later || state(j, triage.Article{Path: "other.txt"}).Place != triage.Inbox {
		t.Error("an empty file is not known by its path")
	}
}

// TestTwoWindows holds that processes with one journal open lose nothing of each other's, and agree.
func TestTwoWindows(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	const each = 40
	var writers sync.WaitGroup
	for w := range 3 {
		j := open(t, folder)
		writers.Go(func() {
			for i := range each {
				a := triage.Article{Hash: fmt.Sprintf("%d-%d", w, i)}
				if _, err := j.Do(context.Background(), triage.Event{Act: triage.Star, Articles: []triage.Article{a}}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	j := open(t, folder)
	if n := len(j.Last(1000)); n != 3*each {
		t.Errorf("%d decisions of %d are there", n, 3*each)
	}
	for w := range 3 {
		for i := range each {
			if !state(j, triage.Article{Hash: fmt.Sprintf("%d-%d", w, i)}).Starred {
				t.Errorf("the star of %d-%d is lost", w, i)
			}
		}
	}
}

// TestSeesOthers holds that a journal that is open learns of what another process decided, and can take it back.
func TestSeesOthers(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	a, b := open(t, folder), open(t, folder)
	do(t, a, triage.Star, first)
	if changed, err := b.Refresh(t.Context()); err != nil || !changed || !state(b, first).Starred {
		t.Fatalf("the other window sees %+v (%v, %v)", state(b, first), changed, err)
	}
	if changed, _ := b.Refresh(t.Context()); changed {
		t.Error("nothing happened, and yet something changed")
	}
	if _, err := undo(b); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Refresh(t.Context()); err != nil || state(a, first).Starred {
		t.Errorf("the first window still has the star: %v", err)
	}
}

// TestBrokenFiles holds what comes of a journal that a crash, a disk or a newer program left behind.
func TestBrokenFiles(t *testing.T) {
	t.Parallel()
	whole := func(id string, act string) string {
		return `{"v":1,"time":"2026-01-01T00:00:00.000001Z","host":"h","seq":1,"id":"` + id + `","act":"` + act +
			`","articles":[{"hash":"` + first.Hash + `","path":"one.txt"}]}` + "\n"
	}
	tests := []struct{ name, file, warning string }{
		{"torn last line", whole("1", "star") + `{"v":1,"time":"2026-01-01T0`, ""},
		{"torn line inside", whole("1", "star") + `{"v":1,"ti` + "\n" + whole("2", "read"), "no events"},
		{"zeros of a lost sector", whole("1", "star") + "\x00\x00\x00\x00\n", "no events"},
		{"newer version", whole("1", "star") + `{"v":9,"id":"x","act":{"new":1}}` + "\n", "newer version"},
		{"unknown act", whole("1", "star") + whole("2", "paint"), "newer version"},
		{"twice the same", whole("1", "star") + whole("1", "star"), ""},
		{"empty lines", "\n\n" + whole("1", "star") + "\r\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			path := filepath.Join(folder, "journal.jsonl")
			if err := os.WriteFile(path, []byte(test.file), 0o600); err != nil {
				t.Fatal(err)
			}
			j := open(t, folder)
			if !state(j, first).Starred {
				t.Error("the star before the damage is lost")
			}
			if got := strings.Join(j.Warnings(), " "); !strings.Contains(got, test.warning) || test.warning == "" && got != "" {
				t.Errorf("warnings %q, want %q", got, test.warning)
			}
			do(t, j, triage.MarkRead, second)
			if again := open(t, folder); !state(again, first).Starred || !state(again, second).Read {
				t.Error("a decision after the damage is lost")
			}
			after, err := os.ReadFile(path)
			if err != nil || !strings.HasPrefix(string(after), test.file) {
				t.Errorf("what stood in the journal was changed: %v", err)
			}
		})
	}
}

// TestNowhereToWrite holds that a state folder that cannot be written to is said, and that nothing is decided in it.
func TestNowhereToWrite(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	j := open(t, filepath.Join(file, "state"))
	if len(j.Warnings()) != 1 {
		t.Errorf("warnings %q, want one", j.Warnings())
	}
	if _, err := j.Do(t.Context(), triage.Event{Act: triage.Star, Articles: []triage.Article{first}}); err == nil {
		t.Error("a decision was acknowledged that is nowhere")
	}
	if state(j, first).Starred {
		t.Error("a decision counts that is nowhere")
	}
}

// TestConcatenated holds that the journals of two machines can be put behind each other in any order.
func TestConcatenated(t *testing.T) {
	t.Parallel()
	clock := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	journal := func(host string, minutes int, acts ...triage.Act) []byte {
		folder := t.TempDir()
		now := clock.Add(time.Duration(minutes) * time.Minute)
		j, err := triage.Open(t.Context(), folder, triage.Options{Host: host, Now: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		defer j.Close()
		for _, act := range acts {
			do(t, j, act, first)
			now = now.Add(2 * time.Minute)
		}
		data, err := os.ReadFile(filepath.Join(folder, "journal.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	// In turns: archive, later, inbox, archive.
	desk, train := journal("desk", 0, triage.ToArchive, triage.ToInbox), journal("train", 1, triage.ToLater, triage.ToArchive)
	for _, both := range [][]byte{slices.Concat(desk, train), slices.Concat(train, desk), slices.Concat(train, desk, train)} {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "journal.jsonl"), both, 0o600); err != nil {
			t.Fatal(err)
		}
		j := open(t, folder)
		var acts []triage.Act
		for _, e := range j.Last(10) {
			acts = append(acts, e.Act)
		}
		if want := []triage.Act{triage.ToArchive, triage.ToInbox, triage.ToLater, triage.ToArchive}; !slices.Equal(acts, want) {
			t.Errorf("order %v, want %v", acts, want)
		}
	}
}

// TestBackwardClock holds that decisions keep their order when the clock of the machine is set back.
func TestBackwardClock(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	j, err := triage.Open(t.Context(), folder, triage.Options{Host: "h", Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	do(t, j, triage.Star, first)
	now = now.Add(-time.Hour)
	do(t, j, triage.Unstar, first)
	if state(open(t, folder), first).Starred {
		t.Error("the later decision lost against an earlier clock")
	}
}

// TestEntityCorrections holds that corrections are given back in order, and undone like every decision.
func TestEntityCorrections(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	j := open(t, folder)
	correct := func(act triage.Act, name string, names ...string) {
		e := triage.Event{Act: act, Entity: &triage.Entity{Type: "person", Names: names, Name: name}}
		if _, err := j.Do(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	correct(triage.MergeEntities, "", "ترامب", "دونالد \"ترمب\"")
	correct(triage.RenameEntity, "الرئيس\nترمب", "ترامب")
	correct(triage.HideEntity, "", "جهد سلمي")
	undo(j)
	got, err := json.Marshal(open(t, folder).Entities())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"merge"`, `دونالد \"ترمب\"`, `"rename"`, `الرئيس\nترمب`} {
		if !strings.Contains(string(got), want) {
			t.Errorf("corrections %s, want %s in them", got, want)
		}
	}
	if strings.Contains(string(got), "hide") {
		t.Errorf("an undone correction is still there: %s", got)
	}
}

func TestHash(t *testing.T) {
	t.Parallel()
	if triage.Hash(" \n\t") != "" || triage.Hash("") != "" {
		t.Error("nothing has a hash")
	}
	if a, b := triage.Hash("نص"), triage.Hash("نص\n"); a != b || len(a) != 32 {
		t.Errorf("hashes %q and %q, want one of 32 digits", a, b)
	}
}
