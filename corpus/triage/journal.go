package triage

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// fileName is the journal's in the state folder; its lock stands beside it, for the journal itself is replaced by compaction.
const (
	fileName = "journal.jsonl"
	lockName = "journal.lock"
)

// Journal is an open journal. Its methods may be called from any goroutine.
type Journal struct {
	folder string
	host   string
	now    func() time.Time

	mu       sync.Mutex
	file     *os.File // the journal as it was last opened, nil while there is none
	read     int64    // how much of it has been read: up to the end of a line
	history  *history
	torn     int // lines that are no event
	readOnly error
}

// Options say how a journal is opened.
type Options struct {
	Host string           // "": the name of this machine
	Now  func() time.Time // nil: time.Now
}

// Open reads the journal in a state folder, which it makes if it can. A folder that cannot be written to is no error: what stands in the
// journal is shown, and every decision fails with the reason. Only a journal that cannot be read is one.
func Open(ctx context.Context, folder string, o Options) (*Journal, error) {
	j := &Journal{folder: folder, host: o.Host, now: o.Now, history: newHistory(0)}
	if j.host == "" {
		j.host, _ = os.Hostname() // without a name the random ids still tell writers apart
	}
	if j.now == nil {
		j.now = time.Now
	}
	j.readOnly = writable(folder)
	if _, err := j.Refresh(ctx); err != nil {
		return nil, err
	}
	return j, nil
}

// writable makes the state folder, and gives the reason why nothing can be written in it.
func writable(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	file, err := os.OpenFile(filepath.Join(folder, lockName), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return file.Close()
}

// Close lets go of the file. Every decision is on disk already.
func (j *Journal) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.file == nil {
		return nil
	}
	err := j.file.Close()
	j.file = nil
	return err
}

// Refresh reads what other processes have written, and reports whether there was anything.
func (j *Journal) Refresh(ctx context.Context) (changed bool, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.refresh(ctx)
}

func (j *Journal) refresh(ctx context.Context) (changed bool, err error) {
	replaced, err := j.reopen()
	if err != nil || j.file == nil {
		return replaced, err
	}
	info, err := j.file.Stat()
	if err != nil {
		return false, fmt.Errorf("read the journal: %w", err)
	}
	if info.Size() < j.read { // cut by hand, or by a disk that was repaired: what is left counts
		j.forget()
		replaced = true
	}
	if info.Size() == j.read {
		return replaced, nil
	}
	events, end, torn, err := readEvents(ctx, j.file, j.read, info.Size())
	if err != nil {
		return false, err
	}
	j.read, j.torn = end, j.torn+torn
	j.enter(events)
	return replaced || len(events) > 0, nil
}

// enter adds events that were read.
func (j *Journal) enter(events []Event) {
	for i := range events {
		if !j.history.follows(&events[i]) {
			j.history = tell(append(slices.Clone(j.history.events), events...))
			return
		}
		if i == 0 && len(j.history.events) == 0 {
			j.history = tell(events)
			return
		}
	}
	for i := range events {
		j.history.add(events[i])
	}
}

// reopen opens the journal, if there is one, and again where compaction has put another file in its place.
func (j *Journal) reopen() (replaced bool, err error) {
	path := filepath.Join(j.folder, fileName)
	now, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), err != nil && j.readOnly != nil:
		if j.file != nil {
			_ = j.file.Close()
			j.file = nil
			j.forget()
			return true, nil
		}
		return false, nil
	case err != nil:
		return false, fmt.Errorf("read the journal: %w", err)
	}
	if j.file != nil {
		if old, err := j.file.Stat(); err == nil && os.SameFile(old, now) {
			return false, nil
		}
		_ = j.file.Close()
		j.file = nil
		j.forget()
		replaced = true
	}
	file, err := os.Open(path)
	if err != nil {
		return replaced, fmt.Errorf("read the journal: %w", err)
	}
	j.file = file
	return replaced, nil
}

func (j *Journal) forget() {
	j.read, j.torn, j.history = 0, 0, newHistory(0)
}

// Do takes a decision. It is on disk when Do returns without an error; with one, nothing was decided.
func (j *Journal) Do(ctx context.Context, e Event) (Event, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.append(ctx, func() (Event, error) { return e, nil })
}

// ErrNothing says that there is nothing to undo or to redo.
var ErrNothing = errors.New("nothing to take back")

