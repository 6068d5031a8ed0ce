package calendar

import "strings"

// The orders in which pages write the day of publication, and prose does not: the month first, or the year first with a month's name.

// pageDate reads a date whose first number begins at i and that stands in such an order.
func (s *scanner) pageDate(i int) (d date, start, end int, ok bool) {
	value, digits, next := number(s.text, i)
	if digits == 4 {
		d, end, ok = s.yearThenName(value, next)
		return d, i, end, ok
	}
	if digits > 2 {
		return d, i, i, false
	}
	m, start, ok := s.nameBefore(i)
	if !ok {
		return d, i, i, false
	}
	comma, ok := s.punct(next, ",،")
	if !ok {
		return d, i, i, false
	}
	at := s.gap(comma)
	if !digitAt(s.text, at) {
		return d, i, i, false
	}
	y, end, ok := s.yearNumber(at)
	d = date{year: y.year, month: m.month, day: value}
	return d, start, end, ok && y.year != 0 && !y.hijri && d.valid()
}

// nameBefore gives the Gregorian month whose Arabic name, of one or two words, stands right before i: "كانون الثاني 16, 2026".
func (s *scanner) nameBefore(i int) (m monthName, start int, ok bool) {
	behind := len(strings.TrimRight(s.text[:i], " \u00a0"))
	const longest = 40 // bytes of the longest name of two words
	for words, at := 0, behind; words < 2; words++ {
		space := strings.LastIndexByte(s.text[max(0, behind-longest):at], ' ')
		at = max(0, behind-longest) + space + 1
		if m, ok := s.monthAt(wordAt(s.text, at)); ok && m.end == behind && !m.hijri && at < behind && !isLatin(s.text[at]) {
			return m, at, true
		}
		if at--; space < 0 || at <= 0 {
			break
		}
	}
	return m, i, false
}

// yearThenName reads the rest of a date that begins with its year, which ends at i: "2026 فبراير 3", "2026 الثلاثاء ,03 شباط / فبراير".
func (s *scanner) yearThenName(year, i int) (d date, end int, ok bool) {
	at := s.gap(i)
	w := wordAt(s.text, at)
	if w.kind == weekday {
		at, _ = s.punct(w.end, ",،")
		at = s.gap(at)
		w = wordAt(s.text, at)
	}
	d.year = year
	if m, named := s.monthAt(w); named && !m.hijri {
		at = s.gap(m.end)
		value, digits, end := 0, 0, at
		if digitAt(s.text, at) {
			value, digits, end = number(s.text, at)
		}
		d.month, d.day = m.month, value
		return d, end, (digits == 1 || digits == 2) && d.valid()
	}
	if !digitAt(s.text, at) {
		return d, i, false
	}
	value, digits, end := number(s.text, at)
	m, named := s.monthBehind(end, true)
	d.month, d.day = m.month, value
	return d, m.end, named && digits <= 2 && !m.hijri && d.valid()
}
