package corpus

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// shrinking is a file that is shorter when it is read than when it was opened.
type shrinking struct{ io.Reader }

func (shrinking) Stat() (fs.FileInfo, error) { return fileInfo{size: 1000}, nil }
func (shrinking) Close() error               { return nil }

type fileInfo struct {
	size int64
	mode fs.FileMode
}

func (fileInfo) Name() string        { return "x" }
func (i fileInfo) Size() int64       { return i.size }
func (i fileInfo) Mode() fs.FileMode { return i.mode }
func (fileInfo) ModTime() time.Time  { return time.Time{} }
func (i fileInfo) IsDir() bool       { return i.mode.IsDir() }
func (fileInfo) Sys() any            { return nil }

// trouble is a file system whose files go wrong in the way that their name says.
type trouble struct{}

func (trouble) Open(name string) (fs.File, error) {
	switch name {
	case "shrinks.txt":
		return shrinking{strings.NewReader("عنوان\n")}, nil
	case "breaks.txt":
		return shrinking{io.MultiReader(strings.NewReader("x"), errReader{})}, nil
	case "closed.txt":
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

type errReader struct{}

func (errReader) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: "\x1b[31m", Err: errors.New("input/output error")}
}

func TestProblems(t *testing.T) {
	l := listing{fsys: trouble{}}
	want := map[string]struct {
		problem string
		failed  bool
	}{
		"gone.txt":    {"The file is no longer there.", true},
		"closed.txt":  {"You may not read this file.", true},
		"breaks.txt":  {"The file cannot be read: input/output error.", true},
		"shrinks.txt": {"The file became shorter while it was being read.", false},
	}
	for name := range want {
		l.files = append(l.files, &file{name: name, path: name})
	}
	l.files = append(l.files, &file{name: "known.txt", problem: "The link leads nowhere."})
	c, err := open(t.Context(), l, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for i := range l.files {
		e := c.Snapshot().entry(Doc(i))
		w, ok := want[e.ID]
		if !ok {
			w.problem, w.failed = l.files[i].problem, true
		}
		if e.Problem != w.problem || e.Failed != w.failed {
			t.Errorf("%s: %q failed %v, want %q %v", e.ID, e.Problem, e.Failed, w.problem, w.failed)
		}
	}
	if p := c.Snapshot().Progress(); p.Failed != 4 || p.Read != 5 || !p.Done {
		t.Errorf("%+v", p)
	}
}

func TestListFS(t *testing.T) {
	l, err := listFS(fstest.MapFS{"b.txt": {Data: []byte("ب")}, "a.txt": {Data: []byte("أ")}, "x.go": {}, "sub/c.txt": {}})
	if err != nil || len(l.files) != 2 || l.files[0].name != "a.txt" || l.skipped != 2 {
		t.Errorf("%+v %v", l, err)
	}
}

func TestReadPartCutsNoCharacter(t *testing.T) {
	dir := t.TempDir()
	text := strings.Repeat("عنوان ", 100)
	name := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var r reader
	for size := 1; size < 40; size++ {
		if res := r.readPart(job{doc: 0, file: &file{name: "a.txt", path: name}}, size); !res.partial || strings.ContainsRune(res.entry.Title, '\ufffd') {
			t.Errorf("%d bytes: %+v", size, res)
		}
	}
}

func TestClassify(t *testing.T) {
	for name, want := range map[string]class{
		"a.txt": isArticle, "a.TXT": isArticle, "a.text": isArticle, "a.md": isArticle, "a.html": isArticle, "a.htm": isArticle, "a.mhtml": isArticle,
		"a.txt.gz": isArticle, "a.html.GZ": isArticle, "a": mayBeText, "خبر. عاجل": mayBeText, "No. 7 of the year": mayBeText,
		".a.txt": isHidden, "a.png": isOther, "a.tar.gz": isOther, "a.gz": isOther, "a.tsv": isOther, "a.7z": isOther,
	} {
		if got := classify(name); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}

func TestDirection(t *testing.T) {
	for title, want := range map[string]int{"عنوان": 1, "Title": -1, "عن OPEC": -1, "قمة OPEC اليوم": 1, "2020": 0, "": 0} {
		if got := direction(title); got != want {
			t.Errorf("%q: %d, want %d", title, got, want)
		}
	}
}

func TestReadFull(t *testing.T) {
	got, err := readFull(iotest{bytes.NewReader([]byte("abcdef"))}, make([]byte, 4))
	if string(got) != "abcd" || err != nil {
		t.Errorf("%q %v", got, err)
	}
}

// iotest reads a byte at a time.
type iotest struct{ io.Reader }

func (r iotest) Read(p []byte) (int, error) { return r.Reader.Read(p[:1]) }

// TestListedAsItWas holds that a file is not taken for the one that was listed where another program has put its size and its time back.
func TestListedAsItWas(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.txt")
	put := func(text string) stat {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		day := time.Date(2026, 1, 16, 12, 0, 0, 0, time.UTC)
		if err := os.Chtimes(path, day, day); err != nil {
			t.Fatal(err)
		}
		st, err := statFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return st
	}
	st := put("one")
	if st.changed == 0 {
		t.Skip("the system does not say when a file changed")
	}
	f := &file{name: "a.txt", path: path, size: st.size, modified: st.modified, changed: st.changed}
	var r reader
	if res := r.read(job{file: f}); !res.listed {
		t.Error("a file that nobody touched is another one")
	}
	for put("two").changed == st.changed { // as long as the clock of the file system stands still
		time.Sleep(time.Millisecond)
	}
	if res := r.read(job{file: f}); res.listed || res.source.Text != "two" {
		t.Errorf("%q is taken for what was listed", res.source.Text)
	}
}
