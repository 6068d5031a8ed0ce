package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"jarida/corpus"
)

// showFlags are the flags of show.
type showFlags struct {
	raw, source, json bool
	width             int
	widthSet          bool
	shaping, base     string
}

// newShow makes the command that prints one article.
func newShow(p *program) *cobra.Command {
	var f showFlags
	c := &cobra.Command{
		Use:   "show ARTICLE",
		Short: "Print one article as text",
		Long: `Print one article: title, what is known about it, and its text without repeated blocks and page furniture.

ARTICLE is a file, an id that list prints (of the folder of -C or of the config file, else of the built-in edition), or
- for standard input. Into a pipe or file the text goes as it is stored, in logical order, one line to a paragraph; on a
terminal it is laid out for that terminal, at its width. The flags choose otherwise: with --bidi the output is what a
terminal would be sent.`,
		Example: `  jarida show article.txt
  jarida show --width 60 --bidi visual article.txt
  curl -s https://example.org/page.html | jarida show -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("show takes one article: a file, an id from `jarida list`, or - for standard input")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			f.widthSet = cmd.Flags().Changed("width")
			return p.show(cmd.Context(), args[0], f)
		},
	}
	flags := c.Flags()
	flags.BoolVar(&f.json, "json", false, "one JSON object, with the blocks as ranges of the source text")
	flags.BoolVar(&f.raw, "raw", false, "every line of the file as a paragraph, nothing left out")
	flags.BoolVar(&f.source, "source", false, "the source text to the byte: what offsets refer to")
	flags.IntVar(&f.width, "width", 0, "`COLUMNS` to a line; 0: one line to a paragraph (default: the terminal's, else 0)")
	p.addBidi(flags)
	addWord(flags, &f.shaping, "shaping", "join Arabic letters where the mode leaves it to us (default on)", "on", "off")
	p.addTashkeel(flags)
	addWord(flags, &f.base, "base", "base direction of the paragraphs (default auto)", "auto", "rtl", "ltr")
	return c
}

// show prints one article.
func (p *program) show(ctx context.Context, arg string, f showFlags) error {
	if f.json && (f.raw || f.source) || f.raw && f.source {
		return errors.New("--json, --raw and --source exclude each other: give one")
	}
	screen, err := p.newScreen(ctx, f)
	if err != nil {
		return err
	}
	d, err := p.find(ctx, arg)
	if err != nil {
		return err
	}
	switch {
	case f.source:
		_, err = p.stdout.WriteString(d.Source.Text)
	case f.json:
		err = p.writeJSON(newArticleRecord(d))
	case f.raw:
		err = screen.writeRaw(p.stdout, d.Source.Text)
	default:
		if d.Entry.Problem != "" {
			p.complain(d.Entry.ID + ": " + d.Entry.Problem)
		}
		err = screen.writeArticle(p.stdout, d)
	}
	return err
}

// find reads an article: with -C its id in that folder; else a file, or an id in the default folder.
func (p *program) find(ctx context.Context, arg string) (corpus.Document, error) {
	if p.folder == "" && (arg == "-" || exists(arg)) {
		c, err := p.open(ctx, []string{arg}, 1)
		if err != nil {
			return corpus.Document{}, err
		}
		defer c.Close()
		if s := c.Snapshot(); s.Len() == 1 {
			return load(ctx, c, s.At(0))
		} else if s.Len() == 0 {
			return corpus.Document{}, nothingError{"no article in " + c.name}
		}
		return corpus.Document{}, fmt.Errorf("%s holds several articles: name one of those that `jarida list %[1]s` prints", arg)
	}
	c, err := p.open(ctx, nil, 1)
	if err != nil {
		return corpus.Document{}, err
	}
	defer c.Close()
	e, ok := c.Snapshot().Lookup(arg)
	if !ok {
		return corpus.Document{}, fmt.Errorf("%s: neither a file nor an article in %s; `jarida list` prints the ids", arg, c.name)
	}
	return load(ctx, c, e)
}

func load(ctx context.Context, c opened, e corpus.Entry) (corpus.Document, error) {
	d, err := c.Load(ctx, e.Doc)
	if err != nil {
		return d, fmt.Errorf("%s: %w", e.ID, err)
	}
	if d.Entry.Failed {
		return d, fmt.Errorf("%s: %s", e.ID, d.Entry.Problem)
	}
	return d, nil
}
