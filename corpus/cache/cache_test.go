package cache_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"jarida/corpus/cache"
)

// content gives what the tests keep.
func content(i int) cache.Sections {
	return cache.Sections{"a": []byte(fmt.Sprint("first ", i)), "b": nil, "c": bytes.Repeat([]byte{byte(i)}, 3<<20+17)}
}

// small is a content of few bytes.
var small = cache.Sections{"one": []byte("some words"), "two": []byte{0, 1, 2}}

func save(t *testing.T, s *cache.Store, of cache.Sections, name ...string) {
	t.Helper()
	if err := s.Save(t.Context(), writer(of), name...); err != nil {
		t.Fatal(err)
	}
}

func writer(of cache.Sections) func(w *cache.Writer) error {
	return func(w *cache.Writer) error {
		var errs []error
		for name, data := range of {
			errs = append(errs, w.Section(name, data))
		}
		return errors.Join(errs...)
	}
}

func equal(a, b cache.Sections) bool {
	if len(a) != len(b) {
		return false
	}
	for name := range a {
		if _, there := b[name]; !there || !bytes.Equal(a[name], b[name]) {
			return false
		}
	}
	return true
}

// kept gives the files of a folder.
func kept(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestSaveAndLoad(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "not", "there")
	s := cache.New(dir, "1", 0)
	if _, ok := s.Load(t.Context(), "news"); ok {
		t.Error("something is kept in no folder")
	}
	for i := range 2 {
		save(t, s, content(i), "news")
		if got, ok := s.Load(t.Context(), "news"); !ok || !equal(got, content(i)) {
			t.Fatalf("what was kept is not what is there: %v", ok)
		}
	}
	save(t, s, cache.Sections{}, "nothing")
	if got, ok := s.Load(t.Context(), "nothing"); !ok || len(got) != 0 {
		t.Errorf("nothing is %v, %v", got, ok)
	}
	for _, other := range [][]string{{"new", "s"}, {"news", ""}, {}} {
		if _, ok := s.Load(t.Context(), other...); ok {
			t.Errorf("%q is that of another name", other)
		}
	}
	if _, ok := cache.New(dir, "2", 0).Load(t.Context(), "news"); ok {
		t.Error("another version reads what it did not compute")
	}
	if files := kept(t, dir); len(files) != 2 {
		t.Errorf("there are %q", files)
	}
	for range 2 {
		if err := s.Remove("news"); err != nil {
			t.Error(err)
		}
	}
	if _, ok := s.Load(t.Context(), "news"); ok {
		t.Error("what was removed is there")
	}
}

// TestNilStore holds that a program without a cache folder goes on without one.
func TestNilStore(t *testing.T) {
	t.Parallel()
	var s *cache.Store
	if _, ok := s.Load(t.Context(), "news"); ok {
		t.Error("it has something")
	}
	if err := s.Save(t.Context(), writer(small), "news"); err != nil {
		t.Error(err)
	}
}

// TestDamage holds that no damaged byte, and none that is missing or too many, goes unseen.
func TestDamage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := cache.New(dir, "1", 0)
	save(t, s, small, "news")
	path := kept(t, dir)[0]
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	try := func(what string, data []byte) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok := s.Load(t.Context(), "news"); ok {
			t.Fatalf("%s: there is %q", what, got)
		}
	}
	for i := range whole {
		for bit := range 8 {
			damaged := bytes.Clone(whole)
			damaged[i] ^= 1 << bit
			try(fmt.Sprintf("bit %d of byte %d", bit, i), damaged)
		}
		try(fmt.Sprintf("%d bytes", i), whole[:i])
		try(fmt.Sprintf("without %d", i), append(bytes.Clone(whole[:i]), whole[i+1:]...))
	}
	try("a byte too many", append(bytes.Clone(whole), 0))
	try("twice", append(bytes.Clone(whole), whole...))
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Load(t.Context(), "news"); ok {
		t.Error("a folder is read as a cache")
	}
}

