package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestExport(t *testing.T) {
	news := folder(t, map[string]string{"harvest.txt": harvest, "empty.txt": ""})
	checkExits(t, []exitCase{
		{"no format", []string{"export", news}, 2, "", "--to ndjson, --to markdown, --to text"},
		{"no such format", []string{"export", news, "--to", "pdf"}, 2, "", "give one of ndjson, markdown, text"},
		{"markdown", []string{"export", news, "--to", "markdown"}, 0, "# بدء موسم الحصاد في الشمال\n\nبدأ المزارعون", ""},
		{"text", []string{"export", "-C", news, "--to", "text"}, 0, "بدء موسم الحصاد في الشمال\n\nبدأ المزارعون", ""},
		{"no such article", []string{"export", news, "--to", "text", "--article", "x"}, 2, "", "x: no article in"},
		{"empty folder", []string{"export", folder(t, nil), "--to", "text"}, 1, "", "no articles in"},
	})
	var got struct {
		ID    string `json:"id"`
		Title string `json:"title"`
		Text  string `json:"text"`
		Words int    `json:"words"`
	}
	out := run(t, "", "export", news, "--to", "ndjson", "--article", "harvest.txt").out
	if err := json.Unmarshal([]byte(out), &got); err != nil || strings.Count(out, "\n") != 1 {
		t.Fatalf("%v in %q", err, out)
	}
	_, text, _ := strings.Cut(strings.TrimSpace(harvest), "\n\n")
	if got.ID != "harvest.txt" || got.Title != "بدء موسم الحصاد في الشمال" || got.Text != text || got.Words == 0 {
		t.Errorf("got %+v", got)
	}
}
