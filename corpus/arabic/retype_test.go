package arabic

import (
	"slices"
	"testing"
)

func TestRetype(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text     string
		from, to Layout
		want     []string
	}{
		{"f,jdk", US, ArabicPC, []string{"بوتين"}},
		{"f;jdk", French, ArabicAZERTY, []string{"بوتين"}},
		{"fmjdk", US, ArabicMac, []string{"بوتين"}},
		{"kjkdhi,", US, ArabicPC, []string{"نتنياهو"}},
		{"hg;vlgdk", US, ArabicPC, []string{"الكرملين"}},
		{"b hg", US, ArabicPC, []string{"لا ال"}},
		{"YdvhK", US, ArabicPC, []string{"إيرا،"}},
		{"حعفهى", ArabicPC, US, []string{"putin"}},
		{"ﻻهيثى", ArabicPC, US, []string{"biden"}},
		{"لاهيثى", ArabicPC, US, []string{"biden", "ghiden"}},
		{"فقعةح", ArabicAZERTY, French, []string{"tru,p"}},
		{"حكمة", US, ArabicPC, nil},
		{"née", US, ArabicPC, nil},
		{"", US, ArabicPC, []string{""}},
	}
	for _, tt := range tests {
		if got := Retype(tt.text, tt.from, tt.to); !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// What a layout types is typed again as it was, letter for letter, but for letters that two keys type.
func FuzzRetype(f *testing.F) {
	f.Add("f,jdk")
	f.Add("hg;vlgdk b G")
	f.Add("é'(§")
	f.Fuzz(func(t *testing.T, text string) {
		for _, pair := range [][2]Layout{{US, ArabicPC}, {French, ArabicAZERTY}, {US, ArabicMac}} {
			for _, typed := range Retype(text, pair[0], pair[1]) {
				for _, back := range Retype(typed, pair[1], pair[0]) {
					if again := Retype(back, pair[0], pair[1]); !slices.Contains(again, typed) {
						t.Fatalf("%q typed again is %q, then %q, then %q", text, typed, back, again)
					}
				}
			}
		}
	})
}
