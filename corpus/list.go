package corpus

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"jarida/corpus/article"
)

// listing is the files of a corpus, newest first. It never changes; the number of a file is its Doc.
type listing struct {
	files    []file
	fsys     fs.FS // where the files are, nil for the disk
	skipped  int
	warnings []string
}

// file is one file that may be an article.
type file struct {
	id       string // also its path below the folder
	path     string // how it is opened
	modified int64  // nanoseconds; math.MinInt64 where there is no time
	size     int64
	named    bool   // it is an argument itself
	guessed  bool   // it has no extension: text if its bytes are
	problem  string // why it will not be opened
	content  []byte // what standard input gave, else nil
}

func (l *listing) entry(d Doc) Entry {
	f := &l.files[d]
	return Entry{Doc: d, ID: f.id, Path: f.id, Part: 1}
}

func (l *listing) failed(d Doc, problem string) result {
	e := l.entry(d)
	e.Problem, e.Failed = problem, true
	return result{entry: e}
}

// open opens a file for reading. It never waits: a pipe that took the place of a file is opened without its writer.
func (l *listing) open(f *file) (fs.File, error) {
	if l.fsys != nil {
		return l.fsys.Open(f.path)
	}
	return os.OpenFile(f.path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

// list lists what the arguments name, newest first, in the order of names where times are equal.
func list(ctx context.Context, args []string, stdin io.Reader) (listing, error) {
	var l listing
	walk := walker{}
	for _, arg := range args {
		found, err := walk.argument(ctx, arg, len(args) == 1, stdin)
		if err != nil {
			return listing{}, err
		}
		l.files = append(l.files, found...)
	}
	l.skipped, l.warnings = walk.skipped, walk.warnings
	if len(args) > 1 {
		l.files = unique(l.files)
	}
	l.sort()
	return l, nil
}

// sort puts the newest first; files of one time stay in the order of their names.
func (l *listing) sort() {
	type key struct {
		modified int64
		at       int
	}
	keys := make([]key, len(l.files))
	for i := range l.files {
		keys[i] = key{l.files[i].modified, i}
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(b.modified, a.modified), cmp.Compare(a.at, b.at))
	})
	sorted := make([]file, len(keys))
	for i, k := range keys {
		sorted[i] = l.files[k.at]
	}
	l.files = sorted
}

// unique drops files that were reached twice under one id.
func unique(files []file) []file {
	seen := make(map[string]bool, len(files))
	return slices.DeleteFunc(files, func(f file) bool {
		again := seen[f.id]
		seen[f.id] = true
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
		l.files = append(l.files, file{id: e.Name(), path: e.Name(), modified: math.MinInt64})
	}
	return l, nil
}

// argument lists what one argument names. only says that there is no other.
func (w *walker) argument(ctx context.Context, arg string, only bool, stdin io.Reader) ([]file, error) {
	if arg == "-" {
		f, err := fromInput(stdin)
		return []file{f}, err
	}
	info, err := os.Stat(arg)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("no such file or folder: %s", arg)
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("you may not read %s", arg)
	case err != nil:
		return nil, fmt.Errorf("opening %s: %w", arg, errors.Unwrap(err))
	}
	id := filepath.ToSlash(filepath.Clean(arg))
	if !info.IsDir() {
		if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s is %w", arg, irregularError(info.Mode()))
		}
		if only {
			id = filepath.Base(arg)
		}
		return []file{{id: id, path: arg, modified: info.ModTime().UnixNano(), size: info.Size(), named: true}}, nil
	}
	if only {
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
	return file{id: "-", named: true, modified: math.MaxInt64, content: content}, nil
}
