package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"jarida/corpus"
)

// newList makes the command that prints one line per article.
func newList(p *program) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "list [DIR|FILE…]",
		Short: "Print one line per article, newest first",
		Long: `Print one line per article, newest first: its id, date, title and source, separated by tabs. A date or source that is
not known is empty. Control characters in names and titles are shown as symbols.

An id names the article to the other commands. It is the path of its file in the folder; further articles of the same
file have #2, #3 … behind it. A path that ends so itself has #1 behind it.

The objects of --json have, where they are known: id, path, parent (the id of the main article, for further ones of its file),
title, date (ISO 8601), date_from (text, metadata or name), source, byline, section, words, and error where the file cannot be
read.`,
		Example: `  jarida list ~/news | cut -f3
  jarida list -C ~/news --json | jq -r 'select(.words > 500) | .path'`,
		RunE: func(cmd *cobra.Command, args []string) error { return p.list(cmd.Context(), args, asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object to a line")
	return c
}

// list prints the articles when all have been read.
func (p *program) list(ctx context.Context, args []string, asJSON bool) error {
	c, err := p.open(ctx, args)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.Wait(ctx); err != nil {
		return fmt.Errorf("read %s: %w", c.name, err)
	}
	s := c.Snapshot()
	for _, w := range s.Warnings() {
		p.complain(w)
	}
	if s.Len() == 0 {
		return nothingError{"no articles in " + c.name}
	}
	for i := range s.Len() {
		if err := p.listEntry(s.At(i), asJSON); err != nil {
			return err
		}
	}
	return nil
}

// listEntry prints one article; what is wrong with it goes to the error stream.
func (p *program) listEntry(e corpus.Entry, asJSON bool) error {
	if asJSON {
		return p.writeJSON(newEntryRecord(e))
	}
	if e.Failed {
		p.complain(e.ID + ": " + e.Problem)
	}
	_, err := fmt.Fprintf(p.stdout, "%s\t%s\t%s\t%s\n", visible(e.ID), e.Date.ISO, visible(e.Title), visible(e.Source))
	return err
}
