package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

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
- for standard input. Of a file with several articles it is the main one, and the last line names the others: FILE#2 is
the second. What had to be guessed to read the file is told on the error stream.

Into a pipe or file the text goes as it is stored, in logical order, one line to a paragraph; on a
terminal it is laid out for that terminal, at its width. The flags choose otherwise: with --bidi the output is what a
terminal would be sent.

The object of --json has, where they are known: id, path, parent, encoding, title {text start end}, date {iso text start end
from}, source, byline, section, origin {source date} (where a text was first published), blocks [{kind start end text part
repeat_of continues}], related [{title lead source start end}] and warnings. start and end are bytes of the text that
--source prints, and a block's text is what stands there. The blocks of FILE are those of all articles in the file, part telling
which, and hold all of its text but white space, once; those of FILE#2 are its own. repeat_of and continues are indexes in blocks:
what a block repeats, and which broken paragraph it goes on with. The kinds: title lead paragraph heading caption byline
dateline section quote verse list related furniture tag notice.`,
		Example: `  jarida show article.txt
  jarida show --width 60 --bidi visual article.txt
  jarida show 'article.txt#2'
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
	d, file, err := p.find(ctx, arg)
	if err != nil {
		return err
	}
	if !f.json { // which has them in it
		p.complainOf(d)
	}
	switch {
	case f.source:
		_, err = p.stdout.WriteString(d.Source.Text)
	case f.json:
		err = p.writeJSON(newArticleRecord(d))
	case f.raw:
		err = screen.writeRaw(p.stdout, d.Source.Text)
	default:
		err = screen.writeArticle(p.stdout, d, file)
	}
	return err
}

// complainOf tells what is odd about an article.
func (p *program) complainOf(d corpus.Document) {
	problems := d.Source.Warnings
	if d.Entry.Problem != "" && !slices.Contains(problems, d.Entry.Problem) {
		problems = append([]string{d.Entry.Problem}, problems...)
	}
	for _, problem := range problems {
		p.complain(d.Entry.ID + ": " + problem)
	}
}

// find reads an article: with -C its id in that folder; else a file, a part of one, or an id in the default folder. file is
// what its file is asked for by.
func (p *program) find(ctx context.Context, arg string) (d corpus.Document, file string, err error) {
	if p.folder == "" {
		if path, part, ok := onDisk(arg); ok {
			d, err = p.findInFile(ctx, path, part)
			return d, path, err
		}
	}
	c, err := p.open(ctx, nil)
	if err != nil {
		return d, "", err
	}
	defer c.Close()
	d, err = c.Find(ctx, arg)
	switch {
	case errors.Is(err, corpus.ErrUnknown):
		err = fmt.Errorf("%s: neither a file nor an article in %s; `jarida list` prints the ids", arg, c.name)
	case err != nil:
		err = fmt.Errorf("%s: %w", arg, err)
	}
	return d, d.Entry.Path, err
}

// onDisk divides an argument into a file that there is, or standard input, and the number of a part. What is a file itself
// is no part of another one.
func onDisk(arg string) (path string, part int, ok bool) {
	if arg == "-" || exists(arg) {
		return arg, 1, true
	}
	path, part, numbered := corpus.CutPart(arg)
	return path, part, numbered && (path == "-" || exists(path))
}

// findInFile reads a part of a file, or of the only one in a folder.
func (p *program) findInFile(ctx context.Context, path string, part int) (corpus.Document, error) {
	c, err := p.open(ctx, []string{path})
	if err != nil {
		return corpus.Document{}, err
	}
	defer c.Close()
	s := c.Snapshot()
	switch s.Progress().Files {
	case 0:
		return corpus.Document{}, nothingError{"no article in " + c.name}
	case 1:
	default:
		return corpus.Document{}, fmt.Errorf("%s holds several articles: name one of those that `jarida list %[1]s` prints", path)
	}
	id := corpus.PartID(s.At(0).Path, part)
	if err := c.Wait(ctx); err != nil { // its reading is under way: a large file is read once
		return corpus.Document{}, fmt.Errorf("read %s: %w", c.name, err)
	}
	d, err := c.Find(ctx, id)
	switch {
	case errors.Is(err, corpus.ErrUnknown):
		err = fmt.Errorf("%s: there is no such part in the file; `jarida list %s` prints the ids", id, path)
	case err != nil:
		err = fmt.Errorf("%s: %w", id, err)
	}
	return d, err
}
