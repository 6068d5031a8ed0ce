package corpus

import (
	"strconv"
	"strings"
	"sync"
)

// An id is the path of a file for its main article, and the path with #2, #3 … for the articles behind it. Where the path itself
// ends so, as in "a.txt#2", the main article says #1 behind it: "a.txt#2#1". So no two articles can have the same id, whatever
// their files are called and whichever of them are there.

// PartID gives the id of a part of the file with a path: 1 for its main article, 2, 3 … for those behind it.
func PartID(path string, part int) string {
	if _, _, numbered := CutPart(path); part == 1 && !numbered {
		return path
	}
	return path + "#" + strconv.Itoa(part)
}

// CutPart divides an id into the path of the file and the number of the part; numbered reports whether it says one.
func CutPart(id string) (path string, part int, numbered bool) {
	digits := len(id)
	for digits > 0 && id[digits-1] >= '0' && id[digits-1] <= '9' {
		digits--
	}
	if digits == len(id) || !strings.HasSuffix(id[:digits], "#") {
		return id, 1, false
	}
	part, err := strconv.Atoi(id[digits:])
	if err != nil {
		part = 0 // more than there can be
	}
	return id[:digits-1], part, true
}

// index finds the number of an id. An id keeps its number for as long as the corpus is open, also when its file is deleted and comes
// again, so that one index serves all snapshots.
type index struct {
	listed func() map[string]Doc // the files of the first listing; made when it is first asked for
	mu     sync.RWMutex
	later  map[string]Doc // what has come since: parts, and new files
	next   Doc            // a number that was never given
}

func newIndex(files []*file) *index {
	return &index{next: Doc(len(files)), listed: sync.OnceValue(func() map[string]Doc {
		ids := make(map[string]Doc, len(files))
		for i, f := range files {
			ids[PartID(f.name, 1)] = Doc(i)
		}
		return ids
	})}
}

func (x *index) find(id string) (Doc, bool) {
	x.mu.RLock()
	d, ok := x.later[id]
	x.mu.RUnlock()
	if !ok {
		d, ok = x.listed()[id]
	}
	return d, ok
}

// findPart finds the number of a later part, which no file of the first listing can have.
func (x *index) findPart(id string) (Doc, bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	d, ok := x.later[id]
	return d, ok
}

// number gives the number of an id, a new one if it has none.
func (x *index) number(id string) Doc {
	if d, ok := x.listed()[id]; ok {
		return d
	}
	return x.numberPart(id)
}

// numberPart gives the number of a later part, which no file of the first listing can have, a new one if it has none.
func (x *index) numberPart(id string) Doc {
	x.mu.Lock()
	defer x.mu.Unlock()
	d, ok := x.later[id]
	if !ok {
		if x.later == nil {
			x.later = map[string]Doc{}
		}
		d = x.next
		x.later[id] = d
		x.next++
	}
	return d
}
