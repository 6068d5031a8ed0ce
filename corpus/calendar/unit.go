package calendar

// unitPhrase reads a unit and the word that says which one: "الأسبوع الماضي", "العام الدراسي المقبل", "العام الماضي (2014)", "القرن التاسع عشر".
func (s *scanner) unitPhrase(w word) (p phrase, ok bool) {
	p = phrase{start: w.start}
	p.unit, p.sure, p.relative = unit(w.value), stated, true
	at := w.end
	kinded := false // not of the Gregorian calendar
	if k := s.plain(at); k.kind == yearKind && (p.unit == yearUnit || p.unit == playUnit) {
		at, kinded = k.end, k.value != 2
	}
	if by, end, ok := s.directed(at); ok {
		p.shift, p.end = by, end
		if p.unit == playUnit {
			p.open, p.sure = true, weak // of one sport or another
		}
		if kinded {
			p.open = true // it begins within one year and ends within another
		}
		s.besideYear(&p)
		return p, true
	}
	switch next := s.plain(at); {
	case p.unit == centuryUnit:
		return s.centuryPhrase(w)
	case p.unit == yearUnit && next.kind == newly:
		p.open, p.end, p.sure = true, next.end, doubtful
		return p, true
	case next.kind == anaphor || next.kind == recent:
		p.open, p.end, p.sure = true, next.end, doubtful
		return p, true
	case p.unit == yearUnit || p.unit == playUnit && kinded:
		return s.yearPhrase(w)
	}
	return p, false
}

// besideYear reads the number of the year behind a phrase that names one otherwise.
func (s *scanner) besideYear(p *phrase) {
	if p.unit != yearUnit {
		return
	}
	y, end, ok := s.yearBeside(p.end)
	if !ok {
		return
	}
	_, p.end = mark(s.text, end)
	p.first, p.relative, p.open = y, false, false
}

// unitWordPhrase reads what stands behind a unit without the article: "شهر يناير", "عام 2015", "عقد الستينيات".
func (s *scanner) unitWordPhrase(w, before word) (p phrase, ok bool) {
	switch unit(w.value) {
	case monthUnit:
		p, ok = s.monthPhrase(s.plain(w.end), true, before)
	case yearUnit, playUnit:
		return s.yearPhrase(w)
	case decadeUnit:
		next := s.plain(w.end)
		if next.kind != decade {
			return p, false
		}
		p, ok = s.decadePhrase(next)
	default:
	}
	p.start = w.start
	return p, ok
}

// pluralPhrase reads a stretch of time that no calendar has: "الأيام القليلة الماضية", "الآونة الأخيرة".
func (s *scanner) pluralPhrase(w word) (p phrase, ok bool) {
	p = phrase{start: w.start}
	p.open, p.sure = true, vague
	next := s.plain(w.end)
	if next.kind == none && next.end > next.start {
		next = s.plain(next.end) // a number or "few" between the two
	}
	p.end = next.end
	return p, next.kind == direction || next.kind == recent
}

// dualPhrase reads two units: "العامين الماضيين", "العامين 2014 و2015".
func (s *scanner) dualPhrase(w word) (p phrase, ok bool) {
	if p, ok := s.yearPhrase(w); ok {
		return p, true
	}
	next := s.plain(w.end)
	p = phrase{start: w.start, end: next.end}
	p.open, p.sure = true, doubtful
	if other := s.next(next.end); other.kind == direction && other.clitic == letterWaw {
		p.end = other.end // "العامين الحالي والمقبل"
	}
	return p, next.kind == direction || next.kind == recent
}

// edgePhrase reads the month, year or other unit behind a word for its beginning, middle or end: "أواخر الشهر الماضي", "مطلع 2015".
func (s *scanner) edgePhrase(w, before word) (p phrase, ok bool) {
	next := s.plain(w.end)
	if next.kind == theUnit {
		p, ok = s.unitPhrase(next)
		if u := unit(next.value); !ok && u >= weekUnit && u <= yearUnit {
			p = phrase{end: next.end}
			p.unit, p.sure, p.relative = u, doubtful, true
			ok = true
		}
	} else {
		p, ok = s.edgeOf(next, w, before)
	}
	p.start = w.start
	return p, ok
}

// edgeOf reads what is no unit with the article behind a word for its beginning, middle or end.
func (s *scanner) edgeOf(next, w, before word) (p phrase, ok bool) {
	switch next.kind {
	case none, article:
		return s.bareYear(s.gap(w.end), w)
	case unitWord:
		return s.unitWordPhrase(next, before)
	case years:
		return s.yearsPhrase(next)
	case monthsOf:
		return s.monthsPhrase(next)
	case this:
		return s.thisPhrase(next)
	case decade:
		return s.decadePhrase(next)
	case season, theSeason:
		return s.seasonPhrase(next)
	case half, quarter:
		return s.fractionPhrase(next)
	case plural:
		return s.pluralPhrase(next)
	case today, weekday:
		if next.kind == today {
			return s.deicticPhrase(next, before, true)
		}
		return s.weekdayPhrase(next, false)
	default:
		return s.monthPhrase(next, false, w)
	}
}

// weekendPhrase reads a weekend: "عطلة نهاية الأسبوع الماضي". It is the week that it ends.
func (s *scanner) weekendPhrase(w, before word) (p phrase, ok bool) {
	next := s.plain(w.end)
	if next.kind != edge {
		return p, false
	}
	p, ok = s.edgePhrase(next, before)
	p.start = w.start
	return p, ok && p.unit == weekUnit
}
