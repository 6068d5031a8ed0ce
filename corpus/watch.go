package corpus

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"
)

// watch follows what happens to the files of a corpus. Events only say where to look: what is there is seen by the rules of the
// listing, so that a watched corpus is what a new one would be. It belongs to the goroutine of the builder, but for what is
// behind mu.
type watch struct {
	arguments *arguments
	notify    func() (notifier, error)

	notifier  notifier
	territory *territory
	listedAt  time.Time // when the last listing began
	warnings  []string  // of it, and of the folders that came since
	refused   int       // folders that the system does not watch

	mu      sync.Mutex
	changes changes
	stirred chan struct{} // something was added to changes
}

// pollTime is how often an argument that is not there is looked for, where the folder around it has gone, too.
const pollTime = 2 * time.Second

// follow lists everything again for what has changed since the first listing, and then follows the events until ctx ends.
func (w *watch) follow(ctx context.Context, b *builder) {
	n, err := w.notify()
	if err != nil {
		b.warn(append(slices.Clone(b.warnings), fmt.Sprintf("Changes of the files are not seen: %v.", err)))
		b.publish()
		<-ctx.Done()
		return
	}
	w.notifier, w.territory, w.listedAt = n, newTerritory(nil), b.listedAt
	w.changes, w.stirred = changes{}, make(chan struct{}, 1)
	var hearing sync.WaitGroup
	hearing.Go(w.hear)
	defer hearing.Wait()
	defer n.close() //nolint:errcheck // nothing was written
	names := []string{everything}
	for ctx.Err() == nil {
		jobs := w.examine(ctx, b, names)
		b.readAll(ctx, onceEach(jobs), publishEvery)
		b.publish()
		if b.fullText != nil && b.fullText.behind > mostSegments {
			b.mergeText(ctx)
		}
		names = w.settled(ctx)
	}
}

// onceEach gives the jobs without those for a file that has one already: read twice at the same time, it might be entered as one and
// indexed as the other.
func onceEach(jobs []job) []job {
	seen := make(map[Doc]bool, len(jobs))
	return slices.DeleteFunc(jobs, func(j job) bool {
		again := seen[j.doc]
		seen[j.doc] = true
		return again
	})
}

// hear takes events until there are no more. It never waits for the builder, so that the kernel's queue does not overflow while
// files are being read.
func (w *watch) hear() {
	events, errs := w.notifier.events, w.notifier.errors
	for events != nil || errs != nil {
		select {
		case e, ok := <-events:
			if !ok {
				events = nil
			} else if e.Name != "" {
				w.stir(e.Name)
			}
		case _, ok := <-errs:
			if !ok {
				errs = nil
			} else {
				w.stir(everything) // events were lost
			}
		}
	}
}

// stir notes that something has happened at a name.
func (w *watch) stir(name string) {
	w.mu.Lock()
	w.changes.add(name, time.Now())
	w.mu.Unlock()
	select {
	case w.stirred <- struct{}{}:
	default:
	}
}

// settled waits for names that have settled; it gives none where ctx has ended. Snapshots that follow each other keep their distance.
func (w *watch) settled(ctx context.Context) (names []string) {
	until := time.Now().Add(publishEvery)
	for len(names) == 0 && w.rest(ctx, until) {
		w.mu.Lock()
		names, until = w.changes.take(time.Now())
		w.mu.Unlock()
		if slices.ContainsFunc(w.territory.missing, reachable) {
			names = append(names, everything)
		}
	}
	return names
}

// rest waits until a time, or without one until something happens. It reports false when ctx has ended.
func (w *watch) rest(ctx context.Context, until time.Time) bool {
	stirred := w.stirred
	var timeout <-chan time.Time
	switch {
	case !until.IsZero():
		stirred = nil // what has been stirred later settles later
		timeout = time.After(time.Until(until))
	case len(w.territory.missing) > 0:
		timeout = time.After(pollTime)
	}
	select {
	case <-ctx.Done():
		return false
	case <-stirred:
	case <-timeout:
	}
	return true
}
