package article

import "strings"

// findParts tells with which lines the parts of the source begin: the main article with the first, and each whole article that
// follows it in the file with its title.
//
// The rule must never divide one article, so a part needs proof. It begins with a title that stands twice within a few lines, as
// pages print it for the list and again over the text, and between the two stands nothing but what belongs to a head. Where the
// button "TT" of the page is between them that is enough. Without it the title must stand behind related stories, an end mark or
// a rule, and paragraphs must follow. A title that stands once must have a date beneath it, and such a mark above, or be a title by
// its markup. Before every part there is a whole article.
func (p *Parser) findParts() {
	p.first = append(p.first[:0], 0)
	var seen partSigns
	named := p.src.Parts
	for i := range p.lines {
		if len(named) > 0 && i > 0 && p.lines[i].start >= named[0] {
			p.first = append(p.first, i)
			named, seen = named[1:], partSigns{}
		}
		if first := p.partAt(i, seen); first > p.first[len(p.first)-1] {
			p.first = append(p.first, first)
			seen = partSigns{button: p.lineText(i) == pageButton}
			continue
		}
		switch s := p.lineText(i); {
		case p.lines[i].settled:
			seen.button = seen.button || s == pageButton
		case len(s) >= minRepeat && endsSentence(s):
			seen.body = true
		case p.lines[i].opens:
			seen.related = seen.body
		}
	}
}

// partSigns is what a part has had so far.
type partSigns struct {
	body    bool // a paragraph
	related bool // and behind it a header of related stories
	button  bool // the button of the page over its text
}

// partAt gives the first line of the part that line i proves, 0 where it proves none.
func (p *Parser) partAt(i int, seen partSigns) int {
	l := &p.lines[i]
	s := p.lineText(i)
	switch {
	case !seen.body:
	case l.settled && s == pageButton && seen.button:
		return p.aboveButton(i)
	case l.settled:
		if first, ok := p.markedPart(i); ok {
			l.kind = Title
			return first
		}
	case len(s) <= maxTitle && (seen.related || l.gap > 0 || i > 0 && p.lines[i-1].settled) && p.beginsPart(i, seen.related):
		return i
	}
	return 0
}

// markedPart reports whether a heading of a page or of Markdown is the title of a whole article, and the part's first line: on a page
// author and date stand beneath it, in Markdown it is of the highest level and has a date. Paragraphs follow.
func (p *Parser) markedPart(i int) (first int, ok bool) {
	if p.src.Format == Text || p.lines[i].kind != Heading && p.lines[i].kind != Title {
		return 0, false
	}
	if p.src.Format == Markdown {
		return i - 1, i > 0 && p.lineText(i-1) == "#" && p.datedHead(i)
	}
	const head = 4
	author, date := false, false
	k := i + 1
	for ; k < len(p.lines) && k <= i+head && p.lines[k].end-p.lines[k].start <= maxByline; k++ {
		author = author || p.lines[k].settled && p.lines[k].kind == Byline
		date = date || p.lines[k].settled && p.lines[k].kind == Dateline
	}
	return i, author && date && p.paragraphs(k, 2)
}

// nearTitle is how many lines may stand between a title and its repeat: a lead, and a caption printed twice, with buttons.
const nearTitle = 6

// beginsPart reports whether a whole article begins with line i. related says that teasers of other stories stand above.
func (p *Parser) beginsPart(i int, related bool) bool {
	title := p.lineText(i)
	text := false // something is said between title and repeat
	for k := i + 1; k < len(p.lines) && k <= i+nearTitle+1; k++ {
		s := p.lineText(k)
		switch {
		case p.sameTitle(title, s) && p.lineText(k-1) == pageButton:
			return p.sentenceBelow(k + 1)
		case p.sameTitle(title, s):
			// Right beneath it is a caption or lead printed twice.
			return k > i+1 && !text && (related || p.separated(i)) && p.paragraphs(k+1, 2)
		case p.lines[k].settled && p.lines[k].kind != Furniture && p.lines[k].kind != Tag:
			return false
		case len(s) > maxLabel && endsSentence(s):
			text = true
		}
	}
	return p.separated(i) && p.titleLike(i) && p.datedHead(i)
}

