package cli

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"jarida/corpus"
	"jarida/corpus/cache"
	"jarida/corpus/entity"
	"jarida/corpus/thread"
)

// The dates and quantities of a folder are counted by reading all its articles, which takes as long as reading them for names. So they are kept, by
// type, the most frequent in a piece of their own: few ask for more.

const (
	firstPiece = "first"
	restPiece  = "rest"
	mostFirst  = 1000 // records in the first piece
)

// othersOfFolder gives the dates and quantities of all articles, what most articles mention first.
func (f *entityFlags) othersOfFolder(ctx context.Context, p *program, c opened, docs []corpus.Doc) (records []entityRecord, err error) {
	var missing []entityFlags
	for _, t := range []entity.Type{entity.Date, entity.Quantity} {
		if !f.wants(t) {
			continue
		}
		one := entityFlags{typ: t.String(), all: f.all, limit: f.limit}
		list, ok := one.recall(ctx, c)
		if !ok {
			missing = append(missing, one)
		}
		records = append(records, list...)
	}
	if len(missing) > 0 {
		counted, err := f.countOthers(ctx, p, c, docs, missing)
		if err != nil {
			return nil, err
		}
		records = append(records, counted...)
	}
	slices.SortStableFunc(records, func(a, b entityRecord) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Name, b.Name))
	})
	return records, nil
}

// countOthers counts what is of some types, each article being read once, if all were not read for names now, and keeps it by type. Articles that
// have gone meanwhile are told.
func (f *entityFlags) countOthers(ctx context.Context, p *program, c opened, docs []corpus.Doc, types []entityFlags) (records []entityRecord, err error) {
	look := entityFlags{all: types[0].all}
	if len(types) == 1 {
		look.typ = types[0].typ
	}
	var gone []string
	found, ok := f.looks.take(docs)
	if !ok {
		if found, gone, err = look.countAll(ctx, c, docs); err != nil {
			return nil, err
		}
	}
	for _, message := range gone {
		p.complain(message)
	}
	for _, one := range types {
		list := found.sorted(one.typ)
		if len(gone) == 0 {
			_ = one.keep(ctx, c, c.Snapshot(), found, list) // else the next run counts again
		}
		if one.limit > 0 {
			list = list[:min(len(list), one.limit)]
		}
		records = slices.AppendSeq(records, found.records(list))
	}
	return records, nil
}

// keep keeps what was counted of a type in the articles of a snapshot, what most of them mention first.
func (f *entityFlags) keep(ctx context.Context, c opened, s *corpus.Snapshot, found *counts, list []*count) error {
	first := min(len(list), mostFirst)
	return c.KeepResult(ctx, s, f.result(), map[string][]byte{
		firstPiece: encoded(ctx, found.records(list[:first])), restPiece: encoded(ctx, found.records(list[first:])),
	})
}

// awaitReader waits until all is found that the reader asks for, and keeps the dates and quantities of all articles, which have been counted by l while
// these were read for names, else are behind all else: the first entities after the reader finds them there. The goroutine has nothing else to do.
func (p *program) awaitReader(ctx context.Context, c opened, o corpus.Options, l *looks) {
	ctx = thread.Behind(ctx)
	thread.Enter(ctx)
	if errors.Join(p.awaitTexts(ctx, c), c.WaitEntities(ctx)) != nil {
		return // which is told on the screen, as below
	}
	missing := missingOthers(ctx, c)
	s := c.Snapshot()
	if found, ok := l.take(texts(s)); ok && s.EntityProgress().Done { // else texts have changed that were looked at
		missing = keepOthers(ctx, c, s, found, missing)
	}
	if p.awaitFound(ctx, c, o) != nil || len(missing) == 0 {
		return
	}
	s = c.Snapshot()
	if found, gone, err := new(entityFlags).countAll(ctx, c, texts(s)); err == nil && len(gone) == 0 {
		keepOthers(ctx, c, s, found, missing)
	}
}

// texts gives the articles that can be read.
func texts(s *corpus.Snapshot) (docs []corpus.Doc) {
	for i := range s.Len() {
		if d := s.DocAt(i); !s.Failed(d) {
			docs = append(docs, d)
		}
	}
	return docs
}

