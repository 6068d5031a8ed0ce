package triage_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jarida/corpus/triage"
)

// TestDeletedWhileOpen holds that a journal that is deleted under an open window is said to be gone, and that the next decision begins a new one, also
// where its folder went with it.
func TestDeletedWhileOpen(t *testing.T) {
	t.Parallel()
	for name, remove := range map[string]func(folder string) error{
		"the journal": func(folder string) error { return os.Remove(filepath.Join(folder, "journal.jsonl")) },
		"the folder":  os.RemoveAll,
		"the lock":    func(folder string) error { return os.Remove(filepath.Join(folder, "journal.jsonl.lock")) },
	} {
		folder := filepath.Join(t.TempDir(), "state")
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		j, other := open(t, folder), open(t, folder)
		do(t, j, triage.Star, first)
		if err := remove(folder); err != nil {
			t.Fatal(err)
		}
		if _, err := j.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		gone := name != "the lock"
		if warnings := strings.Join(j.Warnings(), " "); state(j, first).Starred == gone || strings.Contains(warnings, "was deleted while it was open") != gone {
			t.Errorf("without %s: %+v, %q", name, state(j, first), warnings)
		}
		do(t, other, triage.MarkRead, second)
		do(t, j, triage.ToArchive, second)
		if s := state(open(t, folder), second); s != (triage.State{Read: true, Place: triage.Archive}) || len(j.Warnings()) > 0 {
			t.Errorf("decided without %s: %+v, %q", name, s, j.Warnings())
		}
	}
}

// TestFolderIsMade holds that a state folder that is not there is made, for its owner alone.
func TestFolderIsMade(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "state", "jarida", "journal.jsonl")
	j := open(t, path)
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) || len(j.Warnings()) > 0 {
		t.Errorf("before a decision there is a journal (%v), or %q", err, j.Warnings())
	}
	do(t, j, triage.Star, first)
	for of, want := range map[string]fs.FileMode{path: 0o600, filepath.Dir(path): 0o700 | fs.ModeDir} {
		if info, err := os.Stat(of); err != nil || info.Mode() != want {
			t.Errorf("%s: %v, want %v (%v)", of, info.Mode(), want, err)
		}
	}
	if !state(open(t, path), first).Starred {
		t.Error("the star is lost")
	}
}

// TestLinkedJournal holds that a journal may be a link to another place, and that both names are one journal.
func TestLinkedJournal(t *testing.T) {
	t.Parallel()
	target, link := filepath.Join(t.TempDir(), "synced.jsonl"), filepath.Join(t.TempDir(), "journal.jsonl")
	if err := os.WriteFile(target, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip("no links here: ", err)
	}
	do(t, open(t, link), triage.Star, first)
	if entries, err := os.ReadDir(filepath.Dir(link)); err != nil || len(entries) != 1 || !state(open(t, target), first).Starred {
		t.Errorf("beside the link there are %v, %v", entries, err)
	}
}

