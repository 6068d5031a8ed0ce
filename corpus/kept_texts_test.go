package corpus

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jarida/corpus/cache"
)

// keepTextsToo opens a folder and keeps what is known of it, and its texts.
func keepTextsToo(t *testing.T, store *cache.Store, dir string) {
	t.Helper()
	c := start(t, store, Options{}, dir)
	if err := c.Keep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := c.keepTexts(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// checkTexts holds that a run with what is kept knows the texts that one without knows, and how many of them it did not read from their files.
func checkTexts(t *testing.T, what string, store *cache.Store, dir string, held, lost int) {
	t.Helper()
	c := start(t, store, Options{First: 1}, dir)
	if got, want := everythingOf(t, c), everythingOf(t, start(t, nil, Options{}, dir)); got != want {
		t.Errorf("%s:\n%s\nwant\n%s", what, got, want)
	}
	for i := range c.Snapshot().Len() {
		e := c.Snapshot().At(i)
		raw, err := os.ReadFile(filepath.Join(dir, e.Path))
		src, _ := c.Snapshot().Source(e.Doc)
		if err != nil || filepath.Ext(e.Path) == ".txt" && src.Text != string(raw) {
			t.Errorf("%s: %s has another text: %v", what, e.ID, err)
		}
	}
	if m := c.memory; int(m.texts.held.Load()) != held || int(m.texts.lost.Load()) != lost {
		t.Errorf("%s: %d texts are held, %d lost, want %d, %d", what, m.texts.held.Load(), m.texts.lost.Load(), held, lost)
	}
}

func TestKeptTexts(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	store, dir := cache.New(folder, "1", 0), t.TempDir()
	writeVerbatim(t, dir) // three texts are the bytes of their files
	for i := range 3 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("long%d.txt", i)), []byte(strings.Repeat(inText(i), stretchBytes/len(inText(i))/2)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	keepTextsToo(t, store, dir)
	checkTexts(t, "as it was", store, dir, 6, 0)
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(inText(2)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "long1.txt")); err != nil {
		t.Fatal(err)
	}
	checkTexts(t, "one changed, one gone", store, dir, 4, 2)

	path := largest(t, folder)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(whole); at += len(whole) / 3 {
		damaged := append([]byte(nil), whole...)
		damaged[at] ^= 1
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		c := start(t, store, Options{First: 1}, dir)
		if got, want := everythingOf(t, c), everythingOf(t, start(t, nil, Options{}, dir)); got != want {
			t.Errorf("damaged at %d:\n%s\nwant\n%s", at, got, want)
		}
	}
}

// largest gives the largest file of a folder: of what is kept, the texts.
func largest(t *testing.T, folder string) (path string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	size := int64(-1)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Size() > size {
			path, size = filepath.Join(folder, e.Name()), info.Size()
		}
	}
	return path
}

// TestStretches holds that each file is in one stretch, in order, and that none is longer than it may be.
func TestStretches(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		sources := make([]keptSource, rng.IntN(30))
		for i := range sources {
			sources[i].Size = int32(rng.IntN(stretchBytes)) - 1
			if rng.IntN(9) == 0 {
				sources[i].Size = stretchBytes + 7
			}
		}
		next, numbers := 0, 0
		stretches(sources, func(number, from, to int) {
			size := 0
			for _, s := range sources[from:to] {
				size += int(max(s.Size, 0))
			}
			if number != numbers || from != next || size > stretchBytes && to-from > 1 && int(sources[to-1].Size) != size {
				t.Errorf("stretch %d from %d to %d of %d bytes: %v", number, from, to, size, sources)
			}
			next, numbers = to, number+1
		})
		if next != len(sources) {
			t.Errorf("the last ends at %d of %d", next, len(sources))
		}
	}
}

// TestSwappedFolders holds that files of one name, size and time are told apart where the folders that they are in change places.
func TestSwappedFolders(t *testing.T) {
	t.Parallel()
	store, dir := cache.New(t.TempDir(), "1", 0), t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	for name, word := range map[string]string{"p": "كلمة", "q": "جملة", "r": "عبارة"} {
		if err := os.Mkdir(in(name), 0o700); err != nil {
			t.Fatal(err)
		}
		text := "خبر\n\nنص " + strings.Repeat(word+" ", 40) + "\n"
		if err := os.WriteFile(in(name+"/x.txt"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	info, err := os.Stat(in("p/x.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(in("q/x.txt"), info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	keepTextsToo(t, store, dir)
	checkTexts(t, "as it was", store, dir, 3, 0)
	for _, name := range [][2]string{{"p", "t"}, {"q", "p"}, {"t", "q"}} {
		if err := os.Rename(in(name[0]), in(name[1])); err != nil {
			t.Fatal(err)
		}
	}
	checkTexts(t, "swapped", store, dir, 1, 2)
	l, err := (&arguments{args: []string{dir}}).list(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	known := steady(t, dir)
	for _, f := range l.files {
		if (f.inode != 0) != known {
			t.Errorf("%s is file %d", f.name, f.inode)
		}
	}
}
