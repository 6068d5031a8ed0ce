package search

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"jarida/corpus/arabic"
)

// slowPlace is what term.find must give, by looking at every stretch of a name.
func slowPlace(name, text string) place {
	best, bestKey := place{rank: rankNone}, []int(nil)
	for start := 1; start < len(name); start++ {
		for end := start + 1; end <= len(name); end++ {
			r := slowRank(name, text, start, end)
			if r == rankNone {
				continue
			}
			key := []int{int(r), 0, start}
			if r == rankScattered {
				key[1] = end - start
			}
			if bestKey == nil || slices.Compare(key, bestKey) < 0 {
				best, bestKey = place{rank: r, start: start, end: end}, key
			}
		}
	}
	switch best.rank {
	case rankNone:
	case rankScattered:
		best.score = fuzzyScore([]byte(text), []byte(name[best.start:best.end]))
	default:
		scored := []byte(text[:min(len(text), scoredLen)])
		best.score = fuzzyScore(scored, scored)
	}
	return best
}

// slowRank says what a stretch of a name is to a term.
func slowRank(name, text string, start, end int) rank {
	before := name[strings.LastIndex(name[:start], " ")+1 : start]
	whole := end == len(name) || name[end] == ' '
	stretch := name[start:end]
	letters := len([]rune(text))
	switch {
	case stretch == text && before == "" && whole && letters > 1:
		return rankWord
	case stretch == text && before == "":
		return rankStart
	case letters <= 2:
		return rankNone
	case stretch == text && whole && isClitic(before):
		return rankClitic
	case stretch == text && isClitic(before):
		return rankCliticStart
	case len(text) >= 3 && strings.HasPrefix(text, folds("ال")) && stretch == folds("لل")+text[2:] && (before == "" || before == folds("و") || before == folds("ف")):
		if whole {
			return rankClitic
		}
		return rankCliticStart
	case stretch == text:
		return rankInside
	case len(strings.TrimPrefix(text, folds("ال"))) >= 4 && len(text) <= 32 && ascii(text) && len(stretch) <= len(text)+2 &&
		(before == "" || isClitic(before)) && strings.HasPrefix(stretch, unbroken(text)) && inOrder(text, stretch):
		return rankScattered
	}
	return rankNone
}

func isClitic(before string) bool {
	return slices.Contains(strings.Fields(folds("و ب ل وب ول ال وال فال بال كال وبال وكال فبال فكال لل ولل فلل")), before)
}

// unbroken gives what of a term is not taken apart.
func unbroken(text string) string {
	if strings.HasPrefix(text, folds("ال")) {
		return text[:3]
	}
	return text[:1]
}

func folds(s string) string { return string(arabic.AppendFold(nil, s)) }

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

func inOrder(text, stretch string) bool {
	for _, c := range []byte(stretch) {
		if text != "" && c == text[0] {
			text = text[1:]
		}
	}
	return text == ""
}

// slowFind is what a Finder without a lexicon must give: each name compared with each word, and all that fits sorted.
func slowFind(query string, top int, lists ...[]string) Answer {
	a := Answer{Query: query, Totals: make([]int, len(lists)), Done: true}
	for n, names := range lists {
		var found []Found
		for i, name := range names {
			if f, ok := slowFit(query, name); ok {
				f.List, f.Item = n, i
				found = append(found, f)
			}
		}
		a.Totals[n] = len(found)
		slices.SortStableFunc(found, slowOrder)
		a.Found = append(a.Found, found[:min(top, len(found))]...)
	}
	slices.SortStableFunc(a.Found, slowOrder)
	return a
}

func slowOrder(a, b Found) int {
	return cmp.Or(cmp.Compare(a.How, b.How), cmp.Compare(b.Score, a.Score))
}

func slowFit(query, name string) (Found, bool) {
	folded := " " + folds(name)
	worst, exact := rankExact, true
	var f Found
	var texts []string
	for word := range strings.FieldsSeq(query) {
		for text := range strings.FieldsSeq(folds(word)) {
			p := slowPlace(folded, text)
			if p.rank == rankNone {
				return f, false
			}
			worst = max(worst, p.rank)
			f.Score += p.scoreIn([]byte(folded))
			texts = append(texts, text)
		}
		exact = exact && slowSpelled(name, word)
	}
	if len(texts) > 1 && strings.Contains(folded, strings.Join(texts, " ")) {
		f.Score += phraseBonus
	}
	if f.How = worst.how(); worst == rankWord && exact {
		f.How = Exact
	}
	return f, true
}

