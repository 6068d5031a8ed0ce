package article_test

import (
	"fmt"
	"strings"
	"testing"

	"jarida/corpus/article"
)

// Pages as Arabic news sites write them, old and new, with invented texts. blocks are the kind of each block that is read or related, and
// how it begins; furniture is given by how much there is of it.
const (
	sentence1 = "أعلنت بلدية المدينة أمس أن جسر النهر القديم سيغلق أمام السيارات مدة ستة أشهر من أجل أعمال الترميم التي تأخرت سنوات."
	sentence2 = "وقال رئيس البلدية إن العمل يشمل الأعمدة والأرصفة والإنارة، وإن المشاة والدراجات سيعبرون الجسر كالمعتاد طوال هذه المدة."
	sentence3 = "ويعود بناء الجسر إلى عام 1923، وقد رمم مرتين منذ ذلك الحين، كانت الأخيرة منهما بعد فيضان النهر في شتاء عام 1987."
	sentence4 = "ومن المنتظر أن تبدأ الأعمال في مطلع الشهر المقبل بتمويل من صندوق المحافظة، على أن تنتهي قبل حلول فصل الشتاء."
)

var newsPages = []struct {
	name, page                              string
	title, byline, publisher, section, date string
	blocks                                  string // of Parse, furniture left out
	furniture                               int    // how many furniture blocks there are
}{
	{
		name: "wordpress with JSON-LD graph",
		page: `<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>إغلاق جسر النهر للترميم - صحيفة الضفة</title>
<meta property="og:title" content="إغلاق جسر النهر للترميم"/><meta property="og:site_name" content="صحيفة الضفة"/>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"صحيفة الضفة"},
{"@type":["NewsArticle"],"headline":"إغلاق جسر النهر للترميم","datePublished":"2024-03-05T08:00:00+03:00","articleSection":["محليات"],
"author":[{"@type":"Person","name":"هالة مراد"},{"@type":"Person","name":"سامر عيد"}],"publisher":{"@type":"Organization","name":"صحيفة الضفة"}}]}</script>
<style>.x{}</style></head><body class="single single-post postid-7 category-local">
<header class="site-header"><a href="/">صحيفة الضفة</a><nav class="main-navigation"><ul class="menu"><li><a href="/a">الرئيسية</a></li><li><a href="/b">رياضة</a></li></ul></nav></header>
<div id="content"><main><article class="post-7 post type-post category-local tag-bridge"><header class="entry-header"><span class="cat-links"><a href="/c" rel="category tag">محليات</a></span>
<h1 class="entry-title">إغلاق جسر النهر للترميم</h1><div class="entry-meta"><span class="author">هالة مراد</span><time class="entry-date" datetime="2024-03-05T08:00:00+03:00">5 مارس 2024</time></div></header>
<figure class="wp-block-image"><img src="a.jpg" alt=""><figcaption>الجسر كما بدا صباح أمس (أرشيفية)</figcaption></figure>
<div class="entry-content"><p>` + sentence1 + `</p><div class="sharedaddy"><h3>شارك هذا الموضوع:</h3><ul><li><a href="/f">فيسبوك</a></li></ul></div><p>` + sentence2 + `</p>
<h2>تاريخ طويل</h2><p>` + sentence3 + `</p><div class="jp-relatedposts"><h3>مقالات ذات صلة</h3><a href="/r">حديقة جديدة على ضفة النهر</a></div><p>` + sentence4 + `</p></div>
<footer class="entry-footer"><span class="tags-links"><a href="/t" rel="tag">جسور</a></span></footer></article>
<section id="comments" class="comments-area"><p>` + sentence2 + sentence3 + `</p></section></main></div>
<aside class="sidebar"><h2>الأكثر قراءة</h2><ul><li><a href="/1">خبر أول عن سوق المدينة</a></li></ul></aside><footer>جميع الحقوق محفوظة</footer><script>var a="<p>لا</p>";</script></body></html>`,
		title: "إغلاق جسر النهر للترميم", byline: "هالة مراد، سامر عيد", publisher: "صحيفة الضفة", section: "محليات", date: "2024-03-05",
		blocks:    "section محليات|title إغلاق جسر|byline هالة مراد|dateline 5 مارس|caption الجسر كما|paragraph أعلنت بلدية|paragraph وقال رئيس|heading تاريخ طويل|paragraph ويعود بناء|related مقالات ذات|related حديقة جديدة|paragraph ومن المنتظر",
		furniture: -1,
	},
	{
		name: "tables of an old CMS",
		page: `<html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>جريدة الوادي :: ترميم الجسر القديم يبدأ قريبا</title></head><body bgcolor=white>
<table width=780 align=center><tr><td colspan=3><a href=index.php>الرئيسية</a> | <a href=sport.php>رياضة</a> | <a href=art.php>ثقافة</a></td></tr>
<tr><td width=150><table><tr><td><a href=1>محليات المدينة</a></td></tr><tr><td><a href=2>أخبار الوادي</a></td></tr></table></td>
<td width=480><font size=5 color=red><b>ترميم الجسر القديم يبدأ قريبا</b></font><br><font size=2>بقلم سامر عيد</font><br><br>
<div align=justify>` + sentence1 + `<br><br>` + sentence2 + `<br><br>` + sentence3 + `<br><br>` + sentence4 + `</div></td>
<td width=150><a href=3>إعلان: سيارات للبيع</a></td></tr><tr><td colspan=3>جميع الحقوق محفوظة لجريدة الوادي 2005</td></tr></table></body></html>`,
		title: "ترميم الجسر القديم يبدأ قريبا", byline: "", publisher: "", section: "", date: "",
		blocks:    "title ترميم الجسر|byline بقلم سامر|paragraph أعلنت بلدية|paragraph وقال رئيس|paragraph ويعود بناء|paragraph ومن المنتظر",
		furniture: -1,
	},
	{
		name: "soup of divs",
		page: `<html><head><title>موقع النبأ</title><meta property="og:title" content="الجسر يغلق ستة أشهر"><meta property="article:published_time" content="2019-11-02"></head><body><div id="wrap"><div id="top"><div><a href="/">النبأ</a><a href="/x">اتصل بنا</a></div></div>
<div id="cookie-consent"><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك على الموقع، وباستمرارك في التصفح فإنك توافق على سياسة الخصوصية وشروط الاستخدام كلها.</p></div>
<div id="mid"><div class="c1"><div class="t">الجسر يغلق ستة أشهر</div><div class="d">السبت 2 نوفمبر 2019</div><div class="b"><div>` + sentence1 + `</div><div>` + sentence2 + `</div><div>نص قصير.</div><div>` + sentence3 + `</div></div></div>
<div class="c2"><div><a href="/4">أسعار الخضر ترتفع في أسواق المدينة مع نهاية الموسم وبداية الشتاء كما قال تجار</a></div><div><a href="/5">افتتاح مدرسة في الحي الشرقي</a></div></div></div>
<div id="bot">النبأ 2019</div></div></body></html>`,
		title: "الجسر يغلق ستة أشهر", date: "2019-11-02",
		blocks:    "title الجسر يغلق|dateline السبت 2|paragraph أعلنت بلدية|paragraph وقال رئيس|paragraph نص قصير|paragraph ويعود بناء",
		furniture: -1,
	},
	{
		name: "microdata, caption twice, teasers as articles",
		page: `<html><body><main><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">ستة أشهر بلا جسر</h1><meta itemprop="datePublished" content="2022-07-09T10:00">
<div class="standfirst"><p>السكان يستعدون لطريق أطول إلى أعمالهم مع بدء الترميم</p></div><span itemprop="author">ليلى حداد</span>
<figure><img><figcaption>زحام قرب الجسر (رويترز)</figcaption></figure><div class="img-caption">زحام قرب الجسر (رويترز)</div>
<div itemprop="articleBody"><p>` + sentence1 + `</p><blockquote><p>سننتظر.</p><blockquote>ثم نعبر.</blockquote></blockquote><ul><li>الأعمدة</li><li>الأرصفة</li></ul><p>` + sentence2 + `</p></div></article>
<article><h3><a href="/1">سوق جديدة تفتح أبوابها غدا</a></h3><p>يضم السوق مئة متجر ويقع على أطراف المدينة قرب المحطة، ويتوقع أن يجذب كثيرين.</p></article></main></body></html>`,
		title: "", date: "2022-07-09",
		blocks:    "title ستة أشهر|lead السكان يستعدون|byline ليلى حداد|caption زحام قرب|caption زحام قرب|paragraph أعلنت بلدية|quote سننتظر|quote ثم نعبر|list الأعمدة|list الأرصفة|paragraph وقال رئيس|related سوق جديدة|related يضم السوق",
		furniture: -1,
	},
	{
		name: "ASP form, tags unclosed, end missing",
		page: `<html><head><title>الجسر المغلق</title></head><body><form id="aspnetForm" method="post"><div class="menu"><ul><li><a href=1>الرئيسية<li><a href=2>عربي<li><a href=3>دولي</ul></div>
<div class="article-page"><h1>الجسر المغلق يربك السير</h1><p>` + sentence1 + `<p>` + sentence2 + `<p>` + sentence3 + `<div class="share"><a href=4>تويتر</a></div><p>` + sentence4,
		title: "الجسر المغلق", blocks: "title الجسر المغلق|paragraph أعلنت بلدية|paragraph وقال رئيس|paragraph ويعود بناء|paragraph ومن المنتظر", furniture: -1,
	},
	{
		name: "hidden text, scripts off, templates, comments, CDATA",
		page: `<html><head><title>x</title></head><body><noscript><p>يرجى تفعيل جافاسكربت في متصفحك كي تعمل هذه الصفحة كما ينبغي لها أن تعمل عندك.</p></noscript><template><p>قالب</p></template>
<h1>جسر النهر يستعد للترميم الكبير</h1><div style="display: none">نسخة مخفية</div><p>` + sentence1 + `</p><!-- <p>تعليق</p> --><p>` + sentence2 + `</p><![CDATA[` + sentence3 + `]]><svg><title>أيقونة</title></svg></body></html>`,
		title: "x", blocks: "title جسر النهر|paragraph أعلنت بلدية|paragraph وقال رئيس|paragraph ويعود بناء", furniture: 4,
	},
	{
		name: "a table of figures, and headings",
		page: `<html><body><div class="header"><h1><a href="/">أخبار النهر</a></h1></div><div class="news"><h2 class="news-title">كلفة الترميم بالأرقام</h2><p>` + sentence1 + `</p>
<table><tr><th>البند</th><th>الكلفة</th></tr><tr><td>الأعمدة</td><td>1,2 مليون</td></tr><tr><td>الإنارة</td><td></td></tr></table><p>` + sentence2 + `</p><h4>سؤال التمويل</h4><p>` + sentence4 + `</p></div></body></html>`,
		title: "", blocks: "title كلفة الترميم|paragraph أعلنت بلدية|list البند\tالكلفة|list الأعمدة\t1,2 مليون|paragraph الإنارة|paragraph وقال رئيس|heading سؤال التمويل|paragraph ومن المنتظر", furniture: -1,
	},
	{
		name:   "everything between breaks, marks of direction",
		page:   `<html><head><title>جسر النهر &lrm;(2)&lrm; يغلق غدا - النبأ</title></head><body><center><a href=1>رجوع</a></center><b>جسر النهر &lrm;(2)&lrm; يغلق غدا</b><br>المدينة - النبأ<br><br>` + sentence1 + `<br>` + sentence2 + `<br /><br />&#1608;&#x642;&#1575;&#1604; &quot;نعم&quot; &amp;amp; انتهى الأمر عند هذا الحد من الكلام الذي لا بد منه.<br><a href=2>طباعة</a></body></html>`,
		title:  "جسر النهر \u200e(2)\u200e يغلق غدا",
		blocks: "title جسر النهر|byline المدينة -|paragraph أعلنت بلدية|paragraph وقال رئيس|paragraph وقال \"نعم\"", furniture: -1,
	},
	{
		name:  "the text behind a button to read on",
		page:  `<html><body><h1>قصة الجسر الذي أغلق</h1><p>` + sentence1 + `</p><div id="more" style="display:none"><p>` + sentence2 + `</p><p>` + sentence3 + `</p><p>` + sentence4 + `</p></div><button>اقرأ المزيد</button></body></html>`,
		title: "", blocks: "title قصة الجسر|paragraph أعلنت بلدية|paragraph وقال رئيس|paragraph ويعود بناء|paragraph ومن المنتظر", furniture: 1,
	},
	{
		name: "old data in scripts that cannot be read, date in a time",
		page: `<html><head><title>خبر قصير عن الجسر | الضفة</title><meta name="author" content="https://facebook.com/x"><script type="application/ld+json">{"@type":"NewsArticle", "headline": "</script>
<script type='application/ld+json'>
//<![CDATA[
[{"@type":"NewsArticle","headline":"خبر قصير &quot;عن&quot; الجسر","author":"سامر
عيد"}]
//]]></script></head><body><article><h1>خبر قصير عن الجسر</h1><time datetime="2020-02-03">3 شباط</time><p>` + sentence1 + `</p></article></body></html>`,
		title: "خبر قصير \"عن\" الجسر", byline: "سامر عيد", date: "2020-02-03",
		blocks: "title خبر قصير|dateline 3 شباط|paragraph أعلنت بلدية", furniture: 0,
	},
}

