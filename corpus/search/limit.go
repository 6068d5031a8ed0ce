package search

import (
	"math/bits"
	"slices"
)

// limits is how good an article can be at most for the terms of a query, by what costs little to look at: by which rules it was found, and
// whether that is in the title. Most articles that have frequent words cannot be among the best, and are not scored.
type limits struct {
	text  float32   // where no term is in the title
	terms [][]limit // for each term what was found for it
}

// limit is how good an article can be for a leaf.
type limit struct {
	*found

	most [2][len(weights)]float32 // in the text alone, and in the title; by the surest rule
}

// above makes up for what is lost in rounding, so that no score is above its limit.
const above = 1.0001

// limitsOf gives the limits of terms.
func limitsOf(terms []*sought) limits {
	all := limits{terms: make([][]limit, len(terms))}
	for i, t := range terms {
		var most float32
		for _, f := range t.founds {
			if len(f.tallies) > 0 {
				l := f.limit()
				all.terms[i] = append(all.terms[i], l)
				most = max(most, slices.Max(l.most[0][:]))
			}
		}
		all.text += most
	}
	return all
}

// limit gives the limit of a leaf: what score comes to the nearer, the more often the leaf stands in a shorter article.
func (f *found) limit() limit {
	l := limit{found: f}
	for inside, more := range titleWeights {
		for how, weight := range weights {
			idf := f.idf[0]
			if How(how) == Exact {
				idf = f.idf[1]
			}
			l.most[inside][how] = weight * (saturation + 1) * idf * more * f.trust * above
		}
	}
	return l
}

// of gives how good an article can be at most: never less than its score.
func (l *limits) of(doc int32) float32 {
	var sum float32
	for _, term := range l.terms {
		var most float32
		for i := range term {
			if l := &term[i]; l.docs.Has(doc) {
				rules := l.tallies[doc].rules
				most = max(most, l.most[rules>>15][bits.TrailingZeros16(uint16(rules))])
			}
		}
		sum += most
	}
	return sum
}

// titled gives which of the articles from i*64 on have one of the terms in the title, and maybe others.
func (l *limits) titled(i int) uint64 {
	var titled uint64
	for _, term := range l.terms {
		for k := range term {
			titled |= term[k].titled[i]
		}
	}
	return titled
}
