package calendar_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"jarida/corpus/calendar"
)

// isoForms is every form that a mention's ISO may have.
var isoForms = regexp.MustCompile(`^(|\d{4}|\d{3}X|\d\dXX|\d{4}-\d\d|\d{4}-W\d\d|\d{4}-Q[1-4]|\d{4}-H[12]|` +
	`\d{4}/\d{4}|\d{4}-\d\d/\d{4}-\d\d|\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?|(\d{4}-\d\d-\d\d)?T\d\d:\d\d)$`)

// holdMentions holds the mentions of any text to what is promised of them.
func holdMentions(t *testing.T, text, anchor string) {
	t.Helper()
	const offset = 1000
	end := 0
	mentions := calendar.Mentions(text, 0, calendar.Date{ISO: anchor})
	shifted := calendar.Mentions(text, offset, calendar.Date{ISO: anchor})
	if len(mentions) != len(shifted) {
		t.Fatalf("%q: %d mentions, %d where the text begins later", text, len(mentions), len(shifted))
	}
	for i, m := range mentions {
		if m.Start < end || m.End <= m.Start || m.End > len(text) {
			t.Fatalf("%q: %+v is not in order behind %d", text, m, end)
		}
		end = m.End
		if utf8.ValidString(text) && (!utf8.ValidString(text[m.Start:m.End]) || !utf8.ValidString(text[:m.Start])) {
			t.Fatalf("%q: %+v cuts a character", text, m)
		}
		if !isoForms.MatchString(m.ISO) || m.Confidence <= 0 || m.Confidence > 1 {
			t.Fatalf("%q: %+v", text, m)
		}
		if m.Start, m.End = m.Start+offset, m.End+offset; m != shifted[i] {
			t.Fatalf("%q: %+v becomes %+v where the text begins later", text, m, shifted[i])
		}
	}
}

func FuzzMentions(f *testing.F) {
	for _, text := range []string{
		"اليوم\nالجمعة 16 يناير (كانون الثاني) 2026م الموافق 27 رجب 1447هـ، الساعة 21:05 مساء", "بين 22 و24 من الشهر الحالي",
		"يومي الأحد والإثنين 8 و9 ماي الجاري", "عامي 2014 و2015 والربع الأول من العام الماضي", "ستينيات القرن الـ19", "ليل السبت - الأحد",
		"May 19, 2018 \xff 3 (", "الحادي والثلاثين من شباط 1900", "30 شعبان 1500هـ", "لليوم لل و ب", "1436/12/30هـ (الموافق لـ5/5)",
	} {
		f.Add(text, today)
		f.Add(text, "")
	}
	f.Fuzz(holdMentions)
}

// A hostile text takes time in proportion to its length: a method that reads on without bound would not come to an end here.
func TestMentionsOfHostileText(t *testing.T) {
	const size = 1 << 20
	for _, piece := range []string{
		"يوم ", "يوم", "1", "(", "1 ", "1-", "1/", "1،", "5 و", "و", "شهر ", "الربع الأول من ", "عام 2015 و", "الجمعة ", "الجمعة (", "أول من ", " ", "\n",
		"يوم\n", "مطلع نهاية ", "عطلة نهاية ", "صباح مساء ", "الموافق ", "1 يناير ", "1 رجب 1436 ", "ـ", "يوم ( ", "الساعة ", "2014-", "ال", "May ", "\xd8", "الربع الأول، الربع الأول من 2022 ",
	} {
		text := strings.Repeat(piece, size/len(piece))
		if n := len(calendar.Mentions(text, 0, calendar.Date{ISO: today})) + len(calendar.Find(text, 0)); n > size {
			t.Errorf("%d dates in %d bytes of %q", n, size, piece)
		}
	}
}

func BenchmarkMentions(b *testing.B) {
	text := strings.Repeat("قال المتحدث إن 12 شخصاً وصلوا يوم 16 مارس/ آذار 2010 إلى المدينة، بعد رحلة دامت 3 أيام. "+
		"وأضاف أن اللجنة ستجتمع الأسبوع المقبل للنظر في ما انتهت إليه المشاورات مع الجانب الآخر، مؤكدا أن الحكومة حريصة على التوصل إلى حل. ", 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		calendar.Mentions(text, 0, calendar.Date{ISO: today})
	}
}
