package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jarida/corpus/entity"
)

// inMemory is a corpus of n articles that are not on the disk, a day to each ten of them, every 100th file with a second article.
func inMemory(tb testing.TB, n int) *builder {
	tb.Helper()
	start := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	var l listing
	for i := range n {
		text := fmt.Sprintf("عنوان المقال %d\n%s\n\nنص قصير.\n", i, start.AddDate(0, 0, i*7919%(n/10+1)).Format("2006-01-02"))
		if i%100 == 0 {
			text = paragraph + "\n----------\n\nعنوان آخر\n" + start.AddDate(0, 0, i/10).Format("2006-01-02") + "\n\n" + paragraph
		}
		l.files = append(l.files, &file{name: fmt.Sprintf("%03d/%06d.txt", i%400, i), modified: int64(n - i), content: []byte(text)})
	}
	b := newBuilder(&Corpus{changed: make(chan struct{}, 1)}, l)
	if err := b.readFirst(tb.Context(), n); err != nil {
		tb.Fatal(err)
	}
	if s := b.corpus.Snapshot(); !s.Progress().Done || s.Len() < n {
		tb.Fatalf("%d entries, %+v", s.Len(), s.Progress())
	}
	return b
}

const paragraph = "افتُتح المتحف الجديد وسط المدينة بعد أعمال ترميم استمرت ثلاث سنوات، وشارك في الافتتاح عدد كبير من المختصين والزوار.\n"

// From the settled event of a file to the snapshot that has it, 100,000 others being there; then the same for its deletion.
func BenchmarkWatchOneFileOf100k(b *testing.B) {
	builder := inMemory(b, 100_000)
	var r reader
	f := &file{name: "new.txt", modified: time.Now().UnixNano(), content: []byte("عنوان\n2021-05-03\n\n" + paragraph)}
	b.ReportAllocs()
	for b.Loop() {
		d := builder.number(f)
		builder.add(r.read(job{doc: d, file: f}))
		builder.publish()
		if s := builder.corpus.Snapshot(); s.Index(d) < 1 {
			b.Fatal("it is not in its place")
		}
		builder.remove(d)
		builder.publish()
	}
}

// The order of the whole list, when everything has been read.
func BenchmarkOrder100k(b *testing.B) {
	builder := inMemory(b, 100_000)
	b.ReportAllocs()
	for b.Loop() {
		builder.sorted()
	}
}

// From the text of one article to what the folder is told of it: parsing, names, offices, and the entry in the builder.
func BenchmarkEntitiesOfArticle(b *testing.B) {
	c, docs, words := devCorpus(b)
	t := newTagging(c, entity.Edits{})
	if err := t.load(); err != nil {
		b.Fatal(err)
	}
	s := c.Snapshot()
	b.ReportAllocs()
	n := 0
	for ; b.Loop(); n++ {
		t.builder.Add(t.workers[0].read(s, docs[n%len(docs)]).Found)
	}
	b.ReportMetric(float64(words)*float64(n)/float64(len(docs))/b.Elapsed().Seconds(), "words/s")
}

// All that the screen shows of one article whose names are known already: dates, amounts, quotations.
func BenchmarkFindings(b *testing.B) {
	c, docs, _ := devCorpus(b)
	var loaded []Document
	for _, d := range docs {
		document, err := c.Load(b.Context(), d)
		if err != nil {
			b.Fatal(err)
		}
		loaded = append(loaded, document)
	}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		if _, err := c.Findings(b.Context(), loaded[n%len(loaded)]); err != nil {
			b.Fatal(err)
		}
	}
}

// devCorpus opens the articles that were collected, and finds their entities.
func devCorpus(b *testing.B) (c *Corpus, docs []Doc, words int) {
	b.Helper()
	shared := os.Getenv("JARIDA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	c, err := Open(b.Context(), []string{filepath.Join(shared, "data", "articles", "dev")}, Options{Entities: true})
	if err != nil {
		if os.Getenv("JARIDA_REQUIRE_DATA") == "1" {
			b.Fatal(err)
		}
		b.Skip("no data, JARIDA_SHARED names the folder that has data/ in it")
	}
	b.Cleanup(c.Close)
	if err := c.WaitEntities(b.Context()); err != nil {
		b.Fatal(err)
	}
	s := c.Snapshot()
	for i := range s.Len() {
		if e := s.At(i); !e.Failed {
			docs = append(docs, e.Doc)
			words += e.Words
		}
	}
	return c, docs, words
}
