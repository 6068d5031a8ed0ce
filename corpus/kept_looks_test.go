package corpus

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

// TestStampFiles holds that files have the stamps that are made of how they look, whatever was kept of them and of others: each as it was, changed
// in one thing, gone, new, or one that cannot be known by its looks.
func TestStampFiles(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(8, 3))
	kept := listing{}
	for i := range 3 * segmentSize {
		kept.files = append(kept.files, &file{name: strconv.Itoa(i), size: random.Int64N(3), modified: random.Int64N(40), changed: random.Int64N(3)})
	}
	kept.sort()
	l := keptList{}
	for _, f := range kept.files {
		s, _ := f.stamp(nil)
		l.files = append(l.files, s)
		l.looks.add(f)
	}
	now := listing{}
	for i, f := range kept.files {
		g := *f
		switch random.IntN(20) {
		case 0:
			g.size++
		case 1:
			g.modified++
		case 2:
			g.changed--
		case 3:
			g.name += "x"
		case 4:
			g.problem = "unreadable"
		case 5:
			g.modified = math.MinInt64
		case 6:
			continue
		case 8:
			g.inode++
		case 7:
			l.files[i] = stamp{} // it had changed shortly before
		}
		now.files = append(now.files, &g)
	}
	now.sort()
	for _, list := range []keptList{l, {}} {
		b := newBuilder(&Corpus{memory: new(memory)}, now)
		b.stampFiles(&list)
		for d, f := range now.files {
			if want, _ := f.stamp(nil); b.corpus.memory.stamps[d] != want {
				t.Fatalf("%+v has another stamp", *f)
			}
		}
	}
}
