package entity

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// names of one another's making, so that all rules meet.
var propertyNames = map[Type][]string{
	Person: {
		"فلاديمير بوتين", "بوتين", "دونالد ترامب", "دونالد ترمب", "ترامب", "ترمب", "ميلانيا ترامب", "محمد بن سلمان", "محمد بن سلمان بن عبد العزيز", "بن سلمان", "سلمان",
		"خالد بن سلمان", "عبد الفتاح السيسي", "عبدالفتاح السيسي", "السيسي", "لسيسي", "لويس فان جال", "فان جال", "جال", "كلينتون", "بيل كلينتون", "هيلاري كلينتون", "محمد", "ترامب-بوتين",
		"محمد شياع السوداني", "محمد السوداني", "السوداني", "الكرملين", "مسعود) بزشكيان", "كيم", "لي", "",
	},
	Place:        {"موسكو", "روسيا", "أميركا", "الولايات المتحدة", "غزة", "قطاع غزة", "الكرملين", "لكرملين", "خاركيف", "خاركوف", "خركيف", "«", "روما"},
	Organisation: {"الكرملين", "وزارة الخارجية", "الخارجية الروسية", "وزارة الخارجية الإيرانية", "إ.ب.أ", "حركة حماس", "حماس", "الناتو", "ناتو", "أوبك+", "أوبك", "روما", "مجلس الأمن القومي", "مجلس الأمن القومي الروسي"},
	Date:         {"اليوم", "أمس", "الخميس"},
	Quantity:     {"12 يوما", "١٢ يوما"},
}

// randomFolder makes articles with names, some of them in repeats, not all of them sure.
func randomFolder(random *rand.Rand, n int) []Found {
	var found []Found
	for doc := range n {
		f := Found{Doc: int32(doc), Date: []string{"", "2025", "2025-10", "2025-10-09", "2026-01-16"}[random.IntN(5)]}
		for i := range random.IntN(12) {
			typ := Type(random.IntN(int(Quantity) + 1))
			if random.IntN(2) == 0 {
				typ = Person
			}
			name := propertyNames[typ][random.IntN(len(propertyNames[typ]))]
			m := Mention{Start: i * 100, End: i*100 + len(name), Type: typ, Confidence: random.Float32(), Repeat: random.IntN(5) == 0}
			if typ == Date && random.IntN(2) == 0 {
				m.ISO = "2025-10-09"
			}
			f.Mentions, f.Surfaces = append(f.Mentions, m), append(f.Surfaces, name)
			if typ == Person && random.IntN(4) == 0 {
				f.Roles = append(f.Roles, Role{Phrase: "الرئيس الروسي", Mention: i, Start: i * 100, End: i*100 + 5})
			}
		}
		if random.IntN(3) == 0 {
			f.Roles = append(f.Roles, Role{Phrase: "الرئيس الروسي", Mention: -1, Start: 5000, End: 5010})
		}
		found = append(found, f)
	}
	return found
}

// TestOrderOfArticles holds an Index to the articles alone: not to the order in which they were added, nor to what was there before.
func TestOrderOfArticles(t *testing.T) {
	l := testLists(t)
	random := rand.New(rand.NewPCG(3, 4))
	for range 60 {
		found := randomFolder(random, 1+random.IntN(20))
		want := describe(build(l, found, Edits{}), len(found))

		shuffled := slices.Clone(found)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		b := newBuilder(l)
		others := randomFolder(random, 30)
		for _, f := range others { // articles that change or go
			b.Add(f)
		}
		for _, f := range shuffled {
			b.Add(f)
		}
		for _, f := range others {
			if int(f.Doc) >= len(found) {
				b.Remove(f.Doc)
			}
		}
		if got := describe(b.Index(Edits{}), len(found)); got != want {
			t.Fatalf("in another order:\n%s\nwant\n%s", got, want)
		}
	}
}

// TestEveryMention holds every mention to one entity, and the numbers of entities to their mentions.
func TestEveryMention(t *testing.T) {
	l := testLists(t)
	random := rand.New(rand.NewPCG(5, 6))
	for range 60 {
		found := randomFolder(random, 1+random.IntN(20))
		x := build(l, found, Edits{})
		mentions, articles := map[ID]int{}, map[ID]map[int32]bool{}
		for _, f := range found {
			resolved := x.Mentions(f.Doc)
			if len(resolved) != len(f.Mentions) {
				t.Fatalf("article %d has %d mentions, %d resolved", f.Doc, len(f.Mentions), len(resolved))
			}
			for i, m := range resolved {
				if m.Entity < 0 || int(m.Entity) >= x.Len() || m.Start != f.Mentions[i].Start || m.End != f.Mentions[i].End || m.Repeat != f.Mentions[i].Repeat {
					t.Fatalf("%+v is resolved to %+v", f.Mentions[i], m)
				}
				if m.Type != x.Type(m.Entity) {
					t.Fatalf("%+v is of an entity of type %v", m, x.Type(m.Entity))
				}
				if !m.Repeat {
					mentions[m.Entity]++
					if articles[m.Entity] == nil {
						articles[m.Entity] = map[int32]bool{}
					}
					articles[m.Entity][f.Doc] = true
				}
			}
		}
		for id, e := range x.All() {
			spelled := 0
			for _, s := range e.Spellings {
				spelled += s.Mentions
			}
			if e.Mentions != mentions[id] || e.Articles != len(articles[id]) || spelled != e.Mentions || len(x.Articles(id)) != e.Articles {
				t.Fatalf("%+v: %d mentions, %d articles, %d in spellings, %d postings", e, mentions[id], len(articles[id]), spelled, len(x.Articles(id)))
			}
		}
	}
}

