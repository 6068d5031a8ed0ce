package search

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// realNames is names of real articles: their titles, and as many strings of two to five words as stand for the names in them.
type realNames struct {
	titles, names []string
}

var (
	namesOnce struct {
		sync.Once
		realNames
	}
	wordsOnce struct {
		sync.Once
		counts map[string]int
	}
)

// readNames reads names of the articles of the folder in JARIDA_CORPUS, or of those that were collected, once for all tests.
func readNames(tb testing.TB) realNames {
	tb.Helper()
	paths := realPaths(tb)
	namesOnce.Do(func() {
		for _, path := range paths {
			if src, ok := readSource(path); ok {
				namesOnce.add(path, src)
			}
		}
	})
	return namesOnce.realNames
}

// readWords counts the articles of the same folder that each word stands in, folded.
func readWords(tb testing.TB) map[string]int {
	tb.Helper()
	paths := realPaths(tb)
	wordsOnce.Do(func() {
		wordsOnce.counts = map[string]int{}
		for _, path := range paths {
			src, _ := readSource(path)
			seen := map[string]bool{}
			for w := range strings.FieldsSeq(string(arabic.AppendFold(nil, src.Text))) {
				if !seen[w] {
					seen[w] = true
					wordsOnce.counts[w]++
				}
			}
		}
	})
	return wordsOnce.counts
}

// realPaths gives the files, those that come first in the alphabet last: folders are named by day, and the newest is the first of a list.
func realPaths(tb testing.TB) []string {
	tb.Helper()
	dir := os.Getenv("JARIDA_CORPUS")
	if dir == "" {
		shared := os.Getenv("JARIDA_SHARED")
		if shared == "" {
			shared = filepath.Join("..", "..", "..", "shared")
		}
		dir = filepath.Join(shared, "data", "articles", "dev")
	}
	var paths []string
	_ = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			paths = append(paths, path)
		}
		return nil
	})
	if len(paths) == 0 {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			tb.Fatal("no articles in ", dir)
		}
		tb.Skip("no articles, JARIDA_SHARED names the folder that has data/ in it, JARIDA_CORPUS one of articles")
	}
	slices.Reverse(paths)
	return paths
}

func readSource(path string) (article.Source, bool) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return article.Source{}, false
	}
	src, err := article.Decode(raw, filepath.Base(path))
	return src, err == nil
}

// add adds the title of an article and a run of two to five words of its text. The text itself is not kept.
func (n *realNames) add(path string, src article.Source) {
	n.titles = append(n.titles, strings.Clone(article.Parse(src, path)[0].Title.Text))
	body := strings.Fields(src.Text)
	if from := len(body) / 3; len(body) > 12 {
		n.names = append(n.names, strings.Join(body[from:from+2+len(n.names)%4], " "))
	}
}
