package article_test

import (
	"fmt"
	"strings"
	"testing"

	"jarida/corpus/article"
)

// Pages that hold one article or several, as saved lists of posts and pages that are read on and on do. parts is the title of each part with
// its date and byline.
var pagesOfParts = []struct{ name, page, parts string }{
	{
		"two articles side by side",
		"<article><h1>إغلاق جسر النهر للترميم</h1><p>" + sentence1 + "</p><p>" + sentence2 + "</p></article>" +
			"<article><h1>سوق جديدة على أطراف المدينة</h1><p>" + sentence3 + "</p><p>" + sentence4 + "</p></article>",
		"إغلاق جسر النهر للترميم  |سوق جديدة على أطراف المدينة  ",
	},
	{
		"two posts in divs, the second one far longer",
		"<div class=site><div class=post><div class=head><h1>إغلاق جسر النهر للترميم</h1><span class=author>هالة مراد</span><span class=date>3 مارس 2024</span></div><p>" +
			sentence1 + "</p><p>" + sentence2 + "</p></div>" +
			"<div class=post><div class=head><h1>سوق جديدة على أطراف المدينة</h1><span class=author>سامر عيد</span><span class=date>2 مارس 2024</span></div><div class=text>" +
			strings.Repeat("<p>"+sentence3+"</p><p>"+sentence4+"</p>", 5) + "</div></div></div>",
		"إغلاق جسر النهر للترميم 2024-03-03 هالة مراد|سوق جديدة على أطراف المدينة 2024-03-02 سامر عيد",
	},
	{
		"a flat page, three titles",
		"<h2>أول الأخبار عن الجسر</h2><p class=byline>هالة مراد</p><p>" + sentence1 + "</p><p>" + sentence2 + "</p>" +
			"<h2>ثاني الأخبار عن السوق</h2><p class=byline>سامر عيد</p><p>" + sentence3 + "</p><p>" + sentence4 + "</p>" +
			"<h2>ثالث الأخبار عن الحديقة</h2><p class=date>1 آذار 2024</p><p>" + sentence2 + "</p><p>" + sentence4 + "</p>",
		"أول الأخبار عن الجسر  هالة مراد|ثاني الأخبار عن السوق  سامر عيد|ثالث الأخبار عن الحديقة 2024-03-01 ",
	},
	{
		"posts with linked titles, dates in time, a menu between",
		"<main><article><h2 class=entry-title><a href=/1>إغلاق جسر النهر للترميم</a></h2><time>3 مارس 2024</time><p>" + sentence1 + "</p><p>" + sentence2 + "</p></article>" +
			"<ul class=menu><li><a href=/m>المزيد من المدونة</a></ul>" +
			"<article><h2 class=entry-title><a href=/2>سوق جديدة على أطراف المدينة</a></h2><time>2 مارس 2024</time><p>" + sentence3 + "</p><p>" + sentence4 + "</p></article></main>",
		"إغلاق جسر النهر للترميم 2024-03-03 |سوق جديدة على أطراف المدينة 2024-03-02 ",
	},
	{
		"entries of a live report within one article",
		"<article><h1>الجسر يغلق: تغطية مباشرة</h1><p>" + sentence1 + "</p><article><h1>قبل ساعة</h1><time>3 مارس 2024</time><p>" + sentence2 + "</p><p>" + sentence3 +
			"</p></article><article><h1>قبل ساعتين</h1><time>3 مارس 2024</time><p>" + sentence4 + "</p><p>" + sentence3 + "</p></article></article>",
		"الجسر يغلق: تغطية مباشرة * ",
	},
	{
		"sections with headings of the first rank",
		"<main><h1>إغلاق جسر النهر للترميم</h1><p>" + sentence1 + "</p><section><h1>تاريخ طويل</h1><p>" + sentence3 + "</p><p>" + sentence2 + "</p></section></main>",
		"إغلاق جسر النهر للترميم  ",
	},
	{
		"other stories at length behind the article",
		"<article><h1>إغلاق جسر النهر للترميم</h1><p>" + sentence1 + "</p><p>" + sentence2 + "</p><p>" + sentence4 + "</p></article><div class=more><article><h3><a href=/2>سوق جديدة</a></h3><p>" +
			sentence3 + "</p></article><article><h3><a href=/3>حديقة</a></h3><time>1 مارس 2024</time><p>" + sentence4 + "</p></article></div>",
		"إغلاق جسر النهر للترميم  ",
	},
	{
		"comments",
		"<article><h1>إغلاق جسر النهر للترميم</h1><p>" + sentence1 + "</p><p>" + sentence4 + "</p><p>" + sentence3 + "</p></article><div id=comments><article><h1>قارئ أول</h1><time>3 مارس 2024</time><p>" + sentence2 + "</p><p>" + sentence3 + "</p></article></div>",
		"إغلاق جسر النهر للترميم  ",
	},
	{
		"the article that the metadata name is not the first",
		"<meta name=author content='سامر عيد'><title>سوق جديدة على أطراف المدينة</title><div><article><h1>إغلاق جسر النهر للترميم</h1><p>" + sentence1 + "</p><p>" + sentence2 + "</p></article><article><h1>سوق جديدة على أطراف المدينة</h1><p>" +
			sentence3 + "</p><p>" + sentence4 + "</p><p>" + sentence2 + "</p></article></div>",
		"إغلاق جسر النهر للترميم  |سوق جديدة على أطراف المدينة  ",
	},
}

func TestPartsOfPages(t *testing.T) {
	for _, test := range pagesOfParts {
		src, err := article.Decode([]byte("<html><body>"+test.page+"</body></html>"), "page.html")
		if err != nil {
			t.Fatal(test.name, err)
		}
		var parts []string
		for _, a := range article.Parse(src, "page.html") {
			date := a.Date.ISO
			if strings.Contains(test.parts, "*") {
				date = "*" // whatever it is
			}
			parts = append(parts, fmt.Sprintf("%s %s %s", a.Title.Text, date, a.Byline))
		}
		if got := strings.Join(parts, "|"); got != test.parts {
			t.Errorf("%s:\n%s\nwant\n%s\nin\n%s", test.name, got, test.parts, spans(src))
		}
	}
}
