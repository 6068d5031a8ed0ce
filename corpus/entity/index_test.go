package entity

import (
	"slices"
	"sync"
	"testing"
)

func indexNames(x *Index, ids []ID) []string {
	var list []string
	for _, id := range ids {
		list = append(list, x.Name(id))
	}
	return list
}

// smallFolder is a folder with something for every question.
func smallFolder() []Found {
	found := folder(Person, "فلاديمير بوتين;بوتين;دونالد ترامب", "بوتين", "دونالد ترمب;سيرغي لافروف", "فلاديمير بوتين;دونالد ترامب")
	for i, date := range []string{"2025-10-09", "2025-10", "", "2025-10-09"} {
		found[i].Date = date
	}
	return found
}

func TestIndexAnswers(t *testing.T) {
	x := build(testLists(t), smallFolder(), Edits{})
	putin, _ := x.Spelled(Spelled{Person, "بوتين"})
	trump, _ := x.Spelled(Spelled{Person, "ترامب"}) // it stands nowhere alone
	lavrov, _ := x.Spelled(Spelled{Person, "سيرغي لافروف"})
	if trump != putin && trump != 0 {
		t.Errorf("ترامب is entity %d", trump)
	}
	trump, _ = x.Spelled(Spelled{Person, "دونالد ترمب"})
	if got := indexNames(x, []ID{0, 1, 2}); !slices.Equal(got, []string{"فلاديمير بوتين", "دونالد ترامب", "سيرغي لافروف"}) || x.Len() != 3 {
		t.Errorf("by rank: %q", got)
	}
	e := x.Entity(putin)
	if e.Articles != 3 || e.Mentions != 4 || e.First != "2025-10" || e.Last != "2025-10-09" || !e.Sure {
		t.Errorf("%+v", e)
	}
	if want := []Spelling{{"بوتين", 2}, {"فلاديمير بوتين", 2}}; !slices.Equal(e.Spellings, want) {
		t.Errorf("spellings %v, want %v", e.Spellings, want)
	}
	if got := x.Articles(putin); !slices.Equal(got, []int32{0, 1, 3}) {
		t.Errorf("articles %v", got)
	}
	if got := x.Days(putin); !slices.Equal(got, []DayCount{{"2025-10", 1}, {"2025-10-09", 2}}) {
		t.Errorf("days %v", got)
	}
	if got := x.Partners(trump, 1); !slices.Equal(got, []Partner{{putin, 2}}) {
		t.Errorf("partners %v", got)
	}
	if got := x.InArticle(0); !slices.Equal(got, []InArticle{{putin, 2, 0}, {trump, 1, 39}}) {
		t.Errorf("in the first article %+v", got)
	}
	for _, test := range []struct{ include, exclude, want []ID }{
		{nil, nil, []ID{0, 1, 2, 3}},
		{[]ID{putin}, nil, []ID{0, 1, 3}},
		{[]ID{putin, trump}, nil, []ID{0, 3}},
		{[]ID{trump}, []ID{putin}, []ID{2}},
		{nil, []ID{putin, lavrov}, nil},
		{[]ID{putin, lavrov}, nil, nil},
	} {
		var want []int32
		for _, d := range test.want {
			want = append(want, int32(d))
		}
		if got := x.Match(test.include, test.exclude); !slices.Equal(got, want) {
			t.Errorf("with %v without %v: %v, want %v", test.include, test.exclude, got, want)
		}
	}
}

