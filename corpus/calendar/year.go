package calendar

// yearBehind reads a year behind i, as it follows a day, a month, a season or a part of the year: "2015", ", 2015", "من عام 2015م",
// "من العام الماضي", "(2015)". A year that is counted from the day of the article is a shift.
func (s *scanner) yearBehind(i int) (y date, end int, ok bool) {
	if at, ok := s.punct(i, ",،-–/"); ok {
		if at := s.gap(at); digitAt(s.text, at) {
			return s.yearNumber(at)
		}
	}
	i = s.pass(i, of)
	at := s.gap(i)
	if digitAt(s.text, at) {
		return s.yearNumber(at)
	}
	w := wordAt(s.text, at)
	if w.clitic != 0 && w.clitic != letterLam || w.waw {
		return y, i, false
	}
	if w.kind == this {
		w = s.plain(w.end)
		y.years = shift{on: true}
		if stated, end, ok := s.yearBeside(w.end); ok {
			return stated, end, w.is(theUnit, int(yearUnit))
		}
		return y, w.end, w.is(theUnit, int(yearUnit))
	}
	if w.is(unitWord, int(yearUnit)) || w.is(theUnit, int(yearUnit)) {
		return s.yearOf(w)
	}
	return y, i, false
}

// yearOf reads what says which year it is behind the word for it.
func (s *scanner) yearOf(w word) (y date, end int, ok bool) {
	i := s.beforeNumber(s.pass(w.end, yearKind))
	at, inBrackets := s.punct(i, "(")
	if at := s.gap(at); digitAt(s.text, at) {
		y, end, ok = s.yearNumber(at)
		if closing, closed := s.punct(end, ")"); ok && inBrackets && closed {
			end = closing
		}
		return y, end, ok
	}
	if w.kind != theUnit {
		return y, i, false
	}
	if a := s.plain(i); a.kind == anaphor {
		y.elsewhere = true
		return y, a.end, true
	}
	by, end, ok := s.directed(i)
	if !ok {
		return y, i, false
	}
	y.years = shift{by: by, on: true}
	if stated, behind, ok := s.yearBeside(end); ok {
		return stated, behind, true
	}
	return y, end, true
}

// yearBeside reads the number of a year that has been named otherwise: "العام الماضي (2014)", "العام الحالي 2021م".
func (s *scanner) yearBeside(i int) (y date, end int, ok bool) {
	end, ok = s.bracketed(i, func(i int) (int, bool) {
		var end int
		var ok bool
		y, end, ok = s.yearNumber(i)
		return end, ok
	})
	if ok {
		return y, end, true
	}
	return s.yearNumber(s.gap(i))
}

// directed reads a word of direction behind i as a shift: الماضي -1, الجاري 0, المقبل 1, قبل الماضي -2.
func (s *scanner) directed(i int) (by, end int, ok bool) {
	w := s.plain(i)
	if w.kind == direction {
		return w.value, w.end, true
	}
	if w.kind == preposition && w.value != 0 {
		if d := s.plain(w.end); d.kind == direction && d.value*w.value > 0 {
			return w.value, d.end, true
		}
	}
	return 0, i, false
}

// yearNumber reads a year of four digits at i and the mark of its era.
func (s *scanner) yearNumber(i int) (y date, end int, ok bool) {
	value, digits, end := number(s.text, i)
	if digits != 4 {
		return y, i, false
	}
	y = date{year: value}
	y = inEra(s.text, y, end)
	if y.hijri {
		return y, end, value >= 1300 && value <= lastHijriYear
	}
	return y, end, value >= 1000 && value <= lastYear
}

// ofYear reads a year behind the phrase into it.
func (s *scanner) ofYear(p *phrase) bool {
	y, end, ok := s.yearBehind(p.end)
	if !ok || y.hijri && !p.first.hijri && !hijriFits(p) || y.year != 0 && p.first.hijri && !y.hijri {
		return false
	}
	_, end = mark(s.text, end)
	p.end, p.sure = end, stated
	p.first.year, p.first.years, p.first.elsewhere = y.year, y.years, y.elsewhere
	if p.last != (date{}) {
		p.last.year, p.last.years = y.year, y.years
	}
	if y.hijri {
		p.first.hijri = true
	}
	return true
}

// hijriFits reports whether the phrase may be of a Hijri year: not where it names a Gregorian month.
func hijriFits(p *phrase) bool { return p.unit != monthUnit && p.unit != dayUnit }

// yearPhrase reads a year, or years in a row, behind the word for it: "عام 2015م", "عامي 2014 و2015", "موسم 2014/2015".
func (s *scanner) yearPhrase(head word) (p phrase, ok bool) {
	at := s.beforeNumber(s.pass(head.end, yearKind))
	p = phrase{start: head.start}
	p.unit, p.sure = yearUnit, stated
	open, bracket := s.punct(at, "(")
	if bracket {
		at = open
	}
	y, end, ok := s.yearNumber(s.gap(at))
	if !ok {
		return s.shortYear(p, head, at)
	}
	p.first, p.end = y, end
	s.moreYears(&p, head.kind == years || head.kind == dual)
	if unit(head.value) == playUnit && head.kind != years {
		p.start = s.gap(at) // "موسم" is the head of a name
	}
	if closing, closed := s.punct(p.end, ")"); bracket && closed {
		p.end = closing
	}
	return p, true
}

