package article

// pagePart is a whole article among several on a page, before it is proven to be one.
type pagePart struct {
	title       int // its line
	first, last int // its lines
}

// maxCandidates bounds the headings that are looked at: pages that are read on and on hold some dozen articles.
const maxCandidates = 256

// findParts gives the articles of a page in their order, the main one alone mostly. Another one has a heading of the same rank as the
// main article's, in no element that holds both, and at least two paragraphs; and it has an author or a date next to the title, or is
// an <article> with a heading of the first rank that is no link.
func (p *pageReader) findParts(text string, main pageMain) []pageMain {
	titles := p.partTitles(text, &main)
	if len(titles) < 2 {
		return []pageMain{main}
	}
	var parts []pageMain
	for k, title := range titles {
		before, behind := -1, len(p.lines)
		if k > 0 {
			before = titles[k-1]
		}
		if k+1 < len(titles) {
			behind = titles[k+1]
		}
		part := p.partAround(title, before, behind)
		if title == main.title || p.isWhole(&part, main.title) {
			parts = append(parts, pageMain{title: title, first: part.first, last: part.last, marked: true})
		}
	}
	if len(parts) < 2 {
		return []pageMain{main}
	}
	for k := 1; k < len(parts); k++ {
		parts[k-1].last = min(parts[k-1].last, parts[k].begin()-1)
	}
	return parts
}

// begin gives the line with which an article begins.
func (m *pageMain) begin() int {
	if m.title < 0 {
		return m.first
	}
	return min(m.title, m.first)
}

// partTitles gives the lines that are headings of the rank that the title of the main article has, in order.
func (p *pageReader) partTitles(text string, main *pageMain) []int {
	if main.title < 0 || p.lines[main.title].box < 0 {
		return nil
	}
	level := p.boxes[p.lines[main.title].box].level
	if level == 0 {
		return nil
	}
	title := p.lineText(text, main.title)
	var titles []int
	for i := 0; i < len(p.lines) && len(titles) < maxCandidates; i++ {
		l := &p.lines[i]
		if l.box < 0 || l.end-l.start > maxTitle {
			continue
		}
		b := &p.boxes[l.box]
		again := i != main.title && p.lineText(text, i) == title || i > 0 && i-1 != main.title && p.lines[i-1].box == l.box
		if b.level == level && !b.aside() && !again {
			titles = append(titles, i)
		}
	}
	return titles
}

// partAround gives the lines of the article that a heading may be the title of: those of the largest element around it in which none of
// the headings next to it stands. Where the text is not in that element either, they reach to the next heading.
func (p *pageReader) partAround(title, before, behind int) pagePart {
	at := p.lines[title].box
	for {
		parent := p.boxes[at].parent
		if parent < 0 || int(p.boxes[parent].first) <= before || int(p.boxes[parent].last) >= behind {
			break
		}
		at = parent
	}
	part := pagePart{title: title, first: int(p.boxes[at].first), last: int(p.boxes[at].last)}
	if p.boxes[at].own > 0 {
		for next := p.boxes[at].best; next >= 0 && p.boxes[next].own*10 >= p.boxes[at].own*7 && p.holds(next, title); next = p.boxes[at].best {
			at = next
			part.first, part.last = int(p.boxes[at].first), int(p.boxes[at].last)
		}
		return part
	}
	part.last = behind - 1
	if parent := p.boxes[at].parent; parent >= 0 {
		part.last = min(part.last, int(p.boxes[parent].last))
	}
	return part
}

// dropFacts forgets what the metadata say where they speak of another part than the first.
func (p *pageReader) dropFacts(text string, parts []pageMain) {
	if len(parts) < 2 {
		return
	}
	for k := range parts {
		if rank, known := p.facts.titleRank(p.lineText(text, parts[k].title)); known && rank > noTitle {
			if k > 0 {
				p.facts = pageFacts{publisher: p.facts.publisher}
			}
			return
		}
	}
}

func (p *pageReader) lineText(text string, i int) string {
	return text[p.lines[i].start:p.lines[i].end]
}

func (p *pageReader) holds(box int32, line int) bool {
	return int(p.boxes[box].first) <= line && line <= int(p.boxes[box].last)
}

// isWhole reports whether there is proof that a part is an article of its own beside the one with another title.
func (p *pageReader) isWhole(part *pagePart, other int) bool {
	const fewest = 2
	paragraphs := 0
	for i := part.title + 1; i <= part.last && paragraphs < fewest; i++ {
		if l := &p.lines[i]; l.isProse() && (l.box < 0 || !p.boxes[l.box].aside()) {
			paragraphs++
		}
	}
	if paragraphs < fewest {
		return false
	}
	own := false // the title is in an <article>
	l := &p.lines[part.title]
	for at := l.box; at >= 0; at = p.boxes[at].parent {
		if !p.boxes[at].whole {
			continue
		}
		if p.holds(at, other) {
			return false // a piece of the same article
		}
		own = true
	}
	return own && p.boxes[l.box].level == 1 && l.linked == 0 || p.hasAuthorOrDate(part)
}

// hasAuthorOrDate reports whether an element next to the title of a part says who wrote it or when.
func (p *pageReader) hasAuthorOrDate(part *pagePart) bool {
	const near = 8 // lines
	for i := max(part.first, part.title-near); i <= min(part.last, part.title+near); i++ {
		l := &p.lines[i]
		if l.isProse() {
			if i > part.title {
				return false
			}
			continue
		}
		if l.box >= 0 && labelsHead(p.boxes[l.box].settled) {
			return true
		}
		for _, m := range p.marksOf(i) {
			if labelsHead(m.Kind) {
				return true
			}
		}
	}
	return false
}

func labelsHead(kind Kind) bool { return kind == Byline || kind == Dateline }
