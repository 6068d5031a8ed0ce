package quote_test

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"jarida/corpus/article"
	"jarida/corpus/entity"
	"jarida/corpus/quote"
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

// goldFile is the annotation of one article by hand.
type goldFile struct {
	File     string      `json:"file"`
	Entities []goldName  `json:"entities"`
	Quotes   []goldQuote `json:"quotes"`
}

type goldName struct {
	Start     int    `json:"start_byte"`
	End       int    `json:"end_byte"`
	Type      string `json:"type"`
	Canonical string `json:"canonical"`
}

type goldQuote struct {
	Start   int      `json:"start_byte"`
	End     int      `json:"end_byte"`
	Speaker string   `json:"speaker"`
	Alt     []string `json:"alt_speakers"`
	Opt     bool     `json:"opt"`
}

// said is a quotation as it was found: where, and the name of who said it.
type said struct {
	start, end int
	speaker    string
}

// score counts as the guidelines do: optional quotations count nowhere.
type score struct{ gold, attributed, right, spurious int }

func (s *score) add(o score) {
	s.gold += o.gold
	s.attributed += o.attributed
	s.right += o.right
	s.spurious += o.spurious
}

func (s *score) precision() float64 {
	return float64(s.right) / float64(max(1, s.attributed+s.spurious))
}
func (s *score) recall() float64 { return float64(s.right) / float64(max(1, s.gold)) }

func compare(t *testing.T, src string, gold goldFile, found []said) score {
	t.Helper()
	var s score
	for _, g := range gold.Quotes {
		if g.Opt {
			continue
		}
		speaker := ""
		if i := slices.IndexFunc(found, func(f said) bool { return f.start < g.End && g.Start < f.end }); i >= 0 {
			speaker = found[i].speaker
		}
		right := speaker == g.Speaker || slices.Contains(g.Alt, speaker)
		switch {
		case g.Speaker != "":
			s.gold++
			if speaker != "" {
				s.attributed++
			}
			if right {
				s.right++
			}
		case speaker != "":
			s.spurious++
		}
		if !right {
			t.Logf("%s %d: %q said %.60q, not %q", gold.File[:3], g.Start, g.Speaker, src[g.Start:g.End], speaker)
		}
	}
	return s
}

// goldFiles reads the annotations of a folder that have quotations.
func goldFiles(t *testing.T, dir string) []goldFile {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no annotations in ", dir, err)
	}
	var all []goldFile
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var g goldFile
		if err := json.Unmarshal(data, &g); err != nil {
			t.Fatal(path, err)
		}
		slices.SortFunc(g.Entities, func(a, b goldName) int { return cmp.Compare(a.Start, b.Start) })
		if len(g.Quotes) > 0 {
			all = append(all, g)
		}
	}
	return all
}

func parts(t *testing.T, path string) (string, []article.Article) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	src, err := article.Decode(raw, path)
	if err != nil {
		t.Fatal(err)
	}
	return src.Text, article.Parse(src, path)
}

// findWithGold finds the quotations of a file with the names that were annotated by hand, so that nothing but the attribution is
// measured.
func findWithGold(t *testing.T, src string, articles []article.Article, gold goldFile) []said {
	t.Helper()
	types := map[string]entity.Type{"PER": entity.Person, "LOC": entity.Place, "ORG": entity.Organisation}
	finder := quote.New()
	var all []said
	for _, a := range articles {
		var mentions []entity.Mention
		var roles []entity.Role
		var named, played []string
		for _, g := range gold.Entities {
			if g.Start < a.Start || g.Start >= a.End {
				continue
			}
			if g.Type == "ROLE" {
				roles = append(roles, entity.Role{Mention: -1, Start: g.Start, End: g.End})
				played = append(played, g.Canonical)
			} else if typ, ok := types[g.Type]; ok {
				mentions = append(mentions, entity.Mention{Start: g.Start, End: g.End, Type: typ})
				named = append(named, g.Canonical)
			}
		}
		for _, q := range finder.Find(src, a, mentions, roles) {
			s := said{start: q.Start, end: q.End}
			switch {
			case q.Speaker.Known && q.Speaker.Mention >= 0:
				s.speaker = named[q.Speaker.Mention]
			case q.Speaker.Known:
				s.speaker = played[q.Speaker.Role]
			}
			all = append(all, s)
		}
	}
	return all
}

// TestGoldNames holds how many quotations are given to the right speaker when the names are known.
func TestGoldNames(t *testing.T) {
	t.Parallel()
	seeds, dev := sharedData(t, "articles", "seeds"), sharedData(t, "articles", "dev")
	tests := []struct {
		name, gold, articles string
		precision, recall    float64 // floors
	}{
		{"seeds", sharedData(t, "gold"), seeds, 0.98, 0.98},
		{"general", filepath.Join("..", "entity", "testdata", "general"), dev, 0.80, 0.75},
		{"held out", filepath.Join("..", "entity", "testdata", "heldout"), sharedData(t, "near_dup", "docs"), 0.85, 0.75},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			files := goldFiles(t, test.gold)
			var total, second score
			for i, g := range files {
				src, articles := parts(t, filepath.Join(test.articles, g.File))
				s := compare(t, src, g, findWithGold(t, src, articles, g))
				total.add(s)
				if i >= len(files)/2 {
					second.add(s)
				}
			}
			t.Logf("%+v: precision %.3f, recall %.3f; second half %+v: %.3f, %.3f",
				total, total.precision(), total.recall(), second, second.precision(), second.recall())
			if total.precision() < test.precision || total.recall() < test.recall {
				t.Errorf("precision %.3f, recall %.3f; want %.2f and %.2f", total.precision(), total.recall(), test.precision, test.recall)
			}
		})
	}
}
