package edition

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// texts reads every article of the edition.
func texts(t *testing.T) map[string]string {
	t.Helper()
	names, err := fs.Glob(FS(), "*")
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string, len(names))
	for _, name := range names {
		b, err := fs.ReadFile(FS(), name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(b)
	}
	return all
}

func TestEveryArticleIsCleanText(t *testing.T) {
	t.Parallel()
	slug := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.txt$`)
	// Bidi controls, and every C0 and C1 control but the line feed: an article of ours has no use for them.
	unwanted := regexp.MustCompile(`[\x{61C}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{FEFF}\x{FFFD}\x00-\x09\x0B-\x1F\x7F-\x{9F}]`)
	titles := map[string]string{}
	for name, text := range texts(t) {
		if !slug.MatchString(name) {
			t.Errorf("%s: not an ASCII slug, which is what an id of the edition is", name)
		}
		if !utf8.ValidString(text) {
			t.Errorf("%s: not UTF-8", name)
		}
		if !norm.NFC.IsNormalString(text) {
			t.Errorf("%s: not NFC", name)
		}
		if at := unwanted.FindStringIndex(text); at != nil {
			t.Errorf("%s: has %+q at byte %d", name, text[at[0]:at[1]], at[0])
		}
		if words := len(strings.Fields(text)); words < 200 || words > 500 {
			t.Errorf("%s: %d words, want the length of a newspaper article", name, words)
		}
		title, _, _ := strings.Cut(text, "\n")
		if regexp.MustCompile(`^(رياضة|علوم|يوميات الشرق)$`).MatchString(title) { // a section line comes before the title
			title = strings.Split(text, "\n")[2]
		}
		if other, taken := titles[title]; taken {
			t.Errorf("%s and %s have one title: %s", name, other, title)
		}
		titles[title] = name
	}
}

// TestArticlesShowWhatPagesShow holds the reason for the edition: each thing that real pages do to a reader stands in
// an article, so that it can be seen on a machine that has no other article.
func TestArticlesShowWhatPagesShow(t *testing.T) {
	t.Parallel()
	all := texts(t)
	for _, tt := range []struct{ phenomenon, file, pattern string }{
		{"two month names, second in brackets", "apollo-11.txt", `20 يوليو \(تموز\) 2019`},
		{"two month names, Levantine first", "ibn-battuta.txt", `14 حزيران \(يونيو\) 2025`},
		{"two month names with a stroke", "moon-landing.txt", `21 تموز/يوليو 2019`},
		{"two month names, stroke and space", "mahfouz.txt", `13 أكتوبر/ تشرين الأول 2018`},
		{"a month name of the Maghreb", "smallpox.txt", `8 ماي 1980`},
		{"a date in figures", "moon-landing.txt", `21-7-1969`},
		{"a Hijri date with its Gregorian twin", "ibn-battuta.txt", `17 رجب 703 هـ الموافق 24 شباط \(فبراير\) 1304 م`},
		{"a Hijri dateline", "mutanabbi.txt", `الرياض 28 رمضان 1436 هـ الموافق 15 يوليو 2015 م`},
		{"a Hijri year alone", "ibn-al-haytham.txt", `354 هـ \(965 م\)`},
		{"guillemets with a speaker", "apollo-11.txt", `قال أرمسترونغ [^«]+: «[^»]+»`},
		{"a quotation from a book", "ibn-al-haytham.txt", `كتب ابن الهيثم [^«]+: «[^»]+»`},
		{"straight quotation marks", "moon-landing.txt", `قال: "[^"]+"`},
		{"curly quotation marks", "mahfouz.txt", `“[^”]+”`},
		{"Latin words in brackets", "apollo-11.txt", `\(NASA\)`},
		{"a unit in Latin letters", "gps.txt", `14,000 km/h`},
		{"a per cent sign", "smallpox.txt", `30%`},
		{"an Arabic per cent sign and digits", "arabic-language-day.txt", `٨٪`},
		{"an Arabic thousands separator", "arabic-language-day.txt", `٤٬٠٠٠`},
		{"a date in Arabic-Indic digits", "umm-kulthum.txt", `٣ شباط \(فبراير\) ٢٠٢٥`},
		{"digit groups", "gps.txt", `299,792,458`},
		{"a score", "arab-world-cup.txt", `3-1`},
		{"a score with a word", "arab-world-cup.txt", `1-صفر`},
		{"a credit in brackets", "apollo-11.txt", `\(ناسا\)\n`},
		{"square brackets", "everest.txt", `\[[^]]+\]`},
		{"residue of a widget", "apollo-11.txt", `\nTT\n`},
		{"related stories", "tutankhamun.txt", `\nمقالات ذات صلة\n`},
		{"related stories cut off", "suez-canal.txt", `\nاظهار أخبار متعلقة\n$`},
		{"a teaser's agency and city", "tutankhamun.txt", `\n«جريدة» \(أسوان\)\n`},
		{"a republication notice", "arabic-language-day.txt", `نُشرت أولاً على موقع culture\.example\.org وأُعيد نشرها`},
		{"the section four times", "arabic-language-day.txt", `(ثقافة\n){4}$`},
		{"a section line before the title", "gps.txt", `^علوم\n\n`},
		{"a byline", "umm-kulthum.txt", `\nكتبت: سلمى الراوي\n`},
		{"a byline with a city", "tutankhamun.txt", `\nالأقصر: نادية فهمي\n`},
		{"a dateline", "moon-landing.txt", `\nهيوستن \(الولايات المتحدة\) - جريدة:\n`},
		{"verse with tashkeel", "mutanabbi.txt", `عَلَى قَدْرِ أَهْلِ العَزْمِ`},
		{"tatweel before a guillemet", "mutanabbi.txt", `بـ«معجز أحمد»`},
		{"tatweel before Latin letters", "gps.txt", `بـGPS`},
		{"tatweel before a number", "everest.txt", `بـ86`},
		{"tatweel inside a word", "mutanabbi.txt", `مصـر`},
		{"a lam-alef of its own", "moon-landing.txt", `اﻷهم`},
		{"alef without its hamza", "moon-landing.txt", ` انسان `},
		{"a no-break space", "penicillin.txt", "2\\.3\u00a0مليون"},
		{"a URL", "gps.txt", `www\.example\.com/science\?id=1978&lang=ar`},
		{"an e-mail address", "gps.txt", `science@example\.com`},
		{"a telephone number", "gps.txt", `\+1 202-555-0142`},
		{"a list", "gps.txt", `\n- [^\n]+\n- [^\n]+\n- `},
		{"a hashtag", "moon-landing.txt", `#أبولو_11`},
		{"a trailing list of tags", "arab-world-cup.txt", `\nكرة القدم\nكأس العالم\nالمغرب\n`},
		{"tags on one line", "penicillin.txt", `\nصحة \| علوم \| تاريخ\n$`},
		{"share buttons", "mahfouz.txt", `\nشارك هذا الخبر على: `},
		{"one name, two spellings (first)", "apollo-11.txt", `نيل أرمسترونغ`},
		{"one name, two spellings (second)", "moon-landing.txt", `نيل ارمسترونج`},
	} {
		if !regexp.MustCompile(tt.pattern).MatchString(all[tt.file]) {
			t.Errorf("%s: no %s (%s)", tt.file, tt.phenomenon, tt.pattern)
		}
	}
}

