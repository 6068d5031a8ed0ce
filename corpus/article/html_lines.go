package article

// nameLines gives the spans of the lines that are something else than a paragraph. parts are the articles of the page, at least one.
func (p *pageReader) nameLines(text string, parts []pageMain) []Span {
	var spans []Span
	main := &parts[0]
	for i := range p.lines {
		if len(parts) > 1 && i >= parts[1].begin() {
			parts = parts[1:]
			main = &parts[0]
		}
		l := &p.lines[i]
		line := text[l.start:l.end]
		kind := p.lineKind(text, i, main)
		if kind != Furniture && p.isHidden(i) {
			kind = Furniture
		}
		if kind == Paragraph || kind == Byline || kind == Dateline {
			marked := p.marksOf(i)
			if len(line) <= longestLabel && len(marked) > 0 && i <= main.last {
				spans = appendMarked(spans, marked, kind, l)
				continue
			}
		}
		if n := creditLabel(line); n > 0 && kind != Furniture && kind != Related && i > main.title && i <= main.title+maxHead {
			at := int(l.start) + n
			spans = append(spans, Span{Kind: Furniture, Start: int(l.start), End: at}, Span{Kind: Byline, Start: at, End: int(l.end)})
			continue
		}
		switch n := len(spans); {
		case kind == Paragraph:
		case kind == Furniture && n > 0 && spans[n-1].Kind == Furniture && i > 0 && spans[n-1].End == int(p.lines[i-1].end):
			spans[n-1].End = int(l.end)
		default:
			spans = append(spans, Span{Kind: kind, Start: int(l.start), End: int(l.end)})
		}
	}
	return spans
}

// isHidden reports whether an inline element says of a line as a whole that it is no text.
func (p *pageReader) isHidden(i int) bool {
	marked := p.marksOf(i)
	l := &p.lines[i]
	return len(marked) == 1 && marked[0].Kind == Furniture && marked[0].Start == int(l.start) && marked[0].End == int(l.end)
}

// marksOf gives the spans of the inline elements of a line. Two that say the same side by side are one.
func (p *pageReader) marksOf(i int) []Span {
	from := int32(0)
	if i > 0 {
		from = p.lines[i-1].marks
	}
	var spans []Span
	for _, m := range p.marks[from:p.lines[i].marks] {
		if n := len(spans); n > 0 && spans[n-1].Kind == m.kind && spans[n-1].End+1 == int(m.start) {
			spans[n-1].End = int(m.end)
			continue
		}
		spans = append(spans, Span{Kind: m.kind, Start: int(m.start), End: int(m.end)})
	}
	return spans
}

// appendMarked appends the spans of the inline elements of a line, and where an element calls the whole line something, that between them.
func appendMarked(spans, marked []Span, kind Kind, l *pageLine) []Span {
	if kind == Paragraph {
		return append(spans, marked...)
	}
	at := int(l.start)
	for _, m := range marked {
		if m.Start > at+1 {
			spans = append(spans, Span{Kind: kind, Start: at, End: m.Start})
		}
		spans = append(spans, m)
		at = m.End
	}
	if int(l.end) > at+1 {
		spans = append(spans, Span{Kind: kind, Start: at, End: int(l.end)})
	}
	return spans
}

// lineKind settles what a line is.
func (p *pageReader) lineKind(text string, i int, main *pageMain) Kind {
	l := &p.lines[i]
	line := text[l.start:l.end]
	kind, called, other := Paragraph, false, false
	weak := false
	if l.box >= 0 {
		b := &p.boxes[l.box]
		kind, called, other, weak = b.settled, b.called, b.other, b.weak
	}
	switch {
	case isHeard(line):
		return Furniture
	case called && (kind == Furniture || kind == Related):
		return kind
	}
	switch {
	case i == main.title:
		return Title
	case i < main.first && (main.title < 0 || i < main.title), i > main.last:
		return p.outside(l, main, other)
	case kind == Title && main.title >= 0 && line == text[p.lines[main.title].start:p.lines[main.title].end]:
		return Title // again
	case kind == Title && weak:
		kind, called = Paragraph, false
	case kind == Title:
		kind = Heading
	}
	switch {
	case l.row:
		return List
	case l.linked*10 > (l.end-l.start)*9:
		return linkKind(line, kind, called)
	case kind == Heading && p.isDeck(text, i, main):
		return Lead
	case labelsOnly(kind) && len(line) > longestLabel:
		return Paragraph
	case kind == Heading && len(line) > 2*maxHeading, kind == Caption && len(line) > maxCaption, kind == Lead && weak && i > main.first+maxHead:
		return Paragraph
	}
	return kind
}

// outside tells what a line before or behind the article is. Where no element marks the article, running text behind it may be its end.
func (p *pageReader) outside(l *pageLine, main *pageMain, other bool) Kind {
	behind := int(l.start) > int(p.lines[max(main.last, 0)].start)
	switch {
	case main.marked && other && behind:
		return Related // the articles that other stories have on the page
	case !main.marked && l.isProse() && (behind || main.title < 0):
		return Paragraph
	}
	return Furniture
}

// linkKind tells what a line in the article is that is a link as a whole: one of several words is another story.
func linkKind(line string, kind Kind, called bool) Kind {
	const story = 4 // words
	switch kind {
	case Byline, Dateline, Section, Tag, Caption, Lead:
		return kind
	default:
	}
	switch {
	case words(line) >= story:
		return Related
	case !called && isSectionName(plain(line)):
		return Section
	}
	return Furniture
}

// labelsOnly reports whether a kind is one of a few words.
func labelsOnly(kind Kind) bool {
	switch kind {
	case Byline, Dateline, Section, Tag:
		return true
	default:
		return false
	}
}
