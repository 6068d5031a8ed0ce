package ui

import (
	"context"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/corpus/entity"
	"jarida/corpus/quote"
	"jarida/ui/bidi"
)

// known is a corpus whose entities are those of a list, wherever their spellings stand: the screen is tested without the model that
// finds names, but with the grouping and the quotes that it will meet.
type known struct {
	*corpus.Corpus
	tb       testing.TB
	spelled  []spelling
	builder  *entity.Builder
	index    atomic.Pointer[entity.Index]
	edits    entity.Edits
	withheld []string // ids that have not been looked through yet
}

// spelling is a name as it stands in a text, and how sure it is one.
type spelling struct {
	typ  entity.Type
	text string
	sure float32
}

// newTagger loads the lists of names once for all tests.
var newTagger = sync.OnceValues(entity.New)

// knownFolder opens a folder of files whose names are known, and the days that they mention.
func knownFolder(tb testing.TB, files map[string]string, names ...spelling) *known {
	tb.Helper()
	k := &known{Corpus: openWith(tb, files, corpus.Options{Search: true, Dates: true}), tb: tb, spelled: names}
	if err := k.WaitDates(context.Background()); err != nil {
		tb.Fatal(err)
	}
	k.look()
	return k
}

// look looks through the articles that are not withheld.
func (k *known) look() {
	t, err := newTagger()
	if err != nil {
		k.tb.Fatal(err)
	}
	k.builder = t.Builder()
	s := k.Snapshot()
	for i := range s.Len() {
		e := s.At(i)
		d, err := k.Load(context.Background(), e.Doc)
		if err != nil || slices.Contains(k.withheld, e.ID) {
			continue
		}
		mentions, surfaces := k.find(&d)
		k.builder.Add(entity.Found{Doc: int32(e.Doc), Date: e.Date.ISO, Mentions: mentions, Surfaces: surfaces})
	}
	k.index.Store(k.builder.Index(k.edits))
}

// find gives the mentions of an article.
func (k *known) find(d *corpus.Document) (mentions []entity.Mention, surfaces []string) {
	src := d.Source.Text
	for _, b := range d.Article.Blocks {
		for at := b.Start; at < b.End && b.Kind != article.Furniture; {
			n := slices.IndexFunc(k.spelled, func(s spelling) bool { return strings.HasPrefix(src[at:b.End], s.text) })
			if n < 0 {
				at++
				continue
			}
			s := k.spelled[n]
			mentions = append(mentions, entity.Mention{
				Start: at, End: at + len(s.text), Type: s.typ, Confidence: s.sure, Repeat: b.RepeatOf >= 0,
			})
			surfaces = append(surfaces, s.text)
			at += len(s.text)
		}
	}
	return mentions, surfaces
}

func (k *known) Entities(*corpus.Snapshot) *entity.Index { return k.index.Load() }

func (k *known) Progress(s *corpus.Snapshot) corpus.EntityProgress {
	return corpus.EntityProgress{Articles: s.Len(), Read: s.Len() - len(k.withheld), Done: len(k.withheld) == 0}
}

func (k *known) SetEdits(e entity.Edits) {
	k.edits = e
	k.index.Store(k.builder.Index(e))
}

func (k *known) Annotate(ctx context.Context, doc corpus.Doc) (annotated, error) {
	d, err := k.Load(ctx, doc)
	if err != nil {
		return annotated{}, err
	}
	mentions, surfaces := k.find(&d)
	a := annotated{source: d.Source.Text, index: k.index.Load()}
	for i, m := range mentions {
		id, ok := a.index.Spelled(entity.Spelled{Type: m.Type, Text: surfaces[i]})
		if !ok {
			id = -1
		}
		a.mentions = append(a.mentions, entity.Resolved{Mention: m, Entity: id})
	}
	for _, date := range corpus.Dates(d) {
		a.mentions = append(a.mentions, entity.Resolved{Mention: date, Entity: -1})
	}
	return a, nil
}

func (k *known) Quotes(ctx context.Context, doc corpus.Doc) (string, []said, error) {
	a, err := k.Annotate(ctx, doc)
	if err != nil {
		return "", nil, err
	}
	d, err := k.Load(ctx, doc)
	if err != nil {
		return "", nil, err
	}
	mentions, _ := k.find(&d)
	var quotes []said
	for _, q := range quote.New().Find(d.Source.Text, d.Article, mentions, nil) {
		speaker := ""
		if q.Speaker.Known {
			speaker = a.index.Name(a.mentions[q.Speaker.Mention].Entity)
		}
		quotes = append(quotes, said{q.Start, q.End, q.Kind, speaker, q.Verb})
	}
	return d.Source.Text, quotes, nil
}

// news is a folder of three articles about known people, places and a body.
func news(tb testing.TB) *known {
	tb.Helper()
	return knownFolder(tb, newsFiles(), newsNames...)
}

var newsNames = []spelling{
	{entity.Person, "سامي الخطيب", 0.99},
	{entity.Person, "الخطيب", 0.95},
	{entity.Person, "ليلى حداد", 0.99},
	{entity.Person, "مروان", 0.4},
	{entity.Place, "دمشق", 0.99},
	{entity.Place, "بيروت", 0.99},
	{entity.Organisation, "جمعية النور", 0.9},
}

func newsFiles() map[string]string {
	return map[string]string{
		"a.txt": "سامي الخطيب يزور دمشق\n\n16 يناير 2023\n\n" +
			"وصل المدير سامي الخطيب أمس إلى دمشق آتيا من بيروت. وقال الخطيب: «نعمل معا من أجل المدينة كلها».\n\n" +
			"وكانت ليلى حداد في استقباله، وقالت ليلى حداد: «الزيارة فرصة كبيرة لنا جميعا». وحضر مروان أيضا.\n\n" +
			strings.Repeat("فقرة لا تذكر أحدا من الناس وفيها كلام كثير عن الطقس. وجملة ثانية منها.\n\n", 12) +
			"وعاد الخطيب بعدها إلى بيروت.\n",
		"b.txt": "جمعية النور تفتح أبوابها\n\n18 يناير 2023\n\n" +
			"فتحت جمعية النور أبوابها في دمشق أمس. وأكدت ليلى حداد «أن الجمعية للجميع بلا استثناء».\n\nوقال سامي الخطيب إنه سعيد.\n",
		"c.txt": "معرض في بيروت\n\n20 يناير 2023\n\nيفتح معرض الكتاب أبوابه في بيروت غدا. وتشارك فيه جمعية النور.\n",
	}
}

func rangeOf(start, end int) bidi.Range { return bidi.Range{Start: start, End: end} }
