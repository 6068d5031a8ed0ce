package article_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"jarida/corpus/article"
)

// sharedArticles gives the folder of the collected articles, or skips the test.
func sharedArticles(t *testing.T) string {
	t.Helper()
	shared := os.Getenv("JARIDA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	dir := filepath.Join(shared, "data", "articles")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			t.Fatal(err)
		}
		t.Skip("no articles, JARIDA_SHARED names the folder that has data/ in it")
	}
	return dir
}

func load(t *testing.T, path string) article.Source {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	src, err := article.Decode(raw, filepath.Base(path))
	if err != nil {
		t.Fatal(path, err)
	}
	return src
}

// Not a byte of a real article may be lost, whatever its shape.
func TestBlocksCoverRealArticles(t *testing.T) {
	dir := sharedArticles(t)
	files := 0
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".txt" {
			return err
		}
		files++
		src := load(t, path)
		covers(t, src.Text, article.Parse(src, path)[0].Blocks)
		return nil
	})
	if err != nil || files < 300 {
		t.Errorf("%d files, %v", files, err)
	}
}

// The blocks of the five seeds, each checked by reading the file: kind, start, end and what it repeats. They are offsets alone, as
// the text is not ours to keep here.
func TestSeeds(t *testing.T) {
	dir := sharedArticles(t)
	want, err := os.Open(filepath.Join("testdata", "seeds.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer want.Close()
	expected := map[string][]string{}
	for lines := bufio.NewScanner(want); lines.Scan(); {
		if name, block, ok := strings.Cut(lines.Text(), "\t"); ok {
			expected[name] = append(expected[name], block)
		}
	}
	if len(expected) != 5 {
		t.Fatalf("%d seeds are written down", len(expected))
	}
	for name, blocks := range expected {
		src := load(t, filepath.Join(dir, "seeds", name))
		got := article.Parse(src, name)[0].Blocks
		for i := range max(len(got), len(blocks)) {
			var g, w string
			if i < len(got) {
				b := got[i]
				g = fmt.Sprintf("%s\t%d\t%d\t%d", b.Kind, b.Start, b.End, b.RepeatOf)
			}
			if i < len(blocks) {
				w = blocks[i]
			}
			if g != w {
				t.Errorf("%s block %d: %s, want %s", name, i, g, w)
			}
		}
	}
}

// The title is right for 97 in 100 articles, the date for 95, where the file shows what the manifest has.
func TestTitlesAndDates(t *testing.T) {
	dir := sharedArticles(t)
	for _, set := range []string{"dev", "webstyle"} {
		titles, rightTitles, dates, rightDates, wrongDates := 0, 0, 0, 0, 0
		for _, row := range manifest(t, filepath.Join(dir, set)) {
			src := load(t, filepath.Join(dir, set, row["file"]))
			a := article.Parse(src, row["file"])[0]
			if title := visible(row["title"]); title != "" && strings.Contains(visible(src.Text), title) {
				titles++
				if visible(a.Title.Text) == title {
					rightTitles++
				}
			}
			republished := strings.Contains(row["how"], "LAYOUT D") // its notice has a date of its own, which the manifest has not
			switch {
			case strings.Contains(row["how"], "+date"):
				dates++
				if sameDay(row["date"], a.Date.ISO) {
					rightDates++
				}
			case a.Date.ISO != "" && row["date"] != "" && !sameDay(row["date"], a.Date.ISO) && !republished:
				wrongDates++
			}
		}
		t.Logf("%s: title right in %d of %d, date in %d of %d, wrong where none is shown in %d", set, rightTitles, titles, rightDates, dates, wrongDates)
		if rightTitles*100 < titles*97 || rightDates*100 < dates*95 || wrongDates > 0 {
			t.Errorf("%s: fewer than there should be", set)
		}
	}
}

// manifest gives the rows of a set's table by column.
func manifest(t *testing.T, dir string) (rows []map[string]string) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, "MANIFEST.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(raw), "\n"), "\n")
	columns := strings.Split(lines[0], "\t")
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, field := range strings.Split(line, "\t") {
			row[columns[i]] = field
		}
		rows = append(rows, row)
	}
	return rows
}

// visible gives a text without what no reader sees.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, strings.Join(strings.Fields(s), " "))
}

// sameDay compares the date of a manifest, in one of its three forms, with an ISO date.
func sameDay(manifest, iso string) bool {
	const months = "JanFebMarAprMayJunJulAugSepOctNovDec"
	var year, month, day int
	if n, _ := fmt.Sscanf(iso, "%4d-%2d-%2d", &year, &month, &day); n != 3 {
		return false
	}
	return strings.HasPrefix(manifest, iso) || strings.HasPrefix(manifest, fmt.Sprintf("%02d/%02d/%d", day, month, year)) ||
		strings.Contains(manifest, fmt.Sprintf("%02d %s %d", day, months[3*month-3:3*month], year))
}
