package entity

import (
	"fmt"
	"strings"
	"testing"
)

// TestNumbers holds numbers in digits and words, and where they stand.
func TestNumbers(t *testing.T) {
	t.Parallel()
	var finder AmountFinder
	for text, want := range map[string]string{
		"قتل 35 شخصا":           "35=35",
		"قتل ٣٥ شخصا":           "٣٥=35",
		"خمسة وثلاثون شخصا":     "خمسة وثلاثون=35",
		"بقيمة 1,2 مليار دولار": "1,2 مليار=1.2e+09",
		"بعد عامين من ذلك":      "عامين=2",
		"أحد عشر لاعبا":         "أحد عشر=11",
		"لاثنتي عشرة مرة":       "اثنتي عشرة=12",
		"واحد وعشرون يوما":      "واحد وعشرون=21",
		"فاز 1-صفر":             "1=1 صفر=0",
		"بثماني نقاط":           "ثماني=8",
		"الساعة 10:30":          "10=10 30=30",
		"المركز التاسع عشر":     "التاسع عشر=19",
		"أحد اللاعبين":          "",
		"واحد منهم":             "",
		"":                      "",
	} {
		var got []string
		for _, n := range finder.Numbers(text, 100) {
			got = append(got, fmt.Sprintf("%s=%v", text[n.Start-100:n.End-100], n.Value))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, not %q", text, got, want)
		}
	}
}

// TestSamePart holds which parts of names are one.
func TestSamePart(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"ترامب", "ترمب", true},
		{"ديمتري", "دميتري", true},
		{"براغا", "براجا", true},
		{"السيسي", "سيسي", true},
		{"الامريكيه", "الاميركيه", true},
		{"حسن", "حسين", false},
		{"العامري", "العمري", false},
		{"سالم", "ناصر", false},
	} {
		if got := SamePart(tt.a, tt.b); got != tt.want || SamePart(tt.b, tt.a) != got {
			t.Errorf("%s and %s: %v", tt.a, tt.b, got)
		}
		if tt.want && PartKey(tt.a) != PartKey(tt.b) {
			t.Errorf("%s and %s have two keys", tt.a, tt.b)
		}
	}
}

// FuzzNumbers holds that numbers are in order and in the text.
func FuzzNumbers(f *testing.F) {
	f.Add("واحد وعشرون 1,2 مليار عامين 10:30")
	f.Fuzz(func(t *testing.T, text string) {
		var finder AmountFinder
		last := 0
		for _, n := range finder.Numbers(text, 0) {
			if n.Start < last || n.End <= n.Start || n.End > len(text) {
				t.Fatalf("%v behind %d in %d bytes", n, last, len(text))
			}
			last = n.End
		}
	})
}
