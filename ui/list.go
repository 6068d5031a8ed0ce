package ui

import (
	"iter"
	"path"
	"strings"

	"jarida/corpus"
	"jarida/corpus/search"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// list is the pane of titles: where its cursor stands in the newest snapshot, and which rows are on the screen.
type list struct {
	snap    *corpus.Snapshot
	rows    rows
	place   int // where the cursor stood in the snapshot before no row was left
	cursor  int // a row
	top     int
	h       int
	touched bool // the reader has moved the cursor or opened what it is on; until then it stays on the first row
	fresh   map[corpus.Doc]struct{}

	opened search.Set // articles whose stories are open
	turns  int        // how often that has changed
}

// remove takes entries out of the list. The next one comes under the cursor, in the same row of the screen.
func (l *list) remove(gone func(corpus.Doc) bool) {
	before, i := 0, 0
	place, cursor := l.at(l.cursor), l.position()
	r := l.rows.only(l.snap, func(d corpus.Doc) bool {
		kept := !gone(d)
		if kept && i < cursor {
			before++
		}
		i++
		return kept
	})
	n := l.count()
	l.rows, l.place = r, place
	if l.count() == n {
		return
	}
	l.stand(l.rows.rowOf(max(min(before, l.count()-1), 0)))
}

// stand moves the cursor to another row, which comes to where the old one is on the screen.
func (l *list) stand(row int) {
	n := l.length()
	l.top += row - l.cursor
	l.cursor = max(min(row, n-1), 0)
	l.top = scrollTop(max(min(l.top, n-l.h), 0), l.cursor, l.h, n)
}

// length gives the number of rows.
func (l *list) length() int {
	if l.rows.starts != nil {
		return len(l.rows.starts)
	}
	return l.count()
}

// count gives the number of articles.
func (l *list) count() int { return l.rows.count(l.snap) }

// position gives where the article under the cursor stands among the articles.
func (l *list) position() int {
	if l.cursor >= l.length() {
		return l.cursor
	}
	return l.rows.start(l.cursor)
}

// at gives the place in the snapshot of the i-th row: of its first article.
func (l *list) at(i int) int {
	if i < l.length() {
		return l.rows.place(l.rows.start(i))
	}
	if l.rows.some {
		return l.place
	}
	return i
}

// docAt gives the article at a position.
func (l *list) docAt(position int) corpus.Doc { return l.snap.DocAt(l.rows.place(position)) }

// covered gives the positions that a row stands for: those of a whole story where it is closed.
func (l *list) covered(row int) (from, to int) {
	return l.rows.start(row), l.rows.behind(row, l.count())
}

// covers gives the articles that a row stands for.
func (l *list) covers(row int) iter.Seq[corpus.Doc] {
	return func(yield func(corpus.Doc) bool) {
		for p, to := l.covered(row); p < to; p++ {
			if !yield(l.docAt(p)) {
				return
			}
		}
	}
}

// find gives the position of an article, -1 where the list does not hold it.
func (l *list) find(d corpus.Doc) int {
	place := l.snap.Index(d)
	if place < 0 {
		return -1
	}
	if position, exact := l.rows.position(place, 0); exact {
		return position
	}
	return -1
}

// reveal gives the row of an article at a position. Where it is in a closed story that is opened.
func (l *list) reveal(position int) (row int) {
	row = l.rows.rowOf(position)
	if l.rows.start(row) != position {
		l.unfold(l.rows.clusters.at(position), true)
		row = l.rows.rowOf(position)
	}
	return row
}

// alone gives the article on whose row of its own the reader has put the cursor, below 0 for none.
func (l *list) alone() corpus.Doc {
	if !l.touched || l.cursor >= l.length() {
		return -1
	}
	from, to := l.covered(l.cursor)
	if to-from > 1 {
		return -1
	}
	return l.docAt(from)
}

// standAlone opens the story under the cursor where it is closed and begins with an article that had the row for itself: one article does not
// become several under the reader's hands, for what he is about to decide would be about all of them.
func (l *list) standAlone(d corpus.Doc) {
	if d < 0 || l.cursor >= l.length() {
		return
	}
	if from, to := l.covered(l.cursor); to-from > 1 && l.docAt(from) == d {
		l.unfold(l.rows.clusters.at(from), true)
	}
}

// unfold opens the i-th of the clusters, or closes it.
func (l *list) unfold(i int, open bool) {
	k := l.rows.clusters[i]
	l.rows.unfold(i, open)
	l.turns++
	var docs search.Set
	for p := int(k.from); p < int(k.to); p++ {
		docs = docs.With(int32(l.docAt(p)))
	}
	if open {
		l.opened = plus(l.opened, docs)
		return
	}
	if whole := l.rows.stories.Of(int32(l.docAt(int(k.from)))); whole >= 0 { // with those of its articles that are not in the list
		for _, d := range l.rows.stories.At(whole).Docs {
			docs = docs.With(d)
		}
	}
	l.opened = minus(l.opened, docs)
}

// selected gives the entry under the cursor; of a closed story it is the first.
func (l *list) selected() (corpus.Entry, bool) {
	if l.cursor >= l.length() {
		return corpus.Entry{}, false
	}
	return l.snap.At(l.at(l.cursor)), true
}

// resize sets the rows of the pane and keeps the cursor on the screen.
func (l *list) resize(h int) {
	l.h = h
	l.top = scrollTop(l.top, l.cursor, h, l.length())
}

// moveTo puts the cursor on the i-th row, or the nearest there is.
func (l *list) moveTo(i int) {
	l.touched = true
	l.cursor = max(min(i, l.length()-1), 0)
	l.top = scrollTop(l.top, l.cursor, l.h, l.length())
	l.see()
}

// adopt swaps to a newer snapshot. What was selected stays selected, in the same row of the screen, the next one where it is gone: where it
// has come into a closed story, that is opened. Until everything is read an untouched list stays at the first row; what comes later never
// moves what is on the screen.
func (l *list) adopt(s *corpus.Snapshot, r rows) {
	place, position, stays := 0, 0, true
	if l.touched || l.snap.Progress().Done {
		was := l.at(l.cursor)
		place = s.After(l.snap, was)
		position = l.position()
		switch {
		case (l.rows.stories != nil || r.stories != nil) && l.length() > 0:
			position, stays = l.nearest(s, &r)
		case !r.sorted() || was < l.snap.Len() && s.Index(l.snap.DocAt(was)) >= 0:
			position, stays = r.position(place, position)
		}
	}
	l.note(s)
	l.snap, l.rows, l.place = s, r, place
	position = max(min(position, l.count()-1), 0)
	if l.count() > 0 && stays {
		l.stand(l.reveal(position))
	} else {
		l.stand(l.rows.rowOf(position))
	}
}

// nearest gives the position in newer rows of the article under the cursor, else of the next one that they have, else of the one before it.
func (l *list) nearest(s *corpus.Snapshot, r *rows) (position int, same bool) {
	began := l.position()
	find := func(p int) (int, bool) {
		place := s.Index(l.docAt(p))
		if place < 0 {
			return 0, false
		}
		return r.position(place, 0)
	}
	for p := began; p < l.count(); p++ {
		if position, ok := find(p); ok {
			return position, p == began
		}
	}
	for p := began - 1; p >= 0; p-- {
		if position, ok := find(p); ok {
			return position, false
		}
	}
	return 0, false
}

// listRow writes the row of the list on the i-th row of the screen.
func (m *Model) listRow(c *canvas, i int) {
	l, w := &m.list, m.frame.list.w
	i += l.top
	if i >= l.length() {
		c.blank(w)
		return
	}
	e, state := l.snap.At(l.at(i)), m.rowState(i)
	if w < 2*barWidth {
		c.blank(w - max(w-1, 1))
		m.titleField(c, e, state.unread, max(w-1, 1))
		return
	}
	facts, meta := m.meta(c, e, w)
	inStory := m.inStory(i)
	gap, part, marks, branch, number := min(meta, gapBetween), partWidth(e, w), m.markWidth(w), inStory.branchWidth(w), inStory.numberWidth(w)
	m.across(
		func() { m.bar(c, i == l.cursor, m.focus == listPane, state.ticked) },
		func() { m.stateMarks(c, state, marks) },
		func() { m.branch(c, inStory, branch) },
		func() { m.partMark(c, part) },
		func() { m.titleField(c, e, state.unread, w-barWidth-marks-branch-part-number-gap-meta-1) },
		func() { m.storyNumber(c, inStory, number) },
		func() { c.blank(gap) },
		func() {
			c.text(facts, m.base(), term.Field{Width: meta, Align: m.farSide(), Paint: m.styles.meta})
		},
		func() { c.blank(1) },
	)
}

// across writes the parts of a row from the side where the list stands.
func (m *Model) across(parts ...func()) {
	sided(m.rtl, parts)
}

// barWidth is the width of the mark of the selected row. Only these cells change when the selection moves.
const barWidth = 2

// bar writes the mark at the outer edge of a row: thick in the pane that has the keys, thin in the others. A tick takes the inner cell.
func (m *Model) bar(c *canvas, selected, focused, ticked bool) {
	outer, inner := " ", " "
	switch {
	case selected && focused && m.rtl:
		outer, inner = "█", "▐"
	case selected && focused:
		outer, inner = "█", "▌"
	case selected && m.rtl:
		outer = "▐"
	case selected:
		outer = "▌"
	}
	if ticked && !m.options.Plain {
		inner = tickMark
	}
	switch {
	case !selected && !ticked:
		c.blank(barWidth)
	case m.rtl:
		c.glyphs(inner+outer, m.styles.bar)
	default:
		c.glyphs(outer+inner, m.styles.bar)
	}
}

// partWidth gives the columns of the mark of an entry that is a further part of its file: it has one where there is room for a
// few letters beside it.
func partWidth(e corpus.Entry, w int) int {
	const mark, few = 2, 8
	if e.Part < 2 || w < barWidth+mark+few {
		return 0
	}
	return mark
}

// partMark writes the mark of a further part.
func (m *Model) partMark(c *canvas, w int) {
	switch {
	case w == 0:
	case m.rtl:
		c.glyphs(" ┘", m.styles.dim)
	default:
		c.glyphs("└ ", m.styles.dim)
	}
}

// titleField writes the title of an entry, or what stands for it, of one that is unread with more weight.
func (m *Model) titleField(c *canvas, e corpus.Entry, unread bool, w int) {
	text, p, base := e.Title, m.styles.plain, bidi.Auto
	switch {
	case e.Failed: // the name of the file begins a sentence of the interface
		base = m.direction()
		text, p = "! "+path.Base(e.Path)+": "+m.words.Report(e.Problem), m.styles.warn
	case text == "":
		text, p = path.Base(e.Path), m.styles.dim
	case unread:
		p = m.styles.unread
	}
	c.text(text, base, term.Field{Width: w, Align: m.nearSide(), Paint: p})
}

// meta gives what a row says beside the title, and its columns: date, source, byline and section, as many of them as leave most of
// the row to the title. The time of a file is never shown as the date of an article. The date comes first: behind an Arabic word its
// parts would change places (UAX #9 W2).
func (m *Model) meta(c *canvas, e corpus.Entry, w int) (facts string, width int) {
	const room = 40 // columns of a row in which a title of 24 and a date of ten stand side by side
	if w < room {
		return "", 0
	}
	source, byline := e.Source, e.Byline
	if strings.Contains(byline, source) {
		source, byline = byline, source // the longer one first: where it fits, it says both
	}
	for _, fact := range [...]string{e.Date.ISO, source, byline, e.Section} {
		if fact == "" || strings.Contains(facts, fact) {
			continue
		}
		longer := fact
		if facts != "" {
			longer = facts + " · " + fact
		}
		if columns := c.width(longer, m.base()); columns <= w*2/5 {
			facts, width = longer, columns
		}
	}
	return facts, width
}

// base is the direction of rows that have no direction of their own.
func (m *Model) base() bidi.Direction {
	if m.rtl {
		return bidi.RTL
	}
	return bidi.LTR
}

// nearSide is the side at which reading of a row begins.
func (m *Model) nearSide() term.Align {
	if m.rtl {
		return term.Right
	}
	return term.Left
}

func (m *Model) farSide() term.Align {
	if m.rtl {
		return term.Left
	}
	return term.Right
}
