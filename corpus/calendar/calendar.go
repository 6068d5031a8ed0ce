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
