package article_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"jarida/corpus/article"
)

// paragraph is running text that is clearly none of the short things.
const (
	paragraph = "افتُتح المتحف الجديد وسط المدينة بعد أعمال ترميم استمرت ثلاث سنوات، وشارك في الافتتاح عدد كبير من المختصين والزوار من داخل البلاد وخارجها."
	another   = "ويضم المبنى عشرين قاعة تعرض فيها القطع بحسب تاريخها، ومكتبة مفتوحة للباحثين، وحديقة تطل على النهر وتستقبل العائلات في أيام العطل."
)

func TestParse(t *testing.T) {
	tests := []struct{ name, text, blocks string }{
		{"title and paragraphs", "المتحف يفتح أبوابه\n\n" + paragraph + "\n" + another + "\n", "title paragraph paragraph"},
		{"one long line", paragraph + " " + another, "paragraph"},
		{"title alone", "المتحف يفتح أبوابه\n", "title"},
		{"blank lines first", "\n \n\tالمتحف يفتح أبوابه\n\n" + paragraph, "title paragraph"},
		{"section above", "ثقافة\n\nالمتحف يفتح أبوابه\n\n" + paragraph, "section title paragraph"},
		{"date above", "الخميس 26 جويلية 2012\n\nالمتحف يفتح أبوابه\n\n" + paragraph, "dateline title paragraph"},
		{"site name", "CNNArabic.com - المتحف يفتح أبوابه\n\n" + paragraph, "furniture title paragraph"},
		{"date, title and caption in one line", "المتحف يفتح أبوابه\n1400 (GMT+04:00) - 23/09/09    المتحف يفتح أبوابه      واجهة المتحف\n" + paragraph, "title dateline title=0 caption paragraph"},
		{"byline and date", "المتحف يفتح أبوابه\nتونس - سعاد بن علي\n2015-08-03\n\n" + paragraph, "title byline dateline paragraph"},
		{"name alone", "المتحف يفتح أبوابه\nسعاد بن علي\n\n" + paragraph, "title byline paragraph"},
		{"place and agency in brackets", "المتحف يفتح أبوابه\nجنيف : (أ ف ب)\n\n" + paragraph, "title byline paragraph"},
		{"one sentence and its agency", strings.TrimSuffix(paragraph, ".") + " . (واس)", "paragraph"},
		{"rule of stretches", "المتحف يفتح أبوابه\n\n" + paragraph + "\nــــــــ\n" + another, "title paragraph furniture paragraph"},
		{"buttons of pictures before the byline", "المتحف يفتح أبوابه\nNext Previous تونس - سعاد بن علي\n\n" + paragraph, "title furniture byline paragraph"},
		{"numbered list with spaces", "المتحف يفتح أبوابه\n\n" + paragraph + "\n1 - قاعة للفخار\n2 - قاعة للنقود\n", "title paragraph list list"},
		{"matches of a day", "نتائج الجولة الأولى من الدوري\n\n" + "النهر - الضفة الأخرى\nالجبل - السهل الأخضر\nالميناء - أهلي المدينة\nالشمال - نجوم الجنوب\nالوادي - اتحاد القرى\nالجسر - شباب الضفة\nالنخيل - وحدة الساحل\n", "title paragraph paragraph paragraph paragraph paragraph paragraph paragraph"},
		{"name set apart", "المتحف يفتح أبوابه\n\nسعاد بن علي\n\n" + paragraph, "title byline paragraph"},
		{"byline again before the text", "المتحف يفتح أبوابه\nسعاد بن علي- الجريدة- تونس:\n2015-08-03\n\n سعاد بن علي- الجريدة- تونس: " + paragraph, "title byline dateline byline=1 paragraph"},
		{"share buttons before the text", "المتحف يفتح أبوابه\n\nشارك من خلال تويتر فيسبوك جوجل بلس اكتب رأيك " + paragraph, "title furniture paragraph"},
		{"a text about sharing", "المتحف يفتح أبوابه\n\nشارك من خلال حسابه على تويتر صورة للمتحف. " + paragraph, "title paragraph"},
		{"paragraphs with wide spaces between", "المتحف يفتح أبوابه\n\n" + paragraph + "   " + another + "   \u00a0" + paragraph + " أمس.", "title paragraph paragraph paragraph"},
		{"wide spaces within a sentence", "المتحف يفتح أبوابه\n\n" + paragraph + " قال      المدير إن كل القاعات مفتوحة.", "title paragraph"},
		{"title of two lines", "وزير الثقافة: «المتحف\nيفتح أبوابه للجميع»\n\n" + paragraph, "title paragraph"},
		{"title of two lines, open end", "المتحف الجديد يفتح أبوابه في\nالعاصمة بعد ثلاث سنوات\n\n" + paragraph, "title paragraph"},
		{"agency dateline", "المتحف يفتح أبوابه\n\nتونس 26 شوال 1436 هـ الموافق 11 اغسطس 2015 م واس\n" + paragraph, "title dateline paragraph"},
		{"deck", "المتحف يفتح أبوابه\n\nعشرون قاعة وحديقة على النهر\n\nTT\n\nالمتحف يفتح أبوابه\n\n" + paragraph, "title lead furniture title=0 paragraph"},
		{"lead twice", "المتحف يفتح أبوابه\n\n" + paragraph + "\n" + paragraph + "\n" + another, "title lead lead=1 paragraph"},
		{"caption twice", "المتحف يفتح أبوابه\n\nواجهة المتحف بعد ترميمها (رويترز)\nواجهة المتحف بعد ترميمها (رويترز)\n\n" + paragraph, "title caption caption=1 paragraph"},
		{"caption in the text", "المتحف يفتح أبوابه\n\n" + paragraph + "\n\nواجهة المتحف بعد ترميمها (أ.ف.ب - غيتي)\n\n" + another, "title paragraph caption paragraph"},
		{"brackets that credit nobody", "المتحف يفتح أبوابه\n\n" + paragraph + "\n\nالكلفة رقم كبير (في آب)\n\n" + another, "title paragraph heading paragraph"},
		{"heading between paragraphs", "المتحف يفتح أبوابه\n\n" + paragraph + "\nعشرون قاعة\n" + another, "title paragraph heading paragraph"},
		{"hard wraps", "افتُتح المتحف الجديد وسط المدينة بعد أعمال ترميم استمرت ثلاث سنوات،\nوشارك في الافتتاح عدد كبير من المختصين والزوار من داخل\nالبلاد وخارجها.\nويضم المبنى عشرين قاعة تعرض فيها القطع بحسب تاريخها، ومكتبة\nمفتوحة للباحثين.\n", "paragraph paragraph"},
		{"hard wraps and a heading", "المتحف يفتح أبوابه\n\nافتُتح المتحف الجديد وسط المدينة بعد أعمال ترميم استمرت ثلاث سنوات،\nوشارك في الافتتاح كثيرون.\nعشرون قاعة\nويضم المبنى عشرين قاعة تعرض فيها القطع بحسب تاريخها، ومكتبة\nمفتوحة للباحثين.\n", "title paragraph heading paragraph"},
		{"hard wraps around a button", "المتحف يفتح أبوابه\n\nافتُتح المتحف الجديد وسط المدينة بعد أعمال ترميم استمرت ثلاث سنوات،\nوشارك في الافتتاح عدد كبير من المختصين والزوار من داخل\n\nاظهار أخبار متعلقة\n\nالبلاد وخارجها.\nويضم المبنى عشرين قاعة تعرض فيها القطع بحسب تاريخها، ومكتبة\nمفتوحة للباحثين.\n", "title paragraph furniture paragraph+1 paragraph"},
		{"a button within a sentence", "المتحف يفتح أبوابه\n\n" + paragraph + "\n\n" + strings.TrimSuffix(another, ".") + " التي\n\nإعلان\n\nتبدأ غدا.\n\n" + paragraph[:len(paragraph)-3] + " أمس.", "title paragraph paragraph furniture paragraph+2 paragraph"},
		{"no full stop above a button", "المتحف يفتح أبوابه\n\n" + paragraph + "\n\n" + strings.TrimSuffix(another, ".") + "\n\nإعلان\n\nتبدأ الجولات غدا.\n\n", "title paragraph paragraph furniture paragraph"},
		{"a heading above a button", "المتحف يفتح أبوابه\n\n" + paragraph + "\n\nعشرون قاعة\n\nإعلان\n\n" + another, "title paragraph heading furniture paragraph"},
		{"verse", "من الشعر القديم\n\n" + paragraph + "\n\nقِفا نَبكِ مِن ذِكرى حَبيبٍ وَمَنزِلِ ... بِسِقطِ اللِوى بَينَ الدَخولِ فَحَومَلِ\nفَتوضِحَ فَالمِقراةِ لَم يَعفُ رَسمُها ... لِما نَسَجَتها مِن جَنوبٍ وَشَمأَلِ\n", "title paragraph verse verse"},
		{"list", "المتحف يفتح أبوابه\n\n" + paragraph + "\n- قاعة للفخار\n- قاعة للنقود\n", "title paragraph list list"},
		{"related", "المتحف يفتح أبوابه\n\n" + paragraph + "\n\nمقالات ذات صلة\n\nمعرض للنقود القديمة\n\nيستمر المعرض شهرا.\n", "title paragraph related related related"},
		{"related, then the text goes on", "المتحف يفتح أبوابه\n\n" + paragraph + "\n\nاقرأ أيضا\n\nمعرض للنقود\n\n" + another + "\n" + paragraph[:len(paragraph)-3] + " أمس.\n" + another + " الآن.\n", "title paragraph related related paragraph paragraph paragraph"},
		{"related in one line", "المتحف يفتح أبوابه\n\n" + paragraph + "\nللمزيد: معرض للنقود القديمة\n" + another, "title paragraph related paragraph"},
		{"another article behind", "المتحف يفتح أبوابه\n\n" + paragraph + "\n\nمقالات ذات صلة\n\nمعرض للنقود\n\nرحلة إلى الصحراء\n\nTT\n\nرحلة إلى الصحراء\n\n" + another, "title paragraph related related | title furniture title=0 paragraph"},
		{"furniture", "المتحف يفتح أبوابه\n\n" + paragraph + "\n// انتهى //\n18:07 ت م\n", "title paragraph furniture furniture"},
		{"video button", "المتحف يفتح أبوابه\n\nواجهة المتحف (رويترز) play-circle 01:26\n\n" + paragraph, "title caption furniture paragraph"},
		{"notice", "المتحف يفتح أبوابه\n\n\nهذا الخبر بعنوان \"المتحف\" نشر أولاً على موقع example.com بتاريخ ١٦ كانون الثاني ٢٠٢٦.\n" + paragraph, "title notice paragraph"},
		{"tags", "المتحف يفتح أبوابه\n\n" + paragraph + "\nثقافة\nثقافة\nثقافة\n", "title paragraph tag tag=2 tag=2"},
		{"hashtags", "المتحف يفتح أبوابه\n\n" + paragraph + "\n\n#متحف #ثقافة_2020\n", "title paragraph tag"},
		{"address of the author", "المتحف يفتح أبوابه\n\n" + paragraph + "\nauthor@example.com\n", "title paragraph byline"},
		{"paragraph again", "المتحف يفتح أبوابه\n\n" + paragraph + "\n" + another + "\n" + paragraph, "title paragraph paragraph paragraph=1"},
		{"answers are no repeats", "حوار مع المدير\n\n" + paragraph + "\nنعم بالطبع.\n" + another + "\nنعم بالطبع.\n" + another + " هنا.", "title paragraph paragraph paragraph paragraph paragraph"},
		{"trailing NUL", "المتحف يفتح أبوابه\r\n\r\n" + paragraph + "\r\n\x00", "title paragraph furniture"},
		{"old Mac lines", "المتحف يفتح أبوابه\r\r" + paragraph + "\r" + another, "title paragraph paragraph"},
		{"nothing", " \n\u00a0\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			parts := article.Parse(article.Source{Text: test.text}, "a.txt")
			kinds := make([]string, len(parts))
			for i, a := range parts {
				kinds[i] = describe(a.Blocks)
			}
			if got := strings.Join(kinds, " | "); got != test.blocks {
				t.Errorf("%s\nwant %s", got, test.blocks)
			}
			sound(t, test.text, parts)
		})
	}
}

