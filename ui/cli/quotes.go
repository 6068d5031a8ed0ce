package cli

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"jarida/corpus"
	"jarida/corpus/entity"
)

// quoteFlags are the flags of quotes.
type quoteFlags struct {
	json, all        bool
	article, speaker string
}

// newQuotes makes the command that prints who said what.
func newQuotes(p *program) *cobra.Command {
	var f quoteFlags
	c := &cobra.Command{
		Use:   "quotes [DIR|FILE…]",
		Short: "Print who said what",
		Long: `Print the quotations of the articles, in the order of list and of the text: the speaker, the words and the article, separated by tabs.
A speaker who is not known is empty: what has no reporting verb is nobody's. Words that a page repeats are left out without --all.

The objects of --json have article, start, end, text, speaker, verb (as written), kind (direct, partial, unmarked or headline) and, of
words that repeat others, repeat. start and end are bytes of the text that show --source prints, and text is what stands there. The
speaker is what the person, organisation or place is called in all articles, also where an office stands for the person.`,
		Example: `  jarida quotes ~/news --speaker "$NAME"
  jarida quotes ~/news --json | jq -r 'select(.kind == "direct") | .speaker' | sort | uniq -c`,
		RunE: func(cmd *cobra.Command, args []string) error { return p.quotes(cmd.Context(), args, f) },
	}
	c.Flags().BoolVar(&f.json, "json", false, "one JSON object to a line")
	c.Flags().BoolVar(&f.all, "all", false, "repeated ones, too")
	c.Flags().StringVar(&f.article, "article", "", "only the words in the article with this `ID`")
	c.Flags().StringVar(&f.speaker, "speaker", "", "only the words of those with this `NAME`, or its beginnings, in any of its spellings")
	return c
}

// quoteRecord is a quotation in the output of quotes.
type quoteRecord struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
	Speaker string `json:"speaker,omitempty"`
	Verb    string `json:"verb,omitempty"`
	Kind    string `json:"kind"`
	Repeat  bool   `json:"repeat,omitempty"`
}

// quotes prints the quotations.
func (p *program) quotes(ctx context.Context, args []string, f quoteFlags) error {
	c, docs, err := p.openFound(ctx, args, f.article, nil)
	if err != nil {
		return err
	}
	defer c.Close()
	var speakers map[entity.ID]bool
	if f.speaker != "" {
		speakers = map[entity.ID]bool{}
		for _, id := range c.Snapshot().Entities().Prefix(f.speaker, 0) {
			speakers[id] = true
		}
	}
	docs = f.having(c.Snapshot(), docs, speakers)
	printed := 0
	look := func(d corpus.Document) ([]quoteRecord, error) { return f.look(ctx, c, d, speakers) }
	err = eachArticle(ctx, p, c, docs, look, func(records []quoteRecord) error {
		for _, r := range records {
			printed++
			if err := p.printQuote(r, f.json); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && printed == 0 {
		if f.speaker != "" {
			return nothingError{"no quotations of " + visible(f.speaker) + " in " + c.name}
		}
		return nothingError{"no quotations in " + c.name}
	}
	return err
}

// having gives the articles that have quotations, those of some speakers where these are not nil, so far as that is known without reading them:
// the entities of all articles have been found, and with them whose words stand in which.
func (f *quoteFlags) having(s *corpus.Snapshot, docs []corpus.Doc, speakers map[entity.ID]bool) []corpus.Doc {
	quoted, known := s.Facts(nil).State("quote")
	if f.all || !known { // repeated ones are not known
		return docs
	}
	said := map[corpus.Doc]bool{}
	if speakers != nil {
		for d, id := range s.Speakers() {
			said[d] = said[d] || speakers[id]
		}
	}
	return slices.DeleteFunc(docs, func(d corpus.Doc) bool {
		return s.HasEntities(d) && (!quoted.Has(int32(d)) || speakers != nil && !said[d])
	})
}

// look finds the quotations of an article, those of some speakers where these are not nil.
func (f *quoteFlags) look(ctx context.Context, c opened, d corpus.Document, speakers map[entity.ID]bool) ([]quoteRecord, error) {
	n, err := c.Names(ctx, d)
	if err != nil {
		return nil, err
	}
	var records []quoteRecord
	for _, q := range c.Quotes(d, n) {
		if q.Repeat && !f.all || speakers != nil && !speakers[q.Speaker] {
			continue
		}
		r := quoteRecord{
			Article: d.Entry.ID, Start: q.Start, End: q.End, Text: d.Source.Text[q.Start:q.End], Verb: folded(q.Verb),
			Kind: q.Kind.String(), Repeat: q.Repeat,
		}
		if q.Speaker >= 0 {
			r.Speaker = n.Index.Name(q.Speaker)
		}
		records = append(records, r)
	}
	return records, nil
}

func (p *program) printQuote(r quoteRecord, asJSON bool) error {
	if asJSON {
		return p.writeJSON(r)
	}
	_, err := fmt.Fprintf(p.stdout, "%s\t%s\t%s\n", visible(r.Speaker), visible(folded(r.Text)), visible(r.Article))
	return err
}
