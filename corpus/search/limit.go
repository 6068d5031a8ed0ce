package search

import (
	"cmp"
	"math/bits"
	"slices"
)

// Most articles that have frequent words cannot be among the best. How good one can be at most for a term follows from whether it has it in the
// title, and whether it has it as it was asked for, which costs nothing to look at: by that articles are put into tiers, and the tiers that cannot
// have one of the best are neither counted nor scored.

// level is some articles, and how good they can be at most for a term. Articles may be of several; the best has them.
type level struct {
	docs Set // nil for all
	most float32
}

// tier is the articles that are of a level for each term, and how good they can be at most.
type tier struct {
	levels []Set
	most   float32
}

const (
	// mostTiers is half of how many tiers there are at most: two words have up to 49.
	mostTiers = 64

	// fewArticles for each term are scored at once: to tell which of them can be among the best takes as long.
	fewArticles = 1 << 9

	// above makes up for what is lost in rounding, so that no score is above its bound.
	above = 1.0001

	// levelsApart is how far apart the bounds of two levels are at least: what is hardly worse is looked at together.
	levelsApart = 1.25
)

// tiers gives the tiers of terms, the best first. The last has all articles.
func (s *seeker) tiers(terms []*sought) []tier {
	tiers := []tier{{}}
	for _, t := range terms {
		levels := t.levels(s)
		switch most := levels[0].most; {
		case len(tiers) > mostTiers:
			levels = []level{{nil, most}}
		case len(tiers)*len(levels) > mostTiers:
			levels = []level{{t.titled(s), most}, {nil, most / titleWeight}}
		}
		product := make([]tier, 0, len(tiers)*len(levels))
		for _, before := range tiers {
			for _, l := range levels {
				next := tier{before.levels, before.most + l.most}
				if l.docs != nil {
					next.levels = append(slices.Clone(before.levels), l.docs)
				}
				product = append(product, next)
			}
		}
		tiers = product
	}
	slices.SortStableFunc(tiers, func(a, b tier) int { return cmp.Compare(b.most, a.most) })
	return tiers
}

// levels gives the levels of a term, the best first. The last has all articles.
func (t *sought) levels(s *seeker) []level {
	var all bounds
	exact, titled, high := s.set(), t.titled(s), s.set()
	for _, f := range t.founds {
		if f.counts == nil {
			continue
		}
		all.add(f.bounds())
		for i := range high {
			exact[i] |= f.exact[i]
			if f.high != nil {
				high[i] |= f.high[i]
			} else {
				high[i] |= f.docs[i]
			}
		}
	}
	return all.levels(s, exact, titled, high)
}

// titled gives the articles that have one of what was found for a term in the title.
func (t *sought) titled(s *seeker) Set {
	titled := s.set()
	for _, f := range t.founds {
		for i, in := range f.titled {
			titled[i] |= in
		}
	}
	return titled
}

// bounds are how good an article can be at most for a leaf, in the text: as it was asked for and otherwise, where it may score high and not.
type bounds struct{ asked, other, askedLow, otherLow float32 }

// add takes the bounds of a further leaf, of which the better counts.
func (b *bounds) add(c bounds) {
	*b = bounds{max(b.asked, c.asked), max(b.other, c.other), max(b.askedLow, c.askedLow), max(b.otherLow, c.otherLow)}
}

// bounds gives the bounds of a leaf: what score comes to the nearer, the more often the leaf stands in a shorter article.
func (f *found) bounds() bounds {
	var b bounds
	for rules := f.rules; rules != 0; rules &= rules - 1 {
		how := How(bits.TrailingZeros16(uint16(rules)))
		most := weights[how] * (saturation + 1) * f.trust * above
		if how == Exact {
			b.asked = most * f.idf[1]
		} else {
			b.other = max(b.other, most*f.idf[0])
		}
	}
	b.otherLow, b.askedLow = f.low[0]*f.idf[0]*f.trust*above, f.low[1]*f.idf[1]*f.trust*above
	return b
}

// levels gives the levels of articles with some bounds.
func (b *bounds) levels(s *seeker, exact, titled, high Set) []level {
	list := make([]level, 0, 7)
	most, low := max(b.asked, b.other), max(b.askedLow, b.otherLow)
	if b.asked > b.other*levelsApart {
		list = append(list, level{s.common(titled, exact), b.asked * titleWeight}, level{s.common(exact, high), b.asked}, level{exact, b.askedLow})
		most, low = b.other, b.otherLow
	}
	if most <= low*levelsApart {
		return append(list, level{titled, most * titleWeight}, level{nil, most})
	}
	return append(list, level{s.common(titled, high), most * titleWeight}, level{titled, low * titleWeight}, level{high, most}, level{nil, low})
}

// take moves the articles of a tier from some to others, of which there are none yet, and gives how many these are.
func (t *tier) take(from, to Set) int {
	copy(to, from)
	for _, level := range t.levels {
		level = level[:len(to)]
		for i := range to {
			to[i] &= level[i]
		}
	}
	n := 0
	for i, in := range to {
		if in != 0 {
			from[i] &^= in
			n += bits.OnesCount64(in)
		}
	}
	return n
}
