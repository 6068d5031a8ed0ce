package triage

import (
	"cmp"
	"encoding/hex"
	"slices"
)

// entry is an event in memory: what is needed to tell the history, in numbers. Where and how long its line is, is what the rest is read from.
type entry struct {
	at      int64  // microseconds since 1970
	seq     uint64 // of its writer
	id      uint64
	arg     uint64 // of At the position, of undo and redo the id of the decision, of Changed the article From, else its place in details
	offset  int64  // of its line in the file
	size    int32  // bytes of the line without its newline
	host    int32  // in hosts
	first   int32  // its articles in refs
	count   int32
	kind    kind
	settled bool
	undone  bool
}

// ref is an article of an event. The refs of one article are a chain, each knowing the one before: its acts, for the day one of them is undone.
type ref struct {
	article int32
	path    int32 // -1 for none
	event   int32
	prev    int32 // -1 for the first
}

// article is the state of an article.
type article struct {
	digest digest
	state  State
	last   int32 // its last ref, -1 while no event that counts is about it
	path   int32 // the last one that it was seen at
}

// history is the events in their order, and what follows from them. An event is applied when it comes; where one belongs before others (a
// journal of another machine was appended) the history is told anew, by arrange.
type history struct {
	entries  []entry
	refs     []ref
	articles []article
	details  []Event
	hosts    []string
	paths    []string
	unsorted bool // entries are not in order: nothing is told of them
	torn     int  // lines that are no event

	numbers table // of the articles by their digests
	pathOf  map[string]int32
	byID    map[uint64]int32 // made when it is first needed

	owners   []int32           // by path: the article last seen at it, -1 for none
	heirs    map[int32][]int32 // article → those with new content that inherited its state
	done     []int32           // decisions that can be undone, the last one last
	undone   []int32           // decisions that can be done again, the last one last
	entities []int32           // acts about entities
	searches []int32           // acts about saved searches
	foreign  int               // events of which this version does not know the meaning
}

func newHistory() *history {
	return &history{pathOf: map[string]int32{}}
}

// expect makes room for about n events.
func (h *history) expect(n int) {
	h.entries, h.refs = make([]entry, 0, n), make([]ref, 0, n)
}

// compare orders events: by time, and where times are equal by what can only differ between writers. Equal ones are one event: journals may
// be concatenated twice.
func (h *history) compare(a, b *entry) int {
	if c := cmp.Compare(a.at, b.at); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(h.hosts[a.host], h.hosts[b.host]), cmp.Compare(a.seq, b.seq), cmp.Compare(a.id, b.id))
}

// follows reports whether the events of a block can be added behind those that are there.
func (h *history) follows(b *block) bool {
	if h.unsorted {
		return false
	}
	events := b.events
	for i := range events {
		var before int64
		if i > 0 {
			before = events[i-1].at
		} else if n := len(h.entries); n > 0 {
			before = h.entries[n-1].at
		} else {
			continue
		}
		if events[i].at <= before { // of equal times the whole order decides
			return false
		}
	}
	return true
}

// take enters the events of a block, and tells them while they come in order.
func (h *history) take(b *block) {
	h.torn += b.torn
	// Those that are known are looked up first, one independent of the other: the processor waits for the memory of many at once.
	for i := range b.events {
		mentions := b.events[i].mentions
		for n := range mentions {
			mentions[n].number = h.numbers.find(&mentions[n].digest, h.articles)
		}
	}
	for i := range b.events {
		h.enter(&b.events[i])
	}
}

// enter gives numbers to all that an event names, and adds it.
func (h *history) enter(f *found) {
	e := f.entry
	e.host = h.host(f.host)
	if n := len(h.entries); n > 0 && !h.unsorted {
		switch c := h.compare(&h.entries[n-1], &e); {
		case c == 0:
			return
		case c > 0:
			h.unsorted = true
		}
	}
	e.first, e.count = int32(len(h.refs)), int32(len(f.mentions))
	for i := range f.mentions {
		m := &f.mentions[i]
		a := m.number
		if a < 0 {
			a = h.article(&m.digest)
		}
		h.refs = append(h.refs, ref{article: a, path: h.path(a, m.path), prev: -1})
	}
	switch {
	case e.kind == isChanged:
		e.arg = uint64(h.article(&f.from))
	case f.detail != nil:
		e.arg = uint64(len(h.details))
		h.details = append(h.details, *f.detail)
	}
	h.entries = append(h.entries, e)
	if !h.unsorted {
		h.tell(int32(len(h.entries) - 1))
	}
}

func (h *history) host(name []byte) int32 {
	i := slices.IndexFunc(h.hosts, func(h string) bool { return h == string(name) })
	if i < 0 {
		i = len(h.hosts)
		h.hosts = append(h.hosts, string(name))
	}
	return int32(i)
}

func (h *history) article(d *digest) int32 {
	i, isNew := h.numbers.add(d, h.articles)
	if isNew {
		h.articles = append(h.articles, article{digest: *d, last: -1, path: -1})
	}
	return i
}

// path gives the number of a path at which an article was seen: most often the same as the last time.
func (h *history) path(a int32, name []byte) int32 {
	if len(name) == 0 {
		return -1
	}
	if p := h.articles[a].path; p >= 0 && h.paths[p] == string(name) {
		return p
	}
	p, ok := h.pathOf[string(name)]
	if !ok {
		p = int32(len(h.paths))
		h.paths = append(h.paths, string(name))
		h.pathOf[h.paths[p]] = p
		h.owners = append(h.owners, -1)
	}
	h.articles[a].path = p
	return p
}

