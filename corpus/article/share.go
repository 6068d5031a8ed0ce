package article

import (
	"strings"
	"unicode"
)

// buttonsLength gives the length of the buttons that a line begins with, white space behind them included: share buttons, or those of a
// row of pictures.
func buttonsLength(s string) int {
	const pictures = "Next Previous "
	if strings.HasPrefix(s, pictures) {
		return skipSpace(s, len(pictures))
	}
	return shareLength(s)
}

// shareLength gives the length of the share buttons that a page's text begins with, white space behind them included: "شارك من خلال
// تويتر فيسبوك جوجل بلس اكتب رأيك". It is 0 where a sentence begins so.
func shareLength(s string) int {
	if !strings.HasPrefix(s, "شارك") && !strings.HasPrefix(s, "مشارك") {
		return 0
	}
	const networks = 2
	names, end := 0, 0
	for at := 0; at < len(s); {
		word, next := nextWord(s, at)
		switch label := plain(word); {
		case isNetwork(label):
			names++
		case !isShareWord(label):
			at = len(s)
			continue
		}
		at, end = next, next
	}
	if names < networks {
		return 0
	}
	return end
}

// nextWord gives the word at i, and where the one behind it begins.
func nextWord(s string, i int) (word string, next int) {
	n := strings.IndexFunc(s[i:], unicode.IsSpace)
	if n < 0 {
		return s[i:], len(s)
	}
	return s[i : i+n], skipSpace(s, i+n)
}

func isNetwork(word string) bool {
	switch word {
	case "تويتر", "فيسبوك", "فايسبوك", "واتساب", "تلغرام", "تيليجرام", "لينكدان", "لينكد", "انستغرام", "بنترست", "facebook", "twitter", "whatsapp",
		"telegram", "linkedin", "x", "google":
		return true
	}
	return false
}

func isShareWord(word string) bool {
	switch word {
	case "شارك", "شاركها", "شاركه", "مشاركة", "مشاركه", "من", "خلال", "علي", "عبر", "الخبر", "المقال", "هذا", "جوجل", "غوغل", "بلس", "ان", "اكتب", "رايك",
		"البريد", "الالكتروني", "طباعة", "طباعه", "ارسل", "ارسال", "نسخ", "الرابط", "plus":
		return true
	}
	return false
}
