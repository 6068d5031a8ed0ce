package calendar

import (
	"fmt"
	"unicode/utf8"
)

// Find gives the dates of text that name a day, a month and a year of the Gregorian calendar, in order. text begins at offset in
// its source; the dates carry source offsets.
//
// It reads ISO 8601, day/month/year in digits (also with two digits of the year after slashes), and day, month name and year
// with the names of every Arab country, two names of one month in brackets or after a slash, and English names, in Western,
// Arabic and Persian digits. A Hijri date is passed over; its Gregorian twin ("الموافق") is found on its own.
func Find(text string, offset int) []Date {
	var dates []Date
	for i := 0; i < len(text); {
		if !digitAt(text, i) {
			i++
			continue
		}
		day, end, ok := dateAt(text, i)
		if ok {
			start := englishStart(text, i)
			dates = append(dates, Date{ISO: day.iso(), From: "text", Start: offset + start, End: offset + end})
			i = end
			continue
		}
		_, _, i = number(text, i)
	}
	return dates
}

// InName gives the date that a file name carries as YYYY-MM-DD, the zero Date if there is none. Dots and underscores may stand
// for the hyphens.
func InName(name string) Date {
	for i := 0; i < len(name); {
		if !digitAt(name, i) {
			i++
			continue
		}
		year, digits, end := number(name, i)
		if digits == 4 {
			if d, _, ok := yearFirst(name, year, end, "-_."); ok {
				return Date{ISO: d.iso(), From: "name"}
			}
		}
		i = end
	}
	return Date{}
}

// day is a day of the Gregorian calendar.
type day struct{ year, month, day int }

func (d day) iso() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

// valid reports whether the day exists in a year that news is about.
func (d day) valid() bool {
	return d.year >= 1800 && d.year <= 2199 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= daysIn(d.year, d.month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// dateAt reads the date whose first number begins at i.
func dateAt(text string, i int) (d day, end int, ok bool) {
	first, digits, next := number(text, i)
	switch {
	case digits == 4:
		return yearFirst(text, first, next, "-/.")
	case digits > 2:
		return day{}, 0, false
	}
	if d, end, ok := inDigits(text, first, next); ok {
		return d, end, true
	}
	return withMonthName(text, i, first, next)
}

// yearFirst reads -MM-DD behind a year, with one of the separators.
func yearFirst(text string, year, i int, separators string) (d day, end int, ok bool) {
	month, i, mark, ok := separated(text, i, separators)
	if !ok {
		return day{}, 0, false
	}
	number, i, _, ok := separated(text, i, string(mark))
	d = day{year, month, number}
	return d, i, ok && d.valid()
}

// inDigits reads /MM/YYYY behind a day. Two digits of a year count only behind slashes, as clock times and scores use
// the other marks; where the middle number can be no month, the American order is meant.
func inDigits(text string, first, i int) (d day, end int, ok bool) {
	month, i, mark, ok := separated(text, i, "-/.")
	if !ok {
		return day{}, 0, false
	}
	i, ok = separator(text, i, string(mark))
	if !ok || !digitAt(text, i) {
		return day{}, 0, false
	}
	year, digits, end := number(text, i)
	switch {
	case digits == 2 && mark == '/':
		year = century(year)
	case digits != 4:
		return day{}, 0, false
	}
	d = day{year, month, first}
	if month > 12 && first <= 12 {
		d = day{year, first, month}
	}
	return d, end, d.valid() && !hijriMark(text, end)
}

// century completes a year of two digits: those to come within a generation, else the past.
func century(year int) int {
	if year < 70 {
		return 2000 + year
	}
	return 1900 + year
}

// withMonthName reads the month's name and the year behind a day, or around it in American English.
func withMonthName(text string, start, number, i int) (d day, end int, ok bool) {
	if month := monthBefore(text, start); month > 0 {
		if year, end, ok := yearAfter(text, i); ok {
			d = day{year, month, number}
			return d, end, d.valid()
		}
	}
	i = skipWord(text, i, "من", "شهر")
	month, i := monthName(text, skipSpace(text, i))
	if month == 0 {
		return day{}, 0, false
	}
	i = otherName(text, i)
	year, end, ok := yearAfter(text, i)
	d = day{year, month, number}
	return d, end, ok && d.valid()
}

// otherName passes over a second name of the same month: "(تشرين الأول)", "/ آذار" or the bare name.
func otherName(text string, i int) int {
	at := skipSpace(text, i)
	bracket := at < len(text) && text[at] == '('
	if bracket || at < len(text) && (text[at] == '/' || text[at] == '-') {
		at = skipSpace(text, at+1)
	}
	month, end := monthName(text, at)
	if month == 0 {
		return i
	}
	if bracket {
		end = skipSpace(text, end)
		if end == len(text) || text[end] != ')' {
			return i
		}
		end++
	}
	return end
}

// yearAfter reads a year of four digits behind a month, past a comma and the word for year.
func yearAfter(text string, i int) (year, end int, ok bool) {
	i = skipSpace(text, i)
	if r, n := utf8.DecodeRuneInString(text[i:]); r == ',' || r == '،' || r == '-' || r == '/' {
		i = skipSpace(text, i+n)
	}
	i = skipSpace(text, skipWord(text, i, "من", "عام", "لعام", "العام", "سنة", "لسنة"))
	if !digitAt(text, i) {
		return 0, 0, false
	}
	year, digits, end := number(text, i)
	return year, end, digits == 4 && !hijriMark(text, end)
}

// separated reads a separator and a number of one or two digits behind it.
func separated(text string, i int, separators string) (value, end int, mark byte, ok bool) {
	next, ok := separator(text, i, separators)
	if !ok || !digitAt(text, next) {
		return 0, 0, 0, false
	}
	mark = text[skipSpace(text, i)]
	value, digits, end := number(text, next)
	return value, end, mark, digits <= 2
}

// separator passes over one of the separators and the spaces around it.
func separator(text string, i int, separators string) (end int, ok bool) {
	i = skipSpace(text, i)
	for k := 0; k < len(separators) && i < len(text); k++ {
		if text[i] == separators[k] {
			return skipSpace(text, i+1), true
		}
	}
	return i, false
}

// hijriMark reports whether the year that ends at i is marked as one of the Hijri calendar.
func hijriMark(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[skipSpace(text, i):])
	return r == 'ه'
}
