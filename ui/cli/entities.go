package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"jarida/corpus/entity"
)

// entityFlags are the flags of entities.
type entityFlags struct {
	json, mentions, all bool
	days                bool
	typ, article        string
	limit               int

	looks *looks // what is counted meanwhile, nil for nothing
}

// defaultLimit is enough for what a folder is about; the tail of names that occur once or twice is as long as the folder.
const defaultLimit = 100

// newEntities makes the command that prints the entities.
func newEntities(p *program) *cobra.Command {
	var f entityFlags
	c := &cobra.Command{
		Use:   "entities [DIR|FILE…]",
		Short: "Print the people, places, organisations, dates and quantities of the articles",
		Long: `Print what the articles name, what most articles name first: its name, type, the number of articles and of mentions, and the ways
in which it is written, separated by tabs. One person is one line, however the name is spelled. Dates are named in ISO 8601, quantities
by their number and unit. Mentions in repeated blocks do not count. What there is too little evidence for is left out without --all,
as in the reader; corrections made in the reader hold here, too.

With --article the entities are those of one article, what it mentions most first: the mentions and spellings are those of the article;
of people, places and organisations the articles are those of all.

With --days a further column has the course of a person, place or organisation: each day on which articles were published that mention it,
and their number. An article that has only a month or a year stands under that.

With --mentions each mention is a line, in the order of list and of the text: article, type, start, end, text and name, and without
--all those that are more likely right than not. start and end are bytes of the text that show --source prints, and text is what stands
there; name is what the entity is called.

The objects of --json have name, type, articles, mentions and spellings, of which the first is the most frequent, and with --days days:
day and articles; those of --mentions article, type, start, end, text, name, confidence (0 to 1), repeat (it stands in a block that
repeats another), and of a date iso, where the text and the date of its article fix it. The types: person place organisation date quantity.`,
		Example: `  jarida entities ~/news --type person
  jarida entities -C ~/news --article a.txt
  jarida entities ~/news --mentions --json | jq -r 'select(.type == "date") | .iso'`,
		RunE: func(cmd *cobra.Command, args []string) error { return p.entities(cmd.Context(), args, f) },
	}
	flags := c.Flags()
	flags.BoolVar(&f.json, "json", false, "one JSON object to a line")
	flags.BoolVar(&f.mentions, "mentions", false, "each mention instead of each entity")
	flags.BoolVar(&f.days, "days", false, "on which days articles mention each person, place or organisation")
	flags.BoolVar(&f.all, "all", false, "doubtful ones, too")
	flags.StringVar(&f.article, "article", "", "only what the article with this `ID` mentions")
	flags.IntVar(&f.limit, "limit", defaultLimit, "print at most `N` entities; 0: all")
	types := make([]string, 0, entity.Quantity+1)
	for t := entity.Person; t <= entity.Quantity; t++ {
		types = append(types, t.String())
	}
	addWord(flags, &f.typ, "type", "only one type: "+strings.Join(types, ", "), types...)
	c.MarkFlagsMutuallyExclusive("mentions", "limit")
	c.MarkFlagsMutuallyExclusive("days", "mentions")
	c.MarkFlagsMutuallyExclusive("days", "article")
	return c
}

// wants reports whether entities of a type are asked for.
func (f *entityFlags) wants(t entity.Type) bool { return f.typ == "" || f.typ == t.String() }

// entities prints the entities or their mentions.
func (p *program) entities(ctx context.Context, args []string, f entityFlags) error {
	if f.limit < 0 {
		return errors.New("--limit takes a number of entities, 0 for all")
	}
	f.looks = newLooks(f)
	c, docs, err := p.openFound(ctx, args, f.article, f.looks.lookers())
	if err != nil {
		return err
	}
	defer c.Close()
	write := p.printEntities
	if f.mentions {
		write = p.printMentions
	}
	printed, err := write(ctx, c, docs, f)
	if err == nil && printed == 0 {
		return nothingError{"no entities in " + c.name}
	}
	return err
}

// entityRecord is an entity in the output of entities.
type entityRecord struct {
	Name      string   `json:"name"`
	Type      string   `json:"type"`
	Articles  int      `json:"articles"`
	Mentions  int      `json:"mentions"`
	Spellings []string `json:"spellings"`

	Days []dayCountRecord `json:"days,omitempty"`
}

// dayCountRecord is how many articles of a day mention an entity.
type dayCountRecord struct {
	Day      string `json:"day"`
	Articles int    `json:"articles"`
}

func newDayCounts(days []entity.DayCount) []dayCountRecord {
	list := make([]dayCountRecord, len(days))
	for i, d := range days {
		list[i] = dayCountRecord{d.Day, d.Articles}
	}
	return list
}

func (p *program) printEntity(r entityRecord, asJSON bool) error {
	if asJSON {
		return p.writeJSON(r)
	}
	spellings := make([]string, len(r.Spellings))
	for i, s := range r.Spellings {
		spellings[i] = visible(s)
	}
	line := fmt.Sprintf("%s\t%s\t%d\t%d\t%s", visible(r.Name), r.Type, r.Articles, r.Mentions, strings.Join(spellings, " | "))
	if len(r.Days) > 0 {
		days := make([]string, len(r.Days))
		for i, d := range r.Days {
			days[i] = fmt.Sprintf("%s %d", d.Day, d.Articles)
		}
		line += "\t" + strings.Join(days, " | ")
	}
	_, err := fmt.Fprintln(p.stdout, line)
	return err
}

// mentionRecord is a mention in the output of entities --mentions.
type mentionRecord struct {
	Article    string  `json:"article"`
	Type       string  `json:"type"`
	Start      int     `json:"start"`
	End        int     `json:"end"`
	Text       string  `json:"text"`
	Name       string  `json:"name"`
	Confidence float64 `json:"confidence"`
	Repeat     bool    `json:"repeat"`
	ISO        string  `json:"iso,omitempty"`
}

func (p *program) printMention(r mentionRecord, asJSON bool) error {
	if asJSON {
		return p.writeJSON(r)
	}
	_, err := fmt.Fprintf(p.stdout, "%s\t%s\t%d\t%d\t%s\t%s\n", visible(r.Article), r.Type, r.Start, r.End, visible(folded(r.Text)), visible(r.Name))
	return err
}

// folded makes the white space of a text, line breaks too, single blanks.
func folded(s string) string {
	if !strings.ContainsAny(s, "\t\n\r") && !strings.Contains(s, "  ") && s == strings.TrimSpace(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
