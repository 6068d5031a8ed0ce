package calendar

// monthName is a month that the text names.
type monthName struct {
	month int
	hijri bool
	weak  bool // the name is a word of its own as well
	twice bool // with a second name of the same month
	end   int
}

// monthAt reads the name of a month that begins with the word w, without a second name.
func (s *scanner) monthAt(w word) (m monthName, ok bool) {
	m = monthName{month: w.value, end: w.end}
	switch w.kind {
	case month:
		return m, true
	case weakMonth:
		m.weak = true
		return m, true
	case monthHead:
		return s.tailOfMonth(w)
	case hijriMonth:
		m.hijri, m.weak = true, true
		return m, true
	case hijriHead:
		return s.tailOfHijriMonth(w)
	default:
		return m, false
	}
}

// tailOfMonth reads the ordinal behind كانون or تشرين: the first of them ends the old year, the second begins the new one.
func (s *scanner) tailOfMonth(head word) (m monthName, ok bool) {
	w := s.plain(head.end)
	m = monthName{end: w.end}
	switch {
	case w.is(ordinal, 1) || w.kind == first:
		m.month = [...]int{1: 12, 2: 10}[head.value]
	case w.is(ordinal, 2) || w.kind == second:
		m.month = [...]int{1: 1, 2: 11}[head.value]
	}
	return m, m.month > 0
}

// tailOfHijriMonth reads the word behind ربيع, جمادى or ذو.
func (s *scanner) tailOfHijriMonth(head word) (m monthName, ok bool) {
	w := s.plain(head.end)
	m = monthName{hijri: true, end: w.end}
	switch {
	case head.value == 11 && w.kind == hijriTail:
		m.month = w.value
	case head.value == 11:
	case w.is(ordinal, 1) || w.kind == first:
		m.month = head.value
	case w.is(ordinal, 2) || w.kind == second || w.kind == other:
		m.month = head.value + 1
	}
	return m, m.month > 0
}

// monthBehind reads the name of a month behind i, and a second name of it: "(تشرين الأول)", "/ آذار" or the bare name. loose lets
// the second name be of another month, which behind the number of a day can only be a slip.
func (s *scanner) monthBehind(i int, loose bool) (m monthName, ok bool) {
	m, ok = s.monthAt(s.plain(i))
	if !ok {
		return m, false
	}
	return s.secondName(m, loose), true
}

// secondName reads a second name of the month.
func (s *scanner) secondName(m monthName, loose bool) monthName {
	same := func(i int) (end int, ok bool) {
		twin, ok := s.monthAt(s.plain(i))
		return twin.end, ok && !twin.hijri && (loose || twin.month == m.month)
	}
	if m.hijri {
		return m
	}
	if end, ok := s.bracketed(m.end, same); ok {
		m.end, m.twice = end, true
		return m
	}
	at, _ := s.punct(m.end, "/-")
	if end, ok := same(at); ok {
		m.end, m.twice = end, true
	}
	return m
}

// monthPhrase reads a month without a day: "يناير (كانون الثاني) 2025", "شهر رمضان", "مارس الماضي", "مايو من العام الماضي". headed
// says that the word for month stands before it.
func (s *scanner) monthPhrase(w word, headed bool, before word) (p phrase, ok bool) {
	m, ok := s.monthAt(w)
	if !ok {
		return p, false
	}
	m = s.secondName(m, false)
	p.start, p.end = w.start, m.end
	p.unit, p.sure = monthUnit, likely
	p.first = date{month: m.month, hijri: m.hijri}
	if s.ofYear(&p) {
		return p, true
	}
	if dir := s.plain(p.end); dir.kind == direction {
		p.side, p.end, p.sure = sideOf(dir.value), dir.end, stated
		return p, true
	}
	if b := s.plain(p.end); m.hijri && b.kind == blessed {
		p.end = b.end
		return p, true
	}
	p.first.year = s.yearOfRange(p.end)
	if w.kind == month && w.value == 5 && w.end-w.start < len("مايو") && !headed {
		p.sure = doubtful // "may"
	}
	return p, headed || m.isMonth(w, before)
}

// isMonth reports whether a bare name of a month, which is the word w, is one. Of the Hijri ones only رمضان is, behind a preposition: the
// others are names of people as often.
func (m monthName) isMonth(w, before word) bool {
	switch {
	case !m.weak || m.twice:
		return true
	case m.hijri:
		return m.month == 9 && leadsTo(before)
	case m.month == 8 && w.clitic == letterLam:
		return false // لأب is "for a father"
	}
	return leadsTo(before) || w.clitic == letterLam
}

// leadsTo reports whether the word before a bare name of a month says that it is one.
func leadsTo(before word) bool {
	return before.kind == preposition || before.kind == between || before.kind == to || before.kind == edge
}

// yearOfRange gives the year that stands behind the other end of a range of months: "بين يناير ومارس 2015". 0 if there is none.
func (s *scanner) yearOfRange(i int) int {
	w := s.next(i)
	if !w.waw {
		at, ok := s.joined(i, "/")
		if !ok {
			return 0
		}
		w = wordAt(s.text, at)
	}
	m, ok := s.monthAt(w)
	if !ok {
		return 0
	}
	m = s.secondName(m, false)
	year, _, _ := s.yearBehind(m.end)
	if year.hijri != m.hijri {
		return 0
	}
	return year.year
}

// monthsPhrase reads months in a row behind the word for months: "شهري مايو ويونيو 2015".
func (s *scanner) monthsPhrase(head word) (p phrase, ok bool) {
	m, ok := s.monthBehind(head.end, false)
	if !ok {
		return p, false
	}
	p = phrase{start: head.start, end: m.end}
	p.unit, p.sure = monthUnit, stated
	p.first = date{month: m.month, hijri: m.hijri}
	for range 10 {
		w := s.next(p.end)
		if at, ok := s.joined(p.end, ""); ok {
			w = wordAt(s.text, at)
		} else if !w.waw {
			break
		}
		m, ok := s.monthAt(w)
		if !ok || m.hijri != p.first.hijri {
			break
		}
		m = s.secondName(m, false)
		p.last, p.end = date{month: m.month, hijri: m.hijri}, m.end
	}
	if s.ofYear(&p) {
		return p, true
	}
	if dir := s.plain(p.end); dir.kind == direction {
		p.side, p.end = sideOf(dir.value), dir.end
	}
	return p, true
}
