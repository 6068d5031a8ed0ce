package search

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"jarida/corpus/article"
)

// devText reads the articles that were collected, or those of the folder that JARIDA_CORPUS names.
func devText(b *testing.B) (sources []string, articles []article.Article) {
	b.Helper()
	folder := os.Getenv("JARIDA_CORPUS")
	if folder == "" {
		shared := os.Getenv("JARIDA_SHARED")
		if shared == "" {
			shared = filepath.Join("..", "..", "..", "shared")
		}
		folder = filepath.Join(shared, "data", "articles", "dev")
	}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		src, err := article.Decode(raw, path)
		if err != nil {
			return nil //nolint:nilerr // a folder may have files that are no text
		}
		for _, a := range article.Parse(src, path) {
			sources, articles = append(sources, src.Text), append(articles, a)
		}
		return nil
	})
	switch {
	case err != nil && os.Getenv("JARIDA_REQUIRE_DATA") == "1":
		b.Fatal(err)
	case err != nil:
		b.Skip("no data, JARIDA_SHARED names the folder that has data/ in it: ", err)
	}
	return sources, articles
}

// segmentBytes is how much text the benchmarks put into a segment.
const segmentBytes = 8 << 20

// segmentsOf builds the segments of articles, and gives how much text they have.
func segmentsOf(sources []string, articles []article.Article) (segments []*Segment, text int) {
	var b Builder
	for i := range articles {
		b.Add(int32(i), sources[i], &articles[i])
		if b.Bytes() >= segmentBytes || i == len(articles)-1 {
			text += b.Bytes()
			segments = append(segments, b.Segment())
		}
	}
	return segments, text
}

// From parsed articles to segments, on one core.
func BenchmarkIndexBuild(b *testing.B) {
	sources, articles := devText(b)
	_, text := segmentsOf(sources, articles)
	b.SetBytes(int64(text))
	b.ReportAllocs()
	for b.Loop() {
		segmentsOf(sources, articles)
	}
}

// From all segments to one, on all cores.
func BenchmarkIndexMerge(b *testing.B) {
	sources, articles := devText(b)
	segments, text := segmentsOf(sources, articles)
	x := new(Index).Add(segments...)
	b.SetBytes(int64(text))
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		merged, err := x.Merge(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		size = merged.Size()
	}
	b.ReportMetric(100*float64(size)/float64(text), "%-of-text")
}

// benchLeaves is what is looked for in an index.
var benchLeaves = []struct {
	name string
	leaf leaf
}{
	{"word", leaf{text: "بوتين"}},
	{"frequent word", leaf{text: "السعودية"}},
	{"function word", leaf{text: "في"}},
	{"exact word", leaf{text: "إيران", exact: true}},
	{"phrase", leaf{text: "الرئيس الروسي"}},
	{"frequent phrase", leaf{text: "المملكة العربية السعودية"}},
	{"phrase of function words", leaf{text: "من قبل"}},
	{"prefix of one letter", leaf{text: "ب", prefix: true}},
	{"prefix of two letters", leaf{text: "ال", prefix: true}},
	{"prefix of four letters", leaf{text: "السع", prefix: true}},
	{"near", leaf{text: "بوتن", near: true}},
	{"near of three letters", leaf{text: "علي", near: true}},
}

// From a leaf to the score of each article that it was found in.
func BenchmarkIndexFind(b *testing.B) {
	sources, articles := devText(b)
	segments, _ := segmentsOf(sources, articles)
	x, err := new(Index).Add(segments...).Merge(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for _, q := range benchLeaves {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				s := x.seeker()
				f, err := s.find(b.Context(), q.leaf)
				if err != nil {
					b.Fatal(err)
				}
				n = f.docs.Len()
				s.close()
			}
			b.ReportMetric(float64(n), "articles")
		})
	}
}
