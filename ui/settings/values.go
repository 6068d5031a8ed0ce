package settings

import (
	"slices"
	"strings"

	"jarida/ui/term"
)

// The values that settings may have, in the config file and on the command line alike. The first is what holds without the file.

// Layouts are the sides of the list.
func Layouts() []string { return []string{term.Auto, "rtl", "ltr"} }

// Languages are the languages of the interface.
func Languages() []string { return []string{English, Arabic} }

// TashkeelValues are what may become of vowel marks.
func TashkeelValues() []string { return []string{term.Auto, "keep", "strip"} }

// Themes are the colours of the screen.
func Themes() []string { return []string{term.Auto, "dark", "light", "contrast", "mono"} }

// DigitValues are the digits in which numbers are shown.
func DigitValues() []string { return []string{"as-written", "latin", "arabic"} }

// Views are the parts of a folder by what was decided about its articles, in the order of their keys.
func Views() []string { return []string{"inbox", "unread", "starred", "later", "archived", "all"} }

// Modes are the ways to write right-to-left text for a terminal.
func Modes() []string {
	modes := term.Modes()
	names := make([]string, 0, 1+len(modes))
	names = append(names, term.Auto)
	for _, m := range modes {
		names = append(names, m.String())
	}
	return names
}

// Switch is whether something is done.
func Switch() []string { return []string{On, Off} }

// reversed is the word that turns an order round.
const reversed = "reverse"

// Orders are the words of an order of the list: what it is sorted by, and that it is turned round.
func Orders() []string { return []string{"date", "title", "source", "words", reversed} }

// isOrder reports whether a text names an order: one or none to sort by, and perhaps the word that turns it round behind it.
func isOrder(text string) bool {
	words := strings.Fields(text)
	if n := len(words); n > 1 && words[n-1] == reversed {
		words = words[:n-1]
	}
	return len(words) == 1 && slices.Contains(Orders(), words[0])
}
