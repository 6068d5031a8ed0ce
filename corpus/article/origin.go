package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jarida/corpus/calendar"
)

// isNotice tells the note of a republished article, the newspaper's disclaimer and the credit of a translation.
func isNotice(s string) bool {
	const longest = 8 * maxLabel
	if len(s) > longest || !mayBeNotice(s) {
		return false
	}
	if rest, ok := strings.CutPrefix(s, "*"); ok {
		rest = strings.TrimLeft(rest, "* ")
		if len(s) <= maxLabel && (opensWith(rest, creditCues[:]) > 0 || strings.HasPrefix(rest, "جميع المقالات")) {
			return true
		}
	}
	return republished(s) || disclaimer(s)
}

// mayBeNotice looks at the first letter: most lines begin with one that no notice begins with.
func mayBeNotice(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '*', '(', '[', '-', ' ', 'ه', 'ن', 'ا', 'إ', 'أ', 'آ', 'ي', 'ت', 'م', 'ل', 'ج':
		return true
	}
	return false
}

// disclaimer tells the sentence with which a newspaper does not answer for a text.
func disclaimer(s string) bool {
	for _, start := range []string{
		"لا يتحمل موقعنا", "لا تتحمل الصحيفة", "جميع المقالات المنشورة تمثل رأي", "الآراء الواردة", "المقال يعبر عن رأي", "المقالة تعبر عن رأي",
		"هذا المحتوى مترجم", "المقالات المنشورة لا تعبر",
	} {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return false
}

// originCues are the words behind which a notice names where the text was first published, as plain text. The longer stand first.
var originCues = [...]string{
	"نشر أولاً على", "نشر أولا على", "نشر أولاً في", "نشر أولا في", "نُشر أولاً على", "نُشر أولاً في", "نشرت أولاً في", "نشر لأول مرة في", "نشر للمرة الأولى في",
	"نُشر للمرة الأولى في", "نشر في الأصل في", "نشر في الأصل على", "نُشر في الأصل", "أولاً في", "أولا في", "أولًا في",
	"أولاً على", "أولا على", "أولًا على", "بالتزامن مع", "بالاتفاق مع", "بالتعاون مع", "بترتيب مع", "بإذن من",
	"نقلاً عن", "نقلا عن", "نقلًا عن", "منقول عن", "مترجم عن", "ترجمة عن", "إعادة نشر عن", "إعادة نشر من", "أعيد نشره من", "أعيد نشره عن",
}

// creditCues are those that also open a line with a star.
var creditCues = [...]string{
	"نقلاً عن", "نقلا عن", "نقلًا عن", "خدمة:", "خدمة", "بالاتفاق مع", "بالتعاون مع", "بالتزامن مع", "بترتيب مع", "المصدر:", "المصدر :", "عن ",
}

// republished reports whether a line is a note of republication: it speaks of the text that it belongs to.
func republished(s string) bool {
	const longest = 3 * maxLabel
	if len(s) > longest {
		return false
	}
	s = strings.TrimLeft(s, "(*[- ")
	for _, credit := range []string{"نقلاً عن", "نقلا عن", "نقلًا عن", "منقول عن", "المصدر:", "المصدر :"} {
		if strings.HasPrefix(s, credit) {
			return len(s) <= maxLabel/2
		}
	}
	for _, start := range []string{"إعادة نشر", "أعيد نشر", "يُعاد نشر", "يعاد نشر", "ينشر بال", "يُنشر بال", "تنشر بال", "تُنشر بال"} {
		if strings.HasPrefix(s, start) {
			return cue(s, originCues[:]) > 0
		}
	}
	for _, what := range []string{
		"هذا الخبر", "هذا المقال", "هذه المقالة", "هذه المادة", "هذا التقرير", "هذا النص", "هذا الموضوع",
		"نشر هذا المقال", "نُشر هذا المقال", "نشر هذا الخبر", "نُشر هذا الخبر", "نشرت هذه المادة", "نُشرت هذه المادة",
		"ينشر هذا المقال", "يُنشر هذا المقال", "ينشر هذا التقرير", "تنشر هذه المادة", "تُنشر هذه المادة", "ننشر هذا المقال",
	} {
		if strings.HasPrefix(s, what) {
			return strings.HasPrefix(s[len(what):], " بعنوان") || cue(s, originCues[:]) > 0
		}
	}
	return false
}

// cue gives the end of the first of the words given that stand in a text, with the space behind; 0 where none does.
func cue(s string, words []string) int {
	for _, word := range words {
		if at := strings.Index(s, word); at >= 0 {
			return skipSpace(s, at+len(word))
		}
	}
	return 0
}

// opensWith gives the end of the first of the words given that a text begins with, with the space behind; 0 where it begins with none.
func opensWith(s string, words []string) int {
	for _, word := range words {
		if strings.HasPrefix(s, word) {
			return skipSpace(s, len(word))
		}
	}
	return 0
}

// readOrigin takes from a notice where its text was first published, and when.
func (p *Parser) readOrigin(i int) {
	o, s := &p.article.Origin, p.lineText(i)
	if o.Source != "" || !o.Date.Zero() || disclaimer(s) {
		return
	}
	at := cue(s, originCues[:])
	if at == 0 {
		rest := strings.TrimLeft(s, "*([- ")
		if at = opensWith(rest, creditCues[:]); at > 0 {
			at += len(s) - len(rest)
		}
	}
	if at > 0 {
		o.Source = originName(s[at:])
	}
	if dates := calendar.Find(s, p.lines[i].start); len(dates) > 0 {
		o.Date = dates[0]
	}
	if o.Source != "" || !o.Date.Zero() {
		p.origin = i
	}
}

// originName gives the name that a text begins with: what is in quotation marks, or the words up to what speaks of something else.
func originName(s string) string {
	const mostWords, longest = 5, 80
	for _, kind := range []string{"موقع ", "صحيفة ", "جريدة ", "مجلة ", "وكالة أنباء ", "وكالة ", "شبكة ", "قناة ", "منصة ", "دورية ", "مدونة "} {
		s = strings.TrimPrefix(s, kind)
	}
	s = strings.TrimLeft(s, "/: ")
	first, n := utf8.DecodeRuneInString(s)
	if closing, ok := closingQuote(first); ok {
		if end := strings.IndexRune(s[n:], closing); end > 0 && end <= longest {
			return strings.TrimSpace(s[n : n+end])
		}
	}
	name := make([]string, 0, mostWords)
	for word := range strings.FieldsSeq(validPrefix(s, longest+1)) {
		trimmed := strings.TrimRight(word, ".،؛,)]*")
		if endsOrigin(trimmed) || len(name) == mostWords {
			break
		}
		name = append(name, trimmed)
		if trimmed != word {
			break
		}
	}
	return strings.Join(name, " ")
}

func closingQuote(r rune) (closing rune, ok bool) {
	switch r {
	case '«':
		return '»', true
	case '"':
		return '"', true
	case '“':
		return '”', true
	case '{':
		return '}', true
	}
	return 0, false
}

// endsOrigin reports whether a word stands behind the name of a source and is no part of it.
func endsOrigin(word string) bool {
	switch word {
	case "", "وتم", "تم", "بتاريخ", "في", "يوم", "على", "عن", "من", "مع", "وذلك", "حيث", "–", "-", "|", "(", "بقلم", "ترجمة", "وترجمه", "وترجمته":
		return true
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsDigit(r) || r == '('
}
