package search

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"jarida/corpus/arabic"
	"jarida/corpus/calendar"
)

// dateNode is what date: asks for, or mentions:.
type dateNode struct {
	field    string
	sign     string // "" for a day, month or year, ".." for a range, > >= < <=
	from, to period // to is set in a range alone; either end of a range may be the zero period: it is open
}

// period is a stretch of days: a day, a month, a year, or one that is counted from today.
type period struct {
	text string // as it is printed
	days        // where it is fixed

	unit byte // d, w, m or y: it is the last count of these up to today
	back int
	open bool // its words mean a stretch only when it is known what day it is today
}

// days are a stretch of days, as days since 1970-01-01. The last is in it.
type days struct{ first, last int32 }

// always gives the days that are open at both ends.
func always() days { return days{math.MinInt32, math.MaxInt32} }

// isoDay is how a day is written.
const isoDay = time.DateOnly

// readWhen reads what stands behind date:.
func readWhen(text string) (*dateNode, bool) {
	text = strings.NewReplacer("…", "..", "≥", ">=", "≤", "<=").Replace(latinDigits(text))
	if from, to, ok := strings.Cut(text, ".."); ok {
		w := &dateNode{sign: ".."}
		from, to = strings.TrimSpace(from), strings.TrimSpace(to)
		if from == "" && to == "" {
			return nil, false
		}
		begins, ends := true, true
		if from != "" {
			w.from, begins = readPeriod(from)
		}
		if to != "" {
			w.to, ends = readPeriod(to)
		}
		return w, begins && ends
	}
	w := &dateNode{}
	for _, sign := range []string{">=", "<=", ">", "<"} {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			w.sign, text = sign, rest
			break
		}
	}
	var ok bool
	w.from, ok = readPeriod(strings.TrimSpace(text))
	return w, ok
}

// text prints it, without the name of the field.
func (w *dateNode) text() string {
	if w.sign == ".." {
		return w.from.text + w.sign + w.to.text
	}
	return w.sign + w.from.text
}

// days gives the days that are asked for, where today is known, and whether a date has to lie within them with all its days.
func (w *dateNode) days(today int32) (asked days, whole bool) {
	from := w.from.on(today)
	switch w.sign {
	case ">":
		return days{dayAfter(from.last), math.MaxInt32}, true
	case ">=":
		return days{from.first, math.MaxInt32}, true
	case "<":
		return days{math.MinInt32, dayBefore(from.first)}, true
	case "<=":
		return days{math.MinInt32, from.last}, true
	case "..":
		return days{from.first, w.to.on(today).last}, false
	}
	return from, false
}

func dayAfter(day int32) int32 {
	if day == math.MaxInt32 {
		return day
	}
	return day + 1
}

func dayBefore(day int32) int32 {
	if day == math.MinInt32 {
		return day
	}
	return day - 1
}

// fits reports whether a date, which may be a stretch of days, is what is asked for.
func (d days) fits(first, last int32, whole bool) bool {
	if whole {
		return d.first <= first && last <= d.last
	}
	return d.first <= last && first <= d.last
}

// on gives the days of a period, where today is known. Those of the zero period are open.
func (p period) on(today int32) days {
	switch {
	case p.text == "":
		return always()
	case p.unit != 0:
		return lastDays(p.unit, p.back, today)
	case p.open:
		d, ok := inWords(p.text, today)
		if !ok {
			return days{first: 1, last: 0}
		}
		return d.days
	}
	return p.days
}

// lastDays gives so many days, weeks, months or years up to today.
func lastDays(unit byte, count int, today int32) days {
	from := dayTime(today)
	switch unit {
	case 'd':
		from = from.AddDate(0, 0, -count)
	case 'w':
		from = from.AddDate(0, 0, -7*count)
	case 'm':
		from = from.AddDate(0, -count, 0)
	case 'y':
		from = from.AddDate(-count, 0, 0)
	}
	return days{first: dayNumber(from) + 1, last: today}
}