// slowSpelled says whether a name has the letters of a word as they are typed, and no others beside them.
func slowSpelled(name, word string) bool {
	other := func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.Nd) }
	if folds(word) == "" {
		return true
	}
	if trimmed := strings.TrimFunc(word, other); trimmed != "" {
		word = trimmed
	}
	for i := range name + " " {
		rest, found := strings.CutPrefix(name[i:], word)
		before, _ := utf8.DecodeLastRuneInString("." + name[:i])
		after, _ := utf8.DecodeRuneInString(rest + ".")
		if found && other(before) && other(after) {
			return true
		}
	}
	return false
}

// TestTermEqualsSlow compares every short term with every short name, over letters that clitics and articles are made of.
func TestTermEqualsSlow(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		letters    string
		term, name int // letters at most
	}{{"الوب", 3, 5}, {"ال", 6, 7}, {"تو", 5, 7}, {"فبلن", 3, 5}} {
		var names, terms []string
		for n := 1; n <= tt.name; n++ {
			names = appendWords(names, folds(tt.letters)+" ", n)
		}
		for n := 1; n <= tt.term; n++ {
			terms = appendWords(terms, folds(tt.letters), n)
		}
		for _, text := range terms {
			tm := newTerm([]byte(text), surestClitics)
			for _, name := range names {
				if name[0] != ' ' && name[len(name)-1] != ' ' && !strings.Contains(name, "  ") {
					compareTerm(t, &tm, " "+name)
				}
			}
		}
	}
}

// appendWords appends all strings of n letters of an alphabet.
func appendWords(dst []string, letters string, n int) []string {
	if n == 0 {
		return append(dst, "")
	}
	for _, w := range appendWords(nil, letters, n-1) {
		for _, c := range []byte(letters) {
			dst = append(dst, w+string(c))
		}
	}
	return dst
}

// compareTerm compares what a term finds with what it must find, and with what the masks promise.
func compareTerm(t *testing.T, tm *term, name string) {
	t.Helper()
	got, want := tm.find([]byte(name)), slowPlace(name, string(tm.text))
	if got != want {
		t.Fatalf("%q in %q: %+v, want %+v", arabic.Unfold(tm.text), arabic.Unfold([]byte(name)), got, want)
	}
}

func FuzzTerm(f *testing.F) {
	for _, s := range [][2]string{
		{"بوتين", "قال بوتبن وبوتين"},
		{"الكرملين", "وللكرملين"},
		{"عبدالله", "عبد الله"},
		{"αθηνα", "η αθηνα"},
		{"لل", "للل"},
		{"2026", "عام ٢٠٢٦"},
		{strings.Repeat("ا", 40), strings.Repeat("ا", 41)},
		{"اللبن", "وللبن"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, text, name string) {
		words := bytes.Fields(arabic.AppendFold(nil, text))
		folded := folds(name)
		if len(words) == 0 || folded == "" || len(folded) > 200 {
			return
		}
		term := newTerm(words[0], surestClitics)
		compareTerm(t, &term, " "+folded)
	})
}

func FuzzFinder(f *testing.F) {
	f.Add("ا با", "باب ابا\nبا اب\nالباب\nللباب\n", uint8(2))
	f.Add("إيران كوفيد19", "إيران وكوفيد 19\nايران كوفيد19\nلإيران: كوفيد-١٩\n", uint8(1))
	f.Add("عبدالله", "الملك عبد الله\nعبدالله\nعبيد الله\nبعبد ا لله\nعبد و الله\nلعبدا\nلله\n", uint8(3))
	f.Add(strings.Repeat("ا ", mostStood)+"ب1ت", "ب 1 تا ا\nا\nاب1 ت\n", uint8(4))
	f.Add("ال ال", strings.Repeat("ال ال\nالالا اليال\nلل\nال\n", 9), uint8(2))
	f.Add("وزير الخارجية", "وزير الخارجيه\nالخارجية والوزير\nوزير للخارجية\n", uint8(9))
	f.Fuzz(func(t *testing.T, query, lines string, top uint8) {
		if len(lines) > 300 || len(query) > 60 {
			return
		}
		all := strings.Split(lines, "\n")
		half := len(all) / 2
		lists := [][]string{all[:half], all[half:]}
		finder := wholeFinder(nil, shardsOf(lists[0], 9), shardsOf(lists[1], 2))
		runes := []rune(query)
		for _, n := range append(steps(len(runes)), len(runes)/2, len(runes)) { // typed, half of it taken back, all at once
			compareAnswers(t, finder, string(runes[:n]), int(top), lists...)
		}
	})
}

