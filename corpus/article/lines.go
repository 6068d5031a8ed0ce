package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitLines divides the source into lines, and lines at the borders of the spans that markup gives.
func (p *Parser) splitLines() {
	text, mark := p.text, byte('\n')
	if strings.IndexByte(text, '\n') < 0 && strings.IndexByte(text, '\r') >= 0 {
		mark = '\r' // the lines of old Macs
	}
	// Room for a line between each two breaks and at each end of a span, so that millions of them are not copied again and again.
	p.lines = slices.Grow(p.lines[:0], strings.Count(text, string(mark))+1+len(p.src.Spans))
	gap, span := 0, 0
	for start := 0; start < len(text); {
		end, next := len(text), len(text)
		if n := strings.IndexByte(text[start:], mark); n >= 0 {
			end, next = start+n, start+n+1
		}
		before := len(p.lines)
		span = p.addSpans(start, end, span)
		if len(p.lines) == before {
			gap++
		} else {
			p.lines[before].gap = gap
			gap = 0
		}
		start = next
	}
}

// addSpans adds the pieces of one line of the source. span is the first span that may reach into it; the next one is given back.
func (p *Parser) addSpans(start, end, span int) int {
	spans := p.src.Spans
	for span < len(spans) && spans[span].Start < end {
		s := spans[span]
		if s.End > start {
			from, to := max(s.Start, start), min(s.End, end)
			if from > start {
				p.addLine(start, from, Furniture, true) // the mark before a Markdown heading
			}
			// What markup calls a paragraph may still be a caption or a byline.
			p.addLine(from, to, s.Kind, s.Kind != Paragraph)
			start = to
		}
		if s.End > end {
			break
		}
		span++
	}
	if start < end {
		p.addLine(start, end, Paragraph, false)
	}
	return span
}

// addLine adds a piece without the white space around it, unless there is nothing else.
func (p *Parser) addLine(start, end int, kind Kind, settled bool) {
	part := p.text[start:end]
	s := strings.TrimSpace(part)
	if s == "" {
		return
	}
	if len(s) < len(part) {
		start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	}
	end = start + len(s)
	switch {
	case invisible(s):
		p.addPiece(start, end, Furniture, true)
	case settled || kind != Paragraph:
		p.addPiece(start, end, kind, settled)
	default:
		if n := buttonsLength(s); n > 0 {
			p.addPiece(start, start+n, Furniture, true)
			start = skipSpace(p.text[:end], start+n)
		}
		p.addText(start, end)
	}
}

// wide is the white space that stands between the elements of a page where they were written in one line.
const wide = "   "

// wideSpace gives where the first three spaces in a row begin, -1 where there are none. Of three in a row two fill a pair of bytes, and it looks at
// four pairs at a time: a search would stop at each space between words.
func wideSpace(s string) int {
	const one, top = 0x0001000100010001, 0x8000800080008000 // of each pair: its lowest and its highest bit
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if x := load(s, i) ^ ' '*ones; (x-one)&^x&top != 0 { // a pair is zero
			if n := wideAt(s, i); n >= 0 {
				return n
			}
		}
	}
	i = max(0, i-1)
	if n := strings.Index(s[i:], wide); n >= 0 {
		return i + n
	}
	return -1
}

// wideAt gives where three spaces in a row begin of which two are one of the four pairs from i on, -1 where there are none.
func wideAt(s string, i int) int {
	for end := i + 8; i < end; i += 2 {
		switch {
		case s[i] != ' ' || s[i+1] != ' ':
		case i > 0 && s[i-1] == ' ':
			return i - 1
		case i+2 < len(s) && s[i+2] == ' ':
			return i
		}
	}
	return -1
}

// longLink is the length in bytes of the longest title of another story in a row of them; what is longer is text again.
const longLink = 180

// addText adds a line that may hold several paragraphs, or links to other stories, with wide spaces between. A sentence must have
// ended before such a space: it also stands where links were taken out of a text.
func (p *Parser) addText(start, end int) {
	const shortest = 40 // bytes, for a piece to be a paragraph
	n := wideSpace(p.text[start:end])
	links := n >= 0 && relatedLine(p.text[start:end])
	for from := start; n >= 0; n = wideSpace(p.text[from:end]) {
		cut, next := from+n, skipSpace(p.text[:end], from+n)
		switch {
		case links && cut-start > longLink:
			links = false
		case links:
			p.addPiece(start, cut, Related, true)
			start = next
		case cut-start >= shortest && end-next >= shortest && endsSentence(p.text[from:cut]):
			p.addPiece(start, cut, Paragraph, false)
			start = next
			links = relatedLine(p.text[start:end])
		}
		from = next
	}
	if tail := playCircle(p.text[start:end]); tail > 0 {
		p.addPiece(start, start+tail, Paragraph, false)
		start += tail
	}
	if links && end-start <= longLink {
		p.addPiece(start, end, Related, true)
	} else {
		p.addPiece(start, end, Paragraph, false)
	}
}

// addPiece adds a line as it is, but for white space at its end.
func (p *Parser) addPiece(start, end int, kind Kind, settled bool) {
	if s := strings.TrimRightFunc(p.text[start:end], unicode.IsSpace); s != "" {
		p.lines = append(p.lines, line{start: start, end: start + len(s), kind: kind, settled: settled})
	}
}

// split divides line i at source offsets, each the start of a new piece; pieces of white space are dropped.
func (p *Parser) split(i int, at ...int) {
	old := p.lines[i]
	rest := append([]line(nil), p.lines[i+1:]...)
	p.lines = p.lines[:i]
	bounds := append(append([]int{old.start}, at...), old.end)
	for k := 0; k+1 < len(bounds); k++ {
		p.addPiece(skipSpace(p.text[:bounds[k+1]], bounds[k]), bounds[k+1], Paragraph, false)
	}
	if len(p.lines) > i {
		p.lines[i].gap = old.gap
	}
	p.lines = append(p.lines, rest...)
}

// invisible reports whether a line shows nothing: the NUL that some exports leave at the end, or directional marks alone.
func invisible(s string) bool {
	if len(s) > 64 {
		return false
	}
	for _, r := range s {
		if r >= 'ء' && r <= 'ي' || r == utf8.RuneError || !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Cc, r) {
			return false
		}
	}
	return true
}

// endsSentence reports whether a text ends with a full stop, question or exclamation mark, quotes and brackets aside.
func endsSentence(s string) bool {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if isStop(r) {
			return true
		}
		if !isCloser(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			return false
		}
		s = s[:len(s)-n]
	}
	return false
}

// words counts the words of a short text that white space divides.
func words(s string) int {
	n, inside := 0, false
	for _, r := range s {
		space := unicode.IsSpace(r)
		if !space && !inside {
			n++
		}
		inside = !space
	}
	return n
}