// TestBodyBeforeItsBegin holds that a table with the right checksum cannot ask for more memory than the file has bytes.
func TestBodyBeforeItsBegin(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := cache.New(dir, "1", 0)
	save(t, s, small, "news")
	path := kept(t, dir)[0]
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const tail = 32 + 8 + 8 + 4
	key := whole[len(whole)-tail:][:32]
	data := append([]byte("jarida cache 2\n\x00"), make([]byte, 100)...) // which is a name, where a table begins
	data = binary.AppendUvarint(data[:1+'j'], 1<<62)
	data = append(data, key...)
	data = binary.LittleEndian.AppendUint64(data, 0)
	data = binary.LittleEndian.AppendUint64(data, uint64(len(data)+8+4))
	data = binary.LittleEndian.AppendUint32(data, crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, ok := s.Load(t.Context(), "news"); ok {
		t.Errorf("there is %q", got)
	}
}

// FuzzLoad holds that no file brings the program down, nor is taken for another one than was kept.
func FuzzLoad(f *testing.F) {
	dir := f.TempDir()
	s := cache.New(dir, "1", 0)
	if err := s.Save(f.Context(), writer(small), "news"); err != nil {
		f.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) != 1 {
		f.Fatal(err, files)
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(append(whole[:20:20], whole...))
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(files[0], data, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok := s.Load(t.Context(), "news"); ok && !equal(got, small) {
			t.Fatalf("there is %q", got)
		}
	})
}

// TestSharing holds that whoever reads while others write sees one of the caches whole, and that nothing else is left behind.
func TestSharing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	save(t, cache.New(dir, "1", 0), content(0), "news")
	var writers sync.WaitGroup
	for process := range 2 {
		writers.Go(func() {
			s := cache.New(dir, "1", 0)
			for i := range 5 {
				if err := s.Save(t.Context(), writer(content(2*i+process)), "news"); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 20 {
		got, ok := cache.New(dir, "1", 0).Load(t.Context(), "news")
		if !ok {
			t.Error("there is none")
			continue
		}
		var i int
		if _, err := fmt.Sscanf(string(got["a"]), "first %d", &i); err != nil || !equal(got, content(i)) {
			t.Errorf("pieces of several: %q", got["a"])
		}
	}
	writers.Wait()
	if files := kept(t, dir); len(files) != 1 {
		t.Errorf("there are %q", files)
	}
}

// TestFailure holds that what cannot be kept changes nothing.
func TestFailure(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := cache.New(dir, "1", 1<<20)
	save(t, s, small, "news")
	ended, end := context.WithCancel(t.Context())
	end()
	broken := errors.New("broken")
	for what, err := range map[string]error{
		"too large": s.Save(t.Context(), writer(content(1)), "news"),
		"ended":     s.Save(ended, writer(small), "news"),
		"broken":    s.Save(t.Context(), func(*cache.Writer) error { return broken }, "news"),
	} {
		if err == nil {
			t.Errorf("%s: it is kept", what)
		}
	}
	if got, ok := s.Load(t.Context(), "news"); !ok || !equal(got, small) || len(kept(t, dir)) != 1 {
		t.Errorf("there is %q, %v; files %q", got, ok, kept(t, dir))
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := cache.New(filepath.Join(file, "below"), "1", 0).Save(t.Context(), writer(small), "news"); err == nil {
		t.Error("it is kept below a file")
	}
}

// TestRoom holds that what was used last is kept, and that what a dead process left goes.
func TestRoom(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := cache.New(dir, "1", 10<<20)
	long := time.Now().Add(-2 * time.Hour)
	for i, name := range []string{"a", "b", "c"} {
		save(t, s, content(i), name)
		for _, path := range kept(t, dir) { // as if nothing had happened since
			if info, err := os.Stat(path); err == nil && info.ModTime().After(long.Add(time.Hour)) {
				at := long.Add(time.Duration(i) * time.Minute)
				if err := os.Chtimes(path, at, at); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	for name, age := range map[string]time.Time{"dead.tmp": long, "alive.tmp": time.Now(), "notes.txt": long} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, age, age); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := s.Load(t.Context(), "a"); !ok {
		t.Fatal("a is not kept")
	}
	save(t, s, content(4), "d")
	var there []string
	for _, name := range []string{"a", "b", "c", "d"} {
		if _, ok := s.Load(t.Context(), name); ok {
			there = append(there, name)
		}
	}
	if got := strings.Join(there, " "); got != "a c d" {
		t.Errorf("%s are kept", got)
	}
	for name, want := range map[string]bool{"dead.tmp": false, "alive.tmp": true, "notes.txt": true} {
		if _, err := os.Stat(filepath.Join(dir, name)); (err == nil) != want {
			t.Errorf("%s is there: %v", name, err == nil)
		}
	}
}

func TestCode(t *testing.T) {
	t.Parallel()
	var e cache.Encoder
	e.Uint(1<<64 - 1)
	e.String("جريدة")
	e.String("")
	d := cache.NewDecoder(string(e.Bytes()))
	if a, s, n := d.Uint(), d.String(), d.String(); a != 1<<64-1 || s != "جريدة" || n != "" || d.More() || d.Failed() {
		t.Error(a, s, n, d.More(), d.Failed())
	}
	for _, bad := range []string{"", "\x80", strings.Repeat("\xff", 11)} {
		if d := cache.NewDecoder(bad); d.Uint() != 0 || !d.Failed() || d.More() || d.Uint() != 0 {
			t.Errorf("%q is a number", bad)
		}
	}
	if d := cache.NewDecoder("\x03ab"); d.String() != "" || !d.Failed() {
		t.Error("a string of more than there is")
	}
}

// Reading a cache of 100,000 articles, which is what a second start waits for.
func BenchmarkLoad150MB(b *testing.B) {
	s := cache.New(b.TempDir(), "1", 0)
	data := bytes.Repeat([]byte("0123456789abcdef"), 150<<20/16)
	if err := s.Save(b.Context(), writer(cache.Sections{"all": data}), "news"); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := s.Load(b.Context(), "news"); !ok {
			b.Fatal("there is none")
		}
	}
}

// TestSections holds that sections are read one by one, that damage is that of its section alone, and that an open cache stays what it was.
func TestSections(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := cache.New(dir, "1", 0)
	save(t, s, cache.Sections{"large": bytes.Repeat([]byte("جريدة"), 300_000), "small": []byte("words")}, "news")
	path := kept(t, dir)[0]
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.Clone(whole)
	damaged[bytes.Index(damaged, []byte("جريدة"))+2_000_000] ^= 4
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	f, ok := s.Open("news")
	if !ok {
		t.Fatal("there is none")
	}
	defer f.Close()
	save(t, s, small, "news")
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if got, ok := f.Section(t.Context(), "small"); !ok || string(got) != "words" {
		t.Errorf("beside the damage: %q, %v", got, ok)
	}
	if got, ok := f.Section(t.Context(), "large"); ok {
		t.Errorf("the damaged section has %d bytes", len(got))
	}
	if _, ok := f.Section(t.Context(), "none"); ok {
		t.Error("a section that was not written")
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, ok := f.Section(ended, "small"); ok {
		t.Error("it is read behind the end")
	}
}