// Undo takes back the last decision that counts, in whichever process it was taken, and gives it.
func (j *Journal) Undo(ctx context.Context) (Event, error) {
	return j.turn(ctx, undo, func(h *history) []int32 { return h.done })
}

// Redo takes back the last Undo, and gives the decision that counts again. A new decision ends what can be redone.
func (j *Journal) Redo(ctx context.Context) (Event, error) {
	return j.turn(ctx, redo, func(h *history) []int32 { return h.undone })
}

// turn undoes or redoes the last of the decisions.
func (j *Journal) turn(ctx context.Context, act Act, of func(*history) []int32) (Event, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	var target Event
	_, err := j.append(ctx, func() (Event, error) {
		decisions := of(j.history)
		if len(decisions) == 0 {
			return Event{}, ErrNothing
		}
		target = j.history.events[decisions[len(decisions)-1]]
		return Event{Act: act, Target: target.ID}, nil
	})
	return target, err
}

// append writes one event, made when the lock is held and everything before it is known.
func (j *Journal) append(ctx context.Context, event func() (Event, error)) (Event, error) {
	if j.readOnly != nil {
		return Event{}, fmt.Errorf("the state folder cannot be written to: %w", j.readOnly)
	}
	unlock, err := lock(ctx, filepath.Join(j.folder, lockName))
	if err != nil {
		return Event{}, fmt.Errorf("lock the journal: %w", err)
	}
	defer unlock()
	if _, err := j.refresh(ctx); err != nil {
		return Event{}, err
	}
	e, err := event()
	if err != nil {
		return Event{}, err
	}
	if e, err = j.stamp(e); err != nil {
		return Event{}, err
	}
	line, err := e.encode()
	if err != nil {
		return Event{}, err
	}
	if err := appendLine(filepath.Join(j.folder, fileName), line); err != nil {
		return Event{}, err
	}
	if _, err := j.refresh(ctx); err != nil {
		return Event{}, err
	}
	return e, nil
}

// stamp gives an event its time, sequence and id. Its time is later than that of all before it, whatever the clock says: the order
// of decisions is the order in which they were taken.
func (j *Journal) stamp(e Event) (Event, error) {
	var id [8]byte
	if _, err := rand.Read(id[:]); err != nil {
		return Event{}, fmt.Errorf("make an id: %w", err)
	}
	e.Version, e.Host, e.ID = version, j.host, hex.EncodeToString(id[:])
	e.Time = j.now().UTC().Truncate(time.Microsecond)
	if n := len(j.history.events); n > 0 {
		last := &j.history.events[n-1]
		e.Seq = last.Seq + 1
		if !e.Time.After(last.Time) {
			e.Time = last.Time.Add(time.Microsecond)
		}
	}
	return e, nil
}

// State gives what was decided about an article, the zero State where nothing was. inherited reports that the article's content is new and
// the state is that of what stood at its path before: a Changed event, with from, makes that last.
func (j *Journal) State(a Article) (s State, from string, inherited bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.history.state(a)
}

// Entities gives the corrections of entities that count, the oldest first.
func (j *Journal) Entities() []Event {
	j.mu.Lock()
	defer j.mu.Unlock()
	var all []Event
	for _, i := range j.history.entities {
		if e := j.history.events[i]; !e.undone {
			all = append(all, e)
		}
	}
	return all
}

// Entry is a decision in the history.
type Entry struct {
	Event
	Undone bool
}

// Last gives the last n decisions, the newest first.
func (j *Journal) Last(n int) []Entry {
	j.mu.Lock()
	defer j.mu.Unlock()
	var all []Entry
	for _, e := range slices.Backward(j.history.events) {
		if len(all) == n {
			break
		}
		if e.Act.undoable() && !e.foreign() {
			all = append(all, Entry{e, e.undone})
		}
	}
	return all
}

// Warnings says what is odd about the journal, one sentence each.
func (j *Journal) Warnings() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	var all []string
	if j.readOnly != nil {
		all = append(all, "Nothing can be decided: the state folder cannot be written to.")
	}
	if j.torn > 0 {
		all = append(all, fmt.Sprintf("Lines of the journal that are no events, and do not count: %d.", j.torn))
	}
	if j.history.foreign > 0 {
		all = append(all, fmt.Sprintf("Events of the journal from a newer version of jarida, which are kept and do not count here: %d.",
			j.history.foreign))
	}
	return all
}
