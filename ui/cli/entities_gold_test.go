package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jarida/corpus"
)

// goldFile is the annotation of an article by hand.
type goldFile struct {
	File     string     `json:"file"`
	Entities []goldName `json:"entities"`
	Quotes   []struct {
		Start   int      `json:"start_byte"`
		End     int      `json:"end_byte"`
		Speaker string   `json:"speaker"`
		Alt     []string `json:"alt_speakers"`
		Opt     bool     `json:"opt"`
	} `json:"quotes"`
}

type goldName struct {
	Start int      `json:"start_byte"`
	End   int      `json:"end_byte"`
	Type  string   `json:"type"`
	Alt   []string `json:"alt_types"`
	Opt   bool     `json:"opt"`
}

// readGold reads the annotations of a folder, and gives the articles that they are of.
func readGold(t *testing.T, gold, articles string) (all []goldFile, paths []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(gold, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var g goldFile
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatal(file, err)
		}
		all = append(all, g)
		paths = append(paths, filepath.Join(articles, g.File))
	}
	if len(all) == 0 {
		need(t, "no annotations in "+gold+": JARIDA_SHARED names the folder that has data/ in it")
	}
	return all, paths
}

// sharedFolder gives the folder that has data/ in it.
func sharedFolder() string {
	if shared := os.Getenv("JARIDA_SHARED"); shared != "" {
		return shared
	}
	return filepath.Join("..", "..", "..", "shared")
}

// jsonLines runs a command and gives what it prints, by the name of the file that it is about.
func jsonLines[T any](t *testing.T, article func(T) string, args ...string) map[string][]T {
	t.Helper()
	got := run(t, "", args...)
	if got.code != 0 {
		t.Fatalf("%q: exit code %d, %s", args, got.code, got.err)
	}
	records := map[string][]T{}
	for line := range strings.Lines(got.out) {
		var r T
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		path, _, _ := corpus.CutPart(article(r))
		records[filepath.Base(path)] = append(records[filepath.Base(path)], r)
	}
	return records
}

// figures are what was found of annotations, and how much of what was found is right.
type figures struct{ gold, hit, found, right int }

func (f *figures) precision() float64 { return float64(f.right) / float64(max(1, f.found)) }
func (f *figures) recall() float64    { return float64(f.hit) / float64(max(1, f.gold)) }

// compare adds the mentions of some types in a file. Annotations that are optional count neither way.
func (f *figures) compare(gold []goldName, found []mentionRecord, types map[string]string, same func(g goldName, m mentionRecord) bool) {
	for _, g := range gold {
		if _, ok := types[g.Type]; ok && !g.Opt {
			f.gold++
			if slices.ContainsFunc(found, func(m mentionRecord) bool { return same(g, m) && is(g, types, m) }) {
				f.hit++
			}
		}
	}
	for _, m := range found {
		optional := func(g goldName) bool { return g.Opt && overlap(g, m) }
		if slices.ContainsFunc(gold, optional) || !slices.ContainsFunc(gold, func(g goldName) bool { return types[g.Type] != "" }) {
			continue
		}
		f.found++
		if slices.ContainsFunc(gold, func(g goldName) bool { return same(g, m) && is(g, types, m) }) {
			f.right++
		}
	}
}

// is reports whether a mention has a type of an annotation.
func is(g goldName, types map[string]string, m mentionRecord) bool {
	return types[g.Type] == m.Type || slices.ContainsFunc(g.Alt, func(alt string) bool { return types[alt] == m.Type })
}

func overlap(g goldName, m mentionRecord) bool { return g.Start < m.End && m.Start < g.End }
func exact(g goldName, m mentionRecord) bool   { return g.Start == m.Start && g.End == m.End }

