package article

import (
	"strings"
	"unicode/utf8"
)

// goesOn reports whether a line goes on with a text: it opens with "and" or "then" before its first word, or with a verb of speech.
// Captions, titles and the leads of other stories open with a noun or a verb that tells something new.
func goesOn(s string) bool {
	word, _ := nextWord(validPrefix(s, maxLabel), 0)
	word = plain(word)
	if rest, ok := strings.CutPrefix(word, "و"); ok && utf8.RuneCountInString(rest) > 1 && !ownWaw(word) && agencyName(word) == "" {
		return true
	}
	return speechVerb(strings.TrimPrefix(word, "ف")) || speechVerb(strings.TrimPrefix(word, "و"))
}

// ownWaw reports whether the first letter of a word belongs to it: the words with which titles and captions open.
func ownWaw(word string) bool {
	for _, start := range [...]string{
		"وزير", "وزار", "وزرا", "وزع", "وزن", "وفاة", "وفاه", "وفد", "وفود", "وفر", "ولاي", "ولي", "ولد", "وكال", "وكيل", "وكلا", "واشنطن", "واحد", "واقع",
		"والد", "والي", "واجه", "وارسو", "وادي", "واتس", "وائل", "وافق", "واصل", "واكب", "وقف", "وقع",
		"وقوع", "وقت", "وثيق", "وثائ", "وثق", "وسط", "وسائ", "وسيط",
		"وساط", "وسام", "ورش", "ورق", "ورد", "وراء", "ورث", "وعد", "وعود", "وعي", "وصول", "وصل", "وصف",
		"وصي", "وضع", "وضح", "وحد", "وحش", "وجه", "وجود", "وجب", "وباء",
		"وداع", "ودع", "وظيف", "وظائ", "وطن", "وهم", "ويل", "ويك", "وين", "وليام", "وتير", "وشك",
	} {
		if strings.HasPrefix(word, start) {
			return true
		}
	}
	return false
}

func speechVerb(word string) bool {
	switch word {
	case "قال", "قالت", "قالوا", "اضاف", "اضافت", "اكد", "اكدت", "اوضح", "اوضحت", "ذكر", "ذكرت",
		"اشار", "اشارت", "اعلن", "اعلنت", "افاد", "افادت", "كشف", "كشفت",
		"تابع",
		"تابعت", "لفت", "لفتت", "نفي", "نفت", "شدد", "شددت", "صرح", "صرحت", "اعتبر", "اعتبرت", "راي",
		"رات", "حذر", "حذرت", "يقول", "تقول", "يذكر", "دعا", "دعت":
		return true
	}
	return false
}

// fullStop reports whether a line ends with a full stop, quotes and brackets aside: a sentence of running text. Titles may end with an
// ellipsis, a question or exclamation mark.
func fullStop(s string) bool {
	s = strings.TrimRight(s, "\"'»”’)] \u00a0\u200f\u200e")
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") || strings.HasSuffix(s, "۔")
}
