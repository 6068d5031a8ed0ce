package entity

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
)

// Merge notes that two spellings name one entity.
func (e *Edits) Merge(a, b Spelled) {
	if m := (Merge{a, b}); !slices.Contains(e.Merged, m) {
		e.Merged = append(e.Merged, m)
	}
}

// TakeApart notes that a spelling is not what it was taken for: what was merged by this spelling is apart again; one that was not merged
// becomes an entity of its own.
func (e *Edits) TakeApart(s Spelled) {
	n := len(e.Merged)
	e.Merged = slices.DeleteFunc(e.Merged, func(m Merge) bool { return m.A == s || m.B == s })
	if len(e.Merged) == n && !slices.Contains(e.Split, s) {
		e.Split = append(e.Split, s)
	}
}

// Rename notes what the entity that has a spelling is called; "" gives it its own name back.
func (e *Edits) Rename(s Spelled, name string) {
	if name == "" {
		delete(e.Renamed, s)
		return
	}
	if e.Renamed == nil {
		e.Renamed = map[Spelled]string{}
	}
	e.Renamed[s] = name
}

// Hide and Show note whether the entity that has a spelling is shown. An entity is hidden while one of its spellings is.
func (e *Edits) Hide(s Spelled) {
	if e.Hidden == nil {
		e.Hidden = map[Spelled]bool{}
	}
	e.Hidden[s] = true
}

// Show takes back what Hide noted.
func (e *Edits) Show(s Spelled) { delete(e.Hidden, s) }

// digest gives what tells corrections from others: the same for the same ones, in whatever order they were noted.
func (e *Edits) digest() [sha256.Size]byte {
	var b []byte
	merged := slices.SortedFunc(slices.Values(e.Merged), func(a, b Merge) int { return cmp.Or(a.A.compare(b.A), a.B.compare(b.B)) })
	b = fmt.Appendf(b, "%q %q", merged, slices.SortedFunc(slices.Values(e.Split), Spelled.compare))
	for _, s := range slices.SortedFunc(maps.Keys(e.Renamed), Spelled.compare) {
		b = fmt.Appendf(b, " %q %q", s, e.Renamed[s])
	}
	for _, s := range slices.SortedFunc(maps.Keys(e.Hidden), Spelled.compare) {
		b = fmt.Appendf(b, " %q %t", s, e.Hidden[s])
	}
	return sha256.Sum256(b)
}

// compare orders spellings.
func (s Spelled) compare(t Spelled) int {
	return cmp.Or(cmp.Compare(s.Type, t.Type), cmp.Compare(s.Text, t.Text))
}
