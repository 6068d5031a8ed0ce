package arabic_test

import (
	"strings"
	"testing"

	"jarida/corpus/arabic"
)

// whole gives what is left of a text that was halved.
func whole(text string) string {
	return string(arabic.AppendWhole(nil, string(arabic.AppendHalved(nil, text))))
}

func TestHalved(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"":             0,
		"a":            1,
		"\x1a":         2,
		"قال":          3,
		"\u0600\u067f": 2,
		"قال الرئيس السوري بشار الأسد، اليوم، إن بلاده": 45,
		"«قال» 12% – 2026": 27,
		"\xd8":             2,
		"ع\xd9":            3,
		"\xd8a":            3,
		"گچپ":              9,
	} {
		halved := arabic.AppendHalved([]byte("x"), text)
		if len(halved) != 1+want {
			t.Errorf("%q takes %d bytes, not %d", text, len(halved)-1, want)
		}
		if got := whole(text); got != text {
			t.Errorf("%q comes back as %q", text, got)
		}
	}
}

// TestHalvedPlaces holds that what is looked at together changes nothing: any character stands at each place of a text.
func TestHalvedPlaces(t *testing.T) {
	t.Parallel()
	for _, c := range []string{"a", "ق", "«", "\x1a", "\xd8", "😀"} {
		for before := range 20 {
			for behind := range 20 {
				text := strings.Repeat("س", before) + c + strings.Repeat("ع", behind/2) + strings.Repeat(" ", behind%2) + strings.Repeat("b", behind/3)
				if got := whole(text); got != text {
					t.Fatalf("%q comes back as %q", text, got)
				}
			}
		}
	}
}

// FuzzHalved holds that any bytes come back, and that no bytes are beyond what is made whole.
func FuzzHalved(f *testing.F) {
	for _, s := range []string{"", "قال الرئيس", "«قال»\n12", "\x1a", "\xd8\x1a\x80", strings.Repeat("ab", 9)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := whole(text); got != text {
			t.Errorf("%q comes back as %q", text, got)
		}
		_ = arabic.AppendWhole(nil, text)
	})
}

func BenchmarkHalved(b *testing.B) {
	text := strings.Repeat("قال الرئيس السوري بشار الأسد، اليوم الخميس، إن بلاده «لن تتراجع» عن 12 مطلباً.\n", 40)
	halved := string(arabic.AppendHalved(nil, text))
	var memory []byte
	for name, do := range map[string]func(){
		"Half":  func() { memory = arabic.AppendHalved(memory[:0], text) },
		"Whole": func() { memory = arabic.AppendWhole(memory[:0], halved) },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				do()
			}
		})
	}
}
