package bidi

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// checkLayout reports the first property of every layout that lines do not have.
func checkLayout(text string, offset int, o Options, lines []Line) error {
	if len(lines) == 0 {
		return errors.New("no lines")
	}
	if o.MaxLines > 0 && len(lines) > o.MaxLines {
		return fmt.Errorf("%d lines, at most %d asked for", len(lines), o.MaxLines)
	}
	at := offset
	for i := range lines {
		l := &lines[i]
		if l.Start != at {
			return fmt.Errorf("line %d begins at byte %d, want %d", i, l.Start, at)
		}
		if err := checkLine(l, o); err != nil {
			return fmt.Errorf("line %d: %w", i, err)
		}
		if err := checkOrder(l); err != nil && o.PlainTokens && !separated(text) {
			return fmt.Errorf("line %d: %w", i, err)
		}
		at = l.End
	}
	if at != offset+len(text) {
		return fmt.Errorf("the lines end at byte %d, want %d", at, offset+len(text))
	}
	return nil
}

func checkLine(l *Line, o Options) error {
	logical := make([]Cell, len(l.Cells))
	seen := make([]bool, len(l.Cells))
	width := 0
	var shown strings.Builder
	for _, c := range l.Cells {
		if c.Index < 0 || int(c.Index) >= len(seen) || seen[c.Index] {
			return fmt.Errorf("visual order is no permutation: %d", c.Index)
		}
		seen[c.Index] = true
		logical[c.Index] = c
		width += int(c.Width)
		if err := checkCell(c); err != nil {
			return fmt.Errorf("cell %d, %U %+q: %w", c.Index, c.Glyph, c.Tail, err)
		}
		shown.WriteRune(c.Glyph)
		shown.WriteString(c.Tail)
	}
	if width != l.Width {
		return fmt.Errorf("width %d, its cells have %d", l.Width, width)
	}
	if o.Width > 0 && width > o.Width {
		return fmt.Errorf("width %d, at most %d asked for", width, o.Width)
	}
	if w := ansi.StringWidth(shown.String()); w != width {
		return fmt.Errorf("width %d, the renderer counts %d: %+q", width, w, shown.String())
	}
	at := int32(l.Start)
	for i, c := range logical {
		if c.Start != at || c.End <= c.Start {
			return fmt.Errorf("cell %d has bytes [%d, %d), want from %d", i, c.Start, c.End, at)
		}
		at = c.End
	}
	if len(logical) > 0 && int(at) != l.End {
		return fmt.Errorf("the cells end at byte %d, the line at %d", at, l.End)
	}
	return nil
}

func checkCell(c Cell) error {
	if c.Width != 1 && c.Width != 2 {
		return fmt.Errorf("width %d", c.Width)
	}
	if w := ansi.StringWidth(string(c.Glyph) + c.Tail); w != int(c.Width) {
		return fmt.Errorf("width %d, the renderer counts %d", c.Width, w)
	}
	if len(c.Tail) > maxTail {
		return fmt.Errorf("%d bytes of tail", len(c.Tail))
	}
	for i, r := range string(c.Glyph) + string(c.Letter) + c.Tail {
		joiner := i > 0 && (r == zwj || r == zwnj || r >= 0xE0020 && r <= 0xE007F)
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && !joiner || r == '\u2028' || r == '\u2029' {
			return fmt.Errorf("control %U", r)
		}
	}
	return nil
}

// separated reports whether text may have characters without a cell, of a lower level than those beside them: the order of cells
// is then not to be told from their levels alone (nor beside tokens, which are isolates). The conformance tests look at the cells of such lines too.
func separated(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		k := lookup(r).kind()
		return k == kindIsolate || k == kindEmbed || k == kindDirMark || k == kindZero || k == kindMark || k == kindCluster
	})
}

// checkOrder applies L2 as it is written to the levels of the cells, and compares.
func checkOrder(l *Line) error {
	logical := make([]Cell, len(l.Cells))
	for _, c := range l.Cells {
		logical[c.Index] = c
	}
	order := make([]int32, len(logical))
	for i := range order {
		order[i] = int32(i)
	}
	for level := uint8(maxDepth + 1); level >= 1; level-- {
		for i := 0; i < len(order); i++ {
			j := i
			for j < len(order) && logical[order[j]].Level >= level {
				j++
			}
			slices.Reverse(order[i:j])
			i = max(i, j)
		}
	}
	for i, c := range l.Cells {
		if c.Index != order[i] {
			return fmt.Errorf("cell %d from the left is %d, by L2 %d", i, c.Index, order[i])
		}
	}
	return nil
}

// alphabet has what makes the algorithm turn: letters of both directions, numbers, separators, spaces, brackets, marks, controls, wide and unsafe characters.
var alphabet = []string{
	"a", "b", "Z", "ب", "ل", "ا", "أ", "و", "א", "1", "2", "٣", " ", " ", "\n", "\t", ".", ",", "،", "+", "-", "/", "%", "(", ")", "[", "]",
	"«", "»", "\u064B", "\u0651", "\u0654", "\u0301", "\u200D", "\u200C", "\u200B", "\u200E", "\u200F", "\u061C", "\u202B", "\u202E", "\u202C",
	"\u2066", "\u2067", "\u2068", "\u2069", "漢", "字", "👨", "👩", "🇦", "🇪", "\uFE0F", "🏽", "\x1b", "\x9b", "\xff", "\u0085", "\u2028", "\u2029",
	"\u00A0", "\u00AD", "\uFEFF", "\u06DD", "\u0600", "\uE000", "\U000E0041", "\u1100", "\u1161", "\u11A8", "각", "\u0915", "\u094D", "\u0937", "\u093F",
	"https://a.b/c", "+961 1 234 567", "x@y.z", "\u20E3", "#", "\u0D4E", "\u070F", "\u2329", "\u232A", "\ufb1d", "\u0344", "ـ",
}

