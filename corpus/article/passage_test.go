package article

import (
	"slices"
	"testing"

	"jarida/corpus/calendar"
)

func TestPassages(t *testing.T) {
	t.Parallel()
	const src = "عنوان\nسامي:\n3 مايو 2020\nنص\nنص\nTT\n"
	at := func(from, to int, k Kind) Block {
		return Block{Kind: k, Start: from, End: to, RepeatOf: -1, Continues: -1}
	}
	blocks := []Block{
		at(0, 10, Title), at(11, 20, Byline), at(21, 36, Dateline), at(37, 41, Paragraph),
		{Kind: Paragraph, Start: 42, End: 46, RepeatOf: 3, Continues: -1},
		at(47, 49, Furniture),
	}
	tests := []struct {
		name string
		a    Article
		want []string
	}{
		{
			"what the facts say is not said twice",
			Article{
				Title: Headline{Text: "عنوان", Start: 0, End: 10}, Byline: "سامي", Source: "رويترز",
				Date: calendar.Date{ISO: "2020-05-03", Start: 21, End: 36}, Blocks: blocks,
			},
			[]string{"عنوان", "3 مايو 2020 · سامي · رويترز", "نص"},
		},
		{
			"a date from elsewhere stands first",
			Article{
				Title: Headline{Text: "عنوان", Start: 0, End: 10}, Source: "رويترز",
				Date: calendar.Date{ISO: "2020-05-04"}, Blocks: blocks[:1],
			},
			[]string{"عنوان", "2020-05-04 · رويترز"},
		},
		{
			"a source that the byline names",
			Article{
				Title: Headline{Text: "عنوان", Start: 0, End: 10}, Byline: "سبق- الرياض", Source: "سبق", Blocks: blocks[:1],
			},
			[]string{"عنوان", "سبق- الرياض"},
		},
		{
			"an agency that writes itself otherwise in the byline",
			Article{
				Title: Headline{Text: "عنوان", Start: 0, End: 10}, Byline: "جاكرتا - أ. ف. ب.", Source: "أ.ف.ب", Blocks: blocks[:1],
			},
			[]string{"عنوان", "جاكرتا - أ. ف. ب."},
		},
		{"a made title that the text repeats", Article{Title: Headline{Text: "ن…"}, Blocks: blocks[3:4]}, []string{"نص"}},
		{"a title from elsewhere", Article{Title: Headline{Text: "آخر"}, Blocks: blocks[3:4]}, []string{"آخر", "نص"}},
		{"nothing", Article{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, p := range tt.a.Passages(src) {
				if p.Start >= 0 && src[p.Start:p.Start+len(p.Text)] != p.Text {
					t.Errorf("%q does not stand at %d", p.Text, p.Start)
				}
				got = append(got, p.Text)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A story's blocks say which it is, and the rest of a paragraph that it goes on.
func TestPassagesOfParts(t *testing.T) {
	t.Parallel()
	const src = "نص\nTT\nنص\nعنوان\nخبر\nشرح\nخبر\n"
	at := func(from, to int, k Kind) Block {
		return Block{Kind: k, Start: from, End: to, RepeatOf: -1, Continues: -1}
	}
	a := Article{
		Blocks:  []Block{at(0, 4, Paragraph), at(5, 7, Furniture), at(8, 12, Paragraph), at(13, 23, Related), at(24, 30, Related), at(31, 37, Related), at(38, 44, Related)},
		Related: []Teaser{{First: 4, Last: 5}, {First: 6, Last: 6}},
	}
	a.Blocks[2].Continues = 0
	want := []struct {
		text   string
		piece  bool
		teaser int
	}{{"نص", false, -1}, {"نص", true, -1}, {"عنوان", false, -1}, {"خبر", false, 0}, {"شرح", false, 0}, {"خبر", false, 1}}
	got := a.Passages(src)
	if len(got) != len(want) {
		t.Fatalf("%d passages: %+v", len(got), got)
	}
	for i, w := range want {
		if p := got[i]; p.Text != w.text || p.Piece != w.piece || p.Teaser != w.teaser {
			t.Errorf("passage %d: %+v, want %+v", i, p, w)
		}
	}
}

func TestContinues(t *testing.T) {
	t.Parallel()
	title, facts := Passage{Kind: Title}, Passage{Facts: true}
	tests := []struct {
		before, p Passage
		want      bool
	}{
		{title, facts, true},
		{Passage{Kind: Paragraph}, Passage{Kind: Paragraph, Piece: true}, true},
		{facts, Passage{Kind: Paragraph}, false},
		{Passage{}, facts, false},
		{Passage{Kind: Verse}, Passage{Kind: Verse}, true},
		{Passage{Kind: List}, Passage{Kind: List}, true},
		{Passage{Kind: List}, Passage{Kind: Verse}, false},
		{Passage{Kind: Paragraph}, Passage{Kind: Paragraph}, false},
	}
	for _, tt := range tests {
		if got := tt.p.Continues(tt.before); got != tt.want {
			t.Errorf("%+v under %+v: %v", tt.p, tt.before, got)
		}
	}
}