// describe gives the kinds of blocks, each with the block it repeats or continues.
func describe(blocks []article.Block) string {
	names := make([]string, len(blocks))
	for i, b := range blocks {
		names[i] = b.Kind.String()
		if b.RepeatOf >= 0 {
			names[i] += fmt.Sprintf("=%d", b.RepeatOf)
		}
		if b.Continues >= 0 {
			names[i] += fmt.Sprintf("+%d", b.Continues)
		}
	}
	return strings.Join(names, " ")
}

func TestParseFacts(t *testing.T) {
	tests := []struct {
		name, text, file               string
		title, byline, source, section string
		date, from                     string
		words                          int
	}{
		{
			"all of it", "ثقافة\nالمتحف   يفتح أبوابه\nتونس: «الشرق الأوسط»\n3 آذار 2020\n\n" + paragraph, "a.txt",
			"المتحف يفتح أبوابه", "تونس: «الشرق الأوسط»", "الشرق الأوسط", "ثقافة", "2020-03-03", "text", 32,
		},
		{
			"made title past the dateline", "دبي، الإمارات العربية المتحدة (CNN) -- افتُتح المتحف الجديد أمس الأول. " + another, "2020-01-05-x.txt",
			"افتُتح المتحف الجديد أمس الأول", "", "CNN", "", "2020-01-05", "name", 31,
		},
		{
			"a date in the text is not the article's", "المتحف يفتح أبوابه\n\n" + paragraph + " وذلك في 3 مارس 2020.", "a.txt",
			"المتحف يفتح أبوابه", "", "", "", "", "", 31,
		},
		{
			"label at the end", "المتحف يفتح أبوابه\n\n" + paragraph + "\nتم إضافته يوم الجمعة 13/04/2012 م\n", "a.txt",
			"المتحف يفتح أبوابه", "", "", "", "2012-04-13", "text", 34,
		},
		{
			"date in the dateline", "المتحف يفتح أبوابه\n\nرام الله 7-6-2012 وفا- " + paragraph, "a.txt",
			"المتحف يفتح أبوابه", "", "وفا", "", "2012-06-07", "text", 32,
		},
		{
			"agency in a city with a newspaper", "المتحف يفتح أبوابه\nالرياض - واس\n\n" + paragraph, "a.txt",
			"المتحف يفتح أبوابه", "الرياض - واس", "واس", "", "", "", 28,
		},
		{
			"agency at the end", "المتحف يفتح أبوابه\n\n" + paragraph + "\n" + another + " (أ .ف .ب)", "a.txt",
			"المتحف يفتح أبوابه", "", "أ.ف.ب", "", "", "", 50,
		},
		{
			"hijri date line", "المتحف يفتح أبوابه\n22-5-1433 هـ\n\n" + paragraph, "a.txt",
			"المتحف يفتح أبوابه", "", "", "", "2012-04-14", "text", 30,
		},
		{
			"today in the text", "المتحف يفتح أبوابه\n\nقال المدير اليوم الجمعة 16 كانون الثاني 2026 إن القاعات مفتوحة.\n" + another, "2026-01-20.txt",
			"المتحف يفتح أبوابه", "", "", "", "2026-01-16", "text", 35,
		},
		{
			"the same day is another one", "المتحف يفتح أبوابه\n\nوقال المدير إن المتحف يفتح في نفس اليوم (18 مارس 2017).\n" + another, "2017-03-16.txt",
			"المتحف يفتح أبوابه", "", "", "", "2017-03-16", "name", 35,
		},
		{
			"entities of a page", "&quot;المتحف&quot; يفتح أبوابه\n&nbsp;سعاد بن علي (تونس)\n\n" + paragraph, "a.txt",
			"\"المتحف\" يفتح أبوابه", "سعاد بن علي (تونس)", "", "", "", "", 33,
		},
		{
			"page saved as one line", "\u202dBBC Arabic\u202c - \u202eالعالم\u202c - \u202eالمتحف يفتح أبوابه\u202c content=\"المتحف\" /> " + paragraph, "a.txt",
			"المتحف يفتح أبوابه", "", "BBC", "العالم", "", "", 26,
		},
		{
			"agency's section", "عام / المتحف يفتح أبوابه\n2015-08-11\n\n" + paragraph, "a.txt",
			"عام / المتحف يفتح أبوابه", "", "", "عام", "2015-08-11", "text", 30,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := article.Parse(article.Source{Text: test.text}, test.file)[0]
			got := []string{a.Title.Text, a.Byline, a.Source, a.Section, a.Date.ISO, a.Date.From}
			want := []string{test.title, test.byline, test.source, test.section, test.date, test.from}
			for i := range got {
				if got[i] != want[i] {
					t.Errorf("%q, want %q", got[i], want[i])
				}
			}
			if a.Words != test.words {
				t.Errorf("%d words, want %d", a.Words, test.words)
			}
		})
	}
}

