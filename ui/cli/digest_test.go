package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jarida/corpus"
	"jarida/ui/bidi"
)

const (
	// collapseAgain is what is printed of the same event a day later.
	collapseAgain = "انهيار منجم للفحم في الشمال\n2026-03-03\n\nقُتل 35 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني.\n" +
		"وقال الوزير إن عمليات البحث عن ناجين مستمرة حتى المساء وإن المنجم أغلق.\n"
	// trip names one place that no other article names.
	trip = "الرئيس الروسي في إيران\n2026-03-04\n\n" +
		"قال الرئيس الروسي فلاديمير بوتين في بغداد إنه «سيزور طهران غدا لتوقيع الاتفاق بين البلدين حول الطاقة».\n"
)

func TestDigest(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": visit, "b.txt": plan, "c.txt": collapse, "d.txt": collapseAgain})
	tests := []struct {
		name string
		args []string
		want string
		code int
	}{
		{
			"a page",
			[]string{"digest", dir},
			"news · articles 4 · unread 4 · 2026-01-15 – 2026-03-03\n\n" +
				"Largest stories\n     2  انهيار منجم للفحم في الشمال\n\n" +
				"Most named\n  People: فلاديمير بوتين (1), بنيامين نتنياهو (1)\n" +
				"  Places: زاوية (2), موسكو (1), إيران (1), سوريا (1), طهران (1)\n  Organisations: رويترز (1)\n\n" +
				"Most quoted\n     2  فلاديمير بوتين · articles 2\n", 0,
		},
		{
			"in Arabic",
			[]string{"digest", "--lang", "ar", "-C", dir, "--limit", "1"},
			"news · المقالات 4 · غير مقروء 4 · \u200e2026-01-15 – 2026-03-03\u200e\n\n" +
				"أبرز الأخبار\n     2  انهيار منجم للفحم في الشمال\n\n" +
				"الأكثر ذكرا\n  أشخاص: فلاديمير بوتين (1) \u200e+1\n  أماكن: زاوية (2) \u200e+4\n  هيئات: رويترز (1)\n\n" +
				"الأكثر تصريحا\n     2  فلاديمير بوتين · مقالات 2\n", 0,
		},
		{
			"narrow",
			[]string{"digest", dir, "--width", "32"},
			"news · articles 4 · unread 4 ·…\n\n" +
				"Largest stories\n     2  انهيار منجم للفحم في…\n\n" +
				"Most named\n  People: فلاديمير بوتين (1) +1\n  Places: زاوية (2) +4\n  Organisations: رويترز (1)\n\n" +
				"Most quoted\n     2  فلاديمير بوتين ·…\n", 0,
		},
		{
			"of the newest day",
			[]string{"digest", dir, "--days", "1"},
			"news · articles 4 · unread 4 · 2026-01-15 – 2026-03-03\nOf the newest days: 1 (2026-03-03)\n\n" +
				"Largest stories\n   1/2  انهيار منجم للفحم في الشمال\n", 0,
		},
		{
			"as JSON",
			[]string{"digest", dir, "--json", "--limit", "2"},
			`{"what":"summary","articles":4,"unread":4,"new":4,"first":"2026-01-15","last":"2026-03-03","stories":1,"names":8,"speakers":1}` + "\n" +
				`{"what":"story","story":"c.txt","kind":"same-text","title":"انهيار منجم للفحم في الشمال","articles":["c.txt","d.txt"],"new":2}` + "\n" +
				`{"what":"name","name":"فلاديمير بوتين","type":"person","articles":1,"mentions":3}` + "\n" +
				`{"what":"name","name":"بنيامين نتنياهو","type":"person","articles":1,"mentions":2}` + "\n" +
				`{"what":"name","name":"زاوية","type":"place","articles":2,"mentions":2}` + "\n" +
				`{"what":"name","name":"موسكو","type":"place","articles":1,"mentions":3}` + "\n" +
				`{"what":"name","name":"رويترز","type":"organisation","articles":1,"mentions":1}` + "\n" +
				`{"what":"speaker","name":"فلاديمير بوتين","type":"person","quotes":2,"articles":2}` + "\n", 0,
		},
		{"a limit below 0", []string{"digest", dir, "--limit", "-1"}, "", 2},
		{"days below 0", []string{"digest", dir, "--days", "-1"}, "", 2},
		{"a width below 0", []string{"digest", dir, "--width", "-1"}, "", 2},
		{"days and all", []string{"digest", dir, "--days", "1", "--all"}, "", 2},
		{"an empty folder", []string{"digest", t.TempDir()}, "", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := run(t, "", test.args...)
			if got.out != test.want || got.code != test.code {
				t.Errorf("code %d, not %d; %s\n%s\nwant\n%s", got.code, test.code, got.err, got.out, test.want)
			}
		})
	}
}

