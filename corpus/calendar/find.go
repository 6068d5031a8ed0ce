package calendar

// Find gives the dates of text that name a day, a month and a year, in order: those that can be the date of an article. A day without
// a year cannot: the year would have to come from the date that is looked for. text begins at offset in its source; the dates carry
// source offsets.
//
// It reads ISO 8601, day/month/year in digits (also with two digits of the year after slashes), and day, month name and year
// with the names of every Arab country, two names of one month in brackets or after a slash, and English names, in Western,
// Arabic and Persian digits; also the month or the year first, as pages have it ("فبراير 3, 2026", "2026 فبراير 3"). A Hijri date is
// passed over where its Gregorian twin ("الموافق") stands beside it, which is found on its own; one that stands alone is found as
// the Gregorian day and marked.
func Find(text string, offset int) []Date {
	var dates []Date
	s := scanner{text: text, blanks: true}
	for i := nextDigit(text, 0); i < len(text); i = nextDigit(text, i) {
		d, start, end, ok := s.fullDate(i)
		if !ok {
			_, _, i = number(text, i)
			continue
		}
		if found, ok := d.found(); ok && (!d.hijri || !s.hasTwin(d, end)) {
			found.Start, found.End = offset+start, offset+end
			dates = append(dates, found)
		}
		i = end
	}
	return dates
}

// found gives a full date as it is given out; false for a Hijri one that the tables do not have.
func (d date) found() (Date, bool) {
	if !d.hijri {
		return Date{ISO: dayOf(d.year, d.month, d.day).Format(isoDay), From: "text"}, true
	}
	iso, ok := HijriDay{d.year, d.month, d.day}.Gregorian()
	return Date{ISO: iso, From: "text", Hijri: true}, ok
}

// hasTwin reports whether the Hijri date that ends at i stands beside the same day in the Gregorian calendar.
func (s *scanner) hasTwin(d date, i int) bool {
	_, i = mark(s.text, i)
	p := phrase{end: i, moment: moment{first: d}}
	s.inOtherCalendar(&p)
	return !p.first.hijri && p.first.full()
}

// fullDate reads a day, a month and a year, the first number of which begins at i. The mark of the era is left.
func (s *scanner) fullDate(i int) (d date, start, end int, ok bool) {
	if d, end, ok := numericDate(s.text, i); ok {
		return d, i, end, true
	}
	if value, start := monthBefore(s.text, i); value > 0 {
		if d, end, ok := s.american(value, i); ok {
			return d, start, end, true
		}
	}
	if d, start, end, ok := s.pageDate(i); ok {
		return d, start, end, true
	}
	value, digits, next := number(s.text, i)
	if digits > 2 {
		return d, i, next, false
	}
	m, end, ok := s.inMonth(days{first: value, end: next, firstEnd: next})
	return m.first, i, end, ok && m.first.full() && m.first.valid()
}

// InName gives the date that a file name carries as YYYY-MM-DD, the zero Date if there is none: 2026-01-16, 2026_01_16, 2026.01.16,
// 16-01-2026 and the like, and 20260116 where it stands alone between marks, as what is longer is a number of another kind.
func InName(name string) Date {
	for i := 0; i < len(name); {
		if !digitAt(name, i) {
			i++
			continue
		}
		_, _, end := number(name, i)
		if d, ok := nameDate(name, i, end); ok {
			return Date{ISO: dayOf(d.year, d.month, d.day).Format(isoDay), From: "name"}
		}
		i = end
	}
	return Date{}
}

// nameDate reads the date in a file name whose first number stands from i to end.
func nameDate(name string, i, end int) (d date, ok bool) {
	const separators = "-_."
	value, digits, _ := number(name, i)
	switch {
	case digits == 4:
		d, _, ok = yearFirst(name, value, end, separators)
	case digits == 8 && !besideLetter(name, i, end):
		year, month := eightDigits(name, i)
		d = date{year: year, month: month / 100, day: month % 100}
		ok = d.year >= 1990 && d.year < 2100 && d.valid()
	case digits == 2 && !digitBefore(name, i):
		var next int
		d, next, ok = nameDayFirst(name, value, end, separators)
		ok = ok && !besideLetter(name, i, next)
	}
	return d, ok && !d.hijri
}

// eightDigits splits YYYYMMDD behind the year.
func eightDigits(name string, i int) (year, rest int) {
	for k := range 8 {
		value, n := digit(name, i)
		if k < 4 {
			year = year*10 + value
		} else {
			rest = rest*10 + value
		}
		i += n
	}
	return year, rest
}

// nameDayFirst reads -MM-YYYY behind the day, each with all its digits.
func nameDayFirst(name string, day, i int, separators string) (d date, end int, ok bool) {
	month, end, sep, ok := separated(name, i, separators)
	if !ok || end-i != len("-01") {
		return d, i, false
	}
	at, ok := separator(name, end, string(sep))
	if !ok || at != end+1 {
		return d, i, false
	}
	year, digits, end := number(name, at)
	d = date{year: year, month: month, day: day}
	return d, end, digits == 4 && d.year >= 1990 && d.year < 2100 && d.valid()
}

// besideLetter reports whether a letter or a mark that joins numbers stands beside the digits from start to end: those of an
// identifier.
func besideLetter(name string, start, end int) bool {
	return start > 0 && isLatin(name[start-1]) || end < len(name) && isLatin(name[end])
}
