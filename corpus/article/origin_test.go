package article_test

import (
	"testing"

	"jarida/corpus/article"
)

func TestOrigin(t *testing.T) {
	tests := []struct{ notice, source, date string }{
		{`هذا الخبر بعنوان "المتحف" نشر أولاً على موقع example.com وتم جلبه من مصدره الأصلي بتاريخ ١٦ كانون الثاني ٢٠٢٦.`, "example.com", "2026-01-16"},
		{"هذا المقال نُشر للمرة الأولى في صحيفة «الجريدة» بتاريخ 3 مايو 2020.", "الجريدة", "2020-05-03"},
		{"نُشر هذا المقال بالتزامن مع موقع «الضفة الأخرى».", "الضفة الأخرى", ""},
		{"نُشر هذا المقال أولاً في موقع «هسبريس» بتاريخ 3 فبراير 2026، ويعاد نشره بإذن من الناشر.", "هسبريس", "2026-02-03"},
		{"ينشر بالاتفاق مع «نيويورك تايمز»", "نيويورك تايمز", ""},
		{"إعادة نشر عن مجلة النهر الأسبوعية، 12/5/2019", "النهر الأسبوعية", "2019-05-12"},
		{"*نقلاً عن عكاظ السعودية", "عكاظ السعودية", ""},
		{"نقلا عن صحيفة الجريدة", "الجريدة", ""},
		{"(نقلاً عن الجريدة)", "الجريدة", ""},
		{"* خدمة «واشنطن بوست»", "واشنطن بوست", ""},
		{"* خدمة: {نيويورك تايمز}", "نيويورك تايمز", ""},
		{"المصدر: وكالة النهر للأنباء", "النهر للأنباء", ""},
	}
	for _, test := range tests {
		for _, text := range []string{
			"المتحف يفتح أبوابه\n\n" + test.notice + "\n" + paragraph + "\n" + another,
			"المتحف يفتح أبوابه\n\n" + paragraph + "\n" + another + "\n" + test.notice,
			"المتحف يفتح أبوابه\n\n" + paragraph + "\n" + another + "\n" + test.notice + "\n\nمقالات ذات صلة\n\nمعرض للنقود القديمة\n",
		} {
			a := article.Parse(article.Source{Text: text}, "a.txt")[0]
			if a.Origin.Source != test.source || a.Origin.Date.ISO != test.date {
				t.Errorf("%s: %q %q, want %q %q", test.notice, a.Origin.Source, a.Origin.Date.ISO, test.source, test.date)
				continue
			}
			b := a.Blocks[a.Origin.Block]
			if b.Kind != article.Notice || text[b.Start:b.End] != test.notice {
				t.Errorf("%s: the notice is %s %q", test.notice, b.Kind, text[b.Start:b.End])
			}
			if a.Source != test.source {
				t.Errorf("%s: published by %q", test.notice, a.Source)
			}
		}
	}
}

func TestNoOrigin(t *testing.T) {
	for _, line := range []string{
		"نقلا عن مصادر مطلعة قال المدير إن المتحف سيبقى مفتوحا في الأعياد، وإن عدد الزوار تجاوز ما كان متوقعا له في الأسابيع الأولى.",
		"** معلومات عن المتحف",
		"هذا الخبر لم يؤكده أحد حتى الآن.",
		"نشر المتحف صورا جديدة.",
		"لا يتحمل موقعنا مضمونه بأي شكل من الأشكال.",
		"خدمة جديدة للزوار",
	} {
		a := article.Parse(article.Source{Text: "المتحف يفتح أبوابه\n\n" + paragraph + "\n" + line + "\n" + another}, "a.txt")[0]
		if a.Origin != (article.Origin{}) {
			t.Errorf("%s: %+v", line, a.Origin)
		}
	}
}
