package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/story"
)

// compareRecord is a sentence of one or two articles in the output of stories --compare.
type compareRecord struct {
	In string          `json:"in"` // both, a or b
	A  *sentenceRecord `json:"a,omitempty"`
	B  *sentenceRecord `json:"b,omitempty"`

	Part string `json:"part,omitempty"` // a or b: that sentence says part of what the other says, which stands elsewhere for itself
	same bool   // in the same words
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

// compareArticles prints what two articles have in common, sentence by sentence, or one and the rest of its story.
func (p *program) compareArticles(ctx context.Context, ids []string, f storyFlags) error {
	if len(ids) != 1 && len(ids) != 2 {
		return fmt.Errorf("--compare takes the ids of two articles, or of one to compare it with the rest of its story, got %d; -C names their folder", len(ids))
	}
	c, docs, err := p.compared(ctx, ids)
	if err != nil {
		return err
	}
	defer c.Close()
	versions, err := versionsOf(ctx, c, docs)
	if err != nil {
		return err
	}
	var found story.Comparison
	if len(ids) == 2 {
		found, err = story.Compare(ctx, versions[0], versions[1])
	} else {
		found, err = story.CompareStory(ctx, versions[0], versions[1:])
	}
	if err != nil {
		return err
	}
	if found.Cut {
		p.complain("not compared: the end of an article that is too long, or of a story that has too many")
	}
	records := compareRecords(docs, found)
	if len(records) == 0 {
		return nothingError{"no sentences in " + visible(strings.Join(ids, " and "))}
	}
	for _, r := range records {
		if err := p.printCompared(r, f.json, len(ids) == 1); err != nil {
			return err
		}
	}
	return nil
}

// compared opens the folder and loads the articles that are compared: those that are named, or the one that is and the others of its story.
// What is opened is closed where it gives an error.
func (p *program) compared(ctx context.Context, ids []string) (c opened, docs []corpus.Document, err error) {
	if len(ids) == 1 {
		c, err = p.openRead(ctx, nil, corpus.Options{First: 1, Stories: true})
	} else {
		c, err = p.open(ctx, nil)
	}
	if err != nil {
		return opened{}, nil, err
	}
	docs, err = loadNamed(ctx, c, ids)
	if err == nil && len(ids) == 1 {
		docs, err = appendStory(ctx, c, docs)
	}
	if err != nil {
		c.Close()
		return opened{}, nil, err
	}
	return c, docs, nil
}

// loadNamed loads articles by their ids.
func loadNamed(ctx context.Context, c opened, ids []string) (docs []corpus.Document, err error) {
	if err := c.Wait(ctx); err != nil {
		return nil, fmt.Errorf("read %s: %w", c.name, err)
	}
	for _, id := range ids {
		d, err := c.Find(ctx, id)
		switch {
		case errors.Is(err, corpus.ErrUnknown):
			return nil, fmt.Errorf("%s: no article in %s; `jarida list` prints the ids", id, c.name)
		case err != nil:
			return nil, fmt.Errorf("%s: %w", id, err)
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// appendStory loads the others of the story of an article.
func appendStory(ctx context.Context, c opened, docs []corpus.Document) ([]corpus.Document, error) {
	s, own := c.Snapshot(), docs[0].Entry
	i := s.Stories().Of(int32(own.Doc))
	if i < 0 {
		return nil, nothingError{visible(own.ID) + " stands alone in " + c.name}
	}
	for _, doc := range s.Stories().At(i).Docs {
		if corpus.Doc(doc) == own.Doc {
			continue
		}
		d, err := c.Load(ctx, corpus.Doc(doc))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.At(s.Index(corpus.Doc(doc))).ID, err)
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// versionsOf gives the articles with their names, as they are compared.
func versionsOf(ctx context.Context, c opened, docs []corpus.Document) ([]story.Version, error) {
	versions := make([]story.Version, len(docs))
	var index *entity.Index
	for i := range docs {
		n, err := c.Names(ctx, docs[i])
		if err != nil {
			return nil, err
		}
		if i == 0 {
			index = n.Index
		}
		versions[i] = story.Version{Src: docs[i].Source.Text, Article: &docs[i].Article, Names: story.SureNames(n.Mentions, n.Index == index)}
	}
	return versions, nil
}

// compareRecords gives the sentences of an article and of what it is compared with: in the order of the first, then those that only the
// others have.
func compareRecords(docs []corpus.Document, c story.Comparison) (records []compareRecord) {
	ofB := func(s *story.Sentence) *sentenceRecord { return newSentenceRecord(docs[1+s.Version], s) }
	for i := range c.A {
		s := &c.A[i]
		r := compareRecord{In: "a", A: newSentenceRecord(docs[0], s)}
		switch {
		case s.Match >= 0:
			r.In, r.B, r.same = "both", ofB(&c.B[s.Match]), s.Same
		case s.Within >= 0:
			r.In, r.Part, r.B = "both", "a", ofB(&c.B[s.Within])
			r.B.Differ = nil
		}
		records = append(records, r)
	}
	for i := range c.B {
		switch s := &c.B[i]; {
		case s.Match >= 0:
		case s.Within >= 0:
			r := compareRecord{In: "both", Part: "b", A: newSentenceRecord(docs[0], &c.A[s.Within]), B: ofB(s)}
			r.A.Differ = nil
			records = append(records, r)
		default:
			records = append(records, compareRecord{In: "b", B: ofB(s)})
		}
	}
	return records
}

func newSentenceRecord(d corpus.Document, s *story.Sentence) *sentenceRecord {
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

// printCompared prints a sentence of one or two articles. The others of a story are named, for there may be many.
func (p *program) printCompared(r compareRecord, asJSON, named bool) error {
	if asJSON {
		return p.writeJSON(r)
	}
	var columns []string
	switch {
	case r.B == nil:
		columns = []string{"<", r.A.Text}
	case r.A == nil:
		columns = []string{">", r.B.Text}
	case len(r.A.Differ)+len(r.B.Differ) > 0:
		columns = []string{"~", r.A.Text, r.B.Text, differing(r.A), differing(r.B)}
	case r.same:
		columns = []string{"=", r.A.Text}
	default:
		columns = []string{"=", r.A.Text, r.B.Text}
	}
	if named && r.B != nil {
		columns = append(columns, r.B.Article)
	}
	for i := range columns {
		columns[i] = visible(folded(columns[i]))
	}
	_, err := fmt.Fprintln(p.stdout, strings.Join(columns, "\t"))
	return err
}

// differing gives what a sentence says otherwise.
func differing(s *sentenceRecord) string {
	words := make([]string, len(s.Differ))
	for i, d := range s.Differ {
		words[i] = folded(d.Text)
	}
	return strings.Join(words, " | ")
}
