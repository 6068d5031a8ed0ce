package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jarida/corpus"
	"jarida/corpus/search"
)

// searchFlags are the flags of search.
type searchFlags struct {
	json, noLatin bool
	limit         int
}

// searchLimit is as many as one looks through; who wants them all pipes them into something.
const searchLimit = 20

// newSearch makes the command that searches the articles.
func newSearch(p *program) *cobra.Command {
	var f searchFlags
	c := &cobra.Command{
		Use:   "search QUERY…",
		Short: "Print the articles that answer a query, best first",
		Long: `Print the articles of the folder of -C, of the config file, else of the built-in edition, that answer a query, best first: id, title, why
the article was found, and the place in its text that says most, separated by tabs; on a terminal laid out for it, with what was found
in bold.

Several words need no quotation marks: articles have to have them all. An Arabic word is found in any spelling that folds to the same,
and with the prepositions, conjunctions and article that are written together with it. Names in Latin letters and words typed on the
wrong keyboard layout are understood; the error stream tells how.

  "two words"    one behind the other          =word       spelled exactly so
  word*          words that begin so           ~word       one letter wrong, and inflections
  -word          without it                    a OR b      one of them; ( ) group

  title: person: place: org: source: section:  words there
  date:          a day, month or year of either calendar; a..b  >a  7d  or in words
  mentions:      the same, of a day that the text mentions
  is:            unread read starred later archived inbox
  has:           quote

A -word in Latin letters looks like a flag: put -- before the query then, and flags before that.

The objects of --json have id, path, title, score (comparable within one query), why, snippet (white space folded), spans and title_spans.
spans are [start, end] of what was found in the text of the article, in order, the first ` + strconv.Itoa(mostSpans) + `, as bytes of the text that
show --source prints; title_spans are bytes of title. why has the rules, the surest first: exact folded clitic prefix inflected near sound
layout inside scattered; then how words were understood, each with what it was taken for; then the fields that were asked for.

What is expensive to compute is kept in the cache folder, so that the next search need not read the articles again. That folder may be
deleted at any time.`,
		Example: `  jarida search -C ~/news putin
  jarida search 'person:putin date:2026-01 -is:read'
  jarida search --json "$WORDS" | jq -r .id`,
		RunE: func(cmd *cobra.Command, args []string) error { return p.search(cmd.Context(), args, f) },
	}
	c.SetFlagErrorFunc(searchFlagError)
	flags := c.Flags()
	flags.BoolVar(&f.json, "json", false, "one JSON object to a line")
	flags.BoolVar(&f.noLatin, "no-latin", false, "look for words in Latin letters as they are written")
	flags.IntVar(&f.limit, "limit", searchLimit, "print at most `N` articles; 0: all")
	return c
}

// searchFlagError says what is wrong with a flag, which may be a word to be left out.
func searchFlagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "" {
		return fmt.Errorf("%w; put -- before a query that leaves a word out", err)
	}
	return c.Parent().FlagErrorFunc()(c, err)
}

// guard makes words that begin with - and are meant for the query look like none of cobra's flags. No argument can have the sign in it.
const guard = "\x00"

// guarded gives the arguments of a search with guarded words: a flag begins with a Latin letter, and is no field.
func guarded(root *cobra.Command, args []string) []string {
	if c, _, err := root.Find(args); err != nil || c.Name() != "search" {
		return args
	}
	out := make([]string, len(args))
	for i, arg := range args {
		if len(arg) > 1 && arg[0] == '-' && (arg[1] >= 0x80 || strings.IndexByte(`"=~(`, arg[1]) >= 0 || isField(arg[1:])) {
			arg = guard + arg
		}
		out[i] = arg
	}
	return out
}

// isField reports whether an argument asks for a field of articles, as title:moon does.
func isField(arg string) bool {
	return slices.ContainsFunc(search.Fields(), func(f search.Field) bool { return strings.HasPrefix(arg, f.Name+":") })
}

// search prints what answers a query.
func (p *program) search(ctx context.Context, args []string, f searchFlags) error {
	if f.limit < 0 {
		return errors.New("--limit takes a number of articles, 0 for all")
	}
	text := strings.ReplaceAll(strings.Join(args, " "), guard, "")
	q, err := search.Parse(text)
	if err != nil {
		return queryError(text, err)
	}
	if q.Empty() {
		return errors.New("search for what? Name some words; jarida search --help shows what else a query can have")
	}
	c, r, err := p.answer(ctx, nil, q, search.Request{Limit: f.limit, NoLatin: f.noLatin}, false)
	if err != nil {
		return err
	}
	p.explainWords(r.Notes)
	if r.Total == 0 {
		return nothingError{visible(r.Why)}
	}
	return p.printFound(ctx, found{c, q, r}, f)
}

