package search

import "jarida/corpus/article"

// Snippet gives the stretch of an article's text of about so many words that says most of what was asked for, within one block: the one with
// the most different words of the query, of these the one with the most of them, of these the first. Where there are none, it is how the
// text begins.
func (m Marks) Snippet(src string, a *article.Article, words int) article.Range {
	words = max(1, words)
	best := window{}
	var opening *article.Block
	eachPassage(a, func(b *article.Block, _ bool) {
		if opening == nil || !opens(opening.Kind) && opens(b.Kind) {
			opening = b
		}
		if len(m.patterns) > 0 && best.different < len(m.patterns) {
			var f markedText
			f.fold(src[b.Start:b.End])
			if w := m.window(&f, words); w.better(best) {
				best = w
				best.text = stretch(&f, b, w.first, words)
			}
		}
	})
	if best.different == 0 && opening != nil {
		var f markedText
		f.fold(src[opening.Start:opening.End])
		best.text = stretch(&f, opening, 0, words)
	}
	return best.text
}

// opens reports whether a text begins with a block of a kind, and not with what is said about it.
func opens(k article.Kind) bool {
	return k == article.Lead || k == article.Paragraph || k == article.Quote
}

// window is a stretch of a block.
type window struct {
	first     int // word
	different int // patterns that are found in it
	hits      int
	text      article.Range
}

// better reports whether a window says more than another.
func (w window) better(than window) bool {
	return w.different > than.different || w.different == than.different && w.hits > than.hits
}

// window gives the best stretch of so many words of a text.
func (m Marks) window(f *markedText, words int) window {
	hits := m.hits(f)
	best := window{}
	times := make([]int, len(m.patterns)) // of each pattern between behind and i
	different, behind := 0, 0
	for i, h := range hits {
		if times[h.pattern]++; times[h.pattern] == 1 {
			different++
		}
		for h.last-hits[behind].first >= words && behind < i {
			if times[hits[behind].pattern]--; times[hits[behind].pattern] == 0 {
				different--
			}
			behind++
		}
		if w := (window{different: different, hits: i - behind + 1}); w.better(best) {
			spare := words - (h.last - hits[behind].first + 1)
			w.first = max(0, hits[behind].first-max(0, spare/2))
			best = w
		}
	}
	return best
}

// stretch gives the range of so many words of a block from one on, or of the last ones where there are fewer.
func stretch(f *markedText, b *article.Block, first, words int) article.Range {
	first = max(0, min(first, len(f.Words)-words))
	r := article.Range{Start: b.Start, End: b.End}
	if first > 0 {
		r.Start = b.Start + int(f.Words[first].From)
	}
	if last := first + words - 1; last < len(f.Words)-1 {
		r.End = b.Start + int(f.Words[last].To)
	}
	return r
}
