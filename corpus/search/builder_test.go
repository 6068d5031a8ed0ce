package search

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"jarida/corpus/article"
)

// indexOf gives an index of articles, numbered as they come, and what finds leaves in it.
func indexOf(t *testing.T, add func(b *Builder)) func(l leaf) []int32 {
	t.Helper()
	var b Builder
	add(&b)
	x := new(Index).Add(b.Segment())
	return func(l leaf) []int32 {
		s := x.seeker()
		defer s.close()
		f, err := s.find(t.Context(), l)
		if err != nil {
			t.Fatal(err)
		}
		return slices.Collect(f.docs.All())
	}
}

// TestBuilder holds which text of an article is searched, and what a phrase goes across.
func TestBuilder(t *testing.T) {
	t.Parallel()
	src := "عنوان الخبر\nأول الفقرة\nإعلان هنا\nآخر الفقرة\nصورة قديمة\nصورة قديمة\nفقرة ثانية\n"
	a := &article.Article{Part: 1, End: len(src), Title: article.Headline{Text: "عنوان الخبر", End: len("عنوان الخبر")}}
	block := func(kind article.Kind, text string, repeats, continues int) {
		from := 0
		if n := len(a.Blocks); n > 0 {
			from = a.Blocks[n-1].End
		}
		start := from + strings.Index(src[from:], text)
		a.Blocks = append(a.Blocks, article.Block{Kind: kind, Start: start, End: start + len(text), RepeatOf: repeats, Continues: continues})
	}
	block(article.Title, "عنوان الخبر", -1, -1)
	block(article.Paragraph, "أول الفقرة", -1, -1)
	block(article.Furniture, "إعلان هنا", -1, -1)
	block(article.Paragraph, "آخر الفقرة", -1, 1)
	block(article.Caption, "صورة قديمة", -1, -1)
	block(article.Caption, "صورة قديمة", 4, -1)
	block(article.Paragraph, "فقرة ثانية", -1, -1)
	find := indexOf(t, func(b *Builder) {
		b.Add(7, src, a)
		if b.Bytes() != len(src) {
			t.Errorf("%d bytes taken, want %d", b.Bytes(), len(src))
		}
	})
	for text, want := range map[string]bool{
		"عنوان الخبر": true, "الخبر أول": false, "أول الفقرة": true, "إعلان": false, "الفقرة آخر": true, "الفقرة صورة": false,
		"صورة قديمة": true, "قديمة صورة": false, "فقرة ثانية": true, "قديمة فقرة": false, "—": false, "": false,
	} {
		if got := len(find(leaf{text: text})) == 1; got != want {
			t.Errorf("%q is found: %v", text, got)
		}
	}
	if got := find(leaf{text: "الفقرة", title: true}); len(got) != 0 {
		t.Error("a word of the text is found in the title")
	}
	if got := find(leaf{text: "خبر", title: true, near: true}); len(got) != 1 || got[0] != 7 {
		t.Errorf("the title is not found: %v", got)
	}
}

// TestQueriesOfPeers has every query of the list that other tools get wrong, each with what an article may say for it.
func TestQueriesOfPeers(t *testing.T) {
	t.Parallel()
	tests := []struct {
		query string
		says  string
	}{
		{"إيران", "إيران"},
		{"ايران", "إيران"},
		{"أيران", "إيران"},
		{"الخارجية", "الخارجيه"},
		{"الخارجيه", "الخارجية"},
		{"إلى", "الي"},
		{"الي", "إلى"},
		{"نظّمته", "نظمته"},
		{"نظمته", "نظّمته"},
		{"توازناً", "توازنا"},
		{"توازنا", "توازناً"},
		{"بوتـين", "بوتين"},
		{"بوتين", "بوتـين"},
		{"ایران", "إيران"},
		{"وبوتين", "بوتين"},
		{"٢٠٢٦", "2026"},
		{"2026", "٢٠٢٦"},
		{"موسكو", "وموسكو"},
		{"موسكو", "لموسكو"},
		{"موسكو", "بموسكو"},
		{"موسكو", "ولموسكو"},
		{"الكرملين", "والكرملين"},
		{"الكرملين", "للكرملين"},
		{"للكرملين", "الكرملين"},
		{"لبنان", "للبنان"},
		{"اللغة", "للغة"},
	}
	for _, tt := range tests {
		find := indexOf(t, func(b *Builder) {
			for i, text := range []string{"خبر عن " + tt.says + " اليوم", "خبر عن غيره"} {
				src, a := made("عنوان", text)
				b.Add(int32(i), src, a)
			}
		})
		if got := find(leaf{text: tt.query}); !slices.Equal(got, []int32{0}) {
			t.Errorf("%s is found in %v where %s stands", tt.query, got, tt.says)
		}
		if same := tt.query == tt.says; len(find(leaf{text: tt.query, exact: true})) > 0 != same && !strings.Contains(tt.query+tt.says, "ـ") {
			t.Errorf("=%s is found where %s stands: %v", tt.query, tt.says, !same)
		}
	}
}

