package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"jarida/ui/term"
)

// SaveTerminal writes the mode for a terminal into the config file, and leaves everything else in it as it is, comments
// too. A file that is missing is begun with the explained defaults. The file is replaced as a whole, so that it is
// never half written; a symbolic link to it stays one.
func SaveTerminal(path, name, mode string) error {
	if name == "" {
		return errors.New("this terminal has no name to save its mode under; set bidi for all of them in the config file")
	}
	if mode != term.Auto {
		if _, err := term.ParseMode(mode); err != nil {
			return fmt.Errorf("save the mode: %w", err)
		}
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	data, err := os.ReadFile(path)
	perm := fs.FileMode(0o644)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		data = []byte(Default())
	case err != nil:
		return fmt.Errorf("read the config file: %w", err)
	default:
		if info, err := os.Stat(path); err == nil {
			perm = info.Mode().Perm()
		}
	}
	data, err = withTerminal(data, name, mode)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return replaceFile(path, data, perm)
}

// withTerminal gives the text of the config file with the mode of a terminal set.
func withTerminal(data []byte, name, mode string) ([]byte, error) {
	entries, err := read(data)
	if err != nil {
		return nil, err
	}
	path := []string{"terminal", name, "bidi"}
	at := slices.IndexFunc(entries, func(e entry) bool { return slices.Equal(e.path, path) })
	var edited []byte
	switch header, found := headerEnd(data, path[:2]); {
	case at >= 0:
		raw := entries[at].raw
		edited = splice(data, int(raw.Offset), int(raw.Offset+raw.Length), quote(mode))
	case found:
		edited = splice(data, header, header, newline(data)+"bidi = "+quote(mode))
	default:
		edited = appendTable(data, name, mode)
	}
	if c, _, err := Parse(edited); err != nil || c.Terminals[name] != mode {
		return nil, fmt.Errorf("there is no place for the mode of %q in this file: write it in by hand", name)
	}
	return edited, nil
}

// headerEnd finds where the line of a table's header ends.
func headerEnd(data []byte, table []string) (int, bool) {
	var p unstable.Parser
	p.Reset(data)
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind != unstable.Table || !slices.Equal(keyOf(e.Key()), table) {
			continue
		}
		key := e.Key()
		key.Next()
		start := int(key.Node().Raw.Offset)
		end := bytes.IndexByte(data[start:], '\n')
		if end < 0 {
			return len(data), true
		}
		end += start
		if end > 0 && data[end-1] == '\r' {
			end--
		}
		return end, true
	}
	return 0, false
}

// appendTable adds a table of its own at the end.
func appendTable(data []byte, name, mode string) []byte {
	nl := newline(data)
	edited := slices.Clip(data)
	if len(edited) > 0 {
		if !bytes.HasSuffix(edited, []byte("\n")) {
			edited = append(edited, nl...)
		}
		edited = append(edited, nl...)
	}
	return append(edited, "[terminal."+quote(name)+"]"+nl+"bidi = "+quote(mode)+nl...)
}

// newline gives the line break that the file uses.
func newline(data []byte) string {
	if bytes.Contains(data, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}

// quote writes a TOML basic string.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func splice(data []byte, from, to int, with string) []byte {
	return slices.Concat(data[:from], []byte(with), data[to:])
}

// replaceFile writes a file beside the old one and puts it in its place.
//
// A folder that is missing gets the permissions that the XDG base directory specification gives it.
func replaceFile(path string, data []byte, perm fs.FileMode) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write the config file: %w", err)
		}
	}()
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".config-*.toml")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(perm), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
