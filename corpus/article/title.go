package article

import (
	"strings"
	"unicode/utf8"
)

const (
	// maxTitle is the length in bytes of the longest first line that is taken as a title: about 150 Arabic letters. The
	// longest titles of the press have 120; leads begin at 150.
	maxTitle = 300
	// maxMadeTitle is the length in bytes at which a title made from the first sentence is cut: a line of 80 columns.
	maxMadeTitle = 150
)

// findTitle settles the title line and what stands above it: section and site name.
func (p *Parser) findTitle() {
	if p.titleOfMarkup() {
		return
	}
	i := p.nextText(0)
	if i < 0 {
		return
	}
	for kind, ok := p.aboveTitle(i); ok; kind, ok = p.aboveTitle(i) {
		p.settle(i, kind)
		p.settledHead(i)
		i = p.nextText(i + 1)
	}
	if !p.titleLike(i) || p.hardWrapped(i) {
		return
	}
	i = p.peelSite(i)
	p.setTitle(i)
	p.splitRepeatedTitle(i)
}

// aboveTitle tells the section or date that stands above a title from the title.
func (p *Parser) aboveTitle(i int) (Kind, bool) {
	next := p.nextText(i + 1)
	if next < 0 || !p.titleLike(next) || p.lines[i].end-p.lines[i].start > maxLabel {
		return Paragraph, false
	}
	s := p.lineText(i)
	switch {
	case p.sectionLine(i), sectionPath(s):
		return Section, p.article.Section == ""
	case sourceLine(s):
		return Byline, true
	}
	return Dateline, dateLine(s, p.lines[i].start)
}

// titleOfMarkup takes the title that a heading of the page or Markdown gives, or a line that says what the metadata say.
func (p *Parser) titleOfMarkup() bool {
	for i := range p.lines {
		if l := &p.lines[i]; l.settled && l.kind == Title {
			p.setTitle(i)
			return true
		}
	}
	if p.src.Format == Text || p.src.Title == "" {
		return false
	}
	for i := range p.lines {
		if text := p.lineText(i); len(text) > minRepeat/4 && strings.Contains(p.src.Title, text) && p.lines[i].kind != Furniture {
			p.setTitle(i)
			return true
		}
	}
	return true // from metadata alone
}

func (p *Parser) setTitle(i int) {
	l := &p.lines[i]
	p.settle(i, Title)
	end := l.end
	if p.secondLine(i) {
		p.settle(i+1, Title)
		p.lines[i+1].joined = true
		end = p.lines[i+1].end
	}
	s := p.text[l.start:end]
	p.heading = foldTitle(s)
	p.title = Headline{Text: display(s), Start: l.start, End: end}
	if section, _, ok := strings.Cut(p.title.Text, " / "); ok && p.article.Section == "" && isSectionName(plain(section)) {
		p.article.Section = section // the Saudi agency's "عام / …"
	}
}

// secondLine reports whether the line beneath a title goes on with it: right beneath and as short, where the first one leaves a
// quotation or bracket open, or ends with a comma or a word that needs another. More titles than these have two lines, but beneath most
// stands a name or a deck.
func (p *Parser) secondLine(i int) bool {
	if i+1 >= len(p.lines) || p.lines[i+1].settled || p.lines[i+1].gap > 0 || p.src.Format == HTML {
		return false
	}
	first, second := p.lineText(i), p.lineText(i+1)
	if len(first) > maxTitle/2 || len(second) > maxTitle/2 || endsSentence(second) && strings.HasSuffix(second, ".") || dateLine(second, 0) {
		return false
	}
	if openQuote(first) && closesQuote(second) {
		return true
	}
	last := first[strings.LastIndexByte(first, ' ')+1:]
	return needsMore(last) && !divided(second) || strings.HasSuffix(last, "،") && !p.isByline(i+1)
}

// openQuote reports whether a quotation or bracket that a text opens is not closed in it.
func openQuote(s string) bool {
	return strings.Count(s, "«") > strings.Count(s, "»") || strings.Count(s, "“") > strings.Count(s, "”") || strings.Count(s, "(") > strings.Count(s, ")") ||
		strings.Count(s, `"`)%2 == 1
}

// closesQuote reports whether a text closes a quotation or bracket that it does not open.
func closesQuote(s string) bool {
	return strings.Count(s, "»") > strings.Count(s, "«") || strings.Count(s, "”") > strings.Count(s, "“") || strings.Count(s, ")") > strings.Count(s, "(") ||
		strings.Count(s, `"`)%2 == 1
}

// needsMore reports whether neither a title nor a sentence can end with a word.
func needsMore(word string) bool {
	switch word {
	case "في", "من", "على", "إلى", "الى", "عن", "مع", "بين", "ضد", "حول", "خلال", "أن", "إن", "ان", "و", "أو", "او", "التي", "الذي", "الذين", "لدى", "منذ", "حتى",
		"تحت", "نحو", "عند", "لم", "لن", "قد":
		return true
	}
	return false
}

// nextText gives the first line from i on that nothing is known about, -1 for none.
func (p *Parser) nextText(i int) int {
	for ; i < len(p.lines); i++ {
		if !p.lines[i].settled {
			return i
		}
	}
	return -1
}

