package corpus

import (
	"context"

	"jarida/corpus/article"
	"jarida/corpus/entity"
	"jarida/corpus/thread"
)

// lookWorker reads articles for a looker in the same memory. It belongs to one goroutine at a time.
type lookWorker struct {
	look    Looker
	texts   textReader
	amounts entity.AmountFinder
	dates   []entity.Mention // of the article that was read last
	found   []Amount
}

// Look gives the articles that have a text to lookers, of which each goroutine has its own, with the dates and amounts in them: see Options.Lookers.
// It gives the snapshot that has them; those that cannot be read any more no looker gets. The error is that of ctx. In a corpus that is watched it
// lets whoever paints the screen go first.
func (c *Corpus) Look(ctx context.Context, lookers func() Looker) (*Snapshot, error) {
	if c.watched {
		ctx = thread.Behind(ctx)
	}
	s := c.Snapshot().Articles()
	var docs []Doc
	for i := range s.Len() {
		if d := s.DocAt(i); s.textNumber(d) != 0 {
			docs = append(docs, d)
		}
	}
	readers := make([]*lookWorker, workers())
	for i := range readers {
		readers[i] = &lookWorker{look: lookers(), texts: textReader{reader: reader{fsys: c.fsys, shares: true}}}
	}
	for range readBehind(ctx, c, readers, docs, func(w *lookWorker, d Doc) bool { return w.read(s, d) }) {
		continue
	}
	return s, ctx.Err()
}

// read gives one article to the looker, and reports whether it could be read.
func (w *lookWorker) read(s *Snapshot, d Doc) bool {
	src, a, ok := w.texts.article(s, d)
	if !ok {
		return false
	}
	doc := Document{Entry: s.entry(d), Source: src, Article: *a}
	w.dates = appendDates(w.dates[:0], doc)
	w.found = appendAmounts(w.found[:0], a, w.dates, func(_ int, b article.Block, dates []entity.Mention) []entity.Amount {
		return w.amounts.Find(src.Text[b.Start:b.End], b.Start, dates)
	})
	w.look(doc, w.dates, w.found)
	return true
}
