package bidi

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// The tables are of the version of Unicode that x/text has, which answers for all other characters.
func TestClassesAreThoseOfXText(t *testing.T) {
	for r := rune(0); r <= 0xFFFF; r++ {
		if r >= 0xD800 && r <= 0xDFFF || lookup(r).kind() == kindMissing { // x/text has older defaults for unassigned characters
			continue
		}
		p, _ := bidi.LookupRune(r)
		if got := lookup(r).class(); got != class(p.Class()) {
			t.Errorf("%U has class %d, in x/text %d", r, got, p.Class())
		}
		if got := lookup(r)&propBracket != 0; got != p.IsBracket() {
			t.Errorf("%U is a bracket: %t, in x/text %t", r, got, p.IsBracket())
		}
	}
}

// A plain character needs no look at its width: it has one column for the renderer.
func TestPlainCharactersAreOneColumn(t *testing.T) {
	for r := rune(0); r <= 0xFFFF; r++ {
		if p := lookup(r); p.kind() == kindPlain && ansi.StringWidth(string(r)) != 1 {
			t.Errorf("%U is plain, the renderer counts %d columns", r, ansi.StringWidth(string(r)))
		}
	}
}

// Wide letters are read without asking x/text or the renderer for each.
func TestWideLetters(t *testing.T) {
	for r := rune(0x3000); r <= 0xFFFF; r++ {
		if !isWide(r) {
			continue
		}
		p, _ := bidi.LookupRune(r)
		if w := ansi.StringWidth(string(r)); w != 2 || p.Class() != bidi.L || !norm.NFC.IsNormalString(string(r)) {
			t.Errorf("%U has %d columns and class %d", r, w, p.Class())
		}
	}
}

// Every form stands for its letter by Unicode's own decomposition, in its place.
func TestForms(t *testing.T) {
	shaped := 0
	for i, f := range forms {
		letter := rune(0x600 + i)
		for place, form := range f {
			if rune(form) == letter || letter == 0x6D5 {
				continue
			}
			shaped++
			if got := norm.NFKC.String(string(rune(form))); got != string(letter) {
				t.Errorf("form %d of %U is %U, which stands for %+q", place, letter, form, got)
			}
		}
	}
	if shaped < 240 {
		t.Errorf("%d forms, the standard has 242", shaped)
	}
	want := [4]uint16{0xFE91 - 2, 0xFE91 - 1, 0xFE91, 0xFE91 + 1}
	if forms['ب'-0x600] != want {
		t.Errorf("forms of beh: %X, want %X", forms['ب'-0x600], want)
	}
	if want := [4]uint16{0xFEEF, 0xFEF0, 0xFBE8, 0xFBE9}; forms['ى'-0x600] != want {
		t.Errorf("forms of alef maksura: %X, want %X", forms['ى'-0x600], want)
	}
}

func TestMirrorsAndBrackets(t *testing.T) {
	for i, m := range mirrors {
		if back, ok := mirror(rune(m[1])); !ok || back != rune(m[0]) && m[0] < 0x2200 {
			t.Errorf("the image of %U is %U, and of that %U", m[0], m[1], back)
		}
		if i > 0 && mirrors[i-1][0] >= m[0] {
			t.Errorf("mirrors out of order at %U", m[0])
		}
	}
	for i, b := range brackets {
		if b.opening == 0 || i > 0 && brackets[i-1].r >= b.r {
			t.Errorf("bracket %U is out of order, or has no pair", b.r)
		}
	}
	if a, _ := findBracket('\u232A'); a.opening != 0x3008 {
		t.Errorf("U+232A pairs with %U, want the canonical U+3008", a.opening)
	}
}

// The tables in the tree are what the generator makes.
func TestTablesAreCurrent(t *testing.T) {
	f := openUCD(t, "UnicodeData.txt")
	if testing.Short() {
		t.Skip("builds the generator")
	}
	out := filepath.Join(t.TempDir(), "tables.go")
	if msg, err := exec.Command("go", "run", "./gen", "-ucd", filepath.Dir(f.Name()), "-o", out).CombinedOutput(); err != nil {
		t.Fatalf("generate: %v\n%s", err, msg)
	}
	got, err := os.ReadFile("tables_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("tables_gen.go is not what go generate makes")
	}
}