func (p *Parser) sectionLine(i int) bool {
	s := p.lineText(i)
	return len(s) <= maxLabel/2 && isSectionName(plain(s))
}

// titleLike reports whether a line can be a title: short, and a sentence at most; a full stop belongs to running text.
func (p *Parser) titleLike(i int) bool {
	s := p.lineText(i)
	if len(s) > maxTitle || len(s) > maxTitle/2 && titleEnd(s) < len(s) {
		return false
	}
	if len(s) <= maxTitle/2 {
		return true
	}
	return !strings.HasSuffix(s, ".") || strings.HasSuffix(s, "..")
}

// titleEnd gives the end of the first sentence of a title, in which an ellipsis stands between two things and ends nothing.
func titleEnd(s string) int {
	end := sentenceEnd(s, 0)
	for end < len(s) && (strings.HasSuffix(s[:end], "..") || strings.HasSuffix(s[:end], "…")) {
		end = sentenceEnd(s, end)
	}
	return end
}

// hardWrapped reports whether the text that begins with line i is a paragraph broken into lines, which has no title.
func (p *Parser) hardWrapped(i int) bool {
	if i+1 >= len(p.lines) || p.lines[i+1].gap > 0 || p.lines[i+1].settled || endsSentence(p.lineText(i)) {
		return false
	}
	// The paragraph goes on to a line that ends a sentence, without a long line between: those are paragraphs of their own.
	const enough, most = 3, 40
	k := i + 1
	for k < len(p.lines) && k < i+most && p.lines[k].gap == 0 && p.lines[k].end-p.lines[k].start <= maxWrapped && !endsSentence(p.lineText(k)) {
		k++
	}
	if k == len(p.lines) || k == i+most || p.lines[k].gap > 0 || p.lines[k].end-p.lines[k].start > maxWrapped {
		return false
	}
	end, width := p.column(i, i+most)
	if k-i+1 >= enough {
		return p.overflows(i, i+1, width) || !p.filled(i+1, end)
	}
	return p.wrappedFrom(i, end, width)
}

// wrappedFrom reports whether the first paragraph, of two lines, is broken at the column at which those behind it are.
func (p *Parser) wrappedFrom(i, end, width int) bool {
	const enough = 5
	wrapped, _ := p.wrappedRun(i, end)
	return wrapped && end-i >= enough && p.overflows(i, i+1, width)
}

// column gives the end of the lines from i on that follow each other without a blank line, at most up to last, and the letters of the longest.
func (p *Parser) column(i, last int) (end, width int) {
	for end = i; end < min(last, len(p.lines)) && !p.lines[end].settled && (end == i || p.lines[end].gap == 0); end++ {
		width = max(width, utf8.RuneCountInString(p.lineText(end)))
	}
	return end, width
}

// splitRepeatedTitle divides the lines under the title that hold it again among other things, as pages do whose elements were
// written in one line with wide spaces between: date, title, caption.
func (p *Parser) splitRepeatedTitle(i int) {
	const near = 3
	for k := i + 1; k < len(p.lines) && k <= i+near; k++ {
		if p.lines[k].end-p.lines[k].start > 2*maxTitle {
			continue
		}
		starts, title := p.wideSpaces(k)
		if title < 0 || len(starts) == 1 {
			continue
		}
		p.split(k, starts[1:]...)
		p.settle(k+title, Title)
		if title+1 < len(starts) {
			p.settle(k+title+1, Caption)
		}
		return
	}
}

// wideSpaces gives where the parts of a line begin between which stand three spaces or more, and which of them is the title,
// -1 for none.
func (p *Parser) wideSpaces(k int) (starts []int, title int) {
	const wide = "   "
	title = -1
	for at, end := p.lines[k].start, p.lines[k].end; at < end; {
		part := p.text[at:end]
		n := strings.Index(part, wide)
		if n < 0 {
			n = len(part)
		}
		if title < 0 && p.isTitle(part[:n]) {
			title = len(starts)
		}
		starts = append(starts, at)
		at += n + len(part[n:]) - len(strings.TrimLeft(part[n:], " "))
	}
	return starts, title
}

// isTitle reports whether a text is the title again, whatever its white space.
func (p *Parser) isTitle(s string) bool {
	const sample = 4 // bytes: most lines differ here, and need no more
	if len(p.heading) < sample || len(s) < len(p.heading) || len(s) > 2*maxTitle {
		return false
	}
	return (s[:sample] == p.heading[:sample] || s[0] == "\u200f"[0]) && foldTitle(s) == p.heading
}

// shorten cuts a made-up title at a clause near its greatest length, else at a word.
func shorten(s string) string {
	if len(s) <= maxMadeTitle {
		return strings.TrimRight(s, ".،؛:, ")
	}
	s = validPrefix(s, maxMadeTitle)
	for _, mark := range []string{"،", "؛", ":"} {
		if at := strings.LastIndex(s, mark); at > maxMadeTitle*2/3 {
			return s[:at] + "…"
		}
	}
	if at := strings.LastIndexByte(s, ' '); at > maxMadeTitle/3 {
		s = s[:at]
	}
	return strings.TrimRight(s, "،؛:, -") + "…"
}
