package ui

import (
	"strings"

	"jarida/corpus/entity"
	"jarida/corpus/timeline"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// A sparkline is the course of something over time in one row: a column for each span of it, as high as the number of articles in it, the
// highest full. Time runs as reading does. A span without articles is blank.

// sparks are the heights, lowest first. Their cells are filled from below, so that they are the same from either side.
var sparks = [...]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}

// sparkline gives the columns of a course from left to right, n at most.
func sparkline(c timeline.Course, n int, rtl bool) (line string, columns int) {
	counts := c.Spans(n)
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	var b strings.Builder
	for i := range counts {
		n := counts[i]
		if rtl {
			n = counts[len(counts)-1-i]
		}
		if n == 0 {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(sparks[(n*len(sparks)+most-1)/most-1])
	}
	return b.String(), len(counts)
}

// course is the course of an entity between its first and its last day.
type course struct {
	timeline.Course

	first, last string
	least       int // columns that show it
}

// newCourse gives the course of an entity, nil where it is of one day, or of none that is known.
func newCourse(days []entity.DayCount) *course {
	c := timeline.CourseOf(days)
	first, last, _ := c.Ends()
	if first == last {
		return nil
	}
	const few = 8 // columns: that many ups and downs can be told apart from each other
	return &course{c, first.String(), last.String(), min(few, int(last-first)+1)}
}

// fits reports whether there is room for it in a row of w columns.
func (c *course) fits(w int) bool { return w-2 >= c.least }

// ends gives the columns of each of its days in a row of w; none where there is no room for them.
func (c *course) ends(w int) int {
	if columns := len(c.first); w-2-2*(columns+1) >= c.least {
		return columns
	}
	return 0
}

// courseRow writes a course between its days in w columns.
func (m *Model) courseRow(c *canvas, of *course, w int) {
	ends := of.ends(w)
	gap := min(ends, 1)
	room := w - 2 - 2*(ends+gap)
	line, columns := sparkline(of.Course, room, m.rtl)
	day := func(text string) func() {
		return func() { c.text(text, bidi.LTR, term.Field{Width: ends, Paint: m.styles.meta}) }
	}
	m.across(
		func() { c.blank(1) },
		day(of.first),
		func() { c.blank(gap) },
		func() { c.glyphs(line, m.styles.bar) },
		func() { c.blank(gap) },
		day(of.last),
		func() { c.blank(1 + room - columns) },
	)
}
