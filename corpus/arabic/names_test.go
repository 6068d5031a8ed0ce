package arabic

import (
	"strings"
	"testing"
)

func TestAppendCuts(t *testing.T) {
	tests := []struct {
		word string
		want string // the stems; + before one that lacks its alef
	}{
		{"بوتين", "بوتين وتين"},
		{"وبوتين", "وبوتين بوتين وتين"},
		{"لإيران", "لإيران إيران"},
		{"ولإيران", "ولإيران لإيران إيران"},
		{"للكرملين", "للكرملين لكرملين +لكرملين"},
		{"وللكرملين", "وللكرملين للكرملين لكرملين +لكرملين"},
		{"للبنان", "للبنان لبنان +لبنان"},
		{"فبالقاهرة", "فبالقاهرة بالقاهرة القاهرة"},
		{"كندا", "كندا ندا"},
		{"وَلِإيران", "وَلِإيران لِإيران إيران"},
		{"وـإيران", "وـإيران إيران"},
		{"به", "به"},
		{"و", "و"},
		{"روسيا", "روسيا"},
		{"Putin", "Putin"},
		{"بﻻ", "بﻻ ﻻ"},
		{"", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range AppendCuts(nil, tt.word) {
			stem := tt.word[c.Start:]
			if c.Lam {
				stem = "+" + stem
			}
			got = append(got, stem)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q: got %q, want %q", tt.word, s, tt.want)
		}
	}
}

func FuzzCuts(f *testing.F) {
	f.Add("وللكرملين")
	f.Add("وَـلِ\u200f")
	f.Fuzz(func(t *testing.T, word string) {
		for _, c := range AppendCuts(nil, word) {
			if c.Start > len(word) || c.Start > 0 && !strings.HasPrefix(Normalize(word[:c.Start]), Normalize(word)[:2]) {
				t.Fatalf("%q cut at %d", word, c.Start)
			}
		}
	})
}

func TestSkeleton(t *testing.T) {
	same := [][]string{
		{"ترامب", "ترمب"},
		{"دميتري", "ديمتري"},
		{"غروسي", "جروسي", "كروسي"},
		{"نتنياهو", "نتانياهو"},
		{"أميركا", "أمريكا"},
		{"طهران", "تهران"},
		{"السوداني", "سوداني"},
	}
	for _, words := range same {
		for _, w := range words[1:] {
			if a, b := Skeleton(Normalize(words[0])), Skeleton(Normalize(w)); a != b || a == "" {
				t.Errorf("%s %q, %s %q", words[0], a, w, b)
			}
		}
	}
	for _, apart := range [][2]string{{"بوتين", "بايدن"}, {"علي", "عمر"}, {"لافروف", "بيسكوف"}} {
		if Skeleton(apart[0]) == Skeleton(apart[1]) {
			t.Errorf("%s and %s have one skeleton", apart[0], apart[1])
		}
	}
}

func TestParseNumber(t *testing.T) {
	tests := []struct {
		s    string
		want float64
		ok   bool
	}{
		{"12", 12, true},
		{"٢٠٢٦", 2026, true},
		{"1,200", 1200, true},
		{"1,200,300", 1200300, true},
		{"1,5", 1.5, true},
		{"4.4", 4.4, true},
		{"403.275", 403.275, true},
		{"1.200.000", 1200000, true},
		{"1ر83", 1.83, true},
		{"١٬٢٠٠٫٥", 1200.5, true},
		{"1,5,5", 0, false},
		{"1ر2ر3", 0, false},
		{"", 0, false},
		{"اثنان", 0, false},
	}
	for _, tt := range tests {
		if got, ok := ParseNumber(tt.s); got != tt.want || ok != tt.ok {
			t.Errorf("%q: got %v %v, want %v %v", tt.s, got, ok, tt.want, tt.ok)
		}
	}
}
