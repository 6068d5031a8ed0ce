package ui

import (
	"slices"
	"strings"
	"testing"

	"jarida/corpus/article"
	"jarida/corpus/calendar"
)

// remarks are short words for what is odd about a date.
var remarks = dateRemarks{
	conflict: "conflict", unsure: "unsure", unresolved: "unresolved", unknown: "unknown",
	stated: "stated", metadata: "metadata", name: "name",
}

// TestMentioned holds what is shown of an expression: the words, the day, the other calendar, and what is odd.
func TestMentioned(t *testing.T) {
	t.Parallel()
	const src = "الجمعة\n16 يناير 2026"
	for _, tt := range []struct {
		name  string
		m     calendar.Mention
		want  [dateColumns]string
		quiet bool
	}{
		{
			"a day",
			calendar.Mention{ISO: "2026-01-16", Confidence: 1},
			[...]string{"الجمعة 16 يناير 2026", "2026-01-16", "الجمعة", "27 رجب 1447 هـ", ""},
			false,
		},
		{
			"with a time",
			calendar.Mention{ISO: "2026-01-16T21:05", Confidence: 1},
			[...]string{"الجمعة 16 يناير 2026", "2026-01-16T21:05", "الجمعة", "27 رجب 1447 هـ", ""},
			false,
		},
		{
			"a month",
			calendar.Mention{ISO: "2026-01", Confidence: 1},
			[...]string{"الجمعة 16 يناير 2026", "2026-01", "", "", ""},
			false,
		},
		{
			"of the Hijri calendar",
			calendar.Mention{ISO: "2026-01-16", Confidence: 1, Hijri: true},
			[...]string{"الجمعة 16 يناير 2026", "2026-01-16", "الجمعة", "16 يناير (كانون الثاني) 2026 م", ""},
			false,
		},
		{
			"beside another weekday",
			calendar.Mention{ISO: "2026-01-16", Confidence: 1, Conflict: "2026-01-17"},
			[...]string{"الجمعة 16 يناير 2026", "2026-01-16", "الجمعة", "27 رجب 1447 هـ", "2026-01-17 conflict"},
			false,
		},
		{
			"vague",
			calendar.Mention{ISO: "2026-01-16", Confidence: 0.3},
			[...]string{"الجمعة 16 يناير 2026", "2026-01-16", "الجمعة", "27 رجب 1447 هـ", "unsure"},
			true,
		},
		{
			"without a day to refer to",
			calendar.Mention{Confidence: 1},
			[...]string{"الجمعة 16 يناير 2026", "", "", "", "unresolved"},
			true,
		},
	} {
		tt.m.End = len(src)
		got := mentioned(src, tt.m, remarks)
		if got.columns != tt.want || got.quiet != tt.quiet {
			t.Errorf("%s: %q quiet %v, want %q", tt.name, got.columns, got.quiet, tt.want)
		}
	}
}

