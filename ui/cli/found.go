package cli

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"jarida/corpus"
	"jarida/corpus/entity"
)

// What the commands entities and quotes have in common: a corpus with its entities, and its articles one after the other.

// openFound opens what the arguments name, waits for the entities of all its articles, with the reader's corrections, and gives the articles
// that are asked for: the one with an id, all without one.
func (p *program) openFound(ctx context.Context, args []string, id string, lookers func() corpus.Looker) (opened, []corpus.Doc, error) {
	c, err := p.openKept(ctx, args, corpus.Options{First: 1, Entities: true, Edits: p.edits(ctx), Lookers: lookers})
	if err != nil {
		return opened{}, nil, err
	}
	docs, err := p.found(ctx, c, id)
	if err != nil {
		c.Close()
		return opened{}, nil, err
	}
	return c, docs, nil
}

// found waits for the entities of what is open, and gives the articles that are asked for.
func (p *program) found(ctx context.Context, c opened, id string) ([]corpus.Doc, error) {
	if err := errors.Join(p.awaitTexts(ctx, c), c.WaitEntities(ctx)); err != nil {
		return nil, fmt.Errorf("read %s: %w", c.name, err)
	}
	p.beginBehind()
	for _, w := range c.Snapshot().Warnings() {
		p.complain(w)
	}
	if c.Snapshot().Len() == 0 {
		return nil, nothingError{"no articles in " + c.name}
	}
	return p.chosen(ctx, c, id)
}

// edits gives the reader's corrections of entities. Without a journal there are none; the folder for it is not made.
func (p *program) edits(ctx context.Context) entity.Edits {
	j, err := p.oldJournal(ctx, "")
	if err != nil {
		p.complain(fmt.Sprintf("the corrections of entities are left out: %v", err))
	}
	if j == nil {
		return entity.Edits{}
	}
	defer j.Close() //nolint:errcheck // nothing was written
	return corpus.EntityEdits(j.Entities())
}

// chosen gives the articles that are asked for: the one with an id, all without one. What cannot be read is told and left out.
func (p *program) chosen(ctx context.Context, c opened, id string) ([]corpus.Doc, error) {
	s := c.Snapshot()
	if id != "" {
		d, err := c.Find(ctx, id)
		switch {
		case errors.Is(err, corpus.ErrUnknown):
			return nil, fmt.Errorf("%s: no article in %s; `jarida list` prints the ids", id, c.name)
		case err != nil:
			return nil, fmt.Errorf("%s: %w", id, err)
		}
		return []corpus.Doc{d.Entry.Doc}, nil
	}
	docs := make([]corpus.Doc, 0, s.Len())
	for i := range s.Len() {
		d := s.DocAt(i)
		if !s.Failed(d) {
			docs = append(docs, d)
			continue
		}
		e := s.At(i)
		p.complain(e.ID + ": " + e.Problem)
	}
	return docs, nil
}

// chunk is how many articles are looked at before what was found in them is written.
const chunk = 512

// eachArticle looks at articles on all cores, and gives what it found in their order. Those that have gone meanwhile are told and left out.
func eachArticle[T any](
	ctx context.Context, p *program, c opened, docs []corpus.Doc, look func(corpus.Document) (T, error), give func(T) error,
) error {
	found, errs, gone := make([]T, chunk), make([]error, chunk), make([]string, chunk)
	for docs := range slices.Chunk(docs, chunk) {
		var workers sync.WaitGroup
		var next atomic.Int64
		for range min(runtime.GOMAXPROCS(0), len(docs)) {
			workers.Go(func() {
				for i := int(next.Add(1)) - 1; i < len(docs); i = int(next.Add(1)) - 1 {
					var d corpus.Document
					if d, gone[i], errs[i] = load(ctx, c, docs[i]); gone[i] == "" && errs[i] == nil {
						found[i], errs[i] = look(d)
					}
				}
			})
		}
		workers.Wait()
		for i := range docs {
			if errs[i] != nil {
				return errs[i]
			}
			if gone[i] != "" {
				p.complain(gone[i])
				continue
			}
			if err := give(found[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// load loads an article. Of one that cannot be read any more gone tells that; the error is that of ctx.
func load(ctx context.Context, c opened, doc corpus.Doc) (d corpus.Document, gone string, err error) {
	d, failed := c.Load(ctx, doc)
	if failed != nil {
		gone = d.Entry.ID + ": " + failed.Error()
	}
	return d, gone, ctx.Err()
}
