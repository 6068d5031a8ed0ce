package search

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"jarida/corpus/article"
	"jarida/corpus/calendar"
	"jarida/corpus/entity"
)

// piece is an article of a test.
type piece struct {
	title, body     string
	date            string // ISO 8601
	mentioned       string // "2026-01-15 2026-02-01": the days that it mentions
	source, section string
	names           string // "person:بوتين place:موسكو": the entities that are mentioned
	states          string // "unread starred"
}

// corpus is articles of a test, numbered as they stand there: a later one is newer.
type corpus []piece

// index makes an index of the articles, in two segments.
func (c corpus) index(tb testing.TB) *Index {
	tb.Helper()
	x, b := new(Index), new(Builder)
	for i, t := range c {
		src := t.title + "\n\n" + t.body + "\n"
		body := len(t.title) + 2
		b.Add(int32(i), src, &article.Article{
			Part: 1, End: len(src), Title: article.Headline{Text: t.title, End: len(t.title)}, Date: calendar.Date{ISO: t.date},
			Blocks: []article.Block{
				{Kind: article.Title, End: len(t.title), RepeatOf: -1, Continues: -1},
				{Kind: article.Paragraph, Start: body, End: body + len(t.body), RepeatOf: -1, Continues: -1},
			},
		})
		if i == len(c)/2 {
			x = x.Add(b.Segment())
		}
	}
	return x.Add(b.Segment())
}

// Day implements Facts.
func (c corpus) Day(doc int32) (first, last int32, ok bool) {
	d, ok := isoDays(c[doc].date)
	return d.first, d.last, ok
}

// Mentions implements Facts.
func (c corpus) Mentions(doc, first, last int32) bool {
	return slices.ContainsFunc(strings.Fields(c[doc].mentioned), func(iso string) bool {
		d, ok := isoDays(iso)
		return ok && first <= d.first && d.first <= last
	})
}

// Source implements Facts.
func (c corpus) Source(doc int32) string { return c[doc].source }

// Section implements Facts.
func (c corpus) Section(doc int32) string { return c[doc].section }

// Entities implements Facts.
func (c corpus) Entities(t entity.Type, name string) (docs []int32, known bool) {
	for i, text := range c {
		for mention := range strings.FieldsSeq(text.names) {
			if field, n, _ := strings.Cut(mention, ":"); entityTypes[field] == t && foldedText(n) == foldedText(name) {
				docs = append(docs, int32(i))
			}
		}
	}
	return docs, docs != nil || name == "معروف"
}

// State implements Facts.
func (c corpus) State(name string) (docs Set, ok bool) {
	for i, text := range c {
		if slices.Contains(strings.Fields(text.states), name) {
			docs = docs.With(int32(i))
		}
	}
	return docs, name != "archived"
}

// newer is the order of the articles where they are equally good.
func newer(a, b int32) bool { return a > b }

// news is a small folder.
var news = corpus{
	{
		title: "لقاء في جنيف", body: "قال الكرملين إن بوتين سيلتقي ترامب. وأضاف أن إيران لن تحضر.", date: "2026-01-10", source: "وكالة تاس", section: "سياسة", mentioned: "2026-01-09 2026-02-01",
		names: "person:بوتين person:ترامب org:الكرملين place:إيران", states: "unread quote",
	},
	{title: "بوتين يصل إلى موسكو", body: "وصل الرئيس الروسي فجرا.", date: "2026-01-16", source: "رويترز", section: "أخبار السياسة", names: "person:بوتين place:موسكو", states: "unread starred"},
	{title: "كأس العالم", body: "فاز المنتخب السعودي على ايران في المباراة.", date: "2026-01", source: "الجزيرة نت", section: "الرياضة", names: "place:ايران", states: "read"},
	{title: "أسعار النفط", body: "ارتفعت الأسعار في طهران وموسكو. نقلت CNN الخبر.", date: "2025", source: "رويترز\nأحمد علي", section: "اقتصاد", states: "read later"},
	{title: "بلا تاريخ", body: "مقالة قصيرة عن الطقس، لإيران نصيب منها.", states: "unread"},
}

