package calendar

import (
	"fmt"
	"strconv"
	"time"
)

// isoDay is the form of a day in ISO 8601.
const isoDay = time.DateOnly

// anchor is the day that relative expressions refer to.
type anchor struct {
	day   time.Time
	known bool
}

// anchorAt is the anchor that a date gives: none where it is not a day of the years that news is about.
func anchorAt(d Date) anchor {
	t, err := time.Parse(isoDay, d.ISO)
	return anchor{day: t, known: err == nil && t.Year() >= firstYear && t.Year() <= lastYear}
}

// dayOf gives the beginning of a day in UTC.
func dayOf(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

func daysIn(year, month int) int { return dayOf(year, month+1, 0).Day() }

// resolve gives the ISO form of a moment, "" where it is not fixed, and the day that a weekday which contradicts it asks for.
func (a anchor) resolve(m moment) (iso, conflict string) {
	if m.open || m.first.elsewhere {
		return "", ""
	}
	switch m.unit {
	case dayUnit:
		return a.days(m)
	case clockUnit:
		return fmt.Sprintf("T%02d:%02d", m.hour, m.minute), ""
	case weekUnit:
		if a.known {
			return isoWeek(a.day.AddDate(0, 0, 7*m.shift)), ""
		}
	case monthUnit:
		return a.months(m), ""
	case quarterUnit, halfUnit:
		return a.partOfYear(m), ""
	case yearUnit, seasonUnit:
		return a.years(m), ""
	case decadeUnit, centuryUnit:
		return a.ages(m), ""
	case noUnit, playUnit:
	}
	return "", ""
}

// days resolves days and ranges of days.
func (a anchor) days(m moment) (iso, conflict string) {
	first, ok := a.firstDay(m)
	if !ok {
		return "", ""
	}
	iso = first.Format(isoDay)
	if m.weekday > 0 && m.first.day > 0 {
		asked := onWeekday(first, m.weekday)
		switch off := int(asked.Sub(first).Hours() / 24); {
		case off == 0:
		case m.first.hijri && off*off == 1:
			return asked.Format(isoDay), "" // by the sighting of the moon the month began a day apart from the tables
		default:
			conflict = asked.Format(isoDay)
		}
	}
	if last, ok := a.lastDay(m, first); ok {
		iso += "/" + last.Format(isoDay)
	}
	return iso, conflict
}

// firstDay gives the first day of a moment.
func (a anchor) firstDay(m moment) (t time.Time, ok bool) {
	d := m.first
	switch {
	case d.hijri && d.full():
		return HijriDay{d.year, d.month, d.day}.time()
	case d.full():
		return dayOf(d.year, d.month, d.day), true
	case !a.known:
		return t, false
	case m.relative:
		t = a.day.AddDate(0, 0, m.shift)
		if m.weekday > 0 && m.first.day == 0 {
			return onWeekday(t, m.weekday), true // the day of an article is that of its paper or of its page as often as its own
		}
		return t, true
	case d.months.on:
		month := dayOf(a.day.Year(), int(a.day.Month())+d.months.by, 1)
		t = month.AddDate(0, 0, d.day-1)
		return t, t.Month() == month.Month()
	case d.years.on && !d.hijri:
		return dayOf(a.day.Year()+d.years.by, d.month, d.day), true
	case d.day > 0:
		return a.nearestDay(m)
	case m.weekday > 0:
		return a.weekday(m.weekday, m.side), true
	}
	return t, false
}

// lastDay gives the other end of a range that begins on first.
func (a anchor) lastDay(m moment, first time.Time) (t time.Time, ok bool) {
	switch {
	case m.last.day > 0 && m.first.hijri:
		return first.AddDate(0, 0, m.last.day-m.first.day), true
	case m.last.month > 0 && m.last.month != m.first.month:
		year := first.Year()
		if m.last.month < int(first.Month()) {
			year++
		}
		return dayOf(year, m.last.month, m.last.day), true
	case m.last.day > 0:
		return dayOf(first.Year(), int(first.Month()), m.last.day), true
	case m.lastWeekday > 0:
		return first.AddDate(0, 0, (m.lastWeekday-m.weekday+7)%7), m.lastWeekday != m.weekday
	}
	return t, false
}

// onWeekday gives the day nearest to t, three days at most apart, that is the weekday.
func onWeekday(t time.Time, weekday int) time.Time {
	off := (weekday - 1 - int(t.Weekday()) + 7) % 7
	if off > 3 {
		off -= 7
	}
	return t.AddDate(0, 0, off)
}

// weekday gives the day that a bare weekday means: the last one up to the day of the article, as news is of what has been, else
// the last before or the next after it.
func (a anchor) weekday(weekday int, where side) time.Time {
	back := (int(a.day.Weekday()) - (weekday - 1) + 7) % 7
	switch {
	case where == future:
		return a.day.AddDate(0, 0, 7-back)
	case where == past && back == 0:
		back = 7
	}
	return a.day.AddDate(0, 0, -back)
}

// How far news looks, in days: back, before a day without a year is rather one to come; and ahead, where the day of the year before
// is more than half of one ago. The first is from annotated news, the others keep announcements apart from anniversaries.
const (
	memory    = 300
	soon      = 31
	halfAYear = 183
)

// nearestDay gives the day of a month without a year that lies on the side that is asked for, else nearest: within memory before the
// day of the article, or after it.
func (a anchor) nearestDay(m moment) (t time.Time, ok bool) {
	candidates := [3]time.Time{}
	n := 0
	base := a.day.Year()
	if m.first.hijri {
		today, ok := Hijri(a.day.Format(isoDay))
		if !ok {
			return t, false
		}
		base = today.Year
	}
	for year := base - 1; year <= base+1; year++ {
		d := date{year: year, month: m.first.month, day: m.first.day, hijri: m.first.hijri}
		day, ok := HijriDay{d.year, d.month, d.day}.time()
		if !d.hijri {
			day, ok = dayOf(d.year, d.month, d.day), d.day <= daysIn(d.year, d.month)
		}
		if ok {
			candidates[n] = day
			n++
		}
	}
	return a.nearest(candidates[:n], m.side)
}

// nearest chooses among days that lie a year apart, in order.
func (a anchor) nearest(days []time.Time, where side) (t time.Time, ok bool) {
	var before, after time.Time
	for _, day := range days {
		switch off := a.daysTo(day); {
		case where == current && day.Year() == a.day.Year():
			return day, true
		case off < 0 || off == 0 && where != future:
			before = day
		case after.IsZero():
			after = day
		}
	}
	switch {
	case where == past || after.IsZero():
		return before, !before.IsZero()
	case where == future || before.IsZero():
		return after, true
	case a.daysTo(before) < -memory || a.daysTo(after) <= soon && a.daysTo(before) < -halfAYear:
		return after, true
	}
	return before, true
}

// daysTo gives how many days after the day of the article a day is.
func (a anchor) daysTo(day time.Time) int { return int(day.Sub(a.day).Hours() / 24) }

// isoWeek gives the ISO week of a day, which begins on Monday.
func isoWeek(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
}

// months resolves months and ranges of months.
func (a anchor) months(m moment) string {
	d := m.first
	if m.relative {
		if !a.known {
			return ""
		}
		return dayOf(a.day.Year(), int(a.day.Month())+m.shift, 1).Format("2006-01")
	}
	year, ok := a.yearOfMonth(m)
	if !ok {
		return ""
	}
	last := d.month
	if m.last.month > 0 {
		last = m.last.month
	}
	if d.hijri {
		endYear := year
		if last < d.month {
			endYear++
		}
		return hijriRange(HijriDay{year, d.month, 1}, HijriDay{endYear, last, 1})
	}
	iso := fmt.Sprintf("%04d-%02d", year, d.month)
	if last != d.month {
		endYear := year
		if last < d.month {
			endYear++
		}
		iso += fmt.Sprintf("/%04d-%02d", endYear, last)
	}
	return iso
}

// yearOfMonth gives the year of the first month.
func (a anchor) yearOfMonth(m moment) (year int, ok bool) {
	d := m.first
	switch {
	case d.year != 0:
		return d.year, true
	case !a.known:
		return 0, false
	case d.years.on && !d.hijri:
		return a.day.Year() + d.years.by, true
	}
	m.first.day = 1
	if !d.hijri && d.month == int(a.day.Month()) && m.side != past && m.side != future {
		return a.day.Year(), true
	}
	t, ok := a.nearestDay(m)
	if !ok {
		return 0, false
	}
	if d.hijri {
		h, ok := Hijri(t.AddDate(0, 0, 1).Format(isoDay))
		return h.Year, ok
	}
	return t.Year(), true
}

// hijriRange gives the days of Hijri months as a range.
func hijriRange(from, to HijriDay) string {
	first, last, ok := hijriSpan(from, to)
	if !ok {
		return ""
	}
	return first.Format(isoDay) + "/" + last.Format(isoDay)
}

// partOfYear resolves a quarter or a half of a year.
func (a anchor) partOfYear(m moment) string {
	year, ok := a.year(m)
	if !ok || m.first.hijri {
		return ""
	}
	return fmt.Sprintf("%04d", year) + fractionForm(m)
}

// year gives the year of a moment: the one it names, or one by its distance from the anchor's.
func (a anchor) year(m moment) (year int, ok bool) {
	switch d := m.first; {
	case d.year != 0:
		return d.year, true
	case d.years.on:
		return a.day.Year() + d.years.by, a.known
	default:
		return a.day.Year() + m.shift, a.known
	}
}

// years resolves years and ranges of years.
func (a anchor) years(m moment) string {
	year, ok := a.year(m)
	if !ok {
		return ""
	}
	if d := m.first; d.year != 0 && d.hijri {
		last := d.year
		if m.last.year != 0 {
			last = m.last.year
		}
		return hijriRange(HijriDay{d.year, 1, 1}, HijriDay{last, 12, 1})
	}
	iso := fmt.Sprintf("%04d", year)
	if m.last.year != 0 {
		iso += fmt.Sprintf("/%04d", m.last.year)
	}
	return iso
}

// ages resolves decades and centuries: their first years with the digits that are left open as X.
func (a anchor) ages(m moment) string {
	year, open := m.first.year, 1
	if m.relative {
		if !a.known {
			return ""
		}
		year = a.day.Year()
		if m.unit == decadeUnit {
			year += 10 * m.shift
		} else {
			year += 100 * m.shift
		}
	}
	if m.first.hijri || year < 0 || year > 9999 {
		return ""
	}
	if m.unit == centuryUnit {
		open = 2
	}
	iso := strconv.Itoa(10000 + year)[1:5-open] + "XX"[:open]
	if last := m.last.year; last != 0 {
		iso += "/" + strconv.Itoa(10000 + last)[1:5-open] + "XX"[:open]
	}
	return iso
}
