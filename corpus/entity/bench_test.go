package entity

import (
	"os"
	"path/filepath"
	"testing"

	"jarida/corpus/article"
)

// BenchmarkFind guards the time to find the names of articles, the word types met before or not.
func BenchmarkFind(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(sharedData(b, "articles", "dev"), "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatal(files, err)
	}
	type part struct {
		text string
		article.Article
	}
	var parts []part
	words := 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		src, err := article.Decode(raw, filepath.Base(file))
		if err != nil {
			b.Fatal(err)
		}
		for _, a := range article.Parse(src, filepath.Base(file)) {
			parts = append(parts, part{src.Text, a})
			words += a.Words
		}
	}
	tagger, err := New()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	rounds := 0
	for b.Loop() {
		for _, p := range parts {
			tagger.Find(p.text, p.Article)
		}
		rounds++
	}
	b.ReportMetric(float64(words*rounds)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLoad guards the time until the first article can be read.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
