package article_test

import (
	"strings"
	"testing"

	"jarida/corpus/article"
)

// The habits of the large Arabic sites of today, with invented texts: each page has the elements that stand around and within the articles of
// one of them. All blocks are listed, furniture as well, so that nothing is lost or read twice.
var sitePages = []struct{ name, page, title, byline, publisher, section, date, blocks string }{
	{
		name: "screen readers are told of lists, dates stand twice, sources at the end",
		page: `<html lang="ar"><head><title>جسر النهر يغلق نصف عام | أخبار | قناة الضفة</title><meta name="publishedDate" content="2024-03-05T08:00:00">
<meta property="og:site_name" content="قناة الضفة"></head><body><div class="skip-links"><a href="#main">Skip to content</a></div>
<nav aria-label="Main"><ul><li><a href="/n">أخبار</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<main id="main-content-area"><div class="breadcrumbs"><a href="/n">أخبار</a>|<a href="/l">محليات</a></div><header class="article-header"><h1>جسر النهر يغلق نصف عام</h1>
<p class="article__subhead"><em>السكان يستعدون لطريق أطول</em></p></header><figure class="article-featured-image"><img alt="x"><figcaption>الجسر كما بدا أمس (الضفة)</figcaption></figure>
<div class="article-info-block"><div class="article-author-name"><a class="author-link" href="/a">هالة مراد</a></div><div class="article-dates"><div class="date-simple"><span class="screen-reader-text">Published On 5/3/2024</span><span aria-hidden="true">5/3/2024</span></div></div>
<div class="article-b-l-social"><h2 class="screen-reader-text">انقر هنا للمشاركة</h2><div class="share-icons"><button>شارِكْ</button></div></div></div>
<div class="wysiwyg wysiwyg--all-content" aria-live="polite"><p>` + sentence1 + `</p><div class="more-on"><h2 class="more-on__heading">اقرأ أيضا</h2><span class="screen-reader-text">list of 2 items</span><ul><li><span class="screen-reader-text">list 1 of 2</span><a href="/1">سوق جديدة تفتح أبوابها</a></li><li><span class="screen-reader-text">list 2 of 2</span><a href="/2">حديقة على أطراف المدينة</a></li></ul><span class="screen-reader-text">end of list</span></div>
<p>` + sentence2 + `</p><h3>تاريخ طويل</h3><p>` + sentence3 + `</p></div><div class="article-source">المصدر: قناة الضفة + وكالات</div></main><footer>حقوق النشر</footer></body></html>`,
		title: "جسر النهر يغلق نصف عام", byline: "هالة مراد", publisher: "قناة الضفة", date: "2024-03-05",
		blocks: "furniture Skip to|furniture أخبار|furniture رياضة|furniture أخبار|محليات|title جسر النهر|lead السكان يستعدون|caption الجسر كما|byline هالة مراد|furniture Published On|dateline 5/3/2024|furniture انقر هنا|furniture شارِكْ|paragraph أعلنت بلدية|related اقرأ أيضا|furniture list of|furniture list 1|related سوق جديدة|furniture list 2|related حديقة على|furniture end of|paragraph وقال رئيس|heading تاريخ طويل|paragraph ويعود بناء|notice المصدر: قناة|furniture حقوق النشر",
	},
	{
		name: "classes are hashes, only roles and labels say anything",
		page: `<html><head><title>جسر النهر يغلق نصف عام - أخبار الضفة</title><script type="application/ld+json">{"@graph":[{"@type":"ReportageNewsArticle","headline":"جسر النهر يغلق نصف عام","datePublished":"2024-03-05T08:00:00Z","author":{"@type":"NewsMediaOrganization","name":"أخبار الضفة"},"publisher":{"@type":"NewsMediaOrganization","name":"أخبار الضفة"}}]}</script></head>
<body><header role="banner"><div class="bbc-1"><a href="/">أخبار الضفة</a></div></header><main role="main"><div class="bbc-2"><h1 class="bbc-3" id="content">جسر النهر يغلق نصف عام</h1></div>
<figure class="bbc-4"><div><p role="text"><span class="bbc-5">صدر الصورة، </span>Getty Images</p></div><figcaption><span class="bbc-5">التعليق على الصورة، </span>الجسر كما بدا أمس</figcaption></figure>
<section role="region" aria-label="Article Information" class="bbc-6"><ul role="list"><li role="listitem"><span>Author, </span><span>هالة مراد</span></li><li role="listitem"><span>Role, </span><span>مراسلة الضفة</span></li></ul></section><time datetime="2024-03-05" class="bbc-7">5 مارس/ آذار 2024</time>
<div class="bbc-8" dir="rtl"><p class="bbc-9" dir="rtl"><b>` + sentence1 + `</b></p></div><div class="bbc-8"><p class="bbc-9">` + sentence2 + `</p></div>
<section role="region" aria-labelledby="x" aria-label="مواضيع ذات صلة" class="bbc-10"><a href="#end-of-recommendations">تخطى مواضيع ذات صلة وواصل القراءة</a><div><strong>مواضيع ذات صلة</strong></div><ul><li><div><a href="/1">سوق جديدة تفتح أبوابها</a></div></li><li><div><a href="/2">حديقة</a></div></li></ul><p tabindex="-1" id="end-of-recommendations">مواضيع ذات صلة نهاية</p></section>
<h2 class="bbc-11">تاريخ طويل</h2><div><p>` + sentence3 + `</p></div><div><ul role="list"><li><p>الأعمدة أولا</p></li><li><p>ثم الأرصفة</p></li></ul></div><div><p>` + sentence4 + `</p></div></main><footer role="contentinfo"><p>عن الضفة</p></footer></body></html>`,
		title: "جسر النهر يغلق نصف عام", byline: "هالة مراد", publisher: "أخبار الضفة", date: "2024-03-05",
		blocks: "furniture أخبار الضفة|title جسر النهر|caption صدر الصورة،|caption التعليق على|furniture Author,|byline هالة مراد|furniture Role,|byline مراسلة الضفة|dateline 5 مارس/|paragraph أعلنت بلدية|paragraph وقال رئيس|furniture تخطى مواضيع|related مواضيع ذات|related سوق جديدة|related حديقة|furniture مواضيع ذات|heading تاريخ طويل|paragraph ويعود بناء|list الأعمدة أولا|list ثم الأرصفة|paragraph ومن المنتظر|furniture عن الضفة",
	},
	{
		name: "tags, newsletter, comments and a table within the text",
		page: `<html><head><meta property="og:title" content="جسر النهر يغلق نصف عام"><meta property="og:site_name" content="جريدة الضفة"><meta property="article:published_time" content="2024-03-05T08:00:00+01:00"><meta property="article:section" content="مجتمع"></head>
<body class="rtl post-template"><div class="topbar"><span class="today">اليوم</span></div><div class="container"><article class="single-post"><h1 class="post-title">جسر النهر يغلق نصف عام</h1><div class="meta"><span class="author"><a href="/a">الضفة - هالة مراد</a></span><span class="date-post">الثلاثاء 5 مارس 2024 - 09:00</span></div>
<div class="social-share"><a href="/f">Facebook</a><a href="/w">WhatsApp</a></div><div class="article-content"><p>` + sentence1 + `</p><table class="table"><tr><th>الفريق</th><th>لعب</th><th>نقاط</th></tr><tr><td><a href="/t1">نادي الضفة</a></td><td>3</td><td>7</td></tr><tr><td><a href="/t2">اتحاد النهر</a></td><td>3</td><td>4</td></tr></table>
<div class="newsletter-box"><h4>النشرة البريدية</h4><p>اشترك الآن</p></div><p>` + sentence2 + `</p><p>` + sentence3 + `</p></div><section class="box-tags"><a href="/t/1">جسور</a><a href="/t/2">ترميم</a></section>
<div class="comments-area"><h3>تعليقات الزوار</h3><div class="comment-text"><p>` + sentence4 + `</p></div></div></article></div></body></html>`,
		title: "جسر النهر يغلق نصف عام", byline: "الضفة - هالة مراد", publisher: "جريدة الضفة", section: "مجتمع", date: "2024-03-05",
		blocks: "furniture اليوم|title جسر النهر|byline الضفة -|dateline الثلاثاء 5|furniture Facebook WhatsApp|paragraph أعلنت بلدية|list الفريق\tلعب\tنقاط|list نادي الضفة\t3\t7|list اتحاد النهر\t3\t4|furniture النشرة البريدية|furniture اشترك الآن|paragraph وقال رئيس|paragraph ويعود بناء|tag جسور ترميم|furniture تعليقات الزوار|furniture ومن المنتظر",
	},
	{
		name: "a deck under the title, caption twice, a box to read also",
		page: `<html><head><title>جسر النهر يغلق نصف عام</title></head><body><article class="node node--type-article"><div class="field-section"><a href="/s">محليات</a></div><h1 class="title">جسر النهر يغلق نصف عام</h1><h2 class="subtitle-x">بلدية المدينة تعد السكان بجسر أوسع وأمتن قبل الشتاء</h2>
<div class="article-item-img-wrapper"><figure><img><figcaption>الجسر كما بدا أمس (أ.ف.ب)</figcaption></figure></div><ul class="authors"><li>المدينة: هالة مراد</li></ul><div class="entry-date">نُشر: 08:00-5 مارس 2024 م ـ 24 شَعبان 1445 هـ</div><div class="font-size"><button>TT</button></div>
<div class="field-body"><p>` + sentence1 + `</p><div class="wrapper-x"><div class="also-read"><span>اقرأ أيضاً</span><a href="/1">سوق جديدة تفتح أبوابها غدا</a></div></div><p>` + sentence2 + `</p><figure><img><figcaption>أعمدة الجسر (أ.ف.ب)</figcaption></figure><p>` + sentence3 + `</p></div>
<div class="mawadi3"><h3>مقالات ذات صلة</h3><div><a href="/2">حديقة جديدة على أطراف المدينة</a><p>` + sentence4 + `</p></div></div></article></body></html>`,
		title: "جسر النهر يغلق نصف عام", byline: "المدينة: هالة مراد", date: "2024-03-05", section: "محليات",
		blocks: "section محليات|title جسر النهر|lead بلدية المدينة|caption الجسر كما|byline المدينة: هالة|dateline نُشر: 08:00-5|furniture TT|paragraph أعلنت بلدية|related اقرأ أيضاً|related سوق جديدة|paragraph وقال رئيس|caption أعمدة الجسر|paragraph ويعود بناء|related مقالات ذات|related حديقة جديدة|related ومن المنتظر",
	},
	{
		name: "AMP: elements of its own, a sidebar, bars of buttons",
		page: `<!doctype html><html amp lang="ar"><head><meta charset="utf-8"><title>جسر النهر يغلق نصف عام</title><style amp-boilerplate>body{}</style><script type="application/ld+json">{"@type":"NewsArticle","headline":"جسر النهر يغلق نصف عام","datePublished":"2024-03-05","author":[{"@type":"Person","name":"هالة مراد"}]}</script></head>
<body><amp-sidebar id="s" layout="nodisplay"><ul><li><a href="/">الرئيسية</a></li><li><a href="/n">أخبار</a></li></ul></amp-sidebar><header class="amp-header"><a href="/">الضفة</a></header><article class="amp-article"><h1 class="amp-title">جسر النهر يغلق نصف عام</h1><div class="amp-meta"><span class="amp-author">هالة مراد</span> <time datetime="2024-03-05">5 مارس 2024</time></div>
<amp-img src="x"><noscript><img></noscript></amp-img><amp-social-share type="facebook"></amp-social-share><div class="amp-content"><p>` + sentence1 + `</p><amp-ad type="x"><div placeholder>إعلان</div></amp-ad><p>` + sentence2 + `</p><amp-iframe src="x"><p placeholder>جاري التحميل</p></amp-iframe><blockquote>سنعبر من جديد.</blockquote><p>` + sentence3 + `</p></div><amp-list><div>الأكثر قراءة</div></amp-list></article></body></html>`,
		title: "جسر النهر يغلق نصف عام", byline: "هالة مراد", date: "2024-03-05",
		blocks: "furniture الرئيسية|furniture أخبار|furniture الضفة|title جسر النهر|byline هالة مراد|dateline 5 مارس|paragraph أعلنت بلدية|furniture إعلان|paragraph وقال رئيس|furniture جاري التحميل|quote سنعبر من|paragraph ويعود بناء|furniture الأكثر قراءة",
	},
	{
		name: "a live page: reading time, video player, tweets, next story in full",
		page: `<html><head><meta property="og:title" content="جسر النهر يغلق نصف عام"><meta itemprop="datePublished" content="2024-03-05T06:00:00Z"></head><body><div id="app"><div class="story"><div class="story-head"><div class="breadcrumb">أخبار الضفة</div><h1>جسر النهر يغلق نصف عام</h1><div class="publish-info"><span class="author-name">الضفة - المدينة</span><time>05 مارس 2024 - 06:00 بتوقيت غرينتش</time><span class="reading-time">3 دقائق للقراءة</span></div></div>
<div class="video-player"><span>جاري تحميل الفيديو</span></div><div class="story-body"><p>` + sentence1 + `</p><p>` + sentence2 + `</p><blockquote class="twitter-tweet"><p>الجسر يغلق غدا.</p>— بلدية المدينة (@city) <a href="https://t.co/x">March 4, 2024</a></blockquote><p>` + sentence3 + `</p></div></div>
<div class="story"><div class="story-head"><h1>سوق جديدة على أطراف المدينة</h1><div class="publish-info"><span class="author-name">سامر عيد</span><time>04 مارس 2024</time></div></div><div class="story-body"><p>` + sentence4 + `</p><p>` + sentence2 + `</p></div></div></div></body></html>`,
		title: "جسر النهر يغلق نصف عام", byline: "الضفة - المدينة", date: "2024-03-05",
		blocks: "furniture أخبار الضفة|title جسر النهر|byline الضفة -|dateline 05 مارس|furniture 3 دقائق|furniture جاري تحميل|paragraph أعلنت بلدية|paragraph وقال رئيس|quote الجسر يغلق|quote — بلدية|paragraph ويعود بناء||title سوق جديدة|byline سامر عيد|dateline 04 مارس|paragraph ومن المنتظر|paragraph وقال رئيس",
	},
}