// missingOthers gives the types of dates and quantities that are not kept, none where nothing can be.
func missingOthers(ctx context.Context, c opened) (missing []entityFlags) {
	for _, t := range []entity.Type{entity.Date, entity.Quantity} {
		one := entityFlags{typ: t.String()}
		if kept, ok := c.Result(ctx, one.result()); ok {
			kept.Close()
		} else if c.Keeps() {
			missing = append(missing, one)
		}
	}
	return missing
}

// keepOthers keeps what was counted of some types in the articles of a snapshot, and gives those that it could not keep.
func keepOthers(ctx context.Context, c opened, s *corpus.Snapshot, found *counts, types []entityFlags) (missing []entityFlags) {
	for _, one := range types {
		if one.keep(ctx, c, s, found, found.sorted(one.typ)) != nil {
			missing = append(missing, one)
		}
	}
	return missing
}

// countAll counts dates and quantities, as far as they are asked for, on all cores. gone tells of the articles that cannot be read any more.
func (f *entityFlags) countAll(ctx context.Context, c opened, docs []corpus.Doc) (all *counts, gone []string, err error) {
	n := max(min(runtime.GOMAXPROCS(0), len(docs)), 1)
	found, messages := make([]*counts, n), make([]string, len(docs))
	var workers sync.WaitGroup
	var next atomic.Int64
	for w := range n {
		found[w] = newCounts()
		workers.Go(func() {
			thread.Enter(ctx)
			for i := int(next.Add(1)) - 1; i < len(docs); i = int(next.Add(1)) - 1 {
				d, gone, err := load(ctx, c, docs[i])
				switch {
				case err != nil:
					return
				case gone != "":
					messages[i] = gone
				default:
					in := inArticle{id: d.Entry.ID, text: d.Source.Text}
					f.lookForOthers(c, &in, d)
					found[w].add(in)
				}
			}
		})
	}
	workers.Wait()
	for _, other := range found[1:] {
		found[0].merge(other)
	}
	gone = slices.DeleteFunc(messages, func(message string) bool { return message == "" })
	return found[0], gone, ctx.Err()
}

// result names what is kept of a type.
func (f *entityFlags) result() string {
	if f.all {
		return "all of type " + f.typ
	}
	return "type " + f.typ
}

// recall gives what was counted in an earlier run, as much of it as is asked for.
func (f *entityFlags) recall(ctx context.Context, c opened) (records []entityRecord, ok bool) {
	kept, ok := c.Result(ctx, f.result())
	if !ok {
		return nil, false
	}
	defer kept.Close()
	for _, piece := range []string{firstPiece, restPiece} {
		if f.limit > 0 && len(records) >= f.limit {
			break
		}
		data, there := kept.Section(ctx, piece)
		list, sound := decoded(data, f.typ)
		if !there || !sound {
			return nil, false
		}
		records = append(records, list...)
	}
	return records, true
}

// encoded gives records of one type as bytes. Where ctx ends, which nobody writes then, it does not go on.
func encoded(ctx context.Context, records iter.Seq[entityRecord]) []byte {
	var e cache.Encoder
	for r := range records {
		if ctx.Err() != nil {
			break
		}
		e.String(r.Name)
		e.Uint(uint64(r.Articles))
		e.Uint(uint64(r.Mentions))
		e.Uint(uint64(len(r.Spellings)))
		for _, s := range r.Spellings {
			e.String(s)
		}
	}
	return e.Bytes()
}

// decoded reads what encoded has given; ok is false where it is damaged.
func decoded(data []byte, typ string) (records []entityRecord, ok bool) {
	d := cache.NewDecoder(string(data))
	for d.More() {
		r := entityRecord{Name: d.String(), Type: typ, Articles: int(d.Uint()), Mentions: int(d.Uint())}
		for n := d.Uint(); n > 0 && !d.Failed(); n-- {
			r.Spellings = append(r.Spellings, d.String())
		}
		records = append(records, r)
	}
	return records, !d.Failed()
}
