package corpus

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jarida/corpus/cache"
)

// writeVerbatim writes files of which one kind alone is its text byte for byte, by name: *.txt.
func writeVerbatim(t *testing.T, dir string) {
	t.Helper()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(inText(1)))
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"a.txt": inText(0), "b.txt": inText(1) + "\n----------\n\nالمقال الثاني\n2020-05-09\n\n" + paragraph, "c.txt": strings.Repeat(inText(2), 2000),
		"bom.text": "\ufeff" + inText(0), "bad.text": inText(1) + "\xff", "cp1256.text": "\xe3\xdf\xca\xc8\xc9 \xc7\xe1\xe3\xcf\xed\xe4\xc9 \xc7\xe1\xdf\xc8\xed\xd1\xc9\n",
		"page.html": "<html><body><p>" + paragraph + "</p></body></html>", "mark.md": inText(1), "packed.text.gz": packed.String(),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestVerbatim holds that texts are known again by what the cache says of them alone, that others are decoded again, and that all say in a second run what
// they said in the first.
func TestVerbatim(t *testing.T) {
	t.Parallel()
	store, dir := cache.New(t.TempDir(), "1", 0), t.TempDir()
	writeVerbatim(t, dir)
	keepAll(t, store, dir)
	first, second := start(t, nil, Options{}, dir).Snapshot(), start(t, store, Options{}, dir).Snapshot()
	if first.Len() != second.Len() || first.Len() != 10 {
		t.Fatalf("%d and %d articles", first.Len(), second.Len())
	}
	for i := range first.Len() {
		d, e := first.DocAt(i), second.At(i)
		if want := filepath.Ext(e.Path) == ".txt"; e.Part == 1 && second.state(e.Doc).bytes != want {
			t.Errorf("%s: %v", e.ID, !want)
		}
		got, _ := second.Source(e.Doc)
		want, ok := first.Source(d)
		if !ok || got.Text != want.Text || got.Encoding != want.Encoding || got.Format != want.Format || len(got.Warnings) != len(want.Warnings) {
			t.Errorf("%s: %q %s, want %q %s", e.ID, got.Text, got.Encoding, want.Text, want.Encoding)
		}
	}
}

// TestReadVerbatim holds that a file that is not as it was listed gives no text, and that texts do not touch each other.
func TestReadVerbatim(t *testing.T) { //nolint:paralleltest // it counts allocations
	dir := t.TempDir()
	writeVerbatim(t, dir)
	list := func(name string) *file {
		st, err := statFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return &file{name: name, path: filepath.Join(dir, name), size: st.size, modified: st.modified, changed: st.changed}
	}
	var r reader
	a, b, c := list("a.txt"), list("b.txt"), list("c.txt")
	var texts [3]string
	for i, f := range []*file{a, b, c} {
		text, ok := r.readVerbatim(f)
		if !ok {
			t.Fatalf("%s was not read", f.name)
		}
		texts[i] = text.source().Text
	}
	for i, name := range []string{"a.txt", "b.txt", "c.txt"} {
		if want, err := os.ReadFile(filepath.Join(dir, name)); err != nil || texts[i] != string(want) {
			t.Errorf("%s: %d bytes, want %d: %v", name, len(texts[i]), len(want), err)
		}
	}
	if n := testing.AllocsPerRun(20, func() { _, _ = r.readVerbatim(a) }); n > 2 { // its path, for the system; rarely a slab
		t.Errorf("%v allocations for a text", n)
	}
	later := time.Unix(0, a.modified).Add(time.Second)
	if err := os.Chtimes(a.path, later, later); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(b.path, b.size-1); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(c.path); err != nil {
		t.Fatal(err)
	}
	folder := *a
	folder.path = dir
	for _, f := range []*file{a, b, c, &folder, {path: a.path, content: []byte{}}} {
		if text, ok := r.readVerbatim(f); ok {
			t.Errorf("%s: %d bytes", f.name, text.size())
		}
	}
}
