package cli

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/corpus/entity"
	"jarida/corpus/story"
)

// compareRecord is a sentence of one or two articles in the output of stories --compare.
type compareRecord struct {
	In string          `json:"in"` // both, a or b
	A  *sentenceRecord `json:"a,omitempty"`
	B  *sentenceRecord `json:"b,omitempty"`
}

// sentenceRecord is a sentence of an article.
type sentenceRecord struct {
	Article string         `json:"article"`
	Start   int            `json:"start"`
	End     int            `json:"end"`
	Text    string         `json:"text"`
	Differ  []differRecord `json:"differ,omitempty"`
}

// differRecord is a number or name that the sentence of the other article does not have.
type differRecord struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	What  string `json:"what"` // number or name
}

// compareArticles prints what two articles have in common, sentence by sentence.
func (p *program) compareArticles(ctx context.Context, ids []string, f storyFlags) error {
	if len(ids) != 2 {
		return fmt.Errorf("--compare takes the ids of two articles, got %d; -C names their folder", len(ids))
	}
	c, err := p.open(ctx, nil)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.Wait(ctx); err != nil {
		return fmt.Errorf("read %s: %w", c.name, err)
	}
	var docs [2]corpus.Document
	var versions [2]story.Version
	for i, id := range ids {
		d, err := c.Find(ctx, id)
		switch {
		case errors.Is(err, corpus.ErrUnknown):
			return fmt.Errorf("%s: no article in %s; `jarida list` prints the ids", id, c.name)
		case err != nil:
			return fmt.Errorf("%s: %w", id, err)
		}
		n, err := c.Names(ctx, d)
		if err != nil {
			return err
		}
		docs[i], versions[i] = d, story.Version{Src: d.Source.Text, Article: &docs[i].Article, Names: nameRanges(n)}
	}
	records := compared(docs[0], docs[1], story.Compare(versions[0], versions[1]))
	if len(records) == 0 {
		return nothingError{"no sentences in " + visible(ids[0]) + " and " + visible(ids[1])}
	}
	for _, r := range records {
		if err := p.printCompared(r, f.json); err != nil {
			return err
		}
	}
	return nil
}

// nameRanges gives where the names of an article stand that are more likely names than not.
func nameRanges(n corpus.Names) (list []article.Range) {
	for _, m := range n.Mentions {
		if m.Confidence >= entity.Sure {
			list = append(list, article.Range{Start: m.Start, End: m.End})
		}
	}
	return list
}

// compared gives the sentences of two articles: in the order of the first, then those that only the second has.
func compared(a, b corpus.Document, c story.Comparison) (records []compareRecord) {
	for _, s := range c.A {
		r := compareRecord{In: "a", A: newSentenceRecord(a, s)}
		if s.Match >= 0 {
			r.In, r.B = "both", newSentenceRecord(b, c.B[s.Match])
		}
		records = append(records, r)
	}
	for _, s := range c.B {
		if s.Match < 0 {
			records = append(records, compareRecord{In: "b", B: newSentenceRecord(b, s)})
		}
	}
	return records
}

func newSentenceRecord(d corpus.Document, s story.Sentence) *sentenceRecord {
	text := d.Source.Text
	r := &sentenceRecord{Article: d.Entry.ID, Start: s.Start, End: s.End, Text: text[s.Start:s.End]}
	for _, x := range s.Differ {
		what := "number"
		if x.Name {
			what = "name"
		}
		r.Differ = append(r.Differ, differRecord{x.Start, x.End, text[x.Start:x.End], what})
	}
	return r
}

func (p *program) printCompared(r compareRecord, asJSON bool) error {
	if asJSON {
		return p.writeJSON(r)
	}
	var err error
	switch {
	case r.B == nil:
		_, err = fmt.Fprintf(p.stdout, "<\t%s\n", visible(folded(r.A.Text)))
	case r.A == nil:
		_, err = fmt.Fprintf(p.stdout, ">\t%s\n", visible(folded(r.B.Text)))
	case len(r.A.Differ)+len(r.B.Differ) == 0:
		_, err = fmt.Fprintf(p.stdout, "=\t%s\n", visible(folded(r.A.Text)))
	default:
		_, err = fmt.Fprintf(p.stdout, "~\t%s\t%s\t%s\t%s\n", visible(folded(r.A.Text)), visible(folded(r.B.Text)), differing(r.A), differing(r.B))
	}
	return err
}

// differing gives what a sentence says otherwise.
func differing(s *sentenceRecord) string {
	words := make([]string, len(s.Differ))
	for i, d := range s.Differ {
		words[i] = visible(folded(d.Text))
	}
	return strings.Join(words, " | ")
}

// hundredths rounds a figure for printing.
func hundredths(x float64) float64 { return math.Round(x*100) / 100 }
