package corpus

import (
	"context"
	"slices"

	"jarida/corpus/cache"
	"jarida/corpus/flat"
)

// A result is what was computed of all articles at once, and is right as long as not one of them changes.

// Result is a result that was kept. It is read in pieces, as far as it is needed.
type Result struct{ file *cache.File }

// resultKind gives the cache of results with a name.
func resultKind(name string) kind { return kind("result 1 " + name) }

// Keeps reports whether anything is kept of the articles between runs.
func (c *Corpus) Keeps() bool { return c.memory.on() }

// Result gives what KeepResult has kept under a name, if it is of just the articles that are there, each as it was. It is for when all has
// been read, and must be closed.
func (c *Corpus) Result(ctx context.Context, name string) (*Result, bool) {
	m, s := c.memory, c.Snapshot()
	f, ok := m.open(resultKind(name))
	if !ok {
		return nil, false
	}
	if !s.progress.Done || !isOf(ctx, f, m, s) {
		f.Close()
		return nil, false
	}
	return &Result{f}, true
}

// isOf reports whether a result is of the articles of a snapshot.
func isOf(ctx context.Context, f *cache.File, m *memory, s *Snapshot) bool {
	articles, ok := readArticles(ctx, f)
	if !ok {
		return false
	}
	data, ok := f.Section(ctx, columnsSection)
	if !ok {
		return false
	}
	r := flat.Read(data)
	counted := flat.Take[flat.Bool](r)
	if !r.OK() || len(counted) != articles.articles() {
		return false
	}
	here := 0
	for i, d := range articles.present(m, s) {
		switch {
		case !counted[i].True():
		case d < 0:
			return false
		default:
			here++
		}
	}
	for i := range s.Len() {
		if s.textNumber(s.DocAt(i)) != 0 {
			here--
		}
	}
	return here == 0
}

// Section gives a piece of a result.
func (r *Result) Section(ctx context.Context, name string) ([]byte, bool) {
	return r.file.Section(ctx, name)
}

// Close closes a result. What was read of it stays.
func (r *Result) Close() { r.file.Close() }

// KeepResult keeps pieces of a result, by their names, for as long as no article changes that was in the snapshot of which it is: the newest may have
// others. It does nothing where a file has just changed, or nothing is kept.
func (c *Corpus) KeepResult(ctx context.Context, s *Snapshot, name string, pieces map[string][]byte) error {
	m := c.memory
	if !m.on() || !s.progress.Done {
		return nil
	}
	articles, numbers := numberKept(s, m.listedAt)
	counted := make([]flat.Bool, articles.articles())
	for i := range s.Len() {
		d := s.DocAt(i)
		if s.textNumber(d) == 0 {
			continue
		}
		n := numbers[d]
		if n < 0 || int(n) < len(articles.files) && articles.files[n] == (stamp{}) {
			return nil
		}
		counted[n] = 1
	}
	var w flat.Writer
	flat.Put(&w, counted)
	sections := []section{{articlesSection, articles.pieces()}, {columnsSection, w.Pieces()}}
	for piece, data := range pieces {
		sections = append(sections, section{piece, slices.Values([][]byte{data})})
	}
	return m.save(ctx, resultKind(name), sections...)
}
