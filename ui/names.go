package ui

import (
	"context"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/quote"
)

// names is what the screen needs to know of whom and what a corpus speaks of.
type names interface {
	// Entities gives what the articles of a snapshot say, nil before the first of them has been looked through.
	Entities(s *corpus.Snapshot) *entity.Index
	// Progress says how many articles have been looked through.
	Progress(s *corpus.Snapshot) corpus.EntityProgress
	// Annotate looks through one article, whether or not the background has come to it.
	Annotate(ctx context.Context, d corpus.Doc) (annotated, error)
	// Quotes gives who said what in one article, and the text that it stands in.
	Quotes(ctx context.Context, d corpus.Doc) (source string, quotes []said, err error)
	// SetEdits hands over the reader's corrections; a newer snapshot will have them.
	SetEdits(e entity.Edits)
}

// annotated is what one article says.
type annotated struct {
	source   string            // the text that offsets refer to
	index    *entity.Index     // whose ids the mentions have; nil where they have none
	mentions []entity.Resolved // of all types, in order; an Entity below 0 is known by its text alone
	amounts  map[int]string    // what the amounts are called, by where they start
}

// said is words that somebody is said to have said.
type said struct {
	start, end int // source bytes
	kind       quote.Kind
	speaker    string // "" for nobody
	verb       string
}

// namesOf gives what a corpus knows of names, nil where it does not look for any.
func namesOf(c source) names {
	switch c := c.(type) {
	case names:
		return c
	case *corpus.Corpus:
		return corpusNames{c}
	}
	return nil
}

// corpusNames is what a corpus knows.
type corpusNames struct{ *corpus.Corpus }

// Entities gives the index of a snapshot.
func (c corpusNames) Entities(s *corpus.Snapshot) *entity.Index { return s.Entities() }

// Progress gives the progress of a snapshot.
func (c corpusNames) Progress(s *corpus.Snapshot) corpus.EntityProgress { return s.EntityProgress() }

// Annotate looks through an article, its dates and amounts too.
func (c corpusNames) Annotate(ctx context.Context, doc corpus.Doc) (annotated, error) {
	d, err := c.Load(ctx, doc)
	if err != nil {
		return annotated{}, err
	}
	n, err := c.Names(ctx, d)
	if err != nil {
		return annotated{}, err
	}
	a := annotated{source: d.Source.Text, index: n.Index, mentions: n.Mentions}
	dates := corpus.Dates(d)
	for _, date := range dates {
		a.mentions = append(a.mentions, entity.Resolved{Mention: date, Entity: -1})
	}
	a.amounts = map[int]string{}
	for _, n := range c.Amounts(d, dates) {
		a.amounts[n.Start] = n.Name(d.Source.Text)
		a.mentions = append(a.mentions, entity.Resolved{Entity: -1, Mention: entity.Mention{
			Start: n.Start, End: n.End, Type: entity.Quantity, Confidence: n.Confidence, Repeat: n.Repeat,
		}})
	}
	return a, nil
}

// Quotes looks through an article for them, and for what they need.
func (c corpusNames) Quotes(ctx context.Context, doc corpus.Doc) (source string, quotes []said, err error) {
	d, err := c.Load(ctx, doc)
	if err != nil {
		return "", nil, err
	}
	n, err := c.Names(ctx, d)
	if err != nil {
		return "", nil, err
	}
	for _, q := range c.Corpus.Quotes(d, n) {
		if !q.Repeat {
			quotes = append(quotes, said{q.Start, q.End, q.Kind, speakerName(d.Source.Text, &n, q), q.Verb})
		}
	}
	return d.Source.Text, quotes, nil
}

// speakerName names who said something: by the entity, else in the words of the article.
func speakerName(src string, n *corpus.Names, q corpus.Said) string {
	s := q.Quote.Speaker
	switch {
	case !s.Known:
		return ""
	case q.Speaker >= 0 && n.Index != nil:
		return n.Index.Name(q.Speaker)
	case s.Mention >= 0:
		return oneLine(src[n.Mentions[s.Mention].Start:n.Mentions[s.Mention].End])
	}
	return oneLine(n.Roles[s.Role].Phrase)
}
