package article

import "strings"

// cut is where a piece of a line begins, and what the piece is.
type cut struct {
	at   int // source byte
	kind Kind
}

// readPageHead settles the head of a page whose elements were all written in one line, with wide spaces between: site, section and
// title, what is left of a tag (content="…" />), the menu, the date, and the title again.
func (p *Parser) readPageHead() {
	const tag, tagEnd = `content="`, "/>"
	if len(p.lines) == 0 || p.lines[0].settled {
		return
	}
	s, start := p.lineText(0), p.lines[0].start
	at := strings.Index(validPrefix(s, 2*maxTitle), tag)
	if at <= 0 {
		return
	}
	n := strings.Index(s[at:], tagEnd)
	if n < 0 {
		return
	}
	cuts := p.pageTitle(start, start+at)
	title := foldSpace(dropMarks(p.text[cuts[len(cuts)-2].at:cuts[len(cuts)-1].at]))
	cuts = append(cuts, p.pageMenu(start+at+n+len(tagEnd), p.lines[0].end, title)...)
	p.cutLine(0, cuts)
}

// pageTitle divides what stands before the debris of the page's head: "BBC Arabic - العالم - TITLE". The directional marks
// around its parts fall to the furniture between them. The last two cuts are those of the title and of what is behind it.
func (p *Parser) pageTitle(start, end int) []cut {
	cuts := []cut{{start, Furniture}}
	at := start
	for {
		part, _, ok := strings.Cut(p.text[at:end], " - ")
		if !ok || len(part) > maxLabel/2 {
			break
		}
		name := strings.TrimSpace(dropMarks(part))
		switch {
		case isSite(name):
			p.article.Source = agency(name)
		case isSectionName(plain(name)) && p.article.Section == "":
			p.article.Section = name
			from := at + strings.Index(part, name)
			cuts = append(cuts, cut{from, Section}, cut{from + len(name), Furniture})
		default:
			ok = false
		}
		if !ok {
			break
		}
		at += len(part) + len(" - ")
	}
	body := strings.TrimFunc(p.text[at:end], func(r rune) bool { return isMark(r) || r == ' ' || r == '\t' })
	if at += strings.Index(p.text[at:end], body); at == start {
		cuts = cuts[:0]
	}
	return append(cuts, cut{at, Title}, cut{at + len(body), Furniture})
}

// pageMenu divides what stands behind the debris: menu words up to the title again, and the date among them. Where the title does
// not come again, the text begins with the first piece that is no label.
func (p *Parser) pageMenu(start, end int, title string) []cut {
	const most = 30 // pieces of a menu
	var cuts []cut
	kind, labels := Furniture, 0 // labels: the cuts before the first piece that is none
	at := skipSpace(p.text[:end], start)
	text := -1
	for n := 0; n < most && at < end; n++ {
		length := strings.Index(p.text[at:end], wide)
		if length < 0 {
			length = end - at
		}
		piece := p.text[at : at+length]
		next := skipSpace(p.text[:end], at+length)
		was := kind
		switch {
		case foldSpace(dropMarks(piece)) == title:
			return p.pageByline(append(cuts, cut{at, Title}), next, end)
		case len(piece) <= maxLabel && dateLine(piece, 0):
			kind = Dateline
		default:
			kind = Furniture
			if text < 0 && !isMenuWord(piece) {
				text, labels = at, len(cuts)
			}
		}
		if kind == Dateline || kind != was {
			cuts = append(cuts, cut{at, kind})
		}
		at = next
	}
	if text < 0 {
		return cuts
	}
	return append(cuts[:labels], cut{text, Paragraph})
}

// pageByline divides the names that may stand between the title and the text: who wrote it, for whom, and where.
func (p *Parser) pageByline(cuts []cut, at, end int) []cut {
	const most = 2
	for n := 0; n <= most && at < end; n++ {
		cuts = append(cuts, cut{at, Paragraph})
		length := strings.Index(p.text[at:end], wide)
		if length < 0 || length > maxByline/2 || !bareName(p.text[at:at+length]) && agency(p.text[at:at+length]) == "" {
			break
		}
		at = skipSpace(p.text[:end], at+length)
	}
	return cuts
}

// isMenuWord reports whether a piece of a page's head is a button or the name of a section.
func isMenuWord(s string) bool {
	if len(s) > maxLabel/2 {
		return false
	}
	label := plain(s)
	return isFurniture(label) || isSectionName(label)
}

// cutLine divides line i where the cuts say, and settles the pieces; paragraphs stay open.
func (p *Parser) cutLine(i int, cuts []cut) {
	at := make([]int, 0, len(cuts))
	for _, c := range cuts {
		if c.at > p.lines[i].start {
			at = append(at, c.at)
		}
	}
	before := len(p.lines)
	p.split(i, at...)
	for k := i; k <= i+len(p.lines)-before; k++ {
		for _, c := range cuts {
			if c.at == p.lines[k].start && c.kind != Paragraph {
				p.settle(k, c.kind)
			}
		}
	}
}
