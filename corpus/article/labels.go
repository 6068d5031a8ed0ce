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
			l.kind, l.settled = labelKind(p.lineText(i))
			if l.kind == Related {
				l.kind, l.opens = Paragraph, true
			}
		}
	}
}

// labelKind tells what a line says it is. Related without being settled is the header of related stories.
func labelKind(s string) (kind Kind, settled bool) {
	if playCircle(s) == 0 {
		return Furniture, true
	}
	if isNotice(s) {
		return Notice, true
	}
	if kind, ok := broadcasterLabel(s); ok {
		return kind, true
	}
	if len(s) > maxLabel || strings.HasSuffix(s, ".") && !strings.HasPrefix(s, ".") {
		return Paragraph, false
	}
	folded := plain(s)
	switch {
	case relatedHeader(folded), folded == "اقرا المزيد" && strings.HasSuffix(s, ":"):
		return Related, false
	case isFurniture(folded), isPost(s):
		return Furniture, true
	case isTagLine(folded):
		return Tag, true
	case len(folded) == 0 && !strings.ContainsFunc(s, symbol):
		return Furniture, true // a rule of dashes or stars
	}
	return Paragraph, false
}

// broadcasterLabel tells the lines that the BBC's pages label by words.
func broadcasterLabel(s string) (Kind, bool) {
	if len(s) > maxCaption || !strings.Contains(s[:min(len(s), maxLabel)], "،") && !strings.Contains(s[:min(len(s), maxLabel)], ",") {
		if strings.HasPrefix(s, "تخطى ") && strings.HasSuffix(s, " وواصل القراءة") {
			return Furniture, true
		}
		return Paragraph, false
	}
	for _, label := range [...]struct {
		start string
		kind  Kind
	}{{"صدر الصورة،", Caption}, {"مصدر الصورة،", Caption}, {"التعليق على الصورة،", Caption}, {"Author,", Byline}, {"Role,", Byline}} {
		if strings.HasPrefix(s, label.start) {
			return label.kind, true
		}
	}
	return Paragraph, false
}

func symbol(r rune) bool {
	return r != 'ـ' && (unicode.IsLetter(r) || unicode.IsNumber(r) || r == utf8.RuneError)
}

// plain gives the letters and digits of a label with single spaces between words: hamza seats as bare alef, alef maksura as ya, no
// vowel signs, stretches or punctuation.
func plain(s string) string {
	b := make([]byte, 0, maxLabel)
	space := false
	for i := 0; i < len(s); {
		r, n := letter(s, i)
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

// letter is utf8.DecodeRuneInString at a place, which is faster where ASCII or a plain Arabic letter stands there.
func letter(s string, i int) (r rune, n int) {
	switch c := s[i]; {
	case c < utf8.RuneSelf:
		return rune(c), 1
	case (c == 0xd8 || c == 0xd9) && i+1 < len(s) && s[i+1]&0xc0 == 0x80:
		return rune(c&0x1f)<<6 | rune(s[i+1]&0x3f), 2
	}
	return utf8.DecodeRuneInString(s[i:])
}

// playCircle gives where the name of a video button and its length begin at the end of a line ("play-circle 01:26"), -1 if
// there is none.
func playCircle(s string) int {
	const button = "play-circle"
	if s == "" || s[len(s)-1] != 'e' && (s[len(s)-1] < '0' || s[len(s)-1] > '9') {
		return -1
	}
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
		"شارك هذا المقال", "شارك الخبر", "شارك هذا الخبر", "تحميل المزيد", "عرض المزيد", "شارك المقال", "مشاركة المقال", "شارك القصة", "مادة اعلانية", "مادة اعلانيه",
		"محتوي اعلاني", "التعليقات", "article information", "view this post on instagram", "فيسبوك", "تويتر", "واتساب", "تلغرام", "تيليغرام", "انستغرام", "لينكد ان",
		"لينكدان", "telegram", "linkedin", "instagram", "نسخ", "نسخ رابط", "استمع الي المقال", "استمع للمقال", "حجم الخط", "اضافة تعليق":
		return true
	}
	for _, start := range []string{
		"شارك من خلال ", "شارك هذا الخبر علي", "شارك هذا المقال علي", "شارك الخبر علي", "جميع الحقوق محفوظة", "جميع الحقوق محفوظه",
		"حقوق النشر ", "copyright ", "تابعوا ", "اشترك في ", "للاشتراك في ", "pic twitter com ", "https t co ", "رابط الخبر ب",
	} {
		if strings.HasPrefix(label, start) {
			return true
		}
	}
	return clockMark(label) || pageNumber(label) || readingTime(label)
}

// pageNumber tells the long hexadecimal number by which a site's database knows the page.
func pageNumber(label string) bool {
	const shortest = 16
	return len(label) >= shortest && label[0] < utf8.RuneSelf && strings.Trim(label, "0123456789abcdef ") == "" && strings.ContainsAny(label, "0123456789")
}

// isPost tells the line beneath an embedded post that names who wrote it: "— وكالة (@agency) February 3, 2026".
func isPost(s string) bool {
	return strings.HasPrefix(s, "—") && strings.Contains(s, "(@")
}

// readingTime tells how long a page says that it takes to be read: "2 دقائق", "مدة القراءة 3 دقائق", "5 min read".
func readingTime(label string) bool {
	const most = 4 // words
	n, unit := 0, false
	for word := range strings.FieldsSeq(label) {
		switch word {
		case "دقيقة", "دقائق", "دقيقه", "min", "mins", "minutes":
			unit = true
		case "قراءة", "القراءة", "للقراءة", "مدة", "وقت", "زمن", "read":
		default:
			if !digitsOnly(word) {
				return false
			}
		}
		n++
	}
	return unit && n > 1 && n <= most
}

// clockMark tells the line with which the Saudi agency closes a report: the hour and "ت م".
func clockMark(label string) bool {
	hour, rest, _ := strings.Cut(label, " ")
	return len(hour) <= 2 && strings.HasSuffix(rest, " ت م") && strings.Trim(rest, "0123456789 تم") == ""
}

func isTagLine(label string) bool {
	for _, start := range []string{
		"كلمات مفتاحية ", "كلمات مفتاحيه ", "كلمات دلالية ", "كلمات دلاليه ", "الكلمات المفتاحية ",
		"الوسوم ", "وسوم ", "سمات ", "tags ", "الكلمات الدالة ", "الكلمات الدلالية ", "هاشتاغ ",
	} {
		if strings.HasPrefix(label, start) {
			return true
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
