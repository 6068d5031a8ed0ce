package search

import (
	"bytes"
	"cmp"
	"slices"

	"jarida/corpus/arabic"
)

// Marks finds in a text what was asked for. The zero Marks finds nothing. It does not change.
//
// What was found as it was asked for, but for what folding leaves out, is marked alone: of وبوتين the name. What was found by another rule is
// marked as a word.
type Marks struct {
	patterns []pattern
	parts    []partPattern // what is looked for within words, too
}

// pattern is words one behind the other.
type pattern struct {
	slots []markSlot
	how   How // at least this
}

// markSlot is what one word of a pattern may be.
type markSlot struct {
	words    map[string]variant
	prefixes []prefix
	begins   []byte
}

// with gives what finds what a leaf found, too.
func (m Marks) with(f *found) Marks {
	if len(f.slots) == 0 {
		return m
	}
	p := pattern{how: f.how}
	for _, s := range f.slots {
		slot := markSlot{words: make(map[string]variant, len(s.variants)), prefixes: s.prefixes, begins: s.begins}
		for _, v := range s.variants {
			slot.words[string(v.word)] = v
		}
		p.slots = append(p.slots, slot)
	}
	m.patterns = append(slices.Clip(m.patterns), p)
	return m
}

// Append appends the ranges of a text that are to be marked, in order and without overlaps, their offsets counted from base. A phrase is
// found also where it goes from one paragraph of the text to the next: give it one paragraph where that matters.
func (m Marks) Append(dst []Span, text string, base int) []Span {
	first := len(dst)
	if len(m.patterns) > 0 {
		var f markedText
		f.fold(text)
		for _, h := range m.hits(&f) {
			dst = append(dst, Span{h.start, h.end, h.how})
		}
	}
	for i := range m.parts {
		dst = m.parts[i].append(dst, text)
	}
	return append(dst[:first], settle(dst[first:], base)...)
}

// settle puts spans in order, and of those that overlap keeps the first, of two that begin together the longer. It counts them from base.
func settle(spans []Span, base int) []Span {
	slices.SortStableFunc(spans, func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.How, b.How))
	})
	kept, end := spans[:0], 0
	for _, s := range spans {
		if s.Start >= end && s.Start < s.End {
			end = s.End
			kept = append(kept, Span{s.Start + base, s.End + base, s.How})
		}
	}
	return kept
}

// markedText is a text whose words are compared.
type markedText struct {
	arabic.FoldedWords
	text  string
	inner arabic.Folded
}

func (f *markedText) fold(text string) {
	f.text = text
	f.Fold(text)
}

// typed gives a word of the text as if it had been typed.
func (f *markedText) typed(i int) typed {
	w := &f.Words[i]
	folded := f.Text[w.Start:w.End]
	if !w.Odd {
		return typed{word: folded}
	}
	return typedWord(folded, f.text[w.From:w.To])
}

// within gives the range of the text that some letters of a word come from.
func (f *markedText) within(i, start, end int) (from, to int) {
	w := &f.Words[i]
	if start == 0 && end >= int(w.End-w.Start) {
		return int(w.From), int(w.To)
	}
	f.inner.Fold(f.text[w.From:w.To], int(w.From))
	return f.inner.Source(start, min(end, len(f.inner.Text)))
}

// hit is a place where a pattern was found.
type hit struct {
	pattern     int
	first, last int // words
	start, end  int // bytes
	how         How
}

// hits gives where the patterns are found in a text, in the order of the words.
func (m Marks) hits(f *markedText) []hit {
	var hits []hit
	for i := range f.Words {
		for p := range m.patterns {
			if h, ok := m.patterns[p].at(f, i); ok {
				h.pattern = p
				hits = append(hits, h)
			}
		}
	}
	return hits
}

// at looks for a pattern that begins with word i.
func (p *pattern) at(f *markedText, i int) (hit, bool) {
	if i+len(p.slots) > len(f.Words) {
		return hit{}, false
	}
	h := hit{first: i, last: i + len(p.slots) - 1, how: p.how}
	for k := range p.slots {
		how, start, end, ok := p.slots[k].match(f, i+k)
		if !ok {
			return hit{}, false
		}
		h.how = max(h.how, how)
		from, to := f.within(i+k, start, end)
		if k == 0 {
			h.start = from
		}
		h.end = to
	}
	return h, true
}

// match compares a word of a text: the rule by which it is found, and which of its letters were asked for.
func (s *markSlot) match(f *markedText, i int) (how How, start, end int, ok bool) {
	w := &f.Words[i]
	folded := f.Text[w.Start:w.End]
	if v, known := s.words[string(folded)]; known {
		t := f.typed(i)
		how, ok = v.rule(t.spelling)
		return how, v.skip, len(folded), ok
	}
	for _, p := range s.prefixes {
		if !bytes.HasPrefix(folded, p.letters) {
			continue
		}
		t := f.typed(i)
		if len(s.begins) == 0 || bytes.HasPrefix(t.written(), s.begins) {
			return Prefix, p.skip, len(p.letters), true
		}
	}
	return 0, 0, 0, false
}
