package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"jarida/corpus/article"
)

// walker lists folders with all below them.
type walker struct {
	seen     map[string]bool // the real paths of the folders read, so that links do not lead in circles
	skipped  int
	warnings []string
}

// folder is a folder to be read.
type folder struct {
	path string // how it is opened
	id   string // what the ids of its files begin with, "" or ending in a slash
}

// walk lists a folder. Folders that links lead to come last, and once each.
func (w *walker) walk(ctx context.Context, path, id string) ([]file, error) {
	if id != "" {
		id += "/"
	}
	if w.seen == nil {
		w.seen = map[string]bool{}
	}
	root := folder{path: path, id: id}
	if w.enter(root.path) {
		return nil, nil // the same folder twice among the arguments
	}
	if err := readable(path); err != nil {
		return nil, fmt.Errorf("the folder %s cannot be read: %w", path, cause(err))
	}
	var files []file
	level, linked := []folder{root}, []folder(nil)
	for len(level) > 0 {
		found, err := w.readLevel(ctx, level)
		if err != nil {
			return nil, err
		}
		level = level[:0:0]
		for _, f := range found {
			files = append(files, f.files...)
			linked = append(linked, f.linked...)
			level = append(level, f.below...)
			w.skipped += f.skipped
			w.warnings = append(w.warnings, f.warnings...)
		}
		for len(level) == 0 && len(linked) > 0 {
			if w.enter(linked[0].path) {
				w.warnings = append(w.warnings, fmt.Sprintf("The link %q leads to a folder that is read already.", linked[0].id))
			} else {
				level = append(level, linked[0])
			}
			linked = linked[1:]
		}
	}
	return files, nil
}

// readable reports why a folder cannot be read.
func readable(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	defer dir.Close()
	if _, err = dir.Readdirnames(1); errors.Is(err, io.EOF) {
		return nil // it is empty
	}
	return err
}

// enter notes that a folder is read, and reports whether it was before.
func (w *walker) enter(path string) (again bool) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return false
	}
	again = w.seen[real]
	w.seen[real] = true
	return again
}

// found is what one folder holds.
type found struct {
	files         []file
	below, linked []folder
	skipped       int
	warnings      []string
}

// readLevel reads folders at the same time, as much of it is waiting for the disk.
func (w *walker) readLevel(ctx context.Context, level []folder) ([]found, error) {
	results := make([]found, len(level))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(level)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(level) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				results[i] = readFolder(ctx, level[i])
			}
		})
	}
	workers.Wait()
	for i := range level {
		for _, below := range results[i].below {
			w.enter(below.path)
		}
	}
	return results, ctx.Err()
}

func readFolder(ctx context.Context, in folder) found {
	var out found
	dir, err := os.Open(in.path)
	if err != nil {
		out.warnings = append(out.warnings, unreadable(in, err))
		return out
	}
	defer dir.Close()
	entries, err := dir.ReadDir(-1)
	if err != nil {
		out.warnings = append(out.warnings, unreadable(in, err))
	}
	stat := statIn(dir)
	out.files = make([]file, 0, len(entries))
	for _, e := range entries {
		if ctx.Err() != nil {
			return out
		}
		out.add(in, e, stat)
	}
	return out
}

func unreadable(in folder, err error) string {
	return fmt.Sprintf("The folder %q cannot be read: %v.", in.id, cause(err))
}

// stat is what listing needs to know of a file.
type stat struct {
	mode     fs.FileMode // its type
	size     int64
	modified int64 // nanoseconds
}

func statOf(info fs.FileInfo) stat {
	return stat{mode: info.Mode().Type(), size: info.Size(), modified: info.ModTime().UnixNano()}
}

// add takes one entry of a folder.
func (out *found) add(in folder, e fs.DirEntry, look func(fs.DirEntry) (stat, error)) {
	name := e.Name()
	path, id := in.path+string(filepath.Separator)+name, in.id+name
	class, mode := classify(name), e.Type()
	if class == isHidden {
		out.skipped++
		return
	}
	if mode&fs.ModeSymlink != 0 {
		target, err := os.Stat(path)
		if err != nil || target.IsDir() {
			out.addLink(path, id, class, err)
			return
		}
		out.addFile(path, id, class, statOf(target), nil)
		return
	}
	if mode.IsDir() {
		if savedBeside(name) {
			out.skipped++
			return
		}
		out.below = append(out.below, folder{path: path, id: id + "/"})
		return
	}
	if class == isOther {
		out.skipped++
		return
	}
	st, err := look(e)
	out.addFile(path, id, class, st, err)
}

// addLink takes a link to a folder, or one that leads nowhere.
func (out *found) addLink(path, id string, class class, err error) {
	switch {
	case err == nil && savedBeside(filepath.Base(path)):
		out.skipped++
	case err == nil:
		out.linked = append(out.linked, folder{path: path, id: id + "/"})
	case class == isOther:
		out.skipped++
	default:
		out.files = append(out.files, file{id: id, path: path, problem: "The link leads nowhere."})
	}
}

func (out *found) addFile(path, id string, class class, st stat, err error) {
	f := file{id: id, path: path, guessed: class == mayBeText}
	switch {
	case class == isOther || err == nil && st.size > article.MaxBytes:
		out.skipped++
		return
	case err != nil:
		f.problem = problem(err)
	case !st.mode.IsRegular():
		if f.guessed {
			out.skipped++
			return
		}
		f.problem = fmt.Sprintf("It is %v.", errIrregular(st.mode))
	default:
		f.modified, f.size = st.modified, st.size
	}
	out.files = append(out.files, f)
}

// cause gives the error without the name of the file, which is not safe to print.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
