package term

import (
	"strings"
	"testing"
	"unicode/utf8"

	ubidi "golang.org/x/text/unicode/bidi"

	"jarida/ui/bidi"
)

// show makes what cannot be seen visible.
var show = strings.NewReplacer(
	"\u200e", "|", "\u2066", "<L:", "\u2067", "<R:", "\u2069", ">", "\u200c", "{nj}", "\u200d", "{j}", "\x1b", "ESC", " ", "_",
)

func TestModes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		base       bidi.Direction
		want       map[Mode]string
	}{
		{"words", "لا سلام", bidi.RTL, map[Mode]string{
			Visual:  "ﻡﻼﺳ_ﻻ",
			Marked:  "ﻡ|ﻼ|ﺳ|_ﻻ|",
			Isolate: "<R:ﻻ_سﻻم>",
			Words:   "ﺳﻼﻡ_ﻻ",
			Logical: "ﻻ_سﻻم",
		}},
		{"brackets", "(نعم)", bidi.RTL, map[Mode]string{
			Visual:  "(ﻢﻌﻧ)",
			Marked:  "(ﻢ|ﻌ|ﻧ|)",
			Isolate: "<R:)نعم(>",
			Words:   "(ﻧﻌﻢ)",
			Logical: ")نعم(",
		}},
		{"Latin and numbers", "في iPhone 15", bidi.RTL, map[Mode]string{
			Visual:  "iPhone_15_ﻲﻓ",
			Isolate: "<R:في_<L:iPhone_15>>",
			Words:   "iPhone_15_ﻓﻲ",
		}},
		{"a date after Arabic", "يوم 12-03-2024", bidi.RTL, map[Mode]string{
			Visual:  "2024-03-12_ﻡﻮﻳ",
			Isolate: "<R:يوم_<L:12>-<L:03>-<L:2024>>",
		}},
		{"Arabic digits", "عام ٢٠٢٦", bidi.RTL, map[Mode]string{
			Visual: "٢٠٢٦_ﻡﺎﻋ",
			Marked: "٢|٠|٢|٦|_ﻡ|ﺎ|ﻋ|",
			Words:  "٦٢٠٢_ﻋﺎﻡ",
		}},
		{"Arabic in a left-to-right line", "see نعم (x)", bidi.LTR, map[Mode]string{
			Visual:  "see_ﻢﻌﻧ_(x)",
			Marked:  "see_ﻢ|ﻌ|ﻧ|_(x)",
			Isolate: "<L:see_<R:نعم>_(x)>",
		}},
		{"a bracket that goes with the Arabic", "see نعم (1)", bidi.LTR, map[Mode]string{
			Visual:  "see_(1)_ﻢﻌﻧ",
			Isolate: "<L:see_<R:نعم_)<L:1>(>>",
		}},
		{"Latin alone", "a (b) 1", bidi.LTR, map[Mode]string{Marked: "a_(b)_1", Isolate: "a_(b)_1"}},
		{"vowel marks", "سُمّ", bidi.RTL, map[Mode]string{
			Visual: "ﻢّﺳُ",
			Marked: "ﻢّ|ﺳُ|",
		}},
		{"joiners", "می\u200cرود هـ\u200d", bidi.RTL, map[Mode]string{Isolate: "<R:می{nj}رود_هـ{j}>"}},
	}
	for _, tt := range tests {
		for _, m := range Modes() {
			want, ok := tt.want[m]
			if !ok {
				continue
			}
			if got := show.Replace(encode(Encoder{Mode: m}, tt.text, tt.base)); got != want {
				t.Errorf("%s, %s:\ngot  %s\nwant %s", tt.name, m, got, want)
			}
		}
	}
}

