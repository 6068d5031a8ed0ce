package bidi

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fribidi gives the lines as the fribidi command orders and shapes them, marks after their base and format characters left out.
func fribidi(t *testing.T, base Direction, lines []string) []string {
	t.Helper()
	path, err := exec.LookPath("fribidi")
	if err != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			t.Fatalf("the fribidi command is required: %v", err)
		}
		t.Skipf("no fribidi command (Debian package libfribidi-bin): %v", err)
	}
	direction := "--ltr"
	if base == RTL {
		direction = "--rtl"
	}
	cmd := exec.Command(path, "--nopad", "--nobreak", "--reordernsm", "--clean", "--charset", "UTF-8", direction)
	cmd.Stdin = strings.NewReader(strings.Join(lines, "\n") + "\n")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("run fribidi: %v", err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
}

// visual gives what the cells of a line show, from left to right.
func visual(l *Line) string {
	var b strings.Builder
	for _, c := range l.Cells {
		b.WriteRune(c.Glyph)
		b.WriteString(c.Tail)
	}
	return b.String()
}

// around gives the first place where two strings differ, with a little of what is before and after.
func around(a, b string) (string, string) {
	ra, rb := []rune(a), []rune(b)
	i := 0
	for i < min(len(ra), len(rb)) && ra[i] == rb[i] {
		i++
	}
	from := max(i-6, 0)
	return string(ra[from:min(i+10, len(ra))]), string(rb[from:min(i+10, len(rb))])
}

// lamMarkAlef is what FriBidi does not make a ligature of.
var lamMarkAlef = regexp.MustCompile(`ل\p{Mn}+[اأإآ]`)

// markedBracket is where FriBidi 1.0.8 orders random text unlike N0 and unlike ICU 72, which has the levels of this package.
var markedBracket = regexp.MustCompile(`[()\[\]]\p{Mn}|\p{Mn}[()\[\]]`)

// bare gives a visual line without marks, and with letters in place of forms and ligatures.
func bare(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r >= '\uFEF5' && r <= '\uFEFC':
			letters := []rune(norm.NFKC.String(string(r)))
			b.WriteRune(letters[1])
			b.WriteRune(letters[0])
		default:
			b.WriteString(norm.NFKC.String(string(r)))
		}
	}
	return b.String()
}

// difference says why FriBidi's line is not ours; "" if nothing that is known explains it.
func difference(text, ours, theirs string) string {
	switch {
	case norm.NFC.String(ours) == norm.NFC.String(theirs):
		return "on purpose: NFC (marks in canonical order)"
	case lamMarkAlef.MatchString(text) && bare(ours) == bare(theirs):
		return "limit of FriBidi: no lam-alef with a mark between"
	case markedBracket.MatchString(text) && len(bare(ours)) == len(bare(theirs)):
		return "limit of FriBidi: order of a bracket beside a mark"
	}
	return ""
}

func compareFriBidi(t *testing.T, base Direction, texts []string) {
	t.Helper()
	var lo Layouter
	o := asIs
	o.Base, o.NoShaping = base, false
	theirs := fribidi(t, base, texts)
	if len(theirs) != len(texts) {
		t.Fatalf("fribidi gave %d lines for %d", len(theirs), len(texts))
	}
	reasons := map[string]int{}
	for i, text := range texts {
		ours := visual(&lo.Layout(text, 0, o)[0])
		want := strings.ReplaceAll(theirs[i], "\t", " ") // a TAB is shown as a space
		if ours == want {
			continue
		}
		reason := difference(text, ours, want)
		a, b := around(ours, want)
		if reason == "" {
			t.Errorf("line %d, unexplained: ours …%+q…, theirs …%+q… in %+q", i, a, b, text)
			continue
		}
		reasons[reason]++
		t.Logf("line %d, %s: ours …%+q…, theirs …%+q…", i, reason, a, b)
	}
	t.Logf("%d lines, different: %v", len(texts), reasons)
}

// Order and shapes of real lines are FriBidi's, but for what is named here.
func TestFriBidiArticles(t *testing.T) {
	texts := articleLines(t)
	t.Run("rtl", func(t *testing.T) { compareFriBidi(t, RTL, texts) })
	t.Run("ltr", func(t *testing.T) { compareFriBidi(t, LTR, texts) })
}

// The same for lines that no one would write.
func TestFriBidiRandom(t *testing.T) {
	letters := []rune("ابتلمنوهيلالأإآةءپچگکیٹڑھہےabcDEF012٣٤۵  ,.:;-+/%$#!()[]<>«»\"'ًَُّ")
	rnd := rand.New(rand.NewPCG(3, 4))
	texts := make([]string, 5000)
	for i := range texts {
		text := []rune{'a'}
		for range rnd.IntN(40) {
			text = append(text, letters[rnd.IntN(len(letters))])
		}
		texts[i] = string(text)
	}
	t.Run("rtl", func(t *testing.T) { compareFriBidi(t, RTL, texts) })
	t.Run("ltr", func(t *testing.T) { compareFriBidi(t, LTR, texts) })
}
