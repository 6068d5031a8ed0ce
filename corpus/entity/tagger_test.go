package entity

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"jarida/corpus/article"
)

// paragraph is an article of one paragraph.
func paragraph(text string) article.Article {
	return article.Article{Part: 1, End: len(text), Blocks: []article.Block{{End: len(text), RepeatOf: -1}}}
}

// texts gives the mentions as "type text".
func texts(text string, mentions []Mention) []string {
	var found []string
	for _, m := range mentions {
		found = append(found, m.Type.String()+" "+text[m.Start:m.End])
	}
	return found
}

func TestFind(t *testing.T) {
	tagger := testTagger(t)
	tests := []struct{ text, want string }{
		{
			"قال الرئيس الروسي فلاديمير بوتين إن بلاده ستتعاون مع إيران.",
			"person فلاديمير بوتين|place إيران",
		},
		{
			"وأكدت وزارة الخارجية الروسية أن موسكو ترحب بذلك.",
			"organisation وزارة الخارجية الروسية|place موسكو",
		},
		{"نقلت وكالة «رويترز» عن مسؤول.", "organisation رويترز"},
		{"نقلت وكالة «نورستان» عن مسؤول.", "organisation نورستان"},
		{"سافر من باريس إلى لبنان وكندا ولندن.", "place باريس|place لبنان|place كندا|place لندن"},
		{"رحب الروس والأميركيون والإيراني بالاتفاق.", ""},
		{"التقى فلاديمير بوتين وفدا. وقال بوتين إنه راض.", "person فلاديمير بوتين|person بوتين"},
		{"إيــران ومُوسْكو", "place إيــران|place مُوسْكو"},
		{"", ""},
		{"… !! ؟ «»", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(texts(tt.text, tagger.Find(tt.text, paragraph(tt.text))), "|"); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// Repeats are marked, furniture is left out, and what stands in one block does not run into the next.
func TestFindByBlocks(t *testing.T) {
	const text = "بوتين في طهران\n\nبوتين في طهران\n\nشارك على موسكو\n\nفلاديمير\n\nبوتين"
	var a article.Article
	kinds := []article.Kind{article.Title, article.Caption, article.Furniture, article.Paragraph, article.Paragraph}
	at := 0
	for i, part := range strings.Split(text, "\n\n") {
		a.Blocks = append(a.Blocks, article.Block{Kind: kinds[i], Start: at, End: at + len(part), RepeatOf: -1})
		at += len(part) + 2
	}
	a.Blocks[1].RepeatOf = 0
	repeats := 0
	for _, m := range testTagger(t).Find(text, a) {
		if b := a.Blocks[2]; m.Start < b.End && b.Start < m.End {
			t.Errorf("%q found in furniture", text[m.Start:m.End])
		}
		if strings.Contains(text[m.Start:m.End], "\n") {
			t.Errorf("%q is in two blocks", text[m.Start:m.End])
		}
		if m.Repeat {
			repeats++
		}
		if m.Repeat != (m.Start >= a.Blocks[1].Start && m.End <= a.Blocks[1].End) {
			t.Errorf("%q at %d: repeat %v", text[m.Start:m.End], m.Start, m.Repeat)
		}
	}
	if repeats != 2 {
		t.Errorf("%d mentions in the repeated caption, want 2", repeats)
	}
}

// What a tagger met before changes nothing, and clones may work at once.
func TestFindDependsOnTheArticleAlone(t *testing.T) {
	const text = "قال وزير الخارجية عباس عراقجي في طهران إن إيران تدعم لبنان. وأضاف عراقجي أن «حزب الله» قوي."
	tagger := testTagger(t)
	want := fmt.Sprint(tagger.Find(text, paragraph(text)))
	var wg sync.WaitGroup
	for range 4 {
		clone := tagger.Clone()
		wg.Go(func() {
			for _, other := range []string{"بوتين", "قال محمد صلاح لاعب ليفربول في القاهرة", ""} {
				clone.Find(other, paragraph(other))
			}
			if got := fmt.Sprint(clone.Find(text, paragraph(text))); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
	wg.Wait()
}

// sameAmounts holds that the amounts of the article that was tagged last are those of its text.
func sameAmounts(t *testing.T, tagger *Tagger, text string, a article.Article, finder, other *AmountFinder) {
	t.Helper()
	for i, b := range a.Blocks {
		got := slices.Clone(tagger.Amounts(finder, text, i, b, nil))
		if want := other.Find(text[b.Start:b.End], b.Start, nil); !slices.Equal(got, want) {
			t.Fatalf("%q: amounts %v, want %v", text[b.Start:b.End], got, want)
		}
	}
}

func TestTaggedAmounts(t *testing.T) {
	tagger := testTagger(t)
	const text = "12\nفاز 3-1 على ضيفه بعد يومين وعامين ويومين، وحضر نحو 1,2 ألف شخص و35 لاعباً.\nقتل أربعة أطفال في مليوني فدان\n- 7 أيام، ثلاثمئة طن ومئتا متر"
	a := article.Article{Part: 1, End: len(text)}
	for at := 0; at < len(text); {
		end := at + strings.IndexByte(text[at:]+"\n", '\n')
		a.Blocks = append(a.Blocks, article.Block{Start: at, End: end, RepeatOf: -1})
		at = end + 1
	}
	var finder AmountFinder
	tagger.Find(text, a)
	sameAmounts(t, tagger, text, a, &finder, new(AmountFinder))
	found := 0
	for i, b := range a.Blocks {
		found += len(tagger.Amounts(&finder, text, i, b, nil))
	}
	if found != 8 {
		t.Errorf("%d amounts, want 8", found)
	}
}

// FuzzFind holds that mentions are in order, apart, within their blocks, on the borders of characters, and probable, and that amounts are those
// of the text.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"قال الرئيس الروسي فلاديمير بوتين", "وكالة «تاس\" (إ.ب.أ) » للأنباء", "12 يوما\n- نحو عامين، ٣ أيام", "بن بن بن ابن", "«»\"\"(()))", "و ل ب\u200f ـ",
	} {
		f.Add(s)
	}
	tagger := testTagger(f)
	var finder, other AmountFinder
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		a := paragraph(s)
		if i := strings.IndexByte(s, '\n'); i > 0 {
			a.Blocks = []article.Block{{End: i, RepeatOf: -1}, {Start: i + 1, End: len(s), RepeatOf: 0}}
		}
		last := 0
		for _, m := range tagger.Find(s, a) {
			if m.Start < last || m.End <= m.Start || m.End > len(s) || !utf8.ValidString(s[m.Start:m.End]) {
				t.Fatalf("%q: mention %v behind %d", s, m, last)
			}
			if m.Confidence < Doubtful || m.Confidence > 1.001 || m.Type > Organisation {
				t.Fatalf("%q: mention %v", s, m)
			}
			if !slices.ContainsFunc(a.Blocks, func(b article.Block) bool { return b.Start <= m.Start && m.End <= b.End }) {
				t.Fatalf("%q: mention %v in no block", s, m)
			}
			last = m.End
		}
		sameAmounts(t, tagger, s, a, &finder, &other)
	})
}
