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
			if commonName(name) {
				name = "" // "من الرياض" is a place
			}
		}
		if cityName(name) && !strings.Contains(s, "«"+name) && !strings.Contains(s, `"`+name) {
			continue
		}
		if name != "" && (found == "" || found == "وكالات" || commonName(found) && !commonName(name)) {
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
	switch label { // initials with something between them: written together they are words ("آب", "أبا")
	case "ا ف ب":
		return "أ.ف.ب"
	case "ا ب":
		return "أ.ب"
	case "ا ب ا":
		return "إ.ب.أ"
	case "د ب ا":
		return "د.ب.أ"
	}
	switch strings.ReplaceAll(label, " ", "") {
	case "رويترز", "reuters":
		return "رويترز"
	case "فرانسبرس", "afp", "وكالةفرانسبرس", "الفرنسية":
		return "أ.ف.ب"
	case "اسوشيتدبرس", "ap", "اسوشييتدبرس", "الاسوشيتدبرس", "الاسوشييتدبرس":
		return "أ.ب"
	case "epa", "الاوروبية":
		return "إ.ب.أ"
	case "dpa", "الالمانية":
		return "د.ب.أ"
	case "واس", "spa":
		return "واس"
	case "وام", "قنا", "كونا", "بنا", "وات", "وفا", "واج", "سانا", "تاس", "شينخوا", "سبوتنيك", "بلومبرغ", "مهر", "فارس", "تسنيم", "بترا",
		"نينا", "لانا", "سونا", "ماب", "سبا", "وال":
		return label
	case "وكالات", "متابعات", "الوكالات":
		return "وكالات"
	case "الشرقالاوسط", "الشرقالاوسطاونلاين":
		return "الشرق الأوسط"
	case "العربيةنت":
		return "العربية.نت"
	case "البوابةالعربيةللاخبارالتقنية":
		return "البوابة العربية للأخبار التقنية"
	case "عيناليوم", "سبق", "الاقتصادية", "الخليج", "الرياض", "اليوم", "عكاظ", "الوطن", "الحياة", "الجزيرة", "المدينة", "البيان", "الاتحاد", "القدسالعربي",
		"هسبريس", "الغد", "جريدة", "النهار", "السفير", "القبس", "الشروق", "المصرياليوم", "العربيالجديد", "اليومالسابع", "الدستور":
		return label
	case "الاهرام":
		return "الأهرام"
	case "الراي":
		return "الرأي"
	case "الاناضول":
		return "الأناضول"
	case "ارنا":
		return "إرنا"
	}
	return broadcasterName(label)
}

// broadcasterName knows the broadcasters and their sites by label.
func broadcasterName(label string) string {
	switch strings.ReplaceAll(label, " ", "") {
	case "cnn", "سيانان", "cnnبالعربية", "cnnarabiccom":
		return "CNN"
	case "bbc", "بيبيسي", "bbcarabic", "بيبيسيعربي":
		return "BBC"
	case "فرانس24", "france24":
		return "فرانس 24"
	case "سكاينيوزعربية", "سكاينيوز", "skynewsarabia":
		return "سكاي نيوز عربية"
	case "الجزيرةنت":
		return "الجزيرة نت"
	case "الحرة", "قناةالحرة":
		return "الحرة"
	case "يورونيوز", "euronews":
		return "يورونيوز"
	case "ارتيعربي", "rtarabic":
		return "RT"
	}
	return ""
}

// cityName tells the newspapers that are called as the cities from which others report: only quotation marks tell the two apart.
func cityName(name string) bool { return name == "الرياض" || name == "المدينة" }

// commonName tells the newspapers whose names are also cities or common words: alone they prove nothing.
func commonName(name string) bool {
	switch name {
	case "الرياض", "المدينة", "اليوم", "الخليج", "الوطن", "الغد", "النهار", "الحياة", "الجزيرة", "البيان", "الاتحاد", "السفير",
		"الرأي", "القبس", "الشروق", "جريدة", "الدستور", "فارس", "مهر":
		return true
	}
	return false
}