func TestNewsPages(t *testing.T) {
	for _, test := range newsPages {
		src, err := article.Decode([]byte(test.page), "page.html")
		if err != nil {
			t.Fatal(test.name, err)
		}
		got := []string{src.Title, src.Byline, src.Publisher, src.Section, src.Date.ISO}
		for i, want := range []string{test.title, test.byline, test.publisher, test.section, test.date} {
			if got[i] != want {
				t.Errorf("%s: %q, want %q", test.name, got[i], want)
			}
		}
		var blocks []string
		furniture := 0
		for _, a := range article.Parse(src, "page.html") {
			for _, b := range a.Blocks {
				if b.Kind == article.Furniture {
					furniture++
					continue
				}
				blocks = append(blocks, b.Kind.String()+" "+beginning(src.Text[b.Start:b.End]))
			}
		}
		if got := strings.Join(blocks, "|"); got != test.blocks || test.furniture >= 0 && furniture != test.furniture {
			t.Errorf("%s: %d pieces of furniture\n%s\nwant\n%s\nin\n%s", test.name, furniture, got, test.blocks, spans(src))
		}
	}
}

// beginning gives the first two words of a text.
func beginning(s string) string {
	at := 0
	for range 2 {
		n := strings.IndexByte(s[at:], ' ')
		if n < 0 {
			return strings.TrimRight(s, ".")
		}
		at += n + 1
	}
	return strings.TrimRight(s[:at-1], ".")
}

