package ui

import (
	"cmp"
	"fmt"
	"path"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/story"
	"jarida/ui/bidi"
	"jarida/ui/settings"
	"jarida/ui/term"
)

// storyPage is the sheet that says why each article of a story is in it: the earliest first, then by day, whether the list has them or not.
type storyPage struct {
	list []reason
	wide int // columns of the longest relation
}

// reason is what an article has in common with an earlier one of its story.
type reason struct {
	doc      corpus.Doc
	title    string
	day      string
	relation string // with which, by its number on the page
	detail   string // the same, how much of the text, and from where it was taken; "" for the first
	words    string // that it shares with the first, "" for none
}

// storyMsg brings the page that was asked for by the request of that number.
type storyMsg struct {
	request int
	page    *storyPage
}

// showStory finds out why the articles are in the story of the one at hand. Each is compared with another, which takes a moment for many.
func (m *Model) showStory() tea.Cmd {
	e, ok := m.atHand()
	by := m.anyStories()
	switch {
	case !ok:
		m.notice = m.words.NoArticle
		return nil
	case (by == nil || by.Of(int32(e.Doc)) < 0) && m.storiesToCome():
		m.notice = m.words.StoriesLate
		return nil
	case by.Of(int32(e.Doc)) < 0:
		m.notice = m.words.NoStory
		return nil
	}
	m.searches++
	m.notice = m.words.Looking
	request, snap, words := m.searches, m.newest, m.words
	return func() tea.Msg {
		return storyMsg{request, &storyPage{list: reasonsOf(by, by.At(by.Of(int32(e.Doc))), snap, words)}}
	}
}

// storyCame shows a page, unless the reader has asked for something else since.
func (m *Model) storyCame(msg storyMsg) {
	if msg.request != m.searches || m.covered() {
		return
	}
	m.notice = ""
	m.openSheet(msg.page)
}

// reasonsOf says why each article is in a story. One that has the text of another is in it with that, whatever it has in common with the first.
func reasonsOf(by *story.Stories, of story.Story, s *corpus.Snapshot, w *settings.Words) (list []reason) {
	for _, doc := range of.Docs {
		at := s.Index(corpus.Doc(doc))
		if at < 0 {
			continue
		}
		e := s.At(at)
		r := reason{doc: e.Doc, title: cmp.Or(e.Title, path.Base(e.Path)), day: e.Date.ISO, relation: w.Earliest}
		for i := range list {
			if by.SameText(doc, int32(list[i].doc)) {
				r.compare(by, int32(list[i].doc), w.SameTextAs, i+1)
				break
			}
		}
		if r.detail == "" && len(list) > 0 {
			r.compare(by, int32(list[0].doc), w.SameEventAs, 1)
		}
		if from, ok := by.From(doc); ok && s.Index(corpus.Doc(from)) >= 0 {
			r.detail += " · " + w.TakenFrom + " " + isolated(oneLine(s.At(s.Index(corpus.Doc(from))).Source))
		}
		r.words = r.shared(by, list, w)
		list = append(list, r)
	}
	return list
}

// compare says what an article has in common with an earlier one, which has a number on the page.
func (r *reason) compare(by *story.Stories, other int32, as string, number int) {
	r.relation = as + " " + strconv.Itoa(number)
	r.detail = r.relation
	if p, ok := by.Pair(other, int32(r.doc)); ok && by.SameText(other, int32(r.doc)) {
		r.detail += fmt.Sprintf(" (%.0f%%)", 100*p.Containment)
	}
}

// shared gives the rarest words that the heads of an article and of the first one have, "" for none.
func (r *reason) shared(by *story.Stories, before []reason, w *settings.Words) string {
	const most = 8
	if len(before) == 0 {
		return ""
	}
	p, ok := by.Pair(int32(before[0].doc), int32(r.doc))
	if !ok || len(p.Shared) == 0 {
		return ""
	}
	words := p.Shared[:min(len(p.Shared), most)]
	return w.SharedWords + " " + isolated(oneLine(strings.Join(words, " · ")))
}

