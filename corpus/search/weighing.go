package search

import "bytes"

// weighing finds the best names of a unit, by where the terms stand in them. What cannot be among the best is counted and left alone.
type weighing struct {
	*pass

	unit    *unit
	stand   []clauseStood
	rest    []clause // those that are compared as text
	spelled int      // how many names were compared with the query as it is spelled
}

// clauseStood is a clause, and where its terms and the terms of its readings stand in the names of a unit.
type clauseStood struct {
	*clause

	terms, readings [][]standing
}

// spelledMost is how many names of a shard at most are compared with the query as it is spelled: more have every word of a query only where
// it is في or من.
const spelledMost = 1 << 13

// phraseBonus is what a name is worth more that has the words of a query next to each other and in order: twice what one loses that is 100
// letters longer.
const phraseBonus = 200

// newWeighing prepares to weigh the names of a unit by the standings of the terms of the pass in them.
func newWeighing(p *pass, u *unit, stand [][]standing) *weighing {
	w := &weighing{pass: p, unit: u}
	for i := range p.clauses {
		c := &p.clauses[i]
		terms, all := len(c.terms), len(c.terms)+len(c.readings)
		if all > len(stand) {
			w.rest = p.clauses[i:]
			break
		}
		w.stand = append(w.stand, clauseStood{clause: c, terms: stand[:terms], readings: stand[terms:all]})
		stand = stand[all:]
	}
	return w
}

// all weighs the names that have all the words. Most names lack one: they are passed over by eights.
func (w *weighing) all() {
	var needed [][]standing // those of terms that no name can do without
	for i := range w.stand {
		if c := &w.stand[i]; len(c.readings) == 0 {
			needed = append(needed, c.terms[0])
		}
	}
	n := w.unit.shard.len()
	for i := 0; i < n; i++ {
		if i%8 == 0 && noneOfEight(needed, i) {
			i += 7
			continue
		}
		if r := w.rank(i); r != rankNone {
			w.unit.total++
			w.weigh(i, r)
		}
	}
}

// noneOfEight reports whether one of the terms stands in none of the eight names from i on.
func noneOfEight(needed [][]standing, i int) bool {
	for _, names := range needed {
		if i+8 <= len(names) && [8]standing(names[i:]) == [8]standing{nowhere, nowhere, nowhere, nowhere, nowhere, nowhere, nowhere, nowhere} {
			return true
		}
	}
	return false
}

// rank gives the rank of the worst word of the query in a name.
func (w *weighing) rank(name int) rank {
	worst := rankExact
	for i := range w.stand {
		worst = max(worst, w.stand[i].rank(name))
		if worst == rankNone {
			return rankNone
		}
	}
	for i := range w.rest {
		r, _ := w.rest[i].fit(w.unit.shard.folded(name))
		if worst = max(worst, r); worst == rankNone {
			break
		}
	}
	return worst
}

// weigh adds a name to the best if it is one of them.
func (w *weighing) weigh(name int, r rank) {
	best := &w.unit.best
	highest := r // the rank that it may have
	if r == rankWord {
		highest = rankExact
	}
	if !best.takes(newFit(highest, scoreTop, 0)) {
		return
	}
	folded, item := w.unit.shard.folded(name), w.unit.shard.first+name
	score := w.score(name, folded)
	most := score
	if w.phrase != nil {
		most += phraseBonus
	}
	if !best.takes(newFit(highest, most, item)) {
		return
	}
	if w.phrase != nil && bytes.Contains(folded, w.phrase) {
		score = most
	}
	if r == rankWord && w.asSpelled(w.lists[w.unit.list].name(item)) {
		r = rankExact
	}
	best.add(newFit(r, score, item))
}

// score gives the sum of the scores of the words of the query in a name that has them.
func (w *weighing) score(name int, folded []byte) int {
	sum := 0
	for i := range w.stand {
		sum += w.stand[i].score(name, folded)
	}
	for i := range w.rest {
		_, s := w.rest[i].fit(folded)
		sum += s
	}
	return sum
}

// asSpelled reports whether a name has every word of the query as it is spelled there, as far as this is looked at.
func (w *weighing) asSpelled(name string) bool {
	if w.spelled == spelledMost {
		return false
	}
	w.spelled++
	for i := range w.clauses {
		if !hasWord(name, w.clauses[i].spelled) {
			return false
		}
	}
	return true
}

// rank gives the rank of a clause in a name.
func (c *clauseStood) rank(name int) rank {
	best := c.termsRank(name)
	for i := range c.readings {
		if c.readings[i][name].rank() <= rankCliticStart {
			best = min(best, c.clause.readings[i].rank)
		}
	}
	return best
}

// termsRank gives the rank of the worst term of a clause in a name.
func (c *clauseStood) termsRank(name int) rank {
	if len(c.terms) == 0 {
		return rankNone
	}
	worst := rankExact
	for _, names := range c.terms {
		worst = max(worst, names[name].rank())
	}
	return worst
}

// score gives the score of a clause in a name that has it: the best that its terms, or one of its readings, have where the rank is the best.
func (c *clauseStood) score(name int, folded []byte) int {
	if len(c.readings) == 0 {
		return c.termsScore(name, folded)
	}
	r, known, best := c.rank(name), false, 0
	if c.termsRank(name) == r {
		known, best = true, c.termsScore(name, folded)
	}
	for i, names := range c.readings {
		reading := &c.clause.readings[i]
		if reading.rank != r || names[name].rank() > rankCliticStart {
			continue
		}
		if s := reading.scoreAt(names[name], folded); !known || s > best {
			known, best = true, s
		}
	}
	return best
}

// termsScore gives the sum of the scores of the terms of a clause in a name that has them.
func (c *clauseStood) termsScore(name int, folded []byte) int {
	sum := 0
	for i, names := range c.terms {
		sum += c.clause.terms[i].scoreAt(names[name], folded)
	}
	return sum
}
