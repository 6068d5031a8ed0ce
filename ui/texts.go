package ui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"jarida/corpus"
	"jarida/corpus/search"
)

// texts is what the screen needs of the full text of a corpus.
type texts interface {
	// Search answers a query over the articles of a snapshot, as far as they are indexed; of says what was decided about them. The error
	// is that of ctx.
	Search(ctx context.Context, s *corpus.Snapshot, of states, r search.Request) (search.Result, error)
	// Searchable says how many articles of a snapshot are indexed, and how many there are.
	Searchable(s *corpus.Snapshot) (indexed, of int)
	// Lexicon gives the words of a snapshot, nil where there are none yet.
	Lexicon(s *corpus.Snapshot) search.Lexicon
	// Headings gives the headings within the articles of a snapshot, in the order of the list.
	Headings(s *corpus.Snapshot) []heading
}

// heading is one within an article.
type heading struct {
	doc        corpus.Doc
	text       string
	start, end int // source bytes
}

// corpusTexts is what a corpus knows. It is all in the snapshots.
type corpusTexts struct{}

// Search asks the index of a snapshot.
func (corpusTexts) Search(ctx context.Context, s *corpus.Snapshot, of states, r search.Request) (search.Result, error) {
	x := s.FullText()
	if x == nil {
		return search.Result{}, ctx.Err()
	}
	return x.Search(ctx, r, s.Facts(of.State))
}

// Searchable gives the progress of a snapshot.
func (corpusTexts) Searchable(s *corpus.Snapshot) (indexed, of int) {
	p := s.SearchProgress()
	if p.Done || s.FullText() == nil && s.Progress().Done { // or it was not asked for
		return p.Articles, p.Articles
	}
	return p.Indexed, p.Articles
}

// Lexicon gives the dictionary of the index.
func (corpusTexts) Lexicon(s *corpus.Snapshot) search.Lexicon {
	if x := s.FullText(); x != nil {
		return x
	}
	return nil
}

// Headings gives those of a snapshot.
func (corpusTexts) Headings(s *corpus.Snapshot) []heading {
	var all []heading
	var text string
	last := corpus.Doc(-1)
	for d, r := range s.Headings() {
		if d != last { // those of one article come together
			src, _ := s.Source(d)
			text, last = src.Text, d
		}
		if r.End <= len(text) {
			all = append(all, heading{d, strings.Clone(oneLine(text[r.Start:r.End])), r.Start, r.End})
		}
	}
	slices.SortStableFunc(all, func(a, b heading) int { return cmp.Compare(s.Index(a.doc), s.Index(b.doc)) })
	return all
}
