package story

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// differ finds what two sentences that match say otherwise: the numbers and names that one has and the other has not, where the other
// version has them nowhere, or the other sentence has others in their place. What is merely said elsewhere differs in nothing.
func (k *comparer) differ(x *side, s *told, y *side, t *told) {
	s.Same = s.wrote == t.wrote
	t.Same = s.Same
	if s.Same {
		return
	}
	a, b := k.missingNumbers(x, s, y, t), k.missingNumbers(y, t, x, s)
	s.Differ, t.Differ = k.telling(a, len(b) > 0, y), k.telling(b, len(a) > 0, x)
	c, d := missingNames(x, s, y, t), missingNames(y, t, x, s)
	s.Differ, t.Differ = append(s.Differ, tellingNames(c, d, y)...), append(t.Differ, tellingNames(d, c, x)...)
	byStart := func(p, q Difference) int { return cmp.Compare(p.Start, q.Start) }
	slices.SortFunc(s.Differ, byStart)
	slices.SortFunc(t.Differ, byStart)
}

// numberIn is a number in a text, by the ways to read it: 1.250 may be a thousand and more.
type numberIn struct {
	at    article.Range
	reads []string
}

// numbersIn gives the numbers of a range.
func (k *comparer) numbersIn(src string, r article.Range) (list []numberIn) {
	text := src[r.Start:r.End]
	for _, n := range k.amounts.Numbers(text, r.Start) {
		written := src[n.Start:n.End]
		in := numberIn{at: article.Range{Start: n.Start, End: n.End}, reads: []string{written}}
		if !math.IsNaN(n.Value) {
			in.reads[0] = strconv.FormatFloat(n.Value, 'g', -1, 64)
		}
		if whole, thousands, ok := strings.Cut(written, "."); ok && len(thousands) == 3 {
			if v, ok := arabic.ParseNumber(whole + thousands); ok {
				in.reads = append(in.reads, strconv.FormatFloat(v, 'g', -1, 64))
			}
		}
		list = append(list, in)
	}
	return list
}

// missingNumbers gives the numbers of a sentence that its match does not have.
func (k *comparer) missingNumbers(x *side, s *told, y *side, t *told) (missing []numberIn) {
	there := map[string]bool{}
	for _, n := range k.numbersIn(y.version.Src, t.Range) {
		for _, r := range n.reads {
			there[r] = true
		}
	}
	for _, n := range k.numbersIn(x.version.Src, s.Range) {
		if n.isIn(there) || n.reads[0] == "1" && hasOne(y.version.Src[t.Start:t.End]) {
			continue
		}
		missing = append(missing, n)
	}
	return missing
}

func (n *numberIn) isIn(there map[string]bool) bool {
	return slices.ContainsFunc(n.reads, func(r string) bool { return there[r] })
}

// hasOne reports whether a text has the word for one, which is not counted as a number elsewhere: most often it is none.
func hasOne(text string) bool {
	for t := range arabic.Tokens(text) {
		switch arabic.Normalize(text[t.Start:t.End]) {
		case "واحد", "واحده", "واحدا":
			return true
		}
	}
	return false
}

// telling gives those of the numbers that a match does not have which say something else: it has others, or its version has them nowhere.
func (k *comparer) telling(missing []numberIn, replaced bool, y *side) (list []Difference) {
	for _, n := range missing {
		if replaced || !n.isIn(y.allNumbers(k)) {
			list = append(list, Difference{Range: n.at})
		}
	}
	return list
}

// allNumbers gives the numbers of all sentences.
func (s *side) allNumbers(k *comparer) map[string]bool {
	if s.numbers != nil {
		return s.numbers
	}
	s.numbers = map[string]bool{}
	for i := range s.list {
		for _, n := range k.numbersIn(s.version.Src, s.list[i].Range) {
			for _, r := range n.reads {
				s.numbers[r] = true
			}
		}
	}
	return s.numbers
}
