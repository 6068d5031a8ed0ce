package calendar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// monthName reads the name of a Gregorian month at i: 1 to 12, or 0.
func monthName(text string, i int) (month, end int) {
	first, end := word(text, i)
	if month := monthOf(first); month > 0 {
		return month, end
	}
	if first != "كانون" && first != "تشرين" {
		return 0, i
	}
	second, end := word(text, skipSpace(text, end))
	switch second {
	case "الاول", "اول":
		if first == "كانون" {
			return 12, end
		}
		return 10, end
	case "الثاني", "ثاني":
		if first == "كانون" {
			return 1, end
		}
		return 11, end
	}
	return 0, i
}

// monthOf knows the names of one word: in Egypt and the Gulf, in the Levant and Iraq, in Algeria and Tunisia, in Morocco and in
// Mauritania, as fold writes them, and in English.
func monthOf(name string) int {
	switch name {
	case "يناير", "جانفي", "ينائر", "january", "jan":
		return 1
	case "فبراير", "شباط", "فيفري", "فبرائر", "february", "feb":
		return 2
	case "مارس", "اذار", "march", "mar":
		return 3
	case "ابريل", "نيسان", "افريل", "april", "apr":
		return 4
	case "مايو", "ايار", "ماي", "may":
		return 5
	case "يونيو", "يونيه", "يونية", "حزيران", "جوان", "june", "jun":
		return 6
	case "يوليو", "يوليه", "يولية", "تموز", "جويلية", "جويليه", "يوليوز", "july", "jul":
		return 7
	case "اغسطس", "اب", "اوت", "غشت", "اغشت", "august", "aug":
		return 8
	case "سبتمبر", "ايلول", "شتنبر", "شتمبر", "september", "sep", "sept":
		return 9
	case "اكتوبر", "october", "oct":
		return 10
	case "نوفمبر", "نونبر", "نوفنبر", "november", "nov":
		return 11
	case "ديسمبر", "دجنبر", "دجمبر", "december", "dec":
		return 12
	}
	return 0
}

// monthBefore gives the English month whose name stands right before i, 0 if there is none: "May 19".
func monthBefore(text string, i int) int {
	name, _ := englishBefore(text, i)
	return monthOf(name)
}

// englishBefore gives the Latin word that stands before i in lower case, and its start.
func englishBefore(text string, i int) (name string, start int) {
	end := len(strings.TrimRight(text[:i], " .\u00a0"))
	start = end
	for start > 0 && end-start < maxWord && text[start-1] < utf8.RuneSelf && unicode.IsLetter(rune(text[start-1])) {
		start--
	}
	return strings.ToLower(text[start:end]), start
}

// englishStart gives the start of a date whose number begins at i: the month's name where that comes first.
func englishStart(text string, i int) int {
	if name, start := englishBefore(text, i); monthOf(name) > 0 {
		return start
	}
	return i
}
