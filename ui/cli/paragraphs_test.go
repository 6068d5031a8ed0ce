package cli

import (
	"slices"
	"strings"
	"testing"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/corpus/calendar"
)

// block names the first place of a text in the source.
func block(t *testing.T, src string, kind article.Kind, text string, repeatOf int) article.Block {
	t.Helper()
	start := strings.Index(src, text)
	if start < 0 {
		t.Fatalf("no %q", text)
	}
	return article.Block{Kind: kind, Start: start, End: start + len(text), RepeatOf: repeatOf, Continues: -1}
}

func TestParagraphs(t *testing.T) {
	src := "رياضة\nفوز كبير\nسلمى أحمد:\n2021-05-03\nفاز الفريق أمس.\nصورة الفريق\nصورة الفريق\nشارك\n- هدف\n- هدفان\nاقرأ أيضا\nخسارة كبيرة\n"
	blocks := []article.Block{
		block(t, src, article.Section, "رياضة", -1),
		block(t, src, article.Title, "فوز كبير", -1),
		block(t, src, article.Byline, "سلمى أحمد:", -1),
		block(t, src, article.Dateline, "2021-05-03", -1),
		block(t, src, article.Paragraph, "فاز الفريق أمس.", -1),
		block(t, src, article.Caption, "صورة الفريق", -1),
		block(t, src, article.Caption, "صورة الفريق", 5),
		block(t, src, article.Furniture, "شارك", -1),
		block(t, src, article.List, "- هدف", -1),
		block(t, src, article.List, "- هدفان", -1),
		block(t, src, article.Related, "اقرأ أيضا", -1),
		block(t, src, article.Related, "خسارة كبيرة", -1),
	}
	title := article.Headline{Text: "فوز كبير", Start: blocks[1].Start, End: blocks[1].End}
	tests := []struct {
		name string
		a    article.Article
		want string
	}{
		{
			"all parts",
			article.Article{Title: title, Byline: "سلمى أحمد", Section: "رياضة", Date: calendar.Date{ISO: "2021-05-03"}, Blocks: blocks},
			"فوز كبير\n2021-05-03 · سلمى أحمد · رياضة\n\nفاز الفريق أمس.\n\nصورة الفريق\n\n- هدف\n- هدفان\n\n———\n\nاقرأ أيضا\n\nخسارة كبيرة\n",
		},
		{
			"a title made of the text is not said twice",
			article.Article{Title: article.Headline{Text: "فاز الفريق…"}, Blocks: blocks[4:5]},
			"فاز الفريق أمس.\n",
		},
		{
			"a title made of the name of the file",
			article.Article{Title: article.Headline{Text: "2020-match"}, Blocks: blocks[4:5]},
			"2020-match\n\nفاز الفريق أمس.\n",
		},
		{
			"a paragraph that furniture broke off",
			article.Article{Blocks: []article.Block{
				{Kind: article.Paragraph, Start: blocks[1].Start, End: blocks[1].End, RepeatOf: -1, Continues: -1},
				{Kind: article.Furniture, Start: blocks[2].Start, End: blocks[2].End, RepeatOf: -1, Continues: -1},
				{Kind: article.Paragraph, Start: blocks[4].Start, End: blocks[4].End, RepeatOf: -1, Continues: 0},
			}},
			"فوز كبير فاز الفريق أمس.\n",
		},
		{"nothing", article.Article{}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got strings.Builder
			for i, p := range paragraphs(corpus.Document{Source: article.Source{Text: src}, Article: tt.a}) {
				if p.gap && i > 0 {
					got.WriteByte('\n')
				}
				got.WriteString(p.text + "\n")
			}
			if got.String() != tt.want {
				t.Errorf("got\n%s\nwant\n%s", &got, tt.want)
			}
		})
	}
}

func TestLines(t *testing.T) {
	var got []string
	for p := range lines("a\r\n\n b \nc") {
		got = append(got, p.text)
	}
	if want := []string{"a", "", " b ", "c"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
