package corpus_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"jarida/corpus"
	"jarida/corpus/article"
)

const body = "افتُتح المتحف الجديد وسط المدينة بعد أعمال ترميم استمرت ثلاث سنوات، وشارك في الافتتاح عدد كبير من المختصين والزوار من داخل البلاد وخارجها.\n"

// write writes files, each an hour older than the one before, and gives their folder.
func write(tb testing.TB, files ...string) string {
	tb.Helper()
	dir := tb.TempDir()
	now := time.Date(2026, 1, 16, 12, 0, 0, 0, time.UTC)
	for i, name := range files {
		put(tb, filepath.Join(dir, filepath.FromSlash(name)), "عنوان "+name+"\n\n"+body, now.Add(-time.Duration(i)*time.Hour))
	}
	return dir
}

func put(tb testing.TB, path, text string, modified time.Time) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
	if err := os.Chtimes(path, modified, modified); err != nil {
		tb.Fatal(err)
	}
}

// open opens arguments, waits until everything is read, and closes at the end of the test.
func open(tb testing.TB, args ...string) *corpus.Corpus {
	tb.Helper()
	c, err := corpus.Open(tb.Context(), args, corpus.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(c.Close)
	if err := c.Wait(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	return c
}

func ids(s *corpus.Snapshot) (all []string) {
	for i := range s.Len() {
		all = append(all, s.At(i).ID)
	}
	return all
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestOpenFolder(t *testing.T) {
	dir := write(t, "b.txt", "sub/a.html", "c.md", "sub/deep/d.text", "e", "f.mhtml", "g.TXT",
		"picture.png", ".hidden.txt", ".git/x.txt", "page_files/x.txt", "صفحة_ملفات/x.txt", "notes.tsv")
	put(t, filepath.Join(dir, "f.mhtml"), "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>نص الصفحة.</p>", time.Unix(1, 0))
	put(t, filepath.Join(dir, "binary"), strings.Repeat("\x00\x01\x02", 100), time.Unix(2, 0))
	put(t, filepath.Join(dir, "packed.txt.gz"), packed("عنوان مضغوط\n\n"+body), time.Unix(3, 0))
	put(t, filepath.Join(dir, "bomb.txt.gz"), packed(strings.Repeat("a", article.MaxBytes+1)), time.Unix(4, 0))
	large, err := os.Create(filepath.Join(dir, "large.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(large.Truncate(article.MaxBytes+1), large.Close()); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir).Snapshot()
	same(t, "ids", ids(s), []string{"b.txt", "sub/a.html", "c.md", "sub/deep/d.text", "e", "g.TXT", "packed.txt.gz", "f.mhtml"})
	// picture, hidden file, hidden folder, two folders of pages, table, binary file, bomb, large file
	want := corpus.Progress{Files: 8, Read: 8, Skipped: 9, Bytes: s.Progress().Bytes, Done: true}
	if got := s.Progress(); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	for i := range s.Len() {
		if e := s.At(i); s.Index(e.Doc) != i || e.Title == "" || e.Problem != "" {
			t.Errorf("entry %d at %d: %+v", i, s.Index(e.Doc), e)
		}
	}
	if e, ok := s.Lookup("sub/deep/d.text"); !ok || e.Title != "عنوان sub/deep/d.text" {
		t.Errorf("%+v %v", e, ok)
	}
	if _, ok := s.Lookup("binary"); ok {
		t.Error("a binary file is found by its id")
	}
	if !s.RTL() {
		t.Error("Arabic titles do not run from right to left")
	}
}

func TestOrder(t *testing.T) {
	dir := t.TempDir()
	day := func(d int) time.Time { return time.Date(2020, 5, d, 12, 0, 0, 0, time.Local) }
	put(t, filepath.Join(dir, "a.txt"), "عنوان أول\n2020-05-02\n\n"+body, day(9))
	put(t, filepath.Join(dir, "b.txt"), "عنوان ثان\n\n"+body, day(4))
	put(t, filepath.Join(dir, "c.txt"), "عنوان ثالث\n2020-05-08\n\n"+body, day(1))
	put(t, filepath.Join(dir, "d.txt"), "عنوان رابع\n\n"+body, day(4))
	c, before := openUnread(t, dir)
	if err := c.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, "by file time", ids(before), []string{"a.txt", "b.txt", "d.txt", "c.txt"})
	same(t, "by their own dates", ids(c.Snapshot()), []string{"c.txt", "b.txt", "d.txt", "a.txt"})
	if before.Progress().Done || before.At(0).Title != "عنوان أول" || before.At(1).Title != "" || before.At(1).Date.ISO != "" {
		t.Errorf("the first snapshot has changed: %+v %+v", before.Progress(), before.At(1))
	}
	if e, _ := c.Snapshot().Lookup("b.txt"); !e.Date.Zero() {
		t.Errorf("a file time became a date: %+v", e.Date)
	}
	for i := range before.Len() {
		d := before.At(i).Doc
		if after := c.Snapshot(); after.At(after.Index(d)).ID != before.At(i).ID {
			t.Errorf("entry %d has another number now", d)
		}
	}
}

// openUnread opens a folder and gives a snapshot from before it was all read. The reading may win the race to it, so it is
// tried until it does not.
func openUnread(t *testing.T, dir string) (*corpus.Corpus, *corpus.Snapshot) {
	t.Helper()
	for range 1000 {
		c, err := corpus.Open(t.Context(), []string{dir}, corpus.Options{First: 1})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(c.Close)
		if s := c.Snapshot(); s.Progress().Read == 1 {
			return c, s
		}
	}
	t.Fatal("everything is always read at once")
	return nil, nil
}

func TestArguments(t *testing.T) {
	dir := write(t, "x/a.txt", "y/a.txt", "z.log")
	t.Chdir(dir)
	one := open(t, "x/a.txt").Snapshot()
	same(t, "one file", ids(one), []string{"a.txt"})
	same(t, "any extension", ids(open(t, "z.log").Snapshot()), []string{"z.log"})
	same(t, "folders", ids(open(t, "./x/", "y", "x").Snapshot()), []string{"x/a.txt", "y/a.txt"})
	same(t, "folder and its file", ids(open(t, "x", "x/a.txt").Snapshot()), []string{"x/a.txt"})
	same(t, "all of it", ids(open(t, ".").Snapshot()), []string{"x/a.txt", "y/a.txt"})
	for _, arg := range []string{"nowhere", "x/nowhere.txt", os.DevNull} {
		if _, err := corpus.Open(t.Context(), []string{arg}, corpus.Options{}); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", arg, err)
		}
	}
	if empty := open(t, t.TempDir()).Snapshot(); empty.Len() != 0 || !empty.Progress().Done || !empty.RTL() {
		t.Errorf("empty folder: %+v", empty.Progress())
	}
}

func TestNamedFileIsNeverLeftOut(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "binary")
	put(t, name, "%PDF-1.7", time.Unix(1, 0))
	c := open(t, name)
	if e := c.Snapshot().At(0); !e.Failed || !strings.Contains(e.Problem, "PDF") {
		t.Errorf("%+v", e)
	}
	if d, err := c.Load(t.Context(), 0); err == nil || d.Entry.ID != "binary" {
		t.Errorf("%+v %v", d, err)
	}
}

func TestStandardInput(t *testing.T) {
	c, err := corpus.Open(t.Context(), []string{"-"}, corpus.Options{Stdin: strings.NewReader("عنوان\n\n" + body)})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	e, ok := c.Snapshot().Lookup("-")
	d, err := c.Load(t.Context(), e.Doc)
	if !ok || err != nil || e.Title != "عنوان" || d.Source.Text != "عنوان\n\n"+body {
		t.Errorf("%+v %v %v", d, ok, err)
	}
	if _, err := corpus.Open(t.Context(), []string{"-"}, corpus.Options{}); err == nil {
		t.Error("no input is no error")
	}
}

func TestLoad(t *testing.T) {
	dir := write(t, "a.txt", "b.txt", "c.txt")
	c, err := corpus.Open(t.Context(), []string{dir}, corpus.Options{First: 1})
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
	for i := range 3 {
		d, err := c.Load(t.Context(), corpus.Doc(i))
		if err != nil || d.Article.Title.Text != d.Entry.Title || len(d.Article.Blocks) != 2 || !strings.HasSuffix(d.Source.Text, body) {
			t.Errorf("%d: %+v %v", i, d, err)
		}
	}
	if _, err := c.Load(t.Context(), 3); err == nil {
		t.Error("a number too many is no error")
	}
}

func TestHugeFileShowsItsTitleAtOnce(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.txt"), "عنوان الكتاب\n\n"+strings.Repeat(body, 4000), time.Unix(1, 0))
	c, err := corpus.Open(t.Context(), []string{dir}, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if e := c.Snapshot().At(0); e.Title != "عنوان الكتاب" {
		t.Errorf("%+v", e)
	}
	if err := c.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	if p := c.Snapshot().Progress(); p.Read != 1 || p.Bytes < int64(4000*len(body)) {
		t.Errorf("%+v", p)
	}
}

func TestManyFilesInSegments(t *testing.T) {
	const n = 2500 // three segments
	dir := t.TempDir()
	for i := range n {
		put(t, filepath.Join(dir, fmt.Sprintf("%04d.txt", i)), fmt.Sprintf("عنوان %d\n\n%s", i, body), time.Unix(int64(n-i), 0))
	}
	c, err := corpus.Open(t.Context(), []string{dir}, corpus.Options{First: 10})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	first := c.Snapshot()
	last := first.Progress().Read
	for range c.Changed() {
		s := c.Snapshot()
		if p := s.Progress(); p.Read < last || s.Len() != n {
			t.Fatalf("%+v behind %d", p, last)
		}
		last = s.Progress().Read
	}
	s := c.Snapshot()
	if p := s.Progress(); !p.Done || p.Read != n {
		t.Fatalf("%+v", p)
	}
	for i := range n {
		if e := s.At(i); e.Title != fmt.Sprintf("عنوان %d", i) || int(e.Doc) != i {
			t.Fatalf("%d: %+v", i, e)
		}
		if src, ok := s.Source(corpus.Doc(i)); !ok || !strings.HasSuffix(src.Text, body) {
			t.Fatalf("%d has no text", i)
		}
	}
	for i := 10; i < n; i++ {
		if e := first.At(i); e.Title != "" {
			t.Fatalf("the first snapshot has changed at %d: %+v", i, e)
		}
	}
}

func TestCloseStopsReading(t *testing.T) {
	dir := t.TempDir()
	for i := range 3000 {
		put(t, filepath.Join(dir, fmt.Sprintf("%04d.txt", i)), body, time.Unix(int64(i), 0))
	}
	before := runtime.NumGoroutine()
	for i := range 6 {
		ctx, cancel := context.WithCancel(t.Context())
		c, err := corpus.Open(ctx, []string{dir}, corpus.Options{First: 1, Watch: i%2 > 0})
		if err != nil {
			t.Fatal(err)
		}
		cancel()
		if err := c.Wait(context.Background()); err != nil && !errors.Is(err, corpus.ErrClosed) {
			t.Error(err)
		}
		c.Close()
		c.Close()
		for range c.Changed() {
			continue
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := corpus.Open(ctx, []string{dir}, corpus.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("opening with an ended context: %v", err)
	}
	// One that has closed its channel may still be on its way out.
	for range 1000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
}

func TestWaitEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		c, err := corpus.OpenEdition(t.Context(), corpus.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if err := c.Wait(ctx); err != nil && !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	})
}

func TestOpenEdition(t *testing.T) {
	c, err := corpus.OpenEdition(t.Context(), corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	s := c.Snapshot()
	if !s.Progress().Done || s.Len() < 10 || s.Progress().Failed > 0 {
		t.Fatalf("%+v", s.Progress())
	}
	for i := 1; i < s.Len(); i++ {
		if a, b := s.At(i-1), s.At(i); a.Title == "" || a.Date.ISO < b.Date.ISO {
			t.Errorf("%s (%s) stands before %s (%s)", a.ID, a.Date.ISO, b.ID, b.Date.ISO)
		}
	}
}

func TestUnsafeNames(t *testing.T) {
	dir := t.TempDir()
	names := []string{"a\x1b[31m.txt", "b\n.txt", "c\xff.txt", "خبر. عاجل"}
	for i, name := range names {
		put(t, filepath.Join(dir, name), "عنوان\n\n"+body, time.Unix(int64(9-i), 0))
	}
	same(t, "ids", ids(open(t, dir).Snapshot()), names)
}

func TestFolderIsNotWrittenTo(t *testing.T) {
	dir := write(t, "a.txt", "sub/b.txt")
	before := listing(t, dir)
	open(t, dir)
	if after := listing(t, dir); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}

func listing(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		fmt.Fprintln(&b, path, info.Size(), info.Mode(), info.ModTime())
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func packed(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// benchmarkFolder writes 5,000 articles of the usual length.
func benchmarkFolder(b *testing.B) (dir string, size int64) {
	b.Helper()
	dir = b.TempDir()
	text := "عنوان المقال الجديد\nتونس: «جريدة»\n2015-08-03\n\n" + strings.Repeat(body, 12)
	for i := range 5000 {
		put(b, filepath.Join(dir, fmt.Sprintf("%02d", i%50), fmt.Sprintf("%04d.txt", i)), text, time.Unix(int64(i), 0))
		size += int64(len(text))
	}
	return dir, size
}

func BenchmarkOpenFirstScreen(b *testing.B) {
	dir, _ := benchmarkFolder(b)
	b.ReportAllocs()
	for b.Loop() {
		c, err := corpus.Open(b.Context(), []string{dir}, corpus.Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		c.Close()
		b.StartTimer()
	}
}

func BenchmarkLoadAll(b *testing.B) {
	dir, size := benchmarkFolder(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		c, err := corpus.Open(b.Context(), []string{dir}, corpus.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := c.Wait(b.Context()); err != nil {
			b.Fatal(err)
		}
		c.Close()
	}
}

// What is not for the first screen is read when that is there; who leaves before waits for nothing.
func TestAfter(t *testing.T) {
	t.Parallel()
	dir := write(t, "a.txt", "b.txt", "c.txt")
	for _, painted := range []bool{true, false} {
		after := make(chan struct{})
		c, err := corpus.Open(t.Context(), []string{dir}, corpus.Options{First: 1, After: after, Watch: true, Entities: true})
		if err != nil {
			t.Fatal(err)
		}
		if p := c.Snapshot().Progress(); p.Read != 1 || p.Files != 3 || p.Done {
			t.Errorf("before: %+v", p)
		}
		if painted {
			close(after)
			if err := c.Wait(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		c.Close()
		if p := c.Snapshot().Progress(); p.Done != painted {
			t.Errorf("painted %v: %+v", painted, p)
		}
	}
}
