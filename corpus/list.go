package corpus

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"jarida/corpus/article"
)

// listing is the files of a corpus, newest first.
type listing struct {
	files    []*file
	fsys     fs.FS // where the files are, nil for the disk
	began    time.Time
	skipped  int
	warnings []string
	memory   *memory // what is kept of it between runs; nil where nothing is
}

// file is one file that may be an article. It never changes: what a file has become is another one.
type file struct {
	name     string // its path below the folder
	path     string // how it is opened
	modified int64  // nanoseconds; math.MinInt64 where there is no time
	changed  int64  // nanoseconds: when anything about it last changed; 0 where that is not known
	size     int64
	inode    uint64 // which file it is, whatever it is called; 0 where that is another each time the file system is mounted, or not known
	named    bool   // it is an argument itself
	guessed  bool   // it has no extension: text if its bytes are
	problem  string // why it will not be opened
	content  []byte // what standard input gave, else nil
}

// arguments are what a corpus was opened with.
type arguments struct {
	args  []string
	input *file // what standard input gave, once it has been read

	names func() *keptFolders // for the first listing; nil where nothing is kept
}

// list lists what the arguments name, newest first. One that cannot be read is an error.
func (a *arguments) list(ctx context.Context, stdin io.Reader) (listing, error) {
	l := listing{began: time.Now()}
	walk := walker{}
	if a.names != nil {
		walk.names = a.names()
	}
	for _, arg := range a.args {
		found, err := a.argument(ctx, &walk, arg, stdin)
		if err != nil {
			return listing{}, err
		}
		l.files = append(l.files, found...)
	}
	l.skipped, l.warnings = walk.skipped, walk.warnings
	if len(a.args) > 1 {
		l.files = unique(l.files)
	}
	l.sort()
	return l, nil
}

// sort puts the newest first; files of one time are in the order of their names.
func (l *listing) sort() {
	type key struct { // the time is where it is compared
		modified int64
		file     *file
	}
	keys := make([]key, len(l.files))
	for i, f := range l.files {
		keys[i] = key{f.modified, f}
	}
	sortByNumber(keys, func(k key) uint64 { return ^ordered(k.modified) })
	for rest := keys; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].modified == rest[0].modified {
			n++
		}
		sortOnAll(rest[:n], func(a, b key) int { return strings.Compare(a.file.name, b.file.name) })
		rest = rest[n:]
	}
	for i, k := range keys {
		l.files[i] = k.file
	}
}

// ordered gives a number without a sign that is in the same order as one with it.
func ordered(n int64) uint64 { return uint64(n) ^ 1<<63 }

// compare orders files by their times, newest first, and names. No two files of a corpus are equal in it.
func (f *file) compare(g *file) int {
	if f.modified != g.modified {
		return cmp.Compare(g.modified, f.modified)
	}
	return strings.Compare(f.name, g.name)
}

// same reports whether a file is as it was when it was looked at before.
func (f *file) same(g *file) bool {
	return f.size == g.size && f.modified == g.modified && f.changed == g.changed && f.inode == g.inode && f.problem == g.problem && f.path == g.path
}

// unique drops files that were reached twice under one id.
func unique(files []*file) []*file {
	seen := make(map[string]bool, len(files))
	return slices.DeleteFunc(files, func(f *file) bool {
		again := seen[f.name]
		seen[f.name] = true
		return again
	})
}

// listFS lists the articles at the root of a file system, whose times mean nothing.
func listFS(fsys fs.FS) (listing, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return listing{}, err
	}
	l := listing{fsys: fsys}
	for _, e := range entries {
		if e.IsDir() || classify(e.Name()) != isArticle {
			l.skipped++
			continue
		}
		l.files = append(l.files, &file{name: e.Name(), path: e.Name(), modified: math.MinInt64})
	}
	return l, nil
}

// argument lists what one argument names.
func (a *arguments) argument(ctx context.Context, w *walker, arg string, stdin io.Reader) ([]*file, error) {
	if arg == "-" {
		if a.input == nil {
			f, err := fromInput(stdin)
			if err != nil {
				return nil, err
			}
			a.input = &f
		}
		return []*file{a.input}, nil
	}
	st, err := statFile(arg)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("no such file or folder: %s", arg)
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("you may not read %s", arg)
	case err != nil:
		return nil, fmt.Errorf("opening %s: %w", arg, errors.Unwrap(err))
	}
	id := filepath.ToSlash(filepath.Clean(arg))
	if !st.mode.IsDir() {
		if !st.mode.IsRegular() {
			return nil, fmt.Errorf("%s is %w", arg, irregularError(st.mode))
		}
		if len(a.args) == 1 {
			id = filepath.Base(arg)
		}
		return []*file{{name: id, path: arg, modified: st.modified, changed: st.changed, size: st.size, named: true}}, nil
	}
	if len(a.args) == 1 {
		id = ""
	}
	return w.walk(ctx, arg, id)
}

// fromInput reads standard input as one article.
func fromInput(stdin io.Reader) (file, error) {
	if stdin == nil {
		return file{}, errors.New("there is no standard input to read")
	}
	content, err := io.ReadAll(io.LimitReader(stdin, article.MaxBytes+1))
	switch {
	case err != nil:
		return file{}, fmt.Errorf("reading standard input: %w", err)
	case len(content) > article.MaxBytes:
		return file{}, fmt.Errorf("standard input is %w", errTooLarge)
	case content == nil:
		content = []byte{}
	}
	return file{name: "-", named: true, modified: math.MaxInt64, content: content}, nil
}
