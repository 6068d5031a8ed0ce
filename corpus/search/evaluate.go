package search

import (
	"context"
)

// searcher answers one request. It belongs to one goroutine.
type searcher struct {
	request Request
	index   *Index
	seeker  *seeker
	facts   Facts // nil where nothing but the text is known
	asked   node  // the query, in which request.Query has names of several Latin words as such
	aliases []*aliasNode
	typing  *termNode // the word that is still being typed, nil for none
	sought  map[*termNode]*sought
	names   map[*nameNode]Set // of entities
	notes   []Note
}

// sought is what was found for a term.
type sought struct {
	founds []*found // for the word itself, then for what it was taken for
	docs   Set      // all of their articles
}

// Search answers a query. f may be nil where nothing but the text is known. The error is that of ctx.
func (x *Index) Search(ctx context.Context, r Request, f Facts) (Result, error) {
	s := searcher{request: r, index: x, seeker: x.seeker(), facts: f, sought: map[*termNode]*sought{}, names: map[*nameNode]Set{}}
	defer s.seeker.close()
	s.typing = s.typed()
	s.nameAliases()
	if err := s.seek(ctx); err != nil {
		return Result{}, err
	}
	docs := common(x.all(), x.all())
	if q := s.request.Query; !q.Empty() {
		var err error
		if docs, err = s.fitting(ctx, q.root, x.all()); err != nil {
			return Result{}, err
		}
	}
	out := Result{Docs: docs, Total: docs.Len(), Notes: s.notes, Marks: s.marks()}
	var err error
	switch {
	case out.Total == 0:
		out.Reason, err = s.reason(ctx)
		out.Why = out.Reason.String()
	case !s.request.SetOnly:
		out.Hits, err = s.rank(ctx, docs)
	}
	if err != nil {
		return Result{}, err
	}
	return out, nil
}

// typed gives the term that is still being typed: the last of the query, where nothing stands behind it.
func (s *searcher) typed() *termNode {
	var last *termNode
	s.request.Query.each(func(n node, excluded bool) {
		if t, ok := n.(*termNode); ok && s.request.Typing && !excluded && !t.quoted && !t.exact && !t.near && t.end == s.request.Query.end {
			last = t
		}
	})
	return last
}

// seek looks for all terms of the query, and for what those may stand for that are in Latin letters or of another keyboard layout.
func (s *searcher) seek(ctx context.Context) error {
	var terms []*termNode
	var failed error
	s.request.Query.each(func(n node, _ bool) {
		t, ok := n.(*termNode)
		if !ok || failed != nil {
			return
		}
		l := t.leaf
		l.prefix = l.prefix || t == s.typing
		var f *found
		if f, failed = s.seeker.find(ctx, l); failed == nil {
			s.sought[t] = &sought{founds: []*found{f}, docs: f.docs}
			terms = append(terms, t)
		}
	})
	if failed != nil || s.request.NoLatin {
		return failed
	}
	terms, failed = s.readAliases(ctx, terms)
	if failed != nil {
		return failed
	}
	failed = s.read(ctx, terms)
	if failed == nil && !s.request.Query.Empty() {
		s.leaveOut(s.request.Query.root)
	}
	return failed
}

// fitting gives the articles among some that fit a clause, as a set of its own.
func (s *searcher) fitting(ctx context.Context, n node, among Set) (Set, error) {
	switch n := n.(type) {
	case allOf:
		return s.fittingAll(ctx, n, among)
	case anyOf:
		out := Set{}
		for _, c := range n {
			docs, err := s.fitting(ctx, c, among)
			if err != nil {
				return nil, err
			}
			out = either(out, docs)
		}
		return out, nil
	case notNode:
		docs, err := s.fitting(ctx, n.node, among)
		return without(among, docs), err
	case *aliasNode:
		return s.fitting(ctx, anyOf{n.words, n.name}, among)
	case *termNode:
		return common(among, s.sought[n].docs), ctx.Err()
	}
	return s.known(ctx, n, among)
}

// fittingAll gives the articles that fit all clauses. Those that have to look at each article are asked last, about those that are left.
func (s *searcher) fittingAll(ctx context.Context, n allOf, among Set) (Set, error) {
	for _, slow := range []bool{false, true} {
		for _, c := range n {
			if looks(c) != slow {
				continue
			}
			var err error
			if among, err = s.fitting(ctx, c, among); err != nil {
				return nil, err
			}
		}
	}
	return among, nil
}

// looks reports whether a clause is decided by looking at each article.
func looks(n node) bool {
	slow := false
	each(n, false, func(n node, _ bool) {
		switch n := n.(type) {
		case *dateNode:
			slow = true
		case *nameNode:
			slow = slow || n.field == sourceField || n.field == sectionField
		}
	})
	return slow
}

// marks gives what finds in a text what the query found.
func (s *searcher) marks() Marks {
	var m Marks
	s.request.Query.each(func(n node, excluded bool) {
		if t, ok := n.(*termNode); ok && !excluded {
			for _, f := range s.sought[t].founds {
				m = m.with(f)
			}
		}
	})
	return m
}
