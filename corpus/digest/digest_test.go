package digest_test

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"jarida/corpus/article"
	"jarida/corpus/calendar"
	"jarida/corpus/digest"
	"jarida/corpus/entity"
	"jarida/corpus/search"
	"jarida/corpus/story"
)

const (
	fire = "حريق كبير يلتهم سوق المنامة القديم\n\nاندلع حريق كبير فجر اليوم الثلاثاء في سوق المنامة القديم وأتى على أربعين متجرا قبل أن تتمكن " +
		"فرق الدفاع المدني من إخماده بعد خمس ساعات.\nوأمرت البلدية بإغلاق الشوارع المحيطة بالسوق حتى انتهاء المعاينة.\n"
	match = "الاتحاد يهزم الهلال بثلاثية في نهائي الكأس\n\nفاز الاتحاد على الهلال بثلاثة أهداف نظيفة مساء السبت في المباراة النهائية لكأس الملك " +
		"التي أقيمت على ملعب الجوهرة بجدة.\nوسجل المهاجم هدفين قبل أن يضيف زميله الثالث في الوقت بدل الضائع.\n"
	rain = "أمطار غزيرة تغلق الطرق في الجبال\n\nأغلقت السلطات عدة طرق جبلية مساء الأحد بعد أمطار غزيرة هطلت على المرتفعات منذ ساعات الصباح.\n"
)

// told is an article: its text, whom it names (a type's first letter before each name), and whom it quotes.
type told struct {
	text   string
	names  string
	quotes string
}

// newspaper makes a folder of articles.
func newspaper(t *testing.T, articles []told) digest.Folder {
	t.Helper()
	tagger, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	names, stories := tagger.Builder(), story.New(nil)
	f := digest.Folder{}
	for i, a := range articles {
		doc := int32(i)
		f.Articles = f.Articles.With(doc)
		names.Add(found(doc, a.names))
		parsed := article.Parse(article.Source{Text: a.text, Encoding: "utf-8"}, "a.txt")[0]
		parsed.Date = calendar.Date{ISO: fmt.Sprintf("2026-03-%02d", i+1)}
		stories.Add(stories.Reader().Read(doc, a.text, &parsed))
	}
	f.Entities, f.Stories = names.Index(entity.Edits{}), stories.Stories()
	f.Speakers = speakers(f.Entities, articles)
	return f
}

// found is what an article says of names.
func found(doc int32, names string) entity.Found {
	f := entity.Found{Doc: doc}
	types := map[byte]entity.Type{'p': entity.Person, 'l': entity.Place, 'o': entity.Organisation}
	for i, name := range strings.FieldsFunc(names, func(r rune) bool { return r == ',' }) {
		f.Mentions = append(f.Mentions, entity.Mention{Start: 100 * i, End: 100*i + len(name) - 2, Type: types[name[0]], Confidence: 1})
		f.Surfaces = append(f.Surfaces, name[2:])
	}
	return f
}

func speakers(x *entity.Index, articles []told) iter.Seq2[int32, entity.ID] {
	return func(yield func(int32, entity.ID) bool) {
		for i, a := range articles {
			for name := range strings.SplitSeq(a.quotes, ",") {
				for _, id := range x.Lookup(name) {
					if !yield(int32(i), id) {
						return
					}
				}
			}
		}
	}
}

// page tells a digest in a few lines.
func page(f digest.Folder, d digest.Digest) string {
	var b strings.Builder
	fmt.Fprintf(&b, "whole %v\n", d.Whole)
	for _, s := range d.Stories {
		fmt.Fprintf(&b, "story %v %d\n", s.Docs, s.New)
	}
	for _, n := range []digest.Names{d.People, d.Places, d.Orgs} {
		for _, name := range n.List {
			fmt.Fprintf(&b, "%s %s %d\n", f.Entities.Type(name.Entity), f.Entities.Name(name.Entity), name.Articles)
		}
	}
	for _, s := range d.Speakers {
		fmt.Fprintf(&b, "%s said %d in %d\n", f.Entities.Name(s.Entity), s.Quotes, s.Articles)
	}
	fmt.Fprintf(&b, "of %d %d/%d/%d %d\n", d.AllStories, d.People.All, d.Places.All, d.Orgs.All, d.AllSpeakers)
	return b.String()
}

