package corpus

import (
	"context"
	"slices"

	"jarida/corpus/article"
	"jarida/corpus/calendar"
	"jarida/corpus/entity"
	"jarida/corpus/quote"
)

// Names are the people, places, organisations and offices that one article names, each in the order of the text.
type Names struct {
	Index    *entity.Index // whose entities they are; nil before there is one
	Mentions []entity.Resolved
	Roles    []entity.ResolvedRole // their Mention is an index in Mentions
}

// Said is a quotation and who said it.
type Said struct {
	quote.Quote
	Speaker entity.ID // of the Index of the names; -1 where it is not known, or in no index
}

// Amount is an amount in an article.
type Amount struct {
	entity.Amount
	Repeat bool // it stands in a block that repeats another
}

// Findings are all that is found in one article.
type Findings struct {
	Names
	Dates   []entity.Mention // see Dates
	Amounts []Amount
	Quotes  []Said // of Mentions and Roles
}

// Findings gives all that is found in an article that was loaded. It takes about a millisecond.
func (c *Corpus) Findings(ctx context.Context, d Document) (Findings, error) {
	n, err := c.Names(ctx, d)
	if err != nil {
		return Findings{}, err
	}
	dates := Dates(d)
	return Findings{Names: n, Dates: dates, Amounts: c.Amounts(d, dates), Quotes: c.Quotes(d, n)}, nil
}

// Names gives the names in an article that was loaded. Those of an article that has not been read for entities yet, or has changed since,
// are found now, and belong to the entities that have the same spelling; where there is none, their Entity is -1.
func (c *Corpus) Names(ctx context.Context, d Document) (Names, error) {
	if err := ctx.Err(); err != nil {
		return Names{}, err
	}
	s := c.Snapshot()
	if s.HasEntities(d.Entry.Doc) && s.holds(d) {
		x, doc := s.Entities(), int32(d.Entry.Doc)
		if n := (Names{Index: x, Mentions: x.Mentions(doc), Roles: x.Roles(doc)}); n.within(len(d.Source.Text)) {
			return n, nil
		}
	}
	t, err := c.taggers.take()
	if err != nil {
		return Names{}, err
	}
	defer c.taggers.give(t)
	return namesNow(s.Entities(), t, d), nil
}

// within reports whether all names lie within a text of so many bytes: those that were kept are of a file, which is known by its size and
// times alone.
func (n Names) within(size int) bool {
	return !slices.ContainsFunc(n.Mentions, func(m entity.Resolved) bool { return m.End > size }) &&
		!slices.ContainsFunc(n.Roles, func(r entity.ResolvedRole) bool { return r.End > size })
}

// holds reports whether a document that was loaded is of the text of a snapshot. Of a text that is on the disk it is known by its file.
func (s *Snapshot) holds(d Document) bool {
	if src, ok := s.Source(d.Entry.Doc); ok {
		return src.Text == d.Source.Text
	}
	return d.listed && s.state(d.Entry.Doc).phase == recalled
}

// namesNow finds the names in an article, by what it alone says.
func namesNow(x *entity.Index, t *entity.Tagger, d Document) Names {
	found := t.Find(d.Source.Text, d.Article)
	n := Names{Index: x, Mentions: make([]entity.Resolved, len(found))}
	surfaces := t.Surfaces(d.Source.Text, found)
	for i, m := range found {
		id := entity.ID(-1)
		if x != nil {
			if same, ok := x.Spelled(entity.Spelled{Type: m.Type, Text: surfaces[i]}); ok {
				id = same
			}
		}
		n.Mentions[i] = entity.Resolved{Mention: m, Entity: id}
	}
	for _, r := range t.Roles(d.Source.Text, found) {
		id := entity.ID(-1)
		if r.Mention >= 0 {
			id = n.Mentions[r.Mention].Entity
		}
		n.Roles = append(n.Roles, entity.ResolvedRole{Role: r, Entity: id})
	}
	return n
}

// Quotes gives the quotations in an article, by its names, in order.
func (c *Corpus) Quotes(d Document, n Names) []Said {
	mentions, roles := make([]entity.Mention, len(n.Mentions)), make([]entity.Role, len(n.Roles))
	for i, m := range n.Mentions {
		mentions[i] = m.Mention
	}
	for i, r := range n.Roles {
		roles[i] = r.Role
	}
	finder, ok := c.quotes.Get().(*quote.Finder)
	if !ok {
		finder = quote.New()
	}
	defer c.quotes.Put(finder)
	found := finder.Find(d.Source.Text, d.Article, mentions, roles)
	said := make([]Said, len(found))
	for i, q := range found {
		said[i] = Said{Quote: q, Speaker: n.speaker(q.Speaker)}
	}
	return said
}

// speaker gives the entity of a speaker.
func (n Names) speaker(s quote.Speaker) entity.ID {
	switch {
	case !s.Known:
		return -1
	case s.Mention >= 0:
		return n.Mentions[s.Mention].Entity
	}
	return n.Roles[s.Role].Entity
}

// Dates gives the dates in an article, in order. Those that are relative refer to the article's own day; the day of a related story is
// not known, so that relative dates in it have no ISO form. Times of the day are no dates.
func Dates(d Document) []entity.Mention { return appendDates(nil, d) }

func appendDates(dates []entity.Mention, d Document) []entity.Mention {
	eachBlock(&d.Article, func(i int, b article.Block) {
		anchor := d.Article.Date
		if d.Article.TeaserOf(i) >= 0 {
			anchor = calendar.Date{}
		}
		for _, m := range calendar.Mentions(d.Source.Text[b.Start:b.End], b.Start, anchor) {
			if !isClock(m.ISO) {
				dates = append(dates, entity.Mention{
					Start: m.Start, End: m.End, Type: entity.Date, Confidence: m.Confidence, Repeat: b.RepeatOf >= 0, ISO: m.ISO,
				})
			}
		}
	})
	return dates
}

// isClock reports whether the ISO form of a date is that of a time of the day.
func isClock(iso string) bool {
	return len(iso) == len("T21:05") && iso[0] == 'T' || len(iso) == len("2026-01-16T21:05") && iso[10] == 'T'
}

// Amounts gives the amounts in an article, in order. dates are the dates in it: their numbers are no amounts.
func (c *Corpus) Amounts(d Document, dates []entity.Mention) []Amount {
	finder, ok := c.amounts.Get().(*entity.AmountFinder)
	if !ok {
		finder = new(entity.AmountFinder)
	}
	defer c.amounts.Put(finder)
	return appendAmounts(nil, &d.Article, dates, func(_ int, b article.Block, dates []entity.Mention) []entity.Amount {
		return finder.Find(d.Source.Text[b.Start:b.End], b.Start, dates)
	})
}

// appendAmounts appends the amounts in an article by what find gives for a block, which is told the dates that do not end before it.
func appendAmounts(
	amounts []Amount, a *article.Article, dates []entity.Mention, find func(i int, b article.Block, dates []entity.Mention) []entity.Amount,
) []Amount {
	eachBlock(a, func(i int, b article.Block) {
		for len(dates) > 0 && dates[0].End <= b.Start {
			dates = dates[1:]
		}
		for _, found := range find(i, b, dates) {
			amounts = append(amounts, Amount{found, b.RepeatOf >= 0})
		}
	})
	return amounts
}

// eachBlock goes through the blocks that are read for entities: not the furniture of the page, nor the name of its section.
func eachBlock(a *article.Article, do func(i int, b article.Block)) {
	for i, b := range a.Blocks {
		if b.Kind != article.Furniture && b.Kind != article.Section {
			do(i, b)
		}
	}
}
