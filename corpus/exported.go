package corpus

import (
	"context"
	"fmt"
	"strings"

	"jarida/corpus/article"
	"jarida/corpus/entity"
	"jarida/corpus/export"
)

// Exported gives an article as package export takes it. states are what was decided about it.
func Exported(d Document, states []string) export.Article {
	e := d.Entry
	return export.Article{
		ID: e.ID, Path: e.Path, Parent: e.Parent, Title: e.Title, Date: e.Date.ISO, DateFrom: e.Date.From,
		Source: e.Source, Byline: e.Byline, Section: e.Section, Words: e.Words, State: states, Body: d.Article, Src: d.Source.Text,
	}
}

// ExportedFound gives what is found in an article as package export takes it: what is likelier right than not, outside of repeats, and not
// hidden by the reader.
func (c *Corpus) ExportedFound(ctx context.Context, d Document) (export.Found, error) {
	n, err := c.Names(ctx, d)
	if err != nil {
		return export.Found{}, fmt.Errorf("names of %s: %w", d.Entry.ID, err)
	}
	found := export.Found{Entities: n.exported(d.Source.Text)}
	for _, m := range Dates(d) {
		if !m.Repeat && m.Confidence >= entity.Sure {
			found.Dates = append(found.Dates, export.Date{Range: article.Range{Start: m.Start, End: m.End}, ISO: m.ISO})
		}
	}
	for _, q := range c.Quotes(d, n) {
		if q.Repeat {
			continue
		}
		said := export.Quote{Range: article.Range{Start: q.Start, End: q.End}, Verb: q.Verb, Kind: q.Kind.String()}
		if q.Speaker >= 0 {
			said.Speaker = n.Index.Name(q.Speaker)
		}
		found.Quotes = append(found.Quotes, said)
	}
	return found, nil
}

// exported gives the entities of names, in the order in which they are met first.
func (n Names) exported(text string) (list []export.Entity) {
	type key struct {
		typ  entity.Type
		name string
	}
	at := map[key]int{}
	for _, m := range n.Mentions {
		if m.Repeat || m.Confidence < entity.Sure || m.Entity >= 0 && n.Index.Hidden(m.Entity) {
			continue
		}
		k := key{m.Type, strings.Join(strings.Fields(text[m.Start:m.End]), " ")}
		if m.Entity >= 0 {
			k.name = n.Index.Name(m.Entity)
		}
		i, met := at[k]
		if !met {
			i = len(list)
			at[k] = i
			list = append(list, export.Entity{Name: k.name, Type: m.Type.String()})
		}
		list[i].Mentions = append(list[i].Mentions, article.Range{Start: m.Start, End: m.End})
	}
	return list
}
