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
	runs     [][]occurrence // of each list of a word
	merged   [2][]occurrence
	starts   []occurrence
	articles []int32
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
		s.phrase.starts = append(s.phrase.starts[:0], s.occurrences(f, part, order[0], nil)...)
		starts := s.phrase.starts
		for _, slot := range order[1:] {
			if len(starts) == 0 {
				break
			}
			starts = both(starts, s.occurrences(f, part, slot, s.articlesOf(starts)))
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

// articlesOf gives the articles of occurrences.
func (s *seeker) articlesOf(list []occurrence) []int32 {
	s.phrase.articles = s.phrase.articles[:0]
	for i, o := range list {
		if i == 0 || o.article() != list[i-1].article() {
			s.phrase.articles = append(s.phrase.articles, o.article())
		}
	}
	return s.phrase.articles
}

// occurrences gives where a phrase would begin for a word of it to stand where it stands in a part: in some articles, or in all for nil. It is
// valid until the next call.
func (s *seeker) occurrences(f *found, part, slot int, articles []int32) []occurrence {
	n := 0
	for i := range f.slots[slot].choices {
		c := &f.slots[slot].choices[i]
		if int(c.part) != part {
			continue
		}
		if n == len(s.phrase.runs) {
			s.phrase.runs = append(s.phrase.runs, nil)
		}
		run := s.phrase.runs[n][:0]
		s.eachArticle(c, articles, func(article int32, positions []int32) {
			for _, at := range positions {
				if at >= int32(slot) && at < mostPositions {
					run = append(run, occurrenceOf(article, at-int32(slot), c.how))
				}
			}
		})
		s.phrase.runs[n] = run
		n++
	}
	return s.merge(s.phrase.runs[:n])
}

// merge merges sorted runs, the shortest first: mostly one is long and the others are not.
func (s *seeker) merge(runs [][]occurrence) []occurrence {
	slices.SortFunc(runs, func(a, b []occurrence) int { return cmp.Compare(len(a), len(b)) })
	var all []occurrence
	for i, run := range runs {
		if len(all) == 0 {
			all = run
			continue
		}
		merged := s.phrase.merged[i&1][:0]
		for len(all) > 0 && len(run) > 0 {
			if all[0] < run[0] {
				merged, all = append(merged, all[0]), all[1:]
			} else {
				merged, run = append(merged, run[0]), run[1:]
			}
		}
		merged = append(append(merged, all...), run...)
		s.phrase.merged[i&1], all = merged, merged
	}
	return all
}

// both keeps what is in two sorted lists, with the less sure of the two rules. It reuses the first.
func both(a, b []occurrence) []occurrence {
	kept := a[:0]
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].spot() < b[0].spot():
			a = a[1:]
		case a[0].spot() > b[0].spot():
			b = b[1:]
		default:
			kept = append(kept, max(a[0], b[0]))
			a, b = a[1:], b[1:]
		}
	}
	return kept
}

// countPhrases counts the places where a phrase begins in a part.
func (s *seeker) countPhrases(f *found, part int, starts []occurrence) {
	p := &s.index.parts[part]
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

// eachArticle calls a function for the positions of a list in each of some articles, which ascend; nil for all.
func (s *seeker) eachArticle(c *choice, articles []int32, do func(article int32, positions []int32)) {
	r := &s.reader
	r.reset(c.list, s.index.parts[c.part].articles())
	all, from := articles == nil, 0
	if !all && len(articles) > 0 {
		from = int(articles[0])
	}
	for (all || len(articles) > 0) && r.next(from) {
		positions, before := r.positions, 0 // positions of articles that do not matter are stepped over together
		for k, article := range r.articles[:r.n] {
			for len(articles) > 0 && articles[0] < article {
				articles = articles[1:]
			}
			if !all && len(articles) == 0 {
				return
			}
			if !all && articles[0] != article {
				before += int(r.times[k] >> 1)
				continue
			}
			s.positions, positions = appendPositions(s.positions[:0], skipPositions(positions, before), r.times[k])
			before = 0
			do(article, s.positions)
		}
		if len(articles) > 0 {
			from = int(articles[0])
		}
	}
}
