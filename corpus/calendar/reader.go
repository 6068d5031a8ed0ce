package calendar

// reader goes through a text and collects the mentions.
type reader struct {
	scanner
	anchor   anchor
	offset   int
	mentions []Mention
	before   word // the last word, of kind none where something but space or a quotation mark follows it

	fractions []int          // which mentions are halves and quarters of a year that is named
	alone     []loneFraction // and of one that is not
	yearEnd   int            // where the last mention that is a year ends
	dayEnd    int            // where the last mention that is a day ends, 0 if there is none
}

// word looks at the word, and gives where to look next.
func (r *reader) word(w word) int {
	next := w.end
	if w.kind != none {
		if p, ok := r.phrase(w); ok {
			next = r.add(p)
		}
	}
	r.before = w
	return next
}

// noLetter looks at what begins at i and is no letter. What a word is followed by other than space, brackets and quotation marks parts
// it from the next.
func (r *reader) noLetter(i int) int {
	switch c := r.text[i]; {
	case c == ' ' || c == '\n' || c == '"' || c == '(' || c == 0xc2 || c == 0xab: // the last two are «
		return i + 1
	case digitAt(r.text, i):
		return r.digits(i)
	}
	r.before.kind = none
	return i + 1
}

// digits looks at the number at i.
func (r *reader) digits(i int) int {
	p, ok := r.dayPhrase(i, r.before)
	if !ok {
		before := r.before
		if before.kind == and && r.yearEnd > 0 && r.gap(r.yearEnd) == before.begin {
			before.kind = preposition // "في 1942 و1983"
		}
		p, ok = r.bareYear(i, before)
	}
	if !ok {
		p, ok = r.bareClock(i, r.besideDay(i))
	}
	before := r.before
	r.before = word{}
	if !ok {
		_, _, end := number(r.text, i)
		return end
	}
	r.doubtNames(&p, before)
	return r.add(p)
}

// doubtNames lowers the certainty of a date without a year that is part of the name of an event, and drops that of a place.
func (r *reader) doubtNames(p *phrase, before word) {
	if p.first.year != 0 || p.unit != dayUnit && p.unit != monthUnit {
		return
	}
	if before.kind == event || before.kind == place {
		p.sure = weak
	}
}

// besideDay reports whether a day ends right before i: "16 يناير 2026 - 21:05".
func (r *reader) besideDay(i int) bool {
	if r.dayEnd == 0 || i-r.dayEnd > len(" ، - ") {
		return false
	}
	for _, c := range r.text[r.dayEnd:i] {
		if c != ' ' && c != '-' && c != ',' && c != '،' && c != '|' && c != 'T' {
			return false
		}
	}
	return true
}

// phrase reads the calendar expression that begins with the word.
func (r *reader) phrase(w word) (p phrase, ok bool) {
	switch w.kind {
	case englishDay:
		p, ok = r.englishDayPhrase(w)
	case month, weakMonth, monthHead, hijriMonth, hijriHead:
		p, ok = r.monthOrSeason(w)
		r.doubtNames(&p, r.before)
	case weekday:
		p, ok = r.lonelyWeekday(w, r.before)
	case today, yesterday, tomorrow, tonight:
		p, ok = r.deicticPhrase(w, r.before, false)
	case first:
		if p, ok = r.beforeYesterday(w); !ok {
			p, ok = r.firstOfMonth(w)
		}
	case preposition:
		if p, ok = r.afterTomorrow(w); !ok {
			p, ok = r.afternoonPhrase(w, r.before)
		}
	case ordinal, tens, article:
		p, ok = r.dayPhrase(w.start, r.before)
	case dayWord:
		p, ok = r.dayWordPhrase(w, r.before)
	case part:
		p, ok = r.partPhrase(w, r.before)
	case clock:
		p, ok = r.clockPhrase(w)
	case this:
		p, ok = r.thisPhrase(w)
	case that:
		p, ok = r.thatPhrase(w)
	default:
		return r.longPhrase(w)
	}
	return p, ok
}

// longPhrase reads the calendar expression of more than a day that begins with the word.
func (r *reader) longPhrase(w word) (p phrase, ok bool) {
	switch w.kind {
	case theUnit:
		return r.unitPhrase(w)
	case unitWord:
		return r.unitWordPhrase(w, r.before)
	case years:
		return r.yearsPhrase(w)
	case monthsOf:
		return r.monthsPhrase(w)
	case dual:
		return r.dualPhrase(w)
	case plural:
		return r.pluralPhrase(w)
	case ages, ownDay:
		return r.vaguePhrase(w)
	case edge:
		return r.edgePhrase(w, r.before)
	case weekend:
		return r.weekendPhrase(w, r.before)
	case half, quarter:
		return r.fractionPhrase(w)
	case season, theSeason:
		return r.seasonPhrase(w)
	case decade:
		return r.decadePhrase(w)
	default:
		return p, false
	}
}

// monthOrSeason reads what begins with the name of a month. ربيع is spring where it is no month.
func (r *reader) monthOrSeason(w word) (p phrase, ok bool) {
	if isLatin(r.text[w.start]) {
		return r.englishPhrase(w)
	}
	p, ok = r.monthPhrase(w, false, r.before)
	if !ok && w.is(hijriHead, 3) {
		return r.seasonPhrase(w)
	}
	return p, ok
}

// vaguePhrase reads what is of no calendar: "منذ عقود", "يومها الخامس".
func (r *reader) vaguePhrase(w word) (p phrase, ok bool) {
	p = phrase{start: w.start, end: w.end}
	p.open, p.sure = true, vague
	if w.kind == ages {
		return p, r.before.kind == preposition
	}
	next := r.plain(w.end)
	p.end = next.end
	return p, next.kind == ordinal || next.kind == recent
}

// add puts the phrase among the mentions, and gives its end.
func (r *reader) add(p phrase) int {
	iso, conflict := r.anchor.resolve(p.moment)
	if p.unit == clockUnit && r.dayEnd > 0 && p.start-r.dayEnd <= nearDay {
		iso = r.mentions[len(r.mentions)-1].ISO + iso
	}
	m := Mention{
		Start: r.offset + p.start, End: r.offset + p.end, ISO: iso, Confidence: p.sure, Conflict: conflict, Hijri: p.first.hijri,
	}
	isDay := p.unit == dayUnit && len(iso) == len(isoDay)
	if n := len(r.mentions); isDay && n > 0 && len(r.mentions[n-1].ISO) == len("T00:00") && m.Start-r.mentions[n-1].End <= nearDay {
		if last := &r.mentions[n-1]; last.ISO[0] == 'T' {
			last.ISO = iso + last.ISO
		}
	}
	switch n := len(r.mentions); {
	case p.alone:
		r.alone = append(r.alone, loneFraction{n, fractionForm(p.moment)})
	case p.unit == yearUnit:
		r.yearEnd = p.end
	case p.unit == quarterUnit || p.unit == halfUnit:
		r.fractions = append(r.fractions, n)
	}
	r.mentions = append(r.mentions, m)
	r.dayEnd = 0
	if isDay {
		r.dayEnd = p.end
	}
	return p.end
}

// nearDay is how far from a day, in bytes, a clock time is one of that day: a few words such as "في تمام".
const nearDay = 24
