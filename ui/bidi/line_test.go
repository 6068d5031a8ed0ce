package bidi

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestSpans(t *testing.T) {
	text := arabic("DEF 12 abc")
	l := Layout(text, 0, Options{Base: RTL, NoShaping: true})[0]
	if got := latin(visual(&l)); got != "abc 12 FED" {
		t.Fatalf("the line is %q", got)
	}
	at := func(s string) Range {
		i := strings.Index(text, arabic(s))
		return Range{i, i + len(arabic(s))}
	}
	for _, tt := range []struct {
		r    Range
		want []Span
	}{
		{at("DEF"), []Span{{7, 10}}},
		{at("EF 12"), []Span{{4, 9}}},
		{at("12 ab"), []Span{{0, 2}, {3, 6}}}, // a hit across a change of direction
		{at("12 abc"), []Span{{0, 6}}},
		{at("F"), []Span{{7, 8}}},
		{Range{0, len(text)}, []Span{{0, 10}}},
		{Range{2, 2}, nil},
		{Range{100, 200}, nil},
	} {
		if got := l.Spans(nil, tt.r); !slices.Equal(got, tt.want) {
			t.Errorf("spans of %q: %v, want %v", text[min(tt.r.Start, len(text)):min(tt.r.End, len(text))], got, tt.want)
		}
	}
	if got := l.Spans([]Span{{0, 7}}, at("DEF")); !slices.Equal(got, []Span{{0, 7}, {7, 10}}) {
		t.Errorf("spans merged with those of the caller: %v", got)
	}
}

func TestSpansOfLigature(t *testing.T) {
	text := "سلام"
	l := Layout(text, 0, Options{})[0]
	lam, alef := Range{2, 4}, Range{4, 6}
	want := []Span{{1, 2}}
	for _, r := range []Range{lam, alef, {2, 6}} {
		if got := l.Spans(nil, r); !slices.Equal(got, want) {
			t.Errorf("spans of bytes %v: %v, want %v", r, got, want)
		}
	}
}

func TestCaret(t *testing.T) {
	rtl := Layout(arabic("ABC de"), 0, Options{Base: RTL, NoShaping: true})[0] // "de CBA"
	ltr := Layout(arabic("de ABC"), 0, Options{Base: LTR, NoShaping: true})[0] // "de CBA"
	for _, tt := range []struct {
		l            *Line
		offset, want int
	}{
		{&rtl, 0, 6},
		{&rtl, 2, 5},
		{&rtl, 4, 4},
		{&rtl, 6, 3},
		{&rtl, 7, 0},
		{&rtl, 8, 1},
		{&rtl, 9, 0},
		{&rtl, -4, 6},
		{&rtl, 99, 0},
		{&ltr, 0, 0},
		{&ltr, 1, 1},
		{&ltr, 2, 2},
		{&ltr, 3, 6},
		{&ltr, 5, 5},
		{&ltr, 7, 4},
		{&ltr, 9, 6},
	} {
		if got := tt.l.Caret(tt.offset); got != tt.want {
			t.Errorf("%q: the caret before byte %d is at column %d, want %d", latin(visual(tt.l)), tt.offset, got, tt.want)
		}
	}
	var empty Line
	if c, o := empty.Caret(0), empty.OffsetAt(3); c != 0 || o != 0 {
		t.Errorf("an empty line has its caret at %d, offset %d", c, o)
	}
}

func TestOffsetAt(t *testing.T) {
	l := Layout(arabic("ABC de"), 10, Options{Base: RTL, NoShaping: true})[0]
	for col, want := range map[int]int{-5: 17, 0: 17, 1: 18, 2: 16, 3: 14, 4: 12, 5: 10, 6: 10, 80: 10} {
		if got := l.OffsetAt(col); got != want {
			t.Errorf("column %d is byte %d, want %d", col, got, want)
		}
	}
}

// The column of a cell's caret leads back to the cell, and so do those of its spans.
func TestColumnsRoundTrip(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		text, o := randomText(rnd), randomOptions(rnd)
		for _, l := range Layout(text, 5, o) {
			for _, c := range l.Cells {
				col := l.Caret(int(c.Start))
				if c.Level&1 == 1 {
					col -= int(c.Width)
				}
				if got := l.OffsetAt(col); got != int(c.Start) {
					t.Fatalf("%+q %+v: column %d gives byte %d, want %d", text, o, col, got, c.Start)
				}
				spans := l.Spans(nil, Range{int(c.Start), int(c.End)})
				if len(spans) != 1 || spans[0] != (Span{col, col + int(c.Width)}) {
					t.Fatalf("%+q %+v: cell at byte %d has spans %v, want column %d", text, o, c.Start, spans, col)
				}
			}
		}
	}
}
