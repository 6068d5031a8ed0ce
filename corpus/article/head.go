package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jarida/corpus/calendar"
)

// maxHead is how many lines under the title may be facts about the article.
const maxHead = 12

// readHead settles the lines between the title and the text: byline, dateline, date, section, lead and captions.
func (p *Parser) readHead() {
	i := 0
	for k := range p.lines {
		if p.lines[k].settled && p.lines[k].kind == Title {
			i = k + 1
			break
		}
	}
	last := min(len(p.lines), i+maxHead)
	for ; i < last; i++ {
		if l := &p.lines[i]; l.settled {
			p.settledHead(i)
			continue
		}
		switch kind, ok := p.headKind(i); {
		case !ok:
			below := p.dateBelow(i)
			if below < 0 {
				p.readDateline(i)
				return
			}
			p.settleAbove(i, below)
			i = below - 1
		default:
			p.settle(i, kind)
			p.settledHead(i)
		}
	}
}

// dateBelow gives the date line that stands beneath the short lines from i on, of which nothing else is known; -1 where there is none, or
// a sentence before it.
func (p *Parser) dateBelow(i int) int {
	const most = 3 // names and decks
	for k := i; k < len(p.lines) && k <= i+most; k++ {
		s := p.lineText(k)
		switch {
		case k > i && len(s) <= maxLabel && !p.lines[k].settled && dateLine(s, 0):
			return k
		case len(s) > maxTitle || fullStop(s) && !nameLike(s):
			return -1
		}
	}
	return -1
}

// settleAbove settles the lines from i up to a date line: who wrote the article, or a second headline.
func (p *Parser) settleAbove(i, date int) {
	for ; i < date; i++ {
		switch {
		case p.lines[i].settled:
		case nameLike(p.lineText(i)):
			p.settle(i, Byline)
			p.settledHead(i)
		default:
			p.settle(i, Lead)
		}
	}
}

// nameLike reports whether a line right above a date can be names and places: a few words and nothing else, or with the marks between
// them.
func nameLike(s string) bool {
	n := words(s)
	switch {
	case len(s) > maxByline || digits(s) || openQuote(s):
		return false
	case bareName(s):
		return n <= 4 || n <= maxByName+3 && (strings.Contains(s, "بن ") || strings.Contains(s, "د.") || strings.Contains(s, "م."))
	}
	segments := 0
	for segment := range strings.FieldsFuncSeq(s, divides) {
		// What stands before a colon is a place, or who is quoted; behind it a name, or what he said.
		if n := words(segment); n > 4 || n > 2 && segments == 0 && strings.Contains(s, ":") || !bareName(segment) {
			return false
		}
		segments++
	}
	return segments > 1
}

// settledHead takes the facts from a line of the head.
func (p *Parser) settledHead(i int) {
	a, s := &p.article, p.lineText(i)
	switch p.lines[i].kind {
	case Byline:
		p.takeByline(s)
		p.takeDate(i)
	case Dateline:
		p.takeDate(i)
		if a.Source == "" {
			a.Source = agency(s)
		}
	case Section:
		if a.Section == "" {
			a.Section = strings.TrimRight(s, " |/>–-")
		}
	case Notice:
		p.readOrigin(i)
		p.takeDate(i)
	case Furniture:
		if len(s) <= maxLabel {
			p.takeDate(i)
		}
	default:
	}
}

// headKind tells what an unsettled line of the head is; false says that the text begins here.
func (p *Parser) headKind(i int) (Kind, bool) {
	s := p.lineText(i)
	twice := i+1 < len(p.lines) && p.lineText(i+1) == s || i > 0 && p.lineText(i-1) == s
	switch {
	case p.isTitle(s):
		return Title, true
	case len(s) > maxByline/2 && p.hardWrapped(i):
		return Paragraph, false // the first line of a broken paragraph is as short as these
	case len(s) <= maxLabel && dateLine(s, p.lines[i].start):
		return Dateline, true
	case len(s) <= maxLabel && digits(s) && labelled(s) && words(s) <= maxByName && !endsSentence(s):
		return Dateline, true // the hour of the last change
	case twice && !strings.HasSuffix(s, ")") && !p.secondTwice(i):
		return Lead, true // the summary that opens the text, printed for the list and again for the page
	case twice || p.captionAt(i, false) || p.captionBetween(i) || p.aroundButton(i):
		return Caption, true
	case len(s) > maxByline:
		return Paragraph, false
	case p.sectionLine(i):
		return Section, true
	case p.isByline(i):
		return Byline, true
	case p.isDeck(i):
		return Lead, true
	}
	return Paragraph, false
}

