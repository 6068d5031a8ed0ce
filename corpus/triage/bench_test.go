package triage

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// million writes a journal of a million decisions about 200,000 articles.
func million(b *testing.B) (folder string) {
	b.Helper()
	return journalOf(b, 1_000_000, 200_000)
}

// journalOf writes a journal of decisions about a fifth as many articles, as a reader takes them: runs of single ones, with some undone.
func journalOf(b *testing.B, events, articles int) (folder string) {
	b.Helper()
	folder = b.TempDir()
	file, err := os.Create(filepath.Join(folder, fileName))
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(file)
	clock := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	decisions := [...]Act{MarkRead, ToArchive, Star, ToLater, At}
	for i := range events {
		n := i * 7919 % articles
		e := Event{
			Version: version, Time: clock.Add(time.Duration(i) * time.Millisecond), Host: "desk", Seq: uint64(i), ID: fmt.Sprintf("%016x", i),
			Act: decisions[i/articles], Articles: []Article{{Hash: Hash(strconv.Itoa(n)), Path: fmt.Sprintf("/srv/news/%06d.txt", n)}},
		}
		if i%50 == 49 && e.Act != At {
			e = Event{Version: version, Time: e.Time, Host: "desk", Seq: e.Seq, ID: e.ID, Act: undo, Target: fmt.Sprintf("%016x", i-1)}
		}
		line, err := e.encode()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := w.Write(line); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
	return folder
}

// The start of a reader with a million decisions behind it.
func BenchmarkOpenMillion(b *testing.B) {
	folder := million(b)
	b.ReportAllocs()
	for b.Loop() {
		j, err := Open(b.Context(), folder, Options{})
		if err != nil || len(j.history.entries) != 1_000_000 {
			b.Fatal(err)
		}
		if err := j.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// The states of a list of 100,000 articles, half of them known to the journal, beside a long journal and a longer one.
func BenchmarkStates100k(b *testing.B) {
	const n = 100_000
	articles := make([]Article, n)
	for _, known := range []int{20_000, 200_000} {
		j, err := Open(b.Context(), journalOf(b, 5*known, known), Options{Folder: "/srv/news"})
		if err != nil {
			b.Fatal(err)
		}
		for i := range articles {
			articles[i] = Article{Hash: Hash(strconv.Itoa(i * known * 2 / n)), Path: fmt.Sprintf("%06d.txt", i*known*2/n)}
		}
		b.Run(fmt.Sprintf("%d known", known), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				j.States(n, func(i int) Article { return articles[i] })
			}
		})
		if err := j.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// A decision about one article, until it is on disk, beside a million others.
func BenchmarkDo(b *testing.B) {
	j, err := Open(b.Context(), million(b), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer j.Close()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := j.Do(b.Context(), Event{Act: Star, Articles: []Article{{Hash: Hash("a"), Path: "a.txt"}}}); err != nil {
			b.Fatal(err)
		}
	}
}

// Compaction of a million events to what counts, with the reading back.
func BenchmarkCompactMillion(b *testing.B) {
	folder := million(b)
	for b.Loop() {
		j, err := Open(b.Context(), folder, Options{})
		if err != nil {
			b.Fatal(err)
		}
		path := filepath.Join(folder, "kept")
		j.path = filepath.Join(folder, "short") // the long one stays for the next time
		if err := j.compact(b.Context(), newPlan(j.history, 1000), path); err != nil {
			b.Fatal(err)
		}
		if err := j.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