func (p *storyPage) heading(m *Model) string {
	return fmt.Sprintf("%s (%d)", m.words.StoryReasons, len(p.list))
}

func (p *storyPage) rtl(m *Model) bool { return m.rtl }

func (p *storyPage) hint(m *Model) string { return m.words.SheetHint }

func (p *storyPage) layOut(m *Model, _ int) int {
	p.wide = 0
	for i := range p.list {
		p.wide = max(p.wide, m.canvas.width(p.list[i].relation, m.direction()))
	}
	return len(p.list)
}

// row writes the number of an article, its title, what it has in common with another, and its day, as far as there is room.
func (p *storyPage) row(m *Model, c *canvas, i, w int) {
	r := &p.list[i]
	number := len(strconv.Itoa(len(p.list)))
	if w < number+1+fewLetters {
		number = 0
	}
	relation, day := p.wide, c.width(r.day, bidi.LTR)
	if 2*relation > w {
		relation = 0
	}
	if 4*day+relation > w {
		day = 0
	}
	between, beyond, behind := min(relation, gapBetween), min(day, gapBetween), min(number, 1)
	m.across(
		func() {
			c.text(strconv.Itoa(i+1), bidi.LTR, term.Field{Width: number, Align: m.farSide(), Paint: m.styles.meta})
		},
		func() { c.blank(behind) },
		func() {
			width := w - number - behind - between - relation - beyond - day
			c.text(r.title, bidi.Auto, term.Field{Width: width, Align: m.nearSide(), Paint: m.styles.plain})
		},
		func() { c.blank(between) },
		func() {
			c.text(r.relation, m.direction(), term.Field{Width: relation, Align: m.nearSide(), Paint: m.styles.key})
		},
		func() { c.blank(beyond) },
		func() { c.text(r.day, bidi.LTR, term.Field{Width: day, Paint: m.styles.meta}) },
	)
}

// detail says in the last row what an article has in common with another.
func (p *storyPage) detail(i int) []string {
	r := &p.list[i]
	switch {
	case r.detail == "":
		return nil
	case r.words == "":
		return []string{r.detail}
	}
	return []string{r.detail, r.words}
}

// enter opens the article.
func (p *storyPage) enter(m *Model, i int) tea.Cmd { return m.jump(target{doc: p.list[i].doc}) }

// anyStories gives the stories that there are of the newest snapshot, whether the list is grouped by them or not; nil for none yet.
func (m *Model) anyStories() *story.Stories {
	if m.filter.stories != nil {
		return m.filter.stories
	}
	return m.newest.Stories()
}

// storyChanged reports whether other things are to be said of the story of the open article than stand above it.
func (m *Model) storyChanged(s *corpus.Snapshot, d *document) bool {
	return !d.raw && s.StoryProgress().Done && storyFacts(s, d.doc, m.words) != d.story
}

// storyFacts says above a text in how many articles its story stands, and from where it was taken; "" for one that stands alone, and where that is
// not known yet.
func storyFacts(s *corpus.Snapshot, d corpus.Doc, w *settings.Words) string {
	by := s.Stories()
	if by == nil || !s.StoryProgress().Done {
		return ""
	}
	i := by.Of(int32(d))
	if i < 0 {
		return ""
	}
	of := by.At(i)
	facts := w.OnThisEvent
	if of.Kind == story.SameText {
		facts = w.WithThisText
	}
	facts = isolated(facts + " " + strconv.Itoa(len(of.Docs)))
	if from, ok := by.From(int32(d)); ok && s.Index(corpus.Doc(from)) >= 0 {
		facts += " · " + w.TakenFrom + " " + isolated(oneLine(s.At(s.Index(corpus.Doc(from))).Source))
	}
	return facts
}
