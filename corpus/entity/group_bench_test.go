package entity

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"
)

// crowd makes a folder of articles with names whose frequencies follow Zipf's law, as those of news do: a few that all articles have,
// and very many that one has.
func crowd(articles, mentions int) []Found {
	random := rand.New(rand.NewPCG(1, 2))
	syllables := []string{"با", "در", "سي", "مو", "لا", "ني", "كو", "را", "تم", "شا", "فن", "حر", "دي", "غو", "زي", "بر"}
	word := func(n uint64) string {
		return syllables[n%16] + syllables[n/16%16] + syllables[n/256%16] + syllables[(n/4096*7+3)%16]
	}
	often := rand.NewZipf(random, 1.08, 8, 1<<19)
	found := make([]Found, articles)
	for i := range found {
		f := Found{Doc: int32(i), Date: fmt.Sprintf("%04d-%02d-%02d", 2020+i%6, 1+i%12, 1+i%28)}
		for at := 0; len(f.Mentions) < mentions; {
			n := often.Uint64()
			typ, text := Type(n%3), word(n)+" "+word(n*31+7)
			for k := range 1 + random.IntN(3) {
				if typ == Person && k > 0 {
					text = word(n*31 + 7)
				}
				f.Mentions = append(f.Mentions, Mention{Start: at, End: at + len(text), Type: typ, Confidence: 0.4 + 0.6*random.Float32()})
				f.Surfaces = append(f.Surfaces, text)
				at += len(text) + 40
			}
		}
		found[i] = f
	}
	return found
}

// BenchmarkIndex groups 3 million mentions of 100,000 articles.
func BenchmarkIndex(b *testing.B) {
	articles := crowd(100_000, 30)
	l := testLists(b)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	builder := newBuilder(l)
	mentions := 0
	for _, f := range articles {
		builder.Add(f)
		mentions += len(f.Mentions)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	held := float64(after.HeapAlloc-before.HeapAlloc) / float64(mentions)
	b.ReportAllocs()
	for b.Loop() {
		x := builder.Index(Edits{})
		if x.Len() == 0 {
			b.Fatal("nothing")
		}
	}
	b.ReportMetric(held, "bytes/mention")
	b.ReportMetric(float64(len(builder.surfaces)), "spellings")
	runtime.KeepAlive(articles)
}

// BenchmarkAdd adds an article of 30 mentions in the place of another.
func BenchmarkAdd(b *testing.B) {
	articles := crowd(2000, 30)
	builder := newBuilder(testLists(b))
	for _, f := range articles {
		builder.Add(f)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f := articles[i%len(articles)]
		f.Doc = articles[(i*7)%len(articles)].Doc
		builder.Add(f)
	}
}
