package bidi

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// dataDir is the folder of the real articles that some tests read.
func dataDir(tb testing.TB) string {
	tb.Helper()
	root := os.Getenv("JARIDA_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	dir := filepath.Join(root, "data", "articles", "dev")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			tb.Fatalf("the article data is required: %v", err)
		}
		tb.Skipf("no article data (JARIDA_SHARED names the folder that has data/ in it): %v", err)
	}
	return dir
}

// articleLines gives every line of the articles that is not blank.
func articleLines(tb testing.TB) []string {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join(dataDir(tb), "*.txt"))
	if err != nil || len(files) == 0 {
		tb.Fatalf("no articles found: %v", err)
	}
	var lines []string
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		lines = append(lines, nonBlank(string(b))...)
	}
	return lines
}

func nonBlank(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
}

// benchText gives the lines to measure, those of the file in JARIDA_BENCH_LINES or of the articles, and their characters.
func benchText(b *testing.B) (lines []string, chars int) {
	b.Helper()
	if name := os.Getenv("JARIDA_BENCH_LINES"); name != "" {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		lines = nonBlank(string(text))
	} else {
		lines = articleLines(b)
	}
	for _, l := range lines {
		chars += utf8.RuneCountInString(l)
	}
	return lines, chars
}

func benchLines(b *testing.B, o Options) {
	b.Helper()
	lines, chars := benchText(b)
	var lo Layouter
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range lines {
			lo.Layout(l, 0, o)
		}
	}
	b.ReportMetric(float64(chars)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mchar/s")
}

// The reader: every paragraph of an article, wrapped.
func BenchmarkLayoutWrapped(b *testing.B) { benchLines(b, Options{Width: 60}) }

// The dump: lines as long as their paragraphs, which is what FriBidi does.
func BenchmarkLayoutUnbroken(b *testing.B) { benchLines(b, Options{Base: RTL, PlainTokens: true}) }

// The list: titles on one line.
func BenchmarkLayoutOneLine(b *testing.B) { benchLines(b, Options{Width: 60, MaxLines: 1}) }

// Terminals that draw marks right.
func BenchmarkLayoutTashkeel(b *testing.B) { benchLines(b, Options{Width: 60, KeepTashkeel: true}) }

// UAX #9 alone, from text to levels.
func BenchmarkLevels(b *testing.B) {
	lines, chars := benchText(b)
	var p paragraph
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range lines {
			p.read(l, Options{Base: RTL, PlainTokens: true})
			p.resolve(Options{Base: RTL})
		}
	}
	b.ReportMetric(float64(chars)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mchar/s")
}
