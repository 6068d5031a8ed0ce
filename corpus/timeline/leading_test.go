package timeline

import (
	"fmt"
	"strings"
	"testing"

	"jarida/corpus/article"
	"jarida/corpus/entity"
	"jarida/corpus/story"
)

// folder is some articles, and what was found in them.
type folder struct {
	*Timeline
	index   *entity.Index
	stories *story.Stories
}

// text is an article of a folder.
type text struct{ date, source, title, body string }

// read reads articles as a corpus does.
func read(t *testing.T, texts []text) folder {
	t.Helper()
	tagger, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	names, events := tagger.Builder(), story.New(nil)
	list := make([]Article, len(texts))
	for i, x := range texts {
		src := article.Source{Text: x.title + "\n\n" + x.body + "\n", Encoding: "utf-8"}
		a := article.Parse(src, "a.txt")[0]
		a.Date.ISO, a.Source = x.date, x.source
		found := tagger.Find(src.Text, a)
		names.Add(entity.Found{
			Doc: int32(i), Date: x.date, Mentions: found, Surfaces: tagger.Surfaces(src.Text, found), Roles: tagger.Roles(src.Text, found),
		})
		events.Add(events.Reader().Read(int32(i), src.Text, &a))
		list[i] = Article{Doc: int32(i), Date: x.date, Source: x.source, Mentions: Mentioned(src.Text, &a)}
	}
	return folder{New(list), names.Index(entity.Edits{}), events.Stories()}
}

// leaders writes who leads the articles of an entry.
func (f *folder) leaders(date string, n int) string {
	var list []string
	for i := range f.Len() {
		if e := f.At(i); e.Date == date {
			for _, l := range f.Leading(f.index, e.Published, n) {
				list = append(list, fmt.Sprint(f.index.Name(l.Entity), " ", l.Articles))
			}
		}
	}
	return strings.Join(list, ", ")
}

// daily are articles of four days: each is about Russia, and the second about Macron.
func daily() []text {
	var texts []text
	for d := 1; d <= 4; d++ {
		for i := range 3 {
			about := "وقال إن البلاد ماضية في خططها رغم الصعوبات التي تواجهها المنطقة."
			if d == 2 && i < 2 {
				about = "وقال إيمانويل ماكرون إن البلاد ماضية في خططها رغم الصعوبات."
			}
			texts = append(texts, text{
				fmt.Sprintf("2026-03-%02d", d), "رويترز", fmt.Sprintf("روسيا تعلن خطة جديدة للطاقة رقم %d%d", d, i),
				"أعلنت روسيا خطة جديدة للطاقة، بحسب ما نقلته رويترز عن مصدر حكومي. " + about,
			})
		}
	}
	return texts
}

// TestLeading holds that a day is led by what it has more of than others, not by what all have.
func TestLeading(t *testing.T) {
	t.Parallel()
	f := read(t, daily())
	if got, want := f.leaders("2026-03-02", 1), "إيمانويل ماكرون 2"; got != want {
		t.Errorf("the second day is led by %s, not %s", got, want)
	}
	if got, want := f.leaders("2026-03-03", 1), "روسيا 3"; got != want {
		t.Errorf("the third day is led by %s, not %s", got, want)
	}
	for d := 1; d <= 4; d++ {
		if got := f.leaders(fmt.Sprintf("2026-03-%02d", d), 0); strings.Contains(got, "رويترز") {
			t.Errorf("a publisher leads what it publishes: %s", got)
		}
	}
	one := read(t, daily()[3:6])
	if got, want := one.leaders("2026-03-02", 2), "روسيا 3, إيمانويل ماكرون 2"; got != want {
		t.Errorf("a folder of one day is led by %s, not %s", got, want)
	}
	if got := f.Leading(nil, []int32{0}, 1); got != nil {
		t.Errorf("without an index %v lead", got)
	}
}

// TestLeadingFollowsEdits holds that what the reader has hidden leads nothing.
func TestLeadingFollowsEdits(t *testing.T) {
	t.Parallel()
	f := read(t, daily())
	id, ok := f.index.Spelled(entity.Spelled{Type: entity.Person, Text: "إيمانويل ماكرون"})
	if !ok {
		t.Fatal("nobody is found")
	}
	var e entity.Edits
	e.Hide(entity.Spelled{Type: f.index.Type(id), Text: "إيمانويل ماكرون"})
	tagger, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	b := tagger.Builder()
	for i, x := range daily() {
		src := x.title + "\n\n" + x.body + "\n"
		a := article.Parse(article.Source{Text: src, Encoding: "utf-8"}, "a.txt")[0]
		found := tagger.Find(src, a)
		b.Add(entity.Found{Doc: int32(i), Date: x.date, Mentions: found, Surfaces: tagger.Surfaces(src, found)})
	}
	f.index = b.Index(e)
	if got := f.leaders("2026-03-02", 0); strings.Contains(got, "ماكرون") {
		t.Errorf("what is hidden leads: %s", got)
	}
}

func TestStories(t *testing.T) {
	t.Parallel()
	const body = "قُتل 34 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين، بحسب ما أعلنه الدفاع المدني في بيان صدر مساء.\n"
	printed := text{"2026-03-02", "", "انهيار منجم للفحم في الشمال", body}
	texts := []text{daily()[0], printed, printed}
	f := read(t, texts)
	if got, want := fmt.Sprint(Stories(f.stories, []int32{0, 1, 2}, 0)), "[{0 2}]"; got != want {
		t.Errorf("the stories are %s, not %s", got, want)
	}
	if got, want := fmt.Sprint(Stories(f.stories, []int32{2}, 3)), "[{0 1}]"; got != want {
		t.Errorf("the stories are %s, not %s", got, want)
	}
	if got := Stories(nil, []int32{0}, 0); got != nil {
		t.Errorf("without stories there are %v", got)
	}
}
