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

// resumes gives the line from i on where the text of the article goes on behind links, len(p.lines) where it does not: two paragraphs
// follow each other somewhere, as a lead and the title of the next story never do; or there is only one, which goes on with what was
// said or is longer than a lead. It begins with the first line that is no link.
func (p *Parser) resumes(i int) int {
	if p.resumed > i {
		return p.linksEnd(i)
	}
	sentences, only := 0, -1 // lines that end a sentence, up to the one at hand; the last of them
	for k := i; k < len(p.lines); k++ {
		if l := &p.lines[k]; l.settled {
			continue
		}
		if s := p.lineText(k); !fullStop(s) && (!p.longLine(k) || !endsSentence(s)) {
			sentences = 0
			if only >= 0 {
				only = len(p.lines) // stories: something follows the lead of the first
			}
			continue
		}
		if only < 0 {
			only = k
		}
		if sentences++; sentences == 2 {
			p.resumed = k
			return p.linksEnd(i)
		}
	}
	if only >= 0 && only < len(p.lines) {
		if s := p.lineText(only); goesOn(s) || sentenceEnd(s, 0) < len(s) {
			p.resumed = only
			return p.linksEnd(i)
		}
	}
	return len(p.lines)
}

// linksEnd gives the end of the links from line i on: one, and those behind it that are items of a list or as short. Where a blank line
// stands above the first, it does above the others as well.
func (p *Parser) linksEnd(i int) int {
	const most = 12 // links in the middle of a text
	k := i
	for k < len(p.lines) && k < i+most && p.isLink(k) && (k == i || p.lines[k].gap == 0 || p.lines[i].gap > 0 || isItem(p.lineText(k))) {
		k++
	}
	return k
}

// isLink reports whether line k can be the title of another story in the middle of a text.
func (p *Parser) isLink(k int) bool {
	s := p.lineText(k)
	return len(s) <= longLink && !fullStop(s) && !goesOn(s)
}

// relatedHeader reports whether a label opens a list of other stories: "مقالات ذات صلة", "اقرأ أيضا على موقعنا", "الأكثر مشاهدة".
func relatedHeader(label string) bool {
	const mostWords = 6
	first, rest, _ := strings.Cut(label, " ")
	if strings.Count(rest, " ")+2 > mostWords {
		return false
	}
	second, tail, _ := strings.Cut(rest, " ")
	switch first {
	case "اقرا", "إقرا", "طالع", "شاهد", "تابع", "اقراوا", "طالعوا", "شاهدوا":
		return second == "ايضا" || second == "ايضاً" || second == "كذلك" || tail == "" && second == "اكثر" || second == "المزيد" && strings.HasPrefix(tail, "عن")
	case "قد", "ربما":
		return isInterest(second)
	case "الاكثر":
		return tail == "" && isReading(second)
	case "المزيد":
		return second == "من" && strings.HasPrefix(tail, "الاخبار") || strings.HasPrefix(rest, "حول هذ") || strings.HasPrefix(rest, "عن هذ") ||
			strings.HasPrefix(rest, "في هذا القسم")
	case "اخترنا", "نرشح":
		return second == "لك" || second == "لكم"
	case "ذات":
		return isRelation(rest)
	case "محتوي":
		return strings.HasPrefix(rest, "ذو صل") || strings.HasPrefix(rest, "ذو علاق")
	case "اخر", "احدث":
		return tail == "" && (second == "الاخبار" || second == "المقالات" || second == "المواضيع")
	}
	return isStories(first) && (second == "ذات" && isRelation(tail) || tail == "" && isChosen(second) || second == "قد" && isInterest(tail))
}

// isStories tells the words for what a page links to.
func isStories(word string) bool {
	switch strings.TrimPrefix(word, "ال") {
	case "مقالات", "اخبار", "مواضيع", "موضوعات", "روابط", "مواد", "قصص", "تقارير", "ملفات", "فيديوهات", "محتويات":
		return true
	}
	return false
}

func isRelation(rest string) bool {
	word, _, _ := strings.Cut(rest, " ")
	switch strings.TrimPrefix(word, "ال") {
	case "صلة", "صله", "علاقة", "علاقه":
		return true
	}
	return false
}

func isInterest(rest string) bool {
	word, _, _ := strings.Cut(rest, " ")
	switch word {
	case "يهمك", "يهمكم", "تهمك", "تهمكم", "يعجبك", "يعجبكم", "تعجبك", "تعجبكم":
		return true
	}
	return false
}

// isReading tells what the stories of the list beside a page have most of.
func isReading(word string) bool {
	switch word {
	case "قراءة", "قراءه", "مشاهدة", "مشاهده", "تداولا", "تفاعلا", "شعبية", "زيارة", "شيوعا", "رواجا", "تعليقا":
		return true
	}
	return false
}

// isChosen tells how a page calls the stories that it links to.
func isChosen(word string) bool {
	switch strings.TrimPrefix(word, "ال") {
	case "مقترحة", "مقترحه", "مختارة", "مختاره", "مشابهة", "مشابهه", "مرتبطة", "مرتبطه", "متعلقة", "متعلقه", "مماثلة", "اخري", "رائجة":
		return true
	}
	return false
}

// relatedCues open a line that names other stories itself, as the pages write them.
var relatedCues = [...]string{
	"للمزيد", "اقرأ المزيد", "طالع المزيد", "قد يعجبك أيض", "قد يعجبك", "أخبار ذات علاقة", "مقالات ذات علاقة", "اقرأ أيض",
	"اقرأ ايض", "إقرأ أيض", "إقرأ ايض", "اقرأ كذلك", "شاهد أيض", "طالع أيض", "قد يهمك أيض", "قد يهمك", "روابط ذات علاقة",
	"روابط ذات صلة", "مواضيع ذات صلة", "مقالات ذات صلة", "أخبار ذات صلة", "لمزيد من التفاصيل", "لقراءة المزيد",
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