// secondTwice reports whether a line that stands twice is the caption beneath a lead or over the button of a page, and no lead itself.
func (p *Parser) secondTwice(i int) bool {
	s := p.lineText(i)
	if endsSentence(s) {
		return false
	}
	above, below := i-1, i+1
	for above >= 0 && p.lineText(above) == s {
		above--
	}
	for below < len(p.lines) && p.lineText(below) == s {
		below++
	}
	return above >= 0 && p.lines[above].settled && p.lines[above].kind == Lead || below < len(p.lines) && p.lineText(below) == pageButton
}

// aroundButton reports whether a line stands over the button of a page, and again beneath the title that is repeated there, or is that
// second one: the caption of the page's picture, whoever is credited.
func (p *Parser) aroundButton(i int) bool {
	const near = 4
	s := p.lineText(i)
	for k := i + 1; k < len(p.lines) && k <= i+near; k++ {
		if p.lineText(k) == pageButton {
			return k+2 < len(p.lines) && p.isTitle(p.lineText(k+1)) && p.lineText(k+2) == s
		}
	}
	if i < near || !p.isTitle(p.lineText(i-1)) || p.lineText(i-2) != pageButton {
		return false
	}
	for k := i - 3; k > 0 && k >= i-2-near; k-- {
		if p.lineText(k) == s {
			return true
		}
	}
	return false
}

// maxByline is the length in bytes of the longest byline: three cities with a reporter each.
const maxByline = 150

// maxByName is how many words the longest names have behind "by": those of Mauritania, with title.
const maxByName = 9

// isByline reports whether a short line names who wrote the article, or where.
func (p *Parser) isByline(i int) bool {
	s := p.lineText(i)
	trimmed := strings.TrimRightFunc(s, func(r rune) bool { return r == ':' || unicode.IsSpace(r) })
	n := words(s)
	known := agency(s)
	if n > 4 && goesOn(s) || endsSentence(trimmed) && !strings.HasSuffix(s, ")") && (known == "" || commonName(known) || n > maxByName) {
		return false
	}
	near := p.lines[i].gap == 0
	label := plain(s)
	for _, by := range []string{"بقلم ", "كتب ", "كتبت ", "اعداد ", "حوار ", "تقرير "} {
		if strings.HasPrefix(label, by) && (n <= 6 || by == "بقلم " && n <= maxByName) {
			return true
		}
	}
	if known != "" && n <= 12 && (!commonName(known) || divided(s)) {
		return true
	}
	follows := i+1 == len(p.lines) || p.lines[i+1].gap > 0 || p.lines[i+1].settled || p.longLine(i+1) || p.dateNext(i)
	switch {
	case !follows:
		return false
	case divided(s):
		return n <= 7 && (near || p.longLine(i+1) || p.dateNext(i)) && !digits(s)
	case strings.Contains(s, " من ") && near:
		return n <= 6 && !digits(s)
	}
	// Two or three words alone between title and text are a name: a heading has no place there, and a deck says more.
	alone := n <= 3 && i > 0 && p.lines[i-1].settled && p.lines[i-1].kind == Title && p.longLine(i+1)
	return (near || alone) && n >= 2 && n <= 5 && bareName(s)
}

// divided reports whether a line has the marks that stand between place, newspaper and name.
func divided(s string) bool {
	return strings.Contains(s, "- ") || strings.Contains(s, " – ") || strings.Contains(s, "ـ ") || strings.Contains(s, ": ") || strings.HasSuffix(s, ":") ||
		strings.Contains(s, "(") || strings.Contains(s, "«") || strings.Contains(s, " . ")
}

// digits reports whether there is a digit in a text, of any of the three kinds of Arabic news.
func digits(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			return true
		case c < 0xa0 || c > 0xb9 || i == 0: // no digit ends with it
		case s[i-1] == 0xd9 && c <= 0xa9 || s[i-1] == 0xdb && c >= 0xb0:
			return true
		}
	}
	return false
}

// bareName reports whether a line is nothing but a few words, as a name is. A full stop may stand behind a title ("د.").
func bareName(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsSpace(r) && r != '.' && !unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return true
}

func (p *Parser) longLine(i int) bool {
	const long = 180 // bytes: about 100 letters, more than any line of a head
	return i < len(p.lines) && p.lines[i].end-p.lines[i].start > long
}

func (p *Parser) dateNext(i int) bool {
	return i+1 < len(p.lines) && len(p.lineText(i+1)) <= maxLabel && dateLine(p.lineText(i+1), 0)
}

