package bidi

import (
	"slices"
	"strings"
	"testing"
)

// In the tests of order capitals stand for Arabic letters, as in UAX #9: what is on the screen can then be read here.
const capitals = "بتثجحخدذرزسشصضطظعغفقكمنهوي"

func arabic(s string) string {
	letters := []rune(capitals)
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return letters[r-'A']
		}
		return r
	}, s)
}

func latin(s string) string {
	letters := []rune(capitals)
	return strings.Map(func(r rune) rune {
		if i := slices.Index(letters, r); i >= 0 {
			return 'A' + rune(i)
		}
		return r
	}, s)
}

func shown(lines []Line) []string {
	out := make([]string, len(lines))
	for i := range lines {
		out[i] = latin(visual(&lines[i]))
	}
	return out
}

func TestOrder(t *testing.T) {
	for _, tt := range []struct {
		text string
		base Direction
		want string
	}{
		{"ABC DEF", RTL, "FED CBA"},
		{"ABC DEF.", RTL, ".FED CBA"},
		{"ABC DEF.", LTR, "FED CBA."},
		{"ABC def GHI", RTL, "IHG def CBA"},
		{"abc DEF ghi", LTR, "abc FED ghi"},
		{"FROM 12 TO 15", RTL, "15 OT 12 MORF"},
		{"UP 7.5% TODAY", RTL, "YADOT %7.5 PU"},
		{"FOR 95$ ONLY", RTL, "YLNO $95 ROF"},
		{"ON 12-03-2024 HE", RTL, "EH 2024-03-12 NO"},
		{"ON 12/03/2024 HE", RTL, "EH 12/03/2024 NO"},
		{"AT 10:30, 1,250 MEN", RTL, "NEM 1,250 ,10:30 TA"},
		{"WON 3-1", RTL, "1-3 NOW"},
		{"IN 2024–2029", RTL, "2029–2024 NI"},
		{"IN ٢٠٢٤-٢٠٢٩", RTL, "٢٠٢٩-٢٠٢٤ NI"},
		{"HE SAID «NO (OR YES)».", RTL, ".«(SEY RO) ON» DIAS EH"},
		{"THE (iphone 15) CAME", RTL, "EMAC (iphone 15) EHT"},
		{"THE iphone (15) CAME", RTL, "EMAC iphone (15) EHT"},
		{"a (B) c", LTR, "a (B) c"},
		{"ONE [two THREE] four", RTL, "four [EERHT two] ENO"},
		{"3 < 5 A", RTL, "A 5 > 3"},
		{"microsoft SAID", Auto, "microsoft DIAS"},
		{"ibm SAYS IT", Auto, "TI SYAS ibm"},
		{"A\u2066b C\u2069D", RTL, "Db CA"},
		{"ab\u202ecd\u202c EFGHI", RTL, "IHGFE abcd"},
	} {
		lines := Layout(arabic(tt.text), 0, Options{Base: tt.base, NoShaping: true})
		if got := shown(lines); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ text, want, plain string }{
		{"CALL +961 1 234 567 NOW", "WON +961 1 234 567 LLAC", "WON 567 234 1 961+ LLAC"},
		{"CALL (00961-1-234567).", ".(00961-1-234567) LLAC", ".(234567-1-00961) LLAC"},
		{"CALL +٩٦١ ١ ٢٣٤ ٥٦٧", "+٩٦١ ١ ٢٣٤ ٥٦٧ LLAC", "٥٦٧ ٢٣٤ ١ ٩٦١+ LLAC"},
		{"SEE https://a.org/b/, THEN", "NEHT ,https://a.org/b/ EES", "NEHT ,/https://a.org/b EES"},
		{"WRITE me@b.org OR @name.", ".@name RO me@b.org ETIRW", ".name@ RO me@b.org ETIRW"},
		{"IN C++ AND #go", "#go DNA C++ NI", "go# DNA ++C NI"},
		{"UP +5 12 MEN", "NEM 12 5+ PU", "NEM 12 5+ PU"},                   // too few digits to be a phone number
		{"ON 12-03-2024, 3-1", "1-3 ,2024-03-12 NO", "1-3 ,2024-03-12 NO"}, // dates and scores are left to the standard
		{"A a.b(c) \"x=y\" B", "B \"x=y\" a.b(c) A", "B \"a.b(c) \"x=y A"}, // brackets of the token stay with it
		{"A 1+2 - B", "B - 2+1 A", "B - 2+1 A"},                            // no letters: arithmetic
	} {
		lower := func(s string) string { return strings.ReplaceAll(s, "C++", "c++") }
		for _, plain := range []bool{false, true} {
			want := tt.want
			if plain {
				want = tt.plain
			}
			lines := Layout(arabic(lower(tt.text)), 0, Options{Base: RTL, NoShaping: true, PlainTokens: plain})
			if got := shown(lines); got[0] != strings.ReplaceAll(lower(want), "++C", "++c") {
				t.Errorf("%q, plain %t: %q, want %q", tt.text, plain, got[0], want)
			}
		}
	}
}

