// Package settings is the config file, and the words of the interface in English and Arabic.
package settings

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"jarida/keymap"
)

// Config is what the config file says. Fields hold one of the values that they may have, never anything else.
type Config struct {
	Folder    string            // the folder to open where none is named; "" for none
	Layout    string            // "auto", "rtl" or "ltr"
	Lang      string            // "en" or "ar", "" for the language of the environment
	Tashkeel  string            // "auto", "keep" or "strip"
	View      string            // the view that is shown first, a word of Views
	Digest    int               // from how many articles on the digest is the first screen; 0: never
	ReadAfter int               // seconds in a text for it to count as read; 0: until its end has been on the screen
	Mouse     string            // On or Off
	Stories   string            // On or Off: the articles of a story are one row of the list
	Digits    string            // "as-written", "latin" or "arabic"
	Theme     string            // "auto", "dark", "light", "contrast" or "mono"
	Sort      string            // what the list is sorted by, a word of Orders, and perhaps "reverse" behind it
	Bidi      string            // a mode of package term for every terminal, or "auto"
	Citation  string            // On or Off: copied text says where it stands
	Keyboard  string            // "auto" or "persian"
	Keys      keymap.Map        // the keys of every place
	Terminals map[string]string // modes of package term (or "auto") by name of a terminal
}

// The values of a setting that is a switch.
const (
	On  = "on"
	Off = "off"
)

// Warning is something in the config file that is left out.
type Warning struct {
	Line    int // from 1
	Message string
}

// String gives the warning as "line 3: message".
func (w Warning) String() string { return fmt.Sprintf("line %d: %s", w.Line, w.Message) }

// Path is where the config file is looked for: jarida/config.toml in $XDG_CONFIG_HOME.
func Path() string { return filepath.Join(xdg.ConfigHome, "jarida", "config.toml") }

//go:embed default.toml
var defaultFile string

// Default gives the text of a config file that says nothing but explains everything.
func Default() string { return defaultFile + keymap.Default().Config() }

// Load reads the config file. A missing file is as good as an empty one where it may be missing: the file of --config may
// not. What a file says that makes no sense is left out with a warning; only a file that cannot be read as TOML, or at
// all, is an error.
func Load(path string, mayBeMissing bool) (Config, []Warning, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		if mayBeMissing && errors.Is(err, fs.ErrNotExist) {
			data = nil
		} else {
			return Config{}, nil, fmt.Errorf("read the config file: %w", err)
		}
	}
	c, warnings, err := Parse(data)
	if err != nil {
		return Config{}, nil, fmt.Errorf("%s: %w; mend that line, or take the file away", path, err)
	}
	return c, warnings, nil
}
