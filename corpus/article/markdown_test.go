package article_test

import (
	"strings"
	"testing"

	"jarida/corpus/article"
)

func TestMarkdownSpans(t *testing.T) {
	for text, want := range map[string]string{
		"# عنوان\n\nنص\n":                    `furniture "#", title "عنوان"`,
		"# عنوان #\n## قسم ##\n# ثان":        `furniture "#", title "عنوان", furniture "#", furniture "##", heading "قسم", furniture "##", furniture "#", heading "ثان"`,
		"# لغة C#":                           `furniture "#", title "لغة C#"`,
		"#وسم\n":                             ``,
		"عنوان\n=====\n\nقسم\n---\nنص":       `title "عنوان", furniture "=====", heading "قسم", furniture "---"`,
		"نص\n\n---\nنص":                      `furniture "---"`,
		"> قال\n>> رد\n>\n> ### رأس":         `furniture ">", quote "قال", furniture ">>", quote "رد", furniture ">", furniture ">", furniture "###", quote "رأس"`,
		"- بند\n  تتمة\n    - فرع\n\nنص":     `list "- بند", list "تتمة", list "- فرع"`,
		"1. بند\n2) آخر\n2019. سنة":          `list "1. بند", list "2) آخر"`,
		"```go\n# ليس عنوانا\n````\n# عنوان": "furniture \"```go\", furniture \"````\", furniture \"#\", title \"عنوان\"",
		"~~~\n```\n~~~\n":                    "furniture \"~~~\", furniture \"~~~\"",
		"    # شيفرة\n":                      ``,
		"![الجسر](a.jpg)\n*الجسر صباحا*\n":   `furniture "![", caption "الجسر", furniture "](a.jpg)", furniture "*", caption "الجسر صباحا", furniture "*"`,
		"[![الجسر](a.jpg)](b)\n":             `furniture "[![", caption "الجسر", furniture "](a.jpg)](b)"`,
		"![](a.jpg)\n":                       `furniture "![", furniture "](a.jpg)"`,
		"![صورة](a.jpg) ثم نص.":              ``,
		"انظر [هنا](a) و ![رمز](b) ثم":       ``,
		"**خلفية**\nنص":                      `furniture "**", heading "خلفية", furniture "**"`,
		"**هذه جملة كاملة.**":                ``,
		"| أ | ب |\n|---|---|\n| 1 | 2 |":    `list "| أ | ب |", furniture "|---|---|", list "| 1 | 2 |"`,
		"[1]: https://example.com/a\n":       `furniture "[1]: https://example.com/a"`,
		"<!-- مسودة\nلم تنته -->\nنص":        `furniture "<!-- مسودة", furniture "لم تنته -->"`,
		"# عنوان\r\n\r\n> قول\r\n":           `furniture "#", title "عنوان", furniture ">", quote "قول"`,
	} {
		src, err := article.Decode([]byte(text), "a.md")
		if err != nil || src.Text != text {
			t.Fatalf("%q %v", src.Text, err)
		}
		if got := strings.ReplaceAll(strings.TrimSuffix(spans(src), "\n"), "\n", ", "); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", text, got, want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	for _, test := range []struct{ text, title, byline, publisher, section, date string }{
		{
			"---\ntitle: \"جسر: النهر\"\ndate: 2024-03-05T08:00:00Z\nauthor: هالة مراد # المحررة\nsource: الضفة\ncategories: [محليات, مدن]\ntags:\n  - جسور\n---\nنص\n",
			"جسر: النهر", "هالة مراد", "الضفة", "محليات، مدن", "2024-03-05",
		},
		{"---\r\ntitle: جسر\r\nauthors:\r\n  - هالة مراد\r\n  - name: سامر عيد\r\n---\r\nنص", "جسر", "هالة مراد، سامر عيد", "", "", ""},
		{"---\ntitle: جسر\nauthor:\n  name: هالة مراد\nsummary: >\n  سطر طويل\n  وتتمته\n...\nنص", "جسر", "هالة مراد", "", "", ""},
		{"+++\ntitle = \"قال: \\\"نعم\\\"\"\ndate = 2024-03-05\n[params]\nsource = 'الضفة'\n+++\nنص", "قال: \"نعم\"", "", "الضفة", "", "2024-03-05"},
		{"---\nنص بين سطرين. هكذا: لا شيء\n---\nنص", "", "", "", "", ""},
		{"---\n\n---\nنص", "", "", "", "", ""},
		{"---\ntitle: بلا نهاية\n", "", "", "", "", ""},
		{"نص\n---\ntitle: جسر\n---\n", "", "", "", "", ""},
	} {
		src, err := article.Decode([]byte(test.text), "a.md")
		if err != nil || src.Text != test.text {
			t.Fatalf("%q %v", src.Text, err)
		}
		got := []string{src.Title, src.Byline, src.Publisher, src.Section, src.Date.ISO}
		for i, want := range []string{test.title, test.byline, test.publisher, test.section, test.date} {
			if got[i] != want {
				t.Errorf("%q: %q, want %q", test.text, got[i], want)
			}
		}
		if hasFacts, furniture := src.Title != "", strings.Contains(src.Text[:firstEnd(src)], "\n"); hasFacts != furniture {
			t.Errorf("%q: spans %s", test.text, spans(src))
		}
	}
}

// firstEnd gives where the first span ends.
func firstEnd(src article.Source) int {
	if len(src.Spans) == 0 {
		return 0
	}
	return src.Spans[0].End
}

// A Markdown text without a heading has the title of its front matter, and its first line stays what it is.
func TestFrontMatterTitle(t *testing.T) {
	const text = "---\ntitle: جسر النهر\n---\nالجسر القديم\n\n" + paragraph + "\n"
	src, err := article.Decode([]byte(text), "a.md")
	if err != nil {
		t.Fatal(err)
	}
	a := article.Parse(src, "a.md")[0]
	if a.Title.Text != "جسر النهر" || a.Title.End != 0 {
		t.Errorf("title %+v", a.Title)
	}
	if got := kindsOf([]article.Article{a}); strings.Contains(got, "title") {
		t.Errorf("blocks %s", got)
	}
}