// TestFinderReadingsEqualSlow compares what is found by what a word may have been meant for with each name looked at by itself.
func TestFinderReadingsEqualSlow(t *testing.T) {
	t.Parallel()
	lex := words{}
	names := strings.Split(`بوتين في موسكو
وزير الخارجية السعودي: المملكة العربية السعودية وروسيا
بالمملكة العربية السعودية
المملكة العربيه السعوديه
للمملكة العربية السعودية
المملكة والعربية السعودية
Putin يزور السعودية
وبوتين وبوتن
بوتينية
النوتين
putin
saudi arabia
الرئيس بوتين و putin
ترامب
قالت السعودية
القاهرة
لندن London
قمة في نيويورك
الولايات المتحدة
والولايات المتحدة الأمريكية
كوريا الشمالية
لكوريا الشمالية
كوريا والشمالية`, "\n")
	for _, name := range names {
		for word := range strings.FieldsSeq(folds(name)) {
			lex[word] += 5
		}
	}
	finder := wholeFinder(lex, shardsOf(names, 5))
	readings, found := 0, 0
	for _, query := range []string{"putin", "put", "saudi arabia", "saudi arabia putin", "f,jdk", "btyn", "london", "putin السعودية", "cairo", "new york", "united states", "north korea"} {
		got := finder.Find(t.Context(), query, 100)
		want := map[int][2]int{}
		for i, name := range names {
			folded := []byte(" " + folds(name))
			worst, score := rankExact, 0
			for j := range finder.pass.clauses {
				c := &finder.pass.clauses[j]
				readings += len(c.readings)
				r, s := c.fit(folded)
				worst, score = max(worst, r), score+s
			}
			if worst != rankNone {
				want[i] = [2]int{int(worst.how()), score}
			}
		}
		for _, f := range got.Found {
			w, ok := want[f.Item]
			if how := f.How; how == Exact {
				f.How = Folded // it is spelled so, which has nothing to do with what was meant
			}
			if !ok || w[0] != int(f.How) || f.Score != w[1] && f.Score != w[1]+phraseBonus {
				t.Errorf("%q in %q: %+v, want %v", query, names[f.Item], f, w)
			}
			found++
		}
		if len(got.Found) != len(want) {
			t.Errorf("%q: %d found, want %d", query, len(got.Found), len(want))
		}
	}
	if readings == 0 || found == 0 {
		t.Error("no word was read as another")
	}
}

func steps(n int) []int {
	var s []int
	for i := range n + 1 {
		s = append(s, i)
	}
	return s
}

func listOf(names []string) *List {
	return NewList(len(names), func(i int) string { return names[i] })
}

// shardsOf gives a list of shards of so many names.
func shardsOf(names []string, each int) *List {
	return newList(len(names), func(i int) string { return names[i] }, each)
}

// compareAnswers compares what a Finder finds with what it must find.
func compareAnswers(t *testing.T, finder *Finder, query string, top int, lists ...[]string) {
	t.Helper()
	got, want := finder.Find(t.Context(), query, top), slowFind(query, top, lists...)
	if !got.Done || got.Query != query || !slices.Equal(got.Totals, want.Totals) || len(got.Found) != len(want.Found) {
		t.Fatalf("%q: %d of %v found, done %v, want %d of %v", query, len(got.Found), got.Totals, got.Done, len(want.Found), want.Totals)
	}
	for i, g := range got.Found {
		w := want.Found[i]
		if g.List != w.List || g.Item != w.Item || g.How != w.How || g.Score != w.Score {
			t.Fatalf("%q, place %d: %+v, want %+v (%q, %q)", query, i, g, w, lists[g.List][g.Item], lists[w.List][w.Item])
		}
		name, end := lists[g.List][g.Item], 0
		for _, s := range g.Spans {
			if s.Start < end || s.End <= s.Start || s.End > len(name) {
				t.Fatalf("%q in %q: spans %v", query, name, g.Spans)
			}
			end = s.End
		}
	}
}
