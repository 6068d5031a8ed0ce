package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jarida/corpus/arabic"
)

// nameWords gives the words of a name as they are compared, marks left out but for a plus that belongs to it.
func nameWords(text string) []string {
	var words []string
	var key []byte
	end := 0
	for t := range arabic.Tokens(text) {
		if t.Kind == arabic.Mark {
			if n := len(words); n > 0 && t.Start == end && text[t.Start] == '+' { // أوبك+ is not أوبك
				words[n-1] += "+"
			}
			continue
		}
		end = t.End
		key = arabic.AppendToken(key[:0], text, t)
		if len(key) > 0 {
			words = append(words, string(key))
		}
	}
	return words
}

// patronym joins "بن" to the name behind it: a sign that no word has, for بنيامين is a name of its own.
const patronym = "بن+"

// joinName joins what is one part of a person's name: عبد, أبو, أم, آل and بن to what follows them, الدين, الله and الإسلام to what
// stands before them. عبد الفتاح and عبدالفتاح are the same then, and the last part of محمد بن سلمان is not سلمان.
func joinName(words []string) []string {
	joined := make([]string, 0, len(words))
	for _, w := range slices.Backward(words) {
		last := len(joined) - 1
		switch {
		case last < 0:
		case (joined[last] == "الدين" || joined[last] == "الله" || joined[last] == "الاسلام") && !prefixed(w):
			joined[last] = w + joined[last]
			continue
		case w == "عبد" || w == "ال" || w == "ام":
			joined[last] = w + joined[last]
			continue
		case w == "ابو" || w == "ابي" || w == "ابا":
			joined[last] = "ابو" + joined[last]
			continue
		case w == "بن" || w == "ابن" || w == "بنت" || w == "ولد":
			joined[last] = patronym + joined[last]
			continue
		}
		joined = append(joined, w)
	}
	slices.Reverse(joined)
	return joined
}

// prefixed tells the words that are joined to what follows them.
func prefixed(w string) bool {
	switch w {
	case "عبد", "ال", "ام", "ابو", "ابي", "ابا", "بن", "ابن", "بنت", "ولد":
		return true
	}
	return false
}

// particles stand before European family names and belong to them: فان جال.
func particle(w string) bool {
	switch w {
	case "فان", "فون", "دي", "دو", "دا", "دل", "ديل", "دير", "دوس", "دن", "تن", "لا", "لو", "سان", "سانت", "ماك", "فاندر":
		return true
	}
	return false
}

// withoutTitles drops titles before a name: الشيخ حمد, د. أحمد. Only forms with an article: أمير and سيد are names, too.
func (l *lists) withoutTitles(words []string) []string {
	for len(words) > 1 {
		w := words[0]
		if w != "د" && (!strings.HasPrefix(w, "ال") || l.word(w).triggers&triggerTitle == 0) {
			break
		}
		words = words[1:]
	}
	return words
}

