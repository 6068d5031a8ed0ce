package search

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// bracketed writes a text with brackets around what is marked.
func bracketed(text string, spans []Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		fmt.Fprintf(&b, "%s[%s]", text[at:s.Start], text[s.Start:s.End])
		at = s.End
	}
	return b.String() + text[at:]
}

// marksOf gives the marks of a leaf for an index of one text.
func marksOf(t *testing.T, l leaf, text string) Marks {
	t.Helper()
	var b Builder
	src, a := made("", text)
	b.Add(0, src, a)
	s := new(Index).Add(b.Segment()).seeker()
	defer s.close()
	f, err := s.find(t.Context(), l)
	if err != nil {
		t.Fatal(err)
	}
	var m Marks
	m = m.with(f)
	return m
}

func TestMarks(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		leaf leaf
		want string
	}{
		{leaf{text: "بوتين"}, "قال [بُوتِينُ]، ثم و[بوتين]: «ل[بوتـين]» بوتينية"},
		{leaf{text: "ايران"}, "[إيران] [ایران] وب[إيران]"},
		{leaf{text: "ايران", exact: true}, "إيران [ايران] وإيران"},
		{leaf{text: "الكرملين"}, "[الكرملين] و[الكرملين] [للكرملين]"},
		{leaf{text: "الرئيس الروسي"}, "[الرئيس  «الروسي]» و[الرئيس الروسي] الروسي الرئيس"},
		{leaf{text: "بوت", prefix: true}, "[بوت]ين و[بوت]ين نبوت"},
		{leaf{text: "بوتن", near: true}, "[بوتين] [بوتان] بوم"},
		{leaf{text: "2026"}, "عام [٢٠٢٦]م"},
		{leaf{text: "CNN"}, "الـ[CNN] [cnn]"},
		{leaf{text: "كوفيد19"}, "[كوفيد-19] كوفيد"},
		{leaf{text: "؟"}, "ما؟"},
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(tt.want)
		m := marksOf(t, tt.leaf, text)
		if got := bracketed(text, m.Append(nil, text, 0)); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.leaf, got, tt.want)
		}
	}
	if got := new(Marks).Append(nil, "نص", 0); len(got) != 0 {
		t.Errorf("the zero Marks marks %v", got)
	}
	m := marksOf(t, leaf{text: "قال"}, "قال")
	if got := m.Append([]Span{{1, 2, Near}}, "ثم قال", 100); !slices.Equal(got, []Span{{1, 2, Near}, {105, 111, Exact}}) {
		t.Errorf("appended: %v", got)
	}
}

func TestNewMarks(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ typed, want string }{
		{"وتين", "ب[وتين] قال"},
		{"تين قا", "بو[تين قا]ل"},
		{"ايران", "[إيران] وال[إيران]ي"},
		{"=ايران", "إيران [ايران] الايران"},
		{`"ايران"`, "[إيران] الإيراني"},
		{"«ايران", "[إيران] الإيراني"},
		{"2026", "[٢٠٢٦]"},
		{"  ", "نص"},
		{"…", "نص…"},
		{"=", "نص"},
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(tt.want)
		if got := bracketed(text, NewMarks(tt.typed, text, nil).Append(nil, text, 0)); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.typed, got, tt.want)
		}
	}
	var hows []How
	for _, s := range NewMarks("بوتين", "", nil).Append(nil, "بوتين بوتِين وبوتين بوتينية نبوتين", 0) {
		hows = append(hows, s.How)
	}
	if want := []How{Exact, Folded, Clitic, Prefix, Inside}; !slices.Equal(hows, want) {
		t.Errorf("found by %v, want %v", hows, want)
	}
}

// TestMarksAreHits holds that a text is marked where the index finds it, and nowhere else, and that a mark folds to what was asked for.
func TestMarksAreHits(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 5))
		alphabet := []rune(alphabets[seed%uint64(len(alphabets))])
		s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
		texts := map[int32][]string{}
		for i := range int32(10) {
			texts[i] = []string{"", text(r, alphabet, 8, 4)}
		}
		s.x = s.x.Add(s.segment(texts))
		for range 20 {
			l := leaf{text: text(r, alphabet, 1+r.IntN(2), 4), exact: r.IntN(4) == 0, near: r.IntN(4) == 0}
			l.prefix = !l.exact && r.IntN(3) == 0
			s.checkMarks(t, l, texts)
		}
	}
}

