package entity

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// hedges are the words before a number that is not exact, as arabic.Normalize gives them.
var hedges = [][]string{
	{"اكثر", "من"},
	{"اقل", "من"},
	{"ما", "يزيد", "عن"},
	{"ما", "يزيد", "علي"},
	{"ما", "لا", "يقل", "عن"},
	{"ما", "يقارب"},
	{"ما", "يقرب", "من"},
	{"نحو"},
	{"حوالي"},
	{"قرابه"},
	{"زهاء"},
}

// isVague reports whether a word counts without a number.
func isVague(word string) bool {
	switch word {
	case "عشرات", "ميات", "الاف", "ملايين", "مليارات", "بضعه", "بضع":
		return true
	}
	return false
}

// beginsAmount reports whether an amount may begin with a word that has no digits. Few words do, and most are seen again and again.
func beginsAmount(word string) bool {
	begins := func(hedge []string) bool { return hedge[0] == word }
	return isDual(word) || numeralOf(word).kind != noNumeral || numeralOf(stem(word)).kind != noNumeral || isVague(word) || slices.ContainsFunc(hedges, begins)
}

// measured reports whether a word is a unit of measure, money or time, or a word for people that news counts.
func measured(word string) bool {
	switch word {
	case "دولار", "دولارا", "دولارات", "يورو", "ريال", "ريالا", "ريالات", "درهم", "درهما", "دراهم", "دينار", "دينارا", "دنانير", "جنيه",
		"جنيها", "جنيهات", "ليره", "ليرات", "روبل", "روبلا", "روبلات", "يوان", "ين", "روبيه", "فرنك", "سنت", "سنتا", "هلله", "اوقيه",
		"ثانيه", "ثوان", "ثواني", "دقيقه", "دقايق", "ساعه", "ساعات", "يوم", "يوما", "ايام", "ليله", "ليال", "اسبوع", "اسبوعا", "اسابيع",
		"شهر", "شهرا", "اشهر", "شهور", "عام", "عاما", "اعوام", "سنه", "سنوات", "سنين", "عقد", "عقدا", "عقود", "قرن", "قرنا", "قرون",
		"متر", "مترا", "امتار", "كيلومتر", "كيلومترا", "كيلومترات", "كلم", "كم", "كيلو", "سنتيمتر", "سنتيمترا", "سم", "ميل", "ميلا", "اميال",
		"طن", "طنا", "اطنان", "كيلوغرام", "كيلوغراما", "كيلوغرامات", "كيلوجرام", "كيلوجراما", "كجم", "كلغ", "غرام", "غراما", "غرامات", "جرام", "لتر", "لترا",
		"برميل", "برميلا", "براميل", "هكتار", "هكتارا", "فدان", "فدانا", "درجه", "درجات", "ميغاوات", "ميجاوات", "غيغاوات", "كيلووات",
		"شخص", "شخصا", "اشخاص", "قتيل", "قتيلا", "قتلي", "جريح", "جريحا", "جرحي", "مصاب", "مصابا", "مصابين", "اصابه", "اصابات", "حاله", "حالات",
		"نسمه", "مواطن", "مواطنا", "مواطنين", "لاجيء", "لاجيا", "لاجيين", "نقطه", "نقاط", "مره", "مرات", "صوت", "صوتا", "اصوات", "مقعد", "مقعدا", "مقاعد":
		return true
	}
	return false
}

// dual reports whether token i is a noun of measure that is two by its form, and not what something with an article behind it has two of.
func (a *AmountFinder) dual(i int) bool {
	return i < len(a.tokens) && isDual(a.word(i)) && (i+1 == len(a.tokens) || !strings.HasPrefix(a.word(i+1), "ال"))
}

// isDual tells the nouns of measure that are two by their form. Other nouns in -ين are mostly plurals.
func isDual(word string) bool {
	stem, ok := strings.CutSuffix(word, "ان")
	if !ok {
		stem, ok = strings.CutSuffix(word, "ين")
	}
	if !ok {
		return false
	}
	stem = strings.TrimSuffix(stem, "ت")
	switch stem {
	case "يوم", "شهر", "عام", "اسبوع", "دولار", "كيلومتر", "قتيل", "جريح", "شخص", "عقد", "قرن", "مليون", "مليار":
		return true
	case "سن", "ساع", "دقيق", "ليل", "مر": // سنتين, with the ta of the feminine
		return strings.HasPrefix(word, stem+"ت")
	}
	return false
}

// isCounted reports whether a word behind a number may be the thing that is counted: an indefinite noun. Function words, parts of
// the day and marks of a calendar are not.
func isCounted(word string) bool {
	const fewest = 3 // letters
	if utf8.RuneCountInString(word) < fewest || word[0] < utf8.RuneSelf || strings.HasPrefix(word, "ال") || strings.HasPrefix(word, "وال") {
		return false
	}
	return !slices.Contains([]string{
		"علي", "الي", "الا", "بعد", "قبل", "بين", "حتي", "منذ", "عند", "عبر", "حول", "ضمن", "خلال", "ضد", "لدي", "مقابل", "بدون", "دون", "فوق", "تحت",
		"منها", "منهم", "فيها", "فيه", "عنها", "لها", "وهي", "وهو", "وهم", "بينهم", "بينها", "هذا", "هذه", "ذلك", "تلك", "التي", "كما", "لكن", "حيث", "كان", "كانت",
		"يوليو", "صباحا", "مساء", "ظهرا", "فجرا", "ليلا", "عصرا", "بتوقيت", "هجري", "هجريه", "ميلادي", "ميلاديه", "غرينتش", "جرينتش", "تقريبا", "فقط", "ايضا",
		"قال", "قالت", "واضاف", "وقال", "وقالت", "اكد", "اكدت", "وكان", "وكانت", "وذلك", "وفقا", "بحسب", "حسب", "عندما", "بعدما", "فيما", "بينما",
		"لكي", "ولم", "ولا",
	}, word)
}

// notCounted reports whether the number behind a word is a name: a number of an article, a page, a telephone.
func notCounted(word string) bool {
	return slices.Contains([]string{
		"رقم", "الرقم", "الماده", "ماده", "الفقره", "العدد", "الساعه", "القرار", "قرار", "الصفحه", "صفحه", "البند", "هاتف", "تلفون", "جوال", "فاكس", "تليفون",
		"مجموعه", "الطراز", "طراز", "الجوله", "الدقيقه", "الحلقه", "الفصل", "القناه", "اف", "جي", "ميغ", "سو", "كوفيد", "تحت",
	}, word)
}

// qualifies reports whether a word belongs to the unit before it: a currency's country, a square, an adjective of the noun.
func qualifies(noun, word string) bool {
	switch word {
	case "مربع", "مربعا", "مربعه", "مكعب", "مكعبا", "مكعبه", "ميويه":
		return true
	}
	switch noun {
	case "دولار", "دولارا", "دينار", "دينارا", "جنيه", "جنيها", "ليره", "ريال", "ريالا", "درهم", "درهما", "يوان", "فرنك":
		return !strings.HasPrefix(word, "ال") && (strings.HasSuffix(word, "ي") || strings.HasSuffix(word, "يه") || strings.HasSuffix(word, "يا")) && len(word) > 6
	}
	// An indefinite plural noun with its adjective of nisba: صواريخ باليستية.
	return !strings.HasPrefix(word, "ال") && strings.HasSuffix(word, "يه") && len(word) > 8 && !strings.HasSuffix(noun, "ا") && !measured(noun)
}
