package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"jarida/corpus"
	"jarida/corpus/search"
	"jarida/ui/bidi"
)

// target is a place in an article that is gone to when the article is there.
type target struct {
	doc   corpus.Doc
	at    bidi.Range    // empty for none
	marks *search.Marks // what is marked there; its first hit is gone to. nil for nothing
}

// jump opens an article at a place, which is marked there.
func (m *Model) jump(t target) tea.Cmd {
	m.sheet = nil
	e, left, ok := m.goTo(t.doc)
	if !ok {
		m.notice = m.words.Deleted
		return nil
	}
	cmd := m.want(e)
	m.focus = textPane
	m.relayout()
	m.target = t
	if !m.loading {
		_, there := m.arrive()
		return tea.Batch(left, cmd, there)
	}
	return tea.Batch(left, cmd)
}

// arrive goes to the place that was asked for, and reports whether its article is the one that is open.
func (m *Model) arrive() (arrived bool, cmd tea.Cmd) {
	t, d := m.target, m.reader.document
	if d == nil || d.doc != t.doc || t.marks == nil && t.at.End <= t.at.Start {
		return false, nil
	}
	m.target = target{}
	if t.marks != nil {
		m.find.query, m.find.listed = "", 0
		return true, m.search(func() search.Marks { return *t.marks }, onFirst)
	}
	if t.at.End <= len(d.source) {
		m.reader.show(t.at)
	}
	return true, nil
}

// context gives the words around a range of a text, as they fit into one line of w columns, and where the range stands in them. Half of
// the room before the range goes to what follows it: what is said of somebody follows his name.
func contextOf(src string, at bidi.Range, w int) (text string, in bidi.Range) {
	const widest = 4 // bytes of a letter at most
	before := max(w/4, 0)
	from := at.Start
	for n := 0; from > 0 && n < before; n++ {
		from -= lastRuneLen(src[:from])
	}
	if i := strings.LastIndex(src[from:at.Start], "\n\n"); i >= 0 {
		from += i + 2
	} else if from > 0 && from < at.Start {
		if i := strings.IndexAny(src[from:at.Start], " \n"); i >= 0 {
			from += i + 1
		}
	}
	to := min(at.End+widest*w, len(src))
	for to < len(src) && src[to]&0xC0 == 0x80 {
		to++
	}
	if i := strings.Index(src[at.End:to], "\n\n"); i >= 0 {
		to = at.End + i
	}
	text, in = src[from:to], bidi.Range{Start: at.Start - from, End: at.End - from}
	if from > 0 && src[from-1] != '\n' {
		const cut = "…"
		text, in.Start, in.End = cut+text, in.Start+len(cut), in.End+len(cut)
	}
	return text, in
}