// today is the day of the tests.
const today = 20_469 // 2026-01-16

// ask searches, and gives the numbers of the hits, best first.
func ask(tb testing.TB, x *Index, query string, f Facts) ([]int32, Result) {
	tb.Helper()
	r, err := x.Search(context.Background(), Request{Query: parsed(tb, query), Today: today, Newer: newer}, f)
	if err != nil {
		tb.Fatalf("%s: %v", query, err)
	}
	var docs []int32
	for _, h := range r.Hits {
		docs = append(docs, h.Doc)
	}
	if r.Total != len(docs) || r.Docs.Len() != r.Total || (r.Total == 0) != (r.Why != "") {
		tb.Errorf("%s: %d hits, total %d, set of %d, why %q", query, len(docs), r.Total, r.Docs.Len(), r.Why)
	}
	return docs, r
}

func TestSearch(t *testing.T) {
	t.Parallel()
	tests := []struct {
		query string
		docs  []int32 // in any order
	}{
		{"", []int32{0, 1, 2, 3, 4}},
		{"بوتين", []int32{0, 1}},
		{"إيران", []int32{0, 2, 4}},
		{"=إيران", []int32{0}},
		{"=ايران", []int32{2}},
		{"بوتين إيران", []int32{0}},
		{"بوتين OR النفط", []int32{0, 1, 3}},
		{"(بوتين OR النفط) موسكو", []int32{1, 3}},
		{"-بوتين", []int32{2, 3, 4}},
		{"-بوتين -النفط", []int32{2, 4}},
		{"-(بوتين OR النفط)", []int32{2, 4}},
		{"-(بوتين موسكو)", []int32{0, 2, 3, 4}},
		{"إيران -ترامب", []int32{2, 4}},
		{"«الرئيس الروسي»", []int32{1}},
		{"«سيلتقي ترامب» -«الرئيس الروسي»", []int32{0}},
		{"title:بوتين", []int32{1}},
		{"عنوان:(بوتين OR النفط)", []int32{1, 3}},
		{"سيلت*", []int32{0}},
		{"CNN", []int32{3}},

		{"person:بوتين", []int32{0, 1}},
		{"person:بوتين place:إيران", []int32{0}},
		{"مكان:ايران", []int32{0, 2}},
		{"هيئة:الكرملين", []int32{0}},
		{"-person:بوتين is:unread", []int32{4}},
		{"source:رويترز", []int32{1, 3}},
		{`source:"احمد على"`, []int32{3}},
		{"source:تاس", []int32{0}},
		{"section:رياضة", []int32{2}},
		{"section:السياسه", []int32{0, 1}},
		{"is:unread", []int32{0, 1, 4}},
		{"is:مقروء is:later", []int32{3}},
		{"has:quote OR is:starred", []int32{0, 1}},

		{"date:2026", []int32{0, 1, 2}},
		{"date:2026-01", []int32{0, 1, 2}},
		{"date:2026-01-16", []int32{1, 2}},
		{"date:>2026-01-10", []int32{1}},
		{"date:>=2026-01", []int32{0, 1, 2}},
		{"date:<2026", []int32{3}},
		{"date:2025..2026-01-10", []int32{0, 2, 3}},
		{"date:اليوم", []int32{1, 2}},
		{"date:آخر ٧ أيام", []int32{0, 1, 2}},
		{"date:كانون الثاني 2026 إيران", []int32{0, 2}},
		{"date:رجب 1447", []int32{0, 1, 2, 3}}, // the year 2025 overlaps it
		{"-date:2026", []int32{3, 4}},
		{"date:1447-07-27 بوتين", []int32{1}},
		{"mentions:2026-02-01", []int32{0}},
		{"يذكر:>2026-01-10 بوتين", []int32{0}},
		{"mentions:2026-01-10", nil},
		{"-mentions:2026-02 بوتين", []int32{1}},
	}
	x := news.index(t)
	for _, tt := range tests {
		docs, _ := ask(t, x, tt.query, news)
		slices.Sort(docs)
		if !slices.Equal(docs, tt.docs) {
			t.Errorf("%s finds %v, not %v", tt.query, docs, tt.docs)
		}
	}
}

