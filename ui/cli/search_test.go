package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"jarida/corpus/search"
	"jarida/ui/bidi"
)

const lake = "افتتاح حديقة على البحيرة\n2026-01-16\n\nافتتحت البلدية حديقة جديدة على شاطئ البحيرة أمس.\n\nوقال بوتين في موسكو: «هذه خطوة كبيرة نحو مدينة خضراء».\n"

// TestSearchHelpNamesFields holds that the help has all that a query can ask for.
func TestSearchHelpNamesFields(t *testing.T) {
	help := run(t, "", "search", "--help").out
	for _, f := range search.Fields() {
		if !strings.Contains(help, f.Name+":") {
			t.Errorf("help does not name %s:", f.Name)
		}
		for _, v := range f.Values {
			if !strings.Contains(help, " "+v.Name) {
				t.Errorf("help does not name %s:%s", f.Name, v.Name)
			}
		}
	}
}

func TestSearchExits(t *testing.T) {
	news := folder(t, map[string]string{"harvest.txt": harvest, "lake.txt": lake})
	checkExits(t, []exitCase{
		{"search", []string{"search", "-C", news, "الحصاد"}, 0, "harvest.txt\t", ""},
		{"search, several words", []string{"search", "-C", news, "حديقة", "البحيرة"}, 0, "lake.txt\t", ""},
		{"search, without a word", []string{"search", "-C", news, "-البحيرة", "موسم"}, 0, "harvest.txt\t", ""},
		{"search, all but a word", []string{"search", "-C", news, "-البحيرة"}, 0, "harvest.txt\t", ""},
		{"search, all but a title", []string{"search", "-C", news, "-title:حديقة"}, 0, "harvest.txt\t", ""},
		{"search, behind --", []string{"search", "-C", news, "--", "-title:حديقة"}, 0, "harvest.txt\t", ""},
		{"search, by date", []string{"search", "-C", news, "date:2026-01"}, 0, "lake.txt\t", ""},
		{"search, by person", []string{"search", "-C", news, "person:بوتين"}, 0, "lake.txt\t", ""},
		{"search, quotations", []string{"search", "-C", news, "has:quote"}, 0, "lake.txt\t", ""},
		{"search, state", []string{"search", "-C", news, "is:unread", "حديقة"}, 0, "lake.txt\t", ""},
		{"search, edition", []string{"search", "إفرست"}, 0, "everest.txt\t", ""},

		{"search, nothing found", []string{"search", "-C", news, "القطار"}, 1, "", "القطار"},
		{"search, no such state", []string{"search", "-C", news, "is:starred", "حديقة"}, 1, "", "is:starred"},
		{"search for nothing", []string{"search", "-C", news}, 2, "", "search for what?"},
		{"search for blanks", []string{"search", "-C", news, " "}, 2, "", "search for what?"},
		{"search, mistake", []string{"search", "-C", news, "foo:حديقة"}, 2, "", "there is no field foo"},
		{"search, open quotation", []string{"search", "-C", news, "حديقة", `"على البحيرة`}, 2, "", "on is not closed"},
		{"search, a word that looks like a flag", []string{"search", "-C", news, "-garden"}, 2, "", "put -- before a query that leaves a word out"},
		{"search, no such flag", []string{"search", "-C", news, "--garden"}, 2, "", "search --help lists the flags"},
		{"search, bad limit", []string{"search", "-C", news, "--limit", "-1", "x"}, 2, "", "--limit takes a number"},
		{"search, no folder", []string{"search", "-C", filepath.Join(news, "no"), "x"}, 2, "", "there is no such file"},
	})
}

// TestSearchLimit holds that the best are printed, and how many.
func TestSearchLimit(t *testing.T) {
	files := map[string]string{}
	for i := range 25 {
		files[fmt.Sprintf("%d.txt", i)] = harvest
	}
	news := folder(t, files)
	for limit, want := range map[string]int{"": 20, "3": 3, "0": 25} {
		args := []string{"search", "-C", news, "الحصاد"}
		if limit != "" {
			args = append(args, "--limit", limit)
		}
		if got := strings.Count(run(t, "", args...).out, "\n"); got != want {
			t.Errorf("with --limit %q there are %d lines, want %d", limit, got, want)
		}
	}
}