// TestClockAhead holds that a journal with times that are still to come is said to have them, and that decisions keep their order.
func TestClockAhead(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	now := time.Date(2040, 1, 1, 0, 0, 0, 0, time.UTC)
	j, err := triage.Open(t.Context(), folder, triage.Options{Host: "h", Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	do(t, j, triage.Star, first)
	if len(j.Warnings()) > 0 {
		t.Errorf("by the clock itself: %q", j.Warnings())
	}
	now = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	do(t, j, triage.Unstar, first)
	if w := j.Warnings(); len(w) != 1 || !strings.Contains(w[0], "2040-01-01 00:00, which is still to come") || state(open(t, folder), first).Starred {
		t.Errorf("%q, %+v", w, state(j, first))
	}
}

// TestNewerVersion holds that decisions can be taken beside events of a newer version, in order, and that these stay to the byte.
func TestNewerVersion(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	newer := `{"v":3,"time":"2031-05-01T00:00:00Z","host":{"name":"x"},"id":"0123456789abcdef","act":"star","articles":"all"}` + "\n"
	if err := os.WriteFile(path, []byte(newer), 0o600); err != nil {
		t.Fatal(err)
	}
	j := open(t, path)
	e := do(t, j, triage.Star, first)
	if !e.Time.After(time.Date(2031, 5, 1, 0, 0, 0, 0, time.UTC)) || !state(j, first).Starred {
		t.Errorf("the decision is of %v, and %+v", e.Time, state(j, first))
	}
	if data, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(data, []byte(newer)) {
		t.Errorf("%v: the journal is\n%s", err, data)
	}
	if w := strings.Join(j.Warnings(), " "); !strings.Contains(w, "newer version of jarida, which are kept and do not count here: 1.") {
		t.Errorf("warnings %q", w)
	}
}

// TestTwoFolders holds that files of one name in two folders are not taken for each other, that content is known in all of them, and that decisions are
// told with the paths that they were taken with.
func TestTwoFolders(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	below := func(folder string) *triage.Journal {
		j, err := triage.Open(t.Context(), path, triage.Options{Folder: folder})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = j.Close() })
		return j
	}
	news, mail, parent := below("/srv/news"), below("/srv/mail/"), below("/srv")
	empty := triage.Article{Path: "empty.txt"}
	do(t, news, triage.ToArchive, first, empty)
	articles := []triage.Article{first, empty, {Hash: strings.Repeat("c", 32), Path: first.Path}, {Path: "news/empty.txt"}, {Path: "/srv/news/empty.txt"}, {Path: "../news/empty.txt"}}
	for name, tt := range map[string]struct {
		j    *triage.Journal
		want string
	}{"news": {news, "aaa.aa"}, "mail": {mail, "a...aa"}, "parent": {parent, "a..aa."}} {
		if _, err := tt.j.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for i, s := range tt.j.States(len(articles), func(i int) triage.Article { return articles[i] }) {
			if one := state(tt.j, articles[i]); one != s {
				t.Errorf("%s, %v: %+v alone, %+v among all", name, articles[i], one, s)
			}
			got.WriteString(map[triage.Place]string{triage.Inbox: ".", triage.Archive: "a"}[s.Place])
		}
		if got.String() != tt.want {
			t.Errorf("%s: archived %s, want %s", name, &got, tt.want)
		}
	}
	if last := news.Last(1); len(last) != 1 || last[0].Articles[0] != first || last[0].Articles[1] != empty {
		t.Errorf("told as %+v", last)
	}
	if last := mail.Last(1); last[0].Articles[0].Path != "/srv/news/"+first.Path {
		t.Errorf("told elsewhere as %+v", last)
	}
}

// TestDecidedAnew holds that an edited article keeps what was decided about it when something more is, and when it is adopted and moved.
func TestDecidedAnew(t *testing.T) {
	t.Parallel()
	j := open(t, t.TempDir())
	do(t, j, triage.Star, first, second)
	edited := triage.Article{Hash: strings.Repeat("c", 32), Path: first.Path}
	do(t, j, triage.MarkRead, edited, edited, second)
	if s := state(j, edited); s != (triage.State{Read: true, Starred: true}) {
		t.Errorf("edited and read: %+v", s)
	}
	if _, err := undo(j); err != nil || state(j, edited) != (triage.State{Starred: true}) || state(j, second) != (triage.State{Starred: true}) {
		t.Errorf("undone: %+v, %v", state(j, edited), err)
	}
	again := triage.Article{Hash: strings.Repeat("d", 32), Path: second.Path}
	unknown := triage.Article{Hash: strings.Repeat("e", 32), Path: "new.txt"}
	for _, want := range []int{1, 0} {
		if n, err := j.Adopt(t.Context(), []triage.Article{again, edited, unknown, first}); n != want || err != nil {
			t.Errorf("%d adopted, want %d, %v", n, want, err)
		}
	}
	if moved := (triage.Article{Hash: again.Hash, Path: "moved.txt"}); !state(j, moved).Starred || state(j, unknown).Starred {
		t.Errorf("adopted and moved: %+v", state(j, moved))
	}
	if n := len(j.Last(9)); n != 2 {
		t.Errorf("%d decisions, want 2: to inherit is none", n)
	}
}
