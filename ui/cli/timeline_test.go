package cli

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	accident = "انهيار منجم للفحم في الشمال\n2026-03-02\n\nقُتل 34 عاملا في انهيار منجم للفحم في الشمال صباح الاثنين، بحسب ما أعلنه الدفاع المدني في بيان له.\n" +
		"وقال الوزير إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\n"
	accidentLater = "انهيار منجم للفحم في الشمال\n2026-03-03\n\nقُتل 35 عاملا في انهيار منجم للفحم في الشمال صباح الاثنين، بحسب ما أعلنه الدفاع المدني في بيان له.\n" +
		"وقال الوزير إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\n"
	opening = "افتتاح معرض الكتاب في الرياض\n2026-03-04\n\nقال إيمانويل ماكرون إن المعرض يفتتح أبوابه في 12 مايو 2026، بحسب ما أعلن أمس في بيان.\n"
	monthly = "مجلة الشهر تكتب عن المعارض\n\nتتناول المجلة في عددها هذا المعارض التي تقام في المدينة ومنها معرض يقام في 12 مايو 2026.\n"
)

func TestTimeline(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": accidentLater, "b.txt": accident, "c.txt": opening, "d.txt": monthly})
	const title = "انهيار منجم للفحم في الشمال"
	undated := "jarida: 1 of 4 articles have no date\n"
	tests := []struct {
		name      string
		args      []string
		want, err string
		code      int
	}{
		{
			"published",
			[]string{"timeline", dir},
			"2026-03-04\t1\t0\t1 إيمانويل ماكرون | 1 الرياض\t\n2026-03-03\t1\t1\t\t1 " + title + "\n2026-03-02\t1\t1\t\t1 " + title + "\n", undated, 0,
		},
		{
			"mentioned",
			[]string{"timeline", dir, "--mentioned"},
			"2026-05-12\t0\t2\t1 إيمانويل ماكرون | 1 الرياض\t\n2026-03-03\t1\t1\t1 إيمانويل ماكرون | 1 الرياض\t\n2026-03-02\t1\t1\t\t1 " + title + "\n", "", 0,
		},
		{
			"from and to",
			[]string{"timeline", "-C", dir, "--from", "2026-03-02", "--to", "2026-03-03", "--limit", "1"},
			"2026-03-03\t1\t1\t\t1 " + title + "\n", undated, 0,
		},
		{"to a month", []string{"timeline", dir, "--from", "2026-03-04", "--to", "2026-03"}, "2026-03-04\t1\t0\t1 إيمانويل ماكرون | 1 الرياض\t\n", undated, 0},
		{
			"as JSON",
			[]string{"timeline", dir, "--json", "--from", "2026-03-03", "--to", "2026-03-03"},
			`{"day":"2026-03-03","published":1,"mentioned":1,"stories":[{"story":"b.txt","kind":"same-text","articles":1,"title":"` + title +
				`"}],"articles":["a.txt"],"mentions":["c.txt"]}` + "\n", undated, 0,
		},
		{
			"a day to come as JSON",
			[]string{"timeline", dir, "--json", "--mentioned", "--limit", "1"},
			`{"day":"2026-05-12","mentioned":2,"entities":[{"name":"إيمانويل ماكرون","type":"person","articles":1},` +
				`{"name":"الرياض","type":"place","articles":1}],"mentions":["c.txt","d.txt"]}` + "\n", "", 0,
		},
		{"nothing in between", []string{"timeline", dir, "--from", "2027"}, "", undated + "jarida: no dated articles in news between these days\n", 1},
		{"a limit below 0", []string{"timeline", dir, "--limit", "-1"}, "", "jarida: --limit takes a number of days, 0 for all\n", 2},
		{"no day", []string{"timeline", dir, "--from", "2026-3"}, "", "jarida: --from 2026-3: give a day as YYYY-MM-DD, or a month or year\n", 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := run(t, "", test.args...)
			if got.out != test.want || got.err != test.err || got.code != test.code {
				t.Errorf("%q, %q and %d, not %q, %q and %d", got.out, got.err, got.code, test.want, test.err, test.code)
			}
		})
	}
}

// TestTimelineOfNothing holds that the times of files are no dates.
func TestTimelineOfNothing(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": harvest})
	if got := run(t, "", "timeline", dir); got.code != 1 || got.out != "" || !strings.Contains(got.err, "no dated articles in news\n") {
		t.Errorf("%q, %q and %d", got.out, got.err, got.code)
	}
	if got := run(t, "", "timeline", dir, "--mentioned"); got.code != 1 || got.out != "" || got.err != "jarida: no days are mentioned in news\n" {
		t.Errorf("%q, %q and %d", got.out, got.err, got.code)
	}
}

// TestTimelineOfSeeds holds what the articles of the seeds say when they are read: 003 is dated in its head, and says twice that Trump spoke
// yesterday; a photo in 002#4 is of 6 January 2026. Their other days have no year, and no date to count from.
func TestTimelineOfSeeds(t *testing.T) {
	seeds := filepath.Join(sharedFolder(), "data", "articles", "seeds")
	const published, pictured = "003_06f1f79edd40d753.txt", "002_c9d3ab1a39b97343.txt#4"
	if !exists(seeds) {
		need(t, "no articles in "+seeds+": JARIDA_SHARED names the folder that has data/ in it")
	}
	days := func(args ...string) (list []dayRecord) {
		for line := range strings.Lines(run(t, "", append([]string{"timeline", seeds, "--json"}, args...)...).out) {
			var r dayRecord
			if err := json.Unmarshal([]byte(line), &r); err != nil {
				t.Fatal(err)
			}
			list = append(list, r)
		}
		return list
	}
	list := days()
	if len(list) != 1 || list[0].Day != "2026-01-16" || !slices.Equal(list[0].Articles, []string{published}) || list[0].Mentioned != 0 {
		t.Fatalf("the days are %+v", list)
	}
	for _, name := range []string{"روسيا", "إيران", "فلاديمير بوتين"} {
		if !slices.ContainsFunc(list[0].Entities, func(e leaderRecord) bool { return e.Name == name && e.Articles == 1 }) {
			t.Errorf("%s does not lead the day: %+v", name, list[0].Entities)
		}
	}
	list = days("--mentioned")
	if len(list) != 2 || list[0].Day != "2026-01-15" || !slices.Equal(list[0].Mentions, []string{published}) ||
		list[1].Day != "2026-01-06" || !slices.Equal(list[1].Mentions, []string{pictured}) {
		t.Errorf("the mentioned days are %+v", list)
	}
}

func TestSearchMentionedDay(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": accidentLater, "b.txt": accident, "c.txt": opening, "d.txt": monthly})
	for query, want := range map[string]string{
		"mentions:2026-05-12": "c.txt d.txt", "mentions:2026-03-02": "a.txt", "-mentions:2026-05 mentions:2026": "a.txt", "mentions:2027": "",
	} {
		var ids []string
		for line := range strings.Lines(run(t, "", "search", "-C", dir, "--", query).out) {
			id, _, _ := strings.Cut(line, "\t")
			ids = append(ids, id)
		}
		slices.Sort(ids)
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%s finds %q, not %q", query, got, want)
		}
	}
}
