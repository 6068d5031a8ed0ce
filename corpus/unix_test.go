//go:build unix

package corpus_test

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"jarida/corpus"
)

func TestLinks(t *testing.T) {
	dir := write(t, "a/one.txt", "b/two.txt")
	other := write(t, "three.txt")
	link := func(target, name string) {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	link("..", "a/up")                             // a circle
	link("../b", "a/across")                       // two that lead
	link("../a", "b/across")                       // to each other
	link(other, "outside")                         // another folder
	link(filepath.Join(dir, "a/one.txt"), "again") // a file under a second name
	link("nowhere", "broken.txt")                  // leads nowhere
	link("broken.txt", "broken2.txt")              // nor this
	link("self.txt", "self.txt")                   // to itself
	s := open(t, dir).Snapshot()
	problems := map[string]string{}
	for i := range s.Len() {
		problems[s.At(i).ID] = s.At(i).Problem
	}
	for _, id := range []string{"a/one.txt", "b/two.txt", "outside/three.txt", "again"} {
		if problem, ok := problems[id]; !ok || problem != "" {
			t.Errorf("%s: %v %s", id, ok, problem)
		}
	}
	for _, id := range []string{"broken.txt", "broken2.txt", "self.txt"} {
		if problems[id] == "" {
			t.Errorf("%s has no problem", id)
		}
	}
	if s.Len() != 7 || len(s.Warnings()) != 3 || s.Progress().Failed != 3 {
		t.Errorf("%q, warnings %q, %+v", ids(s), s.Warnings(), s.Progress())
	}
}

func TestIrregularFilesAreNeverOpened(t *testing.T) {
	dir := write(t, "a.txt")
	for _, name := range []string{"pipe.txt", "pipe"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("pipe", filepath.Join(dir, "link.txt")); err != nil {
		t.Fatal(err)
	}
	socket, err := net.Listen("unix", filepath.Join(dir, "s.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	s := open(t, dir).Snapshot()
	for id, what := range map[string]string{"pipe.txt": "pipe", "link.txt": "pipe", "s.txt": "socket", "a.txt": ""} {
		if e, ok := s.Lookup(id); !ok || e.Failed != (what != "") || !strings.Contains(e.Problem, what) {
			t.Errorf("%s: %v %+v", id, ok, e)
		}
	}
	if p := s.Progress(); p.Files != 4 || p.Skipped != 1 || p.Failed != 3 {
		t.Errorf("%+v", p)
	}
	if _, err := corpus.Open(t.Context(), []string{filepath.Join(dir, "pipe.txt")}, corpus.Options{}); err == nil {
		t.Error("a pipe as an argument is no error")
	}
}

// A pipe that takes the place of a file between listing and reading must not make the reader wait for its writer.
func TestPipeInPlaceOfFile(t *testing.T) {
	dir := write(t, "a.txt", "b.txt", "c.txt")
	c, err := corpus.Open(t.Context(), []string{dir}, corpus.Options{First: 1})
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
	name := filepath.Join(dir, "c.txt")
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(name, 0o644); err != nil {
		t.Fatal(err)
	}
	e, _ := c.Snapshot().Lookup("c.txt")
	if e.Title == "" { // not yet read when it was closed
		if d, err := c.Load(t.Context(), e.Doc); err == nil || !strings.Contains(d.Entry.Problem, "pipe") {
			t.Errorf("%+v %v", d, err)
		}
	}
}

func TestUnreadable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything; TestProblems has the sentences")
	}
	dir := write(t, "a.txt", "closed/b.txt", "c.txt")
	for _, name := range []string{"closed", "c.txt"} {
		path := filepath.Join(dir, name)
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(path, 0o755) })
	}
	s := open(t, dir).Snapshot()
	if e, _ := s.Lookup("c.txt"); !e.Failed || s.Len() != 2 || len(s.Warnings()) != 1 {
		t.Errorf("%+v, warnings %q", e, s.Warnings())
	}
	if _, err := corpus.Open(t.Context(), []string{filepath.Join(dir, "closed")}, corpus.Options{}); err == nil {
		t.Error("a closed folder is no error")
	}
}

// A link that leads nowhere and a file that may not be read are in the list with the reason; they are read when they can be.
func TestWatchUnreadableBecomesReadable(t *testing.T) {
	dir := write(t, "a.txt", "closed/b.txt", "c.txt")
	outside := filepath.Join(t.TempDir(), "far.txt")
	if err := os.Symlink(outside, filepath.Join(dir, "link.txt")); err != nil {
		t.Fatal(err)
	}
	rights := func(mode os.FileMode, names ...string) {
		for _, name := range names {
			if err := os.Chmod(filepath.Join(dir, name), mode); err != nil {
				t.Fatal(err)
			}
		}
	}
	rights(0, "closed", "c.txt")
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "closed"), 0o755) })
	c := watching(t, dir)
	if e, ok := c.Snapshot().Lookup("link.txt"); !ok || !e.Failed {
		t.Errorf("%+v", e)
	}
	if os.Geteuid() != 0 { // root may read everything
		if e, ok := c.Snapshot().Lookup("c.txt"); !ok || !e.Failed || c.Snapshot().Len() != 3 {
			t.Errorf("%+v", e)
		}
	}
	// The target of the link is looked at because something else happens.
	put(t, outside, "عنوان بعيد\n\n"+body, time.Unix(1, 0))
	rights(0o755, "closed", "c.txt")
	until(t, c, "readable", func(s *corpus.Snapshot) bool {
		e, ok := s.Lookup("link.txt")
		return ok && e.Title == "عنوان بعيد" && s.Len() == 4 && s.Progress().Failed == 0 && len(s.Warnings()) == 0
	})
	sound(t, c, dir)
}
