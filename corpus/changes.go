package corpus

import (
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// settleTime is how long a file must rest before it is read: editors and downloads write in several steps, which follow each
	// other in less.
	settleTime = 150 * time.Millisecond
	// settleMost is how long a file that does not come to rest, as one that a program appends to, waits to be read.
	settleMost = time.Second
	// mostNames is how many changes are looked at by name. With more of them it is less work to list everything again; the queue
	// of the kernel holds as many.
	mostNames = 16384
)

// everything stands among the changes for all names.
const everything = ""

// changes are names at which something has happened, until they have settled.
type changes map[string]period

// period is when the events of a name began, and when the last was.
type period struct{ first, last time.Time }

// add notes an event.
func (c changes) add(name string, now time.Time) {
	if _, all := c[everything]; all || len(c) >= mostNames {
		name = everything
	}
	p, ok := c[name]
	if !ok {
		p.first = now
	}
	p.last = now
	c[name] = p
	if name == everything && len(c) > 1 {
		clear(c)
		c[name] = p
	}
}

// take takes the names that have settled, and says when the next will have; the zero time where there is none.
func (c changes) take(now time.Time) (settled []string, next time.Time) {
	for name, p := range c {
		due := p.last.Add(settleTime)
		if latest := p.first.Add(settleMost); latest.Before(due) {
			due = latest
		}
		switch {
		case !due.After(now):
			settled = append(settled, name)
			delete(c, name)
		case next.IsZero() || due.Before(next):
			next = due
		}
	}
	return settled, next
}

// notifier tells of what happens in folders: fsnotify, or what stands for it in a test.
type notifier struct {
	add, remove func(path string) error
	close       func() error
	events      <-chan fsnotify.Event
	errors      <-chan error
}

func newNotifier() (notifier, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return notifier{}, err
	}
	return notifier{w.Add, w.Remove, w.Close, w.Events, w.Errors}, nil
}