// TestDigestOfUndatedDays holds that where no day is known it is told why nothing is of the newest ones.
func TestDigestOfUndatedDays(t *testing.T) {
	undated := folder(t, map[string]string{"a.txt": "خبر بلا تاريخ في الصفحة\n\nنص الخبر عن المدينة والناس فيها.\n"})
	if got := run(t, "", "digest", undated, "--days", "2"); got.code != 0 || got.out != "news · articles 1 · unread 1\n" ||
		got.err != "jarida: no article has a date, so that none is of the newest days\n" {
		t.Errorf("code %d: %q, and it is told: %q", got.code, got.out, got.err)
	}
	if got := run(t, "", "digest", undated); got.err != "" {
		t.Errorf("without days it is told: %q", got.err)
	}
}

// lookAt opens a folder as the reader does and leaves it again.
func lookAt(t *testing.T, state string, args ...string) {
	t.Helper()
	c, err := corpus.Open(t.Context(), args, corpus.Options{Keys: true})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	p := &program{state: state}
	p.keepVisit(t.Context(), c.Snapshot(), args)
}

// summary runs digest and gives its first object, and the names of new people, places and organisations.
func summary(t *testing.T, args ...string) (r summaryRecord, names []string) {
	t.Helper()
	got := run(t, "", append([]string{"digest", "--json", "--limit", "0"}, args...)...)
	if got.code != 0 {
		t.Fatalf("exit code %d: %s", got.code, got.err)
	}
	for line := range strings.Lines(got.out) {
		var n struct {
			What string `json:"what"`
			Name string `json:"name"`
		}
		var err error
		if r.What == "" {
			err = json.Unmarshal([]byte(line), &r)
		} else if err = json.Unmarshal([]byte(line), &n); n.What == "name" {
			names = append(names, n.Name)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return r, names
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestDigestSinceVisit holds that what is new is what was not there when the folder was last open in the reader, whatever becomes of the files.
func TestDigestSinceVisit(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": visit, "b.txt": plan, "c.txt": collapse})
	state := filepath.Join(t.TempDir(), "journal.jsonl")
	if r, names := summary(t, "--state", state, dir); r.New != 3 || r.Since != "" || len(names) == 0 {
		t.Errorf("before the first visit: %+v, %q", r, names)
	}
	before := time.Now().Truncate(time.Second)
	lookAt(t, state, dir)
	r, names := summary(t, "--state", state, dir)
	since, err := time.Parse(time.RFC3339, r.Since)
	if r.New != 0 || len(names) != 0 || r.Stories != 0 || err != nil || since.Before(before) || since.After(time.Now()) {
		t.Errorf("behind the visit: %+v, %q; %v", r, names, err)
	}

	// A file moved, one that says what is known, and two with something new.
	if err := os.Rename(filepath.Join(dir, "b.txt"), filepath.Join(dir, "moved.txt")); err != nil {
		t.Fatal(err)
	}
	put(t, dir, "copy.txt", plan)
	put(t, dir, "d.txt", collapseAgain)
	put(t, dir, "e.txt", trip)
	r, names = summary(t, "--state", state, dir)
	if want := []string{"بغداد"}; r.New != 2 || fmt.Sprint(names) != fmt.Sprint(want) {
		t.Errorf("new: %d, not 2; %q, not %q", r.New, names, want)
	}
	page := run(t, "", "digest", "--state", state, dir)
	since = since.Local()
	want := "New since your last visit: 2 (" + since.Format("2006-01-02 15:04") + ")\n\nLargest stories\n   1/2  انهيار منجم للفحم في الشمال\n\n" +
		"New names\n  Places: بغداد (1)\n\nMost quoted\n     1  فلاديمير بوتين · articles 1\n"
	if _, rest, _ := strings.Cut(page.out, "\n"); rest != want {
		t.Errorf("got\n%s\nwant\n%s", rest, want)
	}
	if r, _ := summary(t, "--state", state, "--all", dir); r.New != 6 || r.Since != "" {
		t.Errorf("all of it: %+v", r)
	}

	// The digest itself is no visit, and a second one takes the place of the first.
	lookAt(t, state, dir)
	if r, _ := summary(t, "--state", state, dir); r.New != 0 {
		t.Errorf("behind the second visit: %+v", r)
	}
	all := run(t, "", "digest", "--state", state, dir, "--json", "--limit", "1")
	if story := `"articles":["c.txt","d.txt"],"new":0}`; !strings.Contains(all.out, story) {
		t.Errorf("where nothing is new the stories are not those of all articles with none new: %s", all.out)
	}
}

// TestVisitsOfFolders holds that folders know nothing of each other, and that one is the same by whatever path it is named.
func TestVisitsOfFolders(t *testing.T) {
	dir, other := folder(t, map[string]string{"b.txt": plan}), folder(t, map[string]string{"b.txt": plan})
	state := filepath.Join(t.TempDir(), "journal.jsonl")
	lookAt(t, state, dir)
	if r, _ := summary(t, "--state", state, other); r.New != 1 {
		t.Errorf("another folder was visited: %+v", r)
	}
	lookAt(t, state, filepath.Join(other, "b.txt"))
	if r, _ := summary(t, "--state", state, other); r.New != 1 {
		t.Errorf("a file was visited, not its folder: %+v", r)
	}
	t.Chdir(filepath.Dir(dir))
	for _, name := range []string{"news", "./news/", "../" + filepath.Base(filepath.Dir(dir)) + "/news"} {
		if r, _ := summary(t, "--state", state, name); r.New != 0 {
			t.Errorf("%s was not visited: %+v", name, r)
		}
	}
}

// TestDamagedVisit holds that a damaged file is no visit, and harms nobody.
func TestDamagedVisit(t *testing.T) {
	dir := folder(t, map[string]string{"b.txt": plan})
	state := filepath.Join(t.TempDir(), "journal.jsonl")
	lookAt(t, state, dir)
	files, err := filepath.Glob(filepath.Join(state+visitsSuffix, "*"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	flipped := append([]byte(nil), whole...)
	flipped[len(flipped)/2] ^= 1
	for name, damaged := range map[string][]byte{"empty": nil, "cut off": whole[:len(whole)/2], "flipped": flipped, "other": []byte("{}\n")} {
		if err := os.WriteFile(files[0], damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := run(t, "", "digest", "--state", state, dir); got.code != 0 || got.err != "" || strings.Contains(got.out, "since") {
			t.Errorf("%s: exit code %d, %s\n%s", name, got.code, got.err, got.out)
		}
		lookAt(t, state, dir)
		if r, _ := summary(t, "--state", state, dir); r.New != 0 {
			t.Errorf("%s: the next visit was not kept: %+v", name, r)
		}
	}
}

// TestUnwritableVisit holds that where nothing can be kept the reader leaves as always, and nothing is written elsewhere.
func TestUnwritableVisit(t *testing.T) {
	dir := folder(t, map[string]string{"b.txt": plan})
	place := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(place, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	lookAt(t, filepath.Join(place, "journal.jsonl"), dir)
	if name, err := (&program{}).visitName([]string{dir, "-"}); name != nil || err != nil {
		t.Errorf("standard input is visited as %q; %v", name, err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("the article folder has %d files; %v", len(entries), err)
	}
}

// TestDigestFits holds that the page of a real folder fits the smallest terminals, whatever is in it.
func TestDigestFits(t *testing.T) {
	dir := filepath.Join(sharedFolder(), "data", "articles", "dev")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			t.Fatal(err)
		}
		t.Skip("the shared articles are not there")
	}
	const most = 23
	var l bidi.Layouter
	for _, args := range [][]string{{"--lang", "ar"}, {"--width", "47", "--days", "2"}} {
		width := 80
		if args[0] == "--width" {
			width, _ = strconv.Atoi(args[1])
		}
		got := run(t, "", append([]string{"digest", dir}, args...)...)
		if n := strings.Count(got.out, "\n"); n > most || got.code != 0 {
			t.Errorf("%q: %d rows; %s", args, n, got.err)
		}
		for line := range strings.Lines(got.out) {
			if laid := l.Layout(strings.TrimSuffix(line, "\n"), 0, bidi.Options{KeepTashkeel: true}); len(laid) > 0 && laid[0].Width > width {
				t.Errorf("%q: %d columns: %q", args, laid[0].Width, line)
			}
		}
	}
}
