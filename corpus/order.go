package corpus

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"time"
)

// The list is ordered by day, newest first: by the article's own date, else by the time of its file. A later part without a date has
// the day of the main article, and so stands right behind it. Where days are equal the newest file comes first, then the name
// decides, then the number of the part. The order depends on nothing else, so that a watched corpus has that of a new one.

// order notes the day of an entry of the file with a main article.
func (b *builder) order(e Entry, main Doc, f *file) {
	day := dayOf(&e, f)
	if day == 0 && e.Part > 1 {
		day = b.days[main]
	}
	b.days[e.Doc] = day
	if b.progress.Done {
		b.touched = append(b.touched, e.Doc)
	}
}

// dayOf gives the day of an entry of a file; 0 for a later part without a date.
func dayOf(e *Entry, f *file) int32 {
	day := isoDay(e.Date.ISO)
	if day == 0 && e.Part == 1 {
		day = timeDay(f.modified)
	}
	return day
}

// isoDay gives a date as a number, 20260116; a month or year stands behind all its days. It is 0 for what is no date.
func isoDay(iso string) int32 {
	var n int64
	for _, part := range []struct{ from, to int }{{0, 4}, {5, 7}, {8, 10}} {
		var digits int64
		if len(iso) >= part.to {
			digits, _ = strconv.ParseInt(iso[part.from:part.to], 10, 32)
		}
		n = n*100 + digits
	}
	return int32(n)
}

// timeDay gives the day of a time in nanoseconds, here.
func timeDay(ns int64) int32 {
	if ns == math.MinInt64 {
		return 0
	}
	year, month, day := time.Unix(0, ns).Date()
	return int32(year*10000 + int(month)*100 + day)
}

// compare tells which of two entries comes first in the list.
func (b *builder) compare(x, y Doc) int {
	if b.days[x] != b.days[y] {
		return cmp.Compare(b.days[y], b.days[x])
	}
	return b.compareFiles(x, y)
}

func (b *builder) compareFiles(x, y Doc) int {
	s, i := b.segments[x/segmentSize], x%segmentSize
	t, j := b.segments[y/segmentSize], y%segmentSize
	if s.files[i] != t.files[j] {
		return s.files[i].compare(t.files[j])
	}
	return cmp.Compare(s.part(i), t.part(j))
}

func (b *builder) file(d Doc) *file { return b.segments[d/segmentSize].files[d%segmentSize] }

func (b *builder) phase(d Doc) phase { return b.segments[d/segmentSize].states[d%segmentSize].phase }

// arrange gives the list for the next snapshot, that of the last one where nothing moves.
func (b *builder) arrange(old *Snapshot) (order []Doc, place []int32, number int) {
	switch {
	case old == nil && !b.reorder:
		return nil, nil, 0
	case old != nil && !b.reorder && len(b.touched) == 0:
		return old.order, old.place, old.arranged
	case b.reorder && b.progress.Done:
		order = b.sorted()
	case b.reorder:
		order = b.asListed()
	default:
		order = b.merged(old)
		if slices.Equal(order, old.order) {
			order, place, number = old.order, old.place, old.arranged
		}
	}
	b.reorder, b.touched = false, b.touched[:0]
	if place == nil {
		place = b.places(order)
		if old != nil {
			number = old.arranged + 1
		}
	}
	return order, place, number
}

// asListed gives the list while files are being read: in the order of the listing, without what was dropped.
func (b *builder) asListed() []Doc {
	order := make([]Doc, 0, b.progress.Files)
	for d := range b.first {
		if isFile(b.phase(d)) > 0 {
			order = append(order, d)
		}
	}
	return order
}

// sorted gives the list when all files have been read.
func (b *builder) sorted() []Doc {
	order := make([]Doc, 0, int(b.docs))
	later := make([]Doc, 0, int(b.docs-b.first))
	for d := range b.docs {
		switch {
		case !inList(b.phase(d)):
		case d < b.first:
			order = append(order, d)
		default:
			later = append(later, d)
		}
	}
	b.sortByDay(order)
	slices.SortFunc(later, b.compare)
	b.touched = b.touched[:0]
	if len(later) == 0 {
		return order
	}
	return merge(order, later, b.compare)
}

// sortByDay sorts files of the first listing, the newest first. It has those of a day in order.
func (b *builder) sortByDay(order []Doc) {
	sortByNumber(order, func(d Doc) uint64 { return uint64(^uint32(b.days[d])) })
}

// merged gives the list of an older snapshot with the touched entries in their places: two copies of the list, and a search for each
// of them.
func (b *builder) merged(old *Snapshot) []Doc {
	slices.Sort(b.touched)
	b.touched = slices.Compact(b.touched)
	var out []int
	var in []Doc
	for _, d := range b.touched {
		if at := old.Index(d); at >= 0 {
			out = append(out, at)
		}
		if inList(b.phase(d)) {
			in = append(in, d)
		}
	}
	slices.Sort(out)
	rest := make([]Doc, 0, len(old.order)-len(out))
	from := 0
	for _, at := range out {
		rest = append(rest, old.order[from:at]...)
		from = at + 1
	}
	rest = append(rest, old.order[from:]...)
	slices.SortFunc(in, b.compare)
	order := make([]Doc, 0, len(rest)+len(in))
	for _, d := range in {
		at, _ := slices.BinarySearchFunc(rest, d, b.compare)
		order = append(append(order, rest[:at]...), d)
		rest = rest[at:]
	}
	return append(order, rest...)
}

// places gives the place of each entry in the list, -1 for none.
func (b *builder) places(order []Doc) []int32 {
	place := make([]int32, b.docs)
	for d := range place {
		place[d] = -1
	}
	for i, d := range order {
		place[d] = int32(i)
	}
	return place
}
