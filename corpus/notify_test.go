package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// limited is a notifier that watches at most some folders, and whose events the test sends.
type limited struct {
	most, watched int
	events        chan fsnotify.Event
	errors        chan error
}

func (l *limited) notifier() (notifier, error) {
	return notifier{
		add: func(string) error {
			if l.watched++; l.watched > l.most {
				return syscall.ENOSPC
			}
			return nil
		},
		remove: func(string) error { return fsnotify.ErrNonExistentWatch },
		close: func() error {
			close(l.events)
			close(l.errors)
			return nil
		},
		events: l.events, errors: l.errors,
	}, nil
}

// watched opens a folder that a notifier watches.
func watched(t *testing.T, dir string, notify func() (notifier, error)) *Corpus {
	t.Helper()
	a := &arguments{args: []string{dir}}
	l, err := a.list(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := open(t.Context(), l, Options{}, &watch{arguments: a, notify: notify})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

func await(t *testing.T, c *Corpus, what string, ok func(s *Snapshot) bool) {
	t.Helper()
	timeout := time.After(10 * time.Second)
	for !ok(c.Snapshot()) {
		select {
		case _, more := <-c.Changed():
			if !more {
				t.Fatalf("%s: closed", what)
			}
		case <-timeout:
			t.Fatalf("%s: not seen", what)
		}
	}
}

func make3(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range []string{"a/1.txt", "b/2.txt", "b/c/3.txt"} {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte("عنوان"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTooManyFoldersToWatch(t *testing.T) {
	l := &limited{most: 1, events: make(chan fsnotify.Event), errors: make(chan error)}
	dir := make3(t)
	c := watched(t, dir, l.notifier)
	await(t, c, "warning", func(s *Snapshot) bool {
		return slices.Contains(s.Warnings(), "Folders in which changes are not seen: 3. The system watches no more.")
	})
	if s := c.Snapshot(); s.Len() != 3 || !s.Progress().Done {
		t.Errorf("%+v", s.Progress())
	}
	if err := os.Remove(filepath.Join(dir, "b/2.txt")); err != nil {
		t.Fatal(err)
	}
	l.errors <- fsnotify.ErrEventOverflow
	await(t, c, "what happened while events were lost", func(s *Snapshot) bool { return s.Len() == 2 })
}

func TestNothingCanBeWatched(t *testing.T) {
	c := watched(t, make3(t), func() (notifier, error) { return notifier{}, syscall.EMFILE })
	await(t, c, "warning", func(s *Snapshot) bool {
		return slices.Equal(s.Warnings(), []string{"Changes of the files are not seen: too many open files."})
	})
	if s := c.Snapshot(); s.Len() != 3 {
		t.Errorf("%d entries", s.Len())
	}
}

// A folder that comes is read and watched alone; everything is not listed again for it.
func TestNewFolderIsReadAlone(t *testing.T) {
	l := &limited{most: 5, events: make(chan fsnotify.Event), errors: make(chan error)}
	dir := make3(t)
	c := watched(t, dir, l.notifier)
	first := filepath.Join(dir, "a", "0.txt")
	if err := os.WriteFile(first, []byte("عنوان"), 0o600); err != nil {
		t.Fatal(err)
	}
	l.events <- fsnotify.Event{Name: first, Op: fsnotify.Create}
	await(t, c, "what is seen by the first listing or after it", func(s *Snapshot) bool { return s.Len() == 4 })
	path := filepath.Join(dir, "d", "e", "4.txt")
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte("عنوان"), 0o600)); err != nil {
		t.Fatal(err)
	}
	l.events <- fsnotify.Event{Name: filepath.Join(dir, "d"), Op: fsnotify.Create}
	await(t, c, "a new file and the warning", func(s *Snapshot) bool {
		_, ok := s.Lookup("d/e/4.txt")
		return ok && slices.Equal(s.Warnings(), []string{"Folders in which changes are not seen: 1. The system watches no more."})
	})
	l.events <- fsnotify.Event{Name: path, Op: fsnotify.Remove}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	await(t, c, "the file gone again", func(s *Snapshot) bool { return s.Len() == 4 })
	c.Close()
	if l.watched != 6 {
		t.Errorf("%d folders were asked for", l.watched)
	}
}

// An event that names what is not there, or what nobody asked for, changes nothing.
func TestStrayEvents(t *testing.T) {
	l := &limited{most: 9, events: make(chan fsnotify.Event), errors: make(chan error)}
	dir := make3(t)
	c := watched(t, dir, l.notifier)
	for _, name := range []string{"/", "nowhere", filepath.Join(dir, "gone.txt"), filepath.Dir(dir), dir + "x/y", "", "\x00"} {
		l.events <- fsnotify.Event{Name: name, Op: fsnotify.Write}
	}
	path := filepath.Join(dir, "a", "new.txt")
	if err := os.WriteFile(path, []byte("عنوان"), 0o600); err != nil {
		t.Fatal(err)
	}
	l.events <- fsnotify.Event{Name: path, Op: fsnotify.Create}
	await(t, c, "a new file", func(s *Snapshot) bool { return s.Len() == 4 })
}
