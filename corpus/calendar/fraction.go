package calendar

import "strconv"

// fractionPhrase reads a half or a quarter of a year: "النصف الأول من العام الحالي", "الربع الثالث من 2023"; also of a month or a century, which
// it then means.
func (s *scanner) fractionPhrase(w word) (p phrase, ok bool) {
	which := s.plain(w.end)
	p = phrase{start: w.start, end: which.end}
	p.unit, p.sure, p.part = halfUnit, stated, which.value
	most := 2
	if w.kind == quarter {
		p.unit, most = quarterUnit, 4
	}
	switch {
	case which.kind == recent:
		p.part = most
	case which.kind != ordinal || which.value > most:
		return p, false
	}
	if s.ofYear(&p) {
		s.fiscalYear(&p)
		return p, true
	}
	linked := s.pass(p.end, of)
	next := s.next(linked)
	if linked == p.end && next.clitic != letterLam {
		p.sure, p.relative, p.alone = weak, true, true
		return p, true
	}
	return s.fractionOf(p, next)
}

// fiscalYear reads the second year of one that is not that of the calendar: "2017-2018". Its halves and quarters have no form.
func (s *scanner) fiscalYear(p *phrase) {
	at, ok := s.punct(p.end, "-–—/")
	if !ok {
		return
	}
	if y, end, ok := s.yearNumber(s.gap(at)); ok && y.year == p.first.year+1 {
		p.end, p.open = end, true
	}
}

// loneFraction is a half or quarter that stands alone.
type loneFraction struct {
	mention int
	form    string // "-Q1"
}

// fractionForm gives the form of the half or quarter behind that of the year.
func fractionForm(m moment) string {
	if m.unit == quarterUnit {
		return "-Q" + strconv.Itoa(m.part)
	}
	return "-H" + strconv.Itoa(m.part)
}

// settleFractions makes a half or quarter that stands alone the one of the year that the nearest other one is of: "الربع الأول" in a text
// that says "الربع الأول من 2022". Where there is no other, it may be that of a match or a book.
func (r *reader) settleFractions() {
	if len(r.fractions) == 0 {
		return
	}
	next := 0
	for _, lone := range r.alone {
		for next < len(r.fractions)-1 && r.fractions[next] < lone.mention {
			next++
		}
		near := r.fractions[next]
		if next > 0 && lone.mention-r.fractions[next-1] <= near-lone.mention {
			near = r.fractions[next-1]
		}
		m := &r.mentions[lone.mention]
		m.Confidence = doubtful
		if form := r.mentions[near].ISO; len(form) == len("2026-Q1") {
			m.ISO = form[:4] + lone.form
		}
	}
}

// fractionOf reads what the half or quarter is of, where that is not a year with a number or a direction.
func (s *scanner) fractionOf(p phrase, next word) (phrase, bool) {
	var whole phrase
	var ok bool
	switch next.kind {
	case theUnit:
		if unit(next.value) == yearUnit && s.plain(next.end).kind == none {
			p.end, p.relative = next.end, true
			return p, true
		}
		whole, ok = s.unitPhrase(next)
	case unitWord:
		whole, ok = s.unitWordPhrase(next, next)
	case decade:
		whole, ok = s.decadePhrase(next)
	default:
		whole, ok = s.monthPhrase(next, true, next)
	}
	if !ok || p.unit == quarterUnit && whole.unit == centuryUnit {
		return p, false
	}
	whole.start = p.start
	return whole, true
}

// seasonPhrase reads a season of the year: "صيف 2015", "الصيف الماضي", "شتاء العام الماضي".
func (s *scanner) seasonPhrase(w word) (p phrase, ok bool) {
	p = phrase{start: w.start, end: w.end}
	p.unit, p.sure = seasonUnit, stated
	if by, end, ok := s.directed(w.end); ok {
		p.relative, p.shift, p.end = true, by, end
		return p, w.kind == theSeason
	}
	return p, s.ofYear(&p)
}

// decadePhrase reads a decade: "الستينيات", "ستينيات القرن الماضي", "التسعينات من القرن العشرين". One of a life is none.
func (s *scanner) decadePhrase(w word) (p phrase, ok bool) {
	p = phrase{start: w.start, end: w.end}
	p.unit, p.sure = decadeUnit, likely
	p.first.year = 1900 + w.value
	if d := s.next(w.end); d.kind == decade && d.clitic == letterWaw && d.value > w.value {
		p.last.year, p.end = 1900+d.value, d.end
	}
	at := s.pass(p.end, of)
	next := s.plain(at)
	if next.kind == age {
		return p, false
	}
	if !next.is(theUnit, int(centuryUnit)) {
		if w.value < 50 {
			p.sure = doubtful // also of a life
		}
		return p, true
	}
	c, ok := s.unitPhrase(next)
	if !ok {
		return p, true
	}
	p.end, p.sure = c.end, stated
	if !c.relative {
		if p.last.year != 0 {
			p.last.year += c.first.year - 1900
		}
		p.first = c.first
		p.first.year += w.value
	}
	return p, true
}

// centuryPhrase reads a century with its number: "القرن العشرين", "القرن الـ19", "القرن الثالث الهجري".
func (s *scanner) centuryPhrase(w word) (p phrase, ok bool) {
	at := s.gap(w.end)
	var value, end int
	if a := wordAt(s.text, at); a.kind == article || digitAt(s.text, at) {
		value, end, ok = s.dayNumberAt(at)
	} else {
		value, end, ok = s.ordinalAt(a)
	}
	if !ok || value > 21 {
		return p, false
	}
	p = phrase{start: w.start, end: end}
	p.unit, p.sure = centuryUnit, stated
	p.first.year = 100 * (value - 1)
	if k := s.plain(end); k.kind == yearKind || k.kind == common || k.kind == hijra {
		p.end = k.end
		p.first.hijri = k.kind == hijra || k.is(yearKind, 1)
	}
	return p, true
}
