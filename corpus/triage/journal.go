package triage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// The journal's name in a folder, and what the names of the files beside it add to it: the lock, for the journal itself is replaced by
// compaction, and the queries that were typed.
const (
	fileName     = "journal.jsonl"
	lockSuffix   = ".lock"
	recentSuffix = ".recent"
)

// Journal is an open journal. Its methods may be called from any goroutine.
//
// Those that answer from memory (State, States, Entities, Searches, Version, Warnings) never wait for the disk or another process. Those that
// take a context read or write the file, one after the other.
type Journal struct {
	path   string
	folder string // with a slash behind it, "" for none
	host   string
	now    func() time.Time

	disk sync.Mutex // held while the file is read or written; taken before mu
	file *os.File   // the journal as it was last opened, nil while there is none
	read int64      // how much of it has been read: up to the end of a line

	mu       sync.RWMutex // held by whoever has disk to change what follows, and by all others to read it
	history  *history
	version  uint64
	readOnly error       // why nothing can be written, nil where it can
	deleted  bool        // the file was there, and is no longer
	seen     fs.FileInfo // the file when it was last looked at, nil where there was none

	limits   limits
	closed   chan struct{}
	watching sync.WaitGroup
	close    sync.Once
}

// Options say how a journal is opened.
type Options struct {
	// Folder is the folder of the articles, as the whole path with slashes. The paths of articles are below it; in the journal they stand whole, so that
	// files of the same name in two folders are not taken for each other. Where it is "" paths are kept as they are.
	Folder string

	Host string           // "": the name of this machine
	Now  func() time.Time // nil: time.Now
}

// Open reads the journal in a file; where path is a folder, its journal.jsonl. The folder is made if it can be, the file by the first
// decision. A folder that cannot be written to is no error: what stands in the journal is shown, Warnings says so, and every decision fails with
// the reason. Only a journal that cannot be read is one.
func Open(ctx context.Context, path string, o Options) (*Journal, error) {
	j := &Journal{
		path: resolve(path), folder: o.Folder, host: o.Host, now: o.Now,
		history: newHistory(), closed: make(chan struct{}), limits: defaultLimits(),
	}
	if j.folder != "" && !strings.HasSuffix(j.folder, "/") {
		j.folder += "/"
	}
	if j.host == "" {
		j.host, _ = os.Hostname() // without a name the random ids still tell writers apart
	}
	if j.now == nil {
		j.now = time.Now
	}
	j.readOnly = writable(j.path)
	if _, err := j.Refresh(ctx); err != nil {
		return nil, err
	}
	return j, nil
}

// resolve gives the file that a path stands for. Links are followed here: compaction puts a file in the place of the journal, not of the link, and
// all who open it under any name take one lock.
func resolve(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, fileName)
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil { // the file is still to be made
		return filepath.Join(folder, filepath.Base(path))
	}
	return path
}

// writable makes the folder of the journal, and gives the reason why nothing can be written there.
func writable(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	lock, err := os.OpenFile(path+lockSuffix, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	if err := lock.Close(); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND, 0)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	}
	return file.Close()
}

// Close ends the channels of Changed, waits for their goroutines, and lets go of the file. Every decision is on disk already.
func (j *Journal) Close() error {
	j.close.Do(func() { close(j.closed) })
	j.watching.Wait()
	j.disk.Lock()
	defer j.disk.Unlock()
	if j.file == nil {
		return nil
	}
	err := j.file.Close()
	j.file = nil
	return err
}

// Refresh reads what other processes have written, and reports whether there was anything.
func (j *Journal) Refresh(ctx context.Context) (changed bool, err error) {
	j.disk.Lock()
	defer j.disk.Unlock()
	return j.refresh(ctx)
}

// refresh does so for whoever holds the disk. Until what is new has been read, and where it cannot be, everything stays as it was.
func (j *Journal) refresh(ctx context.Context) (changed bool, err error) {
	file, info, err := j.current()
	if err != nil {
		return false, err
	}
	if file == nil {
		return j.vanish(), nil
	}
	if file == j.file && info.Size() == j.read {
		return false, nil
	}
	if file == j.file && info.Size() > j.read && info.Size()-j.read <= blockSize {
		b, err := readBlock(file, j.read, info.Size())
		if err != nil {
			return false, err
		}
		if j.history.follows(b) {
			return j.add(b, info), nil
		}
	}
	h, end, err := load(ctx, file, info.Size())
	if err != nil {
		if file != j.file {
			_ = file.Close()
		}
		return false, err
	}
	j.replace(file, info, h, end)
	return true, nil
}

// add makes a block behind what was read count, and reports whether it had anything in it.
func (j *Journal) add(b *block, info fs.FileInfo) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.history.take(b)
	j.read, j.seen = b.offset+int64(len(b.data)), info
	if len(b.events) == 0 && b.torn == 0 {
		return false
	}
	j.version++
	return true
}

// replace makes a history, which was read from a file up to end, the one that counts.
func (j *Journal) replace(file *os.File, info fs.FileInfo, h *history, end int64) {
	if j.file != nil && file != j.file {
		_ = j.file.Close()
	}
	j.file, j.read = file, end
	j.mu.Lock()
	defer j.mu.Unlock()
	j.seen, j.history, j.deleted = info, h, false
	j.version++
}

// vanish forgets what stood in a file that is no longer there, and reports whether there was one.
func (j *Journal) vanish() bool {
	if j.file == nil {
		return false
	}
	_ = j.file.Close()
	j.file, j.read = nil, 0
	j.mu.Lock()
	defer j.mu.Unlock()
	j.history, j.seen, j.deleted = newHistory(), nil, true
	j.version++
	return true
}

// current gives the open journal, nil where there is none, and another one where compaction has put a file in its place.
func (j *Journal) current() (*os.File, fs.FileInfo, error) {
	now, err := os.Stat(j.path)
	switch {
	case errors.Is(err, fs.ErrNotExist), err != nil && j.readOnly != nil:
		return nil, nil, nil //nolint:nilerr // without a folder there is no journal, and readOnly says why
	case err != nil:
		return nil, nil, fmt.Errorf("read the journal: %w", err)
	}
	if j.file != nil {
		if old, err := j.file.Stat(); err == nil && os.SameFile(old, now) {
			return j.file, now, nil
		}
	}
	file, err := os.Open(j.path)
	if err != nil {
		return nil, nil, fmt.Errorf("read the journal: %w", err)
	}
	if now, err = file.Stat(); err != nil {
		return nil, nil, errors.Join(fmt.Errorf("read the journal: %w", err), file.Close())
	}
	return file, now, nil
}
