package ui

import (
	"fmt"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/corpus/story"
	"jarida/corpus/timeline"
	"jarida/ui/settings"
)

// days is the sheet of the folder by day, the newest first: of the days on which articles were published, or of those that they mention. It is
// made in the background, anew when more is known; what leads a day is found for the rows on the screen.
type days struct {
	words     *settings.Words
	mentioned bool // the days are those that the articles mention
	made      madeDays
	rows      []dayRow
	facts     map[string]*dayFacts // by date: what is known of the days in this order
	most      int                  // articles of the day that has most
	busy      bool                 // facts are being found
	columns   dayColumns
}

// madeDays is a timeline and what it was made of.
type madeDays struct {
	snap    *corpus.Snapshot
	line    *timeline.Timeline
	index   *entity.Index
	stories *story.Stories
	dated   bool // all mentioned days are known
}

// dayRow is a row of the sheet: a day, or what lies between two.
type dayRow struct {
	timeline.Entry

	gap int // days without articles; 0: it is a day
}

// dayFacts is what a day was about.
type dayFacts struct {
	names []leading
	title string // of the story that most of its articles tell, or of its only article
	told  int    // by so many
	stale bool   // there is a newer timeline
}

// leading is an entity that leads a day, and the number of articles.
type leading struct {
	name     string
	articles int
}

// daysMsg brings a timeline that was asked for by the request of that number.
type daysMsg struct {
	request int
	made    madeDays
}

// dayFactsMsg brings what some days were about.
type dayFactsMsg struct {
	sheet *days
	line  *timeline.Timeline // that they are of
	facts map[string]*dayFacts
	in    bool // of the days as they are mentioned
}

// showTimeline lays the folder by day over the panes.
func (m *Model) showTimeline() tea.Cmd {
	m.notice = m.words.Looking
	return m.makeDays()
}

// makeDays makes a timeline of the newest snapshot.
func (m *Model) makeDays() tea.Cmd {
	m.timelines++
	request, made := m.timelines, m.daysNow()
	return func() tea.Msg {
		made.line = made.snap.Timeline()
		return daysMsg{request, made}
	}
}

// daysNow gives what a timeline would be made of now.
func (m *Model) daysNow() madeDays {
	made := madeDays{snap: m.newest, stories: m.newest.Stories(), dated: m.newest.DateProgress().Done}
	if m.names != nil {
		made.index = m.names.Entities(m.newest)
	}
	return made
}

// daysCame shows a timeline: on the sheet that is open, or on one of its own.
func (m *Model) daysCame(msg daysMsg) tea.Cmd {
	if msg.request != m.timelines {
		return nil
	}
	if d, open := m.daySheet(); open {
		d.adopt(m, msg.made)
		return m.daysNews()
	}
	if m.covered() {
		return nil // the reader has gone on
	}
	if m.notice == m.words.Looking {
		m.notice = ""
	}
	d := &days{words: m.words, facts: map[string]*dayFacts{}}
	d.made = msg.made
	if d.arrange(); len(d.rows) == 0 {
		d.mentioned = true
		d.arrange()
	}
	if len(d.rows) == 0 {
		m.notice = m.words.NoDays
		return nil
	}
	m.openSheet(d)
	return m.daysNews()
}

// daySheet gives the sheet of days, if it is open.
func (m *Model) daySheet() (*days, bool) {
	if m.sheet == nil {
		return nil, false
	}
	d, ok := m.sheet.content.(*days)
	return d, ok
}

// daysNews makes the days that are shown follow what has become known since.
func (m *Model) daysNews() tea.Cmd {
	d, open := m.daySheet()
	if !open {
		return nil
	}
	old, now := &d.made, m.daysNow()
	if old.snap.Order() == now.snap.Order() && old.index == now.index && old.stories == now.stories && old.dated == now.dated {
		return nil
	}
	return m.makeDays()
}

// adopt takes another timeline. The cursor stays on its day, and what was known of the days is shown until more is.
func (d *days) adopt(m *Model, made madeDays) {
	d.made = made
	for _, f := range d.facts {
		f.stale = true
	}
	d.rearrange(m)
}

// rearrange makes the rows anew, with the cursor on the day that it was on, else on the nearest before it.
func (d *days) rearrange(m *Model) {
	s := m.sheet
	date := ""
	if s.cursor < len(d.rows) {
		date = d.rows[s.cursor].Date
	}
	before := s.cursor
	d.arrange()
	s.resize(m, m.w, m.h)
	if i := slices.IndexFunc(d.rows, func(r dayRow) bool { return r.gap == 0 && r.Date <= date }); i >= 0 {
		s.top += i - before
		s.moveTo(i)
	}
}

// turnDays shows the days that are mentioned instead of those on which articles were published, or the other way round.
func (m *Model) turnDays() {
	if d, open := m.daySheet(); open {
		d.mentioned = !d.mentioned
		d.facts = map[string]*dayFacts{}
		d.rearrange(m)
	}
}

