package ui

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"jarida/corpus"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// draw gives the whole screen: m.h rows of m.w cells.
func (m *Model) draw() string {
	if m.w <= 0 || m.h <= 0 {
		return ""
	}
	rows := make([]string, 0, m.h)
	c := &m.canvas
	emit := func() {
		rows = append(rows, c.row())
		c.begin()
	}
	c.begin()
	c.edge = true
	switch {
	case m.finder != nil:
		rows = m.finderRows(c)
		c.begin()
		c.edge = true
	case m.help != nil:
		m.helpRows(c, emit)
	case m.sheet != nil:
		m.sheetRows(c, emit)
	case m.list.snap.Len() == 0 && !m.gone():
		m.emptyRows(c, emit)
	default:
		rows = m.paneRows(c)
		c.begin()
		c.edge = true
	}
	m.overPanes(c, rows)
	if (m.finder != nil || m.help == nil && m.sheet == nil) && m.frame.status {
		m.statusRow(c)
		emit()
	}
	return strings.Join(rows, "\n")
}

// paneRows gives the rows of the panes, joined row by row.
func (m *Model) paneRows(c *canvas) []string {
	f := &m.frame
	var rows []string
	border := m.styles.border.On + "│" + m.styles.border.Off
	for _, p := range f.order {
		b := f.box(p)
		next := collect(c, b, func(emit func()) {
			switch p {
			case listPane:
				m.listPaneRows(c, emit)
			case textPane:
				m.readerRows(c, emit)
			case entityPane:
				m.entityRows(c, emit)
			}
		})
		if rows == nil {
			rows = next
			continue
		}
		for i := range rows {
			rows[i] += border + next[i]
		}
	}
	return rows
}

// listPaneRows writes the list, below its conditions.
func (m *Model) listPaneRows(c *canvas, emit func()) {
	b := &m.frame.list
	if m.filter.narrowed() && b.h > 0 {
		m.conditionRow(c, b.w)
		emit()
	}
	for i := range m.list.h {
		if m.list.length() == 0 {
			m.emptyRow(c, i)
		} else {
			m.listRow(c, i)
		}
		emit()
	}
}

// emptyRow writes the i-th row of a list without articles: why there are none.
func (m *Model) emptyRow(c *canvas, i int) {
	w := m.frame.list.w
	lines := c.lay.Layout(m.emptyList(), 0, bidi.Options{Width: max(w-2, 1), Base: m.direction(), KeepTashkeel: c.tashkeel})
	if i >= len(lines) || w <= 2 {
		c.blank(w)
		return
	}
	c.blank(1)
	c.line(&lines[i], term.Field{Width: w - 2, Align: m.nearSide(), Paint: m.styles.dim})
	c.blank(1)
}

// collect gives the rows of a pane that write emits.
func collect(c *canvas, b box, write func(emit func())) []string {
	rows := make([]string, 0, b.h)
	c.begin()
	c.edge = b.x == 0
	write(func() {
		rows = append(rows, c.row())
		c.begin()
	})
	return rows
}

// sided writes the parts of a row from the side where reading begins.
func sided(rtl bool, parts []func()) {
	if rtl {
		slices.Reverse(parts)
	}
	for _, write := range parts {
		write()
	}
}

// emptyRows says that there is nothing to show, and why.
func (m *Model) emptyRows(c *canvas, emit func()) {
	rows := m.h
	if m.frame.status {
		rows--
	}
	text := m.words.Empty
	if !m.list.snap.Progress().Done {
		text = m.words.Reading
	}
	for i := range rows {
		if i == rows/2 {
			c.blank(1)
			c.text(text, m.direction(), term.Field{Width: m.w - 1, Align: term.Centre})
		} else {
			c.blank(m.w)
		}
		emit()
	}
}

