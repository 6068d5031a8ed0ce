package triage

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"time"
)

// Do takes a decision. It is on disk when Do returns without an error; with one, nothing was decided.
func (j *Journal) Do(ctx context.Context, e Event) (Event, error) {
	j.disk.Lock()
	defer j.disk.Unlock()
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
	j.disk.Lock()
	defer j.disk.Unlock()
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

// append writes one event, made when the lock is held and everything before it is known. The caller holds the disk.
func (j *Journal) append(ctx context.Context, event func() (Event, error)) (Event, error) {
	unlock, err := j.lock(ctx)
	if err != nil {
		return Event{}, err
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
	if err := appendLine(j.path, line); err != nil {
		return Event{}, fmt.Errorf("write the journal: %w", err)
	}
	// The decision is on disk: whatever ends ctx now, it counts.
	if _, err := j.refresh(context.WithoutCancel(ctx)); err != nil {
		return Event{}, err
	}
	return e, nil
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