// TestSearchKeeps holds that a second search finds the same by what the first one kept, and that no search needs a cache.
func TestSearchKeeps(t *testing.T) {
	cleanEnv(t)
	news := folder(t, map[string]string{"harvest.txt": harvest, "lake.txt": lake})
	kept := filepath.Join(t.TempDir(), "cache")
	t.Setenv("XDG_CACHE_HOME", kept)
	xdg.Reload()
	time.Sleep(2100 * time.Millisecond) // files that have just changed are not kept
	var want string
	for i := range 3 {
		var out, errs bytes.Buffer
		if code := Run([]string{"search", "-C", news, "حديقة"}, strings.NewReader(""), &out, &errs); code != 0 || errs.Len() > 0 {
			t.Fatalf("exit %d, %s", code, errs.String())
		}
		files, err := filepath.Glob(filepath.Join(kept, "jarida", "*.cache"))
		if err != nil || len(files) != 2 { // the list and the index
			t.Fatalf("run %d leaves %q, %v", i, files, err)
		}
		if want == "" {
			want = out.String()
		}
		if out.String() != want {
			t.Errorf("run %d gives %q, the first %q", i, out.String(), want)
		}
		if i == 1 {
			for _, file := range files {
				if err := os.WriteFile(file, []byte("no cache"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	nowhere := filepath.Join(news, "lake.txt", "below a file")
	t.Setenv("XDG_CACHE_HOME", nowhere)
	xdg.Reload()
	var out, errs bytes.Buffer
	if code := Run([]string{"search", "-C", news, "حديقة"}, strings.NewReader(""), &out, &errs); code != 0 || errs.Len() > 0 || out.String() != want {
		t.Errorf("without a cache folder: exit %d, %s %s", code, out.String(), errs.String())
	}
}

// TestSearchJSON holds the names of the fields, and what spans are.
func TestSearchJSON(t *testing.T) {
	news := folder(t, map[string]string{"lake.txt": lake})
	got := run(t, "", "search", "-C", news, "--json", "date:2026", "بحيرة")
	var record map[string]any
	if err := json.Unmarshal([]byte(got.out), &record); err != nil {
		t.Fatalf("%v: %s%s", err, got.out, got.err)
	}
	var names []string
	for name := range record {
		names = append(names, name)
	}
	slices.Sort(names)
	if want := []string{"id", "path", "score", "snippet", "spans", "title", "title_spans", "why"}; !slices.Equal(names, want) {
		t.Errorf("the fields are %q, want %q", names, want)
	}
	if got, want := fmt.Sprint(record["why"]), "[clitic date]"; got != want {
		t.Errorf("why is %s, want %s", got, want)
	}
	if got, want := textOf(t, record, "spans", lake), []string{"بحيرة", "بحيرة"}; !slices.Equal(got, want) {
		t.Errorf("the spans are %q, want %q", got, want)
	}
	if got, want := textOf(t, record, "title_spans", "افتتاح حديقة على البحيرة"), []string{"بحيرة"}; !slices.Equal(got, want) {
		t.Errorf("the spans of the title are %q, want %q", got, want)
	}
}

// textOf gives what the spans of a record say of a text.
func textOf(t *testing.T, record map[string]any, name, text string) (words []string) {
	t.Helper()
	spans, ok := record[name].([]any)
	if !ok {
		t.Fatalf("%s is %v", name, record[name])
	}
	for _, s := range spans {
		var from, to int
		if _, err := fmt.Sscanf(fmt.Sprint(s), "[%d %d]", &from, &to); err != nil {
			t.Fatal(err)
		}
		words = append(words, text[from:to])
	}
	return words
}

// TestSearchLines holds the plain output, and what the error stream tells of how words were understood.
func TestSearchLines(t *testing.T) {
	news := folder(t, map[string]string{"lake.txt": lake, "harvest.txt": harvest})
	for _, test := range []struct{ query, out, err string }{
		{"موسم", "harvest.txt\tبدء موسم الحصاد في الشمال\texact, clitic\tبدأ المزارعون في الشمال موسم الحصاد هذا العام مبكرا بعد شتاء دافئ.\n", ""},
		{
			"putin", "lake.txt\tافتتاح حديقة على البحيرة\tsound, putin → بوتين\tوقال بوتين في موسكو: «هذه خطوة كبيرة نحو مدينة خضراء».\n",
			"jarida: putin → بوتين\n",
		},
		{
			"person:بوتين has:quote", "lake.txt\tافتتاح حديقة على البحيرة\tperson, has\tافتتحت البلدية حديقة جديدة على شاطئ البحيرة أمس.\n", "",
		},
	} {
		got := run(t, "", "search", "-C", news, test.query)
		if got.out != test.out || got.err != test.err {
			t.Errorf("%s gives %q and %q, want %q and %q", test.query, got.out, got.err, test.out, test.err)
		}
	}
	if got := run(t, "", "search", "-C", news, "--no-latin", "putin"); got.code != 1 || strings.Contains(got.err, "→") {
		t.Errorf("without Latin letters: exit %d, %s", got.code, got.err)
	}
}

// TestSearchOnTerminal holds that what was found stands out on a terminal, also where a line breaks or marks of vowels are left out.
func TestSearchOnTerminal(t *testing.T) {
	m := search.NewMarks("شاطئ", "", nil)
	r := foundRecord{ID: "lake.txt", Title: "على الشاطئ", Snippet: "حديقة على شَاطئ البحيرة", Why: []string{"folded"}}
	for _, test := range []struct {
		s    screen
		want string
	}{
		{
			screen{logical: true, sent: true, paint: true, width: 12, options: bidi.Options{}},
			"  \x1b[1mعلى الشاطئ\x1b[22m\n   حديقة على\n\x1b[1mشاطئ\x1b[22m البحيرة\n" +
				"\x1b[2mlake.txt ·\x1b[22m\n\x1b[2mfolded\x1b[22m\n",
		},
		{screen{logical: true, options: bidi.Options{KeepTashkeel: true}}, "على الشاطئ\nحديقة على شَاطئ البحيرة\nlake.txt · folded\n"},
	} {
		var b bytes.Buffer
		w := bufio.NewWriter(&b)
		if err := errors.Join(test.s.writeFound(w, r, m, false), w.Flush()); err != nil {
			t.Fatal(err)
		}
		if b.String() != test.want {
			t.Errorf("written %q, want %q", b.String(), test.want)
		}
	}
}
