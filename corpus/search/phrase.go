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
	runs   [][]occurrence // of each list of a word, or of a pair
	merged [2][]occurrence
	sides  [3][]occurrence // of two words: where both are frequent, where the first is not, where the second alone is not
	rules  []How           // of the word at hand, by start
}

// phraseWord is the lists of a word of a phrase in a part: those of its spellings and forms that are frequent words, and the others.
type phraseWord struct {
	frequent, others []*choice
	articles         [2]int // in the lists of each
}

// all gives all lists.
func (w *phraseWord) all() []*choice { return slices.Concat(w.frequent, w.others) }

// phraseWords gives the lists of the words of a phrase in a part, nil where one does not stand there.
func (f *found) phraseWords(part int) []phraseWord {
	words := make([]phraseWord, len(f.slots))
	for i := range f.slots {
		w := &words[i]
		for k := range f.slots[i].choices {
			switch c := &f.slots[i].choices[k]; {
			case int(c.part) != part:
			case c.frequent >= 0:
				w.frequent = append(w.frequent, c)
				w.articles[0] += c.list.articles
			default:
				w.others = append(w.others, c)
				w.articles[1] += c.list.articles
			}
		}
		if w.articles[0]+w.articles[1] == 0 {
			return nil
		}
	}
	return words
}

// findPhrase takes the articles of a phrase. Its rarest word leads, or two neighbours that stand together more rarely: where they stand, the
// others are looked for, the rarest first.
func (s *seeker) findPhrase(ctx context.Context, f *found) error {
	for part := range s.index.parts {
		if err := ctx.Err(); err != nil {
			return err
		}
		words := f.phraseWords(part)
		if words == nil {
			continue
		}
		starts, order := s.lead(part, words)
		for _, slot := range order {
			starts = s.both(starts, words[slot].all(), slot)
		}
		s.countPhrases(f, part, starts)
	}
	return nil
}

// lead gives where a phrase would begin by its rarest word, or by two neighbours, and its other words by how rare they are.
func (s *seeker) lead(part int, words []phraseWord) (starts []occurrence, others []int) {
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	articles := func(slot int) int { return words[slot].articles[0] + words[slot].articles[1] }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(articles(a), articles(b)) })
	fewest, pair := articles(order[0]), -1
	for slot := range words[1:] {
		if n := s.together(part, &words[slot], &words[slot+1]); n < fewest {
			fewest, pair = n, slot
		}
	}
	if pair < 0 {
		return s.occurrences(words[order[0]].all(), order[0]), order[1:]
	}
	order = slices.DeleteFunc(order, func(slot int) bool { return slot == pair || slot == pair+1 })
	return s.neighbours(part, &words[pair], &words[pair+1], pair), order
}

// together gives in how many articles it has to be looked for two neighbours.
func (s *seeker) together(part int, first, second *phraseWord) int {
	n := first.articles[1] + second.articles[1]
	for _, a := range first.frequent {
		for _, b := range second.frequent {
			n += s.index.parts[part].pairs.list(pairOf(a.frequent, b.frequent)).articles
		}
	}
	return n
}

// neighbours gives where a phrase would begin for two neighbours to be its words from a slot on. Where both are frequent, their pairs say it;
// where one is not, it leads.
func (s *seeker) neighbours(part int, first, second *phraseWord, slot int) []occurrence {
	n := 0
	for _, a := range first.frequent {
		for _, b := range second.frequent {
			c := choice{part: int32(part), how: max(a.how, b.how), list: s.index.parts[part].pairs.list(pairOf(a.frequent, b.frequent))}
			n = s.run(n, &c, slot)
		}
	}
	sides := &s.phrase.sides
	sides[0] = append(sides[0][:0], s.merge(s.phrase.runs[:n])...)
	starts := s.both(s.occurrences(first.others, slot), second.all(), slot+1)
	sides[1] = append(sides[1][:0], starts...)
	starts = s.both(s.occurrences(second.others, slot+1), first.frequent, slot)
	sides[2] = append(sides[2][:0], starts...)
	runs := [...][]occurrence{sides[0], sides[1], sides[2]}
	return s.merge(runs[:])
}

// occurrences gives where a phrase would begin for a word of it to stand where some lists have it. It is valid until the next call.
func (s *seeker) occurrences(choices []*choice, slot int) []occurrence {
	n := 0
	for _, c := range choices {
		n = s.run(n, c, slot)
	}
	return s.merge(s.phrase.runs[:n])
}

