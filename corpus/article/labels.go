package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The words of this file are those that Arabic news pages leave around articles. They are compared as plain writes them.

// maxLabel is the length in bytes of the longest line that can be a label or a button.
const maxLabel = 160

// labelLines settles what each line says about itself, wherever it stands.
func (p *Parser) labelLines() {
	for i := range p.lines {
		if l := &p.lines[i]; !l.settled {
			if kind, ok := labelKind(p.lineText(i)); ok {
				l.kind, l.settled = kind, true
			}
		}
	}
}

func labelKind(s string) (Kind, bool) {
	if playCircle(s) == 0 {
		return Furniture, true
	}
	if isNotice(s) {
		return Notice, true
	}
	if len(s) > maxLabel || strings.HasSuffix(s, ".") && !strings.HasPrefix(s, ".") {
		return Paragraph, false
	}
	folded := plain(s)
	switch {
	case isFurniture(folded):
		return Furniture, true
	case isTagLine(folded):
		return Tag, true
	case len(folded) == 0 && !strings.ContainsFunc(s, symbol):
		return Furniture, true // a rule of dashes or stars
	}
	return Paragraph, false
}

func symbol(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == utf8.RuneError }

// plain gives the letters and digits of a label with single spaces between words: hamza seats as bare alef, alef maksura as ya, no
// vowel signs, stretches or punctuation.
func plain(s string) string {
	b := make([]byte, 0, maxLabel)
	space := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == 'أ' || r == 'إ' || r == 'آ' || r == 'ٱ':
			r = 'ا'
		case r == 'ى':
			r = 'ي'
		case r >= 'ء' && r <= 'ي' && r != 'ـ' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			// Most of what comes, as it is.
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r == ' ':
			space = true
			continue
		case r == 'ـ' || unicode.IsMark(r) || unicode.Is(unicode.Cf, r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			space = true
			continue
		}
		if space && len(b) > 0 {
			b = append(b, ' ')
		}
		space = false
		b = utf8.AppendRune(b, r)
	}
	return string(b)
}

// playCircle gives where the name of a video button and its length begin at the end of a line ("play-circle 01:26"), -1 if
// there is none.
func playCircle(s string) int {
	const button = "play-circle"
	tail := strings.TrimRight(s, " 0123456789:")
	if !strings.HasSuffix(tail, button) {
		return -1
	}
	return len(tail) - len(button)
}

func isFurniture(label string) bool {
	switch label {
	case "tt", "انتهي", "المزيد", "اقرا المزيد", "اقرا ايضا المزيد", "شارك", "مشاركة", "مشاركه", "طباعة", "طباعه", "ارسل لصديق", "حفظ", "نسخ الرابط",
		"اظهار اخبار متعلقة", "اظهار اخبار متعلقه", "اعلان", "اعلانات", "تابعنا", "تعليقات", "اضف تعليق", "اترك تعليقا", "اكتب تعليقا",
		"تكبير الخط", "تصغير الخط", "الرئيسية", "الرئيسيه", "share", "print", "advertisement", "facebook", "twitter", "whatsapp", "النص الكامل",
		"شارك هذا المقال", "شارك الخبر", "شارك هذا الخبر", "تحميل المزيد", "عرض المزيد":
		return true
	}
	for _, start := range []string{
		"شارك من خلال ", "شارك هذا الخبر علي", "شارك هذا المقال علي", "شارك الخبر علي", "جميع الحقوق محفوظة", "جميع الحقوق محفوظه",
		"حقوق النشر ", "copyright ", "تابعوا ", "اشترك في ",
	} {
		if strings.HasPrefix(label, start) {
			return true
		}
	}
	return clockMark(label) || pageNumber(label)
}

// pageNumber tells the long hexadecimal number by which a site's database knows the page.
func pageNumber(label string) bool {
	const shortest = 16
	return len(label) >= shortest && label[0] < utf8.RuneSelf && strings.Trim(label, "0123456789abcdef ") == "" && strings.ContainsAny(label, "0123456789")
}

// clockMark tells the line with which the Saudi agency closes a report: the hour and "ت م".
func clockMark(label string) bool {
	hour, rest, _ := strings.Cut(label, " ")
	return len(hour) <= 2 && strings.HasSuffix(rest, " ت م") && strings.Trim(rest, "0123456789 تم") == ""
}

