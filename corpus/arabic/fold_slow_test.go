package arabic

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// slowFold folds a text letter by letter, by the forms of Normalize and the tables of Unicode, without a fast way for anything.
func slowFold(text string) string {
	type piece struct{ text, side string }
	var pieces []piece
	var take func(r rune)
	take = func(r rune) {
		if r == utf8.RuneError {
			pieces = append(pieces, piece{" ", ""})
			return
		}
		if r >= 0x80 && (r < 0x600 || r >= 0x700 || Normalize(string(r)) == string(r)) && !unicode.In(r, unicode.Mn, unicode.Cf) {
			if d := norm.NFKD.String(string(r)); d != string(r) {
				for _, part := range d {
					if part != r {
						take(part)
					}
				}
				return
			}
		}
		n := Normalize(string(r))
		letter, _ := utf8.DecodeRuneInString(n)
		switch {
		case n == "" || unicode.In(r, unicode.Mn, unicode.Cf) && (r < 0x600 || r > 0x605) && r != 0x6DD:
		case strings.ContainsRune("ءابتثجحخدذرزسشصضطظعغفقكلمنهوي", letter):
			pieces = append(pieces, piece{string(letter), "arabic"})
		case unicode.IsLetter(letter) || unicode.IsDigit(letter) || unicode.Is(unicode.Mc, letter):
			pieces = append(pieces, piece{string(letter), "other"})
		default:
			pieces = append(pieces, piece{" ", ""})
		}
	}
	for _, r := range text {
		take(r)
	}
	var b strings.Builder
	side := ""
	for _, p := range pieces {
		if p.side != "" && side != "" && side != p.side {
			b.WriteByte(' ')
		}
		b.WriteString(p.text)
		side = p.side
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// checkFold holds folding, with places, with words, and alone, against slowFold.
func checkFold(t *testing.T, text string) {
	t.Helper()
	folded := AppendFold(nil, text)
	if want := slowFold(text); Unfold(folded) != want {
		t.Fatalf("%q is folded %q, want %q", text, Unfold(folded), want)
	}
	var w FoldedWords
	w.Fold(text)
	if !bytes.Equal(w.Text, folded) {
		t.Fatalf("%q with words: %q, want %q", text, Unfold(w.Text), Unfold(folded))
	}
	fields := bytes.Split(folded, []byte(" "))
	if len(folded) == 0 {
		fields = nil
	}
	if len(w.Words) != len(fields) {
		t.Fatalf("%q: %d words, want %d", text, len(w.Words), len(fields))
	}
	for i, word := range w.Words {
		if !bytes.Equal(w.Text[word.Start:word.End], fields[i]) {
			t.Fatalf("%q: word %d is %q, want %q", text, i, w.Text[word.Start:word.End], fields[i])
		}
		source := text[word.From:word.To]
		if !word.Torn && !bytes.Equal(AppendFold(nil, source), fields[i]) {
			t.Fatalf("%q: word %d is %q, folded %q", text, i, source, Unfold(fields[i]))
		}
		if spelling := AppendSpelling(nil, source); !word.Odd && string(spelling) != Unfold(fields[i]) {
			t.Fatalf("%q: word %d is written %q, and not called odd", text, i, spelling)
		}
	}
}

// TestFoldIsSlowFold tries all short texts of a few characters that differ in how they are folded, and long ones of many.
func TestFoldIsSlowFold(t *testing.T) {
	t.Parallel()
	few := []string{"ب", "أ", "ـ", "\u064B", " ", "a", "B", "٢", "½"}
	var try func(text string, n int)
	try = func(text string, n int) {
		checkFold(t, text)
		for _, c := range few {
			if n > 0 {
				try(text+c, n-1)
			}
		}
	}
	try("", 4)
	many := []rune("ءابتثجحخدذرزسشصضطظعغفقكلمنهويأإآٱىئةؤگچپڤکی\u064B\u0670ـ\u200F\u200C  ..،؟\n7٧۷７azAZÉéﻷﷲﷺ½あП\uFFFD\u0301")
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		var b strings.Builder
		for range r.IntN(40) {
			b.WriteRune(many[r.IntN(len(many))])
		}
		checkFold(t, b.String())
	}
}

func FuzzFoldIsSlowFold(f *testing.F) {
	for _, s := range []string{"إيران والـCNN", "ﻷ٢\u200f۳ é", "\xff\xd8", "ﷺ ½ ㎏ Ǆ", "أ.ب", "कि ২"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkFold(t, text) })
}

// From a text to its folded words, as an index takes them.
func BenchmarkFoldWords(b *testing.B) {
	text := strings.Repeat("وقال الرئيس الروسي فلاديمير بوتين، الاثنين، إنّ بلاده مستعدة للحوار في ٢٠٢٦ مع CNN. ", 500)
	var w FoldedWords
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		w.Fold(text)
	}
}
