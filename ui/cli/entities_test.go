package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"jarida/corpus/triage"
)

// visit and plan are two articles of which each knows something of the other's people.
const (
	visit = "بوتين يستقبل نتنياهو في موسكو\n2026-01-16\n\n" +
		"استقبل الرئيس الروسي فلاديمير بوتين اليوم الجمعة في موسكو رئيس الوزراء الإسرائيلي بنيامين نتنياهو، وبحثا الوضع في سوريا.\n\n" +
		"وقال بوتين: «ناقشنا كل ما يهم بلدينا، وسنواصل الحوار\tفي موسكو من دون انقطاع مهما حدث».\n\n" +
		"وأضاف أن نحو 35 ألف شخص عادوا إلى سوريا.\n"
	plan = "الرئيس الروسي يزور إيران\n2026-01-15\n\n" +
		"قال الرئيس الروسي إنه «سيزور طهران في الشهر المقبل لتوقيع اتفاق جديد بين البلدين حول الطاقة».\n\n" +
		"وذكرت وكالة «رويترز» أن الزيارة إلى إيران ستكون قصيرة.\n"
)

func visits(t *testing.T) string {
	t.Helper()
	return folder(t, map[string]string{"a.txt": visit, "b.txt": plan})
}

func TestEntities(t *testing.T) {
	dir := visits(t)
	tests := []struct {
		name string
		args []string
		want string
	}{
		{
			"of the folder",
			[]string{"entities", dir},
			"فلاديمير بوتين\tperson\t1\t3\tبوتين | فلاديمير بوتين\n" +
				"موسكو\tplace\t1\t3\tموسكو\n" +
				"إيران\tplace\t1\t2\tإيران\n" +
				"بنيامين نتنياهو\tperson\t1\t2\tبنيامين نتنياهو | نتنياهو\n" +
				"سوريا\tplace\t1\t2\tسوريا\n" +
				"2026-01-16\tdate\t1\t2\t2026-01-16 | اليوم الجمعة\n" +
				"رويترز\torganisation\t1\t1\tرويترز\n" +
				"طهران\tplace\t1\t1\tطهران\n" +
				"2026-01-15\tdate\t1\t1\t2026-01-15\n" +
				"2026-02\tdate\t1\t1\tالشهر المقبل\n" +
				"35000 شخص\tquantity\t1\t1\tنحو 35 ألف شخص\n",
		},
		{"of a type, the first", []string{"entities", dir, "--type", "place", "--limit", "1"}, "موسكو\tplace\t1\t3\tموسكو\n"},
		{
			"by day",
			[]string{"entities", dir, "--days", "--limit", "1", "--type", "person"},
			"فلاديمير بوتين\tperson\t1\t3\tبوتين | فلاديمير بوتين\t2026-01-16 1\n",
		},
		{
			"by day, as JSON",
			[]string{"entities", dir, "--days", "--limit", "1", "--json"},
			`{"name":"فلاديمير بوتين","type":"person","articles":1,"mentions":3,"spellings":["بوتين","فلاديمير بوتين"],"days":[{"day":"2026-01-16","articles":1}]}` + "\n",
		},
		{"quantities", []string{"entities", dir, "--type", "quantity"}, "35000 شخص\tquantity\t1\t1\tنحو 35 ألف شخص\n"},
		{
			"of an article",
			[]string{"entities", "-C", dir, "--article", "b.txt", "--json"},
			`{"name":"إيران","type":"place","articles":1,"mentions":2,"spellings":["إيران"]}` + "\n" +
				`{"name":"2026-01-15","type":"date","articles":1,"mentions":1,"spellings":["2026-01-15"]}` + "\n" +
				`{"name":"طهران","type":"place","articles":1,"mentions":1,"spellings":["طهران"]}` + "\n" +
				`{"name":"2026-02","type":"date","articles":1,"mentions":1,"spellings":["الشهر المقبل"]}` + "\n" +
				`{"name":"رويترز","type":"organisation","articles":1,"mentions":1,"spellings":["رويترز"]}` + "\n",
		},
		{
			"mentions of people",
			[]string{"entities", dir, "--mentions", "--type", "person"},
			"a.txt\tperson\t0\t10\tبوتين\tفلاديمير بوتين\n" +
				"a.txt\tperson\t24\t38\tنتنياهو\tبنيامين نتنياهو\n" +
				"a.txt\tperson\t106\t133\tفلاديمير بوتين\tفلاديمير بوتين\n" +
				"a.txt\tperson\t219\t248\tبنيامين نتنياهو\tبنيامين نتنياهو\n" +
				"a.txt\tperson\t300\t310\tبوتين\tفلاديمير بوتين\n",
		},
		{
			"mentions of dates",
			[]string{"entities", "-C", dir, "--mentions", "--type", "date", "--json", "--article", "a.txt"},
			`{"article":"a.txt","type":"date","start":55,"end":65,"text":"2026-01-16","name":"2026-01-16","confidence":1,"repeat":false,"iso":"2026-01-16"}` + "\n" +
				`{"article":"a.txt","type":"date","start":134,"end":157,"text":"اليوم الجمعة","name":"2026-01-16","confidence":0.95,"repeat":false,"iso":"2026-01-16"}` + "\n",
		},
		{
			"quotations",
			[]string{"quotes", dir},
			"فلاديمير بوتين\t«ناقشنا كل ما يهم بلدينا، وسنواصل الحوار في موسكو من دون انقطاع مهما حدث»\ta.txt\n" +
				"فلاديمير بوتين\t«سيزور طهران في الشهر المقبل لتوقيع اتفاق جديد بين البلدين حول الطاقة»\tb.txt\n",
		},
		{
			"quotations of an office that another article tells who has it",
			[]string{"quotes", dir, "--article", "b.txt", "--json", "--speaker", "فلاديمير"},
			`{"article":"b.txt","start":98,"end":227,"text":"«سيزور طهران في الشهر المقبل لتوقيع اتفاق جديد بين البلدين حول الطاقة»",` +
				`"speaker":"فلاديمير بوتين","verb":"قال","kind":"direct"}` + "\n",
		},
	}
	for _, tt := range tests {
		got := run(t, "", tt.args...)
		if got.code != 0 || got.out != tt.want || got.err != "" {
			t.Errorf("%s: exit code %d, %q, got\n%s\nwant\n%s", tt.name, got.code, got.err, got.out, tt.want)
		}
	}
}

