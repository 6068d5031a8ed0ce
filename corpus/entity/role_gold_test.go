package entity

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jarida/corpus/article"
)

// goldPart is an article of an annotated file.
type goldPart struct {
	article.Article
	gold      goldFile
	canonical []string // of its mentions
}

// rolesOfGold indexes the annotated names of the seeds and the roles beside them.
func rolesOfGold(t *testing.T) (*Index, []goldPart) {
	t.Helper()
	articles, gold := sharedData(t, "articles", "seeds"), sharedData(t, "gold")
	tagger, err := New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(gold, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	b := tagger.Builder()
	var parts []goldPart
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json") + ".txt"
		raw, err := os.ReadFile(filepath.Join(articles, name))
		if err != nil {
			t.Fatal(err)
		}
		src, err := article.Decode(raw, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range article.Parse(src, name) {
			p := goldPart{Article: a, gold: readGold(t, file)}
			f := Found{Doc: int32(len(parts)), Date: a.Date.ISO}
			for _, e := range p.gold.Entities {
				if typ := slices.Index(goldTypes[:], e.Type); typ >= 0 && p.has(e) {
					f.Mentions = append(f.Mentions, Mention{Start: e.Start, End: e.End, Type: Type(typ), Confidence: 1})
					p.canonical = append(p.canonical, e.Canonical)
				}
			}
			f.Surfaces = tagger.Surfaces(src.Text, f.Mentions)
			tagger.Find(src.Text, a)
			f.Roles = tagger.Roles(src.Text, f.Mentions)
			b.Add(f)
			parts = append(parts, p)
		}
	}
	return b.Index(Edits{}), parts
}

func (p *goldPart) has(e goldName) bool { return e.Start >= p.Start && e.End <= p.End }

// TestRolesOfGold resolves the roles that stand alone in the annotated articles, by their annotated names.
func TestRolesOfGold(t *testing.T) {
	x, parts := rolesOfGold(t)
	canonical := map[ID]string{-1: ""}
	for doc, p := range parts {
		for i, m := range x.Mentions(int32(doc)) {
			canonical[m.Entity] = p.canonical[i]
		}
	}
	right, wrong, silent := 0, 0, 0
	for doc, p := range parts {
		for _, e := range p.gold.Entities {
			if e.Type != "ROLE" || !p.has(e) {
				continue
			}
			found := ""
			for _, r := range x.Roles(int32(doc)) {
				if r.Start < e.End && e.Start < r.End {
					found = canonical[r.Entity]
				}
			}
			switch found {
			case e.Canonical:
				right++
			case "":
				silent++
				t.Logf("silent: %s (%s)", e.Text, e.Canonical)
			default:
				wrong++
				t.Logf("wrong: %s is %s, not %s", e.Text, found, e.Canonical)
			}
		}
	}
	t.Logf("roles: %d right, %d wrong, %d silent", right, wrong, silent)
	if right < 18 || wrong > 0 {
		t.Errorf("roles: %d right, %d wrong, %d silent", right, wrong, silent)
	}
}
