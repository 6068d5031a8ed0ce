package article

import (
	"strings"
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

// plainCount counts words rune by rune.
func plainCount(s string) int {
	words, inside := 0, false
	for _, r := range s {
		word := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || inside && unicode.Is(unicode.Cf, r)
		if word && !inside {
			words++
		}
		inside = word
	}
	return words
}

// Every character of the Arabic block and around, at each of the eight places in a word of memory.
func TestCountWordsEverywhere(t *testing.T) {
	for r := range rune(0x2100) {
		for shift := range 9 {
			s := "كلمة أخرى"[:2*(shift/2)] + "12345678"[:shift%2] + string(r) + "ب" + string(r) + " x كلمة"
			if got, want := countWords(s), plainCount(s); got != want {
				t.Fatalf("%U in %q: %d words, want %d", r, s, got, want)
			}
		}
	}
}

func FuzzCountWords(f *testing.F) {
	f.Add("قال، في 2025: «نعم» (AFP) x+y")
	f.Add("٨٩٪ و۵۶٪، ثم\u200cهنا")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\ufffd")
		if got, want := countWords(s), plainCount(s); got != want {
			t.Fatalf("%q: %d words, want %d", s, got, want)
		}
	})
}

func BenchmarkCountWords(b *testing.B) {
	text := strings.Repeat("قال المتحدث إن 12 شخصاً وصلوا يوم 16 مارس 2010 إلى «المدينة»، بعد رحلة دامت 3 أيام. ", 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		countWords(text)
	}
}
