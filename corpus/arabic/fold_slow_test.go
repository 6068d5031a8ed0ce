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
	checkPack(t, text, &w)
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

// checkPack holds the words that are packed against those that are folded.
func checkPack(t *testing.T, text string, want *FoldedWords) {
	t.Helper()
	var p PackedWords
	p.Pack(text)
	if len(p.Words) != len(want.Words) {
		t.Fatalf("%q: %d words are packed, want %d", text, len(p.Words), len(want.Words))
	}
	others := p.Others.Words
	for i, packed := range p.Words {
		word := want.Text[want.Words[i].Start:want.Words[i].End]
		spelling := AppendSpelling(nil, text[want.Words[i].From:want.Words[i].To])
		if packed == 0 {
			o := others[0]
			others = others[1:]
			if got := p.Others.Text[o.Start:o.End]; !bytes.Equal(got, word) {
				t.Fatalf("%q: word %d is %q, want %q", text, i, got, word)
			}
			if o.Odd != want.Words[i].Odd || o.Torn && !want.Words[i].Torn || o.From != want.Words[i].From || o.To != want.Words[i].To {
				t.Fatalf("%q: word %d is %+v, want %+v", text, i, o, want.Words[i])
			}
			continue
		}
		folded, plain := packed.AppendFold(nil)
		if got := packed.AppendSpelling(nil); !bytes.Equal(folded, word) || !bytes.Equal(got, spelling) || plain != (string(got) == Unfold(word)) {
			t.Fatalf("%q: word %d is packed from %q folded %q, want %q folded %q", text, i, got, Unfold(folded), spelling, Unfold(word))
		}
		if packed.Plain() != plain || packed.Order() != Order(word) || slowOrder(word) != Order(word) {
			t.Fatalf("%q: word %d has order %x, folded %x, want %x; plain: %v", text, i, packed.Order(), Order(word), slowOrder(word), packed.Plain())
		}
		if again, ok := PackWord(spelling); !ok || again != packed || packed.Len() != len(folded) {
			t.Fatalf("%q: word %d alone is packed %x, want %x", text, i, again, packed)
		}
	}
	if len(others) > 0 {
		t.Fatalf("%q: %d words are not packed and not said", text, len(others))
	}
}

// slowOrder reads a word as a number whose digits are its letters.
func slowOrder(folded []byte) uint64 {
	order := uint64(0)
	for i := range MostPacked {
		order *= 32
		if i < len(folded) {
			order += 1 + uint64(len([]rune(alphabetBefore(Unfold(folded[i:i+1])))))
		}
	}
	return order
}

// alphabetBefore gives the letters before one.
func alphabetBefore(letter string) string {
	before, _, _ := strings.Cut("ءابتثجحخدذرزسشصضطظعغفقكلمنهوي", letter)
	return before
}

// TestOrder holds that words of all scripts and lengths are ordered by their folded letters.
func TestOrder(t *testing.T) {
	t.Parallel()
	words := []string{"ء", "ا", "اا", "اب", "بببببببببب", "بببببببببببب", "ي", "يييييييييي", "0", "z", "п"}
	for i, word := range words {
		order := Order(AppendFold(nil, word))
		if i > 0 && order < Order(AppendFold(nil, words[i-1])) || order >= 1<<OrderBits {
			t.Errorf("%s has order %x", word, order)
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
	for _, s := range []string{"إيران والـCNN", "ﻷ٢\u200f۳ é", "\xff\xd8", "ﷺ ½ ㎏ Ǆ", "أ.ب", "कि ২", "ب\u200c.ش ب،ﻷПؤ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkFold(t, text) })
}

// TestPackWord has words that are packed, and those that cannot be.
func TestPackWord(t *testing.T) {
	for word, want := range map[string]bool{
		"": false, "ء": true, "إيران": true, "ایران": true, "والمستشفي": true, "والمستشفيا": true, "والمستشفيات": false, "بوتـين": false, "نصٌّ": false,
		"cnn": false, "٢": false, "a": false, "ب\xD8": false, "ڪ": false, "ب ب": false,
	} {
		p, ok := PackWord([]byte(word))
		if ok != want || ok != (p != 0) || ok && string(p.AppendSpelling(nil)) != word {
			t.Errorf("%q is packed: %v, as %q", word, ok, p.AppendSpelling(nil))
		}
	}
}

// From a text to its words, as an index takes them.
func BenchmarkPackWords(b *testing.B) {
	text := strings.Repeat("وقال الرئيس الروسي فلاديمير بوتين، الاثنين، إنّ بلاده مستعدة للحوار في ٢٠٢٦ مع CNN. ", 500)
	var w PackedWords
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		w.Pack(text)
	}
}

// From a text to its folded words, as a screen takes them.
func BenchmarkFoldWords(b *testing.B) {
	text := strings.Repeat("وقال الرئيس الروسي فلاديمير بوتين، الاثنين، إنّ بلاده مستعدة للحوار في ٢٠٢٦ مع CNN. ", 500)
	var w FoldedWords
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		w.Fold(text)
	}
}
