package term

import (
	"bufio"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jarida/ui/bidi"
)

// line lays text out on one line.
func line(text string, base bidi.Direction) bidi.Line {
	lines := bidi.Layout(text, 0, bidi.Options{Base: base, KeepTashkeel: true})
	if len(lines) == 0 {
		return bidi.Line{}
	}
	return lines[0]
}

// encode writes text alone in a field of its own width.
func encode(e Encoder, text string, base bidi.Direction) string {
	l := line(text, base)
	return string(e.Append(nil, &l, Field{Width: l.Width}))
}

// sharedArticles calls f with each line of every shared article, and skips the test where there are none.
func sharedArticles(t *testing.T, f func(line string)) {
	t.Helper()
	root := os.Getenv("JARIDA_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	root = filepath.Join(root, "data", "articles")
	n := 0
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".txt" {
			return err
		}
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		scan := bufio.NewScanner(file)
		scan.Buffer(nil, 1<<24)
		for scan.Scan() {
			n++
			f(strings.ToValidUTF8(scan.Text(), "\uFFFD"))
		}
		return scan.Err()
	})
	if err == nil && n > 0 {
		return
	}
	if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
		t.Fatalf("no shared articles under %s: %v", root, err)
	}
	t.Skipf("no shared articles under %s (set JARIDA_SHARED to the folder that has data/ in it)", root)
}

// randomLine makes up a line of words, numbers in both kinds of digits, brackets, marks and separators.
func randomLine(r *rand.Rand) string {
	pieces := []string{
		"كلام", "لا", "إيران", "مُحَمَّد", "ـ", "هـ", "שלום", "می\u200cخواهم", "٪", "،", "؟", "؛", "abc", "X", "Ünïcode",
		"7", "1,250", "12-03-2024", "10:30", "+961", "95$", "7.5%", "٢٠٢٦", "١٬٢٥٠", "۱۲", "(", ")", "[", "]", "«", "»", "<", ">",
		"\"", "'", "-", "–", "/", "…", "*", "\u200f", "\u200e", "\u2067", "\u2069", "\u0651", "日本", "🙂", "\u0600", "@", "#",
	}
	var b strings.Builder
	for range 1 + r.IntN(14) {
		b.WriteString(pieces[r.IntN(len(pieces))])
		if r.IntN(2) == 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// glyphs gives what a line is meant to show, from left to right.
func glyphs(l *bidi.Line) string {
	var b strings.Builder
	for i := range l.Cells {
		b.WriteRune(l.Cells[i].Glyph)
		b.WriteString(l.Cells[i].Tail)
	}
	return b.String()
}
