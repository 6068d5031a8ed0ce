package search

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"jarida/corpus/arabic"
)

// wholeFinder gives a Finder that looks at everything before it comes back.
func wholeFinder(lex Lexicon, lists ...*List) *Finder {
	f := NewFinder(lex, lists...)
	f.wait = 1 << 40
	return f
}

// TestFinderOrder says by what a name is found, and what comes before what. Spans are marked with [ ].
func TestFinderOrder(t *testing.T) {
	t.Parallel()
	tests := []struct {
		query string
		names []string
		want  []string
	}{
		{"موسكو", []string{"مدينة الموسكوفيين", "زيارة إلى لموسكو", "موسكوفي", "أخبار موسكو", "قال والموسكو", "غيموسكو"}, []string{
			"Exact أخبار [موسكو]", "Clitic قال وال[موسكو]", "Clitic زيارة إلى ل[موسكو]", "Prefix [موسكو]في",
			"Prefix مدينة ال[موسكو]فيين", "Inside غي[موسكو]",
		}},
		{"ايران", []string{"إيران وأميركا", "لإيران", "ايران", "الإيرانيون", "ایران"}, []string{
			"Exact [ايران]", "Folded [ایران]", "Folded [إيران] وأميركا", "Clitic ل[إيران]", "Prefix ال[إيران]يون",
		}},
		{"الكرملين", []string{"للكرملين كلمة", "في الكرملين", "كرملين", "بالكرملين"}, []string{
			"Exact في [الكرملين]", "Clitic [للكرملين] كلمة", "Clitic ب[الكرملين]",
		}},
		{"عبدالله", []string{"الملك عبد الله", "عبدالله", "عبيد الله"}, []string{
			"Exact [عبدالله]", "Scattered الملك [عبد] [الله]", "Scattered [عب]ي[د] [الله]",
		}},
		{"بوتين نتنياهو", []string{"نتنياهو يهاتف بوتين", "بوتين", "بوتين نتنياهو في موسكو بعد قمة طويلة"}, []string{
			"Exact [بوتين] [نتنياهو] في موسكو بعد قمة طويلة", "Exact [نتنياهو] يهاتف [بوتين]",
		}},
		{"بو", []string{"قبو بعيد", "أخبار بوتين", "بو علي"}, []string{"Exact [بو] علي", "Prefix أخبار [بو]تين"}},
		{"ب", []string{"أب", "قال بوتين", "ب"}, []string{"Prefix [ب]", "Prefix قال [ب]وتين"}},
		{"2026", []string{"عام ٢٠٢٦م"}, []string{"Folded عام [٢٠٢٦]م"}},
		{"putin", []string{"Putin", "PUTIN's war", "Rasputin"}, []string{"Folded [Putin]", "Folded [PUTIN]'s war", "Inside Ras[putin]"}},
		{"كوفيد-19", []string{"كوفيد19", "19 إصابة بكوفيد"}, []string{"Folded [كوفيد][19]", "Clitic [19] إصابة ب[كوفيد]"}},
		{"internationalization", []string{"internationalization of the press", "internationalization"}, []string{
			"Exact [internationalization]", "Exact [internationalization] of the press",
		}},
		{"مُحَمَّد", []string{"محمد", "مُحَمَّدٌ"}, []string{"Folded [محمد]", "Folded [مُحَمَّدٌ]"}},
		{"", []string{"باء", "ألف"}, []string{"Exact باء", "Exact ألف"}},
		{"زز", []string{"باء"}, nil},
	}
	for _, tt := range tests {
		a := wholeFinder(nil, listOf(tt.names)).Find(t.Context(), tt.query, 10)
		var got []string
		for _, f := range a.Found {
			got = append(got, howNames[f.How]+" "+marked(tt.names[f.Item], f.Spans))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q:\n%s\nwant\n%s", tt.query, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
	}
}

var howNames = [...]string{"Exact", "Folded", "Clitic", "Prefix", "Inflected", "Near", "Sound", "Layout", "Inside", "Scattered"}

func marked(name string, spans []Span) string {
	var b strings.Builder
	last := 0
	for _, s := range spans {
		b.WriteString(name[last:s.Start] + "[" + name[s.Start:s.End] + "]")
		last = s.End
	}
	return b.String() + name[last:]
}

// words is a lexicon for tests.
type words map[string]int

func (w words) Known(word []byte) int { return w[string(word)] }

func (w words) Begins(prefix []byte) bool {
	for word := range w {
		if strings.HasPrefix(word, string(prefix)) {
			return true
		}
	}
	return false
}

func (w words) Words(yield func(word []byte, articles int) bool) {
	for word, n := range w {
		if !yield([]byte(word), n) {
			return
		}
	}
}

// A letter is no clitic where the word with it is the more common one.
func TestFinderCliticsOfLexicon(t *testing.T) {
	t.Parallel()
	lex := words{folds("بيان"): 900, folds("يان"): 3, folds("موسكو"): 100, folds("كموسكو"): 1}
	for _, tt := range []struct {
		query, name string
		want        How
	}{{"يان", "بيان", Inside}, {"موسكو", "كموسكو", Clitic}, {"موسكو", "لموسكو", Clitic}, {"بير", "كبير", Inside}} {
		a := wholeFinder(lex, listOf([]string{tt.name})).Find(t.Context(), tt.query, 1)
		if len(a.Found) != 1 || a.Found[0].How != tt.want {
			t.Errorf("%q in %q: %+v, want %s", tt.query, tt.name, a.Found, howNames[tt.want])
		}
	}
}

// The words of names come first where others sound the same.
func TestWithNames(t *testing.T) {
	t.Parallel()
	lex := words{folds("منار"): 400, folds("منور"): 60, folds("منير"): 50}
	if got := Readings("mnr", lex); len(got) == 0 || got[0].Text != "منار" {
		t.Errorf("without names: %+v", got)
	}
	if got := Readings("mnr", WithNames(lex, listOf([]string{"منير بشير"}))); len(got) == 0 || got[0].Text != "منير" {
		t.Errorf("with names: %+v", got)
	}
}

// Of names that fit equally well the first come first, and the lists share an answer.
func TestFinderLists(t *testing.T) {
	t.Parallel()
	var titles []string
	for i := range 10_000 {
		titles = append(titles, fmt.Sprintf("خبر عن بوتين %04d", i))
	}
	f := wholeFinder(nil, listOf(titles), listOf([]string{"بوتين", "قطر"}))
	a := f.Find(t.Context(), "بوتين", 3)
	var got [][2]int
	for _, found := range a.Found {
		got = append(got, [2]int{found.List, found.Item})
	}
	if want := [][2]int{{1, 0}, {0, 0}, {0, 1}, {0, 2}}; !slices.Equal(got, want) || !slices.Equal(a.Totals, []int{10_000, 1}) || !a.Done {
		t.Errorf("%v of %v, want %v", got, a.Totals, want)
	}
}

// An answer that came too early says so; More goes on from there, and is the same in the end. So is what is typed on.
func TestFinderMore(t *testing.T) {
	t.Parallel()
	var titles []string
	for i := range 3 * worthwhile {
		titles = append(titles, fmt.Sprintf("بوتين %d", i))
	}
	list := shardsOf(titles, worthwhile/2)
	f := NewFinder(nil, list)
	f.wait = 0
	if a := f.Find(t.Context(), "بوت", 5); a.Done || a.Query != "بوت" || len(a.Found) != 0 || a.Totals[0] != 0 {
		t.Fatalf("without time: %+v", a)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if a := f.More(cancelled); a.Done {
		t.Fatalf("cancelled: %+v", a)
	}
	if a := f.Find(t.Context(), "بوتين 7", 5); a.Done { // nothing of the level that is not whole may be used
		t.Fatalf("without time: %+v", a)
	}
	got, want := f.More(t.Context()), wholeFinder(nil, list).Find(t.Context(), "بوتين 7", 5)
	if !got.Done || !slices.Equal(got.Totals, want.Totals) || got.Query != want.Query || len(got.Found) != 5 || got.Found[0].Item != want.Found[0].Item {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Behind 65,535 bytes of a name a shard does not say where a word is: what stands there is found, and weighs the same.
func TestFinderLongName(t *testing.T) {
	t.Parallel()
	before := strings.Repeat("كلمة ", 20_000)
	for _, tt := range []struct {
		query, end string
		want       How
	}{{"عبدالله", "عبد الله", Scattered}, {"بوتين", "بوتين", Exact}, {"تين", "بوتين", Inside}, {"عبدالله", "عبيد الله", Scattered}} {
		name := before + tt.end
		a := wholeFinder(nil, listOf([]string{"", name})).Find(t.Context(), tt.query, 1)
		if len(a.Found) != 1 || a.Found[0].How != tt.want {
			t.Fatalf("%q: %+v", tt.query, a.Found)
		}
		folded := []byte(" " + folds(name))
		tm := newTerm([]byte(folds(tt.query)), surestClitics)
		if want := tm.find(folded).scoreIn(folded); a.Found[0].Score != want {
			t.Errorf("%q: score %d, want %d", tt.query, a.Found[0].Score, want)
		}
	}
}

// The clitics that a scattered term may stand behind are those that anything else may.
func TestStemClitics(t *testing.T) {
	t.Parallel()
	letters := folds("وفبلكسات")
	var want []string
	for n := range 6 {
		for _, before := range appendWords(nil, letters, n) {
			name := " " + before + folds("ن")
			if before == "" || surestClitics.before([]byte(name), len(name)-1, false) {
				want = append(want, before)
			}
		}
	}
	var got []string
	for _, c := range stemClitics {
		got = append(got, string(c))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// The words of a query that were in the one before are not looked for again.
func TestFinderRemembers(t *testing.T) {
	t.Parallel()
	f := wholeFinder(nil, listOf([]string{"بوتين في موسكو", "بوتفليقة", "قطر"}))
	looked := func(query string) int {
		f.Find(t.Context(), query, 5)
		n := 0
		for _, term := range f.pass.terms {
			if !term.known {
				n++
			}
		}
		return n
	}
	for _, step := range []struct {
		query string
		want  int
	}{{"بوتين", 1}, {"بوتين م", 1}, {"بوتين مو", 1}, {"مو بوتين", 0}, {"بوتين", 0}, {"بوتين بوتين", 1}, {"قطر", 1}, {"", 0}, {"قطر", 1}} {
		if got := looked(step.query); got != step.want {
			t.Errorf("%q: %d words looked for, want %d", step.query, got, step.want)
		}
	}
}

// TestLetters compares the letters that the code names with those of folded text.
func TestLetters(t *testing.T) {
	t.Parallel()
	got := []byte{
		hamza, alef, beh, teh, theh, jeem, hah, khah, dal, thal, reh, zain, seen, sheen, sad, dad, tah, zah, ain, ghain, feh, qaf, kaf, lam,
		meem, noon, heh, waw, yeh,
	}
	if want := arabic.AppendFold(nil, "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"); !bytes.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	bits := map[uint64]string{}
	for _, c := range []byte(folds("ءابتثجحخدذرزسشصضطظعغفقكلمنهوي") + "abcdefghijklmnopqrstuvwxyz") {
		bits[letterBit[c]] += string(c)
	}
	if len(bits) != 29+26 || letterBit[' '] != 0 || letterBit[0xCE] != 1<<63 {
		t.Errorf("%d letters have a bit of their own", len(bits))
	}
}
