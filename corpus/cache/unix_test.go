//go:build unix

package cache_test

import (
	"os"
	"testing"

	"golang.org/x/sys/unix"

	"jarida/corpus/cache"
)

// TestPipe holds that nothing is waited for where a cache should be.
func TestPipe(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := cache.New(dir, "1", 0)
	save(t, s, small, "news")
	path := kept(t, dir)[0]
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mkfifo(path, 0o600); err != nil {
		t.Skip("no pipes here: ", err)
	}
	if _, ok := s.Load(t.Context(), "news"); ok {
		t.Error("a pipe is read as a cache")
	}
	save(t, s, small, "news")
	if got, ok := s.Load(t.Context(), "news"); !ok || !equal(got, small) {
		t.Errorf("in its place there is %q, %v", got, ok)
	}
}
