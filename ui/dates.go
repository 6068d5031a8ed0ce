package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus/article"
	"jarida/corpus/calendar"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// dates is the sheet of the calendar expressions of an article, in the order of the text, below the date of the article itself.
type dates struct {
	document *document
	entries  []dated
	natural  [dateColumns]int // the columns' widths where there is room for all
	widths   [dateColumns]int
}

// dated is a row of the dates: the columns in which it is shown, and where it stands in the text.
type dated struct {
	columns [dateColumns]string
	at      int // source offset, -1 for what does not stand in the text
	quiet   bool
}

// The columns of a date. Weekday and the other calendar are as an Arabic newspaper has them, whatever the language of the interface.
const (
	asWritten = iota
	asISO
	weekday
	otherCalendar
	remark

	dateColumns
)

// showDates finds the dates of the open article. A file of one line of 32 MiB takes its time, so the screen does not wait.
func (m *Model) showDates() tea.Cmd {
	d, w := m.reader.document, m.words
	remarks := dateRemarks{
		conflict: w.ByWeekday, unsure: w.Unsure, unresolved: w.Unresolved, unknown: w.DateUnknown,
		stated: w.ArticleDate, metadata: w.MetadataDate, name: w.NameDate,
	}
	return func() tea.Msg {
		return datesMsg{&dates{document: d, entries: findDates(d.source, &d.article, remarks)}}
	}
}

// dateRemarks are the words for what is odd about a date, and for where that of the article comes from.
type dateRemarks struct {
	conflict, unsure, unresolved, unknown string
	stated, metadata, name                string
}

// findDates gives the rows for an article: its own date, then those of its text. Repeats and furniture have none.
func findDates(src string, a *article.Article, r dateRemarks) []dated {
	all := []dated{ownDate(src, a.Date, r)}
	for _, b := range a.Blocks {
		if b.RepeatOf >= 0 || b.Kind == article.Furniture {
			continue
		}
		for _, m := range calendar.Mentions(src[b.Start:b.End], b.Start, a.Date) {
			if own := a.Date; m.Start < own.End && own.Start < m.End { // it is the first row
				if m.Conflict != "" {
					all[0].columns[asWritten] = oneLine(src[m.Start:m.End])
					all[0].columns[remark] = m.Conflict + " " + r.conflict
				}
				continue
			}
			all = append(all, mentioned(src, m, r))
		}
	}
	return all
}

// ownDate gives the row of the article's own date.
func ownDate(src string, d calendar.Date, r dateRemarks) dated {
	row := dated{at: -1, quiet: d.Zero()}
	switch {
	case d.Zero():
		row.columns[asWritten] = r.unknown
		return row
	case d.End > d.Start:
		row.at = d.Start
		row.columns[asWritten] = oneLine(src[d.Start:d.End])
	}
	row.columns[remark] = r.stated
	switch d.From {
	case "metadata":
		row.columns[remark] = r.metadata
	case "name":
		row.columns[remark] = r.name
	}
	row.columns[asISO] = d.ISO
	row.day(d.ISO, d.Hijri)
	return row
}

// mentioned gives the row of an expression in the text.
func mentioned(src string, m calendar.Mention, r dateRemarks) dated {
	const sure = 0.5 // by the contract of Mention.Confidence
	row := dated{at: m.Start}
	row.columns[asWritten] = oneLine(src[m.Start:m.End])
	row.columns[asISO] = m.ISO
	day, _, _ := strings.Cut(m.ISO, "T")
	row.day(day, m.Hijri)
	switch {
	case m.Conflict != "":
		row.columns[remark] = m.Conflict + " " + r.conflict // behind an Arabic word its parts would change places (UAX #9 W2)
	case m.ISO == "":
		row.columns[remark], row.quiet = r.unresolved, true
	case m.Confidence < sure:
		row.columns[remark], row.quiet = r.unsure, true
	}
	return row
}

// day fills in the weekday and the day in the other calendar; nothing for what is no single day.
func (e *dated) day(iso string, hijri bool) {
	e.columns[weekday] = calendar.Weekday(iso)
	if hijri {
		e.columns[otherCalendar] = calendar.InGregorian(iso, calendar.Levantine)
		return
	}
	e.columns[otherCalendar] = calendar.InHijri(iso)
}

// oneLine folds the white space of a text.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// tell shows the dates that were found, or says that there are none.
func (m *Model) tell(msg datesMsg) {
	switch found := msg.dates; {
	case found.document != m.reader.document || m.sheet != nil || m.focus != textPane:
		// the reader has gone on
	case len(found.entries) == 1 && found.document.article.Date.Zero():
		m.notice = m.words.NoDates
	default:
		m.openSheet(found)
	}
}

func (d *dates) rtl(m *Model) bool { return m.words.RTL }

func (d *dates) hint(m *Model) string { return m.words.SheetHint }

func (d *dates) heading(m *Model) string { return m.words.Dates }

// layOut gives every column the room of its widest text; where there is not enough, the last columns go first.
func (d *dates) layOut(m *Model, w int) int {
	const least = 16 // columns for the words of the text: three words
	if d.natural[asWritten] == 0 {
		d.natural = d.measure(&m.canvas)
	}
	widths := d.natural
	room := w - barWidth - 1 - min(widths[asWritten], least)
	for k := asISO; k < dateColumns; k++ {
		if widths[k] == 0 {
			continue
		}
		if widths[k]+gapBetween > room {
			clear(widths[k:])
			break
		}
		room -= widths[k] + gapBetween
	}
	widths[asWritten] = min(widths[asWritten], min(widths[asWritten], least)+max(room, 0))
	d.widths = widths
	return len(d.entries)
}

// measure gives the width of the widest text of every column.
func (d *dates) measure(c *canvas) (widths [dateColumns]int) {
	const most = 500 // rows that decide, so that a file with a date in every line opens at once; what is wider is cut
	for i := range min(len(d.entries), most) {
		for k, text := range d.entries[i].columns {
			widths[k] = max(widths[k], c.width(text, columnBase(k)))
		}
	}
	return widths
}

// columnBase gives the direction of a column's texts.
func columnBase(k int) bidi.Direction {
	switch k {
	case asISO:
		return bidi.LTR
	case weekday, otherCalendar:
		return bidi.RTL
	}
	return bidi.Auto
}

func (d *dates) row(m *Model, c *canvas, i, w int) {
	e := &d.entries[i]
	near := side(m.direction())
	var parts []func()
	for k, width := range d.widths {
		width = min(width, w)
		if width == 0 {
			continue
		}
		if k > 0 {
			parts = append(parts, func() { c.blank(gapBetween) })
			w -= gapBetween
		}
		w -= width
		paint := m.styles.plain
		if e.quiet || k == remark {
			paint = m.styles.dim
		}
		parts = append(parts, func() {
			c.text(e.columns[k], columnBase(k), term.Field{Width: width, Align: near, Paint: paint})
		})
	}
	parts = append(parts, func() { c.blank(w) })
	sided(m.words.RTL, parts)
}

func (d *dates) detail(i int) []string {
	var left []string
	for k, width := range d.widths {
		if text := d.entries[i].columns[k]; width == 0 && text != "" {
			left = append(left, text)
		}
	}
	return left
}

// enter goes to the date in the text.
func (d *dates) enter(m *Model, i int) tea.Cmd {
	if at := d.entries[i].at; at >= 0 && d.document == m.reader.document {
		m.sheet = nil
		m.reader.goTo(at)
	}
	return nil
}