// isDeck reports whether a line is a second headline: followed by more of the head, or by the first paragraph.
func (p *Parser) isDeck(i int) bool {
	s := p.lineText(i)
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") || i+1 >= len(p.lines) {
		return false
	}
	if p.longLine(i+1) && !p.lines[i+1].settled && words(s) >= 3 {
		return true
	}
	if p.lines[i+1].gap == 0 {
		return false
	}
	next := &p.lines[i+1]
	if next.settled {
		return next.kind == Furniture
	}
	following := p.lineText(i + 1)
	return p.isTitle(following) || isCaption(following) || p.aroundButton(i+1) || i+2 < len(p.lines) && p.lineText(i+2) == following ||
		len(following) <= maxByline && (dateLine(following, 0) || p.isByline(i+1))
}

// takeByline sets who wrote the article, and for whom.
func (p *Parser) takeByline(s string) {
	a := &p.article
	if a.Source == "" {
		a.Source = agency(s)
	}
	if a.Byline == "" {
		a.Byline = trimByline(strings.TrimPrefix(foldSpace(s), "Author, "))
	}
}

// trimByline gives a byline without the marks that set it off from what follows.
func trimByline(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return r == ':' || r == '-' || r == '–' || r == 'ـ' || unicode.IsSpace(r) })
}

// divideByline divides the first paragraph behind the byline, where it opens with it again.
func (p *Parser) divideByline() {
	const shortest = 8 // bytes
	i := p.nextText(0)
	by := p.article.Byline
	if i < 0 || len(by) < shortest {
		return
	}
	s := p.lineText(i)
	rest, ok := strings.CutPrefix(s, by)
	if !ok {
		return
	}
	text := strings.TrimLeftFunc(rest, func(r rune) bool { return r == ':' || r == '-' || r == '–' || r == 'ـ' || unicode.IsSpace(r) })
	if len(text) < len(rest) && text != "" {
		p.split(i, p.lines[i].start+len(s)-len(text))
		p.settle(i, Byline)
	}
}

// takeDate sets the date of the article from a line of its head.
func (p *Parser) takeDate(i int) {
	if !p.article.Date.Zero() {
		return
	}
	if dates := calendar.Find(p.lineText(i), p.lines[i].start); len(dates) > 0 {
		p.article.Date = dates[0]
	}
}

// dateLine reports whether a short line is there for the date in it: with little else than weekday, clock, place and agency.
func dateLine(s string, offset int) bool {
	dates := calendar.Find(s, offset)
	if len(dates) == 0 {
		return false
	}
	const most = 45 // letters: "تم إضافته يوم …", two calendars and a city
	const mostWords = 7
	if strings.HasSuffix(s, ".") && words(s) > mostWords && !labelled(s) {
		return false // a sentence
	}
	rest := utf8.RuneCountInString(s)
	for _, date := range dates {
		rest -= utf8.RuneCountInString(s[date.Start-offset : date.End-offset])
	}
	return rest <= most
}

// readDateline takes the facts from the place, date and agency that open the first paragraph.
func (p *Parser) readDateline(i int) {
	s := p.lineText(i)
	n := datelineLength(s)
	if n == 0 {
		return
	}
	if p.article.Source == "" {
		p.article.Source = agency(s[:n])
	}
	if dates := calendar.Find(s[:n], p.lines[i].start); len(dates) > 0 && p.article.Date.Zero() {
		p.article.Date = dates[0]
	}
}

// datelineLength gives the length of the place, date and agency that open a text ("دبي (CNN) --", "رام الله 7-6-2012 وفا-"),
// with the white space behind; 0 where it opens with running text.
func datelineLength(s string) int {
	const longest = 140 // bytes
	head := s[:min(len(s), longest)]
	for _, mark := range []string{"--", ":", "- ", "– ", "ـ "} {
		at := strings.Index(head, mark)
		if at <= 0 {
			continue
		}
		end := at + len(mark)
		// "وفا- ": the agency is before the mark; "القاهرة - واس:" has a second mark behind it.
		if next := strings.IndexByte(head[end:], ':'); mark == "- " && next > 0 && words(head[end:end+next]) <= 4 {
			end += next + 1
		}
		name := agency(head[:at])
		if end > at+len(mark) && name == "" {
			name = agency(head[:end])
		}
		if name == "" || commonName(name) && !divided(head[:end]) || words(head[:at]) > 9 {
			continue
		}
		return end + len(s[end:]) - len(strings.TrimLeftFunc(s[end:], unicode.IsSpace))
	}
	return 0
}
