package settings

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWithTerminal(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, terminal, want string }{
		{"empty", "", "kitty", "[terminal.\"kitty\"]\nbidi = \"words\"\n"},
		{"beside what is there", "lang = 'ar' # mine\n", "kitty", "lang = 'ar' # mine\n\n[terminal.\"kitty\"]\nbidi = \"words\"\n"},
		{"no last line break", "lang = 'ar'", "x", "lang = 'ar'\n\n[terminal.\"x\"]\nbidi = \"words\"\n"},
		{
			"in place of another", "[terminal.\"kitty\"] # k\n# why\nbidi = 'visual' # here\n[terminal.st]\nbidi = 'marked'\n", "kitty",
			"[terminal.\"kitty\"] # k\n# why\nbidi = \"words\" # here\n[terminal.st]\nbidi = 'marked'\n",
		},
		{"a header without it", "[terminal.kitty] # k\n", "kitty", "[terminal.kitty] # k\nbidi = \"words\"\n"},
		{"a header at the very end", "[terminal.kitty]", "kitty", "[terminal.kitty]\nbidi = \"words\""},
		{"dotted", "terminal.kitty.bidi = 'visual'\n", "kitty", "terminal.kitty.bidi = \"words\"\n"},
		{"inline", "terminal = {kitty = {bidi = 'visual'}}\n", "kitty", "terminal = {kitty = {bidi = \"words\"}}\n"},
		{"a bad value", "[terminal.kitty]\nbidi = 3\n", "kitty", "[terminal.kitty]\nbidi = \"words\"\n"},
		{"Windows line breaks", "lang = 'ar'\r\n[terminal.kitty]\r\n", "kitty", "lang = 'ar'\r\n[terminal.kitty]\r\nbidi = \"words\"\r\n"},
		{"a strange name", "", "a\"b\\\x01", "[terminal.\"a\\\"b\\\\\\u0001\"]\nbidi = \"words\"\n"},
	}
	for _, tt := range tests {
		got, err := withTerminal([]byte(tt.text), tt.terminal, "words")
		if err != nil || string(got) != tt.want {
			t.Errorf("%s:\ngot  %q, %v\nwant %q", tt.name, got, err, tt.want)
		}
	}
	for name, text := range map[string]string{
		"broken":             "lang = ",
		"no room":            "terminal = {x = {bidi = 'visual'}}\n",
		"not a table at all": "terminal = 3\n",
	} {
		if got, err := withTerminal([]byte(text), "kitty", "words"); err == nil {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestSaveTerminal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "new", "config.toml")
	if err := SaveTerminal(path, "kitty", "visual"); err != nil {
		t.Fatal(err)
	}
	c, warnings, err := Load(path, false)
	if err != nil || len(warnings) > 0 || c.Terminals["kitty"] != "visual" {
		t.Errorf("a new file: %+v, %v, %v", c, warnings, err)
	}

	link := filepath.Join(dir, "link.toml")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := SaveTerminal(link, "st", "auto"); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the permissions changed: %v, %v", info, err)
	}
	if c, _, err := Load(path, false); err != nil || len(c.Terminals) != 2 {
		t.Errorf("got %+v, %v", c, err)
	}
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
		t.Errorf("left behind: %v, %v", files, err)
	}
	for _, bad := range [][2]string{{"", "visual"}, {"kitty", "sideways"}} {
		if err := SaveTerminal(path, bad[0], bad[1]); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}
