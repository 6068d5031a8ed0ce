package corpus

import (
	"context"
	"errors"
	"fmt"

	"jarida/corpus/article"
)

// ErrDeleted is the error of Load for an article that was in the list and is no longer.
var ErrDeleted = errors.New("The file was deleted.") //nolint:revive,staticcheck // a sentence for the screen, as all problems are

// partGoneError is ErrDeleted for an article whose file is still there.
type partGoneError struct{}

func (partGoneError) Error() string        { return "The file does not hold this article any more." }
func (partGoneError) Is(target error) bool { return target == ErrDeleted }

// ErrUnknown says that there is no article with an id.
var ErrUnknown = errors.New("no such article")

// Load gives an article with its text, reading the file where the background has not come to it yet. The error of an article that
// cannot be read is its Problem; the Document then has its Entry alone. It is ErrDeleted for one that is no longer there.
func (c *Corpus) Load(ctx context.Context, doc Doc) (Document, error) {
	if err := ctx.Err(); err != nil {
		return Document{}, err
	}
	s := c.Snapshot()
	state := s.state(doc)
	if state.phase == dropped || !s.known(doc) {
		return Document{}, fmt.Errorf("number %d is no article", doc)
	}
	entry, f := s.entry(doc), s.file(doc)
	switch {
	case f == nil:
		return Document{}, fmt.Errorf("number %d is no article", doc)
	case state.phase == absent:
		err := gone(s, entry)
		return Document{Entry: entry.failed(err.Error())}, err
	case state.phase == listed:
		return c.loadUnread(doc, f)
	case state.phase == recalled:
		return c.loadRecalled(entry, f)
	case entry.Failed:
		return Document{Entry: entry}, errors.New(entry.Problem)
	}
	src, _ := s.Source(doc)
	var a article.Article
	if s.lay(&a, doc, len(src.Text)) {
		return Document{Entry: entry, Source: src, Article: a, Parts: []article.Article{a}}, nil
	}
	return document(entry, src)
}

// gone tells why an entry is no longer there.
func gone(s *Snapshot, e Entry) error {
	if e.Part > 1 {
		if _, there := s.Lookup(e.Parent); there {
			return partGoneError{}
		}
	}
	return ErrDeleted
}

// loadUnread reads the main article of a file.
func (c *Corpus) loadUnread(doc Doc, f *file) (Document, error) {
	r := reader{fsys: c.fsys}
	found := r.read(job{doc: doc, file: f})
	switch {
	case found.drop:
		return Document{}, fmt.Errorf("number %d is no article", doc)
	case found.entry.Failed:
		return Document{Entry: found.entry}, errors.New(found.entry.Problem)
	}
	return Document{Entry: found.entry, Source: found.source, Article: r.parts[0], Parts: r.parts, listed: found.listed}, nil
}

// loadRecalled reads the file of an article that is known from the cache.
func (c *Corpus) loadRecalled(e Entry, f *file) (Document, error) {
	d, err := c.loadUnread(e.Doc, f)
	switch {
	case err != nil && d.Entry.ID == "":
		return Document{Entry: e}, ErrDeleted
	case err != nil:
		e.Failed, e.Problem = true, d.Entry.Problem
		return Document{Entry: e}, err
	case e.Part > len(d.Parts):
		return Document{Entry: e}, partGoneError{}
	case e.Part > 1:
		d.Entry.ID = e.Parent
		d = d.part(e.Part)
		d.Entry.Doc = e.Doc
	}
	return d, nil
}

// document parses the text of an entry's file.
func document(e Entry, src article.Source) (Document, error) {
	parts := article.Parse(src, e.Path)
	if e.Part > len(parts) {
		return Document{Entry: e}, partGoneError{} // cannot be: it was found in this text
	}
	return Document{Entry: e, Source: src, Article: parts[e.Part-1], Parts: parts}, nil
}

// Find loads an article by its id, whether or not its file has been read. A path that is no id is taken for the id of its main
// article. The Doc of a later part whose file has not been read is -1. The error is ErrUnknown where there is no such article.
func (c *Corpus) Find(ctx context.Context, id string) (Document, error) {
	s := c.Snapshot()
	if e, ok := s.Lookup(id); ok {
		return c.Load(ctx, e.Doc)
	}
	path, part, numbered := CutPart(id)
	if main, ok := s.Lookup(PartID(path, 1)); ok && numbered {
		d, err := c.Load(ctx, main.Doc)
		if err != nil {
			return d, err
		}
		if part >= 1 && part <= len(d.Parts) {
			return d.part(part), nil
		}
	}
	if e, ok := s.Lookup(PartID(id, 1)); ok {
		return c.Load(ctx, e.Doc)
	}
	return Document{}, ErrUnknown
}

// part gives a part of the file of a main article.
func (d Document) part(n int) Document {
	if n > 1 {
		d.Article = d.Parts[n-1]
		d.Entry = d.Entry.part(&d.Article)
	}
	return d
}
