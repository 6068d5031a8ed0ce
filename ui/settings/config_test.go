package settings

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"jarida/keymap"
)

func TestDefault(t *testing.T) {
	t.Parallel()
	nothing, _, _ := Parse(nil)
	c, warnings, err := Parse([]byte(Default()))
	if err != nil || len(warnings) > 0 || !reflect.DeepEqual(c, nothing) {
		t.Errorf("got %+v, %v, %v; want %+v", c, warnings, err, nothing)
	}
	// What it explains is what there is: with the # gone it still makes sense.
	all := strings.ReplaceAll(strings.ReplaceAll(Default(), "\n#", "\n"), "\n ", "\n# ")
	c, warnings, err = Parse([]byte("# " + all))
	want := Config{Folder: filepath.Join(xdg.Home, "news"), Layout: "auto", Lang: "en", Tashkeel: "auto", Mouse: "off", Stories: "on", View: "inbox", Digits: "as-written", Theme: "auto", Sort: "date", Bidi: "auto", Keyboard: "auto", Citation: "off", Keys: keymap.Default(), Terminals: map[string]string{"kitty": "visual"}}
	if err != nil || len(warnings) > 0 || !reflect.DeepEqual(c, want) {
		t.Errorf("with everything set: got %+v, %v, %v\n%s", c, warnings, err, all)
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	config := func(change func(*Config)) Config {
		c := Config{Layout: "auto", Tashkeel: "auto", Mouse: "off", Stories: "on", View: "inbox", Digits: "as-written", Theme: "auto", Sort: "date", Bidi: "auto", Keyboard: "auto", Citation: "off", Keys: keymap.Default(), Terminals: map[string]string{}}
		if change != nil {
			change(&c)
		}
		return c
	}
	tests := []struct {
		name, text string
		want       Config
		warnings   []string
	}{
		{"empty", "", config(nil), nil},
		{"all", "folder = '/a'\ncitation='on'\nlayout = \"ltr\"\nlang = \"ar\"\nbidi = \"marked\"\n", config(func(c *Config) {
			c.Folder, c.Layout, c.Lang, c.Bidi, c.Citation = "/a", "ltr", "ar", "marked", "on"
		}), nil},
		{"terminals in every way", "terminal.st.bidi = 'visual'\n[terminal.kitty]\nbidi='words'\n[terminal.\"a b\"]\nbidi='auto'\n", config(func(c *Config) {
			c.Terminals = map[string]string{"st": "visual", "kitty": "words", "a b": "auto"}
		}), nil},
		{"inline", "terminal = { kitty = { bidi = 'words' } }", config(func(c *Config) {
			c.Terminals = map[string]string{"kitty": "words"}
		}), nil},
		{"bad values keep the default", "layout = 'up'\n\nlang = 3\nbidi = ['x']\nfolder = 'news'\n[terminal.x]\nbidi = 'y'\n", config(nil), []string{
			"line 1: layout: give one of auto, rtl, ltr",
			"line 3: lang: give one of en, ar",
			"line 4: bidi: give one of auto, marked, visual, isolate, words, logical",
			"line 5: folder: give an absolute path, or one that begins with ~/",
			"line 7: terminal.x.bidi: give one of auto, marked, visual, isolate, words, logical",
		}},
		{"orders", "sort = ' title  reverse '", config(func(c *Config) { c.Sort = "title reverse" }), nil},
		{"bad orders", "sort = 'size'\nsort2 = 1\n[x]\nsort = 'reverse title'", config(nil), []string{
			"line 1: sort: give one of date, title, source, words; with reverse behind it the order is turned round",
			"line 2: sort2: there is no such setting",
			"line 4: x.sort: there is no such setting",
		}},
		{"a time", "read_after = 30", config(func(c *Config) { c.ReadAfter = 30 }), nil},
		{"bad times", "read_after = '30'\n[x]\ny = 1\n", config(nil), []string{
			"line 1: read_after: give a number of seconds up to 3600, 0 for when the end has been seen",
			"line 3: x.y: there is no such setting",
		}},
		{"worse times", "read_after = -1", config(nil), []string{
			"line 1: read_after: give a number of seconds up to 3600, 0 for when the end has been seen",
		}},
		{"no times", "read_after = 1.5", config(nil), []string{
			"line 1: read_after: give a number of seconds up to 3600, 0 for when the end has been seen",
		}},
		{"from how many", "digest = 1000", config(func(c *Config) { c.Digest = 1000 }), nil},
		{"from few", "digest = -1", config(nil), []string{"line 1: digest: give a number of articles, 0 for never"}},
		{"from nowhere", "digest = 'on'", config(nil), []string{"line 1: digest: give a number of articles, 0 for never"}},
		{"how it looks", "theme = 'mono'\ndigits = 'arabic'\nmouse = 'on'\nstories = 'off'\nview = 'later'\n", config(func(c *Config) {
			c.Theme, c.Digits, c.Mouse, c.Stories, c.View = "mono", "arabic", "on", "off", "later"
		}), nil},
		{"how it cannot look", "theme = 'green'\n\ndigits = 'roman'\nmouse = true\nview = ''\n", config(nil), []string{
			"line 1: theme: give one of auto, dark, light, contrast, mono",
			"line 3: digits: give one of as-written, latin, arabic",
			"line 4: mouse: give one of on, off",
			"line 5: view: give one of inbox, unread, starred, later, archived, all",
		}},
		{"unknown keys", "colour = 1\nlang = 'ar'\n[terminal.x]\nfont = 'y'\n[keys]\n\"a\\u001b.b\" = 1\n", config(func(c *Config) { c.Lang = "ar" }), []string{
			"line 1: colour: there is no such setting",
			"line 4: terminal.x.font: there is no such setting",
			`line 6: keys."a\x1b.b": give a key ("x"), several (["x", "g x"]), or none ([])`,
		}},
		{"keys", "keyboard = 'persian'\n[keys]\nstar = '*' # a comment\n[keys.list]\narchive = [\n'#', # another\n'g x']\nquit = []\n", config(func(c *Config) {
			c.Keyboard = "persian"
			c.Keys, _ = keymap.Default().On(keymap.Persian).Remap([]keymap.Setting{
				{Line: 3, Action: "star", Keys: []string{"*"}},
				{Line: 5, Place: "list", Action: "archive", Keys: []string{"#", "g x"}},
				{Line: 8, Place: "list", Action: "quit"},
			})
		}), nil},
		{"wrong keys", "[keys]\nstar = 1\narchiv = 'x'\n[keys.list]\nlater = 's'\narchive = ['s', 'hyper']\nread.x = 's'\nkeyboard = 'azerty'\n", config(func(c *Config) {
			c.Keys, _ = keymap.Default().Remap([]keymap.Setting{{Line: 5, Place: "list", Action: "later", Keys: []string{"s"}}})
		}), []string{
			`line 2: keys.star: give a key ("x"), several (["x", "g x"]), or none ([])`,
			`line 3: there is no action "archiv"; did you mean "archive"?`,
			`line 5: later: "s" was the only key of star, which has none now`,
			`line 6: archive: there is no key "hyper"`,
			`line 6: archive: line 5 gives "s" to later already`,
			`line 7: keys.list.read.x: there is no such setting`,
			`line 8: there is no action "keyboard"`,
		}},
	}
	for _, tt := range tests {
		c, warnings, err := Parse([]byte(tt.text))
		if err != nil || !reflect.DeepEqual(c, tt.want) {
			t.Errorf("%s: got %+v, %v; want %+v", tt.name, c, err, tt.want)
		}
		var got []string
		for _, w := range warnings {
			got = append(got, w.String())
		}
		if !reflect.DeepEqual(got, tt.warnings) {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got, tt.warnings)
		}
	}
}

