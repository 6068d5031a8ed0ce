package arabic

import (
	"testing"
	"unicode/utf8"
)

func TestNormalize(t *testing.T) {
	tests := []struct{ text, want string }{
		{"إيران أمس آب ٱل", "ايران امس اب ال"},
		{"مُحَمَّدٌ", "محمد"},
		{"إيــران", "ايران"},
		{"ایران کیف", "ايران كيف"},
		{"مستشفى غزة", "مستشفي غزه"},
		{"مؤتمر رئيس شيء علماء", "موتمر رييس شيء علماء"},
		{"گوگل پاريس ڤيينا چاد ژان", "كوكل باريس فيينا جاد زان"},
		{"بو\u200fتين\u200e\u061c\u2067\ufeff", "بوتين"},
		{"ﻻﻷﻹﻵ ﺑﻮﺗﻴﻦ", "لالالالا بوتين"},
		{"٢٠٢٦ ۱۲ ２", "2026 12 2"},
		{"Putin MÜLLER ＡＢ", "putin müller ab"},
		{"أ\u0654\u0670", "ا"},
		{"«، ؟» \xff", "«، ؟» \xff"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := Normalize(tt.text); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestAppendToken(t *testing.T) {
	tests := []struct{ text, want string }{
		{"إ.ب.أ", "ا.ب.ا"},
		{"أ .ف .ب", "ا.ف.ب"},
		{"د ب أ", "د.ب.ا"},
		{"أَـ.ف.ب", "ا.ف.ب"},
		{"الأوسط", "الاوسط"},
		{"١٢", "12"},
	}
	for _, tt := range tests {
		for tok := range Tokens(tt.text) {
			if got := string(AppendToken(nil, tt.text, tok)); got != tt.want || tok.End != len(tt.text) {
				t.Errorf("%q: got %q, want %q (%v)", tt.text, got, tt.want, tok)
			}
		}
	}
}

// A normalised text is its own normal form, and valid text stays valid.
func FuzzNormalize(f *testing.F) {
	for _, s := range []string{"إيــران", "ﷺ ﷲ ﻷ", "ＡＢ２", "\xd8\xff", "İſK"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := Normalize(s)
		if utf8.ValidString(s) && !utf8.ValidString(n) {
			t.Fatalf("%q became %q", s, n)
		}
		if again := Normalize(n); utf8.ValidString(s) && again != n {
			t.Fatalf("%q became %q, then %q", s, n, again)
		}
	})
}
