package calendar

// maxListed is how many days one expression lists, so that a text of nothing but numbers is not read over and over.
const maxListed = 8

// days are the numbers of days that stand together: "22 و24", "5-8", one alone.
type days struct {
	first, last int  // last is 0 where one stands alone
	end         int  // of the last
	firstEnd    int  // of the first
	spelled     bool // the first is an ordinal in words
}

// daysAt reads the numbers of days at i.
func (s *scanner) daysAt(i int) (d days, ok bool) {
	d.first, d.end, ok = s.dayNumberAt(i)
	if !ok {
		return d, false
	}
	d.firstEnd = d.end
	d.spelled = !digitAt(s.text, i)
	for range maxListed {
		at, ok := s.joined(d.end, "/،,")
		if !ok {
			w := s.next(d.end)
			if !w.waw || w.kind != ordinal && w.kind != tens {
				return d, true
			}
			at = w.start
		}
		value, end, ok := s.dayNumberAt(at)
		if !ok || value <= d.first || digitAt(s.text, end) {
			return d, true
		}
		d.last, d.end = value, end
	}
	return d, true
}

// inMonth reads the month behind the numbers of days, and what tells its year. It leaves the mark of the era.
func (s *scanner) inMonth(d days) (m moment, end int, ok bool) {
	m = moment{unit: dayUnit, sure: certain}
	at := s.pass(d.end, of)
	linked := at != d.end
	if w := s.plain(at); w.is(theUnit, int(monthUnit)) || w.kind == this {
		return s.inShiftedMonth(d, m, w)
	}
	if w := s.plain(at); w.is(unitWord, int(monthUnit)) {
		at, linked = w.end, true
	}
	if slash, ok := s.punct(at, "/-"); ok && !linked {
		at = slash
	}
	name, ok := s.monthBehind(at, true)
	if !ok {
		return m, 0, false
	}
	m.first = date{day: d.first, month: name.month, hijri: name.hijri}
	y, end, hasYear := s.yearBehind(name.end)
	if hasYear && y.year != 0 && y.hijri != name.hijri {
		hasYear = false
	}
	if hasYear {
		m.first.year, m.first.years = y.year, y.years
	} else {
		end = name.end
		m.sure = stated
		s.sideBehind(&m, &end)
	}
	setLast(&m, d)
	return m, end, s.dayFits(m, d, name, linked || hasYear)
}

// setLast makes the days a range within one month.
func setLast(m *moment, d days) {
	if d.last != 0 {
		m.last = m.first
		m.last.day = d.last
	}
}

// dayFits reports whether the days can be those of the month, and whether the name can be that of a month there: "3 صفر" is a score.
func (s *scanner) dayFits(m moment, d days, name monthName, linked bool) bool {
	last := max(d.first, d.last)
	if name.hijri {
		return last <= 30 && (linked || name.month != 2 || m.side != anySide)
	}
	if m.first.year != 0 {
		return m.first.year >= 1000 && last <= daysIn(m.first.year, name.month)
	}
	return last <= daysIn(2024, name.month) // a leap year
}

// sideBehind reads a word of direction behind a month: "8 ماي الجاري".
func (s *scanner) sideBehind(m *moment, end *int) {
	if w := s.plain(*end); w.kind == direction {
		m.side, *end = sideOf(w.value), w.end
	}
}

// inShiftedMonth reads a month that is counted from the day of the article: "22 من الشهر الحالي", "5 من هذا الشهر".
func (s *scanner) inShiftedMonth(d days, m moment, w word) (moment, int, bool) {
	m.first = date{day: d.first, months: shift{on: true}}
	m.sure = stated
	if w.kind == this {
		w = s.plain(w.end)
		setLast(&m, d)
		return m, w.end, w.is(theUnit, int(monthUnit))
	}
	if a := s.plain(w.end); a.kind == anaphor {
		m.open, m.sure = true, doubtful
		return m, a.end, true
	}
	by, end, ok := s.directed(w.end)
	m.first.months.by = by
	setLast(&m, d)
	return m, end, ok
}

