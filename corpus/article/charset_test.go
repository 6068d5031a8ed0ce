package article_test

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"jarida/corpus/article"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// encoders are the ways in which a text may have been written, each with the name that Decode gives it.
var encoders = []struct {
	name  string
	write func(string) (string, error)
}{
	{"utf-8", func(s string) (string, error) { return s, nil }},
	{"windows-1256", encode(charmap.Windows1256)},
	{"iso-8859-6", encode(charmap.ISO8859_6)},
	{"cp720", python("cp720")},
	{"x-mac-arabic", python("mac_arabic")},
	{"utf-16le", encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM))},
	{"utf-16be", encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM))},
	{"utf-8 (double-encoded as windows-1252)", doubly(charmap.Windows1252)},
	{"utf-8 (double-encoded as iso-8859-1)", doubly(charmap.ISO8859_1)},
	{"utf-8 (double-encoded as windows-1256)", doubly(charmap.Windows1256)},
}

func encode(e encoding.Encoding) func(string) (string, error) {
	return func(s string) (string, error) { return e.NewEncoder().String(s) }
}

// doubly writes UTF-8 that was taken for a charset. The codes that windows-1252 leaves open become C1 controls, as in browsers.
func doubly(page *charmap.Charmap) func(string) (string, error) {
	return func(s string) (string, error) {
		var b strings.Builder
		for _, c := range []byte(s) {
			r := page.DecodeByte(c)
			if r == utf8.RuneError {
				r = rune(c)
			}
			b.WriteRune(r)
		}
		return b.String(), nil
	}
}

// python writes a charset that only CPython has an encoder for.
func python(codec string) func(string) (string, error) {
	table := map[rune]byte{}
	script := "import sys; sys.stdout.buffer.write(''.join(bytes([c]).decode('" + codec + "') for c in range(128, 256)).encode())"
	out, err := exec.Command("python3", "-c", script).Output()
	return func(s string) (string, error) {
		if err != nil {
			return "", err
		}
		if len(table) == 0 {
			for i, r := range bytes.Runes(out) {
				table[r] = byte(0x80 + i)
			}
		}
		var b strings.Builder
		for _, r := range s {
			c, ok := table[r]
			switch {
			case r < utf8.RuneSelf:
				c = byte(r)
			case !ok:
				return "", os.ErrInvalid
			}
			b.WriteByte(c)
		}
		return b.String(), nil
	}
}

// Every article of dev, written in each charset, must be read as what it was: whole, its first 200 bytes and its first 60. Characters that a
// charset has not are left out first.
func TestCharsetsOfRealArticles(t *testing.T) {
	texts := realTexts(t, filepath.Join(sharedArticles(t), "dev"))
	if extra := os.Getenv("JARIDA_CHARSET_FOLDER"); extra != "" {
		texts = realTexts(t, extra)
	}
	for _, e := range encoders {
		if _, err := e.write("a"); err != nil {
			t.Logf("%s: not measured, python3 is missing", e.name)
			continue
		}
		for _, size := range []int{0, 200, 60} {
			n, right, named := 0, 0, 0
			for _, text := range texts {
				text = writable(text, e.write)
				raw, err := e.write(text)
				if err != nil || !strings.ContainsAny(text, "ابتمنلي") {
					continue
				}
				if size > 0 && len(raw) > size {
					raw = raw[:size]
					for !utf8.ValidString(raw) && strings.HasPrefix(e.name, "utf-8") {
						raw = raw[:len(raw)-1]
					}
				}
				n++
				src, err := article.Decode([]byte(raw), "a.txt")
				if err != nil {
					t.Errorf("%s: %v", e.name, err)
				}
				if same(src.Text, text, size > 0) {
					right++
				}
				if src.Encoding == e.name {
					named++
				} else if !same(src.Text, text, size > 0) {
					t.Logf("%s taken for %s: %.120q, %.80q", e.name, src.Encoding, src.Text, src.Warnings)
				}
			}
			t.Logf("%-40s %4d bytes: text right in %d of %d, named so in %d", e.name, size, right, n, named)
			least := map[int]int{0: 1000, 200: 990, 60: 950}[size]
			if right*1000 < n*least {
				t.Errorf("%s, %d bytes: fewer than there should be", e.name, size)
			}
		}
	}
}

// same compares what was read with what was written; of a text that was cut, the beginning.
func same(read, written string, cut bool) bool {
	if !cut {
		return read == written
	}
	read = strings.TrimRight(read, "\ufffdØÙطظ") // a letter that was cut
	return read != "" && strings.HasPrefix(written, read)
}

func realTexts(t *testing.T, dir string) (texts []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".txt" {
			return err
		}
		raw, err := os.ReadFile(path)
		if utf8.Valid(raw) {
			texts = append(texts, string(raw))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// writable leaves out the characters that a charset cannot write.
func writable(text string, write func(string) (string, error)) string {
	if _, err := write(text); err == nil {
		return text
	}
	bad := map[rune]bool{}
	for _, r := range text {
		if _, seen := bad[r]; !seen {
			_, err := write(string(r))
			bad[r] = err != nil
		}
	}
	return strings.Map(func(r rune) rune {
		if bad[r] {
			return -1
		}
		return r
	}, text)
}

// BenchmarkDecodeWindows1256 guards the guess of the charset, and the way from it.
func BenchmarkDecodeWindows1256(b *testing.B) {
	raw := []byte(in(charmap.Windows1256, strings.Repeat(sample, 20)))
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := article.Decode(raw, "a.txt"); err != nil {
			b.Fatal(err)
		}
	}
}
