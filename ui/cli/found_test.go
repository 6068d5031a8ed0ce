package cli

import (
	"bytes"
	"os"
	"path/filepath"
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
	records, err := countOthers(t.Context(), p, opened{c, "news"}, docs, []entityFlags{{typ: "quantity"}})
	if err != nil || len(records) == 0 || records[0].Articles != 2 || complaints.String() != told {
		t.Errorf("%+v %v %q", records, err, complaints.String())
	}
}
