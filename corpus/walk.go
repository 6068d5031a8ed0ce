package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"jarida/corpus/article"
)

// walker lists folders with all below them.
type walker struct {
	seen     map[string]bool // the real paths of the folders read, so that links do not lead in circles
	skipped  int
	warnings []string

	names   *keptFolders // what the cache has of names in folders
	watched *territory   // what a watch must know of the folders; nil where nothing is watched
}

// folder is a folder, and what it holds once it is read.
type folder struct {
	path string // how it is opened
	real string // its path without links; "" where that is not known
	id   string // what the ids of its files begin with, "" or ending in a slash

	files         []file
	below, linked []*folder
	skipped       int
	left          []string // the names that were skipped, where they are asked for
	links         []string // the links that lead to no folder that is read, the same
	naming        bool     // ask for these names
	steady        bool     // inodes stay the same there
	warnings      []string
}

// key names the folder for whoever watches it: links to a folder have its key.
func (f *folder) key() string {
	if f.real != "" {
		return f.real
	}
	return f.path
}

// skip leaves out what has a name in the folder.
func (f *folder) skip(name string) {
	f.skipped++
	if f.naming {
		f.left = append(f.left, name)
	}
}

// walk lists a folder: its files in no order, then the folders below in that of their names. Folders that links lead to come last,
// and once each.
func (w *walker) walk(ctx context.Context, path, id string) ([]*file, error) {
	if id != "" {
		id += "/"
	}
	if w.seen == nil {
		w.seen = map[string]bool{}
	}
	root := &folder{path: path, real: realPath(path), id: id}
	if w.enter(root) {
		return nil, nil // the same folder twice among the arguments
	}
	w.watched.begin(root)
	if err := readable(path); err != nil {
		return nil, fmt.Errorf("the folder %s cannot be read: %w", path, cause(err))
	}
	var files []*file
	for linked := []*folder{root}; len(linked) > 0; {
		top := linked[0]
		linked = linked[1:]
		if top != root && w.enter(top) {
			w.warnings = append(w.warnings, fmt.Sprintf("The link %q leads to a folder that is read already.", top.id))
			continue
		}
		if err := w.readTree(ctx, top); err != nil {
			return nil, err
		}
		files = slices.Grow(files, top.count())
		linked = append(linked, w.collect(top, &files)...)
	}
	return files, nil
}

// readable reports why a folder cannot be read.
func readable(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	return dir.Close()
}

// enter notes that a folder is read, and reports whether it was before.
func (w *walker) enter(f *folder) (again bool) {
	if f.real == "" {
		return false
	}
	again = w.seen[f.real]
	w.seen[f.real] = true
	return again
}

// realPath gives a path without links, "" where there is none.
func realPath(path string) string {
	target, err := filepath.EvalSymlinks(path)
	if err == nil {
		target, err = filepath.Abs(target)
	}
	if err != nil {
		return ""
	}
	return target
}

// readTree reads a folder and all below it but for links, level by level, several folders at the same time.
func (w *walker) readTree(ctx context.Context, top *folder) error {
	for level := []*folder{top}; len(level) > 0; {
		w.watched.begin(level...)
		var next atomic.Int64
		var running sync.WaitGroup
		for range min(workers(), len(level)) {
			running.Go(func() {
				for i := int(next.Add(1)) - 1; i < len(level) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
					level[i].read(ctx, w.names)
				}
			})
		}
		running.Wait()
		if err := ctx.Err(); err != nil {
			return err
		}
		var below []*folder
		for _, f := range level {
			for _, b := range f.below {
				w.enter(b)
			}
			below = append(below, f.below...)
		}
		level = below
	}
	return nil
}

// count gives the number of files found in a folder and below.
func (f *folder) count() int {
	n := len(f.files)
	for _, b := range f.below {
		n += b.count()
	}
	return n
}

// collect takes what was found in a folder and below, and gives the links to folders.
func (w *walker) collect(f *folder, files *[]*file) (linked []*folder) {
	for i := range f.files {
		*files = append(*files, &f.files[i])
	}
	w.skipped += f.skipped
	w.warnings = append(w.warnings, f.warnings...)
	w.watched.enter(f)
	linked = f.linked
	for _, b := range f.below {
		linked = append(linked, w.collect(b, files)...)
	}
	return linked
}

