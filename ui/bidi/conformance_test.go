package bidi

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// conformance lays out a text through the functions that lay out every line, and reads the levels of its characters after L1
// and their visual order off them.
type conformance struct {
	lo     Layouter
	levels []int // by character; -1: removed by X9
	order  []int // the characters that are not removed, from left to right
	cells  []int // the characters that have a cell of their own, as the cells of the line stand
}

var asIs = Options{KeepControls: true, KeepTashkeel: true, PlainTokens: true, NoShaping: true}

func (c *conformance) run(text []rune, base Direction) uint8 {
	o := asIs
	o.Base = base
	s := string(text)
	p := &c.lo.p
	p.read(s, o)
	p.resolve(o)
	p.resetBlanks(0, p.n)

	c.levels = c.levels[:0]
	unit, at := 0, 0
	firstOf := make([]int, p.n) // the character that a unit begins with
	for i := range firstOf {
		firstOf[i] = -1
	}
	for i, r := range text {
		for unit+1 < p.n && int(p.units[unit+1].start) <= at {
			unit++
		}
		switch cl := lookup(r).class(); {
		case cl == clBN || setEmbeds.has(cl):
			c.levels = append(c.levels, -1)
		default:
			c.levels = append(c.levels, int(p.levels[unit]))
			if firstOf[unit] < 0 {
				firstOf[unit] = i
			}
		}
		at += len(string(r))
	}
	c.order = c.order[:0]
	for _, r := range p.visualRuns(0, p.n) {
		for k := range r.to - r.from {
			i := r.from + k
			if r.level&1 == 1 {
				i = r.to - 1 - k
			}
			if firstOf[i] >= 0 {
				c.order = append(c.order, firstOf[i])
			}
		}
	}
	level := p.base
	c.place(text, s, o)
	return level
}

// hasCell reports whether a character is shown in a cell of its own, whatever stands before it.
func hasCell(r rune) bool {
	switch lookup(r).kind() {
	case kindMark, kindZero, kindJoiner, kindDirMark, kindEmbed, kindIsolate:
		return false
	}
	return true
}

// place lays the text out and reads the order of its cells.
func (c *conformance) place(text []rune, s string, o Options) {
	own := make([]int, len(s)) // by byte: one more than the character with a cell that begins there
	at := 0
	for i, r := range text {
		if hasCell(r) {
			own[at] = i + 1
		}
		at += len(string(r))
	}
	c.cells = c.cells[:0]
	for _, cell := range c.lo.Layout(s, 0, o)[0].Cells {
		for _, i := range own[cell.Start:cell.End] {
			if i > 0 {
				c.cells = append(c.cells, i-1)
			}
		}
	}
}

