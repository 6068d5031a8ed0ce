package search

import (
	"slices"
	"strings"
	"testing"
)

// abroad is articles that names in Latin letters are looked for in.
var abroad = corpus{
	{title: "كوريا الجنوبية", body: "فازت كوريا الجنوبية في السعودية."},
	{title: "كوريا الشمالية", body: "صوت الشمال والجنوب."},
	{title: "خبر", body: "Saudi Arabia is the name of the album, فلا تخلط."},
	{title: "بلدة البطين", body: "احتفال أهالي البطين."},
	{title: "قمة موسكو", body: "وصل بوتين، وتحدث بوتين."},
	{title: "زيارة", body: "عاد بوتين."},
	{title: "أبو بكر", body: "قال أبو بكر السلمي."},
	{title: "أبو بكر الصديق", body: "سيرة أبو بكر الصديق."},
}

// A name of several Latin words is looked for as one, and its words are nothing else then; the words themselves are found as well.
func TestSearchLatinNames(t *testing.T) {
	t.Parallel()
	x := abroad.index(t)
	tests := []struct {
		query, notes string
		want         []int32 // in their order
	}{
		{"south korea", "south korea → كوريا الجنوبية", []int32{0}},
		{"saudi arabia", "saudi arabia → السعودية", []int32{0, 2}},
		{"saudi arabia -korea", "saudi arabia → السعودية, korea → كوريا", []int32{2}},
		{"-(saudi arabia) korea", "saudi arabia → السعودية, korea → كوريا", []int32{1}},
		{"fox OR south korea", "south korea → كوريا الجنوبية", []int32{0}},
		{"title:south title:korea", "south korea → كوريا الجنوبية", []int32{0}},
		{"title:south korea", "korea → كوريا", nil},
		{`"saudi arabia"`, "", []int32{2}},
		{"abu bakr", "abu bakr → أبو بكر الصديق, abu → ابو, bakr → بكر", []int32{6, 7}},
	}
	for _, tt := range tests {
		docs, r := ask(t, x, tt.query, abroad)
		slices.Sort(docs)
		var notes []string
		for _, n := range r.Notes {
			if !n.Offer {
				notes = append(notes, n.Word+" → "+n.As)
			}
		}
		if !slices.Equal(docs, tt.want) || strings.Join(notes, ", ") != tt.notes {
			t.Errorf("%s: %v, want %v; %s; %s", tt.query, docs, tt.want, strings.Join(notes, ", "), r.Why)
		}
	}
	r, err := x.Search(t.Context(), Request{Query: parsed(t, "south korea"), NoLatin: true}, abroad)
	if err != nil || r.Total != 0 || r.Reason.Clause != "south" || r.Reason.Kind != NoWord {
		t.Errorf("without Latin letters: %+v, %v", r, err)
	}
}

// Of words that sound alike, the likeliest comes first, however rare another is.
func TestSearchSoundRanked(t *testing.T) {
	t.Parallel()
	var c corpus
	for range 60 {
		c = append(c, piece{title: "زيارة بوتين", body: "وصل بوتين إليها."})
	}
	c = append(c, piece{title: "بلدة البطين", body: "احتفال في البطين."}) // the newest
	docs, r := ask(t, c.index(t), "btyn", c)
	if len(docs) != len(c) || docs[60] != 60 || len(r.Notes) != 2 {
		t.Errorf("%v, %+v", docs, r.Notes)
	}
}

// What sounds like an unfinished word is a guess: one is made, and the others are offered.
func TestSearchSoundTyping(t *testing.T) {
	t.Parallel()
	x := abroad.index(t)
	for _, tt := range []struct {
		query   string
		typing  bool
		applied int
	}{{"btyn", true, 1}, {"btyn", false, 2}, {"btyn ", true, 2}, {"bty", true, 0}, {"kvd", true, 0}, {"f,j", true, 1}, {"korea", true, 1}} {
		r, err := x.Search(t.Context(), Request{Query: parsed(t, tt.query), Typing: tt.typing}, abroad)
		applied := 0
		for _, n := range r.Notes {
			if !n.Offer {
				applied++
			}
		}
		if err != nil || applied != tt.applied {
			t.Errorf("%q: %+v, %v", tt.query, r.Notes, err)
		}
	}
}
