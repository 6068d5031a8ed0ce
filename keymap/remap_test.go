package keymap

import (
	"slices"
	"strings"
	"testing"
)

func TestRemap(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		settings []Setting
		at       Place
		typed    map[string]Action
		problems []string
	}{
		{"nothing", nil, InList, map[string]Action{"j": Down, "x": Archive}, nil},
		{
			"everywhere",
			[]Setting{{1, "", "archive", []string{"#"}}},
			InReader,
			map[string]Action{"#": Archive, "x": None},
			nil,
		},
		{
			"in one place",
			[]Setting{{1, "list", "archive", []string{"#", "x"}}},
			InReader,
			map[string]Action{"#": None, "x": Archive},
			nil,
		},
		{
			"one place goes before all",
			[]Setting{{1, "list", "archive", []string{"#"}}, {2, "", "archive", []string{"%"}}},
			InList,
			map[string]Action{"#": Archive, "%": None},
			nil,
		},
		{
			"a key is taken from another action",
			[]Setting{{1, "list", "archive", []string{"d"}}},
			InList,
			map[string]Action{"d": Archive, "x": None, "ي": Archive},
			nil,
		},
		{
			"the last key of an action",
			[]Setting{{7, "list", "archive", []string{"s"}}},
			InList,
			map[string]Action{"s": Archive},
			[]string{`archive: "s" was the only key of star, which has none now`},
		},
		{
			"unless it gets another",
			[]Setting{{7, "list", "star", []string{"*"}}, {8, "list", "archive", []string{"s"}}},
			InList,
			map[string]Action{"s": Archive, "*": Star},
			nil,
		},
		{"no key", []Setting{{1, "list", "archive", nil}}, InList, map[string]Action{"x": None}, nil},
		{
			"a sequence",
			[]Setting{{1, "list", "archive", []string{"g  x", "ctrl+x", "f5"}}},
			InList,
			map[string]Action{"gx": Archive, "لء": Archive, "x": None},
			nil,
		},
		{
			"two lines want one key",
			[]Setting{{3, "list", "archive", []string{"#"}}, {4, "list", "star", []string{"#", "*"}}},
			InList,
			map[string]Action{"#": Archive, "*": Star},
			[]string{`star: line 3 gives "#" to archive already`},
		},
		{
			"one begins the other",
			[]Setting{{3, "list", "archive", []string{"g"}}},
			InList,
			map[string]Action{"x": Archive},
			[]string{`archive: "g" cannot be a key beside "g g", for one begins the other`},
		},
		{
			"unknown action",
			[]Setting{{3, "", "archiv", []string{"#"}}},
			InList,
			map[string]Action{"#": None},
			[]string{`there is no action "archiv"; did you mean "archive"?`},
		},
		{
			"unknown place",
			[]Setting{{3, "lists", "archive", []string{"#"}}},
			InList,
			map[string]Action{"#": None},
			[]string{`there is no place "lists"; did you mean "list"?`},
		},
		{
			"an action of another place",
			[]Setting{{3, "list", "dates", []string{"#"}}},
			InList,
			map[string]Action{"#": None},
			[]string{`dates is no action of the place "list"`},
		},
		{
			"unknown keys",
			[]Setting{{3, "list", "archive", []string{"hyper+q", "ت", "ctrl+1", "a b c", "#"}}},
			InList,
			map[string]Action{"#": Archive},
			[]string{
				`archive: there is no key "hyper+q"`, `archive: "ت": name the key as it is on a US keyboard: j`,
				`archive: there is no key "ctrl+1"`, `archive: "a b c": give a key, or two with a blank between them`,
			},
		},
		{"only unknown keys", []Setting{{3, "list", "archive", []string{"\x1b"}}}, InList, map[string]Action{"x": Archive}, []string{`archive: there is no key "\x1b"`}},
		{"the way out stays", []Setting{{3, "", "star", []string{"ctrl+c"}}}, InList, map[string]Action{"s": Star}, []string{"star: ctrl+c always quits"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m, problems := Default().Remap(tt.settings)
			var got []string
			for _, p := range problems {
				got = append(got, p.Message)
			}
			if !slices.Equal(got, tt.problems) {
				t.Errorf("problems %q, want %q", got, tt.problems)
			}
			for typed, want := range tt.typed {
				if a := pressBytes(t, m, tt.at, typed); a != want {
					t.Errorf("%q is %q, want %q", typed, a, want)
				}
			}
		})
	}
}

// TestRemapLeavesDefault holds that the default bindings are not changed by remapping a copy of them.
func TestRemapLeavesDefault(t *testing.T) {
	t.Parallel()
	m := Default()
	m.Remap([]Setting{{1, "", "archive", []string{"d"}}})
	if got := pressBytes(t, m, InList, "d"); got != HalfDown {
		t.Errorf("d is %q", got)
	}
}

// TestConfig holds that the printed bindings, when they are taken for settings, change nothing.
func TestConfig(t *testing.T) {
	t.Parallel()
	var settings []Setting
	place := ""
	for line := range strings.Lines(Default().Config()) {
		line = strings.TrimSpace(strings.TrimPrefix(line, "#"))
		if name, ok := strings.CutPrefix(line, "[keys."); ok {
			place = strings.TrimSuffix(name, "]")
			continue
		}
		action, rest, ok := strings.Cut(line, " = [")
		if !ok {
			continue
		}
		list, _, _ := strings.Cut(rest, "] #")
		var keys []string
		for q := range strings.SplitSeq(list, ", ") {
			keys = append(keys, strings.ReplaceAll(strings.Trim(q, `"`), `\\`, `\`))
		}
		settings = append(settings, Setting{len(settings) + 1, place, action, keys})
	}
	m, problems := Default().Remap(settings)
	if len(problems) > 0 || len(settings) < 50 {
		t.Fatalf("%d settings, problems %v", len(settings), problems)
	}
	for at := range Place(places) {
		for a := range m.places[at] {
			if got, want := m.places[at][a].Keys(), Default().places[at][a].Keys(); !slices.Equal(got, want) {
				t.Errorf("%s, %s: %q, want %q", at, Action(a), got, want)
			}
		}
	}
}

// FuzzRemap holds that whatever a config file says no key has two meanings.
func FuzzRemap(f *testing.F) {
	f.Add("list", "archive", "d", "star", "d")
	f.Add("", "down", "g", "up", "g g")
	f.Add("text", "prev-hit", "ctrl+x", "find", "f1 f2")
	f.Add("0", "0", "0", "up", "0 0")
	f.Add("", "quit", "ctrl+c x", "quit", "q")
	f.Fuzz(func(t *testing.T, place, a, keyA, b, keyB string) {
		m, _ := Default().Remap([]Setting{{1, place, a, []string{keyA}}, {2, "", b, []string{keyB, keyA}}})
		for at := range Place(places) {
			seen := map[string]bool{}
			for _, binding := range m.places[at] {
				for _, k := range binding.Keys() {
					if seen[k] || m.places[at].begins(k) {
						t.Fatalf("%q has two meanings in %s", k, at)
					}
					seen[k] = true
				}
			}
		}
	})
}