// arrange tells the history anew where events came out of order.
func (h *history) arrange() {
	if !h.unsorted {
		return
	}
	slices.SortStableFunc(h.entries, func(a, b entry) int { return h.compare(&a, &b) })
	h.entries = slices.CompactFunc(h.entries, func(a, b entry) bool { return h.compare(&a, &b) == 0 })
	for i := range h.articles {
		h.articles[i].state, h.articles[i].last = State{}, -1
	}
	for i := range h.owners {
		h.owners[i] = -1
	}
	h.byID, h.heirs, h.foreign, h.unsorted = nil, nil, 0, false
	h.done, h.undone, h.entities, h.searches = h.done[:0], h.undone[:0], h.entities[:0], h.searches[:0]
	for i := range h.entries {
		h.entries[i].undone = false
		h.tell(int32(i))
	}
}

// tell carries out the i-th event, all before it being told.
func (h *history) tell(i int32) {
	e := &h.entries[i]
	if h.byID != nil {
		h.byID[e.id] = i
	}
	switch e.kind {
	case isForeign:
		h.foreign++
	case isUndo:
		h.turn(e.arg, &h.done, &h.undone, true)
	case isRedo:
		h.turn(e.arg, &h.undone, &h.done, false)
	default:
		h.apply(i, e)
	}
}

// apply makes an act count.
func (h *history) apply(i int32, e *entry) {
	if e.kind.undoable() && !e.settled {
		h.done = append(h.done, i)
		h.undone = h.undone[:0]
	}
	if e.kind.entity() {
		h.entities = append(h.entities, i)
	}
	if e.kind.search() {
		h.searches = append(h.searches, i)
	}
	for k := e.first; k < e.first+e.count; k++ {
		r := &h.refs[k]
		a := &h.articles[r.article]
		if a.last < 0 && e.kind == isChanged {
			h.inherit(r.article, int32(e.arg))
		}
		r.event, r.prev, a.last = i, a.last, k
		a.state = a.state.apply(e.kind, int(e.arg))
		if r.path >= 0 {
			h.owners[r.path] = r.article
		}
	}
}

// inherit gives all that was decided about the old content of a file to the new.
func (h *history) inherit(heir, from int32) {
	old := &h.articles[from]
	if old.last < 0 {
		return
	}
	if h.heirs == nil {
		h.heirs = map[int32][]int32{}
	}
	h.heirs[from] = append(h.heirs[from], heir)
	h.articles[heir].state, h.articles[heir].last = old.state, old.last
}

// turn takes a decision out of one list into the other: undone or done again. Whoever wrote the line may not have seen all that we
// see: it need not be the last of its list.
func (h *history) turn(id uint64, from, to *[]int32, undone bool) {
	at := h.place(id, *from, undone)
	if at < 0 {
		return
	}
	i := (*from)[at]
	*from = slices.Delete(*from, at, at+1)
	*to = append(*to, i)
	h.entries[i].undone = undone
	h.retell(i)
}

// place gives the place of a decision in a list, -1 where it is not there: most often near the end. Only of one that can be there is all of the list
// searched.
func (h *history) place(id uint64, list []int32, undone bool) int {
	const near = 32
	for at := len(list) - 1; at >= max(0, len(list)-near); at-- {
		if h.entries[list[at]].id == id {
			return at
		}
	}
	i, ok := h.find(id)
	if e := &h.entries[i]; !ok || len(list) <= near || !e.kind.undoable() || e.settled || e.undone == undone {
		return -1
	}
	return slices.Index(list, i)
}

// find gives the event with an id.
func (h *history) find(id uint64) (int32, bool) {
	if h.byID == nil {
		h.byID = make(map[uint64]int32, len(h.entries))
		for i := range h.entries {
			h.byID[h.entries[i].id] = int32(i)
		}
	}
	i, ok := h.byID[id]
	return i, ok
}

// retell derives the states of the articles of an event from their acts, for one of these has begun or ceased to count.
func (h *history) retell(i int32) {
	e := &h.entries[i]
	articles := make([]int32, 0, e.count)
	for _, r := range h.refs[e.first : e.first+e.count] {
		articles = append(articles, r.article)
	}
	var acts []int32
	for n := 0; n < len(articles); n++ { // it grows by heirs; an heir is new when it inherits, so there is no circle
		articles = append(articles, h.heirs[articles[n]]...)
		a := &h.articles[articles[n]]
		acts = acts[:0]
		for k := a.last; k >= 0; k = h.refs[k].prev {
			acts = append(acts, h.refs[k].event)
		}
		a.state = State{}
		for _, act := range slices.Backward(acts) {
			if e := &h.entries[act]; !e.undone {
				a.state = a.state.apply(e.kind, int(e.arg))
			}
		}
	}
}

// state gives what was decided about an article, by its digest and path. inherited reports that its content is new, and from is the article
// whose state it is: that of what was at its path before.
func (h *history) state(d *digest, path []byte, empty bool) (s State, from int32, inherited bool) {
	return h.stateOf(h.numbers.find(d, h.articles), path, empty)
}

// stateOf is state for the article with a number, -1 for one that is not known.
func (h *history) stateOf(number int32, path []byte, empty bool) (s State, from int32, inherited bool) {
	if number >= 0 && h.articles[number].last >= 0 {
		return h.articles[number].state, -1, false
	}
	if len(path) == 0 || empty {
		return State{}, -1, false
	}
	p, ok := h.pathOf[string(path)]
	if !ok || h.owners[p] < 0 {
		return State{}, -1, false
	}
	from = h.owners[p]
	return h.articles[from].state, from, true
}

// hash names an article to a Changed event: "" for one that had no content, and is known by the path.
func (h *history) hash(i int32, path string) string {
	d := h.articles[i].digest
	if d == (Article{Path: path}).digest() {
		return ""
	}
	return hex.EncodeToString(d[:])
}
