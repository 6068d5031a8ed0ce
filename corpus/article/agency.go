package article

import (
	"strings"
	"unicode"
)

// agency gives the agency or newspaper that a byline, credit or dateline names, "" for none.
func agency(s string) string {
	found := ""
	for _, segment := range strings.FieldsFunc(s, divides) {
		name := agencyName(plain(segment))
		if name == "" {
			// "من الرياض واس": the agency closes the segment.
			words := strings.Fields(segment)
			if len(words) > 1 {
				name = agencyName(plain(words[len(words)-1]))
			}
		}
		if name != "" && (found == "" || found == "وكالات") {
			found = name
		}
	}
	return found
}

// divides tells the marks between the parts of a byline.
func divides(r rune) bool {
	switch r {
	case '-', '–', '—', '/', ':', '،', ',', '(', ')', '«', '»', '"', '“', '”', '{', '}', '|', '[', ']', 'ـ':
		return true
	}
	return unicode.IsControl(r)
}

// agencyName knows the agencies and newspapers of the Arab press by label, however they space and dot their initials.
func agencyName(label string) string {
	switch strings.ReplaceAll(label, " ", "") {
	case "رويترز", "reuters":
		return "رويترز"
	case "افب", "فرانسبرس", "afp", "وكالةفرانسبرس":
		return "أ.ف.ب"
	case "اب", "اسوشيتدبرس", "ap", "اسوشييتدبرس":
		return "أ.ب"
	case "ابا", "epa":
		return "إ.ب.أ"
	case "دبا", "dpa", "الالمانية":
		return "د.ب.أ"
	case "cnn", "سيانان", "cnnبالعربية", "cnnarabiccom":
		return "CNN"
	case "bbc", "بيبيسي", "bbcarabic", "بيبيسيعربي":
		return "BBC"
	case "فرانس24", "france24":
		return "فرانس 24"
	case "واس", "spa":
		return "واس"
	case "وام", "قنا", "كونا", "بنا", "وات", "وفا", "واج", "سانا", "تاس", "شينخوا", "سبوتنيك", "بلومبرغ", "الاناضول", "مهر", "فارس", "تسنيم", "ارنا", "بترا", "نينا", "لانا", "سونا":
		return label
	case "وكالات", "متابعات", "الوكالات":
		return "وكالات"
	case "الشرقالاوسط", "الشرقالاوسطاونلاين":
		return "الشرق الأوسط"
	case "العربيةنت":
		return "العربية.نت"
	case "البوابةالعربيةللاخبارالتقنية":
		return "البوابة العربية للأخبار التقنية"
	case "عيناليوم", "سبق", "الاقتصادية", "الخليج", "الرياض", "اليوم", "عكاظ", "الوطن", "الحياة", "الجزيرة", "المدينة", "البيان", "الاتحاد", "الاهرام", "القدسالعربي",
		"هسبريس", "الغد", "جريدة", "النهار", "السفير", "الراي", "القبس", "الشروق", "المصرياليوم", "العربيالجديد", "اليومالسابع", "الدستور":
		return newspaper(label)
	}
	return ""
}

// newspaper gives the name of a newspaper as it writes itself, where plain has changed it.
func newspaper(label string) string {
	switch label {
	case "الاقتصادية":
		return "الاقتصادية"
	case "الاهرام":
		return "الأهرام"
	case "الاتحاد":
		return "الاتحاد"
	case "الراي":
		return "الرأي"
	}
	return label
}

// city tells the newspapers whose names are also cities or common words: alone they prove nothing.
func commonName(name string) bool {
	switch name {
	case "الرياض", "المدينة", "اليوم", "الخليج", "الوطن", "الغد", "النهار", "الحياة", "الجزيرة", "البيان", "الاتحاد", "السفير", "الرأي", "القبس", "الشروق", "جريدة", "الدستور", "فارس", "مهر":
		return true
	}
	return false
}