// isNative tells the given names of the Arab world that differ from one another in vowels alone, or in consonants that a skeleton makes
// the same (كمال, جمال): their spelling tells people apart. Foreign names, which each desk spells in its own way, are not among them.
func isNative(part string) bool {
	switch part {
	case "احمد", "حمد", "حامد", "حميد", "حماد", "حمود", "محمد", "محمود", "حمدان", "حمدي", "حسن", "حسين", "حسان", "حسني", "حسون", "احسان",
		"سعد", "سعيد", "سعود", "مسعود", "مسعد", "سعدون", "سعاد", "سلمان", "سليمان", "سالم", "سليم", "سلام", "سلامه", "سلمي", "سالمه", "سليمه",
		"اسلام", "مسلم", "جمال", "كمال", "جميل", "جميله", "كامل", "قاسم", "جاسم", "غسان", "قيس", "علي", "علاء", "عالي", "عليا", "عمر", "عمرو",
		"عامر", "عمار", "عماره", "عمران", "عمير", "معمر", "صالح", "صلاح", "صبحي", "صبيح", "صباح", "مصباح", "خالد", "خليل", "خليفه", "خلود",
		"مخلد", "وليد", "ولد", "خلف", "خلفان", "مخلوف", "فهد", "فهيد", "فاهد", "فيصل", "فضل", "فاضل", "فضيل", "فواز", "فايز", "فوزي", "فوزيه",
		"فوزان", "مفوز", "ناصر", "نصر", "نصار", "نصير", "نصري", "منصور", "منتصر", "راشد", "رشيد", "رشاد", "رشدي", "رشا", "مرشد", "زيد", "زياد",
		"زايد", "يزيد", "زيدان", "مزيد", "ماجد", "مجد", "مجيد", "امجد", "مجدي", "ماجده", "مجاهد", "جهاد", "ماهر", "مهران", "طارق", "طلال",
		"طلعت", "طالب", "مطلب", "طلحه", "عادل", "عدل", "عدلي", "عدي", "هادي", "هدي", "هاني", "هاشم", "هشام", "هيثم", "هيام", "همام", "هيفاء",
		"كريم", "كارم", "مكرم", "اكرم", "كرم", "كريمه", "عزيز", "عز", "عزه", "عزمي", "عزام", "معتز", "معز", "عصام", "عاصم", "معتصم", "عصمت",
		"ياسر", "ياسين", "يسري", "ياسمين", "بدر", "بدور", "بدري", "بدير", "بكر", "بكري", "بكار", "ابكر", "نبيل", "نبيله", "نايل", "نوال", "نايف",
		"نواف", "نوف", "عاطف", "عفيف", "عطيه", "عطا", "عاطي", "رامي", "ريم", "رامز", "رمزي", "رمضان", "رضا", "رضوان", "راضي", "رياض", "مرتضي",
		"رايد", "راغب", "رجب", "رفيق", "رافع", "رفعت", "رباب", "ربيع", "ربيعه", "رووف", "رءوف", "رايف", "شريف", "شرف", "شارف", "شادي", "شكري",
		"شاكر", "شوقي", "شفيق", "شفق", "شهاب", "شهد", "شيماء", "شمس", "شعبان", "داود", "داوود", "دينا", "ضياء", "ضاحي", "زكي", "زكريا", "زكيه",
		"زهير", "زاهر", "زهره", "زهراء", "ازهر", "مزهر", "مي", "ميس", "مني", "امين", "امينه", "مامون", "ايمن", "ايمان", "يمني", "مومن", "ثامر",
		"تامر", "سمير", "سمر", "سمره", "سامر", "ساميه", "سامي", "سميه", "سماح", "سميح", "مسامح", "نجيب", "نجم", "نجوي", "ناجي", "ناجح", "نجاح",
		"نجيم", "نجلاء", "جابر", "جبر", "جبار", "جبير", "جعفر", "جاد", "جواد", "جود", "جمعه", "جلال", "جليل", "لطيف", "لطفي", "لبيب", "لبني",
		"لميس", "لينا", "ليلي", "مالك", "ملاك", "ملك", "مليكه", "مراد", "مريم", "مروان", "مروه", "مازن", "مزن", "موسي", "عيسي", "يونس", "انس",
		"انيس", "اويس", "اياد", "ايهاب", "اديب", "ادهم", "اسعد", "اسامه", "اسماء", "بسام", "باسم", "بسمه", "بسيم", "ابتسام", "بشار", "بشير",
		"بشر", "بشاره", "بلال", "بهاء", "بهيه", "باهي", "توفيق", "وفيق", "وفاء", "وافي", "تيسير", "ثابت", "خضر", "خيري", "خير", "حاتم", "حازم",
		"حزم", "حاكم", "حكيم", "حكمت", "حبيب", "حبيبه", "حاجي", "حارث", "حسام", "حسيب", "حلمي", "حليم", "حنان", "حنين", "حنا", "حيدر", "حذيفه",
		"حمزه", "سيف", "سفيان", "صفوان", "صفوت", "صفيه", "صادق", "صديق", "صدقي", "صابر", "صبري", "صبره", "صقر", "قادر", "قدري", "قدير", "قصي",
		"وايل", "وسام", "وسيم", "وجدي", "وحيد", "واحد", "وليم", "يحيي", "يحي", "يوسف", "يعقوب", "يوشع", "ظافر", "مظفر", "مظهر", "عباس", "عبير",
		"عبده", "عبود", "عبيد", "عابد", "عبيده", "عثمان", "عرفان", "عارف", "عرفات", "معروف", "عون", "عوني", "معين", "عوض", "عواد", "عايشه",
		"عايض", "عياض", "فارس", "فراس", "فاروق", "فرج", "فرح", "فريد", "فريده", "فاطمه", "فتحي", "فاتح", "فتاح", "فواد", "فادي", "فداء", "فخري",
		"فاخر", "كاظم", "كنعان", "ليث", "لوي", "مويد", "مبارك", "مبروك", "بركات", "بركه", "متعب", "مثني", "مجتبي", "محسن", "محيي", "مختار",
		"مدحت", "مصطفي", "معاذ", "مفتاح", "مقبل", "مقبول", "منذر", "منير", "منيره", "منار", "مناف", "منيف", "منيب", "مهدي", "مهند", "مونس",
		"نادر", "نديم", "نزار", "نزيه", "نسيم", "نشات", "نضال", "نعمان", "نعيم", "نعيمه", "منعم", "نهاد", "نهي", "نور", "نورا", "نوري", "انور",
		"منور", "نوره", "هناء", "هند":
		return true
	}
	return false
}

