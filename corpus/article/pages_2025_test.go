package article_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"jarida/corpus/article"
)

// kindsOf gives the kinds of the blocks of all parts, a bar between parts; repeats in brackets.
func kindsOf(parts []article.Article) string {
	var b strings.Builder
	for i, a := range parts {
		if i > 0 {
			b.WriteString(" |")
		}
		for _, block := range a.Blocks {
			b.WriteByte(' ')
			if block.RepeatOf >= 0 {
				b.WriteString("(" + block.Kind.String() + ")")
			} else {
				b.WriteString(block.Kind.String())
			}
		}
	}
	return strings.TrimPrefix(b.String(), " ")
}

// wrap breaks the paragraphs of a text at a column, without blank lines between.
func wrap(text string, column int) string {
	var b strings.Builder
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		used := 0
		for word := range strings.FieldsSeq(paragraph) {
			n := utf8.RuneCountInString(word)
			switch {
			case used == 0:
			case used+1+n > column:
				b.WriteByte('\n')
				used = 0
			default:
				b.WriteByte(' ')
				used++
			}
			b.WriteString(word)
			used += n
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// How the pages of today set off what is no text of the article.
func TestPageStyles(t *testing.T) {
	const (
		title  = "المتحف يفتح أبوابه للزوار بعد عام من الترميم"
		first  = paragraph + ".\n\n"
		second = "وقال المدير إن القاعات الجديدة تضم قطعا لم تعرض من قبل، وإن العمل فيها استغرق عامين كاملين.\n\n"
		link   = "معرض للنقود القديمة في العاصمة"
		lead   = "يستمر المعرض شهرا ويضم قطعا لم تعرض من قبل."
	)
	tests := []struct{ name, text, want string }{
		{"one paragraph behind a link", title + "\n\n" + first + "مقالات ذات صلة\n" + link + "\n\n" + second, "title paragraph related related paragraph"},
		{"short paragraphs behind a link", title + "\n\n" + first + "اقرأ أيضا:\n" + link + "\n\n" + lead + "\n\n" + another + ".\n", "title paragraph related related paragraph paragraph"},
		{"a link that asks", title + "\n\n" + first + "اقرأ أيضا\n" + "هل تنقل القطع إلى العاصمة؟\n\n" + second + second[2:], "title paragraph related related paragraph paragraph"},
		{"one story with its lead", title + "\n\n" + first + "مقالات ذات صلة\n\n" + link + "\n\n" + lead + "\n", "title paragraph related related related"},
		{"links with blank lines between", title + "\n\n" + first + "قد يهمك\n\n" + link + "\n\nرحلة القافلة إلى الصحراء\n\n" + second, "title paragraph related related related paragraph"},
		{"a header of another site", title + "\n\n" + first + "الأخبار ذات الصلة\n\n" + link + "\n", "title paragraph related related"},
		{"the most read", title + "\n\n" + first + "الأكثر مشاهدة\n\n" + link + "\n", "title paragraph related related"},
		{"more to read", title + "\n\n" + first + "اقرأ المزيد:\n\n" + link + "\n", "title paragraph related related"},
		{"a heading that only begins so", title + "\n\n" + first + "المزيد من الدعم للمتاحف\n\n" + second, "title paragraph heading paragraph"},
		{"a sentence with a wire tag", title + "\n\n" + first + "وأكد المدير أن المتحف يفتح أبوابه كل يوم (رويترز)\n\n" + second, "title paragraph paragraph paragraph"},
		{"a last paragraph with a wire tag", title + "\n\n" + first + "المتحف مفتوح للزوار كل يوم حتى المساء (رويترز)\n", "title paragraph paragraph"},
		{"a caption with a wire tag", title + "\n\n" + first + "وزير الثقافة في القاعة الجديدة (رويترز)\n\n" + second, "title paragraph caption paragraph"},
		{"an embedded post", title + "\n\n" + first + "pic.twitter.com/abc\n\n— متحف (@museum) February 3, 2026\n\nhttps://t.co/x\n\n" + second, "title paragraph furniture furniture furniture paragraph"},
		{"buttons in lines of their own", title + "\n\n2 دقائق\n\n" + first + "مادة اعلانية\n\n" + second + "الكلمات الدالة: متحف، آثار\nشارك المقال\nفيسبوك\nواتساب\n", "title furniture paragraph furniture paragraph tag furniture furniture furniture"},
		{"a second button, the title once", title + "\n\nTT\n\n" + title + "\n\n" + first + second + "رحلة القافلة إلى الصحراء الكبرى\n\nقافلة (رويترز)\nقافلة (رويترز)\nTT\n\n" + another + ".\n", "title furniture (title) paragraph paragraph | title caption (caption) furniture paragraph"},
		{"a title again with a mark that shows nothing", title + "\n\n" + first + "رحلة القافلة\n\nقافلة (رويترز)\nقافلة (رويترز)\nTT\n\nرحلة القافلة \u200f\n\n" + second, "title paragraph | title caption (caption) furniture (title) paragraph"},
		{"a part of one short sentence", title + "\n\n" + first + "رحلة القافلة\n\nTT\n\nرحلة القافلة\n\nعادت القافلة إلى الواحة أمس.\n", "title paragraph | title furniture (title) paragraph"},
		{"a caption around the button", title + "\n\nالقاعات كلها مفتوحة للزوار\n\nواجهة المتحف\nTT\n\n" + title + "\n\nواجهة المتحف\n\n" + first, "title lead caption furniture (title) (caption) paragraph"},
		{"a caption twice beneath a lead", title + "\n\nالقاعات كلها مفتوحة للزوار\n\nواجهة المتحف بعد الترميم\nواجهة المتحف بعد الترميم\nTT\n\n" + title + "\n\n" + first, "title lead caption (caption) furniture (title) paragraph"},
		{"a caption that credits somebody unknown", title + "\n\n" + first + "وزير الثقافة في القاعة الجديدة (بلدية المدينة)\n\n" + second, "title paragraph caption paragraph"},
		{"a heading that has a video", title + "\n\n" + first + "وزير الثقافة في القاعة الجديدة (فيديو)\n\n" + second, "title paragraph heading paragraph"},
		{"names in brackets one beneath the other", title + "\n\n" + first + "أفضل لاعب في الدوري أحمد (ليفربول)\nأفضل حارس في الدوري سامي (ميلان)\nأفضل مدرب في الدوري عمر (برشلونة)\n\n" + second, "title paragraph paragraph paragraph paragraph paragraph"},
		{"labels of the BBC", title + "\n\nصدر الصورة، Getty Images\nالتعليق على الصورة، واجهة المتحف\nArticle Information\nAuthor, سعاد بن علي\n3 فبراير/ شباط 2026\n\n" + first, "title caption caption furniture byline dateline paragraph"},
		{"the hour of the last change", title + "\n3/2/2026\n|\nآخر تحديث: 18:05 (توقيت مكة)\n\n" + first, "title dateline furniture dateline paragraph"},
		{"wrapped, the first paragraph of two lines", wrap(first+second+another+".", 85), "paragraph paragraph paragraph"},
		{"wrapped in a narrow column", wrap(first+second+another+".", 30), "paragraph paragraph paragraph"},
		{"a title over wrapped lines", "المتحف يفتح أبوابه\n" + wrap(first+second+another+".\n\n"+first, 45), "title paragraph paragraph paragraph (paragraph)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			parts := article.Parse(article.Source{Text: test.text}, "a.txt")
			sound(t, test.text, parts)
			if got := kindsOf(parts); got != test.want {
				t.Errorf("%s\nwant %s", got, test.want)
			}
		})
	}
}

// What stands over the text: long titles, names and dates in any order, sections and sites.
func TestHeads(t *testing.T) {
	const body = "\n\n" + paragraph + ".\n\n" + another + ".\n"
	tests := []struct{ name, text, title, date, byline, source, section string }{
		{
			"an ellipsis in a long title", "المتحف يفتح أبوابه للزوار بعد عام من أعمال الترميم والتوسعة.. والوزير يعد بثلاثة متاحف جديدة في مدن الجنوب والشمال\nسعاد بن علي\n2026-02-03" + body,
			"المتحف يفتح أبوابه للزوار بعد عام من أعمال الترميم والتوسعة.. والوزير يعد بثلاثة متاحف جديدة في مدن الجنوب والشمال", "2026-02-03", "سعاد بن علي", "", "",
		},
		{"cities and reporters", "المتحف يفتح أبوابه\nبغداد: سعاد بن علي - أربيل: عمر حداد\n2026-02-03" + body, "المتحف يفتح أبوابه", "2026-02-03", "بغداد: سعاد بن علي - أربيل: عمر حداد", "", ""},
		{"an agency with dots", "المتحف يفتح أبوابه\nجاكرتا - أ. ف. ب.\n2026-02-03" + body, "المتحف يفتح أبوابه", "2026-02-03", "جاكرتا - أ. ف. ب.", "أ.ف.ب", ""},
		{"a long name", "المتحف يفتح أبوابه\nد. عبد الوهاب بن عبد الله الخميس\n2026-02-03" + body, "المتحف يفتح أبوابه", "2026-02-03", "د. عبد الوهاب بن عبد الله الخميس", "", ""},
		{"published and updated", "المتحف يفتح أبوابه\n\nنُشرت في: 03/02/2026 - 14:22 آخر تحديث: 04/02/2026 - 10:00" + body, "المتحف يفتح أبوابه", "2026-02-03", "", "", ""},
		{"a known site behind a bar", "المتحف يفتح أبوابه للجميع | سكاي نيوز عربية" + body, "المتحف يفتح أبوابه للجميع", "", "", "سكاي نيوز عربية", ""},
		{"a known site behind a dash", "المتحف يفتح أبوابه للجميع - هسبريس" + body, "المتحف يفتح أبوابه للجميع", "", "", "هسبريس", ""},
		{"a section before a bar", "ثقافة | المتحف يفتح أبوابه للجميع" + body, "المتحف يفتح أبوابه للجميع", "", "", "", "ثقافة"},
		{"a source and its place above", "سكاي نيوز عربية - أبوظبي\n\nالمتحف يفتح أبوابه للجميع\n\n3 فبراير 2026" + body, "المتحف يفتح أبوابه للجميع", "2026-02-03", "سكاي نيوز عربية - أبوظبي", "سكاي نيوز عربية", ""},
		{"a way to the page above", "أخبار|ثقافة\n\nالمتحف يفتح أبوابه للجميع" + body, "المتحف يفتح أبوابه للجميع", "", "", "", "أخبار|ثقافة"},
		{"today, in agreement with another calendar", "المتحف يفتح أبوابه\n\nافتتح الوزير اليوم الجمعة الموافق 15/ 10/ 1436هـ المتحف الجديد وسط المدينة، وشارك في الافتتاح عدد كبير من الزوار من داخل البلاد." + body, "المتحف يفتح أبوابه", "2015-07-31", "", "", ""},
		{"a section printed over and over", "المتحف يفتح أبوابه" + body + "سوريا محلي\nسوريا محلي\nسوريا محلي\nسوريا محلي\n", "المتحف يفتح أبوابه", "", "", "", "سوريا محلي"},
		{"a day in the title", "العراق - الأحد" + body, "العراق - الأحد", "", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			parts := article.Parse(article.Source{Text: test.text}, "a.txt")
			sound(t, test.text, parts)
			a := parts[0]
			got := [...]string{a.Title.Text, a.Date.ISO, a.Byline, a.Source, a.Section}
			if want := [...]string{test.title, test.date, test.byline, test.source, test.section}; got != want {
				t.Errorf("%q\nwant %q", got, want)
			}
		})
	}
}