func TestOf(t *testing.T) {
	t.Parallel()
	f := newspaper(t, []told{
		{fire, "p:سلمان الدوسري,l:المنامة", "سلمان الدوسري"},
		{fire, "l:المنامة,p:خالد الأنصاري", "خالد الأنصاري,خالد الأنصاري"},
		{fire, "l:المنامة,o:الهلال الأحمر", "الهلال الأحمر,الهلال الأحمر,الهلال الأحمر"},
		{match, "l:جدة,p:فهد المولد", "فهد المولد"},
		{match, "l:جدة,p:فهد المولد,p:خالد الأنصاري", "فهد المولد,خالد الأنصاري,فهد المولد"},
		{rain, "l:أبها,l:المنامة", ""},
	})
	for _, test := range []struct {
		name string
		new  []int32
		n    int
		want string
	}{
		{
			"a first visit: everything is new",
			[]int32{0, 1, 2, 3, 4, 5},
			0,
			"whole false\nstory [0 1 2] 3\nstory [3 4] 2\nperson خالد الأنصاري 2\nperson فهد المولد 2\nperson سلمان الدوسري 1\n" +
				"place المنامة 4\nplace جدة 2\nplace أبها 1\norganisation الهلال الأحمر 1\n" +
				"خالد الأنصاري said 3 in 2\nفهد المولد said 3 in 2\nسلمان الدوسري said 1 in 1\nof 2 3/3/1 3\n",
		},
		{
			"the first of each",
			[]int32{0, 1, 2, 3, 4, 5},
			1,
			"whole false\nstory [0 1 2] 3\nperson خالد الأنصاري 2\nplace المنامة 4\norganisation الهلال الأحمر 1\nخالد الأنصاري said 3 in 2\nof 2 3/3/1 3\n",
		},
		{
			"nothing is new", nil, 0,
			"whole true\nstory [0 1 2] 3\nstory [3 4] 2\nخالد الأنصاري said 3 in 2\nفهد المولد said 3 in 2\nسلمان الدوسري said 1 in 1\nof 2 0/0/0 3\n",
		},
		{
			"a name in new articles and in older ones is not new",
			[]int32{4, 5},
			0,
			"whole false\nstory [3 4] 1\nplace أبها 1\nفهد المولد said 2 in 1\nخالد الأنصاري said 1 in 1\nof 1 0/1/0 2\n",
		},
		{
			"a smaller story with more new articles comes first",
			[]int32{2, 3, 4},
			0,
			"whole false\nstory [3 4] 2\nstory [0 1 2] 1\nperson فهد المولد 2\nplace جدة 2\norganisation الهلال الأحمر 1\n" +
				"فهد المولد said 3 in 2\nخالد الأنصاري said 1 in 1\nof 2 1/1/1 2\n",
		},
		{"no story, no quotes", []int32{5}, 0, "whole false\nplace أبها 1\nof 0 0/1/0 0\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f := f
			f.New = search.SetOf(test.new)
			if got := page(f, digest.Of(f, test.n)); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

// TestOfAheadOfTheList holds that articles which have left the list are nowhere, and that what has not been looked for is no trouble.
func TestOfAheadOfTheList(t *testing.T) {
	t.Parallel()
	f := newspaper(t, []told{
		{fire, "l:المنامة", ""}, {fire, "l:المنامة,l:أبها", ""}, {fire, "l:المنامة", ""}, {match, "l:جدة", ""}, {match, "l:جدة", ""},
	})
	before := slices.Clone(f.Stories.At(0).Docs)
	f.Articles = search.SetOf([]int32{0, 1, 3})
	f.New = search.SetOf([]int32{1})
	want := "whole false\nstory [0 1] 1\nplace أبها 1\nof 1 0/1/0 0\n"
	if got := page(f, digest.Of(f, 0)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if !slices.Equal(f.Stories.At(0).Docs, before) {
		t.Error("the story itself has changed")
	}
	if got := page(f, digest.Of(digest.Folder{Articles: f.Articles, New: f.New}, 0)); got != "whole false\nof 0 0/0/0 0\n" {
		t.Errorf("without stories and names: %s", got)
	}
}

// TestOfHidden holds that what the reader has hidden is neither new nor quoted.
func TestOfHidden(t *testing.T) {
	t.Parallel()
	tagger, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	b := tagger.Builder()
	b.Add(found(0, "p:فهد المولد,p:خالد الأنصاري"))
	f := digest.Folder{
		Articles: search.SetOf([]int32{0}), New: search.SetOf([]int32{0}),
		Entities: b.Index(entity.Edits{Hidden: map[entity.Spelled]bool{{Type: entity.Person, Text: "فهد المولد"}: true}}),
	}
	hidden, _ := f.Entities.Spelled(entity.Spelled{Type: entity.Person, Text: "فهد المولد"})
	f.Speakers = func(yield func(int32, entity.ID) bool) { yield(0, hidden) }
	if got := page(f, digest.Of(f, 0)); got != "whole false\nperson خالد الأنصاري 1\nof 0 1/0/0 0\n" {
		t.Errorf("got\n%s", got)
	}
}