// shortYear reads a year of two digits behind the word for it: "عام 67". It means the last century.
func (s *scanner) shortYear(p phrase, head word, i int) (phrase, bool) {
	value, digits, end := number(s.text, s.gap(i))
	if digits != 2 || value < 30 || head.kind != unitWord || head.value != int(yearUnit) {
		return p, false
	}
	p.first, p.end, p.sure = date{year: 1900 + value}, end, doubtful
	return p, s.plain(end).kind == none
}

// beforeNumber passes over a mark that stands before a number because it was typed behind it on a page that runs the other way:
// "عام ،2009".
func (s *scanner) beforeNumber(i int) int {
	if at, ok := s.punct(i, ",،."); ok && digitAt(s.text, at) {
		return at
	}
	return i
}

// yearsPhrase reads what stands behind the word for years: "عامي 2014 و2015", "سنوات الخمسينيات والستينيات".
func (s *scanner) yearsPhrase(head word) (p phrase, ok bool) {
	if d := s.plain(head.end); d.kind == decade {
		p, ok = s.decadePhrase(d)
		p.start = head.start
		return p, ok
	}
	return s.yearPhrase(head)
}

// moreYears reads the years that follow the first of the phrase, and the mark of the era. The phrase becomes a range to the last. Where
// "and" does not join the ends of a range, the years are mentions of their own.
func (s *scanner) moreYears(p *phrase, joins bool) {
	_, p.end = mark(s.text, p.end)
	for range 10 {
		at, ok := s.joined(p.end, "/")
		if !ok || !joins && s.next(p.end).kind == and {
			return
		}
		y, end, ok := s.yearNumber(s.beforeNumber(at))
		if value, digits, short := number(s.text, at); !ok && digits == 2 && value == (p.first.year+1)%100 {
			y, end, ok = date{year: p.first.year + 1, hijri: p.first.hijri}, short, true
		}
		if !ok || y.year <= p.first.year || y.hijri && !p.first.hijri && !hijriYear(p.first.year) {
			return
		}
		p.first.hijri = y.hijri
		p.last = y
		_, p.end = mark(s.text, end)
	}
}

// bareYear reads a year without the word for it: behind a preposition, between brackets, with the mark of its era or as a range.
func (s *scanner) bareYear(i int, before word) (p phrase, ok bool) {
	y, end, ok := s.yearNumber(i)
	if !ok || digitBefore(s.text, i) {
		return p, false
	}
	p = phrase{start: i, end: end}
	p.unit, p.sure, p.first = yearUnit, likely, y
	s.moreYears(&p, before.kind == between)
	if p.end > end && (p.last == (date{}) || p.first.hijri) {
		return p, true
	}
	inUse := y.year >= firstYear && !y.hijri
	switch {
	case p.last != (date{}) && inUse:
		p.sure = likely
		return p, p.last.year == p.first.year+1 || leadsTo(before) || before.kind == of || before.kind == period || s.enclosed(i, p.end)
	case !inUse:
		return p, false
	case leadsTo(before):
		return p, y.year >= 1900 && !s.counts(end)
	case s.enclosed(i, end):
		p.sure = doubtful
		return p, y.year >= 1900
	}
	return p, false
}

// counts reports whether what stands behind a number shows that it is no year: a unit, a fraction or the sign for parts of a hundred.
func (s *scanner) counts(end int) bool {
	if end < len(s.text) {
		switch s.text[end] {
		case '%', '.', ',', ':', '/':
			return end+1 < len(s.text) && (s.text[end] == '%' || digitAt(s.text, end+1))
		}
	}
	return false
}

// enclosed reports whether brackets stand right around the text from start to end.
func (s *scanner) enclosed(start, end int) bool {
	return start > 0 && s.text[start-1] == '(' && end < len(s.text) && s.text[end] == ')'
}

// digitBefore reports whether the number at i is the rest of another: a decimal, a telephone number, a part of a name.
func digitBefore(text string, i int) bool {
	if i == 0 {
		return false
	}
	switch c := text[i-1]; {
	case isLatin(c):
		return true
	case c == '.' || c == ',' || c == '/' || c == '-' || c == ':' || c == '+':
		return i >= 2 && (digitEnds(text, i-1) || c == '+')
	}
	return digitEnds(text, i)
}

// digitEnds reports whether a digit ends at i.
func digitEnds(text string, i int) bool {
	return i >= 1 && digitAt(text, i-1) || i >= 2 && digitAt(text, i-2) && text[i-2] >= 0x80
}
