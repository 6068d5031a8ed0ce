package arabic

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, a, b string }{
		{"alef and hamza", "إيران أيران آيران ٱيران", "ايران ايران ايران ايران"},
		{"teh marbuta", "الخارجية", "الخارجيه"},
		{"alef maksura", "إلى", "الي"},
		{"hamza carriers", "مؤمن قائد", "مومن قايد"},
		{"tashkeel", "نَظَّمَتْهُ توازناً", "نظمته توازنا"},
		{"tatweel", "بوتـــين", "بوتين"},
		{"Persian and Urdu", "ایران کتاب گچپژڤ", "ايران كتاب كجبزف"},
		{"presentation forms", "ﻷﻧﻪ ﷲ", "لانه الله"},
		{"digits", "٢٠٢٦ ۲۰۲۶ ２０２６", "2026 2026 2026"},
		{"Latin", "CNN ＮＡＴＯ Élysée", "cnn nato elysee"},
		{"between words", "«بوتين»: (قال)،\n\tثم… ذهب.", "بوتين قال ثم ذهب"},
		{"joiners and bidi marks", "\u200fمي\u200cخواهم\u202c", "ميخواهم"},
		{"no-break space", "أ\u00a0ب", "ا ب"},
		{"scripts side by side", "الـCNN كوفيد19 G20", "ال cnn كوفيد 19 g20"},
		{"another script", "Путин Αθήνα", "путин αθηνα"},
		{"edges", "  . بوتين . ", "بوتين"},
		{"bad bytes", "بو\xffتين", "بو تين"},
		{"marks of general punctuation", "بوتين… «نعم» – “لا” ‾ ‽", "بوتين نعم لا"},
	}
	for _, tt := range tests {
		if a, b := AppendFold(nil, tt.a), AppendFold(nil, tt.b); !bytes.Equal(a, b) {
			t.Errorf("%s: %q and %q are folded %q and %q", tt.name, tt.a, tt.b, Unfold(a), Unfold(b))
		}
	}
	for _, pair := range [][2]string{{"شيء", "شي"}, {"بوتين", "بوتن"}, {"سر", "صر"}} {
		if bytes.Equal(AppendFold(nil, pair[0]), AppendFold(nil, pair[1])) {
			t.Errorf("%q and %q are folded the same", pair[0], pair[1])
		}
	}
}

// TestFoldAlphabet holds what makes folded text fast to search: see Folding.
func TestFoldAlphabet(t *testing.T) {
	t.Parallel()
	const alphabet = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"
	var last byte
	for _, r := range alphabet {
		f := AppendFold(nil, string(r))
		if len(f) != 1 || f[0] <= last || f[0] >= '0' || strings.ContainsRune("\x00\t\n\v\f\r \\/-_.", rune(f[0])) {
			t.Errorf("%c is folded %q behind %d", r, f, last)
			continue
		}
		last = f[0]
		if Unfold(f) != string(r) {
			t.Errorf("%c comes back as %s", r, Unfold(f))
		}
	}
}

func TestFoldedSource(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, find, want string }{
		{"قال بُوتِينُ، ثم", "بوتين", "بُوتِينُ"},
		{"قال إيـران.", "ايران", "إيـران"},
		{"الـCNN", "cnn", "CNN"},
		{"الـCNN", "ال", "الـ"},
		{"لأﻷن", "الا", "أﻷ"},
		{"ﷲ أكبر", "الل", "ﷲ"},
		{"عام ٢٠٢٦م", "2026", "٢٠٢٦"},
		{"قال  «نعم»", "قال نعم", "قال  «نعم"},
		{"نعم\u064B", "نعم", "نعم\u064B"},
	}
	for _, tt := range tests {
		var f Folded
		f.Fold(tt.text, 100)
		i := bytes.Index(f.Text, AppendFold(nil, tt.find))
		if i < 0 {
			t.Errorf("%q: no %q", tt.text, tt.find)
			continue
		}
		from, to := f.Source(i, i+len(AppendFold(nil, tt.find)))
		if got := tt.text[from-100 : to-100]; got != tt.want {
			t.Errorf("%q in %q: %q, want %q", tt.find, tt.text, got, tt.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"إيران والـCNN", "ﻷ٢\u200f۳ é", "\xff\xd8", "ﷺ ½ ㎏ Ǆ", "أ.ب", "कि ২"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		folded := AppendFold(nil, text)
		if again := AppendFold(nil, Unfold(folded)); !bytes.Equal(again, folded) {
			t.Fatalf("%q: folded %q, again %q", text, folded, again)
		}
		if bytes.HasPrefix(folded, []byte(" ")) || bytes.HasSuffix(folded, []byte(" ")) || bytes.Contains(folded, []byte("  ")) {
			t.Fatalf("%q: spaces in %q", text, folded)
		}
		var m Folded
		m.Fold(text, 0)
		if !bytes.Equal(m.Text, folded) || len(m.At) != len(folded)+1 {
			t.Fatalf("%q: with places %q, %d places", text, m.Text, len(m.At))
		}
		for i, last := 0, 0; i < len(folded); i++ {
			if !utf8.RuneStart(folded[i]) {
				continue
			}
			n := 1
			for i+n < len(folded) && !utf8.RuneStart(folded[i+n]) {
				n++
			}
			from, to := m.Source(i, i+n)
			if from < last || to < from || to > len(text) || folded[i] != ' ' && !bytes.Contains(AppendFold(nil, text[from:to]), folded[i:i+n]) {
				t.Fatalf("%q: byte %d of %q is %d to %d", text, i, folded, from, to)
			}
			last = from
		}
	})
}

func BenchmarkFold(b *testing.B) {
	text := strings.Repeat("وقال الرئيس الروسي فلاديمير بوتين، الاثنين، إنّ بلاده مستعدة للحوار في ٢٠٢٦ مع CNN. ", 500)
	dst := make([]byte, 0, len(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		dst = AppendFold(dst[:0], text)
	}
}
