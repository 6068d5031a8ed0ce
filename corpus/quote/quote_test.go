package quote_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"jarida/corpus/article"
	"jarida/corpus/entity"
	"jarida/corpus/quote"
)

// people are the names that the tests put into texts, as they are typed.
func people() map[string]entity.Type {
	return map[string]entity.Type{
		"بوتين": entity.Person, "بيسكوف": entity.Person, "عراقجي": entity.Person, "بزشكيان": entity.Person,
		"الكرملين": entity.Organisation, "رويترز": entity.Organisation, "بريكس": entity.Organisation, "موسكو": entity.Place,
	}
}

// written makes an article of paragraphs: the source text, its blocks and the mentions of the people in it.
func written(paragraphs ...string) (string, article.Article, []entity.Mention) {
	src := strings.Join(paragraphs, "\n")
	a := article.Article{Part: 1, End: len(src)}
	at := 0
	for _, p := range paragraphs {
		a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Start: at, End: at + len(p), RepeatOf: -1, Continues: -1})
		at += len(p) + 1
	}
	var mentions []entity.Mention
	for i := range src {
		for name, typ := range people() {
			if strings.HasPrefix(src[i:], name) {
				mentions = append(mentions, entity.Mention{Start: i, End: i + len(name), Type: typ})
			}
		}
	}
	return src, a, mentions
}

func TestFind(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string // paragraphs are lines
		want       string // "speaker: words" of each quotation, between bars; ? is nobody
	}{
		{"verb and subject", `وقال بوتين إن "روسيا مستعدة".`, `بوتين: "روسيا مستعدة"`},
		{"spokesman", `وقال المتحدث باسم الكرملين بيسكوف: «لا تعليق».`, `بيسكوف: «لا تعليق»`},
		{"spokesman behind a comma", `وقال المتحدث باسم الكرملين، بيسكوف، إن «الأمر واضح».`, `بيسكوف: «الأمر واضح»`},
		{"organisation", `وأعلن الكرملين أن «الدعم مستمر».`, `الكرملين: «الدعم مستمر»`},
		{"place", `وصفت موسكو ذلك بأنه «خطأ».`, `موسكو: «خطأ»`},
		{"goes on", "وقال بوتين: «نعم».\nوأضاف: «ولا».", `بوتين: «نعم» | بوتين: «ولا»`},
		{"participle", `وقال بوتين «نعم ونعم» مضيفاً أن «لا».`, `بوتين: «نعم ونعم» | بوتين: «لا»`},
		{"verb behind", `«لن نقبل بهذا أبداً»، قال بوتين للصحافيين.`, `بوتين: «لن نقبل بهذا أبداً»`},
		{"according to", `وبحسب بيسكوف، فإن «الاجتماع تأجل».`, `بيسكوف: «الاجتماع تأجل»`},
		{"spoken to", "تحدث بزشكيان.\nوخاطب بوتين قائلاً: «شكراً لكم».", `بزشكيان: «شكراً لكم»`},
		{"relayed", `ونقلت رويترز عن عراقجي قوله: «نرفض ذلك».`, `عراقجي: «نرفض ذلك»`},
		{"before the verb", `إلا أن بيسكوف نفى ذلك قائلاً: «جاء دون رسالة».`, `بيسكوف: «جاء دون رسالة»`},
		{"no name", "وقال بوتين نعم.\nوقال مسؤول في المطار: «أقلعت الطائرة».", `?: «أقلعت الطائرة»`},
		{"topic", "كان بوتين قد زار البلاد.\nوقال إن «الزيارة ناجحة».", `بوتين: «الزيارة ناجحة»`},
		{"as a paper says", "قال بوتين نعم، كما أفادت رويترز.\nوأضاف: «نعم ثم نعم».", `بوتين: «نعم ثم نعم»`},
		{"name in marks", `وقالت وكالة «رويترز» إن قمة «بريكس» بدأت.`, ``},
		{"term in marks", `وانتقد الحاضرون «الصفقة».`, ``},
		{"without marks", `وأضاف بوتين: الموقف لم يتغير منذ عقود طويلة.`, `بوتين: الموقف لم يتغير منذ عقود طويلة.`},
		{"curly marks the wrong way round", `وقال بوتين: ” الحل سياسي “ فقط.`, `بوتين: ” الحل سياسي “`},
		{"nested", `وقال بوتين: «قالوا لنا «لا» فرفضنا» أمس.`, `بوتين: «قالوا لنا «لا» فرفضنا»`},
		{"never closed", "وقال بوتين: «بدأ الأمر هنا\nونص آخر.", `بوتين: «بدأ الأمر هنا`},
		{"paragraph goes on", "وقال بوتين: “بدأ الأمر هنا ولم ينته\n“ثم انتهى”.", `بوتين: “بدأ الأمر هنا ولم ينته | بوتين: “ثم انتهى”`},
		{"clock", `وقال بوتين عند 21:05 إن «الوقت مناسب».`, `بوتين: «الوقت مناسب»`},
		{"spoken to a paper", `وقالت مصادر لـ«رويترز»: «الاتفاق قريب جداً».`, `?: «الاتفاق قريب جداً»`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			src, a, mentions := written(strings.Split(test.text, "\n")...)
			var got []string
			for _, q := range quote.New().Find(src, a, mentions, nil) {
				speaker := "?"
				if q.Speaker.Known {
					m := mentions[q.Speaker.Mention]
					speaker = src[m.Start:m.End]
				}
				got = append(got, speaker+": "+src[q.Start:q.End])
			}
			if got := strings.Join(got, " | "); got != test.want {
				t.Errorf("found %s\nwant  %s", got, test.want)
			}
		})
	}
}

