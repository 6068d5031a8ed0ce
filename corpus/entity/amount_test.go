package entity_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"jarida/corpus/entity"
)

func TestAmounts(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text  string
		found string // "" for nothing
		value float64
		unit  string
	}{
		{"الحرب التي استمرت 12 يوماً مع إسرائيل", "12 يوماً", 12, "يوماً"},
		{"تمتد ٢٠ عامًا، في", "٢٠ عامًا", 20, "عامًا"},
		{"وسقوط 6 قتلى", "6 قتلى", 6, "قتلى"},
		{"بينهم 29 محتجاً و", "29 محتجاً", 29, "محتجاً"},
		{"محتجاً وأربعة أطفال، مع", "أربعة أطفال", 4, "أطفال"},
		{"قتل أربعة أطفال، مع", "أربعة أطفال", 4, "أطفال"},
		{"اعتقال أكثر من 1200 شخص، و", "أكثر من 1200 شخص", 1200, "شخص"},
		{"في 27 من أصل 31 محافظة.", "27 من أصل 31 محافظة", 27, "محافظة"},
		{"زادت على عامين قبل", "عامين", 2, "عامين"},
		{"العامين الماضيين", "", 0, ""},
		{"استمر نحو ساعة، و", "نحو ساعة", 1, "ساعة"},
		{"إسقاط 8 «صواريخ باليستية» أطلقتها", "8 «صواريخ باليستية»", 8, "صواريخ باليستية"},
		{"بقيمة 1,2 مليار دولار أميركي العام", "1,2 مليار دولار أميركي", 1.2e9, "دولار أميركي"},
		{"ارتفع 4.5% في", "4.5%", 4.5, "%"},
		{"نسبة 12 في المئة من", "12 في المئة", 12, "%"},
		{"خمسة وعشرين ألف لاجئ", "خمسة وعشرين ألف لاجئ", 25000, "لاجئ"},
		{"ثلاثة عشر قتيلاً", "ثلاثة عشر قتيلاً", 13, "قتيلاً"},
		{"ثلاثمائة وخمسين طناً", "ثلاثمائة وخمسين طناً", 350, "طناً"},
		{"مئتي ألف برميل يومياً", "مئتي ألف برميل", 200000, "برميل"},
		{"عشرات القتلى", "", 0, ""},
		{"سقط عشرات قتلى", "عشرات قتلى", 0, "قتلى"},
		{"1ر83 مليون نسمة", "1ر83 مليون نسمة", 1.83e6, "نسمة"},
		{"فاز 3-1 على ضيفه", "", 0, ""},
		{"فاز 3/صفر أمس", "", 0, ""},
		{"البند 1.1.2 نص", "", 0, ""},
		{"القرار رقم 1701 الصادر", "", 0, ""},
		{"الساعة 10 صباحاً", "", 0, ""},
		{"هاتف 0096612345678 مكتب", "", 0, ""},
		{"مقاتلات إف 16 تابعة", "", 0, ""},
		{"عند 21:05 دقيقة", "", 0, ""},
		{"حتى ديسمبر 2011 تمت طباعة", "", 0, ""},
		{"أكثر من 2000 جندي", "أكثر من 2000 جندي", 2000, "جندي"},
		{"نسبة 45،73% في", "", 0, ""},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			t.Parallel()
			const offset = 100
			all := new(entity.AmountFinder).Find(test.text, offset, nil)
			if len(all) == 0 {
				if test.found != "" {
					t.Fatalf("nothing found, want %q", test.found)
				}
				return
			}
			m := all[0]
			if got := test.text[m.Start-offset : m.End-offset]; got != test.found || m.Value != test.value || m.Unit != test.unit || len(all) > 1 {
				t.Errorf("found %q = %v of %q (of %d), want %q = %v of %q", got, m.Value, m.Unit, len(all), test.found, test.value, test.unit)
			}
		})
	}
}

// TestAmountsInDates holds that the numbers of a date count nothing.
func TestAmountsInDates(t *testing.T) {
	t.Parallel()
	const text = "قبل 3 أيام في 12 شخص"
	at := strings.Index(text, "12")
	if all := new(entity.AmountFinder).Find(text, 0, []entity.Mention{{Start: at, End: at + 2, Type: entity.Date}}); len(all) != 1 || all[0].Value != 3 {
		t.Errorf("found %v, want the three days alone", all)
	}
}

// TestAmountName holds that what counts the same is called the same.
func TestAmountName(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"إسقاط 8 «صواريخ باليستية»": "8 صواريخ باليستية", "أسقطت 8 صواريخ\nباليستية": "8 صواريخ باليستية", "٢٠ عامًا": "20 عامًا",
		"بعد يومين": "يومين", "سقط عشرات قتلى": "عشرات قتلى", "نسبة 12 في المئة": "12%",
	} {
		all := new(entity.AmountFinder).Find(text, 0, nil)
		if len(all) != 1 || all[0].Name(text) != want {
			t.Errorf("%q: %v, want one called %q", text, all, want)
		}
	}
}

// FuzzAmounts holds that amounts are in order, apart, inside the text and whole characters.
func FuzzAmounts(f *testing.F) {
	for _, text := range []string{"أكثر من 1200 شخص و12%", "خمسة وعشرون مليون دولار 1.2.3 «٣ كتب»", "8 «صواريخ", "نحو", "27 من أصل"} {
		f.Add(text)
	}
	var finder entity.AmountFinder // one for all: nothing of a text may reach the next
	f.Fuzz(func(t *testing.T, text string) {
		end := 7
		for _, a := range finder.Find(text, 7, nil) {
			if a.Start < end || a.End <= a.Start || a.End > len(text)+7 || a.Confidence <= 0 || a.Confidence > 1 {
				t.Fatalf("%+v after %d in %d bytes", a, end, len(text))
			}
			if s := text[a.Start-7 : a.End-7]; utf8.ValidString(text) && !utf8.ValidString(s) {
				t.Fatalf("%q is cut within a character", s)
			}
			end = a.End
		}
	})
}
