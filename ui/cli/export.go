package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"jarida/corpus"
	"jarida/corpus/export"
	"jarida/corpus/search"
	"jarida/corpus/triage"
)

// newExport makes the command that writes articles for other programs.
func newExport(p *program) *cobra.Command {
	var f exportFlags
	c := &cobra.Command{
		Use:   "export [DIR|FILE…]",
		Short: "Write the articles as JSON lines, Markdown or text",
		Long: `Write all articles, newest first, as they are read: cleaned, a paragraph on one line, without what stands twice.

The objects of --to ndjson have id, path, parent, title, date, date_from, source, byline, section, words and state as those of list, text
(the article without its title; paragraphs have a blank line between them), and related: the related stories, each with title, lead and
source. In Markdown each article begins with its title as a heading, and nothing in it can act as markup.

--query takes a query of search, so that a view of the reader can be written: is:starred, is:later.`,
		Example: `  jarida export ~/news --to ndjson | jq -r 'select(.words > 500) | .title'
  jarida export ~/news --to markdown --article today.html > today.md
  jarida export ~/news --to text --query 'is:starred date:7d'`,
		RunE: func(cmd *cobra.Command, args []string) error { return p.export(cmd.Context(), args, f) },
	}
	addWord(c.Flags(), &f.to, "to", "the format", export.Formats()...)
	c.Flags().StringVar(&f.id, "article", "", "only the article with this `ID`")
	c.Flags().StringVar(&f.query, "query", "", "only articles that answer this `QUERY`")
	return c
}

// exportFlags are the flags of export.
type exportFlags struct{ to, id, query string }

// export writes the articles.
func (p *program) export(ctx context.Context, args []string, f exportFlags) error {
	if f.to == "" {
		return fmt.Errorf("name the format: --to %s", strings.Join(export.Formats(), ", --to "))
	}
	format, err := export.ParseFormat(f.to)
	if err != nil {
		return err
	}
	j, err := p.decisions(ctx, args, format == export.NDJSON)
	if err != nil {
		return err
	}
	if j != nil {
		defer j.Close() //nolint:errcheck // nothing was written
	}
	c, docs, err := p.toExport(ctx, args, f)
	if err != nil {
		return err
	}
	s := c.Snapshot()
	w := export.NewWriter(p.stdout, format)
	look := func(d corpus.Document) (export.Article, error) {
		var state triage.State
		if j != nil {
			state, _, _ = j.State(s.Key(d.Entry.Doc))
		}
		return corpus.Exported(d, state.Words()), nil
	}
	return eachArticle(ctx, c, docs, look, func(a export.Article) error { return w.Write(&a) })
}

// toExport opens what the arguments name, and gives the articles that are asked for. It is closed behind the command.
func (p *program) toExport(ctx context.Context, args []string, f exportFlags) (opened, []corpus.Doc, error) {
	if f.query != "" {
		return p.queried(ctx, args, f)
	}
	c, err := p.openRead(ctx, args, corpus.Options{First: 1, Keys: true})
	if err != nil {
		return opened{}, nil, err
	}
	p.behind = c.Close
	docs, err := p.chosen(ctx, c, f.id)
	return c, docs, err
}

// queried gives the articles that answer a query, in the order of the list.
func (p *program) queried(ctx context.Context, args []string, f exportFlags) (opened, []corpus.Doc, error) {
	if f.id != "" {
		return opened{}, nil, errors.New("give either --article or --query")
	}
	q, err := search.Parse(f.query)
	if err != nil {
		return opened{}, nil, queryError(f.query, err)
	}
	c, r, err := p.answer(ctx, args, q, search.Request{Limit: 1})
	if err != nil {
		return opened{}, nil, err
	}
	p.explainWords(r.Notes)
	if r.Total == 0 {
		return opened{}, nil, nothingError{visible(r.Why)}
	}
	s := c.Snapshot()
	docs := make([]corpus.Doc, 0, r.Total)
	for i := range s.Len() {
		if d := s.DocAt(i); r.Docs.Has(int32(d)) && !s.At(i).Failed {
			docs = append(docs, d)
		}
	}
	return c, docs, nil
}
