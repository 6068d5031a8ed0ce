package article

import (
	"testing"
	"unicode"
)

func TestArabicWord(t *testing.T) {
	for r := rune(0x600); r <= 0x6ff; r++ {
		want := unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
		if got := arabicWord[(r-0x600)/64]>>(r%64)&1 != 0; got != want {
			t.Errorf("%U: %v, want %v", r, got, want)
		}
	}
}

func TestCountWords(t *testing.T) {
	for text, want := range map[string]int{
		"":                        0,
		"كتاب، وقلم؛ ودفتر.":      3,
		"في 2025 و٢٠٢٦":           3,
		"كِتَابٌ":                 1,
		"بـ«رويترز» (AFP)":        3,
		"مي\u200cخواهم":           1,
		"x+y=z":                   3,
		"\u200f\u200f":            0,
		"العاشرة\u00a0صباحا\tهنا": 3,
	} {
		if got := countWords(text); got != want {
			t.Errorf("%q: %d words, want %d", text, got, want)
		}
	}
}
