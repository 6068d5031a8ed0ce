package timeline

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"jarida/corpus/article"
	"jarida/corpus/calendar"
)

// day gives a day in ISO 8601.
func day(t *testing.T, iso string) Day {
	t.Helper()
	d, ok := ParseDay(iso)
	if !ok {
		t.Fatalf("%s is no day", iso)
	}
	return d
}

func TestDay(t *testing.T) {
	t.Parallel()
	for _, iso := range []string{"1969-12-31", "1970-01-01", "2000-02-29", "2026-01-16", "0622-07-16", "9999-12-31"} {
		if got := day(t, iso).String(); got != iso {
			t.Errorf("%s is read as %s", iso, got)
		}
	}
	if got := day(t, "2026-01-16").Weekday(); got != time.Friday {
		t.Errorf("2026-01-16 is a %s", got)
	}
	for _, text := range []string{"", "2026", "2026-01", "2026-02-30", "2026-01-16T10:00", "2026-W03"} {
		if d, ok := ParseDay(text); ok {
			t.Errorf("%q is %s", text, d)
		}
	}
}

// entries writes the entries of a timeline: date, published, mentioned.
func entries(t *Timeline) string {
	var text strings.Builder
	for i := range t.Len() {
		e := t.At(i)
		fmt.Fprintf(&text, "%s%v%v ", e.Date, e.Published, e.Mentioned)
	}
	all, undated := t.Articles()
	fmt.Fprintf(&text, "%d/%d", undated, all)
	return text.String()
}

func TestNew(t *testing.T) {
	t.Parallel()
	friday, sunday := day(t, "2026-01-16"), day(t, "2026-01-18")
	for _, test := range []struct {
		name     string
		articles []Article
		want     string
	}{
		{"nothing", nil, "0/0"},
		{"undated", []Article{{Doc: 3}}, "1/1"},
		{"a day", []Article{{Doc: 7, Date: "2026-01-16"}, {Doc: 2, Date: "2026-01-16"}}, "2026-01-16[2 7][] 0/2"},
		{"a month and a year come before their days", []Article{
			{Doc: 0, Date: "2026-01-16"}, {Doc: 1, Date: "2026-01"}, {Doc: 2, Date: "2025-12-31"}, {Doc: 3, Date: "2026"},
		}, "2025-12-31[2][] 2026[3][] 2026-01[1][] 2026-01-16[0][] 0/4"},
		{"mentioned, published and both", []Article{
			{Doc: 0, Date: "2026-01-17", Mentions: []Day{friday, sunday}}, {Doc: 1, Mentions: []Day{friday}}, {Doc: 2, Date: "2026-01-16"},
		}, "2026-01-16[2][0 1] 2026-01-17[0][] 2026-01-18[][0] 1/3"},
		{"no date at all", []Article{{Doc: 0, Date: "202X"}, {Doc: 1, Date: "2026-13"}, {Doc: 2, Date: "2026-01-16/2026-01-18"}}, "3/3"},
	} {
		if got := entries(New(test.articles)); got != test.want {
			t.Errorf("%s: %s, not %s", test.name, got, test.want)
		}
	}
}

// TestMentionsOfLargeFolder holds that a lone article makes no entry in a large folder, but where something was published.
func TestMentionsOfLargeFolder(t *testing.T) {
	t.Parallel()
	articles := make([]Article, largeFolder)
	for i := range articles {
		articles[i] = Article{Doc: int32(i), Date: "2026-01-16"}
	}
	articles[0].Mentions = []Day{day(t, "1258-02-10"), day(t, "2026-01-16"), day(t, "2026-06-11")}
	articles[1].Mentions = []Day{day(t, "2026-06-11")}
	list := New(articles)
	if list.Len() != 2 || list.At(0).Date != "2026-01-16" || !slices.Equal(list.At(0).Mentioned, []int32{0}) || !slices.Equal(list.At(1).Mentioned, []int32{0, 1}) {
		t.Errorf("the entries are %s", entries(list))
	}
	if got := New(articles[:largeFolder-1]); got.At(0).Date != "1258-02-10" {
		t.Errorf("in a smaller folder the entries are %s", entries(got))
	}
}

// TestEveryArticleOnce holds that each dated article is published once, each mention stands under its day, and that the order of the articles
// does not matter.
func TestEveryArticleOnce(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		articles := make([]Article, random.IntN(300))
		dated, mentions := 0, 0
		for i := range articles {
			date := [...]string{"", "2026", "2026-01", fmt.Sprintf("2026-01-%02d", 1+random.IntN(31))}[random.IntN(4)]
			if date != "" {
				dated++
			}
			articles[i] = Article{Doc: int32(i), Date: date}
			for range random.IntN(4) {
				articles[i].Mentions = append(articles[i].Mentions, Day(20454+random.IntN(40)))
			}
			slices.Sort(articles[i].Mentions)
			articles[i].Mentions = slices.Compact(articles[i].Mentions)
			mentions += len(articles[i].Mentions)
		}
		list := New(articles)
		published, mentioned := 0, 0
		for i := range list.Len() {
			e := list.At(i)
			published += len(e.Published)
			mentioned += len(e.Mentioned)
			if i > 0 && list.At(i-1).Date >= e.Date {
				t.Fatalf("%s stands before %s", list.At(i-1).Date, e.Date)
			}
			if len(e.Date) == len("2026-01-16") && e.First.String() != e.Date {
				t.Fatalf("%s begins on %s", e.Date, e.First)
			}
		}
		_, undated := list.Articles()
		if published != dated || undated != len(articles)-dated {
			t.Fatalf("%d articles are published and %d undated, of %d dated and %d", published, undated, dated, len(articles))
		}
		if len(articles) < largeFolder && mentioned != mentions {
			t.Fatalf("%d mentions of %d", mentioned, mentions)
		}
		want := entries(list)
		random.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		if got := entries(New(articles)); got != want {
			t.Fatalf("in another order the entries are\n%s, not\n%s", got, want)
		}
	}
}

