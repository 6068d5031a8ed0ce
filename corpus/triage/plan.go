package triage

import "slices"

// plan says what stays of a history.
type plan struct {
	h     *history
	first int32  // the first event that is not settled
	keep  []bool // by ref: the article stays in a settled event, or the position in any
	seen  []bool // by ref: of an undone event it stays that the article was at the path
	whole []bool // by event before first: acts on entities and searches, and undos, that stay
}

func newPlan(h *history, undo int) *plan {
	p := &plan{h: h, first: int32(len(h.entries)), keep: make([]bool, len(h.refs)), seen: make([]bool, len(h.refs))}
	for _, list := range [][]int32{h.done, h.undone} {
		for _, i := range list[max(0, len(list)-undo):] {
			p.first = min(p.first, i)
		}
	}
	p.whole = make([]bool, p.first)
	for i := range h.articles {
		p.keepArticle(&h.articles[i])
	}
	p.keepPaths()
	p.keepKnown()
	p.keepOthers()
	return p
}

// field tells apart what is decided about an article: an act supersedes those before it on the same field.
func (k kind) field() int {
	switch k {
	case isInbox, isLater, isArchive:
		return 0
	case isRead, isUnread:
		return 1
	case isStar, isUnstar:
		return 2
	case isAt:
		return 3
	default:
		return -1
	}
}

// keepArticle keeps of each field of an article the last act that counts. Acts that are not settled stay anyhow, and do not supersede: they may
// be undone. A position never is.
func (p *plan) keepArticle(a *article) {
	var have [4]bool
	for k := a.last; k >= 0; k = p.h.refs[k].prev {
		i := p.h.refs[k].event
		e := &p.h.entries[i]
		field := e.kind.field()
		switch {
		case e.kind == isChanged, e.kind == isSeen:
			p.keep[k] = true
		case e.undone || field < 0 || have[field] || i >= p.first && e.kind != isAt:
		default:
			p.keep[k], have[field] = true, true
		}
	}
}

// stays reports whether the ref is written in an event that is not turned into a Seen one.
func (p *plan) stays(k int32) bool {
	i := p.h.refs[k].event
	return p.keep[k] || i >= p.first && p.h.entries[i].kind != isAt
}

// keepRef keeps that an article was at a path.
func (p *plan) keepRef(k int32) {
	switch {
	case p.stays(k):
	case p.h.entries[p.h.refs[k].event].undone:
		p.seen[k] = true
	default:
		p.keep[k] = true
	}
}

// keepPaths keeps which article was last seen at each path.
func (p *plan) keepPaths() {
	last := make([]int32, len(p.h.paths))
	for i := range p.h.entries {
		e := &p.h.entries[i]
		for k := e.first; k < e.first+e.count; k++ {
			if r := &p.h.refs[k]; r.path >= 0 {
				last[r.path] = k + 1
			}
		}
	}
	for _, k := range last {
		if k > 0 {
			p.keepRef(k - 1)
		}
	}
}

// keepKnown keeps when articles were first seen, where that decides whether they inherit: one that is known does not.
func (p *plan) keepKnown() {
	const none, yes = int32(-1), int32(-2)
	first := slices.Repeat([]int32{none}, len(p.h.articles)) // their first refs, yes where these stay
	stays := make([]bool, len(p.h.articles))
	changed := make([]bool, len(p.h.articles))
	for i := range p.h.entries {
		e := &p.h.entries[i]
		for k := e.first; k < e.first+e.count; k++ {
			a := p.h.refs[k].article
			changed[a] = changed[a] || e.kind == isChanged
			kept := p.stays(k) || p.seen[k]
			stays[a] = stays[a] || kept
			if first[a] == none {
				first[a] = k
				if kept {
					first[a] = yes
				}
			}
		}
	}
	for a, k := range first {
		if k >= 0 && (changed[a] || !stays[a]) {
			p.keepRef(k)
		}
	}
}

// keepOthers keeps the corrections of entities that count, the last of each saved search, and that a decision was undone: a copy of the
// journal that still has it may be put behind this one.
func (p *plan) keepOthers() {
	for _, i := range p.h.entities {
		if i < p.first {
			p.whole[i] = !p.h.entries[i].undone
		}
	}
	named := map[string]bool{}
	for _, i := range slices.Backward(p.h.searches) {
		if e := &p.h.entries[i]; i < p.first && !e.undone {
			if s := p.h.details[e.arg].Search; s != nil && !named[s.Name] {
				named[s.Name], p.whole[i] = true, true
			}
		}
	}
	turned := map[uint64]bool{} // decisions of which the last turn was found
	for i := int32(len(p.h.entries)) - 1; i >= 0; i-- {
		if e := &p.h.entries[i]; e.kind.turn() && i < p.first {
			p.whole[i] = p.keepTurn(e, turned)
		}
	}
}

// keepTurn reports whether a settled undo or redo stays: where its decision is not here, and the last one where it ended undone.
func (p *plan) keepTurn(e *entry, turned map[uint64]bool) bool {
	target, known := p.h.find(e.arg)
	if !known || target >= p.first {
		return true
	}
	last := !turned[e.arg]
	turned[e.arg] = true
	return last && e.kind == isUndo && p.h.entries[target].undone
}

// kept counts the articles of an event that stay, and says whether they do in a Seen event.
func (p *plan) kept(e *entry) (n int32, seen bool) {
	for k := e.first; k < e.first+e.count; k++ {
		if p.keep[k] {
			n++
		} else if p.seen[k] {
			n++
			seen = true
		}
	}
	return n, seen
}