// TestEdits holds corrections to what they promise, on any folder.
func TestEdits(t *testing.T) {
	l := testLists(t)
	random := rand.New(rand.NewPCG(7, 8))
	spelled := func() Spelled {
		typ := Type(random.IntN(3))
		return Spelled{typ, propertyNames[typ][random.IntN(len(propertyNames[typ]))]}
	}
	for range 60 {
		found := randomFolder(random, 1+random.IntN(20))
		plain := build(l, found, Edits{})
		before := describe(plain, len(found))
		index := func(change func(*Edits)) *Index {
			var e Edits
			change(&e)
			return build(l, found, e)
		}
		a, b := spelled(), spelled()
		if got := describe(index(func(e *Edits) { e.Merge(a, b); e.TakeApart(b) }), len(found)); got != before {
			t.Fatalf("merging %v and %v and taking them apart changes\n%s\nto\n%s", a, b, before, got)
		}
		if got := describe(index(func(e *Edits) { e.Hide(a); e.Show(a); e.Rename(b, "س"); e.Rename(b, "") }), len(found)); got != before {
			t.Fatalf("what was taken back stays")
		}
		gone := Spelled{Person, "اسم لا يرد"}
		if got := describe(index(func(e *Edits) { e.Merge(a, gone); e.TakeApart(gone); e.Hide(gone); e.Rename(gone, "س") }), len(found)); a != gone && got != before {
			t.Fatalf("an edit of a name that does not occur changes\n%s\nto\n%s", before, got)
		}
		c, d := spelled(), spelled()
		one := describe(index(func(e *Edits) { e.Merge(a, b); e.Merge(c, d); e.Hide(a); e.Rename(c, "س") }), len(found))
		two := describe(index(func(e *Edits) { e.Rename(c, "س"); e.Hide(a); e.Merge(c, d); e.Merge(a, b) }), len(found))
		if one != two {
			t.Fatalf("the order of edits counts:\n%s\n%s", one, two)
		}
		merged := index(func(e *Edits) { e.Merge(a, b) })
		ida, okA := merged.Spelled(a)
		idb, okB := merged.Spelled(b)
		if okA && okB && ida != idb {
			t.Fatalf("%v and %v are merged, but are two", a, b)
		}
		hidden := index(func(e *Edits) { e.Hide(a) })
		id, ok := hidden.Spelled(a)
		if ok != okA || ok && (!hidden.Hidden(id) || int(id) < hidden.Len()) {
			t.Fatalf("%v is hidden, but shown: %v %v, %d of %d: %+v", a, ok, okA, id, hidden.Len(), hidden.Entity(id))
		}
		for _, s := range plain.spellingsIn(a) {
			for _, shown := range hidden.Lookup(s) {
				if hidden.Type(shown) == hidden.Type(id) {
					t.Fatalf("%v is hidden, but %q leads to it", a, s)
				}
			}
		}
		checkApart(t, index(func(e *Edits) { e.TakeApart(a) }), a)
	}
}

// checkApart holds a spelling that was taken apart to an entity of its own.
func checkApart(t *testing.T, x *Index, a Spelled) {
	t.Helper()
	form, _ := x.forms.find(formKey(a.Type, x.lists().formWords(a.Type, a.Text)))
	id, ok := x.Spelled(a)
	for s := range x.surfaces {
		full := x.surfaces[s].words > 1 // a family name may stand for the name that was taken apart, in its article
		if ok && full && (x.surfaces[s].form == form) != (x.ofSurface[s].sure == id) {
			t.Fatalf("%v is apart, but %q is of %v", a, x.text(uint32(s)), x.ofSurface[s])
		}
	}
}

// spellingsIn gives the texts that only the entity with a spelling has, of its type.
func (x *Index) spellingsIn(s Spelled) []string {
	id, ok := x.Spelled(s)
	if !ok {
		return nil
	}
	var texts []string
	for _, sp := range x.Entity(id).Spellings {
		if other, ok := x.Spelled(Spelled{s.Type, sp.Text}); ok && other == id && x.Type(id) == s.Type {
			texts = append(texts, sp.Text)
		}
	}
	return texts
}
