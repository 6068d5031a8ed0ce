package timeline

import "time"

// Day is a day, counted from 1970-01-01.
type Day int32

const perDay = 24 * 60 * 60 // seconds

// ParseDay reads a day in ISO 8601; a month, a year or a range is none.
func ParseDay(iso string) (Day, bool) {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return 0, false
	}
	return Day(t.Unix() / perDay), true // midnight: nothing is rounded
}

// String gives the day in ISO 8601.
func (d Day) String() string { return d.time().Format(time.DateOnly) }

// Weekday gives the day of the week.
func (d Day) Weekday() time.Weekday { return d.time().Weekday() }

func (d Day) time() time.Time { return time.Unix(int64(d)*perDay, 0).UTC() }

// firstDay gives the first day of a date in ISO 8601: of a day, a month or a year.
func firstDay(iso string) (Day, bool) {
	const first = "0000-01-01"
	switch len(iso) {
	case len("2026"), len("2026-01"), len("2026-01-16"):
		return ParseDay(iso + first[len(iso):])
	}
	return 0, false
}