func TestEntityExitCodes(t *testing.T) {
	dir, bare := visits(t), folder(t, map[string]string{"a.txt": "نص قصير لا يسمي أحدا.\n"})
	checkExits(t, []exitCase{
		{"entities of the edition", []string{"entities"}, 0, "\tplace\t", ""},
		{"quotes of an empty folder", []string{"quotes", folder(t, nil)}, 1, "", "no articles in news"},
		{"nothing named", []string{"entities", bare}, 1, "", "no entities in news"},
		{"nothing said", []string{"quotes", bare}, 1, "", "no quotations in news"},
		{"nobody of that name", []string{"quotes", dir, "--speaker", "ميركل"}, 1, "", "no quotations of ميركل in news"},
		{"a type that there is not", []string{"entities", dir, "--type", "planet"}, 2, "", "give one of person, place"},
		{"a limit below nothing", []string{"entities", dir, "--limit", "-1"}, 2, "", "0 for all"},
		{"an article that there is not", []string{"entities", dir, "--article", "c.txt"}, 2, "", "c.txt: no article in news"},
		{"a folder that there is not", []string{"quotes", filepath.Join(dir, "x")}, 2, "", "there is no such file"},
	})
}

// TestEntityControls holds that nothing in an article or its name reaches the terminal as a control.
func TestEntityControls(t *testing.T) {
	text := strings.ReplaceAll(visit, "فلاديمير بوتين", "فلاديمير\x1b[31m بوتين")
	text = strings.ReplaceAll(text, "وسنواصل", "وسنواصل\u202E\x07")
	dir := folder(t, map[string]string{"a\x1b[2J.txt": text})
	for _, args := range [][]string{{"entities", dir}, {"entities", dir, "--mentions"}, {"entities", dir, "--mentions", "--json"}, {"quotes", dir}, {"quotes", dir, "--json"}} {
		got := run(t, "", args...)
		if got.code != 0 || strings.ContainsAny(got.out, "\x1b\x07\u202E") {
			t.Errorf("%q: exit code %d, %q", args, got.code, got.out)
		}
	}
}

