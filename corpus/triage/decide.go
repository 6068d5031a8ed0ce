package triage

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Do takes a decision. It is on disk when Do returns without an error; with one, nothing was decided. An article whose content is new, and whose
// state is that of what stood at its path before, keeps that state: see Adopt.
func (j *Journal) Do(ctx context.Context, e Event) (Event, error) {
	j.disk.Lock()
	defer j.disk.Unlock()
	return j.append(ctx, func() ([]Event, error) {
		return append(j.heirs(e.Articles), e), nil
	})
}

// Adopt writes down, for articles whose content is new, that they have the state of what stood at their paths before, so that they keep it when
// they are moved. It gives how many there were. Nothing is written for all others.
func (j *Journal) Adopt(ctx context.Context, articles []Article) (int, error) {
	j.disk.Lock()
	defer j.disk.Unlock()
	if len(j.heirs(articles)) == 0 {
		return 0, nil
	}
	n := 0
	_, err := j.append(ctx, func() ([]Event, error) {
		events := j.heirs(articles)
		if n = len(events); n == 0 {
			return nil, errNoEvent
		}
		return events, nil
	})
	if errors.Is(err, errNoEvent) {
		err = nil
	}
	return n, err
}

// errNoEvent says that there is nothing to write after all.
var errNoEvent = errors.New("no event to write")

// heirs gives the events by which articles inherit what was decided about the old content of their files.
func (j *Journal) heirs(articles []Article) []Event {
	var events []Event
	seen := map[digest]bool{}
	for _, a := range articles {
		path := j.whole(a.Path)
		d := Article{a.Hash, path}.digest()
		_, from, inherited := j.history.state(&d, []byte(path), a.Hash == "")
		if inherited && !seen[d] {
			seen[d] = true
			events = append(events, Event{Act: Changed, Articles: []Article{a}, From: j.history.hash(from, path)})
		}
	}
	return events
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
	j.disk.Lock()
	defer j.disk.Unlock()
	var target Event
	_, err := j.append(ctx, func() ([]Event, error) {
		decisions := of(j.history)
		if len(decisions) == 0 {
			return nil, ErrNothing
		}
		var err error
		if target, err = j.event(decisions[len(decisions)-1]); err != nil {
			return nil, err
		}
		return []Event{{Act: act, Target: target.ID}}, nil
	})
	return target, err
}

// append writes events, made when the lock is held and everything before them is known, and gives the last. The caller holds the disk.
func (j *Journal) append(ctx context.Context, decide func() ([]Event, error)) (last Event, err error) {
	unlock, err := j.lock(ctx)
	if err != nil {
		return Event{}, err
	}
	defer unlock()
	if _, err := j.refresh(ctx); err != nil {
		return Event{}, err
	}
	events, err := decide()
	if err != nil {
		return Event{}, err
	}
	at, seq := j.next()
	var lines []byte
	for i, e := range events {
		if last, err = j.stamp(e, at.Add(time.Duration(i)*time.Microsecond), seq+uint64(i)); err != nil {
			return Event{}, err
		}
		line, err := j.stored(last).encode()
		if err != nil {
			return Event{}, err
		}
		lines = append(lines, line...)
	}
	if err := appendLine(j.path, lines); err != nil {
		return Event{}, fmt.Errorf("write the journal: %w", err)
	}
	// It is on disk, and counts: whatever ends ctx now, and where it cannot be read back at once. The next refresh tries again, and says why.
	_, _ = j.refresh(context.WithoutCancel(ctx))
	return last, nil
}

// event reads an event from the journal. The caller holds the disk.
func (j *Journal) event(i int32) (Event, error) {
	e := &j.history.entries[i]
	line := make([]byte, e.size)
	if _, err := j.file.ReadAt(line, e.offset); err != nil {
		return Event{}, fmt.Errorf("read the journal: %w", err)
	}
	event, err := decode(line)
	if err != nil {
		return Event{}, fmt.Errorf("read the journal: %w", err)
	}
	for i := range event.Articles {
		event.Articles[i].Path = strings.TrimPrefix(event.Articles[i].Path, j.folder)
	}
	return event, nil
}

// stored gives the event as it stands in the journal: with whole paths.
func (j *Journal) stored(e Event) *Event {
	e.Articles = slices.Clone(e.Articles)
	for i := range e.Articles {
		e.Articles[i].Path = j.whole(e.Articles[i].Path)
	}
	return &e
}

// whole gives the path of an article as it stands in the journal: below the folder. What is whole already stays as it is.
func (j *Journal) whole(name string) string {
	switch {
	case name == "" || j.folder == "" || path.IsAbs(name):
		return name
	case strings.HasPrefix(name, "../"):
		return path.Join(j.folder, name)
	}
	return j.folder + name
}

// appendWhole appends what whole gives.
func (j *Journal) appendWhole(to []byte, name string) []byte {
	if name == "" || name[0] == '/' || name[0] == '.' {
		return append(to, j.whole(name)...)
	}
	return append(append(to, j.folder...), name...)
}

// lock takes the lock of the journal. A folder that was taken away is made again, and one that could not be written to may have been mended.
func (j *Journal) lock(ctx context.Context) (unlock func(), err error) {
	unlock, err = lock(ctx, j.path+lockSuffix)
	if errors.Is(err, fs.ErrNotExist) || j.readOnly != nil {
		reason := writable(j.path)
		j.mu.Lock()
		j.readOnly = reason
		j.mu.Unlock()
		if reason != nil {
			if err == nil {
				unlock()
			}
			return nil, fmt.Errorf("the state folder cannot be written to: %w", reason)
		}
		if err != nil {
			unlock, err = lock(ctx, j.path+lockSuffix)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("lock the journal: %w", err)
	}
	return unlock, nil
}

// next gives the time and the sequence of the next event. Its time is later than that of all before it, whatever the clock says: the order of
// decisions is the order in which they were taken.
func (j *Journal) next() (time.Time, uint64) {
	at, seq := j.now().UTC().Truncate(time.Microsecond), uint64(0)
	if n := len(j.history.entries); n > 0 {
		last := &j.history.entries[n-1]
		seq = last.seq + 1
		if at.UnixMicro() <= last.at {
			at = time.UnixMicro(last.at + 1).UTC()
		}
	}
	return at, seq
}

// stamp gives an event all that names it.
func (j *Journal) stamp(e Event, at time.Time, seq uint64) (Event, error) {
	var id [8]byte
	if _, err := rand.Read(id[:]); err != nil {
		return Event{}, fmt.Errorf("make an id: %w", err)
	}
	e.Version, e.Time, e.Host, e.Seq, e.ID = version, at, j.host, seq, hex.EncodeToString(id[:])
	return e, nil
}