// answer opens the folder that the arguments name and asks its index. entities says that they are needed even where the query does not ask for
// any. The folder is closed behind the command.
func (p *program) answer(ctx context.Context, args []string, q *search.Query, r search.Request, entities bool) (opened, search.Result, error) {
	o := searchOptions(q, entities)
	c, result, err := p.answerOnce(ctx, args, r, q, o)
	if err == nil && c.Snapshot().FullText().Damaged() { // which is seen at once where it is read whole, and indexed anew
		c.Close()
		o.Whole = true
		c, result, err = p.answerOnce(ctx, args, r, q, o)
	}
	return c, result, err
}

// answerOnce is answer with the options of the corpus.
func (p *program) answerOnce(ctx context.Context, args []string, r search.Request, q *search.Query, o corpus.Options) (opened, search.Result, error) {
	c, err := p.openSearch(ctx, args, o)
	if err != nil {
		return opened{}, search.Result{}, err
	}
	p.behind = func() {
		_ = c.Keep(ctx) // the next search takes longer
		c.Close()
	}
	s := c.Snapshot()
	if s.Len() == 0 {
		return opened{}, search.Result{}, nothingError{"no articles in " + c.name}
	}
	states, err := p.states(ctx, args, q, s)
	if err != nil {
		return opened{}, search.Result{}, err
	}
	r.Query, r.Today = q, today()
	r.Newer = func(a, b int32) bool { return s.Index(corpus.Doc(a)) < s.Index(corpus.Doc(b)) }
	result, err := s.FullText().Search(ctx, r, s.Facts(states))
	return c, result, err
}

// queryError says what is wrong with a query, and quotes where: a caret below would point elsewhere, for a terminal orders the line.
func queryError(text string, err error) error {
	var mistake *search.SyntaxError
	if !errors.As(err, &mistake) || mistake.Start >= mistake.End || mistake.End > len(text) {
		return err
	}
	return fmt.Errorf("%s: %w", visible(text[mistake.Start:mistake.End]), err)
}

// searchOptions asks for all that a query asks for.
func searchOptions(q *search.Query, entities bool) corpus.Options {
	o := corpus.Options{First: 1, Search: true, Entities: entities}
	for _, field := range []string{"person", "place", "org", "has"} {
		o.Entities = o.Entities || q.Uses(field)
	}
	o.Dates = q.Uses("mentions")
	return o
}

// openSearch opens the folder of a search, and waits until all is there that it asks for.
func (p *program) openSearch(ctx context.Context, args []string, o corpus.Options) (opened, error) {
	if o.Entities {
		o.Edits = p.edits(ctx)
	}
	c, err := p.openKept(ctx, args, o)
	if err != nil {
		return opened{}, err
	}
	if !c.Snapshot().Progress().Done && p.env("GOGC") == "" {
		p.collector.rest(min(percentWith(o), indexPercent))
	}
	if err := p.awaitAll(ctx, c, o); err != nil {
		return opened{}, err
	}
	return c, nil
}

// today gives the day, here, as days since 1970-01-01.
func today() int32 {
	now := time.Now()
	_, offset := now.Zone()
	return int32((now.Unix() + int64(offset)) / (24 * 60 * 60))
}

// explainWords tells how words were understood, in one line, and what may have been meant, in another.
func (p *program) explainWords(notes []search.Note) {
	if taken := readings(notes, false); len(taken) > 0 {
		p.complain(strings.Join(taken, "; "))
	}
	if meant := readings(notes, true); len(meant) > 0 {
		p.complain("if something else was meant: " + strings.Join(meant, "; "))
	}
}

// readings shows how words were understood, those of one word together; with offers what else they may have been meant for.
func readings(notes []search.Note, offers bool) []string {
	var list []string
	last := ""
	for _, n := range notes {
		switch {
		case n.Offer != offers:
		case n.As == "":
			list = append(list, visible(n.Word)+" is left out")
		case n.Word == last:
			list[len(list)-1] += ", " + visible(n.As)
		default:
			list, last = append(list, visible(n.Word)+" → "+visible(n.As)), n.Word
		}
	}
	return list
}
