package calendar

import "strings"

// weekdayPhrase reads a weekday that begins with the word w, with a direction or the date behind it: "الأحد المقبل", "الخميس 8 أكتوبر",
// "الثلاثاء، 3 مارس 2015". listed lets other weekdays follow as the end of a range.
func (s *scanner) weekdayPhrase(w word, listed bool) (p phrase, ok bool) {
	p = phrase{start: w.start, end: w.end}
	p.unit, p.sure, p.weekday = dayUnit, likely, w.value
	if listed {
		s.moreWeekdays(&p)
	}
	if dir := s.plain(p.end); dir.kind == direction {
		p.side, p.end, p.sure = sideOf(dir.value), dir.end, stated
	}
	s.dateBehind(&p)
	return p, true
}

// moreWeekdays reads the weekdays that follow the first of the phrase.
func (s *scanner) moreWeekdays(p *phrase) {
	for range 6 {
		w := s.next(p.end)
		if !w.waw || w.kind != weekday {
			at, ok := s.joined(p.end, "/،")
			if ok {
				w = wordAt(s.text, at)
			}
			if !ok && w.clitic != 0 {
				return
			}
		}
		if w.kind != weekday {
			return
		}
		p.lastWeekday, p.end, p.sure = w.value, w.end, stated
	}
}

// dateBehind reads the date that a phrase of a weekday or of today goes on with, past a comma, a bracket or the word for "that is".
func (s *scanner) dateBehind(p *phrase) {
	at, bracket := s.punct(p.end, "(")
	if !bracket {
		at, _ = s.punct(p.end, "،,-–:")
	}
	linked := at == p.end
	if w := s.plain(at); w.kind == twin {
		at, linked = w.end, true
	}
	var before word
	if linked || bracket {
		before.kind = weekday
	}
	d, ok := s.dayPhrase(s.gap(at), before)
	if !ok || s.ownLine(p.end, d.start) {
		return
	}
	if bracket {
		closing, closed := s.punct(d.end, ")")
		if !closed {
			return
		}
		d.end = closing
	}
	weekday, last := p.weekday, p.lastWeekday
	p.moment, p.end = d.moment, d.end
	p.weekday = weekday
	if p.last.day == 0 && last != 0 && !p.first.full() {
		p.lastWeekday = last
	}
}

// ownLine reports whether a date in digits begins on the line behind the one that an expression ends on: it is the line of the date
// under a title. One with the name of a month may be the rest of a line that was broken.
func (s *scanner) ownLine(end, start int) bool {
	if !strings.Contains(s.text[end:start], "\n") {
		return false
	}
	_, _, numeric := numericDate(s.text, start)
	return numeric
}

// lonelyWeekday reads a weekday behind nothing that says it is one: not where it is part of a name.
func (s *scanner) lonelyWeekday(w, before word) (p phrase, ok bool) {
	p, ok = s.weekdayPhrase(w, false)
	if !ok || p.end > w.end {
		return p, ok
	}
	switch {
	case s.plain(w.end).kind == epithet, before.kind == place:
		return p, false
	case before.kind == prayer && w.value == 6:
		p.sure = weak
	case w.value == 2 && before.kind == between:
		p.sure = doubtful // "between the two"
	}
	return p, true
}

// dayWordPhrase reads what stands behind the word for day: "يوم الجمعة", "يومي الأحد والإثنين 8 و9 ماي الجاري", "يوم 24 يونيو", "يوم أمس".
func (s *scanner) dayWordPhrase(w, before word) (p phrase, ok bool) {
	next := s.plain(w.end)
	switch next.kind {
	case weekday, bareWeekday:
		p, ok = s.weekdayPhrase(next, w.value > 1)
	case today, yesterday, tomorrow:
		p, ok = s.deicticPhrase(next, before, true)
	case first:
		p, ok = s.beforeYesterday(next)
	default:
		p, ok = s.dayPhrase(s.gap(w.end), w)
	}
	p.start = w.start
	return p, ok
}

// partPhrase reads the day behind a part of it: "مساء الأحد", "فجر اليوم", "ليل الجمعة السبت".
func (s *scanner) partPhrase(w, before word) (p phrase, ok bool) {
	next := s.plain(w.end)
	switch next.kind {
	case weekday:
		p, ok = s.weekdayPhrase(next, false)
		if ok && w.value == 2 && p.end == next.end {
			s.nextWeekday(&p)
		}
	case today, yesterday, tomorrow, tonight:
		p, ok = s.deicticPhrase(next, before, true)
	case dayWord:
		p, ok = s.dayWordPhrase(next, before)
	case first:
		if p, ok = s.beforeYesterday(next); !ok {
			p, ok = s.dayPhrase(next.start, next)
		}
	default:
		p, ok = s.dayPhrase(s.gap(w.end), w)
	}
	p.start = w.start
	return p, ok
}

// afternoonPhrase reads the day behind "after noon": "بعد ظهر الأربعاء".
func (s *scanner) afternoonPhrase(w, before word) (p phrase, ok bool) {
	if w.value != 2 {
		return p, false
	}
	noon := s.plain(w.end)
	if !noon.is(part, 3) {
		return p, false
	}
	p, ok = s.partPhrase(noon, before)
	p.start = w.start
	return p, ok
}

// nextWeekday reads the second weekday of a night: "ليل الجمعة السبت", "ليل الجمعة - السبت".
func (s *scanner) nextWeekday(p *phrase) {
	at, _ := s.punct(p.end, "-–/")
	if w := s.plain(at); w.is(weekday, p.weekday%7+1) {
		p.lastWeekday, p.end = w.value, w.end
	}
}
