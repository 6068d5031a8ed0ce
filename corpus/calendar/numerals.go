package calendar

// ordinalAt reads an ordinal in words that begins with w: "الأول" 1 to "الحادي والثلاثين" 31.
func (s *scanner) ordinalAt(w word) (value, end int, ok bool) {
	switch w.kind {
	case tens:
		return w.value, w.end, true
	case ordinal:
	default:
		return 0, w.end, false
	}
	value = w.value
	after := s.next(w.end)
	switch {
	case after.kind == teen && after.clitic == 0:
		if value == 11 {
			value = 1
		}
		return value + after.value, after.end, value < 10
	case after.kind == tens && after.clitic == letterWaw:
		if value == 11 {
			value = 1
		}
		return value + after.value, after.end, value < 10
	}
	return value, w.end, value < 11
}

// dayNumberAt reads the number of a day, in digits ("22", "الـ22") or as an ordinal in words, at i.
func (s *scanner) dayNumberAt(i int) (day, end int, ok bool) {
	if digitAt(s.text, i) {
		day, digits, end := number(s.text, i)
		return day, end, digits <= 2 && day >= 1 && day <= 31
	}
	w := wordAt(s.text, i)
	if w.kind == article {
		at := s.gap(w.end)
		if !digitAt(s.text, at) {
			return 0, i, false
		}
		day, digits, end := number(s.text, at)
		return day, end, digits <= 2 && day >= 1 && day <= 31
	}
	day, end, ok = s.ordinalAt(w)
	return day, end, ok && day <= 31
}

// firstOfMonth reads "أول مايو".
func (s *scanner) firstOfMonth(w word) (p phrase, ok bool) {
	m, end, ok := s.inMonth(days{first: 1, end: w.end, firstEnd: w.end, spelled: true})
	if ok && m.first.year != 0 {
		_, end = mark(s.text, end)
	}
	return phrase{moment: m, start: w.start, end: end}, ok && m.first.month != 0
}
