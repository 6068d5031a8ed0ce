package article

import "strings"

// box is an element of a page that has text in it.
type box struct {
	parent int32 // -1 for none; a box stands behind its parent
	naming

	prose       int32 // bytes of running text in it
	own         int32 // of which no box calls menu, comment or another story
	best        int32 // the box in it that has most of own, -1 for none
	first, last int32 // its lines
	settled     Kind  // what the text in it is, unless a box in it says more
	called      bool  // settled was said by an element
	other       bool  // in an <article> or <main>
}

// pageMain is where the article stands on a page.
type pageMain struct {
	title       int // line of the title, -1 for none
	first, last int // its lines, title aside; last < first for none
	marked      bool
}

// source settles what each line is and gives the text with its metadata.
func (p *pageReader) source() Source {
	if len(p.text) > 0 {
		p.text = append(p.text, '\n')
	}
	text := string(p.text)
	p.weigh()
	p.findStories(text)
	p.settleBoxes()
	parts := p.findParts(text, p.findMain(text))
	spans := p.nameLines(text, parts)
	p.dropFacts(text, parts)
	main := &parts[0]
	src := Source{
		Text: text, Format: HTML, Spans: spans, Byline: p.facts.byline, Publisher: p.facts.publisher, Section: p.facts.section,
		Date: p.facts.date(min(main.title, main.first), main.last),
	}
	if src.Section == "" {
		src.Section = sectionOf(text, spans)
	}
	for k := range parts[1:] {
		src.Parts = append(src.Parts, int(p.lines[parts[k+1].begin()].start))
	}
	if titles := p.facts.titles(); len(titles) > 0 {
		src.Title = p.facts.peelPublisher(titles[0])
		if l := main.title; l >= 0 && len(titles) == 1 && p.titleRank(text, l, true) == partTitle {
			src.Title = foldSpace(text[p.lines[l].start:p.lines[l].end]) // without the name of the site
		}
	}
	return src
}

// sectionOf gives the section that an element above the title names, "" for none.
func sectionOf(text string, spans []Span) string {
	for _, s := range spans {
		switch s.Kind {
		case Section:
			return foldSpace(text[s.Start:s.End])
		case Title:
			return ""
		default:
		}
	}
	return ""
}

const (
	// leastProse is the length in bytes from which a line counts as running text: about 50 Arabic letters. Teasers are shorter, mostly.
	leastProse = 90
	// longestLabel is the longest text in bytes that the name of a class can make a byline, date or tag.
	longestLabel = 240
)

func (l *pageLine) isProse() bool {
	n := l.end - l.start
	return n >= leastProse && l.linked*3 < n
}

// weigh adds up the running text in each box, and the lines that it has.
func (p *pageReader) weigh() {
	for i := range p.boxes {
		b := &p.boxes[i]
		b.first, b.last, b.best = int32(len(p.lines)), -1, -1
	}
	for i := range p.lines {
		l := &p.lines[i]
		if l.box < 0 {
			continue
		}
		b := &p.boxes[l.box]
		b.first, b.last = min(b.first, int32(i)), max(b.last, int32(i))
		if l.isProse() {
			b.prose += l.end - l.start
		}
	}
	for i := len(p.boxes) - 1; i >= 0; i-- {
		b := &p.boxes[i]
		if b.parent >= 0 {
			above := &p.boxes[b.parent]
			above.prose += b.prose
			above.first, above.last = min(above.first, b.first), max(above.last, b.last)
		}
	}
}

// settleBoxes settles what the text in each box is. Whatever an element says, it does not say it of the box that has most of the page's
// running text: a form, a "menu-page" or a hidden layer is then only around it.
func (p *pageReader) settleBoxes() {
	total := int32(0)
	for i := range p.lines {
		if l := &p.lines[i]; l.isProse() {
			total += l.end - l.start
		}
	}
	for i := range p.boxes {
		b := &p.boxes[i]
		if total > 0 && b.prose*5 > total*3 && b.kind != Paragraph {
			b.kind, b.named = Paragraph, false
		}
		b.settled, b.called = b.kind, b.named
		b.other = b.main
		if b.parent < 0 {
			continue
		}
		above := &p.boxes[b.parent]
		b.other = b.other || above.other
		if b.level == 0 && !b.named {
			b.level = above.level // a block in a heading
		}
		if above.called && inherits(above.settled, b.naming) {
			b.settled, b.called = above.settled, true
		}
	}
	for i := range p.lines {
		if l := &p.lines[i]; l.box >= 0 && l.isProse() && !p.boxes[l.box].aside() {
			p.boxes[l.box].own += l.end - l.start
		}
	}
	for i := len(p.boxes) - 1; i >= 0; i-- {
		b := &p.boxes[i]
		if b.parent < 0 {
			continue
		}
		above := &p.boxes[b.parent]
		above.own += b.own
		if above.best < 0 || b.own >= p.boxes[above.best].own {
			above.best = int32(i)
		}
	}
}

// aside reports whether the text in a box is no article's.
func (b *box) aside() bool { return b.called && (b.settled == Furniture || b.settled == Related) }

// isParagraph reports whether a box is a <p>, which is never all of an article: its tables and lists stand beside it.
func (b *box) isParagraph() bool { return b.named && b.kind == Paragraph }