// statusRow writes the last row: where one is, and what goes on.
func (m *Model) statusRow(c *canvas) {
	switch {
	case m.finder != nil:
		m.finderStatus(c)
		return
	case m.prompt != nil:
		m.promptRow(c, m.prompt)
		return
	}
	s := &m.styles
	near := []segment{{text: m.position(), paint: s.key}}
	if n := m.ticks.Len(); n > 0 {
		near = append(near, segment{text: fmt.Sprintf("%s %d", m.words.Ticked, n), paint: s.key})
	}
	if progress := m.listProgress(); progress != "" && m.filter.query != nil { // the list is not all that will be found
		near = append(near, segment{text: progress, paint: s.status})
	}
	needed := len(near)
	if hits := m.countHits(); hits != "" && m.focus == textPane {
		near = append(near, segment{text: hits, paint: s.key})
	}
	if label := m.viewLabel(); label != "" {
		near = append(near, segment{text: label, paint: s.key})
	}
	near = append(near, segment{text: m.options.Title, paint: s.status})
	if m.raw {
		near = append(near, segment{text: m.words.Raw, paint: s.warn})
	}
	if m.gone() {
		near = append(near, segment{text: m.words.Deleted, paint: s.warn})
	}
	if n := len(m.list.fresh); n > 0 {
		near = append(near, segment{text: fmt.Sprintf("%s %d", m.words.New, n), paint: s.status})
	}
	var far []segment
	p := m.list.snap.Progress()
	switch {
	case m.notice != "":
		far = m.said()
	case !p.Done:
		far = append(far, segment{text: fmt.Sprintf("%s %d/%d", m.words.Reading, p.Read, p.Files), paint: s.status})
	default:
		far = append(far, m.problems(p)...)
		far = append(far, segment{text: m.words.HelpKey, paint: s.status})
	}
	c.facts(m.w, m.rtl, m.besideNotice(c, near, needed), far)
}

// besideNotice gives as many of the facts as leave room for the notice, which tells what a key did and to how many articles. The first ones, which are
// needed, stay in any case.
func (m *Model) besideNotice(c *canvas, facts []segment, needed int) []segment {
	if m.notice == "" {
		return facts
	}
	room := m.w - 2 - c.width(m.notice, bidi.Auto)
	for i, f := range facts {
		if room -= c.width(f.text, bidi.Auto) + gapBetween; room < 0 && i >= needed {
			return facts[:i]
		}
	}
	return facts
}

// said gives the notice of the last key.
func (m *Model) said() []segment {
	if m.notice == "" {
		return nil
	}
	return []segment{{text: m.notice, paint: m.styles.key}}
}

// position says where the reader is: in the list at which article, in the text how far it has been read.
func (m *Model) position() string {
	if m.focus == textPane && m.reader.document != nil {
		return fmt.Sprintf("%d%%", m.reader.progress())
	}
	if m.focus == entityPane {
		return fmt.Sprintf("%d/%d", min(m.pane.cursor+1, len(m.pane.rows)), len(m.pane.rows))
	}
	if m.list.length() == 0 {
		return "0/0"
	}
	return fraction(m.list.position()+1, m.list.count())
}

// problems says what could not be read or was left out.
func (m *Model) problems(p corpus.Progress) []segment {
	var out []segment
	warnings := m.list.snap.Warnings()
	switch len(warnings) {
	case 0:
	case 1:
		out = append(out, segment{text: m.words.Report(warnings[0]), paint: m.styles.warn})
	default:
		out = append(out, segment{text: fmt.Sprintf("%s %d", m.words.WarningCount, len(warnings)), paint: m.styles.warn})
	}
	if p.Failed > 0 {
		out = append(out, segment{text: fmt.Sprintf("%s %d", m.words.Failed, p.Failed), paint: m.styles.warn})
	}
	if len(out) > 0 {
		out = append(out, segment{text: m.words.WarningsKey, paint: m.styles.status})
	}
	if p.Skipped > 0 {
		out = append(out, segment{text: fmt.Sprintf("%s %d", m.words.Skipped, p.Skipped), paint: m.styles.status})
	}
	return out
}

// windowTitle names the open article for the terminal's window. Titles are of the outside: no control, no direction mark.
func (m *Model) windowTitle() string {
	const longest = 120 // runes; more than any title bar shows
	title := m.options.Title
	if d := m.reader.document; d != nil && m.focus == textPane && d.title != "" {
		title = d.title
	}
	const joiner, nonJoiner = '\u200D', '\u200C' // they are part of how Persian and Arabic words are spelled
	clean := make([]rune, 0, longest)
	for _, r := range title {
		if len(clean) == longest {
			break
		}
		if r == joiner || r == nonJoiner || unicode.IsPrint(r) && !unicode.Is(unicode.Bidi_Control, r) {
			clean = append(clean, r)
		}
	}
	return strings.TrimPrefix(string(clean)+" – jarida", " – ")
}

// entry finds an article by its number.
func (m *Model) entry(d corpus.Doc) (corpus.Entry, bool) {
	i := m.list.snap.Index(d)
	if i < 0 {
		return corpus.Entry{}, false
	}
	return m.list.snap.At(i), true
}
