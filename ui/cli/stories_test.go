package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

const (
	collapse = "انهيار منجم للفحم في الشمال\n2026-03-02\n\nقُتل 34 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\n" +
		"وقال الوزير إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\n"
	collapseLater = "انهيار منجم للفحم في الشمال\n2026-03-03\n\nقُتل 35 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\n" +
		"وقال الوزير إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\nوأعلن الحداد ثلاثة أيام.\n"
)

func TestStories(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": collapseLater, "b.txt": collapse, "c.txt": visit})
	tests := []struct {
		name string
		args []string
		want string
		code int
	}{
		{"plain", []string{"stories", dir}, "b.txt\tsame-text\t2\tانهيار منجم للفحم في الشمال\tb.txt | a.txt\n", 0},
		{
			"as JSON",
			[]string{"stories", dir, "--json"},
			`{"story":"b.txt","kind":"same-text","articles":["b.txt","a.txt"],"title":"انهيار منجم للفحم في الشمال"}` + "\n", 0,
		},
		{"of an article that stands alone", []string{"stories", "-C", dir, "--article", "c.txt"}, "", 1},
		{"of no article", []string{"stories", "-C", dir, "--article", "d.txt"}, "", 2},
		{
			"compared",
			[]string{"stories", "-C", dir, "--compare", "b.txt", "a.txt"},
			"=\tانهيار منجم للفحم في الشمال\n" +
				"~\tقُتل 34 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\t" +
				"قُتل 35 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\t34\t35\n" +
				"=\tوقال الوزير إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\n" +
				">\tوأعلن الحداد ثلاثة أيام.\n", 0,
		},
		{"one compared", []string{"stories", "-C", dir, "--compare", "b.txt"}, "", 2},
		{"a limit below 0", []string{"stories", dir, "--limit", "-1"}, "", 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := run(t, "", test.args...)
			if got.out != test.want || got.code != test.code {
				t.Errorf("%q and %d, not %q and %d; %s", got.out, got.code, test.want, test.code, got.err)
			}
		})
	}
	got := run(t, "", "list", dir, "--json")
	if n := strings.Count(got.out, `"stories":["b.txt"]`); n != 2 {
		t.Errorf("%d articles of the list are in the story: %s", n, got.out)
	}
}

// TestStoryOf holds that the reasons are said, and that compared sentences are where they are said to be.
func TestStoryOf(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": collapseLater, "b.txt": collapse})
	var r storyRecord
	if err := json.Unmarshal([]byte(run(t, "", "stories", "-C", dir, "--article", "a.txt", "--json").out), &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Why) != 1 || r.Why[0].Article != "a.txt" || r.Why[0].Kind != "same-text" || r.Why[0].Containment < 0.8 || *r.Why[0].Days != 1 || len(r.Why[0].Words) == 0 {
		t.Errorf("the reasons are %+v", r.Why)
	}
	sources := map[string]string{"a.txt": collapseLater, "b.txt": collapse}
	for line := range strings.Lines(run(t, "", "stories", "-C", dir, "--compare", "b.txt", "a.txt", "--json").out) {
		var c compareRecord
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		for _, s := range []*sentenceRecord{c.A, c.B} {
			if s == nil {
				continue
			}
			if sources[s.Article][s.Start:s.End] != s.Text {
				t.Errorf("%q does not stand at %d of %s", s.Text, s.Start, s.Article)
			}
			for _, d := range s.Differ {
				if sources[s.Article][d.Start:d.End] != d.Text || d.What != "number" {
					t.Errorf("%+v does not stand there", d)
				}
			}
		}
	}
}
