package cli

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"jarida/corpus"
	"jarida/corpus/digest"
	"jarida/corpus/entity"
)

// digestFlags are the flags of digest.
type digestFlags struct {
	json, all   bool
	days, limit int
	width       int
	widthSet    bool
}

// digestLimit makes a page of 23 rows: 24 are those of the smallest terminal that is still met with.
const digestLimit = 6

// newDigest makes the command that prints what a folder has to tell on one page.
func newDigest(p *program) *cobra.Command {
	var f digestFlags
	c := &cobra.Command{
		Use:   "digest [DIR|FILE…]",
		Short: "Print what is new on one page: stories, names, who is quoted",
		Long: `Print on one page what the articles have to tell: the largest stories, each with the number of its articles, its title and its sources;
the people, places and organisations that no article named before, with the number of articles that name them; the people who are quoted
most, with the number of their quotations and of the articles that quote them.

All of it is about what is new: the articles that were not there when you last had the folder open in the reader, known by their text, so
that files may be moved. A story with older articles has 1/5: one of its five is new. Where nothing is new, stories and quotations are
those of all articles; where you never had it open, everything is new. The times of files never count.

With --days the articles of the newest days that have any are new instead, and with --all all of them.

The page has 80 columns where the output is no terminal, and at most 23 lines: fit for a login message.

The objects of --json have what (summary, story, name or speaker). That of the summary comes first: articles, unread, new, first and last
(the days of the articles, from to), since (when the last visit ended), and how many stories, names and speakers there are. That of a
story: story, kind, title, articles (ids, the earliest first), new (how many of them are), sources. That of a name: name, type,
articles (how many), mentions. That of a speaker: name, type, quotes, articles (how many quote him).`,
		Example: `  jarida digest ~/news
  jarida digest --days 1 /srv/articles
  jarida digest --json | jq -r 'select(.what == "name") | .name'`,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.widthSet = cmd.Flags().Changed("width")
			return p.digest(cmd.Context(), args, f)
		},
	}
	flags := c.Flags()
	flags.BoolVar(&f.json, "json", false, "one JSON object to a line")
	flags.BoolVar(&f.all, "all", false, "as if everything were new")
	flags.IntVar(&f.days, "days", 0, "as if what the newest `N` days brought were new")
	flags.IntVar(&f.limit, "limit", digestLimit, "at most `N` stories, names of each kind and speakers; 0: all")
	flags.IntVar(&f.width, "width", 0, "`COLUMNS` to a line; 0: however long it is (default: the terminal's, else 80)")
	p.addBidi(flags)
	c.MarkFlagsMutuallyExclusive("days", "all")
	c.MarkFlagsMutuallyExclusive("json", "width")
	return c
}

// digest prints what the articles have to tell.
func (p *program) digest(ctx context.Context, args []string, f digestFlags) error {
	switch {
	case f.limit < 0:
		return errors.New("--limit takes a number of stories, names and speakers, 0 for all")
	case f.days < 0:
		return errors.New("--days takes a number of days")
	case f.width < 0:
		return errors.New("--width takes a number of columns, 0 for lines of any length")
	}
	j, err := p.decisions(ctx, args, true)
	if err != nil {
		return err
	}
	o := corpus.Options{First: 1, Keys: true, Stories: true, Entities: true}
	if j != nil {
		defer j.Close() //nolint:errcheck // nothing was written
		o.Edits = corpus.EntityEdits(j.Entities())
	}
	c, err := p.openRead(ctx, args, o)
	if err != nil {
		return err
	}
	defer c.Close()
	var v digest.Visit
	if !f.all && f.days == 0 {
		v = p.lastVisit(ctx, args)
	}
	d := folderDigest{opened: c, snap: c.Snapshot(), since: v, days: f.days}
	d.Digest = d.snap.Digest(v, f.days, f.limit)
	if f.days > 0 && d.New == 0 {
		p.complain("no article has a date, so that none is of the newest days")
	}
	d.unread = d.snap.Len()
	for _, state := range statesOf(j, d.snap) {
		if state.Read {
			d.unread--
		}
	}
	if f.json {
		return p.printDigest(&d)
	}
	return p.printPage(ctx, &d, f)
}

// folderDigest is a digest and the folder that it is of.
type folderDigest struct {
	opened
	corpus.Digest
	snap   *corpus.Snapshot
	since  digest.Visit // zero: none, or it does not count
	days   int          // what they brought is new; 0: what came since
	unread int
}

// The objects of digest --json.
type (
	summaryRecord struct {
		What     string `json:"what"`
		Articles int    `json:"articles"`
		Unread   int    `json:"unread"`
		New      int    `json:"new"`
		First    string `json:"first,omitempty"`
		Last     string `json:"last,omitempty"`
		Since    string `json:"since,omitempty"` // RFC 3339
		Stories  int    `json:"stories"`
		Names    int    `json:"names"`
		Speakers int    `json:"speakers"`
	}
	digestStoryRecord struct {
		What     string   `json:"what"`
		Story    string   `json:"story"`
		Kind     string   `json:"kind"`
		Title    string   `json:"title,omitempty"`
		Articles []string `json:"articles"`
		New      int      `json:"new"`
		Sources  []string `json:"sources,omitempty"`
	}
	digestNameRecord struct {
		What     string `json:"what"`
		Name     string `json:"name"`
		Type     string `json:"type"`
		Articles int    `json:"articles"`
		Mentions int    `json:"mentions"`
	}
	digestSpeakerRecord struct {
		What     string `json:"what"`
		Name     string `json:"name"`
		Type     string `json:"type"`
		Quotes   int    `json:"quotes"`
		Articles int    `json:"articles"`
	}
)

// printDigest prints a digest as JSON.
func (p *program) printDigest(d *folderDigest) error {
	r := summaryRecord{
		What: "summary", Articles: d.snap.Len(), Unread: d.unread, New: d.New, First: d.First, Last: d.Last,
		Stories: d.AllStories, Names: d.People.All + d.Places.All + d.Orgs.All, Speakers: d.AllSpeakers,
	}
	if !d.since.None() {
		r.Since = d.since.At().UTC().Format(time.RFC3339)
	}
	records := []any{r}
	for _, s := range d.Stories {
		told, fresh := newStoryRecord(d.snap, s.Story), s.New
		if d.Whole {
			fresh = 0 // it counts all articles then
		}
		records = append(records, digestStoryRecord{"story", told.Story, told.Kind, told.Title, told.Articles, fresh, d.snap.Sources(s.Docs)})
	}
	x := d.snap.Entities()
	for _, names := range []digest.Names{d.People, d.Places, d.Orgs} {
		for _, n := range names.List {
			records = append(records, digestNameRecord{"name", x.Name(n.Entity), x.Type(n.Entity).String(), n.Articles, x.Entity(n.Entity).Mentions})
		}
	}
	for _, s := range d.Speakers {
		records = append(records, digestSpeakerRecord{"speaker", x.Name(s.Entity), entity.Person.String(), s.Quotes, s.Articles})
	}
	for _, record := range records {
		if err := p.writeJSON(record); err != nil {
			return err
		}
	}
	return nil
}