// dayPhrase reads a day with its number at i: in digits alone, or with the name of a month, with its year and the same day in the
// other calendar where they follow. before is the word before it: behind that for day, or a weekday, it needs less to be a day.
func (s *scanner) dayPhrase(i int, before word) (p phrase, ok bool) {
	if digitBefore(s.text, i) {
		return p, false
	}
	if d, end, ok := numericDate(s.text, i); ok && !digitEndsLong(s.text, end) {
		_, end = mark(s.text, end)
		p = phrase{start: i, end: end, moment: moment{unit: dayUnit, first: d, sure: certain}}
		s.inOtherCalendar(&p)
		return p, true
	}
	d, ok := s.daysAt(i)
	if !ok {
		return p, false
	}
	m, end, ok := s.inMonth(d)
	if !ok && d.last != 0 {
		d.last, d.end = 0, d.firstEnd
		m, end, ok = s.inMonth(d)
	}
	if !ok && headsDay(before) {
		m, end, ok = s.inBareMonth(d)
	}
	if !ok {
		return p, false
	}
	if m.first.year != 0 {
		_, end = mark(s.text, end)
	}
	p = phrase{start: i, end: end, moment: m}
	s.toOtherMonth(&p, before)
	s.inOtherCalendar(&p)
	return p, true
}

// digitEndsLong reports whether the number that ends at i goes on as a number does: "2015-07-21-8" is none, "1.2.2015.7" neither.
func digitEndsLong(text string, i int) bool {
	return i+1 < len(text) && (text[i] == '.' || text[i] == '/') && digitAt(text, i+1)
}

// inBareMonth reads a month without a name behind the word for day: "يوم 15 الجاري", "يوم 5/6".
func (s *scanner) inBareMonth(d days) (m moment, end int, ok bool) {
	m = moment{unit: dayUnit, sure: stated}
	if w := s.plain(d.end); w.kind == direction {
		m.first = date{day: d.first, months: shift{by: w.value, on: true}}
		setLast(&m, d)
		return m, w.end, true
	}
	month, end, mark, ok := separated(s.text, d.firstEnd, "/-")
	if !ok || mark == '-' || d.spelled || month < 1 || month > 12 || d.first > daysIn(2024, month) {
		return m, 0, false
	}
	m.first = date{day: d.first, month: month}
	return m, end, true
}

// headsDay reports whether a number behind the word is that of a day.
func headsDay(w word) bool {
	return w.kind == dayWord || w.kind == weekday || w.kind == bareWeekday || w.kind == today || w.kind == dated || w.kind == twin
}

// toOtherMonth reads the other end of a range that lies in another month and gives the year for both: "17 مارس حتى 17 يونيو 2011".
func (s *scanner) toOtherMonth(p *phrase, before word) {
	f := p.first
	if f.year != 0 || f.years.on || f.months.on || p.side != anySide || f.hijri || p.last != (date{}) {
		return
	}
	at, ok := s.rangeTo(p.end, before)
	if !ok {
		return
	}
	m, end, ok := s.simpleDay(at)
	l := m.first
	if !ok || l.hijri || l.months.on || l.year == 0 && !l.years.on && m.side == anySide {
		return
	}
	p.last, p.end, p.side = l, end, m.side
	p.first.year, p.first.years = l.year, l.years
	if l.month < f.month && l.year != 0 {
		p.first.year--
	}
	p.last.year = 0
}

// rangeTo passes over what leads to the other end of a range: إلى, حتى, a dash, or و where "between" stands before.
func (s *scanner) rangeTo(i int, before word) (end int, ok bool) {
	w := s.next(i)
	if w.kind == and && before.kind != between {
		return i, false
	}
	return s.joined(i, "")
}
