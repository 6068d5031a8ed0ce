package cli

import "runtime"

// Of the work behind the screen two parts can go on at once, each on all cores: the index is merged and written while names are found. Go runs a
// thread for each goroutine of them, which the system lets go after those that paint the screen (package thread), and some more: else a key waits
// until a worker gives way, at each of the steps from the key to the frame, and that is 10 ms later.
const (
	// partsAtOnce is how many threads there are to a core.
	partsAtOnce = 2
	// spareThreads is how many there are beside these: one for what takes what workers have found, one for what is merged beside the words, one for the
	// collector, and one for what paints the screen.
	spareThreads = 4
)

// makeRoom makes room for what paints the screen beside the work behind it, until done is called: without work the spare threads only look for
// some, a sixth of what a key costs. Where the environment says how many threads there are to be, that counts.
func (p *program) makeRoom() (done func()) {
	if p.env("GOMAXPROCS") != "" {
		return func() {}
	}
	runtime.GOMAXPROCS(partsAtOnce*runtime.GOMAXPROCS(0) + spareThreads)
	return runtime.SetDefaultGOMAXPROCS
}
