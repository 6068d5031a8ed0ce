package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markRelated settles the teasers of other stories: what follows a header such as "مقالات ذات صلة", and lines that name a story
// themselves.
func (p *Parser) markRelated() {
	for i := 0; i < len(p.lines); i++ {
		l := &p.lines[i]
		switch {
		case l.settled:
		case l.opens:
			p.settle(i, Related)
			i = p.settleRelated(i+1) - 1
		case l.end-l.start <= 8*maxLabel && relatedLine(p.lineText(i)):
			p.settle(i, Related)
		}
	}
}

// settleRelated settles the lines behind a header, and gives the first one that is none of the stories. They reach to the end
// of the article, unless its text goes on.
func (p *Parser) settleRelated(i int) int {
	end := len(p.lines)
	if at := p.resumes(i); at < end {
		end = at
	}
	for k := i; k < end; k++ {
		if !p.lines[k].settled {
			p.settle(k, Related)
		}
	}
	return end
}

// resumes gives the line from i on where the text of the article goes on behind links: two paragraphs follow each other somewhere,
// and it begins with the first long line. len(p.lines) means that it does not go on.
func (p *Parser) resumes(i int) int {
	const most = 12 // links in the middle of a text
	if p.resumed > i {
		return p.linksEnd(i, most)
	}
	long := 0
	for k := i; k < len(p.lines); k++ {
		if !p.longLine(k) || !endsSentence(p.lineText(k)) {
			long = 0
			continue
		}
		if long++; long == 2 {
			p.resumed = k
			return p.linksEnd(i, most)
		}
	}
	return len(p.lines)
}

// linksEnd gives the end of the links from line i on: one, and those behind it that are items of a list or as short.
func (p *Parser) linksEnd(i, most int) int {
	k := i
	for k < len(p.lines) && k < i+most && !p.longLine(k) && !endsSentence(p.lineText(k)) && (k == i || p.lines[k].gap == 0 || isItem(p.lineText(k))) {
		k++
	}
	return k
}

// relatedHeader reports whether a label opens a list of other stories.
func relatedHeader(label string) bool {
	switch label {
	case "مقالات ذات صلة", "مقالات ذات صله", "اخبار ذات صلة", "اخبار ذات صله", "مواضيع ذات صلة", "مواضيع ذات صله", "موضوعات ذات صلة", "موضوعات ذات صله",
		"روابط ذات علاقة", "روابط ذات صلة", "ذات صلة", "قد يهمك", "قد يهمك ايضا", "اقرا ايضا", "اقرا ايضاً", "اقرا كذلك", "اخبار متعلقة", "مواضيع متعلقة",
		"مواد ذات صلة", "قصص ذات صلة", "شاهد ايضا", "المزيد من الاخبار", "اخر الاخبار", "الاكثر قراءة", "مقالات اخري", "مقالات متعلقة", "طالع ايضا",
		"اقرا المزيد عن", "اخبار مرتبطة", "مواضيع مرتبطة", "قد يعجبك ايضا", "موضوعات متعلقة", "محتوي ذو صلة", "المزيد حول هذه القصة", "المزيد حول هذا الموضوع":
		return true
	}
	return false
}

// relatedCues open a line that names other stories itself, as the pages write them.
var relatedCues = [...]string{
	"للمزيد", "اقرأ أيض", "اقرأ ايض", "إقرأ أيض", "إقرأ ايض", "اقرأ كذلك", "شاهد أيض", "طالع أيض", "قد يهمك أيض", "قد يهمك", "روابط ذات علاقة", "روابط ذات صلة",
	"مواضيع ذات صلة", "مقالات ذات صلة", "أخبار ذات صلة", "لمزيد من التفاصيل", "لقراءة المزيد",
}

// relatedLine reports whether a line names other stories itself: "للمزيد: …", "اقرأ أيضا| …", or links behind a header on the same line.
func relatedLine(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case 'ل', 'ا', 'إ', 'ش', 'ط', 'ق', 'ر', 'م', 'أ':
		return relatedCue(s) > 0
	}
	return false
}

// relatedCue gives the length of the words that open a line of related stories, with the mark and space behind them, 0 for none.
func relatedCue(s string) int {
	for _, start := range relatedCues {
		rest, ok := strings.CutPrefix(s, start)
		if !ok {
			continue
		}
		rest = strings.TrimLeftFunc(rest, func(r rune) bool { return r == 'ا' || unicode.IsMark(r) })
		for _, mark := range []string{":", " :", "  ", "..", "|", " |", "/", " - ", " – "} {
			if tail, ok := strings.CutPrefix(rest, mark); ok {
				tail = strings.TrimLeftFunc(tail, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(":.|/-–", r) })
				return len(s) - len(tail)
			}
		}
	}
	return 0
}
