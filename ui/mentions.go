package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/entity"
	"jarida/ui/bidi"
	"jarida/ui/term"
)

// mentions is the sheet of all mentions of an entity, each on a line in its words, in the order of the list.
type mentions struct {
	name  string
	snap  *corpus.Snapshot
	list  []mentioning
	width int
}

// mentioning is one mention in an article.
type mentioning struct {
	doc        corpus.Doc
	start, end int32
}

// mentionsMsg brings the mentions that were asked for by the request of that number.
type mentionsMsg struct {
	request  int
	mentions *mentions
}

// showContext looks for the mentions of an entity in the articles of the list. Many articles take a while.
func (m *Model) showContext(t ticked) tea.Cmd {
	id, ok := m.pane.index.Spelled(t.entity)
	if !ok {
		return nil
	}
	m.searches++
	m.notice = m.words.Looking
	request, x, snap := m.searches, m.pane.index, m.list.snap
	kept := m.keptDocs()
	return func() tea.Msg {
		return mentionsMsg{request, &mentions{name: t.name, snap: snap, list: findMentions(x, id, snap, kept)}}
	}
}

// keptDocs gives which articles the conditions of the list leave, nil for all.
func (m *Model) keptDocs() []int32 {
	if !m.list.rows.some {
		return nil
	}
	return m.list.rows.places
}

// findMentions gives the mentions of an entity outside of repeats, in the order of a list whose rows are places of the snapshot; nil
// stands for all.
func findMentions(x *entity.Index, id entity.ID, s *corpus.Snapshot, rows []int32) []mentioning {
	docs := map[corpus.Doc]bool{}
	for _, d := range x.Articles(id) {
		docs[corpus.Doc(d)] = true
	}
	var all []mentioning
	look := func(place int) {
		doc := s.DocAt(place)
		if !docs[doc] {
			return
		}
		for _, r := range x.Mentions(int32(doc)) {
			if r.Entity == id && !r.Repeat {
				all = append(all, mentioning{doc, int32(r.Start), int32(r.End)})
			}
		}
	}
	if rows == nil {
		for place := range s.Len() {
			look(place)
		}
		return all
	}
	for _, place := range rows {
		look(int(place))
	}
	return all
}

// mentionsCame shows mentions, unless the reader has asked for something else since.
func (m *Model) mentionsCame(msg mentionsMsg) {
	switch {
	case msg.request != m.searches || m.covered():
	case len(msg.mentions.list) == 0:
		m.notice = m.words.NoMentions
	default:
		m.notice = ""
		m.openSheet(msg.mentions)
	}
}

// covered reports whether the panes are not what the reader is at: what he asked for there comes too late.
func (m *Model) covered() bool {
	return m.sheet != nil || m.help != nil || m.prompt != nil || m.finder != nil
}

func (s *mentions) heading(m *Model) string {
	return fmt.Sprintf("%s %s (%d)", m.words.Mentions, s.name, len(s.list))
}

func (s *mentions) rtl(m *Model) bool { return m.rtl }

func (s *mentions) hint(m *Model) string { return m.words.SheetHint }

func (s *mentions) layOut(_ *Model, w int) int {
	s.width = w
	return len(s.list)
}

func (s *mentions) row(m *Model, c *canvas, i, w int) {
	k := s.list[i]
	src, _ := s.snap.Source(k.doc)
	at := bidi.Range{Start: int(k.start), End: int(k.end)}
	if at.End > len(src.Text) {
		c.blank(w)
		return
	}
	day := m.dayOf(s.snap, k.doc)
	columns := c.width(day, bidi.LTR)
	if columns*4 > w {
		columns = 0
	}
	gap := min(columns, gapBetween)
	sided(m.rtl, []func(){
		func() { m.inContext(c, src.Text, at, w-columns-gap) },
		func() { c.blank(gap) },
		func() { c.text(day, bidi.LTR, term.Field{Width: columns, Paint: m.styles.meta}) },
	})
}

// inContext writes a range of a text in its words, marked.
func (m *Model) inContext(c *canvas, src string, at bidi.Range, w int) {
	text, in := contextOf(src, at, w)
	l := c.fit(text, m.base(), w)
	c.line(&l, term.Field{Width: w, Align: m.nearSide(), Runs: []term.Run{{Range: in, Paint: m.styles.mention}}})
}

// dayOf gives the day of an article.
func (m *Model) dayOf(s *corpus.Snapshot, d corpus.Doc) string {
	i := s.Index(d)
	if i < 0 {
		return ""
	}
	return s.At(i).Date.ISO
}

// detail gives the article of a mention.
func (s *mentions) detail(i int) []string {
	at := s.snap.Index(s.list[i].doc)
	if at < 0 {
		return nil
	}
	return []string{s.snap.At(at).Title}
}

// enter goes to the mention in the text.
func (s *mentions) enter(m *Model, i int) tea.Cmd {
	k := s.list[i]
	return m.jump(target{doc: k.doc, at: bidi.Range{Start: int(k.start), End: int(k.end)}})
}
