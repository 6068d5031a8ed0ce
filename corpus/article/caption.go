package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markCaptions settles the lines that are printed twice in a row, or end with the credit of a picture.
func (p *Parser) markCaptions() {
	for i := range p.lines {
		if p.lines[i].settled || !p.mayBegin(i) {
			continue
		}
		s := p.lineText(i)
		twice := i+1 < len(p.lines) && !p.lines[i+1].settled && p.lineText(i+1) == s && len(s) >= minRepeat/2
		if p.captionAt(i, twice) || twice && !strings.HasSuffix(s, ".") || p.captionBetween(i) {
			p.settle(i, Caption)
			if twice {
				p.settle(i+1, Caption)
			}
		}
	}
}

// captionAt reports whether line i ends with the credit of a picture. A sentence of the text may end with the name of an agency as well:
// it goes on with what was said, or nothing stands behind it. What is printed twice is none.
func (p *Parser) captionAt(i int, twice bool) bool {
	s := p.lineText(i)
	return isCaption(s) && (twice || !goesOn(s) && p.nextText(i+1) >= 0)
}

// captionBetween reports whether line i is a caption by where it stands, whoever is credited: alone between paragraphs, a few words that begin
// with no verb of speech, no full stop, and a short name in brackets at its end.
func (p *Parser) captionBetween(i int) bool {
	const fewest, mostCredit = 4, 5 // words
	s := p.lineText(i)
	if !strings.HasSuffix(s, ")") || len(s) > maxCaption || goesOn(s) {
		return false
	}
	open := strings.LastIndexByte(s, '(')
	if open <= 0 {
		return false
	}
	body, credit := strings.TrimRightFunc(s[:open], unicode.IsSpace), s[open+1:len(s)-1]
	n := words(credit)
	if n == 0 || n > mostCredit || words(body) < fewest || sentenceEnd(body, 0) < len(body) || strings.HasSuffix(body, ":") || divided(body) {
		return false
	}
	first, _ := nextWord(credit, 0)
	if !bareName(credit) || needsMore(first) || plain(credit) == "" || credit[0] < utf8.RuneSelf || isRemark(plain(credit)) {
		return false
	}
	beside := i > 0 && strings.HasSuffix(p.lineText(i-1), ")") && !p.lines[i-1].settled
	if beside || i+1 == len(p.lines) || p.lines[i+1].settled {
		return false
	}
	below := p.lineText(i + 1)
	return p.longLine(i+1) || len(below) > maxHeading && fullStop(below)
}

// isRemark tells what stands in brackets behind a heading and credits nobody.
func isRemark(label string) bool {
	switch label {
	case "فيديو", "صور", "بالفيديو", "بالصور", "فيديوهات", "تحديث", "تقرير", "خاص", "حصري", "مترجم", "تحليل", "راي",
		"وثيقة", "وثائق", "تفاصيل", "نص كامل", "النص الكامل":
		return true
	}
	return false
}

// maxCaption is the length in bytes of the longest caption; the long ones of the agencies have 250 letters.
const maxCaption = 600

// isCaption reports whether a line is one sentence that ends with a picture's credit in brackets.
func isCaption(s string) bool {
	if len(s) > maxCaption || !strings.HasSuffix(s, ")") || len(s) < 12 {
		return false
	}
	open := strings.LastIndexByte(s, '(')
	if open <= 0 || !isCredit(s[open+1:len(s)-1]) {
		return false
	}
	// "... القدس 6 يناير": captions have an ellipsis before place and day; a full stop makes it running text.
	// A place with a dash or colon behind it is a dateline.
	body := strings.TrimRightFunc(s[:open], unicode.IsSpace)
	if strings.HasSuffix(body, "-") || strings.HasSuffix(body, ":") || strings.HasSuffix(body, ".") && !strings.HasSuffix(body, "..") {
		return false
	}
	end := sentenceEnd(body, 0)
	return end >= len(body) || strings.HasSuffix(body[:end], "..")
}

// isCredit reports whether the words in brackets at the end of a caption credit a picture.
func isCredit(s string) bool {
	const longest = 80 // bytes
	if len(s) > longest {
		return false
	}
	label := plain(s)
	for _, word := range []string{
		"ارشيفية", "ارشيفيه", "ارشيف", "غيتي", "اعلام", "تصوير", "صورة", "موقع", "حساب", "فيسبوك", "تويتر", "منصة", "انترنت", "متداولة",
		"الخارجية", "الرئاسة", "وزارة", "getty", "اليونسكو", "ناسا", "المصدر", "تواصل", "التواصل", "الخاصة", "الشركة", "لقطة", "الحكومة", "مجلس ",
		"الجيش", "البيت الابيض", "الكرملين", "الامم المتحدة", "التلفزيون", "تلفزيون", "قناة", "اكس", "انستغرام", "تلغرام", "يوتيوب", "شاترستوك",
		"shutterstock", "الدفاع", "الشرطة", "رئاسة", "نادي ",
	} {
		if strings.HasPrefix(label, word) || strings.Contains(label, " "+word) {
			return true
		}
	}
	return agency(s) != ""
}
