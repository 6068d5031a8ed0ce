package corpus

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// stage is what a stage behind the reading of files has for those around it: it is told that there may be something to do, and tells how far it
// has come.
type stage struct {
	work     sync.Mutex    // held by run, but for while it waits, and by keep: what the stage has is not touched meanwhile
	stirred  chan struct{} // there may be another snapshot
	restored chan struct{} // closed when what was kept is there, or nothing was
	first    chan struct{} // closed when the first complete results are there, or none will be
	whole    atomic.Bool   // there were
}

func newStage() *stage {
	return &stage{stirred: make(chan struct{}, 1), restored: make(chan struct{}), first: make(chan struct{})}
}

// marks gives what closes restored and first, if that was not done before.
func (g *stage) marks() (restored, first func()) {
	return sync.OnceFunc(func() { close(g.restored) }), sync.OnceFunc(func() { close(g.first) })
}

// stir tells that there may be something to do.
func (g *stage) stir() {
	select {
	case g.stirred <- struct{}{}:
	default: // it is known already
	}
}

// wait waits until something happens or the time is up, which it reports. A nil timeout never is.
func (g *stage) wait(ctx context.Context, timeout <-chan time.Time) bool {
	g.work.Unlock()
	defer g.work.Lock()
	select {
	case <-timeout:
		return true
	case <-g.stirred:
	case <-ctx.Done():
	}
	return false
}

// waitFor waits for others without holding up keep, and reports whether all were done before ctx ended.
func (g *stage) waitFor(ctx context.Context, others ...<-chan struct{}) bool {
	g.work.Unlock()
	defer g.work.Lock()
	for _, done := range others {
		if !waitFor(ctx, done) {
			return false
		}
	}
	return true
}

// awaitFirst waits until the first complete results are there. It gives ErrClosed where that was stopped before.
func (g *stage) awaitFirst(ctx context.Context) error {
	switch {
	case !waitFor(ctx, g.first):
		return ctx.Err()
	case g.whole.Load():
		return nil
	}
	return ErrClosed
}
