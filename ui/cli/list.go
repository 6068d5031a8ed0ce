package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"jarida/corpus"
	"jarida/corpus/triage"
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
title, date (ISO 8601), date_from (text, metadata or name), source, byline, section, words, state, stories (the ids of the stories that it
is in, as the command stories has them), and error where the file cannot be read. state is what you decided: one of inbox, later,
archive, then read or unread, then starred; it is missing where the article is unread in the inbox and not starred.`,
		Example: `  jarida list ~/news | cut -f3
  jarida list -C ~/news --json | jq -r 'select(.words > 500) | .path'`,
		RunE: func(cmd *cobra.Command, args []string) error { return p.list(cmd.Context(), args, asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object to a line")
	return c
}

// list prints the articles when all have been read.
func (p *program) list(ctx context.Context, args []string, asJSON bool) error {
	j, err := p.decisions(ctx, args, asJSON)
	if err != nil {
		return err
	}
	if j != nil {
		defer j.Close() //nolint:errcheck // nothing was written
	}
	c, err := p.openRead(ctx, args, corpus.Options{First: 1, Keys: j != nil, Stories: asJSON})
	if err != nil {
		return err
	}
	defer c.Close()
	s := c.Snapshot()
	states := statesOf(j, s)
	return p.writeEach(s.Len(), func(to *rendered, i int) error {
		e := s.At(i)
		if !asJSON {
			to.line(&e)
			return nil
		}
		r := newEntryRecord(e)
		if states != nil {
			r.State = states[i].Words()
		}
		r.Stories = storiesOf(s, e.Doc)
		return to.object(&r)
	})
}

// decisions opens the journal where states are asked for and there is one, else it gives nil.
func (p *program) decisions(ctx context.Context, args []string, wanted bool) (*triage.Journal, error) {
	if !wanted {
		return nil, nil //nolint:nilnil // there is nothing to close, and nothing wrong
	}
	folder, err := p.articleFolder(args)
	if err != nil {
		return nil, err
	}
	j, err := p.oldJournal(ctx, folder)
	if err != nil {
		p.complain(fmt.Sprintf("your decisions are left out: %v", err))
	}
	return j, nil
}

// statesOf gives what was decided about the articles of a list, nil without a journal.
func statesOf(j *triage.Journal, s *corpus.Snapshot) []triage.State {
	if j == nil {
		return nil
	}
	return j.States(s.Len(), func(i int) triage.Article { return s.Key(s.DocAt(i)) })
}

// line appends the line of an article; what is wrong with it goes to the error stream.
func (to *rendered) line(e *corpus.Entry) {
	if e.Failed {
		to.complaints = append(to.complaints, e.ID+": "+e.Problem)
	}
	to.bytes = append(append(to.bytes, visible(e.ID)...), '\t')
	to.bytes = append(append(to.bytes, e.Date.ISO...), '\t')
	to.bytes = append(append(to.bytes, visible(e.Title)...), '\t')
	to.bytes = append(append(to.bytes, visible(e.Source)...), '\n')
}
