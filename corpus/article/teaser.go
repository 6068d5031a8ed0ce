package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// findTeasers tells the stories among the related blocks of a part apart.
//
// A story ends with its page line, which names newspaper and city or the author, where the page has such lines. Where it has none, a
// title begins each: a short line, with the longer one behind it as its lead.
func (p *Parser) findTeasers(blocks []Block) {
	for i := 0; i < len(blocks); {
		if blocks[i].Kind != Related {
			i++
			continue
		}
		end, last := i, i
		for end < len(blocks) && (blocks[end].Kind == Related || blocks[end].Kind == Furniture) {
			if blocks[end].Kind == Related {
				last = end
			}
			end++
		}
		p.tellApart(blocks, i, last+1)
		i = end
	}
}

// tellApart finds the stories among blocks i to end, related ones and furniture between them. Where no page line closes a story,
// another begins with the next line that can be a title.
func (p *Parser) tellApart(blocks []Block, i, end int) {
	closed := false // by page lines
	for k := i; k < end && !closed; k++ {
		closed = blocks[k].Kind == Related && p.pageLine(blocks, k)
	}
	first, title := -1, -1 // of the story at hand
	for k := i; k < end; k++ {
		if blocks[k].Kind != Related {
			continue
		}
		s := p.blockText(blocks[k])
		if n := relatedCue(s); n > 0 || relatedHeader(plain(validPrefix(s, maxLabel))) {
			p.addTeaser(blocks, first, k-1)
			first, title = -1, -1
			if n > 0 && n < len(s) {
				p.teasers = append(p.teasers, Teaser{First: k, Last: k, Title: Range{blocks[k].Start + n, blocks[k].End}})
			}
			continue
		}
		if !closed && title >= 0 && teaserTitle(s) && s != p.blockText(blocks[title]) && !dateLine(s, 0) {
			p.addTeaser(blocks, first, k-1)
			first, title = -1, -1
		}
		if first < 0 {
			first = k
		}
		if title < 0 && !isCaption(s) && !isSectionName(plain(validPrefix(s, maxLabel))) {
			title = k
		}
		if closed && p.pageLine(blocks, k) {
			p.addTeaser(blocks, first, k)
			first, title = -1, -1
		}
	}
	p.addTeaser(blocks, first, end-1)
}

// storyBlocks is how many blocks above another are looked at: no story has more, and a list without end must not cost its square.
const storyBlocks = 8

// teaserTitle reports whether a line can be the title of a related story and not its lead.
func teaserTitle(s string) bool {
	return len(s) <= maxTitle && (!strings.HasSuffix(s, ".") || strings.HasSuffix(s, "..")) && !isCaption(s)
}

// addTeaser enters the story of blocks first to last, and finds its parts.
func (p *Parser) addTeaser(blocks []Block, first, last int) {
	if first < 0 {
		return
	}
	for last > first && blocks[last].Kind != Related {
		last--
	}
	t := Teaser{First: first, Last: last}
	body := last + 1 // behind the blocks of the story but its page line
	if p.pageLine(blocks, last) {
		t.Source, body = blockRange(blocks[last]), last
	}
	title, again := p.titleOf(blocks, first, body)
	if title >= 0 {
		t.Title = p.withoutSection(blocks, first, title)
		if lead := nextRelated(blocks, again+1, body); lead >= 0 && !p.isDate(blocks[lead]) {
			t.Lead = blockRange(blocks[lead])
		}
	} else if t.Source == (Range{}) {
		return
	}
	p.teasers = append(p.teasers, t)
}

// titleOf gives the block of a story's title, and the one where it stands last; -1 for none. It is the line that stands twice, else the
// one above the last, which is the lead; the last one where a caption is above it.
func (p *Parser) titleOf(blocks []Block, first, end int) (title, again int) {
	last, above := -1, -1
	for k := first; k < end; k++ {
		if blocks[k].Kind != Related {
			continue
		}
		for i := max(first, k-storyBlocks); i < k; i++ {
			if blocks[i].Kind == Related && p.sameText(blocks[i], blocks[k]) {
				return i, k
			}
		}
		last, above = k, last
	}
	switch {
	case above < 0:
		return last, last
	case teaserTitle(p.blockText(blocks[last])) && p.captionLike(p.blockText(blocks[above])) && !strings.HasSuffix(p.blockText(blocks[above]), "؟"):
		return last, last
	}
	return above, above
}

