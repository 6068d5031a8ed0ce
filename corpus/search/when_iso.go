package search

import (
	"strconv"
	"strings"
	"time"

	"jarida/corpus/calendar"
)

// firstGregorian is the first year that is not of the Hijri calendar.
const firstGregorian = 1600

// isoDays gives the days of a date in ISO 8601 as readers and calendar write it: 2026, 2026-01, 2026-1-6, 2026-W03, 2026-Q1, 2026-H1,
// 202X, 20XX, 2026-01-16T21:05, a/b. A year before 1600 is of the Hijri calendar.
func isoDays(text string) (days, bool) {
	if from, to, ok := strings.Cut(text, "/"); ok {
		a, begins := isoDays(from)
		b, ends := isoDays(to)
		return days{a.first, b.last}, begins && ends
	}
	text, _, clock := strings.Cut(text, "T")
	parts := strings.Split(text, "-")
	year, ok := isoYears(parts[0])
	switch {
	case !ok || len(parts) > 3 || clock && len(parts) < 3:
		return days{}, false
	case len(parts) == 1:
		return year.days()
	case year.from != year.to:
		return days{}, false
	case len(parts) == 2 && parts[1] != "" && strings.ContainsRune("WQH", rune(parts[1][0])):
		return partOfYear(year.from, parts[1])
	}
	month, ok := isoNumber(parts[1])
	if !ok || len(parts) == 2 {
		d, fits := monthDays(year.from, month)
		return d, ok && fits
	}
	day, ok := isoNumber(parts[2])
	d, fits := oneDay(year.from, month, day)
	return d, ok && fits
}

// padded writes the numbers of a date in ISO 8601 with all their digits: 2026-1-6 as 2026-01-06.
func padded(text string) string {
	parts := strings.Split(text, "-")
	for i, p := range parts {
		if len(p) == 1 {
			parts[i] = "0" + p
		}
	}
	return strings.Join(parts, "-")
}

// years are years from one to another, which is among them.
type years struct{ from, to int }

// isoYears reads a year, decade or century: 2026, 202X, 20XX.
func isoYears(text string) (years, bool) {
	digits := strings.TrimRight(text, "X")
	unknown := len(text) - len(digits)
	if len(text) != len("2026") || unknown > 2 || strings.Trim(digits, "0123456789") != "" {
		return years{}, false
	}
	size := [...]int{1, 10, 100}[unknown]
	year, err := strconv.Atoi(digits)
	return years{year * size, year*size + size - 1}, err == nil
}

// isoNumber reads a month or day of one or two digits.
func isoNumber(text string) (int, bool) {
	if len(text) == 0 || len(text) > 2 || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// days gives the days of years.
func (y years) days() (days, bool) {
	a, begins := monthDays(y.from, 1)
	b, ends := monthDays(y.to, 12)
	return days{a.first, b.last}, begins && ends
}

// monthDays gives the days of a month.
func monthDays(year, month int) (days, bool) {
	first, begins := oneDay(year, month, 1)
	for _, length := range []int{31, 30, 29, 28} {
		if last, ends := oneDay(year, month, length); ends {
			return days{first.first, last.last}, begins
		}
	}
	return days{}, false
}

// oneDay gives a day of either calendar. A month of the Hijri calendar has 30 days in sources that follow the sighting of the moon, but
// here only where its tables give it 30.
func oneDay(year, month, day int) (days, bool) {
	if year >= firstGregorian {
		t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		return days{dayNumber(t), dayNumber(t)}, t.Year() == year && int(t.Month()) == month && t.Day() == day
	}
	h := calendar.HijriDay{Year: year, Month: month, Day: day}
	iso, ok := h.Gregorian()
	if !ok {
		return days{}, false
	}
	if back, ok := calendar.Hijri(iso); !ok || back != h {
		return days{}, false
	}
	t, err := time.Parse(isoDay, iso)
	return days{dayNumber(t), dayNumber(t)}, err == nil
}

// partOfYear gives the days of a week, quarter or half: W03, Q1, H2.
func partOfYear(year int, part string) (days, bool) {
	n, ok := isoNumber(part[1:])
	if !ok || year < firstGregorian {
		return days{}, false
	}
	switch part[0] {
	case 'W':
		return isoWeek(year, n)
	case 'Q':
		return monthsDays(year, 3*n-2, 3*n)
	default:
		return monthsDays(year, 6*n-5, 6*n)
	}
}

// isoWeek gives the days of a week of ISO 8601, which begins on Monday; the first one has the fourth of January.
func isoWeek(year, week int) (days, bool) {
	fourth := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC)
	monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7+7*(week-1))
	y, w := monday.ISOWeek()
	return days{dayNumber(monday), dayNumber(monday) + 6}, y == year && w == week
}

// monthsDays gives the days from one month of a year to another.
func monthsDays(year, from, to int) (days, bool) {
	a, begins := monthDays(year, from)
	b, ends := monthDays(year, to)
	return days{a.first, b.last}, begins && ends
}

// units are the words for stretches of time behind a number; those that mean two of them have a count of their own.
var units = [...]struct {
	unit  byte
	count int // 0 where a number stands before the word
	words []string
}{
	{'d', 0, []string{"d", "day", "days", "يوم", "يوما", "أيام"}},
	{'w', 0, []string{"w", "week", "weeks", "أسبوع", "أسبوعا", "أسابيع"}},
	{'m', 0, []string{"m", "month", "months", "شهر", "شهرا", "أشهر", "شهور"}},
	{'y', 0, []string{"y", "year", "years", "سنة", "سنوات", "سنين", "عام", "عاما", "أعوام"}},
	{'d', 2, []string{"يومين"}},
	{'w', 2, []string{"أسبوعين"}},
	{'m', 2, []string{"شهرين"}},
	{'y', 2, []string{"سنتين", "عامين"}},
}

// lasts are the words before a number that mean: up to today.
var lasts = [...]string{"last", "past", "آخر"}

// maxBack is how far back a stretch may reach: two thousand years of days.
const maxBack = 730_000

// upToToday reads a stretch up to today: 7d, last 7 days, آخر 7 أيام, آخر أسبوعين.
func upToToday(text string) (period, bool) {
	words := strings.Fields(foldedText(text))
	said := len(words) > 0 && among(words[0], lasts[:])
	if said {
		words = words[1:]
	}
	joined := strings.Join(words, "")
	name := strings.TrimLeft(joined, "0123456789")
	count, err := strconv.Atoi(joined[:len(joined)-len(name)])
	for _, u := range units {
		if !among(name, u.words) {
			continue
		}
		switch {
		case u.count > 0 && said && len(name) == len(joined):
			count = u.count
		case u.count > 0 || err != nil || count < 1 || count > maxBack:
			return period{}, false
		case len(name) == 1 && len(words) > 1 || len(name) > 1 && !said:
			return period{}, false
		}
		return period{text: strconv.Itoa(count) + string(u.unit), unit: u.unit, back: count}, true
	}
	return period{}, false
}
