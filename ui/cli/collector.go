package cli

import (
	"runtime"
	"runtime/debug"
	"sync"
)

// collector says when Go's garbage collector works.
type collector struct {
	mu      sync.Mutex
	percent int  // how much garbage may lie about, once the collector works
	resting bool // it was told to rest
	works   bool
}

const (
	// restingBytes is how large the heap becomes before the collector begins: next to nothing of what is made while files are listed, and what
	// was kept is opened, is garbage, and it would be looked through again and again.
	restingBytes = 256 << 20
	// smallestHeap is what Go does not collect below, at 100 percent.
	smallestHeap = 4 << 20
	// usualPercent is Go's own.
	usualPercent = 100
	// textsPercent is how much garbage may lie about while all texts are looked through, beside them: usualPercent takes as much memory again as
	// they do. Most of what is kept are texts, which the collector need not look into, so that the difference is a second for 100,000 articles.
	textsPercent = 25
)

// rest lets the collector rest until the heap is restingBytes large. texts says that all texts are looked through then.
func (c *collector) rest(texts bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.percent = usualPercent
	if texts {
		c.percent = textsPercent
	}
	switch {
	case c.works:
		debug.SetGCPercent(c.percent)
	case !c.resting:
		c.resting = true
		debug.SetGCPercent(restingBytes / smallestHeap * 100)
		runtime.AddCleanup(new([64]byte), (*collector).work, c) // which the collector does when it has run once
	}
}

// work ends the rest.
func (c *collector) work() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.works = true
	debug.SetGCPercent(c.percent)
}
