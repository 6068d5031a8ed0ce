package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jarida/corpus/arabic"
)

// spelledMost is how many names at most are compared with the query as it is spelled: more have every word of a query only where it is في or
// من.
const spelledMost = 20_000

// best gives the best top names of a list, best first, and how many fit.
func (l *level) best(list, top int) ([]fit, int) {
	if len(l.clauses) == 0 {
		return l.first(list, top), l.lists[list].Len()
	}
	var best bestFits
	best.top = top
	total, spelled := 0, 0
	for i := range l.units[:l.next] {
		u := &l.units[i]
		if u.list != list {
			continue
		}
		total += len(u.fits)
		for _, f := range u.fits {
			if f.rank() == rankWord && spelled < spelledMost {
				spelled++
				if l.spelled(l.lists[list].name(f.item())) {
					f = newFit(rankExact, f.score(), f.item())
				}
			}
			best.add(f)
		}
	}
	return best.sorted(), total
}

// first gives the first names of a list, for a query that asks for nothing.
func (l *level) first(list, top int) []fit {
	first := make([]fit, min(top, l.lists[list].Len()))
	for i := range first {
		first[i] = newFit(rankExact, 0, i)
	}
	return first
}

// bestFits keeps the best of many: it takes up to twice as many as are wanted, then drops the worse half.
type bestFits struct {
	top  int
	fits []fit
	full bool
	last fit // where full: the worst of the best
}

func (b *bestFits) add(f fit) {
	if b.full && f >= b.last || b.top == 0 {
		return
	}
	b.fits = append(b.fits, f)
	if len(b.fits) >= 2*b.top {
		slices.Sort(b.fits)
		b.fits = b.fits[:b.top]
		b.full, b.last = true, b.fits[b.top-1]
	}
}

func (b *bestFits) sorted() []fit {
	slices.Sort(b.fits)
	return b.fits[:min(len(b.fits), b.top)]
}

// spelled reports whether a name has every word of the query as it is spelled there.
func (l *level) spelled(name string) bool {
	for i := range l.clauses {
		if !hasWord(name, l.clauses[i].spelled) {
			return false
		}
	}
	return true
}

// hasWord reports whether a text has a word, spelled so and whole.
func hasWord(text, word string) bool {
	for i := 0; ; i++ {
		n := strings.Index(text[i:], word)
		if n < 0 {
			return false
		}
		i += n
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(word):])
		if !inWord(before) && !inWord(after) {
			return true
		}
	}
}

// inWord reports whether a word goes on with a character.
func inWord(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd)
}

// found says where in a name the words of the query stand.
func (l *level) found(list *List, number int, f fit) Found {
	out := Found{List: number, Item: f.item(), How: f.rank().how(), Score: f.score()}
	if len(l.clauses) == 0 {
		return out
	}
	name := list.name(f.item())
	var source arabic.Folded
	source.Fold(name, 0)
	folded := list.folded(f.item())
	for i := range l.clauses {
		out.Spans = l.clauses[i].appendSpans(out.Spans, folded, name, &source)
	}
	out.Spans = apart(out.Spans)
	return out
}

// appendSpans appends the ranges of a name that a clause was found in.
func (c *clause) appendSpans(dst []Span, folded []byte, name string, source *arabic.Folded) []Span {
	worst, score := rankNone, 0
	var chosen *reading
	for i := range c.readings {
		r := &c.readings[i]
		if p, s := r.find(folded); p.rank < worst || p.rank == worst && s > score {
			worst, score, chosen = p.rank, s, r
		}
	}
	terms := clause{terms: c.terms}
	if r, s := terms.fit(folded); chosen != nil && (worst < r || worst == r && score > s) {
		p, _ := chosen.find(folded)
		return appendSpan(dst, source, p.start, p.end, p.rank.how())
	}
	for i := range c.terms {
		t := &c.terms[i]
		p := t.find(folded)
		first := len(dst)
		if p.rank == rankScattered {
			dst = t.appendScattered(dst, folded, p, source)
			continue
		}
		dst = appendSpan(dst, source, p.start, p.end, p.rank.how())
		if p.rank == rankWord && name[dst[first].Start:dst[first].End] == c.spelled {
			dst[first].How = Exact
		}
	}
	return dst
}

// appendSpan appends the range of the name that a stretch of the folded name comes from. The folded name has a space before it.
func appendSpan(dst []Span, source *arabic.Folded, start, end int, how How) []Span {
	from, to := source.Source(start-1, end-1)
	return append(dst, Span{Start: from, End: to, How: how})
}

// appendScattered appends a span for each run of the letters of a term.
func (t *term) appendScattered(dst []Span, folded []byte, p place, source *arabic.Folded) []Span {
	for _, m := range fuzzyMatches(t.text, folded[p.start:p.end]) {
		at := m.MatchedIndexes
		for i := 0; i < len(at); {
			n := i + 1
			for n < len(at) && at[n] == at[n-1]+1 {
				n++
			}
			dst = appendSpan(dst, source, p.start+at[i], p.start+at[n-1]+1, Scattered)
			i = n
		}
	}
	return dst
}

// apart orders spans and takes from each what an earlier one has.
func apart(spans []Span) []Span {
	slices.SortStableFunc(spans, func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	kept := spans[:0]
	end := 0
	for _, s := range spans {
		if s.Start = max(s.Start, end); s.Start < s.End {
			kept, end = append(kept, s), s.End
		}
	}
	return kept
}

// sortFound orders what was found in several lists.
func sortFound(found []Found) {
	slices.SortStableFunc(found, func(a, b Found) int {
		return cmp.Or(cmp.Compare(a.How, b.How), cmp.Compare(b.Score, a.Score), cmp.Compare(a.List, b.List), cmp.Compare(a.Item, b.Item))
	})
}
