package cli

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"jarida/corpus"
	"jarida/corpus/article"
	"jarida/corpus/search"
)

// found is what answers a query.
type found struct {
	opened
	query  *search.Query
	result search.Result
}

const (
	snippetWords = 25  // of the place that is shown: about two lines of a terminal
	mostSpans    = 100 // in the output of one article: a word may stand in it thousands of times
)

// foundRecord is an article in the output of search.
type foundRecord struct {
	ID         string   `json:"id"`
	Path       string   `json:"path"`
	Title      string   `json:"title"`
	Score      float64  `json:"score"`
	Why        []string `json:"why"`
	Snippet    string   `json:"snippet"`
	Spans      [][2]int `json:"spans"`
	TitleSpans [][2]int `json:"title_spans"`
}

// printFound prints the articles that were found.
func (p *program) printFound(ctx context.Context, f found, flags searchFlags) error {
	write := p.printRecord
	switch {
	case flags.json:
		write = func(r foundRecord, _ search.Marks) error { return p.writeJSON(r) }
	case isTerminal(p.terminal):
		screen, err := p.newScreen(ctx, showFlags{base: "auto"})
		if err != nil {
			return err
		}
		first := true
		write = func(r foundRecord, m search.Marks) error {
			err := screen.writeFound(p.stdout, r, m, !first)
			first = false
			return err
		}
	}
	for _, hit := range f.result.Hits {
		d, gone, err := load(ctx, f.opened, corpus.Doc(hit.Doc))
		if err != nil {
			return err
		}
		if gone != "" {
			p.complain(gone)
			continue
		}
		if err := write(f.record(d, hit), f.result.Marks); err != nil {
			return err
		}
	}
	return nil
}

// record gives an article that was found.
func (f *found) record(d corpus.Document, hit search.Hit) foundRecord {
	m, src := f.result.Marks, d.Source.Text
	at := m.Snippet(src, &d.Article, snippetWords)
	return foundRecord{
		ID: d.Entry.ID, Path: d.Entry.Path, Title: d.Entry.Title,
		Score: math.Round(float64(hit.Score)*1000) / 1000,
		Why:   f.why(d, hit), Snippet: folded(src[at.Start:at.End]),
		Spans: ranges(spansIn(m, src, &d.Article)), TitleSpans: ranges(m.Append(nil, d.Entry.Title, 0)),
	}
}

// spansIn gives what was found in the text of an article, the first of it.
func spansIn(m search.Marks, src string, a *article.Article) []search.Span {
	var spans []search.Span
	for _, b := range a.Blocks {
		if b.Kind != article.Furniture && len(spans) < mostSpans {
			spans = m.Append(spans, src[b.Start:b.End], b.Start)
		}
	}
	return spans[:min(len(spans), mostSpans)]
}

func ranges(spans []search.Span) [][2]int {
	list := make([][2]int, len(spans))
	for i, s := range spans {
		list[i] = [2]int{s.Start, s.End}
	}
	return list
}

// why says by which rules an article was found: stable words, and how words of the query were understood for it.
func (f *found) why(d corpus.Document, hit search.Hit) []string {
	why := make([]string, 0, len(hit.Hows))
	for _, h := range hit.Hows {
		why = append(why, rule(h))
	}
	notes := slices.DeleteFunc(slices.Clone(f.result.Notes), func(n search.Note) bool {
		return n.Offer || !slices.Contains(hit.Hows, n.How) || !says(d, n.As)
	})
	why = append(why, readings(notes, false)...)
	for _, field := range search.Fields() {
		if f.query.Uses(field.Name) {
			why = append(why, field.Name)
		}
	}
	return why
}

// says reports whether an article has words.
func says(d corpus.Document, words string) bool {
	m := search.NewMarks(words, d.Source.Text, nil)
	return len(m.Append(nil, d.Entry.Title, 0)) > 0 || len(spansIn(m, d.Source.Text, &d.Article)) > 0
}

// rule gives the name of a rule in the output of search.
func rule(h search.How) string {
	return [...]string{
		search.Exact: "exact", search.Folded: "folded", search.Clitic: "clitic", search.Prefix: "prefix", search.Inflected: "inflected",
		search.Near: "near", search.Sound: "sound", search.Layout: "layout", search.Inside: "inside", search.Scattered: "scattered",
	}[h]
}

// printRecord prints an article as a line.
func (p *program) printRecord(r foundRecord, _ search.Marks) error {
	_, err := fmt.Fprintf(p.stdout, "%s\t%s\t%s\t%s\n", visible(r.ID), visible(r.Title), strings.Join(r.Why, ", "), visible(r.Snippet))
	return err
}
