package entity

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// folder makes articles of people's names, each a list divided by ";".
func folder(typ Type, articles ...string) []Found {
	var found []Found
	for i, names := range articles {
		f := Found{Doc: int32(i)}
		at := 0
		for name := range strings.SplitSeq(names, ";") {
			f.Mentions = append(f.Mentions, Mention{Start: at, End: at + len(name), Type: typ, Confidence: 0.9})
			f.Surfaces = append(f.Surfaces, name)
			at += len(name) + 1
		}
		found = append(found, f)
	}
	return found
}

func build(l *lists, found []Found, e Edits) *Index {
	b := newBuilder(l)
	for _, f := range found {
		b.Add(f)
	}
	return b.Index(e)
}

// entityNames lists for each article which entity each of its mentions names.
func entityNames(x *Index, found []Found) []string {
	var lines []string
	for _, f := range found {
		var names []string
		for _, m := range x.Mentions(f.Doc) {
			names = append(names, x.Name(m.Entity))
		}
		lines = append(lines, strings.Join(names, ";"))
	}
	return lines
}

func TestPeople(t *testing.T) {
	l := testLists(t)
	tests := []struct {
		name           string
		articles, want []string
	}{
		{"a family name behind the full one", []string{"فلاديمير بوتين;بوتين"}, []string{"فلاديمير بوتين;فلاديمير بوتين"}},
		{"a family name in another article", []string{"فلاديمير بوتين", "بوتين"}, []string{"فلاديمير بوتين", "فلاديمير بوتين"}},
		{
			"two people with one family name",
			[]string{"هيلاري كلينتون;كلينتون", "بيل كلينتون;كلينتون", "كلينتون"},
			[]string{"هيلاري كلينتون;هيلاري كلينتون", "بيل كلينتون;بيل كلينتون", "كلينتون"},
		},
		{"two of one family in an article: the last one named", []string{"حافظ الأسد;الأسد;بشار الأسد;الأسد"}, []string{"حافظ الأسد;حافظ الأسد;بشار الأسد;بشار الأسد"}},
		{
			"father and son",
			[]string{"جمال عبد الناصر;خالد جمال عبد الناصر", "معمر القذافي;سيف الإسلام معمر القذافي"},
			[]string{"جمال عبد الناصر;خالد جمال عبد الناصر", "معمر القذافي;سيف الإسلام معمر القذافي"},
		},
		{"one given name", []string{"محمد صلاح;محمد النني"}, []string{"محمد صلاح;محمد النني"}},
		{"given names that sound alike", []string{"حسن نصر الله;حسين نصر الله", "سعد العتيبي;سعيد العتيبي;سعود العتيبي"}, []string{"حسن نصر الله;حسين نصر الله", "سعد العتيبي;سعيد العتيبي;سعود العتيبي"}},
		{"more of them", []string{"كمال عدوان;جمال عدوان", "سلمان العودة;سليمان العودة", "محمد علي;محمود علي"}, []string{"كمال عدوان;جمال عدوان", "سلمان العودة;سليمان العودة", "محمد علي;محمود علي"}},
		{"ترامب and ترمب", []string{"دونالد ترامب;ترامب;ترامب", "دونالد ترمب;ترمب", "ترمب"}, []string{"دونالد ترامب;دونالد ترامب;دونالد ترامب", "دونالد ترامب;دونالد ترامب", "دونالد ترامب"}},
		{"نتنياهو and نتانياهو", []string{"بنيامين نتنياهو;نتنياهو", "نتانياهو"}, []string{"بنيامين نتنياهو;بنيامين نتنياهو", "بنيامين نتنياهو"}},
		{"دميتري and ديمتري", []string{"دميتري بيسكوف;دميتري بيسكوف", "ديمتري بيسكوف"}, []string{"دميتري بيسكوف;دميتري بيسكوف", "دميتري بيسكوف"}},
		{"غروسي and جروسي", []string{"رافاييل غروسي;رافاييل غروسي", "رافائيل جروسي;جروسي"}, []string{"رافاييل غروسي;رافاييل غروسي", "رافاييل غروسي;رافاييل غروسي"}},
		{"a patronym", []string{"محمد بن سلمان;بن سلمان", "بن سلمان", "سلمان"}, []string{"محمد بن سلمان;محمد بن سلمان", "محمد بن سلمان", "سلمان"}},
		{"a chain of patronyms", []string{"محمد بن سلمان بن عبد العزيز;محمد بن سلمان;بن سلمان"}, []string{"محمد بن سلمان بن عبد العزيز;محمد بن سلمان بن عبد العزيز;محمد بن سلمان بن عبد العزيز"}},
		{"brothers", []string{"محمد بن سلمان;خالد بن سلمان"}, []string{"محمد بن سلمان;خالد بن سلمان"}},
		{"عبد in one word and two", []string{"عبد الفتاح السيسي;عبدالفتاح السيسي;السيسي"}, []string{"عبد الفتاح السيسي;عبد الفتاح السيسي;عبد الفتاح السيسي"}},
		{"two names with عبد", []string{"عبد الله الثاني;عبد العزيز الثاني"}, []string{"عبد الله الثاني;عبد العزيز الثاني"}},
		{"a particle", []string{"لويس فان جال;فان جال;جال"}, []string{"لويس فان جال;لويس فان جال;لويس فان جال"}},
		{"a kunya", []string{"أبو مازن", "ابو مازن", "أبو علاء"}, []string{"أبو مازن", "أبو مازن", "أبو علاء"}},
		{"a kunya behind the name", []string{"محمود عباس أبو مازن;أبو مازن"}, []string{"محمود عباس أبو مازن;محمود عباس أبو مازن"}},
		{"the middle name left out in an article", []string{"محمد شياع السوداني;محمد السوداني;السوداني"}, []string{"محمد شياع السوداني;محمد شياع السوداني;محمد شياع السوداني"}},
		{"the middle name in another article", []string{"محمد خالد العتيبي", "محمد العتيبي"}, []string{"محمد خالد العتيبي", "محمد العتيبي"}},
		{"a given name alone behind the full name", []string{"صدام حسين;صدام"}, []string{"صدام حسين;صدام حسين"}},
		{"a given name of two", []string{"أحمد حسن;أحمد علي;أحمد"}, []string{"أحمد حسن;أحمد علي;أحمد"}},
		{"a given name elsewhere is somebody else", []string{"سالم عمر", "عمر"}, []string{"سالم عمر", "عمر"}},
		{"two people with a hyphen", []string{"ترامب-بوتين;فلاديمير بوتين;بوتين"}, []string{"ترامب-بوتين;فلاديمير بوتين;فلاديمير بوتين"}},
		{"a first name with a hyphen", []string{"جان بول سارتر;جان-بول سارتر;سارتر"}, []string{"جان بول سارتر;جان بول سارتر;جان بول سارتر"}},
		{"a bracket in a name", []string{"مسعود) بزشكيان;مسعود بزشكيان"}, []string{"مسعود بزشكيان;مسعود بزشكيان"}},
		{"a title", []string{"الشيخ تميم بن حمد;تميم بن حمد"}, []string{"تميم بن حمد;تميم بن حمد"}},
		{"names of two consonants", []string{"كيم جونغ أون;أون", "لي"}, []string{"كيم جونغ أون;كيم جونغ أون", "لي"}},
	}
	for _, test := range tests {
		found := folder(Person, test.articles...)
		if got := entityNames(build(l, found, Edits{}), found); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}

// TestWellKnown holds a family name to the person whom nearly all articles mean by it, also beside another of the family.
func TestWellKnown(t *testing.T) {
	var articles []string
	for range 12 {
		articles = append(articles, "دونالد ترامب;ترامب")
	}
	articles = append(articles, "ترامب;ميلانيا ترامب;ترامب", "ترامب")
	found := folder(Person, articles...)
	got := entityNames(build(testLists(t), found, Edits{}), found)
	want := []string{"دونالد ترامب;ميلانيا ترامب;ميلانيا ترامب", "دونالد ترامب"}
	if !slices.Equal(got[12:], want) {
		t.Errorf("got %q, want %q", got[12:], want)
	}
}

func TestPlacesAndOrganisations(t *testing.T) {
	l := testLists(t)
	tests := []struct {
		typ            Type
		articles, want []string
	}{
		{Place, []string{"أميركا;أمريكا;الولايات المتحدة;الولايات المتحدة الأمريكية"}, []string{strings.Repeat("الولايات المتحدة;", 3) + "الولايات المتحدة"}},
		{Place, []string{"موسكو;روسيا"}, []string{"موسكو;روسيا"}},
		{Place, []string{"غزة;قطاع غزة", "غزة"}, []string{"قطاع غزة;قطاع غزة", "قطاع غزة"}},
		{Place, []string{"إسطنبول;اسطنبول"}, []string{"إسطنبول;إسطنبول"}},
		{Organisation, []string{"وزارة الخارجية الروسية;الخارجية الروسية;وزارة الخارجية"}, []string{strings.Repeat("وزارة الخارجية الروسية;", 2) + "وزارة الخارجية الروسية"}},
		{
			Organisation,
			[]string{"وزارة الخارجية الروسية;وزارة الخارجية;الخارجية الإيرانية;وزارة الخارجية", "وزارة الخارجية"},
			[]string{"وزارة الخارجية الروسية;وزارة الخارجية الروسية;الخارجية الإيرانية;الخارجية الإيرانية", "وزارة الخارجية"},
		},
		{Organisation, []string{"وزارة الخارجية الأميركية;وزارة الخارجية الأمريكية"}, []string{"وزارة الخارجية الأمريكية;وزارة الخارجية الأمريكية"}},
		{Organisation, []string{"الجيش الإسرائيلي;الجيش الأوكراني"}, []string{"الجيش الإسرائيلي;الجيش الأوكراني"}},
		{Organisation, []string{"إ.ب.أ;إ.ب.أ;إ ب أ"}, []string{"إ.ب.أ;إ.ب.أ;إ.ب.أ"}},
		{Organisation, []string{"حركة حماس;حماس"}, []string{"حماس;حماس"}},
		{Organisation, []string{"الناتو;ناتو"}, []string{"الناتو;الناتو"}},
		{Organisation, []string{"أوبك;أوبك+"}, []string{"أوبك;أوبك+"}},
		{Organisation, []string{"مجلس الأمن القومي الروسي;مجلس الأمن"}, []string{"مجلس الأمن القومي الروسي;مجلس الأمن"}},
	}
	for _, test := range tests {
		found := folder(test.typ, test.articles...)
		if got := entityNames(build(l, found, Edits{}), found); !slices.Equal(got, test.want) {
			t.Errorf("%q:\n got %q\nwant %q", test.articles, got, test.want)
		}
	}
}

// describe writes all that an index says, but for the ids.
func describe(x *Index, docs int) string {
	var b strings.Builder
	for id, e := range x.All() {
		fmt.Fprintf(&b, "%d %+v %v %v\n", id, e, x.Articles(id), x.Partners(id, 0))
	}
	for doc := range docs {
		fmt.Fprintln(&b, doc, x.Mentions(int32(doc)), x.Roles(int32(doc)))
	}
	return b.String()
}