// isDate reports whether a block is the date line of a story.
func (p *Parser) isDate(b Block) bool {
	s := p.blockText(b)
	return len(s) <= maxLabel && dateLine(s, 0)
}

func (p *Parser) blockText(b Block) string { return p.text[b.Start:b.End] }

func (p *Parser) sameText(a, b Block) bool {
	return a.End-a.Start == b.End-b.Start && p.blockText(a) == p.blockText(b)
}

// captionLike reports whether a line of a story belongs to its picture: it ends with a credit, or opens with the section that the
// picture is labelled with.
func (p *Parser) captionLike(s string) bool {
	return isCaption(s) || sectionPrefix(s) > 0
}

// sectionPrefix gives the length of the section's name that a line opens with, and of the space behind it; 0 for none.
func sectionPrefix(s string) int {
	const mostWords = 3
	at, length := 0, 0
	for range mostWords {
		n := strings.IndexFunc(s[at:], unicode.IsSpace)
		if n < 0 {
			break
		}
		if isSectionName(plain(s[:at+n])) {
			length = skipSpace(s, at+n)
		}
		at = skipSpace(s, at+n)
	}
	return length
}

// withoutSection gives the range of a story's title, without the name of the section where the caption above opens with it, too.
func (p *Parser) withoutSection(blocks []Block, first, title int) Range {
	r := blockRange(blocks[title])
	s := p.text[r.Start:r.End]
	n := sectionPrefix(s)
	if n == 0 {
		return r
	}
	for k := first; k < title; k++ {
		if above := p.blockText(blocks[k]); blocks[k].Kind == Related && strings.HasPrefix(above, s[:n]) && above != s {
			r.Start += n
			break
		}
	}
	return r
}

// nextRelated gives the first related block from i to end, -1 for none.
func nextRelated(blocks []Block, i, end int) int {
	for ; i < end; i++ {
		if blocks[i].Kind == Related {
			return i
		}
	}
	return -1
}

func blockRange(b Block) Range { return Range{b.Start, b.End} }

// pageLine reports whether block k closes a story.
func (p *Parser) pageLine(blocks []Block, k int) bool { return p.isPageLine(p.blockText(blocks[k])) }

// isPageLine reports whether a line closes a story: newspaper or author, and the cities in brackets, or the name of an agency alone. Two
// newspapers may stand side by side.
func (p *Parser) isPageLine(s string) bool {
	const longest = 140 // bytes: an author and three cities, or the newspaper twice
	if len(s) > longest || !strings.HasSuffix(s, ")") {
		return false
	}
	if first, rest, ok := strings.Cut(s, ") "); ok {
		return p.isPageLine(first+")") && p.isPageLine(strings.TrimLeft(rest, " -–،"))
	}
	open := strings.LastIndexByte(s, '(')
	if open <= 0 {
		return false
	}
	name, place := strings.TrimRightFunc(s[:open], unicode.IsSpace), s[open+1:len(s)-1]
	quoted := strings.HasSuffix(name, "»") || strings.HasSuffix(name, `"`)
	if source := agency(place); !quoted && source != "" && !commonName(source) || digits(place) || words(place) > 6 || !p.isNamed(name) {
		return false
	}
	return bareName(strings.Map(func(r rune) rune {
		if r == '-' || r == '–' || r == '،' || r == '/' {
			return ' '
		}
		return r
	}, place))
}

// isNamed reports whether a text is a newspaper in quotes or known by name, or what may be the name of an author.
func (p *Parser) isNamed(s string) bool {
	if r, n := utf8.DecodeRuneInString(s); r == '«' || r == '"' || r == '“' {
		closing, _ := closingQuote(r)
		return strings.IndexRune(s[n:], closing) == len(s)-n-utf8.RuneLen(closing) && words(s) <= 4
	}
	if name := agency(s); name != "" && words(s) <= 4 {
		return true
	}
	n := words(s)
	return n >= 2 && n <= 5 && bareName(s) && sectionPrefix(s+" ") == 0
}
