package calendar

import "strings"

// deicticPhrase reads a day that is named from the day of the text: "اليوم الجمعة", "أمس (الخميس)", "غداً", with the date behind it.
// sure says that a word before it leaves no doubt.
func (s *scanner) deicticPhrase(w, before word, sure bool) (p phrase, ok bool) {
	p = phrase{start: w.start, end: w.end}
	p.unit, p.sure, p.relative = dayUnit, likely, true
	switch w.kind {
	case yesterday:
		p.shift = -1
		if next := s.plain(w.end); next.is(ordinal, 1) {
			p.shift, p.end = -2, next.end
		}
	case tomorrow:
		p.shift = 1
	case tonight:
		return s.nightPhrase(p)
	default:
	}
	s.weekdayBehind(&p)
	if p.end > w.end {
		p.sure = stated
		return p, true
	}
	if sure {
		p.sure = stated
		return p, true
	}
	return s.loneDeictic(p, w, before)
}

// weekdayBehind reads the weekday behind today or yesterday, and the date behind either.
func (s *scanner) weekdayBehind(p *phrase) {
	read := func(i int) (end int, ok bool) {
		w := s.plain(i)
		if w.kind != weekday || w.end < len(s.text) && s.plain(w.end).kind == epithet {
			return i, false
		}
		p.weekday = w.value
		return w.end, true
	}
	if end, ok := s.bracketed(p.end, read); ok {
		p.end = end
	} else if end, ok := read(p.end); ok {
		p.end = end
	} else {
		p.weekday = 0
	}
	s.dateBehind(p)
}

// nightPhrase reads what stands behind "tonight".
func (s *scanner) nightPhrase(p phrase) (phrase, bool) {
	if by, end, ok := s.directed(p.end); ok {
		p.shift, p.end = by, end
		return p, true
	}
	if w := s.plain(p.end); w.kind == anaphor || w.kind == ordinal || w.kind == recent {
		p.open, p.end, p.sure = true, w.end, vague
	}
	return p, true
}

// loneDeictic judges a word for today, yesterday or tomorrow that stands alone: it may be a name, a kind of day, or mean these days.
func (s *scanner) loneDeictic(p phrase, w, before word) (phrase, bool) {
	if s.quoted(w.start, w.end) {
		return p, false
	}
	if w.kind != today {
		if w.kind == yesterday && s.plain(w.end).kind == need || w.kind == tomorrow && w.clitic == letterFeh {
			return p, false // "in dire need", "and he went"
		}
		if w.value == 1 {
			p.sure = weak
			if w.kind == yesterday && w.clitic == letterBeh {
				p.sure = likely
			}
		}
		return p, w.kind != tomorrow || w.value == 0
	}
	next := s.plain(w.end)
	switch {
	case w.value == 1, before.kind == outlet, before.kind == todayName, next.kind == kindOfDay, next.kind == yearKind:
		return p, false
	case next.kind == anaphor || next.kind == ordinal || next.kind == recent:
		p.open, p.end, p.sure = true, next.end, vague
	case before.kind == preposition && before.value == 0, w.clitic != 0 && w.clitic != letterWaw && w.clitic != letterFeh:
		p.sure = weak // "في اليوم" is "a day"
	case before.kind == to:
		p.sure = doubtful
	}
	return p, true
}

// quoted reports whether marks of quotation stand right around the text from start to end: it is a name.
func (s *scanner) quoted(start, end int) bool {
	for _, marks := range [...][2]string{{"«", "»"}, {"\"", "\""}, {"“", "”"}, {"'", "'"}} {
		if strings.HasSuffix(s.text[:start], marks[0]) && strings.HasPrefix(s.text[end:], marks[1]) {
			return true
		}
	}
	return false
}

// beforeYesterday reads the day before yesterday: "أول من أمس", "أول أمس".
func (s *scanner) beforeYesterday(w word) (p phrase, ok bool) {
	day := s.plain(s.pass(w.end, of))
	if !day.is(yesterday, 0) {
		return p, false
	}
	p = phrase{start: w.start, end: day.end}
	p.unit, p.sure, p.relative, p.shift = dayUnit, stated, true, -2
	s.weekdayBehind(&p)
	return p, true
}

// afterTomorrow reads "بعد غد".
func (s *scanner) afterTomorrow(w word) (p phrase, ok bool) {
	if w.value != 2 {
		return p, false
	}
	day := s.plain(w.end)
	if day.kind != tomorrow {
		return p, false
	}
	p = phrase{start: w.start, end: day.end}
	p.unit, p.sure, p.relative, p.shift = dayUnit, stated, true, 2
	s.weekdayBehind(&p)
	return p, true
}

// thisPhrase reads what "this" points at: "هذا العام", "هذه الليلة", "هذا المساء", "هذه الأيام".
func (s *scanner) thisPhrase(w word) (p phrase, ok bool) {
	next := s.plain(w.end)
	p = phrase{start: w.start, end: next.end}
	p.sure, p.relative = stated, true
	switch next.kind {
	case theUnit:
		p.unit = unit(next.value)
		p.open = p.unit > yearUnit
		if p.unit == playUnit {
			p.sure = weak
		}
		s.besideYear(&p)
		return p, true
	case theSeason:
		p.unit = seasonUnit
		return p, true
	case today, tonight, thePart:
		p.unit = dayUnit
		if after := s.plain(p.end); next.kind == today && (after.kind == kindOfDay || after.kind == ordinal) {
			p.open, p.sure = true, vague
		}
		return p, next.value == 0
	case plural:
		p.open, p.sure = true, vague
		return p, next.value == 0
	default:
		return p, false
	}
}

// thatPhrase reads a time that stands in the text: "ذلك العام".
func (s *scanner) thatPhrase(w word) (p phrase, ok bool) {
	next := s.plain(w.end)
	p = phrase{start: w.start, end: next.end}
	p.open, p.sure = true, vague
	return p, next.kind == theUnit || next.is(today, 0) || next.kind == tonight
}