// TestFalseClitics has words that begin as if with a clitic.
func TestFalseClitics(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		query string
		says  string
		times int // articles that have what is said
		other int // articles that have the query itself
		want  bool
	}{
		{"بير", "كبير", 2, 1, false},
		{"يصل", "فيصل", 2, 1, false},
		{"يصل", "فيصل", 1, 2, true}, // فيصل may be ف and يصل where it is the rarer
		{"بن", "لبن", 1, 3, false},
		{"جد", "وجد", 1, 3, false},
		{"جد", "الجد", 1, 3, true},
		{"والي", "إلى", 9, 1, false},
		{"وإلى", "إلى", 9, 1, true},
		{"كذلك", "ذلك", 9, 1, false},
		{"وبوتين", "بوتين", 9, 1, true},
		{"والد", "الد", 1, 1, false},
	} {
		find := indexOf(t, func(b *Builder) {
			for i := range tt.times {
				src, a := made("خبر", tt.says)
				b.Add(int32(i), src, a)
			}
			for i := range tt.other {
				src, a := made("خبر", tt.query)
				b.Add(int32(tt.times+i), src, a)
			}
		})
		if got := len(find(leaf{text: tt.query})) == tt.times+tt.other; got != tt.want {
			t.Errorf("%s finds %s: %v", tt.query, tt.says, got)
		}
	}
}

