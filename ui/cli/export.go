package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"jarida/corpus"
	"jarida/corpus/export"
)

// newExport makes the command that writes articles for other programs.
func newExport(p *program) *cobra.Command {
	var to, id string
	c := &cobra.Command{
		Use:   "export [DIR|FILE…]",
		Short: "Write the articles as JSON lines, Markdown or text",
		Long: `Write all articles, newest first, as they are read: cleaned, a paragraph on one line, without what stands twice.

The objects of --to ndjson have id, path, parent, title, date, date_from, source, byline, section and words as those of list, text (the
article without its title; paragraphs have a blank line between them), and related: the related stories, each with title, lead and source.
In Markdown each article begins with its title as a heading, and nothing in it can act as markup.`,
		Example: `  jarida export ~/news --to ndjson | jq -r 'select(.words > 500) | .title'
  jarida export ~/news --to markdown --article today.html > today.md`,
		RunE: func(cmd *cobra.Command, args []string) error { return p.export(cmd.Context(), args, to, id) },
	}
	addWord(c.Flags(), &to, "to", "the format", export.Formats()...)
	c.Flags().StringVar(&id, "article", "", "only the article with this `ID`")
	return c
}

// export writes the articles.
func (p *program) export(ctx context.Context, args []string, to, id string) error {
	if to == "" {
		return fmt.Errorf("name the format: --to %s", strings.Join(export.Formats(), ", --to "))
	}
	format, err := export.ParseFormat(to)
	if err != nil {
		return err
	}
	c, err := p.open(ctx, args)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.Wait(ctx); err != nil {
		return fmt.Errorf("read %s: %w", c.name, err)
	}
	for _, w := range c.Snapshot().Warnings() {
		p.complain(w)
	}
	if c.Snapshot().Len() == 0 {
		return nothingError{"no articles in " + c.name}
	}
	docs, err := p.chosen(ctx, c, id)
	if err != nil {
		return err
	}
	w := export.NewWriter(p.stdout, format)
	look := func(d corpus.Document) (export.Article, error) { return corpus.Exported(d, nil), nil }
	return eachArticle(ctx, c, docs, look, func(a export.Article) error { return w.Write(&a) })
}
