package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestArticleExitCodes(t *testing.T) {
	empty := folder(t, nil)
	news := folder(t, map[string]string{"harvest.txt": harvest})
	article := filepath.Join(news, "harvest.txt")
	missing := filepath.Join(news, "missing")
	checkExits(t, []exitCase{
		{"neither command nor file", []string{"nosuch"}, 2, "", "nosuch: there is no such file, folder or command"},
		{"a command mistyped", []string{"lits"}, 2, "", "did you mean jarida list?"},
		{"no terminal: the list", []string{news}, 0, "harvest.txt\t", ""},
		{"no terminal, -C", []string{"-C", news}, 0, "harvest.txt\t", ""},
		{"the built-in edition", nil, 0, "\t", ""},
		{"empty folder", []string{empty}, 1, "", "no articles in news"},
		{"list, empty folder", []string{"list", empty}, 1, "", "no articles in news"},
		{"list, JSON, empty folder", []string{"list", "--json", "-C", empty}, 1, "", "no articles in news"},
		{"list, missing folder", []string{"list", missing}, 2, "", "there is no such file"},
		{"list of the edition", []string{"list"}, 0, "\t", ""},
		{"list of one file", []string{"list", article}, 0, "harvest.txt\t", ""},
		{"show a file", []string{"show", article}, 0, "بدأ المزارعون", ""},
		{"show an id", []string{"show", "-C", news, "harvest.txt"}, 0, "بدأ المزارعون", ""},
		{"show what is not there", []string{"show", missing}, 2, "", "neither a file nor an article in"},
		{"show an unknown id", []string{"show", "-C", news, "other.txt"}, 2, "", "other.txt: neither a file nor an article in news"},
		{"show a folder", []string{"show", folder(t, map[string]string{"a.txt": harvest, "b.txt": harvest})}, 2, "", "holds several articles"},
		{"config file that is missing", []string{"--config", missing, "list"}, 2, "", missing},
	})
}

func TestList(t *testing.T) {
	dir := folder(t, map[string]string{
		"harvest.txt":      harvest,
		"esc\x1b[2J\n.txt": "عنوان \u202E غريب\n\nنص قصير من كلمات قليلة لا غير.\n",
		"notes.json":       "{}",
	})
	past := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(dir, "harvest.txt"), past, past); err != nil {
		t.Fatal(err)
	}
	got := run(t, "", "list", dir)
	want := "esc␛[2J .txt\t\tعنوان غريب\t\n" + "harvest.txt\t\tبدء موسم الحصاد في الشمال\t\n"
	if got.out != want {
		t.Errorf("got\n%s\nwant\n%s", got.out, want)
	}

	got = run(t, "", "list", "--json", dir)
	var ids []string
	for line := range strings.Lines(got.out) {
		var record map[string]any
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		id, _ := record["id"].(string)
		ids = append(ids, id)
		for _, key := range []string{"id", "path", "title", "words"} {
			if _, ok := record[key]; !ok {
				t.Errorf("no %s in %s", key, line)
			}
		}
	}
	if want := []string{"esc\x1b[2J\n.txt", "harvest.txt"}; !slices.Equal(ids, want) {
		t.Errorf("ids %q, want %q", ids, want)
	}
}

func TestShow(t *testing.T) {
	messy := "أول\r\n\r\nكَلِمَة\x1b[31m\n\tthird line"
	dir := folder(t, map[string]string{"harvest.txt": harvest, "messy.txt": messy})
	file := func(name string) string { return filepath.Join(dir, name) }
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"an article", []string{"show", file("harvest.txt")}, harvest},
		{"the same by its id", []string{"show", "-C", dir, "harvest.txt"}, harvest},
		{"the source text to the byte", []string{"show", "--source", file("messy.txt")}, messy},
		{"every line", []string{"show", "--raw", file("messy.txt")}, "أول\n\nكَلِمَة␛[31m\n third line\n"},
		{
			"every line, wrapped",
			[]string{"show", "--raw", "--width", "30", file("harvest.txt")},
			"بدء موسم الحصاد في الشمال\n\nبدأ المزارعون في الشمال موسم\nالحصاد هذا العام مبكرا بعد\nشتاء دافئ.\n\n" +
				"ويتوقع الخبراء محصولا جيدا في\nجميع أنحاء البلاد خلال الموسم.\n",
		},
		{"standard input", []string{"show", "--source", "-"}, "من المدخل"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := run(t, "من المدخل", tt.args...)
			if got.code != 0 || got.out != tt.want {
				t.Errorf("exit code %d, got\n%q\nwant\n%q\n%s", got.code, got.out, tt.want, got.err)
			}
		})
	}
}

// twoArticles is a file with two articles.
const twoArticles = "عنوان المقال الأول\n2020-05-02\n\n" + long + "\n----------\n\nعنوان المقال الثاني\n2020-05-09\n\n" + long

const long = "افتُتح المتحف الجديد وسط المدينة بعد أعمال ترميم استمرت ثلاث سنوات، وشارك في الافتتاح عدد كبير من المختصين والزوار.\n"