// pageButton is the button between the head of a page and its text.
const pageButton = "TT"

// sameTitle reports whether a line says what a title says, white space and marks that show nothing aside.
func (p *Parser) sameTitle(title, s string) bool {
	const marks = 64 // bytes
	if s == title {
		return true
	}
	return max(len(s), len(title))-min(len(s), len(title)) <= marks && (mayHaveMarks(s) || mayHaveMarks(title) || len(s) != len(title)) &&
		foldTitle(s) == foldTitle(title)
}

// foldTitle gives a title as it is compared: single spaces, and no marks that show nothing.
func foldTitle(s string) string { return strings.TrimSpace(foldSpace(dropMarks(s))) }

// aboveButton gives the line of the title over the button of a page: it stands above captions printed twice or with a credit, and beneath
// the end of another text; 0 where there is none. A page with such buttons has one for each article, so that a second one needs no more
// proof; a title that stands again beneath it is found by itself.
func (p *Parser) aboveButton(button int) int {
	const tagWords = 3
	i := button - 1
	for i > 0 && i > button-nearTitle && (isCaption(p.lineText(i)) || p.lineText(i) == p.lineText(i-1) || p.lineText(i) == p.lineText(i+1)) {
		i--
	}
	title := 0
	for ; i > 0 && i > button-nearTitle; i-- {
		s := p.lineText(i)
		if p.lines[i].settled || p.lines[i].opens || fullStop(s) || !p.titleLike(i) || p.isPageLine(s) {
			break
		}
		if words(s) > tagWords && p.lines[i].gap > 0 {
			title = i
		}
	}
	if title == 0 || !fullStop(p.lineText(i)) && !p.isPageLine(p.lineText(i)) && !p.lines[i].settled || !p.sentenceBelow(button+1) {
		return 0
	}
	return title
}

// sentenceBelow reports whether a sentence stands within a few lines from i on.
func (p *Parser) sentenceBelow(i int) bool {
	const shortest = 40 // bytes
	for last := min(len(p.lines), i+nearTitle); i < last; i++ {
		if s := p.lineText(i); !p.lines[i].settled && len(s) >= shortest && endsSentence(s) || len(s) > maxTitle {
			return true
		}
	}
	return false
}

// paragraphs reports whether n paragraphs follow one another from line i on, past what may stand beneath a title.
func (p *Parser) paragraphs(i, n int) bool {
	found := 0
	for last := min(len(p.lines), i+nearTitle+n); i < last; i++ {
		s := p.lineText(i)
		switch {
		case len(s) > maxLabel && endsSentence(s) || len(s) > maxTitle:
			if found++; found == n {
				return true
			}
		case found > 0:
			return false
		}
	}
	return false
}

// separated reports whether a mark that ends an article stands right above line i: a rule of at least five signs, a page break, or
// the words that close an agency's report.
func (p *Parser) separated(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		s := p.lineText(k)
		switch {
		case isRule(s) || endMark(s):
			return true
		case !p.lines[k].settled || p.lines[k].kind != Furniture:
			return false
		}
	}
	return false
}

// datedHead reports whether a date line stands within the lines beneath a title, and then a paragraph.
func (p *Parser) datedHead(i int) bool {
	const head = 3
	for k := i + 1; k < len(p.lines) && k <= i+head; k++ {
		s := p.lineText(k)
		switch {
		case len(s) <= maxLabel && dateLine(s, 0):
			return p.paragraphs(k+1, 1)
		case len(s) > maxByline:
			return false
		}
	}
	return false
}

// isRule reports whether a line is drawn across the page.
func isRule(s string) bool {
	const shortest = 5
	if len(s) < shortest {
		return false
	}
	switch s[0] {
	case '-', '=', '_', '*', '~', '#':
	default:
		return false
	}
	for i := 1; i < len(s); i++ {
		if s[i] != s[0] && s[i] != ' ' {
			return false
		}
	}
	return true
}

// endMark reports whether a line closes the report of an agency: "// انتهى //", or the hour behind it.
func endMark(s string) bool {
	if len(s) > maxLabel/2 {
		return false
	}
	label := plain(s)
	return label == "انتهي" || clockMark(label) || label == "انتهي الخبر"
}