// readPeriod reads a day, a month, a year or a stretch up to today.
func readPeriod(text string) (period, bool) {
	if d, ok := isoDays(text); ok {
		return period{text: padded(text), days: d}, true
	}
	if p, ok := upToToday(text); ok {
		return p, true
	}
	key := foldedText(text)
	for _, w := range countedWords {
		if among(key, w.words) {
			return period{text: w.name, open: true}, true
		}
	}
	p, ok := inWords(text, someDay)
	if !ok {
		return p, false
	}
	if fixed, ok := inWords(text, someDay+500); !ok || fixed.days != p.days {
		return period{text: text, open: true}, true
	}
	return p, true
}

// someDay is a day on which words that count from today are tried: another, more than a year on, gives other days for them.
const someDay = 20_000

// countedWords are the days and months that are counted from today: how they are printed, and which words are understood, the first of
// which is what calendar reads.
var countedWords = [...]struct {
	name  string
	words []string
}{
	{"today", []string{"اليوم", "today"}},
	{"yesterday", []string{"أمس", "البارحة", "yesterday"}},
	{"this week", []string{"هذا الأسبوع", "الأسبوع الحالي", "الأسبوع الجاري", "this week"}},
	{"last week", []string{"الأسبوع الماضي", "last week"}},
	{"this month", []string{"هذا الشهر", "الشهر الحالي", "الشهر الجاري", "this month"}},
	{"last month", []string{"الشهر الماضي", "last month"}},
	{"this year", []string{"هذا العام", "هذه السنة", "العام الحالي", "العام الجاري", "this year"}},
	{"last year", []string{"العام الماضي", "السنة الماضية", "last year"}},
}

// among reports whether a folded text is one of some words.
func among(key string, words []string) bool {
	var memory [64]byte
	other := memory[:0]
	return slices.ContainsFunc(words, func(w string) bool {
		other = arabic.AppendFold(other[:0], w)
		return string(other) == key
	})
}

// foldedText folds a text.
func foldedText(text string) string { return string(arabic.AppendFold(nil, text)) }

// inWords reads a period that calendar knows, where today is known.
func inWords(text string, today int32) (period, bool) {
	said := text
	for _, w := range countedWords {
		if w.name == text {
			said = w.words[0]
		}
	}
	mentions := calendar.Mentions(said, 0, calendar.Date{ISO: dayTime(today).Format(isoDay)})
	if len(mentions) != 1 || mentions[0].End != len(said) {
		return period{}, false
	}
	if led := said[:mentions[0].Start]; led != "" && !among(foldedText(led), leads[:]) {
		return period{}, false
	}
	m := mentions[0]
	d, ok := isoDays(m.ISO)
	if !ok {
		return period{}, false
	}
	p := period{text: text, days: d}
	if m.Hijri {
		p.text = hijriText(d, text)
	} else if plainISO(m.ISO) {
		p.text = m.ISO
	}
	return p, true
}

// leads are the words that may stand before a date in words.
var leads = [...]string{"من", "في", "منذ", "from", "in", "on"}

// plainISO reports whether a date is a day, month or year as one would write it: 2026-01-16.
func plainISO(iso string) bool {
	return strings.Trim(iso, "0123456789-") == ""
}

// hijriText prints a day, month or year of the Hijri calendar in the form of ISO 8601, or else as it was written.
func hijriText(d days, written string) string {
	h, ok := calendar.Hijri(dayTime(d.first).Format(isoDay))
	if !ok {
		return written
	}
	year := strconv.Itoa(h.Year)
	month := year + "-" + twoDigits(h.Month)
	for _, text := range []string{month + "-" + twoDigits(h.Day), month, year} {
		if same, ok := isoDays(text); ok && same == d {
			return text
		}
	}
	return written
}

func twoDigits(n int) string { return strconv.Itoa(n/10) + strconv.Itoa(n%10) }

// dayTime gives the beginning of a day since 1970-01-01, in UTC.
func dayTime(day int32) time.Time { return time.Unix(int64(day)*86400, 0).UTC() }

// dayNumber gives the days since 1970-01-01 to a time in UTC.
func dayNumber(t time.Time) int32 { return int32(t.Unix() / 86400) }

// latinDigits writes digits of any form in ASCII.
func latinDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if d, ok := arabic.Digit(r); ok {
			return rune('0' + d)
		}
		return r
	}, text)
}
