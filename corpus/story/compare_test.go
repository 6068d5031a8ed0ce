package story

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jarida/corpus/article"
	"jarida/corpus/entity"
)

// version makes a version of a text; names are marked as names wherever they stand.
func version(text string, names ...string) Version {
	a := article.Parse(article.Source{Text: text, Encoding: "utf-8"}, "a.txt")[0]
	v := Version{Src: text, Article: &a}
	for _, name := range names {
		for at := 0; ; {
			i := strings.Index(text[at:], name)
			if i < 0 {
				break
			}
			v.Names = append(v.Names, Name{Range: article.Range{Start: at + i, End: at + i + len(name)}, Entity: -1})
			at += i + len(name)
		}
	}
	slices.SortFunc(v.Names, func(a, b Name) int { return a.Start - b.Start })
	return v
}

func TestCompare(t *testing.T) {
	t.Parallel()
	a := version("انهيار منجم في الشمال\n\nقُتل 34 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين. وقال الوزير سالم إن عمليات البحث مستمرة حتى المساء.\n", "سالم", "زاوية")
	b := version("انهيار منجم\n\nأكد الوزير ناصر أن عمليات البحث مستمرة حتى المساء.\nقتل ٣٥ عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين. وأعلن الحداد ثلاثة أيام.\n", "ناصر", "زاوية")
	c, _ := Compare(context.Background(), a, b)
	describe := func(v Version, list []Sentence) string {
		var s strings.Builder
		for _, x := range list {
			fmt.Fprintf(&s, "%d", x.Match)
			for _, d := range x.Differ {
				fmt.Fprintf(&s, " %s", v.Src[d.Start:d.End])
			}
			s.WriteString("; ")
		}
		return s.String()
	}
	if got, want := describe(a, c.A), "0; 2 34; 1 سالم; "; got != want {
		t.Errorf("the first is %q, not %q", got, want)
	}
	if got, want := describe(b, c.B), "0; 2 ناصر; 1 ٣٥; -1; "; got != want {
		t.Errorf("the second is %q, not %q", got, want)
	}
}

// TestDifferences holds what differs in two ways to say one thing, and what does not.
func TestDifferences(t *testing.T) {
	t.Parallel()
	const sentence = "وصلت حافلات تقل المدنيين من البلدة إلى المخيم صباح الاثنين"
	for _, tt := range []struct {
		name, a, b   string // what stands behind the sentence
		namesA       []string
		namesB       []string
		wantA, wantB string
	}{
		{"numbers", " وفيها 35 قتيلا", " وفيها 34 قتيلاً", nil, nil, "35", "34"},
		{"digits of two forms", " وعددهم ٣٥", " وعددهم 35 شخصا", nil, nil, "", ""},
		{"thousands", " وعددهم 17,400", " وعددهم 17400 شخص", nil, nil, "", ""},
		{"thousands with a stop", " وعددهم 17.400", " وعددهم 17400 شخص", nil, nil, "", ""},
		{"words and digits", " وعددهم سبعة آلاف شخص", " وعددهم 7 آلاف شخص", nil, nil, "", ""},
		{"a word and a digit", " بعد ثلاثة أيام", " بعد 3 أيام", nil, nil, "", ""},
		{"tens in words", " وعددهم خمسة وثلاثون", " وعددهم 34", nil, nil, "خمسة وثلاثون", "34"},
		{"twelve", " وعددهم اثنا عشر شخصا", " وعددهم 12 شخصا", nil, nil, "", ""},
		{"twenty-one", " وعددهم واحد وعشرون شخصا", " وعددهم 21 شخصا", nil, nil, "", ""},
		{"two by its form", " بعد عامين", " بعد 2 عام", nil, nil, "", ""},
		{"one in words", " بفارق نقطة واحدة", " بفارق 1 نقطة", nil, nil, "", ""},
		{"millions", " بقيمة ملياري دولار", " بقيمة 2 مليار دولار", nil, nil, "", ""},
		{"a number behind a preposition", " فازوا بثماني نقاط", " فازوا بسبع نقاط", nil, nil, "ثماني", "سبع"},
		{"a number that one leaves out", " وعددهم 981 شخصا", " كلهم", nil, nil, "981", ""},
		{"spellings", " كما قال ترامب", " كما قال ترمب", []string{"ترامب"}, []string{"ترمب"}, "", ""},
		{"an adjective's spellings", " كما قالت الخارجية الأمريكية", " كما قالت الخارجية الأميركية", []string{"الخارجية الأمريكية"}, []string{"الخارجية الأميركية"}, "", ""},
		{"a longer form", " كما قال دونالد ترامب", " كما قال ترمب", []string{"دونالد ترامب"}, []string{"ترمب"}, "", ""},
		{"a name in two words", " كما قال عبد الفتاح السيسي", " كما قال عبدالفتاح السيسي", []string{"عبد الفتاح السيسي"}, []string{"عبدالفتاح السيسي"}, "", ""},
		{"a clitic", " وذهبوا إلى زاوية", " وذهبوا لزاوية", []string{"زاوية"}, nil, "", ""},
		{"a letter off", " كما قال ديفيد سيلفا", " كما قال دافيد سيلفا", []string{"ديفيد سيلفا"}, []string{"دافيد سيلفا"}, "", ""},
		{"a letter off in an Arab name", " كما قال محمد بن حمد المزيد", " كما قال محمد بن حمود المزيد", []string{"محمد بن حمد المزيد"}, []string{"محمد بن حمود المزيد"}, "محمد بن حمد المزيد", "محمد بن حمود المزيد"},
		{"a rank in words", " في المركز التاسع عشر", " في المركز 19", nil, nil, "", ""},
		{"another person", " كما قال سالم الحداد", " كما قال ناصر الحداد", []string{"سالم الحداد"}, []string{"ناصر الحداد"}, "سالم الحداد", "ناصر الحداد"},
		{"another given name", " كما قال حسن", " كما قال حسين", []string{"حسن"}, []string{"حسين"}, "حسن", "حسين"},
		{"a name without its space", " وهزموا بورتو", " علىبورتو", []string{"بورتو"}, nil, "", ""},
		{"a name that one leaves out", " برئاسة ماهر الحضراوي", " برئاسته", []string{"ماهر الحضراوي"}, nil, "ماهر الحضراوي", ""},
		{"a name that is said elsewhere", " برئاسة ماهر الحضراوي", " برئاسته. وتحدث ماهر الحضراوي طويلا", []string{"ماهر الحضراوي"}, []string{"ماهر الحضراوي"}, "", ""},
	} {
		a, b := version("عنوان\n\n"+sentence+tt.a+".\n", tt.namesA...), version("خبر\n\n"+sentence+tt.b+".\n", tt.namesB...)
		c, err := Compare(t.Context(), a, b)
		if err != nil {
			t.Fatal(err)
		}
		if got := differing(a, c.A); got != tt.wantA {
			t.Errorf("%s: in the first %q differs, not %q", tt.name, got, tt.wantA)
		}
		if got := differing(b, c.B); got != tt.wantB {
			t.Errorf("%s: in the second %q differs, not %q", tt.name, got, tt.wantB)
		}
	}
}

