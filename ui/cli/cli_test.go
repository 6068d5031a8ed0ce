package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/adrg/xdg"
)

// result is what a run of the program gave.
type result struct {
	code     int
	out, err string
}

// run runs the program, away from the user's own config file and environment.
func run(t *testing.T, stdin string, args ...string) result {
	t.Helper()
	cleanEnv(t)
	return runWith(stdin, args...)
}

// runHere runs the program in the environment that a test has set up, with the cache of the run before.
func runHere(args ...string) result { return runWith("", args...) }

func runWith(stdin string, args ...string) result {
	var out, errs bytes.Buffer
	code := Run(args, strings.NewReader(stdin), &out, &errs)
	return result{code, out.String(), errs.String()}
}

func cleanEnv(t *testing.T) {
	t.Helper()
	for _, name := range []string{"JARIDA_BIDI", "TMUX"} {
		t.Setenv(name, "")
	}
	t.Setenv("LC_ALL", "C")
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
}

// folder makes a folder of files for a test.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "news")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const harvest = "بدء موسم الحصاد في الشمال\n\nبدأ المزارعون في الشمال موسم الحصاد هذا العام مبكرا بعد شتاء دافئ.\n\n" +
	"ويتوقع الخبراء محصولا جيدا في جميع أنحاء البلاد خلال الموسم.\n"

// exitCase is a run and what is to come of it.
type exitCase struct {
	name string
	args []string
	code int
	out  string // the output contains this
	err  string // the error line contains this; "": nothing is written
}

func TestExitCodes(t *testing.T) {
	news := folder(t, map[string]string{"harvest.txt": harvest})
	article := filepath.Join(news, "harvest.txt")
	checkExits(t, []exitCase{
		{"a number that is none", []string{"search", "--limit", "many", "x"}, 2, "", "--limit many: give a number; "},
		{"version", []string{"--version"}, 0, "jarida ", ""},
		{"version, short", []string{"-V"}, 0, "jarida ", ""},
		{"help", []string{"--help"}, 0, "jarida [DIR|FILE…]", ""},
		{"help of a command", []string{"list", "-h"}, 0, "jarida list [DIR|FILE…]", ""},
		{"help lists the exit codes", []string{"help", "show"}, 0, "1: nothing found", ""},
		{"manual", []string{"man"}, 0, ".TH JARIDA 1", ""},
		{"manual with an argument", []string{"man", "x"}, 2, "", "man takes no arguments"},
		{"completion", []string{"completion", "bash"}, 0, "jarida", ""},
		{"completion of a flag", []string{"__complete", "--layout", ""}, 0, "rtl\n", "Completion ended"},

		{"unknown flag", []string{"--nosuch"}, 2, "", "unknown flag: --nosuch; jarida --help"},
		{"unknown flag of a command", []string{"list", "--nosuch"}, 2, "", "jarida list --help"},
		{"flag without its value", []string{"show", "--width"}, 2, "", "needs an argument"},
		{"bad language", []string{"--lang", "fr"}, 2, "", `"--lang" flag: give one of en, ar; jarida --help`},
		{"bad layout", []string{"list", "--layout", "left"}, 2, "", "give one of auto, rtl, ltr"},
		{"bad mode", []string{"show", "--bidi", "upside-down", article}, 2, "", `"--bidi" flag: give one of auto, marked`},

		{"list, folder named twice", []string{"list", "-C", news, news}, 2, "", "name the folder once"},

		{"show nothing", []string{"show"}, 2, "", "show takes one article"},
		{"show two", []string{"show", article, article}, 2, "", "show takes one article"},
		{"show, bad width", []string{"show", "--width", "-3", article}, 2, "", "--width -3: give a number of columns"},
		{"show, bad shaping", []string{"show", "--shaping", "maybe", article}, 2, "", `"--shaping" flag: give one of on, off`},
		{"show, bad tashkeel", []string{"show", "--tashkeel", "no", article}, 2, "", `"--tashkeel" flag: give one of keep, strip`},
		{"show, bad base", []string{"show", "--base", "up", article}, 2, "", `"--base" flag: give one of auto, rtl, ltr`},
		{"show, two outputs", []string{"show", "--json", "--raw", article}, 2, "", "exclude each other"},

		{"config", []string{"config"}, 0, "=", ""},
		{"config with an argument", []string{"config", "x"}, 2, "", "config takes no arguments"},

		{"terminal", []string{"terminal"}, 0, "mode: ", ""},
		{"terminal, in Arabic", []string{"--lang", "ar", "terminal", "--bidi", "visual"}, 0, "السبب: طُلب ذلك لهذه المرة", ""},
		{"terminal, JSON", []string{"terminal", "--json"}, 0, `"mode":"`, ""},
		{"terminal, told a mode", []string{"terminal", "--bidi", "words"}, 0, "because: this run was told so", ""},
		{"terminal, bad mode", []string{"terminal", "--save", "best"}, 2, "", `"--save" flag: give one of auto, marked`},
	})
}

// checkExits runs the cases. An error is one line that begins with the program's name, and no output holds controls.
func checkExits(t *testing.T, tests []exitCase) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := run(t, "", tt.args...)
			if got.code != tt.code {
				t.Errorf("exit code %d, want %d (%s)", got.code, tt.code, got.err)
			}
			if !strings.Contains(got.out, tt.out) || tt.code != 0 && got.out != "" {
				t.Errorf("output %q, want %q in it", got.out, tt.out)
			}
			if strings.ContainsFunc(got.out, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
				t.Errorf("controls in the output: %q", got.out)
			}
			if tt.err == "" && got.err != "" || !strings.Contains(got.err, tt.err) {
				t.Errorf("error %q, want %q", got.err, tt.err)
			}
			if tt.code != 0 && (!strings.HasPrefix(got.err, "jarida: ") || strings.Count(got.err, "\n") != 1) {
				t.Errorf("error %q is not one line", got.err)
			}
		})
	}
}
