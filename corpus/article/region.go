package article

import (
	"slices"
	"strings"
)

// markRelated settles the teasers of other stories: what follows a header such as "مقالات ذات صلة", up to where a whole
// article begins again, and lines that name a story themselves.
func (p *Parser) markRelated() {
	for i := 0; i < len(p.lines); i++ {
		if p.lines[i].settled {
			continue
		}
		s := p.lineText(i)
		if len(s) <= 8*maxLabel && relatedLine(s) {
			p.settle(i, Related)
			continue
		}
		if len(s) > maxLabel || !relatedHeader(plain(s)) {
			continue
		}
		p.settle(i, Related)
		end := p.nextArticle(i + 1)
		if !p.teasers(i+1, end) {
			end = min(i+2, end) // one link in the middle of the text
			if end > i+1 && p.longLine(end-1) {
				end = i + 1
			}
		}
		for i++; i < end; i++ {
			if !p.lines[i].settled {
				p.settle(i, Related)
			}
		}
		i--
	}
}

// teasers reports whether lines i to end are other stories and not the rest of this one: no two paragraphs follow each other.
func (p *Parser) teasers(i, end int) bool {
	long := 0
	for ; i < end; i++ {
		if !p.longLine(i) || !endsSentence(p.lineText(i)) {
			long = 0
			continue
		}
		if long++; long == 2 {
			return false
		}
	}
	return true
}

// nextArticle gives the line from i on where a whole article begins behind teasers. len(p.lines) means there is none.
func (p *Parser) nextArticle(i int) int {
	at, _ := slices.BinarySearch(p.following, i)
	if at == len(p.following) {
		return len(p.lines)
	}
	return p.following[at]
}

// markFollowing settles the titles of the articles that follow the main one in the file. Each stands there twice, around the button
// "TT" of its page.
func (p *Parser) markFollowing() {
	p.following = p.following[:0]
	for k := range p.lines {
		first, ok := p.repeatedTitle(k)
		if !ok || p.lines[first].settled {
			continue
		}
		p.settle(first, Heading)
		p.settle(k+1, Heading)
		if n := len(p.following); n == 0 || p.following[n-1] < first { // always, but for titles within titles
			p.following = append(p.following, first)
		}
	}
}

// repeatedTitle reports whether line k is the button "TT" and the line behind it stands above it as well, and where.
func (p *Parser) repeatedTitle(k int) (first int, ok bool) {
	const near = 6
	if p.lineText(k) != "TT" || k+1 >= len(p.lines) {
		return 0, false
	}
	title := p.lineText(k + 1)
	for back := k - 1; back >= max(0, k-near); back-- {
		if p.lineText(back) == title {
			return back, true
		}
	}
	return 0, false
}

// readTail settles what stands behind the text: tags, the label with the date, the address of the author.
func (p *Parser) readTail() {
	end := len(p.lines)
	for end > 0 && p.lines[end-1].settled {
		if p.lines[end-1].kind == Related || p.lines[end-1].kind == Title {
			return
		}
		end--
	}
	p.markTags(end)
	const near = 5
	for i := max(0, end-near); i < len(p.lines); i++ {
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
	if tag := p.lineText(first); p.article.Section == "" && isSectionName(plain(tag)) {
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
