//go:build unix

package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestReadUnseen holds that a command takes a file for the one that was listed only where that is as long, whatever has come into its place, and never
// waits for what is no file.
func TestReadUnseen(t *testing.T) {
	t.Parallel()
	const text = "نص كما كان"
	other := strings.Replace(text, "كان", "صار", 1)
	for name, c := range map[string]struct {
		put    func(path string) error
		want   string // none for an error
		listed bool
	}{
		"as it was":           {func(string) error { return nil }, text, true},
		"as long":             {func(path string) error { return os.WriteFile(path, []byte(other), 0o600) }, other, true},
		"longer":              {func(path string) error { return os.WriteFile(path, []byte(text+"."), 0o600) }, text + ".", false},
		"shorter":             {func(path string) error { return os.WriteFile(path, []byte(text[:4]), 0o600) }, text[:4], false},
		"empty":               {func(path string) error { return os.Truncate(path, 0) }, "", false},
		"gone":                {os.Remove, "", false},
		"a folder":            {func(path string) error { return replaced(path, func() error { return os.Mkdir(path, 0o700) }) }, "", false},
		"a pipe":              {func(path string) error { return replaced(path, func() error { return syscall.Mkfifo(path, 0o600) }) }, "", false},
		"a device":            {func(path string) error { return replaced(path, func() error { return os.Symlink("/dev/zero", path) }) }, "", false},
		"no times of changes": {func(path string) error { return os.WriteFile(path, []byte(other), 0o600) }, other, false},
	} {
		path := filepath.Join(t.TempDir(), "a.txt")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		f := &file{name: "a.txt", path: path, size: int64(len(text)), changed: 1}
		if name == "no times of changes" {
			f.changed = 0
		}
		if err := c.put(path); err != nil {
			t.Fatal(err)
		}
		r := reader{leaves: true}
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
