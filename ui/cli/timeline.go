package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"jarida/corpus"
	"jarida/corpus/timeline"
)

// timelineFlags are the flags of timeline.
type timelineFlags struct {
	json, mentioned bool
	from, to        string
	limit           int
}

const (
	leadersOfDay = 5 // entities that are printed with a day
	storiesOfDay = 5 // and stories
)

// newTimeline makes the command that prints the folder by day.
func newTimeline(p *program) *cobra.Command {
	var f timelineFlags
	c := &cobra.Command{
		Use:   "timeline [DIR|FILE…]",
		Short: "Print the articles by day: how many, who led it, and which stories they tell",
		Long: `Print the days on which articles were published, the newest first: the day, the number of articles that were published on it, the number
of articles that mention it, the entities that led it, and the stories that its articles tell, separated by tabs. Each entity and story
has the number of the day's articles that name or tell it before it. An article that has only a month or a year stands under that, and how
many have no date is told. The times of files never count.

An entity leads a day where more of its articles name it than usual in the folder; what leads every day leads none. A story is called by
the title of its earliest article, and one that is told by most articles of the day comes first. Five of each are printed.

With --mentioned the days are those that the texts mention, also such as are still to come: entities and stories are those of the articles
that mention the day. An article mentions a day where its text names it in full or in part ("on Sunday", "12 May", "yesterday"), by the
calendar of its own day; its own day, its dateline, repeated blocks and related stories do not count, and weeks, months and years are no days.
Of a range of up to seven days each counts, of a longer one the first and the last. Among 200 articles and more a day on which nothing was
published is left out where a single article mentions it.

The objects of --json have day, published and mentioned (numbers of articles), entities (name, type, and articles: how many of the day name
it), stories (story, kind, articles: how many of the day tell it, title), articles (the ids of those published on the day) and mentions (the
ids of those that mention it). What is empty is left out.`,
		Example: `  jarida timeline ~/news --from 2026-01 --to 2026-02-15
  jarida timeline ~/news --mentioned --from 2026-03-01
  jarida timeline ~/news --json | jq -r '[.day, .published] | @tsv'`,
		RunE: func(cmd *cobra.Command, args []string) error { return p.timeline(cmd.Context(), args, f) },
	}
	flags := c.Flags()
	flags.BoolVar(&f.json, "json", false, "one JSON object to a line")
	flags.BoolVar(&f.mentioned, "mentioned", false, "the days that the texts mention, instead of those on which they were published")
	flags.StringVar(&f.from, "from", "", "only from `DAY` on: YYYY-MM-DD, YYYY-MM or YYYY")
	flags.StringVar(&f.to, "to", "", "only up to `DAY`, with all of the month or year that it names")
	flags.IntVar(&f.limit, "limit", 0, "print only the newest `N` days; 0: all")
	return c
}

// check reports what is wrong with the flags.
func (f *timelineFlags) check() error {
	if f.limit < 0 {
		return errors.New("--limit takes a number of days, 0 for all")
	}
	for _, flag := range [...]struct{ name, value string }{{"from", f.from}, {"to", f.to}} {
		if flag.value != "" && !isDate(flag.value) {
			return fmt.Errorf("--%s %s: give a day as YYYY-MM-DD, or a month or year", flag.name, visible(flag.value))
		}
	}
	return nil
}

// isDate reports whether a text is a day, a month or a year in ISO 8601.
func isDate(text string) bool {
	return slices.ContainsFunc([]string{time.DateOnly, "2006-01", "2006"}, func(layout string) bool {
		_, err := time.Parse(layout, text)
		return err == nil
	})
}

// wants reports whether a date lies between the two that are asked for. A month or year does where one of its days may.
func (f *timelineFlags) wants(date string) bool {
	return (date >= f.from || strings.HasPrefix(f.from, date)) && (f.to == "" || date <= f.to || strings.HasPrefix(date, f.to))
}

// dayRecord is a day in the output of timeline.
type dayRecord struct {
	Day       string         `json:"day"`
	Published int            `json:"published,omitempty"`
	Mentioned int            `json:"mentioned,omitempty"`
	Entities  []leaderRecord `json:"entities,omitempty"`
	Stories   []toldRecord   `json:"stories,omitempty"`
	Articles  []string       `json:"articles,omitempty"`
	Mentions  []string       `json:"mentions,omitempty"`
}

