package search

import (
	"cmp"
	"context"
	"slices"
)

// occurrence is where a word stands: the place of the article in its part, the position, and the rule by which it counts, in that order, so
// that they are sorted as numbers.
type occurrence uint64

// mostPositions is more positions than an article has.
const mostPositions = 1 << 29

func occurrenceOf(article, at int32, how How) occurrence {
	return occurrence(article)<<33 | occurrence(at)<<4 | occurrence(how)
}

func (o occurrence) article() int32 { return int32(o >> 33) }
func (o occurrence) at() int32      { return int32(o >> 4 & (mostPositions - 1)) }
func (o occurrence) how() How       { return How(o & 15) }

// spot is an occurrence without its rule.
func (o occurrence) spot() occurrence { return o >> 4 }

// phraseMemory is what finding a phrase needs.
type phraseMemory struct {
	runs   [][]occurrence // of each list of a word
	merged [2][]occurrence
	rules  []How // of the word at hand, by start
}

// findPhrase takes the articles of a phrase. Its rarest word leads: where it stands, the others are looked for.
func (s *seeker) findPhrase(ctx context.Context, f *found) error {
	for part := range s.index.parts {
		if err := ctx.Err(); err != nil {
			return err
		}
		order := f.rarest(part)
		if order == nil {
			continue
		}
		starts := s.occurrences(f, part, order[0])
		for _, slot := range order[1:] {
			starts = s.both(starts, f, part, slot)
		}
		s.countPhrases(f, part, starts)
	}
	return nil
}

// rarest gives the words of a phrase in the order of how often they stand in a part: nil where one does not.
func (f *found) rarest(part int) []int {
	articles := make([]int, len(f.slots))
	order := make([]int, len(f.slots))
	for i := range f.slots {
		order[i] = i
		for k := range f.slots[i].choices {
			if c := &f.slots[i].choices[k]; int(c.part) == part {
				articles[i] += c.list.articles
			}
		}
		if articles[i] == 0 {
			return nil
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(articles[a], articles[b]) })
	return order
}

// occurrences gives where a phrase would begin for a word of it to stand where it stands in a part. It is valid until the next call.
func (s *seeker) occurrences(f *found, part, slot int) []occurrence {
	n := 0
	for i := range f.slots[slot].choices {
		c := &f.slots[slot].choices[i]
		if int(c.part) != part {
			continue
		}
		if n == len(s.phrase.runs) {
			s.phrase.runs = append(s.phrase.runs, nil)
		}
		s.phrase.runs[n] = s.appendOccurrences(s.phrase.runs[n][:0], c, int32(slot))
		n++
	}
	return s.merge(s.phrase.runs[:n])
}

// appendOccurrences appends where a phrase would begin for a word to be the one with this number where a list has it.
func (s *seeker) appendOccurrences(run []occurrence, c *choice, slot int32) []occurrence {
	r := &s.reader
	r.reset(c.list, s.index.parts[c.part].articles())
	for r.next(0) {
		rest := r.positions
		for k, article := range r.articles[:r.n] {
			s.positions, rest = appendPositions(s.positions[:0], rest, r.times[k])
			for _, at := range s.positions {
				if at >= slot && at < mostPositions {
					run = append(run, occurrenceOf(article, at-slot, c.how))
				}
			}
		}
	}
	return run
}

// merge merges sorted runs, the shortest first: mostly one is long and the others are not.
func (s *seeker) merge(runs [][]occurrence) []occurrence {
	slices.SortFunc(runs, func(a, b []occurrence) int { return cmp.Compare(len(a), len(b)) })
	var all []occurrence
	for i, run := range runs {
		merged := s.phrase.merged[i&1][:0]
		for _, o := range all {
			n := stepsTo(run, o)
			merged, run = append(append(merged, run[:n]...), o), run[n:]
		}
		merged = append(merged, run...)
		s.phrase.merged[i&1], all = merged, merged
	}
	return all
}

// stepsTo gives how many of a sorted list are before another: it looks further and further, because that is mostly near.
func stepsTo(list []occurrence, o occurrence) int {
	behind := 1
	for behind < len(list) && list[behind-1] < o {
		behind *= 2
	}
	n, _ := slices.BinarySearch(list[:min(behind, len(list))], o)
	return n
}

