package triage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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
	path string
	host string
	now  func() time.Time

	disk sync.Mutex // held while the file is read or written; taken before mu
	file *os.File   // the journal as it was last opened, nil while there is none
	read int64      // how much of it has been read: up to the end of a line

	mu       sync.RWMutex // held by whoever has disk to change what follows, and by all others to read it
	history  *history
	torn     int // lines that are no event
	version  uint64
	readOnly error       // why nothing can be written, nil where it can
	deleted  bool        // the file was there, and is no longer
	seen     fs.FileInfo // the file when it was last looked at, nil where there was none

	closed   chan struct{}
	watching sync.WaitGroup
	close    sync.Once
}

// Options say how a journal is opened.
type Options struct {
	Host string           // "": the name of this machine
	Now  func() time.Time // nil: time.Now
}

// Open reads the journal in a file; where path is a folder, its journal.jsonl. The folder is made if it can be, the file by the first
// decision. A folder that cannot be written to is no error: what stands in the journal is shown, Warnings says so, and every decision fails with
// the reason. Only a journal that cannot be read is one.
func Open(ctx context.Context, path string, o Options) (*Journal, error) {
	j := &Journal{path: resolve(path), host: o.Host, now: o.Now, history: newHistory(0), closed: make(chan struct{})}
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
	from, old, torn := j.read, j.history, j.torn
	anew := file != j.file || info.Size() < j.read // cut by hand, or by a disk that was repaired: what is left counts
	if anew {
		from, old, torn = 0, newHistory(0), 0
	}
	events, end, bad, err := readEvents(ctx, file, from, info.Size())
	if err != nil {
		if file != j.file {
			_ = file.Close()
		}
		return false, err
	}
	j.enter(file, info, old, events, torn+bad, anew)
	j.read = end
	return anew || len(events) > 0, nil
}

// enter makes events that were read count. Only those that follow the old ones are added while others wait.
func (j *Journal) enter(file *os.File, info fs.FileInfo, old *history, events []Event, torn int, anew bool) {
	told := old
	if !old.allFollow(events) {
		told = tell(append(slices.Clone(old.events), events...))
		events = nil
	} else if anew {
		told = tell(events)
		events = nil
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	for i := range events {
		told.add(events[i])
	}
	if file != j.file && j.file != nil {
		_ = j.file.Close()
	}
	j.file, j.seen, j.history, j.torn, j.deleted = file, info, told, torn, false
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
	j.history, j.torn, j.seen, j.deleted = newHistory(0), 0, nil, true
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