func TestSitePages(t *testing.T) {
	for _, test := range sitePages {
		src, err := article.Decode([]byte(test.page), "page.html")
		if err != nil {
			t.Fatal(test.name, err)
		}
		articles := article.Parse(src, "page.html")
		sound(t, src.Text, articles)
		a := articles[0]
		got := []string{a.Title.Text, a.Byline, src.Publisher, a.Section, a.Date.ISO}
		for i, want := range []string{test.title, test.byline, test.publisher, test.section, test.date} {
			if got[i] != want {
				t.Errorf("%s: %q, want %q", test.name, got[i], want)
			}
		}
		if got := allBlocks(src.Text, articles); got != test.blocks {
			t.Errorf("%s:\n%s\nwant\n%s\nin\n%s", test.name, strings.ReplaceAll(got, "|", "\n"), strings.ReplaceAll(test.blocks, "|", "\n"), spans(src))
		}
	}
}

// allBlocks lists the kind and beginning of each block; an empty one divides the parts.
func allBlocks(text string, articles []article.Article) string {
	var blocks []string
	for k, a := range articles {
		if k > 0 {
			blocks = append(blocks, "")
		}
		for _, b := range a.Blocks {
			blocks = append(blocks, b.Kind.String()+" "+beginning(text[b.Start:b.End]))
		}
	}
	return strings.Join(blocks, "|")
}
