package cli

import (
	"cmp"
	"context"
	"math"
	"slices"

	"jarida/corpus"
	"jarida/corpus/entity"
)

// seen is a mention of any type, and the name of what it mentions.
type seen struct {
	entity.Mention
	id   entity.ID // of a person, place or organisation; else -1
	name string    // "" for a date that nothing fixes
}

// inArticle is what is mentioned in an article.
type inArticle struct {
	id       string
	text     string
	mentions []seen // in the order of the text
}

// look finds what an article mentions of the types that are asked for. What the reader has hidden is left out.
func (f *entityFlags) look(ctx context.Context, c opened, d corpus.Document) (inArticle, error) {
	found, err := f.lookForNames(ctx, c, d)
	if err != nil {
		return found, err
	}
	f.lookForOthers(c, &found, d)
	slices.SortStableFunc(found.mentions, func(a, b seen) int { return cmp.Compare(a.Start, b.Start) })
	return found, nil
}

// lookForNames finds people, places and organisations.
func (f *entityFlags) lookForNames(ctx context.Context, c opened, d corpus.Document) (inArticle, error) {
	found := inArticle{id: d.Entry.ID, text: d.Source.Text}
	if !f.wants(entity.Person) && !f.wants(entity.Place) && !f.wants(entity.Organisation) {
		return found, nil
	}
	n, err := c.Names(ctx, d)
	if err != nil {
		return found, err
	}
	for _, m := range n.Mentions {
		if f.wants(m.Type) && (m.Entity < 0 || !n.Index.Hidden(m.Entity)) {
			found.add(f, m.Mention, m.Entity, nameOf(n.Index, m, d.Source.Text))
		}
	}
	return found, nil
}

// lookForOthers finds dates and quantities.
func (f *entityFlags) lookForOthers(c opened, found *inArticle, d corpus.Document) {
	if !f.wants(entity.Date) && !f.wants(entity.Quantity) {
		return
	}
	dates := corpus.Dates(d)
	found.addDates(f, dates)
	if f.wants(entity.Quantity) {
		found.addAmounts(f, c.Amounts(d, dates))
	}
}

// addDates adds dates, if they are asked for.
func (a *inArticle) addDates(f *entityFlags, dates []entity.Mention) {
	if !f.wants(entity.Date) {
		return
	}
	for _, m := range dates {
		a.add(f, m, -1, m.ISO)
	}
}

// addAmounts adds quantities, if they are asked for.
func (a *inArticle) addAmounts(f *entityFlags, amounts []corpus.Amount) {
	if !f.wants(entity.Quantity) {
		return
	}
	for _, found := range amounts {
		m := entity.Mention{Start: found.Start, End: found.End, Type: entity.Quantity, Confidence: found.Confidence, Repeat: found.Repeat}
		a.add(f, m, -1, found.Name(a.text))
	}
}

// add adds a mention that is sure enough.
func (a *inArticle) add(f *entityFlags, m entity.Mention, id entity.ID, name string) {
	if f.all || m.Confidence >= entity.Sure {
		a.mentions = append(a.mentions, seen{m, id, name})
	}
}

// nameOf gives what the entity of a mention is called.
func nameOf(x *entity.Index, m entity.Resolved, text string) string {
	if m.Entity < 0 {
		return folded(text[m.Start:m.End])
	}
	return x.Name(m.Entity)
}

// printMentions prints each mention, and gives their number.
func (p *program) printMentions(ctx context.Context, c opened, docs []corpus.Doc, f entityFlags) (printed int, err error) {
	look := func(d corpus.Document) (inArticle, error) { return f.look(ctx, c, d) }
	err = eachArticle(ctx, p, c, docs, look, func(a inArticle) error {
		for _, m := range a.mentions {
			r := mentionRecord{
				Article: a.id, Type: m.Type.String(), Start: m.Start, End: m.End, Text: a.text[m.Start:m.End], Name: m.name,
				Confidence: math.Round(float64(m.Confidence)*100) / 100, Repeat: m.Repeat, ISO: m.ISO,
			}
			if r.Name == "" {
				r.Name = folded(r.Text)
			}
			printed++
			if err := p.printMention(r, f.json); err != nil {
				return err
			}
		}
		return nil
	})
	return printed, err
}

// printEntities prints each entity, and gives their number.
func (p *program) printEntities(ctx context.Context, c opened, docs []corpus.Doc, f entityFlags) (printed int, err error) {
	var records []entityRecord
	if f.article != "" {
		records, err = f.ofArticle(ctx, c, docs[0])
	} else {
		records, err = f.ofFolder(ctx, p, c, docs)
	}
	if err != nil {
		return 0, err
	}
	if f.limit > 0 && f.limit < len(records) {
		records = records[:f.limit]
	}
	for _, r := range records {
		if err := p.printEntity(r, f.json); err != nil {
			return 0, err
		}
	}
	return len(records), nil
}

// ofFolder gives the entities of all articles, what most articles mention first, so many as are asked for of names and of the rest. People,
// places and organisations have been counted already, and are in that order; the rest is counted here, or was in an earlier run.
func (f *entityFlags) ofFolder(ctx context.Context, p *program, c opened, docs []corpus.Doc) ([]entityRecord, error) {
	var records []entityRecord
	x := c.Snapshot().Entities()
	for id := range entity.ID(x.Len()) {
		if f.limit > 0 && len(records) == f.limit {
			break
		}
		if !f.wants(x.Type(id)) || !f.all && !x.Sure(id) {
			continue
		}
		e := x.Entity(id)
		if e.Articles == 0 { // repeats alone
			continue
		}
		r := entityRecord{Name: e.Name, Type: e.Type.String(), Articles: e.Articles, Mentions: e.Mentions, Spellings: spellings(e.Spellings)}
		if f.days {
			r.Days = newDayCounts(x.Days(id))
		}
		records = append(records, r)
	}
	if f.wants(entity.Date) || f.wants(entity.Quantity) {
		others, err := f.othersOfFolder(ctx, p, c, docs)
		if err != nil {
			return nil, err
		}
		records = append(records, others...)
	}
	slices.SortStableFunc(records, func(a, b entityRecord) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(b.Mentions, a.Mentions))
	})
	return records, nil
}

// ofArticle gives the entities of one article, what it mentions most first.
func (f *entityFlags) ofArticle(ctx context.Context, c opened, doc corpus.Doc) ([]entityRecord, error) {
	d, err := c.Load(ctx, doc)
	if err != nil {
		return nil, err
	}
	found, err := f.look(ctx, c, d)
	if err != nil {
		return nil, err
	}
	x, in := c.Snapshot().Entities(), newCounts()
	found.mentions = slices.DeleteFunc(found.mentions, func(m seen) bool { return m.id >= 0 && !f.all && !x.Sure(m.id) })
	in.add(found)
	return in.recordsOf(x), nil
}

func spellings(list []entity.Spelling) []string {
	texts := make([]string, len(list))
	for i, s := range list {
		texts[i] = s.Text
	}
	return texts
}