// TestSearchWhy sees that nothing is ever not found without a reason.
func TestSearchWhy(t *testing.T) {
	t.Parallel()
	tests := []struct {
		query  string
		reason Reason
	}{
		{"بوتين نيويورك", Reason{NoWord, "نيويورك", ""}},
		{"نيويورك باريس", Reason{NoWord, "نيويورك", ""}},
		{"«الرئيس الفرنسي»", Reason{NoWord, "الفرنسي", ""}},
		{"«الروسي الرئيس»", Reason{NoPhrase, `"الروسي الرئيس"`, ""}},
		{"title:إيران", Reason{NoTitle, "إيران", ""}},
		{"title:باريس", Reason{NoWord, "باريس", ""}},
		{"=إيرآن", Reason{NoSpelling, "=إيرآن", ""}},
		{"title:=إيرآن", Reason{NoSpelling, "=إيرآن", ""}},
		{"ترامب النفط", Reason{Together, "ترامب", "النفط"}},
		{"إيران الكرملين المباراة", Reason{Together, "الكرملين", "المباراة"}},
		{"إيران -(بوتين OR المباراة OR الطقس)", Reason{Together, "إيران", "-(بوتين OR المباراة OR الطقس)"}},
		{"is:unread إيران موسكو", Reason{Together, "إيران", "موسكو"}},
		{"-إيران -موسكو -باريس", Reason{Together, "-إيران", "-موسكو"}},
		{"-(بوتين OR -بوتين)", Reason{AllExcluded, "-(بوتين OR -بوتين)", ""}},
		{"باريس OR نيويورك", Reason{NoneFits, "باريس OR نيويورك", ""}},
		{"person:ماكرون", Reason{NoName, "ماكرون", ""}},
		{"person:معروف", Reason{NoMention, "معروف", ""}},
		{"source:الأهرام", Reason{NoSource, "الأهرام", ""}},
		{"section:فن", Reason{NoSection, "فن", ""}},
		{"date:2020", Reason{NoDay, "2020", ""}},
		{"mentions:2020", Reason{NoMention, "2020", ""}},
		{"is:inbox", Reason{NoState, "is:inbox", ""}},
		{"is:archived", Reason{NotKnown, "is:archived", ""}},
	}
	x := news.index(t)
	for _, tt := range tests {
		docs, r := ask(t, x, tt.query, news)
		if len(docs) > 0 || r.Reason != tt.reason || r.Why != tt.reason.String() || strings.Contains(r.Why, "%!") {
			t.Errorf("%s finds %v: %+v, %s", tt.query, docs, r.Reason, r.Why)
		}
	}
	for _, query := range []string{"person:بوتين", "is:unread", "date:2026", "source:رويترز", "has:quote"} {
		if _, r := ask(t, x, query, nil); r.Reason.Kind != NotKnown {
			t.Errorf("%s without facts: %s", query, r.Why)
		}
	}
	if _, r := ask(t, new(Index), "بوتين", news); r.Reason.Kind != NoArticles {
		t.Errorf("without articles: %s", r.Why)
	}
	if _, r := ask(t, new(Index), "", nil); r.Reason.Kind != NoArticles {
		t.Errorf("without articles and query: %s", r.Why)
	}
}

