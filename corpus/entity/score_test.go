package entity

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jarida/corpus/article"
)

// sharedData gives a folder of the collected data, or skips the test.
func sharedData(tb testing.TB, path ...string) string {
	tb.Helper()
	shared := os.Getenv("JARIDA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	dir := filepath.Join(append([]string{shared, "data"}, path...)...)
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			tb.Fatal(err)
		}
		tb.Skip("no data, JARIDA_SHARED names the folder that has data/ in it")
	}
	return dir
}

// goldName is a name of the gold: annotated by hand.
type goldName struct {
	Start     int      `json:"start_byte"`
	End       int      `json:"end_byte"`
	Text      string   `json:"text"`
	Type      string   `json:"type"`
	Alt       []string `json:"alt_types"`
	Canonical string   `json:"canonical"`
	Opt       bool     `json:"opt"`
}

func (g *goldName) is(typ string) bool { return typ == g.Type || slices.Contains(g.Alt, typ) }

// goldFile is the annotation of one article.
type goldFile struct {
	File     string     `json:"file"`
	Entities []goldName `json:"entities"`
}

func readGold(tb testing.TB, path string) goldFile {
	tb.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	var g goldFile
	if err := json.Unmarshal(raw, &g); err != nil {
		tb.Fatal(path, err)
	}
	return g
}

var goldTypes = [...]string{Person: "PER", Place: "LOC", Organisation: "ORG"}

// hits counts what was found rightly, found wrongly and missed.
type hits struct{ right, wrong, missed int }

func (t hits) precision() float64 { return float64(t.right) / float64(max(1, t.right+t.wrong)) }
func (t hits) recall() float64    { return float64(t.right) / float64(max(1, t.right+t.missed)) }

func (t hits) f1() float64 {
	p, r := t.precision(), t.recall()
	return 2 * p * r / max(1e-9, p+r)
}

func (t hits) String() string {
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f (%d right, %d wrong, %d missed)", t.precision(), t.recall(), t.f1(), t.right, t.wrong, t.missed)
}

func (t hits) plus(o hits) hits {
	return hits{t.right + o.right, t.wrong + o.wrong, t.missed + o.missed}
}

// scores compares mentions with the gold: each exactly, each by overlap, and the different names of each article.
type scores struct {
	exact, overlap [3]hits
	unique         hits
	errors         []string
	confusion      [4][4]int // [gold][found], the last for none
}

func (s *scores) all(tallies [3]hits) (sum hits) {
	for _, t := range tallies {
		sum = sum.plus(t)
	}
	return sum
}

func (s *scores) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "exact   %v\noverlap %v\nunique  %v", s.all(s.exact), s.all(s.overlap), s.unique)
	for k, name := range goldTypes {
		fmt.Fprintf(&b, "\n%s exact %v, overlap %v", name, s.exact[k], s.overlap[k])
	}
	fmt.Fprintf(&b, "\ngold\\found PER LOC ORG none: %v", s.confusion)
	return b.String()
}

// found is a mention as it is scored.
type scored struct {
	start, end int
	typ        Type
	text       string
}

// compare adds one file, by the rules of the gold: optional names count neither way, other types may be right too.
func (s *scores) compare(text string, gold []goldName, found []scored) {
	gold = slices.DeleteFunc(slices.Clone(gold), func(g goldName) bool { return !slices.Contains(goldTypes[:], g.Type) })
	usedExact, usedOver := map[int]bool{}, map[int]bool{}
	unique := map[string]bool{}
	for _, g := range gold {
		typ := Type(slices.Index(goldTypes[:], g.Type))
		exact, over := -1, -1
		for i, f := range found {
			if !g.is(goldTypes[f.typ]) {
				continue
			}
			if exact < 0 && !usedExact[i] && f.start == g.Start && f.end == g.End {
				exact = i
			}
			if over < 0 && !usedOver[i] && f.start < g.End && g.Start < f.end {
				over = i
			}
		}
		if exact >= 0 {
			over = exact
			usedExact[exact] = true
		}
		if over >= 0 {
			usedOver[over] = true
		}
		if g.Opt {
			continue
		}
		count(&s.exact[typ], exact >= 0)
		count(&s.overlap[typ], over >= 0)
		key := g.Type + g.Canonical
		if g.Canonical == "" {
			key += g.Text
		}
		unique[key] = unique[key] || over >= 0
		s.noteGold(text, g, typ, exact, over, found)
	}
	for _, hit := range unique {
		count(&s.unique, hit)
	}
	s.countWrong(text, gold, found, usedExact, usedOver)
}

