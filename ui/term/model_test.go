package term

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jarida/ui/bidi"
)

// model plays a terminal that runs the bidirectional algorithm over each row.
type model struct {
	left, right, row bidi.Layouter
	unseen           *strings.Replacer
}

func newModel() *model {
	return &model{unseen: strings.NewReplacer(zwnj, "", zwj, "")}
}

// shows gives the characters that it would show for a row, from left to right, without those of no width. They are as they
// were sent: such a terminal may shape and mirror them, but that changes no place.
func (m *model) shows(row string, base bidi.Direction) string {
	cells := m.row.Layout(row, 0, bidi.Options{
		Base: base, NoShaping: true, KeepTashkeel: true, KeepControls: true, PlainTokens: true,
	})[0].Cells
	var b strings.Builder
	for i := range cells {
		b.WriteRune(cells[i].Letter)
		b.WriteString(cells[i].Tail)
	}
	return norm.NFC.String(m.unseen.Replace(b.String()))
}

// twoPanes writes a row of a list, a border, a text and a Latin status, and gives it with what it is meant to show.
func twoPanes(e Encoder, a, b *bidi.Line) (row, want string) {
	of := glyphs
	if e.Mode == Isolate {
		of = letters
	}
	pane := func(dst []byte, l *bidi.Line) []byte {
		return e.Append(dst, l, Field{Width: l.Width + 2, Align: Right})
	}
	dst := e.AppendBlank(nil, 1, Paint{})
	dst = e.AppendRowStart(dst)
	dst = append(pane(dst, a), " │ "...)
	dst = append(pane(dst, b), " │ 12% (ok)"...)
	return string(dst), norm.NFC.String("   " + of(a) + " │   " + of(b) + " │ 12% (ok)")
}

// letters gives what a line is meant to show on a terminal that shapes.
func letters(l *bidi.Line) string {
	var b strings.Builder
	for i := range l.Cells {
		b.WriteRune(letter(&l.Cells[i]))
		b.WriteString(l.Cells[i].Tail)
	}
	return b.String()
}

// stay checks that the model shows a row of two panes as it was laid out.
func (m *model) stay(t *testing.T, mode Mode, a, b *bidi.Line, base bidi.Direction) {
	t.Helper()
	row, want := twoPanes(Encoder{Mode: mode}, a, b)
	if got := m.shows(row, base); got != want {
		t.Fatalf("%s\nrow  %q\ngot  %q\nwant %q", mode, row, got, want)
	}
}

// stays checks it for two texts, in the modes that are made for such terminals. Marked rows also stay where the terminal
// takes the direction of a row from its first letter.
func (m *model) stays(t *testing.T, a, b string) {
	t.Helper()
	for _, base := range []bidi.Direction{bidi.RTL, bidi.LTR} {
		o := bidi.Options{Base: base, KeepTashkeel: true}
		left, right := &m.left.Layout(a, 0, o)[0], &m.right.Layout(b, 0, o)[0]
		m.stay(t, Marked, left, right, bidi.LTR)
		m.stay(t, Marked, left, right, bidi.FirstStrong)
		m.stay(t, Isolate, left, right, bidi.LTR)
	}
}

// A marked or isolated row stays as it is on a terminal that reorders, whatever is in it, and so panes never change sides.
func TestImplicitTerminalArticles(t *testing.T) {
	t.Parallel()
	m := newModel()
	last := ""
	sharedArticles(t, func(text string) {
		m.stays(t, last, text)
		last = text
	})
}

func TestImplicitTerminalRandom(t *testing.T) {
	t.Parallel()
	m := newModel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		m.stays(t, randomLine(r), randomLine(r))
	}
}

// Lines broken out of a paragraph carry levels that depend on text before the break, which the terminal does not have.
func TestImplicitTerminalBrokenLines(t *testing.T) {
	t.Parallel()
	m := newModel()
	r := rand.New(rand.NewPCG(3, 4))
	for range 4_000 {
		text := randomLine(r) + " " + randomLine(r)
		for _, l := range m.left.Layout(text, 0, bidi.Options{Width: 12, Base: bidi.RTL, KeepTashkeel: true}) {
			m.stay(t, Marked, &l, &l, bidi.LTR)
			m.stay(t, Isolate, &l, &l, bidi.LTR)
		}
	}
}