func TestCaptionsArePrintedTwice(t *testing.T) {
	t.Parallel()
	all := texts(t)
	for _, name := range []string{"abu-simbel.txt", "apollo-11.txt", "mahfouz.txt", "penicillin.txt", "tutankhamun.txt"} {
		lines := strings.Split(all[name], "\n")
		found := false
		for i := 1; i < len(lines); i++ {
			found = found || lines[i] == lines[i-1] && strings.HasSuffix(lines[i], ")")
		}
		if !found {
			t.Errorf("%s: no caption twice", name)
		}
	}
}

// TestHardWrap holds that the wrapped article breaks in the middle of sentences, at the width of a typewritten page.
func TestHardWrap(t *testing.T) {
	t.Parallel()
	const width, fewest = 60, 20
	broken := 0
	for line := range strings.Lines(texts(t)["suez-canal.txt"]) {
		line = strings.TrimSuffix(line, "\n")
		if n := utf8.RuneCountInString(line); n > width {
			t.Errorf("a line of %d runes: %s", n, line)
		}
		if utf8.RuneCountInString(line) > width-15 && !strings.HasSuffix(line, ".") {
			broken++
		}
	}
	if broken < fewest {
		t.Errorf("%d lines break in the middle of a sentence, want at least %d", broken, fewest)
	}
}