// TestEntityRepeats holds that a block that repeats another does not count.
func TestEntityRepeats(t *testing.T) {
	lead := "قال الرئيس الروسي فلاديمير بوتين إن «موسكو لن تقبل أي اتفاق يمس مصالحها في البحر الأسود».\n\n"
	dir := folder(t, map[string]string{"a.txt": "بوتين في موسكو\n\n" + lead + lead + long})
	if got := run(t, "", "entities", dir, "--type", "person"); got.out != "فلاديمير بوتين\tperson\t1\t2\tبوتين | فلاديمير بوتين\n" {
		t.Errorf("entities: %q %s", got.out, got.err)
	}
	got := run(t, "", "entities", dir, "--type", "person", "--mentions", "--json")
	if n := strings.Count(got.out, `"repeat":true`); n != 1 {
		t.Errorf("%d of the mentions repeat others:\n%s", n, got.out)
	}
	if got := run(t, "", "quotes", dir); strings.Count(got.out, "\n") != 1 {
		t.Errorf("quotes: %q", got.out)
	}
	if got := run(t, "", "quotes", dir, "--all", "--json"); strings.Count(got.out, `"repeat":true`) != 1 {
		t.Errorf("quotes --all: %q", got.out)
	}
}

// TestEntityEdits holds that the reader's corrections hold in the commands.
func TestEntityEdits(t *testing.T) {
	dir := visits(t)
	cleanEnv(t)
	state := t.TempDir()
	t.Setenv("XDG_STATE_HOME", state)
	xdg.Reload()
	j, err := triage.Open(t.Context(), filepath.Join(state, "jarida", "journal.jsonl"), triage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []triage.Event{
		{Act: triage.RenameEntity, Entity: &triage.Entity{Type: "person", Names: []string{"بوتين"}, Name: "بوتن"}},
		{Act: triage.HideEntity, Entity: &triage.Entity{Type: "place", Names: []string{"موسكو"}}},
		{Act: triage.MergeEntities, Entity: &triage.Entity{Type: "place", Names: []string{"إيران", "طهران"}}},
		{Act: triage.HideEntity, Entity: &triage.Entity{Type: "place", Names: []string{"سوريا"}}},
		{Act: triage.ShowEntity, Entity: &triage.Entity{Type: "place", Names: []string{"سوريا"}}},
	} {
		if _, err := j.Do(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		want string
	}{
		{
			[]string{"entities", dir, "--type", "place"},
			"إيران\tplace\t1\t3\tإيران | طهران\nسوريا\tplace\t1\t2\tسوريا\n",
		},
		{[]string{"entities", dir, "--type", "person", "--limit", "1"}, "بوتن\tperson\t1\t3\tبوتين | فلاديمير بوتين\n"},
		{[]string{"quotes", dir, "--speaker", "بوتن", "--article", "b.txt"}, "بوتن\t«سيزور طهران في الشهر المقبل لتوقيع اتفاق جديد بين البلدين حول الطاقة»\tb.txt\n"},
	} {
		var out, errs bytes.Buffer
		if code := Run(tt.args, strings.NewReader(""), &out, &errs); code != 0 || out.String() != tt.want {
			t.Errorf("%q: exit code %d, %s\ngot\n%s\nwant\n%s", tt.args, code, &errs, &out, tt.want)
		}
	}
}

// TestMentionOffsets holds that a mention's text is what stands in the source text, in order, and that no two of a type overlap.
func TestMentionOffsets(t *testing.T) {
	files := devArticles(t)[:20]
	args := append([]string{"entities", "--mentions", "--json", "--all"}, files...)
	got := run(t, "", args...)
	texts := map[string]string{}
	ends := map[string]int{}
	last, at := "", 0
	for line := range strings.Lines(got.out) {
		var m mentionRecord
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatal(err)
		}
		if m.Article != last {
			last, at = m.Article, 0
			clear(ends)
		}
		path, _, _ := strings.Cut(m.Article, "#")
		if _, ok := texts[path]; !ok {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			texts[path] = string(raw)
		}
		if texts[path][m.Start:m.End] != m.Text || m.Start < at || m.Start < ends[m.Type] || m.Confidence < 0 || m.Confidence > 1 || m.Name == "" {
			t.Errorf("%s, behind %d", line, at)
		}
		at, ends[m.Type] = m.Start, m.End
	}
	if len(texts) < len(files)*3/4 {
		t.Errorf("mentions in %d of %d files; %s", len(texts), len(files), got.err)
	}
}
