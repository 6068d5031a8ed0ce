// Package calendar reads dates written in words and digits as ISO 8601 (pure).
package calendar

//go:generate go run gen_words.go

// Date is a date found in a text.
type Date struct {
	ISO        string // "2026-01-16"; "" where there is no date
	From       string // where it was found: "text", "metadata", "name"
	Start, End int    // source bytes; both 0 where it does not stand in the text
	Hijri      bool   // it stands there in the Hijri calendar alone
}

// Zero reports whether there is no date.
func (d Date) Zero() bool { return d.ISO == "" }

// Mention is a calendar expression in a text: a day, a month, a year, a weekday, a clock time, or one that is relative to the day of the
// text.
type Mention struct {
	Start, End int // source bytes

	// ISO is what it means in ISO 8601, as exact as the text is: "2026-01-16", "2026-01", "2026" (for a season, too), "2026-W03", "2026-Q1", "2026-H1", "202X"
	// for a decade, "19XX" for a century, "2024-10-22/2024-10-24" for
	// a range and for a Hijri month or year, "2026-01-16T21:05" for a clock time, "T21:05" where its day is not known. It is "" where
	// neither the text nor the day of the article fixes it.
	ISO        string
	Confidence float32 // 0 to 1, how sure the reading is; what is under 0.5 is vague or may be no date at all
	Conflict   string  // the day that the weekday beside the date would ask for, where the two contradict; else ""
	Hijri      bool    // the date is written in the Hijri calendar alone
}

// Mentions gives the calendar expressions of text, in order and without overlap. text begins at offset in its source; the mentions carry
// source offsets. anchor is the day that relative expressions refer to, the zero Date where it is not known: these are found then, too,
// and have no ISO form.
//
// A mention covers the whole expression: "يوم", the weekday, both names of a month, the mark of the era, the same day in the other
// calendar. What is written together with it (و ف ب ل ك) is outside. A weekday beside "today" or "yesterday" outweighs the anchor, as the
// day of an article is known from its page or paper as often as from its author; so it gives no conflict.
func Mentions(text string, offset int, anchor Date) []Mention {
	r := reader{scanner: scanner{text: text}, anchor: anchorAt(anchor), offset: offset}
	for i := 0; i < len(text); {
		key, letters, end := pack(text, i)
		switch {
		case end == i:
			i = r.noLetter(i)
		case letters > 0 && letters <= maxLetters && maybe(key):
			i = r.word(known(text, i, key, letters, end))
		default:
			r.before.kind = none
			i = end
		}
	}
	r.settleFractions()
	return r.mentions
}
