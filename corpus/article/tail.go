package article

import "strings"

// readTail settles what stands behind the text: tags, the label with the date, the address of the author.
func (p *Parser) readTail() {
	const near = 5
	end, behind := len(p.lines), len(p.lines) // behind is where other stories begin
	for end > 0 && p.lines[end-1].settled {
		end--
		switch p.lines[end].kind {
		case Title:
			return
		case Related:
			behind = end
		default:
		}
	}
	p.markTags(end)
	for i := max(0, end-near); i < behind; i++ {
		if p.lines[i].settled && p.lines[i].kind == Notice {
			p.readOrigin(i)
		}
		p.readTailLine(i)
	}
}

// readTailLine takes the address of the author, or the date of publication where the line says that it is one.
func (p *Parser) readTailLine(i int) {
	s := p.lineText(i)
	if len(s) > maxLabel || p.lines[i].settled && p.lines[i].kind != Furniture {
		return
	}
	if strings.Contains(s, "@") && words(s) <= 3 {
		p.settle(i, Byline)
		return
	}
	if p.article.Date.Zero() && labelled(s) && dateLine(s, p.lines[i].start) {
		p.takeDate(i)
		p.settle(i, Dateline)
	}
}

// labelled reports whether a line says that its date is the day of publication.
func labelled(s string) bool {
	label := plain(s)
	for _, word := range []string{"نشر", "اضافته", "اضيف", "تحديث", "بتاريخ", "التاريخ", "publish", "updated", "posted"} {
		if strings.Contains(label, word) {
			return true
		}
	}
	return false
}

// markTags settles the words behind the last paragraph: short lines, two or more, or one that names a section.
func (p *Parser) markTags(end int) {
	const longest = 50 // bytes: three words
	if end > 1 && !p.lines[end-1].settled && tagRow(p.lineText(end-1)) {
		p.settle(end-1, Tag)
		return
	}
	first := end
	for first > 1 && !p.lines[first-1].settled {
		s := p.lineText(first - 1)
		if len(s) > longest || words(s) > 3 || endsSentence(s) || strings.Contains(s, "@") || digitsOnly(s) {
			break
		}
		first--
	}
	if first == end || !p.afterText(first) {
		return
	}
	last := p.lineText(end - 1)
	if end-first == 1 && !isSectionName(plain(last)) && !hashtags(last) {
		return
	}
	for i := first; i < end; i++ {
		p.settle(i, Tag)
	}
	tag, again := p.lineText(first), 1
	for first+again < end && p.lineText(first+again) == tag {
		again++
	}
	// What stands there over and over is the section of the page, whatever it is called.
	if p.article.Section == "" && (isSectionName(plain(tag)) || again >= 3 && !hashtags(tag)) {
		p.article.Section = tag
	}
}

// afterText reports whether running text ends above line i.
func (p *Parser) afterText(i int) bool {
	above := p.lines[i-1]
	return endsSentence(p.lineText(i-1)) || p.longLine(i-1) || above.settled && (above.kind == Furniture || above.kind == Related)
}

// tagRow reports whether a line is a row of short names with bars between.
func tagRow(s string) bool {
	if len(s) > maxLabel || strings.Count(s, "|") == 0 {
		return false
	}
	for name := range strings.SplitSeq(s, "|") {
		if n := words(name); n == 0 || n > 3 {
			return false
		}
	}
	return true
}

func digitsOnly(s string) bool { return strings.Trim(s, "0123456789 -+()./:") == "" }

func hashtags(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if !strings.HasPrefix(word, "#") {
			return false
		}
	}
	return true
}
