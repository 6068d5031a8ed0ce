package corpus

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// territory is what has to be known of the folders to make sense of the events in them. Folders go by their keys, which is how
// events name them: a folder's name is the same by whatever links it was reached.
type territory struct {
	watch func(key string) // asks for the events in a folder

	folders map[string]*folder     // what was walked, by key; path, real, id and steady alone
	watched map[string]os.FileInfo // what was asked for, by key: the folders, and those around files that are arguments
	doors   map[string]bool        // the links to folders, as events name them
	named   map[string]bool        // the files that are arguments, as events name them
	links   map[string]bool        // the other links, as events name them
	skipped map[string]bool        // the ids of what was skipped
	missing []string               // the arguments that cannot be reached
}

func newTerritory(watch func(key string)) *territory {
	return &territory{
		watch: watch, folders: map[string]*folder{}, watched: map[string]os.FileInfo{},
		doors: map[string]bool{}, named: map[string]bool{}, links: map[string]bool{}, skipped: map[string]bool{},
	}
}

// begin asks for the events of folders that are about to be read, so that nothing is missed between.
func (t *territory) begin(folders ...*folder) {
	if t == nil {
		return
	}
	for _, f := range folders {
		f.naming = true
		t.ask(f.key())
		t.folders[f.key()] = &folder{path: f.path, real: f.real, id: f.id}
	}
}

func (t *territory) ask(key string) {
	if _, ok := t.watched[key]; ok {
		return
	}
	if info, err := os.Lstat(key); err == nil {
		t.watched[key] = info
		t.watch(key)
	}
}

// enter notes what was found in a folder.
func (t *territory) enter(f *folder) {
	if t == nil {
		return
	}
	t.folders[f.key()].steady = f.steady
	for _, name := range f.left {
		t.skipped[f.id+name] = true
	}
	for _, l := range f.linked {
		t.doors[join(f.key(), filepath.Base(l.path))] = true
	}
	for _, name := range f.links {
		t.links[join(f.key(), name)] = true
	}
}

// name notes an argument that is a file, or not there: it is seen from the folder around it.
func (t *territory) name(arg string) {
	dir := realPath(filepath.Dir(arg))
	if dir == "" {
		return
	}
	t.ask(dir)
	t.named[join(dir, filepath.Base(arg))] = true
}

func join(dir, name string) string {
	if os.IsPathSeparator(dir[len(dir)-1]) {
		return dir + name
	}
	return dir + string(filepath.Separator) + name
}

// again lists what the arguments name now. One that cannot be read any more is left out and told in a warning. The error is
// that of ctx.
func (a *arguments) again(ctx context.Context, t *territory) (listing, error) {
	l := listing{began: time.Now()}
	walk := walker{watched: t}
	for _, arg := range a.args {
		if st, err := statFile(arg); arg != "-" && (err != nil || !st.mode.IsDir()) {
			t.name(arg) // before it is looked at, so that nothing is missed between
		}
		found, err := a.argument(ctx, &walk, arg, nil)
		if ctx.Err() != nil {
			return listing{}, ctx.Err()
		}
		if err != nil {
			t.missing = append(t.missing, arg)
			l.warnings = append(l.warnings, fmt.Sprintf("An argument cannot be read any more: %v.", err))
			continue
		}
		l.files = append(l.files, found...)
	}
	l.skipped, l.warnings = walk.skipped, append(l.warnings, walk.warnings...)
	if len(a.args) > 1 {
		l.files = unique(l.files)
	}
	return l, nil
}

// reachable reports whether an argument can be listed.
func reachable(arg string) bool {
	st, err := statFile(arg)
	return err == nil && (!st.mode.IsDir() || readable(arg) == nil)
}