func TestSearchOrder(t *testing.T) {
	t.Parallel()
	filler := strings.Repeat(" كلام آخر لا يهم أحدا هنا", 4)
	tests := []struct {
		name, query string
		corpus      corpus
		docs        []int32
	}{
		{"newest first without words", "", corpus{{title: "أول"}, {title: "ثان"}, {title: "ثالث"}}, []int32{2, 1, 0}},
		{"newest first among filtered", "is:unread", corpus{{title: "أول", states: "unread"}, {title: "ثان"}, {title: "ثالث", states: "unread"}}, []int32{2, 0}},
		{"title before body", "بوتين", corpus{{title: "بوتين في جنيف", body: filler}, {title: "لقاء في جنيف", body: "بوتين" + filler}}, []int32{0, 1}},
		{"exact before folded before clitic", "إيران", corpus{
			{title: "خبر", body: "إيران" + filler}, {title: "خبر", body: "ايران" + filler}, {title: "خبر", body: "وإيران" + filler},
		}, []int32{0, 1, 2}},
		{"what is spelled so before another word that folds alike", "علي", corpus{
			{title: "خبر", body: "علي" + filler + filler}, {title: "خبر", body: "على على على"}, {title: "خبر", body: "على هذا"}, {title: "خبر", body: "على ذلك"},
		}, []int32{0, 1, 3, 2}},
		{"more often first", "بوتين", corpus{{title: "خبر", body: "بوتين بوتين بوتين" + filler}, {title: "خبر", body: "بوتين وحده هنا" + filler}}, []int32{0, 1}},
		{"near words first", "بوتين ترامب", corpus{{title: "خبر", body: "بوتين ترامب" + filler}, {title: "خبر", body: "بوتين" + filler + " ترامب"}}, []int32{0, 1}},
		{"newer first", "بوتين", corpus{{title: "خبر", body: "بوتين" + filler}, {title: "خبر", body: "بوتين" + filler}}, []int32{1, 0}},
		{"newer first where hardly different", "بوتين", corpus{
			{title: "خبر", body: "بوتين" + strings.Repeat(filler, 10)}, {title: "خبر", body: "بوتين" + strings.Repeat(filler, 10) + " كلمة"},
		}, []int32{1, 0}},
		{"both of two before one", "بوتين OR ترامب", corpus{{title: "خبر", body: "بوتين ترامب" + filler}, {title: "خبر", body: "بوتين" + filler}}, []int32{0, 1}},
	}
	for _, tt := range tests {
		x := tt.corpus.index(t)
		if docs, _ := ask(t, x, tt.query, tt.corpus); !slices.Equal(docs, tt.docs) {
			t.Errorf("%s: %v, not %v", tt.name, docs, tt.docs)
		}
		r, err := x.Search(context.Background(), Request{Query: parsed(t, tt.query), Limit: 1, Newer: newer}, tt.corpus)
		if err != nil || len(r.Hits) != 1 || r.Hits[0].Doc != tt.docs[0] || r.Total != len(tt.docs) {
			t.Errorf("%s: the first of all is %v, %v", tt.name, r.Hits, err)
		}
	}
}

// TestSearchSpellings has the table of queries that other readers get wrong: each pair has to find the same.
func TestSearchSpellings(t *testing.T) {
	t.Parallel()
	c := corpus{
		{title: "إيران", body: "قال بوتين كلاما إلى وزارة الخارجية هنا"},
		{title: "عام 2026", body: "نظّمته طهران توازناً مع موسكو"},
		{title: "عام ٢٠٢٦", body: "ايران وبوتين والخارجيه الي نظمته توازنا"},
		{title: "لإيران", body: "بوتـين في إيــران"},
		{title: "كلام", body: "لا شيء هنا"},
	}
	for range 40 { // و is taken off where that leaves a far more frequent word
		c = append(c, piece{title: "خبر", body: "بوتين"})
	}
	rows := []struct {
		queries []string
		docs    []int32
	}{
		{[]string{"إيران", "ايران", "أيران", "ایران", "إيـــران", "إِيران"}, []int32{0, 2, 3}},
		{[]string{"الخارجية", "الخارجيه"}, []int32{0, 2}},
		{[]string{"إلى", "الي", "الى"}, []int32{0, 2}},
		{[]string{"نظّمته", "نظمته"}, []int32{1, 2}},
		{[]string{"توازناً", "توازنا"}, []int32{1, 2}},
		{[]string{"بوتـين", "بوتين", "وبوتين"}, []int32{0, 2, 3}},
		{[]string{"٢٠٢٦", "2026", "۲۰۲۶"}, []int32{1, 2}},
	}
	x := c.index(t)
	for _, row := range rows {
		for _, query := range row.queries {
			docs, _ := ask(t, x, query, c)
			slices.Sort(docs)
			docs = slices.DeleteFunc(docs, func(d int32) bool { return d > 4 })
			if !slices.Equal(docs, row.docs) {
				t.Errorf("%s finds %v, not %v", query, docs, row.docs)
			}
		}
	}
	if docs, _ := ask(t, x, "إلى", c); docs[0] != 0 {
		t.Errorf("إلى finds %v: what is spelled so does not come first", docs)
	}
	if docs, _ := ask(t, x, "الي", c); docs[0] != 2 {
		t.Errorf("الي finds %v: what is spelled so does not come first", docs)
	}
}

