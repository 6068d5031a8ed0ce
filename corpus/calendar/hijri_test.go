package calendar_test

import (
	"testing"
	"time"

	"jarida/corpus/calendar"
)

func TestHijri(t *testing.T) {
	for iso, want := range map[string]calendar.HijriDay{
		"2026-01-16": {1447, 7, 27},
		"2015-08-11": {1436, 10, 26},
		"1937-03-14": {1356, 1, 1}, // the tables begin
		"2077-11-16": {1500, 12, 30},
	} {
		day, ok := calendar.Hijri(iso)
		if !ok || day != want {
			t.Errorf("%s is %+v %t, want %+v", iso, day, ok, want)
		}
		if back, ok := day.Gregorian(); !ok || back != iso {
			t.Errorf("%+v is %s %t, want %s", day, back, ok, iso)
		}
	}
	for _, iso := range []string{"", "2026", "2026-02-30", "1937-03-13", "2077-11-17", "abcd-ef-gh"} {
		if day, ok := calendar.Hijri(iso); ok {
			t.Errorf("%q is %+v", iso, day)
		}
	}
	for _, day := range []calendar.HijriDay{{}, {1355, 12, 1}, {1501, 1, 1}, {1447, 13, 1}, {1447, 0, 1}, {1447, 1, 31}, {1447, 1, 0}} {
		if iso, ok := day.Gregorian(); ok {
			t.Errorf("%+v is %s", day, iso)
		}
	}
}

// Every day of the tables goes to the other calendar and back.
func TestHijriAndBack(t *testing.T) {
	end := time.Date(2077, 11, 16, 0, 0, 0, 0, time.UTC)
	for day := time.Date(1937, 3, 14, 0, 0, 0, 0, time.UTC); !day.After(end); day = day.AddDate(0, 0, 1) {
		iso := day.Format(time.DateOnly)
		hijri, ok := calendar.Hijri(iso)
		if back, fine := hijri.Gregorian(); !ok || !fine || back != iso {
			t.Fatalf("%s is %+v %t, which is %s %t", iso, hijri, ok, back, fine)
		}
	}
}

func TestNames(t *testing.T) {
	for _, test := range [][2]string{
		{calendar.InHijri("2026-01-16"), "27 رجب 1447 هـ"},
		{calendar.InHijri("1900-01-01"), ""},
		{calendar.InGregorian("2026-01-16", calendar.Egyptian), "16 يناير 2026 م"},
		{calendar.InGregorian("2026-01-16", calendar.Levantine), "16 يناير (كانون الثاني) 2026 م"},
		{calendar.InGregorian("2026-08-01", calendar.Moroccan), "1 أغسطس (غشت) 2026 م"},
		{calendar.InGregorian("2026-03-01", calendar.Algerian), "1 مارس 2026 م"},
		{calendar.InGregorian("2026-13-01", calendar.Egyptian), ""},
		{calendar.GregorianMonth(12, calendar.Mauritanian), "دجمبر"},
		{calendar.GregorianMonth(13, calendar.Egyptian), ""},
		{calendar.GregorianMonth(1, 99), ""},
		{calendar.HijriMonth(12), "ذو الحجة"},
		{calendar.HijriMonth(0), ""},
		{calendar.Weekday("2026-01-16"), "الجمعة"},
		{calendar.Weekday("2026"), ""},
	} {
		if test[0] != test[1] {
			t.Errorf("%q, want %q", test[0], test[1])
		}
	}
}
