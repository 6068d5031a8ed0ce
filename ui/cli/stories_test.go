package cli

import (
	"encoding/json"
	"path/filepath"
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
		{
			"compared with its story",
			[]string{"stories", "-C", dir, "--compare", "b.txt"},
			"=\tانهيار منجم للفحم في الشمال\ta.txt\n" +
				"~\tقُتل 34 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\t" +
				"قُتل 35 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\t34\t35\ta.txt\n" +
				"=\tوقال الوزير إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\ta.txt\n" +
				">\tوأعلن الحداد ثلاثة أيام.\ta.txt\n", 0,
		},
		{"one that stands alone compared", []string{"stories", "-C", dir, "--compare", "c.txt"}, "", 1},
		{"none compared", []string{"stories", "-C", dir, "--compare"}, "", 2},
		{"three compared", []string{"stories", "-C", dir, "--compare", "a.txt", "b.txt", "c.txt"}, "", 2},
		{"one that is not there compared", []string{"stories", "-C", dir, "--compare", "a.txt", "d.txt"}, "", 2},
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

// TestCompareReal holds what differs in real articles on one event, as it was read in them: the numbers and names that only one of the two
// has, of which what both have in other spellings, in words and digits, or in a longer form are none.
func TestCompareReal(t *testing.T) {
	dir := filepath.Join(filepath.Dir(devArticles(t)[0]), "..", "..", "near_dup", "docs")
	for _, tt := range []struct {
		a, b, why          string
		both, onlyA, onlyB int
		differsA, differsB string
	}{
		{"d284_1f0d78c40d.txt", "d285_10e6513177.txt", "an hour is left out; the price that one title lacks stands in the text", 9, 1, 0, "0955", ""},
		{"d246_265a5ee2e8.txt", "d247_e1785eb0ff.txt", "the end of a sentence is left out, one title within the other", 3, 1, 0, "3032|195", ""},
		{"d228_1c09d55eec.txt", "d229_58c9c04b1d.txt", "an age is added, a sentence divided into three, one title is in the other text", 8, 3, 1, "", "52"},
		{"d266_a3254a0b79.txt", "d267_b3f1edfac2.txt", "ترمب is ترامب", 6, 0, 9, "", ""},
		{"d208_e5a979d6a8.txt", "d209_d2033e7b72.txt", "names in other spellings, and without the space before them", 11, 0, 0, "", ""},
		{"d218_c409268d08.txt", "d219_b6e5f3ba72.txt", "a name is left out", 5, 0, 0, "ماهر الحضراوي", ""},
	} {
		var differs [2]string
		counts := map[string]int{}
		for line := range strings.Lines(run(t, "", "stories", "-C", dir, "--compare", tt.a, tt.b, "--json").out) {
			var c compareRecord
			if err := json.Unmarshal([]byte(line), &c); err != nil {
				t.Fatal(err)
			}
			counts[c.In]++
			for i, s := range []*sentenceRecord{c.A, c.B} {
				if s == nil {
					continue
				}
				for _, d := range s.Differ {
					differs[i] += "|" + d.Text
				}
			}
		}
		if counts["both"] != tt.both || counts["a"] != tt.onlyA || counts["b"] != tt.onlyB {
			t.Errorf("%s, %s: %v", tt.a, tt.why, counts)
		}
		if a, b := strings.TrimPrefix(differs[0], "|"), strings.TrimPrefix(differs[1], "|"); a != tt.differsA || b != tt.differsB {
			t.Errorf("%s, %s: %q and %q differ, not %q and %q", tt.a, tt.why, a, b, tt.differsA, tt.differsB)
		}
	}
}
