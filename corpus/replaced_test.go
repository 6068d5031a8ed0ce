//go:build unix

package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestReplaced holds that a file is taken for the one that was listed only where that is untouched, whatever has come into its place, and that nobody
// waits for what is no file.
func TestReplaced(t *testing.T) {
	t.Parallel()
	const text = "نص كما كان"
	other := strings.Replace(text, "كان", "صار", 1)
	for name, c := range map[string]struct {
		put    func(path string) error
		want   string // none for an error
		listed bool
	}{
		"as it was": {func(string) error { return nil }, text, true},
		"as long":   {func(path string) error { return os.WriteFile(path, []byte(other), 0o600) }, other, false},
		"longer":    {func(path string) error { return os.WriteFile(path, []byte(text+"."), 0o600) }, text + ".", false},
		"shorter":   {func(path string) error { return os.WriteFile(path, []byte(text[:4]), 0o600) }, text[:4], false},
		"empty":     {func(path string) error { return os.Truncate(path, 0) }, "", false},
		"gone":      {os.Remove, "", false},
		"a folder":  {func(path string) error { return replaced(path, func() error { return os.Mkdir(path, 0o700) }) }, "", false},
		"a pipe":    {func(path string) error { return replaced(path, func() error { return syscall.Mkfifo(path, 0o600) }) }, "", false},
		"a device":  {func(path string) error { return replaced(path, func() error { return os.Symlink("/dev/zero", path) }) }, "", false},
	} {
		path := filepath.Join(t.TempDir(), "a.txt")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		hour := time.Now().Add(-time.Hour)
		if err := os.Chtimes(path, hour, hour); err != nil {
			t.Fatal(err)
		}
		st, err := statFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := &file{name: "a.txt", path: path, size: st.size, modified: st.modified, changed: st.changed, inode: st.inode}
		if err := c.put(path); err != nil {
			t.Fatal(err)
		}
		var r reader
		raw, _, err := r.readBytes(f, 1<<10)
		if string(raw) != c.want || (err != nil) != (c.want == "" && name != "empty") || r.listed != c.listed {
			t.Errorf("%s: %q, %v, listed %v", name, raw, err, r.listed)
		}
	}
}

// replaced puts something in the place of a file.
func replaced(path string, put func() error) error {
	if err := os.Remove(path); err != nil {
		return err
	}
	return put()
}
