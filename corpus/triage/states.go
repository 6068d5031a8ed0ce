package triage

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// State gives what was decided about an article, the zero State where nothing was. inherited reports that the article's content is new and
// the state is that of what stood at its path before; from is then the hash that this had, "" where it had no content.
func (j *Journal) State(a Article) (s State, from string, inherited bool) {
	path := j.whole(a.Path)
	j.mu.RLock()
	defer j.mu.RUnlock()
	d := Article{a.Hash, path}.digest()
	s, old, inherited := j.history.state(&d, []byte(path), a.Hash == "")
	if inherited {
		from = j.history.hash(old, path)
	}
	return s, from, inherited
}

// States gives what was decided about n articles, in their order and all of one moment. article is called once for each from 0 on, and must
// not call the journal.
func (j *Journal) States(n int, article func(i int) Article) []State {
	all := make([]State, n)
	j.mu.RLock()
	defer j.mu.RUnlock()
	if len(j.history.entries) == 0 {
		return all
	}
	// Some at a time, so that they are looked up one independent of the other; see history.take.
	var some [64]Article
	var numbers [len(some)]int32
	var path []byte
	for done := 0; done < n; done += len(some) {
		part := some[:min(len(some), n-done)]
		for i := range part {
			part[i] = article(done + i)
			var d digest
			if part[i].Hash != "" {
				d = digestOf(part[i].Hash)
			} else {
				d = Article{Path: j.whole(part[i].Path)}.digest()
			}
			numbers[i] = j.history.numbers.find(&d, j.history.articles)
		}
		for i, a := range part {
			path = j.appendWhole(path[:0], a.Path)
			all[done+i], _, _ = j.history.stateOf(numbers[i], path, a.Hash == "")
		}
	}
	return all
}

// Version changes whenever anything in the journal does: as long as it is the same, so are all answers.
func (j *Journal) Version() uint64 {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.version
}

// Entities gives the corrections of entities that count, the oldest first.
func (j *Journal) Entities() []Event {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.history.corrections()
}

// Searches gives the saved searches in the order of their names.
func (j *Journal) Searches() []Search {
	j.mu.RLock()
	named := j.history.named()
	j.mu.RUnlock()
	all := make([]Search, 0, len(named))
	for _, name := range slices.Sorted(maps.Keys(named)) {
		all = append(all, Search{name, named[name]})
	}
	return all
}

// Entry is a decision in the history.
type Entry struct {
	Event
	Undone bool
}

// Last gives the last n decisions that can be, or have been, taken back, the newest first. It reads them from the file, and may wait for a decision
// that is being written.
func (j *Journal) Last(n int) []Entry {
	j.disk.Lock()
	defer j.disk.Unlock()
	var all []Entry
	h := j.history
	for i := len(h.entries) - 1; i >= 0 && len(all) < n; i-- {
		if e := &h.entries[i]; e.kind.undoable() && !e.settled {
			if event, err := j.event(int32(i)); err == nil { // else the file is damaged, and Refresh says so
				all = append(all, Entry{event, e.undone})
			}
		}
	}
	return all
}

// clockTolerance is how far the clocks of two machines may be apart without a word.
const clockTolerance = 10 * time.Minute

// Warnings says what is odd about the journal, one sentence each.
func (j *Journal) Warnings() []string {
	j.mu.RLock()
	defer j.mu.RUnlock()
	var all []string
	if j.readOnly != nil {
		all = append(all, "Nothing can be decided: the state folder cannot be written to.")
	}
	if j.deleted {
		all = append(all, "The journal was deleted while it was open: what had been decided is gone, the next decision begins a new one.")
	}
	if n := len(j.history.entries); n > 0 {
		if last := time.UnixMicro(j.history.entries[n-1].at); last.Sub(j.now()) > clockTolerance {
			all = append(all, fmt.Sprintf("The last event of the journal is of %s, which is still to come: decisions keep their order, their times are not right.",
				last.UTC().Format("2006-01-02 15:04")))
		}
	}
	if j.history.torn > 0 {
		all = append(all, fmt.Sprintf("Lines of the journal that are no events, and do not count: %d.", j.history.torn))
	}
	if j.history.foreign > 0 {
		all = append(all, fmt.Sprintf("Events of the journal from a newer version of jarida, which are kept and do not count here: %d.",
			j.history.foreign))
	}
	return all
}
