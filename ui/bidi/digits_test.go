package bidi

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDigits(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text   string
		digits Digits
		base   Direction
		want   string // from left to right
	}{
		{"IN 2024", AsWritten, RTL, "2024 NI"},
		{"IN 2024", ArabicDigits, RTL, "٢٠٢٤ NI"},
		{"IN ٢٠٢٤", ArabicDigits, RTL, "٢٠٢٤ NI"},
		{"IN ٢٠٢٤", LatinDigits, RTL, "2024 NI"},
		{"IN ۲۰۲۴", LatinDigits, RTL, "2024 NI"},
		{"UP ٧٫٥ OF ١٬٢٥٠", LatinDigits, RTL, "1,250 FO 7.5 PU"},
		{"UP 7.5% TODAY", ArabicDigits, RTL, "YADOT %٧.٥ PU"},
		{"AT 10:30, 1,250 MEN", ArabicDigits, RTL, "NEM ١,٢٥٠ ,١٠:٣٠ TA"},
		{"WON 3-1", ArabicDigits, RTL, "١-٣ NOW"},
		{"IN 2024-01-16", ArabicDigits, RTL, "16-01-2024 NI"}, // as without it
		{"2024-01-16 ON", ArabicDigits, RTL, "NO 2024-01-16"},
		{"THE g20 AND report-2024", ArabicDigits, RTL, "report-2024 DNA g20 EHT"},
		{"CALL +966 11 123 4567", ArabicDigits, RTL, "+966 11 123 4567 LLAC"},
		{"AT http://x.com/2024/5", ArabicDigits, RTL, "http://x.com/2024/5 TA"},
		{"call 12 men", ArabicDigits, LTR, "call ١٢ men"},
		{"9", ArabicDigits, RTL, "٩"},
		{"", ArabicDigits, RTL, ""},
		{"9-", ArabicDigits, RTL, "-٩"},
		{"-9.", LatinDigits, LTR, "-9."},
	} {
		lines := Layout(arabic(tt.text), 0, Options{Base: tt.base, Digits: tt.digits, NoShaping: true})
		if got := shown(lines)[0]; got != tt.want {
			t.Errorf("%q in %d: %q, want %q", tt.text, tt.digits, got, tt.want)
		}
	}
}

// FuzzDigits holds that other digits change no offset, no width and no line, and no character that is no number's.
func FuzzDigits(f *testing.F) {
	for _, s := range []string{
		"IN 2024 AND ٢٠٢٤", "+966 11 123 4567", "G20 7.5% 1,250 ٧٫٥", "2024-01-16", "١ُ2", "http://x.com/5 ۴", "\u20669\u2069", "5\u0301", "9\u20e3", "لا 9\n8",
	} {
		f.Add(s, 9)
	}
	f.Add("ج\uFFFD0٬00", 3) // broken beside the separator
	f.Fuzz(func(t *testing.T, text string, width int) {
		text = arabic(text)
		o := Options{Width: max(width%50, 0), KeepTashkeel: true}
		plain := Layout(text, 7, o)
		for _, o.Digits = range []Digits{LatinDigits, ArabicDigits} {
			lines := Layout(text, 7, o)
			if err := checkLayout(text, 7, o, lines); err != nil {
				t.Fatalf("%+q: %v", text, err)
			}
			if len(lines) != len(plain) {
				t.Fatalf("%+q: %d lines, %d as written", text, len(lines), len(plain))
			}
			for i := range lines {
				checkDigits(t, text, &plain[i], &lines[i])
			}
			// It is the text as if it were written so.
			if written := strings.Map(shownAs(o.Digits), text); o.Digits == LatinDigits && !strings.ContainsAny(text, "٫٬") && len(Layout(text, 0, Options{})) == 1 {
				same := Layout(written, 0, Options{KeepTashkeel: true, PlainTokens: true})
				got := Layout(text, 0, Options{KeepTashkeel: true, PlainTokens: true, Digits: o.Digits})
				if len(same[0].Cells) != len(got[0].Cells) {
					return
				}
				for i := range same[0].Cells {
					if same[0].Cells[i].Glyph != got[0].Cells[i].Glyph {
						t.Fatalf("%+q: cell %d is %q, written so %q", text, i, got[0].Cells[i].Glyph, same[0].Cells[i].Glyph)
					}
				}
			}
		}
	})
}

// shownAs gives what one digit becomes.
func shownAs(d Digits) func(rune) rune {
	return func(r rune) rune {
		switch {
		case d == LatinDigits && r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case d == LatinDigits && r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		}
		return r
	}
}

// checkDigits holds that two layouts of a line differ in digits and the order that these bring about alone.
func checkDigits(t *testing.T, text string, plain, l *Line) {
	t.Helper()
	if plain.Start != l.Start || plain.End != l.End || plain.Width != l.Width || len(plain.Cells) != len(l.Cells) || plain.Level != l.Level {
		t.Fatalf("%+q: line %d-%d of %d cells, as written %d-%d of %d", text, l.Start, l.End, l.Width, plain.Start, plain.End, plain.Width)
	}
	before := make([]Cell, len(plain.Cells))
	for _, c := range plain.Cells {
		before[c.Index] = c
	}
	for _, c := range l.Cells {
		b := before[c.Index]
		if c.Start != b.Start || c.End != b.End || c.Width != b.Width || c.Tail != b.Tail {
			t.Fatalf("%+q: cell %d is %+v, as written %+v", text, c.Index, c, b)
		}
		if c.Letter != b.Letter && (!isDigit(b.Letter) || !isDigit(c.Letter)) && b.Letter != decimalSeparator && b.Letter != thousandsSeparator {
			t.Fatalf("%+q: %q is shown as %q", text, b.Letter, c.Letter)
		}
		if !utf8.ValidRune(c.Glyph) {
			t.Fatalf("%+q: %U", text, c.Glyph)
		}
	}
}