func TestSearchTyping(t *testing.T) {
	t.Parallel()
	x := news.index(t)
	for _, tt := range []struct {
		query string
		total int
	}{
		{"إيران سيل", 1}, {"سيل", 1}, {"سيل ", 0}, {"سيل إيران", 0}, {"=سيل", 0}, {`"سيل"`, 0}, {"title:موس", 1}, {"إيران -سيل", 3}, {"person:بوت", 0},
	} {
		r, err := x.Search(context.Background(), Request{Query: parsed(t, tt.query), Typing: true}, news)
		if err != nil || r.Total != tt.total {
			t.Errorf("%q finds %d, not %d: %v", tt.query, r.Total, tt.total, err)
		}
	}
}

// never is a context that is cancelled after it was asked so often.
type never struct {
	context.Context

	asks int
}

func (n *never) Err() error {
	if n.asks--; n.asks < 0 {
		return context.Canceled
	}
	return nil
}

// TestSearchCancelled sees that a cancelled search ends, wherever it is, with the error of its context.
func TestSearchCancelled(t *testing.T) {
	t.Parallel()
	x := news.index(t)
	for _, query := range []string{"بوتين", "بوتين -(إيران OR date:2026)", "«الرئيس الروسي»", "source:رويترز", "is:unread", "", "باريس"} {
		for asks := range 100 {
			_, err := x.Search(&never{t.Context(), asks}, Request{Query: parsed(t, query)}, news)
			if err == nil {
				if asks == 0 {
					t.Errorf("%s: the context is never asked", query)
				}
				break
			}
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("%s: %v", query, err)
			}
		}
	}
}

