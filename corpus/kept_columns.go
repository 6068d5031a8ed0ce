package corpus

import (
	"context"
	"iter"
	"slices"

	"jarida/corpus/flat"
)

// What a stage finds in each article by itself is kept as columns: a list of numbers for each article. To keep more of an article, add a column
// to those of its stage, and raise the kind of its cache.

const columnsSection = "columns"

// column is a list for each article.
type column interface {
	put(w *flat.Writer, docs []Doc)                 // docs are the articles by the numbers under which they are kept, -1 for none
	take(r *flat.Reader, numbers []int32) (ok bool) // numbers are the present ones of the articles, -1 for none
}

// lists are a column: get gives the list of an article, and set takes one that must not be changed.
type lists[T ~int32] struct {
	get func(d Doc) []T
	set func(d Doc, list []T)
}

func (c lists[T]) put(w *flat.Writer, docs []Doc) {
	flat.PutLists(w, len(docs), func(i int) []T {
		if docs[i] < 0 {
			return nil
		}
		return c.get(docs[i])
	})
}

func (c lists[T]) take(r *flat.Reader, numbers []int32) bool {
	ends, all := flat.Take[uint32](r), flat.Take[T](r)
	if len(ends) != len(numbers) || !slices.IsSorted(ends) || len(ends) > 0 && int(ends[len(ends)-1]) != len(all) {
		return false
	}
	first := uint32(0)
	for i, d := range numbers {
		if list := all[first:ends[i]:ends[i]]; d >= 0 && len(list) > 0 {
			c.set(Doc(d), list)
		}
		first = ends[i]
	}
	return true
}

// columnPieces gives columns as bytes. numbers are those under which the articles are kept, so many of them.
func columnPieces(columns []column, numbers []int32, articles int) iter.Seq[[]byte] {
	docs := make([]Doc, articles)
	for i := range docs {
		docs[i] = -1
	}
	for d, n := range numbers {
		if n >= 0 {
			docs[n] = Doc(d)
		}
	}
	var w flat.Writer
	for _, c := range columns {
		c.put(&w, docs)
	}
	return w.Pieces()
}

// takeColumns reads what columnPieces has given; false where it is damaged.
func takeColumns(data []byte, columns []column, numbers []int32) bool {
	r := flat.Read(data)
	for _, c := range columns {
		if !c.take(r, numbers) {
			return false
		}
	}
	return r.OK()
}

// restoreColumns takes what was kept of the articles of a snapshot by a stage that keeps nothing else. The first column must say which articles
// it has: see versions.column.
func (m *memory) restoreColumns(ctx context.Context, k kind, s *Snapshot, columns []column) (ok bool) {
	f, ok := m.open(k)
	if !ok {
		return false
	}
	defer f.Close()
	articles, ok := readArticles(ctx, f)
	if !ok {
		return false
	}
	data, ok := f.Section(ctx, columnsSection)
	return ok && takeColumns(data, columns, articles.present(m, s))
}

// present gives the numbers of the articles in a snapshot, -1 for those that are not as they were.
func (k *keptArticles) present(m *memory, s *Snapshot) []int32 {
	known := func(d Doc) bool { return s.textNumber(d) == 1 }
	numbers := k.match(m.stamps, s.index, s.file, known)
	for i, d := range numbers {
		if d >= 0 && !known(Doc(d)) {
			numbers[i] = -1
		}
	}
	return numbers
}

// keepColumns writes what a stage has of the articles of a snapshot. It does nothing where a file has just changed.
func (m *memory) keepColumns(ctx context.Context, k kind, s *Snapshot, v *versions, columns []column) error {
	articles, numbers := numberKept(s, m.listedAt)
	if articles.none() || !v.within(numbers) {
		return nil
	}
	return m.save(ctx, k, section{articlesSection, articles.pieces()}, section{columnsSection, columnPieces(columns, numbers, articles.articles())})
}

// within reports whether each article that a stage has is among those that are numbered.
func (v *versions) within(numbers []int32) bool {
	for d, version := range *v {
		if version != 0 && (d >= len(numbers) || numbers[d] < 0) {
			return false
		}
	}
	return true
}

// column says which articles a stage has.
func (v *versions) column() column {
	return lists[int32]{
		func(d Doc) []int32 {
			if (*v)[d] == 0 {
				return nil
			}
			return []int32{1}
		},
		func(d Doc, _ []int32) { (*v)[d] = 1 }, // the text of a file that is as it was listed first
	}
}
