package story

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"jarida/corpus/article"
)

// folder reads the articles of the folder in JARIDA_CORPUS, or those that were collected.
func folder(tb testing.TB) (names []string) {
	tb.Helper()
	dir := os.Getenv("JARIDA_CORPUS")
	if dir == "" {
		dir = sharedData(tb, "articles", "dev")
	}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && filepath.Ext(name) == ".txt" {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		tb.Skip("no articles in ", dir, err)
	}
	return names
}

// processorTime gives what the process has used of the processor.
func processorTime(tb testing.TB) time.Duration {
	tb.Helper()
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// parsed is an article and its source text.
type parsed struct {
	src string
	a   article.Article
}

func parseFolder(tb testing.TB) (articles []parsed) {
	tb.Helper()
	for _, name := range folder(tb) {
		raw, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		src, err := article.Decode(raw, name)
		if err != nil {
			continue
		}
		for _, a := range article.Parse(src, name) {
			articles = append(articles, parsed{src.Text, a})
		}
	}
	return articles
}

// BenchmarkStories reads a folder and groups it, once for each round, and tells the processor time of each step; what the files are parsed
// to is not measured. BenchmarkJoin takes one article out of it, puts it back and groups again.
func BenchmarkStories(b *testing.B) {
	articles := parseFolder(b)
	var read, link, group time.Duration
	var s *Stories
	b.ReportAllocs()
	for b.Loop() {
		builder := New(nil)
		r := builder.Reader()
		texts := make([]*Text, len(articles))
		read += timed(b, func() {
			for i := range articles {
				texts[i] = r.Read(int32(i), articles[i].src, &articles[i].a)
			}
		})
		link += timed(b, func() {
			for _, t := range texts {
				builder.Add(t)
			}
		})
		group += timed(b, func() { s = builder.Stories() })
	}
	b.ReportMetric(float64(len(articles)), "articles")
	b.ReportMetric(float64(s.Len()), "stories")
	b.ReportMetric(read.Seconds()/float64(b.N), "read-cpu-s")
	b.ReportMetric(link.Seconds()/float64(b.N), "link-cpu-s")
	b.ReportMetric(group.Seconds()*1e3/float64(b.N), "group-cpu-ms")
}

func BenchmarkJoin(b *testing.B) {
	builder := New(nil)
	r := builder.Reader()
	articles := parseFolder(b)
	for i := range articles {
		builder.Add(r.Read(int32(i), articles[i].src, &articles[i].a))
	}
	var join, group time.Duration
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n = (n + 7919) % len(articles)
		builder.Remove(int32(n))
		join += timed(b, func() { builder.Add(r.Read(int32(n), articles[n].src, &articles[n].a)) })
		group += timed(b, func() { builder.Stories() })
	}
	b.ReportMetric(join.Seconds()*1e3/float64(b.N), "join-cpu-ms")
	b.ReportMetric(group.Seconds()*1e3/float64(b.N), "group-cpu-ms")
}

// timed gives the processor time that something takes.
func timed(tb testing.TB, do func()) time.Duration {
	tb.Helper()
	start := processorTime(tb)
	do()
	return processorTime(tb) - start
}

// BenchmarkCompare guards the screen of two articles: as long as one may be, and as long as most are.
func BenchmarkCompare(b *testing.B) {
	var long, short string
	for i, p := range parseFolder(b) {
		long += p.src[p.a.Start:p.a.End] + "\n\n"
		if i == 0 {
			short = long
		}
		if len(long) > mostCompared {
			break
		}
	}
	for name, text := range map[string]string{"longest": long, "usual": short} {
		b.Run(name, func(b *testing.B) {
			v := version(text)
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := Compare(b.Context(), v, v); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
