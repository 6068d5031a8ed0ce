package calendar_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"jarida/corpus/calendar"
)

func TestFind(t *testing.T) {
	tests := []struct{ name, text, found, iso string }{
		{"iso", "نشر 2026-01-16 هنا", "2026-01-16", "2026-01-16"},
		{"iso with clock", "2017-06-18T13:50:00+01:00", "2017-06-18", "2017-06-18"},
		{"iso with slashes", "2017/6/8", "2017/6/8", "2017-06-08"},
		{"year first, dots", "2012.10.30", "2012.10.30", "2012-10-30"},
		{"month first", "نشر فبراير 3, 2026 هنا", "فبراير 3, 2026", "2026-02-03"},
		{"month of two words first", "كانون الثاني 16، 2026", "كانون الثاني 16، 2026", "2026-01-16"},
		{"year, month, day", "2026 فبراير 3", "2026 فبراير 3", "2026-02-03"},
		{"clock, year, weekday, day", "GMT 14:22 2026 الثلاثاء ,03 شباط / فبراير", "2026 الثلاثاء ,03 شباط / فبراير", "2026-02-03"},
		{"day first", "يوم 13/04/2012 م", "13/04/2012", "2012-04-13"},
		{"day first, spaces", "يوم 30 - 09 - 2012", "30 - 09 - 2012", "2012-09-30"},
		{"two digits of the year", "1400 (GMT+04:00) - 23/09/09", "23/09/09", "2009-09-23"},
		{"two digits, last century", "01/02/98", "01/02/98", "1998-02-01"},
		{"american order", "10/30/2012", "10/30/2012", "2012-10-30"},
		{"arabic digits", "بتاريخ ١٦ كانون الثاني ٢٠٢٦.", "١٦ كانون الثاني ٢٠٢٦", "2026-01-16"},
		{"persian digits", "۱۶/۱/۲۰۲۶", "۱۶/۱/۲۰۲۶", "2026-01-16"},
		{"egypt", "4 يوليه 2015", "4 يوليه 2015", "2015-07-04"},
		{"hamza left out", "11 اغسطس 2015", "11 اغسطس 2015", "2015-08-11"},
		{"hamza below", "3 إبريل 2015", "3 إبريل 2015", "2015-04-03"},
		{"levant, without article", "3 تشرين أول 2015", "3 تشرين أول 2015", "2015-10-03"},
		{"algeria", "18 جانفي 2016", "18 جانفي 2016", "2016-01-18"},
		{"morocco", "الجمعة 07 دجنبر 2012 - 14:50", "07 دجنبر 2012", "2012-12-07"},
		{"two names, bracket", "8 أكتوبر (تشرين الأول) 2025", "8 أكتوبر (تشرين الأول) 2025", "2025-10-08"},
		{"two names, slash", "16 مارس/ آذار, 2010", "16 مارس/ آذار, 2010", "2010-03-16"},
		{"two names, slash, no space", "10 تشرين الثاني/نوفمبر 2009، آخر", "10 تشرين الثاني/نوفمبر 2009", "2009-11-10"},
		{"two names, nothing between", "5 سبتمبر أيلول 2011", "5 سبتمبر أيلول 2011", "2011-09-05"},
		{"of the month", "27 من شهر أبريل 2018", "27 من شهر أبريل 2018", "2018-04-27"},
		{"of the year", "27 أبريل من عام 2018", "27 أبريل من عام 2018", "2018-04-27"},
		{"comma", "31 ديسمبر، 2019", "31 ديسمبر، 2019", "2019-12-31"},
		{"vowel signs and stretch", "3 مَـارِس 2020", "3 مَـارِس 2020", "2020-03-03"},
		{"mail", "Sat, 12 May 2018 13:31:32 +0400", "12 May 2018", "2018-05-12"},
		{"american words", "on May 19, 2018 in", "May 19, 2018", "2018-05-19"},
		{"hijri with its twin", "القاهرة 26 شوال 1436 هـ الموافق 11 اغسطس 2015 م واس", "11 اغسطس 2015", "2015-08-11"},
		{"directional marks", "\u200f16\u200f يناير\u200f 2026", "16\u200f يناير\u200f 2026", "2026-01-16"},
		{"leap day", "29/2/2024", "29/2/2024", "2024-02-29"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			const offset = 1000
			dates := calendar.Find(test.text, offset)
			if len(dates) != 1 {
				t.Fatalf("%d dates: %v", len(dates), dates)
			}
			d := dates[0]
			if found := test.text[d.Start-offset : d.End-offset]; d.ISO != test.iso || found != test.found || d.From != "text" {
				t.Errorf("%q → %s (%s), want %q → %s", found, d.ISO, d.From, test.found, test.iso)
			}
		})
	}
}

