package calendar

import (
	"fmt"
	"time"
)

// Names is a family of names for the months of the Gregorian calendar.
type Names uint8

// The families, by where they are in use.
const (
	Egyptian  Names = iota // Egypt, Sudan, the Gulf, Libya, Yemen
	Levantine              // Iraq, Syria, Lebanon, Jordan, Palestine
	Algerian               // Algeria, Tunisia
	Moroccan
	Mauritanian
)

// gregorianMonths are the names in use, from Unicode CLDR 44: ar, ar-LB, ar-DZ, ar-MA, ar-MR.
var gregorianMonths = [...][12]string{
	Egyptian:    {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
	Levantine:   {"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"},
	Algerian:    {"جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
	Moroccan:    {"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"},
	Mauritanian: {"يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغشت", "شتمبر", "أكتوبر", "نوفمبر", "دجمبر"},
}

// hijriMonths are the names of the Hijri months, from Unicode CLDR 44, ar.
var hijriMonths = [12]string{
	"محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
}

// weekdays are the names of the days of the week, Sunday first.
var weekdays = [7]string{"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"}

// GregorianMonth gives the name of a month, 1 to 12, in one of the families; "" for other numbers.
func GregorianMonth(month int, names Names) string {
	if month < 1 || month > 12 || int(names) >= len(gregorianMonths) {
		return ""
	}
	return gregorianMonths[names][month-1]
}

// HijriMonth gives the name of a month of the Hijri calendar, 1 to 12; "" for other numbers.
func HijriMonth(month int) string {
	if month < 1 || month > 12 {
		return ""
	}
	return hijriMonths[month-1]
}

// Weekday gives the name of the day of the week of a day as YYYY-MM-DD; "" for what is no day.
func Weekday(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return ""
	}
	return weekdays[t.Weekday()]
}

// InGregorian writes a day as YYYY-MM-DD in Arabic: "16 يناير 2026 م", with the second name of the month in brackets where the family
// is not the Egyptian one and has another ("16 يناير (كانون الثاني) 2026 م"); "" for what is no day.
func InGregorian(iso string, names Names) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return ""
	}
	name, other := GregorianMonth(int(t.Month()), Egyptian), GregorianMonth(int(t.Month()), names)
	if other != name && other != "" {
		name += " (" + other + ")"
	}
	return fmt.Sprintf("%d %s %d م", t.Day(), name, t.Year())
}

// InHijri writes a day as YYYY-MM-DD in Arabic by the Hijri calendar: "27 رجب 1447 هـ"; "" for what is no day, or outside the years of
// its tables.
func InHijri(iso string) string {
	d, ok := Hijri(iso)
	if !ok {
		return ""
	}
	return d.String()
}