func differing(v Version, list []Sentence) string {
	var words []string
	for _, s := range list {
		for _, d := range s.Differ {
			words = append(words, v.Src[d.Start:d.End])
		}
	}
	return strings.Join(words, " ")
}

// TestCompareEntities holds that two names of one entity do not differ.
func TestCompareEntities(t *testing.T) {
	t.Parallel()
	const text = "وصلت حافلات تقل المدنيين من البلدة إلى المخيم صباح الاثنين بحسب وكالة "
	a, b := version("عنوان\n\n"+text+"سانا.\n", "سانا"), version("عنوان\n\n"+text+"الأنباء السورية.\n", "الأنباء السورية")
	for _, entity := range []int32{-1, 7} {
		a.Names[0].Entity, b.Names[0].Entity = entity, entity
		c, _ := Compare(t.Context(), a, b)
		if got := differing(a, c.A); (got == "") != (entity >= 0) {
			t.Errorf("of entity %d %q differs", entity, got)
		}
	}
}

// TestCompareReworded holds which sentences of real articles say the same in other words, as they were read: an agency's report and one of
// another newsroom.
func TestCompareReworded(t *testing.T) {
	t.Parallel()
	seeds := sharedData(t, "articles", "seeds")
	read := func(name string) Version {
		src, err := os.ReadFile(filepath.Join(seeds, name))
		if err != nil {
			t.Fatal(err)
		}
		return version(string(src))
	}
	c, err := Compare(t.Context(), read("001_be3516ab17cef138.txt"), read("003_06f1f79edd40d753.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, s := range c.A {
		if !s.Only() {
			got = append(got, fmt.Sprintf("%d=%d", i, max(s.Match, s.Within)))
		}
	}
	if want := "0=2 4=5 5=6"; strings.Join(got, " ") != want {
		t.Errorf("the same say %v, not %s", got, want)
	}
}

// TestCompareStory holds one version against all others: each sentence of the first with the most like it, what it lacks once.
func TestCompareStory(t *testing.T) {
	t.Parallel()
	a := version("انهيار منجم\n\nقُتل 34 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين. وأعلن الحداد ثلاثة أيام في البلاد.\n")
	b := version("منجم ينهار\n\nقُتل 35 عاملا في انهيار منجم للفحم قرب بلدة زاوية صباح الاثنين. وقال الوزير سالم إن عمليات البحث مستمرة حتى المساء.\n")
	d := version("كارثة\n\nقال الوزير إن عمليات البحث مستمرة حتى المساء. ووصلت سيارات الإسعاف من المدن المجاورة.\n")
	c, err := CompareStory(t.Context(), a, []Version{b, d})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, s := range c.B {
		src := []Version{b, d}[s.Version].Src
		list = append(list, fmt.Sprintf("%d %d %s", s.Version, s.Match, strings.Fields(src[s.Start:s.End])[0]))
	}
	want := []string{"0 0 منجم", "0 1 قُتل", "0 -1 وقال", "1 -1 كارثة", "1 -1 ووصلت"}
	if !slices.Equal(list, want) {
		t.Errorf("the others have %q, not %q", list, want)
	}
	if got := differing(a, c.A); got != "34" || !c.A[2].Only() || c.A[1].Match != 1 {
		t.Errorf("%q differs, of %+v", got, c.A)
	}
}

// TestCompareBounds holds that a text of any length is compared in part, and that whoever leaves is not waited for.
func TestCompareBounds(t *testing.T) {
	t.Parallel()
	long := version("عنوان\n\n" + strings.Repeat("جملة من كلمات كثيرة لا تنتهي أبدا. ", 400_000))
	c, err := Compare(t.Context(), long, long)
	if err != nil || !c.Cut {
		t.Errorf("cut %v, %v", c.Cut, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Compare(ctx, version(fire), version(fireElsewhere)); err == nil {
		t.Error("it goes on for one who has left")
	}
}

// FuzzCompare holds that sentences are in order and in the text, that matches are each other's, and that differences are in their sentence.
func FuzzCompare(f *testing.F) {
	f.Add(fire, fireElsewhere)
	f.Add("", "1. 2. 3.\n\n1. 2. 3.")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := version(strings.ToValidUTF8(x, "\ufffd"), "ال"), version(strings.ToValidUTF8(y, "\ufffd"), "ال")
		c, err := Compare(t.Context(), a, b)
		if err != nil {
			t.Fatal(err)
		}
		checkSide(t, []Version{a}, c.A, c.B)
		checkSide(t, []Version{b}, c.B, c.A)
		if c, err = CompareStory(t.Context(), a, []Version{b, a}); err != nil {
			t.Fatal(err)
		}
		checkSide(t, []Version{a}, c.A, c.B)
		checkSide(t, []Version{b, a}, c.B, c.A)
		for i, s := range c.A {
			if s.Only() {
				t.Fatalf("sentence %d is not found in its own text", i)
			}
		}
	})
}

func checkSide(t *testing.T, versions []Version, list, other []Sentence) {
	t.Helper()
	at := Sentence{}
	for i, s := range list {
		if s.Version < at.Version || s.Version == at.Version && s.Start < at.Start || s.Start >= s.End || s.End > len(versions[s.Version].Src) {
			t.Fatalf("sentence %d is %v of %d, behind %v", i, s.Range, s.Version, at.Range)
		}
		if s.Match >= len(other) || s.Match >= 0 && other[s.Match].Match != i || s.Within >= len(other) || s.Match >= 0 && s.Within >= 0 {
			t.Fatalf("sentence %d matches %d, within %d", i, s.Match, s.Within)
		}
		last := s.Start
		for _, d := range s.Differ {
			if s.Match < 0 || d.Start < last || d.End > s.End || d.Start >= d.End {
				t.Fatalf("sentence %d, %v, differs at %v", i, s.Range, d)
			}
			last = d.Start
		}
		at = s
	}
}

// TestSureNames holds which mentions count as names, and when two versions can be compared by the numbers of their entities.
func TestSureNames(t *testing.T) {
	t.Parallel()
	mention := func(start int, typ entity.Type, confidence float32, id entity.ID) entity.Resolved {
		return entity.Resolved{Mention: entity.Mention{Start: start, End: start + 4, Type: typ, Confidence: confidence}, Entity: id}
	}
	mentions := []entity.Resolved{
		mention(0, entity.Person, entity.Sure, 7), mention(10, entity.Place, entity.Sure/2, 8), mention(20, entity.Date, 1, 9), mention(30, entity.Organisation, 1, 3),
	}
	for alike, want := range map[bool]string{true: "[{{0 4} person 7} {{30 34} organisation 3}]", false: "[{{0 4} person -1} {{30 34} organisation -1}]"} {
		if got := fmt.Sprint(SureNames(mentions, alike)); got != want {
			t.Errorf("%v: %s, want %s", alike, got, want)
		}
	}
}
