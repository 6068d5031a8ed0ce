package cli

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"jarida/corpus"
	"jarida/corpus/story"
)

// storyFlags are the flags of stories.
type storyFlags struct {
	json, compare bool
	article       string
	limit         int
}

// newStories makes the command that prints which articles tell one story.
func newStories(p *program) *cobra.Command {
	var f storyFlags
	c := &cobra.Command{
		Use:   "stories [DIR|FILE…]",
		Short: "Print which articles have one text or tell of one event",
		Long: `Print the stories of the articles, the largest first: the id of the story, which is that of its earliest article, what its articles
have in common (same-text or same-event), their number, the title, and their ids, separated by tabs. An article that stands alone is in
no story. Articles have one text where one is printed from the other, or both from a third, with light edits, whenever that was. They tell
of one event where the title of one stands at the head of the other, within a day of those before and three of the first; where a day
is not known, both must name the same day of the week. The times of files never count.

With --article only the story of one article is printed, and why each is in it.

With --compare two articles are compared, sentence by sentence: = stands in both (the second sentence follows where its words are others),
~ in both with other numbers or names, which follow the two sentences, < only in the first, > only in the second. Sentences are in the
order of the first, what only the second has behind them. A sentence that says part of what one of the other article says stands in
both. Numbers in words and in digits are the same, and so are the spellings of a foreign name, and its shorter and longer form.

With --compare and one article it is compared with all others of its story: > stands in others only, and is printed once. The id of the
article in which the other sentence stands ends each line.

The objects of --json have story, kind, articles (the earliest first) and title; with --article also why, a list with article, kind,
containment (the share of the runs of three words of the shorter text that stand in the longer), lead and title (how like they are, 0 to
1), told (the share of one title at the head of the other article), event (at least 0.33 for one event), days (between them), words
(that both have, the rarest first), and from (the article that it credits). Those of --compare have in (both, a or b), and a and b
where they are there: article, start, end, text, and differ: start, end, text and what (number or name); part (a or b) where that
sentence says part of what the other says, which is printed with its own counterpart, too. start and end are bytes of the text that
show --source prints.`,
		Example: `  jarida stories ~/news --limit 10
  jarida stories -C ~/news --compare a.txt b.txt
  jarida stories -C ~/news --compare a.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.compare {
				return p.compareArticles(cmd.Context(), args, f)
			}
			return p.stories(cmd.Context(), args, f)
		},
	}
	flags := c.Flags()
	flags.BoolVar(&f.json, "json", false, "one JSON object to a line")
	flags.BoolVar(&f.compare, "compare", false, "compare the two articles that the arguments name by their ids, or one with the rest of its story")
	flags.StringVar(&f.article, "article", "", "only the story of the article with this `ID`")
	flags.IntVar(&f.limit, "limit", defaultLimit, "print at most `N` stories; 0: all")
	c.MarkFlagsMutuallyExclusive("compare", "article")
	c.MarkFlagsMutuallyExclusive("compare", "limit")
	return c
}

// storyRecord is a story in the output of stories.
type storyRecord struct {
	Story    string      `json:"story"`
	Kind     string      `json:"kind"`
	Articles []string    `json:"articles"`
	Title    string      `json:"title,omitempty"`
	Why      []whyRecord `json:"why,omitempty"`
}

// whyRecord says why an article is in a story.
type whyRecord struct {
	Article     string   `json:"article"`
	Kind        string   `json:"kind,omitempty"` // left out for a reprint of an article that is in the story for itself
	Containment float64  `json:"containment"`
	Lead        float64  `json:"lead"`
	Title       float64  `json:"title"`
	Told        float64  `json:"told"`
	Event       float64  `json:"event"`
	Days        *int     `json:"days,omitempty"`
	Words       []string `json:"words"`
	From        string   `json:"from,omitempty"`
}

// stories prints the stories.
func (p *program) stories(ctx context.Context, args []string, f storyFlags) error {
	if f.limit < 0 {
		return errors.New("--limit takes a number of stories, 0 for all")
	}
	c, err := p.openRead(ctx, args, corpus.Options{First: 1, Stories: true})
	if err != nil {
		return err
	}
	defer c.Close()
	s := c.Snapshot()
	if f.article != "" {
		return p.storyOf(ctx, c, s, f)
	}
	if s.Stories().Len() == 0 {
		return nothingError{"no stories in " + c.name}
	}
	for i := range s.Stories().Len() {
		if f.limit > 0 && i == f.limit {
			break
		}
		if err := p.printStory(newStoryRecord(s, s.Stories().At(i)), f.json); err != nil {
			return err
		}
	}
	return nil
}

// storyOf prints the story of one article, and why each is in it.
func (p *program) storyOf(ctx context.Context, c opened, s *corpus.Snapshot, f storyFlags) error {
	docs, err := p.chosen(ctx, c, f.article)
	if err != nil {
		return err
	}
	i := s.Stories().Of(int32(docs[0]))
	if i < 0 {
		return nothingError{visible(f.article) + " stands alone in " + c.name}
	}
	found := s.Stories().At(i)
	r := newStoryRecord(s, found)
	for _, doc := range found.Docs[1:] {
		if why, ok := s.Stories().Why(doc); ok {
			r.Why = append(r.Why, newWhyRecord(s, doc, why))
		}
	}
	if f.json {
		return p.writeJSON(r)
	}
	if err := p.printStory(r, false); err != nil {
		return err
	}
	for _, w := range r.Why {
		_, err := fmt.Fprintf(p.stdout, "%s\t%s\tcontainment %.2f\tevent %.2f\t%s\n", visible(w.Article), w.Kind, w.Containment, w.Event,
			visible(strings.Join(w.Words, " ")))
		if err != nil {
			return err
		}
	}
	return nil
}

func newStoryRecord(s *corpus.Snapshot, found story.Story) storyRecord {
	lead := s.At(s.Index(corpus.Doc(found.Leader())))
	r := storyRecord{Story: lead.ID, Kind: found.Kind.String(), Title: lead.Title, Articles: make([]string, len(found.Docs))}
	for i, doc := range found.Docs {
		r.Articles[i] = s.At(s.Index(corpus.Doc(doc))).ID
	}
	return r
}

func newWhyRecord(s *corpus.Snapshot, doc int32, why story.Pair) whyRecord {
	r := whyRecord{
		Article: s.At(s.Index(corpus.Doc(doc))).ID, Kind: why.Kind.String(), Containment: hundredths(why.Containment), Lead: hundredths(why.Lead),
		Title: hundredths(why.Title), Told: hundredths(why.Told), Event: hundredths(why.Event), Words: why.Shared,
	}
	if why.Dated {
		r.Days = &why.Days
	}
	if from, ok := s.Stories().From(doc); ok {
		r.From = s.At(s.Index(corpus.Doc(from))).ID
	}
	return r
}

func (p *program) printStory(r storyRecord, asJSON bool) error {
	if asJSON {
		return p.writeJSON(r)
	}
	ids := make([]string, len(r.Articles))
	for i, id := range r.Articles {
		ids[i] = visible(id)
	}
	_, err := fmt.Fprintf(p.stdout, "%s\t%s\t%d\t%s\t%s\n", visible(r.Story), r.Kind, len(ids), visible(r.Title), strings.Join(ids, " | "))
	return err
}

// storiesOf gives the ids of the stories that an article is in, none where it stands alone.
func storiesOf(s *corpus.Snapshot, d corpus.Doc) []string {
	i := s.Stories().Of(int32(d))
	if i < 0 {
		return nil
	}
	lead := s.Stories().At(i)
	return []string{s.At(s.Index(corpus.Doc(lead.Leader()))).ID}
}

// hundredths rounds a figure for printing.
func hundredths(x float64) float64 { return math.Round(x*100) / 100 }
