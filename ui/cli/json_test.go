package cli

import (
	"bufio"
	"strings"
	"testing"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/corpus/calendar"
)

func TestJSON(t *testing.T) {
	src := "عنوان\nفي 3 مايو 2021\nنص \u202E."
	main := article.Article{
		Part:   1,
		Title:  article.Headline{Text: "عنوان", Start: 0, End: 10},
		Date:   calendar.Date{ISO: "2021-05-03", From: "text", Start: 16, End: 31},
		Source: "وكالة",
		Origin: article.Origin{Source: "صحيفة", Date: calendar.Date{ISO: "2021-05-03", From: "text", Start: 16, End: 31}},
		Blocks: []article.Block{
			{Kind: article.Title, Start: 0, End: 10, RepeatOf: -1, Continues: -1},
			{Kind: article.Related, Start: 16, End: 31, RepeatOf: -1, Continues: -1},
		},
		Related: []article.Teaser{{First: 1, Last: 1, Title: article.Range{Start: 16, End: 31}}},
	}
	later := article.Article{
		Part:  2,
		Title: article.Headline{Text: "نص", Start: 32, End: 36},
		Blocks: []article.Block{
			{Kind: article.Title, Start: 32, End: 36, RepeatOf: -1, Continues: -1},
			{Kind: article.Title, Start: 32, End: 36, RepeatOf: 0, Continues: -1},
			{Kind: article.Paragraph, Start: 37, End: 41, RepeatOf: -1, Continues: 1},
		},
	}
	doc := corpus.Document{
		Entry:   corpus.Entry{ID: "a/b.txt", Path: "a/b.txt", Part: 1},
		Source:  article.Source{Text: src, Encoding: "utf-8"},
		Article: main, Parts: []article.Article{main, later},
	}
	second := doc
	second.Entry = corpus.Entry{ID: "a/b.txt#2", Path: "a/b.txt", Parent: "a/b.txt", Part: 2}
	second.Article = later
	madeUp := corpus.Document{
		Entry:  corpus.Entry{ID: "c", Path: "c"},
		Source: article.Source{Encoding: "windows-1256", Warnings: []string{"guessed"}},
		Article: article.Article{
			Part:  1,
			Title: article.Headline{Text: "c"},
			Date:  calendar.Date{ISO: "2020-01-01", From: "name"},
		},
	}
	tests := []struct {
		name   string
		record any
		want   string
	}{
		{
			"an entry",
			newEntryRecord(corpus.Entry{
				ID: "a/b.txt#2", Path: "a/b.txt", Parent: "a/b.txt", Part: 2, Title: "<عنوان>", Date: calendar.Date{ISO: "2021-05-03", From: "text"},
				Source: "وكالة", Byline: "سلمى", Section: "رياضة", Words: 7,
			}),
			`{"id":"a/b.txt#2","path":"a/b.txt","parent":"a/b.txt","title":"<عنوان>","date":"2021-05-03","date_from":"text","source":"وكالة",` +
				`"byline":"سلمى","section":"رياضة","words":7}`,
		},
		{
			"an entry of which nothing is known",
			newEntryRecord(corpus.Entry{ID: "x", Path: "x"}),
			`{"id":"x","path":"x","words":0}`,
		},
		{
			"an entry that cannot be read",
			newEntryRecord(corpus.Entry{ID: "x\u009b", Path: "x\u009b", Failed: true, Problem: "permission denied"}),
			`{"id":"x\u009b","path":"x\u009b","error":"permission denied"}`,
		},
		{
			"an article",
			newArticleRecord(doc),
			`{"id":"a/b.txt","path":"a/b.txt","encoding":"utf-8","title":{"text":"عنوان","start":0,"end":10},` +
				`"date":{"iso":"2021-05-03","text":"3 مايو 2021","start":16,"end":31,"from":"text"},"source":"وكالة",` +
				`"origin":{"source":"صحيفة","date":{"iso":"2021-05-03","text":"3 مايو 2021","start":16,"end":31,"from":"text"}},` +
				`"blocks":[{"kind":"title","start":0,"end":10,"text":"عنوان","part":1},` +
				`{"kind":"related","start":16,"end":31,"text":"3 مايو 2021","part":1},` +
				`{"kind":"title","start":32,"end":36,"text":"نص","part":2},` +
				`{"kind":"title","start":32,"end":36,"text":"نص","part":2,"repeat_of":2},` +
				`{"kind":"paragraph","start":37,"end":41,"text":"\u202e.","part":2,"continues":3}],` +
				`"related":[{"title":"3 مايو 2021","start":16,"end":31}],"warnings":[]}`,
		},
		{
			"the second article of a file",
			newArticleRecord(second),
			`{"id":"a/b.txt#2","path":"a/b.txt","parent":"a/b.txt","encoding":"utf-8","title":{"text":"نص","start":32,"end":36},` +
				`"blocks":[{"kind":"title","start":32,"end":36,"text":"نص","part":2},` +
				`{"kind":"title","start":32,"end":36,"text":"نص","part":2,"repeat_of":0},` +
				`{"kind":"paragraph","start":37,"end":41,"text":"\u202e.","part":2,"continues":1}],"warnings":[]}`,
		},
		{
			"an article with a made-up title",
			newArticleRecord(madeUp),
			`{"id":"c","path":"c","encoding":"windows-1256","title":{"text":"c"},"date":{"iso":"2020-01-01","from":"name"},` +
				`"blocks":[],"warnings":["guessed"]}`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out strings.Builder
			p := &program{stdout: bufio.NewWriter(&out)}
			if err := p.writeJSON(tt.record); err != nil {
				t.Fatal(err)
			}
			if err := p.stdout.Flush(); err != nil {
				t.Fatal(err)
			}
			if got := out.String(); got != tt.want+"\n" {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}
