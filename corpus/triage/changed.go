package triage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// pollTime is how often the journal is looked at by itself: the system does not tell of changes that another machine makes in a folder of the
// network, nor of any where it cannot watch. It costs one stat.
const pollTime = time.Second

// Changed gives a channel that receives a value when the file differs from what was last read: another window or process has decided
// something, and Refresh reads it. What this Journal writes itself is no such change. The channel is closed when ctx ends or the journal is
// closed.
func (j *Journal) Changed(ctx context.Context) <-chan struct{} {
	changed := make(chan struct{}, 1)
	j.watching.Go(func() {
		defer close(changed)
		j.watch(ctx, changed)
	})
	return changed
}

// watch tells of changes until ctx ends or the journal is closed.
func (j *Journal) watch(ctx context.Context, changed chan<- struct{}) {
	var events <-chan fsnotify.Event
	var errs <-chan error
	if w, err := fsnotify.NewWatcher(); err == nil {
		defer w.Close()                                     //nolint:errcheck // nothing was written
		if err := w.Add(filepath.Dir(j.path)); err == nil { // else polling is enough
			events, errs = w.Events, w.Errors
		}
	}
	tick := time.NewTicker(pollTime)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-j.closed:
			return
		case e := <-events:
			if filepath.Base(e.Name) != filepath.Base(j.path) {
				continue
			}
		case <-errs: //nolint:errcheck // events were lost: that the file differs says what is left to know
		case <-tick.C:
		}
		if j.differs() {
			select {
			case changed <- struct{}{}:
			default: // a value is waiting
			}
		}
	}
}

// differs reports whether the file is another, or longer or shorter, than when it was last read.
func (j *Journal) differs() bool {
	now, err := os.Stat(j.path)
	j.mu.RLock()
	defer j.mu.RUnlock()
	if err != nil {
		return j.seen != nil && errors.Is(err, fs.ErrNotExist)
	}
	return j.seen == nil || !os.SameFile(j.seen, now) || j.seen.Size() != now.Size()
}
