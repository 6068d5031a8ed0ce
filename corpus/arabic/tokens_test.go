package arabic

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestTokens(t *testing.T) {
	tests := []struct {
		text string
		want string // the tokens, each behind its kind: w n a m
	}{
		{"قال بوتين، أمس.", "wقال wبوتين m، wأمس m."},
		{"«رويترز»", "m« wرويترز m»"},
		{"إيــران بُوتِينُ", "wإيــران wبُوتِينُ"},
		{"\u200fبو\u200dتين\u200f و", "wبو\u200dتين wو"},
		{"ـــ ـ", "mـــ mـ"},
		{"1447 هـ", "n1447 wهـ"},
		{"12يوما كوفيد19 الـ27", "n12 wيوما wكوفيد n19 wالـ n27"},
		{"1,200 4.4 1ر83 ٤٫٥ ٢٠٢٦", "n1,200 n4.4 n1ر83 n٤٫٥ n٢٠٢٦"},
		{"10ريالات 3. 5,", "n10 wريالات n3 m. n5 m,"},
		{"3/صفر 18:30 2026-01-08", "n3 m/ wصفر n18 m: n30 n2026 m- n01 m- n08"},
		{"(إ.ب.أ)", "m( aإ.ب.أ m)"},
		{"أ.ف.ب.", "aأ.ف.ب m."},
		{"أ .ف .ب وغيتي", "aأ .ف .ب wوغيتي"},
		{"(أ. ف. ب)", "m( aأ. ف. ب m)"},
		{"(د ب أ)", "m( aد ب أ m)"},
		{"أ.د. محمد", "aأ.د m. wمحمد"},
		{"د. أحمد و م. ب", "wد m. wأحمد wو wم m. wب"},
		{"أ و ب", "wأ wو wب"},
		{"إ.ب\n.أ", "aإ.ب m. wأ"},
		{"hashtagsyria.com AFP-JIJI o'clock end.", "whashtagsyria.com wAFP-JIJI wo'clock wend m."},
		{"F16 5G covid-19", "wF16 n5 wG wcovid-19"},
		{"iPhoneال Müller", "wiPhone wال wMüller"},
		{"#الشرق_الأوسط", "m# wالشرق m_ wالأوسط"},
		{"... // -- «»", "m... m// m-- m« m»"},
		{"ﻻ ﺑﻮﺗﻴﻦ", "wﻻ wﺑﻮﺗﻴﻦ"},
		{"\u200e\u200f \x00", ""},
		{"\u064e", "m\u064e"},
		{"\xff\xd9", "m\xff m\xd9"},
	}
	for _, tt := range tests {
		var got []string
		for tok := range Tokens(tt.text) {
			got = append(got, "wnam"[tok.Kind:tok.Kind+1]+tt.text[tok.Start:tok.End])
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.text, s, tt.want)
		}
	}
}

func TestAppendTokensCountsFromBase(t *testing.T) {
	got := AppendTokens(nil, "قال بوتين", 100)
	if want := []Token{{100, 106, Word}, {107, 117, Word}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Tokens are in order, apart, not empty, on the borders of characters; what lies between them is white space or invisible.
func FuzzTokens(f *testing.F) {
	for _, s := range []string{"قال «بوتين» (إ.ب.أ) 1ر83", "أ .ف .ب", "بو\u200fتين\u200f ـ \u064e", "a.b-'c 5G", "\xd8\xff\xe2\x80", "ﻻ 12٬5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for tok := range Tokens(s) {
			if tok.Start < last || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("%q: token %v behind %d", s, tok, last)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[tok.Start:tok.End]) {
				t.Fatalf("%q: token %v cuts a character", s, tok)
			}
			blank(t, s[last:tok.Start])
			last = tok.End
		}
		blank(t, s[last:])
	})
}

func blank(t *testing.T, s string) {
	t.Helper()
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			t.Fatalf("%q is in no token", s)
		}
	}
}

const sentence = "وبحسب وكالة \"تاس\" للأنباء، قال بوتين الذي سافر إلى طاجيكستان، الخميس 8 أكتوبر (تشرين الأول): \"ما زلنا على اتصال" +
	" مع إسرائيل ونتلقى رسائل من القيادة الإسرائيلية تطلب إبلاغ أصدقائنا الإيرانيين\". (إ.ب.أ)\n"

func BenchmarkTokens(b *testing.B) {
	text := strings.Repeat(sentence, 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var tokens []Token
	for b.Loop() {
		tokens = AppendTokens(tokens[:0], text, 0)
	}
}

func BenchmarkNormalize(b *testing.B) {
	text := strings.Repeat(sentence, 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var normal []byte
	for b.Loop() {
		normal = AppendNormal(normal[:0], text)
	}
}