func TestParts(t *testing.T) {
	dir := folder(t, map[string]string{"two.txt": twoArticles, "two.txt#2": harvest})
	only := folder(t, map[string]string{"two.txt": twoArticles})
	file := filepath.Join(dir, "two.txt")
	alone := filepath.Join(only, "two.txt")
	first := "عنوان المقال الأول\n2020-05-02\n\n" + long + "\nAlso in this file: "
	second := "عنوان المقال الثاني\n2020-05-09\n\n" + long + "\nAlso in this file: "
	checkExits(t, []exitCase{
		{"the list has both", []string{"list", only}, 0, "two.txt#2\t2020-05-09\tعنوان المقال الثاني\t\ntwo.txt\t2020-05-02\tعنوان المقال الأول\t\n", ""},
		{"a file", []string{"show", alone}, 0, first + alone + "#2\n", ""},
		{"its second article", []string{"show", alone + "#2"}, 0, second + alone + "\n", ""},
		{"its first by number", []string{"show", alone + "#1"}, 0, first, ""},
		{"one that it has not", []string{"show", alone + "#3"}, 2, "", "there is no such part in the file"},
		{"none has this number", []string{"show", alone + "#99999999999999999999"}, 2, "", "there is no such part in the file"},
		{"the only file of a folder", []string{"show", only}, 0, first + only + "#2\n", ""},
		{"and its second article", []string{"show", only + "#2"}, 0, second, ""},
		{"by id", []string{"show", "-C", dir, "two.txt#2"}, 0, second + "two.txt\n", ""},
		{"a file with a number, by id", []string{"show", "-C", dir, "two.txt#2#1"}, 0, harvest, ""},
		{"a file with a number, by its path", []string{"show", file + "#2"}, 0, harvest, ""},
		{"an id that is none", []string{"show", "-C", dir, "two.txt#3"}, 2, "", "neither a file nor an article"},
	})
	if got := run(t, twoArticles, "show", "-"); got.out != first+"-#2\n" {
		t.Errorf("standard input: %q", got.out)
	}
	got := run(t, "", "show", "--json", alone)
	var record struct {
		Blocks []struct {
			Start int    `json:"start"`
			End   int    `json:"end"`
			Part  int    `json:"part"`
			Text  string `json:"text"`
		} `json:"blocks"`
	}
	if err := json.Unmarshal([]byte(got.out), &record); err != nil {
		t.Fatal(err)
	}
	covered, parts := 0, 0
	for _, b := range record.Blocks {
		if b.Text != twoArticles[b.Start:b.End] || strings.TrimSpace(twoArticles[covered:b.Start]) != "" {
			t.Errorf("%+v behind %d", b, covered)
		}
		covered, parts = b.End, max(parts, b.Part)
	}
	if strings.TrimSpace(twoArticles[covered:]) != "" || parts != 2 {
		t.Errorf("covered to %d of %d, %d parts", covered, len(twoArticles), parts)
	}
}

// TestShowWarns checks that what had to be guessed is told, and not among the text.
func TestShowWarns(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": harvest + "\xff\n", "empty.txt": ""})
	checkExits(t, []exitCase{
		{"an invalid byte", []string{"show", "-C", dir, "a.txt"}, 0, "بدأ المزارعون", "a.txt: "},
		{"in the source", []string{"show", "--source", "-C", dir, "a.txt"}, 0, "بدأ المزارعون", "a.txt: "},
		{"an empty file", []string{"show", "-C", dir, "empty.txt"}, 0, "", "The file is empty."},
	})
	if got := run(t, "", "show", "--json", "-C", dir, "a.txt"); got.err != "" || !strings.Contains(got.out, `"warnings":["`) {
		t.Errorf("JSON: %q %q", got.out, got.err)
	}
}

// TestShowVisual checks the output for a terminal: shaped, in visual order, right-aligned where there is a width.
func TestShowVisual(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "قال abc\nLatin\nلا\nكَتَبَ\n"})
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"--bidi", "visual"}, "abc ﻝﺎﻗ\nLatin\nﻻ\nﺐَﺘَﻛَ\n"},
		{[]string{"--bidi", "visual", "--tashkeel", "strip"}, "abc ﻝﺎﻗ\nLatin\nﻻ\nﺐﺘﻛ\n"},
		{[]string{"--bidi", "visual", "--tashkeel", "strip", "--width", "10"}, "   abc ﻝﺎﻗ\nLatin\n         ﻻ\n       ﺐﺘﻛ\n"},
		{[]string{"--bidi", "visual", "--tashkeel", "strip", "--shaping", "off"}, "abc لاق\nLatin\nال\nبتك\n"},
		{[]string{"--bidi", "visual", "--tashkeel", "strip", "--base", "rtl", "--width", "10"}, "   abc ﻝﺎﻗ\n     Latin\n         ﻻ\n       ﺐﺘﻛ\n"},
		{[]string{"--bidi", "logical"}, "قال abc\nLatin\nلا\nكَتَبَ\n"},
	}
	for _, tt := range tests {
		got := run(t, "", append([]string{"show", "--raw", filepath.Join(dir, "a.txt")}, tt.args...)...)
		if got.code != 0 || got.out != tt.want {
			t.Errorf("%v: exit code %d, got\n%q\nwant\n%q\n%s", tt.args, got.code, got.out, tt.want, got.err)
		}
	}
}

// brokenPipe fails as a pipe does when its reader has gone.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Err: syscall.EPIPE}
}

// fullDisk fails as a full disk does.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestFailingOutput(t *testing.T) {
	cleanEnv(t)
	dir := folder(t, map[string]string{"harvest.txt": harvest})
	var errs bytes.Buffer
	if code := Run([]string{"list", dir}, strings.NewReader(""), brokenPipe{}, &errs); code != 0 || errs.Len() > 0 {
		t.Errorf("a pipe nobody reads: exit code %d, %q", code, &errs)
	}
	if code := Run([]string{"list", dir}, strings.NewReader(""), fullDisk{}, &errs); code != 2 || !strings.Contains(errs.String(), "no space") {
		t.Errorf("a full disk: exit code %d, %q", code, &errs)
	}
}
