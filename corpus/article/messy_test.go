package article_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"jarida/corpus/article"
)

// What each file of the messy set is, found by reading it: the encoding, the first and last characters of its text without the white space
// around, and what is to be said about it. The files with a trailing NUL keep it.
var messyFiles = []struct{ name, encoding, first, last, warning string }{
	{"bidi_embed_override/ant-alarabia_AL-sport-1728-20180528.txt", "utf-8", "ميسي يعلن رغبته", "", ""},
	{"bidi_embed_override/sabq_2015-08-09-01273.txt", "utf-8", "\u202bالزميل", "", ""},
	{"blank_only/alriyadh_2015-07-25-00992.txt", "utf-8", "", "", ""},
	{"cp1256_crlf_nul/DZS29.txt", "windows-1256", "كلما حدثت مصيبة", "\x00", ""},
	{"cp1256_crlf_nul/EGE4.txt", "windows-1256", "يعكف الدكتور كمال", "\x00", ""},
	{"cp1256_crlf_nul/EGS3.txt", "windows-1256", "بات محمد شوقي", "\x00", ""},
	{"cp1256_crlf_nul/JOE1.txt", "windows-1256", "صناعة منتجات الحلال", "\x00", ""},
	{"cp1256_crlf_nul/KWE26.txt", "windows-1256", "اعتبارا من اليوم", "\x00", ""},
	{"cp1256_crlf_nul/MAS44.txt", "windows-1256", "الزاوية 90", "\x00", ""},
	{"cp1256_crlf_nul/MASC27.txt", "windows-1256", "إبهي: اكتشاف أصل", "\x00", ""},
	{"cp1256_crlf_nul/OME27.txt", "windows-1256", "", "\x00", ""},
	{"diacritics_some_3_20/alriyadh_2015-08-07-00826.txt", "utf-8", "وزير العدل: القضاء", "", ""},
	{"diacritics_some_3_20/ant-jawharafm_JA-localNews-4545-20170610.txt", "utf-8", "تفكيك خلية", "", ""},
	{"diacritised_news/wikinews_20.txt", "utf-8", "55 حَالَةَ", "", ""},
	{"diacritised_news/wikinews_21.txt", "utf-8", "وَفَاةُ رُوبِنْ", "", ""},
	{"dup_line_anywhere/alyaum_2015-08-04-01044.txt", "utf-8", "الخليج يواجه", "", ""},
	{"dup_line_anywhere/ant-alarabia_AL-sport-1625-20180520.txt", "utf-8", "رغم التتويج", "", ""},
	{"empty/5723.txt", "utf-8", "", "", ""},
	{"hard_wrapped/aleqtisadiya_2015-07-31-00612.txt", "utf-8", "ابن لعبون", "", ""},
	{"hard_wrapped/alriyadh_2015-08-07-00800.txt", "utf-8", "تجاوب المسؤول", "", ""},
	{"hashtag/ant-alarabia_AL-internationalNews-34-20180216.txt", "utf-8", "بعد استقالة", "", ""},
	{"hashtag/ant-alarabia_AL-internationalNews-776-20180403.txt", "utf-8", "الجيش اليمني", "", ""},
	{"html_entity/sabq_2015-07-21-02707.txt", "utf-8", "كسر في رقبة", "", ""},
	{"html_entity/sabq_2015-07-21-02886.txt", "utf-8", "&quot;موظفة", "", ""},
	{"latin_share_25/1880.txt", "utf-8", "لعبة Ratchet", "", ""},
	{"latin_share_25/DZP21.txt", "windows-1256", "E???? C?C?E", "", "Most letters are question marks: they were lost before the file was saved."},
	{"size_300B/ant-jawharafm_JA-diverse-28-20170106.txt", "utf-8", "العثور على جمجمة", "", ""},
	{"zero_width/3alyoum_2015-08-10-00081.txt", "utf-8", "إحباط تهريب", "", ""},
	{"zero_width/sabq_2015-07-21-02656.txt", "utf-8", "أطفال &quot;", "", ""},
}

func TestMessyFiles(t *testing.T) {
	dir := filepath.Join(sharedArticles(t), "messy")
	for _, want := range messyFiles {
		raw, err := os.ReadFile(filepath.Join(dir, want.name))
		if err != nil {
			t.Fatal(err)
		}
		src, err := article.Decode(raw, filepath.Base(want.name))
		if err != nil {
			t.Errorf("%s: %v", want.name, err)
			continue
		}
		text := strings.TrimSpace(src.Text)
		if src.Encoding != want.encoding || !strings.HasPrefix(text, want.first) || !strings.HasSuffix(text, want.last) {
			t.Errorf("%s: %s, %.40q…%q", want.name, src.Encoding, text, text[max(0, len(text)-12):])
		}
		if got := strings.Join(src.Warnings, " "); got != want.warning {
			t.Errorf("%s: warnings %q, want %q", want.name, got, want.warning)
		}
		if src.Encoding == "utf-8" && src.Text != string(raw) || utf8.RuneCountInString(src.Text) != len(raw) && src.Encoding == "windows-1256" {
			t.Errorf("%s: the text is not the file", want.name)
		}
	}
	found, err := filepath.Glob(filepath.Join(dir, "*", "*.txt"))
	if err != nil || len(found) != len(messyFiles) {
		t.Errorf("%d files, %v; %d are written down", len(found), err, len(messyFiles))
	}
}
