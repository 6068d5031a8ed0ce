package calendar

// Years that a number of four digits is taken for. The Hijri ones are those of the Umm al-Qura tables (1356 to 1500).
const (
	firstYear      = 1800
	lastYear       = 2199
	firstHijriYear = 1356
	lastHijriYear  = 1500
)

// numericDate reads a day, month and year in digits whose first number begins at i.
func numericDate(text string, i int) (d date, end int, ok bool) {
	value, digits, next := number(text, i)
	switch {
	case digits == 4:
		return yearFirst(text, value, next, "-/.")
	case digits > 2:
		return date{}, 0, false
	}
	return dayFirst(text, value, next)
}

// yearFirst reads -MM-DD behind a year, with one of the separators.
func yearFirst(text string, year, i int, separators string) (d date, end int, ok bool) {
	month, i, mark, ok := separated(text, i, separators)
	if !ok {
		return date{}, 0, false
	}
	day, i, _, ok := separated(text, i, string(mark))
	d = inEra(text, date{year: year, month: month, day: day}, i)
	return d, i, ok && d.valid()
}

// dayFirst reads /MM/YYYY behind a day. Two digits of a year count only behind slashes, as clock times and scores use
// the other marks; where the middle number can be no month, the American order is meant.
func dayFirst(text string, day, i int) (d date, end int, ok bool) {
	month, i, mark, ok := separated(text, i, "-/.")
	if !ok {
		return date{}, 0, false
	}
	i, ok = separator(text, i, string(mark))
	if !ok || !digitAt(text, i) {
		return date{}, 0, false
	}
	year, digits, end := number(text, i)
	switch {
	case digits == 2 && mark == '/':
		year = century(year)
		if hijraAt(text, end) {
			return date{}, 0, false
		}
	case digits != 4:
		return date{}, 0, false
	}
	d = inEra(text, date{year: year, month: month, day: day}, end)
	if !d.hijri && month > 12 && day <= 12 {
		d.month, d.day = day, month
	}
	return d, end, d.valid()
}

// inEra says which calendar a date is of: that of the mark behind its year, which ends at i, else that whose years in use it is
// one of.
func inEra(text string, d date, i int) date {
	d.hijri = hijriYear(d.year) || hijraAt(text, i)
	return d
}

// hijriYear reports whether a year without a mark is one of the Hijri calendar: within the memory of those who use it.
func hijriYear(year int) bool { return year >= firstHijriYear && year <= lastHijriYear }

// century completes a year of two digits: those to come within a generation, else the past.
func century(year int) int {
	if year < 70 {
		return 2000 + year
	}
	return 1900 + year
}

// valid reports whether the day exists in a year that news is about.
func (d date) valid() bool {
	if d.hijri {
		return hijriYear(d.year) && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 30
	}
	return d.year >= firstYear && d.year <= lastYear && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= daysIn(d.year, d.month)
}

// mark reads the mark of an era behind a year that ends at i: none where there is none.
func mark(text string, i int) (era kind, end int) {
	w := wordAt(text, sameLine(text, i))
	if w.kind == common && w.clitic == 0 || w.kind == hijra {
		return w.kind, w.end
	}
	return none, i
}

// hijraAt reports whether the year that ends at i is marked as one of the Hijri calendar.
func hijraAt(text string, i int) bool {
	era, _ := mark(text, i)
	return era == hijra
}
