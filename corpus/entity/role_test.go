package entity

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jarida/corpus/article"
)

// marked gives a text without its marks [ ], and the mentions of people between them.
func marked(text string) (string, []Mention) {
	var plain strings.Builder
	var mentions []Mention
	for i, piece := range strings.Split(text, "[") {
		if i > 0 {
			name, rest, _ := strings.Cut(piece, "]")
			mentions = append(mentions, Mention{Start: plain.Len(), End: plain.Len() + len(name), Type: Person, Confidence: 1})
			piece = name + rest
		}
		plain.WriteString(piece)
	}
	return plain.String(), mentions
}

// oneBlock is an article that is one paragraph.
func oneBlock(text string) article.Article {
	return article.Article{Part: 1, End: len(text), Blocks: []article.Block{{End: len(text), RepeatOf: -1, Continues: -1}}}
}

// rolesIn gives the role phrases of a text with the mentions that it is taken to have.
func rolesIn(t *Tagger, text string, mentions []Mention) []Role {
	t.Find(text, oneBlock(text))
	return t.Roles(text, mentions)
}

func TestRoles(t *testing.T) {
	tagger := testTagger(t)
	tests := []struct {
		text string
		want []string // the phrase, and the number of its holder
	}{
		{"قال الرئيس الروسي [فلاديمير بوتين] إن", []string{"الرئيس الروسي 0"}},
		{"وقال وزير الخارجية الإيراني [عباس عراقجي]", []string{"وزير الخارجية الإيراني 0"}},
		{"والتقى بوزير الدفاع الأميركي", []string{"وزير الدفاع الأميركي -1"}},
		{"رسالة للرئيس الروسي من", []string{"الرئيس الروسي -1"}},
		{"وقال المتحدث باسم الكرملين [دميتري بيسكوف]، إن", []string{"المتحدث باسم الكرملين 0"}},
		{"المتحدث الرسمي للكرملين قال", []string{"المتحدث الرسمي للكرملين -1"}},
		{"وقال [دميتري بيسكوف]، المتحدث باسم الكرملين، إن", []string{"المتحدث باسم الكرملين 0"}},
		{"[رافاييل غروسي] مدير الوكالة الدولية للطاقة الذرية متحدثاً", []string{"مدير الوكالة الدولية للطاقة الذرية 0"}},
		{"المرشد ([علي خامنئي]) ورئيس إيران، السيد [مسعود بزشكيان]، قالا", []string{"المرشد 0", "رئيس إيران 1"}},
		{"رئيس الوزراء المصري الدكتور [مصطفى مدبولي] أكد", []string{"رئيس الوزراء المصري 0"}},
		{"نائب الرئيس الأميركي [جي دي فانس] زار", []string{"نائب الرئيس الأميركي 0"}},
		{"قال مستشار المرشد [علي خامنئي]", []string{"مستشار المرشد -1"}}, // of either
		{"الرئيس الروسي، و[لافروف] حضرا", []string{"الرئيس الروسي -1"}},
		{"الرئيس الروسي، [لافروف] حضر", []string{"الرئيس الروسي -1"}},
		{"الرئيس الروسي اليوم الخميس", []string{"الرئيس الروسي -1"}},
		{"رئيس مجلس النواب اللبناني [نبيه بري]", []string{"رئيس مجلس النواب اللبناني 0"}},
		{"وزير سابق قال", nil},
		{"سياسة", nil},
	}
	for _, test := range tests {
		text, mentions := marked(test.text)
		var got []string
		for _, r := range rolesIn(tagger, text, mentions) {
			got = append(got, fmt.Sprintf("%s %d", r.Phrase, r.Mention))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.text, got, test.want)
		}
	}
}

