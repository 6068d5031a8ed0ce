package search

import (
	"slices"
	"testing"
	"time"
)

// keystrokes are what is typed to look for something: each query letter by letter.
var keystrokes = []string{"بوتين", "السعودية", "الرئيس الروسي", "وزير الخارجية", "نتنياهو", "ايران النووي"}

// Each key of six queries over the titles and names of a folder (JARIDA_CORPUS for one of 100,000), to the last name.
func BenchmarkFinderKeystroke(b *testing.B) {
	names := readNames(b)
	titles, entities := listOf(names.titles), listOf(names.names)
	var each []time.Duration
	var first time.Duration
	b.ReportAllocs()
	for b.Loop() {
		for _, query := range keystrokes {
			finder := NewFinder(nil, titles, entities)
			runes := []rune(query)
			for n := range runes {
				start, began := processorTime(), time.Now()
				a := finder.Find(b.Context(), string(runes[:n+1]), 200)
				first = max(first, time.Since(began))
				if !a.Done {
					finder.More(b.Context())
				}
				each = append(each, processorTime()-start)
			}
		}
	}
	slices.Sort(each)
	b.ReportMetric(float64(titles.Len()+entities.Len()), "names")
	b.ReportMetric(each[len(each)/2].Seconds()*1e3, "p50-cpu-ms")
	b.ReportMetric(each[len(each)*9/10].Seconds()*1e3, "p90-cpu-ms")
	b.ReportMetric(each[len(each)-1].Seconds()*1e3, "max-cpu-ms")
	b.ReportMetric(first.Seconds()*1e3, "first-max-ms")
}

// From the names of a folder to what can be searched.
func BenchmarkNewList(b *testing.B) {
	names := readNames(b)
	bytes := 0
	for _, t := range names.titles {
		bytes += len(t)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		listOf(names.titles)
	}
	b.ReportMetric(float64(len(names.titles)), "names")
}
