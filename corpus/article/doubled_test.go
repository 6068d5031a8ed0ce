package article_test

import (
	"strings"
	"testing"

	"jarida/corpus/article"

	"golang.org/x/text/encoding/charmap"
)

func TestDecodeDoubled(t *testing.T) {
	western := func(s string) string { out, _ := doubly(charmap.Windows1252)(s); return out }
	latin := func(s string) string { out, _ := doubly(charmap.ISO8859_1)(s); return out }
	arabic := func(s string) string { out, _ := doubly(charmap.Windows1256)(s); return out }
	const signs = "قال: «نعم» – أو ’لا‘… 50٪ في café\n"
	for _, test := range []struct{ name, raw, text, encoding string }{
		{"western", western(sample), sample, "utf-8 (double-encoded as windows-1252)"},
		{"latin 1", latin(sample), sample, "utf-8 (double-encoded as iso-8859-1)"},
		{"arabic", arabic(sample), sample, "utf-8 (double-encoded as windows-1256)"},
		{"signs", western(signs), signs, "utf-8 (double-encoded as windows-1252)"},
		{"signs through arabic", arabic(signs), signs, "utf-8 (double-encoded as windows-1256)"},
		{"three times", western(western(sample)), sample, "utf-8 (triple-encoded as windows-1252)"},
		{"three times through arabic", arabic(arabic(sample)), sample, "utf-8 (triple-encoded as windows-1256)"},
		{"four times", western(western(western(sample))), sample, "utf-8 (quadruple-encoded as windows-1252)"},
		{"one word", western("قال"), "قال", "utf-8 (double-encoded as windows-1252)"},
		{"BOM", "\ufeff" + western(sample), sample, "utf-8 with BOM (double-encoded as windows-1252)"},
		{"one line", sample + western(sample) + sample, sample + sample + sample, "utf-8 (partly double-encoded as windows-1252)"},
		{"one line through arabic", sample + arabic(sample) + sample, sample + sample + sample, "utf-8 (partly double-encoded as windows-1256)"},
		{"quotes added after", strings.ReplaceAll(western("قال: Q أمس الأول"), "Q", "«"), "قال: « أمس الأول", "utf-8 (double-encoded as windows-1252)"},
		{"letter lost", strings.ReplaceAll(western("وقال في بيان"), "\u0081", "\ufffd"), "وقال \ufffdي بيان", "utf-8 (double-encoded as windows-1252)"},
		{"cut", western("وقال بيان")[:len(western("وقال بيان"))-len("†")], "وقال بيا\ufffd", "utf-8 (double-encoded as windows-1252)"},

		{"spelled out", "الحرف Ø في النرويجية", "الحرف Ø في النرويجية", "utf-8"},
		{"french", "Où est-il passé ? À Ø, ça va… «Ô», Ùƒ", "Où est-il passé ? À Ø, ça va… «Ô», Ùƒ", "utf-8"},
		{"quoted sign", "الحظ„ والحظ†", "الحظ„ والحظ†", "utf-8"},
		{"persian", "پژوهش و گچ و ژرف کار حفظ، حظٹ", "پژوهش و گچ و ژرف کار حفظ، حظٹ", "utf-8"},
	} {
		src, err := article.Decode([]byte(test.raw), "a.txt")
		if err != nil || src.Text != test.text || src.Encoding != test.encoding {
			t.Errorf("%s: %q %s %v, want %q %s", test.name, src.Text, src.Encoding, err, test.text, test.encoding)
		}
		if (src.Encoding == "utf-8") != (len(src.Warnings) == 0) {
			t.Errorf("%s: warnings %q", test.name, src.Warnings)
		}
	}
}

func TestDecodeDoubledWarnings(t *testing.T) {
	western, _ := doubly(charmap.Windows1252)(sample)
	for raw, want := range map[string]string{
		western:                             "The text was stored as UTF-8 that had been taken for windows-1252, and has been repaired.",
		sample + western + sample:           "1 line was stored as UTF-8 that had been taken for windows-1252, and has been repaired.",
		sample + western + sample + western: "2 lines were stored as UTF-8 that had been taken for windows-1252, and have been repaired.",
	} {
		src, err := article.Decode([]byte(raw), "a.txt")
		if err != nil || len(src.Warnings) != 1 || src.Warnings[0] != want {
			t.Errorf("%q %v, want %q", src.Warnings, err, want)
		}
	}
}