// checkMarks holds the marks of a leaf against the articles that it is found in.
func (s *shelf) checkMarks(t *testing.T, l leaf, texts map[int32][]string) {
	t.Helper()
	seeker := s.x.seeker()
	defer seeker.close()
	f, err := seeker.find(t.Context(), l)
	if err != nil {
		t.Fatal(err)
	}
	f.count(f.docs)
	var m Marks
	m = m.with(f)
	asked := arabic.AppendFold(nil, l.text)
	for doc, passages := range texts {
		spans := m.Append(nil, passages[1], 0)
		if f.docs.Has(doc) != (len(spans) > 0) {
			t.Fatalf("%+v is found: %v; marked: %s", l, f.docs.Has(doc), bracketed(passages[1], spans))
		}
		rules := howSet(0)
		for _, span := range spans {
			rules |= 1 << span.How
			refolded := arabic.AppendFold(nil, passages[1][span.Start:span.End])
			if span.How <= Folded && string(refolded) != string(asked) {
				t.Fatalf("%+v: marked by %v %s", l, span.How, bracketed(passages[1], spans))
			}
		}
		if f.docs.Has(doc) && rules&^f.hows(doc) != 0 {
			t.Fatalf("%+v: marked by %b, found by %b", l, rules, f.hows(doc))
		}
	}
}

func FuzzMarks(f *testing.F) {
	for _, s := range [][2]string{{"إيران", "وإيران ½ﷺ"}, {"=CNN", "الـCNN\xff"}, {"a b", "A\u0301  b"}, {"½", "1⁄2 ½"}, {"putin", "بوتين"}, {`"ا`, "ا"}} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, typed, text string) {
		asked := arabic.AppendFold(nil, typed)
		last := 0
		for _, s := range NewMarks(typed, text, nil).Append(nil, text, 0) {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q in %q: %+v", typed, text, s)
			}
			last = s.End
			refolded := arabic.AppendFold(nil, text[s.Start:s.End])
			if s.How != Sound && s.How != Layout && !bytes.Contains(refolded, asked) {
				t.Fatalf("%q in %q: %+v is %q", typed, text, s, arabic.Unfold(refolded))
			}
		}
		src, a := made("", text)
		m := marksOf(t, leaf{text: typed}, text)
		spans := m.Append(nil, text, 0)
		for _, s := range spans {
			if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
				t.Fatalf("%q in %q: %+v", typed, text, s)
			}
		}
		if r := m.Snippet(src, a, 3); r.Start < 0 || r.End < r.Start || r.End > len(src) {
			t.Fatalf("snippet %+v of %d bytes", r, len(src))
		}
	})
}

func TestSnippet(t *testing.T) {
	t.Parallel()
	words := func(n int, word string) string { return strings.TrimSpace(strings.Repeat(word+" ", n)) }
	src, a := made("عنوان", "أول الكلام بلا شيء", words(30, "قبل")+" بوتين "+words(30, "بين")+" موسكو و بوتين "+words(30, "بعد")+".", "بوتين أخيرا")
	a.Blocks[1].Kind = article.Byline
	var b Builder
	b.Add(0, src, a)
	x := new(Index).Add(b.Segment())
	for _, tt := range []struct {
		asked []string
		words int
		want  string
	}{
		{[]string{"بوتين", "موسكو"}, 7, words(2, "بين") + " موسكو و بوتين " + words(2, "بعد")},
		{[]string{"بوتين"}, 5, words(2, "قبل") + " بوتين " + words(2, "بين")},
		{[]string{"أخيرا"}, 5, "بوتين أخيرا"},
		{[]string{"عنوان"}, 3, words(3, "قبل")},
		{nil, 3, words(3, "قبل")},
	} {
		var m Marks
		s := x.seeker()
		for _, text := range tt.asked {
			f, err := s.find(t.Context(), leaf{text: text})
			if err != nil {
				t.Fatal(err)
			}
			m = m.with(f)
		}
		s.close()
		if r := m.Snippet(src, a, tt.words); src[r.Start:r.End] != tt.want {
			t.Errorf("%v: %q, want %q", tt.asked, src[r.Start:r.End], tt.want)
		}
	}
}
