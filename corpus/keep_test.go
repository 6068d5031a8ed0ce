package corpus

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"jarida/corpus/article"
	"jarida/corpus/cache"
	"jarida/corpus/flat"
	"jarida/corpus/search"
)

// start opens a folder with a cache as one process does, and waits until everything is known. Its files count as settled whatever the time,
// unless it is watched.
func start(tb testing.TB, store *cache.Store, o Options, args ...string) *Corpus {
	tb.Helper()
	o.Search, o.Cache = true, store
	c, err := Open(tb.Context(), args, o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(c.Close)
	if err := c.Wait(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	if !o.Watch { // which keeps by itself, behind what is waited for
		c.memory.listedAt = c.memory.listedAt.Add(time.Hour)
	}
	return c
}

// keepAll opens a folder and keeps what is known of it.
func keepAll(tb testing.TB, store *cache.Store, args ...string) {
	tb.Helper()
	if err := start(tb, store, Options{}, args...).Keep(tb.Context()); err != nil {
		tb.Fatal(err)
	}
}

// lookedFor are the words that the tests look for.
var lookedFor = []string{"البحيرة", "القطار", "الجسر"}

// everythingOf tells all that a command can learn of a corpus, whether or not it was kept.
func everythingOf(tb testing.TB, c *Corpus) string {
	tb.Helper()
	s := c.Snapshot()
	var b strings.Builder
	headings := map[Doc]string{}
	for d, r := range s.Headings() {
		headings[d] += fmt.Sprint(r)
	}
	for i := range s.Len() {
		e := s.At(i)
		d, err := c.Load(tb.Context(), e.Doc)
		key := s.Key(e.Doc)
		fmt.Fprintf(&b, "%v %s %d %v ", key, headings[e.Doc], s.Index(e.Doc), err)
		e.Doc, d.Entry.Doc = 0, 0
		fmt.Fprintf(&b, "%#v %#v %d %v\n", e, d.Entry, len(d.Source.Text), d.Article)
	}
	for _, w := range lookedFor {
		q, err := search.Parse(w)
		if err != nil {
			tb.Fatal(err)
		}
		r, err := s.FullText().Search(tb.Context(), search.Request{Query: q}, s.Facts(nil))
		if err != nil {
			tb.Fatal(err)
		}
		var ids []string
		for _, h := range r.Hits {
			ids = append(ids, fmt.Sprintf("%s %.4f %v", s.Key(Doc(h.Doc)).Path, h.Score, h.Hows))
		}
		slices.Sort(ids)
		fmt.Fprintf(&b, "%s: %q\n", w, ids)
	}
	p := s.Progress()
	p.Bytes = 0
	fmt.Fprintf(&b, "%+v %+v %v\n", p, s.SearchProgress(), s.RTL())
	return b.String()
}

// inText gives an article about words of lookedFor.
func inText(words ...int) string {
	var b strings.Builder
	b.WriteString("عنوان عن")
	for _, w := range words {
		b.WriteString(" " + lookedFor[w%len(lookedFor)])
	}
	return b.String() + "\n2026-01-16\n\n" + paragraph + "\n## تفاصيل\n\n" + paragraph
}

// kept3 makes a folder with a file of each kind, and gives what a new process knows of it.
func kept3(tb testing.TB, store *cache.Store) (dir, want string) {
	tb.Helper()
	dir = tb.TempDir()
	for name, text := range map[string]string{
		"a.md": inText(0, 1), "b.txt": inText(1) + "\n----------\n\nالمقال الثاني عن القطار\n2020-05-09\n\n" + paragraph,
		"c": "\x00\x01 no text", "d.txt": "", "e.txt#2": inText(2), "f.html": "<html><head><title>الجسر</title></head><body><p>" + paragraph + "</p></body></html>",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	if err := os.Symlink("nowhere", filepath.Join(dir, "g.txt")); err != nil {
		tb.Fatal(err)
	}
	keepAll(tb, store, dir)
	return dir, everythingOf(tb, start(tb, nil, Options{}, dir))
}

// TestKept holds that what was kept says what the files say, and that they are not read for it.
func TestKept(t *testing.T) {
	t.Parallel()
	store := cache.New(t.TempDir(), "1", 0)
	dir, want := kept3(t, store)
	for _, o := range []Options{{Lazy: true}, {Lazy: true, First: 1}, {}, {Watch: true}, {Entities: true, Lazy: true}} {
		c := start(t, store, o, dir)
		if got := everythingOf(t, c); got != want {
			t.Errorf("%+v: kept\n%s\nread\n%s", o, got, want)
		}
		if read := c.Snapshot().Progress().Bytes; (read == 0) != o.lazy() && !o.Watch { // which reads them later
			t.Errorf("%+v: %d bytes were read", o, read)
		}
		if n := c.memory.list.held.Load(); n != 6 {
			t.Errorf("%+v: %d files were kept", o, n)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "g.txt")); err == nil {
		t.Error("there is a file behind the link")
	}
	name := []string{filepath.Join(dir, "a.md"), filepath.Join(dir, "b.txt")}
	keepAll(t, store, name...)
	c := start(t, store, Options{Lazy: true}, name...)
	if got, want := everythingOf(t, c), everythingOf(t, start(t, nil, Options{}, name...)); got != want || c.memory.list.held.Load() != 2 {
		t.Errorf("two files, %d of them kept\n%s\nread\n%s", c.memory.list.held.Load(), got, want)
	}
	if keptName([]string{"-"}) != nil {
		t.Error("standard input is kept")
	}
}

// TestKeptFollowsFiles holds that a kept corpus is what a new one is whatever has happened to its files, and that a file that did not
// change is not read.
func TestKeptFollowsFiles(t *testing.T) {
	t.Parallel()
	store := cache.New(t.TempDir(), "1", 0)
	random := rand.New(rand.NewPCG(11, 4))
	dir := t.TempDir()
	path := func() string { return filepath.Join(dir, fmt.Sprintf("%d.md", random.IntN(9))) }
	for i := range 9 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.md", i)), []byte(inText(i)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for round := range 12 {
		for range random.IntN(3) {
			change(t, random, path())
		}
		c := start(t, store, Options{Lazy: round%2 == 0}, dir)
		if got, want := everythingOf(t, c), everythingOf(t, start(t, nil, Options{}, dir)); got != want {
			t.Fatalf("round %d: kept\n%s\nread\n%s", round, got, want)
		}
		if err := c.Keep(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// change does to a file what a time alone does not always tell.
func change(t *testing.T, random *rand.Rand, name string) {
	t.Helper()
	info, err := os.Stat(name)
	switch kind := random.IntN(5); {
	case kind == 0 || err != nil && kind == 1:
		if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
	case kind == 1: // another word of the same length, and the old time
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text = bytes.Replace(text, []byte("متحف"), []byte("مصنع"), 1)
		text = bytes.Replace(text, []byte("القطار"), []byte("الجسور"), 1)
		err = errors.Join(os.WriteFile(name, text, 0o600), os.Chtimes(name, info.ModTime(), info.ModTime()))
		if err != nil {
			t.Fatal(err)
		}
	case kind == 2:
		two := inText(random.IntN(3)) + "\n----------\n\nالمقال الثاني عن " + lookedFor[random.IntN(3)] + "\n2020-05-09\n\n" + paragraph
		if err := os.WriteFile(name, []byte(two), 0o600); err != nil {
			t.Fatal(err)
		}
	default:
		if err := os.WriteFile(name, []byte(inText(random.IntN(3), random.IntN(3))), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestChangedFileCostsItself holds that beside a file that changed nothing is read again.
func TestChangedFileCostsItself(t *testing.T) {
	t.Parallel()
	store := cache.New(t.TempDir(), "1", 0)
	dir, _ := kept3(t, store)
	name := filepath.Join(dir, "a.md")
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	text := inText(2, 2)
	other := strings.Repeat("س", (len(inText(0, 1))-len(text))/2) + text
	if err := errors.Join(os.WriteFile(name, []byte(other), 0o600), os.Chtimes(name, info.ModTime(), info.ModTime())); err != nil {
		t.Fatal(err)
	}
	if now, err := os.Stat(name); err != nil || now.Size() != info.Size() || !now.ModTime().Equal(info.ModTime()) {
		t.Fatalf("the file does not look as before: %v %v %v", now.Size(), info.Size(), err)
	}
	c := start(t, store, Options{Lazy: true}, dir)
	if got := c.Snapshot().Progress().Bytes; got != int64(len(other)) {
		t.Errorf("%d bytes were read, want the %d of the file that only its third time tells", got, len(other))
	}
	if got, want := everythingOf(t, c), everythingOf(t, start(t, nil, Options{}, dir)); got != want {
		t.Errorf("kept\n%s\nread\n%s", got, want)
	}
}

// TestSettled holds when a file is known by its times: by that which nobody can set where the other is still to come.
func TestSettled(t *testing.T) {
	t.Parallel()
	const second = int64(time.Second)
	listed := time.Unix(1000, 0)
	for _, tt := range []struct {
		modified, changed int64 // seconds
		want              bool
	}{
		{900, 900, true},
		{999, 900, false},
		{900, 999, false},
		{2000, 900, true},
		{2000, 999, false},
		{2000, 2000, false}, // the clock of a file server that is ahead
		{2000, 0, false},    // the time of the last change is not known
		{900, 0, true},
	} {
		f := file{modified: tt.modified * second, changed: tt.changed * second}
		if got := f.settled(listed); got != tt.want {
			t.Errorf("modified at %d, changed at %d: %v", tt.modified, tt.changed, got)
		}
	}
}

// TestUnsettledFilesAreNotKept holds that a file is not known by its times as long as they can stay while it changes.
func TestUnsettledFilesAreNotKept(t *testing.T) {
	t.Parallel()
	store := cache.New(t.TempDir(), "1", 0)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(inText(0)), 0o600); err != nil {
		t.Fatal(err)
	}
	c := start(t, store, Options{}, dir)
	c.memory.listedAt = time.Now().Add(unsettled / 2)
	if k, _ := numberKept(c.Snapshot(), c.memory.listedAt); len(k.files) != 1 || k.files[0] != (stamp{}) {
		t.Errorf("kept: %+v", k)
	}
	c.memory.listedAt = time.Now().Add(2 * unsettled)
	if k, _ := numberKept(c.Snapshot(), c.memory.listedAt); len(k.files) != 1 || k.files[0] == (stamp{}) {
		t.Errorf("kept: %+v", k)
	}
}

// keptFiles gives the files of a cache that has a list and an index, and what is in them.
func keptFiles(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(paths) != 2 {
		t.Fatal(paths, err)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		if files[path], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// TestDamagedCache holds that no flipped bit changes what is known.
func TestDamagedCache(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	store := cache.New(folder, "1", 0)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(inText(0)), 0o600); err != nil {
		t.Fatal(err)
	}
	keepAll(t, store, dir)
	want := everythingOf(t, start(t, nil, Options{}, dir))
	for file, whole := range keptFiles(t, folder) {
		for i := range whole {
			damaged := bytes.Clone(whole)
			damaged[i] ^= 1 << (i % 8)
			if err := os.WriteFile(file, damaged, 0o600); err != nil {
				t.Fatal(err)
			}
			c := start(t, store, Options{Lazy: true}, dir)
			named := c.memory.readFolders(t.Context()) != nil // the names in folders stand beside the list
			if got := everythingOf(t, c); got != want || named && c.memory.list.held.Load()+c.memory.text.held.Load() > 1 {
				t.Fatalf("byte %d: %d files and %d texts from the cache\n%s\nwant\n%s", i, c.memory.list.held.Load(), c.memory.text.held.Load(), got, want)
			}
			c.Close()
		}
		if err := os.WriteFile(file, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestDeletedWhileUsed holds that the cache may go at any moment.
func TestDeletedWhileUsed(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "cache")
	store := cache.New(folder, "1", 0)
	dir, want := kept3(t, store)
	c := start(t, store, Options{Lazy: true}, dir)
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if got := everythingOf(t, c); got != want {
		t.Errorf("without its cache\n%s\nwant\n%s", got, want)
	}
	keepAll(t, store, dir)
	if n := start(t, store, Options{Lazy: true}, dir).memory.list.held.Load(); n != 6 {
		t.Errorf("%d files are kept again", n)
	}
}

// TestTwoProcesses holds that several may keep and read the same at the same time.
func TestTwoProcesses(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	dir, want := kept3(t, cache.New(folder, "1", 0))
	var processes sync.WaitGroup
	for range 2 {
		processes.Go(func() {
			for range 5 {
				store := cache.New(folder, "1", 0)
				c := start(t, store, Options{Lazy: true}, dir)
				if got := everythingOf(t, c); got != want {
					t.Errorf("known\n%s\nwant\n%s", got, want)
				}
				c.memory.list.lost.Store(100)
				c.memory.text.lost.Store(100) // so that it is worth while
				if err := c.Keep(t.Context()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	processes.Wait()
}

// TestWatchedIsKept holds that a reader which stays open leaves something for the next one.
func TestWatchedIsKept(t *testing.T) {
	t.Parallel()
	store := cache.New(t.TempDir(), "1", 0)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(inText(0)), 0o600); err != nil {
		t.Fatal(err)
	}
	a := &arguments{args: []string{dir}}
	l, err := a.list(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	l.memory, l.began = newMemory(t.Context(), store, a.args, true), l.began.Add(time.Hour)
	c, err := open(t.Context(), l, Options{Search: true, Watch: true}, &watch{arguments: a, notify: newNotifier})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	for end := time.Now().Add(10 * time.Second); start(t, store, Options{Lazy: true}, dir).memory.list.held.Load() == 0; {
		if time.Now().After(end) {
			t.Fatal("nothing is kept")
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// TestWatchedFileLooksAsListed holds that a watched file which has changed is known by the same looks as in a new listing: else it would count as another
// one there.
func TestWatchedFileLooksAsListed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	write := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(inText(0))
	c := start(t, nil, Options{Watch: true}, dir)
	write(inText(1) + "more")
	eventually(t, "the change is seen", func() bool { return c.Snapshot().Version(0) > 0 })
	l, err := (&arguments{args: []string{dir}}).list(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, "the file looks as it is listed", func() bool { return c.Snapshot().file(0).same(l.files[0]) })
}

// TestRecalledDirections holds that the title of a long article counts once, though its beginning is read before all is known from the cache.
func TestRecalledDirections(t *testing.T) {
	t.Parallel()
	store, dir := cache.New(t.TempDir(), "1", 0), t.TempDir()
	text := "عنوان طويل\n\n" + strings.Repeat(paragraph+"\n\n", 3*headBytes/len(paragraph))
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, on := range []string{"disk", "cache"} {
		c := start(t, store, Options{}, dir)
		if rtl := c.Snapshot().rtl; rtl != 1 {
			t.Errorf("on the %s: %d titles run from right to left, want 1", on, rtl)
		}
		if err := c.Keep(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// TestDamagedTextIsClosed holds that the file of a damaged index is closed: it would be in the way of the one that is written in its place, on
// some systems.
func TestDamagedTextIsClosed(t *testing.T) {
	t.Parallel()
	m := newMemory(t.Context(), cache.New(t.TempDir(), "1", 0), []string{t.TempDir()}, false)
	damaged := section{fmt.Sprintf(textSection, 0), slices.Values([][]byte{[]byte("no segment")})}
	if err := m.save(t.Context(), textKind, section{articlesSection, new(keptArticles).pieces()}, damaged); err != nil {
		t.Fatal(err)
	}
	f, ok := m.open(textKind)
	if !ok {
		t.Fatal("not kept")
	}
	if _, ok := openText(t.Context(), f, false); ok {
		t.Error("the damage is not seen")
	}
	if _, ok := readArticles(t.Context(), f); ok {
		t.Error("the file is open")
	}
}

// TestDamagedTextIsMadeAnew holds that damage in the index where no query looks costs one run, not every one behind it.
func TestDamagedTextIsMadeAnew(t *testing.T) {
	t.Parallel()
	folder, dir := t.TempDir(), t.TempDir()
	store := cache.New(folder, "1", 0)
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", inText(0))
	write("many.txt", "كلمات\n\n"+manyWords(1<<15)) // so that the last record is read by itself
	keepAll(t, store, dir)
	for file, whole := range keptFiles(t, folder) {
		if bytes.Contains(whole, []byte("jarida search")) {
			whole[binary.LittleEndian.Uint64(whole[len(whole)-20:])-1] ^= 1 // where the sections end: see the form in the package cache
			if err := os.WriteFile(file, whole, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	write("b.txt", inText(1))
	if err := start(t, store, Options{Lazy: true}, dir).Keep(t.Context()); err == nil {
		t.Fatal("the damage is not seen")
	}
	for i, held := range []int64{0, 3} {
		c := start(t, store, Options{Lazy: true}, dir)
		if got := c.memory.text.held.Load(); got != held {
			t.Errorf("run %d: %d texts from the cache, want %d", i, got, held)
		}
		if err := c.Keep(t.Context()); err != nil {
			t.Error(err)
		}
	}
}

// manyWords gives so many different words.
func manyWords(n int) string {
	letters := []rune("بتجدرسعفكلمنهوي")
	var b strings.Builder
	for i := range n {
		for ; i > 0; i /= len(letters) {
			b.WriteRune(letters[i%len(letters)])
		}
		b.WriteString(" ")
	}
	return b.String()
}

// TestKeepLittle holds that little is not worth writing everything anew.
func TestKeepLittle(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		files          int
		recalled, lost int64
		want           bool
	}{
		{1, 0, 0, true},
		{0, 0, 0, false},
		{100, 100, 0, false},
		{100, 96, 4, false},
		{100, 94, 0, true},
		{100_000, 99_800, 200, false},
		{100_000, 99_700, 0, true},
		{100, 100, 26, true},
		{100, 100, 25, false},
	} {
		var s share
		s.held.Store(test.recalled)
		s.lost.Store(test.lost)
		if got := s.worth(test.files); got != test.want {
			t.Errorf("%+v: worth while: %v", test, got)
		}
	}
}

// TestKeepNowhere holds that a cache which cannot be written harms nothing.
func TestKeepNowhere(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(inText(0)), 0o600); err != nil {
		t.Fatal(err)
	}
	c := start(t, cache.New(filepath.Join(file, "below"), "1", 0), Options{}, dir)
	if err := c.Keep(t.Context()); err == nil {
		t.Error("it was kept below a file")
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if err := start(t, cache.New(t.TempDir(), "1", 0), Options{}, dir).Keep(ended); err == nil {
		t.Error("it was kept behind the end")
	}
}

// FuzzRecall holds that nothing that stands in a cache, damaged or not of our making, brings the program down.
func FuzzRecall(f *testing.F) {
	files := []*file{{name: "a.txt", size: 5}}
	known, _ := files[0].stamp(nil)
	articles := keptArticles{[]stamp{known, {1}}, []keptPart{{0, 2}}}
	list := keptList{files: articles.files, parts: []int32{1, noArticle}}
	for range 2 {
		list.addEntry(&Entry{Title: "عنوان", Source: "جريدة"}, traits{headings: []article.Range{{Start: 1, End: 2}}}, true)
	}
	var b search.Builder
	f.Add(flat.Join(list.pieces()), flat.Join(articles.pieces()), b.Segment().AppendBinary(nil))
	f.Add([]byte{0xff}, []byte{}, []byte{0xff})
	f.Fuzz(func(t *testing.T, list, articles, text []byte) {
		l, okList := openList(list)
		k, okArticles := openArticles(articles)
		segment, err := search.OpenSegment(text)
		okText := okArticles && err == nil
		if okText {
			for d := range segment.Docs {
				okText = okText && int(d) < k.articles()
			}
		}
		c := &Corpus{changed: make(chan struct{}, 1), search: true, memory: &memory{
			store: cache.New("", "", 0), name: []string{""},
			readList: func() (keptList, bool) { return l, okList },
			readText: func() (keptText, bool) { return keptText{k, []*search.Segment{segment}}, okText },
		}}
		builder := newBuilder(c, listing{files: files})
		builder.recall()
		builder.finish()
		builder.publish()
		if s := c.Snapshot(); s.Len() > len(l.entries)+1 {
			t.Errorf("%d articles of %d that were kept", s.Len(), len(l.entries))
		}
	})
}
