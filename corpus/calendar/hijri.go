package calendar

import (
	"fmt"
	"time"

	"github.com/hablullah/go-hijri"
)

// HijriDay is a day of the Umm al-Qura calendar.
type HijriDay struct{ Year, Month, Day int }

// Hijri gives the Hijri day of a Gregorian one as YYYY-MM-DD; false for what is no day, or outside the years of the calendar's
// tables (14 March 1937 to 16 November 2077).
func Hijri(iso string) (HijriDay, bool) {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return HijriDay{}, false
	}
	d, err := hijri.CreateUmmAlQuraDate(t)
	if err != nil {
		return HijriDay{}, false
	}
	return HijriDay{Year: int(d.Year), Month: int(d.Month), Day: int(d.Day)}, true
}

// Gregorian gives the Gregorian day as YYYY-MM-DD; false for what is no day, or outside the years of the calendar's tables (1356
// to 1500). The thirtieth of a month of 29 days is the first of the next: newspapers that follow the sighting of the moon have it.
func (d HijriDay) Gregorian() (iso string, ok bool) {
	t, ok := d.time()
	if !ok {
		return "", false
	}
	return t.Format(time.DateOnly), true
}

// time gives the beginning of the day in UTC.
func (d HijriDay) time() (t time.Time, ok bool) {
	if !hijriYear(d.Year) || d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 30 {
		return time.Time{}, false
	}
	t = hijri.UmmAlQuraDate{Year: int64(d.Year), Month: int64(d.Month), Day: int64(d.Day)}.ToGregorian()
	return dayOf(t.Year(), int(t.Month()), t.Day()), true
}

// hijriSpan gives the first and the last day of a Hijri month, or of the months to another one. The days of from and to do not count,
// and are 1.
func hijriSpan(from, to HijriDay) (first, last time.Time, ok bool) {
	first, ok = from.time()
	if !ok {
		return first, last, false
	}
	to.Month++
	if to.Month > 12 {
		to.Year, to.Month = to.Year+1, 1
	}
	if to.Year > lastHijriYear {
		return first, last, false
	}
	last, ok = HijriDay{to.Year, to.Month, 1}.time()
	return first, last.AddDate(0, 0, -1), ok
}

// String writes the day in Arabic: "27 رجب 1447 هـ".
func (d HijriDay) String() string {
	return fmt.Sprintf("%d %s %d هـ", d.Day, HijriMonth(d.Month), d.Year)
}
