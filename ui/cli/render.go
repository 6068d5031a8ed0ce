package cli

import (
	"runtime"
	"sync"
)

// A list of 100,000 lines takes as long to write as its files to be looked at. So it is rendered on all cores, a stretch on each, and written in order.

// rendered is a stretch of an output.
type rendered struct {
	bytes      []byte
	complaints []string // for the error stream
}

// stretch is how many lines are rendered at a time: half a megabyte.
const stretch = 2048

// writeEach writes what render gives for each of n things, in their order. render is called on several goroutines.
func (p *program) writeEach(n int, render func(to *rendered, i int) error) error {
	stretches := make([]rendered, runtime.GOMAXPROCS(0))
	errs := make([]error, len(stretches))
	for first := 0; first < n; first += len(stretches) * stretch {
		var workers sync.WaitGroup
		for k := range stretches {
			workers.Go(func() {
				from := first + k*stretch
				errs[k] = stretches[k].render(from, min(from+stretch, n), render)
			})
		}
		workers.Wait()
		for k := range stretches {
			if err := p.write(&stretches[k]); err != nil {
				return err
			}
			if errs[k] != nil {
				return errs[k]
			}
		}
	}
	return nil
}

// render renders a stretch in the memory of the last one.
func (r *rendered) render(from, to int, render func(to *rendered, i int) error) error {
	r.bytes, r.complaints = r.bytes[:0], r.complaints[:0]
	for i := from; i < to; i++ {
		if err := render(r, i); err != nil {
			return err
		}
	}
	return nil
}

// write writes what was rendered.
func (p *program) write(r *rendered) error {
	for _, c := range r.complaints {
		p.complain(c)
	}
	_, err := p.stdout.Write(r.bytes)
	return err
}
