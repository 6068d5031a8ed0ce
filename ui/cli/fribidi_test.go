package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"jarida/ui/bidi"
)

// TestShowEveryLine holds that show prints each line of a file as one line, in every mode, and in visual order as it is
// laid out for the screen and as the fribidi command orders and shapes it, but for what is named here.
func TestShowEveryLine(t *testing.T) {
	var source, shown []string
	files := devArticles(t)
	for i, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := slices.Collect(strings.Lines(string(text)))
		source = append(source, lines...)
		shown = append(shown, showRaw(t, "visual", file, len(lines))...)
		if i == 0 {
			for _, mode := range modes() {
				showRaw(t, mode, file, len(lines))
			}
		}
	}
	for i := range source {
		source[i] = strings.TrimRight(source[i], "\r\n")
		shown[i] = strings.TrimSuffix(shown[i], "\n")
		if want := glyphs(source[i], bidi.Options{}); shown[i] != want {
			t.Errorf("line %d: got %q, want %q", i+1, shown[i], want)
		}
	}
	compareFriBidi(t, source, shown)
}

// devArticles gives the files of real articles.
func devArticles(t *testing.T) []string {
	t.Helper()
	shared := os.Getenv("JARIDA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	files, err := filepath.Glob(filepath.Join(shared, "data", "articles", "dev", "*.txt"))
	if err != nil || len(files) == 0 {
		need(t, "no articles in "+shared+": JARIDA_SHARED names the folder that has data/ in it")
	}
	return files
}

// need skips the test for what is missing here, or fails it where nothing may be missing.
func need(t *testing.T, missing string) {
	t.Helper()
	if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
		t.Fatal(missing)
	}
	t.Skip(missing)
}

// showRaw gives the lines that show prints of a file, n of them.
func showRaw(t *testing.T, mode, file string, n int) []string {
	t.Helper()
	got := run(t, "", "show", "--raw", "--width", "0", "--base", "rtl", "--tashkeel", "keep", "--bidi", mode, file)
	lines := slices.Collect(strings.Lines(got.out))
	if got.code != 0 || len(lines) != n {
		t.Fatalf("%s, %s: exit code %d, %d lines, want %d\n%s", file, mode, got.code, len(lines), n, got.err)
	}
	return lines
}

// glyphs lays out a line from right to left and gives what its cells show.
func glyphs(line string, o bidi.Options) string {
	o.Base, o.KeepTashkeel = bidi.RTL, true
	var b strings.Builder
	for _, l := range bidi.Layout(line, 0, o) {
		for _, c := range l.Cells {
			b.WriteRune(c.Glyph)
			b.WriteString(c.Tail)
		}
	}
	return b.String()
}

// compareFriBidi lists the lines that fribidi orders or shapes unlike show, each with its reason.
func compareFriBidi(t *testing.T, source, shown []string) {
	t.Helper()
	path, err := exec.LookPath("fribidi")
	if err != nil {
		need(t, "no fribidi command (Debian package libfribidi-bin)")
	}
	cmd := exec.Command(path, "--nopad", "--nobreak", "--reordernsm", "--clean", "--charset", "UTF-8", "--rtl")
	cmd.Stdin = strings.NewReader(strings.Join(source, "\n") + "\n")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("fribidi: %v", err)
	}
	theirs := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(theirs) != len(source) {
		t.Fatalf("fribidi gave %d lines for %d", len(theirs), len(source))
	}
	reasons := map[string]int{}
	for i, want := range theirs {
		want = strings.ReplaceAll(want, "\t", " ") // a TAB is shown as a space
		if shown[i] == want {
			continue
		}
		reason := difference(source[i], shown[i], want)
		if reason == "" {
			t.Errorf("line %d, unexplained: got\n%+q, fribidi\n%+q\nfor\n%+q", i+1, shown[i], want, source[i])
			continue
		}
		reasons[reason]++
		t.Logf("line %d, %s", i+1, reason)
	}
	t.Logf("%d lines, different: %v", len(source), reasons)
}

// lamMarkAlef is what FriBidi makes no ligature of.
var lamMarkAlef = regexp.MustCompile(`ل\p{Mn}+[اأإآ]`)

// difference finds the reason for a difference by laying the line out without what is done on purpose; "" for none that
// is known.
func difference(line, ours, theirs string) string {
	plain := bidi.Options{PlainTokens: true}
	kept := bidi.Options{PlainTokens: true, KeepControls: true}
	same := func(s string) bool { return norm.NFC.String(s) == norm.NFC.String(theirs) }
	switch {
	case same(ours):
		return "on purpose: NFC (marks in canonical order)"
	case same(glyphs(line, plain)):
		return "on purpose: URLs, names and numbers kept whole"
	case same(glyphs(line, kept)):
		return "on purpose: overrides and embeddings neutralised"
	case lamMarkAlef.MatchString(line) && letters(glyphs(line, kept)) == letters(theirs):
		return "limit of FriBidi: no lam-alef with a mark between"
	}
	return ""
}

// letters gives a visual line without marks, with letters in place of their forms.
func letters(s string) string {
	var b strings.Builder
	for _, r := range regexp.MustCompile(`\p{Mn}`).ReplaceAllString(s, "") {
		form := []rune(norm.NFKC.String(string(r)))
		if r >= '\uFEF5' && r <= '\uFEFC' { // the ligatures of lam and alef
			slices.Reverse(form)
		}
		b.WriteString(string(form))
	}
	return b.String()
}
