package triage

import (
	"maps"
	"reflect"
	"slices"
)

// same reports whether a shorter history says the same: the state of every article and of every path, what can be done again and what
// can be undone as far as it goes back, the corrections and the searches.
func (h *history) same(short *history) bool {
	return h.sameArticles(short) && h.samePaths(short) && h.foreign == short.foreign &&
		sameEnd(h, short, h.done, short.done) && sameEnd(h, short, h.undone, short.undone) &&
		reflect.DeepEqual(h.corrections(), short.corrections()) && maps.Equal(h.named(), short.named())
}

func (h *history) sameArticles(short *history) bool {
	known := 0
	for i := range short.articles {
		if short.articles[i].last >= 0 {
			known++
		}
	}
	for i := range h.articles {
		a := &h.articles[i]
		if a.last < 0 {
			continue
		}
		known--
		at := short.numbers.find(&a.digest, short.articles)
		if at < 0 || short.articles[at].last < 0 || short.articles[at].state != a.state {
			return false
		}
	}
	return known == 0
}

func (h *history) samePaths(short *history) bool {
	for p, name := range h.paths {
		owner := h.owners[p]
		if owner < 0 {
			continue
		}
		at, ok := short.pathOf[name]
		if !ok || short.owners[at] < 0 || short.articles[short.owners[at]].digest != h.articles[owner].digest {
			return false
		}
	}
	return true
}

// sameEnd reports whether the decisions of the shorter history are the last ones of the other.
func sameEnd(h, short *history, all, last []int32) bool {
	if len(last) > len(all) {
		return false
	}
	return slices.EqualFunc(all[len(all)-len(last):], last, func(a, b int32) bool { return h.entries[a].id == short.entries[b].id })
}

// corrections gives the corrections of entities that count, the oldest first.
func (h *history) corrections() []Event {
	var all []Event
	for _, i := range h.entities {
		if e := &h.entries[i]; !e.undone {
			event := h.details[e.arg]
			event.Settled = false // which is how old it is, and nothing that it says
			all = append(all, event)
		}
	}
	return all
}

// named gives the saved searches by their names.
func (h *history) named() map[string]string {
	all := map[string]string{}
	for _, i := range h.searches {
		e := &h.entries[i]
		switch s := h.details[e.arg].Search; {
		case e.undone || s == nil:
		case e.kind == isSave:
			all[s.Name] = s.Query
		default:
			delete(all, s.Name)
		}
	}
	return all
}