// TestOffices resolves phrases that stand alone by the articles of a folder. Each article is a day and a text.
func TestOffices(t *testing.T) {
	tests := []struct {
		name     string
		articles [][2]string
		want     string // who is behind the last phrase of the last article
	}{
		{"of the article", [][2]string{{"", "الرئيس الأميركي [جو بايدن]"}, {"", "الرئيس الأميركي [دونالد ترامب]. وقال الرئيس الأمريكي"}}, "دونالد ترامب"},
		{
			"nearest in time",
			[][2]string{{"2023-05-01", "الرئيس الأميركي [جو بايدن]"}, {"2025-05-01", "الرئيس الأميركي [دونالد ترامب]"}, {"2025-06-01", "قال الرئيس الأميركي"}},
			"دونالد ترامب",
		},
		{
			"before the change",
			[][2]string{{"2023-05-01", "الرئيس الأميركي [جو بايدن]"}, {"2025-05-01", "الرئيس الأميركي [دونالد ترامب]"}, {"2023-06-01", "قال الرئيس الأميركي"}},
			"جو بايدن",
		},
		{"a shorter phrase", [][2]string{{"", "وزير الخارجية الإيراني [عباس عراقجي]. وقال الوزير الإيراني"}}, "عباس عراقجي"},
		{"the president is not the prime minister", [][2]string{{"", "رئيس الوزراء العراقي [محمد شياع السوداني]. وقال الرئيس العراقي"}}, ""},
		{"another country", [][2]string{{"", "الرئيس الروسي [فلاديمير بوتين]. وقال الرئيس الإيراني"}}, ""},
		{"two who fit", [][2]string{{"", "وزير الخارجية الروسي [سيرغي لافروف]، ووزير الدفاع الروسي [سيرغي شويغو]، وقال الوزير الروسي"}}, ""},
		{"one office, two names for it", [][2]string{{"", "المتحدث باسم الكرملين [دميتري بيسكوف]"}, {"", "قال المتحدث الرسمي للكرملين"}}, "دميتري بيسكوف"},
		{"a former one", [][2]string{{"", "الرئيس السوري السابق [بشار الأسد]"}, {"", "قال الرئيس السوري"}}, ""},
	}
	tagger := testTagger(t)
	for _, test := range tests {
		b := tagger.Builder()
		for doc, a := range test.articles {
			text, mentions := marked(a[1])
			b.Add(Found{
				Doc: int32(doc), Date: a[0], Mentions: mentions, Surfaces: tagger.Surfaces(text, mentions),
				Roles: rolesIn(tagger, text, mentions),
			})
		}
		x := b.Index(Edits{})
		roles := x.Roles(int32(len(test.articles) - 1))
		if len(roles) == 0 {
			t.Errorf("%s: no role", test.name)
			continue
		}
		last, got := roles[len(roles)-1], ""
		if last.Entity >= 0 {
			got = x.Name(last.Entity)
		}
		if got != test.want || last.Mention >= 0 {
			t.Errorf("%s: %s is %q, want %q", test.name, last.Phrase, got, test.want)
		}
	}
}

func TestSurfaces(t *testing.T) {
	tagger := testTagger(t)
	for _, test := range []struct {
		text, mention string
		typ           Type
		want          string
	}{
		{"للكرملين", "لكرملين", Organisation, "الكرملين"},
		{"للبنان", "لبنان", Place, "لبنان"},
		{"لليبيا", "ليبيا", Place, "ليبيا"},
		{"للولايات\nالمتحدة", "لولايات\nالمتحدة", Place, "الولايات المتحدة"},
		{"للسويد", "لسويد", Place, "السويد"},
		{"للسيسي", "لسيسي", Person, "السيسي"},
		{"لندن", "لندن", Place, "لندن"},
	} {
		start := strings.LastIndex(test.text, test.mention)
		got := tagger.Surfaces(test.text, []Mention{{Start: start, End: start + len(test.mention), Type: test.typ}})
		if got[0] != test.want {
			t.Errorf("%q in %q: %q, want %q", test.mention, test.text, got[0], test.want)
		}
	}
}

// FuzzRoles holds role phrases to the text and the mentions, whatever they are.
func FuzzRoles(f *testing.F) {
	f.Add("قال الرئيس الروسي [فلاديمير بوتين] إن")
	f.Add("للرئيس، ([علي]) وزير ال لل [[]]")
	f.Add("رئيس رئيس [مجلس] المتحدث باسم")
	tagger := testTagger(f)
	f.Fuzz(func(t *testing.T, s string) {
		text, mentions := marked(s)
		end := 0
		for _, r := range rolesIn(tagger, text, mentions) {
			if r.Start < end || r.End <= r.Start || r.End > len(text) || r.Mention >= len(mentions) || r.Phrase == "" {
				t.Fatalf("%q: %+v behind %d", text, r, end)
			}
			end = r.End
		}
	})
}
