package cli

import (
	"bufio"
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"jarida/corpus"
	"jarida/corpus/digest"
	"jarida/corpus/entity"
	"jarida/ui/bidi"
	"jarida/ui/settings"
)

// pageWidth is the width of a digest where the output is no terminal: that of a login message.
const pageWidth = 80

// digestPage writes a digest as a page of rows.
type digestPage struct {
	*folderDigest
	*screen
	words *settings.Words
	zone  *time.Location
	rows  []paragraph
}

// printPage prints a digest as a page.
func (p *program) printPage(ctx context.Context, d *folderDigest, f digestFlags) error {
	w, err := p.words()
	if err != nil {
		return err
	}
	base := "ltr"
	if w.RTL || d.snap.RTL() {
		base = "rtl"
	}
	if !f.widthSet && !isTerminal(p.terminal) {
		f.width, f.widthSet = pageWidth, true
	}
	s, err := p.newScreen(ctx, showFlags{width: f.width, widthSet: f.widthSet, base: base})
	if err != nil {
		return err
	}
	page := digestPage{folderDigest: d, screen: s, words: w, zone: time.Local} //nolint:gosmopolitan // the reader's own time
	page.head()
	page.stories()
	page.names()
	page.speakers()
	return page.write(p.stdout)
}

// write writes the rows.
func (g *digestPage) write(w *bufio.Writer) error {
	for _, row := range g.rows {
		if row.gap {
			if err := w.WriteByte('\n'); err != nil {
				return err
			}
		}
		if err := g.screen.write(w, row); err != nil {
			return err
		}
	}
	return nil
}

// row adds a row, cut to the width of the page.
func (g *digestPage) row(text string) {
	g.rows = append(g.rows, paragraph{text: g.cut(text, g.room())})
}

// heading adds the heading of a section, a blank row before it.
func (g *digestPage) heading(text string) {
	g.rows = append(g.rows, paragraph{text: g.cut(text, g.room()), look: lookStrong, gap: true})
}

// head says what is open, and how much of it is new.
func (g *digestPage) head() {
	w := g.words
	facts := []string{g.name, label(w.Articles, g.snap.Len()), label(w.UnreadCount, g.unread)}
	if g.First != "" {
		facts = append(facts, g.date(between(g.First, g.Last)))
	}
	g.rows = append(g.rows, paragraph{text: g.cut(strings.Join(facts, " · "), g.room()), look: lookStrong})
	switch {
	case g.days > 0 && g.From != "":
		g.row(g.fresh(w.NewestDays, between(g.From, g.To)))
	case !g.since.None():
		g.row(g.fresh(w.SinceVisit, g.since.At().In(g.zone).Format("2006-01-02 15:04")))
	}
}

// fresh says how much is new since when. The number comes first: the end of a row may be cut off.
func (g *digestPage) fresh(name, when string) string {
	return label(name+":", g.New) + " (" + g.date(when) + ")"
}

func label(name string, n int) string { return name + " " + strconv.Itoa(n) }

// between gives a span of days.
func between(first, last string) string {
	if first == last {
		return first
	}
	return first + " – " + last
}

// date gives a date that keeps the order of its parts behind an Arabic word (UAX #9 W2).
func (g *digestPage) date(text string) string {
	if g.words.RTL {
		return leftToRight + text + leftToRight
	}
	return text
}

// leftToRight is the mark that keeps the order of numbers and signs in a row that runs from right to left.
const leftToRight = "\u200E"

// numberWidth has room for a story of 9999 articles; larger numbers take what they need.
const numberWidth = 6

