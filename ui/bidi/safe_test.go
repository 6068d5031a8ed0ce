package bidi

import (
	"strings"
	"testing"
)

func TestUnsafe(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"ESC", "a\x1b[31mb", "a␛[31mb"},
		{"C0", "a\x00\x07\x08\x0e\x1fb", "a␀␇␈␎␟b"},
		{"DEL", "a\x7fb", "a␡b"},
		{"C1", "a\u009b31m\u0090b", "a\uFFFD31m\uFFFDb"},
		{"bytes that are not UTF-8", "a\xff\x9b\xc3(b", "a\uFFFD\uFFFD\uFFFD(b"},
		{"surrogates", "a\xed\xa0\x80b", "a\uFFFD\uFFFD\uFFFDb"},
		{"override", "a\u202ebcd\u202ce", "abcde"},
		{"embedding", "a\u202bbcd\u202ae", "abcde"},
		{"unclosed isolate", "abc\u2067def", "abcdef"},
		{"PDI alone", "abc\u2069def", "abcdef"},
		{"marks of direction", "a\u200e\u200f\u061cb", "ab"},
		{"zero width", "a\u200b\u2060\ufeff\u00adb", "ab"},
		{"tags outside a sequence", "a\U000e0041\U000e0001b", "ab"},
		{"private use", "a\ue000\U0010fffdb", "a\uFFFD\uFFFDb"},
		{"unassigned", "a\u0378\U000eeeeeb", "a\uFFFD\uFFFDb"},
		{"noncharacter", "a\ufffe\uffffb", "a\uFFFD\uFFFDb"},
		{"number sign", "\u0600", "\uFFFD"},
		{"end of ayah", "\u06dd", "○"},
		{"Syriac abbreviation", "\u070f", "\uFFFD"},
		{"a mark without a base", "\u0301a", "◌\u0301a"},
		{"half a flag", "\U0001f1ea", "E"},
		{"annotation", "a\ufff9b\ufffac\ufffbd", "abcd"},
	} {
		l := Layout(tt.text, 0, Options{Base: LTR, KeepTashkeel: true})
		if got := visual(&l[0]); got != tt.want {
			t.Errorf("%s: %+q is shown as %+q, want %+q", tt.name, tt.text, got, tt.want)
		}
		if err := checkLayout(tt.text, 0, Options{}, l); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// An override in a file must not turn the text after it round, nor an isolate the next paragraph.
func TestNeutralised(t *testing.T) {
	text := arabic("ABC \u202edef\u202c \u2067GHI")
	o := Options{Base: RTL, NoShaping: true}
	if got, want := shown(Layout(text, 0, o))[0], "IHG def CBA"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	o.KeepControls = true
	if got, want := shown(Layout(text, 0, o))[0], "IHG fed CBA"; got != want {
		t.Errorf("controls kept: %q, want %q", got, want)
	}
}

func TestWideAndClusters(t *testing.T) {
	for _, tt := range []struct {
		text   string
		widths string // of the cells, in order
	}{
		{"漢字カナ", "2222"},
		{"ｶﾞ", "1"}, // halfwidth katakana and its mark
		{"각", "2"},
		{"\u1100\u1161\u11A8", "2"},
		{"e\u0301x", "11"},
		{"👨\u200D👩\u200D👧x", "21"},
		{"👍🏽x", "21"},
		{"🇦🇪🇸🇦", "22"},
		{"1\uFE0F\u20E3", "2"},
		{"❤\uFE0F❤", "21"},
		{"🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "2"},
		{"क्षि", "1"},
		{"ب\uFE0F", "1"}, // a selector that selects nothing
	} {
		l := Layout(tt.text, 0, Options{Base: LTR})
		var got strings.Builder
		for _, c := range l[0].Cells {
			got.WriteByte('0' + c.Width)
		}
		if got.String() != tt.widths {
			t.Errorf("%+q: cells of widths %s, want %s", tt.text, got.String(), tt.widths)
		}
		if err := checkLayout(tt.text, 0, Options{}, l); err != nil {
			t.Errorf("%+q: %v", tt.text, err)
		}
	}
}

// What floods a terminal with characters of no width stays small, and keeps its bytes.
func TestFloods(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"marks", "ب" + strings.Repeat("\u064E", 10_000) + "ت"},
		{"marks of two kinds", "e" + strings.Repeat("\u0301\u0651", 10_000) + "f"},
		{"marks without a base", strings.Repeat("\u0301", 10_000)},
		{"joiners", "👨" + strings.Repeat("\u200D👨", 10_000)},
		{"selectors", "1" + strings.Repeat("\uFE0F", 10_000)},
		{"zero width", "a" + strings.Repeat("\u200B\uFEFF\u200F", 10_000) + "b"},
		{"isolates", strings.Repeat("\u2067", 10_000) + "a" + strings.Repeat("\u2069", 10_000)},
		{"first-strong isolates", strings.Repeat("\u2068", 10_000) + "a"},
		{"overrides", strings.Repeat("\u202E", 10_000) + "a"},
		{"brackets", strings.Repeat("(", 10_000) + "a" + strings.Repeat(")", 10_000)},
	} {
		for _, keep := range []bool{false, true} {
			o := Options{Width: 20, KeepTashkeel: keep, KeepControls: keep}
			lines := Layout(tt.text, 0, o)
			if err := checkLayout(tt.text, 0, o, lines); err != nil {
				t.Errorf("%s, kept %t: %v", tt.name, keep, err)
			}
		}
	}
}