func TestLookup(t *testing.T) {
	found := append(smallFolder(), folder(Organisation, "الكرملين")[0], folder(Place, "الكرملين")[0])
	found[4].Doc, found[5].Doc = 4, 5
	var e Edits
	e.Rename(Spelled{Person, "سيرغي لافروف"}, "الوزير")
	x := build(testLists(t), found, e)
	for _, test := range []struct {
		text string
		want []string
	}{
		{"بوتين", []string{"فلاديمير بوتين"}},
		{"بُوتين", []string{"فلاديمير بوتين"}},
		{"الكرملين", []string{"الكرملين", "الكرملين"}},
		{"الوزير", []string{"الوزير"}},
		{"سيرغي لافروف", []string{"الوزير"}},
		{"بوت", nil},
		{"", nil},
	} {
		if got := indexNames(x, x.Lookup(test.text)); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
	for _, test := range []struct {
		text string
		want []string
	}{
		{"بوت", []string{"فلاديمير بوتين"}},
		{"ترم", []string{"دونالد ترامب"}},
		{"كرم", []string{"الكرملين", "الكرملين"}},
		{"الكرم", []string{"الكرملين", "الكرملين"}},
		{"وزي", []string{"الوزير"}},
		{"بو فل", []string{"فلاديمير بوتين"}},
		{"بوتين لا", nil},
		{"", nil},
	} {
		if got := indexNames(x, x.Prefix(test.text, 0)); !slices.Equal(got, test.want) {
			t.Errorf("%q…: %q, want %q", test.text, got, test.want)
		}
	}
}

// TestDates keeps days apart that are called alike, and one day together that is called in two ways.
func TestDates(t *testing.T) {
	found := folder(Date, "اليوم;الخميس", "اليوم;أمس")
	found[0].Mentions[0].ISO, found[0].Mentions[1].ISO = "2025-10-09", "2025-10-09"
	found[1].Mentions[0].ISO = "2026-01-16"
	x := build(testLists(t), found, Edits{})
	if x.Len() != 3 {
		t.Errorf("%d entities, want 3", x.Len())
	}
	m := x.Mentions(0)
	if m[0].Entity != m[1].Entity || m[0].ISO != "2025-10-09" || x.Mentions(1)[0].Entity == m[0].Entity {
		t.Errorf("%+v %+v", m, x.Mentions(1))
	}
}

// TestReadersAndBuilder reads an Index from several goroutines while its builder goes on; the race detector judges.
func TestReadersAndBuilder(t *testing.T) {
	b := newBuilder(testLists(t))
	articles := crowd(400, 10)
	for _, f := range articles[:200] {
		b.Add(f)
	}
	x := b.Index(Edits{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for id := range ID(min(x.Len(), 50)) {
				x.Lookup(x.Name(id))
				x.Prefix("با", 5)
				x.Partners(id, 3)
			}
			for doc := range int32(200) {
				x.Mentions(doc)
				x.Roles(doc)
			}
		})
	}
	for _, f := range articles[200:] {
		b.Add(f)
		b.Remove(f.Doc - 200)
	}
	b.Index(Edits{})
	readers.Wait()
}

// FuzzNames groups any names without failing, each to itself again.
func FuzzNames(f *testing.F) {
	l := testLists(f)
	f.Add("عبد الفتاح السيسي", "بن", "أ.ف.ب", uint8(0))
	f.Add("ل", "لل", "الال لل ال", uint8(2))
	f.Add("\xff", "", "«»", uint8(1))
	f.Fuzz(func(t *testing.T, a, b, c string, typ uint8) {
		var found Found
		for i, s := range []string{a, b, c, a} {
			found.Mentions = append(found.Mentions, Mention{Start: i, End: i + 1, Type: Type(typ % 5), Confidence: 1})
			found.Surfaces = append(found.Surfaces, s)
		}
		x := build(l, []Found{found}, Edits{})
		m, kind := x.Mentions(0), Type(typ%5)
		linked := kind == Person || kind == Organisation // what these name may depend on the place in the article
		if !linked && m[0].Entity != m[3].Entity {
			t.Fatalf("%q is two entities", a)
		}
		if id, ok := x.Spelled(Spelled{kind, a}); ok && !linked && id != m[0].Entity {
			t.Fatalf("%q leads to %q", a, x.Name(id))
		}
	})
}
