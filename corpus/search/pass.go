package search

import (
	"bytes"
	"context"
	"sync"
	"sync/atomic"
)

// pass is one look at all names for a query, as far as it has come.
type pass struct {
	clauses []clause
	notes   []Note
	phrase  []byte // the words of the query as they would follow each other, nil for a single one
	lists   []*List
	top     int
	terms   []stood // of the first clauses, for each its terms, then those of its readings
	units   []unit
	next    int // the units before this one were looked at
}

// stood is where a term stands in all names of all lists.
type stood struct {
	term  *term
	names []standing
	known bool // from an earlier pass
}

// unit is a shard of a list, which is looked at in one go.
type unit struct {
	list  int
	shard *shard
	from  int // where the standings in its names begin
	best  bestFits
	total int // how many names fit
}

// workers is how many goroutines look at units, where there is enough to do.
const workers = 2

// worthwhile is how many names are worth a second goroutine: a tenth of a millisecond's work.
const worthwhile = 1 << 13

// mostStood is how many terms of a query have their standings kept, a byte for each name. What fits so many words is little, and is compared
// with the others as text.
const mostStood = 16

// newPass prepares to look at all the names of all lists, the lists by turns so that an early answer has something of each. What an earlier
// pass knows of a term need not be looked for again; its memory is taken over.
func newPass(lists []*List, clauses []clause, notes []Note, top int, earlier *pass) *pass {
	p := &pass{clauses: clauses, notes: notes, phrase: phraseOf(clauses), lists: lists, top: top}
	names := 0
	for n, more := 0, len(clauses) > 0; more; n++ {
		more = false
		for i, list := range lists {
			if n < len(list.shards) {
				s := &list.shards[n]
				p.units = append(p.units, unit{list: i, shard: s, from: names, best: bestFits{top: top}})
				names += s.len()
				more = true
			}
		}
	}
	for i := range clauses {
		parts := clauses[i].parts()
		if len(p.terms)+len(parts) > mostStood {
			break
		}
		for _, t := range parts {
			p.terms = append(p.terms, stood{term: t})
		}
	}
	p.inherit(earlier, names)
	return p
}

// inherit takes what an earlier pass, or none, knows of the terms, and makes room for the others.
func (p *pass) inherit(earlier *pass, names int) {
	var free [][]standing
	if earlier != nil {
		for _, old := range earlier.terms {
			if t := p.lacking(old.term); t != nil && earlier.done() {
				t.names, t.known = old.names, true
			} else {
				free = append(free, old.names)
			}
		}
	}
	for i := range p.terms {
		switch t := &p.terms[i]; {
		case t.known:
		case len(free) > 0:
			t.names, free = free[len(free)-1], free[:len(free)-1]
		default:
			t.names = make([]standing, names)
		}
	}
}

// lacking gives a term that is the same as another and whose standings are not known, nil for none.
func (p *pass) lacking(other *term) *stood {
	for i := range p.terms {
		if t := &p.terms[i]; !t.known && t.term.clitics == other.clitics && bytes.Equal(t.term.text, other.text) {
			return t
		}
	}
	return nil
}

// done reports whether all names were looked at.
func (p *pass) done() bool { return p.next >= len(p.units) }

// run looks at the units that are left, until the context ends.
func (p *pass) run(ctx context.Context) {
	var next atomic.Int64
	next.Store(int64(p.next))
	work := func() {
		for ctx.Err() == nil {
			i := int(next.Add(1)) - 1
			if i >= len(p.units) {
				return
			}
			p.look(&p.units[i])
		}
	}
	if p.left() < worthwhile {
		work()
	} else {
		var wait sync.WaitGroup
		for range workers {
			wait.Go(work)
		}
		wait.Wait()
	}
	p.next = min(int(next.Load()), len(p.units))
}

// left gives how many names are still to be looked at.
func (p *pass) left() int {
	n := 0
	for i := p.next; i < len(p.units); i++ {
		n += p.units[i].shard.len()
	}
	return n
}

// look finds the best names of a unit.
func (p *pass) look(u *unit) {
	stand := make([][]standing, len(p.terms))
	for i := range p.terms {
		t := &p.terms[i]
		stand[i] = t.names[u.from : u.from+u.shard.len()]
		if !t.known {
			u.shard.stand(t.term, stand[i])
		}
	}
	newWeighing(p, u, stand).all()
}

// best gives the best names of a list, best first, and how many fit.
func (p *pass) best(list int) ([]fit, int) {
	if len(p.clauses) == 0 {
		return p.first(list), p.lists[list].Len()
	}
	best, total := bestFits{top: p.top}, 0
	for i := range p.units[:p.next] {
		if u := &p.units[i]; u.list == list {
			total += u.total
			for _, f := range u.best.fits {
				best.add(f)
			}
		}
	}
	return best.sorted(), total
}

// first gives the first names of a list, for a query that asks for nothing.
func (p *pass) first(list int) []fit {
	first := make([]fit, min(p.top, p.lists[list].Len()))
	for i := range first {
		first[i] = newFit(rankExact, 0, i)
	}
	return first
}

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