// TestSearchLatin asks in Latin letters, and on the wrong keyboard layout.
func TestSearchLatin(t *testing.T) {
	t.Parallel()
	c := slices.Clone(news)
	for range 8 {
		c = append(c, piece{title: "خبر عن نتنياهو", body: "قال بوتين شيئا في الكرملين", names: "person:نتنياهو"})
	}
	c = append(c, piece{title: "بوتين Putin", body: "كلام"})
	x := c.index(t)
	tests := []struct {
		query, same string // what has to find the same articles
		notes       []Note
	}{
		{"putin", "بوتين", []Note{{Word: "putin", As: "بوتين", How: Sound}}},
		{"-putin", "-بوتين", []Note{{Word: "putin", As: "بوتين", How: Sound}}},
		{"title:putin", "title:بوتين", []Note{{Word: "putin", As: "بوتين", How: Sound}}},
		{"tehran moscow", "طهران موسكو", []Note{{Word: "tehran", As: "طهران", How: Sound}, {Word: "moscow", As: "موسكو", How: Sound}}},
		{"kjkdhi,", "نتنياهو", []Note{{Word: "kjkdhi,", As: "نتنياهو", How: Layout}}},
		{"hg;vlgdk f,jdk", "الكرملين بوتين", []Note{{Word: "hg;vlgdk", As: "الكرملين", How: Layout}, {Word: "f,jdk", As: "بوتين", How: Layout}}},
		{"person:putin", "person:بوتين", []Note{{Word: "putin", As: "بوتين", How: Sound}}},
		{"putin and the kremlin", "بوتين الكرملين", []Note{
			{Word: "putin", As: "بوتين", How: Sound}, {Word: "kremlin", As: "الكرملين", How: Sound}, {Word: "and"}, {Word: "the"},
		}},
		{"The kremlin", "الكرملين", []Note{{Word: "kremlin", As: "الكرملين", How: Sound}, {Word: "The"}}},
		{"in the tehran", "طهران", []Note{{Word: "tehran", As: "طهران", How: Sound}, {Word: "in"}, {Word: "the"}}},
		{"-(the kremlin)", "-الكرملين", []Note{{Word: "kremlin", As: "الكرملين", How: Sound}, {Word: "the"}}},
		{"CNN", "=CNN", nil},
		{`"putin"`, "=Putin", nil},
		{"بوتين", "بوتين", nil},
	}
	for _, tt := range tests {
		docs, r := ask(t, x, tt.query, c)
		same, _ := ask(t, x, tt.same, c)
		slices.Sort(docs)
		slices.Sort(same)
		applied := slices.DeleteFunc(r.Notes, func(n Note) bool { return n.Offer })
		if len(docs) == 0 || !slices.Equal(docs, same) || !slices.Equal(applied, tt.notes) {
			t.Errorf("%s finds %v, and %s finds %v: %+v", tt.query, docs, tt.same, same, r.Notes)
		}
	}
	r, err := x.Search(t.Context(), Request{Query: parsed(t, "putin"), NoLatin: true}, c)
	if err != nil || r.Total != 1 || len(r.Notes) > 0 {
		t.Errorf("without Latin letters: %d, %+v, %v", r.Total, r.Notes, err)
	}
	for _, query := range []string{"قال the", "the and", `putin "and"`, "putin =and", "putin title:and"} {
		if docs, r := ask(t, x, query, c); len(docs) > 0 {
			t.Errorf("%s finds %v: %+v", query, docs, r.Notes)
		}
	}
	if docs, _ := ask(t, x, "putin", c); docs[0] != int32(len(c)-1) {
		t.Errorf("what has the word itself does not come first: %v", docs)
	}
}

// TestSearchOffers sees that an offer is a query, and the one that it says.
func TestSearchOffers(t *testing.T) {
	t.Parallel()
	x := news.index(t)
	for _, query := range []string{"-cnn (title:~cnn OR is:unread)", "ايران cnn", "lk", "title:lk -موسكو", "salam", "فخ date:2026"} {
		_, r := ask(t, x, query, news)
		for _, n := range r.Notes {
			if q, err := Parse(n.As); err != nil || n.Offer && q.String() != n.As {
				t.Errorf("%s: %+v: %v", query, n, err)
			}
		}
	}
	s := searcher{request: Request{Query: parsed(t, "ايران -title:~cnn")}}
	s.asked = s.request.Query.root
	var cnn *termNode
	s.request.Query.each(func(n node, excluded bool) {
		if t, ok := n.(*termNode); ok && excluded {
			cnn = t
		}
	})
	s.offer(cnn, Reading{Text: "سي ان ان", How: Sound}, 0)
	s.offer(cnn, Reading{Text: "سنن", How: Sound}, 1)
	s.offer(cnn, Reading{Text: "a:b", How: Layout}, 2)
	s.offer(cnn, Reading{Text: "بوتين", How: Layout}, mostOffers)
	want := []Note{
		{"cnn", `ايران -title:"سي ان ان"`, Sound, true}, {"cnn", "ايران -title:~سنن", Sound, true}, {"cnn", `ايران -title:"a:b"`, Layout, true},
	}
	if !slices.Equal(s.notes, want) {
		t.Errorf("%+v", s.notes)
	}
}