// TestEntitiesGold holds how much of what people annotated the commands find, and how much of what they find is right.
func TestEntitiesGold(t *testing.T) {
	shared := sharedFolder()
	names := map[string]string{"PER": "person", "LOC": "place", "ORG": "organisation"}
	dates, quantities := map[string]string{"DATE": "date"}, map[string]string{"QTY": "quantity"}
	seeds, seedPaths := readGold(t, filepath.Join(shared, "data", "gold"), filepath.Join(shared, "data", "articles", "seeds"))
	general, generalPaths := readGold(t, filepath.Join("..", "..", "corpus", "entity", "testdata", "general"), filepath.Join(shared, "data", "articles", "dev"))
	if _, err := os.Stat(generalPaths[0]); err != nil {
		need(t, err.Error())
	}
	article := func(m mentionRecord) string { return m.Article }
	inSeeds := jsonLines(t, article, append([]string{"entities", "--mentions", "--json"}, seedPaths...)...)
	inGeneral := jsonLines(t, article, append([]string{"entities", "--mentions", "--json"}, generalPaths...)...)
	for _, tt := range []struct {
		what              string
		gold              []goldFile
		found             map[string][]mentionRecord
		types             map[string]string
		same              func(goldName, mentionRecord) bool
		precision, recall float64
	}{
		{"seeds, names, exactly", seeds, inSeeds, names, exact, 0.97, 0.95},
		{"seeds, names, by overlap", seeds, inSeeds, names, overlap, 0.98, 0.96},
		{"seeds, dates, by overlap", seeds, inSeeds, dates, overlap, 0.97, 0.97},
		{"seeds, quantities, by overlap", seeds, inSeeds, quantities, overlap, 0.95, 0.95},
		{"general, names, exactly", general, inGeneral, names, exact, 0.86, 0.74},
		{"general, names, by overlap", general, inGeneral, names, overlap, 0.92, 0.79},
	} {
		var f figures
		for _, g := range tt.gold {
			found := slices.DeleteFunc(slices.Clone(tt.found[g.File]), func(m mentionRecord) bool {
				for _, typ := range tt.types {
					if typ == m.Type {
						return false
					}
				}
				return true
			})
			f.compare(g.Entities, found, tt.types, tt.same)
		}
		t.Logf("%s: precision %.3f, recall %.3f (%+v)", tt.what, f.precision(), f.recall(), f)
		if f.precision() < tt.precision || f.recall() < tt.recall {
			t.Errorf("%s: precision %.3f, recall %.3f; were at least %.2f, %.2f", tt.what, f.precision(), f.recall(), tt.precision, tt.recall)
		}
	}
}

// TestQuotesGold holds how many of the quotations that people annotated are given to those who said them, by our own names.
func TestQuotesGold(t *testing.T) {
	shared := sharedFolder()
	gold, paths := readGold(t, filepath.Join(shared, "data", "gold"), filepath.Join(shared, "data", "articles", "seeds"))
	quotes := jsonLines(t, func(q quoteRecord) string { return q.Article }, append([]string{"quotes", "--json", "--all"}, paths...)...)
	entities := run(t, "", append([]string{"entities", "--json", "--all", "--limit", "0"}, paths...)...)
	spellings := map[string][]string{}
	for line := range strings.Lines(entities.out) {
		var e entityRecord
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		spellings[e.Name] = append(spellings[e.Name], e.Spellings...)
	}
	var f figures
	for _, g := range gold {
		for _, q := range g.Quotes {
			if q.Opt {
				continue
			}
			i := slices.IndexFunc(quotes[g.File], func(r quoteRecord) bool { return r.Start < q.End && q.Start < r.End })
			speaker := ""
			if i >= 0 {
				speaker = quotes[g.File][i].Speaker
			}
			if q.Speaker != "" {
				f.gold++
			}
			if speaker == "" {
				continue
			}
			f.found++
			said := append([]string{speaker}, spellings[speaker]...)
			if slices.ContainsFunc(append(q.Alt, q.Speaker), func(s string) bool { return slices.Contains(said, s) }) {
				f.hit++
				f.right++
			}
		}
	}
	t.Logf("precision %.3f, recall %.3f (%+v)", f.precision(), f.recall(), f)
	if f.precision() < 0.95 || f.recall() < 0.95 {
		t.Errorf("precision %.3f, recall %.3f; were at least 0.95", f.precision(), f.recall())
	}
}
