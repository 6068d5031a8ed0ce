package cli

import (
	"strings"
	"testing"
)

// TestManPage checks that the page names every command and flag, and that troff takes no text for a request.
func TestManPage(t *testing.T) {
	var out, errs strings.Builder
	if code := Run([]string{"man"}, strings.NewReader(""), &out, &errs); code != 0 {
		t.Fatal(errs.String())
	}
	page := out.String()
	for _, c := range shown(newRoot(&program{})) {
		if !strings.Contains(page, ".SS jarida "+c.Name()) {
			t.Errorf("%s is not on the page", c.Name())
		}
	}
	for _, flag := range []string{`\-C, \-\-directory DIR`, `\-\-shaping on|off`, `\-V, \-\-version`, `\-\-save MODE`} {
		if strings.Count(page, ".B "+flag+"\n") != 1 {
			t.Errorf("%s is not on the page once", flag)
		}
	}
	known := []string{".TH ", ".SH ", ".SS ", ".TP", ".B ", ".PP", ".br", ".nf", ".fi"}
	for line := range strings.Lines(page) {
		if strings.HasPrefix(line, "'") || strings.HasPrefix(line, ".") && !hasPrefixOf(line, known) {
			t.Errorf("a request out of text: %q", line)
		}
		if strings.ContainsFunc(line, func(r rune) bool { return r > '~' }) {
			t.Errorf("not ASCII: %q", line)
		}
	}
}

func TestRoff(t *testing.T) {
	for in, want := range map[string]string{
		".B not a request": `\&.B not a request`,
		"'quoted'\n.x":     "\\&'quoted'\n\\&.x",
		`a\b --flag`:       `a\eb \-\-flag`,
	} {
		if got := roff(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func hasPrefixOf(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