// TestFindDates holds which dates of an article are listed: its own first, none of repeats and furniture, none twice.
func TestFindDates(t *testing.T) {
	t.Parallel()
	src, blocks := build(
		[]article.Kind{article.Title, article.Dateline, article.Paragraph, article.Paragraph, article.Furniture, article.Related},
		[]string{"عنوان", "16 يناير 2026", "وقع في 3 مايو 2020 حادث.", "وقع في 3 مايو 2020 حادث.", "نشر 1 يناير 2019", "حدث في 5 مايو 2021"},
	)
	blocks[3].RepeatOf = 2
	own := calendar.Date{ISO: "2026-01-16", From: "text", Start: blocks[1].Start, End: blocks[1].End}
	for _, tt := range []struct {
		name string
		date calendar.Date
		want []string // remark, or the words
	}{
		{"stated", own, []string{"stated", "3 مايو 2020", "5 مايو 2021"}},
		{"from metadata", calendar.Date{ISO: "2026-01-17", From: "metadata"}, []string{"metadata", "16 يناير 2026", "3 مايو 2020", "5 مايو 2021"}},
		{"from the name", calendar.Date{ISO: "2026-01-17", From: "name"}, []string{"name", "16 يناير 2026", "3 مايو 2020", "5 مايو 2021"}},
		{"unknown", calendar.Date{}, []string{"unknown", "16 يناير 2026", "3 مايو 2020", "5 مايو 2021"}},
	} {
		var got []string
		for i, e := range findDates(src, &article.Article{Blocks: blocks, Date: tt.date}, remarks) {
			if word := e.columns[asWritten]; i > 0 || word == "unknown" {
				got = append(got, word)
			} else {
				got = append(got, e.columns[remark])
			}
			if e.at >= 0 && !strings.HasPrefix(src[e.at:], e.columns[asWritten]) {
				t.Errorf("%s: %q does not stand at %d", tt.name, e.columns[asWritten], e.at)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// datedArticle has its own date, a date in its text, and one in a related story.
var datedArticle = map[string]string{
	"a.txt": "عنوان الخبر\n\nرويترز - 16 يناير 2024\n\n" + strings.Repeat("فقرة من الخبر وفيها كلمات كثيرة. وجملة ثانية.\n\n", 30) +
		"وقع ذلك في 3 مايو 2020 حين وصل الوفد. وعاد بعدها.\n\n" + strings.Repeat("فقرة من الخبر وفيها كلمات كثيرة. وجملة ثانية.\n\n", 30),
	"b.txt": "عنوان بلا تاريخ\n\nفقرة من الخبر.\n",
}

// TestDatesSheet holds the way through the sheet: gd opens it in either alphabet, Enter goes to the date, Esc closes.
func TestDatesSheet(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, datedArticle), testOptions(), 100, 20)
	s.keys("g", "d")
	if s.m.sheet != nil {
		t.Fatal("the list has a sheet of dates")
	}
	s.keys("enter", "ل", "ي")
	if s.m.sheet == nil {
		t.Fatal("no sheet")
	}
	s.keys("esc")
	if s.m.sheet != nil || s.m.focus != textPane {
		t.Fatal("Esc does not close the sheet alone")
	}
	s.keys("g", "d", "j", "j", "j", "k", "j", "?", "?")
	if s.m.sheet == nil {
		t.Fatal("help over the sheet closes it")
	}
	s.keys("enter")
	r := &s.m.reader
	if got := r.document.source[r.cursor.Start:r.cursor.End]; s.m.sheet != nil || got != "وقع ذلك في 3 مايو 2020 حين وصل الوفد." {
		t.Errorf("Enter goes to %q", got)
	}
	if s.lineOf("2020") < 0 {
		t.Error("the date is not on the screen")
	}
	s.keys("g", "d", "q")
	if s.m.sheet != nil {
		t.Error("q does not close the sheet")
	}
	s.keys("esc", "j", "enter", "g", "d")
	if s.m.sheet != nil || s.m.notice != s.m.words.NoDates {
		t.Errorf("an article without dates: notice %q", s.m.notice)
	}
}

// TestDatesLate holds that dates which were asked for in another article are not shown.
func TestDatesLate(t *testing.T) {
	t.Parallel()
	s := newScreen(t, openFolder(t, datedArticle), testOptions(), 100, 20)
	s.keys("enter", "g")
	late := s.hold(press("d"))
	s.keys("esc", "j", "enter")
	s.run(late)
	if s.m.sheet != nil {
		t.Error("the dates of another article are shown")
	}
}

// TestOwnDateConflict holds that the article's own date is remarked on as well where its weekday is another.
func TestOwnDateConflict(t *testing.T) {
	t.Parallel()
	const src = "الجمعة 3 فبراير 2026" // a Tuesday
	at := strings.Index(src, "3")
	a := article.Article{
		Date:   calendar.Date{ISO: "2026-02-03", From: "text", Start: at, End: len(src)},
		Blocks: []article.Block{{Kind: article.Dateline, Start: 0, End: len(src), RepeatOf: -1, Continues: -1}},
	}
	rows := findDates(src, &a, remarks)
	if len(rows) != 1 || rows[0].columns[asWritten] != src || !strings.HasSuffix(rows[0].columns[remark], "conflict") {
		t.Errorf("rows %+v, want one with its weekday and a remark", rows)
	}
}
