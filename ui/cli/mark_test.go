package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jarida/corpus/triage"
)

// marking is a folder of articles and a journal for it.
func marking(t *testing.T) (dir, journal string) {
	t.Helper()
	two := harvest + "\n----------\n\nعنوان آخر\n2024-05-03\n\n" + strings.Repeat("فقرة ثانية من كلمات كثيرة عن موضوع آخر تماما لا علاقة له بالأول. ", 6) + "\n"
	dir = folder(t, map[string]string{"harvest.txt": harvest + "سطر.\n", "two.txt": two, "empty.txt": "", "بوتين.txt": "نص آخر\n\nفقرة.\n"})
	return dir, filepath.Join(t.TempDir(), "state", "my.jsonl")
}

// states gives the ids of a folder's articles that have a state, with it.
func states(t *testing.T, dir, journal string) map[string]string {
	t.Helper()
	got := run(t, "", "list", "--json", "--state", journal, dir)
	if got.code != 0 {
		t.Fatal(got.err)
	}
	all := map[string]string{}
	for line := range strings.Lines(got.out) {
		if _, state, ok := strings.Cut(line, `"state":[`); ok {
			id := strings.SplitN(line, `"`, 5)[3]
			all[id], _, _ = strings.Cut(state, "]")
		}
	}
	return all
}

func TestMark(t *testing.T) {
	dir, journal := marking(t)
	in := func(name string) string { return filepath.Join(dir, name) }
	steps := []struct {
		name, stdin string
		args        []string
		out         string
		want        map[string]string
	}{
		{"a file", "", []string{"read", in("harvest.txt")}, "read\t1\n", map[string]string{"harvest.txt": `"inbox","read"`}},
		{
			"ids", "",
			[]string{"star", "-C", dir, "harvest.txt", "بوتين.txt", "harvest.txt"},
			"star\t2\n",
			map[string]string{"harvest.txt": `"inbox","read","starred"`, "بوتين.txt": `"inbox","unread","starred"`},
		},
		{
			"ids on standard input", "empty.txt\r\n\nharvest.txt\n",
			[]string{"archive", "-C", dir, "-"},
			"archive\t2\n",
			map[string]string{
				"harvest.txt": `"archive","read","starred"`, "بوتين.txt": `"inbox","unread","starred"`, "empty.txt": `"archive","unread"`,
			},
		},
		{
			"back", "",
			[]string{"unstar", in("بوتين.txt"), in("harvest.txt")},
			"unstar\t2\n",
			map[string]string{"harvest.txt": `"archive","read"`, "empty.txt": `"archive","unread"`},
		},
		{
			"a part", "",
			[]string{"later", in("two.txt#2"), in("two.txt#2")},
			"later\t1\n",
			map[string]string{"harvest.txt": `"archive","read"`, "empty.txt": `"archive","unread"`, "two.txt#2": `"later","unread"`},
		},
	}
	for _, step := range steps {
		got := run(t, step.stdin, append([]string{"mark", "--state", journal}, step.args...)...)
		if got.code != 0 || got.out != step.out || got.err != "" {
			t.Errorf("%s: %d %q %s", step.name, got.code, got.out, got.err)
		}
		if all := states(t, dir, journal); !equalMaps(all, step.want) {
			t.Errorf("%s: states %v, want %v", step.name, all, step.want)
		}
	}
	// One decision each: the reader's u takes it back, and the content keeps its state where it is moved.
	j, err := triage.Open(t.Context(), journal, triage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if n := len(j.Last(99)); n != len(steps) {
		t.Errorf("%d decisions, want %d", n, len(steps))
	}
	moved := folder(t, map[string]string{"elsewhere.txt": harvest + "سطر.\n", "empty.txt": "", "two.txt": "آخر\n\nنص آخر.\n"})
	if got := states(t, moved, journal); !equalMaps(got, map[string]string{"elsewhere.txt": `"archive","read"`}) {
		t.Errorf("in another folder: %v", got)
	}
	// A changed file keeps what was decided.
	if err := os.WriteFile(in("harvest.txt"), []byte(harvest+"سطر جديد.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "", "mark", "--state", journal, "star", in("harvest.txt"))
	if got := states(t, dir, journal)["harvest.txt"]; got != `"archive","read","starred"` {
		t.Errorf("a changed file has %s", got)
	}
}

// TestMarkMany holds that many ids are found in one reading, as few are.
func TestMarkMany(t *testing.T) {
	files := map[string]string{}
	var ids strings.Builder
	for i := range manyNames + 20 {
		name := string(rune('a'+i%26)) + strings.Repeat("x", i/26) + ".txt"
		files[name] = "عنوان " + name + "\n\nنص.\n"
		ids.WriteString(name + "\n")
	}
	dir, journal := folder(t, files), filepath.Join(t.TempDir(), "j.jsonl")
	if got := run(t, ids.String(), "mark", "--state", journal, "-C", dir, "later", "-"); got.code != 0 || got.out != "later\t120\n" {
		t.Fatalf("%d %q %s", got.code, got.out, got.err)
	}
	if got := states(t, dir, journal); len(got) != 120 || got["ax.txt"] != `"later","unread"` {
		t.Errorf("%d articles have a state", len(got))
	}
	if got := run(t, "", "mark", "--state", journal, "-C", dir, "inbox", "ax.txt"); got.code != 0 || len(states(t, dir, journal)) != 119 {
		t.Errorf("one of them back: %+v", got)
	}
}

func TestMarkRefuses(t *testing.T) {
	dir, journal := marking(t)
	file := filepath.Join(dir, "harvest.txt")
	for _, tt := range []struct {
		name, stdin string
		args        []string
		code        int
		message     string
	}{
		{"no state", "", []string{"mark"}, 2, "mark takes a state and articles"},
		{"no article", "", []string{"mark", "read"}, 2, "mark takes a state and articles"},
		{"unknown state", "", []string{"mark", "paint", file}, 2, "paint is no state: give one of inbox, read,"},
		{"unknown article", "", []string{"mark", "read", file, filepath.Join(dir, "none.txt")}, 2, "nothing was marked:"},
		{"unknown id", "harvest.txt\nnone.txt\n", []string{"mark", "read", "-C", dir, "-"}, 2, "none.txt: neither a file nor an article in news"},
		{"unknown part", "", []string{"mark", "read", file + "#7"}, 2, "there is no such part"},
		{"a folder", "", []string{"mark", "read", dir}, 2, "holds several articles"},
		{"nothing on standard input", "\n", []string{"mark", "read", "-"}, 1, "no articles were named"},
	} {
		got := run(t, tt.stdin, append(tt.args, "--state", journal)...)
		if got.code != tt.code || !strings.Contains(got.err, tt.message) || got.out != "" || strings.Count(got.err, "\n") != 1 {
			t.Errorf("%s: exit code %d, %q %q", tt.name, got.code, got.out, got.err)
		}
	}
	if _, err := os.Stat(journal); err == nil {
		t.Error("something was marked")
	}
	below := filepath.Join(file, "journal.jsonl") // a file is no folder
	if got := run(t, "", "mark", "read", file, "--state", below); got.code != 2 || !strings.Contains(got.err, "cannot be written to") {
		t.Errorf("where nothing can be written: %d %q", got.code, got.err)
	}
}

func equalMaps(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if b[k] != v {
			return false
		}
	}
	return true
}
