package cli

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"
)

// TestSearchDamaged holds that a search prints the same whatever byte of the index that was kept is damaged, and however much of it is there: also
// where that is seen only when the query looks there.
func TestSearchDamaged(t *testing.T) {
	cleanEnv(t)
	kept := filepath.Join(t.TempDir(), "cache")
	t.Setenv("XDG_CACHE_HOME", kept)
	xdg.Reload()
	news := folder(t, map[string]string{
		"a.txt": "زيارة\n2026-01-16\n\nوصل فلاديمير بوتين إلى موسكو أمس الخميس.\n",
		"b.txt": "قمة\n2026-01-17\n\nوصل دونالد ترامب إلى موسكو أمس الجمعة.\n",
	})
	time.Sleep(2100 * time.Millisecond) // files that have just changed are not kept
	search := func() string {
		got := runHere("search", "-C", news, "موسكو")
		return got.out + got.err
	}
	want := search()
	path, whole := indexCache(t, kept)
	damage := func(what string, data []byte) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := search(); got != want {
			t.Errorf("%s: printed\n%s\nnot\n%s", what, got, want)
		}
		if now, err := os.ReadFile(path); err != nil || bytes.Equal(now, data) {
			t.Errorf("%s: it is not kept anew (%v)", what, err)
		}
	}
	for at := 0; at < len(whole); at += 3 {
		other := bytes.Clone(whole)
		other[at] ^= 0x10
		damage("flipped", other)
	}
	for n := 0; n < len(whole); n += 41 {
		damage("cut off", whole[:n])
	}
}

// TestSearchDamagedRecords is TestSearchDamaged for an index so large that what is damaged is not read before the query looks there.
func TestSearchDamagedRecords(t *testing.T) {
	cleanEnv(t)
	kept := filepath.Join(t.TempDir(), "cache")
	t.Setenv("XDG_CACHE_HOME", kept)
	xdg.Reload()
	words := []string{"خبر\n\n"}
	const letters = "بتجدرسعفكلمنهوي"
	for i := range 1 << 16 {
		var word strings.Builder
		for _, n := range []int{i >> 12, i >> 8, i >> 4, i, i >> 6} {
			word.WriteRune([]rune(letters)[(n&15)%15])
		}
		words = append(words, word.String())
	}
	last := strings.Repeat("ي", 9) // in the order of the bytes, and so of the records
	news := folder(t, map[string]string{"a.txt": strings.Join(words, " "), "b.txt": "خبر\n\nجاء " + last + " اليوم.\n"})
	if err := os.Symlink(news, filepath.Join(news, "again")); err != nil {
		t.Skip(err)
	}
	time.Sleep(2100 * time.Millisecond)
	search := func() string {
		got := runHere("search", "-C", news, last)
		return got.out + got.err
	}
	want := search()
	if strings.Count(want, "again") != 1 {
		t.Errorf("printed %q, want a warning of the link", want)
	}
	path, whole := indexCache(t, kept)
	body := binary.LittleEndian.Uint64(whole[len(whole)-20:]) // where the sections end: see the form in the package cache
	whole[body-1] ^= 1
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := search(); got != want || !strings.HasPrefix(got, "b.txt") {
		t.Errorf("printed\n%s\nnot\n%s", got, want)
	}
	if now, err := os.ReadFile(path); err != nil || bytes.Equal(now, whole) {
		t.Errorf("it is not kept anew (%v)", err)
	}
}

// indexCache gives the cache file of the index, and what is in it.
func indexCache(t *testing.T, folder string) (path string, data []byte) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "jarida", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		if data, err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("jarida search")) {
			return path, data
		}
	}
	t.Fatal("no index is kept")
	return "", nil
}