// TestRelatedStories holds that a related story and the article around it never share a speaker.
func TestRelatedStories(t *testing.T) {
	t.Parallel()
	src, a, mentions := written("وقال بوتين نعم.", "وأضاف: «من القصة الأخرى».", "وأضاف: «من المقال نفسه».")
	a.Blocks[1].Kind = article.Related
	a.Related = []article.Teaser{{First: 1, Last: 1}}
	quotes := quote.New().Find(src, a, mentions, nil)
	if len(quotes) != 2 || quotes[0].Speaker.Known || !quotes[1].Speaker.Known {
		t.Errorf("found %+v, want nobody for the related story and Putin behind it", quotes)
	}
}

// FuzzFind holds that quotes are in order, apart, whole characters within one block, and speak through names that exist, and that they are the
// same by what a tagger has noted of words.
func FuzzFind(f *testing.F) {
	for _, text := range []string{
		"وقال بوتين: «نعم «لا» و“ربما”».\nوأضاف: نص بلا علامات", `" " "`, "// قال // انتهى //", "”“”“ ‘’ «»«»", "قال: " + strings.Repeat("«", 40),
	} {
		f.Add(text)
	}
	finder, other := quote.New(), quote.New()
	tagger, err := entity.NewNoting(quote.Note())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src, a, mentions := written(strings.Split(text, "\n")...)
		end := 0
		quotes := finder.Find(src, a, mentions, nil)
		tagger.Find(src, a)
		if noted := other.FindNoted(src, a, mentions, nil, tagger); !slices.Equal(noted, quotes) {
			t.Fatalf("%+v by what is noted of words, and %+v by the words of %q", noted, quotes, src)
		}
		for _, q := range quotes {
			if q.Start < end || q.End <= q.Start || q.End > len(src) || strings.Contains(src[q.Start:q.End], "\n") {
				t.Fatalf("%+v behind %d in %q", q, end, src)
			}
			if utf8.ValidString(src) && !utf8.ValidString(src[q.Start:q.End]) {
				t.Fatalf("%+v cuts a character of %q", q, src)
			}
			if q.Speaker.Known && (q.Speaker.Mention < 0 || q.Speaker.Mention >= len(mentions)) {
				t.Fatalf("%+v speaks through nothing", q)
			}
			end = q.End
		}
	})
}

// TestHostile holds that time grows with the text alone: a megabyte of what begins and never ends.
func TestHostile(t *testing.T) {
	t.Parallel()
	for _, piece := range []string{"«", "“ ", "\" x", "قال ", "قال بوتين ", "// ", "بين: ", "كما قال من بيان "} {
		src, a, mentions := written(strings.Repeat(piece, 1<<18/len(piece)))
		done := make(chan int)
		go func() { done <- len(quote.New().Find(src, a, mentions, nil)) }()
		select {
		case <-done:
		case <-time.After(20 * time.Second): // linear, it takes a hundredth of this on a busy machine
			t.Fatalf("%q many times never ends", piece)
		}
	}
}

// BenchmarkFind reads a real page of news.
func BenchmarkFind(b *testing.B) {
	paragraphs := strings.Repeat("وقال المتحدث باسم الكرملين بيسكوف، في تصريح للصحافيين أمس، إن «العلاقات بين البلدين تتطور وفق ما اتفق عليه الرئيسان». "+
		"وتوقع مراقبون أن تستمر المفاوضات أسابيع، قبل أن يجتمع الوفدان مجدداً في العاصمة.\nوأضاف: «لا نرى سبباً للعجلة».\n", 20)
	src, a, mentions := written(strings.Split(paragraphs, "\n")...)
	finder := quote.New()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		finder.Find(src, a, mentions, nil)
	}
}

// TestSensesAreAlwaysTheSame holds that who speaks is the same in every run of the program.
func TestSensesAreAlwaysTheSame(t *testing.T) {
	t.Parallel()
	src, a, mentions := written("وهذا ما دعا إليه بوتين حين قال: «نعم ثم نعم».", "وقال في كلمة «سلام».")
	want := slices.Clone(quote.New().Find(src, a, mentions, nil))
	for range 20 {
		if got := quote.New().Find(src, a, mentions, nil); !slices.Equal(got, want) {
			t.Fatalf("%+v, and before %+v", got, want)
		}
	}
}
