package corpus_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"jarida/corpus"
)

// twoParts is the text of a file with two articles, the second of a later day.
const twoParts = "عنوان المقال الأول\n2020-05-02\n\n" + body + "\n----------\n\nعنوان المقال الثاني\n2020-05-09\n\n" + body

// watching opens arguments and follows them.
func watching(tb testing.TB, args ...string) *corpus.Corpus {
	tb.Helper()
	c, err := corpus.Open(tb.Context(), args, corpus.Options{Watch: true})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(c.Close)
	if err := c.Wait(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	return c
}

// until waits for a snapshot of which something is true. It fails where that takes longer than anything here should.
func until(tb testing.TB, c *corpus.Corpus, what string, ok func(s *corpus.Snapshot) bool) *corpus.Snapshot {
	tb.Helper()
	timeout := time.After(10 * time.Second)
	for s := c.Snapshot(); ; s = c.Snapshot() {
		if ok(s) {
			return s
		}
		select {
		case _, more := <-c.Changed():
			if !more {
				tb.Fatalf("%s: closed", what)
			}
		case <-timeout:
			tb.Fatalf("%s: not seen; there is\n%s", what, state(s))
		}
	}
}

// state tells all of a snapshot that does not depend on how it came about.
func state(s *corpus.Snapshot) string {
	var b strings.Builder
	for i := range s.Len() {
		e := s.At(i)
		if j := s.Index(e.Doc); j != i {
			fmt.Fprintf(&b, "(at %d) ", j)
		}
		if found, ok := s.Lookup(e.ID); !ok || found != e {
			fmt.Fprintf(&b, "(not found) ")
		}
		src, known := s.Source(e.Doc)
		e.Doc = 0
		fmt.Fprintf(&b, "%#v %d %v\n", e, len(src.Text), known)
	}
	warnings := slices.Sorted(slices.Values(s.Warnings()))
	fmt.Fprintf(&b, "%+v %q %v\n", s.Progress(), warnings, s.RTL())
	return b.String()
}

// has tells whether the ids of a snapshot are these, in their order.
func has(want ...string) func(s *corpus.Snapshot) bool {
	return func(s *corpus.Snapshot) bool { return slices.Equal(ids(s), want) }
}

// sound fails where a watched corpus does not come to be what a new one is.
func sound(tb testing.TB, c *corpus.Corpus, args ...string) {
	tb.Helper()
	want := state(open(tb, args...).Snapshot())
	timeout := time.After(10 * time.Second)
	for {
		got := state(c.Snapshot())
		if got == want {
			return
		}
		select {
		case <-c.Changed():
		case <-timeout:
			tb.Fatalf("the watched corpus is\n%s\na new one\n%s", got, want)
		}
	}
}

func TestWatch(t *testing.T) {
	t.Parallel()
	dir := write(t, "b.txt", "sub/c.txt")
	path := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	text := func(title string) string { return title + "\n\n" + body }
	now := time.Date(2026, 1, 17, 12, 0, 0, 0, time.UTC)
	c := watching(t, dir)
	docs := map[string]corpus.Doc{}
	steps := []struct {
		what string
		do   func() error
		want []string
	}{
		{"a file comes", func() error {
			put(t, path("a.txt"), text("عنوان"), now)
			return nil
		}, []string{"a.txt", "b.txt", "sub/c.txt"}},
		{"it gets an older date", func() error {
			put(t, path("a.txt"), "عنوان\n2001-05-02\n\n"+body, now)
			return nil
		}, []string{"b.txt", "sub/c.txt", "a.txt"}},
		{"another takes its place", func() error {
			put(t, path(".a.txt.new"), text("عنوان جديد"), now)
			return os.Rename(path(".a.txt.new"), path("a.txt"))
		}, []string{"a.txt", "b.txt", "sub/c.txt"}},
		{"it is given another name", func() error {
			return os.Rename(path("a.txt"), path("z.txt"))
		}, []string{"z.txt", "b.txt", "sub/c.txt"}},
		{"it is deleted", func() error {
			return os.Remove(path("z.txt"))
		}, []string{"b.txt", "sub/c.txt"}},
		{"a folder comes with files", func() error {
			put(t, path("new/deep/d.txt"), text("عنوان"), now.Add(2*time.Hour))
			put(t, path("new/e.txt"), text("عنوان"), now.Add(time.Hour))
			return nil
		}, []string{"new/deep/d.txt", "new/e.txt", "b.txt", "sub/c.txt"}},
		{"a file comes in it", func() error {
			put(t, path("new/deep/f.txt"), text("عنوان"), now.Add(3*time.Hour))
			return nil
		}, []string{"new/deep/f.txt", "new/deep/d.txt", "new/e.txt", "b.txt", "sub/c.txt"}},
		{"the folder gets another name", func() error {
			return os.Rename(path("new"), path("old"))
		}, []string{"old/deep/f.txt", "old/deep/d.txt", "old/e.txt", "b.txt", "sub/c.txt"}},
		{"a file in it goes", func() error {
			return os.Remove(path("old/deep/f.txt"))
		}, []string{"old/deep/d.txt", "old/e.txt", "b.txt", "sub/c.txt"}},
		{"the folder is deleted", func() error {
			return os.RemoveAll(path("old"))
		}, []string{"b.txt", "sub/c.txt"}},
		{"a file has two articles", func() error {
			put(t, path("b.txt"), twoParts, now)
			return nil
		}, []string{"sub/c.txt", "b.txt#2", "b.txt"}},
		{"and one again", func() error {
			put(t, path("b.txt"), text("عنوان"), now)
			return nil
		}, []string{"b.txt", "sub/c.txt"}},
		{"a deleted file comes again", func() error {
			put(t, path("a.txt"), text("عنوان"), now.Add(-time.Hour))
			return nil
		}, []string{"b.txt", "a.txt", "sub/c.txt"}},
	}
	for _, step := range steps {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		s := until(t, c, step.what, has(step.want...))
		for i := range s.Len() {
			e := s.At(i)
			if before, ok := docs[e.ID]; ok && before != e.Doc {
				t.Errorf("%s: %s was number %d and is %d", step.what, e.ID, before, e.Doc)
			}
			docs[e.ID] = e.Doc
		}
	}
	sound(t, c, dir)
	numbers := map[corpus.Doc]string{}
	for id, d := range docs {
		if other, ok := numbers[d]; ok {
			t.Errorf("%s and %s have the same number", id, other)
		}
		numbers[d] = id
	}
}

func TestWatchGrowingFile(t *testing.T) {
	t.Parallel()
	dir := write(t, "a.txt")
	c := watching(t, dir)
	name := filepath.Join(dir, "b.txt")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, part := range []string{"عنوان المقال\n\n", body, "\n", body} {
		if _, err := f.WriteString(part); err != nil {
			t.Fatal(err)
		}
	}
	whole := "عنوان المقال\n\n" + body + "\n" + body
	s := until(t, c, "the whole file", func(s *corpus.Snapshot) bool {
		e, ok := s.Lookup("b.txt")
		src, _ := s.Source(e.Doc)
		return ok && src.Text == whole
	})
	e, _ := s.Lookup("b.txt")
	version := s.Version(e.Doc)
	if _, err := f.WriteString("\n" + body); err != nil {
		t.Fatal(err)
	}
	s = until(t, c, "what was written behind it", func(s *corpus.Snapshot) bool { return s.Version(e.Doc) > version })
	if d, err := c.Load(t.Context(), e.Doc); err != nil || d.Source.Text != whole+"\n"+body || d.Entry.ID != "b.txt" {
		t.Errorf("%+v %v", d, err)
	}
	if a, _ := s.Lookup("a.txt"); s.Version(a.Doc) != 0 {
		t.Error("a file that was left alone has another version")
	}
}

func TestWatchDeleted(t *testing.T) {
	t.Parallel()
	dir := write(t, "a.txt", "b.txt", "c.txt", "d.txt")
	put(t, filepath.Join(dir, "two.txt"), twoParts, time.Unix(0, 0))
	c := watching(t, dir)
	old := c.Snapshot()
	same(t, "ids", ids(old), []string{"a.txt", "b.txt", "c.txt", "d.txt", "two.txt#2", "two.txt"})
	put(t, filepath.Join(dir, "two.txt"), "عنوان\n\n"+body, time.Unix(0, 0))
	for _, name := range []string{"b.txt", "c.txt"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	s := until(t, c, "deleted", has("a.txt", "d.txt", "two.txt"))
	if old.Order() == s.Order() {
		t.Error("the order has the same number")
	}
	for i, want := range []int{0, 1, 1, 1, 2, 2} {
		if got := s.After(old, i); got != want {
			t.Errorf("from %d to %d, want %d", i, got, want)
		}
	}
	for id, want := range map[string]string{"b.txt": "The file was deleted.", "two.txt#2": "The file does not hold this article any more."} {
		e, ok := old.Lookup(id)
		d, err := c.Load(t.Context(), e.Doc)
		if !ok || !errors.Is(err, corpus.ErrDeleted) || err.Error() != want || d.Entry.ID != id || d.Entry.Problem != want {
			t.Errorf("%s: %+v %v", id, d.Entry, err)
		}
		if src, ok := old.Source(e.Doc); !ok || src.Text == "" {
			t.Errorf("%s has lost its text in the old snapshot", id)
		}
		if _, ok := s.Source(e.Doc); ok || s.Index(e.Doc) >= 0 {
			t.Errorf("%s is still there", id)
		}
	}
	for _, name := range []string{"a.txt", "d.txt", "two.txt"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	s = until(t, c, "nothing left", has())
	if at := s.After(old, 3); at != 0 {
		t.Errorf("in an empty list: %d", at)
	}
	if p := s.Progress(); !p.Done || p.Files != 0 || p.Read != 0 || p.Bytes != 0 {
		t.Errorf("%+v", p)
	}
}

func TestWatchNewOrderOnlyWhereEntriesMove(t *testing.T) {
	t.Parallel()
	dir := write(t, "a.txt", "b.txt")
	c := watching(t, dir)
	old := c.Snapshot()
	path := filepath.Join(dir, "a.txt")
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	put(t, path+".part", "عنوان آخر\n\n"+body, info.ModTime())
	if err := os.Rename(path+".part", path); err != nil {
		t.Fatal(err)
	}
	s := until(t, c, "another title", func(s *corpus.Snapshot) bool { return s.At(0).Title == "عنوان آخر" })
	if s.Order() != old.Order() {
		t.Error("the order has another number, and no entry has moved")
	}
	if d := s.At(0).Doc; s.Version(d) != old.Version(d)+1 {
		t.Errorf("version %d after %d", s.Version(d), old.Version(d))
	}
}

// What happens between the listing and the watching is seen by a second listing.
func TestWatchSeesWhatHappenedWhileReading(t *testing.T) {
	t.Parallel()
	dir := write(t, "a.txt", "b.txt", "c.txt", "sub/d.txt")
	c, err := corpus.Open(t.Context(), []string{dir}, corpus.Options{First: 1, Watch: true})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	put(t, filepath.Join(dir, "new/e.txt"), "عنوان\n\n"+body, time.Unix(7, 0))
	if err := os.RemoveAll(filepath.Join(dir, "sub")); err != nil {
		t.Fatal(err)
	}
	until(t, c, "both", has("a.txt", "b.txt", "c.txt", "new/e.txt"))
	sound(t, c, dir)
}

func TestWatchArguments(t *testing.T) {
	dir := write(t, "x/a.txt", "y/b.txt", "y/c.txt", "log.out")
	t.Chdir(dir)
	now := time.Now()
	c := watching(t, "x", "y/b.txt", "log.out")
	put(t, "y/d.txt", body, now) // not asked for
	put(t, "y/b.txt", "عنوان جديد\n\n"+body, now)
	put(t, "log.out", "عنوان سجل\n\n"+body, now.Add(-time.Minute))
	until(t, c, "changes", func(s *corpus.Snapshot) bool {
		return s.At(0).Title == "عنوان جديد" && s.At(1).Title == "عنوان سجل"
	})
	sound(t, c, "x", "y/b.txt", "log.out")
	if err := errors.Join(os.Remove("log.out"), os.Rename("x", "z")); err != nil {
		t.Fatal(err)
	}
	s := until(t, c, "arguments go", has("y/b.txt"))
	if len(s.Warnings()) != 2 {
		t.Errorf("%q", s.Warnings())
	}
	put(t, "log.out", "عنوان سجل\n\n"+body, now.Add(-time.Minute))
	if err := os.Rename("z", "x"); err != nil {
		t.Fatal(err)
	}
	until(t, c, "arguments come", has("y/b.txt", "log.out", "x/a.txt"))
	put(t, "x/e.txt", "عنوان\n\n"+body, now.Add(time.Minute))
	until(t, c, "a file in a folder that came again", has("x/e.txt", "y/b.txt", "log.out", "x/a.txt"))
	sound(t, c, "x", "y/b.txt", "log.out")
}

func TestChangedStaysOpenUntilClose(t *testing.T) {
	before := runtime.NumGoroutine()
	for name, open := range map[string]func() (*corpus.Corpus, error){
		"folder": func() (*corpus.Corpus, error) {
			return corpus.Open(t.Context(), []string{write(t, "a.txt")}, corpus.Options{Watch: true})
		},
		"standard input": func() (*corpus.Corpus, error) {
			return corpus.Open(t.Context(), []string{"-"}, corpus.Options{Watch: true, Stdin: strings.NewReader(body)})
		},
	} {
		c, err := open()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		select {
		case <-c.Changed(): // the first snapshot
		default:
		}
		select {
		case _, more := <-c.Changed():
			if !more {
				t.Errorf("%s: closed", name)
			}
		case <-time.After(10 * time.Millisecond):
		}
		c.Close()
		for range c.Changed() {
			continue
		}
	}
	for range 1000 { // one that has closed its channel may still be on its way out
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
}

// A link that is skipped, because it has no name of an article and leads nowhere, may come to lead to a folder.
func TestWatchLinkComesToLead(t *testing.T) {
	t.Parallel()
	dir := write(t, "a.txt")
	if err := os.Symlink(filepath.Join(dir, "page_files"), filepath.Join(dir, "link.d")); err != nil {
		t.Skip(err)
	}
	c := watching(t, dir)
	same(t, "before", ids(c.Snapshot()), []string{"a.txt"})
	put(t, filepath.Join(dir, "page_files/b.txt"), "عنوان\n\n"+body, time.Unix(1, 0))
	until(t, c, "the folder", has("a.txt", "link.d/b.txt"))
	sound(t, c, dir)
}

// Closing at any moment ends all that is under way.
func TestCloseWhileWatching(t *testing.T) {
	t.Parallel()
	dir := write(t, "a.txt", "x/b.txt", "x/y/c.txt")
	for i := range 30 {
		c, err := corpus.Open(t.Context(), []string{dir}, corpus.Options{Watch: true})
		if err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(dir, fmt.Sprintf("new/%d.txt", i)), body, time.Now())
		time.Sleep(time.Duration(i*i) * time.Millisecond / 3)
		c.Close()
		c.Close()
		s := c.Snapshot()
		if s.Len() < 3+i {
			t.Errorf("%q", ids(s))
		}
		if _, err := c.Load(t.Context(), s.At(0).Doc); err != nil {
			t.Error(err)
		}
	}
}

// A watched corpus is at rest what a new one is, whatever has happened to the files.
func TestWatchedIsAsNew(t *testing.T) {
	t.Parallel()
	seed := uint64(time.Now().UnixNano())
	for round := range 6 {
		t.Run(strconv.Itoa(round), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(seed, uint64(round)))
			dir := write(t, "a.txt", "b.txt", "x/c.txt", "x/y/d.txt")
			outside := write(t, "far.txt", "deep/farther.txt")
			c := watching(t, dir)
			var log strings.Builder
			t.Cleanup(func() {
				if t.Failed() {
					t.Logf("seed %d, round %d:\n%s", seed, round, &log)
				}
			})
			for range 6 {
				for range random.IntN(12) {
					log.WriteString(disturb(t, random, dir, outside))
				}
				time.Sleep(time.Duration(random.IntN(300)) * time.Millisecond) // so that events come in every state
			}
			sound(t, c, dir)
		})
	}
}

// disturb does something to the files of a folder, and tells what.
func disturb(t *testing.T, random *rand.Rand, dir, outside string) string {
	t.Helper()
	folders := []string{"", "x", "x/y", "z", "z/w", "page_files", ".git", "l"}
	names := []string{"a.txt", "b.txt", "c.md", "d", "p.png", ".h.txt", "a.txt#2", "l", "m", "x", "z.txt"}
	texts := []string{
		"", body, "عنوان\n\n" + body, "عنوان\n2001-05-02\n\n" + body, "Title\n\nSome text in English, which is read from left to right.\n",
		twoParts, strings.ReplaceAll(twoParts, "2020", "2021"), "\x00\x01\x02\x03", "%PDF-1.7", twoParts + "\n==========\n\nعنوان ثالث\nTT\nعنوان ثالث\n\n" + body,
	}
	pick := func() string {
		return filepath.Join(dir, folders[random.IntN(len(folders))], names[random.IntN(len(names))])
	}
	name, other := pick(), pick()
	short := func(name string) string { return strings.TrimPrefix(name, dir) }
	var err error
	var what string
	switch random.IntN(12) {
	case 0, 1, 2, 3:
		what = "write " + short(name)
		err = errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(texts[random.IntN(len(texts))]), 0o644))
	case 4:
		what = "append to " + short(name)
		var f *os.File
		if f, err = os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0); err == nil {
			_, err = f.WriteString(body)
			err = errors.Join(err, f.Close())
		}
	case 5:
		what = "date " + short(name)
		at := time.Date(2026, 1, 1+random.IntN(20), 0, 0, 0, 0, time.UTC)
		err = os.Chtimes(name, at, at)
	case 6:
		what = "delete " + short(name)
		err = os.RemoveAll(name)
	case 7:
		what = "delete folder of " + short(name)
		if filepath.Dir(name) != dir {
			err = os.RemoveAll(filepath.Dir(name))
		}
	case 8:
		what = "rename " + short(name) + " to " + short(other)
		err = os.Rename(name, other)
	case 9:
		what = "rename folder of " + short(name) + " to " + short(other)
		if filepath.Dir(name) != dir {
			err = os.Rename(filepath.Dir(name), other)
		}
	case 10:
		what = "link " + short(name) + " to " + short(other)
		err = os.Symlink(other, name)
	case 11:
		target := []string{outside, filepath.Join(outside, "deep"), filepath.Join(outside, "far.txt"), filepath.Dir(other), "nowhere"}[random.IntN(5)]
		what = "link " + short(name) + " to " + target
		err = os.Symlink(target, name)
	}
	if err != nil {
		return what + " (fails)\n"
	}
	return what + "\n"
}