// leaderRecord is an entity that leads a day.
type leaderRecord struct {
	Name     string `json:"name"`
	Type     string `json:"type"`
	Articles int    `json:"articles"`
}

// toldRecord is a story that articles of a day tell.
type toldRecord struct {
	Story    string `json:"story"`
	Kind     string `json:"kind"`
	Articles int    `json:"articles"`
	Title    string `json:"title,omitempty"`
}

// timeline prints the days.
func (p *program) timeline(ctx context.Context, args []string, f timelineFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	c, err := p.openRead(ctx, args, corpus.Options{First: 1, Entities: true, Edits: p.edits(ctx), Stories: true, Dates: true})
	if err != nil {
		return err
	}
	defer c.Close()
	s := c.Snapshot()
	t := s.Timeline()
	if all, undated := t.Articles(); undated > 0 && !f.mentioned {
		p.complain(fmt.Sprintf("%d of %d articles have no date", undated, all))
	}
	printed := 0
	for i := t.Len() - 1; i >= 0 && (f.limit == 0 || printed < f.limit); i-- {
		e := t.At(i)
		docs := e.Published
		if f.mentioned {
			docs = e.Mentioned
		}
		if len(docs) == 0 || !f.wants(e.Date) {
			continue
		}
		if err := p.printDay(newDayRecord(s, t, e, docs), f.json); err != nil {
			return err
		}
		printed++
	}
	if printed > 0 {
		return nil
	}
	return nothingError{f.nothing() + " in " + c.name + f.between()}
}

// nothing says what there is none of.
func (f *timelineFlags) nothing() string {
	if f.mentioned {
		return "no days are mentioned"
	}
	return "no dated articles"
}

// between says that there may be some elsewhere.
func (f *timelineFlags) between() string {
	if f.from == "" && f.to == "" {
		return ""
	}
	return " between these days"
}

// newDayRecord says what some articles of a day are about.
func newDayRecord(s *corpus.Snapshot, t *timeline.Timeline, e timeline.Entry, docs []int32) dayRecord {
	r := dayRecord{
		Day: e.Date, Published: len(e.Published), Mentioned: len(e.Mentioned), Articles: idsOf(s, e.Published), Mentions: idsOf(s, e.Mentioned),
	}
	x := s.Entities()
	for _, l := range t.Leading(x, docs, leadersOfDay) {
		r.Entities = append(r.Entities, leaderRecord{x.Name(l.Entity), x.Type(l.Entity).String(), l.Articles})
	}
	for _, told := range timeline.Stories(s.Stories(), docs, storiesOfDay) {
		story := s.Stories().At(told.Story)
		lead := s.At(s.Index(corpus.Doc(story.Leader())))
		r.Stories = append(r.Stories, toldRecord{lead.ID, story.Kind.String(), told.Articles, lead.Title})
	}
	return r
}

// idsOf gives the ids of articles, sorted: their numbers depend on the times of their files.
func idsOf(s *corpus.Snapshot, docs []int32) []string {
	ids := make([]string, len(docs))
	for i, doc := range docs {
		ids[i] = s.At(s.Index(corpus.Doc(doc))).ID
	}
	slices.Sort(ids)
	return ids
}

func (p *program) printDay(r dayRecord, asJSON bool) error {
	if asJSON {
		return p.writeJSON(r)
	}
	names, titles := make([]string, len(r.Entities)), make([]string, len(r.Stories))
	for i, e := range r.Entities {
		names[i] = fmt.Sprintf("%d %s", e.Articles, visible(e.Name))
	}
	for i, s := range r.Stories {
		titles[i] = fmt.Sprintf("%d %s", s.Articles, visible(s.Title))
	}
	_, err := fmt.Fprintf(p.stdout, "%s\t%d\t%d\t%s\t%s\n", r.Day, r.Published, r.Mentioned, strings.Join(names, " | "), strings.Join(titles, " | "))
	return err
}