func (s *scores) noteGold(text string, g goldName, typ Type, exact, over int, found []scored) {
	column := 3
	if over >= 0 {
		column = int(typ)
	}
	for _, f := range found {
		if over < 0 && f.start < g.End && g.Start < f.end {
			column = int(f.typ)
		}
	}
	s.confusion[typ][column]++
	switch {
	case over < 0:
		s.errors = append(s.errors, fmt.Sprintf("missed %s %s: %s", g.Type, g.Text, inContext(text, g.Start, g.End)))
	case exact < 0:
		s.errors = append(s.errors, fmt.Sprintf("border %s %q not %q", g.Type, found[over].text, g.Text))
	}
}

func (s *scores) countWrong(text string, gold []goldName, found []scored, usedExact, usedOver map[int]bool) {
	wrong := map[string]bool{}
	for i, f := range found {
		if slices.ContainsFunc(gold, func(g goldName) bool { return g.Opt && f.start < g.End && g.Start < f.end }) {
			continue
		}
		if !usedExact[i] {
			s.exact[f.typ].wrong++
		}
		if !usedOver[i] {
			s.overlap[f.typ].wrong++
			wrong[goldTypes[f.typ]+f.text] = true
			s.errors = append(s.errors, fmt.Sprintf("wrong %s %s: %s", goldTypes[f.typ], f.text, inContext(text, f.start, f.end)))
			if !slices.ContainsFunc(gold, func(g goldName) bool { return f.start < g.End && g.Start < f.end }) {
				s.confusion[3][f.typ]++
			}
		}
	}
	s.unique.wrong += len(wrong)
}

func count(t *hits, hit bool) {
	if hit {
		t.right++
	} else {
		t.missed++
	}
}

// inContext gives the words about a range, on one line.
func inContext(text string, start, end int) string {
	from, to := max(0, start-50), min(len(text), end+50)
	return strings.ToValidUTF8(strings.ReplaceAll(text[from:start]+"["+text[start:end]+"]"+text[end:to], "\n", "⏎"), "")
}

// scoreFile adds an article file to the scores: all its parts, and the mentions that are sure.
func (s *scores) scoreFile(tb testing.TB, tagger *Tagger, path string, gold goldFile) {
	tb.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	src, err := article.Decode(raw, filepath.Base(path))
	if err != nil {
		tb.Fatal(path, err)
	}
	var found []scored
	for _, a := range article.Parse(src, filepath.Base(path)) {
		for _, m := range tagger.Find(src.Text, a) {
			if m.Confidence >= Sure {
				found = append(found, scored{m.Start, m.End, m.Type, src.Text[m.Start:m.End]})
			}
		}
	}
	s.compare(src.Text, gold.Entities, found)
}

// report writes the scores where they are asked for, with the errors.
func (s *scores) report(t *testing.T) {
	t.Helper()
	t.Log(s)
	if testing.Verbose() && os.Getenv("JARIDA_ERRORS") == "1" {
		t.Log("\n" + strings.Join(s.errors, "\n"))
	}
}

func TestSeeds(t *testing.T) {
	articles, gold := sharedData(t, "articles", "seeds"), sharedData(t, "gold")
	tagger, err := New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(gold, "*.json"))
	if err != nil || len(files) != 5 {
		t.Fatal(files, err)
	}
	var s scores
	for _, file := range files {
		stem := strings.TrimSuffix(filepath.Base(file), ".json")
		s.scoreFile(t, tagger, filepath.Join(articles, stem+".txt"), readGold(t, file))
	}
	s.report(t)
	s.floors(t, "seeds", 0.975, 0.98, 0.975)
}

// floors holds the scores at what was reached.
func (s *scores) floors(t *testing.T, name string, exact, overlap, unique float64) {
	t.Helper()
	for _, f := range []struct {
		measure    string
		got, floor float64
	}{
		{"exact F1", s.all(s.exact).f1(), exact},
		{"overlap F1", s.all(s.overlap).f1(), overlap},
		{"article-unique precision", s.unique.precision(), unique},
	} {
		if f.got < f.floor {
			t.Errorf("%s: %s is %.3f, was %.3f", name, f.measure, f.got, f.floor)
		}
	}
}

// TestGeneral scores general news: sport, economy, local news, culture. The rules were tuned on the first half; of the other half
// only the figures were looked at.
func TestGeneral(t *testing.T) {
	articles := sharedData(t, "articles", "dev")
	tagger, err := New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join("testdata", "general", "*.json"))
	if err != nil || len(files) < 18 {
		t.Fatal(files, err)
	}
	var tuned, untouched scores
	for i, file := range files {
		s := &tuned
		if i >= len(files)/2 {
			s = &untouched
		}
		gold := readGold(t, file)
		s.scoreFile(t, tagger, filepath.Join(articles, gold.File), gold)
	}
	t.Log("tuned:")
	tuned.report(t)
	t.Logf("untouched:\n%v", &untouched)
	tuned.floors(t, "tuned", 0.89, 0.92, 0.955)
	untouched.floors(t, "untouched", 0.8, 0.845, 0.91)
}