func TestAutoBase(t *testing.T) {
	for _, tt := range []struct {
		text string
		rtl  bool
	}{
		{"Microsoft تعلن عن نسخة جديدة", true},
		{"Microsoft announces تعلن", false},
		{"ab تع", true}, // as many of both
		{"1250", true},
		{"", true},
		{"***", true},
		{"abc", false},
		{"https://example.org/long/path كلمة", true}, // a token counts only where there is nothing else
		{"https://example.org/long/path", false},
	} {
		if got := Layout(tt.text, 0, Options{})[0].RTL(); got != tt.rtl {
			t.Errorf("%q: right-to-left %t, want %t", tt.text, got, tt.rtl)
		}
	}
	for text, rtl := range map[string]bool{"Microsoft تعلن عن": false, "12 تعلن abc": true, "12": false, "@name تعلن": true} {
		if got := Layout(text, 0, Options{Base: FirstStrong})[0].RTL(); got != rtl {
			t.Errorf("first strong of %q: right-to-left %t, want %t", text, got, rtl)
		}
	}
}

func TestShaping(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		o          Options
		want       string // from left to right
	}{
		{"forms", "بيت", Options{}, "\uFE96\uFEF4\uFE91"},
		{"alef joins back only", "باب", Options{}, "\uFE8F\uFE8E\uFE91"},
		{"hamza joins nothing", "شيء", Options{}, "\u0621\uFEF2\uFEB7"},
		{"lam-alef", "لا", Options{}, "\uFEFB"},
		{"lam-alef after a letter", "كلام", Options{}, "\uFEE1\uFEFC\uFEDB"},
		{"lam-alef with hamza and madda", "لأ لإ لآ", Options{}, "\uFEF5 \uFEF9 \uFEF7"},
		{"lam-alef, hamza as a mark", "لا\u0654", Options{}, "\uFEF7"},
		{"lam-alef, marks kept", "لَا\u064B", Options{KeepTashkeel: true}, "\uFEFB\u064E\u064B"},
		{"lam-alef, marks stripped", "لَا\u064B", Options{}, "\uFEFB"},
		{"marks are joined across", "بَيت", Options{KeepTashkeel: true}, "\uFE96\uFEF4\uFE91\u064E"},
		{"marks stripped", "مُحَمَّد", Options{}, "\uFEAA\uFEE4\uFEA4\uFEE3"},
		{"NFC", "ا\u0654و\u0654ي\u0654", Options{}, "\uFE89\uFE85\uFE83"},
		{"ZWNJ", "می\u200Cخواهم", Options{}, "\uFEE2\uFEEB\uFE8D\uFEEE\uFEA7\uFBFD\uFEE3"},
		{"ZWJ", "ه\u200D", Options{}, "\uFEEB"},
		{"ZWJ before", "\u200Dه", Options{}, "\uFEEA"},
		{"ZWJ keeps lam from alef", "ل\u200Dا", Options{}, "\uFE8E\uFEDF"},
		{"tatweel", "بـب", Options{}, "\uFE90\u0640\uFE91"},
		{"RLM is joined across", "ب\u200Fب", Options{}, "\uFE90\uFE91"},
		{"Kurdish, no forms", "بڕب", Options{}, "\uFE8F\u0695\uFE91"},
		{"Kurdish AE", "به\u200Cە", Options{}, "\uFEE9\uFEEA\uFE91"},
		{"Urdu noon ghunna", "کہاں", Options{}, "\uFB9E\uFE8E\uFBA9\uFB90"},
		{"unshaped", "كلام", Options{NoShaping: true}, "مالك"},
		{"forms in the text", "\uFEFB\uFE91", Options{}, "\uFE91\uFEFB"},
		{"Hebrew", "שלום", Options{}, "םולש"},
	} {
		lines := Layout(tt.text, 0, tt.o)
		if got := visual(&lines[0]); got != tt.want {
			t.Errorf("%s: %q: %+q, want %+q", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestLetters(t *testing.T) {
	l := Layout("كلا)", 0, Options{Base: RTL})[0]
	var letters []rune
	for _, c := range l.Cells {
		letters = append(letters, c.Letter)
	}
	if want := []rune(")\uFEFBك"); !slices.Equal(letters, want) {
		t.Errorf("letters %+q, want %+q", string(letters), string(want))
	}
	if g := l.Cells[0].Glyph; g != '(' {
		t.Errorf("a bracket in right-to-left text is drawn %q, want its mirror image", g)
	}
}

func TestLines(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		o          Options
		want       []string
	}{
		{"words", "ABC DEF GHI", Options{Width: 7}, []string{"FED CBA", "IHG"}},
		{"break space dropped", "ABC   DEF", Options{Width: 4}, []string{"CBA", "FED"}},
		{"spaces kept inside", "ABC  DEF", Options{Width: 9}, []string{"FED  CBA"}},
		{"long word", "ABCDEFGH", Options{Width: 3}, []string{"CBA", "FED", "HG"}},
		{"long word after a short one", "AB CDEFGH", Options{Width: 4}, []string{"BA", "FEDC", "HG"}},
		{"closing punctuation", "ABC DE، FG", Options{Width: 6}, []string{"CBA", "GF ،ED"}},
		{"punctuation after a space", "ABC DE : FG", Options{Width: 6}, []string{"CBA", ": ED", "GF"}},
		{"not off its word", "ABCD.", Options{Width: 4}, []string{"CBA", ".D"}},
		{"opening bracket", "ABC («DE»)", Options{Width: 6}, []string{"CBA", "(«ED»)"}},
		{"opening bracket and space", "AB ( CDE )", Options{Width: 5}, []string{"BA", "DC )", "( E"}},
		{"hyphen between letters", "ab-cd", Options{Width: 4, PlainTokens: true}, []string{"ab-", "cd"}},
		{"no break in a date", "AB 12-03-24", Options{Width: 8}, []string{"BA", "24-03-12"}},
		{"no-break space", "AB C\u00A0D", Options{Width: 5}, []string{"BA", "D\u00A0C"}},
		{"zero-width space", "AB\u200BCD", Options{Width: 3}, []string{"BA", "DC"}},
		{"URL whole", "A http://a.b/c B", Options{Width: 12}, []string{"A", "http://a.b/c", "B"}},
		{"URL that fits no line", "http://ab.cd/efgh", Options{Width: 8}, []string{"http://", "ab.cd/", "efgh"}},
		{"phone whole", "AB +961 1 234 567", Options{Width: 15}, []string{"BA", "+961 1 234 567"}},
		{"hard-wrapped source", "AB\nCD \r\n EF\n", Options{}, []string{"FE DC BA"}},
		{"separators", "AB\u2028CD\u0085EF\u2029", Options{}, []string{"FE DC BA"}},
		{"tab", "AB\tCD", Options{}, []string{"DC BA"}},
		{"trailing spaces", "AB  ", Options{Base: RTL}, []string{"  BA"}},
		{"trailing spaces past the width", "AB  ", Options{Width: 3}, []string{" BA"}},
		{"only spaces", "     ", Options{Width: 3}, []string{"   "}},
		{"indent that leaves no room", "   ABC", Options{Width: 4}, []string{"CBA"}},
		{"wide", "漢字漢", Options{Width: 4}, []string{"漢字", "漢"}},
		{"wide does not fit half", "a漢", Options{Width: 2}, []string{"a", "漢"}},
		{"wider than the line", "漢a", Options{Width: 1}, []string{"\uFFFD", "a"}},
		{"levels of the whole paragraph", "ABC 9% DEF", Options{Width: 3, Base: RTL}, []string{"CBA", "%9", "FED"}},
		{"a Latin line of an Arabic paragraph", "ABC, def. GHI", Options{Width: 5, Base: RTL}, []string{",CBA", ".def", "IHG"}},
		{"empty", "", Options{Width: 5}, []string{""}},
		{"invisible", "\u200F\u200F", Options{}, []string{" "}},
		{"cut", "ABC DEF GHI", Options{Width: 8, MaxLines: 1}, []string{"…FED CBA"}},
		{"cut, left to right", "abc def ghi", Options{Width: 9, MaxLines: 1}, []string{"abc def…"}},
		{"cut inside a word", "abcdefghi", Options{Width: 5, MaxLines: 1}, []string{"abcd…"}},
		{"cut in the other direction", "ABC def ghi", Options{Width: 8, MaxLines: 1, Base: RTL}, []string{"…def CBA"}},
		{"cut on the second line", "ABC DEF GHI JKL", Options{Width: 5, MaxLines: 2}, []string{"CBA", "…FED"}},
		{"nothing to cut", "ABC DEF", Options{Width: 7, MaxLines: 1}, []string{"FED CBA"}},
		{"only spaces left out", "ABC   ", Options{Width: 3, MaxLines: 1}, []string{"CBA"}},
		{"room for nothing else", "ABC", Options{Width: 1, MaxLines: 1}, []string{"…"}},
	} {
		o := tt.o
		o.NoShaping = true
		text := arabic(tt.text)
		lines := Layout(text, 3, o)
		if got := shown(lines); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if err := checkLayout(text, 3, o, lines); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestEllipsisStandsForTheRest(t *testing.T) {
	text := "كلمة أخرى بعيدة"
	l := Layout(text, 10, Options{Width: 6, MaxLines: 1})[0]
	c := l.Cells[0]
	if c.Glyph != '…' || int(c.Start) != 10+len("كلمة") || int(c.End) != 10+len(text) || c.Level != 1 {
		t.Errorf("the ellipsis is %+v", c)
	}
	if g := l.Cells[1].Glyph; g != '\uFE94' { // the cut must not leave the word joining on
		t.Errorf("the letter before the ellipsis is %U, want the final form", g)
	}
}