// native reports whether a part of a name has one spelling only: a given name of the Arab world, or one with an article or in
// construct, as family names of the Arab world are.
func native(part string) bool {
	for _, prefix := range [...]string{"ال", "عبدال", "ابو", patronym} {
		if len(part) > len(prefix)+2 && strings.HasPrefix(part, prefix) {
			return true
		}
	}
	return isNative(part)
}

// sameNative reports whether two parts, one of them native at least, are one name: with an article or without.
func sameNative(a, b []byte) bool {
	const al = "ال"
	x, y := strings.TrimPrefix(string(a), al), strings.TrimPrefix(string(b), al)
	return x == y && len(x) >= 3*len("ل")
}

// soundsLike reports whether two parts of foreign names, which have one skeleton, are spellings of one: long vowels may be left out or moved,
// but one does not stand for another, and none begins or ends just one of the two.
func soundsLike(a, b string) bool {
	if a == b {
		return true
	}
	long := len(arabic.Skeleton(a)) >= 8 // four consonants
	for first := true; ; first = false {
		va, ca, restA := sound(a)
		vb, cb, restB := sound(b)
		end := ca == ""
		if end != (cb == "") || !within(va, vb) && !within(vb, va) {
			return false
		}
		if (first || end) && (va == "") != (vb == "") {
			return false
		}
		if end {
			return true
		}
		// Only غ stands for each of the others that its skeleton is made of.
		if ca != cb && !long && velars(ca) && velars(cb) && ca != "غ" && cb != "غ" {
			return false
		}
		a, b = restA, restB
	}
}

func velars(c string) bool { return c == "ج" || c == "ق" || c == "ك" || c == "غ" }

// sound cuts the vowels before the first consonant and that consonant off a part of a name.
func sound(part string) (vowels, consonant, rest string) {
	for i, r := range part {
		switch r {
		case 'ا', 'و', 'ي', 'ه', 'ء':
			continue
		}
		_, n := utf8.DecodeRuneInString(part[i:])
		return part[:i], part[i : i+n], part[i+n:]
	}
	return part, "", ""
}

// within reports whether the vowels of a stand in b in the same order.
func within(a, b string) bool {
	for _, r := range a {
		i := strings.IndexRune(b, r)
		if i < 0 {
			return false
		}
		_, n := utf8.DecodeRuneInString(b[i:])
		b = b[i+n:]
	}
	return true
}

// anagram reports whether two parts have the same letters: دميتري, ديمتري.
func anagram(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for _, r := range a {
		if strings.Count(a, string(r)) != strings.Count(b, string(r)) {
			return false
		}
	}
	return true
}
