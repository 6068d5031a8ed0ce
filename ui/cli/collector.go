package cli

import (
	"runtime"
	"runtime/debug"
	"sync"
)

// collector says when Go's garbage collector works.
type collector struct {
	mu       sync.Mutex
	percent  int  // how much garbage may lie about, once the collector works
	articles int  // that were listed
	resting  bool // it was told to rest
	works    bool
}

// While files are listed, and what was kept of them is opened, next to nothing is garbage, and what is there would be looked through again and again.
const (
	// listingBytes is how large the heap becomes while files are listed before the collector begins: 700,000 of them.
	listingBytes = 256 << 20
	// articleBytes is how much more an article may add to leastBytes until then, once they are listed: what its entry takes, and its share of
	// the index, the entities and the stories, from the cache.
	articleBytes, leastBytes = 2560, 16 << 20
	// smallestHeap is what Go does not collect below, at 100 percent.
	smallestHeap = 4 << 20
	// usualPercent is Go's own.
	usualPercent = 100
	// textsPercent is how much garbage may lie about while all texts are looked through, beside them: usualPercent takes as much memory again as
	// they do. Most of what is kept are texts, which the collector need not look into, so that the difference is a second for 100,000 articles.
	textsPercent = 25
	// indexPercent is the same while texts are indexed and left on the disk: what is kept are the lists of an index.
	indexPercent = 50
	// foundPercent is the same when all texts are there, and what is found in them comes beside them: next to nothing of that is garbage, so that the
	// collector, which takes a thirtieth of the time then, looks through 100,000 articles for 95 MB less.
	foundPercent = 7
	// namesPercent is how much may lie about all the time in a command that looks through texts for names and nothing else: no index lies beside them, and
	// no stories come. With foundPercent the collector took a tenth of the time over 100,000 articles, with this a twenty-fifth, for 45 MB more.
	namesPercent = 20
)

// rest lets the collector rest while files are listed. percent is how much garbage may lie about then.
func (c *collector) rest(percent int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.percent = percent
	switch {
	case c.works:
		debug.SetGCPercent(c.percent)
	case !c.resting:
		c.resting = true
		debug.SetGCPercent(listingBytes * 100 / smallestHeap)
		runtime.AddCleanup(new([64]byte), (*collector).work, c) // which the collector does when it has run once
	}
}

// listed says of how many articles there is something to be opened. Garbage beyond that does not lie about.
func (c *collector) listed(articles int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.articles = articles; c.resting && !c.works {
		debug.SetGCPercent((leastBytes + articleBytes*articles) * 100 / smallestHeap)
	}
}

// read says that all texts that were to be looked through have been read. What the reading of texts left behind is given back to the system: it lies in
// pieces between them, and the index, which is made one piece next, would take as much memory again beside it.
func (c *collector) read() {
	if c.lessen() {
		debug.FreeOSMemory()
	}
}

// lessen lets less garbage lie about when all texts have been read, and reports whether much may lie about among texts that stay.
func (c *collector) lessen() (much bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch c.percent {
	case textsPercent:
		c.percent, much = percentOf(c.articles), c.works
	case indexPercent: // the segments of the index are merged then, beside what they were
		c.percent = max(textsPercent, percentOf(c.articles))
	default:
		return false
	}
	if c.works {
		debug.SetGCPercent(c.percent)
	}
	return much
}

// percentOf gives how much garbage may lie about when the texts of so many articles are there. Of few articles it is leastBytes, which are no matter
// anywhere: the collector would else run at each fifth key.
func percentOf(articles int) int {
	return max(foundPercent, leastBytes*100/(leastBytes+articleBytes*articles))
}

// work ends the rest.
func (c *collector) work() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.works = true
	debug.SetGCPercent(c.percent)
}