func TestLoad(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "config.toml")
	if c, _, err := Load(path, true); err != nil || c.Layout != "auto" {
		t.Errorf("missing: got %+v, %v", c, err)
	}
	if _, _, err := Load(path, false); err == nil {
		t.Error("a missing file of --config: no error")
	}
	if _, _, err := Load(dir, true); err == nil {
		t.Error("a folder: no error")
	}
	for text, want := range map[string]string{
		"lang = 'ar'\nlang = ":           "line 2",
		"lang = 'ar'\nlang = 'en'\n":     "line 2",
		"\xff\xfe":                       "line 1",
		"a = 1\n\n[terminal\nbidi = 'x'": "line 3",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, _, err := Load(path, true)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: got %v, want one line with %q", text, err, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	tests := []struct {
		flag, config, all, messages, lang string
		want                              string
	}{
		{want: English},
		{lang: "ar_LB.UTF-8", want: Arabic},
		{lang: "ar", want: Arabic},
		{lang: "ar.UTF-8", want: Arabic},
		{lang: "arn_CL", want: English},
		{lang: "ar_EG", messages: "en_GB", want: English},
		{lang: "en_GB", messages: "ar_EG", want: Arabic},
		{all: "C", messages: "ar_EG", want: English},
		{all: "C", config: "ar", want: Arabic},
		{flag: "en", config: "ar", want: English},
		{flag: "xx", config: "ar", want: Arabic},
	}
	for _, tt := range tests {
		env := map[string]string{"LC_ALL": tt.all, "LC_MESSAGES": tt.messages, "LANG": tt.lang}
		if got := Language(tt.flag, Config{Lang: tt.config}, func(n string) string { return env[n] }); got != tt.want {
			t.Errorf("%+v: got %s", tt, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(Default())
	f.Add("terminal.a.bidi = 'x'\n[[b]]\nc = [{d = 1}]")
	f.Fuzz(func(t *testing.T, text string) {
		c, warnings, err := Parse([]byte(text))
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\x1b") {
				t.Errorf("not one clean line: %q", err)
			}
			return
		}
		for _, w := range warnings {
			if w.Line < 1 || w.Line > strings.Count(text, "\n")+1 || strings.ContainsAny(w.Message, "\n\x1b") {
				t.Errorf("%q", w)
			}
		}
		if edited, err := withTerminal([]byte(text), "a b", "words"); err == nil {
			after, _, err := Parse(edited)
			if err != nil || after.Terminals["a b"] != "words" {
				t.Fatalf("saved in %q: %q, %v", text, edited, err)
			}
			after.Terminals["a b"] = c.Terminals["a b"]
			if after.Layout != c.Layout || after.Lang != c.Lang || after.Folder != c.Folder || after.Bidi != c.Bidi {
				t.Errorf("saving changed %+v to %+v", c, after)
			}
		}
	})
}
