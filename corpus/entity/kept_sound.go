package entity

import (
	"math"
	"slices"
)

// sound reports whether an index fits together: nothing that it refers to lies outside of what there is.
func (k *Kept) sound() bool {
	x := &k.index
	return x.spelled.sound() && x.forms.sound() && x.forms.findable() && x.phrases.sound() && k.names.sound() && k.names.len() == len(k.renamed) &&
		x.soundSurfaces() && x.soundEntries() && x.soundArticles(k.records.dates) && inRange(k.renamed, len(x.entries), 0) && k.records.sound(x)
}

// sound reports whether the texts of an interner are apart, and fill its memory.
func (t *interner) sound() bool { return ascending(t.ends, len(t.arena)) }

// findable reports whether an interner can look for its texts: they have places, and a look for one that is not there ends.
func (t *interner) findable() bool {
	if n := len(t.slots); n&(n-1) != 0 || 4*len(t.ends) > 3*n {
		return false
	}
	taken := 0
	for _, id := range t.slots {
		if id > uint32(len(t.ends)) {
			return false
		}
		if id != 0 {
			taken++
		}
	}
	return taken == len(t.ends)
}

// ascending reports whether ends of parts follow each other, the last at the end of the whole.
func ascending(ends []uint32, whole int) bool {
	if len(ends) == 0 {
		return whole == 0
	}
	return slices.IsSorted(ends) && uint(ends[len(ends)-1]) == uint(whole)
}

// inRange reports whether numbers are at least from, and below a bound.
func inRange[T ~int32 | ~uint32](list []T, bound int, from int64) bool {
	for _, v := range list {
		if int64(v) < from || int64(v) >= int64(bound) {
			return false
		}
	}
	return true
}

func (s span) within(n int) bool { return s.first <= s.behind && uint(s.behind) <= uint(n) }

// soundSurfaces looks at the spellings, and at what they and the forms name.
func (x *Index) soundSurfaces() bool {
	forms := x.forms.len()
	if len(x.surfaces) != x.spelled.len() || len(x.ofSurface) != len(x.surfaces) || len(x.ofForm) != forms || len(x.strong) != forms || len(x.alone) != forms {
		return false
	}
	for i := range x.surfaces {
		s, m := &x.surfaces[i], x.ofSurface[i]
		if uint(s.form) >= uint(forms) || int(s.length)+2 > len(x.spelled.text(uint32(i))) || s.typ > Quantity ||
			int(max(m.sure, m.doubtful)) >= len(x.entries) || min(m.sure, m.doubtful) < -1 {
			return false
		}
	}
	return inRange(x.ofForm, len(x.entries), -1)
}

func (x *Index) soundEntries() bool {
	for i := range x.entries {
		e := &x.entries[i]
		if e.typ > Quantity || uint(e.name) >= uint(len(x.surfaces)) || !e.spellings.within(len(x.spellings)) || !e.postings.within(len(x.postings)) {
			return false
		}
	}
	for _, u := range x.spellings {
		if uint(u.surface) >= uint(len(x.surfaces)) {
			return false
		}
	}
	return x.shown <= len(x.entries)
}

// soundArticles looks at the articles of the entities, and at the entities of the articles.
func (x *Index) soundArticles(dates []int32) bool {
	for _, doc := range x.postings {
		if doc < 0 || int(doc) >= len(dates) || dates[doc] == noArticle {
			return false
		}
	}
	for i := range x.entries {
		p := x.entries[i].postings
		if !slices.IsSorted(x.postings[p.first:p.behind]) {
			return false
		}
	}
	return len(x.articleFirst) == len(dates)+1 && x.articleFirst[0] == 0 && ascending(x.articleFirst, len(x.inArticle)) &&
		inRange(x.inArticle, len(x.entries), 0)
}

// sound looks at the records of the articles of an index: each mention names an entity.
func (k *keptRecords) sound(x *Index) bool {
	articles := len(k.dates)
	if len(k.mentionEnds) != articles || len(k.linkEnds) != articles || len(k.roleEnds) != articles || !ascending(k.mentionEnds, len(k.mentions)) ||
		!ascending(k.linkEnds, len(k.links)) || !ascending(k.roleEnds, len(k.roles)) || !inRange(k.dates, math.MaxInt32, noArticle) {
		return false
	}
	for i := range k.mentions {
		s := k.mentions[i].of()
		if uint(s) >= uint(len(x.ofSurface)) || min(x.ofSurface[s].sure, x.ofSurface[s].doubtful) < 0 {
			return false
		}
	}
	for i := range articles {
		r := k.record(i)
		for _, l := range r.links {
			if uint(l.of()) >= uint(len(r.mentions)) || uint(l.full) >= uint(len(x.ofForm)) {
				return false
			}
		}
		for _, role := range r.roles {
			if uint(role.phrase) >= uint(x.phrases.len()) || role.mention < -1 || int(role.mention) >= len(r.mentions) {
				return false
			}
		}
	}
	return true
}
