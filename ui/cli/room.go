package cli

import "runtime"

// spareThreads is how many more threads Go runs at once for the reader than there are cores, of which the work behind the screen takes one each
// (workers in the package corpus). What paints the screen then finds a thread that is free, and the system lets it go before those that have
// long had their share: else a key waits for as long as a worker goes on, at each of the steps from the key to the frame. One is for these
// steps, one for the collector.
const spareThreads = 2

// makeRoom makes room for what paints the screen beside the work behind it, until done is called: without work the spare threads only look for
// some, a sixth of what a key costs. Where the environment says how many threads there are to be, that counts.
func (p *program) makeRoom() (done func()) {
	if p.env("GOMAXPROCS") != "" {
		return func() {}
	}
	runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + spareThreads)
	return runtime.SetDefaultGOMAXPROCS
}
