package story

import (
	"cmp"
	"slices"
)

// Groups have leaders, and no chains: what joins one is compared with its leader alone. Texts are grouped first, and then the leaders of
// these by their events, so that a reprint is in a story through the text that it is printed from, and through nothing else.

// Stories groups the articles. It takes some milliseconds for 100,000.
func (b *Builder) Stories() *Stories {
	g := grouping{b: b, text: make([]int32, len(b.nodes)), event: make([]int32, len(b.nodes)), newest: make([]int32, len(b.nodes))}
	b.sort()
	for _, p := range b.order {
		g.joinText(p.node)
	}
	for _, p := range b.order {
		if g.text[p.node] == p.node {
			g.joinEvent(p.node)
		}
	}
	return g.stories()
}

// grouping is the state of one grouping.
type grouping struct {
	b      *Builder
	text   []int32 // by node: the node that leads its text
	event  []int32 // by node that leads a text: the node that leads its event
	newest []int32 // by node that leads an event: the day of the last that joined it
}

// place is where a node comes in order: by day, the unknown last, then by what it says, which is the same in every run.
type place struct {
	day  int64
	hash uint64
	node int32
}

func (p place) compare(q place) int {
	if p.day != q.day {
		return cmp.Compare(p.day, q.day)
	}
	return cmp.Compare(p.hash, q.hash)
}

// sort brings the nodes into order: those that have changed are taken out and put in again.
func (b *Builder) sort() {
	rest := slices.DeleteFunc(b.order, func(p place) bool { return !b.nodes[p.node].placed })
	var fresh []place
	for _, n := range b.moved {
		if x := &b.nodes[n]; x.text != nil && !x.placed {
			fresh = append(fresh, place{x.text.place(), x.text.hash, n})
			x.placed = true
		}
	}
	b.moved = b.moved[:0]
	if len(fresh) == 0 {
		b.order = rest
		return
	}
	slices.SortFunc(fresh, place.compare)
	b.order = make([]place, 0, len(rest)+len(fresh))
	for _, p := range fresh {
		n, _ := slices.BinarySearchFunc(rest, p, place.compare)
		b.order = append(append(b.order, rest[:n]...), p)
		rest = rest[n:]
	}
	b.order = append(b.order, rest...)
}

// place gives the day of an article, the unknown behind all others.
func (t *Text) place() int64 {
	if t.day == noDay {
		return 1 << 40
	}
	return int64(t.day)
}

// joinText enters a node in the text that has the most in common with it, or makes it the leader of its own.
func (g *grouping) joinText(n int32) {
	best, score := n, float32(0)
	g.text[n] = -1 // not known yet: none that comes later may be joined
	for _, e := range g.b.nodes[n].edges {
		if e.kind != SameText || !g.earlier(e.node, n) || g.text[e.node] != e.node {
			continue
		}
		if e.score > score || e.score == score && g.earlier(e.node, best) {
			best, score = e.node, e.score
		}
	}
	g.text[n] = best
}

// joinEvent enters the leader of a text in the event that has the most in common with it, or makes it the leader of its own. An event
// takes articles for a day behind its newest, and for mostDays behind its leader.
func (g *grouping) joinEvent(n int32) {
	day := g.b.nodes[n].text.day
	best, score := n, float32(0)
	for _, e := range g.b.nodes[n].edges {
		m := e.node
		if !g.earlier(m, n) || g.text[m] != m || g.event[m] != m {
			continue
		}
		if day != noDay && g.newest[m] != noDay && day-g.newest[m] > 1 {
			continue
		}
		if e.score > score || e.score == score && g.earlier(m, best) {
			best, score = m, e.score
		}
	}
	g.event[n] = best
	if best == n || day != noDay {
		g.newest[best] = day
	}
}

// earlier reports whether a node comes before another.
func (g *grouping) earlier(n, m int32) bool {
	x, y := g.b.nodes[n].text, g.b.nodes[m].text
	return cmp.Or(cmp.Compare(x.place(), y.place()), cmp.Compare(x.hash, y.hash)) < 0
}

// stories gives the groups of more than one article.
func (g *grouping) stories() *Stories {
	docs := len(g.b.docs)
	s := &Stories{
		of: make([]int32, docs), from: make([]int32, docs), same: make([]int32, docs), docs: slices.Clone(g.b.docs), words: g.b.words,
		source: g.b.source,
	}
	for i := range s.of {
		s.of[i], s.from[i], s.same[i] = -1, -1, -1
	}
	members := map[int32][]int32{} // of the events that have more than their leader
	for _, p := range g.b.order {
		if lead := g.event[g.text[p.node]]; lead != p.node {
			members[lead] = append(members[lead], p.node)
		}
	}
	for _, p := range g.b.order {
		lead := p.node
		if g.event[g.text[lead]] == lead && (members[lead] != nil || len(g.b.nodes[lead].docs) > 1) {
			s.list = append(s.list, g.story(lead, members[lead]))
		}
	}
	slices.SortStableFunc(s.list, func(a, b Story) int {
		return cmp.Or(cmp.Compare(len(b.Docs), len(a.Docs)), cmp.Compare(s.docs[b.Leader()].place(), s.docs[a.Leader()].place()))
	})
	for i := range s.list {
		for _, doc := range s.list[i].Docs {
			s.of[doc], s.same[doc] = int32(i), g.textOf(s.docs[doc])
		}
	}
	g.credit(s)
	return s
}

// story makes the story of an event: its leader, and the nodes beside it.
func (g *grouping) story(lead int32, nodes []int32) Story {
	story := Story{Kind: SameText}
	docs := slices.Clone(g.b.nodes[lead].docs)
	for _, n := range nodes {
		docs = append(docs, g.b.nodes[n].docs...)
		if g.text[n] != lead {
			story.Kind = SameEvent
		}
	}
	first := g.b.nodes[lead].text
	slices.SortFunc(docs, func(t, u *Text) int {
		if t == first || u == first {
			return cmp.Compare(boolean(u == first), boolean(t == first))
		}
		return cmp.Or(cmp.Compare(t.place(), u.place()), cmp.Compare(t.hash, u.hash), cmp.Compare(t.doc, u.doc))
	})
	story.Docs = make([]int32, len(docs))
	for i, t := range docs {
		story.Docs[i] = t.doc
	}
	return story
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// credit finds which article another says that it is taken from: the first of the same text whose newspaper or agency it names.
func (g *grouping) credit(s *Stories) {
	for i := range s.list {
		docs := s.list[i].Docs
		for _, doc := range docs {
			t := s.docs[doc]
			if t.origin == "" || t.origin == t.source {
				continue
			}
			for _, other := range docs {
				u := s.docs[other]
				if u.source == t.origin && g.textOf(u) == g.textOf(t) && (s.from[doc] < 0 || u.before(s.docs[s.from[doc]])) {
					s.from[doc] = other
				}
			}
		}
	}
}

// textOf gives the node that leads the text of an article.
func (g *grouping) textOf(t *Text) int32 { return g.text[g.b.ofHash[t.hash]] }