// One font for everything is turned round with its punctuation, and mirrors brackets itself.
func TestWordsInOneFont(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, want string }{
		{"(نعم)، لا.", ".ﻻ_(ﻧﻌﻢ)،"},
		{"نعم iPhone", "iPhone_ﻧﻌﻢ"},
		{"«لا»", "«ﻻ»"},
	}
	for _, tt := range tests {
		l := line(tt.text, bidi.RTL)
		got := show.Replace(string(Encoder{Mode: Words, OneFont: true}.Append(nil, &l, Field{Width: l.Width})))
		if got != strings.Replace(tt.want, ".ﻻ", "ﻻ.", 1) {
			t.Errorf("%s: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestPaint(t *testing.T) {
	t.Parallel()
	hit := Paint{On: "<h>", Off: "</h>"}
	all := Paint{On: "<a>", Off: "</a>"}
	run := func(start, end int, p Paint) Run { return Run{Range: bidi.Range{Start: start, End: end}, Paint: p} }
	tests := []struct {
		name  string
		text  string
		field Field
		want  string
	}{
		{"none", "abc", Field{Width: 5}, "abc  "},
		{"field", "abc", Field{Width: 5, Align: Right, Paint: all}, "<a>  abc</a>"},
		{"run", "abcd", Field{Width: 6, Runs: []Run{run(1, 3, hit)}}, "a<h>bc</h>d  "},
		{"run at the end", "abcd", Field{Width: 5, Runs: []Run{run(2, 9, hit)}}, "ab<h>cd</h> "},
		{"run over the field", "abcd", Field{Width: 5, Paint: all, Runs: []Run{run(1, 2, hit)}}, "<a>a<h>b</h><a>cd </a>"},
		{"last wins", "abcd", Field{Width: 4, Runs: []Run{run(0, 4, hit), run(1, 2, all)}}, "<h>a</h><a>b</a><h>cd</h>"},
		{"same paint twice", "abcd", Field{Width: 4, Runs: []Run{run(0, 2, hit), run(2, 4, hit)}}, "<h>abcd</h>"},
		{"one reset closes both", "ab", Field{Width: 2, Paint: Paint{"<r>", "</r>"}, Runs: []Run{run(1, 2, Paint{"<s>", "</r>"})}}, "<r>a<s>b</r>"},
		{"centre", "ab", Field{Width: 5, Align: Centre}, " ab  "},
		{"nothing", "", Field{Width: 3, Paint: all}, "<a>   </a>"},
		{"no room", "abc", Field{}, ""},
	}
	for _, tt := range tests {
		for _, m := range []Mode{Visual, Marked, Logical, Isolate, Words} {
			l := line(tt.text, bidi.LTR)
			if got := string(Encoder{Mode: m}.Append(nil, &l, tt.field)); got != tt.want {
				t.Errorf("%s, %s: got %q, want %q", tt.name, m, got, tt.want)
			}
		}
	}
}

// In words mode colours stay where the letters are seen, while the letters are written backwards.
func TestPaintInWords(t *testing.T) {
	t.Parallel()
	l := line("سلب", bidi.RTL) // seen from the left: ب ل س; painted: the first letter, at the right
	red := Paint{On: "<r>", Off: "</r>"}
	f := Field{Width: 3, Runs: []Run{{Range: bidi.Range{Start: 0, End: 2}, Paint: red}}}
	if got, want := string(Encoder{Mode: Words}.Append(nil, &l, f)), "ﺳﻠ<r>ﺐ</r>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	f.Runs[0].Paint = Paint{On: "\x1b[1m", Off: "\x1b[m"} // bold is another font: two runs
	if got, want := string(Encoder{Mode: Words}.Append(nil, &l, f)), "ﻠﺐ\x1b[1mﺳ\x1b[m"; got != want {
		t.Errorf("bold: got %q, want %q", got, want)
	}
}

func TestFaceOf(t *testing.T) {
	t.Parallel()
	tests := map[string]int{
		"": 0, "\x1b[1m": bold, "\x1b[3m": italic, "\x1b[3;1m": bold | italic, "\x1b[38;5;1m": 0, "\x1b[38;2;1;3;1m": 0,
		"\x1b[38;5;3;1m": bold, "\x1b[4m\x1b[1m": bold, "\x1b[31m": 0, "\x1b[": 0, "\x1b[48;5": 0,
	}
	for sgr, want := range tests {
		if got := faceOf(sgr); got != want {
			t.Errorf("%q: got %d, want %d", sgr, got, want)
		}
	}
}

func TestAlignment(t *testing.T) {
	t.Parallel()
	rtl, ltr := line("نعم", bidi.RTL), line("abc", bidi.LTR)
	e := Encoder{Mode: Visual}
	if got, want := string(e.Append(nil, &rtl, Field{Width: 5})), "  ﻢﻌﻧ"; got != want {
		t.Errorf("right-to-left: got %q, want %q", got, want)
	}
	if got, want := string(e.Append(nil, &ltr, Field{Width: 5})), "abc  "; got != want {
		t.Errorf("left-to-right: got %q, want %q", got, want)
	}
	if got, want := string(e.Append(nil, &rtl, Field{Width: 5, Align: Left})), "ﻢﻌﻧ  "; got != want {
		t.Errorf("left: got %q, want %q", got, want)
	}
}

// A line that is too wide loses its logical end, wherever that stands.
func TestCut(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		base bidi.Direction
		w    int
		want map[Mode]string
	}{
		{"abcdef", bidi.LTR, 4, map[Mode]string{Visual: "abcd", Logical: "abcd", Words: "abcd"}},
		{"درر abcd", bidi.RTL, 6, map[Mode]string{Visual: "ab ﺭﺭﺩ", Logical: "درر ab", Words: "ab ﺩﺭﺭ"}},
		{"a日本", bidi.LTR, 4, map[Mode]string{Visual: "a日 ", Marked: "a日 "}},
	}
	for _, tt := range tests {
		for m, want := range tt.want {
			l := line(tt.text, tt.base)
			if got := string(Encoder{Mode: m}.Append(nil, &l, Field{Width: tt.w, Align: Left})); got != want {
				t.Errorf("%q in %d, %s: got %q, want %q", tt.text, tt.w, m, got, want)
			}
		}
	}
}

func TestBlanks(t *testing.T) {
	t.Parallel()
	var e Encoder
	for _, n := range []int{-1, 0, 1, 63, 64, 65, 300} {
		if got := string(e.AppendBlank(nil, n, Paint{})); got != strings.Repeat(" ", max(n, 0)) {
			t.Errorf("%d: got %d bytes", n, len(got))
		}
	}
	if got := string(e.AppendBlank([]byte("x"), 2, Paint{"<", ">"})); got != "x<  >" {
		t.Errorf("got %q", got)
	}
}

func TestRowStart(t *testing.T) {
	t.Parallel()
	for m, want := range map[Mode]string{Marked: "\u200e", Visual: "", Isolate: "", Words: "", Logical: ""} {
		if got := string(Encoder{Mode: m}.AppendRowStart(nil)); got != want {
			t.Errorf("%s: got %q", m, got)
		}
	}
}

// moves is a shortcut through the table of classes; it must agree with it on every character.
func TestMoves(t *testing.T) {
	t.Parallel()
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		p, _ := ubidi.LookupRune(r)
		c := p.Class()
		want := c == ubidi.R || c == ubidi.AL || c == ubidi.AN
		if got := moves(r); got != want && !isControl(r) {
			t.Errorf("U+%04X (class %v): got %v", r, c, got)
		}
	}
}

// What should not be in a cell does not reach the terminal all the same.
func TestControlsInCells(t *testing.T) {
	t.Parallel()
	for _, r := range []rune{0, '\a', '\n', '\x1b', 0x7F, 0x85, 0x9B, 0x061C, 0x200E, 0x200F, 0x2028, 0x202A, 0x202E, 0x2066, 0x2069, -1, 0xD800} {
		l := bidi.Line{Cells: []bidi.Cell{{Glyph: r, Letter: r, Tail: "\x1b[31m\u202e\u0301", End: 1, Width: 1}}, Width: 1}
		for _, m := range Modes() {
			if got, want := string(Encoder{Mode: m}.Append(nil, &l, Field{Width: 1})), "\uFFFD[31m\u0301"; got != want {
				t.Errorf("U+%04X, %s: got %q, want %q", r, m, got, want)
			}
		}
	}
}

func TestParseMode(t *testing.T) {
	t.Parallel()
	for _, m := range Modes() {
		if got, err := ParseMode(m.String()); err != nil || got != m {
			t.Errorf("%s: got %v, %v", m, got, err)
		}
	}
	for _, name := range []string{"", "auto", "Marked", "x"} {
		if _, err := ParseMode(name); err == nil {
			t.Errorf("%q: no error", name)
		}
	}
}
