package article_test

import (
	"strings"
	"testing"

	"jarida/corpus/article"
)

// story gives the paragraphs of an article; word tells one from another.
func story(word string) string {
	return paragraph + " " + word + ".\n\n" + another + " " + word + ".\n\n"
}

func TestParts(t *testing.T) {
	const bar = "\n=====================\n\n"
	main := "المتحف يفتح أبوابه\n\n" + story("أولا")
	html := func(title, word string) string {
		return "<article><h1>" + title + `</h1><span class="author">سعاد بن علي</span><time datetime="2024-03-05">2024-03-05</time><p>` +
			paragraph + " " + word + ".</p><p>" + another + " " + word + ".</p></article>"
	}
	tests := []struct {
		name, file, text string
		titles           string
	}{
		{"one", "a.txt", main, "المتحف يفتح أبوابه"},
		{"title around the button", "a.txt", main + "رحلة إلى الصحراء\n\nTT\n\nرحلة إلى الصحراء\n\n" + story("ثانيا"), "المتحف يفتح أبوابه|رحلة إلى الصحراء"},
		{
			"title around captions and the button", "a.txt",
			main + "رحلة إلى الصحراء\n\nقافلة (رويترز)\nقافلة (رويترز)\nTT\n\nرحلة إلى الصحراء\n\nقافلة (رويترز)\nقافلة (رويترز)\n\n" + story("ثانيا"),
			"المتحف يفتح أبوابه|رحلة إلى الصحراء",
		},
		{"the main title around captions and the button", "a.txt", "المتحف يفتح أبوابه\n\nواجهة المتحف (رويترز)\nTT\n\nالمتحف يفتح أبوابه\n\n" + story("أولا"), "المتحف يفتح أبوابه"},
		{"the main title around a lead and the button", "a.txt", "المتحف يفتح أبوابه\n\n" + another + "\n\nTT\n\nالمتحف يفتح أبوابه\n\n" + story("أولا"), "المتحف يفتح أبوابه"},
		{"title twice behind related stories", "a.txt", main + "مقالات ذات صلة\n\nمعرض للنقود\n\nرحلة إلى الصحراء\n\nقافلة (رويترز)\n\nرحلة إلى الصحراء\n\n" + story("ثانيا"), "المتحف يفتح أبوابه|رحلة إلى الصحراء"},
		{"related stories with their titles twice", "a.txt", main + "مقالات ذات صلة\n\nرحلة إلى الصحراء\n\nقافلة (رويترز)\n\nرحلة إلى الصحراء\n\n" + paragraph + "\n\n«الجريدة» (تونس)\n", "المتحف يفتح أبوابه"},
		{"title twice without a mark", "a.txt", main + "رحلة إلى الصحراء\n\nقافلة (رويترز)\n\nرحلة إلى الصحراء\n\n" + story("ثانيا"), "المتحف يفتح أبوابه"},
		{"a rule, and a date under the title", "a.txt", main + bar + "رحلة إلى الصحراء\nسعاد بن علي\n2020-03-05\n\n" + story("ثانيا"), "المتحف يفتح أبوابه|رحلة إلى الصحراء"},
		{"a rule, and no date", "a.txt", main + bar + "رحلة إلى الصحراء\n\n" + story("ثانيا"), "المتحف يفتح أبوابه"},
		{"the end mark of an agency", "a.txt", main + "// انتهى //\n18:07 ت م\n\nرحلة إلى الصحراء\n\nتونس 11 اغسطس 2015 م واس\n" + story("ثانيا"), "المتحف يفتح أبوابه|رحلة إلى الصحراء"},
		{"a date in the text behind a rule", "a.txt", main + bar + "وفي 3 مارس 2020 عاد الجميع إلى العمل.\n\n" + story("ثانيا"), "المتحف يفتح أبوابه"},
		{"markdown", "a.md", "# المتحف يفتح أبوابه\n\n" + story("أولا") + "# رحلة إلى الصحراء\n\n2020-03-05\n\n" + story("ثانيا"), "المتحف يفتح أبوابه|رحلة إلى الصحراء"},
		{"chapters of markdown", "a.md", "# المتحف يفتح أبوابه\n\n" + story("أولا") + "# قاعات المتحف\n\n" + story("ثانيا"), "المتحف يفتح أبوابه"},
		{"an endless page", "a.html", "<main>" + html("المتحف يفتح أبوابه", "أولا") + html("رحلة إلى الصحراء", "ثانيا") + "</main>", "المتحف يفتح أبوابه|رحلة إلى الصحراء"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			src, err := article.Decode([]byte(test.text), test.file)
			if err != nil {
				t.Fatal(err)
			}
			parts := article.Parse(src, test.file)
			titles := make([]string, len(parts))
			for i, a := range parts {
				titles[i] = a.Title.Text
			}
			if got := strings.Join(titles, "|"); got != test.titles {
				t.Errorf("%s, want %s", got, test.titles)
			}
			sound(t, src.Text, parts)
		})
	}
}

// What the name of a file and the metadata of a page say is said of the main article alone.
func TestFactsOfParts(t *testing.T) {
	text := "المتحف يفتح أبوابه\n\n" + story("أولا") + "رحلة إلى الصحراء\n\nTT\n\nرحلة إلى الصحراء\nسعاد بن علي\n\n" + story("ثانيا") + "معرض للنقود\n\nTT\n\nمعرض للنقود\n3 مايو 2020\n\n" + story("ثالثا")
	parts := article.Parse(article.Source{Text: text, Byline: "ليلى حداد", Publisher: "صحيفة الضفة"}, "2020-01-02.txt")
	want := []struct{ byline, date, source string }{
		{"ليلى حداد", "2020-01-02", "صحيفة الضفة"}, {"سعاد بن علي", "", "صحيفة الضفة"}, {"", "2020-05-03", "صحيفة الضفة"},
	}
	if len(parts) != len(want) {
		t.Fatalf("%d parts", len(parts))
	}
	for i, w := range want {
		if a := parts[i]; a.Byline != w.byline || a.Date.ISO != w.date || a.Source != w.source {
			t.Errorf("part %d: %q %q %q, want %+v", i+1, a.Byline, a.Date.ISO, a.Source, w)
		}
	}
}
