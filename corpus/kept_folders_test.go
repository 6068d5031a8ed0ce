package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"jarida/corpus/cache"
	"jarida/corpus/flat"
)

// TestKeptFolders holds that a listing by the names that were kept finds what one without them finds: as it was, and when something has come, gone,
// or got another name, in whatever folder.
func TestKeptFolders(t *testing.T) {
	t.Parallel()
	dir, store := t.TempDir(), cache.New(t.TempDir(), "1", 0)
	in := func(name string) string { return filepath.Join(dir, name) }
	write := func(name string) error { return os.WriteFile(in(name), []byte("خبر\n\nنص.\n"), 0o600) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(errors.Join(os.MkdirAll(in("one/two"), 0o700), os.Mkdir(in("three"), 0o700)))
	for _, name := range []string{"a.txt", "one/b.txt", "one/.hidden", "one/two/c.txt", "three/d.txt", "three/e.jpg"} {
		must(write(name))
	}
	keep := func() {
		a := &arguments{args: []string{dir}}
		l, err := a.list(t.Context(), nil)
		must(err)
		l.memory, l.began = newMemory(t.Context(), store, a.args, true), l.began.Add(time.Hour) // all has rested
		c, err := open(t.Context(), l, Options{Cache: store, Lazy: true}, nil)
		must(err)
		defer c.Close()
		must(c.Wait(t.Context()))
		must(c.Keep(t.Context()))
	}
	found := func(names func() *keptFolders) (files []string, skipped int) {
		a := &arguments{args: []string{dir}, names: names}
		l, err := a.list(t.Context(), nil)
		must(err)
		for _, f := range l.files {
			files = append(files, f.name)
		}
		return files, l.skipped
	}
	keep()
	kept := newMemory(t.Context(), store, []string{dir}, true).readFolders(t.Context())
	if steady(t, dir) && (kept == nil || len(kept.folders) != 4) {
		t.Fatalf("%+v is kept", kept)
	}
	changes := []func() error{
		func() error { return nil },
		func() error { return write("one/two/new.txt") },
		func() error { return os.Remove(in("three/d.txt")) },
		func() error { return os.Rename(in("one/b.txt"), in("one/f.txt")) },
		func() error { return os.Rename(in("one/two"), in("three/two")) },
		func() error { return os.Mkdir(in("four"), 0o700) },
		func() error { return write("four/g.txt") },
		func() error { return os.Symlink(in("four"), in("three/link")) },
	}
	for i, change := range changes {
		must(change())
		files, skipped := found(func() *keptFolders { return kept })
		if want, wantSkipped := found(nil); !slices.Equal(files, want) || skipped != wantSkipped {
			t.Errorf("change %d: %q and %d, not %q and %d", i, files, skipped, want, wantSkipped)
		}
	}
}

// TestKeptFoldersOfFiles holds that the names in a folder of which only a file is asked for are not kept.
func TestKeptFoldersOfFiles(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("خبر\n\nنص.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := start(t, cache.New(t.TempDir(), "1", 0), Options{}, path)
	if k := foldersOf(t.Context(), c.Snapshot(), time.Now().Add(time.Hour)); len(k.folders) != 0 {
		t.Errorf("%+v is kept", k)
	}
}

// steady reports whether the times of a folder tell of what comes and goes there.
func steady(t *testing.T, path string) bool {
	t.Helper()
	dir, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	_, known := lookAtFolder(dir)
	return known
}

// FuzzOpenFolders holds that whatever bytes there are, the names in a folder are names.
func FuzzOpenFolders(f *testing.F) {
	dir, err := os.Open(f.TempDir())
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = dir.Close() })
	look, _ := lookAtFolder(dir)
	for _, names := range []string{"", "a\x00", "a\x00b\x00", "a", "\x00", "../a\x00", "a\x00\x00"} {
		k := keptFolders{[]keptFolder{{folderLook: look, NamesEnd: uint32(len(names))}}, []byte(names)}
		f.Add(flat.Join(k.pieces()))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		k, ok := openFolders(data)
		if !ok {
			return
		}
		names, _ := k.in(look)
		for _, name := range names {
			if name == "" || filepath.Base(name) != name {
				t.Errorf("%q is a name", name)
			}
		}
	})
}