// of gives the articles that a day has in this order.
func (d *days) of(e *timeline.Entry) []int32 {
	if d.mentioned {
		return e.Mentioned
	}
	return e.Published
}

// arrange makes the rows. Days on which nothing was published are one row; those that nobody mentions are nothing to be told of.
func (d *days) arrange() {
	d.rows, d.most = nil, 0
	t := d.made.line
	var last *timeline.Entry // the day above
	for i := t.Len() - 1; i >= 0; i-- {
		e := t.At(i)
		n := len(d.of(&e))
		if n == 0 {
			continue
		}
		if day := len(e.Date) == len("2026-01-16"); day && !d.mentioned {
			if last != nil && last.First-e.First > 1 {
				d.rows = append(d.rows, dayRow{Entry: timeline.Entry{Date: (last.First - 1).String()}, gap: int(last.First-e.First) - 1})
			}
			last = &e
		}
		d.rows = append(d.rows, dayRow{Entry: e})
		d.most = max(d.most, n)
	}
}

// fillDays finds what the days on the screen were about, a few at a time, and those of the next page.
func (m *Model) fillDays() tea.Cmd {
	d, open := m.daySheet()
	if !open || d.busy || len(d.rows) == 0 {
		return nil
	}
	todo := d.unknown(m.sheet)
	if len(todo) == 0 {
		return nil
	}
	d.busy = true
	made := d.made
	msg := dayFactsMsg{sheet: d, line: made.line, facts: map[string]*dayFacts{}, in: d.mentioned}
	docs := make([][]int32, len(todo))
	for i := range todo {
		docs[i] = d.of(&todo[i])
	}
	return func() tea.Msg {
		for i := range todo {
			msg.facts[todo[i].Date] = made.about(docs[i])
		}
		return msg
	}
}

// unknown gives some of the days on the screen and on the next page of which it is not known what they were about, first the one under the cursor.
func (d *days) unknown(s *sheet) (todo []timeline.Entry) {
	const few = 8 // days: one may have thousands of articles
	missing := func(i int) bool {
		r := &d.rows[i]
		return r.gap == 0 && (d.facts[r.Date] == nil || d.facts[r.Date].stale)
	}
	if missing(s.cursor) {
		todo = append(todo, d.rows[s.cursor].Entry)
	}
	for i := s.top; i < min(s.top+2*s.h, len(d.rows)) && len(todo) < few; i++ {
		if i != s.cursor && missing(i) {
			todo = append(todo, d.rows[i].Entry)
		}
	}
	return todo
}

// about finds what some articles of a day are about.
func (made *madeDays) about(docs []int32) *dayFacts {
	const most = 8 // names: more than a row has room for
	f := &dayFacts{}
	for _, l := range made.line.Leading(made.index, docs, most) {
		f.names = append(f.names, leading{made.index.Name(l.Entity), l.Articles})
	}
	lead := docs[0]
	if told := timeline.Stories(made.stories, docs, 1); len(told) > 0 {
		story := made.stories.At(told[0].Story)
		lead, f.told = story.Leader(), told[0].Articles
	} else if len(docs) > 1 {
		return f
	}
	if i := made.snap.Index(corpus.Doc(lead)); i >= 0 {
		f.title = titleOf(made.snap.At(i))
	}
	return f
}

// dayFactsCame shows what days were about, unless others are asked for by now.
func (m *Model) dayFactsCame(msg dayFactsMsg) {
	d := msg.sheet
	d.busy = false
	if d.made.line != msg.line || d.mentioned != msg.in {
		return
	}
	maps.Copy(d.facts, msg.facts)
}

// enter lists the articles of the day.
func (d *days) enter(m *Model, i int) tea.Cmd {
	r := &d.rows[i]
	if r.gap > 0 {
		return nil
	}
	m.sheet = nil
	if d.mentioned {
		return m.listQuery("mentions:" + r.Date)
	}
	return m.listQuery("date:" + r.Date)
}

func (d *days) heading(m *Model) string {
	title := d.words.Timeline
	if d.mentioned {
		title = d.words.MentionedDays
	}
	days := 0
	for i := range d.rows {
		if d.rows[i].gap == 0 {
			days++
		}
	}
	title = fmt.Sprintf("%s (%d)", title, days)
	if _, undated := d.made.line.Articles(); undated > 0 && !d.mentioned {
		title += fmt.Sprintf(" · %s %d", d.words.Undated, undated)
	}
	if progress := m.daysProgress(d.mentioned); progress != "" {
		title += " · " + d.words.Looking + " " + progress
	}
	return title
}

// daysProgress says in how many articles was looked for what the sheet shows, "" when in all.
func (m *Model) daysProgress(mentioned bool) string {
	if m.names != nil {
		if p := m.names.Progress(m.newest); !p.Done {
			return fraction(p.Read, p.Articles)
		}
	}
	if p := m.newest.StoryProgress(); p.Read > 0 && !p.Done {
		return fraction(p.Read, p.Articles)
	}
	if p := m.newest.DateProgress(); mentioned && !p.Done {
		return fraction(p.Read, p.Articles)
	}
	return ""
}
