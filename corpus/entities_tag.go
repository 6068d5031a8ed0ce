package corpus

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"jarida/corpus/article"
	"jarida/corpus/entity"
	"jarida/corpus/quote"
)

// tagWorker reads articles for entities in the same memory. It belongs to one goroutine at a time.
type tagWorker struct {
	tagger *entity.Tagger
	texts  textReader
	quotes *quote.Finder

	articles int // that it has read

	look    Looker // nil where nobody looks
	amounts entity.AmountFinder
	dates   []entity.Mention // for look: of the article that was read last
	found   []Amount
}

// Looker looks at an article that is read for entities, and at what stands in it beside names: see Dates and Corpus.Amounts. Nothing of them may
// be kept: the next article is written to their memory.
type Looker func(d Document, dates []entity.Mention, amounts []Amount)

// names is what was found in an article, and of which text.
type names struct {
	entity.Found
	version  int32
	quoted   bool    // words of somebody are in it
	speakers []int32 // whose, where that is known: see speakersOf
}

// load makes the workers. The model takes tens of milliseconds, and is not needed before.
func (t *tagging) load() error {
	for range workers() {
		tagger, err := t.corpus.taggers.take()
		if err != nil {
			return err
		}
		w := &tagWorker{tagger: tagger, quotes: quote.New(), texts: textReader{reader: reader{shares: true}}}
		if t.lookers != nil {
			w.look = t.lookers()
		}
		t.workers = append(t.workers, w)
	}
	t.builder = t.workers[0].tagger.Builder()
	return nil
}

// tag reads articles of a snapshot and adds what they say. It reports false where something happened, or ctx ended, before all were
// read: what is left is still in the next comparison.
func (t *tagging) tag(ctx context.Context, s *Snapshot, docs []Doc) bool {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	results := readBehind(ctx, t.corpus, t.workers, docs, func(w *tagWorker, d Doc) names { return w.read(s, d) })
	return t.collect(ctx, stop, s, results)
}

// collect adds results until no more come. What happens meanwhile stops the workers, so that it need not wait for all articles.
func (t *tagging) collect(ctx context.Context, stop context.CancelFunc, s *Snapshot, results <-chan []names) bool {
	for {
		select {
		case batch, ok := <-results:
			if !ok {
				return ctx.Err() == nil
			}
			for i := range batch {
				t.builder.Add(batch[i].Found)
				d := batch[i].Doc
				t.versions[d], t.quoted[d], t.speakers[d] = batch[i].version, batch[i].quoted, batch[i].speakers
			}
			t.read += len(batch)
			t.dirty = t.dirty || len(batch) > 0
			t.show(s)
		case <-t.stirred:
			stop()
		}
	}
}

// read finds what one article says.
func (w *tagWorker) read(s *Snapshot, d Doc) names {
	f := names{Found: entity.Found{Doc: int32(d)}, version: s.textNumber(d)}
	w.articles++
	src, a, ok := w.texts.article(s, d)
	if !ok {
		return f
	}
	f.Date = strings.Clone(a.Date.ISO)
	f.Mentions = w.tagger.Find(src.Text, *a)
	f.Surfaces = w.tagger.Surfaces(src.Text, f.Mentions)
	f.Roles = w.tagger.Roles(src.Text, f.Mentions)
	f.quoted, f.speakers = speakersOf(w.quotes.FindNoted(src.Text, *a, f.Mentions, f.Roles, w.tagger))
	if w.look != nil {
		w.show(Document{Entry: s.entry(d), Source: src, Article: *a})
	}
	return f
}

// show gives the looker an article whose names were found last.
func (w *tagWorker) show(d Document) {
	w.dates = appendDates(w.dates[:0], d)
	w.found = appendAmounts(w.found[:0], &d.Article, w.dates, func(i int, b article.Block, dates []entity.Mention) []entity.Amount {
		return w.tagger.Amounts(&w.amounts, d.Source.Text, i, b, dates)
	})
	w.look(d, w.dates, w.found)
}

// speakersOf reports whether one of the quotes of an article is no repeat, and gives who is known to say these, in order: the index of a
// mention, and the complement of the index of a role.
func speakersOf(quotes []quote.Quote) (quoted bool, speakers []int32) {
	for _, q := range quotes {
		switch {
		case q.Repeat:
			continue
		case q.Speaker.Known && q.Speaker.Mention >= 0:
			speakers = append(speakers, int32(q.Speaker.Mention))
		case q.Speaker.Known:
			speakers = append(speakers, ^int32(q.Speaker.Role))
		}
		quoted = true
	}
	return quoted, speakers
}

// taggers lends taggers for single articles. The first one that is asked for loads the model.
type taggers struct {
	mu    sync.Mutex
	first *entity.Tagger
	free  []*entity.Tagger
}

// take gives a tagger until it is given back.
func (p *taggers) take() (*entity.Tagger, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.free); n > 0 {
		t := p.free[n-1]
		p.free = p.free[:n-1]
		return t, nil
	}
	if p.first == nil {
		t, err := entity.NewNoting(quote.Note())
		if err != nil {
			return nil, fmt.Errorf("finding names: %w", err)
		}
		p.first = t
	}
	return p.first.Clone(), nil
}

// rest lets those that are lent to nobody rest.
func (p *taggers) rest() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, t := range p.free {
		t.Rest()
	}
}

func (p *taggers) give(t *entity.Tagger) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.free = append(p.free, t)
}