// read lists one folder.
func (f *folder) read(ctx context.Context, kept *keptFolders) {
	dir, err := os.Open(f.path)
	if err != nil {
		f.unreadable(err)
		return
	}
	defer dir.Close() //nolint:errcheck // nothing was written
	now, known := lookAtFolder(dir)
	f.steady = known
	names, ok := kept.in(now)
	if !known || !ok {
		if names, err = dir.Readdirnames(-1); err != nil {
			f.unreadable(err) // and what came before the error is listed
		}
	}
	look := statIn(dir)
	f.files = make([]file, 0, len(names)) // which does not move: others point into it
	for i, path := range f.paths(names) {
		if ctx.Err() != nil {
			return
		}
		f.add(path, names[i], look)
	}
	byPath := func(a, b *folder) int { return strings.Compare(a.path, b.path) }
	slices.SortFunc(f.below, byPath)
	slices.SortFunc(f.linked, byPath)
}

// paths gives the paths of names in the folder, in one piece of memory.
func (f *folder) paths(names []string) []string {
	size := len(names) * (len(f.path) + 1)
	for _, name := range names {
		size += len(name)
	}
	var all strings.Builder
	all.Grow(size)
	paths := make([]string, len(names))
	for i, name := range names {
		from := all.Len()
		all.WriteString(f.path)
		all.WriteByte(filepath.Separator)
		all.WriteString(name)
		paths[i] = all.String()[from:]
	}
	return paths
}

func (f *folder) unreadable(err error) {
	f.warnings = append(f.warnings, fmt.Sprintf("The folder %q cannot be read: %v.", f.id, cause(err)))
}

// add takes what has a path and a name in the folder.
func (f *folder) add(path, name string, look func(string) (stat, error)) {
	class := classify(name)
	if class == isHidden {
		f.skip(name)
		return
	}
	id := f.idOf(path, name)
	switch st, err := look(name); {
	case err == nil && st.mode.IsDir():
		below := &folder{path: path, id: id + "/"}
		if f.real != "" {
			below.real = f.real + string(filepath.Separator) + name
		}
		f.addFolder(below, name, &f.below)
	case err == nil && st.mode&fs.ModeSymlink != 0:
		f.addLink(path, id, class)
	default:
		f.addFile(path, id, class, st, err)
	}
}

// addFolder takes a folder below, unless a browser has saved the pictures of a page there.
func (f *folder) addFolder(below *folder, name string, to *[]*folder) {
	if savedBeside(name) {
		f.skip(name)
		return
	}
	*to = append(*to, below)
}

// idOf gives the id of a file: the end of its path, in the same memory, where that is what it is.
func (f *folder) idOf(path, name string) string {
	if n := len(f.id) + len(name); filepath.Separator == '/' && len(path) >= n && path[len(path)-n:len(path)-len(name)] == f.id {
		return path[len(path)-n:]
	}
	return f.id + name
}

// addLink takes a link to a file or folder, or one that leads nowhere.
func (f *folder) addLink(path, id string, class class) {
	followed := len(f.linked)
	st, err := statFile(path)
	switch {
	case err == nil && st.mode.IsDir():
		f.addFolder(&folder{path: path, real: realPath(path), id: id + "/"}, filepath.Base(path), &f.linked)
	case class == isOther:
		f.skip(filepath.Base(path))
	case err != nil:
		f.files = append(f.files, file{name: id, path: path, problem: "The link leads nowhere."})
	default:
		st.inode = 0 // it may be anywhere
		f.addFile(path, id, class, st, nil)
	}
	if f.naming && len(f.linked) == followed {
		f.links = append(f.links, filepath.Base(path))
	}
}

// addFile takes a file, or what stands in the place of one.
func (f *folder) addFile(path, id string, class class, st stat, err error) {
	found := file{name: id, path: path, guessed: class == mayBeText}
	switch {
	case class == isOther:
		f.skip(filepath.Base(path))
		return
	case err != nil:
		found.problem = problem(err)
	case st.mode.IsRegular() && st.size <= article.MaxBytes:
		found.modified, found.changed, found.size = st.modified, st.changed, st.size
		if f.steady {
			found.inode = st.inode
		}
	case st.mode.IsRegular(), found.guessed:
		f.skip(filepath.Base(path))
		return
	default:
		found.problem = fmt.Sprintf("It is %v.", irregularError(st.mode))
	}
	f.files = append(f.files, found)
}

// cause gives the error without the name of the file, which is not safe to print.
func cause(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}
