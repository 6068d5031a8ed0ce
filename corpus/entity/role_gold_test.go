package entity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jarida/corpus/article"
)

// TestRolesOfGold resolves the roles that stand alone in the annotated articles, by their annotated names.
func TestRolesOfGold(t *testing.T) {
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
	type part struct {
		first, last int
		gold        goldFile
		canonical   []string
	}
	var parts []part
	for _, file := range files {
		stem := strings.TrimSuffix(filepath.Base(file), ".json")
		raw, err := os.ReadFile(filepath.Join(articles, stem+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		src, err := article.Decode(raw, stem+".txt")
		if err != nil {
			t.Fatal(err)
		}
		g := readGold(t, file)
		for _, a := range article.Parse(src, stem+".txt") {
			p := part{first: a.Start, last: a.End, gold: g}
			f := Found{Doc: int32(len(parts)), Date: a.Date.ISO}
			for _, e := range g.Entities {
				for typ, name := range goldTypes {
					if e.Type == name && e.Start >= a.Start && e.End <= a.End {
						f.Mentions = append(f.Mentions, Mention{Start: e.Start, End: e.End, Type: Type(typ), Confidence: 1})
						p.canonical = append(p.canonical, e.Canonical)
					}
				}
			}
			f.Surfaces = tagger.Surfaces(src.Text, f.Mentions)
			f.Roles = tagger.Roles(src.Text, a, f.Mentions)
			b.Add(f)
			parts = append(parts, p)
		}
	}
	x := b.Index(Edits{})
	canonical := map[ID]string{}
	for doc, p := range parts {
		for i, m := range x.Mentions(int32(doc)) {
			canonical[m.Entity] = p.canonical[i]
		}
	}
	right, wrong, silent := 0, 0, 0
	for doc, p := range parts {
		for _, e := range p.gold.Entities {
			if e.Type != "ROLE" || e.Start < p.first || e.End > p.last {
				continue
			}
			found := ""
			for _, r := range x.Roles(int32(doc)) {
				if r.Start < e.End && e.Start < r.End && r.Entity >= 0 {
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
		for _, r := range x.Roles(int32(doc)) {
			if testing.Verbose() {
				name := "?"
				if r.Entity >= 0 {
					name = x.Name(r.Entity)
				}
				t.Logf("%d %s → %s (%d)", doc, r.Phrase, name, r.Mention)
			}
		}
	}
	t.Logf("roles: %d right, %d wrong, %d silent", right, wrong, silent)
	if right < 18 || wrong > 0 {
		t.Errorf("roles: %d right, %d wrong, %d silent", right, wrong, silent)
	}
}
