//go:build unix

package corpus

import (
	"os"
	"syscall"
	"testing"
	"time"

	"jarida/corpus/entity"
	"jarida/corpus/search"
)

// processorTime gives how long the processors have worked for this program.
func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// From the name of a folder, in JARIDA_CORPUS, to the titles of the first screen: every file is looked at, a screenful is read.
func BenchmarkFirstScreenOfFolder(b *testing.B) {
	folder := os.Getenv("JARIDA_CORPUS")
	if folder == "" {
		b.Skip("JARIDA_CORPUS names no folder")
	}
	b.ReportAllocs()
	files, began := 0, processorTime()
	for b.Loop() {
		c, err := Open(b.Context(), []string{folder}, Options{After: make(chan struct{})})
		if err != nil {
			b.Fatal(err)
		}
		files = c.Snapshot().Len()
		c.Close()
	}
	b.ReportMetric((processorTime()-began).Seconds()*1000/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(files), "files")
}

// From the name of a folder, in JARIDA_CORPUS, to the index of all that its articles say, without a cache.
func BenchmarkIndexOfFolder(b *testing.B) {
	folder := os.Getenv("JARIDA_CORPUS")
	if folder == "" {
		b.Skip("JARIDA_CORPUS names no folder")
	}
	b.ReportAllocs()
	began, text := processorTime(), int64(0)
	for b.Loop() {
		c, err := Open(b.Context(), []string{folder}, Options{First: 1, Search: true, Keys: true, Lazy: true})
		if err != nil {
			b.Fatal(err)
		}
		if err := c.Wait(b.Context()); err != nil {
			b.Fatal(err)
		}
		text = c.Snapshot().Progress().Bytes
		c.Close()
	}
	b.SetBytes(text)
	b.ReportMetric((processorTime()-began).Seconds()*1000/float64(b.N), "cpu-ms/op")
}

// From the name of a folder, in JARIDA_CORPUS, to all that is found in its articles beside the index, without a cache: names, roles and quotations, dates
// and quantities, stories, the days that are mentioned.
func BenchmarkFindingsOfFolder(b *testing.B) {
	folder := os.Getenv("JARIDA_CORPUS")
	if folder == "" {
		b.Skip("JARIDA_CORPUS names no folder")
	}
	b.ReportAllocs()
	began, found := processorTime(), 0
	for b.Loop() {
		look := func() Looker { return func(Document, []entity.Mention, []Amount) {} }
		c, err := Open(b.Context(), []string{folder}, Options{First: 1, Entities: true, Lookers: look, Stories: true, Dates: true, Lazy: true})
		if err != nil {
			b.Fatal(err)
		}
		if err := c.WaitDates(b.Context()); err != nil {
			b.Fatal(err)
		}
		found = c.Snapshot().Entities().Len()
		c.Close()
	}
	b.ReportMetric((processorTime()-began).Seconds()*1000/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(found), "entities")
}

// What a query takes over a folder, named by JARIDA_CORPUS, once all is read and merged; .ci/compare.sh sets that beside other tools.
func BenchmarkQueryOfFolder(b *testing.B) {
	folder := os.Getenv("JARIDA_CORPUS")
	if folder == "" {
		b.Skip("JARIDA_CORPUS names no folder")
	}
	c, err := Open(b.Context(), []string{folder}, Options{First: 1, Search: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(c.Close)
	if err := c.Wait(b.Context()); err != nil {
		b.Fatal(err)
	}
	s := c.Snapshot()
	index, err := s.FullText().Merge(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for name, text := range map[string]string{
		"word": "بوتين", "two words": "الرئيس الروسي", "phrase": `"الرئيس الروسي"`, "prefix": "بو*", "near spelling": "~نتنياهو",
		"frequent words": "مجلس الأمن", "frequent phrase": `"من قبل"`,
	} {
		q, err := search.Parse(text)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			found, began := 0, processorTime()
			for b.Loop() {
				r, err := index.Search(b.Context(), search.Request{Query: q, Limit: 20}, s.Facts(nil))
				if err != nil {
					b.Fatal(err)
				}
				found = r.Total
			}
			b.ReportMetric((processorTime()-began).Seconds()*1000/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(found), "articles")
		})
	}
}