// Visual mode is what marks are for: without them the test above would prove nothing.
func TestVisualRowsAreReordered(t *testing.T) {
	t.Parallel()
	l := line("نعم لا", bidi.RTL)
	row, want := twoPanes(Encoder{Mode: Visual}, &l, &l)
	if got := newModel().shows(row, bidi.LTR); got == want {
		t.Error("the model of a reordering terminal does not reorder")
	}
}

// FuzzAppend writes any text in any field in every mode.
func FuzzAppend(f *testing.F) {
	f.Add("(نعم) iPhone 15، لا", 12, true, uint8(1))
	f.Add("\x1b[31m\u202eمُ\u200cحَ", 3, false, uint8(2))
	f.Add("日本🙂\u0600١٢", 5, true, uint8(0))
	f.Fuzz(func(t *testing.T, text string, width int, rtl bool, align uint8) {
		base := bidi.LTR
		if rtl {
			base = bidi.RTL
		}
		width = 1 + (width&0x7FFFFFFF)%100
		field := Field{
			Width: width, Align: Align(align % 4), Paint: Paint{On: "\x1b[2m", Off: "\x1b[m"},
			Runs: []Run{{Range: bidi.Range{Start: 2, End: 9}, Paint: Paint{On: "\x1b[7m", Off: "\x1b[m"}}},
		}
		for _, cut := range []int{width, 0} {
			for _, l := range bidi.Layout(text, 0, bidi.Options{Width: cut, Base: base, KeepTashkeel: true}) {
				for _, e := range []Encoder{{}, {Mode: Visual}, {Mode: Isolate}, {Mode: Words}, {Mode: Words, OneFont: true}, {Mode: Logical}} {
					check(t, e, &l, field)
				}
			}
		}
	})
}

// check holds what is true of every encoded field: its width, its balance, and that it commands nothing.
func check(t *testing.T, e Encoder, l *bidi.Line, f Field) {
	t.Helper()
	prefix := "kept"
	out := string(e.Append([]byte(prefix), l, f))
	if !strings.HasPrefix(out, prefix) {
		t.Fatalf("%s: what was there before is gone: %q", e.Mode, out)
	}
	out = strings.NewReplacer("\x1b[2m", "", "\x1b[7m", "", "\x1b[m", "").Replace(out[len(prefix):])
	open := 0
	for _, r := range out {
		switch r {
		case 0x2066, 0x2067:
			open++
		case 0x2069:
			open--
		case 0x200E:
			if e.Mode != Marked && e.Mode != Isolate {
				t.Fatalf("%s: a mark in %q", e.Mode, out)
			}
		default:
			if isControl(r) || r == utf8.RuneError && !strings.ContainsRune(glyphs(l), r) {
				t.Fatalf("%s: U+%04X in %q", e.Mode, r, out)
			}
		}
		if open < 0 || open > 0 && e.Mode != Isolate {
			t.Fatalf("%s: unbalanced isolates in %q", e.Mode, out)
		}
	}
	if open != 0 {
		t.Fatalf("%s: %d isolates left open in %q", e.Mode, open, out)
	}
	if got := columns(e, l, f); got != f.Width {
		t.Fatalf("%s: %d columns in a field of %d", e.Mode, got, f.Width)
	}
}

// columns counts the columns of an encoded field by the widths of the cells that were written.
func columns(e Encoder, l *bidi.Line, f Field) int {
	limit, used := fit(l, f.Width)
	n := 0
	for i := range l.Cells {
		if l.Cells[i].Index < limit {
			n += int(l.Cells[i].Width)
		}
	}
	if n != used {
		return -1
	}
	blank := Field{Width: f.Width, Align: f.Align}
	empty := bidi.Line{Level: l.Level}
	return n + len(e.Append(nil, &empty, blank)) - min(used, f.Width)
}
