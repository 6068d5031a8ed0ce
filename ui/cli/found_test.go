package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"jarida/corpus"
)

// TestGoneMeanwhile holds that an article that is deleted while a command looks at all of them is told by its name, and the others are looked at.
func TestGoneMeanwhile(t *testing.T) {
	news := folder(t, map[string]string{
		"a.txt": "زيارة\n2026-01-16\n\nقطع 300 كيلومتر في 12 يوما.\n", "b.txt": "قمة\n2026-01-17\n\nقطع 300 كيلومتر.\n", "c.txt": "عودة\n2026-01-18\n\nقطع 300 كيلومتر.\n",
	})
	c, err := corpus.Open(t.Context(), []string{news}, corpus.Options{Lazy: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	if err := c.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	s := c.Snapshot()
	docs := []corpus.Doc{s.DocAt(0), s.DocAt(1), s.DocAt(2)}
	if err := os.Remove(filepath.Join(news, "b.txt")); err != nil {
		t.Fatal(err)
	}
	const told = "jarida: b.txt: The file is no longer there.\n"
	var complaints bytes.Buffer
	p := &program{stderr: &complaints}
	var ids []string
	look := func(d corpus.Document) (string, error) { return d.Entry.ID, nil }
	err = eachArticle(t.Context(), p, opened{c, "news"}, docs, look, func(id string) error {
		ids = append(ids, id)
		return nil
	})
	if err != nil || !slices.Equal(ids, []string{"c.txt", "a.txt"}) || complaints.String() != told {
		t.Errorf("%v %v %q", ids, err, complaints.String())
	}
	complaints.Reset()
	p = &program{stderr: &complaints} // another run
	records, err := new(entityFlags).countOthers(t.Context(), p, opened{c, "news"}, docs, []entityFlags{{typ: "quantity"}})
	if err != nil || len(records) == 0 || records[0].Articles != 2 || complaints.String() != told {
		t.Errorf("%+v %v %q", records, err, complaints.String())
	}
}

// TestLooks holds that what was counted where articles were read for names is what is counted without that, and is of all of them or of no use.
func TestLooks(t *testing.T) {
	for _, f := range []entityFlags{{article: "a.txt"}, {mentions: true}, {typ: "person"}} {
		if newLooks(f) != nil || newLooks(f).lookers() != nil {
			t.Errorf("%+v: something is counted", f)
		}
	}
	for _, f := range []entityFlags{{}, {all: true}, {typ: "date"}, {typ: "quantity"}} {
		l := newLooks(f)
		c, err := corpus.Open(t.Context(), []string{visits(t)}, corpus.Options{Entities: true, Lookers: l.lookers()})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(c.Close)
		if err := c.WaitEntities(t.Context()); err != nil {
			t.Fatal(err)
		}
		s := c.Snapshot()
		docs := []corpus.Doc{s.DocAt(0), s.DocAt(1)}
		want, _, err := l.flags.countAll(t.Context(), opened{c, "news"}, docs)
		if err != nil || len(want.list) == 0 {
			t.Fatal(want, err)
		}
		all := func(c *counts) []entityRecord { return slices.Collect(c.records(c.sorted(""))) }
		if got, ok := l.take(docs); !ok || !reflect.DeepEqual(all(got), all(want)) {
			t.Errorf("%+v: %v, want %+v", f, ok, all(want))
		}
	}
}

// TestLooksAreOfTheirArticles holds that what was counted is of no use for other articles, however many, nor where one has changed and was looked at
// twice, and that nobody writes to it when it has been taken.
func TestLooksAreOfTheirArticles(t *testing.T) {
	t.Parallel()
	of := func(doc corpus.Doc) corpus.Document { return corpus.Document{Entry: corpus.Entry{Doc: doc}} }
	for _, c := range []struct {
		looked, articles []corpus.Doc
		ok               bool
	}{
		{[]corpus.Doc{1, 0}, []corpus.Doc{0, 1}, true},
		{[]corpus.Doc{1, 0}, []corpus.Doc{0, 1, 2}, false},
		{[]corpus.Doc{1, 0}, []corpus.Doc{0, 2}, false}, // 2 was kept, and 1 is gone
		{[]corpus.Doc{1, 1}, []corpus.Doc{0, 1}, false},
		{nil, nil, false},
	} {
		l := newLooks(entityFlags{})
		var lookers []corpus.Looker
		for i, doc := range c.looked {
			lookers = append(lookers, l.looker())
			lookers[i](of(doc), nil, nil)
		}
		all, ok := l.take(c.articles)
		if ok != c.ok {
			t.Errorf("%v is taken for %v: %v", c.looked, c.articles, ok)
		}
		if l.looker() != nil {
			t.Error("somebody looks when all has been taken")
		}
		for _, look := range lookers {
			look(of(9), nil, nil) // it has changed since
		}
		if ok && int(all.articles) != len(c.articles) {
			t.Errorf("%d articles were counted, not %d", all.articles, len(c.articles))
		}
	}
}
