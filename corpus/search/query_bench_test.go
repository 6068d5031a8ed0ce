package search

import (
	"testing"

	"jarida/corpus/entity"
)

// From a query as it is typed to its tree.
func BenchmarkParse(b *testing.B) {
	for _, query := range []string{"بوتين ترامب", `عنوان:(بوتين OR "مجلس الأمن") -is:unread`, "date:كانون الثاني 2026 موسكو"} {
		b.Run(query, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(query); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// From a query to the fifty best articles: everything that a screen waits for.
func BenchmarkSearch(b *testing.B) {
	sources, articles := devText(b)
	segments, _ := segmentsOf(sources, articles)
	x, err := new(Index).Add(segments...).Merge(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	facts := make(benchFacts, len(articles))
	for i := range articles {
		facts[i].source = articles[i].Source
		facts[i].days, facts[i].dated = isoDays(articles[i].Date.ISO)
	}
	for _, bm := range []struct {
		name, query string
		typing      bool
	}{
		{name: "word", query: "بوتين"},
		{name: "word of many articles", query: "السعودية"},
		{name: "word of most articles", query: "من"},
		{name: "and", query: "بوتين ترامب"},
		{name: "and of many articles", query: "الرئيس السعودية"},
		{name: "and of frequent words", query: "مجلس الأمن"},
		{name: "and of function words", query: "من في"},
		{name: "three", query: "مجلس الأمن إيران"},
		{name: "not", query: "الرئيس -السعودية"},
		{name: "or", query: "بوتين OR ترامب OR ماكرون"},
		{name: "phrase", query: `"الرئيس الروسي"`},
		{name: "phrase of frequent words", query: `"من قبل"`},
		{name: "phrase of function words", query: `"على أن"`},
		{name: "phrase of three", query: `"من خلال هذه"`},
		{name: "title", query: "title:السعودية"},
		{name: "exact", query: "=على"},
		{name: "near", query: "~بوتن"},
		{name: "typing one letter", query: "ب", typing: true},
		{name: "typing two letters", query: "الرئيس بو", typing: true},
		{name: "word and date", query: "السعودية date:2015"},
		{name: "date alone", query: "date:2015"},
		{name: "source alone", query: "source:سبق"},
		{name: "everything"},
		{name: "latin letters", query: "putin"},
		{name: "another layout", query: "kjkdhi,"},
		{name: "nothing", query: "بوتين مرررحبا"},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.ReportAllocs()
			found, start := 0, processorTime()
			for b.Loop() {
				r, err := x.Search(b.Context(), Request{Query: parsed(b, bm.query), Typing: bm.typing, Limit: 50, Today: today, Newer: newer}, facts)
				if err != nil {
					b.Fatal(err)
				}
				found = r.Total
			}
			b.ReportMetric((processorTime()-start).Seconds()*1e3/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(found), "articles")
		})
	}
}

// benchFacts are the dates and sources of articles.
type benchFacts []struct {
	days

	dated  bool
	source string
}

// Day implements Facts.
func (f benchFacts) Day(doc int32) (first, last int32, ok bool) {
	return f[doc].first, f[doc].last, f[doc].dated
}

// Mentions implements Facts.
func (f benchFacts) Mentions(int32, int32, int32) bool { return false }

// Source implements Facts.
func (f benchFacts) Source(doc int32) string { return f[doc].source }

// Section implements Facts.
func (f benchFacts) Section(int32) string { return "" }

// Entities implements Facts.
func (f benchFacts) Entities(entity.Type, string) (docs []int32, known bool) { return nil, false }

// State implements Facts.
func (f benchFacts) State(string) (docs Set, ok bool) { return nil, false }
