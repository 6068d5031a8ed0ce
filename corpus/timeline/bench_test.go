package timeline

import (
	"strconv"
	"strings"
	"testing"

	"jarida/corpus/article"
	"jarida/corpus/calendar"
)

// What finding the days takes of the stage behind the screen, beside parsing.
func BenchmarkMentioned(b *testing.B) {
	src := "عنوان الخبر هنا\n\n" + strings.Repeat("قال الوزير يوم الأحد إن اللجنة اجتمعت أمس في العاصمة وبحثت ما أعلن في 12 مايو 2026 من خطط لبناء المدارس. "+
		"وأضاف أن العمل يجري بلا توقف وأن النتائج ستعرض على الجميع في الأسابيع المقبلة بعد أن تكتمل الدراسات.\n\n", 12)
	a := article.Parse(article.Source{Text: src, Encoding: "utf-8"}, "a.txt")[0]
	a.Date = calendar.Date{ISO: "2026-03-04"}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if len(Mentioned(src, &a)) == 0 {
			b.Fatal("nothing is mentioned")
		}
	}
}

// What opening the timeline of a large folder takes.
func BenchmarkNew(b *testing.B) {
	articles := make([]Article, 100_000)
	for i := range articles {
		d := Day(16_000 + i*7%1500)
		articles[i] = Article{Doc: int32(i), Date: d.String(), Source: strconv.Itoa(i % 200), Mentions: []Day{d - 1, d + Day(i%40) + 1}}
	}
	b.ReportAllocs()
	for b.Loop() {
		if New(articles).Len() < 1500 {
			b.Fatal("days are missing")
		}
	}
}