func spans(src article.Source) string {
	var b strings.Builder
	for _, s := range src.Spans {
		fmt.Fprintf(&b, "%s %q\n", s.Kind, src.Text[s.Start:s.End])
	}
	return b.String()
}

// What a browser shows is the text, in its order, whatever the tags.
func TestPageText(t *testing.T) {
	for page, text := range map[string]string{
		"<p>a<p>b":                                         "a\n\nb\n",
		"<div>a</div><div>b</div>":                         "a\nb\n",
		"a<br>b<br><br>c<br><br><br>d":                     "a\nb\n\nc\n\nd\n",
		"<p> a\n b\t<b>c</b>d </p>":                        "a b cd\n",
		"<pre>a\n  b\n\nc</pre>":                           "a\nb\n\nc\n",
		"<td>a<td>b":                                       "a\nb\n",
		"<table><tr><td>a<td>b<tr><td>c</table>":           "a\tb\nc\n",
		"<ul><li>a<li>b</ul>c":                             "a\nb\nc\n",
		"<a href=1>a</a><a href=2>b</a>":                   "a b\n",
		"a<script>x</script>b<style>y</style>":             "ab\n",
		"<iframe>x</iframe>a<noscript><i>b</i></noscript>": "a\nb\n",
		"<p>a<img src=x>b</p>":                             "ab\n",
		"<textarea>a<b></textarea>":                        "a<b>\n",
		"&lt;b&gt; &amp;nbsp; &nbsp;&#1575;":               "<b> &nbsp; \u00a0ا\n",
		"<svg>a<p>b":                                       "a\n\nb\n",
		"a<script>b":                                       "a\n",
		"a<!-- b":                                          "a\n",
		"a < b > c":                                        "a < b > c\n",
		"":                                                 "",
		"<p></p><div> </div>":                              "",
	} {
		src, err := article.Decode([]byte(page), "a.html")
		if err != nil || src.Text != text {
			t.Errorf("%q: %q %v, want %q", page, src.Text, err, text)
		}
	}
}

