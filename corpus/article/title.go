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
	if next := p.nextText(i + 1); next >= 0 && p.sectionLine(i) && p.titleLike(next) {
		p.settle(i, Section)
		p.article.Section = p.lineText(i)
		i = next
	}
	if !p.titleLike(i) || p.hardWrapped(i) {
		return
	}
	i = p.peelSite(i)
	p.setTitle(i)
	p.splitRepeatedTitle(i)
}

// titleOfMarkup takes the title that a heading of the page or Markdown gives, or a line that says what the metadata say.
func (p *Parser) titleOfMarkup() bool {
	for i := range p.lines {
		if l := &p.lines[i]; l.settled && l.kind == Title {
			p.setTitle(i)
			return true
		}
	}
	if p.src.Format != HTML || p.src.Title == "" {
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
	p.title = Headline{Text: strings.Join(strings.Fields(p.lineText(i)), " "), Start: l.start, End: l.end}
	if section, _, ok := strings.Cut(p.title.Text, " / "); ok && p.article.Section == "" && isSectionName(plain(section)) {
		p.article.Section = section // the Saudi agency's "عام / …"
	}
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
	if len(s) > maxTitle || sentenceEnd(s, 0) < len(s) && len(s) > maxTitle/2 {
		return false
	}
	if len(s) <= maxTitle/2 {
		return true
	}
	return !strings.HasSuffix(s, ".") || strings.HasSuffix(s, "..")
}

// hardWrapped reports whether the text that begins with line i is a paragraph broken into lines, which has no title.
func (p *Parser) hardWrapped(i int) bool {
	if i+1 >= len(p.lines) || p.lines[i+1].gap > 0 || p.lines[i+1].settled || endsSentence(p.lineText(i)) {
		return false
	}
	// The paragraph goes on to a line that ends a sentence, without a long line between: those are paragraphs of their own.
	const enough = 3
	for k := i + 1; k < len(p.lines) && k < i+40; k++ {
		if p.lines[k].gap > 0 || p.lines[k].end-p.lines[k].start > maxWrapped {
			return false
		}
		if endsSentence(p.lineText(k)) {
			return k-i+1 >= enough
		}
	}
	return false
}

// peelSite divides the name of a site from the title behind it ("CNNArabic.com - …") or before it ("… | BBC News"). It gives the
// line of the title.
func (p *Parser) peelSite(i int) int {
	s := p.lineText(i)
	start := p.lines[i].start
	for _, mark := range []string{" - ", " | ", " – "} {
		if at := strings.Index(s, mark); at > 0 && isSite(s[:at]) {
			p.article.Source = agency(s[:at])
			p.split(i, start+at+len(mark))
			p.settle(i, Furniture)
			return i + 1
		}
		if at := strings.LastIndex(s, mark); at > 0 && isSite(s[at+len(mark):]) {
			p.article.Source = agency(s[at+len(mark):])
			p.split(i, start+at)
			if i+1 < len(p.lines) {
				p.settle(i+1, Furniture)
			}
			return i
		}
	}
	return i
}

// isSite reports whether a part of a title line is the name of a site: Latin words with a domain or a broadcaster in them.
func isSite(s string) bool {
	const longest = 40
	if len(s) > longest {
		return false
	}
	label := plain(s)
	for _, name := range []string{"bbc", "cnn", "dw", "rt arabic", "reuters", "france24", "france 24", "sky news"} {
		if strings.HasPrefix(label, name) {
			return true
		}
	}
	for _, domain := range []string{".com", ".net", ".org", ".tv"} {
		if strings.Contains(strings.ToLower(s), domain) {
			return strings.IndexByte(s, ' ') < 0
		}
	}
	return false
}

// splitRepeatedTitle divides the lines under the title that hold it again among other things, as pages do whose elements were
// written in one line: date, title, caption.
func (p *Parser) splitRepeatedTitle(i int) {
	const near, wide = 3, "   "
	title := p.lineText(i)
	for k := i + 1; k < len(p.lines) && k <= i+near; k++ {
		s := p.lineText(k)
		at := strings.Index(s, title)
		if at < 0 || len(s) == len(title) {
			continue
		}
		before, after := s[:at], s[at+len(title):]
		if before != "" && !strings.HasSuffix(before, wide) || after != "" && !strings.HasPrefix(after, wide) {
			continue
		}
		start := p.lines[k].start
		p.split(k, start+at, start+at+len(title))
		for ; k < len(p.lines) && p.lineText(k) != title; k++ {
			continue
		}
		p.settle(k, Title)
		if after != "" && k+1 < len(p.lines) {
			p.settle(k+1, Caption)
		}
		return
	}
}

// shorten cuts a made-up title at a clause, else at a word.
func shorten(s string) string {
	if len(s) <= maxMadeTitle {
		return strings.TrimRight(s, ".،؛:, ")
	}
	s = s[:maxMadeTitle]
	for _, mark := range []string{"،", "؛", ":", ",", " "} {
		if at := strings.LastIndex(s, mark); at > maxMadeTitle/3 {
			return strings.TrimRight(s[:at], ".،؛:, -") + "…"
		}
	}
	for !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return s + "…"
}
