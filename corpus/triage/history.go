package triage

import (
	"slices"
)

// history is the events in their order, and what follows from them. An event is applied when it comes; one that belongs before
// others (a journal of another machine was appended) makes the history be told anew.
type history struct {
	events   []Event
	ids      map[string]int32    // id → index in events
	articles map[string]*article // by key
	paths    map[string]string   // path → the key last seen at it
	heirs    map[string][]string // key → the keys of the contents that inherited its state
	done     []int32             // decisions that can be undone, the last one last
	undone   []int32             // decisions that can be done again, the last one last
	entities []int32             // acts about entities
	searches []int32             // acts about saved searches
	foreign  int                 // events of which this version does not know the meaning
}

// article is the state of an article and the acts that led to it, for the day one of them is undone.
type article struct {
	state State
	acts  []int32
}

func newHistory(events int) *history {
	return &history{
		ids:      make(map[string]int32, events),
		articles: make(map[string]*article, events/4),
		paths:    make(map[string]string, events/4),
	}
}

// tell gives the history of events in any order. It takes their slice over.
func tell(events []Event) *history {
	if !slices.IsSortedFunc(events, func(a, b Event) int { return a.compare(&b) }) {
		slices.SortStableFunc(events, func(a, b Event) int { return a.compare(&b) })
	}
	h := newHistory(len(events))
	h.events = events[:0] // an event is entered at or before the place that it is read from
	for i := range events {
		h.add(events[i])
	}
	return h
}

// follows reports whether an event can be added behind those that are there.
func (h *history) follows(e *Event) bool {
	return len(h.events) == 0 || h.events[len(h.events)-1].compare(e) <= 0
}

// allFollow reports whether events can be added one by one.
func (h *history) allFollow(events []Event) bool {
	for i := range events {
		if i == 0 && !h.follows(&events[0]) || i > 0 && events[i-1].compare(&events[i]) > 0 {
			return false
		}
	}
	return true
}

// add applies an event behind all others. One that is there already is passed over: journals may be concatenated twice.
func (h *history) add(e Event) {
	if _, again := h.ids[e.ID]; again {
		return
	}
	i := int32(len(h.events))
	h.ids[e.ID] = i
	e.undone = false
	h.events = append(h.events, e)
	switch {
	case e.foreign():
		h.foreign++
	case e.Act == undo:
		h.move(e.Target, &h.done, &h.undone, true)
	case e.Act == redo:
		h.move(e.Target, &h.undone, &h.done, false)
	default:
		h.apply(i)
	}
}

// apply carries out the i-th event.
func (h *history) apply(i int32) {
	e := &h.events[i]
	if e.Act.undoable() {
		h.done = append(h.done, i)
		h.undone = h.undone[:0]
	}
	if e.Act.entity() {
		h.entities = append(h.entities, i)
		return
	}
	if e.Act.search() {
		h.searches = append(h.searches, i)
		return
	}
	for _, a := range e.Articles {
		key := a.key()
		known := h.articles[key]
		if known == nil {
			known = new(article)
			if e.Act == Changed {
				*known = h.inherit(key, Article{Hash: e.From, Path: a.Path}.key())
			}
			h.articles[key] = known
		}
		known.acts = append(known.acts, i)
		known.state = known.state.apply(e)
		if a.Path != "" && h.paths[a.Path] != key {
			h.paths[a.Path] = key
		}
	}
}

// inherit gives all that was decided about the old content of a file to the new.
func (h *history) inherit(key, from string) article {
	old := h.articles[from]
	if old == nil {
		return article{}
	}
	if h.heirs == nil {
		h.heirs = map[string][]string{}
	}
	h.heirs[from] = append(h.heirs[from], key)
	return article{old.state, slices.Clone(old.acts)}
}

// move takes a decision out of one list into the other: undone or done again. Whoever wrote the line may not have seen all that we
// see: it need not be the last of its list.
func (h *history) move(id string, from, to *[]int32, undone bool) {
	i, ok := h.ids[id]
	at := slices.Index(*from, i)
	if !ok || at < 0 {
		return
	}
	*from = slices.Delete(*from, at, at+1)
	*to = append(*to, i)
	h.events[i].undone = undone
	h.retell(i)
}

// retell derives the states of the articles of an event from their acts, for one of these has begun or ceased to count.
func (h *history) retell(i int32) {
	keys := make([]string, 0, len(h.events[i].Articles))
	for _, a := range h.events[i].Articles {
		keys = append(keys, a.key())
	}
	for n := 0; n < len(keys); n++ { // it grows by heirs; an heir is new when it inherits, so there is no circle
		key := keys[n]
		keys = append(keys, h.heirs[key]...)
		known := h.articles[key]
		known.state = State{}
		for _, act := range known.acts {
			if e := &h.events[act]; !e.undone {
				known.state = known.state.apply(e)
			}
		}
	}
}

// state gives what was decided about an article. inherited reports that its content is new, and from is the hash it had:
// the state is that of what was at its path before.
func (h *history) state(a Article) (s State, from string, inherited bool) {
	key := a.key()
	if known, ok := h.articles[key]; ok {
		return known.state, "", false
	}
	old, ok := h.paths[a.Path]
	if !ok || a.Path == "" || a.Hash == "" {
		return State{}, "", false
	}
	s = h.articles[old].state
	if old == (Article{Path: a.Path}).key() {
		old = ""
	}
	return s, old, true
}