func TestMentioned(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text, date string
		want             []string
	}{
		{"a day in full", "عنوان الخبر هنا\n\nيفتتح المعرض أبوابه للزوار في 12 مايو 2026 بحضور عدد من الوزراء.", "2026-03-04", []string{"2026-05-12"}},
		{
			"relative days count from the article's own, which is none", // a Wednesday
			"عنوان الخبر هنا\n\nقال الوزير اليوم الأربعاء إن اللجنة اجتمعت أمس وتلتقي غداً، بعد لقاء يوم الأحد الماضي.",
			"2026-03-04",
			[]string{"2026-03-01", "2026-03-03", "2026-03-05"},
		},
		{"relative days without one", "عنوان الخبر هنا\n\nقال الوزير إن اللجنة اجتمعت أمس وتلتقي غداً في العاصمة.", "", nil},
		{"once each", "عنوان الخبر هنا\n\nفي 12 مايو 2026 يبدأ المعرض.\n\nوكان المعرض قد أعلن أن 12 مايو 2026 موعد الافتتاح.", "2026-03-04", []string{"2026-05-12"}},
		{
			"each day of a short range", "عنوان الخبر هنا\n\nيزور الرئيس باريس في الفترة من 5 إلى 8 مايو 2026 في زيارة رسمية.",
			"2026-03-04",
			[]string{"2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08"},
		},
		{
			"the ends of a long one", "عنوان الخبر هنا\n\nيقام المعرض من 5 إلى 28 مايو 2026 في مركز المؤتمرات.",
			"2026-03-04",
			[]string{"2026-05-05", "2026-05-28"},
		},
		{"no months", "عنوان الخبر هنا\n\nبدأ المشروع في مايو 2026 وينتهي في رجب 1448 هـ أو العام المقبل.", "2026-03-04", nil},
	} {
		a := article.Parse(article.Source{Text: test.text, Encoding: "utf-8"}, "a.txt")[0]
		a.Date = calendar.Date{ISO: test.date}
		var got []string
		for _, d := range Mentioned(test.text, &a) {
			got = append(got, d.String())
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, not %v", test.name, got, test.want)
		}
	}
}

// TestNotMentioned holds that what says when an article was published, and what belongs to others, mentions nothing.
func TestNotMentioned(t *testing.T) {
	t.Parallel()
	const text = "في 12 مايو 2026 يفتتح المعرض أبوابه"
	for kind := range article.Notice + 1 {
		a := article.Article{Blocks: []article.Block{{Kind: kind, End: len(text), RepeatOf: -1}}}
		quiet := slices.Contains([]article.Kind{
			article.Byline, article.Dateline, article.Section, article.Furniture, article.Related, article.Notice, article.Tag,
		}, kind)
		if got := len(Mentioned(text, &a)); (got == 0) != quiet {
			t.Errorf("a block of the kind %s mentions %d days", kind, got)
		}
	}
	paragraph := article.Block{Kind: article.Paragraph, End: len(text), RepeatOf: 0}
	if got := Mentioned(text, &article.Article{Blocks: []article.Block{paragraph}}); len(got) != 0 {
		t.Errorf("a repeat mentions %v", got)
	}
	paragraph.RepeatOf = -1
	related := article.Article{Blocks: []article.Block{paragraph}, Related: []article.Teaser{{First: 0, Last: 0}}}
	if got := Mentioned(text, &related); len(got) != 0 {
		t.Errorf("a related story mentions %v", got)
	}
}

// FuzzMentioned holds that days come in order, each once, and never the article's own.
func FuzzMentioned(f *testing.F) {
	f.Add("عنوان\n\nقال أمس الأحد 3 مايو 2026 من 5 إلى 8 مايو", "2026-05-04")
	f.Add("من 1 محرم 1448 إلى 29 رمضان", "2026")
	f.Fuzz(func(t *testing.T, text, date string) {
		src := article.Source{Text: strings.ToValidUTF8(text, "\uFFFD"), Encoding: "utf-8"}
		a := article.Parse(src, "a.txt")[0]
		a.Date = calendar.Date{ISO: date}
		days := Mentioned(src.Text, &a)
		if !slices.IsSorted(days) || len(slices.Compact(slices.Clone(days))) != len(days) {
			t.Errorf("the days are %v", days)
		}
		for _, d := range days {
			if d.String() == date {
				t.Errorf("its own day %s is mentioned", d)
			}
		}
		if again := Mentioned(src.Text, &a); !reflect.DeepEqual(again, days) {
			t.Errorf("read again the days are %v, not %v", again, days)
		}
	})
}
