package calendar

// inOtherCalendar reads the same day in the other calendar behind the phrase: "25 شوال 1436 هـ الموافق 10 أغسطس 2015 م". The phrase then
// means the Gregorian one.
func (s *scanner) inOtherCalendar(p *phrase) {
	at, bracket := s.punct(p.end, "(")
	linked := false
	if w := s.next(at); w.kind == twin {
		at, linked = w.end, true
		if l := s.next(at); l.end-l.begin <= len("لـ") && digitAt(s.text, l.end) {
			at = l.end // "الموافق لـ 11"
		}
	} else if !bracket {
		at, _ = s.punct(p.end, ",،-–/")
	}
	if !p.first.full() && !linked {
		return
	}
	m, end, ok := s.simpleDay(s.gap(at))
	if !ok || !linked && s.ownLine(p.end, s.gap(at)) || m.first.hijri == p.first.hijri || !linked && !m.first.full() {
		return
	}
	if bracket {
		closing, closed := s.punct(end, ")")
		if !closed {
			return
		}
		end = closing
	}
	p.end = end
	if p.first.hijri {
		hijri := p.first
		p.moment = m
		if m.first.year == 0 && hijri.full() {
			p.first.year = yearNear(hijri, m.first)
		}
	}
}

// simpleDay reads a day, month and year at i, without a day in the other calendar behind it.
func (s *scanner) simpleDay(i int) (m moment, end int, ok bool) {
	if d, end, ok := numericDate(s.text, i); ok {
		_, end = mark(s.text, end)
		return moment{unit: dayUnit, first: d, sure: certain}, end, true
	}
	day, firstEnd, ok := s.dayNumberAt(i)
	if !ok {
		return m, i, false
	}
	m, end, ok = s.inMonth(days{first: day, end: firstEnd, firstEnd: firstEnd})
	if ok && m.first.year != 0 {
		_, end = mark(s.text, end)
	}
	return m, end, ok
}

// yearNear gives the year in which a Gregorian day and month fall nearest to a Hijri day.
func yearNear(hijri, d date) int {
	t, ok := HijriDay{hijri.year, hijri.month, hijri.day}.time()
	if !ok {
		return 0
	}
	year := t.Year()
	switch months := d.month - int(t.Month()); {
	case months > 6:
		return year - 1
	case months < -6:
		return year + 1
	}
	return year
}