func TestParserReuse(t *testing.T) {
	var p article.Parser
	first := article.Source{Text: "المتحف يفتح أبوابه\nسعاد بن علي\n\n" + paragraph}
	p.Parse(first, "a.txt")
	second := article.Source{Text: another}
	got, want := p.Parse(second, "b.txt")[0], article.Parse(second, "b.txt")[0]
	if got.Title != want.Title || got.Byline != "" || describe(got.Blocks) != describe(want.Blocks) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// outlined holds that an outline says all that parsing does but the facts.
func outlined(t *testing.T, a article.Article) {
	t.Helper()
	again := a
	again.Title.Start, again.Title.End, again.Blocks, again.Related = 0, 0, nil, nil
	again.Lay(string(a.AppendOutline(nil)))
	if !reflect.DeepEqual(again, a) && len(a.Blocks) > 0 {
		t.Fatalf("%+v comes back as %+v", a, again)
	}
}

// sound checks what must hold for the parts of every text.
func sound(t *testing.T, text string, parts []article.Article) {
	t.Helper()
	if len(parts) == 0 || parts[0].Start != 0 || parts[len(parts)-1].End != len(text) {
		t.Fatalf("%d parts do not hold the text", len(parts))
	}
	for i, a := range parts {
		if a.Part != i+1 || i > 0 && a.Start != parts[i-1].End {
			t.Fatalf("part %d begins at %d, part %d ends at %d", a.Part, a.Start, i, parts[max(i-1, 0)].End)
		}
		coversPart(t, text, a)
		related(t, a)
		outlined(t, a)
	}
}

// covers is as coversPart for the blocks of a whole text.
func covers(t *testing.T, text string, blocks []article.Block) {
	t.Helper()
	coversPart(t, text, article.Article{End: len(text), Blocks: blocks})
}

// coversPart checks that the blocks of a part are in order, begin and end with text, hold every byte of it that is not white space once,
// and refer to earlier ones.
func coversPart(t *testing.T, text string, a article.Article) {
	t.Helper()
	end := a.Start
	for i, b := range a.Blocks {
		if b.Start < end || b.End <= b.Start || b.End > a.End {
			t.Fatalf("block %d is %d–%d behind %d in a part up to %d", i, b.Start, b.End, end, a.End)
		}
		if between := strings.TrimFunc(text[end:b.Start], unicode.IsSpace); between != "" {
			t.Fatalf("%q before block %d is in no block", between, i)
		}
		if s := text[b.Start:b.End]; strings.TrimFunc(s, unicode.IsSpace) != s {
			t.Fatalf("block %d has white space around it: %q", i, s)
		}
		if b.RepeatOf >= i || b.Continues >= i {
			t.Fatalf("block %d repeats block %d and continues block %d", i, b.RepeatOf, b.Continues)
		}
		if b.Continues >= 0 && a.Blocks[b.Continues].Kind != b.Kind {
			t.Fatalf("block %d continues %s", i, a.Blocks[b.Continues].Kind)
		}
		end = b.End
	}
	if rest := strings.TrimFunc(text[end:a.End], unicode.IsSpace); rest != "" {
		t.Fatalf("%q at the end is in no block", rest)
	}
}

// related checks that the stories of a part are in order, and that what is said of each lies in related blocks of its own.
func related(t *testing.T, a article.Article) {
	t.Helper()
	next := 0
	for i, r := range a.Related {
		if r.First < next || r.Last < r.First || r.Last >= len(a.Blocks) {
			t.Fatalf("story %d is blocks %d–%d behind %d of %d", i, r.First, r.Last, next, len(a.Blocks))
		}
		if a.Blocks[r.First].Kind != article.Related || a.Blocks[r.Last].Kind != article.Related {
			t.Fatalf("story %d begins with %s and ends with %s", i, a.Blocks[r.First].Kind, a.Blocks[r.Last].Kind)
		}
		for _, part := range []article.Range{r.Title, r.Lead, r.Source} {
			inside := part == article.Range{}
			for _, b := range a.Blocks[r.First : r.Last+1] {
				inside = inside || b.Kind == article.Related && b.Start <= part.Start && part.Start < part.End && part.End <= b.End
			}
			if !inside {
				t.Fatalf("story %d has %v outside its blocks", i, part)
			}
		}
		next = r.Last + 1
	}
}

func FuzzParse(f *testing.F) {
	f.Add("المتحف يفتح أبوابه\n\nTT\n\nالمتحف يفتح أبوابه\n"+paragraph, "2020-01-01.txt")
	f.Add("مقالات ذات صلة\n\nx\nTT\nx\n", "a")
	f.Add("CNNArabic.com - x\n1/1/09    x    y\nxplay-circle 01:26", "a")
	f.Add(strings.Repeat("سطر قصير\n", 20), "a")
	f.Add("ب\n\n"+paragraph+"\nمقالات ذات صلة\n\nخبر\nأوروبا صورة (رويترز) play-circle\nخبر\n"+another+"\n«الجريدة» (تونس)\nآخر\n\nTT\n\nآخر\n"+paragraph, "a")
	f.Add("هذا الخبر بعنوان \"ب\" نشر أولاً على موقع example.com بتاريخ ١٦ كانون الثاني ٢٠٢٦.\nأ\n* خدمة «الجريدة»", "a")
	f.Add("\u202dBBC Arabic\u202c - \u202eالعالم\u202c - \u202eب\u202c   content=\"ب\" />   رياضة   1/1/2020   ب   سعاد بن علي   "+paragraph+"   "+another, "a")
	f.Add("ب\n\nافتتح المتحف الجديد وسط المدينة بعد أعمال ترميم استمرت ثلاث سنوات،\nTT\nوشارك في الافتتاح.\n"+"روابط ذات علاقة    أ    ب    "+paragraph, "a")
	f.Fuzz(func(t *testing.T, text, name string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		parts := article.Parse(article.Source{Text: text}, name)
		sound(t, text, parts)
		for _, a := range parts {
			if a.Title.End > a.End || a.Title.Start > a.Title.End || a.Title.Start > 0 && a.Title.Text == "" {
				t.Fatalf("headline %+v", a.Title)
			}
			if a.Origin != (article.Origin{}) && a.Blocks[a.Origin.Block].Kind != article.Notice {
				t.Fatalf("origin %+v is no notice", a.Origin)
			}
			for _, p := range a.Passages(text) {
				if p.Teaser >= len(a.Related) || p.Start >= 0 && text[p.Start:p.Start+len(p.Text)] != p.Text {
					t.Fatalf("passage %+v", p)
				}
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	text := "المتحف يفتح أبوابه\nتونس: «الشرق الأوسط»\n2015-08-03\n\n" + strings.Repeat(paragraph+" "+another+"\n", 8)
	var p article.Parser
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(article.Source{Text: text}, "a.txt")
	}
}

// BenchmarkParseOneLine guards against work that grows with the square of a line.
func BenchmarkParseOneLine(b *testing.B) {
	benchmarkHuge(b, strings.Repeat(paragraph+" ", article.MaxBytes/len(paragraph)))
}

// BenchmarkParseShortLines guards against work that grows with the square of the number of lines.
func BenchmarkParseShortLines(b *testing.B) {
	benchmarkHuge(b, strings.Repeat("سطر قصير\n", 1_000_000))
}

// BenchmarkParseButtons guards against looking far for the title of another article at each button of a page.
func BenchmarkParseButtons(b *testing.B) {
	benchmarkHuge(b, strings.Repeat("TT\n", 1_000_000))
}

// BenchmarkParseRelatedHeaders guards against looking to the end of the text from each header of related stories.
func BenchmarkParseRelatedHeaders(b *testing.B) {
	benchmarkHuge(b, strings.Repeat("مقالات ذات صلة\n", 1_000_000))
}

// BenchmarkParseRelatedStories guards against work that grows with the square of a list of stories.
func BenchmarkParseRelatedStories(b *testing.B) {
	benchmarkHuge(b, "عنوان\n\n"+paragraph+"\n\nمقالات ذات صلة\n"+strings.Repeat("خبر\nشرح الخبر.\n«الجريدة» (تونس)\n", 300_000))
}

func benchmarkHuge(b *testing.B, text string) {
	b.Helper()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		article.Parse(article.Source{Text: text}, "a.txt")
	}
}