func randomText(rnd *rand.Rand) string {
	var b strings.Builder
	few := 1 + rnd.IntN(len(alphabet))
	for range rnd.IntN(60) {
		b.WriteString(alphabet[rnd.IntN(few)])
	}
	return b.String()
}

func randomOptions(rnd *rand.Rand) Options {
	bits := rnd.IntN(16)
	return Options{
		Width: rnd.IntN(12), MaxLines: rnd.IntN(4), Base: Direction(rnd.IntN(4)),
		NoShaping: bits&1 != 0, KeepTashkeel: bits&2 != 0, KeepControls: bits&4 != 0, PlainTokens: bits&8 != 0,
	}
}

func TestLayoutProperties(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	rnd.Shuffle(len(alphabet), func(i, j int) { alphabet[i], alphabet[j] = alphabet[j], alphabet[i] })
	var lo Layouter
	for range 50_000 {
		text, o := randomText(rnd), randomOptions(rnd)
		if err := checkLayout(text, 7, o, lo.Layout(text, 7, o)); err != nil {
			t.Fatalf("%+q %+v: %v", text, o, err)
		}
	}
}

func FuzzLayout(f *testing.F) {
	for _, s := range alphabet {
		f.Add(s+"a"+s+"ب"+s, uint8(7), uint8(1), uint8(0))
	}
	f.Add("Microsoft تعلن (iPhone 15)\n+961 1 234 567 \u2067x\u2069 \x1b[31m", uint8(12), uint8(2), uint8(16))
	f.Fuzz(func(t *testing.T, text string, width, lines, bits uint8) {
		o := Options{
			Width: int(width), MaxLines: int(lines), Base: Direction(bits & 3),
			NoShaping: bits&4 != 0, KeepTashkeel: bits&8 != 0, KeepControls: bits&16 != 0, PlainTokens: bits&32 != 0,
		}
		if err := checkLayout(text, 3, o, Layout(text, 3, o)); err != nil {
			t.Fatalf("%+q %+v: %v", text, o, err)
		}
		one := o
		one.Width, one.MaxLines = 0, 0
		if w, l := new(Layouter).Width(text, one), Layout(text, 0, one); w != l[0].Width {
			t.Fatalf("%+q %+v: width %d, its line has %d", text, o, w, l[0].Width)
		}
		var p paragraph
		if err := checkPaths(&p, text, o); err != nil {
			t.Fatal(err)
		}
	})
}

// Laying out again with the same Layouter takes no memory.
func TestNoAllocations(t *testing.T) {
	paragraphs := []string{
		strings.Repeat("قال المتحدث باسم الوزارة إن الاجتماع عُقِدَ في 12/03/2024 (الساعة 10:30)، ", 5),
		"Microsoft تعلن عن Windows 11 «نسخة 2.0» عبر https://example.org/news/1?x=y و+961 1 234 567.",
		"قَالَ: لَا إِلَهَ \u2067abc\u2069 👨\u200D👩\u200D👧 漢字 e\u0301 \x1b[31m\n\nسطر آخر",
	}
	var lo Layouter
	for _, o := range []Options{{Width: 30}, {}, {Width: 20, MaxLines: 1}, {Width: 30, KeepTashkeel: true, KeepControls: true}} {
		run := func() {
			for _, text := range paragraphs {
				lo.Layout(text, 0, o)
				lo.Width(text, o)
			}
		}
		run()
		if n := testing.AllocsPerRun(20, run); n != 0 {
			t.Errorf("%+v: %v allocations", o, n)
		}
	}
}

// Lines that Layout returns are not those of the next call.
func TestLinesMayBeKept(t *testing.T) {
	a := Layout("abc", 0, Options{})
	Layout("xyz", 0, Options{})
	if got := visual(&a[0]); got != "abc" {
		t.Errorf("the kept line reads %q", got)
	}
}

// A Layouter gives the same lines whatever it laid out before.
func TestLayouterKeepsNothingBack(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 12))
	var lo Layouter
	for range 20_000 {
		text, o := randomText(rnd), randomOptions(rnd)
		got, want := lo.Layout(text, 0, o), Layout(text, 0, o)
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%+q %+v:\n%v, want\n%v", text, o, got, want)
		}
	}
}

// Every character alone, after a letter of either direction and between two.
func TestEveryCharacter(t *testing.T) {
	var lo Layouter
	for r := rune(0); r <= 0x10FFFF; r++ {
		switch r {
		case 0xD800:
			r = 0xE000 // past the surrogates
		case 0x32000:
			r = 0xE0000 // past planes that have no characters
		case 0xE0200:
			r = 0x10FFF0
		}
		for _, text := range []string{string(r), "a" + string(r), "ب" + string(r) + "x", string(r) + string(r)} {
			for _, o := range []Options{{}, {Width: 2, KeepTashkeel: true, KeepControls: true}} {
				if err := checkLayout(text, 0, o, lo.Layout(text, 0, o)); err != nil {
					t.Fatalf("%U in %+q: %v", r, text, err)
				}
			}
		}
	}
}
