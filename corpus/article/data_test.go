package article_test

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"jarida/corpus/article"
)

// sharedArticles gives the folder of the collected articles, or skips the test.
func sharedArticles(tb testing.TB) string {
	tb.Helper()
	shared := os.Getenv("JARIDA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	dir := filepath.Join(shared, "data", "articles")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			tb.Fatal(err)
		}
		tb.Skip("no articles, JARIDA_SHARED names the folder that has data/ in it")
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
		sound(t, src.Text, article.Parse(src, path))
		return nil
	})
	if err != nil || files < 300 {
		t.Errorf("%d files, %v", files, err)
	}
}

// The blocks of real articles, each checked by reading the file: part, kind, start, end and what it repeats. They are offsets alone, as
// the texts are not ours to keep here.
func TestKnownBlocks(t *testing.T) {
	dir := sharedArticles(t)
	for _, set := range []struct {
		table, folder string
		files         int
	}{{"seeds.tsv", "seeds", 5}, {"pages.tsv", "", 10}} {
		expected := table(t, set.table)
		if len(expected) != set.files {
			t.Errorf("%d articles are written down in %s, want %d", len(expected), set.table, set.files)
		}
		for name, want := range expected {
			src := load(t, filepath.Join(dir, set.folder, name))
			var got []string
			for _, a := range article.Parse(src, name) {
				for _, b := range a.Blocks {
					got = append(got, fmt.Sprintf("%d\t%s\t%d\t%d\t%d", a.Part, b.Kind, b.Start, b.End, b.RepeatOf))
				}
			}
			compare(t, name, got, want)
		}
	}
}

// The related stories of the seeds: part, first and last block, and the ranges of title, lead and page line.
func TestKnownTeasers(t *testing.T) {
	dir := sharedArticles(t)
	for name, want := range table(t, "teasers.tsv") {
		src := load(t, filepath.Join(dir, "seeds", name))
		var got []string
		for _, a := range article.Parse(src, name) {
			for _, r := range a.Related {
				got = append(got, fmt.Sprintf("%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d", a.Part, r.First, r.Last,
					r.Title.Start, r.Title.End, r.Lead.Start, r.Lead.End, r.Source.Start, r.Source.End))
			}
		}
		compare(t, name, got, want)
	}
}

// table reads expectations: the rows of each article by its name.
func table(t *testing.T, name string) map[string][]string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]string{}
	for line := range strings.Lines(string(raw)) {
		if name, row, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok {
			rows[name] = append(rows[name], row)
		}
	}
	return rows
}

func compare(t *testing.T, name string, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		var g, w string
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Errorf("%s row %d: %s, want %s", name, i, g, w)
		}
	}
}

// What is known about each seed: the titles, dates and sources of its parts.
func TestSeedFacts(t *testing.T) {
	dir := sharedArticles(t)
	type fact struct {
		title, date, source string
	}
	for name, want := range map[string][]fact{
		"000_1995960e99414431.txt": {{"بوتين: إسرائيل حملتنا رسالة لإيران بعدم رغبتها في تصعيد الصراع", "", ""}},
		"001_be3516ab17cef138.txt": {{"أجرى الرئيس الروسي فلاديمير بوتين، اليوم الجمعة، اتصالين منفصلين مع رئيس الوزراء…", "", ""}},
		"002_c9d3ab1a39b97343.txt": {
			{"الكرملين يقيم توازناً دقيقاً بين الشراكة مع طهران وتطوير العلاقات مع واشنطن", "", "الشرق الأوسط"},
			{"إيران تعدم متهما بالتجسس لصالح إسرائيل", "", "الشرق الأوسط"},
			{"احتجاجات إيران تتمدد... والنظام يُلوّح بـ«رد استباقي»", "", "الشرق الأوسط"},
			{"مقتل فتى من جراء صدم حافلة لحشد من اليهود المتدينين في القدس", "", "الشرق الأوسط"},
		},
		"003_06f1f79edd40d753.txt": {{"روسيا تتدخل دبلوماسياً لتهدئة التوترات بين واشنطن وطهران: بوتين يجري اتصالات مع بزشكيان ونتنياهو", "2026-01-16", "hashtagsyria.com"}},
		"004_4048ba47f8b685c0.txt": {
			{"تقارب روسي إيراني في «السياسة الدولية»", "", "الشرق الأوسط"},
			{"7 أسباب تدفع إيران لتغليب الحوار مع «الترويكا»", "", "الشرق الأوسط"},
		},
	} {
		parts := article.Parse(load(t, filepath.Join(dir, "seeds", name)), name)
		if len(parts) != len(want) {
			t.Errorf("%s has %d parts, want %d", name, len(parts), len(want))
			continue
		}
		for i, a := range parts {
			if got := (fact{a.Title.Text, a.Date.ISO, a.Source}); got != want[i] {
				t.Errorf("%s part %d: %q, want %q", name, i+1, got, want[i])
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
				if visible(a.Title.Text) == html.UnescapeString(title) {
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

// BenchmarkReal guards the speed of decoding and parsing the articles as they are.
func BenchmarkReal(b *testing.B) {
	paths, err := filepath.Glob(filepath.Join(sharedArticles(b), "dev", "*.txt"))
	if err != nil {
		b.Fatal(err)
	}
	files := make([][]byte, len(paths))
	size := 0
	for i, path := range paths {
		if files[i], err = os.ReadFile(path); err != nil {
			b.Fatal(err)
		}
		size += len(files[i])
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var p article.Parser
	for b.Loop() {
		for i, raw := range files {
			src, err := article.Decode(raw, paths[i])
			if err != nil {
				b.Fatal(err)
			}
			p.Parse(src, paths[i])
		}
	}
}
