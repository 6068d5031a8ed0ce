package ui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/story"
	"jarida/ui/bidi"
	"jarida/ui/settings"
	"jarida/ui/term"
)

// In the list the articles of a story are one row until it is opened. Stories come behind the list, when all texts have been compared: rows are
// brought together once then, and again when files change, not while the comparison goes on.

// storiesOf gives the stories by which the articles of a snapshot are grouped: as long as its own are not complete, those that were before.
func (m *Model) storiesOf(s *corpus.Snapshot) *story.Stories {
	switch {
	case !m.options.Stories:
		return nil
	case !s.StoryProgress().Done:
		return m.filter.stories
	case s.Stories().Len() == 0:
		return nil
	}
	return s.Stories()
}

// group makes the list follow the stories of the newest snapshot.
func (m *Model) group() { m.filter.stories = m.storiesOf(m.newest) }

// setStories brings the articles of each story together, or no longer.
func (m *Model) setStories(value string) tea.Cmd {
	m.options.Stories = value == settings.On
	if e, ok := m.list.selected(); ok && !m.options.Stories {
		m.filter.goal = e.Doc
	}
	m.group()
	return m.filterAnew()
}

// storiesState says whether the articles of each story are together.
func (m *Model) storiesState() string {
	if m.options.Stories {
		return settings.On
	}
	return settings.Off
}

// toggleStory opens the story under the cursor, or closes it: then the cursor goes to its row.
func (m *Model) toggleStory() tea.Cmd {
	l := &m.list
	i := -1
	if l.length() > 0 {
		i = l.rows.clusters.at(l.position())
	}
	if i < 0 {
		m.notice = m.noRows()
		return nil
	}
	k := l.rows.clusters[i]
	row := l.rows.rowOf(int(k.from))
	l.unfold(i, !k.open)
	if k.open {
		return m.moveList(row)
	}
	last := row + int(k.to-k.from) - 1
	l.top = max(l.top, min(last-l.h+1, row)) // as much of it as there is room for
	return m.moveList(row)
}

// noRows says why the article under the cursor is not in a row with others of its story.
func (m *Model) noRows() string {
	e, ok := m.list.selected()
	switch by := m.anyStories(); {
	case !ok:
		return m.words.NoArticle
	case m.storiesToCome():
		return m.words.StoriesLate
	case m.filter.stories == nil && by.Of(int32(e.Doc)) >= 0:
		return m.words.StoriesOff
	}
	return m.words.NoStory
}

// storiesToCome reports whether it is not known of every article yet in which story it is.
func (m *Model) storiesToCome() bool { return !m.newest.StoryProgress().Done }

// inStory is what a row of the list shows of a story.
type inStory struct {
	others int  // how many more articles its row stands for, or has below it; 0 where it does not begin a story
	open   bool // they are below it
	within bool // it is one of these
	last   bool // of them the last
	same   bool // its text is that of the article on the row of the story
}

// inStory says what the i-th row shows of a story.
func (m *Model) inStory(i int) inStory {
	r := &m.list.rows
	position := r.start(i)
	g := r.clusters.at(position)
	if g < 0 {
		return inStory{}
	}
	k := r.clusters[g]
	if position == int(k.from) {
		return inStory{others: int(k.to-k.from) - 1, open: k.open}
	}
	same := r.stories.SameText(int32(m.list.docAt(position)), int32(m.list.docAt(int(k.from))))
	return inStory{within: true, last: position+1 == int(k.to), same: same}
}

// fewLetters is the fewest columns of a title beside which there is room for a mark.
const fewLetters = 8

// number gives how many articles a story has beside the one of its row: behind a plus where it can be opened, a minus where it is open.
func (s inStory) number() string {
	switch {
	case s.others == 0:
		return ""
	case s.open:
		return "-" + strconv.Itoa(s.others)
	}
	return "+" + strconv.Itoa(s.others)
}

// numberWidth gives the columns of that in a row of w, with a blank before it; none where there is no room.
func (s inStory) numberWidth(w int) int {
	columns := 1 + len(s.number())
	if columns == 1 || w < barWidth+columns+fewLetters {
		return 0
	}
	return columns
}

// storyNumber writes how many more articles a story has. The sign stands before the number in the direction of its digits, as it is written with
// them (CLDR: of Latin digits at the left, of Arabic ones at the right).
func (m *Model) storyNumber(c *canvas, s inStory, w int) {
	if w == 0 {
		return
	}
	base := bidi.LTR
	if c.digits == bidi.ArabicDigits {
		base = bidi.RTL
	}
	m.across(
		func() { c.blank(1) },
		func() { c.text(s.number(), base, term.Field{Width: w - 1, Paint: m.styles.meta}) },
	)
}

// onNumber reports whether a column of the pane shows the number of the story of the i-th row.
func (m *Model) onNumber(i, column int) bool {
	w := m.frame.list.w
	width := m.inStory(i).numberWidth(w)
	if width == 0 {
		return false
	}
	if m.rtl {
		column = w - 1 - column
	}
	_, meta := m.meta(&m.canvas, m.list.snap.At(m.list.at(i)), w)
	end := w - 1 - meta - min(meta, gapBetween)
	return column >= end-width && column < end
}

// branchWidth gives the columns of the mark of an article below the row of its story.
func (s inStory) branchWidth(w int) int {
	const mark = 3
	if !s.within || w < barWidth+mark+fewLetters {
		return 0
	}
	return mark
}

// branch writes the mark of an article below the row of its story: a line that leads to it, and whether it has the text of the article there.
func (m *Model) branch(c *canvas, s inStory, w int) {
	if w == 0 {
		return
	}
	text := " "
	if s.same {
		text = sameMark
	}
	line := "├"
	switch {
	case m.rtl && s.last:
		line = "┘"
	case m.rtl:
		line = "┤"
	case s.last:
		line = "└"
	}
	if m.rtl {
		c.glyphs(" "+text+line, m.styles.dim)
		return
	}
	c.glyphs(line+text+" ", m.styles.dim)
}
