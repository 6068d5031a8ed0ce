package search

import (
	"bytes"
	"context"
	"slices"
	"sync"
	"sync/atomic"
)

// level is what fits a query, as far as was looked.
type level struct {
	clauses []clause
	notes   []Note
	phrase  []byte // the words of the query as they would follow each other, nil for a single one
	lists   []*List
	units   []unit
	next    int // the units before this one were looked at
}

// unit is some names of one list, which are looked at in one go.
type unit struct {
	list     int
	from, to int   // the names, by number; of those that fitted an earlier query their places in of
	of       []fit // nil: all names
	fits     []fit // what fits, in the order of the names
}

// unitNames is how many names are looked at in one go: a tenth of a millisecond's work, for an answer is waited for while one ends.
const unitNames = 4096

// workers is how many goroutines look at units, where there is more than one.
const workers = 2

// fit is a name that fits: its rank, its score upside down, its number. Of two the smaller is the better.
type fit uint64

// scoreTop is what scores are below, so that they are not negative upside down: 24 bits have room for eight million on both sides.
const scoreTop = 1 << 23

func newFit(r rank, score, item int) fit {
	score = max(1-scoreTop, min(scoreTop, score))
	return fit(r)<<56 | fit(scoreTop-score)<<32 | fit(uint32(item))
}

func (f fit) rank() rank { return rank(f >> 56) }
func (f fit) score() int { return scoreTop - int(f>>32&0xFFFFFF) }
func (f fit) item() int  { return int(uint32(f)) }

// newLevel prepares to look at all the names of all lists, the lists by turns so that an early answer has something of each.
func newLevel(lists []*List, clauses []clause, notes []Note) *level {
	l := &level{clauses: clauses, notes: notes, phrase: phraseOf(clauses), lists: lists}
	for from, more := 0, true; more; from += unitNames {
		more = false
		for i, list := range lists {
			if from < list.Len() {
				l.units = append(l.units, unit{list: i, from: from, to: min(from+unitNames, list.Len())})
				more = true
			}
		}
	}
	return l
}

// narrowed prepares to look at what fitted, for a query that finds nothing else.
func (l *level) narrowed(clauses []clause, notes []Note) *level {
	n := &level{clauses: clauses, notes: notes, phrase: phraseOf(clauses), lists: l.lists}
	for i := range l.units {
		if u := &l.units[i]; len(u.fits) > 0 {
			n.units = append(n.units, unit{list: u.list, to: len(u.fits), of: u.fits})
		}
	}
	return n
}

// done reports whether all names were looked at.
func (l *level) done() bool { return l.next >= len(l.units) }

// run looks at the units that are left, until the context ends.
func (l *level) run(ctx context.Context) {
	if len(l.clauses) == 0 {
		l.next = len(l.units)
		return
	}
	var next atomic.Int64
	next.Store(int64(l.next))
	work := func() {
		fits := make([]fit, 0, unitNames)
		for ctx.Err() == nil {
			i := int(next.Add(1)) - 1
			if i >= len(l.units) {
				return
			}
			fits = l.look(fits[:0], &l.units[i])
			l.units[i].fits = slices.Clone(fits)
		}
	}
	if l.left() <= unitNames {
		work()
	} else {
		var wait sync.WaitGroup
		for range workers {
			wait.Go(work)
		}
		wait.Wait()
	}
	l.next = min(int(next.Load()), len(l.units))
}

// left gives how many names are still to be looked at.
func (l *level) left() int {
	n := 0
	for _, u := range l.units[l.next:] {
		n += u.to - u.from
	}
	return n
}

// look appends what fits of a unit.
func (l *level) look(dst []fit, u *unit) []fit {
	list := l.lists[u.list]
	for i := u.from; i < u.to; i++ {
		item := i
		if u.of != nil {
			item = u.of[i].item()
		}
		if !l.mayFit(list.masks[item]) {
			continue
		}
		if r, score := l.fit(list.folded(item)); r != rankNone {
			dst = append(dst, newFit(r, score, item))
		}
	}
	return dst
}

func (l *level) mayFit(has masks) bool {
	for i := range l.clauses {
		if !l.clauses[i].mayFit(has) {
			return false
		}
	}
	return true
}

// fit gives how well a folded name fits: the rank of its worst word, the sum of the scores. rankNone where a word is missing.
func (l *level) fit(name []byte) (rank, int) {
	worst, score := rankExact, 0
	for i := range l.clauses {
		r, s := l.clauses[i].fit(name)
		if r == rankNone {
			return rankNone, 0
		}
		worst, score = max(worst, r), score+s
	}
	if l.phrase != nil && bytes.Contains(name, l.phrase) {
		score += phraseBonus
	}
	return worst, score
}

// phraseBonus is what a name is worth more that has the words of a query next to each other and in order: twice what one loses that is 100
// letters longer.
const phraseBonus = 200

// phraseOf gives the words of a query as they would follow each other in a folded name, nil for a single word.
func phraseOf(clauses []clause) []byte {
	var words [][]byte
	for i := range clauses {
		for j := range clauses[i].terms {
			words = append(words, clauses[i].terms[j].text)
		}
	}
	if len(words) < 2 {
		return nil
	}
	return bytes.Join(words, []byte{' '})
}
