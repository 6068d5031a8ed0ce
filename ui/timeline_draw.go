package ui

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"jarida/corpus/calendar"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// dayColumns are the columns of a row, from the side where it begins; 0 for what there is no room for.
type dayColumns struct {
	weekday, date, bar, count, other, names, title int
}

func (d *days) rtl(m *Model) bool { return m.rtl }

func (d *days) hint(*Model) string { return d.words.TimelineHint }

// layOut gives the day and its number what they need, then the weekday and the other number; the names and the title share what is left.
func (d *days) layOut(m *Model, w int) int {
	const (
		roomy   = 60 // columns from which a sixth may go to the bars
		longest = 16 // bar
		few     = 12 // columns of names, below which there are none
		both    = 44 // columns from which a title stands beside them
	)
	room := max(w-barWidth-1, 0)
	take := func(width int) int {
		if width == 0 || width+gapBetween > room {
			return 0
		}
		room -= width + gapBetween
		return width
	}
	c := dayColumns{date: min(len("2026-01-16"), room)}
	room -= c.date
	c.count = take(digits(d.most))
	for _, name := range d.words.Weekdays {
		c.weekday = max(c.weekday, m.canvas.width(name, m.direction()))
	}
	c.weekday = take(c.weekday)
	c.other = take(d.otherDigits())
	if room >= roomy {
		c.bar = take(min(room/6, longest))
	}
	if room >= both {
		c.names = take((room - gapBetween) * 2 / 5)
		c.title = take(room - gapBetween)
	} else if room >= few {
		c.names = take(room - gapBetween)
	}
	d.columns = c
	return len(d.rows)
}

// otherDigits gives the columns of the number that a day does not stand there for, none where no day has one.
func (d *days) otherDigits() int {
	most := 0
	for i := range d.rows {
		most = max(most, d.other(&d.rows[i]))
	}
	return len(number(most))
}

// other gives the number of a day's articles that it does not stand there for.
func (d *days) other(r *dayRow) int {
	if d.mentioned {
		return len(r.Published)
	}
	return len(r.Mentioned)
}

func (d *days) row(m *Model, c *canvas, i, w int) {
	r := &d.rows[i]
	near := m.nearSide()
	if r.gap > 0 {
		text := fmt.Sprintf("· %s %d", d.words.DaysBetween, r.gap)
		c.text(text, m.direction(), term.Field{Width: w, Align: near, Paint: m.styles.dim})
		return
	}
	if c.heard {
		d.hear(m, c, r)
		return
	}
	k, s := d.columns, &m.styles
	var parts []func()
	put := func(width int, write func()) {
		if width = min(width, w); width == 0 {
			return
		}
		if len(parts) > 0 {
			gap := min(gapBetween, w)
			parts, w = append(parts, func() { c.blank(gap) }), w-gap
		}
		parts, w = append(parts, write), max(w-width, 0)
	}
	text := func(width int, text string, base bidi.Direction, align term.Align, p term.Paint) {
		put(width, func() { c.text(text, base, term.Field{Width: width, Align: align, Paint: p}) })
	}
	n := len(d.of(&r.Entry))
	text(k.weekday, d.weekday(r), m.direction(), near, s.meta)
	text(k.date, r.Date, bidi.LTR, near, s.plain)
	put(k.bar, func() { m.countBar(c, n, d.most, k.bar) })
	text(k.count, strconv.Itoa(n), bidi.LTR, term.Right, s.key)
	text(k.other, number(d.other(r)), bidi.LTR, term.Right, s.meta)
	if f := d.facts[r.Date]; f != nil {
		text(k.names, c.namesIn(f.names, m.base(), k.names), m.base(), near, s.plain)
		text(k.title, f.title, bidi.Auto, near, s.meta)
	}
	left := w
	parts = append(parts, func() { c.blank(left) })
	sided(m.rtl, parts)
}

// number writes a number, nothing for none.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// weekday gives the name of the day of the week, "" for a month or year.
func (d *days) weekday(r *dayRow) string {
	if len(r.Date) < len("2026-01-16") {
		return ""
	}
	return d.words.Weekdays[r.First.Weekday()]
}

// namesIn joins as many names as there is room for; the first may be cut.
func (c *canvas) namesIn(names []leading, base bidi.Direction, width int) string {
	text := ""
	for i := range names {
		longer := joined(text, isolated(oneLine(names[i].name)))
		if i > 0 && c.width(longer, base) > width {
			break
		}
		text = longer
	}
	return text
}

// countBar draws a number as a bar of so many columns at most, in halves of a column, from the side where the row begins. It is as long as the
// root of the number: the day of a folder that has most may have a hundred times as many as the others. What is not nothing is seen.
func (m *Model) countBar(c *canvas, n, most, columns int) {
	share := math.Sqrt(float64(n) / float64(max(most, 1)))
	halves := max(int(math.Round(share*float64(2*columns))), min(n, 1))
	bar := strings.Repeat("█", halves/2)
	used := (halves + 1) / 2
	switch half := halves%2 == 1; {
	case half && m.rtl:
		bar = "▐" + bar
	case half:
		bar += "▌"
	}
	if m.rtl {
		c.blank(columns - used)
		c.glyphs(bar, m.styles.bar)
		return
	}
	c.glyphs(bar, m.styles.bar)
	c.blank(columns - used)
}

// hear writes a day for the ear, when all is known that is to be said of it: nothing is heard twice.
func (d *days) hear(m *Model, c *canvas, r *dayRow) {
	if d.busy && d.facts[r.Date] == nil {
		return
	}
	say := func(text string) { c.text(text, m.direction(), term.Field{Width: plainWidth}) }
	say(d.weekday(r))
	say(r.Date)
	for _, fact := range d.counts(r) {
		say(fact)
	}
	if f := d.facts[r.Date]; f != nil {
		for i := range f.names {
			say(oneLine(f.names[i].name) + ",")
		}
		say(f.title)
	}
}

// counts says how many articles were published on a day, and how many mention it.
func (d *days) counts(r *dayRow) (facts []string) {
	if n := len(r.Published); n > 0 {
		facts = append(facts, fmt.Sprintf("%s %d", d.words.PublishedOn, n))
	}
	if n := len(r.Mentioned); n > 0 {
		facts = append(facts, fmt.Sprintf("%s %d", d.words.MentionedBy, n))
	}
	return facts
}

// detail says what the numbers of a day count, and its day in the other calendar; then what there was no room for.
func (d *days) detail(i int) []string {
	r := &d.rows[i]
	if r.gap > 0 {
		return nil
	}
	facts := d.counts(r)
	if other := calendar.InHijri(r.Date); other != "" {
		facts = append(facts, other)
	}
	f := d.facts[r.Date]
	if f == nil || d.columns.title > 0 {
		return facts
	}
	if d.columns.names == 0 && len(f.names) > 0 {
		facts = append(facts, f.names[0].name)
	}
	if f.title != "" {
		facts = append(facts, f.title)
	}
	return facts
}