// isNotice tells the note of a republished article, the newspaper's disclaimer and the credit of a translation.
func isNotice(s string) bool {
	if strings.HasPrefix(s, "*") {
		if rest := strings.TrimLeft(s, "* "); len(s) <= maxLabel && (strings.HasPrefix(rest, "نقل") || strings.HasPrefix(rest, "خدمة ") ||
			strings.HasPrefix(rest, "جميع المقالات")) {
			return true
		}
	}
	if len(s) > 8*maxLabel {
		return false
	}
	return strings.HasPrefix(s, "هذا الخبر بعنوان") || strings.HasPrefix(s, "هذه المادة بعنوان") || strings.HasPrefix(s, "هذا المقال بعنوان") ||
		strings.HasPrefix(s, "لا يتحمل موقعنا") || strings.HasPrefix(s, "لا تتحمل الصحيفة") || strings.HasPrefix(s, "جميع المقالات المنشورة تمثل رأي") ||
		strings.HasPrefix(s, "الآراء الواردة") || strings.HasPrefix(s, "المقال يعبر عن رأي") || strings.HasPrefix(s, "هذا المحتوى مترجم")
}

func isTagLine(label string) bool {
	for _, start := range []string{
		"كلمات مفتاحية ", "كلمات مفتاحيه ", "كلمات دلالية ", "كلمات دلاليه ", "الكلمات المفتاحية ",
		"الوسوم ", "وسوم ", "سمات ", "tags ",
	} {
		if strings.HasPrefix(label, start) {
			return true
		}
	}
	return false
}

// relatedHeader reports whether a label opens a list of other stories.
func relatedHeader(label string) bool {
	switch label {
	case "مقالات ذات صلة", "مقالات ذات صله", "اخبار ذات صلة", "اخبار ذات صله", "مواضيع ذات صلة", "مواضيع ذات صله", "موضوعات ذات صلة", "موضوعات ذات صله",
		"روابط ذات علاقة", "روابط ذات صلة", "ذات صلة", "قد يهمك", "قد يهمك ايضا", "اقرا ايضا", "اقرا كذلك", "اخبار متعلقة", "مواضيع متعلقة", "مواد ذات صلة",
		"قصص ذات صلة", "شاهد ايضا", "المزيد من الاخبار", "اخر الاخبار", "الاكثر قراءة", "مقالات اخري", "مقالات متعلقة":
		return true
	}
	return false
}

// relatedLine reports whether a line names other stories itself: "للمزيد: …", or links behind a header on the same line.
func relatedLine(s string) bool {
	for _, start := range []string{
		"للمزيد", "اقرأ أيضا", "اقرأ أيضاً", "إقرأ أيضا", "إقرأ أيضاً", "اقرأ ايضا", "شاهد أيضا",
		"روابط ذات علاقة", "مواضيع ذات صلة", "لمزيد من التفاصيل",
	} {
		if rest, ok := strings.CutPrefix(s, start); ok {
			rest = strings.TrimPrefix(rest, "ً")
			return strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, " :") || strings.HasPrefix(rest, "  ") || strings.HasPrefix(rest, "..")
		}
	}
	return false
}

// isSectionName reports whether a label is the name of a newspaper's section.
func isSectionName(label string) bool {
	switch label {
	case "سياسة", "سياسه", "اقتصاد", "رياضة", "رياضه", "ثقافة", "ثقافه", "فن", "فنون", "علوم", "صحة", "صحه", "تكنولوجيا", "تقنية", "منوعات", "مجتمع", "محليات",
		"دولية", "دولي", "عربي", "عربية", "العالم", "عالم", "اخبار", "اخبار محلية", "اخبار عربية", "اخبار دولية", "اخبار العالم",
		"الاخبار", "شؤون اقليمية", "شؤون عربية", "تحليل اخباري",
		"المشرق العربي", "شمال افريقيا", "الخليج", "الشرق الاوسط", "اوروبا", "اسيا", "افريقيا", "الولايات المتحدة", "اميركا", "امريكا",
		"الاقتصاد", "الرياضة", "راي", "اراء",
		"مقالات", "حوادث", "سياحة", "سينما", "كتب", "بيئة", "تعليم", "سفر", "يوميات الشرق", "مال واعمال", "علوم وتكنولوجيا", "ثقافة وفن",
		"ثقافة وفنون", "فن وثقافة",
		"اقتصاد واعمال", "تحقيقات", "تقارير", "وطنية", "جهات", "سيارات", "اسلام", "دين", "مغاربي", "شؤون دولية", "عاجل", "محلي", "محلية",
		"سياسي", "اقتصادي", "رياضي",
		"ثقافي", "اجتماعي", "عام":
		return true
	}
	return false
}
