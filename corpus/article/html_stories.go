package article

import "strings"

// findStories names the boxes of other stories that no class names: by the header that is their first line, or by the numbers that readers
// of screens are told ("list 1 of 3").
func (p *pageReader) findStories(text string) {
	for i := range p.lines {
		l := &p.lines[i]
		if l.box < 0 || l.linked > 0 || l.end-l.start > maxLabel/2 {
			continue
		}
		line := p.lineText(text, i)
		switch {
		case isCounter(line):
			if b := &p.boxes[l.box]; int(b.first) == i && int(b.last) > i {
				b.kind, b.named = Related, true
			}
		case !p.inMenu(l.box) && relatedHeader(plain(line)):
			if at := p.storiesUnder(i); at >= 0 {
				b := &p.boxes[at]
				b.kind, b.named = Related, true
			}
		}
	}
}

// inMenu reports whether an element around a box says that it is no part of the article.
func (p *pageReader) inMenu(at int32) bool {
	for ; at >= 0; at = p.boxes[at].parent {
		if b := &p.boxes[at]; b.named && b.kind == Furniture {
			return true
		}
	}
	return false
}

// storiesUnder gives the largest box that is nothing but a header of other stories and what is under it, -1 for none. Where it has running
// text, that is under links and no more often.
func (p *pageReader) storiesUnder(header int) int32 {
	const (
		most  = 40 // lines
		above = 2  // lines: a link that leaps over the stories
	)
	found := int32(-1)
	for at := p.lines[header].box; at >= 0; at = p.boxes[at].parent {
		b := &p.boxes[at]
		if int(b.last-b.first) > most || int(b.first)+above < header || b.level == 1 || b.whole {
			break
		}
		prose, links := 0, 0
		for k := b.first; k <= b.last; k++ {
			l := &p.lines[k]
			switch {
			case l.isProse():
				prose++
			case l.linked*10 > (l.end-l.start)*9:
				links++
			}
			if l.box >= 0 && p.boxes[l.box].level == 1 {
				return found
			}
		}
		if prose > 0 && (int(b.first) != header || prose > links) {
			break
		}
		if int(b.last) > header {
			found = at
		}
	}
	return found
}

// isCounter reports whether a line is a number in a list that is only heard.
func isCounter(line string) bool {
	for _, words := range [...][2]string{{"list ", " of "}, {"القائمة ", " من "}, {"قائمة ", " من "}} {
		rest, ok := strings.CutPrefix(line, words[0])
		if !ok {
			continue
		}
		n, of, ok := strings.Cut(rest, words[1])
		if ok && isNumber(n) && isNumber(of) {
			return true
		}
	}
	return false
}

func isNumber(s string) bool { return s != "" && len(s) <= 3 && strings.Trim(s, "0123456789") == "" }

// isHeard reports whether a line of a page is there for readers of screens: where a list of stories begins and ends, and how to leap over it.
func isHeard(line string) bool {
	const longest = 120
	if len(line) > longest {
		return false
	}
	switch {
	case isCounter(line), line == "end of list", line == "نهاية القائمة", line == "التعليق على الصورة،", line == "التعليق على الفيديو،":
		return true
	case strings.HasPrefix(line, "list of ") && strings.HasSuffix(line, " items"):
		return true
	case strings.HasPrefix(line, "تخطى ") && strings.HasSuffix(line, "وواصل القراءة"), strings.HasSuffix(line, "Skip to content"):
		return true
	}
	if label, ok := strings.CutSuffix(line, " نهاية"); ok {
		return relatedHeader(plain(label))
	}
	return false
}

// creditLabels open the lines of a list that says who wrote an article.
var creditLabels = [...]string{"Author, ", "Role, ", "Reporting from, ", "الكاتب، ", "المؤلف، ", "الدور، "}

// creditLabel gives the length of the label that opens a line of who wrote the article, 0 for none.
func creditLabel(line string) int {
	for _, label := range creditLabels {
		if strings.HasPrefix(line, label) && len(line) <= longestLabel {
			return len(label)
		}
	}
	return 0
}

// isDeck reports whether line i is a heading that says what the article is about: right under the title, before any running text, and as long
// as a sentence is.
func (p *pageReader) isDeck(text string, i int, main *pageMain) bool {
	const (
		near     = 4 // lines
		sentence = 6 // words
	)
	if main.title < 0 || i <= main.title || i > main.title+near || words(p.lineText(text, i)) < sentence {
		return false
	}
	for k := main.title + 1; k < i; k++ {
		if l := &p.lines[k]; l.isProse() || l.box >= 0 && p.boxes[l.box].level > 1 {
			return false
		}
	}
	return true
}
