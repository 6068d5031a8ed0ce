package calendar

import "strings"

// american reads the day and the year behind an English month: "May 19, 2018". i is where the number of the day begins.
func (s *scanner) american(month, i int) (d date, end int, ok bool) {
	day, end, ok := s.dayNumberAt(i)
	if !ok {
		return d, i, false
	}
	y, end, ok := s.yearBehind(end)
	d = date{year: y.year, month: month, day: day}
	return d, end, ok && d.valid()
}

// monthBefore gives the English month whose name stands right before i, and where that begins; 0 if there is none.
func monthBefore(text string, i int) (value, start int) {
	start = len(strings.TrimRight(text[:i], " .\u00a0"))
	for start > 0 && i-start <= 2*maxLetters && isLatin(text[start-1]) {
		start--
	}
	if w := wordAt(text, start); (w.kind == month || w.kind == weakMonth) && isLatin(text[start]) {
		return w.value, start
	}
	return 0, i
}

// englishPhrase reads a date that begins with the English name of a month: "May 19, 2018", "January 2016".
func (s *scanner) englishPhrase(w word) (p phrase, ok bool) {
	p = phrase{start: w.start, moment: moment{unit: dayUnit, sure: certain}}
	p.first, p.end, ok = s.american(w.value, s.gap(w.end))
	if ok {
		return p, true
	}
	p = phrase{start: w.start, end: w.end, moment: moment{unit: monthUnit, first: date{month: w.value}}}
	return p, s.ofYear(&p)
}

// englishDayPhrase reads a date behind an English weekday: "Sat, 14 Jul 2018". Alone that is too often another word.
func (s *scanner) englishDayPhrase(w word) (p phrase, ok bool) {
	at, _ := s.punct(w.end, ",")
	at = s.gap(at)
	if m := wordAt(s.text, at); m.kind == month || m.kind == weakMonth {
		p, ok = s.englishPhrase(m)
	} else {
		p, ok = s.dayPhrase(at, word{})
	}
	p.start, p.weekday = w.start, w.value
	return p, ok && p.first.full()
}