// unmet is the rule of a start where the word at hand does not stand.
const unmet = How(0xFF)

// both keeps of sorted starts those where a word of the phrase stands, too, with the less sure of the two rules. It reuses the list.
func (s *seeker) both(starts []occurrence, f *found, part, slot int) []occurrence {
	rules := slices.Grow(s.phrase.rules[:0], len(starts))[:len(starts)]
	for i := range rules {
		rules[i] = unmet
	}
	for i := range f.slots[slot].choices {
		if c := &f.slots[slot].choices[i]; int(c.part) == part {
			s.meet(starts, rules, c, int32(slot))
		}
	}
	kept := starts[:0]
	for i, o := range starts {
		if rules[i] != unmet {
			kept = append(kept, max(o, o.spot()<<4|occurrence(rules[i])))
		}
	}
	s.phrase.rules = rules
	return kept
}

// meet gives its rule to the starts where a word stands, too: the surest of those that it is given. Nothing is read of articles without a start.
func (s *seeker) meet(starts []occurrence, rules []How, c *choice, slot int32) {
	r := &s.reader
	r.reset(c.list, s.index.parts[c.part].articles())
	i := 0
	for i < len(starts) && r.next(int(starts[i].article())) {
		rest, between := r.positions, 0 // positions that do not matter are stepped over together
		for k, article := range r.articles[:r.n] {
			if i < len(starts) && starts[i].article() < article {
				i += stepsTo(starts[i:], occurrenceOf(article, 0, 0))
			}
			if i == len(starts) {
				return
			}
			if starts[i].article() > article {
				between += int(r.times[k] >> 1)
				continue
			}
			var met int
			met, rest, between = meetIn(starts[i:], rules[i:], c.how, skipPositions(rest, between), int(r.times[k]>>1), slot)
			i += met
		}
	}
}

// meetIn is meet in the article of the first start, where a word stands some times. It gives how many starts are in the article, and the positions
// that it did not have to read with how many of them are of the article.
func meetIn(starts []occurrence, rules []How, how How, positions []byte, times int, slot int32) (met int, rest []byte, left int) {
	article, at, n := starts[0].article(), int32(-1), 0
	for ; met < len(starts) && starts[met].article() == article; met++ {
		wanted := starts[met].at() + slot
		for at < wanted && times > 0 && n < len(positions) {
			step := uint32(positions[n])
			if n++; step >= 0x80 {
				step, n = uvarint(positions, n-1)
			}
			at = max(at, 0) + int32(step) // the first counts from 0
			times--
		}
		if at == wanted {
			rules[met] = min(rules[met], how)
		}
	}
	return met, positions[n:], times
}

// countPhrases counts the places where a phrase begins in a part.
func (s *seeker) countPhrases(f *found, part int, starts []occurrence) {
	p := &s.index.parts[part]
	f.starts = slices.Grow(f.starts, len(starts))
	for _, o := range starts {
		article := int(o.article())
		inside := int(o.at()) < p.titles.at(article)
		if p.gone != nil && p.gone.Has(o.article()) || f.title && !inside {
			continue
		}
		rules := howSet(1) << max(o.how(), f.how)
		if inside {
			rules |= inTitle
		}
		doc := p.doc(article)
		f.count(doc, weights[o.how()], rules)
		f.starts = append(f.starts, start{doc, o.at()})
	}
}

// eachArticle calls a function for the positions of a list in each of some articles, which ascend.
func (s *seeker) eachArticle(c *choice, articles []int32, do func(article int32, positions []int32)) {
	r := &s.reader
	r.reset(c.list, s.index.parts[c.part].articles())
	for len(articles) > 0 && r.next(int(articles[0])) {
		positions, before := r.positions, 0 // positions of articles that do not matter are stepped over together
		for k, article := range r.articles[:r.n] {
			for len(articles) > 0 && articles[0] < article {
				articles = articles[1:]
			}
			if len(articles) == 0 {
				return
			}
			if articles[0] != article {
				before += int(r.times[k] >> 1)
				continue
			}
			s.positions, positions = appendPositions(s.positions[:0], skipPositions(positions, before), r.times[k])
			before = 0
			do(article, s.positions)
		}
	}
}