// run reads a list as the run with a number, and gives the next number.
func (s *seeker) run(n int, c *choice, slot int) int {
	if n == len(s.phrase.runs) {
		s.phrase.runs = append(s.phrase.runs, nil)
	}
	s.phrase.runs[n] = s.appendOccurrences(s.phrase.runs[n][:0], c, int32(slot))
	return n + 1
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
	for n := range min(len(list), nearSteps) {
		if list[n] >= o {
			return n
		}
	}
	behind := nearSteps
	for behind < len(list) && list[behind-1] < o {
		behind *= 2
	}
	n, _ := slices.BinarySearch(list[:min(behind, len(list))], o)
	return n
}

// nearSteps is how far it is looked step by step.
const nearSteps = 8

// unmet is the rule of a start where the word at hand does not stand.
const unmet = How(0xFF)

// both keeps of sorted starts those where a word of the phrase stands, too, with the less sure of the two rules. It reuses the list.
func (s *seeker) both(starts []occurrence, choices []*choice, slot int) []occurrence {
	rules := slices.Grow(s.phrase.rules[:0], len(starts))[:len(starts)]
	for i := range rules {
		rules[i] = unmet
	}
	for _, c := range choices {
		s.meet(starts, rules, c, int32(slot))
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
	if len(starts) < 2*c.list.articles { // to find an article takes twice as long as to read it
		if d := s.index.parts[c.part].dense(c.list); d != nil {
			meetDense(starts, rules, c.how, d, slot)
			return
		}
	}
	r := &s.reader
	r.reset(c.list, s.index.parts[c.part].articles())
	for i := 0; i < len(starts) && r.next(int(starts[i].article())); {
		articles, k := r.articles[:r.n], 0
		times := r.times[:len(articles)]
		rest, between := r.positions, 0 // positions that do not matter are stepped over together
		for i < len(starts) {
			wanted := starts[i].article()
			for k < len(articles) && articles[k] < wanted {
				between += int(times[k] >> 1)
				k++
			}
			if k == len(articles) {
				break
			}
			if articles[k] > wanted {
				i += stepsTo(starts[i:], occurrenceOf(articles[k], 0, 0))
				continue
			}
			var met int
			met, rest, between = meetIn(starts[i:], rules[i:], c.how, skipPositions(rest, between), int(times[k]>>1), slot)
			i, k = i+met, k+1
		}
	}
}

// meetDense is meet for a list in which articles are found without reading what is before them.
func meetDense(starts []occurrence, rules []How, how How, d *denseList, slot int32) {
	for i := 0; i < len(starts); {
		article, behind := starts[i].article(), i
		number, times := d.find(article)
		may := uint32(0)
		if number >= 0 {
			may = d.mayStand(number)
		}
		stands := uint32(0)
		for ; behind < len(starts) && starts[behind].article() == article; behind++ {
			stands |= may >> uint32((starts[behind].at()+slot)&31)
		}
		if stands&1 != 0 {
			meetIn(starts[i:], rules[i:], how, d.positions(number), int(times>>1), slot)
		}
		i = behind
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
		f.countStart(doc, weights[o.how()], rules)
		f.starts = append(f.starts, start{doc, o.at()})
	}
}

// eachArticle calls a function for the positions of a list in each of some articles, which ascend, by their order.
func (s *seeker) eachArticle(c *choice, articles []int32, do func(i int, positions []int32)) {
	if d := s.index.parts[c.part].dense(c.list); d != nil {
		for i, article := range articles {
			if number, times := d.find(article); number >= 0 {
				s.positions, _ = appendPositions(s.positions[:0], d.positions(number), times)
				do(i, s.positions)
			}
		}
		return
	}
	r := &s.reader
	r.reset(c.list, s.index.parts[c.part].articles())
	for i := 0; i < len(articles) && r.next(int(articles[i])); {
		have, k := r.articles[:r.n], 0
		times := r.times[:len(have)]
		positions, before := r.positions, 0 // positions of articles that do not matter are stepped over together
		for i < len(articles) {
			for k < len(have) && have[k] < articles[i] {
				before += int(times[k] >> 1)
				k++
			}
			if k == len(have) {
				break
			}
			if have[k] == articles[i] {
				s.positions, positions = appendPositions(s.positions[:0], skipPositions(positions, before), times[k])
				before = 0
				do(i, s.positions)
				k++
			}
			i++
		}
	}
}