func TestFindNothing(t *testing.T) {
	for name, text := range map[string]string{
		"hijri, not in the tables": "25 شوال 1333 هـ",
		"no year":                  "الخميس 8 أكتوبر (تشرين الأول)",
		"no day":                   "يناير (كانون الثاني) 2025",
		"score":                    "فاز 3/2 ثم 2-1",
		"clock":                    "18:07 ت م",
		"not a day":                "31/2/2020",
		"not a month":              "14/15/2020",
		"leap day of 2023":         "29 فبراير 2023",
		"telephone":                "+1 202-555-0142",
		"sum":                      "20,200 و1.200.000",
		"long number":              "2015-07-21021",
		"word for month":           "5 مارس الضغط",
		"empty":                    "",
	} {
		if dates := calendar.Find(text, 0); len(dates) != 0 {
			t.Errorf("%s: %q gives %v", name, text, dates)
		}
	}
}

func TestFindHijri(t *testing.T) {
	for text, iso := range map[string]string{
		"الرياض 22-5-1433 هـ":       "2012-04-14",
		"الأحد 25 شوال 1436":        "2015-08-10",
		"1436/10/26هـ":              "2015-08-11",
		"٢٧ من شهر رجب عام ١٤٤٧ هـ": "2026-01-16",
	} {
		dates := calendar.Find(text, 0)
		if len(dates) != 1 || dates[0].ISO != iso || !dates[0].Hijri {
			t.Errorf("%s: %+v, want %s", text, dates, iso)
		}
	}
}

func TestFindSeveral(t *testing.T) {
	dates := calendar.Find("من 1/2/2020 إلى 3 مارس 2021", 0)
	if len(dates) != 2 || dates[0].ISO != "2020-02-01" || dates[1].ISO != "2021-03-03" {
		t.Error(dates)
	}
}

func TestInName(t *testing.T) {
	for name, want := range map[string]string{
		"2015-07-21-02218.txt":      "2015-07-21",
		"alriyadh_2015-08-07-8.txt": "2015-08-07",
		"خبر 2020_01_05.html":       "2020-01-05",
		"2015-13-01.txt":            "",
		"خبر.txt":                   "",
		"12015-07-21.txt":           "",
		"20260116.txt":              "2026-01-16",
		"spa-20260116-7.txt":        "2026-01-16",
		"16-01-2026 خبر.txt":        "2026-01-16",
		"خبر_16.01.2026.html":       "2026-01-16",
		"20261316.txt":              "",
		"202601167.txt":             "",
		"19850101.txt":              "",
		"a20260116.txt":             "",
		"3f20260116.txt":            "",
		"7-16-01-2026.txt":          "",
		"16-1-2026.txt":             "",
		"1436-10-26.txt":            "",
	} {
		got := calendar.InName(name)
		if got.ISO != want || !got.Zero() && got.From != "name" {
			t.Errorf("%s: %+v, want %s", name, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("16 مارس/ آذار, 2010")
	f.Add("١٦ كانون الثاني ٢٠٢٦ و 2017-06-18")
	f.Add("May 19, 2018 \xff 3 (")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, d := range calendar.Find(text, 0) {
			if d.Start < end || d.End <= d.Start || d.End > len(text) {
				t.Fatalf("%q: %+v is not in order behind %d", text, d, end)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[d.Start:d.End]) {
				t.Fatalf("%q: %+v cuts a character", text, d)
			}
			if len(d.ISO) != len("2006-01-02") {
				t.Fatalf("%q: %q is no ISO date", text, d.ISO)
			}
			end = d.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("قال المتحدث إن 12 شخصاً وصلوا يوم 16 مارس/ آذار 2010 إلى المدينة، بعد رحلة دامت 3 أيام. ", 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		calendar.Find(text, 0)
	}
}