func openUCD(t *testing.T, name string) *os.File {
	t.Helper()
	dir := os.Getenv("JARIDA_UCD")
	if dir == "" {
		dir = "/usr/share/unicode"
	}
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			t.Fatalf("the character database is required: %v", err)
		}
		t.Skipf("no character database (Debian package unicode-data, or its folder in JARIDA_UCD): %v", err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func scanLines(t *testing.T, f *os.File, each func(n int, line string)) {
	t.Helper()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for n := 1; s.Scan(); n++ {
		line, _, _ := strings.Cut(s.Text(), "#")
		if line = strings.TrimSpace(line); line != "" {
			each(n, line)
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
}

func parseInts(t *testing.T, s string, base int) []int {
	t.Helper()
	var out []int
	for f := range strings.FieldsSeq(s) {
		if f == "x" {
			out = append(out, -1)
			continue
		}
		n, err := strconv.ParseInt(f, base, 32)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, int(n))
	}
	return out
}

func runes(codes []int) []rune {
	out := make([]rune, len(codes))
	for i, c := range codes {
		out[i] = rune(c)
	}
	return out
}

// merged drops from the expected order the characters that share the unit of another: they have no place of their own.
func (c *conformance) merged(order []int, text []rune) []int {
	shown := map[int]bool{}
	for _, i := range c.order {
		shown[i] = true
	}
	return slices.DeleteFunc(slices.Clone(order), func(i int) bool { return !shown[i] && lookup(text[i]).class() == clNSM })
}

func (c *conformance) check(text []rune, base Direction, level int, levels, order []int) error {
	got := c.run(text, base)
	if level >= 0 && int(got) != level {
		return fmt.Errorf("base %d: paragraph level %d, want %d", base, got, level)
	}
	if !slices.Equal(c.levels, levels) {
		return fmt.Errorf("base %d: levels %d, want %d", base, c.levels, levels)
	}
	if want := c.merged(order, text); !slices.Equal(c.order, want) {
		return fmt.Errorf("base %d: order %d, want %d (levels %d)", base, c.order, want, levels)
	}
	want := slices.DeleteFunc(slices.Clone(order), func(i int) bool { return !hasCell(text[i]) })
	if !slices.Equal(c.cells, want) {
		return fmt.Errorf("base %d: cells %d, want %d (levels %d)", base, c.cells, want, levels)
	}
	return nil
}

func TestBidiCharacterTest(t *testing.T) {
	var c conformance
	tests, failed := 0, 0
	scanLines(t, openUCD(t, "BidiCharacterTest.txt"), func(n int, line string) {
		f := strings.Split(line, ";")
		text := runes(parseInts(t, f[0], 16))
		base := map[string]Direction{"0": LTR, "1": RTL, "2": FirstStrong}[f[1]]
		level, _ := strconv.Atoi(f[2])
		tests++
		if err := c.check(text, base, level, parseInts(t, f[3], 10), parseInts(t, f[4], 10)); err != nil {
			if failed++; failed < 20 {
				t.Errorf("line %d: %U: %v", n, text, err)
			}
		}
	})
	t.Logf("%d of %d right", tests-failed, tests)
	if tests < 90000 {
		t.Errorf("only %d tests in the file", tests)
	}
}

// representatives has a character of each class; they are shown as they are, but for those of class BN.
var representatives = map[string]rune{
	"L": 'a', "R": 'א', "EN": '0', "ES": '-', "ET": '%', "AN": '٠', "CS": ',', "B": '\u2029', "S": '\t', "WS": ' ', "ON": '!',
	"BN": '\u00AD', "NSM": '\u0300', "AL": 'ب', "LRO": '\u202D', "RLO": '\u202E', "LRE": '\u202A', "RLE": '\u202B', "PDF": '\u202C',
	"LRI": '\u2066', "RLI": '\u2067', "FSI": '\u2068', "PDI": '\u2069',
}

func TestBidiTest(t *testing.T) {
	var c conformance
	var levels, order []int
	tests, failed := 0, 0
	scanLines(t, openUCD(t, "BidiTest.txt"), func(n int, line string) {
		if rest, ok := strings.CutPrefix(line, "@Levels:"); ok {
			levels = parseInts(t, rest, 10)
			return
		}
		if rest, ok := strings.CutPrefix(line, "@Reorder:"); ok {
			order = parseInts(t, rest, 10)
			return
		}
		names, bits, _ := strings.Cut(line, ";")
		var text []rune
		for name := range strings.FieldsSeq(names) {
			text = append(text, representatives[name])
		}
		mask, _ := strconv.Atoi(strings.TrimSpace(bits))
		for i, base := range []Direction{FirstStrong, LTR, RTL} {
			if mask>>i&1 == 0 {
				continue
			}
			tests++
			if err := c.check(text, base, -1, levels, order); err != nil {
				if failed++; failed < 20 {
					t.Errorf("line %d: %s: %v", n, names, err)
				}
			}
		}
	})
	t.Logf("%d of %d right", tests-failed, tests)
	if tests < 770000 {
		t.Errorf("only %d tests in the file", tests)
	}
}
