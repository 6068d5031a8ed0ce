package calendar

// clockPhrase reads a clock time behind the word for hour: "الساعة 21:05", "الساعة الثامنة والنصف مساءً", "الساعة 10 صباحا".
func (s *scanner) clockPhrase(w word) (p phrase, ok bool) {
	p = phrase{start: w.start}
	p.unit, p.sure = clockUnit, likely
	at := s.gap(w.end)
	spelled := !digitAt(s.text, at)
	if a := wordAt(s.text, at); a.kind == article && digitAt(s.text, a.end) {
		at, spelled = a.end, false
	}
	if spelled {
		p.hour, p.end, ok = s.ordinalAt(wordAt(s.text, at))
		ok = ok && p.hour <= 12
	} else {
		p.hour, p.minute, p.end, ok = s.clockDigits(at, ":.,")
	}
	if !ok {
		return p, false
	}
	if f := s.next(p.end); f.clitic == letterWaw && f.value == 0 {
		if minutes := minutesOf(f.kind); minutes > 0 {
			p.minute, p.end = minutes, f.end
		}
	} else if f.kind == less {
		if m := s.plain(f.end); m.kind == part60 {
			p.hour, p.minute, p.end = (p.hour+11)%12, 60-m.value, m.end
		}
	}
	s.halfOfDay(&p)
	return p, true
}

// minutesOf gives how many minutes a fraction of an hour is, 0 for other words.
func minutesOf(k kind) int {
	switch k {
	case half:
		return 30
	case third:
		return 20
	case quarter:
		return 15
	default:
		return 0
	}
}

// clockDigits reads an hour and, behind one of the marks, minutes of two digits.
func (s *scanner) clockDigits(i int, marks string) (hour, minute, end int, ok bool) {
	hour, digits, end := number(s.text, i)
	if digits > 2 || hour > 24 {
		return 0, 0, i, false
	}
	for k := range len(marks) {
		if end >= len(s.text) || s.text[end] != marks[k] {
			continue
		}
		if value, digits, after := number(s.text, end+1); digits == 2 && value < 60 {
			return hour, value, s.seconds(after), true
		}
	}
	return hour, 0, end, true
}

// seconds passes over the seconds behind the minutes of a clock time.
func (s *scanner) seconds(i int) int {
	if i < len(s.text) && s.text[i] == ':' {
		if _, digits, end := number(s.text, i+1); digits == 2 {
			return end
		}
	}
	return i
}

// halfOfDay reads the word behind a clock time that says which half of the day it lies in, and takes it into the phrase where it does
// not belong to the day that follows: "الساعة الثامنة مساء الجمعة".
func (s *scanner) halfOfDay(p *phrase) bool {
	at := s.pass(p.end, of)
	w := s.plain(at)
	second := w.value > 0
	switch w.kind {
	case adverb:
		p.end = w.end
	case common:
		if w.end-w.start > len("م") {
			return false
		}
		second, p.end = true, w.end
	case part:
		if _, ok := s.partPhrase(w, word{}); !ok && at == p.end {
			p.end = w.end
		}
	default:
		return false
	}
	switch night := w.value == 2; {
	case second && p.hour < 12 && (!night || p.hour >= 6):
		p.hour += 12
	case p.hour == 12 && (!second || night):
		p.hour = 0
	}
	return true
}

// bareClock reads a clock time without the word for hour: only where it says which half of the day or which time zone it is of, or
// stands beside a day.
func (s *scanner) bareClock(i int, besideDay bool) (p phrase, ok bool) {
	if digitBefore(s.text, i) {
		return p, false
	}
	p = phrase{start: i}
	p.unit, p.sure = clockUnit, likely
	p.hour, p.minute, p.end, ok = s.clockDigits(i, ":")
	if !ok || s.text[p.end-1] == ':' || p.end-i < len("1:00") || p.hour == 24 || digitEndsLong(s.text, p.end) {
		return p, false
	}
	return p, s.halfOfDay(&p) || besideDay || s.zoned(p.end)
}

// zoned reports whether a time zone follows: "بتوقيت غرينتش", "GMT".
func (s *scanner) zoned(i int) bool {
	w := s.next(i)
	return w.kind == zone
}
