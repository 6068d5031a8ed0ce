// Package cache keeps what was expensive to compute between runs, and never trusts it over the files.
//
// A cache is one file of named sections in a folder that may be deleted at any moment. It is written beside its place and renamed, so that
// a reader sees the old one or the new one whole, whoever else writes. Each byte stands under a checksum: a file that is damaged, cut
// off, longer than it was, or of another key is as good as none. Sections are read, and their checksums looked at, one by one. What they mean
// is the business of whoever keeps them.
package cache

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Store is a folder of caches. Several processes may use one. A nil Store keeps nothing.
type Store struct {
	folder  string
	version string
	limit   int64
}

// DefaultLimit is how many bytes a Store takes at most: all that is kept of three folders with 100,000 articles each.
const DefaultLimit = 3 << 29

// New gives the Store in a folder, which is made when something is kept. version names the program that computes what is kept: another
// version neither finds nor replaces it. limit is how many bytes the folder may take; 0 means DefaultLimit.
func New(folder, version string, limit int64) *Store {
	return &Store{folder, version, cmp.Or(limit, DefaultLimit)}
}

const (
	extension = ".cache"
	unwritten = ".tmp" // what is still being written, or was when a process died
)

// path gives where the cache for a key is.
func (s *Store) path(key [sha256.Size]byte) string {
	return filepath.Join(s.folder, hex.EncodeToString(key[:16])+extension)
}

// key gives the key of a name: parts that belong together, such as the paths of folders.
func (s *Store) key(name []string) [sha256.Size]byte {
	var b []byte
	for _, part := range append([]string{s.version}, name...) {
		b = fmt.Appendf(b, "%d:%s,", len(part), part)
	}
	return sha256.Sum256(b)
}

// Open opens the cache with a name. There is none where ok is false, for whatever reason.
func (s *Store) Open(name ...string) (f *File, ok bool) {
	if s == nil {
		return nil, false
	}
	key := s.key(name)
	path := s.path(key)
	f, err := openFile(path, key)
	if err != nil {
		return nil, false
	}
	now := time.Now()
	_ = os.Chtimes(path, now, now) // it was used: others are deleted before it
	return f, true
}

// Load reads all of the cache with a name.
func (s *Store) Load(ctx context.Context, name ...string) (sections Sections, ok bool) {
	f, ok := s.Open(name...)
	if !ok {
		return nil, false
	}
	defer f.Close()
	sections = Sections{}
	for name := range f.sections {
		if sections[name], ok = f.Section(ctx, name); !ok {
			return nil, false
		}
	}
	return sections, true
}

// errTooLarge says that a cache has no room in its folder.
var errTooLarge = errors.New("larger than the folder may be")

// Save keeps what write writes as the cache with a name, in the place of what was kept before. When it fails, or ctx ends, there is still
// what there was. What was not used for the longest time is deleted where there is no room.
func (s *Store) Save(ctx context.Context, write func(w *Writer) error, name ...string) (err error) {
	if s == nil {
		return nil
	}
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return fmt.Errorf("making the cache folder: %w", err)
	}
	key := s.key(name)
	path := s.path(key)
	f, err := os.CreateTemp(s.folder, filepath.Base(path)+"*"+unwritten)
	if err != nil {
		return fmt.Errorf("writing a cache: %w", err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // there is nothing more to be done about it
		}
	}()
	w := newWriter(ctx, f, s.limit)
	// A file that a crash of the machine leaves behind in pieces is seen by its checksums, so nobody need wait for the disk.
	err = errors.Join(write(w), w.close(key), f.Close())
	if err != nil {
		return fmt.Errorf("writing a cache: %w", err)
	}
	s.makeRoom(w.size, path)
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("writing a cache: %w", err)
	}
	return nil
}

// Remove deletes the cache with a name, whatever is in it. None is no error.
func (s *Store) Remove(name ...string) error {
	if s == nil {
		return nil
	}
	if err := os.Remove(s.path(s.key(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("deleting a cache: %w", err)
	}
	return nil
}

// forgotten is how long a file that is being written may rest before it is taken for one that nobody writes any more.
const forgotten = time.Hour

// makeRoom deletes what was not used for the longest time until there is room for a cache at a path, and what was left by processes that
// died. Other processes may delete the same.
func (s *Store) makeRoom(size int64, path string) {
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		return
	}
	type kept struct {
		path string
		size int64
		used time.Time
	}
	var all []kept
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		k := kept{filepath.Join(s.folder, e.Name()), info.Size(), info.ModTime()}
		switch {
		case strings.HasSuffix(e.Name(), unwritten) && time.Since(k.used) > forgotten:
			_ = os.Remove(k.path)
		case strings.HasSuffix(e.Name(), extension) && k.path != path:
			all = append(all, k)
			size += k.size
		}
	}
	slices.SortFunc(all, func(a, b kept) int { return a.used.Compare(b.used) })
	for _, k := range all {
		if size <= s.limit {
			return
		}
		_ = os.Remove(k.path)
		size -= k.size
	}
}
