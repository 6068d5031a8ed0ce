package export

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"jarida/corpus/article"
)

const sample = `# قمة موسكو [عاجل]

موسكو - رويترز

وصل الرئيس إلى   موسكو *أمس*.

## خلفية

- بند أول
- بند ثانٍ

1. ليس قائمة

> قال: <b>نعم</b>` + " \x1b[31m" + "\n"

func parse(t *testing.T, text, name string) Article {
	t.Helper()
	src, err := article.Decode([]byte(text), name)
	if err != nil {
		t.Fatal(err)
	}
	body := article.Parse(src, name)[0]
	return Article{ID: name, Path: name, Title: body.Title.Text, Words: body.Words, Body: body, Src: src.Text}
}

func write(t *testing.T, f Format, articles ...Article) string {
	t.Helper()
	var b strings.Builder
	w := NewWriter(&b, f)
	for i := range articles {
		if err := w.Write(&articles[i]); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func TestMarkdown(t *testing.T) {
	t.Parallel()
	a := parse(t, "عنوان #1 قمة [عاجل]\n\nوصل الرئيس إلى\u00a0  موسكو *أمس*، ثم غادر إلى طهران حيث يلتقي نظيره.\n\n2. بند <b>\n", "a.txt")
	got := write(t, Markdown, a, a)
	want := `# عنوان #1 قمة \[عاجل\]

وصل الرئيس إلى موسكو \*أمس\*، ثم غادر إلى طهران حيث يلتقي نظيره.

2\. بند \<b\>
`
	if got != want+"\n---\n\n"+want {
		t.Errorf("got\n%s", got)
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	a := parse(t, "عنوان\n\nوصل الرئيس إلى\u00a0  موسكو \x1b[31mأمس، ثم غادر إلى طهران حيث يلتقي نظيره.\n", "a.txt")
	want := "عنوان\n\nوصل الرئيس إلى موسكو ␛[31mأمس، ثم غادر إلى طهران حيث يلتقي نظيره.\n"
	if got := write(t, Text, a); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNDJSON(t *testing.T) {
	t.Parallel()
	a := parse(t, sample, "a.md")
	a.Date, a.DateFrom, a.State = "2026-01-16", "text", []string{"later", "starred"}
	lines := strings.Split(strings.TrimSuffix(write(t, NDJSON, a, a), "\n"), "\n")
	if len(lines) != 2 || lines[0] != lines[1] {
		t.Fatalf("%d lines", len(lines))
	}
	var got record
	if err := json.Unmarshal([]byte(lines[0]), &got); err != nil {
		t.Fatal(err)
	}
	if got.ID != "a.md" || got.Title != "قمة موسكو [عاجل]" || got.Date != "2026-01-16" || strings.Join(got.State, "+") != "later+starred" {
		t.Errorf("got %+v", got)
	}
	if !strings.Contains(got.Text, "وصل الرئيس إلى موسكو") || strings.Contains(got.Text, got.Title) || strings.Contains(got.Text, "\x1b") {
		t.Errorf("text %q", got.Text)
	}
}

// FuzzExport holds that whatever an article says, JSON stays one line and nothing acts on a terminal.
func FuzzExport(f *testing.F) {
	f.Add(sample)
	f.Add("a\x00b\u2028c\u009bd")
	f.Fuzz(func(t *testing.T, text string) {
		src, err := article.Decode([]byte(text), "a.txt")
		if err != nil {
			return
		}
		for _, body := range article.Parse(src, "a.txt") {
			a := Article{ID: "a", Path: "a", Title: body.Title.Text, Body: body, Src: src.Text}
			for _, format := range Formats() {
				got := write(t, Format(format), a)
				if strings.ContainsFunc(got, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
					t.Fatalf("%s: a control in %q", format, got)
				}
				if format == string(NDJSON) && strings.Count(got, "\n") != 1 {
					t.Fatalf("lines in %q", got)
				}
				if format == string(Bulk) {
					loaded(t, got, defaultIndex)
				}
			}
		}
	})
}
