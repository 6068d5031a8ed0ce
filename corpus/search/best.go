package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jarida/corpus/arabic"
)

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

// bestFits keeps the best of many: it takes up to twice as many as are wanted, then drops the worse half.
type bestFits struct {
	top  int
	fits []fit
	full bool
	last fit // where full: the worst of the best
}

// takes reports whether something that is as good may be among the best.
func (b *bestFits) takes(f fit) bool { return b.top > 0 && (!b.full || f < b.last) }

func (b *bestFits) add(f fit) {
	if !b.takes(f) {
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
func (p *pass) found(list *List, number int, f fit) Found {
	out := Found{List: number, Item: f.item(), How: f.rank().how(), Score: f.score()}
	if len(p.clauses) == 0 {
		return out
	}
	name := list.name(f.item())
	var source arabic.Folded
	source.Fold(name, 0)
	folded := list.folded(f.item())
	for i := range p.clauses {
		out.Spans = p.clauses[i].appendSpans(out.Spans, folded, name, &source)
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
