package search

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"jarida/corpus/arabic"
	"jarida/corpus/article"
)

// realNames is names of real articles: their titles, and as many strings of two to five words as stand for the names in them.
type realNames struct {
	titles, names []string
	words         map[string]int // folded: in how many articles each stands
}

// readNames reads the articles of the folder in JARIDA_CORPUS, or those that were collected, once for all tests.
func readNames(tb testing.TB) realNames {
	tb.Helper()
	dir := os.Getenv("JARIDA_CORPUS")
	if dir == "" {
		shared := os.Getenv("JARIDA_SHARED")
		if shared == "" {
			shared = filepath.Join("..", "..", "..", "shared")
		}
		dir = filepath.Join(shared, "data", "articles", "dev")
	}
	names := readFolder(dir)
	if len(names.titles) == 0 {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			tb.Fatal("no articles in ", dir)
		}
		tb.Skip("no articles, JARIDA_SHARED names the folder that has data/ in it, JARIDA_CORPUS one of articles")
	}
	return names
}

var readOnce struct {
	sync.Once
	realNames
}

func readFolder(dir string) realNames {
	readOnce.Do(func() {
		readOnce.words = map[string]int{}
		var paths []string
		_ = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				paths = append(paths, path)
			}
			return nil
		})
		for i := range paths { // the newest first, where folders are named by day
			readOnce.add(paths[len(paths)-1-i])
		}
	})
	return readOnce.realNames
}

// add reads an article. Every third run of words is taken for a name, of two to five words, one for each title in all.
func (n *realNames) add(path string) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return
	}
	src, err := article.Decode(raw, filepath.Base(path))
	if err != nil {
		return
	}
	a := article.Parse(src, path)[0]
	n.titles = append(n.titles, a.Title.Text)
	seen := map[string]bool{}
	for w := range strings.FieldsSeq(string(arabic.AppendFold(nil, src.Text))) {
		if !seen[w] {
			seen[w] = true
			n.words[w]++
		}
	}
	body := strings.Fields(src.Text)
	if from := len(body) / 3; len(body) > 12 {
		n.names = append(n.names, strings.Join(body[from:from+2+len(n.names)%4], " "))
	}
}