// BenchmarkDecodePage guards the reading of a page of usual size: a third of it is text.
func BenchmarkDecodePage(b *testing.B) {
	page := []byte(strings.Replace(newsPages[0].page, "<aside", strings.Repeat("<div class=\"post-item col-md-4\" data-id=\"12\"><a href=\"/2024/03/05/story-1234\" title=\"خبر\"><h3 class=\"item-title\">"+
		"خبر من أخبار المدينة</h3></a><p>"+sentence1+"</p></div>\n", 150)+"<aside", 1))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := article.Decode(page, "a.html"); err != nil {
			b.Fatal(err)
		}
	}
}

// Arabic whose bytes were written as entities of Western letters is read as Arabic.
func TestPageOfLatinEntities(t *testing.T) {
	var page strings.Builder
	for _, c := range []byte("<p>" + sentence1 + "</p>") {
		if c < 0x80 {
			page.WriteByte(c)
		} else {
			fmt.Fprintf(&page, "&#%d;", c)
		}
	}
	for raw, want := range map[string]string{
		page.String(): sentence1 + "\n",
		strings.NewReplacer("&#216;", "&Oslash;", "&#217;", "&Ugrave;").Replace(page.String()): sentence1 + "\n",
		"<p>&Oslash;re og &Ugrave; &lt;b&gt;</p>":                                              "Øre og Ù <b>\n",
	} {
		src, err := article.Decode([]byte(raw), "a.html")
		if err != nil || src.Text != want {
			t.Errorf("%.60q: %q %v", raw, src.Text, err)
		}
	}
}
