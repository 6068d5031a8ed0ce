package cli

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

func TestExport(t *testing.T) {
	news := folder(t, map[string]string{"harvest.txt": harvest, "empty.txt": ""})
	checkExits(t, []exitCase{
		{"no format", []string{"export", news}, 2, "", "--to ndjson, --to markdown, --to text, --to bulk"},
		{"no such format", []string{"export", news, "--to", "pdf"}, 2, "", "give one of ndjson, markdown, text, bulk"},
		{"markdown", []string{"export", news, "--to", "markdown"}, 0, "# بدء موسم الحصاد في الشمال\n\nبدأ المزارعون", ""},
		{"text", []string{"export", "-C", news, "--to", "text"}, 0, "بدء موسم الحصاد في الشمال\n\nبدأ المزارعون", ""},
		{"no such article", []string{"export", news, "--to", "text", "--article", "x"}, 2, "", "x: no article in"},
		{"a query", []string{"export", news, "--to", "markdown", "--query", "حصاد"}, 0, "# بدء موسم الحصاد في الشمال\n", ""},
		{"a query that finds nothing", []string{"export", news, "--to", "text", "--query", "حصاد is:starred"}, 1, "", "no article fits is:starred"},
		{"a mistake in a query", []string{"export", news, "--to", "text", "--query", "is:x"}, 2, "", "x: is: has no such value"},
		{"a query and an article", []string{"export", news, "--to", "text", "--query", "x", "--article", "y"}, 2, "", "either --article or --query"},
		{"bulk", []string{"export", news, "--to", "bulk", "--index", "press"}, 0, `{"index":{"_index":"press","_id":"`, ""},
		{"bulk of a query", []string{"export", news, "--to", "bulk", "--query", "حصاد"}, 0, `"title":"بدء موسم الحصاد في الشمال"`, ""},
		{"an index that cannot be", []string{"export", news, "--to", "bulk", "--index", "Press"}, 2, "", "--index: the name of an index is in small letters"},
		{"an index of another format", []string{"export", news, "--to", "text", "--index", "press"}, 2, "", "go with --to bulk"},
		{"the mapping", []string{"export", "--to", "bulk", "--mapping"}, 0, `"dynamic": "strict"`, ""},
		{"the mapping of a folder", []string{"export", news, "--to", "bulk", "--mapping"}, 2, "", "beside --to alone"},
		{"empty folder", []string{"export", folder(t, nil), "--to", "text"}, 1, "", "no articles in"},
	})
	var got struct {
		ID    string   `json:"id"`
		Title string   `json:"title"`
		Text  string   `json:"text"`
		Words int      `json:"words"`
		State []string `json:"state"`
	}
	state := filepath.Join(t.TempDir(), "decisions.jsonl")
	if r := run(t, "", "mark", "star", "-C", news, "--state", state, "harvest.txt"); r.code != 0 {
		t.Fatal(r.err)
	}
	out := run(t, "", "export", news, "--state", state, "--to", "ndjson", "--query", "is:starred").out
	if err := json.Unmarshal([]byte(out), &got); err != nil || strings.Count(out, "\n") != 1 {
		t.Fatalf("%v in %q", err, out)
	}
	_, text, _ := strings.Cut(strings.TrimSpace(harvest), "\n\n")
	if got.ID != "harvest.txt" || got.Title != "بدء موسم الحصاد في الشمال" || got.Text != text || got.Words == 0 ||
		strings.Join(got.State, " ") != "inbox unread starred" {
		t.Errorf("got %+v", got)
	}
}