// TestManyArticles has words in more articles than one block of a list holds, as often and as rarely as there are ways to store it.
func TestManyArticles(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
	for range 3 {
		texts := map[int32][]string{}
		for range 300 {
			texts[int32(r.IntN(900))] = []string{text(r, []rune("ابو"), 2, 2), strings.Repeat(text(r, []rune("ابوأ"), 9, 2), 1+r.IntN(40))}
		}
		s.x = s.x.Add(s.segment(texts))
	}
	check := func() {
		for _, l := range []leaf{
			{text: "ا"}, {text: "ا ب"}, {text: "ب و ا"}, {text: "أ", exact: true}, {text: "او اب"}, {text: "ا", title: true}, {text: "ابو با"}, {text: "ا ا ا ا"},
		} {
			s.check(t, l)
		}
	}
	check()
	merged, err := s.x.Merge(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(merged.parts) != 1 || merged.Articles() != len(s.docs) {
		t.Fatalf("%d parts, %d articles", len(merged.parts), merged.Articles())
	}
	s.x = merged
	check()
}

// TestScore has pairs of articles of which the first is the better one.
func TestScore(t *testing.T) {
	t.Parallel()
	filler := strings.Repeat(" كلمة أخرى", 20)
	for _, tt := range []struct {
		name          string
		leaf          leaf
		better, worse [2]string // title, text
	}{
		{"in the title", leaf{text: "بوتين"}, [2]string{"بوتين", filler}, [2]string{"خبر", strings.Repeat("بوتين ", 9) + filler}},
		{"more often", leaf{text: "بوتين"}, [2]string{"خبر", "بوتين بوتين" + filler}, [2]string{"خبر", "بوتين خبر" + filler}},
		{"in less text", leaf{text: "بوتين"}, [2]string{"خبر", "بوتين"}, [2]string{"خبر", "بوتين" + filler}},
		{"as spelled", leaf{text: "الي"}, [2]string{"خبر", "الي"}, [2]string{"خبر", "إلى"}},
		{"spelled before clitic", leaf{text: "ايران"}, [2]string{"خبر", "إيران"}, [2]string{"خبر", "لايران"}},
		{"clitic before prefix", leaf{text: "بوتين", prefix: true}, [2]string{"خبر", "وبوتين"}, [2]string{"خبر", "بوتينية"}},
		{"inflection before another letter", leaf{text: "ايران", near: true}, [2]string{"خبر", "الإيرانية"}, [2]string{"خبر", "بيران"}},
		{"what is asked before what has a clitic less", leaf{text: "وبوتين"}, [2]string{"خبر", "وبوتين"}, [2]string{"خبر", "بوتين"}},
	} {
		var b Builder
		for i, text := range [][2]string{tt.better, tt.worse} {
			src, a := made(text[0], text[1])
			b.Add(int32(i), src, a)
		}
		for i := range int32(9) { // so that the words are not in most articles
			src, a := made("بوتين", "بوتين")
			if i > 4 || tt.leaf.text != "وبوتين" {
				src, a = made("غيره", filler)
			}
			b.Add(2+i, src, a)
		}
		s := new(Index).Add(b.Segment()).seeker()
		f, err := s.find(t.Context(), tt.leaf)
		if err != nil {
			t.Fatal(err)
		}
		f.count(f.docs)
		if !f.docs.Has(0) || !f.docs.Has(1) {
			t.Errorf("%s: found %v", tt.name, slices.Collect(f.docs.All()))
		} else if f.score(0) <= f.score(1) {
			t.Errorf("%s: %v, not above %v", tt.name, f.score(0), f.score(1))
		}
		s.close()
	}
}

// TestNear holds that words side by side add more than words far from each other.
func TestNear(t *testing.T) {
	t.Parallel()
	var b Builder
	for i, text := range []string{"الرئيس الروسي", "الرئيس ثم كلمات الروسي", "الرئيس" + strings.Repeat(" كلمة", 200) + " الروسي", "الروسي والرئيس", "الرئيس"} {
		src, a := made("خبر", text)
		b.Add(int32(i), src, a)
	}
	s := new(Index).Add(b.Segment()).seeker()
	defer s.close()
	var leaves []*found
	for _, text := range []string{"الرئيس", "الروسي"} {
		f, err := s.find(t.Context(), leaf{text: text})
		if err != nil {
			t.Fatal(err)
		}
		f.count(f.docs)
		leaves = append(leaves, f)
	}
	more := s.near([]int32{3, 1, 0, 2}, leaves)
	share := func(i int, doc int32) float32 { return more[i] / (leaves[0].score(doc) + leaves[1].score(doc)) }
	if a, b, c, d := share(2, 0), share(1, 1), share(3, 2), share(0, 3); a != nearWeight || d != a || b > .4*a || c > .02*a || c <= 0 {
		t.Errorf("side by side %v and %v, two words between %v, many %v", a, d, b, c)
	}
}

// TestIndexIsShared asks an index from several goroutines while others are made from it.
func TestIndexIsShared(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	s := &shelf{x: new(Index), docs: map[int32][][]typed{}}
	for i := range int32(4) {
		s.x = s.x.Add(s.segment(map[int32][]string{i: {"", text(r, []rune("ابو"), 9, 2) + "ا"}, i + 4: {"", text(r, []rune("ابو"), 9, 2) + "ا"}}))
	}
	var group sync.WaitGroup
	for i := range int32(4) {
		group.Go(func() {
			for range 50 {
				if err := cmp.Or(s.wrong(t.Context(), leaf{text: "ا"}), s.wrong(t.Context(), leaf{text: "ا ب"})); err != nil {
					t.Error(err)
				}
				if merged, err := s.x.Remove(i).Merge(t.Context()); err != nil || merged.Articles() != 7 || s.x.Articles() != 8 {
					t.Errorf("%d articles left of %d: %v", merged.Articles(), s.x.Articles(), err)
				}
			}
		})
	}
	group.Wait()
}