// inherits reports whether text stays what the element around says when an element within says something else: menus and other stories are so
// throughout, and a paragraph in a quote is a quote, but one in a heading is there because the heading was not closed.
func inherits(around Kind, within naming) bool {
	switch {
	case !within.named:
		return true
	case around == Furniture:
		return within.kind != Related && within.kind != Tag
	case around == Related:
		return within.kind != Furniture
	case within.kind == Paragraph:
		return around != Title && around != Heading
	}
	return around == Tag || around == Caption && within.kind != Byline || labelsOnly(around) && within.kind == List
}

// findMain finds the article by its running text: the innermost box that has most of what its own parent has, down from the page. The
// <article> around it, if there is one, has title and picture as well.
func (p *pageReader) findMain(text string) pageMain {
	main := pageMain{title: -1, first: 0, last: len(p.lines) - 1}
	at, total := p.heaviest()
	if at >= 0 && (p.boxes[at].own*2 < total || p.boxes[at].isParagraph()) {
		at = -1 // what stands side by side in no element is the article
	}
	for at >= 0 {
		next := p.boxes[at].best
		if next < 0 || p.boxes[next].own*10 < p.boxes[at].own*7 || p.boxes[next].isParagraph() {
			break
		}
		at = next
	}
	around := at
	for around >= 0 && !p.boxes[around].main {
		around = p.boxes[around].parent
	}
	switch {
	case around >= 0:
		b := &p.boxes[around]
		main.first, main.last, main.marked = int(b.first), int(b.last), true
	case at >= 0:
		b := &p.boxes[at]
		main.first, main.last = int(b.first), int(b.last)
	case total == 0:
		p.markedLines(&main)
	}
	main.title = p.findTitle(text, &main)
	return main
}

// heaviest gives the outermost box with the most running text, -1 where there is none on the page, and how much all of them have.
func (p *pageReader) heaviest() (at, total int32) {
	at = -1
	for i := range p.boxes {
		b := &p.boxes[i]
		if b.parent >= 0 || b.own == 0 {
			continue
		}
		if total += b.own; at < 0 || b.own > p.boxes[at].own {
			at = int32(i)
		}
	}
	for i := range p.lines {
		if l := &p.lines[i]; l.box < 0 && l.isProse() {
			total += l.end - l.start
		}
	}
	return at, total
}

// markedLines takes the lines of all <article> and <main> of a page without running text.
func (p *pageReader) markedLines(main *pageMain) {
	first, last := len(p.lines), -1
	for i := range p.lines {
		if box := p.lines[i].box; box >= 0 && p.boxes[box].other {
			first, last = min(first, i), max(last, i)
		}
	}
	if last >= 0 {
		main.first, main.last, main.marked = first, last, true
	}
}

// aboveMain is how many lines above the text of an article its title may stand: more than the sharing buttons and dates of any page.
const aboveMain = 60

// findTitle gives the line of the title, -1 for none: the one that the metadata name, else the last heading of the first rank above the text,
// else the first within it, else what a class calls so.
func (p *pageReader) findTitle(text string, main *pageMain) int {
	best, bestRank := -1, 0
	for i := max(0, main.first-aboveMain); i <= main.last; i++ {
		if rank := p.titleRank(text, i, i >= main.first); rank > bestRank || rank == bestRank && rank > noTitle && i <= main.first && rank < partTitle {
			best, bestRank = i, rank
		}
		if i > main.first && p.lines[i].isProse() && bestRank > 0 {
			break
		}
	}
	return best
}

// The ranks of a line as the title, from nothing upwards.
const (
	noTitle = iota
	lowTitle
	weakTitle
	headingTitle
	partTitle
	metaTitle
)

func (p *pageReader) titleRank(text string, i int, inside bool) int {
	l := &p.lines[i]
	if l.end-l.start > maxTitle || l.row {
		return noTitle
	}
	var b box
	if l.box >= 0 {
		b = p.boxes[l.box]
	}
	if b.called && b.settled != Title && b.settled != Heading && b.settled != Paragraph {
		return noTitle
	}
	switch rank, known := p.facts.titleRank(text[l.start:l.end]); {
	case known:
		return rank
	case b.called && b.settled == Heading && b.level == 2 && inside && len(p.facts.titles()) == 0:
		return lowTitle
	case !b.called || b.settled != Title:
		return noTitle
	}
	switch linked := l.linked*2 > l.end-l.start && !inside; {
	case b.weak && linked:
		return noTitle // a teaser
	case b.weak || linked:
		return weakTitle // the second is the name of the site, mostly
	}
	return headingTitle
}

// titleRank tells a line that is one of the titles in the metadata, or one less the name of the site, and that name.
func (f *pageFacts) titleRank(line string) (rank int, known bool) {
	const shortest = 16 // bytes: less could be the name of a section
	line = foldSpace(line)
	if line == f.publisher {
		return noTitle, true
	}
	if len(line) < shortest {
		return noTitle, false
	}
	for _, title := range f.titles() {
		if line == title {
			return metaTitle, true
		}
		if rest, ok := strings.CutPrefix(title, line); ok && divider(strings.TrimLeft(rest, " ")) {
			return partTitle, true
		}
		if rest, ok := strings.CutSuffix(title, line); ok && divider(strings.TrimRight(rest, " ")) {
			if len(line)*2 < len(title) {
				return noTitle, true
			}
			return partTitle, true
		}
	}
	return noTitle, false
}

// divider reports whether a text begins or ends with the sign between a title and the name of a site.
func divider(s string) bool {
	for _, sign := range [...]string{"|", "-", "–", "—", ":", "«", "»", "·", "•"} {
		if strings.HasPrefix(s, sign) || strings.HasSuffix(s, sign) {
			return true
		}
	}
	return false
}