// stories adds a row for each story: how many articles, the title, and the sources where there is room.
func (g *digestPage) stories() {
	if len(g.Stories) == 0 {
		return
	}
	g.heading(g.words.LargestStories + g.more(g.AllStories, len(g.Stories)))
	for _, s := range g.Stories {
		number := strconv.Itoa(len(s.Docs))
		if !g.Whole && s.New < len(s.Docs) {
			number = strconv.Itoa(s.New) + "/" + number
		}
		number = fmt.Sprintf("%*s  ", numberWidth, number)
		title := visible(g.snap.At(g.snap.Index(corpus.Doc(s.Leader()))).Title)
		room := g.room() - len(number)
		if sources := g.snap.Sources(s.Docs); len(sources) > 0 {
			const share = 4 // a row's part of the sources
			list := " (" + g.list(sources, len(sources), g.room()/share) + ")"
			if g.room() > 0 {
				title = g.cut(title, max(room-g.columns(list), 1))
			}
			title += list
		}
		g.row(number + title)
	}
}

// names adds a row for each type of names, with as many as there is room for.
func (g *digestPage) names() {
	heading := g.words.NewNames
	if g.since.None() && g.days == 0 {
		heading = g.words.MostNamed
	}
	for _, part := range []struct {
		t     entity.Type
		names digest.Names
	}{{entity.Person, g.People}, {entity.Place, g.Places}, {entity.Organisation, g.Orgs}} {
		if part.names.All == 0 {
			continue
		}
		if heading != "" {
			g.heading(heading)
			heading = ""
		}
		items := make([]string, len(part.names.List))
		for i, n := range part.names.List {
			items[i] = g.snap.Entities().Name(n.Entity) + " (" + strconv.Itoa(n.Articles) + ")"
		}
		label := "  " + g.words.Types[part.t] + ": "
		g.row(label + g.list(items, part.names.All, g.room()-g.columns(label)))
	}
}

// list gives the first of some items, as many as fit in some columns, one at least, and how many more there are.
func (g *digestPage) list(items []string, all, room int) string {
	text := ""
	for i, item := range items {
		longer := visible(item)
		if i > 0 {
			longer = text + g.words.Comma() + longer
			if g.room() > 0 && g.columns(longer+g.more(all, i+1)) > room {
				return text + g.more(all, i)
			}
		}
		text = longer
	}
	return text + g.more(all, len(items))
}

// speakers adds a row for each of the people who are quoted most: how often, who, and in how many articles.
func (g *digestPage) speakers() {
	if len(g.Speakers) == 0 {
		return
	}
	g.heading(g.words.MostQuoted + g.more(g.AllSpeakers, len(g.Speakers)))
	for _, s := range g.Speakers {
		name := visible(g.snap.Entities().Name(s.Entity))
		g.row(fmt.Sprintf("%*d  %s · %s", numberWidth, s.Quotes, name, label(g.words.InArticles, s.Articles)))
	}
}

// more says how many there are beside those that are shown, "" for none.
func (g *digestPage) more(all, shown int) string {
	if all <= shown {
		return ""
	}
	sign := " +"
	if g.words.RTL || g.sent && g.options.Base == bidi.RTL { // as of a number in Latin digits (CLDR)
		sign = " " + leftToRight + "+"
	}
	return sign + strconv.Itoa(all-shown)
}

// room gives the columns of a row, 0 for any number.
func (g *digestPage) room() int { return max(g.width-g.indent(), 0) }

// columns gives the width of a text.
func (g *digestPage) columns(text string) int {
	options := g.options
	options.Width = 0
	n := 0
	for _, l := range g.layouter.Layout(text, 0, options) {
		n += l.Width
	}
	return n
}

// cut gives a text that is no wider than some columns, with an ellipsis behind its last word where it was; 0 columns are any number.
func (g *digestPage) cut(text string, columns int) string {
	if columns <= 0 || g.columns(text) <= columns {
		return text
	}
	options := g.options
	options.Width = max(columns-1, 1) // without the ellipsis
	laid := g.layouter.Layout(text, 0, options)
	if len(laid) == 0 {
		return ""
	}
	return strings.TrimRight(text[:laid[0].End], " ") + "…"
}
