package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
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
		Short: "Write the articles as JSON lines, Markdown, text or for a search cluster",
		Long: `Write all articles, newest first, as they are read: cleaned, a paragraph on one line, without what stands twice.

The objects of --to ndjson have id, path, parent, title, date, date_from, source, byline, section, words and state as those of list, text
(the article without its title; paragraphs have a blank line between them), and related: the related stories, each with title, lead and
source. In Markdown each article begins with its title as a heading, and nothing in it can act as markup.

--to bulk writes what the bulk loader of Elasticsearch and OpenSearch takes: for each article a line that says where it goes (_index, which
--index names, and _id, the id of the article, or its SHA-256 where that is longer than 512 bytes or no UTF-8) and a line with the fields
of ndjson and blocks (kind, start, end, text: without repeats and what belongs to the page alone), entities (name, type, mentions,
spellings, starts, ends), dates (start, end, text, iso, and day where iso is a year, month or day) and quotes (start, end, text, speaker,
verb, kind). What is found in repeats, or is less likely right than not, is left out; starts and ends are bytes of the text that show
--source prints. --mapping prints an index that has all these fields, and exports nothing. A loader takes some thousand lines at a time.

--query takes a query of search, so that a view of the reader can be written: is:starred, is:later.`,
		Example: `  jarida export ~/news --to ndjson | jq -r 'select(.words > 500) | .title'
  jarida export ~/news --to markdown --article today.html > today.md
  jarida export ~/news --to text --query 'is:starred date:7d'
  jarida export --to bulk --mapping | curl -X PUT -H 'Content-Type: application/json' --data-binary @- "$CLUSTER/jarida"
  jarida export ~/news --to bulk | split -l 2000 --filter 'curl -s -H "Content-Type: application/x-ndjson" --data-binary @- "$CLUSTER/_bulk"'`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.mapping {
				return p.exportMapping(args, f)
			}
			return p.export(cmd.Context(), args, f)
		},
	}
	addWord(c.Flags(), &f.to, "to", "the format", export.Formats()...)
	c.Flags().StringVar(&f.id, "article", "", "only the article with this `ID`")
	c.Flags().StringVar(&f.query, "query", "", "only articles that answer this `QUERY`")
	c.Flags().StringVar(&f.index, "index", "", "with --to bulk: the `NAME` of the index (default: jarida)")
	c.Flags().BoolVar(&f.mapping, "mapping", false, "with --to bulk: print an example of an index instead")
	return c
}

// exportFlags are the flags of export.
type exportFlags struct {
	to, id, query, index string
	mapping              bool
}

// format gives the format that is asked for.
func (f *exportFlags) format() (export.Format, error) {
	if f.to == "" {
		return "", fmt.Errorf("name the format: --to %s", strings.Join(export.Formats(), ", --to "))
	}
	format, err := export.ParseFormat(f.to)
	switch {
	case err != nil:
		return "", err
	case format != export.Bulk && (f.index != "" || f.mapping):
		return "", errors.New("--index and --mapping go with --to bulk")
	case f.index != "":
		if err := export.CheckIndex(f.index); err != nil {
			return "", fmt.Errorf("--index: %w", err)
		}
	}
	return format, nil
}

// exportMapping prints an example of an index.
func (p *program) exportMapping(args []string, f exportFlags) error {
	if _, err := f.format(); err != nil {
		return err
	}
	if len(args) > 0 || f.id != "" || f.query != "" || f.index != "" {
		return errors.New("--mapping is the same for all articles and indexes: it stands beside --to alone")
	}
	_, err := io.WriteString(p.stdout, export.Mapping)
	return err
}

// export writes the articles.
func (p *program) export(ctx context.Context, args []string, f exportFlags) error {
	format, err := f.format()
	if err != nil {
		return err
	}
	j, err := p.decisions(ctx, args, format == export.NDJSON || format == export.Bulk)
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
	w.Index = cmp.Or(f.index, w.Index)
	look := func(d corpus.Document) (export.Article, error) {
		var state triage.State
		if j != nil {
			state, _, _ = j.State(s.Key(d.Entry.Doc))
		}
		a := corpus.Exported(d, state.Words())
		if format != export.Bulk {
			return a, nil
		}
		var err error
		a.Found, err = c.ExportedFound(ctx, d)
		return a, err
	}
	return eachArticle(ctx, p, c, docs, look, func(a export.Article) error { return w.Write(&a) })
}

// toExport opens what the arguments name, and gives the articles that are asked for. It is closed behind the command.
func (p *program) toExport(ctx context.Context, args []string, f exportFlags) (opened, []corpus.Doc, error) {
	if f.query != "" {
		return p.queried(ctx, args, f)
	}
	o := corpus.Options{First: 1, Keys: true}
	if f.to == string(export.Bulk) {
		o.Entities, o.Edits = true, p.edits(ctx)
	}
	c, err := p.openRead(ctx, args, o)
	if err != nil {
		return opened{}, nil, err
	}
	p.behind = func() {
		_ = c.Keep(ctx) // the next command takes longer
		c.Close()
	}
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
	c, r, err := p.answer(ctx, args, q, search.Request{SetOnly: true}, f.to == string(export.Bulk))
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
		if d := s.DocAt(i); r.Docs.Has(int32(d)) && !s.Failed(d) {
			docs = append(docs, d)
		}
	}
	return c, docs, nil
}
