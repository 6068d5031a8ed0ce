package search

import (
	"bytes"
	"cmp"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

func TestReadings(t *testing.T) {
	t.Parallel()
	lex := newSortedWords(map[string]int{
		folds("بوتين"): 900, folds("باتون"): 2, folds("طهران"): 300, folds("حماس"): 400, folds("محمد"): 900, folds("القاهرة"): 200,
		folds("إيران"): 900, folds("غزة"): 800, folds("الغاز"): 700, folds("الكرملين"): 90, folds("عراقجي"): 50, folds("عند"): 900,
		folds("نتنياهو"): 300, folds("نتانياهو"): 100, folds("من"): 900, "cnn": 90, "putin": 2, "and": 30, folds("ميرتس"): 40,
	})
	tests := []struct {
		word string
		want string // readings: ~ by layout, ? only offered
	}{
		{"putin", "بوتين"},
		{"btyn", "بوتين"},
		{"7amas", "حماس"},
		{"6hran", "طهران"},
		{"m7md", "محمد"},
		{"Cairo", "القاهرة"},
		{"tehran", "طهران"},
		{"gaza", "غزة"},
		{"araghchi", "عراقجي"},
		{"netanyahu", "نتنياهو نتانياهو"},
		{"merts", "ميرتس"},
		{"and", "?عند"},
		{"cnn", "?سي إن إن"},
		{"بوتين", ""},
		{"قال", ""},
		{"2026", ""},
		{"f,jdk", "~بوتين"},
		{"f;jdk", "~بوتين"},
		{"fmjdk", "~بوتين"},
		{"hg;vlgdk", "~الكرملين"},
		{"hg;vl", "~الكرم"},
		{"kjkdhi,", "~نتنياهو"},
		{"lk", "?~من"},
		{"حعفهى", "~بوتين ~putin"},
		{"ؤشهقخ", "~القاهرة"},
		{"", ""},
		{"،،", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, r := range Readings(tt.word, lex) {
			s := r.Text
			if r.How == Layout {
				s = "~" + s
			}
			if r.Offer {
				s = "?" + s
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q: %q, want %q", tt.word, strings.Join(got, " "), tt.want)
		}
	}
}

// Between what a word sounds like and what its keys type, what articles have by far more often is meant; a mark within is proof, whatever
// stands before it. Only one keyboard types a name.
func TestReadingsWeighed(t *testing.T) {
	t.Parallel()
	tests := []struct {
		word   string
		counts map[string]int
		want   []Reading
	}{
		{"kjkdhi,", map[string]int{"نتنياهو": 600, "كيقذ": 1}, []Reading{{Text: "نتنياهو", How: Layout}, {Text: "كيقذ", How: Sound, Offer: true}}},
		{"kjkdhi,", map[string]int{"نتنياهو": 6, "كيقذ": 1}, []Reading{{Text: "كيقذ", How: Sound}, {Text: "نتنياهو", How: Layout, Offer: true}}},
		{"hg;vlgdk", map[string]int{"الكرملين": 9, "hg": 50}, []Reading{{Text: "الكرملين", How: Layout}}},
		{"london", map[string]int{"لندن": 400, "london": 4}, []Reading{{Text: "لندن", How: Sound}}},
		{"london", map[string]int{"لندن": 399, "london": 4}, []Reading{{Text: "لندن", How: Sound, Offer: true}}},
		{"team", map[string]int{"تم": 900, "team": 4}, []Reading{{Text: "تم", How: Sound, Offer: true}}},
		{"and", map[string]int{"عند": 900, "and": 4}, []Reading{{Text: "عند", How: Sound, Offer: true}}},
		{"hgvlgdk", map[string]int{"الرملين": 9, "hgvlgdk": 50}, []Reading{{Text: "الرملين", How: Layout, Offer: true}}},
		{"حعفهى", map[string]int{"بوتين": 9, "ابتعد": 9, "بوتد": 3}, []Reading{{Text: "بوتين", How: Layout}}},
	}
	for _, tt := range tests {
		counts := map[string]int{}
		for word, n := range tt.counts {
			counts[folds(word)] = n
		}
		got := Readings(tt.word, newSortedWords(counts))
		for i := range got {
			got[i].Cost = 0
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: %+v, want %+v", tt.word, got, tt.want)
		}
	}
}

// Where one word shows that the keyboard was set to another layout, a short one beside it was typed on it, too.
func TestReadAll(t *testing.T) {
	t.Parallel()
	lex := newSortedWords(map[string]int{folds("بوتين"): 900, folds("من"): 900})
	all := ReadAll([]string{"lk", "f,jdk"}, lex)
	if !applied(all[0], Layout) || all[0][0].Text != "من" {
		t.Errorf("%+v", all)
	}
	if all := ReadAll([]string{"lk"}, lex); applied(all[0], Layout) {
		t.Errorf("%+v", all)
	}
	lex = newSortedWords(map[string]int{folds("مدريد"): 900, folds("ريال"): 900, "real": 9, folds("عند"): 900, "and": 9})
	all = ReadAll([]string{"real", "and", "madrid"}, lex)
	if !applied(all[0], Sound) || all[0][0].Text != "ريال" || applied(all[1], Sound) {
		t.Errorf("%+v", all)
	}
}

// A Finder finds names by what was meant, and says what that is.
func TestFinderReadings(t *testing.T) {
	t.Parallel()
	lex := newSortedWords(map[string]int{folds("بوتين"): 900, folds("موسكو"): 300, folds("من"): 9})
	names := []string{"لقاء لبوتين في موسكو", "Putin and Trump", "بيان من موسكو", "السفير في السعودية"}
	tests := []struct {
		query, want string
		notes       []Note
	}{
		{"putin", "Folded [Putin] and Trump; Sound لقاء ل[بوتين] في موسكو", []Note{{Word: "putin", As: "بوتين", How: Sound}}},
		{"f,jdk moscow", "Layout لقاء ل[بوتين] في [موسكو]", []Note{{Word: "f,jdk", As: "بوتين", How: Layout}, {Word: "moscow", As: "موسكو", How: Sound}}},
		{"saudi arabia", "Sound السفير في [السعودية]", []Note{{Word: "saudi arabia", As: "السعودية", How: Sound}}},
		{"lk", "", []Note{{Word: "lk", As: "من", How: Layout, Offer: true}}},
		{"موسكو lk", "", []Note{{Word: "lk", As: "موسكو من", How: Layout, Offer: true}}},
		{"trump", "Folded Putin and [Trump]", []Note{{Word: "trump", As: "ترامب", How: Sound}, {Word: "trump", As: "ترمب", How: Sound}}},
	}
	for _, tt := range tests {
		a := wholeFinder(lex, listOf(names)).Find(t.Context(), tt.query, 10)
		var got []string
		for _, f := range a.Found {
			got = append(got, howNames[f.How]+" "+marked(names[f.Item], f.Spans))
		}
		if strings.Join(got, "; ") != tt.want || !slices.Equal(a.Notes, tt.notes) {
			t.Errorf("%q: %q, want %q\nnotes %+v", tt.query, strings.Join(got, "; "), tt.want, a.Notes)
		}
	}
}

// TestLatinNames looks up two hundred names among the words of real articles. JARIDA_CORPUS names a folder of more of these.
func TestLatinNames(t *testing.T) {
	counts := maps.Clone(readWords(t))
	var rows [][]string
	data, err := os.ReadFile("testdata/latin.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line[0] == '#' {
			continue
		}
		latin, spellings, _ := strings.Cut(strings.TrimSpace(line), "\t")
		rows = append(rows, append([]string{latin}, strings.Split(spellings, "|")...))
		for word := range strings.FieldsSeq(folds(spellings)) { // what a small folder may lack
			counts[word] = max(counts[word], 1)
		}
	}
	lex := newSortedWords(counts)
	for half, name := range []string{"tuned on", "held out"} {
		n, first, three, sound := 0, 0, 0, 0
		for i := half; i < len(rows); i += 2 {
			n++
			if at := readingAt(Readings(rows[i][0], lex), rows[i][1:]); at == 0 {
				first++
				three++
			} else if at > 0 && at < 3 {
				three++
			} else {
				t.Logf("%s: %+v", rows[i], Readings(rows[i][0], lex))
			}
			if readingAt(soundReadings(arabic.AppendFold(nil, rows[i][0]), 0, lex), rows[i][1:]) == 0 {
				sound++
			}
		}
		t.Logf("%s: %d names, %d first, %d among three; by sound alone %d first; %d words", name, n, first, three, sound, len(counts))
		if 100*first < 85*n || 100*three < 93*n || 100*sound < 50*n {
			t.Errorf("%s: %d of %d first, %d among three, %d by sound alone", name, first, n, three, sound)
		}
	}
}

// readingAt gives the place of the first reading that is one of some spellings, -1 for none.
func readingAt(readings []Reading, spellings []string) int {
	return slices.IndexFunc(readings, func(r Reading) bool {
		return slices.ContainsFunc(spellings, func(s string) bool { return folds(s) == folds(r.Text) })
	})
}

// None of the commonest words of articles is taken for another; a Latin one only for the name that it is, where ten times as many have that,
// or for one that it may be, where a hundred times as many do.
func TestFalseFriends(t *testing.T) {
	counts := readWords(t)
	lex := newSortedWords(counts)
	var arabicWords, latinWords []string
	for w := range counts {
		if isLatin([]byte(w)) {
			latinWords = append(latinWords, w)
		} else if w[0] < '0' {
			arabicWords = append(arabicWords, w)
		}
	}
	for _, list := range [][]string{arabicWords, latinWords} {
		slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
		for _, w := range list[:min(500, len(list))] {
			if counts[w] <= rarely {
				break // a folder that is too small to tell
			}
			for _, r := range Readings(arabic.Unfold([]byte(w)), lex) {
				times := math.MaxInt
				if i := slices.IndexFunc(aliasesOf(w), func(a alias) bool { return a.name == r.Text }); i >= 0 && aliasesOf(w)[i].unsure {
					times = farMore * counts[w]
				} else if i >= 0 {
					times = glossed * counts[w]
				}
				if !r.Offer && r.known(lex) < times {
					t.Errorf("%q is taken for %+v", arabic.Unfold([]byte(w)), r)
				}
			}
		}
	}
}

// The table is sorted, as aliasesOf needs it, has the hand list, and each of its names is found.
func TestAliases(t *testing.T) {
	t.Parallel()
	last := ""
	for line := range strings.Lines(aliasTable) {
		latin, names, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || latin <= last || !bytes.Equal(arabic.AppendFold(nil, latin), []byte(latin)) {
			t.Fatalf("%q behind %q", line, last)
		}
		last = latin
		if got := aliasesOf(latin); len(got) != strings.Count(names, "|")+1 || got[0].name != strings.TrimPrefix(strings.Split(names, "|")[0], "~") {
			t.Fatalf("%q: %v, want %q", latin, got, names)
		}
	}
	for _, missing := range []string{"", "a", "zzzz", "cair", "cairoo"} {
		if got := aliasesOf(missing); got != nil {
			t.Errorf("%q: %v", missing, got)
		}
	}
	hand, err := os.ReadFile("data/hand.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(hand)) {
		latin, names, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if line[0] == '#' || !ok {
			continue
		}
		for l := range strings.SplitSeq(latin, "|") {
			if got := aliasesOf(folds(l)); len(got) == 0 || !slices.ContainsFunc(got, func(a alias) bool { return strings.Contains(names, a.name) }) {
				t.Errorf("%q: %v, want %q: go generate writes the table", l, got, names)
			}
		}
	}
}

func FuzzReadings(f *testing.F) {
	for _, s := range []string{"putin", "f,jdk", "حعفهى", "lk", "qq2233", "\xff", "الـCNN", strings.Repeat("th", 30)} {
		f.Add(s)
	}
	lex := newSortedWords(map[string]int{folds("بوتين"): 9, folds("ثث"): 1, folds("عند"): 5, "putin": 1})
	f.Fuzz(func(t *testing.T, word string) {
		readings := Readings(word, lex)
		if len(readings) > mostReadings {
			t.Fatalf("%q: %d readings", word, len(readings))
		}
		for _, r := range readings {
			if len(arabic.AppendFold(nil, r.Text)) == 0 || r.How != Sound && r.How != Layout || r.Cost < 0 {
				t.Fatalf("%q: %+v", word, r)
			}
		}
		wholeFinder(lex, listOf([]string{"بوتين", word})).Find(t.Context(), word, 2)
	})
}

// wordsIndex gives an index that has some folded words, in one article.
func wordsIndex(words map[string]int) *Index {
	text := make([]string, 0, len(words))
	for _, w := range slices.Sorted(maps.Keys(words)) {
		text = append(text, arabic.Unfold([]byte(w)))
	}
	var b Builder
	src := strings.Join(text, " ")
	b.Add(0, src, &article.Article{Part: 1, End: len(src), Blocks: []article.Block{{Kind: article.Paragraph, End: len(src), RepeatOf: -1, Continues: -1}}})
	return new(Index).Add(b.Segment())
}

// An index finds the words of a skeleton in its table, and gives what looking at each word gives.
func TestSounding(t *testing.T) {
	words := readWords(t)
	half := map[string]int{}
	for w := range words {
		if w[0]%2 == 0 {
			half[w] = 1
		}
	}
	x := wordsIndex(words)
	second := wordsIndex(half).parts[0].Renumber(func(int32) int32 { return 1 })
	for _, x := range []*Index{x, x.Add(second), x.Add(second).Remove(0), new(Index)} {
		for _, latin := range []string{"putin", "btyn", "ali", "qq", "khamenei", "strawberry", "3abdallah", "a"} {
			skeletons := newComparison([]byte(latin)).skeletons
			var got, want []string
			for word := range x.sounding(skeletons) {
				if x.Known(word) > 0 {
					got = append(got, string(word))
				}
			}
			for word := range x.Words {
				if skeleton, ok := skeletonOf(word); ok && slices.Contains(skeletons, skeleton) {
					want = append(want, string(word))
				}
			}
			if slices.Sort(got); !slices.Equal(got, want) {
				t.Fatalf("%s: %d words, want %d", latin, len(got), len(want))
			}
			named := WithNames(x, NewList(0, nil))
			if n := len(slices.Collect(sounding(named, skeletons))); n < len(want) {
				t.Fatalf("%s: %d words behind names, want %d", latin, n, len(want))
			}
		}
	}
}

// A word in Latin letters that is no name that is known: compared with the words of a folder that have its consonants.
func BenchmarkReadingsBySound(b *testing.B) {
	x := wordsIndex(readWords(b))
	x.Prepare()
	b.ReportAllocs()
	for b.Loop() {
		Readings("erdoghan", x)
	}
	b.ReportMetric(float64(x.parts[0].vocabulary()), "words")
}
